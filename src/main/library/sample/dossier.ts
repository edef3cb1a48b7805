import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { actorKinds, actorNameKinds } from '../../../shared/domain/actors';
import { evidenceStances, positionManners, positionStances } from '../../../shared/domain/claims';
import { tagColours } from '../../../shared/domain/common';
import { resourcePath } from '../../resources';

const text = v.string();
const key = v.pipe(v.string(), v.minLength(1));

/** The shape of resources/sample/dossier.json. Keys stand for rows that get their ids when they are written. */
const dossier = v.strictObject({
  name: text,
  about: text,
  sources: v.record(key, text),
  tagColours: v.record(text, v.picklist(tagColours)),
  excerpts: v.array(
    v.strictObject({
      key,
      source: key,
      quote: text,
      tags: v.array(text),
      actors: v.array(key),
      colour: v.picklist(tagColours),
      note: text,
    }),
  ),
  actors: v.array(
    v.strictObject({
      key,
      kind: v.picklist(actorKinds),
      name: text,
      description: text,
      names: v.array(v.strictObject({ kind: v.picklist(actorNameKinds), text, language: text })),
      roles: v.array(v.strictObject({ title: text, organisation: text, from: text, to: text })),
    }),
  ),
  claims: v.array(
    v.strictObject({
      key,
      statement: text,
      note: text,
      tags: v.array(text),
      evidence: v.array(v.strictObject({ excerpt: key, stance: v.picklist(evidenceStances), reason: text })),
      positions: v.array(
        v.strictObject({
          actor: key,
          stance: v.picklist(positionStances),
          manner: v.picklist(positionManners),
          date: text,
          excerpt: v.nullable(key),
        }),
      ),
    }),
  ),
  events: v.array(
    v.strictObject({
      title: text,
      date: text,
      place: text,
      description: text,
      actors: v.array(v.strictObject({ actor: key, role: text })),
      excerpts: v.array(key),
    }),
  ),
  collections: v.array(v.strictObject({ name: text, sources: v.array(key), excerpts: v.array(key) })),
  /** Marks laid over the memo: every occurrence of the text, over one claim or actor. */
  marks: v.array(v.strictObject({ text, claim: v.optional(key), actor: v.optional(key) })),
});

export type Dossier = v.InferOutput<typeof dossier>;

export async function readDossier(): Promise<Dossier> {
  return v.parse(dossier, JSON.parse(await readFile(resourcePath('sample', 'dossier.json'), 'utf8')));
}

export function readSampleSource(fileName: string): Promise<Uint8Array> {
  return readFile(resourcePath('sample', 'sources', fileName));
}

export function readSampleMemo(): Promise<string> {
  return readFile(resourcePath('sample', 'memo.md'), 'utf8');
}
