// What a year asks for, what counts, and what is still to be done by when, in each of the
// situations that the notices speak of.
import type { Figures } from './support/app';
import { type Row, professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

type Situation = {
  title: string;
  city: 'huaibei' | 'luan';
  year: number;
  today: string;
  rows: Row[];
  figures: Partial<Figures>;
  steps: string[];
  uncounted?: string[];
  warnings?: string[];
  /** Days to the last day of each part. */
  daysLeft?: { professional: number; public: number };
};

const courseware = (year: number, hours: number, more: Row = {}) =>
  publicStudy(year, hours, { 项目名称: `课件 ${year}`, 途径: '网络课件', ...more });

const SITUATIONS: Situation[] = [
  {
    title: 'in Huaibei ten surplus professional hours stand in for public ones',
    city: 'huaibei',
    year: 2025,
    today: '2025-12-01',
    rows: [professional(2025, 70), publicStudy(2025, 20)],
    figures: { professional: '70', public: '20', transfer: '10', total: '90', verdict: 'met', need_professional: '0', need_public: '0', need_any: '0' },
    steps: [],
    daysLeft: { professional: 30, public: 181 },
  },
  {
    title: 'fifteen hours on the bases lie over the ceiling, ten professional ones are missing',
    city: 'huaibei',
    year: 2025,
    today: '2025-12-01',
    rows: [professional(2025, 50), publicStudy(2025, 45)],
    figures: { professional: '50', public: '30', total: '80', uncounted: '15', need_professional: '10', need_any: '0', verdict: 'short' },
    steps: ['professional:10:2025-12-31'],
    uncounted: ['over-online-ceiling:15'],
    daysLeft: { professional: 30, public: 181 },
  },
  {
    title: 'the same on New Year’s Day: professional hours can no longer be earned',
    city: 'huaibei',
    year: 2025,
    today: '2026-01-01',
    rows: [professional(2025, 50), publicStudy(2025, 45)],
    figures: { professional: '50', public: '30', total: '80', need_professional: '10', need_any: '0', verdict: 'closed' },
    steps: [],
    uncounted: ['over-online-ceiling:15'],
    daysLeft: { professional: -1, public: 150 },
  },
  {
    title: 'in Lu’an a transfer that no notice states calls for caution',
    city: 'luan',
    year: 2026,
    today: '2026-12-01',
    rows: [professional(2026, 90)],
    figures: { professional: '90', public: '0', transfer: '30', total: '90', verdict: 'met-with-caution', need_any: '0' },
    steps: [],
    warnings: ['transfer-undocumented'],
    daysLeft: { professional: 30, public: 181 },
  },
  {
    title: 'courseware finished on the last day of the window counts',
    city: 'luan',
    year: 2026,
    today: '2027-06-02',
    rows: [professional(2026, 60), courseware(2026, 30, { 结束日期: '2027-05-31' })],
    figures: { professional: '60', public: '30', total: '90', uncounted: '0', verdict: 'met' },
    steps: [],
    daysLeft: { professional: -153, public: -2 },
  },
  {
    title: 'finished a day later it does not',
    city: 'luan',
    year: 2026,
    today: '2027-06-02',
    rows: [professional(2026, 60), courseware(2026, 30, { 结束日期: '2027-06-01' })],
    figures: { professional: '60', public: '0', total: '60', uncounted: '30', need_any: '30', verdict: 'closed' },
    steps: [],
    uncounted: ['outside-window:30'],
  },
  {
    title: 'a total above ninety does not make up for professional hours',
    city: 'huaibei',
    year: 2025,
    today: '2025-12-01',
    rows: [professional(2025, 40), publicStudy(2025, 30), courseware(2025, 30)],
    figures: { professional: '40', public: '60', total: '100', need_professional: '20', need_any: '0', verdict: 'short' },
    steps: ['professional:20:2025-12-31'],
  },
  {
    title: 'in 2023 public hours stand in their own right',
    city: 'luan',
    year: 2023,
    today: '2026-12-01',
    rows: [professional(2023, 75), publicStudy(2023, 20)],
    figures: { professional: '75', public: '20', transfer: '0', total: '95', need_public: '10', need_any: '0', verdict: 'closed' },
    steps: [],
  },
  {
    title: 'without a passed exam nothing from a base counts, and public study is still open',
    city: 'huaibei',
    year: 2025,
    today: '2026-03-01',
    rows: [professional(2025, 60), publicStudy(2025, 30, { 考核结果: '不合格' })],
    figures: { professional: '60', public: '0', uncounted: '30', need_any: '30', verdict: 'short' },
    steps: ['public:30:2026-05-31'],
    uncounted: ['exam-not-passed:30'],
    daysLeft: { professional: -60, public: 91 },
  },
  {
    title: 'in spring the old year’s professional part is closed and its public part open',
    city: 'luan',
    year: 2024,
    today: '2025-03-01',
    rows: [professional(2024, 50), publicStudy(2024, 20)],
    figures: { professional: '50', public: '20', need_professional: '10', need_public: '10', need_any: '0', verdict: 'closed' },
    steps: ['public:10:2025-05-31'],
  },
  {
    title: 'missing professional hours close a year although public study is open',
    city: 'luan',
    year: 2026,
    today: '2027-02-01',
    rows: [professional(2026, 50), publicStudy(2026, 30)],
    figures: { professional: '50', public: '30', need_professional: '10', need_any: '0', verdict: 'closed' },
    steps: [],
    daysLeft: { professional: -32, public: 119 },
  },
];

for (const situation of SITUATIONS) {
  test.describe(situation.today, () => {
    test.use({ today: situation.today });

    test(`${situation.city} ${situation.year}: ${situation.title}`, async ({ app }) => {
      await app.open('data');
      await app.setProfile({ city: situation.city });
      await app.import(table(situation.rows));
      await app.go('');
      await expect(app.id('year-select')).toHaveValue(situation.today.slice(0, 4));
      await app.chooseYear(situation.year);

      await app.expectFigures(situation.figures);
      expect(await app.values('step-row')).toEqual(situation.steps);
      const uncounted = (await app.uncounted()).map((row) => `${row.reason}:${row.hours}`);
      expect(uncounted).toEqual(situation.uncounted ?? []);
      const warnings = await app.values('warning-row');
      for (const code of situation.warnings ?? []) expect(warnings).toContain(code);
      for (const part of ['professional', 'public'] as const) {
        const days = situation.daysLeft?.[part];
        if (days !== undefined) expect(await app.value(`days-left-${part}`)).toBe(String(days));
      }
    });
  });
}

test.describe('2027-06-02', () => {
  test.use({ today: '2027-06-02' });

  test('last year stands beside this one only while its public study is open', async ({ app, context }) => {
    await app.open();
    await expect(app.id('verdict')).toBeVisible();
    await expect(app.id('prev-verdict')).toHaveCount(0);
    await context.clock.setFixedTime(new Date('2027-05-31T23:59:00+08:00'));
    await app.reload();
    await expect(app.id('prev-days-left-public')).toHaveAttribute('data-value', '0');
  });
});

test('a year with nothing in it asks for all of it, professional hours first', async ({ app }) => {
  await app.open();
  await app.expectFigures({ verdict: 'short', total: '0', need_professional: '60', need_public: '0', need_any: '30' });
  expect(await app.values('step-row')).toEqual(['professional:60:2026-12-31', 'any:30:2027-05-31']);
  await expect(app.id('days-left-public')).toHaveAttribute('data-value', '191');
});

test('the year after the newest notice gets no verdict, only the arithmetic', async ({ app }) => {
  await app.open();
  await app.chooseYear(2027);
  await app.expectFigures({ verdict: 'provisional', need_professional: '60', need_any: '30' });
});

test.describe('the day in China', () => {
  test.use({ today: '2026-12-31T15:59:00Z' });

  test('is the app’s day although the browser stands in New York', async ({ app, context }) => {
    await app.open();
    await expect(app.id('year-select')).toHaveValue('2026');
    await expect(app.id('days-left-professional')).toHaveAttribute('data-value', '0');
    await context.clock.setFixedTime(new Date('2026-12-31T17:00:00Z'));
    await app.reload();
    await expect(app.id('year-select')).toHaveValue('2027');
    await expect(app.id('prev-days-left-professional')).toHaveAttribute('data-value', '-1');
  });

  test('changes when the page is looked at again after midnight', async ({ app, context, page }) => {
    await app.open();
    await expect(app.id('days-left-professional')).toHaveAttribute('data-value', '0');
    await context.clock.setFixedTime(new Date('2026-12-31T16:00:00Z'));
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(app.id('days-left-professional')).toHaveAttribute('data-value', '-1');
  });
});

test('every figure leads to its clause', async ({ app, page }) => {
  await app.open('data');
  await app.setProfile({ city: 'luan' });
  await app.go('');
  await app.uncounted();
  const clauses = await app.values('clause-row');
  expect(clauses).toContain('LA-4');
  expect(clauses).toContain('AH-9');
  await app.id('clause-row').filter({ hasText: 'AH-9' }).getByRole('button').click();
  const card = page.getByRole('dialog', { name: /AH-9/ });
  await expect(card).toContainText('皖人社函〔2026〕235号');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
});

test('the rules screen shows each year’s figures and every clause', async ({ app }) => {
  await app.open('rules');
  await app.id('rules-year').selectOption('2025');
  await app.id('rules-city').selectOption('huaibei');
  const kinds = await app.values('rule-figure');
  expect(kinds).toEqual(expect.arrayContaining(['total', 'professional', 'minutes', 'transfer-documented', 'public-deadline']));
  await expect(app.id('rule-figure').filter({ hasText: '45' })).toHaveCount(1);
  await app.id('rules-year').selectOption('2026');
  await app.id('rules-city').selectOption('luan');
  await expect(app.id('rule-figure').and(app.page.locator('[data-value=transfer-undocumented]'))).toBeVisible();
  const clauses = await app.values('clause-row');
  for (const id of ['HB-2', 'HB-19', 'LA-1', 'LA-8', 'AH-1', 'AH-9']) expect(clauses).toContain(id);
});
