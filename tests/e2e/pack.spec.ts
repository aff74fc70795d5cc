// The papers for the window: what is previewed is what is printed, line for line and page for page.
import type { TestInfo } from '@playwright/test';
import type { App } from './support/app';
import { violations } from './support/accessibility';
import { A4, type PrintedPage, canReadPdf, laidOut, linesBySheet, mm, printed } from './support/paper';
import { type Row, professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

const PERSON = {
  name: '欧阳静怡',
  sex: '女',
  unit: '六安市金安区第一建筑设计研究院有限责任公司',
  'unit-kind': '企业',
  city: 'luan',
  'title-held': 'middle',
  'title-since': '2021-12-01',
  'title-sought': 'senior',
  'certificate-book': '皖继教 3415000123',
};

/** Every sheet is one A4 page, with its number, room for binding, and nothing outside its place. */
function expectSoundPages(pages: PrintedPage[], sheets: number): void {
  expect(pages).toHaveLength(sheets);
  pages.forEach((page, nth) => {
    const where = `page ${nth + 1}`;
    expect(Math.abs(page.width - A4.width), where).toBeLessThan(1);
    expect(Math.abs(page.height - A4.height), where).toBeLessThan(1);
    const upright = page.words.filter((word) => !'示例'.includes(word.text));
    const left = mm(Math.min(...upright.map((word) => word.left)));
    expect(left, where).toBeGreaterThanOrEqual(25);
    // A browser that had to shrink the page would begin further left or end earlier.
    expect(left, where).toBeLessThan(28.5);
    const right = mm(Math.max(...upright.map((word) => word.right)));
    expect(right, where).toBeLessThanOrEqual(197);
    expect(right, where).toBeGreaterThan(190);
    // Below 272 mm stands the foot alone: the rulebook, the disclaimer, the number.
    const foot = upright.filter((word) => mm(word.bottom) > 272).map((word) => word.text).join('').replace(/\s/g, '');
    expect(foot, where).toMatch(/^规则：.*$/);
    expect(foot, where).toContain(`第${nth + 1}页共${sheets}页`);
    expect(Math.max(...upright.map((word) => mm(word.bottom))), where).toBeLessThan(292);
  });
}

/** Each line of the preview is on its page of the print, whole, once, below the table's head. */
function expectLines(pages: PrintedPage[], bySheet: string[][], head: string): void {
  const all = bySheet.flat();
  expect(new Set(all).size).toBe(all.length);
  bySheet.forEach((lines, nth) => {
    if (lines.length === 0) return;
    expect(pages[nth].text, `page ${nth + 1}`).toContain(head);
    for (const line of lines) expect(pages[nth].text.split(line).length, `${line} on page ${nth + 1}`).toBe(2);
  });
}

async function openPack(app: App, rows: Row[], profile: Record<string, string> = PERSON): Promise<void> {
  await app.open('data');
  await app.setProfile(profile);
  await app.import(table(rows));
  await app.go('pack');
}

const FORM_HEAD = '序号起止时间';
const INDEX_HEAD = '编号培训（活动）内容';

test.describe('printed', () => {
  test.skip(!canReadPdf() && !process.env.CI, 'pdftotext of poppler-utils is not here to read the print');

  async function expectPrint(app: App, info: TestInfo): Promise<PrintedPage[]> {
    const pages = await printed(app, info);
    const [forms, index] = [await linesBySheet(app, 'form-line'), await linesBySheet(app, 'index-line')];
    expectSoundPages(pages, forms.length);
    // The cover and the index name numbers, too: only the sheets of the forms are looked at.
    expectLines(pages, forms, FORM_HEAD);
    expectLines(pages, index, INDEX_HEAD);
    expect(index.flat()).toEqual(forms.flat());
    return pages;
  }

  test('one entry: a cover, a form of one sheet, an index', async ({ app }, info) => {
    await openPack(app, [professional(2026, 12.5, { 主办单位: '省住建厅培训中心', 证书编号: '皖建 2026-001' })]);
    const pages = await expectPrint(app, info);
    expect(pages).toHaveLength(3);
    const [cover, form, index] = pages.map((page) => page.text);
    for (const text of ['欧阳静怡', '2026年度', '证明材料复印件1份，编号2026-01', '第2页', '第3页', '3376010']) {
      expect(cover).toContain(text);
    }
    // 12.5 of 60 professional: 47.5 are missing, and 30 of either kind.
    for (const text of [
      '专业技术人员继续教育学时登记（2026年度）', '欧阳静怡', '身份证号', '中级（2021-12-01取得）', '皖继教3415000123',
      '专业培训2026', '省住建厅培训中心', '培训班', '合格', '专业12.5+公需0（0+0+0）=12.5', '未达标，还差专业47.5、不限科目30学时',
      '①行业主管部门（审核登记）专业科目12.5学时', '②六安市人社局（验证）', '不是学时证明', '六人社秘〔2026〕30号', '2026年11月21日制',
    ]) {
      expect(form).toContain(text);
    }
    expect(index).toContain('皖建2026-001');
    expect(await app.values('form-total')).toEqual(['12.5']);
  });

  test('150 entries, titles of 200 characters, both scripts: every line once, and the engine’s totals', async ({ app }, info) => {
    const long = '面向高质量发展的装配式混凝土建筑结构设计与施工关键技术及其在县域城镇化建设中的推广应用'.repeat(5).slice(0, 196);
    const rows = Array.from({ length: 150 }, (_, nth) => {
      const end = `2026-0${1 + Math.floor(nth / 28)}-${String(1 + (nth % 28)).padStart(2, '0')}`;
      const number = String(nth).padStart(3, '0');
      const titles = [`研修班第${number}期`, `Revit 2026 workshop 与 IFC 数据交换 (part ${number})`, `甲${number}${long}`];
      const more = { 项目名称: titles[nth % 3], 结束日期: end, 主办单位: '安徽省住房和城乡建设厅培训中心' };
      return nth % 5 ? professional(2026, 1.25, more) : publicStudy(2026, 0.5, more);
    });
    await openPack(app, rows);
    const pages = await expectPrint(app, info);
    const lines = (await linesBySheet(app, 'form-line')).flat();
    expect(lines).toHaveLength(150);
    expect([lines[0], lines[149]]).toEqual(['2026-001', '2026-150']);
    // No line is cut: its whole title stands on one page of the form. The index shortens long ones.
    const forms = pages.filter((page) => page.text.includes(FORM_HEAD));
    for (const row of rows) {
      const title = String(row.项目名称).replace(/\s/g, '');
      expect(forms.filter((page) => page.text.includes(title)), title).toHaveLength(1);
    }
    // 120 lines of 1.25 and 30 of 0.5: 150 professional, 15 public; 15 stand in for the missing 15.
    const form = pages.map((page) => page.text).join('');
    expect(form).toContain('专业150−转出15=135；公需15（15+0+0）+转入15=30；合计135+30=165');
    expect(await app.values('form-total')).toEqual(['165']);
    await app.go('');
    expect(await app.value('fact-total')).toBe('165');
  });

  test('a cycle: a form a year, the sums on the cover, one count of pages', async ({ app }, info) => {
    const years = [2022, 2023, 2024, 2025, 2026];
    const rows = years.flatMap((year) => [professional(year, 60), publicStudy(year, 30)]);
    const cycle = { 'application-year': '2026', 'cycle-from': '2022', 'cycle-to': '2026' };
    await openPack(app, rows, { ...PERSON, ...cycle });
    await app.id('pack-year').selectOption('cycle');
    // With its code a cover of five years runs on to a second sheet.
    await app.id('pack-code').uncheck();
    const pages = await expectPrint(app, info);
    // A cover, five forms, an index.
    expect(pages).toHaveLength(7);
    expect(pages[0].text).toContain('5年合计450，应学450');
    expect(pages[0].text).toContain('每年达标');
    years.forEach((year, nth) => expect(pages[nth + 1].text).toContain(`学时登记（${year}年度）`));
    expect(await app.values('form-total')).toEqual(years.map(() => '90'));
  });

  test('the demo person’s papers are marked on every page', async ({ app, page }, info) => {
    await app.open('data');
    await app.id('demo-start').click();
    await app.go('pack');
    await app.id('pack-year').selectOption('cycle');
    const pages = await printed(app, info);
    expectSoundPages(pages, await app.id('sheet').count());
    for (const { words, text } of pages) {
      const marks = words.filter((word) => '示例'.includes(word.text) && mm(word.bottom - word.top) > 20);
      expect(marks.map((mark) => mark.text).sort().join('')).toBe('例示'.split('').sort().join(''));
      expect(text).toContain('不得作为任何人的材料使用');
    }
    await app.id('demo-end').click();
    await expect(page.locator('.leaf.demo')).toHaveCount(0);
  });
});

test('what does not count is listed apart with its clause, or left out', async ({ app }) => {
  const rows = [
    professional(2025, 60),
    publicStudy(2025, 45),
    publicStudy(2025, 10, { 项目名称: '旧平台公需', 途径: '其他平台', 结束日期: '2025-08-01' }),
  ];
  await openPack(app, rows, { ...PERSON, city: 'huaibei' });
  await app.id('pack-year').selectOption('2025');
  await laidOut(app);
  expect(await app.values('form-total')).toEqual(['90']);
  expect(await app.values('form-line')).toEqual(['2025-01', '2025-02']);
  // 45 − 30 = 15 over the ceiling, and the lapsed platform's 10.
  expect(await app.values('form-uncounted')).toEqual(['over-online-ceiling', 'platform-lapsed-or-unlisted']);
  await expect(app.id('form-uncounted').first()).toContainText('淮人社秘〔2025〕144号四（二）');
  await app.id('pack-uncounted').uncheck();
  await laidOut(app);
  await expect(app.id('form-uncounted')).toHaveCount(0);
  expect(await app.values('form-total')).toEqual(['90']);
  await app.id('pack-cover').uncheck();
  await app.id('pack-index').uncheck();
  await laidOut(app);
  await expect(app.id('sheet')).toHaveCount(1);
});

test('what is missing is said before printing, and nothing keeps from printing', async ({ app, page, context }) => {
  await context.addInitScript(() => {
    window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
  });
  await openPack(app, [professional(2026, 12)], { city: 'luan', name: '王敏' });
  await expect.poll(() => app.values('pack-gap')).toEqual(['head-incomplete', 'not-met', 'no-evidence']);
  const head = app.id('pack-gap').first();
  await expect(head).toContainText('性别、工作单位、单位性质、继续教育证书编号');
  await app.id('print').click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  await head.getByRole('link').click();
  await expect(app.id('p-sex')).toBeVisible();
});

test('seals have room: boxes of 50 mm and more, in the order of the route', async ({ app }) => {
  // In Huaibei a county person who applies for senior needs three stamps.
  await openPack(app, [professional(2025, 90)], { ...PERSON, city: 'huaibei', 'application-year': '2025' });
  await app.id('pack-year').selectOption('2025');
  await laidOut(app);
  expect(await app.values('stamp-box')).toEqual(['industry-department', 'county-hrss', 'city-hrss']);
  const sizes = await app.id('stamp-box').evaluateAll((boxes) =>
    boxes.map((box) => box.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height)),
  );
  for (const size of sizes) expect((size / 96) * 25.4).toBeGreaterThanOrEqual(50);
});

test('the screen changes its language, the papers do not', async ({ app, page }) => {
  await openPack(app, [professional(2026, 12)]);
  await app.setLanguage('en');
  await app.go('pack');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Window pack');
  await laidOut(app);
  await expect(app.id('form-verdict')).toContainText('未达标');
  await expect(app.id('sheet').first()).toHaveAttribute('lang', 'zh-CN');
});

test('an edit is on the papers at once, and the backup can be taken along', async ({ app, page }) => {
  await openPack(app, [professional(2026, 12)]);
  await laidOut(app);
  expect(await app.values('form-total')).toEqual(['12']);
  await app.id('pack-gap').getByText('没有注明证明材料').click();
  await app.id('pack-gap').getByRole('button').first().click();
  await app.fill({ hours: '20' });
  await app.save();
  await laidOut(app);
  expect(await app.values('form-total')).toEqual(['20']);
  const download = page.waitForEvent('download');
  await app.id('export-json').click();
  expect((await download).suggestedFilename()).toMatch(/^xueshi-.*\.json$/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test('the sheets scroll in their own box, the page does not, and axe finds nothing', async ({ app, page }) => {
    await openPack(app, [professional(2026, 12)]);
    await laidOut(app);
    const widths = await page.evaluate(() => {
      const box = document.querySelector('[data-testid="pack-preview"]')!;
      return { page: document.documentElement.scrollWidth, inside: box.scrollWidth, box: box.clientWidth };
    });
    expect(widths.page).toBeLessThanOrEqual(360);
    expect(widths.inside).toBeGreaterThan(widths.box);
    expect(await violations(page)).toEqual([]);
  });
});
