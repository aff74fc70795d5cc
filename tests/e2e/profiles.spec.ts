// Several people in one browser, and a demo person who never mixes with any of them.
import { contents } from './support/storage';
import { professional, table } from './support/table';
import { expect, test } from './support/test';

const MINE = professional(2026, 10, { 项目名称: '我的培训' });

test('details are kept, and their change can be undone', async ({ app }) => {
  await app.open('data');
  await app.setProfile({
    name: '张三',
    unit: '某设计院',
    city: 'huaibei',
    'unit-level': 'municipal',
    'title-held': 'middle',
    'title-sought': 'senior',
    'application-year': '2026',
    'cycle-from': '2022',
    'cycle-to': '2026',
    'title-since': '2021.11.30',
  });
  await app.reload();
  await expect(app.id('p-name')).toHaveValue('张三');
  await expect(app.id('p-city')).toHaveValue('huaibei');
  await expect(app.id('p-unit-level')).toHaveValue('municipal');
  await expect(app.id('p-title-sought')).toHaveValue('senior');
  await expect(app.id('p-cycle-from')).toHaveValue('2022');
  await expect(app.id('p-title-since')).toHaveValue('2021-11-30');
  await app.setProfile({ name: '李四', 'title-since': '' });
  await app.id('undo').click();
  await expect(app.id('p-name')).toHaveValue('张三');
  await expect(app.id('p-title-since')).toHaveValue('2021-11-30');
});

test('a date that is none is refused under its field', async ({ app }) => {
  await app.open('data');
  await app.id('p-title-since').fill('去年');
  await app.id('p-save').click();
  await expect(app.id('err-title-since')).toBeVisible();
  await expect(app.id('p-title-since')).toBeFocused();
});

test('no field for an identity number exists', async ({ app }) => {
  await app.open('data');
  await expect(app.page.getByLabel(/身份证/)).toHaveCount(0);
});

test('the city’s rules are those of its year: a move in between', async ({ app, page }) => {
  await app.open('data');
  await app.setProfile({ city: 'luan' });
  await app.import(table([professional(2025, 90)]));
  await app.go('');
  await app.chooseYear(2025);
  await app.expectFigures({ transfer: '30', verdict: 'met-with-caution' });
  await app.go('data');
  await page.getByText('换过城市').click();
  await app.setProfile({ 'city-2025': 'huaibei' });
  await app.go('');
  await app.expectFigures({ transfer: '30', verdict: 'met' });
});

test('each person has a book of their own', async ({ app }) => {
  await app.open('data');
  await app.setProfile({ name: '张三' });
  await app.import(table([MINE]));

  await app.go('data');
  await app.id('profile-add').click();
  await expect(app.id('p-name')).toHaveValue('');
  await app.setProfile({ name: '李四' });
  await app.go('records');
  await expect(app.rows()).toHaveCount(0);
  await app.import(table([{ ...MINE, 项目名称: '别人的培训' }]));
  await app.reload();
  expect(await app.titles()).toEqual(['别人的培训']);

  await app.go('data');
  const books = app.id('profile-select');
  await expect(books.locator('option')).toHaveText(['张三', '李四']);
  await books.selectOption({ label: '张三' });
  await expect(app.id('p-name')).toHaveValue('张三');
  await app.go('records');
  expect(await app.titles()).toEqual(['我的培训']);
});

test('what one person pasted does not lie there for the next', async ({ app, page }) => {
  await app.open('data');
  await app.setProfile({ name: '张三' });
  await app.go('records');
  await app.paste(table([MINE]));
  await expect(app.id('import-row')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await app.go('data');
  await app.id('profile-add').click();
  await expect(app.id('p-name')).toHaveValue('');
  await app.go('records');
  await app.id('import-open').click();
  await expect(app.id('import-text')).toHaveValue('');
  await expect(app.id('import-row')).toHaveCount(0);
});

test('the demo is marked, keeps to itself, and leaves nothing behind', async ({ app, page }) => {
  await app.open('data');
  await app.setProfile({ name: '张三' });
  await app.import(table([MINE]));
  const mine = await contents(page);
  const isMine = (key: string) => key.startsWith('xueshi/b/') || key === 'xueshi/index';
  const ofMine = (all: Record<string, string>) => Object.fromEntries(Object.entries(all).filter(([key]) => isMine(key)));

  await app.go('data');
  await app.id('demo-start').click();
  await expect(page.getByText('示例数据')).toBeVisible();
  await app.go('records');
  await expect(app.row('我的培训')).toHaveCount(0);
  await expect(app.rows().first()).toBeVisible();
  await app.add({ title: '示例里加的', subject: 'public', hours: '3', end: '2026-03-05' });
  expect(ofMine(await contents(page))).toEqual(ofMine(mine));
  await app.reload();
  await expect(page.getByText('示例数据')).toBeVisible();

  await app.id('demo-end').click();
  await expect(page.getByText('示例数据')).toHaveCount(0);
  await app.go('records');
  expect(await app.titles()).toEqual(['我的培训']);
  const after = await contents(page);
  expect(ofMine(after)).toEqual(ofMine(mine));
  expect(Object.keys(after).filter((key) => key.includes('demo'))).toEqual([]);
});

test('leaving the demo leads back to the person who was there before', async ({ app }) => {
  await app.open('data');
  await app.setProfile({ name: '张三' });
  await app.id('profile-add').click();
  await expect(app.id('p-name')).toHaveValue('');
  await app.setProfile({ name: '李四' });
  await app.id('demo-start').click();
  await app.id('demo-end').click();
  await expect(app.id('p-name')).toHaveValue('李四');
});

test('the first screen asks for the city and shows a demo without keeping it', async ({ app, page }) => {
  await app.open();
  await app.id('first-city').selectOption('huaibei');
  await expect(page.locator('.year-chosen')).toContainText('淮北市');
  await page.getByRole('button', { name: '看一份示例' }).click();
  await expect(app.id('verdict')).toBeVisible();
  await expect(page.getByText('示例数据')).toBeVisible();
  await app.id('demo-end').click();
  await expect(app.id('first-city')).toHaveValue('huaibei');
});
