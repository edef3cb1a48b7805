import { describe, expect, it } from 'vitest';
import { matchAt, matchSlash } from './triggers';

describe('@', () => {
  it.each([
    ['@', ''],
    ['see @hallam', 'hallam'],
    ['(@hallam orrel 2021', 'hallam orrel 2021'],
    ['“@лена мар', 'лена мар'],
  ])('%s asks for %s', (text, query) => {
    expect(matchAt(text)?.query).toBe(query);
  });
  it.each(['mail me: a@example.org', '@one two three four five', 'nothing', '@ alone'])(
    '%s asks for nothing',
    (text) => {
      expect(matchAt(text)).toBeNull();
    },
  );
});

describe('/', () => {
  it.each([
    ['/', ''],
    ['words /tab', 'tab'],
    ['/heading 2', 'heading 2'],
  ])('%s asks for %s', (text, query) => {
    expect(matchSlash(text)?.query).toBe(query);
  });
  it.each(['and/or', 'https://example.org/a', '2021/22'])('%s asks for nothing', (text) => {
    expect(matchSlash(text)).toBeNull();
  });
});
