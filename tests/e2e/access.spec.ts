// For everyone: by keyboard alone and on a phone. What axe says of every state: states.spec.ts.
import type { App } from './support/app';
import { SCREENS } from './support/app';
import { expect, test } from './support/test';

/** Presses Tab until the element with a test id has the focus. */
async function tabTo(app: App, testId: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await app.id(testId).evaluate((element) => element === document.activeElement)) return;
    await app.page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${testId}`);
}

test('an entry is added with the keyboard alone', async ({ app, page }) => {
  await app.open();
  await tabTo(app, 'nav-records');
  await page.keyboard.press('Enter');
  await tabTo(app, 'record-add');
  await page.keyboard.press('Enter');
  await tabTo(app, 'f-title');
  await page.keyboard.type('键盘录入');
  await tabTo(app, 'f-hours');
  await page.keyboard.type('6');
  await tabTo(app, 'f-end');
  await page.keyboard.type('2026-03-05');
  await page.keyboard.press('Enter');
  await expect(app.row('键盘录入')).toBeVisible();
  await expect(app.id('record-add')).toBeFocused();
});

test('Escape closes each dialog and the focus returns to where it was', async ({ app, page }) => {
  await app.open('records');
  for (const opener of ['record-add', 'import-open']) {
    await app.id(opener).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(app.id(opener)).toBeFocused();
  }
});

test('while a dialog is open the focus stays in it', async ({ app, page }) => {
  await app.open('records');
  await app.id('record-add').click();
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(() => {
      const active = document.activeElement;
      return active !== document.body && !active?.closest('dialog') ? active?.outerHTML : null;
    });
    expect(outside).toBeNull();
  }
});

test('the first stop of the Tab key skips to the content', async ({ app, page }) => {
  await app.open('records');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  await expect(page).toHaveURL(/#\/records$/);
  await page.keyboard.press('Tab');
  await expect(app.id('import-open')).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('an entry can be added', async ({ app }) => {
    await app.open('records');
    await app.add({ title: '手机录入', subject: 'public', hours: '3', end: '2026-03-05' });
    await expect(app.row('手机录入')).toBeVisible();
  });

  test('the notice with its way back lies above the tabs, however many rows they take', async ({ app, page }) => {
    await app.open('data');
    await app.setLanguage('en');
    await app.id('size-select').selectOption('large');
    await app.setProfile({ city: 'luan' });
    const [notice, tabs] = await Promise.all([page.locator('.notice').boundingBox(), page.getByRole('navigation').boundingBox()]);
    expect(notice!.y + notice!.height).toBeLessThanOrEqual(tabs!.y);
    await app.id('undo').click();
    await expect(app.id('p-city')).toHaveValue('other');
  });
});

test('every address opens its screen, on reload too, and an unknown one says so', async ({ app, page }) => {
  for (const screen of SCREENS) {
    await app.open(screen);
    await app.reload();
    await expect(app.id(`nav-${screen}`)).toHaveAttribute('aria-current', 'page');
  }
  await page.goto('./#/nowhere');
  await expect(page.getByText('没有这个页面')).toBeVisible();
  await page.getByRole('button', { name: '回到总览' }).click();
  await expect(app.id('verdict')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('没有这个页面')).toBeVisible();
});

test('the browser’s way back closes the sheet over the screen and keeps what was typed', async ({ app, page }) => {
  await app.open('');
  await app.go('records');
  await app.id('record-add').click();
  await app.id('f-title').fill('半张表');
  await page.goBack();
  await expect(app.id('f-title')).toHaveCount(0);
  await app.go('records');
  await app.id('record-add').click();
  await expect(app.id('f-title')).toHaveValue('半张表');
});

test('a page left open overnight learns of the new day by itself', async ({ app, page }) => {
  await page.clock.install({ time: new Date('2026-12-31T23:58:30+08:00') });
  await page.goto('./#/');
  await expect(app.id('days-left-professional')).toHaveAttribute('data-value', '0');
  await page.clock.runFor(120_000);
  await expect(app.id('days-left-professional')).toHaveAttribute('data-value', '-1');
});
