import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CommonplaceError } from '../../../shared/result';
import { silentLog } from '../open';
import { temporaryFolder } from '../testing';
import { waitingFiles } from './files';
import type { ImportFile } from './take';
import { watchInbox, type InboxSetup } from './watch';

/** Stands in for the import: texts come in, files named "bad" are refused, "slow" ones wait until they are cancelled. */
async function start(more: Partial<InboxSetup> = {}) {
  const folder = await temporaryFolder();
  const ended: string[] = [];
  const imported: string[] = [];
  const cancels = new Map<string, () => void>();
  let ids = 0;
  const importFile = (async (fileName: string, bytes: Uint8Array) => {
    if (fileName.startsWith('bad')) throw new CommonplaceError('unreadable', 'It is empty.');
    imported.push(`${fileName}: ${new TextDecoder().decode(bytes)}`);
    return { warnings: [] } as unknown as Awaited<ReturnType<ImportFile>>;
  }) satisfies ImportFile;
  const setup: InboxSetup = {
    folder,
    importFile: (jobId, fileName, bytes) =>
      fileName.startsWith('slow')
        ? new Promise((_, reject) => cancels.set(jobId, () => reject(new CommonplaceError('cancelled', 'Stopped.'))))
        : importFile(fileName, bytes),
    cancel: async (jobId) => cancels.get(jobId)?.(),
    newId: () => `job-${(ids += 1)}`,
    emit: (name, payload) => {
      if (name === 'inbox.ended' && 'result' in payload!) {
        ended.push(payload.result.ok ? 'in' : payload.result.error.code);
      }
    },
    log: silentLog,
    settledAfter: 60,
    ...more,
  };
  const inbox = await watchInbox(setup);
  onTestFinished(() => inbox.close());
  const path = join(folder, 'inbox');
  const list = async (where: string) => (await readdir(join(path, where)).catch(() => [] as string[])).sort();
  return { inbox, path, ended, imported, list, cancels };
}

describe('the inbox', () => {
  it('brings in what is put there, moves it aside and sets apart what is refused', async () => {
    const { path, ended, imported, list } = await start();
    await mkdir(join(path, 'page_files'));
    await writeFile(join(path, 'page.html'), 'A page');
    await writeFile(join(path, 'bad.pdf'), '');
    await writeFile(join(path, '.hidden'), 'x');
    await writeFile(join(path, 'half.html.crdownload'), 'x');
    await vi.waitFor(() => expect([...ended].sort()).toEqual(['in', 'unreadable']));
    expect(imported).toEqual(['page.html: A page']);
    expect(await list('Brought in')).toEqual(['page.html', 'page_files']);
    expect(await list('Refused')).toEqual(['bad.pdf']);
    await writeFile(join(path, 'page.html'), 'Another page');
    await vi.waitFor(async () => expect(await list('Brought in')).toContain('page 2.html'));
    expect(await list('.')).toEqual(['.hidden', 'Brought in', 'Refused', 'half.html.crdownload']);
  });

  it('leaves where it is what was stopped, and takes it when asked', async () => {
    const { inbox, path, ended, imported, list, cancels } = await start();
    await writeFile(join(path, 'slow.html'), 'x');
    await vi.waitFor(() => expect(cancels.size).toBe(1));
    await writeFile(join(path, 'a.html'), 'y');
    inbox.stop();
    await vi.waitFor(() => expect(ended[0]).toBe('cancelled'));
    expect(await list('.')).toContain('slow.html');
    await inbox.takeAll();
    await vi.waitFor(() => expect(imported).toEqual(['a.html: y']));
  });

  it('follows no links', async () => {
    const { inbox, path, imported } = await start();
    await writeFile(join(path, '..', 'secret.txt'), 'secret');
    await symlink(join(path, '..', 'secret.txt'), join(path, 'link.txt'));
    expect(await waitingFiles(path)).toEqual([]);
    await writeFile(join(path, 'z.txt'), 'z');
    await vi.waitFor(() => expect(imported).toEqual(['z.txt: z']));
    await inbox.close();
    expect(imported).toEqual(['z.txt: z']);
  });
});
