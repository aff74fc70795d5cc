// Workbooks chosen for import: read by the second program, reviewed like any table.
import { needs, python } from './support/readers';
import { expect, test } from './support/test';
import fs from 'node:fs/promises';

/** A workbook as another program writes it, by a Python script that fills `book`. */
async function written(script: string, file: string): Promise<Buffer> {
  python(`import datetime, openpyxl\nbook = openpyxl.Workbook()\n${script}\nbook.save(argv[1])\nprint('null')`, file);
  return fs.readFile(file);
}

const HEAD = `['项目名称', '科目类别', '结束日期', '学时']`;

test('days and amounts of a workbook are read as its sheet shows them', async ({ app }, info) => {
  needs('python');
  const bytes = await written(
    `
s = book.active
s.append(['2026 年继续教育登记表'])
s.append(${HEAD})
s.append(['机器学习', '专业科目', datetime.date(2026, 3, 5), 4.35])
s.append(['公需课', '公需', '2026年4月1日', 0.1 + 0.2])
s.append(['没有学时', '专业科目', datetime.datetime(2026, 3, 6, 9, 30), None])`,
    info.outputPath('one.xlsx'),
  );
  await app.open('records');
  await app.upload('one.xlsx', bytes);
  expect(await app.importRows()).toEqual([
    { line: 3, verdict: 'new', column: null },
    { line: 4, verdict: 'new', column: null },
    { line: 5, verdict: 'error', column: '学时' },
  ]);
  await app.confirmImport();
  const rows = app.rows();
  await expect(rows).toHaveCount(2);
  expect(await rows.evaluateAll((found) => found.map((row) => row.getAttribute('data-hours')))).toEqual(['0.3', '4.35']);
});

test('of several sheets one is chosen', async ({ app }, info) => {
  needs('python');
  const bytes = await written(
    `
book.active.title = '说明'
book.active.append(['请填下一张表'])
s = book.create_sheet('2026')
s.append(${HEAD})
s.append(['机器学习', '专业科目', datetime.date(2026, 3, 5), 4])`,
    info.outputPath('two.xlsx'),
  );
  await app.open('records');
  await app.upload('two.xlsx', bytes);
  const sheets = app.id('import-sheet');
  await expect(sheets).toHaveText(['说明', '2026']);
  expect(await app.values('import-sheet')).toEqual(['1', '2']);
  await sheets.nth(1).click();
  expect(await app.importRows()).toEqual([{ line: 2, verdict: 'new', column: null }]);
});

const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);

for (const [what, bytes, sentence] of [
  ['behind a password', ole('EncryptedPackage'), '设了打开密码'],
  ['of the old kind', ole('Workbook'), '旧版的 XLS'],
  ['cut short', Buffer.from('PK\x03\x04 and nothing more'), '已损坏或不完整'],
  ['that is none', Buffer.from('%PDF-1.7'), '不是文本'],
] as const) {
  test(`a workbook ${what} is refused with a sentence`, async ({ app }) => {
    await app.open('records');
    await app.upload('x.xlsx', bytes);
    await expect(app.id('import-refused')).toContainText(sentence);
    // Nothing is harmed: the next file is read.
    await app.id('import-file').setInputFiles({ name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from('项目名称,科目类别,结束日期,学时\n甲,专业,2026-03-05,3') });
    expect(await app.importRows()).toEqual([{ line: 2, verdict: 'new', column: null }]);
  });
}

test('a hundred sheets and a file that bursts are refused with a sentence', async ({ app }, info) => {
  needs('python');
  const hundred = await written(`for n in range(99): book.create_sheet(str(n))`, info.outputPath('hundred.xlsx'));
  await app.open('records');
  await app.upload('hundred.xlsx', hundred);
  await expect(app.id('import-refused')).toContainText('有 100 张表，最多读 50 张');
  const bomb = info.outputPath('bomb.xlsx');
  python(
    `
import zipfile
with zipfile.ZipFile(argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('xl/workbook.xml', '<workbook/>')
    z.writestr('xl/sharedStrings.xml', b' ' * (80 << 20))
print('null')`,
    bomb,
  );
  await app.id('import-file').setInputFiles(bomb);
  await expect(app.id('import-refused')).toContainText('展开后超过 64 MB');
});

test('reading a large file can be stopped, and then finished', async ({ app }) => {
  test.slow();
  const line = (at: number) => `第 ${at} 期${'甲'.repeat(20)},专业科目,2026-03-05,3`;
  const large = ['项目名称,科目类别,结束日期,学时', ...Array.from({ length: 15_000 }, (_, at) => line(at))].join('\n');
  expect(Buffer.byteLength(large)).toBeGreaterThan(1_000_000);
  await app.open('records');
  // The worker is held back, so that there is time to stop it.
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await app.page.route('**/formats_bg.wasm', async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await app.upload('large.csv', Buffer.from(large));
  await expect(app.id('import-busy')).toBeVisible();
  await app.id('import-cancel').click();
  await expect(app.id('import-busy')).toHaveCount(0);
  await expect(app.id('import-row')).toHaveCount(0);
  release();
  await app.page.unroute('**/formats_bg.wasm');
  await app.id('import-file').setInputFiles({ name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(large) });
  // The book takes at most so many entries; the rest of the rows say so.
  await expect(app.id('import-row').first()).toBeVisible({ timeout: 60_000 });
});
