// Two and three tabs of one book, all writing at once: everything is there afterwards.
import { App } from './support/app';
import { NOTHING_AMISS, amiss, work } from './support/busy.mjs';
import { expect, test } from './support/test';
import { professional, table } from './support/table';

for (const [names, acts] of [
  [['甲', '乙'], 250],
  [['甲', '乙', '丙'], 170],
] as [string[], number][]) {
  test(`${names.length} tabs add, edit and delete ${names.length * acts} times among each other, and lose nothing`, async ({ app, context }) => {
    test.setTimeout(240_000);
    await app.open('records');
    await app.import(table([professional(2026, 1, { 项目名称: '从前的' })]));
    const tabs = [app];
    for (const _ of names.slice(1)) {
      const tab = new App(await context.newPage());
      await tab.open('records');
      tabs.push(tab);
    }
    const done = await Promise.all(tabs.map((tab, index) => tab.page.evaluate(work, { tab: names[index], acts })));
    for (const tab of tabs) await tab.expectState('saved');
    const last = new App(await context.newPage());
    await last.open('data');
    await last.expectState('saved');
    await last.id('backup-text-open').click();
    const { entries } = JSON.parse(await last.id('backup-text').inputValue());
    expect(amiss(entries, done, ['从前的'])).toEqual(NOTHING_AMISS);
  });
}
