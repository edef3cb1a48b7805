import { describe, expect, it } from 'vitest';
import { readMarkdown } from './read';
import { readMarkdownAside } from './reading';

const input = (text: string) => ({ text, keys: new Map([['hallam2031', 'source-1']]), pictures: [] });

describe('reading Markdown beside other work', { timeout: 60_000 }, () => {
  it('makes of a long text what it makes of it at once', async () => {
    const long = input('# Gate\n\n' + 'It closed [@hallam2031, p. 3] in *spring*; nobody said why.\n\n'.repeat(500));
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const memo = await readMarkdownAside(long);
    clearInterval(timer);
    expect(memo).toEqual(readMarkdown(long));
    expect(turns).toBeGreaterThan(5);
  });

  it('stops where a text was made to be slow, and says what to do', async () => {
    const slow = input('](data:image/'.repeat(100_000));
    await expect(readMarkdownAside(slow, 3000)).rejects.toMatchObject({
      code: 'timed-out',
      message: expect.stringContaining('Split the file'),
    });
  });

  it('passes on why a text cannot be read', async () => {
    const deep = input('> '.repeat(20_000));
    await expect(readMarkdownAside(deep)).rejects.toMatchObject({ code: 'unreadable' });
  });
});
