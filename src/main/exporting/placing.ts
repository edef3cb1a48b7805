import { plainText, type PreparedCitation, type PreparedInline } from './prepared';

/**
 * Sets citations where their style wants them beside punctuation: a note follows the stop ("in spring.¹"), a citation in
 * the text stands before it ("in spring (Vale 2021)."), so that a memo reads well in either kind of style however its
 * author placed them. Words never change, only one stop and the space move.
 * @param inText sets notes as citations in the text too: for formats that render citations themselves, in any style
 */
export function placeCitations(children: readonly PreparedInline[], inText: boolean): PreparedInline[] {
  const placed = children.map((inline) => ({ ...inline }));
  const moved: PreparedInline[] = [];
  placed.forEach((inline, index) => {
    if (inline.type !== 'citation' || inline.runs.length === 0) {
      if (inline.type !== 'text' || inline.text !== '') moved.push(inline);
      return;
    }
    const before = moved.at(-1);
    const after = placed[index + 1];
    if (inText || inline.note === null) placeInText(moved, inline, before, after);
    else placeNote(moved, inline, before, after);
  });
  return inText ? moved : parted(moved);
}

/** Two notes at one place: a raised comma parts their numbers, which would read as one (²,³ is not ²³). */
function parted(inlines: readonly PreparedInline[]): PreparedInline[] {
  const shown = inlines.filter((inline) => inline.type !== 'text' || inline.text !== '');
  return shown.flatMap((inline, index) => {
    const next = shown[index + 1];
    const isTwo = isNote(inline) && next !== undefined && isNote(next) && !('author' in next && next.author?.length);
    return isTwo
      ? [inline, { type: 'text', text: ',', look: { vertical: 'super' }, partsNotes: true } as const]
      : [inline];
  });
}

function isNote(inline: PreparedInline): boolean {
  return inline.type === 'footnote' || (inline.type === 'citation' && inline.note !== null && inline.runs.length > 0);
}

function placeNote(
  moved: PreparedInline[],
  citation: PreparedCitation,
  before: PreparedInline | undefined,
  after: PreparedInline | undefined,
): void {
  if (before?.type === 'text' && !before.look.code) before.text = before.text.trimEnd();
  if (after?.type === 'text') {
    const stop = /^[.,;:!?…]+(?=\s|$)/u.exec(after.text)?.[0] ?? '';
    if (stop !== '') {
      after.text = after.text.slice(stop.length);
      if (before?.type === 'text' && !before.url && !before.look.code) before.text += stop;
      else moved.push(plainText(stop));
    }
  }
  moved.push(citation);
}

function placeInText(
  moved: PreparedInline[],
  citation: PreparedCitation,
  before: PreparedInline | undefined,
  after: PreparedInline | undefined,
): void {
  let stop = '';
  if (before?.type === 'text') {
    const last = /[.,;:]$/u.exec(before.text)?.[0] ?? '';
    if (last !== '' && !before.text.endsWith('..') && sentenceEnds(last, after)) {
      before.text = before.text.slice(0, -1);
      stop = last;
    }
    if (before.text !== '' && !/[\s(\[“‘«\u00A0]$/u.test(before.text)) moved.push(plainText(' '));
  } else if (before?.type === 'citation') moved.push(plainText(' '));
  moved.push(citation);
  if (stop !== '') moved.push(plainText(stop));
}

/** A full stop only moves from the end of a sentence, so that "etc." keeps its own. */
function sentenceEnds(stop: string, after: PreparedInline | undefined): boolean {
  if (after === undefined || after.type === 'break') return true;
  if (after.type !== 'text') return false;
  return stop === '.' ? /^\s+(?!\p{Ll})|^$/u.test(after.text) : /^\s/u.test(after.text);
}
