// Backups into a folder of the person's choice. The picker is the driver's, the folder is real: one
// of the browser's own private file system, with the same handles.
import type { BrowserContext, Page } from '@playwright/test';
import { setClock } from './support/app';
import { expect, test } from './support/test';

const entry = (title: string) => ({ title, subject: 'professional', hours: '6', end: '2026-03-05' });

/** The person always chooses the same folder; whether it may be written into is `asked`'s affair. */
function choosing(context: BrowserContext): Promise<void> {
  return context.addInitScript(() => {
    const picker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('网盘', { create: true });
    Object.assign(window, { showDirectoryPicker: picker });
  });
}

/** From the next page on the permission has lapsed, until the person is asked. */
function lapsed(context: BrowserContext): Promise<void> {
  return context.addInitScript(() => {
    let state = 'prompt';
    Object.assign(FileSystemHandle.prototype, {
      queryPermission: async () => state,
      requestPermission: async () => (state = 'granted'),
    });
  });
}

/** The files in the folder, with the titles of the entries in those that are backups. */
function files(page: Page): Promise<Record<string, string[] | string>> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('网盘', { create: true });
    const found: Record<string, string[] | string> = {};
    for await (const [name, handle] of (folder as unknown as { entries(): AsyncIterable<[string, FileSystemFileHandle]> }).entries()) {
      // A file that is just being swapped for a new one may be gone, or another, by now.
      const text = await handle.getFile().then((file) => file.text()).catch(() => '');
      if (text) found[name] = text.startsWith('{') ? JSON.parse(text).entries.map((one: { title: string }) => one.title).sort() : text;
    }
    return found;
  });
}

function put(page: Page, names: string[]): Promise<void> {
  return page.evaluate(async (names) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('网盘', { create: true });
    for (const name of names) {
      const writable = await (await folder.getFileHandle(name, { create: true })).createWritable();
      await writable.write('x');
      await writable.close();
    }
  }, names);
}

test('without such folders in the browser nothing is offered', async ({ app, context }) => {
  await context.addInitScript(() => delete (window as { showDirectoryPicker?: unknown }).showDirectoryPicker);
  await app.open('data');
  await expect(app.id('backup-download').first()).toBeVisible();
  await expect(app.id('folder-choose')).toHaveCount(0);
});

test('each day’s changes go into one file, the newest ten stay, and no other file is touched', async ({ app, page, context }) => {
  await choosing(context);
  await app.open('records');
  await app.add(entry('第一条'));
  const foreign = ['xueshi-2026-01-01.json', 'xueshi-backup-p2-2026-01-01.json', 'xueshi-backup-main-2026-1-1.json', '照片.jpg'];
  const older = Array.from({ length: 12 }, (_, index) => `xueshi-backup-main-2026-10-${10 + index}.json`);
  await put(page, [...foreign, ...older]);
  await app.go('data');
  await expect(app.id('folder-state')).toHaveAttribute('data-value', 'none');
  await app.id('folder-choose').click();
  await expect(app.id('folder-state')).toHaveAttribute('data-value', 'active');
  await expect(app.id('folder-state')).toContainText('10:00');
  // Twelve and today's are thirteen: the three oldest go.
  await expect.poll(async () => Object.keys(await files(page)).sort()).toEqual([...foreign, ...older.slice(3), 'xueshi-backup-main-2026-11-21.json'].sort());
  expect((await files(page))['xueshi-backup-main-2026-11-21.json']).toEqual(['第一条']);

  // A change goes into the day's file by itself.
  await app.go('records');
  await app.add(entry('第二条'));
  await expect.poll(async () => (await files(page))['xueshi-backup-main-2026-11-21.json'], { timeout: 20_000 }).toEqual(['第一条', '第二条']);
  // The next visit goes on where the permission lasts; another day has another file.
  await setClock(context, '2026-11-22');
  await app.open('data');
  await app.reload();
  await expect(app.id('folder-state')).toHaveAttribute('data-value', 'active');
  await expect.poll(async () => (await files(page))['xueshi-backup-main-2026-11-22.json']).toEqual(['第一条', '第二条']);
  expect(Object.keys(await files(page)).length).toBe(14);
  // No longer wanted: what is there stays, nothing more is written.
  await app.id('folder-stop').click();
  await expect(app.id('folder-state')).toHaveAttribute('data-value', 'none');
  await app.reload();
  await expect(app.id('folder-state')).toHaveAttribute('data-value', 'none');
});

test('a permission that has lapsed is asked for again with one button', async ({ app, page, context }) => {
  await choosing(context);
  await app.open('records');
  await app.add(entry('第一条'));
  await app.go('data');
  await app.id('folder-choose').click();
  await expect(app.id('folder-state')).toContainText('10:00');
  await lapsed(context);
  await app.reload();
  await expect(app.id('folder-state')).toHaveAttribute('data-value', 'paused');
  await app.go('records');
  await app.add(entry('第二条'));
  await app.go('data');
  expect((await files(page))['xueshi-backup-main-2026-11-21.json']).toEqual(['第一条']);
  await app.id('folder-continue').click();
  await expect(app.id('folder-state')).toHaveAttribute('data-value', 'active');
  await expect.poll(async () => (await files(page))['xueshi-backup-main-2026-11-21.json']).toEqual(['第一条', '第二条']);
  await app.setLanguage('en');
  await expect(app.id('folder-state')).toContainText('Backed up');
});

test('a backup that cannot be written is told, the file before stays whole, and the next change tries again', async ({ app, page, context }) => {
  await choosing(context);
  await app.open('records');
  await app.add(entry('第一条'));
  await app.go('data');
  await app.id('folder-choose').click();
  await expect(app.id('folder-state')).toContainText('10:00');
  await page.evaluate(() => {
    const { write } = FileSystemWritableFileStream.prototype;
    Object.assign(window, { mend: () => Object.assign(FileSystemWritableFileStream.prototype, { write }) });
    FileSystemWritableFileStream.prototype.write = () => Promise.reject(new DOMException('no space', 'QuotaExceededError'));
  });
  await app.go('records');
  await app.add(entry('第二条'));
  await app.go('data');
  await expect(app.id('folder-state')).toHaveAttribute('data-value', 'failed', { timeout: 20_000 });
  await expect(app.id('folder-state')).toContainText('QuotaExceededError');
  await app.expectState('saved');
  expect((await files(page))['xueshi-backup-main-2026-11-21.json']).toEqual(['第一条']);
  await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
  await app.go('records');
  await app.add(entry('第三条'));
  await expect.poll(async () => (await files(page))['xueshi-backup-main-2026-11-21.json'], { timeout: 20_000 }).toEqual(['第一条', '第三条', '第二条']);
});

test('the demo person’s records go into no folder', async ({ app, page, context }) => {
  await choosing(context);
  await app.open('data');
  await app.id('demo-start').first().click();
  await expect(app.id('folder-choose')).toHaveCount(0);
  expect(await files(page)).toEqual({});
});
