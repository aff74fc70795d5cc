// Measures the release page in Chromium; `cargo xtask bench` builds and serves what it needs.
//
//   APP=address EMPTY=address BOOKS=folder CHROMIUM=program node page.mjs LOADS REPETITIONS
//
// Prints one line of JSON with every sample.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import { acts, saves } from './page/acts.mjs';
import { probe } from './page/probe.mjs';
import { starts } from './page/starts.mjs';

// The driver is the journeys' own.
const { chromium } = createRequire(new URL('../e2e/package.json', import.meta.url))('playwright-core');

const TODAY = '2026-11-21T10:00:00+08:00';
const PATIENCE = 30_000;
const SLOWDOWNS = [1, 4];
const address = { app: process.env.APP, empty: process.env.EMPTY };
const [loads, repetitions] = process.argv.slice(2).map(Number);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || undefined,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run', '--disable-component-update', '--disable-sync'],
});

/** One context for each book, with the book stored as the page itself would store it. */
const contexts = new Map();

async function contextOf(which, entries) {
  const name = `${which} ${entries}`;
  if (!contexts.has(name)) {
    const context = await browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1280, height: 860 },
      serviceWorkers: 'block',
    });
    context.setDefaultTimeout(PATIENCE);
    if (entries) await store(context, JSON.parse(fs.readFileSync(`${process.env.BOOKS}/book-${entries}.json`, 'utf8')));
    await context.addInitScript(probe, TODAY);
    contexts.set(name, context);
  }
  return contexts.get(name);
}

/** Puts texts into the storage, and waits until another page of the same origin finds them all. */
async function store(context, texts) {
  const blank = new URL('/blank', address.app).href;
  await context.route(blank, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
  const writer = await context.newPage();
  await writer.goto(blank);
  await writer.evaluate((texts) => Object.entries(texts).forEach(([key, text]) => localStorage.setItem(key, text)), texts);
  const reader = await context.newPage();
  await reader.goto(blank);
  const all = (texts) => Object.entries(texts).every(([key, text]) => localStorage.getItem(key) === text);
  await reader.waitForFunction(all, texts, { polling: 100 });
  await writer.close();
  await reader.close();
  await context.unroute(blank);
}

const lab = {
  /** Opens a page and waits until it has shown its verdict. */
  async open(which, entries, slowdown) {
    const context = await contextOf(which, entries);
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error('page error:', String(error)));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    await page.goto(address[which], { waitUntil: 'load' });
    const isShown = () => bench.shownAt !== null && performance.getEntriesByName('first-contentful-paint').length > 0;
    await page.waitForFunction(isShown, undefined, { polling: 50 });
    if (which === 'app') {
      // The second part begins its own work, whose tasks count, too.
      await page.waitForSelector('[data-testid="storage-state"][data-rest="here"]', { state: 'attached' });
      const state = await page.locator('[data-testid="storage-state"]').getAttribute('data-value');
      if (state !== 'saved') throw new Error(`the book of ${entries} entries is ${state} at the start`);
    }
    // Long tasks are reported a little after they end.
    await page.waitForTimeout(100);
    return page;
  },

  /** What JavaScript holds once the garbage is collected; WebAssembly's memory is not part of it. */
  async heap(page) {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize').value;
  },
};

const kinds = [{ entries: null }, { entries: 0 }, { entries: 1000 }, { entries: 10000 }];
/** Says on the terminal what is being measured. */
const say = (what) => console.error(`bench: ${what}`);

const results = { chromium: browser.version() };
say('starts of the page');
results.starts = await starts(lab, loads, SLOWDOWNS, kinds);
results.acts = [];
for (const slowdown of SLOWDOWNS) {
  say(`acts on 10,000 entries, ${slowdown}× slower`);
  results.acts.push(...(await acts(lab, Math.ceil(repetitions / slowdown), slowdown, 10000)));
}
say('what saves write');
results.saves = [];
for (const entries of [100, 1000, 10000]) results.saves.push(await saves(lab, 3, entries));
await browser.close();
console.log(JSON.stringify(results));
