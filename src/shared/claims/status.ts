import { compareEdtf } from '../dates/edtf';
import type { ClaimStatus, EvidenceStance, PositionManner, PositionStance } from '../domain/claims';

/** What of a piece of evidence bears on the status. Evidence in the Trash, or from a trashed excerpt, is left out. */
export interface StatusEvidence {
  stance: EvidenceStance;
  sourceId: string;
}
/** What of a position bears on the status. */
export interface StatusPosition {
  actorId: string;
  stance: PositionStance;
  manner: PositionManner;
  /** EDTF, '' if unknown. */
  date: string;
}

/** Where an actor stands now. `retracted`: affirmed once and took it back. */
export type Stand = 'affirms' | 'denies' | 'divided' | 'retracted' | 'none';

/**
 * Where one actor stands: the latest position held counts. Undated positions count only where none is dated; of two
 * dates, the later beginning is later. `reported` positions are somebody else's words and `declines` says nothing, so
 * neither moves the stand. A `retracts` takes back what stood before it; together with others on the same date it wins.
 */
export function standOf(positions: readonly StatusPosition[]): Stand {
  const taken = positions.filter((position) => position.manner === 'held' && position.stance !== 'declines');
  const dates = [...new Set(taken.map((position) => position.date))].sort(latestFirst);
  let retracted = false;
  for (const date of dates) {
    const stances = new Set(taken.filter((position) => position.date === date).map((position) => position.stance));
    const affirms = stances.has('asserts') || stances.has('confirms');
    const denies = stances.has('denies');
    if (stances.has('retracts')) retracted = true;
    if (retracted) {
      // What it took back decides: of an affirmation, the claim is retracted; of a denial, nothing stands.
      if (affirms) return 'retracted';
      if (denies) return 'none';
    } else if (affirms || denies) return affirms && denies ? 'divided' : affirms ? 'affirms' : 'denies';
  }
  return retracted ? 'retracted' : 'none';
}

function latestFirst(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return compareEdtf(b, a);
}

/**
 * The status of a claim: a pure function of its evidence and positions, in whatever order they come. The truth table is
 * in docs/claims.md. A position is not evidence: an assertion alone leaves a claim unsupported.
 */
export function claimStatus(evidence: readonly StatusEvidence[], positions: readonly StatusPosition[]): ClaimStatus {
  const sources = (stance: EvidenceStance) =>
    new Set(evidence.filter((piece) => piece.stance === stance).map((piece) => piece.sourceId));
  const supporting = sources('supports').size;
  const contradicting = sources('contradicts').size;

  const byActor = new Map<string, StatusPosition[]>();
  for (const position of positions) {
    const list = byActor.get(position.actorId);
    if (list === undefined) byActor.set(position.actorId, [position]);
    else list.push(position);
  }
  const stands = new Set([...byActor.values()].map(standOf));
  const affirmed = stands.has('affirms') || stands.has('divided');
  const denied = stands.has('denies') || stands.has('divided');

  if (stands.has('retracted') && !affirmed) return 'retracted';
  if ((supporting > 0 || affirmed) && (contradicting > 0 || denied)) return 'contested';
  if (contradicting > 0 || denied) return 'denied';
  if (supporting === 0) return 'unsupported';
  return supporting === 1 ? 'single-source' : 'supported';
}
