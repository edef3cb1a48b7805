import { displayDate } from '../../dates/display';
import { roleThenInWords } from '../../actors/roles';
import type { ClaimDetail, EvidenceStance, Position, PositionStance } from '../../domain/claims';
import type { Inline, MemoBlock } from '../document';
import { bullets, cite, heading, paragraph, prompt, quoted, text } from './parts';

const says: Record<PositionStance, string> = {
  asserts: 'asserts it',
  denies: 'denies it',
  confirms: 'confirms it',
  declines: 'declines to comment',
  retracts: 'took it back',
};
const evidenceTitles: [EvidenceStance, string][] = [
  ['supports', 'For it'],
  ['contradicts', 'Against it'],
  ['context', 'Context'],
];

/** Each claim with its status, who holds what, and the passages for and against it. */
export function claimSheet(claims: readonly ClaimDetail[], newId: () => string): MemoBlock[] {
  return claims.flatMap((claim) => [
    heading(2, text(claim.statement, [], [{ kind: 'claim', id: claim.id }])),
    paragraph(...text('Status: ', ['bold']), ...text(statusWords(claim))),
    ...(claim.positionList.length > 0
      ? [heading(3, text('Who says what')), ...bullets(claim.positionList.map((each) => position(each, newId)))]
      : []),
    ...evidenceTitles.flatMap(([stance, title]) => evidence(claim, stance, title, newId)),
    ...(claim.evidence.length === 0 ? [prompt('No evidence is on record for this claim.')] : []),
  ]);
}

function statusWords({ status, explanation }: ClaimDetail): string {
  return explanation === '' ? `${status}.` : `${status}. ${explanation}`;
}

function position(each: Position, newId: () => string): Inline[] {
  const office = roleThenInWords(each.roleThen);
  const who = office === '' ? each.actorName : `${each.actorName} (${office})`;
  const when = each.date === '' ? '' : `, ${displayDate(each.date)}`;
  const reported = each.manner === 'reported' ? 'is reported: ' : '';
  const note = each.note === '' ? '' : `. ${each.note.trim()}`;
  return [
    ...text(`${who} ${reported}${says[each.stance]}${when}${note}`),
    ...(each.excerpt ? cite([each.excerpt], newId) : []),
  ];
}

function evidence(claim: ClaimDetail, stance: EvidenceStance, title: string, newId: () => string): MemoBlock[] {
  const found = claim.evidence.filter((each) => each.stance === stance);
  if (found.length === 0) return [];
  return [
    heading(3, text(title)),
    ...found.flatMap(({ excerpt, reason }) => [
      quoted(excerpt, newId),
      ...(reason === '' ? [] : [paragraph(...text(reason))]),
    ]),
  ];
}
