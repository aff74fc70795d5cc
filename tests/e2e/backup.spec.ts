// A copy is taken away, and brought back: looked at first, merged by default, undone at will.
import fs from 'node:fs/promises';
import type { App } from './support/app';
import { contents } from './support/storage';
import { professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

const ROWS = [
  professional(2026, 24, { 项目名称: '甲', 备注: '第一行' }),
  professional(2025, 6, { 项目名称: '乙', 证书编号: 'ZL-77' }),
  publicStudy(2026, 20, { 项目名称: '丙' }),
];

async function downloaded(app: App, id = 'backup-download'): Promise<string> {
  const download = app.page.waitForEvent('download');
  await app.id(id).first().click();
  return fs.readFile(await (await download).path(), 'utf8');
}

async function counts(app: App): Promise<Record<string, string | null>> {
  await expect(app.id('restore-preview')).toBeVisible();
  const names = ['new', 'same', 'conflict', 'only-here'];
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await app.value(`restore-${name}`)])));
}

async function empty(app: App): Promise<void> {
  await app.go('data');
  await app.id('delete-all').click();
  await app.id('delete-all-confirm').click();
  await expect(app.page.locator('.notice')).toContainText('已清空');
}

test.beforeEach(async ({ app }) => {
  await app.open('data');
  await app.setProfile({ name: '张三', city: 'luan' });
  await app.import(table(ROWS));
  await app.expectState('saved');
  await app.go('data');
});

test('a backup file brings everything back', async ({ app }) => {
  const backup = await downloaded(app);
  const parsed = JSON.parse(backup);
  expect([parsed.app, parsed.format, parsed.version, parsed.profile.name]).toEqual(['xueshi', 'backup', 1, '张三']);
  expect(parsed.entries).toHaveLength(3);
  await empty(app);
  await app.id('restore-file').setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(backup) });
  expect(await counts(app)).toEqual({ new: '3', same: '0', conflict: '0', 'only-here': '0' });
  await app.id('restore-confirm').click();
  await app.expectState('saved');
  await expect(app.id('p-name')).toHaveValue('张三');
  await app.reload();
  await app.go('data');
  const again = JSON.parse(await downloaded(app));
  expect({ ...again, made: '' }).toEqual({ ...parsed, made: '' });
});

test('the text of a backup does as well as the file', async ({ app }) => {
  await app.id('backup-text-open').click();
  const text = await app.id('backup-text').inputValue();
  await expect(app.id('backup-text')).toHaveAttribute('readonly', '');
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.id('backup-copy').click();
  await expect(app.id('backup-copied')).toBeVisible();
  expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await empty(app);
  await app.id('restore-text').fill(text);
  await app.id('restore-confirm').click();
  await expect(app.id('restore-preview')).toHaveCount(0);
  await app.go('records');
  await expect(app.rows()).toHaveCount(3);
});

test('what differs is shown, the book keeps its own by default, and each other way does as it says', async ({ app, page }) => {
  const backup = await downloaded(app);
  await app.go('records');
  await app.row('甲').getByTestId('record-edit').click();
  await app.fill({ hours: '30' });
  await app.save();
  await app.row('乙').getByTestId('record-delete').click();
  await app.add({ title: '丁', subject: 'public', hours: '1', end: '2026-01-02' });
  for (const [mode, hours] of [
    ['merge', ['1', '20', '30', '6']],
    ['merge-backup', ['1', '20', '24', '6']],
    ['merge-both', ['1', '20', '24', '30', '6']],
    ['replace', ['20', '24', '6']],
  ] as [string, string[]][]) {
    await test.step(mode, async () => {
      await app.go('data');
      await app.id('restore-text').fill(backup);
      expect(await counts(app)).toEqual({ new: '1', same: '1', conflict: '1', 'only-here': '1' });
      await expect(app.id('restore-conflict-row')).toContainText('甲');
      await expect(app.id('restore-conflict-row')).toContainText('学时');
      await app.id('restore-mode').selectOption(mode);
      await app.id('restore-confirm').click();
      await app.go('records');
      await expect(app.rows()).toHaveCount(hours.length);
      const found = await app.rows().evaluateAll((rows) => rows.map((row) => row.getAttribute('data-hours')!));
      expect(found.sort()).toEqual(hours);
      await app.id('undo').click();
      await expect(app.rows()).toHaveCount(3);
      await expect(page.locator('[data-testid=record-row][data-hours="30"]')).toBeVisible();
    });
  }
  await app.go('data');
  await expect(app.page.locator('[data-testid=recovery-row][data-value=restore]')).toHaveCount(4);
});

test('merging the same backup twice adds nothing', async ({ app }) => {
  const backup = await downloaded(app);
  await app.id('restore-text').fill(backup);
  expect(await counts(app)).toEqual({ new: '0', same: '3', conflict: '0', 'only-here': '0' });
  await app.id('restore-confirm').click();
  await app.go('records');
  await expect(app.rows()).toHaveCount(3);
});

test('what is no sound backup is refused with a sentence, and nothing changes', async ({ app, page }) => {
  const backup = await downloaded(app);
  const before = await contents(page);
  for (const [text, sentence] of [
    [backup.slice(0, 300), /不是完整的备份/],
    ['随便什么', /不是完整的备份/],
    ['{"a":1}', /不是学时簿的备份/],
    [backup.replace('"version": 1', '"version": 2'), /更新的版本/],
    [backup.replace('"hours": "24"', '"hours": "很多"'), /entries\[\d\]\.hours.*很多/],
    [backup.replace('"made"', '"extra": 1, "made"'), /extra/],
    [backup.replace('"made"', '"demo": true, "made"'), /示例/],
  ] as [string, RegExp][]) {
    await app.id('restore-text').fill(text);
    await expect(app.id('restore-refused')).toHaveText(sentence);
    await expect(app.id('restore-confirm')).toHaveCount(0);
  }
  const books = (all: Record<string, string>) => Object.entries(all).filter(([key]) => key.startsWith('xueshi/b/'));
  expect(books(await contents(page))).toEqual(books(before));
  await app.setLanguage('en');
  await app.id('restore-text').fill('{}');
  await expect(app.id('restore-refused')).toContainText('no backup');
});

test('an emptied book comes back by undo, and by its recovery point', async ({ app }) => {
  await empty(app);
  await app.go('records');
  await expect(app.rows()).toHaveCount(0);
  await app.id('undo').click();
  await expect(app.rows()).toHaveCount(3);
  await empty(app);
  await app.expectState('saved');
  await app.reload();
  const point = app.page.locator('[data-testid=recovery-row][data-value=delete-many]').first();
  const download = app.page.waitForEvent('download');
  await point.getByTestId('recovery-download').click();
  expect(JSON.parse(await fs.readFile(await (await download).path(), 'utf8')).entries).toHaveLength(3);
  await point.getByTestId('recovery-restore').click();
  await app.go('records');
  await expect(app.rows()).toHaveCount(3);
});

test('the age of the last backup and the changes since are told', async ({ app, context }) => {
  await expect(app.id('last-backup')).toHaveAttribute('data-value', 'never');
  await downloaded(app);
  await expect(app.id('last-backup')).toHaveText('今天备份过');
  await app.go('records');
  await app.add({ title: '丁', subject: 'public', hours: '1', end: '2026-01-02' });
  await app.expectState('saved');
  await expect(app.id('last-backup')).toHaveAttribute('data-changes', '1');
  await context.clock.setFixedTime(new Date('2026-11-24T10:00:00+08:00'));
  await app.reload();
  await expect(app.id('last-backup')).toHaveText('备份于 3 天前，此后存过 1 次');
  await expect(app.id('last-backup')).toHaveAttribute('data-value', '3');
});

test('the demo is no book of anyone: its backup says so and is refused elsewhere', async ({ app }) => {
  await app.id('demo-start').click();
  await expect(app.page.locator('.demo-bar')).toBeVisible();
  const demo = await downloaded(app);
  expect(JSON.parse(demo).demo).toBe(true);
  await app.id('demo-end').first().click();
  await expect(app.page.locator('.demo-bar')).toHaveCount(0);
  await app.id('restore-text').fill(demo);
  await expect(app.id('restore-refused')).toContainText('示例');
});

test('protection is asked for after the first own save, and never at load', async ({ context, app }) => {
  await context.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    for (const name of ['persist', 'persisted'] as const) {
      navigator.storage[name] = async () => {
        asked.push(name);
        return name === 'persist';
      };
    }
  });
  await app.reload();
  await expect(app.id('storage-protected')).toHaveAttribute('data-value', 'no');
  const asked = () => app.page.evaluate(() => (window as unknown as { asked: string[] }).asked);
  expect(await asked()).toEqual(['persisted']);
  await app.setProfile({ name: '李四' });
  await expect(app.id('storage-protected')).toHaveAttribute('data-value', 'yes');
  expect(await asked()).toEqual(['persisted', 'persist']);
});
