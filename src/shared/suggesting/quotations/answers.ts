import type { Scene } from '../text/scene';
import { interviewed } from './people';
import type { Turn } from './turns';

const longestQuestion = 80;
const fewestQuestions = 3;

/**
 * The answers of an interview that marks nobody: paragraphs that only ask, at least three of them and most of them put to
 * somebody ("you"), each with paragraphs behind it. None where the text is no interview, or names nobody who could be asked.
 */
export function findAnswers(scene: Scene): Turn[] {
  const { reading, book } = scene;
  const { ranges } = reading;
  const questions = ranges.flatMap((_, block) => (asks(scene, block) ? [block] : []));
  const [first] = questions;
  const last = questions.at(-1);
  if (first === undefined || last === undefined || questions.length < fewestQuestions) return [];
  if (questions.filter((block) => addresses(scene, block)).length < questions.length / 2) return [];
  const people = book.groups.filter(({ kind, mentions }) => kind === 'person' && mentions.length > 0);
  const group = interviewed(people, ranges[first]!.from);
  const turns: Turn[] = [];
  for (const [index, block] of questions.entries()) {
    const next = questions[index + 1];
    // Behind the last question one paragraph is the answer; what follows may be the paper's own.
    const parts = answer(scene, block + 1, next ?? block + 2);
    if (parts.length > 6) return [];
    if (parts.length > 0)
      turns.push({ parts, label: null, group, reason: 'it answers a question, as in an interview' });
  }
  // Prose with questions in it: most of what stands between them would have to be an answer in the first person.
  const inFirstPerson = turns.filter(({ parts }) =>
    parts.some(({ start, end }) => /\b(?:I|me|my|we|us|our)\b/u.test(reading.text.slice(start, end))),
  );
  return group !== null && inFirstPerson.length >= turns.length / 2 ? turns : [];
}

function asks({ reading: { blocks, ranges, tokens } }: Scene, block: number): boolean {
  const { from, to } = ranges[block]!;
  if (to - from < 2 || to - from > longestQuestion || blocks[block]!.kind === 'heading') return false;
  return tokens[to - 1]!.text === '?' && tokens[to - 1]!.quote === -1;
}

function addresses({ reading: { ranges, tokens } }: Scene, block: number): boolean {
  const { from, to } = ranges[block]!;
  return tokens.slice(from, to).some(({ norm }) => /^(?:you|your|yours|yourself)$/u.test(norm)) || to - from <= 8;
}

function answer({ reading: { blocks, ranges, tokens } }: Scene, from: number, to: number): Turn['parts'] {
  const parts: Turn['parts'] = [];
  for (let block = from; block < Math.min(to, ranges.length); block++) {
    const range = ranges[block]!;
    if (blocks[block]!.kind === 'heading') break;
    if (range.to > range.from) parts.push({ start: tokens[range.from]!.start, end: tokens[range.to - 1]!.end });
  }
  return parts;
}
