import type { ClaimStatus, EvidenceStance, Stand } from '../domain/claims';
import { independentSources, standsByActor, type StatusEvidence, type StatusPosition } from './status';

/** What a status means, for those who see it the first time. */
export const statusMeanings: Record<ClaimStatus, string> = {
  unsupported: 'No excerpt supports it and nobody is on record against it.',
  'single-source': 'Everything in its favour comes from one source, or from one origin.',
  corroborated: 'Two or more independent sources support it and nothing speaks against it.',
  contested: 'There is something for it and something against it.',
  denied: 'What there is speaks against it.',
  retracted: 'Those who asserted it have taken it back.',
};

export interface Explained {
  status: ClaimStatus;
  evidence: readonly StatusEvidence[];
  positions: readonly (StatusPosition & { actorName: string })[];
}

/**
 * Why a claim has its status, in sentences: independent sources for and against, who stands where now, and what was not counted.
 */
export function explainStatus({ status, evidence, positions }: Explained): string {
  const names = new Map(positions.map(({ actorId, actorName }) => [actorId, actorName]));
  const stands = [...standsByActor(positions)];
  const holding = (stand: Stand, one: string, many: string) => {
    const actors = stands.filter(([, held]) => held === stand).map(([actorId]) => names.get(actorId) ?? '');
    return actors.length === 0 ? [] : [`${list(actors)} ${actors.length === 1 ? one : many}`];
  };
  const facts = [
    ...sources(evidence, 'supports', ['supports', 'support']),
    ...sources(evidence, 'contradicts', ['contradicts', 'contradict']),
    ...holding('affirms', 'stands by it', 'stand by it'),
    ...holding('denies', 'denies it', 'deny it'),
    ...holding('divided', 'said both on one day', 'said both on one day'),
    ...holding('retracted', 'took it back', 'took it back'),
  ];
  const reported = positions.filter((position) => position.manner === 'reported').length;
  return [
    statusMeanings[status],
    ...(facts.length > 0 ? [`${capital(facts.join('; '))}.`] : []),
    ...(reported > 0
      ? [`${counted(reported, 'reported position')} ${reported === 1 ? 'is' : 'are'} not counted.`]
      : []),
  ].join(' ');
}

/** "3 sources support it, 2 of them independent". */
function sources(evidence: readonly StatusEvidence[], stance: EvidenceStance, [one, many]: [string, string]): string[] {
  const all = new Set(evidence.filter((piece) => piece.stance === stance).map((piece) => piece.sourceId)).size;
  if (all === 0) return [];
  const independent = independentSources(evidence, stance);
  const fact = `${counted(all, 'source')} ${all === 1 ? one : many} it`;
  if (independent === all) return [fact];
  // One source may stand for more than one origin: then it is the origins that count.
  if (independent > all) return [`${fact}, with words of ${independent} origins`];
  return [`${fact}, ${independent === 1 ? 'all of one origin' : `of ${independent} origins`}`];
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
