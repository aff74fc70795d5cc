// Single keys: every place and the usual acts, listed under `?`, silent while one types.
import { SCREENS } from './support/app';
import { expect, test } from './support/test';

test('? lists the keys, Escape closes the list and gives the focus back', async ({ app, page }) => {
  await app.open('records');
  await app.id('import-open').focus();
  await page.keyboard.press('?');
  await expect(app.id('shortcuts')).toBeVisible();
  // Seven places, five acts, Escape.
  await expect(app.id('shortcuts').locator('kbd')).toHaveText(['1', '2', '3', '4', '5', '6', '7', 'n', 'i', '/', 'u', '?', 'Esc']);
  await page.keyboard.press('Escape');
  await expect(app.id('shortcuts')).toBeHidden();
  await expect(app.id('import-open')).toBeFocused();
});

test('a digit goes to its place, letters act, and / finds', async ({ app, page }) => {
  await app.open();
  for (const [index, screen] of SCREENS.entries()) {
    await page.keyboard.press(String(index + 1));
    await expect(app.id(`nav-${screen}`)).toHaveAttribute('aria-current', 'page');
  }
  await page.keyboard.press('n');
  await expect(app.id('f-title')).toBeVisible();
  await app.fill({ title: '机器学习培训', subject: 'professional', hours: '6', end: '2026-03-05' });
  await app.save();
  await page.keyboard.press('/');
  await expect(app.id('records-search')).toBeFocused();
  await page.keyboard.type('n2/?');
  await expect(app.id('records-search')).toHaveValue('n2/?');
  await expect(app.id('f-title')).toBeHidden();
});

test('u takes the last act back while the notice offers it', async ({ app, page }) => {
  await app.open('records');
  await app.add({ title: '多记了', subject: 'professional', hours: '6', end: '2026-03-05' });
  await app.row('多记了').getByTestId('record-delete').click();
  await expect(app.rows()).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(app.row('多记了')).toBeVisible();
});

test('who does not want them switches them off, and they stay off', async ({ app, page }) => {
  await app.open('data');
  await app.id('shortcuts-open').click();
  await app.id('shortcuts-on').uncheck();
  await page.keyboard.press('Escape');
  await app.reload();
  await page.keyboard.press('2');
  await page.keyboard.press('?');
  await expect(app.id('shortcuts')).toBeHidden();
  await expect(app.id('nav-data')).toHaveAttribute('aria-current', 'page');
  await app.id('shortcuts-open').click();
  await app.id('shortcuts-on').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  await expect(app.id('nav-records')).toHaveAttribute('aria-current', 'page');
});
