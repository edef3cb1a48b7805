import * as v from 'valibot';
import { achEvidence, achFields, achItemFields, achRatings, type AchSummary, type AchTable } from './domain/ach';
import type { ActorMatch, AlikeActors } from './actors/matching/match';
import { anchorChoice, type Settling, type StandingOf } from './domain/anchors';
import {
  actorFields,
  actorKinds,
  changedRelation,
  newRelation,
  type ActorDetail,
  type ActorRelation,
  type ActorSummary,
} from './domain/actors';
import {
  claimRelationKind,
  evidenceStance,
  originFields,
  positionManner,
  positionStance,
  type ClaimDetail,
  type ClaimRelation,
  type ClaimSummary,
  type Evidence,
  type LedgerEntry,
  type Origin,
  type OriginProposal,
  type Position,
} from './domain/claims';
import type { Collection, CollectionItem, Note, Tag, TrashItem } from './domain/collections';
import {
  byId,
  bytes,
  edtfDate,
  id,
  line,
  list,
  locator,
  longText,
  nothing,
  nounKinds,
  offset,
  page,
  requiredLine,
  tagColours,
  tagNames,
  target,
  trashTarget,
  type NounKind,
  type Page,
} from './domain/common';
import type { Bundled } from './domain/bundles';
import type { CitationKeys } from './domain/citation-keys';
import { cslItem } from './domain/csl';
import type { DuplicatePair } from './domain/duplicates';
import type { Timeline } from './domain/timeline';
import { eventDateFields, eventFields, type EventDetail, type EventSummary } from './domain/events';
import { excerptKind, type Excerpt } from './domain/excerpts';
import { bibliographyFormats, memoFormats, type ExportOutcome, type RememberedExport } from './domain/exports';
import { memoExportChanges, memoExportOptions } from './domain/memo-export';
import { mostTemplateBytes, type WordTemplate } from './domain/word-template';
import { duplicatePolicy, type ImportOutcome, type InboxFile, type SourceOutcome } from './domain/imports';
import type { HistoryState, KnownLibrary, LibraryInfo, VerifyReport } from './domain/library';
import { matrixFormats, matrixQuestion, type Matrix } from './domain/matrix';
import type { ActorNetwork } from './domain/network';
import {
  markdownPicture,
  type MemoComparison,
  type MemoDetail,
  type MemoRevision,
  type MemoRevisionInfo,
  type MemoSummary,
} from './domain/memos';
import { newDismissal, withdrawnDismissal, type LedgerReport, type ProvenanceReport } from './domain/provenance';
import {
  suggestedActorWish,
  suggestedPosition,
  suggestionKey,
  suggestionPlace,
  textPlace,
  type SuggestionDecision,
  type Suggestions,
} from './domain/suggestions';
import {
  pdfResourceKinds,
  type Snapshot,
  type SnapshotComparison,
  type SourceDetail,
  type SourceSummary,
} from './domain/sources';
import { citationItem, imageFields, memoBlock, memoDocument } from './memo/document';
import { mostPicturesAtOnce } from './memo/data-picture';
import { imageProblems, mostImageBytes, type ImageMediaType } from './memo/images';
import { memoTemplates } from './memo/templates/names';
import { citationKeyLength, citationKeyPattern } from './sources/citation-key';
import type { RenderedCitations, StyleInfo } from './citing/types';
import type { SavedSearch } from './domain/searches';
import { searchKinds, type PastSearch, type SearchAnswer, type SearchCompletions } from './search/types';

/**
 * The one contract between the core, the windows and the command line: method name → input schema → output type.
 * Router, preload, renderer client and CLI are derived from it. `host` says who answers: the core (owns the library) or
 * the shell (owns the window). Names are noun.verb; see CONTRIBUTING.md for the recipe to add one.
 */
export interface Method<
  Input extends v.GenericSchema = v.GenericSchema,
  Output = unknown,
  Host extends 'core' | 'shell' = 'core' | 'shell',
> {
  host: Host;
  input: Input;
  /** Type only; never present at run time. */
  output?: Output;
}

function core<Output>() {
  return <Input extends v.GenericSchema>(input: Input): Method<Input, Output, 'core'> => ({ host: 'core', input });
}
function shell<Output>() {
  return <Input extends v.GenericSchema>(input: Input): Method<Input, Output, 'shell'> => ({ host: 'shell', input });
}

/** The date on which something is asked for, EDTF; '' for now. */
const asOf = v.optional(edtfDate, '');
const includeTrashed = v.optional(v.boolean(), false);
const sortOrder = <const T extends readonly string[]>(by: T) => ({
  sort: v.optional(v.picklist(by), by[0] as T[number]),
  descending: v.optional(v.boolean(), false),
});

export const contract = {
  // Libraries. `key` comes from `library.known` or the shell's folder dialog.
  'library.known': core<KnownLibrary[]>()(nothing),
  'library.current': core<LibraryInfo | null>()(nothing),
  'library.create': core<LibraryInfo>()(
    v.strictObject({ name: requiredLine(100), sample: v.optional(v.boolean(), false) }),
  ),
  'library.open': core<LibraryInfo>()(v.strictObject({ key: requiredLine(64), trust: v.optional(v.boolean(), false) })),
  'library.close': core<null>()(nothing),
  'library.forget': core<null>()(v.strictObject({ key: requiredLine(64) })),
  'library.verify': core<VerifyReport>()(nothing),

  'sources.list': core<Page<SourceSummary>>()(
    v.strictObject({
      ...page,
      ...sortOrder(['modified', 'title', 'author', 'issued', 'added']),
      collectionId: v.optional(id),
      tagId: v.optional(id),
      filter: v.optional(line(500)),
      includeTrashed,
    }),
  ),
  'sources.get': core<SourceDetail>()(byId),
  /** Languages of some sources as BCP 47 tags, that of most of them first. Ids that are of none are passed over. */
  'sources.languages': core<string[]>()(v.strictObject({ ids: v.pipe(v.array(id), v.maxLength(10_000)) })),
  'sources.create': core<SourceDetail>()(v.strictObject({ csl: cslItem })),
  'sources.update': core<SourceDetail>()(v.strictObject({ id, csl: cslItem })),
  'sources.setCitationKey': core<SourceDetail>()(
    v.strictObject({ id, citationKey: v.pipe(line(citationKeyLength), v.regex(citationKeyPattern)) }),
  ),
  'sources.trash': core<null>()(byId),
  /** Takes over what importing again found for a field. */
  'sources.takeFinding': core<SourceDetail>()(v.strictObject({ id, field: requiredLine(100) })),
  /** Keeps what the source says; the same is not offered again. */
  'sources.dismissFinding': core<SourceDetail>()(v.strictObject({ id, field: requiredLine(100) })),
  /** The library's pattern for citation keys, or the one given, and what making keys anew by it would change. */
  'citationKeys.preview': core<CitationKeys>()(v.strictObject({ pattern: v.optional(requiredLine(200)) })),
  'citationKeys.setPattern': core<null>()(v.strictObject({ pattern: requiredLine(200) })),
  /** Makes the keys anew that are neither pinned nor cited in a memo. */
  'citationKeys.remake': core<{ changed: number }>()(nothing),
  'citationKeys.pin': core<SourceDetail>()(v.strictObject({ id, pinned: v.boolean() })),
  /** Makes one source of two. `fields`: CSL fields for which the other's value is taken. Answers the one that is kept. */
  'sources.merge': core<SourceDetail>()(
    v.strictObject({ keptId: id, otherId: id, fields: list(requiredLine(100), 500) }),
  ),
  /** Makes two again: `id` is the one that was merged into another. Answers it. */
  'sources.unmerge': core<SourceDetail>()(byId),

  // Sources that look like one.
  /** Pairs, the surest first. */
  'duplicates.list': core<Page<DuplicatePair>>()(v.strictObject(page)),
  /** Pairs that somebody said are not the same. */
  'duplicates.apart': core<Page<DuplicatePair>>()(v.strictObject(page)),
  /** The pairs of one source. */
  'duplicates.of': core<DuplicatePair[]>()(byId),
  /** Keeps that two sources are not the same: they are not proposed again. */
  'duplicates.keepApart': core<null>()(v.strictObject({ firstId: id, secondId: id })),
  'duplicates.proposeAgain': core<null>()(v.strictObject({ firstId: id, secondId: id })),

  'snapshots.get': core<Snapshot>()(byId),
  /** What changed between two snapshots of a source, paragraph by paragraph and word by word. */
  'snapshots.compare': core<SnapshotComparison>()(v.strictObject({ olderId: id, newerId: id })),

  /** A part of an original file, after the whole was checked against its hash. `total` is the size of the whole. */
  'attachments.read': core<{ bytes: Uint8Array; total: number }>()(
    v.strictObject({
      id,
      offset: v.optional(offset, 0),
      length: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8_000_000)), 4_000_000),
    }),
  ),
  /** A file of pdf.js, for drawing a PDF's pages; the window fetches nothing. */
  'attachments.pdfResource': core<Uint8Array>()(
    v.strictObject({ kind: v.picklist(pdfResourceKinds), name: requiredLine(100) }),
  ),

  // Bringing in: one file a call; the caller shows the queue and may cancel it.
  'imports.file': core<ImportOutcome>()(
    v.strictObject({
      jobId: requiredLine(64),
      fileName: requiredLine(500),
      bytes,
      onDuplicate: v.optional(duplicatePolicy, 'skip'),
      /** Captures this source again: the text becomes a new snapshot of it. */
      sourceId: v.optional(id),
      /** Lifts the caps on size, time and memory of the import worker. */
      large: v.optional(v.boolean(), false),
    }),
  ),
  'imports.text': core<SourceOutcome>()(
    v.strictObject({
      jobId: requiredLine(64),
      title: v.optional(line(1000), ''),
      text: longText(60_000_000),
      /** The same as the clipboard holds it with its structure; '' for none. Never shown: only its words and structure are read. */
      html: v.optional(longText(60_000_000), ''),
      onDuplicate: v.optional(duplicatePolicy, 'skip'),
      /** Captures this source again: the text becomes a new snapshot of it. */
      sourceId: v.optional(id),
      /** Lifts the caps on size, time and memory of the import worker. */
      large: v.optional(v.boolean(), false),
    }),
  ),
  'imports.cancel': core<null>()(v.strictObject({ jobId: requiredLine(64) })),

  // The inbox: a folder of the library whose files come in by themselves while the window is open.
  /** What came in, or was refused, since somebody last said that they have seen it. */
  'inbox.report': core<InboxFile[]>()(nothing),
  'inbox.seen': core<null>()(nothing),
  /** Takes what waits there now, also what was left when somebody said stop. */
  'inbox.take': core<null>()(nothing),
  /** Ends the file in hand and leaves the rest where they are. */
  'inbox.stop': core<null>()(nothing),

  'excerpts.list': core<Page<Excerpt>>()(
    v.strictObject({
      ...page,
      ...sortOrder(['modified', 'source', 'added']),
      sourceId: v.optional(id),
      snapshotId: v.optional(id),
      tagId: v.optional(id),
      actorId: v.optional(id),
      claimId: v.optional(id),
      collectionId: v.optional(id),
      kind: v.optional(excerptKind),
      colour: v.optional(v.picklist(tagColours)),
      /** Those that changed, are ambiguous or lost in the newest snapshot, and nobody has decided about. */
      needsLook: v.optional(v.boolean()),
      filter: v.optional(line(500)),
      includeTrashed,
    }),
  ),
  'excerpts.get': core<Excerpt>()(byId),
  'excerpts.add': core<Excerpt>()(
    v.strictObject({
      snapshotId: id,
      start: offset,
      end: offset,
      kind: v.optional(excerptKind, 'quotation'),
      /** The researcher's own words; ignored for quotations, whose text is the snapshot's. */
      text: v.optional(longText(), ''),
      /** Left out: the paragraph number is filled in. */
      locator: v.optional(v.nullable(locator)),
      colour: v.optional(v.picklist(tagColours), 'none'),
      note: v.optional(longText(), ''),
      tags: v.optional(tagNames, []),
    }),
  ),
  /** Anchors a quotation by its words in the source's latest snapshot; fails with `not-verbatim` and the nearest text. */
  'excerpts.quote': core<Excerpt>()(
    v.strictObject({
      sourceId: id,
      quote: longText(),
      locator: v.optional(v.nullable(locator)),
      colour: v.optional(v.picklist(tagColours), 'none'),
      note: v.optional(longText(), ''),
      tags: v.optional(tagNames, []),
    }),
  ),
  'excerpts.update': core<Excerpt>()(
    v.strictObject({
      id,
      kind: v.optional(excerptKind),
      text: v.optional(longText()),
      locator: v.optional(v.nullable(locator)),
      colour: v.optional(v.picklist(tagColours)),
      note: v.optional(longText()),
      tags: v.optional(tagNames),
    }),
  ),
  'excerpts.trash': core<null>()(byId),

  // How excerpts stand in other snapshots of their source than the one they were made in.
  /** All live excerpts of a snapshot's source, with their place in this snapshot. */
  'anchors.list': core<StandingOf[]>()(v.strictObject({ snapshotId: id })),
  /** What is needed to decide about an excerpt that needs a look; `conflict` when it stands in the newest snapshot already. */
  'anchors.get': core<Settling>()(v.strictObject({ excerptId: id })),
  'anchors.settle': core<Excerpt>()(v.strictObject({ excerptId: id, snapshotId: id, choice: anchorChoice })),

  'tags.list': core<Tag[]>()(nothing),
  'tags.create': core<Tag>()(
    v.strictObject({ name: requiredLine(100), colour: v.optional(v.picklist(tagColours), 'none') }),
  ),
  'tags.update': core<Tag>()(
    v.strictObject({ id, name: v.optional(requiredLine(100)), colour: v.optional(v.picklist(tagColours)) }),
  ),
  'tags.trash': core<null>()(byId),
  /** The whole list of tag names of one noun; unknown names become new tags. */
  'tags.set': core<null>()(v.strictObject({ target, names: tagNames })),

  'collections.list': core<Collection[]>()(nothing),
  /** What was put into it, by kind and title; without what is in the Trash. */
  'collections.items': core<CollectionItem[]>()(byId),
  'collections.create': core<Collection>()(
    v.strictObject({ name: requiredLine(200), parentId: v.optional(v.nullable(id), null) }),
  ),
  'collections.update': core<Collection>()(
    v.strictObject({ id, name: v.optional(requiredLine(200)), parentId: v.optional(v.nullable(id)) }),
  ),
  'collections.trash': core<null>()(byId),
  'collections.add': core<null>()(v.strictObject({ id, items: list(target, 10_000) })),
  'collections.remove': core<null>()(v.strictObject({ id, items: list(target, 10_000) })),

  'notes.list': core<Note[]>()(v.strictObject({ target })),
  'notes.create': core<Note>()(v.strictObject({ target, body: memoDocument })),
  'notes.update': core<Note>()(v.strictObject({ id, body: memoDocument })),
  'notes.trash': core<null>()(byId),

  'actors.list': core<ActorSummary[]>()(v.strictObject({ kind: v.optional(v.picklist(actorKinds)), includeTrashed })),
  'actors.get': core<ActorDetail>()(byId),
  'actors.create': core<ActorDetail>()(v.strictObject(actorFields)),
  'actors.update': core<ActorDetail>()(v.strictObject({ id, ...actorFields })),
  'actors.trash': core<null>()(byId),
  'actors.tag': core<null>()(v.strictObject({ excerptId: id, actorId: id })),
  'actors.untag': core<null>()(v.strictObject({ excerptId: id, actorId: id })),
  'actors.relate': core<ActorRelation>()(newRelation),
  /** Writes a relation whole, but for the actors it is between. */
  'actors.updateRelation': core<ActorRelation>()(changedRelation),
  'actors.unrelate': core<null>()(byId),
  /** Makes one actor of two. The other one's id goes on standing for the kept one. Answers the kept one. */
  'actors.merge': core<ActorDetail>()(v.strictObject({ keptId: id, otherId: id })),
  /** Makes two again: `id` is the one that was merged into another. Answers it. */
  'actors.unmerge': core<ActorDetail>()(byId),
  /** Says that two actors are different ones, so that nobody proposes to merge them; or takes that back. */
  'actors.keepApart': core<null>()(v.strictObject({ id, otherId: id, apart: v.optional(v.boolean(), true) })),
  /** Who stands together with whom: all actors, or one and those tied to it. */
  'actors.network': core<ActorNetwork>()(v.strictObject({ actorId: v.optional(id) })),
  /** The actors that a name may mean, the likeliest first. */
  'actors.match': core<ActorMatch[]>()(v.strictObject({ name: requiredLine(300) })),
  /** Pairs of actors that may be one, the likeliest first; with an id, those it is in. */
  'actors.alike': core<AlikeActors[]>()(v.strictObject({ id: v.optional(id) })),

  'claims.list': core<ClaimSummary[]>()(
    v.strictObject({ tagId: v.optional(id), collectionId: v.optional(id), asOf, includeTrashed }),
  ),
  'claims.get': core<ClaimDetail>()(v.strictObject({ id, asOf })),
  /** Who held what on a date: an entry for each actor and claim. */
  'claims.ledger': core<LedgerEntry[]>()(v.strictObject({ asOf, claimId: v.optional(id), actorId: v.optional(id) })),
  'claims.create': core<ClaimDetail>()(
    v.strictObject({ statement: requiredLine(2000), note: v.optional(longText(20_000), '') }),
  ),
  'claims.update': core<ClaimDetail>()(
    v.strictObject({ id, statement: v.optional(requiredLine(2000)), note: v.optional(longText(20_000)) }),
  ),
  'claims.trash': core<null>()(byId),
  /** Says how a claim bears on another; doing it again writes the reason. "conflicts" goes both ways. */
  'claims.relate': core<ClaimRelation>()(
    v.strictObject({ fromId: id, toId: id, kind: claimRelationKind, reason: v.optional(line(2000), '') }),
  ),
  'claims.unrelate': core<null>()(byId),
  'claims.addEvidence': core<Evidence>()(
    v.strictObject({
      claimId: id,
      excerptId: id,
      stance: evidenceStance,
      reason: v.optional(line(2000), ''),
      originId: v.optional(v.nullable(id), null),
    }),
  ),
  'claims.updateEvidence': core<Evidence>()(
    v.strictObject({
      id,
      stance: v.optional(evidenceStance),
      reason: v.optional(line(2000)),
      originId: v.optional(v.nullable(id)),
    }),
  ),
  'claims.removeEvidence': core<null>()(byId),
  'claims.addPosition': core<Position>()(
    v.strictObject({
      claimId: id,
      actorId: id,
      stance: positionStance,
      manner: positionManner,
      date: v.optional(edtfDate, ''),
      excerptId: v.optional(v.nullable(id), null),
      note: v.optional(line(2000), ''),
    }),
  ),
  'claims.updatePosition': core<Position>()(
    v.strictObject({
      id,
      stance: v.optional(positionStance),
      manner: v.optional(positionManner),
      date: v.optional(edtfDate),
      excerptId: v.optional(v.nullable(id)),
      note: v.optional(line(2000)),
    }),
  ),
  'claims.removePosition': core<null>()(byId),

  /** Claims against actors or sources. */
  'matrix.get': core<Matrix>()(v.strictObject(matrixQuestion)),

  // What several sources have their words from: as evidence they count once.
  'origins.list': core<Origin[]>()(nothing),
  'origins.create': core<Origin>()(v.strictObject(originFields)),
  'origins.update': core<Origin>()(v.strictObject({ id, ...originFields })),
  /** For good; Undo brings it back. Its sources count each for itself again. */
  'origins.remove': core<null>()(byId),
  /** Sources with nearly the same text that are evidence on claims and have no origin in common, the most alike first. */
  'origins.proposals': core<OriginProposal[]>()(nothing),
  'origins.refuse': core<null>()(v.strictObject({ sourceId: id, otherId: id })),

  'events.list': core<EventSummary[]>()(v.strictObject({ actorId: v.optional(id), includeTrashed })),
  'events.get': core<EventDetail>()(byId),
  'events.create': core<EventDetail>()(v.strictObject(eventFields)),
  'events.update': core<EventDetail>()(v.strictObject({ id, ...eventFields })),
  'events.trash': core<null>()(byId),
  /** Adds a date that a source gives the event; the one it goes by stays. */
  'events.addDate': core<EventDetail>()(v.strictObject({ eventId: id, ...eventDateFields })),
  'events.updateDate': core<EventDetail>()(v.strictObject({ id, ...eventDateFields })),
  /** For good; Undo brings it back. */
  'events.removeDate': core<EventDetail>()(byId),
  /** Makes a given date (its id) the one that the event goes by; the one before is kept among those given. */
  'events.goByDate': core<EventDetail>()(byId),

  /** All events and all dated positions, with what they may be grouped by. */
  'timeline.get': core<Timeline>()(nothing),

  // Tables of competing hypotheses: claims across, excerpts and claims down. Everything that writes answers the table.
  'ach.list': core<AchSummary[]>()(nothing),
  'ach.get': core<AchTable>()(byId),
  'ach.create': core<AchTable>()(v.strictObject(achFields)),
  'ach.update': core<AchTable>()(v.strictObject({ id, ...achFields })),
  /** For good; Undo brings it back. Its claims and excerpts stay. */
  'ach.remove': core<null>()(byId),
  'ach.addHypothesis': core<AchTable>()(v.strictObject({ id, claimId: id })),
  'ach.removeHypothesis': core<AchTable>()(byId),
  'ach.addItem': core<AchTable>()(v.strictObject({ id, evidence: achEvidence })),
  'ach.updateItem': core<AchTable>()(v.strictObject({ id, ...achItemFields })),
  'ach.removeItem': core<AchTable>()(byId),
  /** null takes a rating back. */
  'ach.rate': core<AchTable>()(
    v.strictObject({ hypothesisId: id, itemId: id, rating: v.nullable(v.picklist(achRatings)) }),
  ),

  /** Actors, quotations with speakers and dated events proposed from a source's newest text. Nothing of it is in the library. */
  'suggestions.forSource': core<Suggestions>()(
    v.strictObject({
      sourceId: id,
      /** Left out: the newest. */
      snapshotId: v.optional(id),
      /** With those that were accepted or rejected. */
      includeDecided: v.optional(v.boolean(), false),
    }),
  ),
  /** What was accepted or rejected of what this source proposed, the latest first. */
  'suggestions.decisions': core<SuggestionDecision[]>()(v.strictObject({ sourceId: id })),
  /** Adds an actor, or other names to one that is there, and tags it in the source's excerpts that name it. */
  'suggestions.acceptActor': core<ActorDetail>()(
    v.strictObject({
      ...suggestionPlace,
      actor: suggestedActorWish,
      mentions: v.optional(list(v.strictObject(textPlace), 20_000), []),
    }),
  ),
  /** Makes an excerpt of words that somebody said, with the speaker and, where it is given, the position they take. */
  'suggestions.acceptQuotation': core<Excerpt>()(
    v.strictObject({
      ...suggestionPlace,
      ...textPlace,
      speaker: v.optional(v.nullable(suggestedActorWish), null),
      position: v.optional(v.nullable(suggestedPosition), null),
    }),
  ),
  /** Makes an event, with an excerpt of the sentence that tells of it. */
  'suggestions.acceptEvent': core<EventDetail>()(
    v.strictObject({
      ...suggestionPlace,
      ...textPlace,
      title: eventFields.title,
      date: eventFields.date,
      place: eventFields.place,
      actors: v.optional(list(v.strictObject({ actor: suggestedActorWish, role: v.optional(line(200), '') }), 200), []),
    }),
  ),
  /** It is not proposed again, neither from this text nor from a later one. `label`: what it was, to find it again. */
  'suggestions.reject': core<null>()(v.strictObject({ sourceId: id, key: suggestionKey, label: requiredLine(500) })),
  /** Forgets what was decided about it. What was made of it stays. */
  'suggestions.reconsider': core<null>()(v.strictObject({ sourceId: id, key: suggestionKey })),

  'memos.list': core<MemoSummary[]>()(v.strictObject({ includeTrashed })),
  'memos.get': core<MemoDetail>()(byId),
  'memos.create': core<MemoDetail>()(v.strictObject({ title: requiredLine(500), document: v.optional(memoDocument) })),
  /** A memo made of what is in the library: events, claims, sources, with their citations. `not-found` where there is nothing to make it of. */
  'memos.fromTemplate': core<MemoDetail>()(
    v.strictObject({
      template: v.picklist(memoTemplates),
      title: v.optional(requiredLine(500)),
      collectionId: v.optional(id),
      /** Of a chronology: EDTF, '' for no end. */
      from: v.optional(edtfDate, ''),
      to: v.optional(edtfDate, ''),
    }),
  ),
  'memos.update': core<MemoDetail>()(
    v.strictObject({
      id,
      title: v.optional(requiredLine(500)),
      styleId: v.optional(requiredLine(200)),
      locale: v.optional(requiredLine(35)),
    }),
  ),
  /** Saves the text; `conflict` if `version` is not the latest. Keeps automatic revisions. Not part of undo: the editor has its own. */
  'memos.save': core<{ version: number; modifiedAt: string }>()(
    v.strictObject({ id, version: offset, document: memoDocument }),
  ),
  /** The same where only a part of a long text is new: blocks of the stored one are replaced. */
  'memos.saveChange': core<{ version: number; modifiedAt: string }>()(
    v.strictObject({
      id,
      version: offset,
      /** How many blocks it has without the change. */
      of: offset,
      from: offset,
      removed: offset,
      inserted: v.array(memoBlock),
    }),
  ),
  'memos.trash': core<null>()(byId),
  'memos.importMarkdown': core<{ memo: MemoDetail; warnings: string[] }>()(
    v.strictObject({
      fileName: requiredLine(500),
      text: longText(5_000_000),
      /** Its pictures, kept by `memos.addImage` before. */
      pictures: v.optional(v.pipe(v.array(markdownPicture), v.maxLength(mostPicturesAtOnce)), []),
    }),
  ),
  /** Markdown as what a memo is made of, to be put into one. */
  'memos.readMarkdown': core<{ document: MemoDetail['document']; warnings: string[] }>()(
    v.strictObject({ text: longText(5_000_000) }),
  ),
  /** Keeps a picture for memos, whatever its sender calls it; the document says where it stands. */
  'memos.addImage': core<{ sha256: string; mediaType: ImageMediaType; width: number; height: number }>()(
    v.strictObject({
      bytes: v.pipe(
        bytes,
        v.check(({ length }) => length <= mostImageBytes, imageProblems.bytes),
      ),
    }),
  ),
  'memos.image': core<{ bytes: Uint8Array; mediaType: ImageMediaType }>()(
    v.strictObject({ sha256: imageFields.sha256 }),
  ),
  'memos.revisions': core<MemoRevisionInfo[]>()(byId),
  'memos.revision': core<MemoRevision>()(byId),
  /** What changed between two states of a memo; null is the present text. */
  'memos.compare': core<MemoComparison>()(
    v.strictObject({ memoId: id, olderId: v.nullable(id), newerId: v.nullable(id) }),
  ),
  'memos.nameRevision': core<MemoRevisionInfo>()(v.strictObject({ memoId: id, name: requiredLine(200) })),
  'memos.restoreRevision': core<MemoDetail>()(v.strictObject({ revisionId: id })),

  // What memos rest on.
  /** What each sentence rests on and what does not hold, of the memo as it was saved last. */
  'provenance.check': core<ProvenanceReport>()(
    v.strictObject({ memoId: id, sentences: v.optional(v.boolean(), false) }),
  ),
  /** Lets a finding be, for a reason that is kept with the memo. */
  'provenance.dismiss': core<null>()(newDismissal),
  'provenance.withdraw': core<null>()(withdrawnDismissal),
  /** The provenance ledger of a memo as a file: docs/file-format.md. */
  'provenance.ledger': core<ExportOutcome>()(v.strictObject({ memoId: id })),
  /** Compares a ledger with this library. */
  'provenance.verifyLedger': core<LedgerReport>()(v.strictObject({ text: longText(60_000_000) })),

  /** The usual styles and those the user added; with `all`, every style that the packages carry too (about 2,700). */
  'citing.styles': core<StyleInfo[]>()(v.strictObject({ all: v.optional(v.boolean(), false) })),
  /** One of them, or one that was taken out and is still used. @throws `bad-style` where there is none */
  'citing.style': core<StyleInfo>()(v.strictObject({ id: requiredLine(200) })),
  'citing.addStyle': core<StyleInfo>()(v.strictObject({ fileName: requiredLine(500), xml: longText(2_000_000) })),
  /** Takes an added style out of the lists; `memos` are written in it and keep it. */
  'citing.removeStyle': core<{ memos: number }>()(v.strictObject({ id: requiredLine(200) })),
  'citing.locales': core<string[]>()(nothing),
  'citing.render': core<RenderedCitations>()(
    v.strictObject({
      styleId: requiredLine(200),
      locale: requiredLine(35),
      clusters: list(
        v.strictObject({
          id: requiredLine(64),
          items: list(citationItem, 200),
          note: offset,
          form: v.optional(v.literal('narrative')),
        }),
        50_000,
      ),
    }),
  ),

  /** A memo's files. Options that are not named are as they were the last time. What has a job's id can be stopped by it. */
  'exports.memo': core<ExportOutcome>()(
    v.strictObject({
      memoId: id,
      format: v.picklist(memoFormats),
      styleId: v.optional(requiredLine(200)),
      locale: v.optional(requiredLine(35)),
      options: v.optional(memoExportChanges),
      jobId: v.optional(requiredLine(64)),
    }),
  ),
  /** Stops an export; it answers `cancelled`. One that is not under way any more is nothing to stop. */
  'exports.cancel': core<null>()(v.strictObject({ jobId: requiredLine(64) })),
  /** Makes the evidence bundle of a memo, to be taken over in parts and dropped then. */
  'bundles.write': core<Bundled>()(
    v.strictObject({ jobId: requiredLine(64), memoId: id, formats: list(v.picklist(memoFormats), memoFormats.length) }),
  ),
  /** The bytes of a bundle from `offset` on, a few megabytes of them; none at its end. */
  'bundles.part': core<Uint8Array>()(v.strictObject({ jobId: requiredLine(64), offset })),
  /** Cancels a bundle that is being made, and removes one that was. */
  'bundles.drop': core<null>()(v.strictObject({ jobId: requiredLine(64) })),
  /** What a Word file lends to exports as their template; nothing is kept by asking. */
  'exports.wordTemplate': core<WordTemplate>()(
    v.strictObject({
      name: requiredLine(200),
      bytes: v.pipe(
        bytes,
        v.check(
          ({ length }) => length <= mostTemplateBytes,
          'The template is larger than 20 MB. Save it without its pictures.',
        ),
      ),
    }),
  ),
  /** How a memo was exported the last time. */
  'exports.remembered': core<RememberedExport>()(v.strictObject({ memoId: id })),
  'exports.remember': core<null>()(
    v.strictObject({ memoId: id, format: v.picklist(memoFormats), options: memoExportOptions }),
  ),
  /** A matrix as a spreadsheet, or as a document with its citations. */
  'exports.matrix': core<ExportOutcome>()(
    v.strictObject({
      ...matrixQuestion,
      format: v.picklist(matrixFormats),
      styleId: v.optional(requiredLine(200)),
      locale: v.optional(requiredLine(35)),
    }),
  ),
  /** A table of competing hypotheses as a spreadsheet. */
  'exports.ach': core<ExportOutcome>()(byId),
  'exports.bibliography': core<ExportOutcome>()(
    v.strictObject({
      format: v.picklist(bibliographyFormats),
      sourceIds: v.optional(list(id, 100_000)),
      /** Private notes go along only where they are asked for. */
      notes: v.optional(v.boolean(), false),
      /** Originals beside it, where the format names files: Zotero RDF. */
      files: v.optional(v.boolean(), false),
    }),
  ),
  /** Excerpts as W3C annotations: a source's, or all. */
  'exports.annotations': core<ExportOutcome>()(v.strictObject({ sourceId: v.optional(id) })),

  'search.query': core<SearchAnswer>()(
    v.strictObject({
      query: v.pipe(v.string(), v.maxLength(100_000)),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 50),
      kinds: v.optional(list(v.picklist(searchKinds), searchKinds.length)),
    }),
  ),
  /** Field names and values for what is being typed at the caret (a UTF-16 offset into the query). */
  'search.complete': core<SearchCompletions>()(
    v.strictObject({
      query: longText(20_000),
      caret: offset,
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50)), 10),
    }),
  ),
  /** What was searched for, the latest first. Kept in the library file, never exchanged, never undone. */
  'search.past': core<PastSearch[]>()(
    v.strictObject({ limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), 20) }),
  ),
  /** To be called when a search led somewhere, not for every letter typed. */
  'search.remember': core<null>()(v.strictObject({ query: requiredLine(2000) })),
  /** Forgets one past search, or all of them. */
  'search.forget': core<null>()(v.strictObject({ query: v.optional(requiredLine(2000)) })),

  'searches.list': core<SavedSearch[]>()(nothing),
  'searches.create': core<SavedSearch>()(v.strictObject({ name: requiredLine(200), query: requiredLine(20_000) })),
  'searches.update': core<SavedSearch>()(
    v.strictObject({ id, name: v.optional(requiredLine(200)), query: v.optional(requiredLine(20_000)) }),
  ),
  /** For good; Undo brings it back. */
  'searches.delete': core<null>()(byId),

  'history.state': core<HistoryState>()(nothing),
  'history.undo': core<HistoryState>()(nothing),
  'history.redo': core<HistoryState>()(nothing),

  // What a noun's own `trash` method put there, links and parts with it.
  // What a noun's own `trash` method put there, links and parts with it.
  'trash.list': core<TrashItem[]>()(nothing),
  'trash.restore': core<null>()(v.strictObject({ target: trashTarget })),
  /** Erases what is in the Trash for good. The only thing that cannot be undone; the window asks first. */
  'trash.empty': core<{ erased: number }>()(nothing),

  'shell.info': shell<{ shell: 'electron' | 'chromium'; platform: string; version: string }>()(nothing),
  /** Shows the system's folder dialog; null if the user cancels. */
  'shell.chooseLibrary': shell<{ key: string } | null>()(nothing),
  /** https and mailto only; needs a user gesture, which the caller's click is. */
  /** Opens the library's folder, or its inbox, in the system's file manager. */
  'shell.showFolder': shell<null>()(v.strictObject({ folder: v.picklist(['library', 'inbox']) })),
  'shell.openExternal': shell<null>()(v.strictObject({ url: requiredLine(4000) })),
  /** What the window wants to find again at the next start: pane widths, last place. Opaque to the shell. */
  'shell.loadState': shell<Record<string, unknown>>()(nothing),
  'shell.saveState': shell<null>()(v.strictObject({ state: v.record(v.string(), v.unknown()) })),
} as const satisfies Record<string, Method>;

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller passes. */
export type InputOf<M extends MethodName> = v.InferInput<Contract[M]['input']>;
/** What a handler gets, defaults filled in. */
export type ParsedInputOf<M extends MethodName> = v.InferOutput<Contract[M]['input']>;
export type OutputOf<M extends MethodName> = Contract[M] extends Method<v.GenericSchema, infer Output> ? Output : never;
export type HostOf<M extends MethodName> = Contract[M]['host'];

export type CoreMethodName = { [M in MethodName]: HostOf<M> extends 'core' ? M : never }[MethodName];
export type ShellMethodName = { [M in MethodName]: HostOf<M> extends 'shell' ? M : never }[MethodName];

export type Handler<M extends MethodName> = (input: ParsedInputOf<M>) => Promise<OutputOf<M>>;
export type Handlers<M extends MethodName> = { [Name in M]: Handler<Name> };

/** Every event the core or the shell sends to windows. */
export interface ContractEvents {
  /** Rows changed, by this window or another process's undo: which nouns to read again. */
  'library.changed': { nouns: (NounKind | 'tag' | 'collection' | 'note' | 'style' | 'search' | 'history')[] };
  'library.opened': LibraryInfo;
  'library.closed': null;
  /** A file of the inbox is being brought in; `waiting` more are behind it. */
  'inbox.began': { jobId: string; fileName: string; waiting: number };
  'inbox.ended': InboxFile;
  /** `done` of `total` entries, where a file holds many. */
  'imports.progress': {
    jobId: string;
    fileName: string;
    stage: 'reading' | 'parsing' | 'saving';
    done?: number;
    total?: number;
  };
  /** `done` of `total` files of an evidence bundle. */
  'bundles.progress': { jobId: string; done: number; total: number };
  /** An export or download reached the disk. */
  'shell.saved': { fileName: string; folder: string };
  /** The shell wants the window to do something: a menu item, or a library given on the command line. */
  'shell.command': { command: string };
}
export type EventName = keyof ContractEvents;
export const eventNames = [
  'library.changed',
  'library.opened',
  'library.closed',
  'inbox.began',
  'inbox.ended',
  'imports.progress',
  'bundles.progress',
  'shell.saved',
  'shell.command',
] as const satisfies readonly EventName[];

/** The noun kinds, for places that list them. */
export { nounKinds };
