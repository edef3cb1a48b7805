import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultBounds, openWindowState } from './window-state';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'commonplace-state-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('window state', () => {
  test('is found again by the next start', async () => {
    const first = openWindowState(folder);
    first.saveBounds({ x: -10, y: 20, width: 1000, height: 700 });
    await first.saveState({ panes: [220, 360], place: 'sources/1' });
    const second = openWindowState(folder);
    expect(second.bounds()).toMatchObject({ x: -10, y: 20, width: 1000, height: 700 });
    expect(second.state()).toEqual({ panes: [220, 360], place: 'sources/1' });
    expect(readdirSync(folder)).toEqual(['window.json']);
  });

  test.each(['', '{', '[]', '{"bounds":{"width":-5},"state":7}', '\u0000'])(
    'a damaged file (%j) is a first start',
    (text) => {
      writeFileSync(join(folder, 'window.json'), text);
      const state = openWindowState(folder);
      expect(state.bounds()).toEqual(defaultBounds);
      expect(state.state()).toEqual({});
    },
  );

  test('the last of many saves wins', async () => {
    const state = openWindowState(folder);
    await Promise.all(Array.from({ length: 30 }, (_, n) => state.saveState({ n })));
    expect(openWindowState(folder).state()).toEqual({ n: 29 });
  });

  test('nonsense from a page is not remembered', async () => {
    const state = openWindowState(folder);
    for (const bounds of [null, 'x', { width: 1e9, height: 5 }, { width: NaN, height: 400 }]) state.saveBounds(bounds);
    expect(state.bounds()).toEqual(defaultBounds);
    await expect(state.saveState({ text: 'x'.repeat(2_000_000) })).rejects.toMatchObject({ code: 'too-large' });
    expect(state.state()).toEqual({});
  });
});
