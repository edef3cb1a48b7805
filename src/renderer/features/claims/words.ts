import type { ClaimDetail, ClaimStatus, EvidenceStance, PositionStance } from '../../../shared/domain/claims';
import { count } from '../../ui/count';

export const stanceNames: Record<PositionStance, string> = {
  asserts: 'Asserts',
  denies: 'Denies',
  confirms: 'Confirms',
  declines: 'Declines to comment',
  retracts: 'Retracts',
};

export const evidenceNames: Record<EvidenceStance, string> = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  context: 'Context',
};

/** What a status means, for those who see it the first time. */
const statusMeanings: Record<ClaimStatus, string> = {
  unsupported: 'No excerpt supports it and nobody is on record for or against it.',
  'single-source': 'Everything in its favour comes from one source.',
  supported: 'Two or more sources support it and nothing speaks against it.',
  contested: 'There is something for it and something against it.',
  denied: 'What there is speaks against it.',
  retracted: 'Those who asserted it have taken it back.',
};

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/** The reasons of a claim's status in a sentence: sources for and against, and who holds what. Reported positions are told apart. */
export function statusInWords(claim: Pick<ClaimDetail, 'status' | 'evidence' | 'positionList'>): string {
  const sources = (stance: EvidenceStance) =>
    new Set(claim.evidence.filter((piece) => piece.stance === stance).map((piece) => piece.excerpt.sourceId)).size;
  const holders = (stances: readonly PositionStance[]) => [
    ...new Set(
      claim.positionList
        .filter((position) => position.manner === 'held' && stances.includes(position.stance))
        .map((position) => position.actorName),
    ),
  ];
  const [supporting, contradicting] = [sources('supports'), sources('contradicts')];
  const facts = [
    supporting > 0 && `${count(supporting, 'source')} ${supporting === 1 ? 'supports' : 'support'} it`,
    contradicting > 0 && `${count(contradicting, 'source')} ${contradicting === 1 ? 'contradicts' : 'contradict'} it`,
    ...(
      [
        [['asserts', 'confirms'], 'stands by it', 'stand by it'],
        [['denies'], 'denies it', 'deny it'],
        [['retracts'], 'took it back', 'took it back'],
      ] as const
    ).map(([stances, one, many]) => {
      const names = holders(stances);
      return names.length > 0 && `${list(names)} ${names.length === 1 ? one : many}`;
    }),
  ].filter((fact): fact is string => fact !== false);
  const reported = claim.positionList.filter((position) => position.manner === 'reported').length;
  const because = facts.length > 0 ? ` ${capital(facts.join('; '))}.` : '';
  const hearsay =
    reported > 0 ? ` ${count(reported, 'reported position')} ${reported === 1 ? 'is' : 'are'} not counted.` : '';
  return `${statusMeanings[claim.status]}${because}${hearsay}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
