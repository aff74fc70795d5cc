// Both languages say everything, and the same things.
import type { Page } from '@playwright/test';
import { type App, SCREENS } from './support/app';
import { laidOut } from './support/paper';
import { professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

/** What stays Chinese in English: names that are what they are, on the page or in a file. */
const STAYS = [
  /^中文$/, // the language's own name
  /语言/, // so that it is found again
  /[皖淮六]人[社发][^\s,;]*〔\d{4}〕\d+号/g, // document numbers
  /项目名称|科目类别|结束日期|开始日期|归属年度|折算认定|学时|途径/g, // columns and words of the file format
  /2026年3月5日/g, // a way to write dates
];

/** A book whose own words are Latin, with something in it for every part of every screen. */
const BOOK = table([
  professional(2026, 20, { 项目名称: 'Course A', 主办单位: 'Office', 备案: '否' }),
  professional(2026, 4, { 项目名称: 'Course B', 途径: '其他平台' }),
  professional(2026, 9, { 项目名称: 'Course C', 途径: '折算认定' }),
  professional(2026, 9, { 项目名称: 'Course D', 考核结果: '不合格' }),
  professional(2026, 5, { 项目名称: 'Plan E', 状态: '计划', 结束日期: '2026-12-20' }),
  publicStudy(2026, 40, { 项目名称: 'Base F' }),
  publicStudy(2026, 4, { 项目名称: 'Base G', 考核结果: '不合格' }),
  publicStudy(2026, 4, { 项目名称: 'Platform H', 途径: '其他平台' }),
  publicStudy(2026, 4, { 项目名称: 'Class I', 途径: '培训活动' }),
  professional(2026, 4, { 项目名称: 'Wrong year J', 结束日期: '2025-03-01' }),
  publicStudy(2023, 4, { 项目名称: 'Old K', 结束日期: '2024-03-01', 状态: '已审验' }),
]);

/** Everything written on the page that has Han characters and should not. */
async function chinese(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    const found: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const parent = walk.currentNode.parentElement;
      // The papers are Chinese in either language, and say so.
      if (!parent?.closest('script, style, noscript, textarea, main [lang=zh-CN], .trial')) found.push(walk.currentNode.textContent ?? '');
    }
    for (const element of document.querySelectorAll(':not(.trial *, main [lang=zh-CN], main [lang=zh-CN] *):is([aria-label], [placeholder], [title], [alt])')) {
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) found.push(element.getAttribute(name) ?? '');
    }
    return [...found, document.title];
  });
  const rest = texts.map((text) => STAYS.reduce((text, stays) => text.replace(stays, ''), text));
  return [...new Set(texts.filter((_, index) => /\p{Script=Han}/u.test(rest[index])))];
}

/** Goes through all that the app can show, and looks each time. */
async function everywhere(app: App, look: (place: string) => Promise<void>): Promise<void> {
  await app.go('records');
  await app.id('record-add').click();
  await app.fill({ title: 'X', hours: 'x', end: '2030-01-01', route: 'conversion', 'conversion-quantity': '2' });
  await app.id('f-save').click();
  await look('form');
  await app.id('f-discard').click();
  await app.paste(`${BOOK}\n${BOOK.split('\n').slice(1).join('\n').replace('\t20\t', '\t21\t').replace('2026-12-20', '?')}`);
  await app.importRows();
  await look('import');
  await app.page.keyboard.press('Escape');
  // The plan shows the year that the overview was left at.
  await app.go('');
  await app.chooseYear('2026');
  for (const screen of SCREENS.filter((screen) => screen !== '')) {
    await app.go(screen);
    if (screen === 'pack') await laidOut(app);
    await look(screen);
  }
  await app.go('');
  for (const year of ['2023', '2025', '2026', '2027']) {
    await app.chooseYear(year);
    await app.uncounted();
    await look(`overview ${year}`);
  }
}

test.use({ today: '2026-11-21' });

test('in English no Chinese is left but names', async ({ app, page }) => {
  await app.open('data');
  await app.setLanguage('en');
  const found: Record<string, string[]> = {};
  const look = async (place: string) => {
    const texts = await chinese(page);
    if (texts.length > 0) found[place] = texts;
  };
  for (const screen of SCREENS) {
    await app.go(screen);
    await look(`${screen || 'overview'}, empty`);
  }
  await app.setProfile({ city: 'luan' });
  await app.import(BOOK);
  await look('records, after an import');
  await everywhere(app, look);
  expect(found).toEqual({});
});

test('both languages carry the same values', async ({ app, page }) => {
  await app.open('data');
  await app.setProfile({ city: 'luan' });
  await app.import(BOOK);
  const values = async (): Promise<Record<string, string[]>> => {
    const found: Record<string, string[]> = {};
    await everywhere(app, async (place) => {
      // Choosing a language is a setting and takes some room: that one figure may differ.
      found[place] = await page.locator('[data-value]:not([data-testid=storage-used], .trial *)').evaluateAll((all) =>
        all.map((one) => `${one.getAttribute('data-testid')} ${one.getAttribute('data-value')} ${one.getAttribute('data-hours') ?? ''}`),
      );
    });
    return found;
  };
  const inChinese = await values();
  await app.setLanguage('en');
  expect(await values()).toEqual(inChinese);
});

test('the language changes without a reload, where one is, and stays', async ({ app, page }) => {
  await app.open('data');
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('数据与设置');
  await app.id('lang-select').selectOption('en');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data and settings');
  await expect(page).toHaveTitle('Xueshi');
  await expect(app.id('lang-select')).toBeFocused();
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
  await app.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(app.id('nav-records')).toContainText('Records');
  await app.setLanguage('zh-CN');
  await expect(app.id('nav-records')).toContainText('学时记录');
});

test('the theme stays too', async ({ app, page }) => {
  await app.open('data');
  for (const theme of ['dark', 'light']) {
    await app.id('theme-select').selectOption(theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await app.reload();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expect(app.id('theme-select')).toHaveValue(theme);
  }
});
