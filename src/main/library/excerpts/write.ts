import type { ParsedInputOf } from '../../../shared/contract';
import { checkVerbatim, selectRange, trimRange } from '../../../shared/anchoring';
import type { Locator } from '../../../shared/domain/common';
import type { Excerpt } from '../../../shared/domain/excerpts';
import type { Snapshot } from '../../../shared/domain/sources';
import { CommonplaceError } from '../../../shared/result';
import { locatorAt } from '../../../shared/sources/locators';
import type { Change } from '../changes/types';
import { inTrash } from '../common/errors';
import { sha256, wellFormed } from '../common/rows';
import { requireLive } from '../common/store';
import type { LibraryContext } from '../context';
import type { SqlRow } from '../db/types';
import { getSnapshot, latestSnapshot } from '../snapshots/store';
import { setTags } from '../tags/store';
import { getExcerpt } from './store';

type LinkId = LibraryContext['linkId'];

/** Adds an excerpt at offsets of a snapshot. @throws `not-found`, `bad-input` when nothing but white space is selected */
export async function addExcerpt(
  change: Change,
  linkId: LinkId,
  input: ParsedInputOf<'excerpts.add'>,
): Promise<Excerpt> {
  const snapshot = await getSnapshot(change, input.snapshotId);
  return insertExcerpt(change, linkId, snapshot, input);
}

/**
 * Anchors a quotation by its words in the latest snapshot of a source; what it leaves out by `[…]` is taken in, because an excerpt
 * is one passage. Words that stand there more than once are anchored where they first stand.
 * @throws `not-verbatim`, with the nearest passage and the differences in `details`
 */
export async function quoteExcerpt(
  change: Change,
  linkId: LinkId,
  input: ParsedInputOf<'excerpts.quote'>,
): Promise<Excerpt> {
  await requireLive(change, 'source', input.sourceId);
  const snapshot = await latestSnapshot(change, input.sourceId);
  if (snapshot === undefined) {
    throw new CommonplaceError(
      'not-verbatim',
      'This source has no text in the library, so nothing can be quoted from it. Import its file or paste its text first.',
      { nearest: null },
    );
  }
  const check = checkVerbatim(input.quote, snapshot.text);
  const [place] = check.verbatim ? check.places : [];
  if (!check.verbatim || place === undefined) {
    const { nearest, differences } = check.verbatim ? { nearest: null, differences: [] } : check;
    throw new CommonplaceError(
      'not-verbatim',
      nearest === null
        ? 'These words are not in the text of the source. Check the quotation against the original.'
        : `These words are not in the text of the source. The nearest passage is: “${nearest.text}”`,
      { nearest, differences },
    );
  }
  return insertExcerpt(change, linkId, snapshot, {
    kind: 'quotation',
    start: place.range[0],
    end: place.range[1],
    text: '',
    locator: input.locator,
    colour: input.colour,
    note: input.note,
    tags: input.tags,
  });
}

type NewExcerpt = Omit<ParsedInputOf<'excerpts.add'>, 'snapshotId'> & {
  /** For one that comes from elsewhere: a row that no excerpt has yet, and when it was made there. */
  id?: string;
  createdAt?: string;
  modifiedAt?: string;
};

/** Adds an excerpt to a snapshot that is at hand. @throws `bad-input` when nothing but white space is selected */
export async function insertExcerpt(
  change: Change,
  linkId: LinkId,
  snapshot: Snapshot,
  input: NewExcerpt,
): Promise<Excerpt> {
  await requireLive(change, 'source', snapshot.sourceId);
  if (input.start > snapshot.text.length || input.end > snapshot.text.length) {
    throw new CommonplaceError('bad-input', 'The selection ends after the end of the text. Select the passage again.');
  }
  const { start, end, exact, prefix, suffix } = selectRange(
    snapshot.text,
    ...trimRange(snapshot.text, input.start, input.end),
  );
  if (exact === '') {
    throw new CommonplaceError('bad-input', 'No words are selected. Select the passage to excerpt and try again.');
  }
  const text = input.kind === 'quotation' ? exact : wellFormed(input.text);
  const id = await change.insert('excerpt', {
    ...(input.id === undefined ? {} : { id: input.id }),
    ...(input.createdAt === undefined ? {} : { created_at: input.createdAt }),
    ...(input.modifiedAt === undefined ? {} : { modified_at: input.modifiedAt }),
    source_id: snapshot.sourceId,
    snapshot_id: snapshot.id,
    kind: input.kind,
    text,
    start_offset: start,
    end_offset: end,
    exact,
    prefix,
    suffix,
    ...locatorColumns(input.locator === undefined ? locatorAt(snapshot.blocks, start, end) : input.locator),
    colour: input.colour,
    note: wellFormed(input.note),
    text_sha256: sha256(text),
    snapshot_sha256: snapshot.sha256,
  });
  if (input.tags.length > 0) await setTags(change, linkId, { kind: 'excerpt', id }, input.tags);
  return getExcerpt(change, id);
}

/** An empty locator value is no locator. */
function locatorColumns(locator: Locator | null): SqlRow {
  const value = wellFormed(locator?.value ?? '').trim();
  return locator === null || value === ''
    ? { locator_label: null, locator_value: null }
    : { locator_label: locator.label, locator_value: value };
}

/**
 * Changes what was given. A quotation's words are the source's and cannot be changed; an excerpt that becomes a quotation
 * takes them back. @throws `not-found`, `not-verbatim`
 */
export async function updateExcerpt(
  change: Change,
  linkId: LinkId,
  input: ParsedInputOf<'excerpts.update'>,
): Promise<Excerpt> {
  const before = await getExcerpt(change, input.id);
  if (before.deletedAt !== null) throw inTrash('excerpt');
  if (before.sourceTrashed) throw inTrash('source');
  const kind = input.kind ?? before.kind;
  const fields: SqlRow = { kind };
  if (kind === 'quotation') {
    if (input.text !== undefined && input.text !== before.anchor.exact) {
      throw new CommonplaceError(
        'not-verbatim',
        'The words of a quotation are the source’s and cannot be changed. Make it a paraphrase to use your own.',
        { nearest: { ...before.anchor, text: before.anchor.exact } },
      );
    }
    fields.text = before.anchor.exact;
  } else if (input.text !== undefined) fields.text = wellFormed(input.text);
  if (typeof fields.text === 'string') fields.text_sha256 = sha256(fields.text);
  if (input.locator !== undefined) Object.assign(fields, locatorColumns(input.locator));
  if (input.colour !== undefined) fields.colour = input.colour;
  if (input.note !== undefined) fields.note = wellFormed(input.note);
  await change.update('excerpt', input.id, fields);
  if (input.tags !== undefined) await setTags(change, linkId, { kind: 'excerpt', id: input.id }, input.tags);
  return getExcerpt(change, input.id);
}
