import type { Cite } from 'citeproc';

/** citeproc's numbers for where a cite stands among those of its source (CSL 1.0.2, "Choose": position). */
const first = 0;
const subsequent = 1;
const ibid = 2;
const ibidWithLocator = 3;

/** A citation whose cites stand in the order in which they are printed. */
export interface Placed {
  note: number;
  cites: Cite[];
}

/**
 * Fills in `position`, `near-note` and `first-reference-note-number` of every cite, as citeproc-js does when it is given
 * the whole document (its processCitationCluster, 2.4.63), but in one pass: that one starts again at each citation.
 * Citations in the text (note 0) and in notes are two sequences.
 * @param nearDistance the style's near-note-distance, in notes
 */
export function placeCites(citations: readonly Placed[], nearDistance: number): void {
  placeSequence(
    citations.filter(({ note }) => note === 0),
    nearDistance,
  );
  placeSequence(
    citations.filter(({ note }) => note !== 0),
    nearDistance,
  );
}

function placeSequence(citations: readonly Placed[], nearDistance: number): void {
  let citesInNote = new Map<number, number>();
  let firstNote = new Map<string, number>();
  let lastNote = new Map<string, number>();
  citations.forEach((citation, index) => {
    const previous = citations[index - 1];
    if (previous && citation.note !== 0 && previous.note > citation.note) {
      // Notes that start again at 1: a new sequence.
      citesInNote = new Map();
      firstNote = new Map();
      lastNote = new Map();
    }
    citesInNote.set(citation.note, (citesInNote.get(citation.note) ?? 0) + citation.cites.length);
    citation.cites.forEach((cite, place) => {
      cite['first-reference-note-number'] = 0;
      cite['near-note'] = false;
      const last = lastNote.get(cite.id);
      if (last === undefined) {
        firstNote.set(cite.id, citation.note);
        cite.position = first;
      } else {
        const before = precedingCite(citation, place, previous, citesInNote);
        cite.position = before ? repeatPosition(before, cite) : subsequent;
        const firstIn = firstNote.get(cite.id);
        if (firstIn !== citation.note) cite['first-reference-note-number'] = firstIn;
      }
      if (citation.note !== 0) {
        cite['near-note'] = cite.position !== first && citation.note - (last ?? citation.note) <= nearDistance;
      } else if (cite.position !== first) cite['near-note'] = true;
      lastNote.set(cite.id, citation.note);
    });
  });
}

/** The cite just before this one, if it is of the same source and nothing stands between that would make "ibid." unclear. */
function precedingCite(
  citation: Placed,
  place: number,
  previous: Placed | undefined,
  citesInNote: ReadonlyMap<number, number>,
): Cite | undefined {
  const cite = citation.cites[place];
  if (place > 0) {
    const neighbour = citation.cites[place - 1];
    return neighbour?.id === cite?.id ? neighbour : undefined;
  }
  if (!previous) return undefined;
  const head = previous.cites[0];
  if (previous.note !== citation.note) {
    // The note before must cite this source and no other.
    const alone = citesInNote.get(previous.note) === 1 || previous.note === 0;
    const near = previous.note >= citation.note - 1;
    return head?.id === cite?.id && near && alone ? head : undefined;
  }
  // subtle: like citeproc, the last cite of the citation before decides, and the locator is compared with its first one's.
  return previous.cites.at(-1)?.id === cite?.id ? head : undefined;
}

function repeatPosition(before: Cite, cite: Cite): number {
  const was = before.locator ? before.locator + (before.label ?? '') : '';
  const is = cite.locator ? cite.locator + (cite.label ?? '') : '';
  if (was !== '' && is === '') return subsequent;
  return was === is ? ibid : ibidWithLocator;
}
