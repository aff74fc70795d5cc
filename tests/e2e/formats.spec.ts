// Files for other programs, read by these programs: openpyxl, LibreOffice, icalendar, zbar.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { exported, needs, python } from './support/readers';
import { laidOut } from './support/paper';
import { professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

// 2026: 60.35 professional; 40 on a base, of which 30 count. 2025: 24 professional.
const ROWS = [
  professional(2026, 60.35, { 项目名称: '=SUM(A1:A9)', 开始日期: '2026-06-01', 备注: '"引号"，逗号, 分号;' }),
  publicStudy(2026, 40, { 项目名称: '公需课' }),
  professional(2025, 24, { 项目名称: '去年的课' }),
  professional(2026, 12.5, { 项目名称: '年末的班', 开始日期: '2026-12-01', 结束日期: '2026-12-05', 状态: '计划', 主办单位: '市人社局，专技科; 二楼' }),
];

const filled = async (app: import('./support/app').App) => {
  await app.open('records');
  await app.import(table(ROWS));
  await app.expectState('saved');
};

test('the second program is fetched at its first use and not before', async ({ app, requests }, info) => {
  await filled(app);
  for (const screen of ['', 'plan', 'eligibility', 'rules', 'data'] as const) await app.go(screen);
  expect(requests.filter((url) => url.includes('formats'))).toEqual([]);
  await app.go('plan');
  await exported(app, 'export-ics', info);
  expect(requests.filter((url) => url.includes('formats')).map((url) => path.basename(url))).toEqual([
    'formats-worker.js',
    'formats.js',
    'formats_bg.wasm',
  ]);
});

test('openpyxl finds numbers, days and texts, a frozen head and widths', async ({ app }, info) => {
  needs('python');
  await filled(app);
  await app.go('pack');
  const { name, file } = await exported(app, 'export-xlsx', info);
  expect(name).toBe('xueshi-2026-11-21.xlsx');
  type Cell = { value: string | number | null; kind: string };
  type Sheet = { name: string; frozen: string; width: number; rows: Record<string, Cell>[] };
  const sheets = python<Sheet[]>(
    `
import openpyxl
def cell(c):
    return {'value': str(c.value) if c.is_date else c.value, 'kind': 'date' if c.is_date else c.data_type}
out = []
for s in openpyxl.load_workbook(argv[1]).worksheets:
    head = [c.value for c in s[1]]
    widths = {s.cell(1, i + 1).value: s.column_dimensions[s.cell(1, i + 1).column_letter].width for i in range(len(head))}
    rows = [{h: cell(c) for h, c in zip(head, row)} for row in s.iter_rows(min_row=2)]
    out.append({'name': s.title, 'frozen': s.freeze_panes, 'width': widths.get('项目名称', widths.get('结论')), 'rows': rows})
print(json.dumps(out))`,
    file,
  );
  expect(sheets.map((sheet) => [sheet.name, sheet.frozen])).toEqual([['汇总', 'A2'], ['2025', 'A2'], ['2026', 'A2']]);
  for (const sheet of sheets) expect(sheet.width).toBeGreaterThan(25);
  const [summary, , year] = sheets;
  const figures = (row: Record<string, Cell>, names: string[]) => names.map((name) => row[name]!.value);
  // 0.35 above what is asked stands in for no public hours: all 30 are there.
  expect(figures(summary!.rows[1]!, ['年度', '应学合计', '专业', '公需', '转入公需', '合计', '条数'])).toEqual([2026, 90, 60.35, 30, 0, 90.35, 2]);
  const row = year!.rows[0]!;
  expect(row['项目名称']).toEqual({ value: '=SUM(A1:A9)', kind: 's' });
  expect(row['开始日期']).toEqual({ value: '2026-06-01 00:00:00', kind: 'date' });
  expect(row['结束日期']).toEqual({ value: '2026-06-15 00:00:00', kind: 'date' });
  expect(row['学时']).toEqual({ value: 60.35, kind: 'n' });
  const counted = year!.rows.map((each) => each['计入学时']!.value as number);
  expect(counted).toEqual([60.35, 30]);
  expect(counted.reduce((a, b) => a + b)).toBe(summary!.rows[1]!['合计']!.value);
  expect(year!.rows.flatMap((each) => Object.values(each)).filter((cell) => cell.kind === 'f')).toEqual([]);
});

test('LibreOffice opens the workbook and shows the same', async ({ app }, info) => {
  needs('soffice');
  test.slow();
  await filled(app);
  await app.go('pack');
  const { file } = await exported(app, 'export-xlsx', info);
  const folder = info.outputPath('converted');
  // Every sheet as a CSV of its own (-1), UTF-8 (76), cells as shown.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  const profile = `-env:UserInstallation=file://${info.outputPath('office')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', folder, file], { stdio: 'ignore', timeout: 120_000 });
  const files = (await fs.readdir(folder)).sort();
  expect(files).toEqual(['xueshi-2026-11-21-2025.csv', 'xueshi-2026-11-21-2026.csv', 'xueshi-2026-11-21-汇总.csv']);
  const year = await fs.readFile(path.join(folder, files[1]!), 'utf8');
  expect(year).toContain('=SUM(A1:A9)');
  expect(year).toContain('2026-06-01,2026-06-15,60.35');
  const summary = await fs.readFile(path.join(folder, files[2]!), 'utf8');
  expect(summary).toContain('2026,90,60,60.35,30,0,90.35,2,');
});

test('all entries as CSV come back as they were', async ({ app }, info) => {
  const entries = async () => {
    const backup = JSON.parse((await exportedBackup(app)).toString());
    return backup.entries.map((entry: object) => ({ ...entry, id: 0 })).sort((a: { title: string }, b: { title: string }) => a.title.localeCompare(b.title));
  };
  await filled(app);
  const before = await entries();
  await app.go('pack');
  const { name, bytes } = await exported(app, 'export-csv', info);
  expect(name).toBe('xueshi-2026-11-21.csv');
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.toString()).toContain("'=SUM(A1:A9)");
  await app.go('data');
  await app.id('delete-all').click();
  await app.id('delete-all-confirm').click();
  await app.go('records');
  await app.upload(name, bytes);
  await app.confirmImport();
  await expect(app.rows()).toHaveCount(4);
  expect(await entries()).toEqual(before);
});

async function exportedBackup(app: import('./support/app').App): Promise<Buffer> {
  await app.go('data');
  const download = app.page.waitForEvent('download');
  await app.id('backup-download').first().click();
  return fs.readFile(await (await download).path());
}

test('the calendar is read by another program, with alarms, and has the same events when made again', async ({ app }, info) => {
  needs('python');
  await filled(app);
  await app.go('plan');
  const { name, file, bytes } = await exported(app, 'export-ics', info);
  expect(name).toBe('xueshi-2026-11-21.ics');
  for (const line of bytes.toString().split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\n');
  }
  type Event = { uid: string; start: string; end: string; summary: string; about: string; alarms: number[] };
  const events = python<Event[]>(
    `
import icalendar
cal = icalendar.Calendar.from_ical(open(argv[1], 'rb').read())
print(json.dumps([{
  'uid': str(e['UID']), 'start': str(e['DTSTART'].dt), 'end': str(e['DTEND'].dt),
  'summary': str(e['SUMMARY']), 'about': str(e['DESCRIPTION']),
  'alarms': [a['TRIGGER'].dt.days for a in e.walk('VALARM')],
} for e in cal.walk('VEVENT')]))`,
    file,
  );
  expect(events.map((event) => [event.summary, event.start, event.end])).toEqual([
    ['2026 年度专业科目学习截止', '2026-12-31', '2027-01-01'],
    ['2026 年度公需科目学习截止', '2027-05-31', '2027-06-01'],
    ['计划：年末的班', '2026-12-01', '2026-12-06'],
  ]);
  for (const event of events) expect(event.alarms).toEqual([-90, -30, -7]);
  expect(events[2]!.about).toContain('市人社局，专技科; 二楼');
  await app.reload();
  await app.go('pack');
  const again = await exported(app, 'export-ics', info);
  expect(again.bytes.toString()).toBe(bytes.toString());
});

test('the code on the cover is read by a scanner and brings the entries back', async ({ app, page }, info) => {
  needs('zbarimg');
  await filled(app);
  await app.go('pack');
  await expect(app.id('cover-code')).toBeVisible();
  await laidOut(app);
  const shot = info.outputPath('code.png');
  // As large as a print, whatever the screen: 60 mm at 300 dots an inch.
  await app.id('cover-code').locator('svg').evaluate((svg) => {
    const scan = document.createElement('div');
    scan.id = 'scan';
    scan.style.cssText = 'position: fixed; inset: 0; z-index: 9999; background: #fff';
    const copy = svg.cloneNode(true) as SVGElement;
    copy.style.cssText = 'width: 700px; height: 700px';
    scan.append(copy);
    document.body.append(scan);
  });
  await page.locator('#scan svg').screenshot({ path: shot });
  const scanned = execFileSync('zbarimg', ['--quiet', '--raw', shot], { encoding: 'utf8' }).trim();
  expect(scanned).toMatch(/^XSB1E[A-Z2-7]+$/);
  await page.locator('#scan').evaluate((scan) => scan.remove());
  await app.go('data');
  await app.id('delete-all').click();
  await app.id('delete-all-confirm').click();
  // A chat breaks long lines.
  await app.id('restore-text').fill(scanned.replace(/(.{40})/g, '$1\n'));
  await expect(app.id('restore-new')).toHaveAttribute('data-value', '2');
  await app.id('restore-confirm').click();
  await app.go('records');
  expect((await app.titles()).sort()).toEqual(['=SUM(A1:A9)', '公需课']);
  // Restored again it adds nothing; damaged it is refused with a sentence.
  await app.go('data');
  await app.id('restore-text').fill(scanned);
  await expect(app.id('restore-same')).toHaveAttribute('data-value', '2');
  await app.id('restore-text').fill(scanned.slice(0, -6));
  await expect(app.id('restore-refused')).toContainText('封面码不完整');
});

test('too many entries for a code become sums, which say what they are', async ({ app }) => {
  await app.open('records');
  await app.import(table(Array.from({ length: 120 }, (_, at) => professional(2026, 1, { 项目名称: `第 ${at} 期 ${(at * 7919) % 9973}`, 证书编号: `Z${at * 4099}` }))));
  await app.go('pack');
  await expect(app.id('cover-code')).toContainText('只有 1 个年度的合计');
  const text = (await app.id('cover-code').locator('.small').textContent())!.trim();
  await app.go('data');
  await app.id('restore-text').fill(text);
  await expect(app.id('restore-totals')).toContainText('不能用来恢复');
  await expect(app.id('restore-totals')).toContainText('2026 年度：专业 120，公需 0，转入公需 30，合计 120');
  await expect(app.id('restore-confirm')).toHaveCount(0);
});

test('the demo marks what it hands out', async ({ app }, info) => {
  await app.open('data');
  await app.id('demo-start').click();
  await app.go('pack');
  const { name, bytes } = await exported(app, 'export-csv', info);
  expect(name).toBe('xueshi-示例-2026-11-21.csv');
  const rows = bytes.toString().trim().split('\r\n').slice(1);
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) expect(row).toContain('【示例】');
});

test('a browser without workers is told, and nothing else stops', async ({ app, context }) => {
  await context.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
  await filled(app);
  await app.go('plan');
  await app.id('export-ics').click();
  await expect(app.id('export-refused')).toContainText('打不开生成文件的部分');
  await app.go('pack');
  await laidOut(app);
  await expect(app.id('cover-code')).toHaveCount(0);
});
