// The plan: what is earned beside what it would come to, the suggestion of the fewest hours, and
// planned entries moved in time, carried out and deleted.
import type { App } from './support/app';
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

test('a finger moves an entry sideways and scrolls up and down', async ({ app }) => {
  await app.open('plan');
  await accept(app);
  expect(await app.id('plan-span').first().evaluate((span) => getComputedStyle(span).touchAction)).toBe('pan-y');
  // What a finger's events do, and what taking the pointer away for scrolling undoes.
  const send = (type: string, x: number) =>
    app.id('plan-span').first().evaluate(
      (span, { type, x }) => {
        const init = { pointerId: 7, pointerType: 'touch', isPrimary: true, button: 0, clientX: x, bubbles: true };
        span.dispatchEvent(new PointerEvent(type, init));
      },
      { type, x },
    );
  const first = app.id('plan-row').first();
  await send('pointerdown', 200);
  await send('pointermove', 150);
  await expect(app.page.locator('.plan-drag-day')).not.toBeEmpty();
  await send('pointercancel', 150);
  await expect(app.page.locator('.plan-drag-day')).toBeEmpty();
  await expect(first).toHaveAttribute('data-value', '2026-12-31');
  await send('pointerdown', 200);
  await send('pointermove', 150);
  await send('pointerup', 150);
  await expect(first).not.toHaveAttribute('data-value', '2026-12-31');
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
