// A new year's notice as a file: reviewed, imported, beside every figure its publisher, handed on,
// removed and taken back. The figures are made up.
import fs from 'node:fs';
import type { App } from './support/app';
import { violations } from './support/accessibility';
import { canReadPdf, laidOut, mm, printed } from './support/paper';
import { exported } from './support/readers';
import { professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

const NOTICE = fs.readFileSync(new URL('../fixtures/notice-2027.json', import.meta.url), 'utf8');
const PUBLISHER = '示例公司人事处';

async function review(app: App, text: string): Promise<void> {
  await app.go('rules');
  await app.id('notice-open').click();
  await app.id('notice-text').fill(text);
}

async function importNotice(app: App): Promise<void> {
  await review(app, NOTICE);
  await app.id('notice-confirm').click();
  await expect(app.id('notice-card')).toHaveCount(1);
}

test.describe('in 2027', () => {
  test.use({ today: '2027-11-21' });

  test('a notice turns a presumed year into a computed one, with the publisher beside its figures', async ({ app, page }) => {
    await app.open('data');
    await app.setProfile({ city: 'huaibei' });
    await app.import(table([professional(2027, 70), publicStudy(2027, 20)]));
    await app.go('');
    // As 2026: 70 + 20 = 90 is enough; but no notice says so.
    await app.expectFigures({ verdict: 'provisional', total: '90', need_any: '0', deadline_public: '2028-05-31' });

    await review(app, NOTICE);
    await expect(app.id('notice-head')).toHaveAttribute('data-value', PUBLISHER);
    expect(await app.values('notice-row')).toEqual(['new', 'new', 'new', 'new', 'new', 'new', 'new', 'new']);
    await expect(app.id('notice-lacks')).toHaveAttribute('data-value', '');
    for (const row of await app.id('notice-row').all()) await expect(row).toContainText(PUBLISHER);
    await expect(app.id('notice-stamp')).toHaveCount(3);
    await app.id('notice-confirm').click();
    await expect(app.id('notice-card')).toContainText(PUBLISHER);

    // 96 in all: 70 + 20 lacks 6; the 6 above 64 stand in for public ones.
    await app.go('');
    await app.expectFigures({ verdict: 'short', total: '90', transfer: '6', need_any: '6', deadline_public: '2028-06-30' });
    await app.id('explain-open').click();
    const rows = await app.values('clause-row');
    expect(rows).toContain('示例人社秘〔2027〕1号 二');
    const cited = app.id('clause-row').filter({ hasText: '示例人社秘〔2027〕1号 二' });
    await expect(cited).toContainText(PUBLISHER);
    await cited.getByRole('button').click();
    await expect(page.getByRole('dialog')).toContainText('转引');
    await expect(page.getByRole('dialog')).toContainText(`${PUBLISHER}，2027-07-01 给出`);
    await expect(app.id('clause-place')).toHaveText('示例人社秘〔2027〕1号 二');
    await page.keyboard.press('Escape');

    await app.go('rules');
    await app.id('rules-year').selectOption('2027');
    const total = page.locator('[data-testid=rule-figure][data-value=total]');
    await expect(total).toContainText('96');
    await expect(total).toContainText(PUBLISHER);
    await expect(total).toContainText('示例人社秘〔2027〕1号 二');
    await expect(total).toContainText('转引');
    await app.reload();
    await app.go('');
    await app.expectFigures({ verdict: 'short', need_any: '6' });
  });

  test('every screen names the publisher beside each imported figure', async ({ app, page }) => {
    await app.open('data');
    await app.setProfile({ city: 'huaibei', 'unit-level': 'county', 'title-sought': 'senior', 'application-year': '2027', 'cycle-from': '2026', 'cycle-to': '2027' });
    // 14 of 64 professional hours are missing; 8 of 40 are beyond the notice's 32 from the bases.
    await app.import(table([professional(2027, 50), publicStudy(2027, 40)]));
    await app.go('rules');
    await importNotice(app);

    await app.go('');
    await app.expectFigures({ verdict: 'short', professional: '50', public: '32', uncounted: '8', need_professional: '14', deadline_public: '2028-06-30' });
    for (const [amount, label] of [['64', '专业'], ['96', '合计']]) {
      const bar = page.locator('.bar-label').filter({ hasText: label });
      await expect(bar).toContainText(`/ ${amount}`);
      await expect(bar).toContainText(PUBLISHER);
    }
    await expect(app.id('step-row').first()).toContainText(PUBLISHER);
    await expect(page.locator('dd', { has: app.id('deadline-public') })).toContainText(PUBLISHER);
    await app.id('explain-open').click();
    await expect(app.id('uncounted-row')).toContainText(PUBLISHER);
    await expect(page.locator('.waterfall tr').filter({ hasText: '64' })).toContainText(PUBLISHER);

    await app.go('plan');
    for (const amount of ['64', '96']) {
      await expect(page.locator('.plan-totals td').filter({ hasText: amount })).toContainText(PUBLISHER);
    }
    await expect(page.locator('main p').filter({ hasText: '2028 年 6 月 30 日' })).toContainText(PUBLISHER);
    await expect(app.id('pace-row').first()).toContainText(PUBLISHER);
    await app.id('suggest').click();
    await expect(app.id('suggest-item').first()).toContainText(PUBLISHER);

    await app.go('eligibility');
    const year = (number: string) => page.locator(`[data-testid=cycle-year-row][data-year="${number}"]`);
    await expect(year('2027')).toContainText('96 · 64');
    await expect(year('2027')).toContainText(PUBLISHER);
    await expect(year('2026')).not.toContainText(PUBLISHER);
    await expect(page.locator('.card', { has: app.id('cycle-sum-total') })).toContainText(PUBLISHER);

    await app.go('rules');
    await app.id('rules-year').selectOption('2027');
    for (const kind of ['total', 'professional', 'minutes', 'public-deadline', 'ceiling', 'transfer-documented']) {
      const figure = page.locator(`[data-testid=rule-figure][data-value=${kind}]`);
      await expect(figure, kind).toContainText(PUBLISHER);
      await expect(figure.getByTestId('figure-place'), kind).toContainText('示例人社秘〔2027〕1号');
    }

    await app.go('pack');
    await app.id('pack-year').selectOption('2027');
    await laidOut(app);
    const place = (section: string) => `转引（${PUBLISHER}：示例人社秘〔2027〕1号 ${section}）`;
    for (const step of await app.id('stamp-step').all()) await expect(step).toContainText(PUBLISHER);
    const figures = app.id('form-imported').last();
    for (const [figure, section] of [['应学 96', '二'], ['专业 64', '二'], ['公需学习截至 2028-06-30', '六（一）'], ['四个基地合计上限 32', '四（二）'], ['专业超出部分可转入公需', '五 注意']]) {
      await expect(figures).toContainText(`${figure}，${place(section)}`);
    }
    await expect(page.locator('[data-testid=form-uncounted]').last()).toContainText(place('四（二）'));
    const route = page.locator('[data-testid=cover-route]').last();
    await expect(route).toContainText(`0561-0000000，${place('文末')}`);
    for (const foot of await page.locator('.leaf-foot').all()) await expect(foot).toContainText(`${PUBLISHER}：示例人社秘〔2027〕1号 二、六（一）`);
  });

  test('its last day is in the calendar file, with whose it is', async ({ app }, info) => {
    await app.open('data');
    await app.setProfile({ city: 'huaibei' });
    await app.go('rules');
    await importNotice(app);
    await app.go('plan');
    const text = (await exported(app, 'export-ics', info)).bytes.toString('utf8').replace(/\r\n /g, '');
    expect(text).toContain('DTSTART;VALUE=DATE:20271231');
    expect(text).toContain('DTSTART;VALUE=DATE:20280630');
    expect(text).not.toContain('20280531');
    expect(text).toContain(`转引：${PUBLISHER} · 示例人社秘〔2027〕1号 六（一）`);
  });

  test('its places are printed, whole, on sheets of A4', async ({ app }, info) => {
    test.skip(!canReadPdf() && !process.env.CI, 'pdftotext of poppler-utils is not here to read the print');
    await app.open('data');
    await app.setProfile({ city: 'huaibei', 'unit-level': 'county', 'title-sought': 'senior' });
    await app.import(table([professional(2027, 50), publicStudy(2027, 40)]));
    // The longest name that a notice may have.
    const long = '很长的发布者'.repeat(33);
    await review(app, NOTICE.replace(PUBLISHER, long));
    await app.id('notice-confirm').click();
    await app.go('pack');
    await app.id('pack-year').selectOption('2027');
    const pages = await printed(app, info);
    expect(pages).toHaveLength(await app.id('sheet').count());
    const named = `转引（${long.slice(0, 59)}…：示例人社秘〔2027〕1号`;
    for (const [nth, page] of pages.entries()) {
      expect(page.text, `page ${nth + 1}`).toContain(`${named}二、六（一）`);
      // Nothing of the foot runs off the sheet.
      expect(mm(Math.max(...page.words.map((word) => word.bottom)))).toBeLessThan(292);
      expect(page.text).toContain(`第${nth + 1}页共${pages.length}页`);
    }
    expect(pages[1].text).toContain(`公需学习截至2028-06-30，${named}六（一））`);
  });

  test('it is handed on, removed, and taken back', async ({ app, page }) => {
    await app.open('rules');
    await importNotice(app);
    const download = page.waitForEvent('download');
    await app.id('notice-export').click();
    const written = fs.readFileSync(await (await download).path(), 'utf8');
    expect(JSON.parse(written)).toEqual(JSON.parse(NOTICE));

    await app.id('notice-remove').click();
    await expect(app.id('notice-none')).toBeVisible();
    await app.id('undo').click();
    await expect(app.id('notice-card')).toHaveAttribute('data-value', PUBLISHER);
    await app.id('notice-open').click();
    await app.id('notice-file').setInputFiles({ name: 'notice.json', mimeType: 'application/json', buffer: Buffer.from(written) });
    // The book has just this one.
    await expect(app.id('notice-row')).toHaveCount(8);
    expect(new Set(await app.values('notice-row'))).toEqual(new Set(['same']));
    await expect(app.id('notice-confirm')).toBeDisabled();
  });

  test('another notice for the same year and place replaces it, after saying so', async ({ app }) => {
    await app.open('rules');
    await importNotice(app);
    const other = { ...JSON.parse(NOTICE), publisher: '另一个部门', figures: JSON.parse(NOTICE).figures.slice(0, 2) };
    other.figures[1].hours = '70';
    await review(app, JSON.stringify(other));
    await expect(app.id('notice-replaces')).toContainText(PUBLISHER);
    await expect(app.id('notice-lacks')).toHaveAttribute('data-value', 'public-deadline');
    expect(await app.values('notice-row')).toEqual(['same', 'differs', 'same', 'same']);
    await app.id('notice-confirm').click();
    await expect(app.id('notice-card')).toHaveCount(1);
    await expect(app.id('notice-card')).toHaveAttribute('data-value', '另一个部门');
    await app.id('undo').click();
    await expect(app.id('notice-card')).toHaveAttribute('data-value', PUBLISHER);
  });

  test('a backup holds it and brings it back', async ({ app }) => {
    await app.open('rules');
    await importNotice(app);
    await app.go('data');
    await app.id('backup-text-open').click();
    const text = await app.id('backup-text').inputValue();
    expect(JSON.parse(text).notices[0].publisher).toBe(PUBLISHER);
    await app.go('rules');
    await app.id('notice-remove').click();
    await expect(app.id('notice-none')).toBeVisible();
    await app.go('data');
    await app.id('restore-text').fill(text);
    await app.id('restore-confirm').click();
    await app.go('rules');
    await expect(app.id('notice-card')).toHaveAttribute('data-value', PUBLISHER);
  });
});

test("an official notice's figure is kept, and the review says so", async ({ app, page }) => {
  await app.open('rules');
  const over = { ...JSON.parse(NOTICE), year: '2025' };
  over.figures[3].day = '2026-06-30';
  await review(app, JSON.stringify(over));
  const row = (kind: string) => page.locator(`[data-testid=notice-row][data-kind=${kind}]`);
  await expect(row('total')).toHaveAttribute('data-value', 'kept');
  await expect(row('total')).toContainText('保留 90 学时（HB-2）');
  await expect(row('minutes-per-hour')).toHaveAttribute('data-value', 'same');
  await app.id('notice-confirm').click();
  await app.id('rules-year').selectOption('2025');
  await app.id('rules-city').selectOption('huaibei');
  await expect(page.locator('[data-testid=rule-figure][data-value=total]')).toContainText('90');
  await expect(page.locator('[data-testid=rule-figure][data-value=total]')).toContainText('官方文件');
  await expect(page.locator('[data-testid=notice-figure][data-value=total]')).toContainText('未采用');
});

test('what is no notice is refused with a sentence that says where', async ({ app }) => {
  await app.open('rules');
  await app.id('notice-open').click();
  const changed = (change: (notice: { [name: string]: any }) => void) => {
    const notice = JSON.parse(NOTICE);
    change(notice);
    return JSON.stringify(notice);
  };
  for (const [text, sentence] of [
    ['{\n"app', /第 2 行/],
    [changed((notice) => (notice.format = 'rule-pack')), /不是年度通知/],
    [changed((notice) => (notice.version = 9)), /更新的格式（9）/],
    [changed((notice) => (notice.publisher = '')), /publisher：缺了/],
    [changed((notice) => delete notice.figures[1].section), /figures\[1\]\.section：缺了/],
    [changed((notice) => (notice.figures[0].hours = '九十')), /figures\[0\]\.hours：不是学时数（写的是“九十”）/],
    [changed((notice) => (notice.remark = 'x')), /remark：不认识/],
  ] as [string, RegExp][]) {
    await app.id('notice-text').fill(text);
    await expect(app.id('notice-refused')).toHaveText(sentence);
    await expect(app.id('notice-confirm')).toBeDisabled();
  }
});

for (const language of ['zh-CN', 'en'] as const) {
  test(`the review and the card are sound for everyone, at 360 pixels too (${language})`, async ({ app, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await app.open('data');
    await app.setLanguage(language);
    await review(app, NOTICE);
    await expect(app.id('notice-row')).toHaveCount(8);
    expect(await violations(page)).toEqual([]);
    const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    const sheetTooWide = () => page.locator('dialog[open]').evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth);
    expect(await sheetTooWide()).toBe(false);
    await app.id('notice-confirm').click();
    await expect(app.id('notice-card')).toBeVisible();
    await app.id('rules-year').selectOption('2027');
    await app.id('rules-city').selectOption('huaibei');
    await expect(app.id('figure-place').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    expect(await tooWide()).toBe(false);
  });
}
