import { basename } from 'node:path';
import { bibliographyFormats, memoFormats } from '../../../shared/domain/exports';
import type { MemoExportChanges } from '../../../shared/domain/memo-export';
import { mostTemplateBytes } from '../../../shared/domain/word-template';
import type { Call } from '../../core/session';
import { decodeText } from '../../importing/encoding';
import { readInput } from '../../importing/read-input';
import type { Command } from '../command';
import { findMemo, findSource } from '../find';
import { keepMarkdownPictures } from '../memo-pictures';
import { memoExportChanges, memoExportOptionNames, memoExportSynopsis } from '../memo-export';
import { oneOf, required, usage } from '../options';
import { shown } from '../output';
import { saved } from '../saved';

/** With the pictures that stand in it. */
const mostMarkdownBytes = 50_000_000;

export const memoImport: Command = {
  name: 'memo import',
  synopsis: 'memo import FILE.md',
  summary: 'a memo from Markdown with pandoc citations ([@key, p. 3]), and the pictures in its folder',
  options: [],
  writes: true,
  async run({ words, result, output, open }) {
    const [file] = words;
    if (file === undefined || words.length > 1)
      throw usage('Name one Markdown file, for example: commonplace memo import memo.md');
    const { text, warnings: encoding } = decodeText(await readInput(file, mostMarkdownBytes));
    const call = await open();
    const kept = await keepMarkdownPictures(call, file, text);
    const { memo, warnings } = await call('memos.importMarkdown', {
      fileName: basename(file),
      text: kept.text,
      pictures: kept.pictures,
    });
    const all = [...encoding, ...kept.warnings, ...warnings];
    for (const warning of all) output.err(`${shown(file)}: ${shown(warning)}\n`);
    const { document: _document, ...facts } = memo;
    result(
      { memo: facts, warnings: all },
      () => `${memo.id}  ${shown(memo.title)}  (${memo.words} words, ${memo.citations} citations)`,
    );
    return 0;
  },
};

export const exportMemo: Command = {
  name: 'export',
  synopsis: `export MEMO --to ${memoFormats.join('|')} [--style ID] [--locale xx-XX] ${memoExportSynopsis} [-o FILE] [--force]`,
  summary: 'the cited memo as a document; options that are not named are as they were the last time',
  options: ['to', 'style', 'locale', ...memoExportOptionNames, 'output', 'force'],
  writes: false,
  async run(context) {
    const { words, options, open } = context;
    if (words.length === 0)
      throw usage('Name the memo by its id or title, for example: commonplace export "My memo" --to docx');
    const format = oneOf(required(options, 'to', 'commonplace export MEMO --to docx'), memoFormats, '--to');
    const call = await open();
    const memo = await findMemo(call, words.join(' '));
    const template = await wordTemplate(call, options.template);
    const outcome = await call('exports.memo', {
      memoId: memo.id,
      format,
      ...(options.style ? { styleId: options.style } : {}),
      ...(options.locale ? { locale: options.locale } : {}),
      options: { ...memoExportChanges(options), ...template },
    });
    const warnings = [...leftBehind(template), ...outcome.warnings];
    return saved(context, { ...outcome, warnings }, options.output);
  },
};

/** The look of a Word file, or none any more. */
async function wordTemplate(call: Call, file: string | undefined): Promise<MemoExportChanges> {
  if (file === undefined) return {};
  if (file === 'none') return { wordTemplate: null };
  const bytes = await readInput(file, mostTemplateBytes);
  return { wordTemplate: await call('exports.wordTemplate', { name: basename(file), bytes }) };
}

/** What of a template's headers is not in the file, as the window says beside its choice. */
function leftBehind({ wordTemplate: template }: MemoExportChanges): string[] {
  if (!template?.leftBehind?.length) return [];
  return [`Of the headers of “${template.name}” was left behind: ${template.leftBehind.join(', ')}.`];
}

export const bibliography: Command = {
  name: 'bibliography',
  synopsis: `bibliography --to ${bibliographyFormats.join('|')} [--notes] [--files] [-o FILE] [--force]`,
  summary:
    'all sources for other programs, with --files their originals beside it (Zotero RDF); to the standard output unless -o names a file',
  options: ['to', 'notes', 'files', 'output', 'force'],
  writes: false,
  async run(context) {
    const { words, options, open } = context;
    if (words.length > 0) throw usage(`“${words.join(' ')}” is not part of the command; it exports all sources.`);
    const format = oneOf(
      required(options, 'to', 'commonplace bibliography --to biblatex'),
      bibliographyFormats,
      '--to',
    );
    if (options.files && format !== 'zotero-rdf')
      throw usage('Only Zotero RDF names files; leave --files out, or type: commonplace bibliography --to zotero-rdf');
    if (options.files && options.output === undefined)
      throw usage('With --files, name the file that the others go beside, for example: -o Export/library.rdf');
    const outcome = await (
      await open()
    )('exports.bibliography', { format, notes: options.notes ?? false, files: options.files ?? false });
    return saved(context, outcome, options.output ?? '-');
  },
};

export const annotations: Command = {
  name: 'annotations',
  synopsis: 'annotations [--source KEY] [-o FILE] [--force]',
  summary:
    'all excerpts, or those of a source, as W3C annotations (JSON-LD); to the standard output unless -o names a file',
  options: ['source', 'output', 'force'],
  writes: false,
  async run(context) {
    const { words, options, open } = context;
    if (words.length > 0) throw usage(`“${words.join(' ')}” is not part of the command; name a source with --source.`);
    const call = await open();
    const source = options.source === undefined ? {} : { sourceId: (await findSource(call, options.source)).id };
    return saved(context, await call('exports.annotations', source), options.output ?? '-');
  },
};
