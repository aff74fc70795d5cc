// The app in Firefox, driven over WebDriver BiDi. One browser with an empty profile for each test.
import puppeteer from 'puppeteer-core';

export const URL = process.env.XUESHI_URL;

/** Starts Firefox with settings of the browser's own, as about:config has them. */
export function start(settings = {}) {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX,
    headless: true,
    extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN', ...settings },
  });
}

export class App {
  constructor(page) {
    this.page = page;
  }

  /** Opens the app in a window of its own: a tab behind another one is slowed down. */
  static async open(browser, screen = 'records') {
    const app = new App(await browser.newPage({ type: 'window' }));
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
      await this.page.waitForSelector(wanted, { timeout: 20_000 });
    } catch {
      throw new Error(`${testId} should be ${value}, and is ${await this.value(testId)}`);
    }
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
