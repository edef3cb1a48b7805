import { stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  bibliographyFormats,
  memoFormats,
  type ExportedFile,
  type ExportOutcome,
} from '../../../shared/domain/exports';
import { CommonplaceError } from '../../../shared/result';
import { decodeText } from '../../importing/encoding';
import { readInput } from '../../importing/read-input';
import type { Command, CommandContext } from '../command';
import { findMemo, findSource } from '../find';
import { oneOf, required, usage } from '../options';
import { shown } from '../output';

export const memoImport: Command = {
  name: 'memo import',
  synopsis: 'memo import FILE.md',
  summary: 'a memo from Markdown with pandoc citations ([@key, p. 3])',
  options: [],
  writes: true,
  async run({ words, result, output, open }) {
    const [file] = words;
    if (file === undefined || words.length > 1)
      throw usage('Name one Markdown file, for example: commonplace memo import memo.md');
    const { text, warnings: encoding } = decodeText(await readInput(file, 5_000_000));
    const { memo, warnings } = await (await open())('memos.importMarkdown', { fileName: basename(file), text });
    const all = [...encoding, ...warnings];
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
  synopsis: `export MEMO --to ${memoFormats.join('|')} [--style ID] [--locale xx-XX] [-o FILE] [--force]`,
  summary: 'the cited memo as a document',
  options: ['to', 'style', 'locale', 'output', 'force'],
  writes: false,
  async run(context) {
    const { words, options, open } = context;
    if (words.length === 0)
      throw usage('Name the memo by its id or title, for example: commonplace export "My memo" --to docx');
    const format = oneOf(required(options, 'to', 'commonplace export MEMO --to docx'), memoFormats, '--to');
    const call = await open();
    const memo = await findMemo(call, words.join(' '));
    const outcome = await call('exports.memo', {
      memoId: memo.id,
      format,
      ...(options.style ? { styleId: options.style } : {}),
      ...(options.locale ? { locale: options.locale } : {}),
    });
    return saved(context, outcome, options.output);
  },
};

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

/** Writes an export: to the file named, with what belongs to it beside it, or to the standard output for "-". */
async function saved(
  { output, result, options }: CommandContext,
  outcome: ExportOutcome,
  to: string | undefined,
): Promise<0> {
  for (const warning of outcome.warnings) output.err(`${shown(warning)}\n`);
  const [main, ...others] = outcome.files;
  if (!main) throw new CommonplaceError('internal', 'The export made no file. Try another format.');
  if (to === '-') {
    output.bytes(main.bytes);
    return 0;
  }
  const target = resolve(to ?? main.fileName);
  // What the main file refers to by name (its CSL-JSON) keeps that name.
  const files: [string, ExportedFile][] = [
    [target, main],
    ...others.map((file): [string, ExportedFile] => [join(dirname(target), basename(file.fileName)), file]),
  ];
  // All are looked at before any is written, so that a refusal leaves everything as it was.
  for (const [path] of options.force ? [] : files) await refuseToReplace(path);
  for (const [path, file] of files) await save(path, file.bytes);
  const list = files.map(([path, file]) => ({ file: path, mediaType: file.mediaType, bytes: file.bytes.byteLength }));
  result({ ok: true, files: list, warnings: outcome.warnings }, () => list.map(({ file }) => shown(file)).join('\n'));
  return 0;
}

/** What is there already may be somebody's work. An empty file, as `mktemp` makes one, and a device or pipe hold none. */
async function refuseToReplace(path: string): Promise<void> {
  const facts = await stat(path).catch(() => undefined);
  if (!facts?.isFile() || facts.size === 0) return;
  throw new CommonplaceError(
    'conflict',
    `There is a file “${path}” already, and nothing was written. Name another file with -o, or replace it with --force.`,
  );
}

async function save(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const reason: Record<string, string> = {
      ENOENT: 'its folder does not exist',
      EISDIR: 'it is a folder',
      EACCES: 'you may not write there',
      EROFS: 'you may not write there',
      ENOSPC: 'the disk is full',
    };
    throw new CommonplaceError(
      'unavailable',
      `“${path}” could not be written: ${reason[String(code)] ?? String(code)}. Name another file with -o.`,
    );
  }
}
