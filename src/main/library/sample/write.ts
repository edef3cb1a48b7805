import type { CoreMethodName, InputOf, OutputOf } from '../../../shared/contract';
import { asSource } from '../../../shared/domain/imports';
import type { TextMark } from '../../../shared/memo/document';
import { annotate } from './annotate';
import { readDossier, readSampleMemo, readSampleSource, type Dossier } from './dossier';

/** Calls one method of the core; the sample is written through the same methods that a window uses. */
export type Call = <M extends CoreMethodName>(method: M, input: InputOf<M>) => Promise<OutputOf<M>>;

/** Ids of written rows by the dossier's keys. */
class Keys extends Map<string, string> {
  id(key: string): string {
    const id = this.get(key);
    if (id === undefined) throw new Error(`The sample dossier names “${key}”, which it does not define.`);
    return id;
  }
}

/**
 * Writes the sample library (resources/sample) into an empty library, through `call`. Throws the first failure: a sample
 * that does not fit is a bug in the sample, and a test writes it.
 */
export async function writeSample(call: Call): Promise<void> {
  const dossier = await readDossier();
  const citationKeys = new Keys();
  const sources = new Keys();
  for (const [key, fileName] of Object.entries(dossier.sources)) {
    const bytes = await readSampleSource(fileName);
    const outcome = asSource(await call('imports.file', { jobId: `sample-${key}`, fileName, bytes }));
    sources.set(key, outcome.sourceId);
    citationKeys.set(key, outcome.citationKey);
  }
  for (const [name, colour] of Object.entries(dossier.tagColours)) await call('tags.create', { name, colour });
  const actors = await writeActors(call, dossier);
  const excerpts = await writeExcerpts(call, dossier, sources, actors);
  const claims = await writeClaims(call, dossier, actors, excerpts);
  for (const { actors: cast, excerpts: rests, ...event } of dossier.events) {
    await call('events.create', {
      ...event,
      actors: cast.map(({ actor, role }) => ({ actorId: actors.id(actor), role })),
      excerptIds: rests.map((key) => excerpts.id(key)),
    });
  }
  for (const collection of dossier.collections) {
    const { id } = await call('collections.create', { name: collection.name });
    await call('collections.add', {
      id,
      items: [
        ...collection.sources.map((key) => ({ kind: 'source' as const, id: sources.id(key) })),
        ...collection.excerpts.map((key) => ({ kind: 'excerpt' as const, id: excerpts.id(key) })),
      ],
    });
  }
  await writeMemo(call, dossier, { citationKeys, excerpts, claims, actors });
}

async function writeActors(call: Call, dossier: Dossier): Promise<Keys> {
  const ids = new Keys();
  for (const { key, names, ...actor } of dossier.actors) {
    ids.set(key, (await call('actors.create', { ...actor, names: [...names] })).id);
  }
  return ids;
}

async function writeExcerpts(call: Call, dossier: Dossier, sources: Keys, actors: Keys): Promise<Keys> {
  const ids = new Keys();
  for (const excerpt of dossier.excerpts) {
    const { id } = await call('excerpts.quote', {
      sourceId: sources.id(excerpt.source),
      quote: excerpt.quote,
      colour: excerpt.colour,
      note: excerpt.note,
      tags: excerpt.tags,
    });
    for (const actor of excerpt.actors) await call('actors.tag', { excerptId: id, actorId: actors.id(actor) });
    ids.set(excerpt.key, id);
  }
  return ids;
}

async function writeClaims(call: Call, dossier: Dossier, actors: Keys, excerpts: Keys): Promise<Keys> {
  const ids = new Keys();
  for (const claim of dossier.claims) {
    const { id: claimId } = await call('claims.create', { statement: claim.statement, note: claim.note });
    ids.set(claim.key, claimId);
    for (const { excerpt, stance, reason } of claim.evidence) {
      await call('claims.addEvidence', { claimId, excerptId: excerpts.id(excerpt), stance, reason });
    }
    for (const { actor, excerpt, ...position } of claim.positions) {
      const excerptId = excerpt === null ? null : excerpts.id(excerpt);
      await call('claims.addPosition', { claimId, actorId: actors.id(actor), excerptId, ...position });
    }
    await call('tags.set', { target: { kind: 'claim', id: claimId }, names: claim.tags });
  }
  return ids;
}

async function writeMemo(
  call: Call,
  dossier: Dossier,
  keys: { citationKeys: Keys; excerpts: Keys; claims: Keys; actors: Keys },
): Promise<void> {
  const text = (await readSampleMemo()).replace(/@([a-z]+)/g, (_, key: string) => `@${keys.citationKeys.id(key)}`);
  const { memo } = await call('memos.importMarkdown', { fileName: 'memo.md', text });
  const marks = dossier.marks.map(({ text: words, claim, actor }) => {
    const mark: TextMark =
      claim === undefined
        ? { kind: 'actor', id: keys.actors.id(actor ?? '') }
        : { kind: 'claim', id: keys.claims.id(claim) };
    return { text: words, mark };
  });
  const excerptIdByText = new Map(dossier.excerpts.map(({ key, quote }) => [quote, keys.excerpts.id(key)]));
  const document = annotate(memo.document, marks, excerptIdByText);
  await call('memos.save', { id: memo.id, version: memo.version, document });
}
