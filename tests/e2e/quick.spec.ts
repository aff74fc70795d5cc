// One line, one entry: typed or pasted, shown as it was understood, added from the keyboard.
import { expect, test } from './support/test';

test('a line is read, shown and added without a mouse', async ({ app, page }) => {
  await app.open('records');
  await app.id('quick-line').focus();
  await page.keyboard.type('2026-03-05 机器学习培训 6学时 专业');
  await expect(app.id('quick-preview')).toHaveAttribute('data-value', 'ok');
  await expect(app.id('quick-preview')).toContainText('专业科目');
  await page.keyboard.press('Enter');
  await expect(app.row('机器学习培训')).toHaveAttribute('data-hours', '6');
  await expect(app.id('quick-line')).toHaveValue('');
  await expect(app.id('quick-line')).toBeFocused();
  await page.keyboard.type('2026-05-01 法律法规 30学时 公需 安徽大学 合格');
  await page.keyboard.press('Enter');
  await expect(app.rows()).toHaveCount(2);
  await app.expectState('saved');
  await app.reload();
  await app.go('');
  await app.expectFigures({ professional: '6', public: '30', total: '36' });
});

test('what is missing is told, nothing is added, and the form takes over what was read', async ({ app, page }) => {
  await app.open('records');
  await app.id('quick-line').fill('机器学习培训 6学时');
  await expect(app.id('quick-preview')).toHaveAttribute('data-value', 'subject end');
  await page.keyboard.press('Enter');
  await expect(app.rows()).toHaveCount(0);
  await expect(app.id('quick-line')).toHaveValue('机器学习培训 6学时');
  await app.id('quick-form').click();
  await expect(app.id('f-title')).toHaveValue('机器学习培训');
  await expect(app.id('f-hours')).toHaveValue('6');
  await app.fill({ subject: 'professional', end: '2026-03-05' });
  await app.save();
  await expect(app.rows()).toHaveCount(1);
});

test('a day still to come makes a plan, and the last entry can be repeated', async ({ app, page }) => {
  await app.open('records');
  await expect(app.id('quick-repeat')).toBeDisabled();
  await app.id('quick-line').fill('2026-12-20 年会 8学时 专业');
  await page.keyboard.press('Enter');
  await expect(app.row('年会')).toHaveAttribute('data-value', 'planned');
  await app.id('quick-line').fill('2026-03-05 月度讲座 2.5学时 公需 课件 合格');
  await page.keyboard.press('Enter');
  await app.id('quick-repeat').click();
  await expect(app.id('quick-line')).toHaveValue('2026-11-21 月度讲座 2.5学时 公需 网络课件 合格');
  await page.keyboard.press('Enter');
  await expect(app.rows().filter({ hasText: '月度讲座' })).toHaveCount(2);
});
