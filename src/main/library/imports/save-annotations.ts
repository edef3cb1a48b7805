import type {
  AnnotatedOutcome,
  AnnotatedSource,
  AnnotationsOutcome,
  ImportedAnnotation,
  ImportedAnnotations,
  UnanchoredQuotation,
} from '../../../shared/domain/annotations';
import { placeForeignQuote } from '../../../shared/anchoring';
import type { CslItem } from '../../../shared/domain/csl';
import type { Snapshot } from '../../../shared/domain/sources';
import { isSafeUrl } from '../../../shared/memo/document';
import { CommonplaceError } from '../../../shared/result';
import type { TextRange } from '../../../shared/search/types';
import { fold } from '../../../shared/search/fold';
import { cleanCitationKey } from '../../../shared/sources/citation-key';
import { cslText, sourceColumns } from '../../../shared/sources/describe';
import type { Change } from '../changes/types';
import { groupBy, sha256 } from '../common/rows';
import type { LibraryContext } from '../context';
import { hasExcerpt } from '../excerpts/store';
import { insertExcerpt } from '../excerpts/write';
import { createNote, noteTimes, plainDocument } from '../notes/store';
import { latestSnapshot, snapshotOfText } from '../snapshots/store';
import { findDuplicates } from '../sources/duplicates/store';
import { addSource, getSource, liveSourceId, onlySourceOfTitle, sourceName } from '../sources/store';
import { setTags } from '../tags/store';

export interface SaveAnnotationsOptions {
  /** Where the metadata of new sources came from: the file's name. */
  origin: string;
  /** All of them are about this source, whatever they say. */
  sourceId?: string | undefined;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

const progressStep = 50;

/**
 * Writes the annotations of a file as one undoable action, or nothing. Those that quote words of their source's text become
 * excerpts there; those that cannot be anchored, and remarks on the whole, become notes of the source. The same file brought in
 * again adds nothing, and what was thrown away stays in the Trash.
 */
export async function saveAnnotations(
  { change: run, linkId }: LibraryContext,
  { sources, annotations, refused, warnings }: ImportedAnnotations,
  { origin, sourceId, signal, onProgress }: SaveAnnotationsOptions,
): Promise<AnnotationsOutcome> {
  const byTarget = groupBy(annotations, ({ target }) => target);
  const label = annotations.length === 1 ? 'Import annotation' : `Import ${annotations.length} annotations`;
  let done = 0;
  const items = await run({ label }, async (change) => {
    const writer = new AnnotationWriter(change, linkId, origin);
    const outcomes: AnnotatedOutcome[] = [];
    for (const source of sources) {
      const list = byTarget.get(source.target) ?? [];
      if (list.length === 0) continue;
      const outcome = await writer.begin(source, sourceId);
      for (const annotation of list) {
        if (signal.aborted) throw new CommonplaceError('cancelled', 'The import was cancelled. Nothing was added.');
        await writer.write(outcome, annotation);
        if ((done += 1) % progressStep === 0) onProgress(done, annotations.length);
      }
      outcomes.push(outcome);
    }
    return outcomes;
  });
  return { kind: 'annotations', items: merged(items), refused, warnings };
}

class AnnotationWriter {
  readonly #change: Change;
  readonly #linkId: LibraryContext['linkId'];
  readonly #origin: string;
  readonly #latest = new Map<string, Snapshot | undefined>();

  constructor(change: Change, linkId: LibraryContext['linkId'], origin: string) {
    this.#change = change;
    this.#linkId = linkId;
    this.#origin = origin;
  }

  /** The source that annotations are about, made where it is not there. */
  async begin(source: AnnotatedSource, given: string | undefined): Promise<AnnotatedOutcome> {
    const known = given ?? (await this.#find(source));
    const sourceId = known ?? (await this.#make(source));
    if (!this.#latest.has(sourceId)) this.#latest.set(sourceId, await latestSnapshot(this.#change, sourceId));
    const { citationKey, title } = await sourceName(this.#change, sourceId);
    const status = known === undefined ? 'added' : 'already-there';
    return { status, sourceId, citationKey, title, excerpts: 0, alreadyThere: 0, notes: 0, unanchored: [] };
  }

  async #find({ target, title, csl, citationKey }: AnnotatedSource): Promise<string | undefined> {
    const uuid = /^urn:uuid:([0-9a-f-]{36})$/u.exec(target)?.[1];
    const same = uuid === undefined ? undefined : await liveSourceId(this.#change, uuid);
    if (same !== undefined) return same;
    const columns = sourceColumns(csl ?? { type: 'webpage', title });
    const [found] = await findDuplicates(this.#change, {
      url: csl === null ? target : cslText(csl.URL),
      doi: csl === null ? target : cslText(csl.DOI),
      ...(csl === null ? {} : { ...columns, citationKey }),
    });
    if (found !== undefined) return found.sourceId;
    // A file without an address, as a PDF on somebody's disk: its title has to do, where one source alone has it.
    return isSafeUrl(target) || title === '' ? undefined : onlySourceOfTitle(this.#change, title);
  }

  async #make({ target, title, csl: own, citationKey }: AnnotatedSource): Promise<string> {
    const address: Partial<CslItem> = isSafeUrl(target) ? { URL: target } : {};
    const csl: CslItem = own ?? { type: 'webpage', title: title || target.slice(0, 500), ...address };
    const wanted = cleanCitationKey(citationKey);
    const metadataOrigin = Object.fromEntries(
      Object.keys(csl)
        .filter((field) => field !== 'type')
        .map((field) => [field, this.#origin]),
    );
    return addSource(this.#change, { csl, metadataOrigin, ...(wanted === '' ? {} : { citationKey: wanted }) });
  }

  async write(outcome: AnnotatedOutcome, annotation: ImportedAnnotation): Promise<void> {
    const id = this.#idOf(outcome.sourceId, annotation);
    if (await hasExcerpt(this.#change, id)) {
      outcome.alreadyThere += 1;
      return;
    }
    const { quote } = annotation;
    const place = await this.#place(outcome.sourceId, annotation);
    if (place.snapshot !== null) await this.#excerpt(outcome, id, annotation, place.snapshot, place.range);
    else if (quote !== null)
      await this.#keepQuotation(outcome, id, annotation, { quote: quote.exact, reason: place.reason });
    else await this.#remark(outcome, id, annotation);
  }

  async #excerpt(
    outcome: AnnotatedOutcome,
    id: string,
    { own, note, tags, created, modified }: ImportedAnnotation,
    snapshot: Snapshot,
    [start, end]: TextRange,
  ): Promise<void> {
    await insertExcerpt(this.#change, this.#linkId, snapshot, {
      id,
      start,
      end,
      kind: own?.kind ?? 'quotation',
      text: own?.text ?? '',
      ...(own === null ? {} : { locator: own.locator }),
      colour: own?.colour ?? 'yellow',
      note,
      tags,
      ...timesOf(created, modified),
    });
    outcome.excerpts += 1;
    await this.#dropWaiting(id);
  }

  /** The note that kept the quotation until its source had a text, if nobody has written in it since. */
  async #dropWaiting(excerptId: string): Promise<void> {
    const id = this.#linkId('waiting', excerptId);
    const times = await noteTimes(this.#change, id);
    if (times !== undefined && times.deletedAt === null && times.createdAt === times.modifiedAt)
      await this.#change.trash('note', id);
  }

  async #keepQuotation(
    outcome: AnnotatedOutcome,
    excerptId: string,
    annotation: ImportedAnnotation,
    unanchored: UnanchoredQuotation,
  ): Promise<void> {
    outcome.unanchored.push(unanchored);
    const { note, tags, own } = annotation;
    const parts = [
      `“${unanchored.quote.trim()}”`,
      own?.text ?? '',
      note,
      tags.length > 0 ? `Tags: ${tags.join(', ')}` : '',
    ];
    await this.#note(outcome.sourceId, this.#linkId('waiting', excerptId), parts, {
      // That nobody has written in it since is seen by these being the same.
      created: annotation.created,
      modified: annotation.created,
    });
  }

  /** A remark on the whole; its tags are the source's. */
  async #remark(outcome: AnnotatedOutcome, id: string, annotation: ImportedAnnotation): Promise<void> {
    const { sourceId } = outcome;
    if (annotation.tags.length > 0) {
      const { tags } = await getSource(this.#change, sourceId);
      const has = new Set(tags.map((tag) => fold(tag).trim()));
      const more = annotation.tags.filter((tag) => !has.has(fold(tag).trim()));
      if (more.length > 0)
        await setTags(this.#change, this.#linkId, { kind: 'source', id: sourceId }, [...tags, ...more]);
    }
    if (annotation.note === '') return;
    if (await this.#note(sourceId, id, [annotation.note], annotation)) outcome.notes += 1;
    else outcome.alreadyThere += 1;
  }

  /** False where it was written before; in the Trash it stays there. */
  async #note(
    sourceId: string,
    id: string,
    parts: readonly string[],
    { created, modified }: Pick<ImportedAnnotation, 'created' | 'modified'>,
  ): Promise<boolean> {
    if ((await noteTimes(this.#change, id)) !== undefined) return false;
    const text = parts.filter((part) => part !== '').join('\n');
    const at = created === '' ? {} : { createdAt: created, modifiedAt: modified || created };
    await createNote(this.#change, { kind: 'source', id: sourceId }, plainDocument(text), { id, ...at });
    return true;
  }

  /** The same annotation has the same row in every import; what we wrote ourselves has its own again. */
  #idOf(sourceId: string, { id, own, quote, note, created }: ImportedAnnotation): string {
    const uuid = own === null ? undefined : /^urn:uuid:([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/u.exec(id)?.[1];
    return uuid ?? this.#linkId('annotation', sourceId, id || sha256(JSON.stringify([quote, note, created])));
  }

  async #place(
    sourceId: string,
    { quote, position, own }: ImportedAnnotation,
  ): Promise<{ snapshot: Snapshot; range: TextRange } | { snapshot: null; reason: string }> {
    const hash = own?.snapshotSha256 ?? '';
    const seen = hash === '' ? undefined : await snapshotOfText(this.#change, sourceId, hash);
    // The very text that the offsets count in.
    if (seen !== undefined && position !== null && position.end <= seen.text.length) {
      const words = seen.text.slice(position.start, position.end);
      if (words.trim() !== '' && (quote === null || quote.exact === words))
        return { snapshot: seen, range: [position.start, position.end] };
    }
    const snapshot = this.#latest.get(sourceId);
    if (snapshot === undefined) return { snapshot: null, reason: noText };
    if (quote === null) return { snapshot: null, reason: '' };
    const place = placeForeignQuote(snapshot.text, quote);
    if (place.found === 'once') return { snapshot, range: place.range };
    return { snapshot: null, reason: place.found === 'nowhere' ? notThere : oftenThere(place.places) };
  }
}

const noText =
  'Its source has no text here yet. Bring in the page or file for that source, then bring in the annotations again.';
const notThere =
  'These words are not in the text that the library has of it: it may have changed since. Look there and excerpt the passage by hand.';

function oftenThere(places: number): string {
  return `These words stand in ${places} places of the text, and nothing tells which is meant. Excerpt the passage by hand.`;
}

function timesOf(created: string, modified: string): { createdAt?: string; modifiedAt?: string } {
  return created === '' ? {} : { createdAt: created, modifiedAt: modified || created };
}

/** Two names of one source, as addresses with and without "www", are one source. */
function merged(items: readonly AnnotatedOutcome[]): AnnotatedOutcome[] {
  const bySource = new Map<string, AnnotatedOutcome>();
  for (const item of items) {
    const before = bySource.get(item.sourceId);
    if (before === undefined) bySource.set(item.sourceId, item);
    else {
      before.excerpts += item.excerpts;
      before.alreadyThere += item.alreadyThere;
      before.notes += item.notes;
      before.unanchored.push(...item.unanchored);
    }
  }
  return [...bySource.values()];
}
