import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CoreMethodName, InputOf, OutputOf } from '../../shared/contract';
import type { LibraryContext } from '../library/context';
import { silentLog } from '../library/open';
import { temporaryFolder, testStart } from '../library/testing';
import { createCoreApp, type CoreAppSetup } from './app';
import { libraryFolderName } from './folder-name';
import { typedCall } from './session';

/** Stands in for the nouns: enough to write something and see it. */
const handlers = (context: LibraryContext) => ({
  'claims.create': ({ statement, note }: { statement: string; note: string }) =>
    context.change({ label: 'Add claim' }, async (change) => {
      await change.insert('claim', { statement, note });
      return {} as OutputOf<'claims.create'>;
    }),
});

interface TestApp {
  call<M extends CoreMethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>>;
  know(folder: string): Promise<string>;
  app: Awaited<ReturnType<typeof createCoreApp>>;
  home: string;
  events: string[];
}

async function start(home?: string, more: Partial<CoreAppSetup> = {}): Promise<TestApp> {
  const place = home ?? (await temporaryFolder());
  const events: string[] = [];
  const app = await createCoreApp({
    appFolder: join(place, 'app'),
    documentsFolder: join(place, 'documents'),
    clock: () => testStart,
    log: silentLog,
    emit: (name) => void events.push(name),
    handlers,
    writeSample: async (call) => void (await call('claims.create', { statement: 'A sample claim' })),
    ...more,
  });
  onTestFinished(async () => void (await app.close()));
  return {
    call: typedCall(app.route),
    async know(folder) {
      const result = await app.know(folder);
      if (!result.ok) throw Object.assign(new Error(result.error.message), result.error);
      return result.value.key;
    },
    app,
    home: place,
    events,
  };
}

describe('libraries', () => {
  it('are made, opened, written to, closed and found again after a restart', async () => {
    const first = await start();
    expect(await first.call('library.current', {})).toBeNull();
    const made = await first.call('library.create', { name: 'Sea trade' });
    expect(made).toMatchObject({ name: 'Sea trade', readOnly: false, counts: { claim: 0, trash: 0 } });
    await first.call('claims.create', { statement: 'The harbour was closed.' });
    await first.call('library.close', {});
    expect(await first.app.route('claims.create', { statement: 'x' })).toMatchObject({ error: { code: 'no-library' } });
    expect(first.events).toEqual(['library.opened', 'library.changed', 'library.closed']);

    const second = await start(first.home);
    expect(await second.call('library.known', {})).toMatchObject([{ key: made.key, name: 'Sea trade', present: true }]);
    expect(await second.call('library.open', { key: made.key })).toMatchObject({ id: made.id, counts: { claim: 1 } });
    expect(await second.call('library.verify', {})).toMatchObject({ ok: true });
  });

  it('are in use while another core has them open, and the one that was open stays so', async () => {
    const first = await start();
    const shared = await first.call('library.create', { name: 'Shared' });
    const second = await start(first.home);
    const own = await second.call('library.create', { name: 'Own' });
    await expect(second.call('library.open', { key: shared.key })).rejects.toMatchObject({ code: 'library-in-use' });
    expect((await second.call('library.current', {}))?.key).toBe(own.key);
  });

  it('opening one closes the other; opening the open one changes nothing', async () => {
    const { call, events } = await start();
    const a = await call('library.create', { name: 'A' });
    const b = await call('library.create', { name: 'B' });
    await call('library.open', { key: b.key });
    await call('library.open', { key: a.key });
    expect((await call('library.current', {}))?.name).toBe('A');
    expect(events).toEqual(['library.opened', 'library.closed', 'library.opened', 'library.closed', 'library.opened']);
  });

  it('of the same name are not mixed up', async () => {
    const { call } = await start();
    await call('library.create', { name: 'A' });
    await expect(call('library.create', { name: 'A' })).rejects.toMatchObject({ code: 'library-exists' });
  });

  it('that came from elsewhere are opened only when the user agrees, and then remembered', async () => {
    const first = await start();
    const made = await first.call('library.create', { name: 'Theirs' });
    await first.call('library.close', {});
    const folder = join(first.home, 'documents', 'Theirs.commonplace');
    const copy = join(first.home, 'Copied.commonplace');
    await cp(folder, copy, { recursive: true });

    const key = await first.know(copy);
    expect(key).not.toBe(made.key);
    expect(await first.know(copy)).toBe(key);
    await expect(first.call('library.open', { key })).rejects.toMatchObject({ code: 'library-untrusted' });
    expect(await first.call('library.open', { key, trust: true })).toMatchObject({ name: 'Theirs' });
    await first.call('library.close', {});
    expect(await first.call('library.open', { key })).toMatchObject({ key });
  });

  it('are forgotten without being deleted, and only when closed', async () => {
    const { call, home } = await start();
    const { key } = await call('library.create', { name: 'A' });
    await expect(call('library.forget', { key })).rejects.toMatchObject({ code: 'conflict' });
    await call('library.close', {});
    await call('library.forget', { key });
    expect(await call('library.known', {})).toEqual([]);
    await expect(call('library.open', { key })).rejects.toMatchObject({ code: 'not-found' });
    await readFile(join(home, 'documents', 'A.commonplace', 'library.sqlite'));
  });

  it('whose folder is gone are shown as gone', async () => {
    const { call, home, know } = await start();
    const { key } = await call('library.create', { name: 'A' });
    await call('library.close', {});
    await rm(join(home, 'documents', 'A.commonplace'), { recursive: true });
    expect(await call('library.known', {})).toMatchObject([{ key, present: false }]);
    await expect(call('library.open', { key })).rejects.toMatchObject({ code: 'not-a-library' });
    await expect(know(home)).rejects.toMatchObject({ code: 'not-a-library' });
  });

  it('survive a damaged list of libraries', async () => {
    const first = await start();
    await first.call('library.create', { name: 'A' });
    await first.call('library.close', {});
    await writeFile(join(first.home, 'app', 'libraries.json'), '{"version": 1, "libr');
    const second = await start(first.home);
    expect(await second.call('library.known', {})).toEqual([]);
    await expect(second.know(join(first.home, 'documents', 'A.commonplace'))).resolves.toBeTypeOf('string');
  });
});

describe('the sample library', () => {
  it('is filled before it is shown, cannot be undone away, and may be made again', async () => {
    const { call, events } = await start();
    expect(await call('library.create', { name: 'Sample', sample: true })).toMatchObject({ counts: { claim: 1 } });
    expect(events).toEqual(['library.opened']);
    expect(await call('history.state', {})).toEqual({ undo: null, redo: null });
    const again = await call('library.create', { name: 'Sample', sample: true });
    expect(again.folder).toContain('Sample 2.commonplace');
  });

  it('leaves nothing behind when it cannot be written', async () => {
    const { call } = await start(undefined, { writeSample: () => Promise.reject(new Error('no')) });
    await expect(call('library.create', { name: 'Sample', sample: true })).rejects.toMatchObject({ code: 'internal' });
    expect(await call('library.known', {})).toEqual([]);
    expect(await call('library.create', { name: 'Sample' })).toMatchObject({ counts: { claim: 0 } });
  });
});

it.each([
  ['Sea trade 2023', 'Sea trade 2023.commonplace'],
  ['../../etc/passwd', 'etc passwd.commonplace'],
  ['CON', 'CON library.commonplace'],
  ['com1.txt', 'com1 txt library.commonplace'],
  ['...', 'Library.commonplace'],
  ['a\u202Egnp\u0000.exe', 'a gnp .exe.commonplace'],
  ['x'.repeat(300), `${'x'.repeat(180)}.commonplace`],
  ['Zəngəzur yolu', 'Zəngəzur yolu.commonplace'],
])('a library named %j gets a safe folder', (name, folder) => {
  expect(libraryFolderName(name)).toBe(folder);
});
