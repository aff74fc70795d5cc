// Conversion rules: defined once, used by quantity, changed with everything that follows, handed
// on as packs. The figures are made up.
import fs from 'node:fs';
import type { App } from './support/app';
import { expect, test } from './support/test';

const RULE = { name: '省级期刊论文', kind: '论文', 'hours-per-unit': '10', 'cap-per-year': '30', source: '市局核定' };

async function define(app: App, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = app.id(`c-${name}`);
    const isChoice = await field.evaluate((element) => element.tagName === 'SELECT');
    await (isChoice ? field.selectOption(value) : field.fill(value));
  }
  await app.id('c-save').click();
}

async function addRule(app: App, fields: Record<string, string>): Promise<void> {
  await app.go('rules');
  await app.id('rule-add').click();
  await define(app, fields);
  await expect(app.id('c-save')).toBeHidden();
}

async function addPaper(app: App, title: string, quantity: string): Promise<void> {
  await app.go('records');
  await app.id('record-add').click();
  await app.fill({ title, subject: 'public', route: 'conversion', end: '2026-03-05' });
  await app.fill({ 'conversion-rule': RULE.name, 'conversion-quantity': quantity });
}

const pack = (rules: object[], more: object = {}) =>
  JSON.stringify({ app: 'xueshi', format: 'rule-pack', version: 1, title: '示例规则包', publisher: '某市某局', date: '2026-01-05', rules, ...more });

test('a rule is defined once; entries compute by quantity, and the cap is in sight', async ({ app }) => {
  await app.open('rules');
  await addRule(app, RULE);
  await expect(app.id('rule-row')).toContainText('每项 10 学时');
  await expect(app.id('rule-row')).toContainText('转引');
  await addPaper(app, '第一篇', '2');
  await expect(app.id('f-hours')).toHaveValue('20');
  await expect(app.id('converted-hours')).toHaveAttribute('data-value', '20');
  await expect(app.id('converted-left')).toHaveAttribute('data-value', '30');
  await app.save();
  await addPaper(app, '第二篇', '1.5');
  await expect(app.id('f-hours')).toHaveValue('15');
  await expect(app.id('converted-left')).toHaveAttribute('data-value', '10');
  await app.save();
  await app.go('');
  await app.expectFigures({ public: '30', uncounted: '5' });
  expect(await app.uncounted()).toMatchObject([{ reason: 'conversion-cap', hours: '5' }]);
});

test('every field of a rule is kept, and a rule for one subject says so', async ({ app }) => {
  const whole = { ...RULE, unit: 'class-hour', 'hours-per-unit': '1.5', subject: 'professional', method: 'new' };
  await app.open('rules');
  await addRule(app, whole);
  await app.reload();
  await app.id('rule-edit').click();
  for (const [name, value] of Object.entries(whole)) await expect(app.id(`c-${name}`), name).toHaveValue(value);
  // Lu'an or elsewhere, 4 class hours are 6, professional whatever the form said before.
  await app.page.keyboard.press('Escape');
  await app.go('records');
  await app.id('record-add').click();
  await app.fill({ title: '讲课', subject: 'public', route: 'conversion', end: '2026-03-05' });
  await app.fill({ 'conversion-rule': whole.name, 'conversion-quantity': '4' });
  await expect(app.id('f-hours')).toHaveValue('6');
  await expect(app.id('f-subject')).toHaveValue('professional');
  await app.save();
  await app.go('');
  await app.expectFigures({ professional: '6', public: '0' });
});

test('changing a rule says which entries follow, and one undo takes all of it back', async ({ app }) => {
  await app.open('rules');
  await addRule(app, { ...RULE, 'cap-per-year': '' });
  await addPaper(app, '算出来的', '2');
  await app.save();
  await addPaper(app, '手填的', '2');
  await app.fill({ hours: '12' });
  await app.save();
  await app.go('rules');
  await app.id('rule-edit').click();
  await app.id('c-hours-per-unit').fill('8');
  await expect(app.id('c-change')).toHaveText('算出来的：20 → 16');
  await app.id('c-save').click();
  await expect(app.page.locator('.notice')).toContainText('1 条');
  await app.go('records');
  await expect(app.row('算出来的')).toHaveAttribute('data-hours', '16');
  await expect(app.row('手填的')).toHaveAttribute('data-hours', '12');
  await app.id('undo').click();
  await expect(app.row('算出来的')).toHaveAttribute('data-hours', '20');
  await app.reload();
  await expect(app.row('算出来的')).toHaveAttribute('data-hours', '20');
});

test('a figure without a source is refused, and so is a name twice', async ({ app }) => {
  await app.open('rules');
  await app.id('rule-add').click();
  await define(app, { ...RULE, source: '' });
  await expect(app.id('c-err-source')).toHaveText(/出处/);
  await expect(app.id('c-source')).toBeFocused();
  await define(app, { source: '市局核定' });
  await expect(app.id('rule-row')).toHaveCount(1);
  await app.id('rule-add').click();
  await define(app, RULE);
  await expect(app.id('c-err-name')).toHaveText(/同名/);
});

test('what was typed of a rule stays until it is saved or thrown away', async ({ app, page }) => {
  await app.open('rules');
  await app.id('rule-add').click();
  const typed = { name: '省级课题', 'hours-per-unit': '2.5', source: '还没写' };
  for (const [name, text] of Object.entries(typed)) await app.id(`c-${name}`).fill(text);
  await app.id('c-unit').selectOption('month');
  const expectTyped = async () => {
    for (const [name, text] of Object.entries({ ...typed, unit: 'month' })) await expect(app.id(`c-${name}`), name).toHaveValue(text);
  };
  // The sheet closed, the screen left by the browser's way, the language changed.
  await page.keyboard.press('Escape');
  await app.id('rule-add').click();
  await expectTyped();
  await page.goto('./#/records');
  await expect(app.id('record-add')).toBeVisible();
  await expect(app.id('c-name')).toHaveCount(0);
  await app.setLanguage('en');
  await app.go('rules');
  await expect(app.id('c-name')).toHaveCount(0);
  await app.id('rule-add').click();
  await expectTyped();
  // An update would take it away, and waits.
  await page.keyboard.press('Escape');
  await app.go('');
  await page.evaluate(() => {
    document.documentElement.setAttribute('data-update', 'ready');
    window.dispatchEvent(new Event('xueshi-update'));
  });
  await expect(app.id('update-line')).toBeVisible();
  await expect(app.id('update-now')).toHaveCount(0);
  await app.go('rules');
  await app.id('rule-add').click();
  await app.id('c-discard').click();
  await app.id('rule-add').click();
  await expect(app.id('c-name')).toHaveValue('');
  // Saved: the next one begins empty.
  await define(app, RULE);
  await expect(app.id('rule-row')).toHaveCount(1);
  await app.id('rule-add').click();
  await expect(app.id('c-name')).toHaveValue('');
});

test('the blank kinds come without a single figure', async ({ app }) => {
  await app.open('rules');
  await app.id('rule-blank').click();
  await expect(app.id('rule-row')).toHaveCount(10);
  for (const row of await app.id('rule-row').all()) {
    await expect(row).toContainText('待填');
    await expect(row).toContainText('109号');
  }
  await app.id('undo').click();
  await expect(app.id('rule-row')).toHaveCount(0);
});

test('a pack is reviewed rule by rule; its figures are secondary and name the publisher', async ({ app, page }) => {
  await app.open('rules');
  await addRule(app, RULE);
  await app.id('pack-open').click();
  await app.id('pack-text').fill(pack([
    { name: '讲课', unit: 'class-hour', 'hours-per-unit': '2', source: '某文件第四章' },
    { name: RULE.name, 'hours-per-unit': '12' },
    { name: '写错的', 'hours-per-unit': '十' },
  ]));
  await expect(app.id('pack-head')).toHaveAttribute('data-value', '某市某局');
  expect(await app.values('pack-row')).toEqual(['new', 'conflict', 'error']);
  await expect(app.id('pack-confirm')).toHaveAttribute('data-value', '1');
  await app.id('pack-replace').check();
  await expect(app.id('pack-confirm')).toHaveAttribute('data-value', '2');
  await app.id('pack-confirm').click();
  await expect(app.id('rule-row')).toHaveCount(2);
  for (const row of await app.id('rule-row').all()) {
    await expect(row).toContainText('某市某局 2026-01-05');
    await expect(row).toContainText('转引');
  }
  // The notice's own figures are as they were.
  await expect(page.locator('[data-testid=rule-figure][data-value=total]')).toContainText('90');

  const download = page.waitForEvent('download');
  await app.id('pack-export').click();
  const written = fs.readFileSync(await (await download).path(), 'utf8');
  expect(JSON.parse(written)).toMatchObject({ app: 'xueshi', format: 'rule-pack', version: 1, publisher: '未署名', date: '2026-11-21' });
  expect(JSON.parse(written).rules.map((rule: { name: string }) => rule.name)).toEqual([RULE.name, '讲课']);
  await app.id('pack-open').click();
  await app.id('pack-file').setInputFiles({ name: 'pack.json', mimeType: 'application/json', buffer: Buffer.from(written) });
  await expect(app.id('pack-row')).toHaveCount(2);
});

test('what is no pack is refused with a sentence', async ({ app }) => {
  await app.open('rules');
  await app.id('pack-open').click();
  for (const [text, sentence] of [
    ['{', /不是规则包/],
    [pack([], {}), /没有规则/],
    [pack([{ name: '甲' }], { publisher: '' }), /发布者/],
    [pack([{ name: '甲' }], { format: 'backup' }), /别的文件/],
    [pack([{ name: '甲' }], { version: 9 }), /更新的版本/],
    [pack([{ name: '甲' }, { name: '甲' }]), /同名/],
  ] as [string, RegExp][]) {
    await app.id('pack-text').fill(text);
    await expect(app.id('pack-refused')).toHaveText(sentence);
    await expect(app.id('pack-confirm')).toBeDisabled();
  }
});
