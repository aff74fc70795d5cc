// Work in one tab, as fast as the page allows: carried out within the page, so that several tabs are
// at it at the same time, in any browser and by any driver.

/**
 * Clicks through the form without waiting in between, as no person could. Of five acts three add an
 * entry, one edits the last added, one deletes the first. Tells the titles.
 */
export async function work({ tab, acts }) {
  const find = (id, within = document) => within.querySelector(`[data-testid="${id}"]`);
  const wait = async (what, name) => {
    for (let turn = 0; turn < 2000; turn += 1) {
      const found = what();
      if (found) return found;
      await new Promise((go) => setTimeout(go, 5));
    }
    throw new Error(`waited in vain: ${name}`);
  };
  const pause = () => new Promise((go) => setTimeout(go, 10));
  const type = async (id, text) => {
    const field = await wait(() => find(id), id);
    field.value = text;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  };
  const save = async () => {
    find('f-save').click();
    await wait(() => !find('f-save'), 'the form to close');
    await pause();
  };
  const row = (title) =>
    [...document.querySelectorAll('[data-testid=record-row]')].find((row) => row.querySelector('.title').textContent.includes(title));
  const edited = [];
  const deleted = [];
  const remaining = [];
  let added = 0;
  for (let act = 0; act < acts; act += 1) {
    if (act % 5 === 3) {
      await type('records-search', `${tab}-${act - 1}-`);
      const found = await wait(() => row(`${tab}-${act - 1}-`), 'the row to edit');
      find('record-edit', found).click();
      await type('f-hours', '9');
      await save();
      edited.push(`${tab}-${act - 1}-`);
    } else if (act % 5 === 4) {
      await type('records-search', `${tab}-${act - 4}-`);
      const found = await wait(() => row(`${tab}-${act - 4}-`), 'the row to delete');
      find('record-delete', found).click();
      await wait(() => !row(`${tab}-${act - 4}-`), 'the row to go');
      deleted.push(`${tab}-${act - 4}-`);
    } else {
      find('record-add').click();
      await type('f-title', `${tab}-${act}-`);
      await type('f-subject', 'public');
      await type('f-hours', '1');
      await type('f-end', '2026-03-05');
      await save();
      if (act % 5) remaining.push(`${tab}-${act}-`);
      added += 1;
    }
  }
  await type('records-search', '');
  return { added, edited, deleted, remaining };
}

/** What must be there when every tab has done its work, and what is amiss; empty when all is well. */
export function amiss(entries, done, before) {
  const titles = entries.map((entry) => entry.title);
  const hours = new Map(entries.map((entry) => [entry.title, entry.hours]));
  const all = (name) => done.flatMap((work) => work[name]);
  return {
    twice: titles.filter((title, index) => titles.indexOf(title) !== index),
    missing: [...before, ...all('remaining')].filter((title) => !hours.has(title)),
    back: all('deleted').filter((title) => hours.has(title)),
    unedited: all('edited').filter((title) => hours.get(title) !== '9'),
    strange: titles.filter((title) => ![...before, ...all('remaining')].includes(title)),
  };
}

export const NOTHING_AMISS = { twice: [], missing: [], back: [], unedited: [], strange: [] };
