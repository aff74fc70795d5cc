// The page comes in two parts: the first answers, the second holds everything else.
import type { Page, Route } from '@playwright/test';
import { App } from './support/app';
import { SECOND_PART } from './support/states';
import { professional, table } from './support/table';
import { expect, test } from './support/test';

/** Keeps the second part back until it is let go. */
async function hold(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await page.route(SECOND_PART, (route) => void held.push(route));
  return async () => {
    await Promise.all(held.splice(0).map((route) => route.continue()));
    await page.unroute(SECOND_PART);
  };
}

test('the answer stands before the second part is there', async ({ app, page }) => {
  await app.open();
  await app.import(table([professional(2026, 62)]));
  await app.expectState('saved');
  await app.go('');
  const letGo = await hold(page);
  await page.reload();
  await expect(app.id('fact-professional')).toHaveAttribute('data-value', '62');
  await expect(page.getByText('前再补')).toContainText('28');
  await expect(app.id('storage-state')).not.toHaveAttribute('data-rest', 'here');
  await letGo();
  await app.ready();
  await expect(app.id('fact-professional')).toHaveAttribute('data-value', '62');
});

test('what is asked for before the second part is there is done when it comes', async ({ app, page }) => {
  const letGo = await hold(page);
  await page.goto('./');
  await app.id('first-city').selectOption('huaibei');
  await app.id('overview-add').click();
  await expect(app.id('f-save')).toHaveCount(0);
  await letGo();
  await expect(app.id('f-save')).toBeVisible();
  await page.keyboard.press('Escape');
  await app.expectState('saved');
  await expect(app.id('first-city')).toHaveValue('huaibei');
});

test('another screen says that it is being opened, and opens', async ({ app, page }) => {
  const letGo = await hold(page);
  await page.goto('./#/records');
  await expect(app.id('rest-waiting')).toHaveText('正在打开……');
  await letGo();
  await expect(page.getByRole('heading', { name: '学时记录' })).toBeVisible();
  await expect(app.id('rest-waiting')).toHaveCount(0);
});

test('what is pressed on the answer is said to be on its way, or to be missing, and is done at last', async ({ app, page, errors }) => {
  const letGo = await hold(page);
  await page.goto('./');
  await expect(app.id('overview-add')).toBeVisible();
  await expect(app.id('rest-waiting')).toHaveCount(0);
  await app.id('overview-add').click();
  await expect(app.id('rest-waiting')).toHaveText('正在打开……');
  await letGo();
  await expect(app.id('f-save')).toBeVisible();
  await expect(app.id('rest-waiting')).toHaveCount(0);

  await page.route(SECOND_PART, (route) => route.abort());
  await page.reload();
  await expect(app.id('rest-missing')).toContainText('没能打开');
  await expect(app.id('fact-total')).toHaveAttribute('data-value', '0');
  await app.id('overview-add').click();
  await page.unroute(SECOND_PART);
  await app.id('rest-again').click();
  await expect(app.id('f-save')).toBeVisible();
  errors.splice(0, errors.length, ...errors.filter((text) => !text.includes('ERR_FAILED')));
});

test('a second part that does not come is asked for again', async ({ app, page, errors }) => {
  await page.route(SECOND_PART, (route) => route.abort());
  await page.goto('./#/plan');
  await expect(app.id('rest-missing')).toContainText('没能打开');
  await expect(app.id('rest-missing')).toContainText('已保存的记录不受影响');
  await page.unroute(SECOND_PART);
  await app.id('rest-again').click();
  await app.ready();
  await expect(app.id('rest-missing')).toHaveCount(0);
  // Everything is at work, the keys among it.
  await page.keyboard.press('n');
  await app.fill({ title: '施工安全', hours: '6', end: '2026-03-05' });
  await app.save();
  await app.expectState('saved');
  // The browser's own words about the request that failed.
  errors.splice(0, errors.length, ...errors.filter((text) => !text.includes('ERR_FAILED')));
});

test('another tab’s save before the second part came is taken over', async ({ app, page, context }) => {
  await app.open();
  await app.import(table([professional(2026, 10)]));
  await app.expectState('saved');
  await app.go('');
  const letGo = await hold(page);
  await page.reload();
  await expect(app.id('fact-professional')).toHaveAttribute('data-value', '10');
  const other = new App(await context.newPage());
  await other.open();
  await other.import(table([professional(2026, 20, { 项目名称: '另一个标签页' })]));
  await other.expectState('saved');
  await letGo();
  await expect(app.id('fact-professional')).toHaveAttribute('data-value', '30');
});
