// A mistake of the program itself: the person gets a page, in both languages, with the raw data.
import fs from 'node:fs/promises';
import { App } from './support/app';
import { contents } from './support/storage';
import { professional, table } from './support/table';
import { expect, test } from './support/test';

test('a panic shows a page with the raw data, and the records are there after it', async ({ app, page, errors }) => {
  await app.open('records');
  await app.import(table([professional(2026, 10)]));
  await app.expectState('saved');
  const stored = await contents(page);
  // The browser breaks its word once: it refuses to make an element, which no program reckons with.
  await page.evaluate(() => {
    const real = Node.prototype.cloneNode;
    const create = Document.prototype.createElement;
    const mend = () => {
      Node.prototype.cloneNode = real;
      Document.prototype.createElement = create;
    };
    Node.prototype.cloneNode = Document.prototype.createElement = () => {
      mend();
      throw new Error('out of elements');
    };
  });
  await app.id('nav-rules').click();
  await expect(app.id('panic-page')).toBeVisible();
  for (const text of ['程序出错', 'The program stopped', '下载原始数据', 'Download the raw data']) {
    await expect(app.id('panic-page')).toContainText(text);
  }
  const download = page.waitForEvent('download');
  await app.id('panic-download').click();
  const raw = JSON.parse(await fs.readFile(await (await download).path(), 'utf8'));
  expect(raw).toEqual(stored);
  expect(JSON.parse(await app.id('panic-raw').inputValue())).toEqual(stored);
  errors.length = 0;

  await app.id('panic-reopen').click();
  await app.ready();
  await app.go('records');
  await expect(app.rows()).toHaveCount(1);
});

test('a panic before anything is drawn shows the same page', async ({ app, page, context, errors }) => {
  await app.open('records');
  await app.import(table([professional(2026, 10)]));
  await app.expectState('saved');
  const stored = await contents(page);
  const tab = await context.newPage();
  // The browser breaks its word at the first element.
  await tab.addInitScript(() => {
    const real = Node.prototype.cloneNode;
    const create = Document.prototype.createElement;
    Node.prototype.cloneNode = Document.prototype.createElement = () => {
      Node.prototype.cloneNode = real;
      Document.prototype.createElement = create;
      throw new Error('out of elements');
    };
  });
  await tab.goto('./#/records');
  const broken = new App(tab);
  await expect(broken.id('panic-page')).toBeVisible();
  await expect(broken.id('panic-page')).toContainText('程序出错');
  await expect(broken.id('panic-page')).toContainText('The program stopped');
  expect(JSON.parse(await broken.id('panic-raw').inputValue())).toEqual(stored);
  errors.length = 0;
});
