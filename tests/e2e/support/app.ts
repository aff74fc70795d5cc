// The app as a person meets it: what can be read off its screens and done on them.
import { type BrowserContext, type Locator, type Page, expect } from '@playwright/test';

/** The amounts and days of one year on the overview, under the names of the fixtures. */
export const FIGURES = {
  verdict: 'verdict',
  professional: 'fact-professional',
  public: 'fact-public',
  transfer: 'fact-transfer',
  total: 'fact-total',
  uncounted: 'fact-uncounted',
  planned: 'fact-planned',
  need_professional: 'need-professional',
  need_public: 'need-public',
  need_any: 'need-any',
  deadline_professional: 'deadline-professional',
  deadline_public: 'deadline-public',
} as const;

export type Figures = Record<keyof typeof FIGURES, string>;

/** A year's figures carry the prefix `prev-` where it stands beside the chosen one. */
export type Which = '' | 'prev-';

export type Screen = '' | 'records' | 'plan' | 'eligibility' | 'pack' | 'rules' | 'data';
export const SCREENS: Screen[] = ['', 'records', 'plan', 'eligibility', 'pack', 'rules', 'data'];

/** Moves the clock to 10:00 of a day in China, or to a given moment. */
export function setClock(context: BrowserContext, moment: string): Promise<void> {
  return context.clock.setFixedTime(new Date(moment.includes('T') ? moment : `${moment}T10:00:00+08:00`));
}

export class App {
  constructor(readonly page: Page) {}

  id(testId: string): Locator {
    return this.page.getByTestId(testId);
  }

  /** The value of an element that carries one. */
  async value(testId: string): Promise<string | null> {
    return this.id(testId).getAttribute('data-value');
  }

  async values(testId: string): Promise<(string | null)[]> {
    return this.id(testId).evaluateAll((found) => found.map((one) => one.getAttribute('data-value')));
  }

  /** Starts the app at a screen. */
  async open(screen: Screen = ''): Promise<void> {
    await this.page.goto(`./#/${screen}`);
    await this.ready();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** Both parts of the page are here. */
  async ready(): Promise<void> {
    await expect(this.id('storage-state')).toHaveAttribute('data-rest', 'here');
  }

  /** Goes to a screen by the navigation. */
  async go(screen: Screen): Promise<void> {
    const link = this.id(`nav-${screen}`);
    if (await link.isVisible()) {
      await link.click();
    } else {
      // On a phone the rarer screens lie behind "more".
      await this.id('nav-more').click();
      await this.id(`more-${screen}`).click();
    }
    await expect(link).toHaveAttribute('aria-current', 'page');
  }

  async expectState(state: string): Promise<void> {
    await expect(this.id('storage-state')).toHaveAttribute('data-value', state);
  }

  // Overview

  async chooseYear(year: number | string): Promise<void> {
    await this.id('year-select').selectOption(String(year));
  }

  async figures(which: Which = ''): Promise<Figures> {
    const read = async (id: string) => (await this.value(which + id)) ?? '';
    const pairs = Object.entries(FIGURES).map(async ([name, id]) => [name, await read(id)]);
    return Object.fromEntries(await Promise.all(pairs));
  }

  /** Waits until the figures of a year are the expected ones; names left out are not looked at. */
  async expectFigures(expected: Partial<Record<keyof Figures, string | null>>, which: Which = ''): Promise<void> {
    const wanted = Object.fromEntries(Object.entries(expected).filter(([name, value]) => name in FIGURES && value !== null));
    await expect.poll(() => this.figures(which)).toMatchObject(wanted);
  }

  /** The list of what does not count, opened if need be. */
  async uncounted(which: Which = ''): Promise<{ title: string; reason: string; hours: string }[]> {
    const explain = this.id(`${which}explain-open`);
    if ((await explain.getAttribute('aria-expanded')) === 'false') await explain.click();
    await expect(this.id(`${which}clause-row`).first()).toBeVisible();
    return this.id(`${which}uncounted-row`).evaluateAll((rows) =>
      rows.map((row) => ({
        title: row.querySelector('b')!.textContent!,
        reason: row.getAttribute('data-value')!,
        hours: row.getAttribute('data-hours')!,
      })),
    );
  }

  // Records

  rows(): Locator {
    return this.id('record-row');
  }

  row(title: string): Locator {
    return this.rows().filter({ has: this.page.getByText(title, { exact: true }) });
  }

  async titles(): Promise<string[]> {
    return this.rows().evaluateAll((rows) => rows.map((row) => row.querySelector('.title button')!.textContent!));
  }

  /** Fills fields of the open form: `{ title: '…', subject: 'public' }`. */
  async fill(fields: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      const field = this.id(`f-${name}`);
      const isChoice = await field.evaluate((element) => element.tagName === 'SELECT');
      await (isChoice ? field.selectOption(value) : field.fill(value));
    }
  }

  async save(): Promise<void> {
    await this.id('f-save').click();
    await expect(this.id('f-save')).toBeHidden();
  }

  /** Adds an entry on the records screen. */
  async add(fields: Record<string, string>): Promise<void> {
    await this.id('record-add').click();
    await this.fill(fields);
    await this.save();
  }

  // Import

  /** Lays a table on the desk at once: the driver's own typing of long texts takes minutes. */
  async paste(table: string): Promise<void> {
    await this.id('import-open').click();
    await this.id('import-text').evaluate((area: HTMLTextAreaElement, text) => {
      area.value = text;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, table);
  }

  async upload(name: string, buffer: Buffer): Promise<void> {
    await this.id('import-open').click();
    await this.id('import-file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  }

  async importRows(): Promise<{ line: number; verdict: string; column: string | null }[]> {
    await expect(this.id('import-row').first()).toBeVisible();
    return this.id('import-row').evaluateAll((rows) =>
      rows.map((row) => ({
        line: Number(row.getAttribute('data-line')),
        verdict: row.getAttribute('data-value')!,
        column: row.getAttribute('data-column'),
      })),
    );
  }

  async confirmImport(): Promise<void> {
    await this.id('import-confirm').click();
    await expect(this.id('import-confirm')).toBeHidden();
  }

  /** Pastes a table on the records screen and takes what is new. */
  async import(table: string): Promise<void> {
    await this.go('records');
    await this.paste(table);
    await this.confirmImport();
  }

  // Title check

  /** Chooses what the title check looks at: `{ 'title-sought': 'senior' }`. */
  async chooseCycle(fields: Record<string, string>): Promise<void> {
    await this.go('eligibility');
    for (const [name, value] of Object.entries(fields)) {
      await this.id(`c-${name}`).selectOption(value);
      await expect(this.id(`c-${name}`)).toHaveValue(value);
    }
  }

  /** The rows of the matrix as `year: total verdict`. */
  async cycleYears(): Promise<string[]> {
    return this.id('cycle-year-row').evaluateAll((rows) =>
      rows.map((row) => `${row.getAttribute('data-year')}: ${row.getAttribute('data-total')} ${row.getAttribute('data-value')}`),
    );
  }

  // Data

  /** Sets choices or texts of the profile: `{ city: 'luan' }`. */
  async setProfile(fields: Record<string, string>): Promise<void> {
    await this.go('data');
    for (const [name, value] of Object.entries(fields)) {
      const field = this.id(`p-${name}`);
      const isChoice = await field.evaluate((element) => element.tagName === 'SELECT');
      await (isChoice ? field.selectOption(value) : field.fill(value));
    }
    await this.id('p-save').click();
    await expect(this.page.locator('.notice')).toBeVisible();
  }

  async setLanguage(code: 'zh-CN' | 'en'): Promise<void> {
    await this.go('data');
    await this.id('lang-select').selectOption(code);
    await expect(this.page.locator('html')).toHaveAttribute('lang', code);
  }
}
