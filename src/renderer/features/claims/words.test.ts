import { describe, expect, it } from 'vitest';
import type { Evidence, Position } from '../../../shared/domain/claims';
import { statusInWords } from './words';

const evidence = (sourceId: string, stance: Evidence['stance']) =>
  ({ stance, excerpt: { sourceId } }) as unknown as Evidence;
const position = (actorName: string, stance: Position['stance'], manner: Position['manner']) =>
  ({ actorName, stance, manner }) as Position;

describe('a claim’s status in words', () => {
  it('names sources once, holders by name, and says that hearsay does not count', () => {
    const words = statusInWords({
      status: 'contested',
      evidence: [evidence('a', 'supports'), evidence('a', 'supports'), evidence('b', 'contradicts')],
      positionList: [
        position('Merrin Vael', 'asserts', 'held'),
        position('Ostrava', 'denies', 'held'),
        position('Tolma', 'denies', 'reported'),
      ],
    });
    expect(words).toBe(
      'There is something for it and something against it. 1 source supports it; 1 source contradicts it; ' +
        'Merrin Vael stands by it; Ostrava denies it. 1 reported position is not counted.',
    );
  });

  it('says nothing more where there is nothing', () => {
    expect(statusInWords({ status: 'unsupported', evidence: [], positionList: [] })).toBe(
      'No excerpt supports it and nobody is on record for or against it.',
    );
  });
});
