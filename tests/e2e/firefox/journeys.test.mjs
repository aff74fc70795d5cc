// The main journeys in Firefox, whose storage, locks and events are of another make.
import assert from 'node:assert/strict';
import test from 'node:test';
import { NOTHING_AMISS, amiss, work } from '../support/busy.mjs';
import { App, start } from './app.mjs';

/** A journey in a browser of its own. */
function journey(name, settings, run) {
  return [name, { timeout: 240_000 }, async () => {
    const browser = await start(settings);
    try {
      await run(browser);
    } finally {
      await browser.close();
    }
  }];
}

test(...journey('an entry is there after a reload, and the verdict counts it', {}, async (browser) => {
  const app = await App.open(browser);
  await app.add('六十学时', '60');
  await app.add('三十学时', '30', 'public');
  await app.expect('storage-state', 'saved');
  await app.page.reload();
  await app.expect('records-count', '2');
  assert.deepEqual((await app.titles()).sort(), ['三十学时', '六十学时']);
  await app.go('');
  await app.set('year-select', '2025');
  // 60 of 60 professional and 90 of 90 in all.
  await app.expect('verdict', 'met');
  await app.expect('fact-total', '90');
}));

test(...journey('a backup brings everything back into an empty browser', {}, async (browser) => {
  const app = await App.open(browser);
  await app.add('带走的', '6');
  await app.go('data');
  const text = await app.backup();
  assert.deepEqual(JSON.parse(text).entries.map((entry) => entry.title), ['带走的']);
  await app.page.evaluate(() => localStorage.clear());
  await app.page.reload();
  await app.expect('storage-state', 'saved');
  await app.set('restore-text', text);
  await app.expect('restore-new', '1');
  await app.click('restore-confirm');
  await app.go('records');
  await app.expect('records-count', '1');
  assert.deepEqual(await app.titles(), ['带走的']);
}));

// Sites may keep nothing: reading localStorage throws. Or there is none: it is null.
for (const settings of [{ 'network.cookie.cookieBehavior': 2 }, { 'dom.storage.enabled': false }]) {
  test(...journey(`with storage forbidden by ${Object.keys(settings)[0]} the app runs, says so, and gives a copy`, settings, async (browser) => {
    const app = await App.open(browser);
    await app.expect('storage-state', 'blocked');
    await app.add('只在本页', '6');
    assert.deepEqual(await app.titles(), ['只在本页']);
    await app.expect('storage-state', 'blocked');
    await app.go('data');
    assert.equal(JSON.parse(await app.backup()).entries.length, 1);
  }));
}

test(...journey('with storage full the change stays, a copy can be taken, and it goes out when there is room', {}, async (browser) => {
  const app = await App.open(browser);
  await app.add('早先的', '6');
  await app.expect('storage-state', 'saved');
  await app.page.evaluate(() => {
    for (let size = 1 << 20, number = 0; size >= 1; ) {
      try {
        localStorage.setItem(`filler-${number}`, 'x'.repeat(size));
        number += 1;
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await app.add('放不下的'.repeat(40), '6');
  await app.expect('storage-state', 'full');
  await app.expect('records-count', '2');
  await app.go('data');
  assert.equal(JSON.parse(await app.backup()).entries.length, 2);
  await app.page.evaluate(() => localStorage.removeItem('filler-0'));
  await app.click('save-again');
  await app.expect('storage-state', 'saved');
  await app.page.reload();
  await app.go('records');
  await app.expect('records-count', '2');
}));

for (const [names, acts] of [
  [['甲', '乙'], 250],
  [['甲', '乙', '丙'], 170],
]) {
  test(...journey(`${names.length} windows add, edit and delete ${names.length * acts} times among each other, and lose nothing`, {}, async (browser) => {
    const first = await App.open(browser);
    await first.add('从前的', '1');
    await first.expect('storage-state', 'saved');
    const apps = [first];
    while (apps.length < names.length) apps.push(await App.open(browser));
    const done = await Promise.all(apps.map((app, index) => app.page.evaluate(work, { tab: names[index], acts })));
    for (const app of apps) await app.expect('storage-state', 'saved');
    const last = await App.open(browser, 'data');
    await last.expect('storage-state', 'saved');
    const { entries } = JSON.parse(await last.backup());
    assert.deepEqual(amiss(entries, done, ['从前的']), NOTHING_AMISS);
  }));
}
