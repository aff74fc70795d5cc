// What a person does with a long book: from the input to the frame that shows its result.

const id = (name) => `[data-testid="${name}"]`;
const CLOSED = { selector: 'dialog[open]', is: false };

class Hand {
  constructor(page) {
    this.page = page;
    this.results = new Map();
  }

  /** Times one act; what it needs beforehand is not counted. */
  async time(name, type, expected, act) {
    const timed = this.page.evaluate(([type, expected]) => {
      bench.tasks.length = 0;
      return bench.timed(type, expected);
    }, [type, expected]);
    await act();
    const taken = await timed;
    // The save follows in its own turn; its task counts, too.
    await this.page.waitForTimeout(60);
    const longest = await this.page.evaluate(() => Math.max(0, ...bench.tasks));
    const result = this.results.get(name) ?? { name, taken: [], longest: [] };
    this.results.set(name, result);
    result.taken.push(taken);
    result.longest.push(longest);
  }

  /** A click without the driver's own waiting for things to hold still. */
  click(selector) {
    return this.page.locator(selector).first().click({ force: true, noWaitAfter: true });
  }

  attribute(selector, name) {
    return this.page.locator(selector).first().getAttribute(name);
  }

  /** Puts a text into a field as typing does, at once. */
  async fill(fields) {
    for (const [name, text] of Object.entries(fields)) await this.page.locator(id(`f-${name}`)).fill(text);
  }

  /** Fills the open form with an entry of its own; gives the selector of the row that it will have. */
  async fillNew(round) {
    const title = `测量 ${round}。`;
    await this.fill({ title, end: '2026-11-20', hours: '3' });
    return `${id('record-row')}:has(button[aria-label*="${title}"])`;
  }

  async count() {
    return Number(await this.attribute(id('records-count'), 'data-value'));
  }
}

async function addEditDelete(hand, round) {
  const count = await hand.count();
  const now = (number) => ({ selector: id('records-count'), attribute: 'data-value', is: String(number) });
  await hand.time('open the form', 'click', [{ selector: `dialog[open] ${id('f-save')}` }], () => hand.click(id('record-add')));
  const row = await hand.fillNew(round);
  await hand.time('add', 'click', [CLOSED, now(count + 1), { selector: row }], () => hand.click(id('f-save')));
  await hand.click(`${row} ${id('record-edit')}`);
  await hand.fill({ hours: '4.5' });
  const edited = { selector: row, attribute: 'data-hours', is: '4.5' };
  await hand.time('edit', 'click', [CLOSED, edited], () => hand.click(id('f-save')));
  await hand.time('delete', 'click', [now(count)], () => hand.click(`${row} ${id('record-delete')}`));
}

async function filter(hand, round) {
  const changed = async () => ({ selector: id('records-count'), attribute: 'data-value', isNot: String(await hand.count()) });
  const search = hand.page.locator(id('records-search'));
  await hand.time('search', 'input', [await changed()], () => search.fill('水利'));
  await hand.time('clear the search', 'input', [await changed()], () => search.fill(''));
  const year = String(2017 + (round % 9));
  await hand.time('filter by year', 'change', [await changed()], () => hand.page.locator(id('records-year')).selectOption(year));
  await hand.time('all years again', 'change', [await changed()], () => hand.page.locator(id('records-year')).selectOption(''));
}

async function switchYear(hand, round) {
  const year = String(2017 + (round % 9));
  const expected = { selector: id('deadline-professional'), attribute: 'data-value', is: `${year}-12-31` };
  await hand.time('switch year', 'change', [expected], () => hand.page.locator(id('year-select')).selectOption(year));
}

async function switchLanguage(hand, round) {
  const code = round % 2 === 0 ? 'en' : 'zh-CN';
  const expected = { selector: 'html', attribute: 'lang', is: code };
  await hand.time('switch language', 'change', [expected], () => hand.page.locator(id('lang-select')).selectOption(code));
}

export async function acts(lab, rounds, slowdown, entries) {
  const page = await lab.open('app', entries, slowdown);
  const hand = new Hand(page);
  const go = (name, place, selector) => hand.time(name, 'click', [{ selector }], () => hand.click(id(`nav-${place}`)));
  // The first round warms the compilers up and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    if (round === 1) hand.results.clear();
    await go('go to the records', 'records', id('records-count'));
    await addEditDelete(hand, round);
    await filter(hand, round);
    await go('go to the overview', '', id('year-select'));
    await switchYear(hand, round);
    await go('go to the settings', 'data', id('lang-select'));
    await switchLanguage(hand, round);
  }
  await page.close();
  return [...hand.results.values()].map((result) => ({ ...result, slowdown, entries }));
}

/** What each save writes, in UTF-16 units, keys included. */
export async function saves(lab, rounds, entries) {
  const page = await lab.open('app', entries, 1);
  const hand = new Hand(page);
  const stored = await page.evaluate(() => Object.entries(localStorage).reduce((sum, [key, text]) => sum + key.length + text.length, 0));
  const written = { add: [], edit: [], delete: [] };
  await hand.click(id('nav-records'));
  const count = async (act) => {
    await page.evaluate(() => { bench.units = 0; });
    await act();
    await page.waitForFunction(() => bench.units > 0);
    await page.waitForTimeout(150);
    const state = await hand.attribute(id('storage-state'), 'data-value');
    if (state !== 'saved') throw new Error(`the book of ${entries} entries is ${state}`);
    return page.evaluate(() => bench.units);
  };
  // The first save of a day keeps a recovery point and lists the book: once, and not counted.
  for (let round = 0; round <= rounds; round += 1) {
    await hand.click(id('record-add'));
    const row = await hand.fillNew(round);
    const added = await count(() => hand.click(id('f-save')));
    await hand.click(`${row} ${id('record-edit')}`);
    await hand.fill({ hours: '4.5' });
    const edited = await count(() => hand.click(id('f-save')));
    const deleted = await count(() => hand.click(`${row} ${id('record-delete')}`));
    if (round === 0) continue;
    written.add.push(added);
    written.edit.push(edited);
    written.delete.push(deleted);
  }
  await page.close();
  return { entries, stored, ...written };
}
