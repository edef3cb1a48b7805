import { describe, expect, it } from 'vitest';
import { suggestIn } from '../testing';

const said = (text: string | string[]) =>
  suggestIn(text).quotations.map(({ text: words, speaker }) => [words, speaker?.name ?? null]);

describe('suggested quotations', () => {
  it.each([
    ['“We will wait,” Anna Orr said.'],
    ['"We will wait," said Anna Orr.'],
    ['‘We will wait,’ the minister, Anna Orr, told reporters.'],
    ["Anna Orr said: 'We will wait,' and left."],
    ['Anna Orr, the minister, said that „We will wait,“ and left.'],
    ['« We will wait, » said Anna Orr.'],
    ["``We will wait,'' Anna Orr said."],
    ['According to Anna Orr, “We will wait,”'],
    ['“We will wait,” according to Anna Orr.'],
  ])('finds words and speaker in %s', (text) => {
    expect(said(text)).toEqual([['We will wait,', 'Anna Orr']]);
  });

  it('joins what “he said” parts', () => {
    const [quotation] = suggestIn('“We will wait,” Anton Brusk said, “but not for long.”').quotations;
    expect(quotation).toMatchObject({ text: 'We will wait, but not for long.', speaker: { name: 'Anton Brusk' } });
    expect(quotation?.parts).toHaveLength(2);
  });

  it('does not end a quotation at an apostrophe', () => {
    expect(said('Anna Orr said: ‘The workers’ rights don’t end here.’')).toEqual([
      ['The workers’ rights don’t end here.', 'Anna Orr'],
    ]);
  });

  it('goes on over paragraphs that open with a mark', () => {
    const [quotation] = suggestIn(['Anna Orr said: “We waited.', '“Now we act.”']).quotations;
    expect(quotation?.parts).toHaveLength(2);
    expect(quotation?.speaker?.name).toBe('Anna Orr');
  });

  it('resolves pronouns, roles and bodies to whom they mean', () => {
    const text =
      'Foreign Minister Anna Orr met Piet Wallin. “It went well,” she said. The Velian Defence Ministry was silent. Later the ministry said: “We know nothing of it.” The minister added: “Nor do I, to be honest.”';
    expect(said(text)).toEqual([
      ['It went well,', 'Anna Orr'],
      ['We know nothing of it.', 'Velian Defence Ministry'],
      ['Nor do I, to be honest.', 'Anna Orr'],
    ]);
  });

  it('names an unnamed speaker as the text does', () => {
    expect(said('“It was cold that night,” a spokesman for the miners said.')).toEqual([
      ['It was cold that night,', 'spokesman for the miners'],
    ]);
  });

  it('calls an unnamed speaker as the text introduced them', () => {
    expect(
      said('A spokesman for the Harbour Council was asked. “It was cold that night,” the spokesman said.'),
    ).toEqual([['It was cold that night,', 'spokesman for the Harbour Council']]);
    expect(said('A Harbour Council spokesman said: “It was cold that night.”')).toEqual([
      ['It was cold that night.', 'Harbour Council spokesman'],
    ]);
  });

  it('lets a pronoun mean somebody unnamed, and nobody of another gender', () => {
    expect(said('A ministry official was asked. “It was cold that night,” he said.')).toEqual([
      ['It was cold that night,', 'ministry official'],
    ]);
    expect(
      said('Tamar Orr had lost her key. On Monday Ilir Brusk came, and he found it. “It was cold,” she said.'),
    ).toEqual([['It was cold,', 'Tamar Orr']]);
    expect(said('One of them told reporters that the planes “came twice and left.”')).toEqual([
      ['came twice and left.', 'One of them'],
    ]);
  });

  it('leaves out single words that somebody puts in marks', () => {
    expect(said('The panel cited “credible” evidence. Anna Orr spoke of “signs”.')).toEqual([]);
  });

  it('takes anybody for a speaker who stands right beside the verb', () => {
    expect(said('A pal added: “It was cold.” “It was not,” said the plumber.')).toEqual([
      ['It was cold.', 'pal'],
      ['It was not,', 'plumber'],
    ]);
    expect(said('Anna Orr went on to say that it “smells of rain.”')).toEqual([['smells of rain.', 'Anna Orr']]);
    expect(said('“It was cold,” one of its authors said.')).toEqual([['It was cold,', 'one of its authors']]);
    expect(said('Anna Orr called the project “a door into the cold”.')).toEqual([['a door into the cold', 'Anna Orr']]);
    expect(said('Anna Orr was told that it was “in the post”.')).toEqual([]);
  });

  it('takes who was introduced before the questions for who answers them', () => {
    const { quotations } = suggestIn([
      'The novelist Anna Orr lives in Lorn.',
      'Q: Do you write?',
      'A: I do, every day. Piet Wallin taught me.',
      'Q: Who is that?',
      'A: Piet Wallin was a judge. Wallin read everything.',
    ]);
    expect(quotations.map(({ speaker }) => speaker?.name)).toEqual(['Anna Orr', 'Anna Orr']);
  });

  it('reads past an office or an apposition to the name', () => {
    expect(said('“It was cold,” the governor of the eastern region, Anna Orr, wrote.')).toEqual([
      ['It was cold,', 'Anna Orr'],
    ]);
    expect(said('“It was cold,” Anna Orr, a retired diplomat, wrote.')).toEqual([['It was cold,', 'Anna Orr']]);
    expect(
      said('Anna Orr said it was “colder than the last winter”, a remark that Piet Wallin described as rude.'),
    ).toEqual([['colder than the last winter', 'Anna Orr']]);
  });

  it('gives words to whoever reports a finding, not to those who found', () => {
    expect(said('Anna Orr told reporters that inspectors had found “traces of a fire that nobody lit.”')).toEqual([
      ['traces of a fire that nobody lit.', 'Anna Orr'],
    ]);
  });

  it('goes on over paragraphs in single marks', () => {
    const [quotation] = suggestIn(['Anna Orr said:', '‘We waited for years.', '‘Now we act.’']).quotations;
    expect(quotation?.parts).toHaveLength(2);
    expect(quotation?.speaker?.name).toBe('Anna Orr');
  });

  it('leaves titles and scare quotes out', () => {
    expect(said('His essay “The Long Winter of Velia” was praised. The “reform” was late, Anna Orr said.')).toEqual([]);
  });

  it.each([
    ['Anna Orr denied that she had met him.', 'denies', 'held'],
    ['Anna Orr confirmed that she had met him.', 'confirms', 'held'],
    ['Anna Orr declined to comment on it.', 'declines', 'held'],
    ['Anna Orr retracted her statement about him.', 'retracts', 'held'],
    ['Anna Orr reportedly said that she had met him.', 'asserts', 'reported'],
  ])('reads the stance of “%s”', (text, stance, manner) => {
    expect(suggestIn(text).statements).toMatchObject([{ stance, manner, speaker: { name: 'Anna Orr' } }]);
  });

  it('marks words that come through somebody else as reported', () => {
    expect(suggestIn('The Lorn Courier quoted Anna Orr as saying “we will wait for them”.').quotations).toMatchObject([
      { manner: 'reported', speaker: { name: 'Anna Orr' } },
    ]);
  });

  it.each([
    ['Anna Orr was quoted by the Lorn Courier as saying “we will wait for them”.', 'Anna Orr'],
    ['Former Secretary of State Anna Orr remarked that “we will wait for them”.', 'Anna Orr'],
    ['The line, as one official put it, is that “we will wait for them”.', 'one official'],
    [
      'Kestria has an envoy. The representative of Norland, Ketil Aasen, left. The representative of Kestria said: “We will wait for them.”',
      'representative of Kestria',
    ],
    [
      'Norland Radio is owned by Anna Orr. The Border Guard Directorate’s statement said: “We will wait for them.”',
      'Border Guard Directorate',
    ],
    ['She told state television: “No.” Anna Orr told state television that “we will wait for them”.', 'Anna Orr'],
  ])('knows who speaks in “%s”', (text, speaker) => {
    expect(said(text).at(-1)?.[1]).toBe(speaker);
  });

  it('says whom a name could mean too', () => {
    const [quotation] = suggestIn(
      'Anna Venn and Marius Venn own the mill. “It is sold and that is that,” Venn said.',
    ).quotations;
    expect(quotation?.speaker?.ambiguousWith).toHaveLength(1);
    expect(quotation?.confidence).toBeLessThan(0.7);
  });

  it('reads the turns of an interview, without the questions', () => {
    const interview = [
      'Tolland: Why did you go?',
      'Orr: I was asked to.',
      'Tolland: By whom?',
      'Orr: By nobody you know, and nobody I do.',
      'Anna Orr spoke to Ines Tolland.',
    ];
    expect(said(interview)).toEqual([
      ['I was asked to.', 'Anna Orr'],
      ['By nobody you know, and nobody I do.', 'Anna Orr'],
    ]);
  });
});
