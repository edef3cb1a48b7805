import { readFileSync } from 'node:fs';
import { expect } from './fixtures';
import { sampleTest as test } from './sample';

interface Dossier {
  actors: { key: string; name: string }[];
  claims: {
    statement: string;
    positions: { actor: string; stance: keyof typeof words; manner: 'held' | 'reported'; date: string }[];
  }[];
}
const words = {
  asserts: 'asserts',
  denies: 'denies',
  confirms: 'confirms',
  declines: 'declines to comment',
  retracts: 'took it back',
};
const sample = JSON.parse(
  readFileSync(new URL('../resources/sample/dossier.json', import.meta.url), 'utf8'),
) as Dossier;
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const inWords = (date: string) =>
  `${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

/** What each cell should say on a day, worked out from the sample itself: the last word held, the last one reported. */
function expected(day: string): Map<string, string> {
  const cells = new Map<string, string>();
  for (const { statement, positions } of sample.claims) {
    for (const { key, name } of sample.actors) {
      const last = (manner: 'held' | 'reported') =>
        positions
          .filter((one) => one.actor === key && one.manner === manner && one.date <= day)
          .sort((a, b) => (a.date < b.date ? 1 : -1))[0];
      const [held, reported] = [last('held'), last('reported')];
      const parts = [
        held && `${words[held.stance]}, ${inWords(held.date)}`,
        reported && `reported: ${words[reported.stance]}, ${inWords(reported.date)}`,
      ].filter(Boolean);
      if (parts.length > 0) cells.set(`${statement} | ${name}`, parts.join('; '));
    }
  }
  return cells;
}

test('the matrix answers who held what on every date of the sample; a retraction supersedes, hearsay never counts', async ({
  page,
}) => {
  const dates = [...new Set(sample.claims.flatMap(({ positions }) => positions.map(({ date }) => date)))].sort();
  expect(dates.length).toBeGreaterThan(8);
  // Large enough for every cell to be in sight.
  await page.setViewportSize({ width: 3000, height: 1500 });
  await page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Matrix' }).click();
  const grid = page.getByRole('grid', { name: 'Claims by actors' });
  await expect(grid.getByRole('row').nth(1)).toBeVisible();
  const shown = () =>
    grid.evaluate((element) => {
      const found: [string, string][] = [];
      for (const row of element.querySelectorAll('[role="row"]')) {
        const statement = row.querySelector('[role="rowheader"]')?.textContent ?? '';
        for (const cell of row.querySelectorAll('[role="gridcell"]')) {
          const [, name = '', said = ''] = /^(.*?): (.*)$/u.exec(cell.getAttribute('aria-label') ?? '') ?? [];
          if (said !== 'nothing') found.push([`${statement} | ${name}`, said]);
        }
      }
      return found.sort(([a], [b]) => (a < b ? -1 : 1));
    });

  for (const date of dates) {
    await page.getByRole('button', { name: /^As of: / }).click();
    await page.getByRole('textbox', { name: 'As of' }).fill(date);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: `As of: ${inWords(date)}` })).toBeVisible();
    const wanted = [...expected(date)].sort(([a], [b]) => (a < b ? -1 : 1));
    await expect.poll(shown, { message: `who held what on ${date}` }).toEqual(wanted);
  }
});
