import type { ExportedFile, MemoFormat } from '../../shared/domain/exports';
import { writeStyle } from '../citing/csl-write';
import { forBiblatex, forPandoc } from './rendered-later';
import { writeBibliography } from '../references';
import { exportFileName } from './file-name';
import type { PdfWork } from './pdf';
import { pictureName, type PictureFile, type PreparedMemo } from './prepared';

/**
 * A memo's files in one format; Markdown and LaTeX have their bibliography beside them, Markdown its style too. The formats are loaded when they
 * are asked for: Word's and Typst's libraries take long to start.
 * @throws CommonplaceError `cancelled`
 */
export async function writeMemo(memo: PreparedMemo, format: MemoFormat, work: PdfWork = {}): Promise<ExportedFile[]> {
  const name = (extension: string) => exportFileName(memo.title, extension);
  const sources = [...memo.sources.values()].map((source) => ({ ...source, tags: [], notes: [], collections: [] }));
  switch (format) {
    case 'docx': {
      const { writeDocx } = await import('./docx');
      const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
      return [{ fileName: name('docx'), mediaType, bytes: await writeDocx(memo) }];
    }
    case 'odt': {
      const { odtMediaType, writeOdt } = await import('./odt');
      return [{ fileName: name('odt'), mediaType: odtMediaType, bytes: await writeOdt(memo) }];
    }
    case 'pdf': {
      const { writePdf } = await import('./pdf');
      return [{ fileName: name('pdf'), mediaType: 'application/pdf', bytes: await writePdf(memo, work) }];
    }
    case 'html': {
      const { writeHtml } = await import('./html');
      return [textFile(name('html'), 'text/html', writeHtml(memo))];
    }
    case 'txt': {
      const { writeText } = await import('./text');
      return [textFile(name('txt'), 'text/plain', writeText(memo))];
    }
    case 'md': {
      const { writeMarkdown } = await import('./markdown');
      const { mediaType, text } = writeBibliography('csl-json', sources.map(forPandoc));
      // subtle: pandoc reads the name as an address, in which "#" and "%" mean something.
      const json = `${plainStem(memo.title)}.json`;
      const csl = `${plainStem(memo.title)}.csl`;
      const { pictureFile, files } = pictureFiles(memo);
      const markdown = textFile(name('md'), 'text/markdown', writeMarkdown(memo, json, csl, pictureFile));
      if (sources.length === 0) return [markdown, ...files];
      const style = textFile(csl, 'application/vnd.citationstyles.style+xml', writeStyle(memo.style, memo.styleId));
      return [markdown, textFile(json, mediaType, text), style, ...files];
    }
    case 'tex': {
      const { writeLatex } = await import('./latex');
      const { mediaType, text } = writeBibliography(
        'biblatex',
        sources.map((source) => forBiblatex(source, memo.locale)),
      );
      // TeX cannot read every file name; spaces and signs in it are not worth the trouble.
      const bib = `${plainStem(memo.title)}.bib`;
      const { pictureFile, files } = pictureFiles(memo);
      const tex = textFile(`${plainStem(memo.title)}.tex`, 'application/x-tex', writeLatex(memo, bib, pictureFile));
      return sources.length === 0 ? [tex, ...files] : [tex, textFile(bib, mediaType, text), ...files];
    }
  }
}

/** The pictures of a memo as files that lie beside it, and under which names. */
function pictureFiles({ title, blocks }: PreparedMemo): { pictureFile: PictureFile; files: ExportedFile[] } {
  const pictureFile: PictureFile = (image) => image.picture && `${plainStem(title)}-${pictureName(image)}`;
  const files = blocks.flatMap((block) => {
    const fileName = block.type === 'image' ? pictureFile(block) : null;
    if (block.type !== 'image' || !block.picture || !fileName) return [];
    return [{ fileName, mediaType: block.picture.mediaType, bytes: block.picture.bytes }];
  });
  return { pictureFile, files };
}

/** Whether the program that reads the file renders its citations: pandoc and BibLaTeX do, in whatever style they are told. */
export function isRenderedLater(format: MemoFormat): boolean {
  return format === 'md' || format === 'tex';
}

/** Letters, digits and hyphens: a name that programs read inside a text without trouble. */
function plainStem(title: string): string {
  const letters = title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return exportFileName(letters.replace(/^-+|-+$/g, ''), 'json').slice(0, -'.json'.length);
}

function textFile(fileName: string, mediaType: string, text: string): ExportedFile {
  return { fileName, mediaType, bytes: new TextEncoder().encode(text) };
}
