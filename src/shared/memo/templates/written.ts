import type { ClaimDetail } from '../../domain/claims';
import type { Inline, MemoBlock } from '../document';
import { bullets, cite, heading, prompt, text } from './parts';

/** A memo to think in: headings with a line on what belongs under each. */
export function plainMemo(): MemoBlock[] {
  return [
    heading(1, text('Question')),
    prompt('What is asked, by whom, and until when. One or two sentences.'),
    heading(1, text('Short answer')),
    prompt('What you would say in a lift, and how sure you are.'),
    heading(1, text('What it rests on')),
    prompt('The evidence, quoted and cited; what speaks against it too.'),
    heading(1, text('Assessment')),
    prompt('What follows from it, and what else could explain it.'),
    heading(1, text('Open')),
    prompt('What is not known, and what would settle it.'),
  ];
}

/** A page for somebody who decides, with what is known and what is contested taken from the claims. */
export function briefingNote(claims: readonly ClaimDetail[], newId: () => string): MemoBlock[] {
  const stated = (statuses: readonly string[]) =>
    bullets(claims.filter(({ status }) => statuses.includes(status)).map((claim) => statement(claim, newId)));
  const or = (blocks: MemoBlock[], words: string) => (blocks.length > 0 ? blocks : [prompt(words)]);
  return [
    heading(1, text('Purpose')),
    prompt('Why this is on the reader’s desk today, and what is wanted of them.'),
    heading(1, text('In short')),
    prompt('Three sentences: what happened, what it means, what to do.'),
    heading(1, text('What is known')),
    ...or(stated(['corroborated']), 'What several sources that do not rest on each other say, each with its citation.'),
    heading(1, text('What one source says')),
    ...or(stated(['single-source']), 'What rests on one source, said so.'),
    heading(1, text('What is contested')),
    ...or(stated(['contested', 'denied', 'retracted']), 'Who says what, and why they may.'),
    heading(1, text('Options')),
    prompt('What can be done, with what speaks for and against each.'),
    heading(1, text('Recommendation')),
    prompt('One of the options, and the reason.'),
  ];
}

/** More than a note of one page needs. */
const mostCited = 5;

function statement(claim: ClaimDetail, newId: () => string): Inline[] {
  const resting = claim.evidence.filter(({ stance }) => stance !== 'context').slice(0, mostCited);
  return [
    ...text(claim.statement.replace(/\.$/u, ''), [], [{ kind: 'claim', id: claim.id }]),
    ...cite(
      resting.map(({ excerpt }) => excerpt),
      newId,
    ),
    ...text('.'),
  ];
}
