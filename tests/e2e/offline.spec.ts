// Without a network, and from one version to the next.
import type { Page } from '@playwright/test';
import { App, setClock } from './support/app';
import { Host } from './support/host';
import { expect, test as base } from './support/test';

const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = new Host();
    await host.start();
    await use(host);
    await host.end();
  },
});

test.use({ serviceWorkers: 'allow' });

/** A first visit, up to the moment in which the page is kept for offline use. */
async function visit(page: Page, host: Host): Promise<App> {
  await setClock(page.context(), '2026-11-21');
  await page.goto(host.url);
  const app = new App(page);
  await app.ready();
  await page.evaluate(() => navigator.serviceWorker.ready);
  return app;
}

/** The host has a new version; the page looks for it as when it comes back into sight. */
async function publish(page: Page, host: Host, mark: string): Promise<void> {
  host.change('index.html', (html) => html.replace('<div id=app>', `<div id=app data-version=${mark}>`));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration!.update();
  });
}

const version = (page: Page) => page.locator('#app').getAttribute('data-version');

test('the second visit works with the server stopped, records and all', async ({ page, host }) => {
  const app = await visit(page, host);
  await app.go('records');
  await app.add({ title: '机器学习培训', subject: 'professional', hours: '6', end: '2026-03-05' });
  await app.expectState('saved');
  await host.stop();
  await page.goto(`${host.url}#/records`);
  await page.reload();
  await app.ready();
  await expect(app.row('机器学习培训')).toBeVisible();
  // Another place, under a query that some program has added.
  await page.goto(`${host.url}?from=desk#/rules`);
  await app.ready();
  await host.start();
});

test('without a network files for other programs are made, too', async ({ page, host }) => {
  const app = await visit(page, host);
  await page.reload();
  await app.ready();
  await host.stop();
  await app.go('plan');
  const download = page.waitForEvent('download');
  await app.id('export-ics').click();
  expect((await download).suggestedFilename()).toBe('xueshi-2026-11-21.ics');
  await host.start();
});

test('workbooks are made with the server stopped, too', async ({ page, host }) => {
  const app = await visit(page, host);
  await page.reload();
  await app.ready();
  await app.go('records');
  await app.add({ title: '机器学习培训', subject: 'professional', hours: '6', end: '2026-03-05' });
  await host.stop();
  await app.go('pack');
  const download = page.waitForEvent('download');
  await app.id('export-xlsx').click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  await host.start();
});

test('everything that the page may ever ask for is kept, each file with its content’s hash', async ({ page, host }) => {
  await visit(page, host);
  const held = await page.evaluate(async () => {
    const names = await caches.keys();
    const cache = await caches.open(names[0]);
    return (await cache.keys()).map((request) => new URL(request.url).pathname.split('/').pop());
  });
  const worker = await (await page.request.get(`${host.url}sw.js`)).text();
  const files = Object.keys(JSON.parse(/const FILES = (.*);/.exec(worker)![1]));
  expect(held.sort()).toEqual(files.sort());
  expect(files.filter((name) => name.endsWith('.wasm')).length).toBeGreaterThan(0);
});

test('an update is announced, applied on consent, and fetches only what has changed', async ({ page, host }) => {
  const app = await visit(page, host);
  await page.reload();
  await app.ready();
  host.asked = [];
  await publish(page, host, 'two');
  await expect(app.id('update-line')).toBeVisible();
  expect(host.asked.filter((path) => path.endsWith('.wasm'))).toEqual([]);
  // Not asked for, it does not happen.
  await page.reload();
  await app.ready();
  expect(await version(page)).toBeNull();
  await app.id('update-now').click();
  await expect.poll(() => version(page)).toBe('two');
  await app.ready();
  await expect(app.id('update-line')).toHaveCount(0);
});

test('an update waits for what is being typed', async ({ page, host }) => {
  const app = await visit(page, host);
  await page.reload();
  await app.ready();
  await app.go('records');
  await app.id('record-add').click();
  await app.id('f-title').fill('还没写完');
  await page.keyboard.press('Escape');
  await publish(page, host, 'two');
  await expect(app.id('update-line')).toBeVisible();
  await expect(app.id('update-now')).toHaveCount(0);
  await app.id('record-add').click();
  await expect(app.id('f-title')).toHaveValue('还没写完');
  await app.fill({ subject: 'professional', hours: '6', end: '2026-03-05' });
  await app.save();
  await app.id('update-now').click();
  await expect.poll(() => version(page)).toBe('two');
  await app.ready();
  await app.go('records');
  await expect(app.row('还没写完')).toBeVisible();
});

test('a second tab goes on, hears of the update, and takes it when it likes', async ({ page, host, context }) => {
  const app = await visit(page, host);
  await page.reload();
  await app.ready();
  const other = new App(await context.newPage());
  await other.page.goto(host.url);
  await other.ready();
  await publish(page, host, 'two');
  await app.id('update-now').click();
  await expect.poll(() => version(page)).toBe('two');
  expect(await version(other.page)).toBeNull();
  await other.id('update-now').click();
  await expect.poll(() => version(other.page)).toBe('two');
});

test('half of a new version is refused, and the old one stays', async ({ page, host, errors }) => {
  const app = await visit(page, host);
  await page.reload();
  await app.ready();
  // The list speaks of the new page, but the host still serves other bytes.
  host.change('index.html', (html) => `${html}<!-- new -->`);
  host.change('index.html', (html) => `${html}<!-- half -->`, false);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration!.update();
    await new Promise<void>((go) => {
      const found = registration!.installing;
      if (!found) return go();
      found.addEventListener('statechange', () => found.state === 'redundant' && go());
    });
  });
  await host.stop();
  await page.reload();
  await app.ready();
  await expect(app.id('update-line')).toHaveCount(0);
  await host.start();
  // The browser itself reports the refused bytes.
  errors.splice(0, errors.length, ...errors.filter((text) => !/integrity|sha256/i.test(text)));
});
