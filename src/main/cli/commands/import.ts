import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { AnnotationsOutcome } from '../../../shared/domain/annotations';
import {
  asSource,
  duplicatePolicies,
  importFormatNames,
  type ImportOutcome,
  type ReferencesOutcome,
} from '../../../shared/domain/imports';
import { bringNamedFiles, fileRemarks } from '../../../shared/imports/named-files';
import { verdictSummary } from '../../../shared/excerpts/standing';
import { failureFrom, type Failure } from '../../../shared/result';
import type { Call } from '../../core/session';
import { readInput } from '../../importing/read-input';
import { largeCaps, ordinaryCaps } from '../../importing/run';
import { inboxFolder, waitingFiles } from '../../library/inbox/files';
import { takeFile } from '../../library/inbox/take';
import { bibliographiesIn, filesBeside } from '../beside';
import type { Command } from '../command';
import { findSource } from '../find';
import { oneOf, usage } from '../options';
import { shown, type Output } from '../output';

type Imported = { file: string; ok: true } & ImportOutcome;
type Refused = { file: string; ok: false; error: Failure };

export const importFiles: Command = {
  name: 'import',
  synopsis: 'import FILE… [--on-duplicate skip|add|snapshot] [--source KEY] [--large]',
  summary: `sources from ${importFormatNames}; with --source, a new snapshot of that one`,
  options: ['on-duplicate', 'source', 'large'],
  writes: true,
  async run({ words, options, output, open, onProgress }) {
    if (words.length === 0) throw usage('Name the files to import, for example: commonplace import article.html');
    const onDuplicate = oneOf(options['on-duplicate'] ?? 'skip', duplicatePolicies, '--on-duplicate');
    const large = options.large ?? false;
    if (options.source !== undefined && words.length > 1)
      throw usage('A source is captured again from one file; name one file with --source.');
    const call = await open();
    const sourceId = options.source === undefined ? undefined : (await findSource(call, options.source)).id;
    // A folder that has bibliographies stands for them; another is refused with what to type.
    const files: string[] = [];
    for (const word of words) {
      const inside = await bibliographiesIn(word);
      files.push(...(inside.length > 0 ? inside : [word]));
    }
    let done = 0;
    onProgress((stage, fileName) => {
      if (output.interactive) output.err(`[${done + 1}/${files.length}] ${stage} ${shown(fileName)}\n`);
    });
    let failed = 0;
    for (const file of files) {
      const line = await importOne(call, file, { onDuplicate, large, sourceId });
      done += 1;
      if (!line.ok) failed += 1;
      report(line, options.json ?? false, output);
    }
    return failed > 0 ? 2 : 0;
  },
};

/** One line a file, as soon as it is known: the list may be long. */
function report(line: Imported | Refused, json: boolean, output: Output): void {
  const { file } = line;
  if (json) output.out(`${JSON.stringify(line)}\n`);
  if (line.ok) {
    const words = json ? '' : describe(line);
    if (words !== '') output.out(`${words}\n`);
    for (const remark of remarks(line)) output.err(`${shown(file)}: ${shown(remark)}\n`);
  } else output.err(`${shown(file)}: ${shown(line.error.message)}\n`);
}

export const takeInbox: Command = {
  name: 'inbox',
  synopsis: 'inbox',
  summary: 'bring in what is in the library’s inbox folder, as the window does by itself',
  options: [],
  writes: true,
  async run({ options, output, folder, open }) {
    const call = await open();
    const inbox = inboxFolder(folder());
    let failed = 0;
    for (const file of await waitingFiles(inbox)) {
      const result = await takeFile(inbox, file, (fileName, bytes) =>
        call('imports.file', { jobId: randomUUID(), fileName, bytes }),
      );
      if (!result.ok) failed += 1;
      report(
        result.ok ? { file, ok: true, ...result.value } : { file, ok: false, error: result.error },
        options.json ?? false,
        output,
      );
    }
    return failed > 0 ? 2 : 0;
  },
};

async function importOne(
  call: Call,
  file: string,
  options: { onDuplicate: (typeof duplicatePolicies)[number]; large: boolean; sourceId: string | undefined },
): Promise<Imported | Refused> {
  try {
    const bytes = await readInput(file, (options.large ? largeCaps : ordinaryCaps).limits.bytes);
    const outcome = await call('imports.file', { jobId: randomUUID(), fileName: basename(file), bytes, ...options });
    return {
      file,
      ok: true,
      ...(outcome.kind === 'references' ? await withFiles(call, file, outcome, options) : outcome),
    };
  } catch (error) {
    return { file, ok: false, error: failureFrom(error) };
  }
}

/** Brings in the files that lie beside a bibliography and that it names, each for its source. */
async function withFiles(
  call: Call,
  bibliography: string,
  outcome: ReferencesOutcome,
  { large }: { large: boolean },
): Promise<ReferencesOutcome> {
  const beside = await filesBeside(bibliography, outcome.files);
  const files = await bringNamedFiles(outcome.files, beside, async (path, { sourceId }) => {
    const bytes = await readInput(join(dirname(bibliography), path), (large ? largeCaps : ordinaryCaps).limits.bytes);
    const target = sourceId === null ? {} : { sourceId };
    return asSource(
      await call('imports.file', { jobId: randomUUID(), fileName: basename(path), bytes, large, ...target }),
    );
  });
  return { ...outcome, files };
}

function describe(outcome: ImportOutcome): string {
  if (outcome.kind === 'annotations') return describeAnnotations(outcome);
  if (outcome.kind === 'references') return describeReferences(outcome);
  const { status, citationKey, csl, snapshot, anchors } = outcome;
  const words = { added: 'added', 'already-there': 'there already', 'snapshot-added': 'new snapshot' }[status];
  const facts = [
    words,
    `${snapshot.blocks} blocks, ${snapshot.characters} characters`,
    anchors && verdictSummary(anchors),
  ];
  return `@${citationKey}  ${shown(String(csl.title ?? ''))}  (${facts.filter(Boolean).join('; ')})`;
}

function describeReferences({ items }: ReferencesOutcome): string {
  const words = { added: 'added', completed: 'completed', 'already-there': 'there already' };
  return items
    .map(({ status, citationKey, title, filled }) => {
      const what = filled.length > 0 ? `${words[status]}: ${filled.join(', ')}` : words[status];
      return `@${citationKey}  ${shown(title)}  (${shown(what)})`;
    })
    .join('\n');
}

function describeAnnotations({ items }: AnnotationsOutcome): string {
  return items
    .map(({ status, citationKey, title, excerpts, alreadyThere, notes, unanchored }) => {
      const facts = [
        status === 'added' ? 'source added' : '',
        counted(excerpts, 'excerpt'),
        counted(notes, 'note'),
        alreadyThere > 0 ? `${alreadyThere} there already` : '',
        unanchored.length > 0 ? `${unanchored.length} kept as notes` : '',
      ];
      return `@${citationKey}  ${shown(title)}  (${facts.filter(Boolean).join('; ') || 'nothing new'})`;
    })
    .join('\n');
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Everything that should be known about what came in. */
function remarks(outcome: ImportOutcome): string[] {
  if (outcome.kind === 'source') return outcome.warnings;
  const general = [
    ...outcome.warnings,
    ...outcome.refused.map(({ entry, reason }) => `“${entry}” was refused. ${reason}`),
  ];
  if (outcome.kind === 'annotations') {
    const kept = outcome.items.flatMap(({ citationKey, unanchored }) =>
      unanchored.map(({ quote, reason }) => `@${citationKey}: “${quote}”: ${reason}`),
    );
    return [...general, ...kept];
  }
  return [
    ...general,
    ...fileRemarks(outcome.files),
    ...outcome.items.flatMap(({ citationKey, warnings }) => warnings.map((warning) => `@${citationKey}: ${warning}`)),
  ];
}
