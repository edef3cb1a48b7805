import { useMemo } from 'react';
import { matchActors } from '../../../shared/actors/matching/match';
import type { ActorKind } from '../../../shared/domain/actors';
import type { ClaimStatus } from '../../../shared/domain/claims';
import { call, useCall } from '../../client';
import { pick } from '../../ui/pick';
import { whoAndWhen } from './whoAndWhen';

export type EntityKind = 'source' | 'excerpt' | 'actor' | 'claim';

/** Something of the library that can be put into a text. */
export type Entity = { id: string; title: string; detail: string } & (
  | { kind: 'source' }
  | { kind: 'excerpt' }
  | { kind: 'actor'; actorKind: ActorKind }
  | { kind: 'claim'; status: ClaimStatus }
);

export interface Entities {
  entities: readonly Entity[];
  /** What they answer, trimmed. */
  query: string;
  /** The sources and excerpts still answer what was typed a moment ago. */
  stale: boolean;
}

const PER_KIND = 5;

/**
 * What a short query means, best first, grouped by kind. Actors and claims are few and picked from here, with every
 * alias; sources and excerpts may be many and come from the library's search. An empty query gives the latest ones.
 */
export function useEntities(query: string | null, kinds: readonly EntityKind[]): Entities {
  const asked = query !== null;
  const text = query?.trim() ?? '';
  const wants = (kind: EntityKind) => asked && kinds.includes(kind);
  const actors = useCall('actors.list', {}, { enabled: wants('actor') }).data;
  const claims = useCall('claims.list', {}, { enabled: wants('claim') }).data;
  const latest = { limit: PER_KIND, sort: 'modified', descending: true } as const;
  const recentSources = useCall('sources.list', latest, { enabled: wants('source') && text === '' }).data;
  const recentExcerpts = useCall('excerpts.list', latest, { enabled: wants('excerpt') && text === '' }).data;
  const searched = kinds.filter((kind) => kind === 'source' || kind === 'excerpt');
  const answer = useCall(
    'search.query',
    { query: text, kinds: searched, limit: 2 * PER_KIND },
    { enabled: text !== '' && searched.length > 0, keepPrevious: true },
  );
  const hits = answer.data?.hits;

  const entities = useMemo(() => {
    if (!asked) return [];
    const found: Entity[] = [];
    if (text === '') {
      for (const source of recentSources?.items ?? []) {
        found.push({ kind: 'source', id: source.id, title: source.shortCitation, detail: source.title });
      }
    } else {
      found.push(
        ...(hits ?? [])
          .filter((hit) => hit.kind === 'source')
          .slice(0, PER_KIND)
          .map(fromHit),
      );
    }
    if (kinds.includes('actor')) {
      const meant = matchActors(text, actors ?? []).filter(({ confidence }) => confidence >= 0.5);
      const first = meant.flatMap(({ actorId }) => (actors ?? []).filter(({ id }) => id === actorId));
      const picked = pick(text, actors ?? [], ({ name, aliases }) => [name, ...aliases], PER_KIND);
      for (const { id, name, role, kind } of [...new Set([...first, ...picked])].slice(0, PER_KIND)) {
        const reason = meant.find(({ actorId, confidence }) => actorId === id && confidence < 1)?.reason;
        found.push({ kind: 'actor', id, title: name, detail: reason ?? role, actorKind: kind });
      }
    }
    if (text === '') {
      for (const { id, text: words, shortCitation } of recentExcerpts?.items ?? []) {
        found.push({ kind: 'excerpt', id, title: words, detail: shortCitation });
      }
    } else {
      found.push(
        ...(hits ?? [])
          .filter((hit) => hit.kind === 'excerpt')
          .slice(0, PER_KIND)
          .map(fromHit),
      );
    }
    if (kinds.includes('claim')) {
      for (const { id, statement, status } of pick(text, claims ?? [], (claim) => [claim.statement], PER_KIND)) {
        found.push({ kind: 'claim', id, title: statement, detail: '', status });
      }
    }
    return found;
  }, [asked, text, kinds, actors, claims, recentSources, recentExcerpts, hits]);
  return { entities, query: text, stale: text !== '' && searched.length > 0 && answer.isPlaceholderData };
}

/**
 * What stands in the first row once the answer to what was typed last is there: Enter right after the last letter must not
 * choose what an earlier query had found.
 */
export async function freshEntity(entity: Entity, among: Entities, query: string): Promise<Entity> {
  const stale = among.stale || among.query !== query.trim();
  if (!stale || (entity.kind !== 'source' && entity.kind !== 'excerpt')) return entity;
  const { hits } = await call('search.query', { query: query.trim(), kinds: [entity.kind], limit: 1 });
  const hit = hits[0];
  return hit ? fromHit(hit) : entity;
}

function fromHit(hit: { kind: string; id: string; title: string; text: string }): Entity {
  return hit.kind === 'source'
    ? { kind: 'source', id: hit.id, title: hit.title, detail: whoAndWhen(hit.text) }
    : { kind: 'excerpt', id: hit.id, title: hit.text, detail: hit.title.split(' · ')[0] ?? '' };
}
