import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckedFinding } from '../../../shared/domain/provenance';
import { itemCiting } from '../../../shared/memo/citation-item';
import type { Inline, MemoBlock, TextMark } from '../../../shared/memo/document';
import type { RuleId } from '../../../shared/provenance/finding';
import { openTestNouns, type TestNouns } from '../common/testing';

const plain = (text: string, ...marks: TextMark[]): Inline => ({ type: 'text', text, formats: [], marks });
const paragraph = (...children: (Inline | string)[]): MemoBlock => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? plain(child) : child)),
});
let cited = 0;
const cite = (sourceId: string, locator = '1', excerptId: string | null = null): Inline => ({
  type: 'citation',
  id: `c${(cited += 1)}`,
  marks: [],
  items: [itemCiting(sourceId, { excerptId, locator, label: 'paragraph' })],
});

/** Three of each, so that a memo can have up to three faults of a kind. */
const three = [0, 1, 2] as const;
const paragraphs = [
  'The harbour master, who had served since the flood, called the closing of the gate “a mistake of the worst kind”.',
  'Ships of eleven nations lay in the bay that night, and the custom­house kept its lamps lit until the morning bell.',
  'Nobody saw the pilot leave the fort; the café owner said that she had heard a motor shortly after two o’clock.',
];

interface World {
  nouns: TestNouns;
  memoId: string;
  good: string;
  other: string;
  excerpts: string[];
  trashedExcerpts: string[];
  undated: string[];
  retracted: string[];
  trashed: string[];
  claims: Record<'corroborated' | 'single' | 'bare' | 'contested', string[]>;
  actors: string[];
}

async function makeWorld(): Promise<World> {
  const nouns = await openTestNouns();
  const { call, source } = nouns;
  const all = <T>(make: (index: number) => Promise<T>) =>
    three.reduce<Promise<T[]>>(async (list, index) => [...(await list), await make(index)], Promise.resolve([]));
  const withText = async (title: string) => (await source(title, ...paragraphs)).sourceId;
  const quote = async (sourceId: string, words: string) =>
    (await call('excerpts.quote', { sourceId, quote: words })).id;
  const good = await withText('Vell');
  const other = await withText('Marask');
  const third = await withText('Dorsev');
  const excerpts = await all((index) => quote(good, paragraphs[index]!));
  const support = await quote(other, 'Nobody saw the pilot leave the fort');
  const against = await quote(third, 'the customhouse kept its lamps lit');
  const claim = async (index: number, evidence: Record<string, 'supports' | 'contradicts'>) => {
    const { id } = await call('claims.create', { statement: `The gate ${index} was shut.` });
    for (const [excerptId, stance] of Object.entries(evidence))
      await call('claims.addEvidence', { claimId: id, excerptId, stance });
    return id;
  };
  const gone = async (id: string) => {
    await call('sources.trash', { id });
    return id;
  };
  const undated = await all(async (index) => {
    const id = await withText(`Undated ${index}`);
    await call('sources.update', { id, csl: { type: 'webpage', title: `Undated ${index}` } });
    return id;
  });
  return {
    nouns,
    memoId: (await call('memos.create', { title: 'Memo' })).id,
    good,
    other,
    excerpts,
    trashedExcerpts: await all(async (index) => {
      const id = await quote(good, paragraphs[index]!.slice(0, 25 + index));
      await call('excerpts.trash', { id });
      return id;
    }),
    undated,
    retracted: await all((index) => withText(`Retracted: The gate ${index}`)),
    trashed: await all(async (index) => gone(await withText(`Gone ${index}`))),
    claims: {
      corroborated: await all((index) => claim(index, { [excerpts[0]!]: 'supports', [support]: 'supports' })),
      single: await all((index) => claim(index, { [support]: 'supports' })),
      bare: await all((index) => claim(index, {})),
      contested: await all((index) => claim(index, { [support]: 'supports', [against]: 'contradicts' })),
    },
    actors: await all(async (index) => {
      const name = ['Ilyan Dorsev', 'Rustam Qelani', 'Tahmin Orvati'][index]!;
      const actor = await call('actors.create', {
        kind: 'person',
        name,
        names: [
          { kind: 'name', text: name },
          { kind: 'alias', text: `${name.split(' ')[1]} Bey` },
        ],
        roles: [
          { title: 'Minister of Foreign Affairs', organisation: 'Merevia', from: '2019-06', to: '2022-01-31' },
          { title: 'President', organisation: 'Merevia', from: '2022-02' },
        ],
      });
      return actor.id;
    }),
  };
}

/** A block with a fault and the same without; `index` chooses among things of which each is pointed out once. */
type Fault = (world: World, index: number) => { faulty: MemoBlock; clean: MemoBlock };

const marking = (id: string): TextMark => ({ kind: 'claim', id });
const quoting = (words: string, citation: Inline) =>
  paragraph(`It was, as one paper wrote, “${words}” `, citation, '.');
const oneLetter = (words: string) =>
  words.replace('lamps', 'lamp').replace('mistake', 'mistakes').replace('motor', 'rotor');

const faults: Record<RuleId, Fault> = {
  'claim-without-evidence': ({ claims }, index) => ({
    faulty: paragraph(plain('The gate was shut', marking(claims.bare[index]!)), ' that night, by all accounts.'),
    clean: paragraph(plain('The gate was shut', marking(claims.corroborated[index]!)), ' that night, by all accounts.'),
  }),
  'claim-single-source': ({ claims }, index) => ({
    faulty: paragraph('That night ', plain('the gate was shut', marking(claims.single[index]!)), ' at two.'),
    clean: paragraph('That night ', plain('the gate was shut', marking(claims.corroborated[index]!)), ' at two.'),
  }),
  'claim-contested-as-fact': ({ claims }, index) => ({
    faulty: paragraph(plain('The gate was shut', marking(claims.contested[index]!)), ' at noon in the rain.'),
    clean: paragraph(
      'The ministry insists that ',
      plain('the gate was shut', marking(claims.contested[index]!)),
      ' at noon.',
    ),
  }),
  'claim-not-in-library': ({ claims }, index) => ({
    faulty: paragraph('It was ', plain('shut', marking(`0190a000-0000-7000-8000-00000000000${index}`)), ' again.'),
    clean: paragraph('It was ', plain('shut', marking(claims.corroborated[index]!)), ' again.'),
  }),
  'quotation-not-verbatim': ({ good, excerpts }, index) => ({
    faulty:
      index === 0
        ? quoting(oneLetter(paragraphs[1]!.slice(0, -1)), cite(good, '2'))
        : {
            type: 'excerpt-quotation',
            excerptId: excerpts[index]!,
            children: [plain(oneLetter(paragraphs[index]!)), cite(good)],
          },
    clean:
      index === 0
        ? quoting(paragraphs[1]!.slice(0, -1).normalize('NFD').replace('\u00AD', ''), cite(good, '2'))
        : {
            type: 'excerpt-quotation',
            excerptId: excerpts[index]!,
            children: [plain(paragraphs[index]!.replace(/ the \S+/u, ' […]').replace(/’/gu, "'")), cite(good)],
          },
  }),
  'quotation-not-in-source': ({ good }, index) => ({
    faulty: quoting(`quarterly zinc futures slumped in year ${index}`, cite(good)),
    clean: quoting(paragraphs[index]!.slice(0, 30).trim(), cite(good)),
  }),
  'quotation-without-locator': ({ good }, index) => ({
    faulty: quoting(paragraphs[index]!.slice(0, 40).trim(), cite(good, '')),
    clean: quoting(paragraphs[index]!.slice(0, 40).trim(), cite(good)),
  }),
  'source-undated': ({ undated, good }, index) => ({
    faulty: paragraph('It was a long night by the bay ', cite(undated[index]!), '.'),
    clean: paragraph('It was a long night by the bay ', cite(good), '.'),
  }),
  'source-retracted': ({ retracted, good }, index) => ({
    faulty: paragraph('It was a short night by the bay ', cite(retracted[index]!), '.'),
    clean: paragraph('It was a short night by the bay ', cite(good), '.'),
  }),
  'source-not-in-library': ({ trashed, good }, index) => ({
    faulty: paragraph('It rained ', cite(index === 2 ? '0190a000-0000-7000-8000-00000000000a' : trashed[index]!), '.'),
    clean: paragraph('It rained ', cite(good), '.'),
  }),
  'excerpt-not-in-library': ({ good, trashedExcerpts, excerpts }, index) => ({
    faulty: paragraph('They waited for the pilot there ', cite(good, '1', trashedExcerpts[index]!), '.'),
    clean: paragraph('They waited for the pilot there ', cite(good, '1', excerpts[index]!), '.'),
  }),
  'actor-name-unknown': ({ actors }, index) => ({
    faulty: paragraph({ type: 'actor-mention', actorId: actors[index]!, text: 'Mirza Keln' }, ' left early.'),
    clean: paragraph(
      { type: 'actor-mention', actorId: actors[index]!, text: ['Ilyan Dorsev', 'Qelani Bey', 'Orvati'][index]! },
      ' left early.',
    ),
  }),
  'role-not-held': (_, index) => {
    const name = ['Ilyan Dorsev', 'Rustam Qelani', 'Tahmin Orvati'][index]!;
    return {
      faulty: paragraph(`On 3 May 2018 Foreign Minister ${name} opened the gate.`),
      clean: paragraph(`On 3 May 2020 Foreign Minister ${name} opened the gate.`),
    };
  },
};
const kinds = Object.keys(faults) as RuleId[];

describe('a memo', () => {
  let world: World;
  beforeAll(async () => {
    world = await makeWorld();
  }, 60_000);
  afterAll(() => world.nouns.library.close());

  async function check(blocks: MemoBlock[]): Promise<CheckedFinding[]> {
    const { call } = world.nouns;
    const { version, document } = await call('memos.get', { id: world.memoId });
    await call('memos.save', { id: world.memoId, version, document: { version: document.version, blocks } });
    return (await call('provenance.check', { memoId: world.memoId })).findings;
  }

  it('with faults of every kind has exactly those findings, and its clean twin none', async () => {
    const filler = paragraph('Between them lies nothing that anybody would have to prove.');
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.constantFrom(...kinds), fc.constantFrom(...three)), {
          minLength: 1,
          maxLength: 20,
          selector: ([kind, index]) => `${kind} ${index}`,
        }),
        async (seeds) => {
          const made = seeds.map(([kind, index]) => ({ kind, ...faults[kind](world, index) }));
          const found = await check(made.flatMap(({ faulty }) => [faulty, filler]));
          expect(found.map(({ rule, place }) => `${place.block} ${rule}`)).toEqual(
            made.map(({ kind }, index) => `${index * 2} ${kind}`),
          );
          expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length);
          expect(await check(made.flatMap(({ clean }) => [clean, filler]))).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  const verbatim = paragraphs[2]!;
  it.each([
    ['as it stands', verbatim],
    ['in straight quotes and hyphens', verbatim.replaceAll('’', "'")],
    ['with soft hyphens', verbatim.replace('shortly', 'short\u00ADly')],
    ['composed', verbatim.normalize('NFC')],
    ['decomposed', verbatim.normalize('NFD')],
    ['over other white space', verbatim.replaceAll(' ', ' \u00A0 ')],
    ['with words left out', verbatim.replace('the café owner ', '[…] ')],
    ['with words left out by dots', verbatim.replace(' leave the fort;', ' leave … ')],
    ['with [sic]', verbatim.replace('motor', 'motor [sic]')],
    ['with words of the quoter', verbatim.replace('she ', '[the owner] ')],
    ['with another capital in brackets', `[n]${verbatim.slice(1)}`],
    ['without its full stop', verbatim.slice(0, -1)],
    ['closed by a comma', `${verbatim.slice(0, -1)},`],
  ])('takes a quotation %s for verbatim', async (_, words) => {
    const quoted: MemoBlock = {
      type: 'excerpt-quotation',
      excerptId: world.excerpts[2]!,
      children: [plain(words), cite(world.good, '3')],
    };
    expect(await check([quoted])).toEqual([]);
    expect(await check([quoting(words, cite(world.good, '3'))])).toEqual([]);
  });

  it.each([
    ['one letter', verbatim.replace('motor', 'rotor'), { quoted: 'rotor', original: 'motor' }],
    ['one accent', verbatim.replace('café', 'cafe'), { quoted: 'cafe', original: 'café' }],
    ['one capital', verbatim.replace('pilot', 'Pilot'), { quoted: 'Pilot', original: 'pilot' }],
    ['a word put in', verbatim.replace('had heard', 'had often heard'), { quoted: 'often', original: '' }],
    ['a word left out', verbatim.replace('shortly ', ''), { quoted: '', original: 'shortly' }],
    [
      'a letter beside words left out',
      verbatim.replace('saw the pilot', 'sow […]'),
      { quoted: 'sow', original: 'saw' },
    ],
  ])('finds %s, and mends it', async (_, words, difference) => {
    const quoted = (with_: string): MemoBlock => ({
      type: 'excerpt-quotation',
      excerptId: world.excerpts[2]!,
      children: [plain(with_), cite(world.good, '3')],
    });
    const [found, ...others] = await check([quoted(words)]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: 'quotation-not-verbatim', differences: [difference] });
    const [fix] = found!.fixes;
    const mended = (fix?.kind === 'edit' ? fix.edits : []).reduceRight(
      (text, { place, text: put }) => text.slice(0, place.start) + put + text.slice(place.end),
      words,
    );
    expect(await check([quoted(mended)])).toEqual([]);
  });

  it('keeps the fingerprints of its findings through edits elsewhere', async () => {
    const made = kinds.map((kind) => faults[kind](world, 1).faulty);
    const prints = (findings: CheckedFinding[]) => findings.map(({ fingerprint }) => fingerprint).sort();
    const before = prints(await check(made));
    const moved = [paragraph('A new beginning, with more words than before.'), ...made.toReversed()];
    expect(prints(await check(moved))).toEqual(before);
  });
});
