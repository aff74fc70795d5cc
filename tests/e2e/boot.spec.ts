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
  await expect(page.locator('noscript p').first()).toBeVisible();
  await expect(page.locator('noscript p[lang=en]')).toBeVisible();
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

test('a browser without what the program needs is told so in both languages', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  await context.addInitScript(() => Reflect.deleteProperty(window, 'WebAssembly'));
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.getByText('这个浏览器版本太旧')).toBeVisible();
  await expect(page.getByText('This browser is too old')).toBeVisible();
  await expect(page.getByText('正在打开')).toBeHidden();
  await context.close();
});

test('a file that does not arrive is told, and that the records are untouched', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  await context.route('**/*.wasm', (route) => route.abort());
  const page = await context.newPage();
  await page.goto('./');
  await expect(page.getByText('没能打开')).toBeVisible();
  await expect(page.getByText('Your records are untouched').first()).toBeVisible();
  await context.close();
});

test('inside a chat app the page works and advises to open it in a browser', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50' });
  const page = await context.newPage();
  await page.goto('./');
  const advice = page.locator('#in-app');
  await expect(advice).toBeVisible();
  await expect(page.getByTestId('verdict')).toBeAttached();
  await advice.getByRole('button').click();
  await expect(advice).toHaveCount(0);
  await context.close();
});

test('the page’s own policy forbids scripts written into it', async ({ app, page, errors }) => {
  await app.open();
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(script);
    // What the test driver runs itself is exempt; a timer of the page is not.
    const evaluated = await new Promise((tell) =>
      setTimeout(() => {
        try {
          tell((0, eval)('true'));
        } catch {
          tell(false);
        }
      }),
    );
    return { inline: 'ran' in window, evaluated };
  });
  expect(ran).toEqual({ inline: false, evaluated: false });
  expect(errors.length).toBeGreaterThan(0);
  errors.length = 0;
});
