// 长辈版: type from 18 to 30 px, every control 60 px, lines with room, nothing cut off.
import type { Page } from '@playwright/test';
import { violations } from './support/accessibility';
import { SCREENS } from './support/app';
import { fixture } from './support/people';
import { expect, test } from './support/test';

/** Text that is too small, too large or too tight; controls that are too low; what is too wide. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = (element: Element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && box.height > 1 && element.checkVisibility({ visibilityProperty: true });
    };
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className} ${(element.textContent ?? '').trim().slice(0, 20)}`;
    const found = new Set<string>();
    for (const element of document.body.querySelectorAll('*')) {
      if (!shown(element)) continue;
      const style = getComputedStyle(element);
      const size = Number.parseFloat(style.fontSize);
      const speaks = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '');
      // The drawing's own texts are its twin table's affair; the A4 sheets are paper.
      if (speaks && !element.closest('svg, .sheets, option')) {
        if (size < 18 || size > 30) found.add(`${size}px: ${name(element)}`);
        const leading = Number.parseFloat(style.lineHeight) / size;
        if (leading < 1.299) found.add(`line height ${leading}: ${name(element)}`);
      }
      if (element.matches('button, select, summary, nav a, input:not([type=checkbox], [type=radio]), textarea')) {
        const height = element.getBoundingClientRect().height;
        if (height < 59.5) found.add(`${height}px high: ${name(element)}`);
      }
    }
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over > 0) {
      const widest = [...document.querySelectorAll('main *')].filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1);
      found.add(`${over}px too wide: ${widest.map(name).slice(-2).join(' | ')}`);
    }
    return [...found];
  });
}

for (const width of [1280, 360]) {
  test(`large text fits everywhere (${width})`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await app.open('data');
    await app.id('size-select').selectOption('large');
    await app.setProfile({ city: 'huaibei' });
    await app.import(fixture('wang-huaibei', 'paste.tsv').toString());
    for (const language of ['zh-CN', 'en'] as const) {
      await app.go('data');
      await app.setLanguage(language);
      for (const screen of SCREENS) {
        await app.go(screen);
        if (screen === '') await app.uncounted();
        expect.soft(await misfits(page), `${screen || 'overview'} ${language}`).toEqual([]);
      }
      expect.soft(await violations(page), language).toEqual([]);
      await app.go('records');
      await app.id('record-add').click();
      expect.soft(await misfits(page), `form ${language}`).toEqual([]);
      await page.keyboard.press('Escape');
    }
  });
}

test('the size stays after a reload', async ({ app, page }) => {
  await app.open('data');
  await app.id('size-select').selectOption('large');
  await app.reload();
  await expect(page.locator('html')).toHaveAttribute('data-size', 'large');
  await expect(app.id('size-select')).toHaveValue('large');
});
