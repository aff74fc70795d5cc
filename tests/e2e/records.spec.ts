// Entries one by one: added, changed, copied, deleted and brought back, searched, filtered,
// sorted, and refused with a sentence when something is wrong with them.
import { professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

const ENTRY = { title: '施工安全培训班', subject: 'professional', hours: '12', start: '2026-03-02', end: '2026-03-05' };

test('an entry is added with every field and found again after a reload', async ({ app }) => {
  await app.open('records');
  await expect(app.page.getByText('还没有记录')).toBeVisible();
  const fields = {
    ...ENTRY,
    year: '2026',
    route: 'class',
    form: '4',
    organiser: '市住建局',
    assessment: 'passed',
    certificate: 'AQ-2026-17',
    status: 'registered',
    filing: 'yes',
    evidence: '附件 3',
    remarks: '第一行\n第二行',
  };
  await app.add(fields);
  await expect(app.row(ENTRY.title)).toHaveAttribute('data-year', '2026');
  await expect(app.row(ENTRY.title)).toHaveAttribute('data-hours', '12');
  await app.expectState('saved');

  await app.reload();
  await app.row(ENTRY.title).getByTestId('record-edit').click();
  for (const [name, value] of Object.entries(fields)) await expect(app.id(`f-${name}`)).toHaveValue(value);
});

test('an entry without a year takes the year of its completion', async ({ app }) => {
  await app.open('records');
  await app.add({ ...ENTRY, start: '', end: '2025年3月5日' });
  await expect(app.row(ENTRY.title)).toHaveAttribute('data-year', '2025');
});

test('hours stand in canonical form, however they were typed', async ({ app }) => {
  await app.open('records');
  await app.add({ ...ENTRY, hours: '４.50' });
  await expect(app.row(ENTRY.title)).toHaveAttribute('data-hours', '4.5');
});

test('an entry is changed, and the change can be undone', async ({ app }) => {
  await app.open('records');
  await app.add(ENTRY);
  await app.row(ENTRY.title).getByTestId('record-edit').click();
  await app.fill({ hours: '20' });
  await app.save();
  await expect(app.row(ENTRY.title)).toHaveAttribute('data-hours', '20');
  await app.id('undo').click();
  await expect(app.row(ENTRY.title)).toHaveAttribute('data-hours', '12');
  await app.reload();
  await expect(app.row(ENTRY.title)).toHaveAttribute('data-hours', '12');
});

test('a copy begins with everything but the certificate number', async ({ app }) => {
  await app.open('records');
  await app.add({ ...ENTRY, certificate: 'AQ-1', organiser: '市住建局' });
  await app.id('record-duplicate').click();
  await expect(app.id('f-organiser')).toHaveValue('市住建局');
  await expect(app.id('f-certificate')).toHaveValue('');
  await app.fill({ title: '施工安全培训班（二期）' });
  await app.save();
  await expect(app.rows()).toHaveCount(2);
});

test('a deleted entry comes back with undo, and stays away without', async ({ app }) => {
  await app.open('records');
  await app.add(ENTRY);
  await app.id('record-delete').click();
  await expect(app.rows()).toHaveCount(0);
  await app.id('undo').click();
  await expect(app.row(ENTRY.title)).toBeVisible();
  await app.id('record-delete').click();
  await expect(app.rows()).toHaveCount(0);
  await app.reload();
  await expect(app.id('record-add')).toBeVisible();
  await expect(app.rows()).toHaveCount(0);
});

test('what was typed survives closing the form, other screens and another language', async ({ app, page }) => {
  await app.open('records');
  await app.id('record-add').click();
  await app.fill({ title: '半途的标题', hours: '7.5', remarks: '还没写完' });
  await page.keyboard.press('Escape');
  await expect(app.id('f-title')).toBeHidden();
  await app.setLanguage('en');
  await app.go('records');
  await app.id('record-add').click();
  await expect(app.id('f-title')).toHaveValue('半途的标题');
  await expect(app.id('f-hours')).toHaveValue('7.5');
  await expect(app.id('f-remarks')).toHaveValue('还没写完');
  await app.id('f-discard').click();
  await app.id('record-add').click();
  await expect(app.id('f-title')).toHaveValue('');
});

test('what was begun for one entry does not turn up in another', async ({ app, page }) => {
  await app.open('records');
  await app.add(ENTRY);
  await app.id('record-edit').click();
  await app.fill({ title: '改到一半' });
  await page.keyboard.press('Escape');
  await app.id('record-edit').click();
  await expect(app.id('f-title')).toHaveValue('改到一半');
  await page.keyboard.press('Escape');
  await app.id('record-add').click();
  await expect(app.id('f-title')).toHaveValue('');
});

const LONG = '长'.repeat(501);
const MISTAKES: [name: string, fields: Record<string, string>, error: string, sentence: RegExp][] = [
  ['a missing title', { title: '' }, 'title', /要填/],
  ['a title too long', { title: '长'.repeat(201) }, 'title', /201 个字.*最多 200/],
  ['missing hours', { hours: '' }, 'hours', /要填/],
  ['hours in words', { hours: '六学时' }, 'hours', /要写数字/],
  ['too many decimals', { hours: '7.255' }, 'hours', /两位小数/],
  ['no hours at all', { hours: '0' }, 'hours', /0\.01/],
  ['too many hours', { hours: '10000' }, 'hours', /9999\.99/],
  ['a missing end', { end: '' }, 'end', /要填/],
  ['an end that is no date', { end: '三月五日' }, 'end', /看不出日期/],
  ['a day that does not exist', { end: '2026-02-30' }, 'end', /没有这一天/],
  ['a day before the rules', { end: '2000-12-31' }, 'end', /2001-01-01/],
  ['an end still to come', { end: '2026-12-20' }, 'end', /今天之后/],
  ['a start that is no date', { start: '?' }, 'start', /看不出日期/],
  ['a start after the end', { start: '2026-03-06' }, 'start', /晚于结束日期/],
  ['an organiser too long', { organiser: LONG }, 'organiser', /最多 500/],
  ['a certificate number too long', { certificate: LONG }, 'certificate', /最多 500/],
  ['an evidence note too long', { evidence: LONG }, 'evidence', /最多 500/],
  ['remarks too long', { remarks: LONG }, 'remarks', /最多 500/],
  ['a quantity without its rule', { route: 'conversion', 'conversion-quantity': '2' }, 'conversion-rule', /折算规则/],
  ['a quantity that is no number', { route: 'conversion', 'conversion-rule': '论文', 'conversion-quantity': '两篇' }, 'conversion-quantity', /要写数字/],
];

test('every mistake is told under its field, and only there', async ({ app }) => {
  await app.open('records');
  for (const [name, fields, error, sentence] of MISTAKES) {
    await test.step(name, async () => {
      await app.id('record-add').click();
      await app.fill({ ...ENTRY, ...fields });
      await app.id('f-save').click();
      await expect(app.id(`err-${error}`)).toHaveText(sentence);
      await expect(app.page.locator('[data-testid^=err-]')).toHaveCount(1);
      await expect(app.id(`f-${error}`)).toBeFocused();
      await app.id('f-discard').click();
    });
  }
  await expect(app.rows()).toHaveCount(0);
});

test('an error goes as soon as it is mended', async ({ app }) => {
  await app.open('records');
  await app.id('record-add').click();
  await app.id('f-save').click();
  for (const field of ['title', 'hours', 'end']) await expect(app.id(`err-${field}`)).toBeVisible();
  await app.fill({ title: '有了' });
  await expect(app.id('err-title')).toBeHidden();
  await expect(app.id('err-hours')).toBeVisible();
});

test('an end still to come is taken for a planned entry, which counts nowhere', async ({ app }) => {
  await app.open('records');
  await app.add({ ...ENTRY, end: '2026-12-20', status: 'planned' });
  await expect(app.row(ENTRY.title)).toHaveAttribute('data-value', 'planned');
  await app.go('');
  await app.expectFigures({ planned: '12', total: '0', uncounted: '0' });
});

test('minutes suggest hours by the year’s length of an hour, and the person decides', async ({ app, page }) => {
  await app.open('records');
  await app.id('record-add').click();
  await app.fill(ENTRY);
  await page.locator('details.duration summary').click();
  for (const [year, minutes, hours] of [['2025', '100', '2'], ['2026', '100', '2'], ['2025', '120', '2'], ['2026', '120', '3']]) {
    await app.fill({ year });
    await app.id('f-minutes').fill(minutes);
    await expect(app.id('duration-hours')).toHaveAttribute('data-value', hours);
  }
  await page.getByRole('button', { name: '填入 3' }).click();
  await expect(app.id('f-hours')).toHaveValue('3');
  await app.fill({ year: '2024' });
  await expect(app.id('duration-hours')).toHaveCount(0);
});

test.describe('in spring', () => {
  test.use({ today: '2026-03-01' });

  test('the earlier year is proposed for public study while that year lacks hours', async ({ app }) => {
    await app.open('records');
    await app.import(table([professional(2025, 60)]));
    await app.id('record-add').click();
    const courseware = { title: '补学课件', subject: 'public', route: 'courseware', hours: '30', end: '2026-02-10' };
    await app.fill(courseware);
    await expect(app.id('year-proposal')).toHaveAttribute('data-value', '2025');
    await app.id('year-proposal').getByRole('button').click();
    await expect(app.id('f-year')).toHaveValue('2025');
    await expect(app.id('year-proposal')).toBeHidden();
    await app.save();
    await app.go('');
    await app.expectFigures({ public: '30', total: '90', verdict: 'met' }, 'prev-');
  });
});

const MANY = [
  professional(2026, 24, { 项目名称: '安全培训甲', 主办单位: '市住建局', 结束日期: '2026-03-02', 学习形式: 1 }),
  professional(2026, 6, { 项目名称: '质量讲座乙', 证书编号: 'ZL-77', 结束日期: '2026-05-04', 学习形式: 4, 状态: '已登记' }),
  publicStudy(2026, 20, { 项目名称: '公需科目丙', 结束日期: '2026-04-01', 学习形式: 3, 状态: '已审验' }),
  publicStudy(2026, 8, { 项目名称: '公需计划丁', 结束日期: '2026-12-10', 学习形式: 3, 状态: '计划' }),
  professional(2025, 12, { 项目名称: '往年培训戊', 备注: '补证', 学习形式: 1 }),
];

test('search and filters narrow the table, and the count says how far', async ({ app }) => {
  await app.open('records');
  await app.import(table(MANY));
  const narrowed = async (expected: string[]) => {
    await expect(app.rows()).toHaveCount(expected.length);
    expect((await app.titles()).sort()).toEqual([...expected].sort());
  };
  for (const [words, expected] of [
    ['培训', ['安全培训甲', '往年培训戊']],
    ['住建', ['安全培训甲']],
    ['zl-77', ['质量讲座乙']],
    ['补证 往年', ['往年培训戊']],
    ['', MANY.map((row) => String(row.项目名称))],
  ] as [string, string[]][]) {
    await app.id('records-search').fill(words);
    await narrowed(expected);
  }
  await expect(app.id('records-count')).toHaveAttribute('data-value', '5');
  for (const [filter, value, expected] of [
    ['year', '2025', ['往年培训戊']],
    ['subject', 'public', ['公需科目丙', '公需计划丁']],
    ['form', '3', ['公需科目丙', '公需计划丁']],
    ['form', '4', ['质量讲座乙']],
    ['status', 'planned', ['公需计划丁']],
    ['status', 'registered', ['质量讲座乙']],
    ['status', 'verified', ['公需科目丙']],
  ] as [string, string, string[]][]) {
    await app.id(`records-${filter}`).selectOption(value);
    await narrowed(expected);
    await app.id(`records-${filter}`).selectOption('');
  }
  await app.id('records-search').fill('没有这样的');
  await expect(app.rows()).toHaveCount(0);
  await expect(app.page.getByText('没有符合条件的记录')).toBeVisible();
});

test('each order is an order within the years, newest year first', async ({ app }) => {
  await app.open('records');
  await app.import(table(MANY));
  for (const [order, expected] of [
    ['end-down', ['公需计划丁', '质量讲座乙', '公需科目丙', '安全培训甲', '往年培训戊']],
    ['end-up', ['安全培训甲', '公需科目丙', '质量讲座乙', '公需计划丁', '往年培训戊']],
    ['hours', ['安全培训甲', '公需科目丙', '公需计划丁', '质量讲座乙', '往年培训戊']],
  ] as [string, string[]][]) {
    await app.id('records-sort').selectOption(order);
    await expect.poll(() => app.titles()).toEqual(expected);
  }
  await app.id('records-sort').selectOption('title');
  await expect.poll(async () => (await app.titles()).at(-1)).toBe('往年培训戊');
});

test('a long book is shown in steps', async ({ app }) => {
  const rows = Array.from({ length: 430 }, (_, index) => professional(2026, 1, { 项目名称: `第 ${index} 项` }));
  await app.open('records');
  await app.import(table(rows));
  await expect(app.rows()).toHaveCount(50);
  await app.id('records-more').click();
  await expect(app.rows()).toHaveCount(250);
  await app.id('records-more').click();
  await expect(app.rows()).toHaveCount(430);
  await expect(app.id('records-more')).toHaveCount(0);
});

test('what is looked for stays when one leaves and comes back, and is cleared with one press', async ({ app, page }) => {
  await app.open('records');
  await app.import(table([
    professional(2025, 10, { 项目名称: '施工安全' }),
    professional(2026, 20, { 项目名称: '施工安全二期' }),
    publicStudy(2026, 30, { 项目名称: '公需安全' }),
    professional(2026, 5, { 项目名称: '绿色建筑' }),
  ]));
  await expect(app.id('records-clear')).toHaveCount(0);
  const chosen = { year: '2026', subject: 'professional', form: '1', status: 'completed', sort: 'title' };
  await app.id('records-search').fill('安全');
  for (const [name, value] of Object.entries(chosen)) await app.id(`records-${name}`).selectOption(value);
  await expect(app.id('records-count')).toHaveAttribute('data-value', '1');
  expect(await app.titles()).toEqual(['施工安全二期']);
  // Another screen, and another language, which draws the page anew.
  await app.setLanguage('en');
  await app.go('records');
  expect(await app.titles()).toEqual(['施工安全二期']);
  await expect(app.id('records-search')).toHaveValue('安全');
  for (const [name, value] of Object.entries(chosen)) await expect(app.id(`records-${name}`), name).toHaveValue(value);
  // It says that there is more than what is shown.
  await expect(app.id('records-count')).toContainText('of 4');
  await app.id('records-clear').click();
  await expect(app.id('records-count')).toHaveAttribute('data-value', '4');
  await expect(app.id('records-search')).toHaveValue('');
  await expect(app.id('records-search')).toBeFocused();
  for (const name of ['year', 'subject', 'form', 'status']) await expect(app.id(`records-${name}`), name).toHaveValue('');
  // The order hides nothing.
  await expect(app.id('records-sort')).toHaveValue('title');
  // Where nothing fits, the way back stands beside the word about it.
  await app.id('records-search').fill('没有这个');
  await expect(app.rows()).toHaveCount(0);
  await app.id('records-clear').click();
  await expect(app.rows()).toHaveCount(4);
  // Another person's book is looked at afresh.
  await app.id('records-search').fill('安全');
  await app.go('data');
  await app.id('profile-add').click();
  await expect(page.locator('.notice')).toHaveCount(0);
  await app.go('records');
  await expect(app.id('records-search')).toHaveValue('');
});
