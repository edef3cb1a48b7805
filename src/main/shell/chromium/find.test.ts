import { expect, test } from 'vitest';
import { findChromium, type Machine } from './find';

const machine = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, ...programs: string[]): Machine => ({
  platform,
  environment,
  isProgram: (path) => programs.includes(path.replaceAll('\\', '/')),
});

test('Linux: the first of Chromium, Chrome, Edge on the PATH; a snap only when there is nothing else', () => {
  const PATH = '/snap/bin:/usr/bin:/opt/bin';
  expect(findChromium(machine('linux', { PATH }, '/opt/bin/google-chrome', '/usr/bin/chromium'))).toBe(
    '/usr/bin/chromium',
  );
  expect(findChromium(machine('linux', { PATH }, '/snap/bin/chromium', '/opt/bin/google-chrome'))).toBe(
    '/opt/bin/google-chrome',
  );
  expect(findChromium(machine('linux', { PATH }, '/snap/bin/chromium'))).toBe('/snap/bin/chromium');
  expect(findChromium(machine('linux', { PATH }))).toBeNull();
});

test.skipIf(process.platform === 'win32')('macOS and Windows: the usual places', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findChromium(machine('darwin', { HOME: '/Users/a' }, chrome))).toBe(chrome);
  const edge = 'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe';
  expect(findChromium(machine('win32', { 'ProgramFiles(x86)': 'C:/Program Files (x86)' }, edge))).toBe(edge);
});

test('a browser the user names is taken, or none', () => {
  const environment = { PATH: '/usr/bin', COMMONPLACE_CHROMIUM: '/home/a/chrome' };
  expect(findChromium(machine('linux', environment, '/usr/bin/chromium', '/home/a/chrome'))).toBe('/home/a/chrome');
  expect(findChromium(machine('linux', environment, '/usr/bin/chromium'))).toBeNull();
});
