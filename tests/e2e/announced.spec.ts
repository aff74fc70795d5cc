// What a screen reader says by itself: what was done, what was saved, where the year now stands; and
// what it finds: landmarks, names, the figures behind every drawing.
import type { App } from './support/app';
import { SCREENS } from './support/app';
import { fixture } from './support/people';
import { fill } from './support/storage';
import { expect, test } from './support/test';

const live = (app: App) => app.page.locator('.notice-place[role=status][aria-live=polite]');

test('an act, its undoing and a change of the verdict are announced', async ({ app }) => {
  await app.open('data');
  await app.setProfile({ city: 'huaibei' });
  // The region stands there before it is filled: one that comes with its text is not read.
  await expect(live(app)).toHaveCount(1);
  await app.go('records');
  await app.add({ title: '第一次', subject: 'professional', hours: '60', end: '2026-03-05' });
  await expect(live(app)).toContainText('已添加“第一次”');
  await expect(live(app)).not.toContainText('年度：');
  await app.add({ title: '第二次', subject: 'professional', hours: '30', end: '2026-03-05' });
  // 90 professional, 30 of them standing in: enough, with a question.
  await expect(live(app)).toContainText('已添加“第二次”；2026 年度：学时已够，但请先问窗口');
  await app.id('undo').click();
  await expect(live(app)).toContainText('已撤销；2026 年度：尚未达标');
  await app.setLanguage('en');
  await app.go('records');
  await app.row('第一次').getByTestId('record-delete').click();
  await expect(live(app)).toContainText('Deleted “第一次”');
});

test('saving is announced, and at once when it fails', async ({ app, page }) => {
  await app.open('records');
  const line = page.locator('[data-testid=storage-state][role=status]');
  await app.add({ title: '一', subject: 'professional', hours: '6', end: '2026-03-05' });
  await expect(line).toContainText('已保存 10:00');
  await fill(page, 'QuotaExceededError');
  await app.add({ title: '二', subject: 'professional', hours: '6', end: '2026-03-05' });
  await expect(line).toContainText('存储已满，没存上');
  await expect(page.getByRole('alert')).toContainText('空间已满');
});

test('an import and a form say what is wrong with them', async ({ app, page }) => {
  await app.open('records');
  await app.id('record-add').click();
  await app.id('f-save').click();
  await expect(page.getByRole('alert')).toContainText('3');
  await expect(app.id('f-title')).toHaveAccessibleDescription('这一项要填。');
  await page.keyboard.press('Escape');
  await app.paste('甲\t乙\n1\t2');
  await expect(page.getByRole('alert')).toContainText('缺少列');
});

for (const language of ['zh-CN', 'en'] as const) {
  test(`every screen has its landmarks, one heading on top, and figures behind its drawings (${language})`, async ({ app, page }) => {
    await app.open('data');
    await app.setLanguage(language);
    await app.setProfile({ city: 'huaibei' });
    await app.import(fixture('wang-huaibei', 'paste.tsv').toString());
    await app.chooseCycle({ 'application-year': '2026', 'cycle-from': '2023', 'cycle-to': '2026' });
    for (const screen of SCREENS) {
      await app.go(screen);
      for (const landmark of ['banner', 'navigation', 'main'] as const) {
        await expect(page.getByRole(landmark), `${landmark} of ${screen}`).toHaveCount(1);
      }
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
      const nameless = await page.locator('main').evaluate((main) =>
        [...main.querySelectorAll('svg, .stack, canvas')]
          .filter((drawing) => !drawing.closest('.sheets'))
          .filter((drawing) => !drawing.closest('[aria-hidden=true]') && !drawing.closest('[role=img][aria-label], [role=group][aria-label]'))
          .map((drawing) => drawing.outerHTML.slice(0, 100)),
      );
      expect(nameless, `drawings of ${screen}`).toEqual([]);
    }
    // The bar says its amounts, and the table below has them: 85 of 90, 5 short by kind.
    await app.go('');
    const bars = page.getByRole('img', { name: /90/ });
    await expect(bars).toHaveAccessibleName(/85/);
    await expect(app.id('fact-total')).toHaveText('85');
    // Every year of the drawn cycle stands in the table in figures, every planned dot in the list.
    await app.go('eligibility');
    await expect(page.getByRole('table').getByRole('rowheader', { name: '2026' })).toBeVisible();
    await app.go('plan');
    await expect(app.id('plan-span')).toHaveCount(await app.id('plan-row').count());
  });
}
