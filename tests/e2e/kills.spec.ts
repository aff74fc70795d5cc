// The renderer's process is killed, as by the system, again and again during two hundred saves.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { App } from './support/app';
import { contents } from './support/storage';
import { professional, table } from './support/table';
import { expect, test } from './support/test';

const SAVES = 200;
const ENTRIES = 150;

/** SIGKILL to every renderer of this browser: the page's own, and the spare one that waits for the next. */
async function kill(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  for (const { id, type } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
}

/** Whether it came in time. What waits for a process that is gone may wait for ever. */
async function within(seconds: number, event: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((go) => (timer = setTimeout(() => go(false), seconds * 1000)));
  const came = await Promise.race([event.then(() => true, () => false), late]);
  clearTimeout(timer);
  return came;
}

/** A page on the records. One that was given a process just killed may never open: then another one. */
async function open(context: BrowserContext): Promise<App> {
  for (let tries = 0; tries < 3; tries += 1) {
    let tab: Page | undefined;
    if (await within(20, context.newPage().then((page) => (tab = page)))) {
      const app = new App(tab!);
      if (await within(20, app.open('records'))) return app;
      await within(10, tab!.close());
    }
  }
  throw new Error('three pages one after the other did not open');
}

/** Adds copies of the first entry, one save after the other, and reports each that is saved. */
function startSaving(page: Page): void {
  const running = page.evaluate(async () => {
    const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
    const pause = () => new Promise((go) => setTimeout(go, 0));
    for (;;) {
      find('record-duplicate')!.click();
      while (!find('f-save')) await pause();
      find('f-save')!.click();
      while (find('f-save') || find('storage-state')!.dataset.value !== 'saved') await pause();
      await (window as unknown as { saved: (count: number) => Promise<void> }).saved(Number(find('records-count')!.dataset.value));
    }
  });
  // It ends with its process.
  running.catch(() => {});
}

test(`killed at random among ${SAVES} saves, the book is each time the old one or the new one, whole`, { tag: '@alone' }, async ({ app, page, context, browser, errors }) => {
  test.setTimeout(300_000);
  await app.open('records');
  const rows = Array.from({ length: ENTRIES }, (_, index) => professional(2026, 1, { 项目名称: `第 ${index} 项`, 备注: '长'.repeat(200) }));
  await app.import(table(rows));
  await app.expectState('saved');
  await page.close();
  let told = ENTRIES;
  await context.exposeBinding('saved', (_, count: number) => void (told = count));
  let kills = 0;
  let seed = 20261121;
  for (;;) {
    const opened = await open(context);
    const tab = opened.page;
    await opened.expectState('saved');
    const found = Number(await opened.value('records-count'));
    // What was said to be saved is there, and at most the one save that was under way besides.
    expect(found).toBeGreaterThanOrEqual(told);
    expect(found).toBeLessThanOrEqual(told + 1);
    told = found;
    const quarantine = Object.keys(await contents(tab)).filter((key) => key.startsWith('xueshi/q/'));
    expect(quarantine).toEqual([]);
    if (told >= ENTRIES + SAVES) break;

    const crashed = tab.waitForEvent('crash');
    startSaving(tab);
    seed = (seed * 48271) % 2147483647;
    await new Promise((go) => setTimeout(go, 20 + (seed % 1000)));
    expect(await within(20, kill(browser)), 'the browser names its processes').toBe(true);
    // A page that was not hit goes on until it is closed, and its round is not counted.
    if (await within(10, crashed)) kills += 1;
    // The browser may never confirm that a dead page is closed; it saves nothing any more.
    await within(10, tab.close());
  }
  errors.length = 0;
  test.info().annotations.push({ type: 'kills', description: String(kills) });
  expect(kills, 'not all in one go').toBeGreaterThan(10);
  console.log(`${kills} kills in ${told - ENTRIES} saves`);
});
