// Templates: an entry that comes again, kept under a name and begun from it by keyboard alone.
import type { App } from './support/app';
import { violations } from './support/accessibility';
import { expect, test } from './support/test';

async function tabTo(app: App, testId: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await app.id(testId).first().evaluate((element) => element === document.activeElement)) return;
    await app.page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${testId}`);
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

test('kept once, a template is begun and saved with the keyboard alone', async ({ app, page }) => {
  await app.open('records');
  await keep(app, '每周例会');
  await app.reload();
  await tabTo(app, 'nav-records');
  await page.keyboard.press('Enter');
  // The list is closed until it is asked for.
  await page.locator('#templates').focus();
  await page.keyboard.press('Enter');
  await tabTo(app, 'template-use');
  await page.keyboard.press('Enter');
  await expect(app.id('f-end')).toBeFocused();
  await expect(app.id('f-title')).toHaveValue('学术例会');
  await expect(app.id('f-hours')).toHaveValue('1.5');
  await expect(app.id('f-organiser')).toHaveValue('学会');
  await expect(app.id('f-end')).toHaveValue('2026-11-21');
  await expect(app.id('f-certificate')).toHaveValue('');
  await page.keyboard.press('Enter');
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
