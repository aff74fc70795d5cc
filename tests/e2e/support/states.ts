// Every screen in every state that a person can meet, one after the other on one page.
import fs from 'node:fs';
import type { Page } from '@playwright/test';
import type { App } from './app';
import { SCREENS, setClock } from './app';
import { laidOut } from './paper';
import { fixture } from './people';
import { block, contents, fill, mend, setContents } from './storage';
import { professional, publicStudy, table } from './table';

/** Looks at the page; the name says which screen and which state. */
export type Visit = (state: string) => Promise<void>;

type Step = [state: string, reach: () => Promise<unknown>];

const NOTICE = fs.readFileSync(new URL('../../fixtures/notice-2027.json', import.meta.url), 'utf8');
export const SECOND_PART = /\/rest-[0-9a-f]+\.wasm$/;

const RULES = JSON.stringify({
  app: 'xueshi',
  format: 'rule-pack',
  version: 1,
  title: '示例规则包',
  publisher: '某市某局',
  date: '2026-01-05',
  rules: [
    { name: '讲课', unit: 'class-hour', 'hours-per-unit': '2', source: '某文件第四章' },
    { name: '省级期刊论文', 'hours-per-unit': '12' },
    { name: '写错的', 'hours-per-unit': '十' },
  ],
});
const RULE = { name: '省级期刊论文', kind: '论文', 'hours-per-unit': '10', 'cap-per-year': '30', source: '市局核定' };

/** Brings a page, open at its start, to one state after the other. */
export async function everyState(app: App, visit: Visit): Promise<void> {
  for (const part of [empty, filled, rules, data, papers, demo, parts, trouble]) {
    for (const [state, reach] of part(app)) {
      await reach();
      await visit(state);
    }
  }
}

const closeSheet = (page: Page) => page.keyboard.press('Escape');

/** Goes to a screen of its own address, with nothing open over it. */
async function show(app: App, screen: string): Promise<void> {
  await app.page.goto(`./#/${screen}`);
  await app.page.locator('main h1, main .headline').first().waitFor();
  if (screen === 'pack') await laidOut(app);
}

const screens = (app: App, state: string): Step[] =>
  SCREENS.map((screen) => [`${screen || 'overview'}, ${state}`, () => show(app, screen)]);

function empty(app: App): Step[] {
  return [
    ...screens(app, 'empty'),
    ['no such place', () => app.page.goto('./#/nowhere')],
    ['shortcuts', async () => {
      await show(app, 'data');
      await app.id('shortcuts-open').click();
    }],
    ['form, nothing filled in', async () => {
      await show(app, 'records');
      await app.id('record-add').click();
      await app.id('f-save').click();
    }],
    ['import, nothing yet', async () => {
      await closeSheet(app.page);
      await app.id('import-open').click();
    }],
    ['import, refused', () => app.id('import-text').fill('甲\t乙\n1\t2')],
  ];
}

function filled(app: App): Step[] {
  const { page } = app;
  const quick = (line: string) => app.id('quick-line').fill(line);
  return [
    ['import, review', async () => {
      await closeSheet(page);
      await show(app, 'records');
      await app.paste(fixture('wang-huaibei', 'paste.tsv').toString());
      await app.importRows();
    }],
    ['records, imported', () => app.confirmImport()],
    ['import, conflicts', async () => {
      const sheet = fixture('wang-huaibei', 'paste.tsv').toString();
      // Another number of hours: the same entry, contradicted.
      await app.paste(sheet.replace(/\t(\d+)\t合格/, '\t9\t合格'));
      await app.importRows();
    }],
    ['records, one deleted', async () => {
      await closeSheet(page);
      await app.id('record-delete').first().click();
      await app.id('undo').waitFor();
    }],
    ['records, none found', () => app.id('records-search').fill('没有这个')],
    ['records, a line understood', async () => {
      await app.id('records-search').fill('');
      await quick('2026-03-05 专业 2.5h 培训班');
    }],
    ['records, a line not understood', () => quick('2026-13-05 专业')],
    ['form, existing entry', async () => {
      await quick('');
      await app.id('record-edit').first().click();
    }],
    ['form, a template kept', async () => {
      await app.id('template-keep').click();
      await app.id('template-name').fill('常用');
      await app.id('template-save').click();
    }],
    ['records, templates', async () => {
      await closeSheet(page);
      await app.id('templates').locator('summary').click();
    }],
    ...screens(app, 'with entries'),
    ['overview, explained', async () => {
      await show(app, '');
      await app.uncounted();
    }],
    ['clause', () => app.id('clause-row').first().getByRole('button').click()],
    ['overview, last year beside it', async () => {
      await closeSheet(page);
      await setClock(page.context(), '2027-03-01');
      await app.reload();
      await app.uncounted('prev-');
    }],
    ['plan, suggestion', async () => {
      await setClock(page.context(), '2026-11-21');
      await page.goto('./#/plan');
      await app.reload();
      await app.id('suggest').click();
    }],
    ['plan, planned', () => app.id('suggest-accept').click()],
    ['title check, years chosen', async () => {
      await show(app, 'eligibility');
      await app.chooseCycle({ 'title-sought': 'senior', 'application-year': '2026', 'cycle-from': '2022', 'cycle-to': '2026' });
    }],
    ['title check, what did not count', () => app.id('cycle-uncounted-open').first().click()],
    ['overview, an update waits', async () => {
      await show(app, '');
      await page.evaluate(() => {
        document.documentElement.setAttribute('data-update', 'ready');
        window.dispatchEvent(new Event('xueshi-update'));
      });
      await app.id('update-line').waitFor();
      await page.evaluate(() => document.documentElement.removeAttribute('data-update'));
    }],
  ];
}

function rules(app: App): Step[] {
  const fillRule = async (fields: Record<string, string>) => {
    for (const [name, text] of Object.entries(fields)) await app.id(`c-${name}`).fill(text);
    await app.id('c-save').click();
  };
  return [
    ['rule sheet, refused', async () => {
      await show(app, 'rules');
      await app.id('rule-add').click();
      await fillRule({ ...RULE, source: '' });
    }],
    ['rules, one rule', () => fillRule({ source: '市局核定' })],
    ['form, conversion', async () => {
      await show(app, 'records');
      await app.id('record-add').click();
      await app.fill({ title: '第一篇', subject: 'public', route: 'conversion', end: '2026-03-05' });
      await app.fill({ 'conversion-rule': RULE.name, 'conversion-quantity': '2' });
    }],
    ['pack sheet, review', async () => {
      await app.save();
      await show(app, 'rules');
      await app.id('pack-open').click();
      await app.id('pack-text').fill(RULES);
    }],
    ['pack sheet, refused', () => app.id('pack-text').fill('{')],
    ['notice sheet, refused', async () => {
      await closeSheet(app.page);
      await app.id('notice-open').click();
      await app.id('notice-text').fill('{');
    }],
    ['notice sheet, review', () => app.id('notice-text').fill(NOTICE)],
    ['rules, a notice imported', async () => {
      await app.id('notice-confirm').click();
      await app.id('rules-year').selectOption('2027');
      await app.id('rules-city').selectOption('huaibei');
    }],
    ['rules, before 2016', () => app.id('rules-year').selectOption('2010')],
  ];
}

function data(app: App): Step[] {
  return [
    ['data, a backup as text', async () => {
      await show(app, 'data');
      await app.id('backup-text-open').click();
    }],
    ['data, a date that is none', async () => {
      await app.id('p-title-since').fill('2021-13-01');
      await app.id('p-save').click();
    }],
    ['data, restore refused', async () => {
      await app.id('p-title-since').fill('');
      await app.id('restore-text').fill('{');
      await app.id('restore-refused').waitFor();
    }],
    ['data, restore reviewed', async () => {
      const backup = JSON.parse(await app.id('backup-text').inputValue());
      backup.entries[0].title += '，另一种写法';
      backup.profile.name = '另一个人';
      await app.id('restore-text').fill(JSON.stringify(backup));
      await app.id('restore-preview').waitFor();
      await app.id('restore-mode').selectOption('replace');
    }],
    ['data, everything to be deleted', async () => {
      await app.id('restore-text').fill('');
      await app.id('delete-all').click();
    }],
    ['data, everything deleted', () => app.id('delete-all-confirm').click()],
  ];
}

function papers(app: App): Step[] {
  const many = Array.from({ length: 60 }, (_, nth) => professional(2026, 1, { 项目名称: `第 ${nth + 1} 次专业培训` }));
  const import_ = async (rows: Parameters<typeof table>[0]) => {
    await show(app, 'records');
    await app.import(table(rows));
    await show(app, 'pack');
  };
  return [
    ['pack, one entry', () => import_([publicStudy(2026, 6)])],
    ['pack, many entries', () => import_(many)],
    ['pack, a file made', async () => {
      const download = app.page.waitForEvent('download');
      await app.id('export-csv').click();
      await download;
      await app.id('export-saved').waitFor();
    }],
    ['records, more than fit', () => show(app, 'records')],
  ];
}

function demo(app: App): Step[] {
  return [
    ['data, demo begun', async () => {
      await show(app, 'data');
      await app.id('demo-start').click();
      await app.id('demo-end').waitFor();
    }],
    ...screens(app, 'demo'),
    ['data, demo left', () => app.id('demo-end').click()],
  ];
}

/** The page before its second part is there, and when it cannot be had. */
function parts(app: App): Step[] {
  const { page } = app;
  const begin = async (screen: string) => {
    await page.goto(`./#/${screen}`);
    await page.reload();
  };
  return [
    ['overview, the second part on its way', async () => {
      await page.route(SECOND_PART, () => {});
      await begin('');
      await page.locator('main .headline').first().waitFor();
    }],
    ['plan, the second part on its way', async () => {
      await begin('plan');
      await app.id('rest-waiting').waitFor();
    }],
    ['overview, the second part missing', async () => {
      await page.unroute(SECOND_PART);
      await page.route(SECOND_PART, (route) => route.abort());
      await begin('');
      await app.id('rest-missing').waitFor();
    }],
    ['plan, the second part missing', async () => {
      await begin('plan');
      await app.id('rest-missing').waitFor();
    }],
    ['plan, the second part come after all', async () => {
      await page.unroute(SECOND_PART);
      await app.id('rest-again').click();
      await app.ready();
    }],
  ];
}

function trouble(app: App): Step[] {
  const { page } = app;
  let kept: Record<string, string>;
  const begin = async (change: (key: string, text: string) => string) => {
    kept ??= await contents(page);
    const changed = Object.entries(kept).map(([key, text]) => [key, change(key, text)]);
    await setContents(page, Object.fromEntries(changed));
    await app.reload();
  };
  return [
    ['storage full', async () => {
      await show(app, 'records');
      await app.expectState('saved');
      kept = await contents(page);
      await fill(page, 'QuotaExceededError');
      await app.add({ title: '放不下的', subject: 'professional', hours: '6', end: '2026-03-05' });
      await app.expectState('full');
    }],
    ['records quarantined', async () => {
      await mend(page);
      await begin((key, text) => (/\/p\/[1-9]/.test(key) ? text.replace('专业', '专亚') : text));
      await app.expectState('quarantined');
    }],
    ['data, records quarantined', () => show(app, 'data')],
    ['data of a newer version', async () => {
      await begin((key, text) => (key.includes('/head.') ? text.replace('"schema":1', '"schema":2') : text));
      await app.expectState('newer-schema');
    }],
    ['storage blocked', async () => {
      await block(page.context());
      await app.reload();
      await app.expectState('blocked');
    }],
    ['records, storage blocked', () => show(app, 'records')],
  ];
}
