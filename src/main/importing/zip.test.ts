import { describe, expect, it } from 'vitest';
import { archive } from './testing';
import { openZip } from './zip';

describe('archives', () => {
  it('are read by name', async () => {
    const zip = await openZip(await archive({ 'a.txt': 'one', 'b/c.txt': 'два' }), 1000);
    expect(zip.names).toEqual(['a.txt', 'b/c.txt']);
    expect(await zip.text('b/c.txt')).toBe('два');
    await expect(zip.read('missing')).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('that swell are stopped by what comes out of them, whatever their headers say', async () => {
    const bomb = await archive({ 'a.txt': 'x'.repeat(5_000_000), 'b.txt': 'y'.repeat(600_000) });
    await expect((await openZip(bomb, 1_000_000)).read('a.txt')).rejects.toMatchObject({ code: 'too-large' });
    // The sizes in both headers made small.
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 4; at++) {
      const signature = view.getUint32(at, true);
      if (signature === 0x04034b50) view.setUint32(at + 22, 10, true);
      if (signature === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    await expect((await openZip(lying, 1_000_000)).read('a.txt')).rejects.toMatchObject({ name: 'CommonplaceError' });
    const zip = await openZip(await archive({ 'a.txt': 'x'.repeat(700_000), 'b.txt': 'y'.repeat(700_000) }), 1_000_000);
    await zip.read('a.txt');
    await expect(zip.read('b.txt')).rejects.toMatchObject({ code: 'too-large' });
  });

  it('with names that climb out, or cut short, are refused', async () => {
    await expect(openZip(await archive({ '../../evil.txt': 'x' }), 1000)).rejects.toMatchObject({ code: 'unreadable' });
    const whole = await archive({ 'a.txt': 'one'.repeat(1000) });
    await expect(openZip(whole.subarray(0, whole.length - 30), 1000)).rejects.toMatchObject({ code: 'unreadable' });
  });
});
