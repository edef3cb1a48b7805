import { compareEdtf } from '../dates/edtf';
import type { ClaimStatus, EvidenceStance, PositionManner, PositionStance, Stand } from '../domain/claims';

/** What of a piece of evidence bears on the status. Evidence in the Trash, or from a trashed excerpt, is left out. */
export interface StatusEvidence {
  stance: EvidenceStance;
  sourceId: string;
  /** What it has its words from, if that is known: its own origin, else its source's. One origin counts once. */
  originId: string | null;
  /** EDTF of the source, '' if undated. */
  date: string;
}
/** What of a position bears on the status. */
export interface StatusPosition {
  actorId: string;
  stance: PositionStance;
  manner: PositionManner;
  /** EDTF, '' if unknown. */
  date: string;
}

/**
 * The held positions that an actor's stand rests on: those of the latest date that says anything. `reported` positions are
 * somebody else's words and `declines` says nothing, so neither moves the stand. Undated ones count only where none is
 * dated; of two dates, the later beginning is later.
 */
export function decisive<Position extends StatusPosition>(
  positions: readonly Position[],
): { stand: Stand; positions: Position[] } {
  const taken = positions.filter((position) => position.manner === 'held' && position.stance !== 'declines');
  const dates = [...new Set(taken.map((position) => position.date))].sort(latestFirst);
  let retracting: Position[] = [];
  for (const date of dates) {
    const onDate = taken.filter((position) => position.date === date);
    const stances = new Set(onDate.map((position) => position.stance));
    const affirms = stances.has('asserts') || stances.has('confirms');
    const denies = stances.has('denies');
    if (retracting.length === 0) retracting = onDate.filter((position) => position.stance === 'retracts');
    if (retracting.length > 0) {
      // What it took back decides: of an affirmation, the claim is retracted; of a denial, nothing stands.
      if (affirms) return { stand: 'retracted', positions: retracting };
      if (denies) return { stand: 'none', positions: retracting };
    } else if (affirms || denies) {
      return { stand: affirms && denies ? 'divided' : affirms ? 'affirms' : 'denies', positions: onDate };
    }
  }
  return retracting.length > 0 ? { stand: 'retracted', positions: retracting } : { stand: 'none', positions: [] };
}

/** Where one actor stands: the latest position held counts, and a `retracts` takes back what stood before it. */
export function standOf(positions: readonly StatusPosition[]): Stand {
  return decisive(positions).stand;
}

/** Sorts EDTF dates: the latest beginning first, undated last. */
export function latestFirst(a: string, b: string): number {
  if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
  return compareEdtf(b, a);
}

/** How many independent sources take a stance: those of one origin count once, as does one source however often it is quoted. */
export function independentSources(evidence: readonly StatusEvidence[], stance: EvidenceStance): number {
  return new Set(
    evidence
      .filter((piece) => piece.stance === stance)
      .map((piece) => (piece.originId === null ? `source ${piece.sourceId}` : `origin ${piece.originId}`)),
  ).size;
}

/** Where each actor stands who took any position, reported ones too. */
export function standsByActor(positions: readonly StatusPosition[]): Map<string, Stand> {
  const byActor = new Map<string, StatusPosition[]>();
  for (const position of positions) {
    const list = byActor.get(position.actorId);
    if (list === undefined) byActor.set(position.actorId, [position]);
    else list.push(position);
  }
  return new Map([...byActor].map(([actorId, list]) => [actorId, standOf(list)]));
}

/**
 * The status of a claim: a pure function of its evidence and positions, in whatever order they come. The truth table is
 * in docs/claims.md. A position is not evidence: an assertion alone leaves a claim unsupported. For the status on a date,
 * give it what was there on that date: as-of.ts.
 */
export function claimStatus(evidence: readonly StatusEvidence[], positions: readonly StatusPosition[]): ClaimStatus {
  const supporting = independentSources(evidence, 'supports');
  const contradicting = independentSources(evidence, 'contradicts');
  const stands = new Set(standsByActor(positions).values());
  const affirmed = stands.has('affirms') || stands.has('divided');
  const denied = stands.has('denies') || stands.has('divided');

  if (stands.has('retracted') && !affirmed) return 'retracted';
  if ((supporting > 0 || affirmed) && (contradicting > 0 || denied)) return 'contested';
  if (contradicting > 0 || denied) return 'denied';
  if (supporting === 0) return 'unsupported';
  return supporting === 1 ? 'single-source' : 'corroborated';
}
