import { chromium } from 'playwright-core';
import fs from 'node:fs';
const url = 'http://127.0.0.1:9431/xueshi/';
const out = '/tmp/elig-shots';
fs.mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
const all = [[1280, 'light', 'zh-CN'], [390, 'dark', 'zh-CN'], [1280, 'dark', 'en'], [390, 'light', 'en']];
for (const [w, scheme, lang] of all) {
  const context = await browser.newContext({ viewport: { width: w, height: w > 500 ? 860 : 844 }, colorScheme: scheme });
  const page = await context.newPage();
  page.on('console', m => { if (m.type() === 'error') console.log('console', m.text().slice(0, 400)); });
  page.on('pageerror', e => console.log('pageerror', String(e).slice(0, 400)));
  await page.clock.setFixedTime(new Date(process.env.TODAY ?? '2026-12-01T10:42:00+08:00'));
  await page.goto(url + '#/data');
  await page.getByTestId('lang-select').selectOption(lang);
  const shot = async name => { await page.waitForTimeout(250); await page.screenshot({ path: `${out}/${name}-${w}-${scheme}-${lang}.png`, fullPage: true });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth); if (over > 0) console.log(name, w, 'overflow', over); };
  await page.goto(url + '#/eligibility');
  await page.getByTestId('c-title-sought').waitFor();
  await page.getByTestId('c-title-sought').selectOption('senior');
  await page.getByTestId('c-application-year').selectOption('2026');
  await shot('empty');
  if (w < 500) { await page.getByTestId('nav-more').click(); await page.waitForTimeout(100); await page.screenshot({ path: `${out}/more-${w}-${scheme}-${lang}.png` }); await page.getByTestId('more-data').click(); }
  await page.goto(url + '#/data');
  await page.getByTestId('demo-start').click();
  await page.waitForTimeout(400);
  await page.goto(url + '#/eligibility');
  await shot('demo');
  await page.getByTestId('checklist-row').first().locator('summary').click();
  await page.getByTestId('cycle-uncounted-open').click();
  await shot('demo-open');
  await page.goto(url + '#/pack');
  await shot('pack');
  await context.close();
}
await browser.close();
