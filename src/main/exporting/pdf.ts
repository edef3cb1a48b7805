import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { CommonplaceError } from '../../shared/result';
import { mainDirection, rtlLanguage } from './direction';
import { template } from './pdf-template';
import {
  inlinesText,
  runInlines,
  type PreparedBlock,
  type PreparedInline,
  type PreparedList,
  type PreparedMemo,
} from './prepared';

/** Fonts that go into the PDF: Latin, Greek and Cyrillic, and Arabic letters, from packages. */
const fontFiles: readonly [string, string][] = [
  ['source-serif-4', '400Regular/SourceSerif4_400Regular.ttf'],
  ['source-serif-4', '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'],
  ['source-serif-4', '600SemiBold/SourceSerif4_600SemiBold.ttf'],
  ['source-serif-4', '600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf'],
  ['noto-naskh-arabic', '400Regular/NotoNaskhArabic_400Regular.ttf'],
  ['noto-naskh-arabic', '700Bold/NotoNaskhArabic_700Bold.ttf'],
];

let compiler: NodeCompiler | undefined;

/**
 * A PDF through Typst: A4, real footnotes, tagged for screen readers (PDF/UA-1 where the memo allows it). The memo reaches
 * Typst as JSON that a fixed template shows; nothing the user wrote is ever read as Typst code.
 * @throws CommonplaceError `unavailable` if the compiler does not run on this machine
 */
export function writePdf(memo: PreparedMemo): Uint8Array {
  const typst = compilerOnce();
  const compiled = typst.compile({
    mainFileContent: template,
    inputs: { memo: JSON.stringify(toData(memo)) },
  });
  const document = compiled.result;
  if (!document) {
    throw new CommonplaceError(
      'unavailable',
      'The PDF could not be made. Export the memo as Word or HTML instead, and tell us about it.',
      JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? null).slice(0, 2000),
    );
  }
  try {
    return new Uint8Array(typst.pdf(document, { pdfStandard: 'ua-1' }));
  } catch {
    // PDF/UA asks for more than tags, e.g. headings that skip no level; what the author wrote goes before that.
    return new Uint8Array(typst.pdf(document));
  } finally {
    typst.evictCache(5);
  }
}

function compilerOnce(): NodeCompiler {
  if (compiler) return compiler;
  const require = createRequire(import.meta.url);
  const fontBlobs = fontFiles.map(([name, file]) =>
    readFileSync(join(dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), file)),
  );
  try {
    compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  } catch (error) {
    throw new CommonplaceError(
      'unavailable',
      'PDF export does not work on this machine. Export the memo as Word or HTML instead.',
      String(error),
    );
  }
  return compiler;
}

/** The memo as plain data; the names are those the template reads. */
function toData(memo: PreparedMemo): unknown {
  const [language, region] = memo.locale.split(/[-_]/);
  return {
    title: memo.title,
    language: /^[a-z]{2,3}$/.test(language ?? '') ? language : 'en',
    region: /^[A-Z]{2}$/.test(region ?? '') ? region : null,
    direction: memo.direction,
    blocks: memo.blocks.map(blockData),
    bibliographyTitle: memo.titles.bibliography,
    hanging: memo.hangingIndent,
    bibliography: memo.bibliography.map(({ runs }) => runData(runInlines(runs))),
  };
}

function blockData(block: PreparedBlock): unknown {
  switch (block.type) {
    case 'paragraph':
    case 'quotation':
      return { kind: block.type, ...runData(block.children) };
    case 'heading':
      return { kind: 'heading', level: block.level, ...runData(block.children) };
    case 'list':
      return listData(block);
    case 'table':
      return {
        kind: 'table',
        columns: block.columns,
        headed: block.headed,
        rows: block.rows.map((row) =>
          Array.from({ length: block.columns }, (_, column) => {
            const cell = row[column];
            return cell ? { header: cell.header, ...runData(cell.children) } : { header: false, ...runData([]) };
          }),
        ),
      };
    case 'code':
    case 'rule':
      return block.type === 'code' ? { kind: 'code', text: block.text } : { kind: 'rule' };
  }
}

function listData(list: PreparedList): unknown {
  return {
    kind: 'list',
    ordered: list.ordered,
    start: Math.max(0, list.start),
    items: list.items.map((item) => ({ ...runData(item.children), nested: item.nested && listData(item.nested) })),
  };
}

/** Inlines with the direction and language of their text. */
function runData(children: readonly PreparedInline[]): { rtl: string | null; inlines: unknown[] } {
  const text = inlinesText(children);
  const rtl = mainDirection(text) === 'rtl' ? rtlLanguage(text) : null;
  return { rtl, inlines: children.map(inlineData) };
}

function inlineData(inline: PreparedInline): unknown {
  switch (inline.type) {
    case 'text':
      return { kind: 'text', text: inline.text, ...inline.look, url: inline.url ?? null };
    case 'break':
      return { kind: 'break' };
    case 'footnote':
      return { kind: 'note', ...runData(inline.children) };
    case 'citation':
      return inline.note === null
        ? { kind: 'group', inlines: runInlines(inline.runs).map(inlineData) }
        : { kind: 'note', ...runData(runInlines(inline.runs)) };
  }
}
