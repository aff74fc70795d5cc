// The app in Firefox, driven over WebDriver BiDi. One browser with an empty profile for each test.
import puppeteer from 'puppeteer-core';

export const URL = process.env.XUESHI_URL;

/** No wait is longer, in milliseconds. */
const WAIT = 20_000;

/** Starts Firefox with settings of the browser's own, as about:config has them. */
export function start(settings = {}) {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX,
    headless: true,
    extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN', ...settings },
  });
}

function setClock(now) {
  const Real = Date;
  window.Date = class extends Real {
    constructor(...parts) {
      super(...(parts.length ? parts : [now]));
    }
    static now() {
      return now;
    }
  };
}

export class App {
  constructor(page) {
    this.page = page;
  }

  /** Opens the app in a window of its own: a tab behind another one is slowed down. `now`, in
   *  milliseconds, is the moment at which the clock stands still there. */
  static async open(browser, screen = 'records', now) {
    const app = new App(await browser.newPage({ type: 'window' }));
    if (now) await app.page.evaluateOnNewDocument(setClock, now);
    await app.page.goto(`${URL}#/${screen}`);
    await app.id('storage-state');
    return app;
  }

  id(testId) {
    return this.page.waitForSelector(`[data-testid="${testId}"]`);
  }

  async click(testId) {
    await this.id(testId);
    await this.page.evaluate((testId) => document.querySelector(`[data-testid="${testId}"]`).click(), testId);
  }

  /** Sets a field as typing or choosing would. */
  async set(testId, text) {
    await this.id(testId);
    await this.page.evaluate(
      (testId, text) => {
        const field = document.querySelector(`[data-testid="${testId}"]`);
        field.value = text;
        field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
      },
      testId,
      text,
    );
  }

  async go(screen) {
    await this.page.evaluate((screen) => (location.hash = `#/${screen}`), screen);
  }

  async value(testId) {
    return (await this.id(testId)).evaluate((found) => found.dataset.value);
  }

  /** Waits until an element carries a value. */
  async expect(testId, value) {
    const wanted = `[data-testid="${testId}"][data-value="${value}"]`;
    try {
      await this.page.waitForSelector(wanted, { timeout: WAIT });
    } catch {
      throw new Error(`${testId} should be ${value}, and is ${await this.value(testId)}`);
    }
  }

  /** Waits until something holds in the page; what is waited for is said when it does not come. */
  async until(what, holds, ...args) {
    try {
      await this.page.waitForFunction(holds, { timeout: WAIT }, ...args);
    } catch {
      throw new Error(`waited for: ${what}`);
    }
  }

  async count(testId) {
    return this.page.evaluate((testId) => document.querySelectorAll(`[data-testid="${testId}"]`).length, testId);
  }

  async expectCount(testId, wanted) {
    const holds = (testId, wanted) => document.querySelectorAll(`[data-testid="${testId}"]`).length === wanted;
    await this.until(`${wanted} of ${testId}`, holds, testId, wanted);
  }

  async titles() {
    return this.page.evaluate(() => [...document.querySelectorAll('[data-testid=record-row] .title button')].map((one) => one.textContent));
  }

  async add(title, hours, subject = 'professional') {
    await this.click('record-add');
    await this.set('f-title', title);
    await this.set('f-subject', subject);
    await this.set('f-hours', hours);
    await this.set('f-year', '2025');
    await this.set('f-end', '2025-03-05');
    await this.click('f-save');
    await this.page.waitForFunction(() => !document.querySelector('[data-testid=f-save]'));
  }

  async backup() {
    await this.click('backup-text-open');
    return (await this.id('backup-text')).evaluate((area) => area.value);
  }
}
