// Handing a file on by the system's share sheet, which a phone has: a made-up one stands in for it.
import type { Page } from '@playwright/test';
import { expect, test } from './support/test';

type Shared = { name: string; type: string; text: string };

/** A share sheet that takes every file, or none; or is closed, or fails. */
function install(page: Page, kind: 'takes all' | 'takes none' | 'AbortError' | 'NotAllowedError'): Promise<void> {
  return page.addInitScript((kind) => {
    const shared: Shared[] = [];
    Object.assign(window, { shared });
    navigator.canShare = (data) => kind !== 'takes none' && Boolean(data?.files?.length);
    navigator.share = async (data) => {
      if (kind.endsWith('Error')) throw new DOMException('', kind);
      for (const file of data!.files!) shared.push({ name: file.name, type: file.type, text: (await file.text()).slice(0, 40) });
    };
  }, kind);
}

const shared = (page: Page) => page.evaluate(() => (window as unknown as { shared: Shared[] }).shared);

test('a backup and every export can be shared, with its name and kind', async ({ app, page }) => {
  await install(page, 'takes all');
  await app.open('records');
  await app.add({ title: '带走的', subject: 'professional', hours: '6', end: '2026-03-05' });
  await app.go('pack');
  const expected = [
    ['export-csv', 'xueshi-2026-11-21.csv', 'text/csv;charset=utf-8'],
    ['export-xlsx', 'xueshi-2026-11-21.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['export-ics', 'xueshi-2026-11-21.ics', 'text/calendar;charset=utf-8'],
    ['export-json', 'xueshi-2026-11-21.json', 'application/json'],
  ];
  for (const [button, name] of expected) {
    const download = page.waitForEvent('download');
    await app.id(button).click();
    expect((await download).suggestedFilename()).toBe(name);
    await expect(app.id('share-offer')).toHaveAttribute('data-value', name);
    await app.id('share').click();
  }
  await expect.poll(async () => (await shared(page)).map(({ name, type }) => [name, type])).toEqual(
    expected.map(([, name, type]) => [name, type]),
  );
  expect((await shared(page))[3].text).toContain('"app"');
  await app.id('share-close').click();
  await expect(app.id('share-offer')).toHaveCount(0);
});

for (const kind of ['AbortError', 'NotAllowedError'] as const) {
  test(`a sheet that ends with ${kind}`, async ({ app, page }) => {
    await install(page, kind);
    await app.open('data');
    await app.id('backup-download').click();
    await app.id('share').click();
    // Who closes the sheet knows; who could not share is told where the file is.
    const told = app.page.getByText('没能分享，文件在下载里：xueshi-2026-11-21.json');
    if (kind === 'AbortError') {
      await page.waitForTimeout(300);
      await expect(told).toHaveCount(0);
    } else {
      await expect(told).toBeVisible();
    }
  });
}

test('where there is no sheet, or it takes no such file, nothing is offered', async ({ app, page }) => {
  await install(page, 'takes none');
  await app.open('data');
  const download = page.waitForEvent('download');
  await app.id('backup-download').click();
  await download;
  await expect(app.id('share-offer')).toHaveCount(0);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'canShare', { value: undefined });
  });
  await app.reload();
  const again = page.waitForEvent('download');
  await app.id('backup-download').click();
  await again;
  await expect(app.id('share-offer')).toHaveCount(0);
});
