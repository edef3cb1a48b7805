import { describe, expect, it } from 'vitest';
import { itemCiting } from '../../../shared/memo/citation-item';
import { openTestLibrary } from '../testing';
import { citingHandlers } from './handlers';

const tiny = (title: string, extra = '') => `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>${title}</title><id>https://styles.example/tiny</id><updated>2024-01-01T00:00:00Z</updated></info>
  <!-- a comment -->
  <macro name="who"><names variable="author"><name form="short"/></names></macro>
  ${extra}
  <citation><layout prefix="{" suffix="}" delimiter="; "><text macro="who"/><text variable="title" prefix=" &amp; "/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>`;

async function library() {
  const { context } = await openTestLibrary();
  const sourceId = await context.change({ label: 'Add source' }, (change) =>
    change.insert('source', {
      citation_key: 'vale2021',
      csl: JSON.stringify({ type: 'book', title: 'The Straits', author: [{ family: 'Vale', given: 'Mira' }] }),
      type: 'book',
      title: 'The Straits',
      authors: 'Vale',
      publisher: '',
      issued: '2021',
      short_citation: 'Vale 2021',
    }),
  );
  const clusters = [{ id: 'a', items: [itemCiting(sourceId)], note: 0 }];
  return { context, clusters, handlers: citingHandlers(context) };
}

describe('citation styles of a library', () => {
  it('offers the usual styles first, and all when asked', async () => {
    const { handlers } = await library();
    const usual = await handlers['citing.styles']({ all: false });
    expect(usual.slice(0, 5).map(({ id, noteStyle }) => [id, noteStyle])).toEqual([
      ['chicago-notes', true],
      ['chicago-notes-ibid', true],
      ['chicago-author-date', false],
      ['apa', false],
      ['mla', false],
    ]);
    const all = await handlers['citing.styles']({ all: true });
    expect(all.length).toBeGreaterThan(2500);
    expect(all.find(({ id }) => id === 'turabian-fullnote-bibliography-8th-edition')?.noteStyle).toBe(true);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(await handlers['citing.locales']({})).toEqual(
      expect.arrayContaining(['ar', 'de-DE', 'en-GB', 'en-US', 'es-ES', 'fa-IR', 'fr-FR', 'ru-RU', 'tr-TR']),
    );
  });

  it('adds, uses, replaces and removes a style of the user’s, and undoes it', async () => {
    const { handlers, clusters } = await library();
    const added = await handlers['citing.addStyle']({ fileName: 'tiny.csl', xml: tiny('Tiny') });
    expect(added).toEqual({
      id: 'https://styles.example/tiny',
      title: 'Tiny',
      noteStyle: false,
      kind: 'author-date',
      added: true,
    });
    expect((await handlers['citing.styles']({ all: false }))[0]).toEqual(added);
    const rendered = await handlers['citing.render']({ styleId: added.id, locale: 'en-GB', clusters });
    expect(rendered.citations).toEqual([{ id: 'a', runs: [{ text: '{Vale & The Straits}' }] }]);

    const replaced = tiny('Tiny, second').replace('prefix="{"', 'prefix="["').replace('suffix="}"', 'suffix="]"');
    await handlers['citing.addStyle']({ fileName: 'tiny.csl', xml: replaced });
    const again = await handlers['citing.render']({ styleId: added.id, locale: 'en-GB', clusters });
    expect(again.citations[0]?.runs).toEqual([{ text: '[Vale & The Straits]' }]);
    expect((await handlers['citing.styles']({ all: false })).filter((style) => style.added)).toHaveLength(1);

    // A memo that is written in it keeps it; nothing else can choose it.
    expect(await handlers['citing.removeStyle']({ id: added.id })).toEqual({ memos: 0 });
    expect((await handlers['citing.styles']({ all: true })).map(({ id }) => id)).not.toContain(added.id);
    expect(await handlers['citing.style']({ id: added.id })).toMatchObject({ title: 'Tiny, second', removed: true });
    const kept = await handlers['citing.render']({ styleId: added.id, locale: 'en-GB', clusters });
    expect(kept.citations[0]?.runs).toEqual([{ text: '[Vale & The Straits]' }]);
    await expect(handlers['citing.style']({ id: 'nowhere' })).rejects.toMatchObject({ code: 'bad-style' });
    await expect(handlers['citing.removeStyle']({ id: 'apa' })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('lists the others, and takes it out, where one that was added cannot be read', async () => {
    const { handlers, context } = await library();
    const { id } = await handlers['citing.addStyle']({ fileName: 'tiny.csl', xml: tiny('Tiny') });
    await context.db.write((db) => db.run(`UPDATE csl_style SET xml = '<style'`));
    const listed = await handlers['citing.styles']({ all: false });
    expect(listed[0]).toMatchObject({ id, title: 'Tiny', added: true, broken: true });
    expect(listed.length).toBeGreaterThan(5);
    await handlers['citing.removeStyle']({ id });
    expect((await handlers['citing.styles']({ all: false })).some((style) => style.broken)).toBe(false);
  });

  const dependent = (parent: string) => `<?xml version="1.0" encoding="utf-8"?>
    <style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Letters of Tarn</title>
    <id>https://styles.example/tarn</id><link href="${parent}" rel="independent-parent"/></info></style>`;

  it('lets a dependent style stand for its parent, packaged or added, whichever comes to change', async () => {
    const { handlers, clusters } = await library();
    const text = async (styleId: string) => {
      const { citations } = await handlers['citing.render']({ styleId, locale: 'en-GB', clusters });
      return citations[0]?.runs.map((run) => run.text).join('');
    };
    const apa = await handlers['citing.addStyle']({
      fileName: 'tarn.csl',
      xml: dependent('http://www.zotero.org/styles/chicago-fullnote-bibliography'),
    });
    expect(apa).toMatchObject({ title: 'Letters of Tarn', kind: 'note', added: true });
    expect(await text(apa.id)).toBe('Mira Vale, The Straits, n.d.');

    const missing = handlers['citing.addStyle']({ fileName: 't.csl', xml: dependent('https://styles.example/tiny') });
    await expect(missing).rejects.toMatchObject({
      code: 'bad-style',
      message: expect.stringContaining('Add that one first'),
    });
    expect(await text(apa.id)).toBe('Mira Vale, The Straits, n.d.');

    await handlers['citing.addStyle']({ fileName: 'tiny.csl', xml: tiny('Tiny') });
    await handlers['citing.addStyle']({ fileName: 't.csl', xml: dependent('https://styles.example/tiny') });
    expect(await text(apa.id)).toBe('{Vale & The Straits}');
    await handlers['citing.addStyle']({ fileName: 'tiny.csl', xml: tiny('Tiny').replace('prefix="{"', 'prefix="("') });
    expect(await text(apa.id)).toBe('(Vale & The Straits}');
  });

  it.each([
    ['text', 'hello', 'not well-formed'],
    ['broken XML', tiny('T').replace('</macro>', ''), 'not well-formed'],
    ['another XML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'not a CSL style'],
    ['a DOCTYPE', tiny('T').replace('<style', '<!DOCTYPE style [<!ENTITY a "b">]><style'), 'DOCTYPE'],
    [
      'a dependent style',
      tiny('T').replace('</info>', '<link href="https://styles.example/parent" rel="independent-parent"/></info>'),
      'https://styles.example/parent',
    ],
    [
      'a macro that is not there',
      tiny('T').replace('macro="who"', 'macro="whom"'),
      '“whom”, that it does not have (line 7)',
    ],
    ['no layout', tiny('T').replace(/<citation>.*<\/citation>/, '<citation/>'), 'no layout'],
    [
      'a macro that calls itself',
      tiny('T', '<macro name="x"><text macro="x"/></macro>').replace('macro="who"', 'macro="x"'),
      'calls itself',
    ],
    [
      'macros that grow without end',
      tiny(
        'T',
        Array.from(
          { length: 60 },
          (_, index) =>
            `<macro name="m${index}"><group><text macro="m${index + 1}"/><text macro="m${index + 1}"/></group></macro>`,
        ).join('') + '<macro name="m60"><text variable="title"/></macro>',
      ).replace('macro="who"', 'macro="m0"'),
      'too large',
    ],
    ['no title', tiny(''), 'no title'],
    [
      'a long chain of macros',
      tiny(
        'T',
        Array.from(
          { length: 5000 },
          (_, index) => `<macro name="m${index}"><text macro="m${index + 1}"/></macro>`,
        ).join('') + '<macro name="m5000"><text variable="title"/></macro>',
      ).replace('macro="who"', 'macro="m0"'),
      'too long a chain',
    ],
    [
      'keys without end',
      tiny('T').replace('<citation>', `<citation><sort>${'<key macro="who"/>'.repeat(5000)}</sort>`),
      'too many keys',
    ],
  ])('refuses %s with the reason', async (_name, xml, reason) => {
    const { handlers } = await library();
    const attempt = handlers['citing.addStyle']({ fileName: 'x.csl', xml });
    await expect(attempt).rejects.toMatchObject({ code: 'bad-style', message: expect.stringContaining(reason) });
  });

  it('prints the archived copy after the live address, and the title in another language in brackets', async () => {
    const { context, handlers } = await library();
    const csl = {
      type: 'webpage',
      language: 'ru',
      title: 'Декларация о проливах\uFDD3',
      author: [{ literal: 'Министерство вод' }],
      'container-title': 'Воды',
      issued: { 'date-parts': [[2023, 4, 18]] },
      URL: 'https://waters.example/d?a=1',
      custom: { 'translated-title': 'Declaration on the Straits', 'archive-url': 'https://archive.example/2023/d' },
    };
    const add = (key: string, item: object) =>
      context.change({ label: 'Add source' }, (change) =>
        change.insert('source', {
          citation_key: key,
          csl: JSON.stringify(item),
          type: 'webpage',
          title: '',
          authors: '',
          publisher: '',
          issued: '',
          short_citation: '',
        }),
      );
    const sourceId = await add('d', csl);
    const written = async (styleId: string, id: string, locale = 'en-US') => {
      const items = [itemCiting(id)];
      const note = (await handlers['citing.style']({ id: styleId })).noteStyle ? 1 : 0;
      const { citations, bibliography } = await handlers['citing.render']({
        styleId,
        locale,
        clusters: [
          { id: 'a', items, note },
          { id: 'b', items, note: note * 9 },
        ],
      });
      return [...citations, ...bibliography].map(({ runs }) => runs);
    };
    const words = (runs: { text: string }[] | undefined) => runs?.map(({ text }) => text).join('');

    const [first, again, entry] = await written('chicago-notes', sourceId);
    expect(words(first)).toBe(
      'Министерство вод, “Декларация о проливах [Declaration on the Straits],” Воды, April 18, 2023, https://waters.example/d?a=1, archived at https://archive.example/2023/d.',
    );
    expect(words(again)).toBe('Министерство вод, “Декларация о проливах.”');
    expect(words(entry)).toContain('https://waters.example/d?a=1, archived at https://archive.example/2023/d.');
    expect(entry?.find(({ text }) => text.includes('archive.example'))).toMatchObject({
      url: 'https://archive.example/2023/d',
    });
    const [, , apa] = await written('apa', sourceId, 'de-DE');
    expect(words(apa)).toContain(
      'Декларация о проливах [Declaration on the Straits]. Воды. https://waters.example/d?a=1, archiviert unter',
    );
    expect(apa?.filter(({ italic }) => italic).map(({ text }) => text.trim())).toEqual(['Декларация о проливах']);
    for (const styleId of ['mla', 'mhra', 'harvard', 'vancouver', 'ieee', 'oscola']) {
      const entries = (await written(styleId, sourceId)).map(words).join('\n');
      expect(entries, styleId).toContain('Declaration on the Straits]');
      if (styleId !== 'oscola') expect(entries, styleId).toContain('https://archive.example/2023/d');
    }

    const hostile = await add('h', { ...csl, custom: { 'archive-url': 'javascript:alert(1)' }, 'original-title': 'X' });
    const [plain] = await written('chicago-notes', hostile);
    expect(words(plain)).not.toContain('archived');
    expect(words(plain)).toContain('“Декларация о проливах [X],”');
    const offline = await add('o', { ...csl, URL: undefined, type: 'book' });
    expect(words((await written('chicago-notes', offline)).at(-1))).toMatch(
      /\. Archived at https:\/\/archive\.example\/2023\/d\.$/,
    );
  });

  it.each(['constructor', '__proto__', 'toString', 'x}"<script>'])(
    'writes in English for the language “%s”',
    async (locale) => {
      const { handlers, clusters } = await library();
      const { citations } = await handlers['citing.render']({ styleId: 'apa', locale, clusters });
      expect(citations[0]?.runs.map((run) => run.text).join('')).toBe('(Vale, n.d.)');
    },
  );

  it('names cited sources that are not in the library', async () => {
    const { handlers, clusters } = await library();
    const gone = '01890a5d-ac96-774b-bcce-b302099a8057';
    const cluster = { id: 'b', note: 0, items: [{ ...clusters[0]!.items[0]!, sourceId: gone }] };
    const rendered = await handlers['citing.render']({ styleId: 'apa', locale: 'en-GB', clusters: [cluster] });
    expect(rendered.missing).toEqual([gone]);
    expect(rendered.citations[0]?.runs.map((run) => run.text).join('')).toContain(gone);
  });
});
