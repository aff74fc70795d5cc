// A browser's storage in trouble, and what lies in a sound one.
import type { BrowserContext, Page } from '@playwright/test';

/** Every use of localStorage is forbidden, as where cookies are blocked. */
export function block(context: BrowserContext): Promise<void> {
  return context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
  });
}

/** From now on every write fails for want of space, under a name or a code that browsers give it. */
export function fill(page: Page, name: string | number): Promise<void> {
  return page.evaluate((name) => {
    Storage.prototype.setItem = () => {
      throw typeof name === 'number' ? { name: '', code: name } : new DOMException('The quota has been exceeded.', name);
    };
  }, name);
}

/** From now on writes seem to succeed, and nothing is kept. */
export function swallow(page: Page): Promise<void> {
  return page.evaluate(() => {
    Storage.prototype.setItem = () => {};
  });
}

/** Writes work again. */
export function mend(page: Page): Promise<void> {
  return page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    Storage.prototype.setItem = (frame.contentWindow as unknown as typeof globalThis).Storage.prototype.setItem;
    frame.remove();
  });
}

export function contents(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));
}

/** Replaces everything kept. */
export function setContents(page: Page, all: Record<string, string>): Promise<void> {
  return page.evaluate((all) => {
    localStorage.clear();
    for (const [key, text] of Object.entries(all)) localStorage.setItem(key, text);
  }, all);
}
