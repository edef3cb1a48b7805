import type { OriginProposal } from '../../../shared/domain/claims';
import { likePairs, sketch } from '../../../shared/origins/likeness';
import type { Database } from '../db/types';
import { evidenceSources, refusedPairs, textOf, type Candidate } from './store';

/** From here on two texts are proposed as one origin: wire copy that an editor has shortened and changed still reaches it. */
const least = 0.3;

/**
 * Proposes sources whose newest texts are nearly the same as of one origin, of those that are evidence on a claim and do not share
 * one already. Sketches are kept, for snapshots never change; each text is read and sketched in a turn of its own.
 */
export function originProposer(): (db: Database) => Promise<OriginProposal[]> {
  const known = new Map<string, readonly number[]>();
  return async (db) => {
    const candidates = (await db.read(evidenceSources)).filter(({ snapshotId }) => snapshotId);
    const sketches = new Map<string, readonly number[]>();
    for (const { id, snapshotId } of candidates) {
      const made = known.get(snapshotId) ?? sketch(await db.read((reader) => textOf(reader, snapshotId)));
      known.set(snapshotId, made);
      sketches.set(id, made);
    }
    const refused = await db.read(refusedPairs);
    const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]));
    return likePairs(sketches, least).flatMap(({ first, second, likeness }) => {
      const [a, b] = [byId.get(first), byId.get(second)];
      if (a === undefined || b === undefined || refused.has(`${first} ${second}`)) return [];
      if (a.originId !== null && b.originId !== null) return [];
      return [{ sources: [summary(a), summary(b)], likeness, origin: originOf(a) ?? originOf(b) }];
    });
  };
}

function summary({ id, shortCitation, title }: Candidate): OriginProposal['sources'][number] {
  return { id, shortCitation, title };
}

function originOf({ originId, originName }: Candidate): OriginProposal['origin'] {
  return originId === null || originName === null ? null : { id: originId, name: originName };
}
