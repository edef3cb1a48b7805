import { describe, expect, it } from 'vitest';
import { suggestIn } from '../testing';

const names = (text: string | string[]) =>
  suggestIn(text)
    .actors.map(({ kind, name }) => `${kind} ${name}`)
    .sort();
const actor = (text: string | string[], name: string, options = {}) =>
  suggestIn(text, options).actors.find((one) => one.name === name);

describe('suggested actors', () => {
  it('finds people with their roles, and the state beside the title', () => {
    const text = 'Iranian Foreign Minister Hassan Rostami met the envoy, Ilse van der Berg, in Geneva.';
    expect(names(text)).toEqual(['person Hassan Rostami', 'person Ilse van der Berg', 'place Geneva', 'state Iran']);
    expect(actor(text, 'Hassan Rostami')?.roles).toEqual([{ title: 'Foreign Minister', organisation: 'Iran' }]);
    expect(actor(text, 'Ilse van der Berg')?.roles[0]?.title).toBe('envoy');
  });

  it('links a family name alone to the full name, with its possessive', () => {
    const found = actor(
      'President Ilham Karimov spoke. Later Karimov left; Karimov’s guards stayed.',
      'Ilham Karimov',
    )!;
    expect(found.mentions.map(({ text, form }) => [text, form])).toEqual([
      ['Ilham Karimov', 'name'],
      ['Karimov', 'short'],
      ['Karimov', 'short'],
    ]);
  });

  it('says so where a family name fits two people, and links to neither', () => {
    const { actors } = suggestIn('Anna Venn and Marius Venn own the mill. On Monday Venn sold it.');
    expect(actors.filter(({ kind }) => kind === 'person').map(({ mentions }) => mentions.length)).toEqual([1, 1]);
    expect(actors.find(({ name }) => name === 'Anna Venn')?.reason).toContain('“Venn” alone could also be Marius Venn');
  });

  it('tells two people of one family name apart by their honorifics', () => {
    const { actors } = suggestIn('Anna Venn and Marius Venn own the mill. On Monday Ms Venn sold it.');
    expect(actors.find(({ name }) => name === 'Anna Venn')?.mentions).toHaveLength(2);
  });

  it('joins an organisation and the abbreviation behind it', () => {
    const found = actor(
      'The Iranian Revolutionary Guard Corps (IRGC) was named. Then the IRGC denied it.',
      'Iranian Revolutionary Guard Corps',
    )!;
    expect(found.aliases).toContain('IRGC');
    expect(found.mentions.map(({ text }) => text)).toEqual(['Iranian Revolutionary Guard Corps', 'IRGC', 'IRGC']);
  });

  it('knows a ministry in either order of its words, and in lower case', () => {
    const text =
      'The Velian Ministry of Foreign Affairs summoned him. Velia’s foreign ministry said nothing more. Velia is quiet.';
    const ministries = suggestIn(text).actors.filter(({ kind }) => kind === 'organisation');
    expect(ministries.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ['Velian Ministry of Foreign Affairs', 2],
    ]);
  });

  it('takes a nationality for its state at lower confidence', () => {
    const iran = actor('Iranian officials said nothing.', 'Iran')!;
    expect(iran.mentions[0]).toMatchObject({ text: 'Iranian', form: 'adjective' });
    expect(iran.confidence).toBeLessThan(0.7);
    expect(iran.reason).toContain('adjective');
  });

  it('tells a capital that speaks from one where something happens', () => {
    const { actors } = suggestIn('Baku rejected the note. The talks were held in Baku.');
    expect(actors.find(({ name }) => name === 'Azerbaijan')?.mentions[0]).toMatchObject({ form: 'capital', start: 0 });
    expect(actors.find(({ name }) => name === 'Azerbaijan')?.reason).toContain('stands for it');
    expect(actors.find(({ name, kind }) => name === 'Baku' && kind === 'place')?.mentions).toHaveLength(1);
  });

  it('finds states that no list has by their nationality', () => {
    expect(names('Merevia closed its border. Merevian officials would not say why.')).toEqual(['state Merevia']);
  });

  it('joins two family names alone to the full name', () => {
    const { actors } = suggestIn('Margarida Sequeira Lopes spoke. Later Ms Sequeira Lopes left.');
    expect(actors.map(({ name, mentions }) => [name, mentions.length])).toEqual([['Margarida Sequeira Lopes', 2]]);
  });

  it('leaves capitals at the beginning of a sentence, days and laws alone', () => {
    expect(
      names('Officials left on Monday. Negotiations under the Vienna Convention go on. Yesterday was quiet.'),
    ).toEqual([]);
  });

  it('takes from headings only what the text knows', () => {
    expect(names(['# Minister Lena Orr Opens Bridge Over Cold River', 'Lena Orr opened it.'])).toEqual([
      'person Lena Orr',
    ]);
  });

  it.each([
    ['Mr. A. J. Lindqvist wrote.', 'person A. J. Lindqvist'],
    ['Abdulrahman al-Masri wrote.', 'person Abdulrahman al-Masri'],
    ['The Charter Circle, a group of thirty people, wrote.', 'organisation Charter Circle'],
    ['He left for Kidal.', 'place Kidal'],
    ['Van Rossum Dredging won.', 'organisation Van Rossum Dredging'],
    ['Ankara is sending help.', 'state Turkey'],
    ['The Greek daily Avgi wrote.', 'organisation Avgi'],
    ['It stood on the left bank of the Dnestr.', 'place Dnestr'],
    ['He told The Lantern that it was late.', 'organisation Lantern'],
    ['The Ethiopian-born driver wrote.', 'state Ethiopia'],
    ['He said Warsaw was tired.', 'state Poland'],
    ['Kidal, the largest town of the region, was quiet.', 'place Kidal'],
    ['The Republic of Maron wrote.', 'state Maron'],
    ['The Front for the Defense of the North wrote.', 'organisation Front for the Defense of the North'],
  ])('names who is in “%s”', (text, expected) => {
    expect(names(text)).toContain(expected);
  });

  it('takes an ordinary word for a family name only where it is one', () => {
    expect(actor('Ji-woo Park left early. Park said so. The Park was shut.', 'Ji-woo Park')?.mentions).toHaveLength(2);
    expect(names('Park said so.')).toEqual([]);
  });

  it('knows an abbreviation by “known as” and by its letters', () => {
    const pipeline = 'The Caspian Pipeline Consortium, known as the CPC, was shut.';
    expect(actor(pipeline, 'Caspian Pipeline Consortium')?.aliases).toContain('CPC');
    const later = 'The Coast Survey Office was shut. Later the CSO opened.';
    expect(actor(later, 'Coast Survey Office')?.aliases).toContain('CSO');
  });

  it('links to the library by name, other letters and other spelling, with a reason', () => {
    const known = [
      { id: 'a', name: 'İlham Əliyev', kind: 'person' as const, aliases: [] },
      { id: 'b', name: 'Abbas Mousavi', kind: 'person' as const, aliases: [] },
    ];
    const text = 'Ilham Aliyev received Abbas Musavi.';
    expect(actor(text, 'Ilham Aliyev', { known })?.existing).toMatchObject({ actorId: 'a' });
    expect(actor(text, 'Abbas Musavi', { known })?.existing).toMatchObject({
      actorId: 'b',
      reason: expect.stringContaining('spelling') as string,
    });
  });

  it('offers all of the library that a family name alone fits', () => {
    const known = ['Anna Venn', 'Marius Venn'].map((name, index) => ({
      id: String(index),
      name,
      kind: 'person' as const,
      aliases: [],
    }));
    const venn = actor('Mr Venn said no.', 'Venn', { known })!;
    expect(venn.existing).toBeNull();
    expect(venn.candidates.map(({ name }) => name)).toEqual(['Anna Venn', 'Marius Venn']);
  });
});
