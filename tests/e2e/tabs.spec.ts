// Two and three tabs of one book, all writing at once: everything is there afterwards.
import { App } from './support/app';
import { expect, test } from './support/test';
import { professional, table } from './support/table';

/** Clicks through the form without waiting in between, as no person could. */
async function work(app: App, tab: string, acts: number): Promise<{ added: number; edited: string[]; deleted: string[]; remaining: string[] }> {
  return app.page.evaluate(
    async ({ tab, acts }) => {
      const find = (id: string, within: ParentNode = document) => within.querySelector<HTMLElement>(`[data-testid="${id}"]`);
      const wait = async <T>(what: () => T | null | undefined | false, name: string): Promise<T> => {
        for (let turn = 0; turn < 2000; turn += 1) {
          const found = what();
          if (found) return found;
          await new Promise((go) => setTimeout(go, 5));
        }
        throw new Error(`waited in vain: ${name}`);
      };
      const pause = () => new Promise((go) => setTimeout(go, 10));
      const type = async (id: string, text: string) => {
        const field = (await wait(() => find(id), id)) as HTMLInputElement;
        field.value = text;
        field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
      };
      const save = async () => {
        find('f-save')!.click();
        await wait(() => !find('f-save'), 'the form to close');
        await pause();
      };
      const row = (title: string) =>
        [...document.querySelectorAll<HTMLElement>('[data-testid=record-row]')].find((row) => row.querySelector('.title')!.textContent!.includes(title));
      const edited: string[] = [];
      const deleted: string[] = [];
      const remaining: string[] = [];
      let added = 0;
      for (let act = 0; act < acts; act += 1) {
        if (act % 5 === 3) {
          await type('records-search', `${tab}-${act - 1}-`);
          const found = await wait(() => row(`${tab}-${act - 1}-`), 'the row to edit');
          find('record-edit', found)!.click();
          await type('f-hours', '9');
          await save();
          edited.push(`${tab}-${act - 1}-`);
        } else if (act % 5 === 4) {
          await type('records-search', `${tab}-${act - 4}-`);
          const found = await wait(() => row(`${tab}-${act - 4}-`), 'the row to delete');
          find('record-delete', found)!.click();
          await wait(() => !row(`${tab}-${act - 4}-`), 'the row to go');
          deleted.push(`${tab}-${act - 4}-`);
        } else {
          find('record-add')!.click();
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
    },
    { tab, acts },
  );
}

for (const [names, acts] of [
  [['甲', '乙'], 250],
  [['甲', '乙', '丙'], 170],
] as [string[], number][]) {
  test(`${names.length} tabs add, edit and delete ${names.length * acts} times among each other, and lose nothing`, async ({ app, context }) => {
    test.setTimeout(600_000);
    await app.open('records');
    await app.import(table([professional(2026, 1, { 项目名称: '从前的' })]));
    const tabs = [app];
    for (const _ of names.slice(1)) {
      const tab = new App(await context.newPage());
      await tab.open('records');
      tabs.push(tab);
    }
    const done = await Promise.all(tabs.map((tab, index) => work(tab, names[index], acts)));
    for (const tab of tabs) await tab.expectState('saved');
    const last = new App(await context.newPage());
    await last.open('data');
    await last.expectState('saved');
    await last.id('backup-text-open').click();
    const entries: { title: string; hours: string }[] = JSON.parse(await last.id('backup-text').inputValue()).entries;
    const found = new Map(entries.map((entry) => [entry.title, entry.hours]));
    const titles = entries.map((entry) => entry.title);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index), 'no entry stands twice').toEqual([]);
    const kept = done.reduce((sum, { added, deleted }) => sum + added - deleted.length, 1);
    const missing = done.flatMap(({ remaining }) => remaining.filter((title) => !found.has(title)));
    expect(missing, 'added and not deleted').toEqual([]);
    expect(entries.length).toBe(kept);
    for (const { edited, deleted } of done) {
      for (const title of deleted) expect(found.has(title), title).toBe(false);
      for (const title of edited) expect(found.get(title), title).toBe('9');
    }
  });
}
