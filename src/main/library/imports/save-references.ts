import { fieldLabel } from '../../../shared/citing/item-types';
import type { CslItem } from '../../../shared/domain/csl';
import type { NamedFile, ReferenceOutcome, ReferencesOutcome } from '../../../shared/domain/imports';
import type { ImportedReference, ImportedReferences } from '../../../shared/domain/references';
import { CommonplaceError } from '../../../shared/result';
import { fold } from '../../../shared/search/fold';
import { isBare, isSameBare } from '../../../shared/sources/bare';
import { findingsOf, isEmpty } from '../../../shared/sources/findings';
import { byHand, importOrigin } from '../../../shared/sources/origins';
import { cleanCitationKey } from '../../../shared/sources/citation-key';
import { cslText, sourceColumns } from '../../../shared/sources/describe';
import type { Change } from '../changes/types';
import { addItems, collectionAt } from '../collections/store';
import { groupBy } from '../common/rows';
import type { LibraryContext } from '../context';
import { createNote, listNotes, plainDocument } from '../notes/store';
import { writeFindings } from '../sources/findings/store';
import { bareSources, findDuplicates, type BareSource } from '../sources/duplicates/store';
import { addSource, getSource, sourceName, updateSource } from '../sources/store';
import { setTags } from '../tags/store';

export interface SaveReferencesOptions {
  /** Where the metadata came from, as the source's form says it: the file's name. */
  origin: string;
  /** False: what is there already comes in a second time. */
  recognise: boolean;
  signal: AbortSignal;
  onProgress(done: number, total: number): void;
}

/** How often it is said how far it is, in entries. */
const progressStep = 50;

/**
 * Writes the references of a file as one undoable action, or nothing. Sources that are there already are recognised: what
 * they say stays, and only fields that are empty are filled.
 */
export async function saveReferences(
  { change: run, linkId }: LibraryContext,
  { references, refused, looseFiles, warnings }: ImportedReferences,
  { origin, recognise, signal, onProgress }: SaveReferencesOptions,
): Promise<ReferencesOutcome> {
  const total = references.length;
  const label = total === 1 ? 'Import reference' : `Import ${total} references`;
  const items = await run({ label }, async (change) => {
    const writer = new ReferenceWriter(change, linkId, origin);
    const outcomes: ReferenceOutcome[] = [];
    for (const reference of references) {
      if (signal.aborted) throw new CommonplaceError('cancelled', 'The import was cancelled. Nothing was added.');
      outcomes.push(await writer.write(reference, recognise));
      if (outcomes.length % progressStep === 0) onProgress(outcomes.length, total);
    }
    return outcomes;
  });
  const waiting = { status: 'waiting', reason: '' } as const;
  const files = references.flatMap(({ files: paths }, index) =>
    paths.map((path): NamedFile => ({ path, sourceId: items[index]?.sourceId ?? null, ...waiting })),
  );
  const loose = looseFiles.map((path): NamedFile => ({ path, sourceId: null, ...waiting }));
  return { kind: 'references', items, refused, files: [...files, ...loose], warnings };
}

class ReferenceWriter {
  readonly #change: Change;
  readonly #linkId: LibraryContext['linkId'];
  readonly #origin: string;
  /** What this file has added so far. */
  readonly #added = new Set<string>();
  readonly #collections = new Map<string, string>();
  /** Sources with little more than a title that were there before and that no entry has been taken for yet, by their titles. */
  #bare: Map<string, BareSource[]> | undefined;

  constructor(change: Change, linkId: LibraryContext['linkId'], origin: string) {
    this.#change = change;
    this.#linkId = linkId;
    this.#origin = origin;
  }

  async write(reference: ImportedReference, recognise: boolean): Promise<ReferenceOutcome> {
    const citationKey = cleanCitationKey(reference.citationKey);
    const known = recognise ? await this.#find(reference.csl, citationKey) : undefined;
    return known === undefined ? this.#add(reference, citationKey) : this.#complete(known, reference);
  }

  async #find(csl: CslItem, citationKey: string): Promise<string | undefined> {
    const { title, authors, issued } = sourceColumns(csl);
    const probe = { doi: cslText(csl.DOI), url: cslText(csl.URL), title, authors, issued, citationKey };
    const found = await findDuplicates(this.#change, probe);
    // Two entries of one file that share an address or a DOI are two by their author's will: chapters, interviews.
    const isSame = ({ sourceId, reason }: (typeof found)[number]) =>
      !this.#added.has(sourceId) || reason === 'title' || reason === 'key';
    return found.find(isSame)?.sourceId ?? (isBare(csl) ? this.#findBare(csl) : undefined);
  }

  /** Each is taken once, so that two entries alike are two again. */
  async #findBare(csl: CslItem): Promise<string | undefined> {
    this.#bare ??= groupBy(
      (await bareSources(this.#change)).filter(({ sourceId }) => !this.#added.has(sourceId)),
      (bare) => fold(cslText(bare.csl.title)).trim(),
    );
    const alike = this.#bare.get(fold(cslText(csl.title)).trim()) ?? [];
    const at = alike.findIndex((bare) => isSameBare(bare.csl, csl));
    return at < 0 ? undefined : alike.splice(at, 1)[0]?.sourceId;
  }

  async #add(reference: ImportedReference, wanted: string): Promise<ReferenceOutcome> {
    const { csl, tags, notes, collections, lost } = reference;
    const metadataOrigin = this.#originOf(Object.keys(csl));
    const sourceId = await addSource(this.#change, { csl, metadataOrigin, ...(wanted ? { citationKey: wanted } : {}) });
    this.#added.add(sourceId);
    const target = { kind: 'source', id: sourceId } as const;
    if (tags.length > 0) await setTags(this.#change, this.#linkId, target, tags);
    for (const note of notes) await createNote(this.#change, target, plainDocument(note));
    for (const path of collections) await this.#collect(sourceId, path);
    const { citationKey, title } = await sourceName(this.#change, sourceId);
    const warnings = lost.map((what) => `Not kept: ${what}.`);
    if (reference.citationKey !== '' && citationKey !== reference.citationKey) {
      warnings.push(
        `Its key “${reference.citationKey}” is “${citationKey}” here: the other is taken or cannot be used.`,
      );
    }
    return { status: 'added', sourceId, citationKey, title, filled: [], warnings };
  }

  /** What a person wrote stays; only what is empty is filled. */
  async #complete(sourceId: string, { csl, tags, notes, collections }: ImportedReference): Promise<ReferenceOutcome> {
    const source = await getSource(this.#change, sourceId);
    const target = { kind: 'source', id: sourceId } as const;
    const empty = Object.keys(csl).filter(
      (field) =>
        !kept.has(field) &&
        isEmpty(source.csl[field]) &&
        !isEmpty(csl[field]) &&
        // Somebody took it out.
        source.metadataOrigin[field] !== byHand,
    );
    const filled = empty.map(fieldLabel);
    if (empty.length > 0) {
      const more = Object.fromEntries(empty.map((field) => [field, csl[field]]));
      await updateSource(this.#change, sourceId, { ...source.csl, ...more }, this.#originOf(empty));
    }
    const filledCsl = { ...source.csl, ...Object.fromEntries(empty.map((field) => [field, csl[field]])) };
    const findings = findingsOf(filledCsl, csl, this.#originOf(Object.keys(csl)));
    await writeFindings(this.#change, this.#linkId, sourceId, findings);
    const warnings =
      findings.length > 0
        ? [
            `It says something else about: ${findings.map(({ field }) => fieldLabel(field)).join(', ')}. What you have stays.`,
          ]
        : [];
    const has = new Set(source.tags.map((tag) => fold(tag).trim()));
    const newTags = tags.filter((tag) => !has.has(fold(tag).trim()));
    if (newTags.length > 0) {
      await setTags(this.#change, this.#linkId, target, [...source.tags, ...newTags]);
      filled.push('Tags');
    }
    const texts = new Set((await listNotes(this.#change, target)).map((note) => note.text));
    const newNotes = notes.filter((note) => !texts.has(note));
    for (const note of newNotes) await createNote(this.#change, target, plainDocument(note));
    if (newNotes.length > 0) filled.push('Notes');
    const isIn = new Set(source.collectionIds);
    for (const path of collections) {
      const collectionId = await this.#collect(sourceId, path);
      if (!isIn.has(collectionId) && !filled.includes('Collections')) filled.push('Collections');
    }
    const { citationKey, title } = source;
    const status = filled.length > 0 ? 'completed' : 'already-there';
    return { status, sourceId, citationKey, title, filled, warnings };
  }

  async #collect(sourceId: string, path: readonly string[]): Promise<string> {
    const key = JSON.stringify(path);
    const id = this.#collections.get(key) ?? (await collectionAt(this.#change, path));
    this.#collections.set(key, id);
    await addItems(this.#change, this.#linkId, id, [{ kind: 'source', id: sourceId }]);
    return id;
  }

  #originOf(fields: readonly string[]): Record<string, string> {
    return Object.fromEntries(
      fields.filter((field) => !kept.has(field)).map((field) => [field, importOrigin(this.#origin)]),
    );
  }
}

/** What is not filled in: the type is never empty, and the rest is nobody's reading. */
const kept = new Set(['type', 'id', 'custom']);
