// Nothing is lost: what the app says and does when the browser's storage is blocked, full, lying,
// damaged or newer than the app, when the page dies, and when two tabs are open.
import fs from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { App, setClock } from './support/app';
import { block, contents, fill, mend, setContents, swallow } from './support/storage';
import { professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

const entry = (title: string) => ({ title, subject: 'professional', hours: '6', end: '2026-03-05' });

/** The titles in the copy that the app offers for download. */
async function downloadedTitles(app: App, page: Page): Promise<string[]> {
  const download = page.waitForEvent('download');
  await app.id('backup-download').first().click();
  const text = await fs.readFile(await (await download).path(), 'utf8');
  return JSON.parse(text).entries.map((entry: { title: string }) => entry.title);
}

test('a save is told with its time, and what was saved is there after a reload', async ({ app }) => {
  await app.open('records');
  await app.expectState('saved');
  await app.add(entry('第一条'));
  await expect(app.id('storage-state')).toContainText('10:00');
  await app.reload();
  await app.expectState('saved');
  await expect(app.row('第一条')).toBeVisible();
});

test('with storage blocked the app runs, says so at once, and offers a copy', async ({ app, page, context }) => {
  await block(context);
  await app.open('records');
  await app.expectState('blocked');
  await expect(page.getByRole('alert')).toContainText('不允许本页保存');
  await app.add(entry('只在本页'));
  await expect(app.row('只在本页')).toBeVisible();
  await app.expectState('blocked');
  expect(await downloadedTitles(app, page)).toEqual(['只在本页']);
  await app.setLanguage('en');
  await app.go('records');
  await expect(app.row('只在本页')).toBeVisible();
});

for (const name of ['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED', 'QUOTA_EXCEEDED_ERR', 22, 1014]) {
  test(`with storage full (${name}) the change stays on screen and goes out when there is room`, async ({ app, page }) => {
    await app.open('records');
    await app.add(entry('早先的'));
    await fill(page, name);
    await app.add(entry('放不下的'));
    await app.expectState('full');
    await expect(page.getByRole('alert')).toContainText('已满');
    await expect(app.row('放不下的')).toBeVisible();
    expect((await downloadedTitles(app, page)).sort()).toEqual(['放不下的', '早先的'].sort());

    await app.id('save-again').click();
    await app.expectState('full');
    await mend(page);
    await app.id('save-again').click();
    await app.expectState('saved');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await app.reload();
    await expect(app.rows()).toHaveCount(2);
  });
}

test('the browser asks before a page is closed that holds what is not saved', async ({ app, page, context }) => {
  await app.open('records');
  await app.add(entry('存好的'));
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    void dialog.dismiss();
  });
  await fill(page, 'QuotaExceededError');
  await app.add(entry('只在内存'));
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toBe(1);
  await mend(page);
  await app.id('save-again').click();
  await app.expectState('saved');
  await page.close({ runBeforeUnload: true });
  await expect.poll(() => page.isClosed()).toBe(true);
  expect(asked).toBe(1);
  const again = new App(await context.newPage());
  await again.open('records');
  await expect(again.rows()).toHaveCount(2);
});

test('the space is really used up, and nothing typed is lost', async ({ app, page }) => {
  await app.open('records');
  await app.add(entry('早先的'));
  await page.evaluate(() => {
    for (let size = 1 << 20, number = 0; size >= 1; ) {
      try {
        localStorage.setItem(`someone-elses-${number}`, 'x'.repeat(size));
        number += 1;
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });
  await app.add({ ...entry('放不下的'), remarks: '长'.repeat(500) });
  await app.expectState('full');
  await expect(app.row('放不下的')).toBeVisible();
  expect((await downloadedTitles(app, page)).sort()).toEqual(['放不下的', '早先的'].sort());
  await page.evaluate(() => localStorage.removeItem('someone-elses-0'));
  await app.id('save-again').click();
  await app.expectState('saved');
  await app.reload();
  await expect(app.rows()).toHaveCount(2);
});

test('storage cleared while the page is open: the book stays, says so, and is written anew on request', async ({ app, page }) => {
  await app.open('records');
  await app.import(table([professional(2026, 10), publicStudy(2026, 5)]));
  await app.expectState('saved');
  // As another window would, of the browser's own settings: this page hears of it by the event.
  await page.evaluate(() => {
    localStorage.clear();
    window.dispatchEvent(new StorageEvent('storage', { key: null }));
  });
  await app.expectState('unsaved');
  await expect(app.id('storage-trouble')).toContainText('不见了');
  await expect(app.rows()).toHaveCount(2);
  expect(await contents(page)).toEqual({});
  expect(await downloadedTitles(app, page)).toHaveLength(2);
  await app.id('save-again').click();
  await app.expectState('saved');
  await expect(app.id('storage-trouble')).toHaveCount(0);
  await app.reload();
  await expect(app.rows()).toHaveCount(2);
});

test('storage cleared unheard: the next save keeps everything all the same', async ({ app, page }) => {
  await app.open('records');
  await app.import(table([professional(2026, 10), publicStudy(2026, 5)]));
  await page.evaluate(() => localStorage.clear());
  await app.add(entry('之后的'));
  await expect(app.rows()).toHaveCount(3);
  await app.expectState('unsaved');
  await app.id('save-again').click();
  await app.expectState('saved');
  await app.reload();
  await expect(app.rows()).toHaveCount(3);
});

test('a book that is on the list and of which nothing is stored is not taken for an empty one', async ({ app, page }) => {
  await app.open('records');
  await app.add(entry('甲'));
  await app.expectState('saved');
  const all = await contents(page);
  const rest = Object.entries(all).filter(([key]) => !key.startsWith('xueshi/b/'));
  await setContents(page, Object.fromEntries(rest));
  await app.reload();
  await expect(app.id('storage-trouble')).toContainText('可能被清掉');
  await app.id('begin-anew').click();
  await expect(app.id('storage-trouble')).toHaveCount(0);
});

test('a change that is only in memory is not left behind for another book', async ({ app, page }) => {
  await app.open('records');
  await fill(page, 'QuotaExceededError');
  await app.add(entry('只在内存'));
  await app.go('data');
  for (const way of ['demo-start', 'profile-add']) {
    await app.id(way).click();
    await expect(page.locator('.notice')).toContainText('没存上');
  }
  await app.go('records');
  await expect(app.row('只在内存')).toBeVisible();
  await mend(page);
  await app.go('data');
  await app.id('profile-add').click();
  await app.expectState('saved');
  await app.go('records');
  await expect(app.rows()).toHaveCount(0);
  await app.go('data');
  await app.id('profile-select').selectOption({ index: 0 });
  await app.go('records');
  await expect(app.row('只在内存')).toBeVisible();
});

test('a change that could not be written is laid over what another tab saved meanwhile', async ({ app, page, context }) => {
  await app.open('records');
  await app.add(entry('早先的'));
  await fill(page, 'QuotaExceededError');
  await app.add(entry('等着的'));
  await app.expectState('full');
  const other = new App(await context.newPage());
  await other.open('records');
  await other.add(entry('另一页的'));
  await mend(page);
  // Having heard of the other tab, this one may have tried again by itself.
  await app.id('save-again').click({ timeout: 2000 }).catch(() => {});
  await app.expectState('saved');
  await expect(app.rows()).toHaveCount(3);
  await expect(other.rows()).toHaveCount(3);
});

test('a change that could not be written goes out with the next one', async ({ app, page }) => {
  await app.open('records');
  await fill(page, 'QuotaExceededError');
  await app.add(entry('甲'));
  await app.expectState('full');
  await mend(page);
  await app.add(entry('乙'));
  await app.expectState('saved');
  await app.reload();
  await expect(app.rows()).toHaveCount(2);
});

test('a write that is silently not kept is noticed', async ({ app, page }) => {
  await app.open('records');
  await app.add(entry('早先的'));
  await swallow(page);
  await app.add(entry('没存上的'));
  await app.expectState('unsaved');
  await expect(page.getByRole('alert')).toContainText('还没有存进浏览器');
  await expect(app.row('没存上的')).toBeVisible();
  expect(await downloadedTitles(app, page)).toContain('没存上的');
  await mend(page);
  await app.id('save-again').click();
  await app.expectState('saved');
  await app.reload();
  await expect(app.rows()).toHaveCount(2);
});

test('a damaged part is put aside word for word, the rest stays, and nothing is overwritten', async ({ app, page }) => {
  await app.open('records');
  const rows = Array.from({ length: 100 }, (_, index) => professional(2026, 1, { 项目名称: `第 ${index} 项` }));
  await app.import(table(rows));
  await app.expectState('saved');
  const before = await contents(page);
  const part = Object.keys(before).filter((key) => /\/p\/[1-9]/.test(key)).sort()[0];
  const damaged = before[part].replace('第', '弟');
  await setContents(page, { ...before, [part]: damaged });

  await app.reload();
  await app.expectState('quarantined');
  const left = Number(await app.value('records-count'));
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(100);
  const aside = Object.entries(await contents(page)).filter(([key]) => key.startsWith('xueshi/q/'));
  expect(aside.map(([, text]) => text.split('\n').slice(1).join('\n'))).toEqual([damaged]);

  const download = page.waitForEvent('download');
  await app.id('quarantine-download').click();
  expect(await fs.readFile(await (await download).path(), 'utf8')).toContain(damaged);

  await app.add(entry('之后的'));
  await app.reload();
  await app.expectState('quarantined');
  await expect(app.row('之后的')).toBeVisible();
  const kept = Object.entries(await contents(page)).filter(([key]) => key.startsWith('xueshi/q/'));
  expect(kept).toEqual(aside);
});

test('after damage the person goes back to the newest whole recovery point', async ({ app, page, context }) => {
  await app.open('records');
  await app.add(entry('甲'));
  await setClock(context, '2026-11-22');
  await app.reload();
  await app.add(entry('乙'));
  const before = await contents(page);
  const newest = Object.keys(before).filter((key) => /\/p\/[1-9]/.test(key) && before[key].includes('乙'));
  expect(newest).toHaveLength(1);
  await setContents(page, { ...before, [newest[0]]: before[newest[0]].replace('乙', '丙') });
  await app.reload();
  await app.expectState('quarantined');
  await app.id('recovery-offer').click();
  await app.expectState('saved');
  await expect(app.row('甲')).toBeVisible();
  await app.reload();
  await app.expectState('saved');
  await expect(app.row('甲')).toBeVisible();
});

test('after damage the person may also go on without what is missing, and its text stays', async ({ app, page }) => {
  await app.open('records');
  await app.add(entry('甲'));
  const before = await contents(page);
  const part = Object.keys(before).find((key) => /\/p\/[1-9]/.test(key))!;
  await setContents(page, { ...before, [part]: 'nonsense' });
  await app.reload();
  await app.expectState('quarantined');
  await app.id('accept-loss').click();
  await app.expectState('saved');
  await app.reload();
  await app.expectState('saved');
  expect(Object.keys(await contents(page)).filter((key) => key.startsWith('xueshi/q/'))).toHaveLength(1);
});

test('a recovery point is kept before an import and before a day’s first change, and brings the book back', async ({ app, context }) => {
  await app.open('records');
  await app.add(entry('甲'));
  await app.add(entry('乙'));
  await setClock(context, '2026-11-22');
  await app.reload();
  await app.row('甲').getByTestId('record-delete').click();
  await expect(app.rows()).toHaveCount(1);
  await app.import(table([professional(2026, 3), publicStudy(2026, 2)]));
  await app.go('data');
  expect(await app.values('recovery-row')).toEqual(['import', 'day']);

  await app.id('recovery-row').filter({ hasText: '当天第一次' }).getByTestId('recovery-restore').click();
  await expect(app.id('recovery-row')).toHaveCount(3);
  expect((await app.values('recovery-row'))[0]).toBe('restore');
  await app.go('records');
  expect((await app.titles()).sort()).toEqual(['乙', '甲']);
  await app.go('data');
  await app.id('recovery-row').first().getByTestId('recovery-restore').click();
  await app.go('records');
  await expect(app.rows()).toHaveCount(3);
  await app.reload();
  await expect(app.rows()).toHaveCount(3);
  await expect(app.row('甲')).toHaveCount(0);
});

test('a lost head does not open an empty book', async ({ app, page }) => {
  await app.open('records');
  await app.add(entry('甲'));
  await app.add(entry('乙'));
  const before = await contents(page);
  const heads = Object.keys(before).filter((key) => key.includes('/head.'));
  await setContents(page, { ...before, ...Object.fromEntries(heads.map((key) => [key, '{'])) });
  await app.reload();
  await app.expectState('quarantined');
  await expect(app.rows()).toHaveCount(2);
});

test('a newer version’s data is left alone, byte for byte', async ({ app, page }) => {
  await app.open('records');
  await app.add(entry('甲'));
  const before = await contents(page);
  const newer = Object.fromEntries(
    Object.entries(before).map(([key, text]) => [key, key.includes('/head.') ? text.replace('"schema":1', '"schema":2') : text]),
  );
  await setContents(page, newer);
  await app.reload();
  await app.expectState('newer-schema');
  await expect(page.getByRole('alert')).toContainText('更新版本');
  await app.add(entry('乙'));
  await app.expectState('newer-schema');
  expect(await contents(page)).toEqual(newer);
});

test('damaged settings cost the language, not the records', async ({ app, page }) => {
  await app.open('records');
  await app.setLanguage('en');
  await app.go('records');
  await app.add(entry('甲'));
  await setContents(page, { ...(await contents(page)), 'xueshi/settings': 'nonsense' });
  await app.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(app.row('甲')).toBeVisible();
});

test('another app’s keys on the same origin are never touched', async ({ app, page }) => {
  await app.open();
  await page.evaluate(() => localStorage.setItem('other-app', '{"mine":1}'));
  await app.go('records');
  await app.add(entry('甲'));
  await app.reload();
  expect((await contents(page))['other-app']).toBe('{"mine":1}');
});

test('a page that dies right after a save loses nothing', async ({ app, page, context }) => {
  await app.open('records');
  await app.add(entry('甲'));
  await app.expectState('saved');
  const crashed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  void session.send('Page.crash').catch(() => {});
  await crashed;
  const again = new App(await context.newPage());
  await again.open('records');
  await expect(again.row('甲')).toBeVisible();
});

test('a tab that is closed at once has saved', async ({ app, page, context }) => {
  await app.open('records');
  await app.id('record-add').click();
  await app.fill(entry('刚按下保存'));
  // Another page holds the lock, so that the save has to wait for its turn.
  const other = await context.newPage();
  await other.goto('./');
  await other.evaluate(() => void navigator.locks.request('xueshi/b/main/', () => new Promise(() => {})));
  await expect.poll(() => other.evaluate(async () => (await navigator.locks.query()).held!.length)).toBeGreaterThan(0);
  await app.id('f-save').click({ noWaitAfter: true });
  await app.expectState('unsaved');
  await page.close({ runBeforeUnload: true });
  const again = new App(await context.newPage());
  await again.open('records');
  await expect(again.row('刚按下保存')).toBeVisible();
});

test('a lock that is never given back does not hold a save up for ever', async ({ app, context }) => {
  await app.open('records');
  const other = await context.newPage();
  await other.goto('./');
  await other.evaluate(() => void navigator.locks.request('xueshi/b/main/', () => new Promise(() => {})));
  await app.add(entry('等过了'));
  await app.expectState('saved');
  await app.reload();
  await expect(app.row('等过了')).toBeVisible();
});

test('without locks, as on a plain http host, saves go on', async ({ app, context }) => {
  await context.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
  await app.open('records');
  await app.add(entry('没有锁'));
  await app.expectState('saved');
  await app.reload();
  await expect(app.row('没有锁')).toBeVisible();
});

test.describe('two tabs', () => {
  test('that change the same entry keep both versions, and the person is told', async ({ app, context }) => {
    await app.open('records');
    await app.add(entry('同一条'));
    const other = new App(await context.newPage());
    await other.open('records');
    for (const tab of [app, other]) await tab.row('同一条').getByTestId('record-edit').click();
    await other.fill({ hours: '7' });
    await other.save();
    await other.expectState('saved');
    await expect(app.page.locator('[data-testid=record-row][data-hours="7"]')).toBeAttached();
    await app.fill({ hours: '9' });
    await app.save();
    await expect(app.page.locator('.notice')).toContainText('两个版本都留着');
    for (const tab of [app, other]) {
      await expect(tab.rows()).toHaveCount(2);
      const hours = await tab.rows().evaluateAll((rows) => rows.map((row) => row.getAttribute('data-hours')));
      expect(hours.sort()).toEqual(['7', '9']);
    }
  });


  test('show each other’s changes live', async ({ app, context }) => {
    await app.open('records');
    const other = new App(await context.newPage());
    await other.open('records');
    await app.add(entry('甲'));
    await expect(other.row('甲')).toBeVisible();
    await other.row('甲').getByTestId('record-delete').click();
    await expect(app.row('甲')).toHaveCount(0);
  });

  test('lose nothing when they take turns', async ({ app, context }) => {
    await app.open('records');
    const other = new App(await context.newPage());
    await other.open('records');
    for (let turn = 0; turn < 5; turn += 1) {
      await app.add(entry(`甲 ${turn}`));
      await other.add(entry(`乙 ${turn}`));
    }
    for (const tab of [app, other]) {
      await expect(tab.rows()).toHaveCount(10);
      await tab.expectState('saved');
    }
    await app.reload();
    await expect(app.rows()).toHaveCount(10);
  });

  test('lose nothing when both save at once, or when one misses the other’s news', async ({ app, context }) => {
    await app.open('records');
    const other = new App(await context.newPage());
    // This tab hears nothing of the other: the check of the stored revision must do.
    await other.page.addInitScript(() => {
      window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true);
    });
    await other.open('records');
    for (const tab of [app, other]) {
      await tab.id('record-add').click();
      await tab.fill(entry(tab === app ? '甲' : '乙'));
    }
    await Promise.all([app, other].map((tab) => tab.id('f-save').click()));
    await app.import(table([professional(2026, 3), publicStudy(2026, 2)]));
    await other.add(entry('丙'));
    await expect(other.rows()).toHaveCount(5);
    await other.expectState('saved');
    await app.reload();
    await expect(app.rows()).toHaveCount(5);
  });

  test('keep what is being typed when the other one saves', async ({ app, context }) => {
    await app.open('records');
    const other = new App(await context.newPage());
    await other.open('data');
    await other.id('p-name').fill('正在输入');
    await app.id('record-add').click();
    await app.fill({ title: '打到一半' });
    const third = new App(await context.newPage());
    await third.open('records');
    await third.add(entry('第三页'));
    await expect(app.row('第三页')).toBeAttached();
    await expect(app.id('f-title')).toHaveValue('打到一半');
    await expect(other.id('p-name')).toHaveValue('正在输入');
  });
});
