import { describe, expect, it } from 'vitest';
import { alikeActors, matchActors, type NamedActor } from './match';

function actor(name: string, facts: Partial<NamedActor> & { also?: NamedActor['names'] } = {}): NamedActor {
  const { also = [], ...rest } = facts;
  return { id: name, kind: 'person', name, names: [{ kind: 'name', text: name }, ...also], ...rest };
}
const reasonOf = (typed: string, other: NamedActor) => matchActors(typed, [other])[0]?.reason ?? null;

describe('matching a name with actors', () => {
  it.each([
    ['arvad selm', 'Arvad Selm', 'same name'],
    ['Selm, Arvad', 'Arvad Selm', 'same name'],
    ['Selm Arvad', 'Arvad Selm', 'same name, its parts in another order'],
    ['President Arvad Selm', 'Arvad Selm', 'same name'],
    // Cyrillic, Greek, Armenian, Georgian, Hangul
    ['Арвад Селм', 'Arvad Selm', 'same letters in another script'],
    ['Шемси Орудлу', 'Şəmsi Orudlu', 'same letters in another script'],
    ['Ильяр Алиев', 'Ilyar Aliyev', 'same letters in another script'],
    ['Νίκος Παπαδάκης', 'Nikos Papadakis', 'same letters in another script'],
    ['Արամ Պետրոսյան', 'Aram Petrosyan', 'same letters in another script'],
    ['გიორგი მაისურაძე', 'Giorgi Maisuradze', 'same letters in another script'],
    ['김하나', 'Gimhana', 'same letters in another script'],
    // Arabic, Persian, Hebrew: short vowels are not written
    ['محمد الهامي', 'Mohammad Elhami', 'same letters in another script'],
    ['الهام علی‌اف', 'Ilham Aliyev', 'same letters in another script'],
    ['کریم رستمی', 'Karim Rostami', 'same letters in another script'],
    ['فاطمة حسن', 'Fatima Hasan', 'same letters in another script'],
    ['שרה לוי', 'Sara Levi', 'same letters in another script'],
    ['علي', 'Ali', 'same letters in another script'],
    ['عليا', 'Alia', 'same letters in another script'],
    // One script, two spellings
    ['Ilyar Aliev', 'Ilyar Aliyev', 'another spelling'],
    ['Mohammed Haddadi', 'Muhammad Haddadi', 'another spelling'],
    // Initials, surname
    ['A. Selm', 'Arvad Selm', 'initials'],
    ['A.K. Selm', 'Arvad Kemal Selm', 'initials'],
    ['Selm', 'Arvad Selm', 'surname only, and nobody else has it'],
    ['Селм', 'Arvad Selm', 'surname only, and nobody else has it'],
    // Different people
    ['Ali', 'Alia', null],
    ['Али', 'Alia', null],
    ['علي', 'Alia', null],
    ['عليا', 'Ali', null],
    ['Hasan', 'Husain', null],
    ['حسن', 'Husain', null],
    ['Гасан', 'Kazan', null],
    ['B. Selm', 'Arvad Selm', null],
    ['Arvad Selma', 'Arvad Selm', null],
    ['Arvad Selm Orud', 'Arvad Selm', null],
    ['Maria', 'Marie', null],
    ['', 'Arvad Selm', null],
    ['...', 'Arvad Selm', null],
    ['山田', 'Yamada', null],
    ['山田 花子', '山田花子', 'same name'],
  ])('“%s” and “%s”: %s', (typed, name, reason) => {
    expect(reasonOf(typed, actor(name))).toBe(reason);
    // The other way round, where it is not about what was left out.
    if (reason === null || reason.startsWith('same letters')) expect(reasonOf(name, actor(typed || '?'))).toBe(reason);
  });

  it('takes the kind of name into account', () => {
    const selm = actor('Arvad Selm', {
      also: [
        { kind: 'alias', text: 'The Ferryman' },
        { kind: 'weak-alias', text: 'Old Selm' },
        { kind: 'previous-name', text: 'Arvad Orudlu' },
      ],
    });
    expect(matchActors('the ferryman', [selm])).toEqual([
      { actorId: 'Arvad Selm', confidence: 0.97, reason: 'alias', name: 'The Ferryman' },
    ]);
    expect(reasonOf('Old Selm', selm)).toBe('weak alias');
    expect(reasonOf('Арвад Орудлу', selm)).toBe('same letters in another script (previous name)');
  });

  it('knows bodies by their abbreviation, and surnames only of people', () => {
    const corps = actor('River Guard Corps of Vellmark', { kind: 'organisation' });
    expect(reasonOf('RGCV', corps)).toBe('abbreviation');
    expect(reasonOf('R.G.C.V.', corps)).toBe('abbreviation');
    expect(reasonOf('River Guard Corps of Vellmark (RGCV)', corps)).toBe('same name');
    expect(reasonOf('Vellmark', corps)).toBeNull();
  });

  it('says less of a surname that several have', () => {
    const found = matchActors('Selm', [actor('Arvad Selm'), actor('Bera Selm'), actor('Selma Orud')]);
    expect(found.map(({ actorId, confidence }) => [actorId, confidence])).toEqual([
      ['Arvad Selm', 0.4],
      ['Bera Selm', 0.4],
    ]);
  });
});

describe('actors that may be one', () => {
  it('are of the same kind and agree by more than a surname', () => {
    const actors = [
      actor('Arvad Selm'),
      actor('Арвад Селм'),
      actor('ارواد سلم'),
      actor('A. Selm'),
      actor('Bera Selm'),
      actor('Selm'),
      actor('Selm (state)', { kind: 'state' }),
      actor('Ali'),
      actor('Alia'),
      actor('Orudlu Harbour Board', { kind: 'organisation' }),
      actor('OHB', { kind: 'organisation' }),
    ];
    const pairs = alikeActors(actors).map(({ actorId, otherId }) => [actorId, otherId].join(' = '));
    expect(pairs.sort()).toEqual([
      'A. Selm = Arvad Selm',
      'Arvad Selm = Арвад Селм',
      'Arvad Selm = ارواد سلم',
      'OHB = Orudlu Harbour Board',
      'Арвад Селм = ارواد سلم',
    ]);
  });

  it('are found among thousands in a moment', () => {
    const syllables = ['ar', 'vad', 'sel', 'mir', 'oru', 'dlu', 'ken', 'bas', 'tol', 'fin', 'gar', 'hul'];
    const word = (n: number) => syllables[n % 12]! + syllables[(n * 7 + 3) % 12]! + syllables[Math.floor(n / 12) % 12]!;
    const many = Array.from({ length: 3000 }, (_, n) => actor(`${word(n)} ${word(n * 31 + 5)} ${n}`));
    const started = performance.now();
    alikeActors(many);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
