// Templates: an entry that comes again, kept under a name and begun from it by keyboard alone.
import type { Locator } from '@playwright/test';
import type { App } from './support/app';
import { violations } from './support/accessibility';
import { expect, test } from './support/test';

/** Presses Tab until the element has the focus; it has to come forward, and within so many presses. */
async function tabTo(target: Locator, most = 40): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await target.page().keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${most} presses of Tab do not reach ${target}`);
}

async function keep(app: App, name: string): Promise<void> {
  await app.id('record-add').click();
  await app.fill({ title: '学术例会', hours: '1.5', organiser: '学会', end: '2026-03-05', certificate: 'C-1' });
  await app.id('template-keep').click();
  await app.id('template-name').fill(name);
  await app.id('template-save').click();
  await expect(app.id('template-name')).toHaveValue('');
  await app.save();
}

test('from opening the page to a saved entry, a template needs the keyboard alone', async ({ app, page }) => {
  await app.open('records');
  await keep(app, '每周例会');
  // Opened anew, at the top of the page: nothing has the focus, and no mouse helps.
  await app.open();
  await app.reload();
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await tabTo(app.id('nav-records'));
  await page.keyboard.press('Enter');
  await expect(app.id('nav-records')).toHaveAttribute('aria-current', 'page');
  // The list is closed until it is asked for.
  await expect(app.id('template-use')).toBeHidden();
  await tabTo(page.locator('#templates'));
  await page.keyboard.press('Enter');
  await expect(app.id('template-use')).toBeVisible();
  await tabTo(app.id('template-use'), 5);
  await page.keyboard.press('Enter');
  await expect(app.id('f-end')).toBeFocused();
  await expect(app.id('f-title')).toHaveValue('学术例会');
  await expect(app.id('f-hours')).toHaveValue('1.5');
  await expect(app.id('f-organiser')).toHaveValue('学会');
  await expect(app.id('f-end')).toHaveValue('2026-11-21');
  await expect(app.id('f-certificate')).toHaveValue('');
  await page.keyboard.press('Enter');
  await expect(app.row('学术例会')).toHaveCount(2);
  await app.expectState('saved');
  await app.reload();
  await expect(app.row('学术例会')).toHaveCount(2);
});

test('a template is deleted, and the deletion undone', async ({ app }) => {
  await app.open('records');
  await keep(app, '甲');
  await keep(app, '乙');
  await app.page.locator('#templates').click();
  expect((await app.values('template-row')).sort()).toEqual(['乙', '甲'].sort());
  await app.id('template-delete').first().click();
  await expect(app.id('template-row')).toHaveCount(1);
  await app.id('undo').click();
  await expect(app.id('template-row')).toHaveCount(2);
  await app.reload();
  await app.page.locator('#templates').click();
  await expect(app.id('template-row')).toHaveCount(2);
});

test('a name that is there already is written over; none at all takes the title', async ({ app }) => {
  await app.open('records');
  await keep(app, '');
  await keep(app, '学术例会');
  await app.page.locator('#templates').click();
  expect(await app.values('template-row')).toEqual(['学术例会']);
});

for (const language of ['zh-CN', 'en'] as const) {
  test(`the list is sound for everyone, at 360 pixels too (${language})`, async ({ app, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await app.open('data');
    await app.setLanguage(language);
    await app.go('records');
    await keep(app, '一个名字很长很长很长很长很长很长很长很长的模板，用来看看会不会撑破屏幕');
    await page.locator('#templates').click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)).toBe(false);
  });
}
