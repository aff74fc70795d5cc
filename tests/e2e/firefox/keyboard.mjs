// The app by its keyboard alone, in Firefox.

const PRESSES_MAX = 150;

export class Keyboard {
  constructor(app) {
    this.app = app;
    this.page = app.page;
  }

  /** What has the focus; behind the last element of the page the browser's own bars have it. */
  focused() {
    return this.page.evaluate(() => document.hasFocus() && document.activeElement?.getAttribute('data-testid'));
  }

  press(key) {
    return this.page.keyboard.press(key);
  }

  /** Tabs to an element, backwards if told. */
  async to(testId, backwards = false) {
    await this.app.id(testId);
    if (backwards) await this.page.keyboard.down('Shift');
    for (let presses = 0; (await this.focused()) !== testId; presses += 1) {
      if (presses === PRESSES_MAX) throw new Error(`Tab does not reach ${testId}`);
      await this.press('Tab');
    }
    if (backwards) await this.page.keyboard.up('Shift');
  }

  /** Goes to an element and presses it. */
  async act(testId, backwards = false) {
    await this.to(testId, backwards);
    await this.press('Enter');
  }

  async type(testId, text) {
    await this.to(testId);
    await this.page.keyboard.type(text);
  }

  /** Chooses in a list by arrows. */
  async choose(testId, value) {
    await this.to(testId);
    const steps = await this.page.evaluate((value) => {
      const list = document.activeElement;
      return [...list.options].findIndex((option) => option.value === value) - list.selectedIndex;
    }, value);
    for (let step = 0; step < Math.abs(steps); step += 1) await this.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    await this.app.until(`${testId} is ${value}`, (testId, value) => document.querySelector(`[data-testid="${testId}"]`)?.value === value, testId, value);
  }

  /** Pastes as a person does: the text comes from the clipboard. */
  async paste(testId, text) {
    await this.to(testId);
    await this.page.evaluate((text) => navigator.clipboard.writeText(text), text);
    await this.page.keyboard.down('Control');
    await this.press('v');
    await this.page.keyboard.up('Control');
  }
}
