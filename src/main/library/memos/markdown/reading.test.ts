import { describe, expect, it } from 'vitest';
import { readMarkdown } from './read';
import { pictureFilesAside, readMarkdownAside } from './reading';

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
      message: expect.stringContaining('Split it'),
    });
  });

  it('passes on why a text cannot be read', async () => {
    const deep = input('> '.repeat(20_000));
    await expect(readMarkdownAside(deep)).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('finds the pictures of a text with the same limits', async () => {
    expect(await pictureFilesAside(`${'Words.\n\n'.repeat(2000)}![A strait](maps/a%20strait.png)`)).toEqual([
      { url: 'maps/a%20strait.png', path: 'maps/a strait.png' },
    ]);
    const slow = `![](x.png)\n\n${'](data:image/'.repeat(100_000)}`;
    await expect(pictureFilesAside(slow, 3000)).rejects.toMatchObject({ code: 'timed-out' });
    // Nothing is read where there can be none.
    expect(await pictureFilesAside('](data:image/'.repeat(100_000), 3000)).toEqual([]);
  });
});
