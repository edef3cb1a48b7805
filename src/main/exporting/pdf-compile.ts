import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { CommonplaceError } from '../../shared/result';
import { template } from './pdf-template';

/** What a PDF is made of. */
export interface PdfJob {
  /** JSON as the template reads it. */
  memo: string;
  /** Pictures by the names that the memo calls them by. */
  pictures: readonly { name: string; bytes: Uint8Array }[];
}

/** Fonts that go into the PDF: Latin, Greek and Cyrillic, and Arabic letters, from packages. */
const fontFiles: readonly [string, string][] = [
  ['source-serif-4', '400Regular/SourceSerif4_400Regular.ttf'],
  ['source-serif-4', '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf'],
  ['source-serif-4', '600SemiBold/SourceSerif4_600SemiBold.ttf'],
  ['source-serif-4', '600SemiBold_Italic/SourceSerif4_600SemiBold_Italic.ttf'],
  // Amiri, not Noto's Naskh: that one draws a letter's dots as signs of their own, and text copied from the PDF doubles its letters.
  ['amiri', '400Regular/Amiri_400Regular.ttf'],
  ['amiri', '400Regular_Italic/Amiri_400Regular_Italic.ttf'],
  ['amiri', '700Bold/Amiri_700Bold.ttf'],
];

/** A folder that is not there: the template reads pictures from memory, and nothing from the disk. */
const workspace = join(tmpdir(), `commonplace-typst-${randomUUID()}`);

let compiler: NodeCompiler | undefined;

/**
 * A PDF through Typst, tagged for screen readers (PDF/UA-1 where the memo allows it). The memo reaches Typst as JSON that a fixed
 * template shows; nothing the user wrote is ever read as Typst code.
 * @throws CommonplaceError `unavailable` if the compiler does not run on this machine
 */
export function compilePdf({ memo, pictures }: PdfJob): Uint8Array<ArrayBuffer> {
  const typst = compilerOnce();
  try {
    // Where the template finds them: files in memory only.
    for (const { name, bytes } of pictures) typst.mapShadow(join(workspace, name), Buffer.from(bytes));
    const compiled = typst.compile({ mainFileContent: template, inputs: { memo } });
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
    }
  } finally {
    typst.resetShadow();
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
    compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  } catch (error) {
    throw new CommonplaceError(
      'unavailable',
      'PDF export does not work on this machine. Export the memo as Word or HTML instead.',
      String(error),
    );
  }
  return compiler;
}
