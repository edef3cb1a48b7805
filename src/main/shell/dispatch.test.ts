import { expect, test } from 'vitest';
import type { Handlers, ShellMethodName } from '../../shared/contract';
import { CommonplaceError } from '../../shared/result';
import { shellDispatch } from './dispatch';
import { shellHandlers } from './handlers';
import type { Shell } from './types';
import type { WindowState } from './window-state';

const opened: string[] = [];
const shell = {
  name: 'chromium',
  openExternal: async (url: string) => void opened.push(url),
  chooseFolder: async () => null,
  showFolder: async (path: string) => void opened.push(path),
} as unknown as Shell;
let remembered: Record<string, unknown> = {};
const windowState = {
  state: () => remembered,
  saveState: async (state: Record<string, unknown>) => void (remembered = state),
} as unknown as WindowState;
const handlers: Handlers<ShellMethodName> = shellHandlers({
  shell: () => shell,
  windowState,
  version: '1.2.3',
  libraryFolder: async () => '/home/a/Dossier.commonplace',
  registerLibrary: async () => {
    throw new CommonplaceError('not-a-library', 'This folder is no library.');
  },
});
const calls: unknown[] = [];
const dispatch = shellDispatch(
  {
    call: async (method, input) => {
      calls.push([method, input]);
      return { ok: true, value: 'from the core' };
    },
  },
  handlers,
);

test('shell methods are answered here, core methods by the core', async () => {
  expect(await dispatch('shell.info', {})).toMatchObject({ ok: true, value: { shell: 'chromium', version: '1.2.3' } });
  expect(await dispatch('sources.list', { offset: 0 })).toEqual({ ok: true, value: 'from the core' });
  expect(calls).toEqual([['sources.list', { offset: 0 }]]);
});

test.each(['toString', '__proto__', 'constructor', 'shell.nothing', '', 7, null, undefined, {}, ['shell.info']])(
  '%j is no method',
  async (method) => expect(await dispatch(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } }),
);

test.each([undefined, null, 7, 'x', [], { extra: 1 }, { url: 7 }])('%j is no input', async (input) => {
  expect(await dispatch('shell.openExternal', input)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
  expect(opened).toEqual([]);
});

test('only https and mailto leave', async () => {
  expect(await dispatch('shell.openExternal', { url: 'file:///etc/passwd' })).toMatchObject({ ok: false });
  expect(await dispatch('shell.openExternal', { url: 'https://example.org' })).toEqual({ ok: true, value: null });
  expect(opened).toEqual(['https://example.org/']);
});

test('a cancelled dialog is no error, a state is found again', async () => {
  expect(await dispatch('shell.chooseLibrary', {})).toEqual({ ok: true, value: null });
  await dispatch('shell.saveState', { state: { pane: 3 } });
  expect(await dispatch('shell.loadState', {})).toEqual({ ok: true, value: { pane: 3 } });
});

test('only the library’s own folders are shown, and the window does not learn where they are', async () => {
  opened.length = 0;
  expect(await dispatch('shell.showFolder', { folder: 'inbox' })).toEqual({ ok: true, value: null });
  expect(await dispatch('shell.showFolder', { folder: '../..' })).toMatchObject({ ok: false });
  expect(opened).toEqual(['/home/a/Dossier.commonplace/inbox']);
});
