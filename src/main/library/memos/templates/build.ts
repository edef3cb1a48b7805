import type { ParsedInputOf } from '../../../../shared/contract';
import { displayDate } from '../../../../shared/dates/display';
import { edtfOverlap, isEdtf } from '../../../../shared/dates/edtf';
import { memoDocumentVersion, type MemoBlock, type MemoDocument } from '../../../../shared/memo/document';
import { annotatedBibliography } from '../../../../shared/memo/templates/annotated-bibliography';
import { chronology } from '../../../../shared/memo/templates/chronology';
import { claimSheet } from '../../../../shared/memo/templates/claim-sheet';
import { templateFacts } from '../../../../shared/memo/templates/names';
import { briefingNote, plainMemo } from '../../../../shared/memo/templates/written';
import { CommonplaceError } from '../../../../shared/result';
import { getClaim, listClaims } from '../../claims/store';
import { listCollections, listItems } from '../../collections/store';
import { requireRow } from '../../common/store';
import type { Reader } from '../../db/types';
import { getEvent, listEvents } from '../../events/store';
import { liveExcerptsOf } from '../../exports/store';
import { listSources } from '../../sources/store';

type Asked = ParsedInputOf<'memos.fromTemplate'>;

/** A memo made from what is in the library: its title and its text. @throws `not-found` where there is nothing to make it of */
export async function memoFromTemplate(
  db: Reader,
  asked: Asked,
  newId: () => string,
): Promise<{ title: string; document: MemoDocument }> {
  const blocks = await blocksOf(db, asked, newId);
  return {
    title: asked.title ?? (await usualTitle(db, asked)),
    document: { version: memoDocumentVersion, blocks },
  };
}

async function blocksOf(db: Reader, asked: Asked, newId: () => string): Promise<MemoBlock[]> {
  switch (asked.template) {
    case 'memo':
      return plainMemo();
    case 'briefing':
      return briefingNote(await claimsOf(db, asked), newId);
    case 'claims': {
      const claims = await claimsOf(db, asked);
      if (claims.length === 0) throw nothing('claims', 'Write down a claim and give it evidence', asked);
      return claimSheet(claims, newId);
    }
    case 'chronology': {
      const events = await eventsOf(db, asked);
      if (events.length === 0)
        throw nothing('events', 'Add events, or accept those that are suggested in a source', asked);
      return chronology(events, newId);
    }
    case 'bibliography': {
      const sources = await sourcesOf(db, asked);
      if (sources.length === 0) throw nothing('sources', 'Bring in a source and excerpt it', asked);
      return annotatedBibliography(sources, newId);
    }
  }
}

/** @throws `bad-input` for dates that are none */
export function requireSpan(...dates: string[]): void {
  const wrong = dates.find((date) => date !== '' && !isEdtf(date));
  if (wrong === undefined) return;
  throw new CommonplaceError('bad-input', `“${wrong}” is no date. Write it like 2023-04-18, 2023-04 or 2023.`);
}

function nothing(what: string, act: string, { collectionId, from, to }: Asked): CommonplaceError {
  const where = collectionId ? 'in this collection' : from || to ? 'in this time' : 'in the library';
  return new CommonplaceError('not-found', `There are no ${what} ${where} yet. ${act}; then make the memo again.`);
}

async function usualTitle(db: Reader, { template, collectionId, from, to }: Asked): Promise<string> {
  const collection = collectionId && (await listCollections(db)).find(({ id }) => id === collectionId)?.name;
  const time = [from, to]
    .map((date) => date && displayDate(date))
    .filter(Boolean)
    .join(' – ');
  return [templateFacts[template].label, collection, time].filter(Boolean).join(': ');
}

/** Ids of what was put into the collection; null where none is asked for. */
async function chosenIds(db: Reader, collectionId: string | undefined): Promise<Set<string> | null> {
  if (collectionId === undefined) return null;
  await requireRow(db, 'collection', collectionId);
  return new Set((await listItems(db, collectionId)).map(({ target }) => target.id));
}

/** Claims by first appearance: those in the collection, and those with evidence from what is in it. */
async function claimsOf(db: Reader, { collectionId }: Asked) {
  const chosen = await chosenIds(db, collectionId);
  const claims = [];
  for (const { id } of await listClaims(db, { asOf: '', includeTrashed: false })) {
    const claim = await getClaim(db, id);
    const rests = claim.evidence.some(({ excerpt }) => chosen?.has(excerpt.id) || chosen?.has(excerpt.sourceId));
    if (!chosen || chosen.has(id) || rests) claims.push(claim);
  }
  return claims;
}

/** Events of the time that is asked for: those in the collection, and those that rest on what is in it. */
async function eventsOf(db: Reader, { collectionId, from, to }: Asked) {
  const chosen = await chosenIds(db, collectionId);
  const events = [];
  for (const { id, date } of await listEvents(db, { includeTrashed: false })) {
    if (!isWithin(date, from, to)) continue;
    const event = await getEvent(db, id);
    const rests = event.excerpts.some((excerpt) => chosen?.has(excerpt.id) || chosen?.has(excerpt.sourceId));
    if (!chosen || chosen.has(id) || rests) events.push(event);
  }
  return events;
}

/** Whether a date may lie in the time; where one is asked for, what is undated does not. */
function isWithin(date: string, from: string, to: string): boolean {
  if (from === '' && to === '') return true;
  return date !== '' && edtfOverlap(date, `${from || '..'}/${to || '..'}`);
}

async function sourcesOf(db: Reader, { collectionId }: Asked) {
  const sources = [];
  for (let offset = 0; ;) {
    const page = await listSources(db, {
      offset,
      limit: 1000,
      sort: 'author',
      descending: false,
      includeTrashed: false,
      ...(collectionId === undefined ? {} : { collectionId }),
    });
    for (const source of page.items) sources.push({ source, excerpts: await liveExcerptsOf(db, source.id) });
    offset += page.items.length;
    if (page.items.length === 0 || offset >= page.total) return sources;
  }
}
