import type { Handlers, ParsedInputOf } from '../../../shared/contract';
import { asSource, type FileBeside, type ImportOutcome, type NamedFile } from '../../../shared/domain/imports';
import { bringNamedFiles } from '../../../shared/imports/named-files';
import { CommonplaceError } from '../../../shared/result';
import {
  createImportRunner,
  largeCaps,
  ordinaryCaps,
  type ImportRequest,
  type ImportRunner,
} from '../../importing/run';
import type { LibraryContext } from '../context';
import { saveAnnotations } from './save-annotations';
import { saveDocument } from './save-document';
import { saveReferences } from './save-references';

type ImportMethod = 'imports.file' | 'imports.text' | 'imports.cancel';

/** Imports: parsed in the worker, then written as one undoable action; nothing is written when anything fails. */
export function importsHandlers(
  context: LibraryContext,
  runner: ImportRunner = createImportRunner(),
): Handlers<ImportMethod> {
  const jobs = new Map<string, AbortController>();

  async function bringIn(
    {
      jobId,
      onDuplicate,
      sourceId,
      large,
    }: Pick<ParsedInputOf<'imports.file'>, 'jobId' | 'onDuplicate' | 'sourceId' | 'large'>,
    request: ImportRequest,
  ): Promise<ImportOutcome> {
    if (jobs.has(jobId)) throw new CommonplaceError('conflict', 'This import is already running. Wait for it to end.');
    if (context.db.readOnly) {
      throw new CommonplaceError(
        'read-only',
        'This library can only be read here, so nothing can be added to it. Copy it to a place you can write to.',
      );
    }
    const controller = new AbortController();
    const { signal } = controller;
    const fileName = request.kind === 'file' ? request.fileName : request.title;
    const progress = (stage: 'reading' | 'parsing' | 'saving', ofMany?: { done: number; total: number }) =>
      context.emit('imports.progress', { jobId, fileName, stage, ...ofMany });
    jobs.set(jobId, controller);
    try {
      progress('reading');
      const parsing = runner.run(request, { signal, caps: large ? largeCaps : ordinaryCaps });
      progress('parsing');
      const imported = await parsing;
      progress('saving');
      if (imported.kind === 'references') {
        if (sourceId !== undefined) throw noText();
        const outcome = await saveReferences(context, imported.references, {
          origin: fileName,
          recognise: onDuplicate !== 'add',
          signal,
          onProgress: (done, total) => progress('saving', { done, total }),
        });
        return { ...outcome, files: await bringBeside(outcome.files, imported.beside ?? [], { signal, large }) };
      }
      if (imported.kind === 'annotations') {
        return await saveAnnotations(context, imported.annotations, {
          origin: fileName,
          sourceId,
          signal,
          onProgress: (done, total) => progress('saving', { done, total }),
        });
      }
      // From here on it is a matter of milliseconds and cannot be cancelled: all of it is saved, or nothing.
      return await saveDocument(context, request, imported.document, { onDuplicate, sourceId });
    } finally {
      jobs.delete(jobId);
    }
  }

  /** Files that came in the archive with a bibliography, each as an action of its own: what is in stays in when it is stopped. */
  async function bringBeside(
    files: readonly NamedFile[],
    beside: readonly FileBeside[],
    { signal, large }: { signal: AbortSignal; large: boolean },
  ): Promise<NamedFile[]> {
    const bytes = new Map(beside.map((file) => [file.path, file.bytes]));
    return bringNamedFiles(files, [...bytes.keys()], async (path, { sourceId }) => {
      const request = { kind: 'file', fileName: path, bytes: bytes.get(path) ?? new Uint8Array() } as const;
      const imported = await runner.run(request, { signal, caps: large ? largeCaps : ordinaryCaps });
      if (imported.kind !== 'document') throw noText();
      return saveDocument(context, request, imported.document, {
        onDuplicate: 'skip',
        ...(sourceId === null ? {} : { sourceId }),
      });
    });
  }

  return {
    'imports.file': (input) => bringIn(input, { kind: 'file', fileName: input.fileName, bytes: input.bytes }),
    'imports.text': async (input) =>
      asSource(await bringIn(input, { kind: 'text', title: input.title, text: input.text, html: input.html })),
    'imports.cancel': async ({ jobId }) => {
      jobs.get(jobId)?.abort();
      return null;
    },
  };
}

function noText(): CommonplaceError {
  return new CommonplaceError(
    'unsupported-format',
    'This file is a bibliography and has no text to capture. Choose a saved page or document of the source.',
  );
}
