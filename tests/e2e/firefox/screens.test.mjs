// What a person comes for, on each screen, in Firefox: one browser, an empty storage for each.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { App, start } from './app.mjs';
import { Keyboard } from './keyboard.mjs';

// The day of every journey: in the middle of the day, so that no zone makes another of it.
const NOW = Date.parse('2026-11-21T10:00:00+08:00');

const HEAD = '归属年度\t项目名称\t科目类别\t途径\t结束日期\t学时\t考核结果';
const professional = (year, hours) => `${year}\t专业培训\t专业科目\t培训活动\t${year}-06-15\t${hours}\t合格`;
const courseware = (year, hours) => `${year}\t网络课件\t公需科目\t网络课件\t${year}-07-01\t${hours}\t合格`;
const table = (...rows) => [HEAD, ...rows].join('\n');

let browser;
before(async () => {
  // Text is put on the clipboard by a script, as another program would.
  browser = await start({ 'dom.events.testing.asyncClipboard': true });
});
after(() => browser?.close());

/** A journey in a storage of its own. */
function journey(name, screen, run) {
  return [name, { timeout: 60_000 }, async () => {
    const context = await browser.createBrowserContext();
    try {
      const app = await App.open(context, screen, NOW);
      await app.until('both parts of the page', () => document.querySelector('[data-rest=here]'));
      await run(app, new Keyboard(app));
    } finally {
      await context.close();
    }
  }];
}

/** Lays a table on the desk and takes it. */
async function take(app, text) {
  await app.click('import-open');
  await app.set('import-text', text);
  await app.click('import-confirm');
  await app.expect('storage-state', 'saved');
}

test(...journey('the first minute by the keyboard: city, entry, verdict', '', async (app, keys) => {
  await keys.choose('first-city', 'huaibei');
  await keys.act('overview-add', true);
  await keys.type('f-title', '年度专业培训');
  await keys.type('f-hours', '90');
  await keys.type('f-end', '2026-03-05');
  await keys.press('Enter');
  // 90 professional: 30 of them stand in for public ones, which no notice for 2026 says.
  await app.expect('verdict', 'met-with-caution');
  await app.expect('fact-transfer', '30');
  await app.until('the keyboard where it was', () => document.activeElement?.dataset.testid === 'overview-add');
}));

test(...journey('another language comes without a reload, and the same figures in it', 'records', async (app) => {
  await app.add('专业课', '6');
  await app.page.evaluate(() => (window.sameDocument = true));
  await app.go('data');
  await app.set('lang-select', 'en');
  await app.until('an English page', () => document.documentElement.lang === 'en');
  await app.go('records');
  await app.until('an English heading', () => document.querySelector('main h1')?.textContent === 'Records');
  await app.expectCount('record-row', 1);
  await app.go('data');
  await app.set('lang-select', 'zh-CN');
  await app.until('a Chinese heading', () => document.querySelector('main h1')?.textContent === '数据与设置');
  assert.equal(await app.page.evaluate(() => window.sameDocument), true);
}));

test(...journey('the title check sees hours crammed into one year', 'records', async (app) => {
  await take(app, table(professional(2026, 150), courseware(2026, 40)));
  await app.go('eligibility');
  for (const [list, value] of [['title-sought', 'middle'], ['application-year', '2026'], ['cycle-from', '2025'], ['cycle-to', '2026']]) {
    await app.set(`c-${list}`, value);
  }
  // 190 of twice 90, 150 of twice 60, and all of it within one of the two years.
  await app.expect('cycle-verdict', 'crammed');
  await app.expect('cycle-sum-total', '190');
  await app.expect('cycle-sum-professional', '150');
  await app.expect('cycle-concentration', '1');
  await app.expectCount('cycle-year-row', 2);
}));

test(...journey('the window pack lays its sheets out, every entry on one of them', 'records', async (app) => {
  const rows = Array.from({ length: 40 }, (_, nth) => professional(2026, 1).replace('专业培训', `第 ${nth + 1} 次`));
  await take(app, table(...rows));
  await app.go('pack');
  await app.expect('pack-preview', 'ready');
  await app.expectCount('form-line', 40);
  // A cover, more than one sheet of the form, and no line that stands outside its sheet.
  assert.ok((await app.count('sheet')) >= 3);
  const outside = await app.page.evaluate(() =>
    [...document.querySelectorAll('[data-testid=form-line]')].filter((line) => {
      const [row, sheet] = [line, line.closest('[data-testid=sheet]')].map((one) => one.getBoundingClientRect());
      return row.top < sheet.top || row.bottom > sheet.bottom || row.left < sheet.left || row.right > sheet.right;
    }).length,
  );
  assert.equal(outside, 0);
}));

test(...journey('the fewest hours are planned with one press', 'plan', async (app) => {
  await app.click('suggest');
  await app.expectCount('suggest-item', 2);
  await app.click('suggest-accept');
  await app.expectCount('plan-row', 2);
  // 60 professional and 30 of the bases are planned, none is earned.
  await app.expect('projected-professional', '60');
  await app.expect('projected-public', '30');
  await app.expect('projected-total', '90');
  await app.expect('earned-total', '0');
}));

test(...journey('rows are pasted by the keyboard, one is wrong, the others go in', 'records', async (app, keys) => {
  await keys.press('i');
  await keys.paste('import-text', table(professional(2026, 60), courseware(2026, 30), professional(2026, '六十')));
  await app.expectCount('import-row', 3);
  const read = () => [...document.querySelectorAll('[data-testid=import-row]')].map((row) => `${row.dataset.line} ${row.dataset.value}`);
  // The head is line 1.
  assert.deepEqual(await app.page.evaluate(read), ['2 new', '3 new', '4 error']);
  await keys.act('import-confirm');
  await app.expectCount('record-row', 2);
  await app.expect('storage-state', 'saved');
  await app.go('');
  await app.expect('fact-professional', '60');
  await app.expect('fact-public', '30');
}));
