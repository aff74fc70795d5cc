// The plan: what is earned beside what it would come to, the suggestion of the fewest hours, and
// planned entries moved in time, carried out and deleted.
import type { App } from './support/app';
import { canReadPdf, mm, printedScreen } from './support/paper';
import { professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

const suggestions = (app: App) => app.values('suggest-item');

async function accept(app: App): Promise<void> {
  await app.id('suggest').click();
  await app.id('suggest-accept').click();
  await expect(app.id('suggest-accept')).toBeHidden();
}

async function expectTotals(app: App, earned: string[], projected: string[]): Promise<void> {
  const read = (column: string) => Promise.all(['professional', 'public', 'total'].map((name) => app.value(`${column}-${name}`)));
  await expect.poll(() => read('earned')).toEqual(earned);
  await expect.poll(() => read('projected')).toEqual(projected);
}

/** Gives the result of the planned entry that comes first. */
async function carryOut(app: App, outcome: string): Promise<void> {
  const left = await app.id('plan-row').count();
  await app.id('plan-complete').first().click();
  await expect(app.id('f-status')).toHaveValue('completed');
  await expect(app.id('f-assessment')).toBeFocused();
  await app.fill({ assessment: outcome });
  await app.save();
  await expect(app.id('plan-row')).toHaveCount(left - 1);
}

test('from an empty book to a met year by suggestions alone', async ({ app }) => {
  await app.open('plan');
  await expect(app.id('plan-none')).toBeVisible();
  await app.id('suggest').click();
  expect(await suggestions(app)).toEqual(['professional:60:2026-12-31', 'bases:30:2027-05-31']);
  await app.id('suggest-accept').click();
  await expectTotals(app, ['0', '0', '0'], ['60', '30', '90']);
  await expect(app.id('projected-verdict')).toHaveAttribute('data-value', 'met');
  expect(await app.values('plan-effect')).toEqual(['60', '30']);

  // Planned is not earned, on any screen.
  await app.go('');
  await app.expectFigures({ planned: '90', total: '0', verdict: 'short' });
  await app.go('plan');
  await carryOut(app, 'passed');
  await carryOut(app, 'passed');
  await expectTotals(app, ['60', '30', '90'], ['60', '30', '90']);
  await app.go('');
  await app.expectFigures({ planned: '0', total: '90', verdict: 'met' });
  await app.reload();
  await app.expectFigures({ total: '90', verdict: 'met' });
});

test('planned becomes completed in one step: the form comes ready to be saved, and undo takes it back', async ({ app, page }) => {
  await app.open('records');
  await app.import(table([professional(2026, 20, { 项目名称: '年底培训', 开始日期: '2026-12-01', 结束日期: '2026-12-05', 考核结果: '未考核', 状态: '计划' })]));
  await app.go('plan');
  await expectTotals(app, ['0', '0', '0'], ['20', '0', '20']);
  await app.id('plan-complete').focus();
  await page.keyboard.press('Enter');
  // Done today at the latest: a completed entry lies in no future.
  await expect(app.id('f-status')).toHaveValue('completed');
  await expect(app.id('f-end')).toHaveValue('2026-11-21');
  await expect(app.id('f-start')).toHaveValue('2026-11-21');
  await app.save();
  await expect(app.id('plan-row')).toHaveCount(0);
  await expectTotals(app, ['20', '0', '20'], ['20', '0', '20']);
  await app.id('undo').click();
  await expect(app.id('plan-row')).toHaveAttribute('data-value', '2026-12-05');
  await expectTotals(app, ['0', '0', '0'], ['20', '0', '20']);
});

test('a suggestion is planned and taken back in one act', async ({ app }) => {
  await app.open('plan');
  await accept(app);
  await expect(app.id('plan-row')).toHaveCount(2);
  await app.id('undo').click();
  await expect(app.id('plan-row')).toHaveCount(0);
  await accept(app);
  await app.id('suggest').click();
  await expect(app.id('suggest-nothing')).toBeVisible();
});

test('what the plan already covers is not suggested again, and the bases only up to their ceiling', async ({ app }) => {
  await app.open('records');
  await app.import(table([
    professional(2026, 40),
    professional(2026, 12, { 项目名称: '年底培训', 结束日期: '2026-12-10', 状态: '计划' }),
    publicStudy(2026, 24),
    publicStudy(2026, 3, { 项目名称: '课件', 途径: '网络课件' }),
  ]));
  await app.go('plan');
  await expectTotals(app, ['40', '27', '67'], ['52', '27', '79']);
  await app.id('suggest').click();
  expect(await suggestions(app)).toEqual(['professional:8:2026-12-31', 'bases:3:2027-05-31']);
  await expect(app.id('suggest-caution')).toBeVisible();
  expect(await app.values('pace-row')).toEqual(['professional:3.5:15.3', 'any:0.2:0.5']);
});

test('study that only lacks its exam is pointed out before more is suggested', async ({ app }) => {
  await app.open('records');
  await app.import(table([professional(2026, 60), publicStudy(2026, 30, { 考核结果: '未考核' })]));
  await app.go('plan');
  await app.id('suggest').click();
  await expect(app.id('suggest-exam')).toHaveAttribute('data-value', '30');
});

test('an entry is moved by the week from the keyboard, keeps the focus, and says what that changes', async ({ app, page }) => {
  await app.open('records');
  await app.import(table([professional(2026, 20, { 项目名称: '年底培训', 开始日期: '2026-12-24', 结束日期: '2026-12-28', 状态: '计划' })]));
  await app.go('plan');
  const row = app.id('plan-row');
  await app.id('plan-later').focus();
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('data-value', '2027-01-04');
  await expect(app.id('plan-effect')).toHaveAttribute('data-value', '0');
  await expect(app.id('plan-effect')).toContainText('完成日期不在该年度');
  await expect(app.id('plan-later')).toBeFocused();
  await app.id('plan-earlier').focus();
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('data-value', '2026-12-28');
  await expect(app.id('plan-earlier')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row).toHaveAttribute('data-value', '2026-12-21');
  await expect(app.id('plan-effect')).toHaveAttribute('data-value', '20');
  await app.id('undo').click();
  await expect(row).toHaveAttribute('data-value', '2026-12-28');
  await app.id('plan-delete').click();
  await expect(row).toHaveCount(0);
  await app.id('undo').click();
  await expect(row).toHaveCount(1);
});

test('a planned entry is added by hand', async ({ app }) => {
  await app.open('plan');
  await app.id('plan-add').click();
  await app.fill({ title: '学术会议', hours: '8', end: '2026-12-15' });
  await app.save();
  await expect(app.id('plan-row')).toHaveAttribute('data-value', '2026-12-15');
  await expectTotals(app, ['0', '0', '0'], ['8', '0', '8']);
});

test.describe('in spring', () => {
  test.use({ today: '2026-03-01' });

  test('the year before comes first while its window is open', async ({ app }) => {
    await app.open('records');
    await app.import(table([professional(2025, 60), publicStudy(2025, 12)]));
    await app.go('plan');
    await app.id('suggest').click();
    expect(await suggestions(app)).toEqual(['bases:18:2026-05-31', 'professional:60:2026-12-31', 'bases:30:2027-05-31']);
    await app.id('suggest-accept').click();
    await expect(app.id('prev-projected-total')).toHaveAttribute('data-value', '90');
    await expect(app.id('prev-earned-total')).toHaveAttribute('data-value', '72');
    await expect(app.id('projected-total')).toHaveAttribute('data-value', '90');
  });
});

test.describe('where the notice documents it', () => {
  test.use({ today: '2025-12-01' });

  test('surplus professional hours may be planned instead of public ones', async ({ app }) => {
    await app.open();
    await app.setProfile({ city: 'huaibei' });
    await app.import(table([professional(2025, 50)]));
    await app.go('plan');
    await app.id('suggest').click();
    await app.id('suggest-prefer-surplus').check();
    await expect.poll(() => suggestions(app)).toEqual(['professional:10:2025-12-31', 'surplus:30:2025-12-31']);
    await app.id('suggest-accept').click();
    await expectTotals(app, ['50', '0', '50'], ['90', '0', '90']);
    await expect(app.id('projected-verdict')).toHaveAttribute('data-value', 'met');
  });
});

test('the plan speaks English too, and its line has a twin in words', async ({ app, page }) => {
  await app.open('data');
  await app.setLanguage('en');
  await app.go('plan');
  await accept(app);
  await expect(page.getByRole('img', { name: /Timeline from 2026-01-01 to 2027-05-31/ })).toBeVisible();
  await expect(page.getByRole('cell', { name: '2026-12-31' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Professional study, a week earlier' })).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/[\u4e00-\u9fff]/);
});

/** Pulls the first planned entry along the line by so many pixels. */
async function drag(app: App, way: number): Promise<void> {
  const dot = app.id('plan-span').first().locator('circle').last();
  await dot.scrollIntoViewIfNeeded();
  const box = (await dot.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await app.page.mouse.move(x, y);
  await app.page.mouse.down();
  await app.page.mouse.move(x + way / 2, y, { steps: 3 });
  await app.page.mouse.move(x + way, y, { steps: 3 });
  await app.page.mouse.up();
}

test('a planned entry is dragged along the line; a week by key says the same and can be undone', async ({ app }) => {
  await app.open('plan');
  await accept(app);
  const first = app.id('plan-row').first();
  await expect(first).toHaveAttribute('data-value', '2026-12-31');
  // From 1 January 2026 to 31 May 2027 the line is 515 days: 30 of them.
  const width = await app.page.locator('.plan-line svg').evaluate((line) => line.getBoundingClientRect().width);
  await drag(app, Math.round((-30 * width) / 515));
  await expect(first).toHaveAttribute('data-value', '2026-12-01');
  await expect(app.page.locator('.notice')).toContainText('改到');
  await expect(app.id('plan-span').first()).not.toHaveAttribute('transform', /./);
  await app.id('undo').click();
  await expect(first).toHaveAttribute('data-value', '2026-12-31');
  await app.id('plan-earlier').first().focus();
  await app.page.keyboard.press('Enter');
  await expect(first).toHaveAttribute('data-value', '2026-12-24');
  await expect(app.page.locator('.notice')).toContainText('改到');
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 700 } });

  type Point = { x: number; y: number };

  /** A finger laid down, moved in small steps and lifted, as the screen itself would tell the browser. */
  async function swipe(app: App, from: Point, way: Point, meanwhile: () => Promise<void> = async () => {}): Promise<void> {
    const screen = await app.page.context().newCDPSession(app.page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point) =>
      screen.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
    await touch('touchStart', from);
    const steps = 12;
    for (let step = 1; step <= steps; step += 1) {
      await touch('touchMove', { x: from.x + (way.x * step) / steps, y: from.y + (way.y * step) / steps });
    }
    await meanwhile();
    await touch('touchEnd');
    await screen.detach();
  }

  /** The dot of the first planned entry, in the middle of the screen. */
  async function dot(app: App): Promise<Point> {
    const dot = app.id('plan-span').first().locator('circle').last();
    await dot.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    const box = (await dot.boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }

  const scrolled = (app: App) => app.page.evaluate(() => Math.round(window.scrollY));

  /** The suggestion planned, its first entry in the middle of the screen. */
  async function begin(app: App) {
    await app.open('plan');
    await accept(app);
    const first = app.id('plan-row').first();
    await expect(first).toHaveAttribute('data-value', '2026-12-31');
    return { first, from: await dot(app), top: await scrolled(app) };
  }

  test('sideways the entry moves and the page stays', async ({ app }) => {
    const { first, from, top } = await begin(app);
    // From 1 January 2026 to 31 May 2027 the line is 515 days: 60 of them.
    const width = await app.page.locator('.plan-line svg').evaluate((line) => line.getBoundingClientRect().width);
    await swipe(app, from, { x: Math.round((-60 * width) / 515), y: 0 }, async () => {
      await expect(app.page.locator('.plan-drag-day')).not.toBeEmpty();
    });
    // A pixel is more than a day here: the pixel that the finger was rounded to may cost one.
    const day = await first.getAttribute('data-value');
    expect(['2026-10-31', '2026-11-01', '2026-11-02', '2026-11-03']).toContain(day);
    expect(await scrolled(app)).toBe(top);
    await expect(app.page.locator('.plan-drag-day')).toBeEmpty();
    await app.id('undo').click();
    await expect(first).toHaveAttribute('data-value', '2026-12-31');
  });

  test('up and down the page scrolls and the entry stays', async ({ app }) => {
    const { first, from, top } = await begin(app);
    await swipe(app, from, { x: -4, y: -160 });
    await expect.poll(() => scrolled(app)).toBeGreaterThan(top + 60);
    await expect(first).toHaveAttribute('data-value', '2026-12-31');
    await expect(app.page.locator('.plan-drag-day')).toBeEmpty();
    await expect(app.id('plan-span').first()).not.toHaveAttribute('transform', /./);
    // And it can be moved afterwards, once the page has come to rest.
    let before = -1;
    await expect.poll(async () => {
      const still = (await scrolled(app)) === before;
      before = await scrolled(app);
      return still;
    }, { intervals: [300] }).toBe(true);
    await swipe(app, await dot(app), { x: -60, y: 0 });
    await expect(first).not.toHaveAttribute('data-value', '2026-12-31');
  });
});

test('on paper the line is black, and the table beside it says the same', async ({ app, page }) => {
  await app.open('plan');
  await accept(app);
  await page.emulateMedia({ media: 'print' });
  const strokes = await page.locator('.plan-line svg line').evaluateAll((lines) => [...new Set(lines.map((line) => getComputedStyle(line).stroke))]);
  expect(strokes).toEqual(['rgb(0, 0, 0)']);
  const fills = await page.locator('.plan-line svg text').evaluateAll((texts) => [...new Set(texts.map((text) => getComputedStyle(text).fill))]);
  expect(fills).toEqual(['rgb(0, 0, 0)']);
  await expect(page.locator('.plan-drag-hint')).toBeHidden();
  await expect(app.id('plan-complete').first()).toBeHidden();
  const drawn = await app.values('plan-span');
  expect(drawn).toEqual(await app.values('plan-row'));
  await expect(page.getByRole('img', { name: /时间线/ })).toBeVisible();
});

test.describe('printed', () => {
  test('the demo says on paper what it is, without the button that ends it', async ({ app, page }) => {
    await app.open('data');
    await app.id('demo-start').click();
    await app.go('plan');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.demo-bar')).toContainText('示例数据');
    await expect(app.id('demo-end')).toBeHidden();
  });

  test.skip(!canReadPdf() && !process.env.CI, 'pdftotext of poppler-utils is not here to read the print');

  for (const scheme of ['light', 'dark'] as const) {
    test(`the line with its months and last days, and every planned entry, on one sheet (${scheme})`, async ({ app, page }, info) => {
      await page.emulateMedia({ colorScheme: scheme });
      await app.open('records');
      await app.import(table([
        professional(2026, 24),
        professional(2026, 18, { 项目名称: '秋季面授班', 开始日期: '2026-12-01', 结束日期: '2026-12-05', 状态: '计划' }),
        professional(2026, 18, { 项目名称: '年底专题讲座', 结束日期: '2026-12-20', 状态: '计划' }),
        publicStudy(2026, 12, { 项目名称: '安大公需课', 归属年度: 2026, 结束日期: '2027-03-31', 状态: '计划' }),
      ]));
      await app.go('plan');
      await expect(app.id('plan-row')).toHaveCount(3);
      const pages = await printedScreen(app, info, `plan-${scheme}.pdf`);
      expect(pages).toHaveLength(1);
      const [{ words, text, width }] = pages;
      // The months along the line, from left to right in one height: both Januaries by their year.
      const months = ['2026', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '2027', '2', '3', '4', '5'];
      const heights = new Set(words.filter((word) => word.text === '2027').map((word) => Math.round(word.top)));
      const along = [...heights].map((height) =>
        words.filter((word) => Math.abs(word.top - height) < 2).sort((one, other) => one.left - other.left).map((word) => word.text),
      );
      expect(along).toContainEqual(months);
      for (const said of ['12月31日', '2027年5月31日', '今天', '秋季面授班', '年底专题讲座', '安大公需课', '计入18', '计入12']) {
        expect(text, said).toContain(said);
      }
      // What is pressed has no place on paper, nor has a suggestion that is not shown.
      for (const button of ['完成', '−周', '拖动', '删除', '添加计划', '建议']) {
        expect(text.replace('完成并登记之前', ''), button).not.toContain(button);
      }
      // Black on white, whatever the screen is: nothing on it is lighter than the soft grey of remarks.
      await page.emulateMedia({ colorScheme: scheme, media: 'print' });
      const inks = await page.locator('h1, h2, td, th, .link').evaluateAll((found) => found.map((one) => getComputedStyle(one).color));
      for (const ink of inks) expect(Math.max(...ink.match(/\d+/g)!.slice(0, 3).map(Number)), ink).toBeLessThanOrEqual(0x70);
      // Nothing is cut off at the right edge.
      expect(Math.max(...words.map((word) => word.right))).toBeLessThan(width - 20);
      expect(mm(Math.min(...words.map((word) => word.left)))).toBeGreaterThan(5);
    });
  }
});

test('achievements come first where the person wants it, by the own rules', async ({ app }) => {
  await app.open('rules');
  await app.id('rule-add').click();
  for (const [name, value] of Object.entries({ name: '论文', 'hours-per-unit': '20', 'cap-per-year': '40', source: '市局核定' })) {
    await app.id(`c-${name}`).fill(value);
  }
  await app.id('c-save').click();
  await app.go('plan');
  await app.id('suggest').click();
  await app.id('suggest-prefer-conversion').check();
  // Two papers under the cap of 40, 20 more of study, and the 30 on a base.
  await expect.poll(() => suggestions(app)).toEqual(['professional:20:2026-12-31', 'conversion:40:2026-12-31', 'bases:30:2027-05-31']);
  await app.id('suggest-accept').click();
  await expectTotals(app, ['0', '0', '0'], ['60', '30', '90']);
  await expect(app.id('plan-row')).toHaveCount(3);
});
