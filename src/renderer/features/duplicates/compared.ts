import { fieldLabel, itemTypeOf } from '../../../shared/citing/item-types';
import type { SourceDetail } from '../../../shared/domain/sources';
import type { Confidence } from '../../../shared/sources/duplicates/compare';
import { sameValue, valueText } from '../../../shared/sources/findings';
import { byHand } from '../../../shared/sources/origins';

export const confidenceWords: Record<Confidence, string> = {
  certain: 'Almost certainly one',
  likely: 'Likely one',
  possible: 'Possibly one',
};

export type Side = 'first' | 'second';
export const other = (side: Side): Side => (side === 'first' ? 'second' : 'first');

export interface ComparedField {
  field: string;
  label: string;
  first: string;
  second: string;
  same: boolean;
}

/** Every field that either source has, in the first one's order. */
export function comparedFields(first: SourceDetail, second: SourceDetail): ComparedField[] {
  const fields = new Set([...Object.keys(first.csl), ...Object.keys(second.csl)]);
  fields.delete('id');
  return [...fields].map((field) => {
    const [a, b] = [first.csl[field], second.csl[field]];
    return {
      field,
      label: field === 'type' ? 'Type' : fieldLabel(field),
      first: shown(field, a),
      second: shown(field, b),
      same: sameValue(field, a, b),
    };
  });
}

function shown(field: string, value: unknown): string {
  return field === 'type' ? itemTypeOf(String(value)).label : valueText(field, value);
}

/** The source that more hangs on is kept; of two alike, the older one. */
export function suggestedKept(first: SourceDetail, second: SourceDetail): Side {
  const weight = ({ excerptCount, snapshots }: SourceDetail) => excerptCount * 1000 + snapshots.length;
  return weight(second) > weight(first) ? 'second' : 'first';
}

/** Whose value is taken: what a person wrote, else what is there at all, else the kept one's. */
export function suggestedSide(field: string, kept: Side, sources: Record<Side, SourceDetail>): Side {
  const hand = (side: Side) => sources[side].metadataOrigin[field] === byHand && field in sources[side].csl;
  if (hand(kept)) return kept;
  if (hand(other(kept))) return other(kept);
  return valueText(field, sources[kept].csl[field]) === '' ? other(kept) : kept;
}
