import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { defaultAppFolder, parseShellOptions } from './options';

test('flags are read', () => {
  const options = parseShellOptions(['--library', 'x', '--profile=y', '--headless', '--window-size', '1280x800']);
  expect(options).toEqual({
    library: resolve('x'),
    profile: resolve('y'),
    headless: true,
    size: { width: 1280, height: 800 },
  });
});

test('anything unknown is refused with the usage', () => {
  expect(() => parseShellOptions(['--remote-debugging-port=1'])).toThrow(/Usage: npm start/);
  expect(() => parseShellOptions(['stray'])).toThrow(/Usage: npm start/);
  expect(() => parseShellOptions(['--window-size', 'big'])).toThrow(/1280x800/);
});

test('each system keeps the app’s settings where its apps keep theirs', () => {
  expect(defaultAppFolder({ XDG_CONFIG_HOME: '/c' }, 'linux')).toBe(resolve('/c/commonplace'));
  expect(defaultAppFolder({}, 'darwin')).toMatch(/Application Support/);
  expect(defaultAppFolder({ APPDATA: '/r' }, 'win32')).toMatch(/Commonplace$/);
});
