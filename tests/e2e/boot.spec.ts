import { fixture } from './support/people';
import { expect, test } from './support/test';

test('the page opens under a sub-path and takes its boot screen away', async ({ app, page }) => {
  await app.open();
  await expect(page.locator('#app > *').first()).toBeVisible();
  await expect(page.locator('#boot')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
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

test('once open it asks nothing of anyone, and works without a network', async ({ app, context, errors, requests }) => {
  await app.open();
  const before = requests.length;
  await context.setOffline(true);
  await app.setProfile({ city: 'huaibei', name: '张三' });
  await app.import(fixture('wang-huaibei', 'paste.tsv').toString());
  await app.go('');
  await app.uncounted();
  await app.id('uncounted-edit').first().click();
  await app.fill({ remarks: '核对过' });
  await app.save();
  await app.go('rules');
  await app.setLanguage('en');
  await app.expectState('saved');
  // Chromium may ask for the icon again at every address.
  const asked = (url: string) => !url.endsWith('/icon.svg');
  expect(requests.slice(before).filter(asked)).toEqual([]);
  errors.splice(0, errors.length, ...errors.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED')));
  expect(await context.cookies()).toEqual([]);
});
