// Takes the screenshots of docs/screens/ from the release build; `cargo xtask screens` runs it.
// ALL=folder takes every screen at both widths, languages and themes into that folder instead.
import fs from 'node:fs';
import { chromium } from 'playwright-core';

const url = process.env.XUESHI_URL;
const today = new Date('2026-11-21T10:42:00+08:00');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || undefined,
  args: ['--no-sandbox', '--disable-gpu'],
});

async function withDemo({ width, theme, language }, act) {
  const viewport = { width, height: width > 500 ? 860 : 844 };
  const context = await browser.newContext({ viewport, colorScheme: theme, locale: 'zh-CN' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error('page error:', String(error)));
  await page.clock.setFixedTime(today);
  await page.goto(`${url}#/data`);
  await page.getByTestId('lang-select').selectOption(language);
  await page.getByTestId('demo-start').click();
  await page.getByTestId('demo-end').waitFor();
  await act(page);
  await context.close();
}

const go = async (page, place) => {
  await page.goto(`${url}#/${place}`);
  await page.locator('main h1').first().waitFor();
};

const paste = async (page) => {
  await go(page, 'records');
  await page.getByTestId('import-open').click();
  const book = new URL('../fixtures/wang-huaibei/paste.tsv', import.meta.url);
  await page.getByTestId('import-text').fill(fs.readFileSync(book, 'utf8'));
  await page.getByTestId('import-row').first().waitFor();
};

if (process.env.ALL) {
  const folder = process.env.ALL;
  fs.mkdirSync(folder, { recursive: true });
  for (const width of [1280, 390])
    for (const theme of ['light', 'dark'])
      for (const language of ['zh-CN', 'en'])
        await withDemo({ width, theme, language }, async (page) => {
          const shot = (name, fullPage = true) =>
            page.screenshot({ path: `${folder}/${name}-${width}-${theme}-${language}.png`, fullPage });
          await go(page, '');
          await shot('overview');
          await page.getByTestId('explain-open').click();
          await shot('explain');
          const places = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.hash.slice(2)));
          for (const place of places.filter(Boolean)) {
            await go(page, place);
            await shot(place);
          }
          await go(page, 'records');
          await page.getByTestId('record-add').click();
          await page.getByTestId('f-save').click();
          await shot('form', false);
          await page.getByTestId('f-discard').click();
          await paste(page);
          await shot('import', false);
        });
} else {
  const folder = new URL('../../docs/screens/', import.meta.url).pathname;
  fs.mkdirSync(folder, { recursive: true });
  await withDemo({ width: 1280, theme: 'light', language: 'zh-CN' }, async (page) => {
    await go(page, '');
    await page.screenshot({ path: `${folder}overview.png` });
    await go(page, 'eligibility');
    await page.screenshot({ path: `${folder}title-check.png` });
    await go(page, 'pack');
    await page.locator('[data-testid=pack-preview][data-value=ready]').waitFor();
    await page.getByTestId('sheet').nth(1).scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${folder}pack.png` });
    await paste(page);
    await page.screenshot({ path: `${folder}import.png` });
  });
  await withDemo({ width: 390, theme: 'dark', language: 'zh-CN' }, async (page) => {
    await go(page, '');
    await page.screenshot({ path: `${folder}overview-phone.png` });
  });
  await withDemo({ width: 1280, theme: 'light', language: 'en' }, async (page) => {
    await go(page, '');
    await page.getByTestId('explain-open').click();
    await page.getByTestId('uncounted-row').first().scrollIntoViewIfNeeded();
    await page.screenshot({ path: `${folder}explain-english.png` });
  });
}
await browser.close();
