// The renderer's process is killed, as by the system, again and again during two hundred saves.
import type { Browser, Page } from '@playwright/test';
import { App } from './support/app';
import { contents } from './support/storage';
import { professional, table } from './support/table';
import { expect, test } from './support/test';

const SAVES = 200;

async function renderers(browser: Browser): Promise<number[]> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter((process) => process.type === 'renderer').map((process) => process.id);
}

/** Adds copies of the first entry, one save after the other, and reports each that is saved. */
function startSaving(page: Page): void {
  const running = page.evaluate(async () => {
    const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`);
    const pause = () => new Promise((go) => setTimeout(go, 0));
    for (;;) {
      find('record-duplicate')!.click();
      while (!find('f-save')) {
        await pause();
        if (!find('f-save')) find('record-duplicate')!.click();
      }
      find('f-save')!.click();
      while (find('f-save') || find('storage-state')!.dataset.value !== 'saved') await pause();
      await (window as unknown as { saved: (count: number) => Promise<void> }).saved(Number(find('records-count')!.dataset.value));
    }
  });
  // It ends with its process.
  running.catch(() => {});
}

test(`killed at random among ${SAVES} saves, the book is each time the old one or the new one, whole`, async ({ app, page, context, browser, errors }) => {
  test.fixme(true, 'not yet seen to end: its time for two hundred kills has to be measured first');
  test.setTimeout(600_000);
  await app.open('records');
  const rows = Array.from({ length: 150 }, (_, index) => professional(2026, 1, { 项目名称: `第 ${index} 项`, 备注: '长'.repeat(200) }));
  await app.import(table(rows));
  await app.expectState('saved');
  await page.close();
  let told = 150;
  await context.exposeBinding('saved', (_, count: number) => void (told = count));
  let kills = 0;
  let seed = 20261121;
  while (told < 150 + SAVES) {
    const before = await renderers(browser);
    const tab = await context.newPage();
    const victim = new App(tab);
    await victim.open('records');
    const [pid] = (await renderers(browser)).filter((id) => !before.includes(id));
    expect(pid, 'a process of its own').toBeTruthy();
    const crashed = tab.waitForEvent('crash');
    startSaving(tab);
    seed = (seed * 48271) % 2147483647;
    await new Promise((go) => setTimeout(go, 20 + (seed % 1500)));
    process.kill(pid, 'SIGKILL');
    await crashed;
    await tab.close();
    kills += 1;

    const after = new App(await context.newPage());
    await after.open('records');
    await after.expectState('saved');
    const found = Number(await after.value('records-count'));
    // What was said to be saved is there, and at most the one save that was under way besides.
    expect(found).toBeGreaterThanOrEqual(told);
    expect(found).toBeLessThanOrEqual(told + 1);
    told = found;
    const quarantine = Object.keys(await contents(after.page)).filter((key) => key.startsWith('xueshi/q/'));
    expect(quarantine).toEqual([]);
    await after.page.close();
  }
  errors.length = 0;
  test.info().annotations.push({ type: 'kills', description: String(kills) });
  console.log(`${kills} kills in ${told - 150} saves`);
});
