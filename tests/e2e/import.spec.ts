// Tables pasted and files chosen: each row is looked at before anything goes in.
import { App } from './support/app';
import { fixture, person } from './support/people';
import { type Row, professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

const MEGABYTE = 1024 * 1024;

for (const [encoding, file] of [['UTF-8 with a mark', 'paste.csv'], ['GB18030', 'paste.gb18030.csv']]) {
  test(`a CSV file in ${encoding} is read as its sheet shows it`, async ({ app }) => {
    const expected = person('li-luan').import;
    await app.open('records');
    await app.upload(file, fixture('li-luan', file));
    const rows = await app.importRows();
    expect(rows.length).toBe(expected.rows);
    const errors = rows.filter((row) => row.verdict === 'error').map(({ line, column }) => ({ line, column }));
    expect(errors).toEqual(expected.errors);
    await expect(app.id('import-row').first()).toContainText('新课程标准解读培训班');
    await app.confirmImport();
    await expect(app.id('records-count')).toHaveAttribute('data-value', String(expected.new));
  });
}

test('an import is taken back by one undo', async ({ app }) => {
  await app.open('records');
  await app.import(table([professional(2026, 10), publicStudy(2026, 5)]));
  await expect(app.rows()).toHaveCount(2);
  await app.id('undo').click();
  await expect(app.rows()).toHaveCount(0);
  await app.reload();
  await expect(app.id('record-add')).toBeVisible();
  await expect(app.rows()).toHaveCount(0);
});

test('bad rows are told by line, column and reason, and the good ones still go in', async ({ app, page }) => {
  const rows: Row[] = [
    professional(2026, 10, { 项目名称: '好的一行' }),
    professional(2026, 10, { 项目名称: '' }),
    professional(2026, 10, { 项目名称: '日期不对', 结束日期: '2026-02-30' }),
    professional(2026, 10, { 项目名称: '科目不对', 科目类别: '选修' }),
    professional(2026, 10, { 项目名称: '窄列', 结束日期: '########' }),
    professional(2026, 10, { 项目名称: '内部数字', 结束日期: '46086' }),
  ];
  await app.open('records');
  await app.paste(table(rows));
  expect(await app.importRows()).toEqual([
    { line: 2, verdict: 'new', column: null },
    { line: 3, verdict: 'error', column: '项目名称' },
    { line: 4, verdict: 'error', column: '结束日期' },
    { line: 5, verdict: 'error', column: '科目类别' },
    { line: 6, verdict: 'error', column: '结束日期' },
    { line: 7, verdict: 'error', column: '结束日期' },
  ]);
  for (const [line, sentence] of [[3, '要填'], [4, '没有这一天'], [5, '选修'], [6, '列太窄'], [7, '内部数字']] as const) {
    await expect(page.locator(`[data-testid=import-row][data-line="${line}"]`)).toContainText(sentence);
  }
  await page.getByLabel('只看有错或有出入的').check();
  await expect(app.id('import-row')).toHaveCount(5);
  await app.confirmImport();
  expect(await app.titles()).toEqual(['好的一行']);
});

test('rows that the book has already are left out', async ({ app }) => {
  const sheet = table([professional(2026, 10), publicStudy(2026, 5)]);
  await app.open('records');
  await app.import(sheet);
  await app.paste(`${sheet}\n${sheet.split('\n')[1]}`);
  const rows = await app.importRows();
  expect(rows.map((row) => row.verdict)).toEqual(['same', 'same', 'same']);
  await expect(app.id('import-confirm')).toBeDisabled();
});

for (const [decision, hours] of [['skip', ['10']], ['add', ['10', '16']], ['replace', ['16']]] as [string, string[]][]) {
  test(`a row that contradicts the book is the person’s to decide: ${decision}`, async ({ app }) => {
    await app.open('records');
    await app.import(table([professional(2026, 10)]));
    await app.paste(table([professional(2026, 16), professional(2026, 1, { 项目名称: '另一项' })]));
    expect((await app.importRows()).map((row) => row.verdict)).toEqual(['conflict', 'new']);
    await expect(app.id('import-row').first()).toContainText('学时');
    await app.id('import-decision').selectOption(decision);
    await app.confirmImport();
    await expect(app.rows()).toHaveCount(hours.length + 1);
    const found = await app.row('专业培训 2026').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-hours')));
    expect(found.sort()).toEqual(hours);
    await app.id('undo').click();
    await expect(app.rows()).toHaveCount(1);
    await expect(app.rows()).toHaveAttribute('data-hours', '10');
  });
}

test('a review is made anew when the book has changed since', async ({ app, page }) => {
  await app.open('records');
  await app.paste(table([professional(2026, 10)]));
  expect((await app.importRows()).map((row) => row.verdict)).toEqual(['new']);
  await page.keyboard.press('Escape');
  await app.add({ title: '专业培训 2026', subject: 'professional', hours: '10', end: '2026-06-15', year: '2026', assessment: 'passed' });
  await app.id('import-open').click();
  expect((await app.importRows()).map((row) => row.verdict)).toEqual(['same']);
});

test('a review follows what another tab saves meanwhile', async ({ app, context }) => {
  await app.open('records');
  await app.paste(table([professional(2026, 10), publicStudy(2026, 5)]));
  expect((await app.importRows()).map((row) => row.verdict)).toEqual(['new', 'new']);
  const other = new App(await context.newPage());
  await other.open('records');
  await other.import(table([professional(2026, 10)]));
  await expect.poll(() => app.values('import-row')).toEqual(['same', 'new']);
  await app.confirmImport();
  await expect(app.rows()).toHaveCount(2);
});

test.describe('in spring', () => {
  test.use({ today: '2026-03-01' });

  test('a row with an open year may be taken for the year that lacks hours', async ({ app }) => {
    const late = publicStudy(2026, 30, { 归属年度: '', 项目名称: '补学课件', 途径: '网络课件', 结束日期: '2026-02-10' });
    await app.open('records');
    await app.import(table([professional(2025, 60)]));
    await app.paste(table([late]));
    await expect(app.id('import-proposal')).toHaveAttribute('data-value', '2025');
    await app.id('import-proposal').getByRole('checkbox').check();
    await app.confirmImport();
    await expect(app.row('补学课件')).toHaveAttribute('data-year', '2025');
  });
});

test('a table without the needed columns names those that are missing', async ({ app }) => {
  await app.open('records');
  await app.paste('项目名称\t学时\n培训\t10');
  await expect(app.id('import-finding')).toContainText('科目类别、结束日期');
  await expect(app.id('import-row')).toHaveCount(0);
  await expect(app.id('import-confirm')).toBeDisabled();
  await app.id('import-text').fill('随便什么\n一行字');
  await expect(app.id('import-finding').first()).toContainText('项目名称');
});

test('a column that nothing takes is named and passed over', async ({ app }) => {
  await app.open('records');
  await app.paste(table([professional(2026, 10, { 心情: '好' })]));
  await expect(app.id('import-finding')).toContainText('心情');
  await expect(app.id('import-confirm')).toHaveAttribute('data-value', '1');
});

test('columns go by other names and in any order', async ({ app }) => {
  await app.open('records');
  await app.paste('课程名称,科目,结束日期(必填),学时\n培训,专业,2026年3月5日,６');
  await app.confirmImport();
  await expect(app.row('培训')).toHaveAttribute('data-hours', '6');
  await expect(app.row('培训')).toHaveAttribute('data-year', '2026');
});

test('a guarded cell gives its text back', async ({ app }) => {
  await app.open('records');
  await app.paste(table([professional(2026, 10, { 项目名称: "'=1+1 的培训" })]));
  await app.confirmImport();
  expect(await app.titles()).toEqual(['=1+1 的培训']);
});

const REFUSED: [name: string, file: string, bytes: Buffer, sentence: RegExp][] = [
  ['too large', 'large.csv', Buffer.alloc(10 * MEGABYTE + 1, 'a'), /超过 10 MB/],
  ['a workbook', 'book.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), /已损坏或不完整/],
  ['an old workbook', 'book.xls', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.from('Workbook', 'utf16le')]), /旧版的 XLS/],
  ['a PDF', 'paper.pdf', Buffer.from('%PDF-1.7 …'), /不是文本/],
  ['in no known encoding', 'odd.csv', Buffer.from([0x89, 0xff, 0x0d]), /编码/],
];

test('a file that cannot be read is refused with a sentence', async ({ app }) => {
  await app.open('records');
  await app.id('import-open').click();
  for (const [name, file, buffer, sentence] of REFUSED) {
    await test.step(name, async () => {
      await app.id('import-file').setInputFiles({ name: file, mimeType: 'application/octet-stream', buffer });
      await expect(app.id('import-refused')).toHaveText(sentence);
      await expect(app.id('import-confirm')).toBeDisabled();
    });
  }
});

test.describe('from the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('two thousand rows are pasted, reviewed, imported and kept', async ({ app, page }) => {
    const rows = Array.from({ length: 2000 }, (_, index) => professional(2026, 1, { 项目名称: `第 ${index} 项` }));
    await app.open('records');
    await app.id('import-open').click();
    await page.evaluate((text) => navigator.clipboard.writeText(text), table(rows));
    await app.id('import-text').focus();
    await page.keyboard.press('Control+V');
    await expect(app.id('import-confirm')).toHaveAttribute('data-value', '2000');
    await app.confirmImport();
    await expect(app.id('records-count')).toHaveAttribute('data-value', '2000');
    await app.expectState('saved');
    await app.reload();
    await expect(app.id('records-count')).toHaveAttribute('data-value', '2000');
  });
});
