import type { Page } from '@playwright/test';
import { dropExcerpt, memoText as text, mod } from './acts';
import { expect } from './fixtures';
import { sampleTest as test } from './sample';

/** Citing: who names the author, several sources, styles of all kinds and languages. */

async function newMemo(page: Page): Promise<void> {
  await page.keyboard.press(`${mod}+Alt+n`);
  await expect(text(page)).toBeFocused();
}

async function cite(page: Page, query: string): Promise<void> {
  await page.keyboard.type(`@${query}`);
  const menu = page.getByRole('listbox', { name: 'Cite, mention or state' });
  await menu
    .getByRole('option', { name: /The transponder of the aircraft/ })
    .first()
    .click();
}

const popover = (page: Page) => page.getByRole('dialog', { name: 'Citation' });
const manager = (page: Page) => page.getByRole('dialog', { name: 'Citation styles' });

async function useStyle(page: Page, words: string, title: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'All citation styles' }).click();
  await manager(page).getByRole('textbox', { name: 'Find a citation style' }).fill(words);
  await expect(manager(page).getByRole('option').first()).toContainText(title);
  await manager(page).getByRole('button', { name: 'Use this style' }).click();
  await expect(manager(page)).toBeHidden();
}

test('several sources, one named in the sentence; notes and author-date there and back', async ({ page }) => {
  test.slow();
  await newMemo(page);
  await page.keyboard.type('As ');
  await cite(page, 'transponder switched');
  await page.keyboard.type(' says.');
  const chip = text(page).getByRole('button', { name: /^Citation/ });
  await chip.click();
  const locator = popover(page).getByRole('textbox', { name: /^(Paragraph|Page|Time)$/ });
  await locator.fill('');
  await locator.pressSequentially('ch 4');
  await expect(popover(page).getByRole('textbox', { name: 'Chapter' })).toHaveValue('4');
  await popover(page).getByRole('button', { name: 'Add source' }).click();
  await popover(page).getByRole('combobox').last().fill('hallam');
  await popover(page).getByRole('option').first().click();
  await expect(popover(page).getByRole('group', { name: 'Words before the citation' })).toHaveCount(2);
  await popover(page).getByRole('button', { name: 'see also' }).last().click();
  await popover(page).getByText('Name the author in the sentence').click();
  await popover(page).getByRole('button', { name: 'Done' }).click();

  await expect(chip).toHaveText(/^Observer Mission.*1$/);
  const notes = page.getByRole('region', { name: 'Notes' });
  await expect(notes).toContainText(/chap\. 4.*; see also /);

  await useStyle(page, 'apa 7th edition', /APA \(7th edition\)/);
  await expect(chip).toHaveText(/^Observer Mission.* \(.*[Cc]hapter 4; see also .+\)$/);
  await expect(notes).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(chip).toHaveText(/^Observer Mission.*1$/);
  await expect(notes).toContainText(/chap\. 4.*; see also /);
});

test('a style is added by dropping it, shown on one’s own sources, used, and taken out; a broken one is refused', async ({
  page,
}) => {
  // Every style of the packages is read once.
  test.slow();
  await newMemo(page);
  await page.keyboard.type('The transponder was off ');
  await cite(page, 'transponder switched');
  await page.getByRole('button', { name: 'All citation styles' }).click();
  const drop = (name: string, xml: string) =>
    manager(page)
      .getByRole('listbox', { name: 'Citation styles' })
      .evaluate(
        (element, file) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([file.xml], file.name));
          element.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }));
        },
        { name, xml },
      );
  const style = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>Tarn Harbour Style</title><id>https://styles.example/tarn</id></info>
<macro name="who"><names variable="author"><name form="short"/></names></macro>
<citation><layout prefix="{" suffix="}"><text macro="who"/></layout></citation></style>`;

  await drop('broken.csl', style.replace('<text macro="who"/>', '<text macro="whom"/>'));
  await expect(page.getByText(/it calls a macro, “whom”, that it does not have \(line 4\)/).first()).toBeVisible();
  await drop('tarn.csl', style);
  await expect(manager(page).getByRole('region', { name: 'Tarn Harbour Style', exact: true })).toBeVisible();
  const preview = manager(page).getByRole('region', { name: 'Preview of Tarn Harbour Style' });
  await expect(preview).toContainText(/First\{.*Observer Mission.*\}/);
  await manager(page).getByRole('button', { name: 'Use this style' }).click();
  const chip = text(page).getByRole('button', { name: /^Citation/ });
  await expect(chip).toHaveText(/^\{.*Observer Mission.*\}$/);

  await expect(manager(page)).toBeHidden();
  await page.getByRole('button', { name: 'All citation styles' }).click();
  await manager(page).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByText('Style removed; 1 memo written in it keeps it')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chip).toHaveText(/^\{.*Observer Mission.*\}$/);
});

test('a memo speaks its own language: terms, headings and signals', async ({ page }) => {
  await newMemo(page);
  await cite(page, 'transponder switched');
  await page.getByRole('combobox', { name: 'Language of citations' }).fill('german');
  await page.getByRole('option', { name: 'Deutsch (Deutschland)' }).click();
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText(/Abs\.|Absatz/);
  await expect(page.getByRole('heading', { name: 'Literaturverzeichnis' })).toBeVisible();
  await text(page)
    .getByRole('button', { name: /^Citation/ })
    .click();
  await popover(page).getByRole('button', { name: 'vgl.' }).click();
  await popover(page).getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('region', { name: 'Notes' })).toContainText('vgl. ');
});

test('a quotation and its translation stand together, and stay so', async ({ app, page }) => {
  await newMemo(page);
  await page.keyboard.type('He said:');
  await dropExcerpt(page);
  await text(page).getByRole('button', { name: 'Add a translation' }).click();
  await page.keyboard.type('Words in another language.');
  const translation = text(page).locator('figure[data-excerpt] + figure');
  await expect(translation.locator('blockquote')).toHaveText('Words in another language.');
  await expect(text(page).getByRole('button', { name: 'Add a translation' })).toBeHidden();
  await translation.getByRole('combobox', { name: 'Language of the translation' }).click();
  await page.getByRole('option', { name: 'Français' }).click();
  await expect(translation.locator('blockquote')).toHaveAttribute('lang', 'fr');
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  await app.restart();
  const again = text(app.page).locator('figure[data-excerpt] + figure blockquote');
  await expect(again).toHaveText('Words in another language.');
  await expect(again).toHaveAttribute('lang', 'fr');
});
