import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextRange } from '../search/types';
import { reanchor, type Reanchoring } from './reanchor';
import { foldTypography } from './typography';

const older = [
  'Log of the ferry house',
  'The ferry left at dawn with nine people on board, and the keeper signed the page.',
  'Asked whether the rope had been cut, the keeper said: “It was cut, not worn.” Nobody else was asked.',
  'Question 3. Did you see the light? Answer: Yes. Source: the keeper.',
  'Question 4. Did you hear the bell? Answer: Yes. Source: the keeper.',
  'The harbour office declined to comment on the report, which it called baseless.',
].join('\n\n');

function rangeOf(text: string, words: string, nth = 0): TextRange {
  let at = text.indexOf(words);
  for (let skipped = 0; skipped < nth; skipped++) at = text.indexOf(words, at + 1);
  if (at < 0) throw new Error(`“${words}” is not there`);
  return [at, at + words.length];
}

const one = (newer: string, words: string, nth = 0): Reanchoring =>
  reanchor(older, newer, [rangeOf(older, words, nth)])[0]!;
const placeIn = (newer: string, { candidates: [best] }: Reanchoring) => best && newer.slice(best.start, best.end);

describe('the five verdicts', () => {
  it('exact: the same words between the same words', () => {
    const newer = `An earlier version had another title.\n\n${older}\n\nCorrected on 3 May.`;
    const result = one(newer, 'the rope had been cut');
    expect(result.verdict).toBe('exact');
    expect(result.candidates).toMatchObject([{ words: 1, context: 1, score: 1 }]);
    expect(placeIn(newer, result)).toBe('the rope had been cut');
  });

  it('moved: the same words between others', () => {
    const newer = older.replace('Nobody else was asked.', 'Two others were asked later and agreed with him.');
    expect(one(newer, 'It was cut, not worn.').verdict).toBe('moved');
    const [, ferry, ...rest] = older.split('\n\n');
    const turned = ['Log of the ferry house', ...rest, ferry].join('\n\n');
    const result = one(turned, 'The ferry left at dawn with nine people on board');
    expect(result.verdict).toBe('moved');
    expect(placeIn(turned, result)).toBe('The ferry left at dawn with nine people on board');
  });

  it('moved: other typography', () => {
    const newer = older.replace('“It was cut, not worn.”', '"It was cut,\u00A0not wo\u00ADrn."');
    const result = one(newer, '“It was cut, not worn.”');
    expect(result).toMatchObject({ verdict: 'moved', candidates: [{ words: 1 }] });
    expect(placeIn(newer, result)).toBe('"It was cut,\u00A0not wo\u00ADrn."');
  });

  it.each([
    ['The ferry left at noon with eleven people on board', 'The ferry left at dawn with nine people on board'],
    ['It was worn, not cut.', 'It was cut, not worn.'],
    ['It was cut clean through, not worn.', 'It was cut, not worn.'],
  ])('changed: “%s”', (after, before) => {
    const newer = older.replace(before, after);
    const result = one(newer, before);
    expect(result.verdict).toBe('changed');
    expect(placeIn(newer, result)).toBe(after);
  });

  it('changed: one word, known by its context alone', () => {
    const newer = older.replace(
      'Answer: Yes. Source: the keeper.\n\nQuestion 4',
      'Answer: Yet. Source: the keeper.\n\nQuestion 4',
    );
    const result = one(newer, 'Yes.');
    expect(result.verdict).toBe('changed');
    expect(placeIn(newer, result)).toBe('Yet.');
  });

  it('ambiguous: the same twice', () => {
    const paragraph = 'The ferry left at dawn with nine people on board, and the keeper signed the page.';
    const newer = older.replace(paragraph, `${paragraph}\n\nThe next page says the same:\n\n${paragraph}`);
    const result = one(newer, 'nine people on board');
    expect(result.verdict).toBe('ambiguous');
    expect(result.candidates.map(({ start, end }) => newer.slice(start, end))).toEqual([
      'nine people on board',
      'nine people on board',
    ]);
  });

  it('lost: gone, with nothing like it', () => {
    const newer = older.replace('The harbour office declined to comment on the report, which it called baseless.', '');
    expect(one(newer, 'declined to comment on the report')).toEqual({ verdict: 'lost', candidates: [] });
  });
});

describe('look-alikes', () => {
  it('a twin that was there before is never taken for a passage that is gone', () => {
    const newer = older.replace('Question 3. Did you see the light? Answer: Yes. Source: the keeper.\n\n', '');
    expect(one(newer, 'Yes.').verdict).toBe('lost');
    expect(one(newer, 'Yes.', 1).verdict).toBe('exact');
  });

  it('twins are told apart by what stands around them, however far off', () => {
    const line = 'Nothing was seen on the road that day, wrote the keeper.';
    const block = Array.from({ length: 12 }, () => line).join('\n\n');
    const before = `First week.\n\n${block}\n\nSecond week.\n\n${block}\n\nThe end.`;
    const after = `Preface.\n\n${before}\n\nAppendix.`;
    const places = [0, 5, 11, 12, 20, 23].map((nth) => rangeOf(before, line, nth));
    const results = reanchor(before, after, places);
    expect(results.map(({ verdict }) => verdict)).toEqual(places.map(() => 'exact'));
    expect(results.map(({ candidates: [best] }) => best!.start - 'Preface.\n\n'.length)).toEqual(
      places.map(([start]) => start),
    );
  });

  it('a correction that quotes the old words does not hide that the passage was changed', () => {
    const newer = `${older.replace('with nine people on board', 'with eight people on board')}\n\nCorrection: an earlier version of this log said that “The ferry left at dawn with nine people on board”.`;
    const result = one(newer, 'The ferry left at dawn with nine people on board');
    expect(result.verdict).toBe('changed');
    expect(placeIn(newer, result)).toBe('The ferry left at dawn with eight people on board');
    expect(result.candidates).toHaveLength(2);
  });

  it('part of a word is not the word', () => {
    const newer = older.replace('the bell', 'the doorbell');
    expect(one(newer, 'bell')).toMatchObject({ verdict: 'changed' });
    expect(placeIn(newer, one(newer, 'bell'))).toBe('doorbell');
  });
});

describe('other scripts', () => {
  it.each([
    [
      'قال المتحدث إن المحادثات انتهت دون نتيجة وإن الوفد سيعود غدا',
      'قال المتحدث إن المحادثات استؤنفت دون نتيجة وإن الوفد سيعود غدا',
    ],
    [
      'İclasdan sonra Şahin Əliyev ittihamları əsassız adlandırdı',
      'İclasdan sonra Şahin Əliyev iddiaları əsassız adlandırdı',
    ],
    ['港の事務所は報告について説明を拒んだ', '港の事務所は報告について長い説明を拒んだ'],
  ])('%s', (before, after) => {
    const text = (words: string) => `Prvi odstavek o pristanu.\n\n${words}.\n\nZadnji odstavek o mostu.`;
    const [result] = reanchor(text(before), text(after), [rangeOf(text(before), before)]);
    expect(result).toMatchObject({ verdict: 'changed' });
    expect(placeIn(text(after), result!)).toBe(after);
    const nfd = text(before).normalize('NFD');
    expect(reanchor(text(before), nfd, [rangeOf(text(before), before)])[0]).toMatchObject({
      candidates: [{ words: 1 }],
    });
  });
});

/** Words of an invented language, and many small ones, so that texts repeat themselves as prose does. */
const small = ['ta', 'me', 'or', 'sil', 'nu', 'an'];
const words = Array.from({ length: 160 }, (_, index) => {
  const syllables = ['ka', 'lor', 'min', 'ves', 'tu', 'ran', 'bel', 'osh'];
  return [index % 8, (index >> 3) % 8, (index * 5 + (index >> 2)) % 8].map((place) => syllables[place]).join('');
});
const word = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...small) },
  { weight: 5, arbitrary: fc.constantFrom(...words) },
);
const paragraph = fc.array(word, { minLength: 4, maxLength: 30 });

/** A text as paragraphs of words, and the same after edits; `quoted` are the paragraph and the words of it that were excerpted. */
interface Edited {
  before: string;
  after: string;
  passage: TextRange;
  /** Where the passage is in `after`; null if it was deleted. */
  place: TextRange | null;
}

interface Token {
  text: string;
  quoted: boolean;
}
const render = (paragraphs: readonly (readonly Token[])[]) =>
  paragraphs
    .map((tokens) => tokens.map(({ text }) => text).join(' '))
    .filter((text) => text !== '')
    .join('\n\n');

function placeOf(paragraphs: readonly (readonly Token[])[]): TextRange | null {
  let at = 0;
  let start = -1;
  let end = -1;
  for (const tokens of paragraphs.filter((each) => each.length > 0)) {
    for (const { text, quoted } of tokens) {
      if (quoted && start < 0) start = at;
      if (quoted) end = at + text.length;
      at += text.length + 1;
    }
    at += 1;
  }
  return start < 0 ? null : [start, end];
}

/** Random edits of words outside the quotation (or, with `inside`, of some of its words). */
const edit = fc.record({ at: fc.nat(), kind: fc.constantFrom('insert', 'delete', 'replace'), word });
const edited = (options: { least: number; most: number; inside?: boolean; drop?: boolean }) =>
  fc
    .record({
      text: fc.array(paragraph, { minLength: 2, maxLength: 8 }),
      at: fc.nat(),
      length: fc.integer({ min: options.least, max: options.most }),
      edits: fc.array(edit, { minLength: 1, maxLength: 25 }),
      typography: fc.boolean(),
    })
    .map(({ text, at, length, edits, typography }): Edited => {
      const flat = text.flat();
      const from = at % Math.max(1, flat.length - length);
      let index = 0;
      let paragraphs = text.map((each) =>
        each.map((value): Token => {
          const place = index++;
          return { text: value, quoted: place >= from && place < from + length };
        }),
      );
      const before = render(paragraphs);
      const passage = placeOf(paragraphs)!;
      if (options.drop) paragraphs = paragraphs.map((each) => each.filter(({ quoted }) => !quoted));
      const count = paragraphs.flat().filter(({ quoted }) => quoted).length;
      let changes = 0;
      for (const { at: where, kind, word: other } of edits) {
        const all = paragraphs.flatMap((each, row) => each.map((_, column) => ({ row, column })));
        const { row, column } = all[where % Math.max(1, all.length)] ?? { row: 0, column: 0 };
        const old = paragraphs[row]?.[column];
        if (old === undefined || old.quoted !== (options.inside ?? false)) continue;
        if (options.inside && (changes += 1) > Math.max(1, count * 0.25)) break;
        const added: Token = { text: other, quoted: options.inside ?? false };
        // A word put in beside the quotation's first word would be outside it.
        if (kind === 'delete') paragraphs[row]!.splice(column, 1);
        else if (kind === 'replace') paragraphs[row]![column] = added;
        else if (!options.inside || paragraphs[row]![column - 1]?.quoted) paragraphs[row]!.splice(column, 0, added);
      }
      let after = render(paragraphs);
      let place = placeOf(paragraphs);
      if (typography && !options.inside) {
        after = after.normalize('NFD').replaceAll(' ', '  ');
        place = null;
      }
      return { before, after, passage, place };
    });

const settled = ({ before, after, passage }: Edited) => reanchor(before, after, [passage])[0]!;
const times = (text: string, part: string) => foldTypography(text).split(foldTypography(part)).length - 1;

describe('laws', () => {
  /** Enough different words that no other place of the text could be meant. */
  const telling = ({ before, after, passage }: Edited) => {
    const quotation = before.slice(...passage);
    const different = new Set(quotation.split(/\s+/u).filter((each) => each.length > 2));
    return different.size >= 5 && times(before, quotation) === 1 && times(after, quotation) <= 1;
  };

  it('edits around a quotation leave it exact or moved, at its place', () => {
    fc.assert(
      fc.property(edited({ least: 6, most: 40 }), (sample) => {
        fc.pre(telling(sample));
        const { verdict, candidates } = settled(sample);
        expect(['exact', 'moved']).toContain(verdict);
        if (sample.place) expect([candidates[0]!.start, candidates[0]!.end]).toEqual(sample.place);
      }),
      { numRuns: 150 },
    );
  });

  it('whatever is done around it, a quotation never lands silently on another text', () => {
    fc.assert(
      fc.property(edited({ least: 1, most: 12 }), (sample) => {
        const { verdict, candidates } = settled(sample);
        if (sample.place === null || (verdict !== 'exact' && verdict !== 'moved')) return;
        expect([candidates[0]!.start, candidates[0]!.end]).toEqual(sample.place);
      }),
      { numRuns: 200 },
    );
  });

  it('edits inside it give changed, at its place', () => {
    fc.assert(
      fc.property(edited({ least: 6, most: 40, inside: true }), (sample) => {
        fc.pre(telling(sample) && times(sample.after, sample.before.slice(...sample.passage)) === 0);
        const { verdict, candidates } = settled(sample);
        expect(verdict).toBe('changed');
        expect(candidates[0]!.start < sample.place![1] && candidates[0]!.end > sample.place![0]).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('a quotation that is gone is never exact or moved', () => {
    fc.assert(
      fc.property(edited({ least: 1, most: 40, drop: true }), (sample) => {
        fc.pre(times(sample.after, sample.before.slice(...sample.passage)) === 0);
        expect(['changed', 'ambiguous', 'lost']).toContain(settled(sample).verdict);
      }),
      { numRuns: 150 },
    );
  });

  it('two equal candidates are ambiguous', () => {
    fc.assert(
      fc.property(edited({ least: 4, most: 20 }), paragraph, ({ before, passage }, between) => {
        fc.pre(times(before, before.slice(...passage)) === 1);
        // Near an end of the text, what is put between the copies takes the place of context that only one of them has.
        fc.pre(passage[0] > 80 && passage[1] < before.length - 80);
        const gap = `\n\n${between.join(' ')}\n\n`;
        const { verdict, candidates } = reanchor(before, `${before}${gap}${before}`, [passage])[0]!;
        expect(verdict).toBe('ambiguous');
        expect(candidates.map(({ start }) => start)).toEqual([passage[0], passage[0] + before.length + gap.length]);
      }),
      { numRuns: 100 },
    );
  });

  it('a text is found in itself, and the answer is the same when asked again', () => {
    fc.assert(
      fc.property(edited({ least: 1, most: 20 }), (sample) => {
        const [same] = reanchor(sample.before, sample.before, [sample.passage]);
        const [start, end] = sample.passage;
        expect(same).toMatchObject({ verdict: 'exact', candidates: [{ start, end }] });
        const first = settled(sample);
        expect(settled(sample)).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });

  it('never throws, and gives ranges of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.nat(),
        fc.nat(),
        (a, b, from, length) => {
          const start = a.length === 0 ? 0 : from % a.length;
          const [result] = reanchor(a, b, [[start, Math.min(a.length, start + 1 + (length % 20))]]);
          for (const { start: at, end } of result!.candidates)
            expect(0 <= at && at < end && end <= b.length).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
