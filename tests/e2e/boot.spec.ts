import { expect, test } from '@playwright/test';

test('the page opens under a sub-path, asks no other origin, and takes its boot screen away', async ({ page, baseURL }) => {
  const errors: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto('./');
  await expect(page.locator('#app > *').first()).toBeVisible();
  await expect(page.locator('#boot')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  expect(errors).toEqual([]);
  expect(requests.filter((url) => !url.startsWith(baseURL!))).toEqual([]);
});

test('the manifest and its icon are where the page says', async ({ page, request }) => {
  await page.goto('./');
  const manifest = await page.locator('link[rel=manifest]').evaluate((link: HTMLLinkElement) => link.href);
  const found = await request.get(manifest);
  expect(found.ok()).toBe(true);
  for (const icon of (await found.json()).icons) {
    expect((await request.get(new URL(icon.src, manifest).href)).ok()).toBe(true);
  }
});

test('without JavaScript the page says what it needs', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.locator('noscript p')).toBeVisible();
  await context.close();
});
