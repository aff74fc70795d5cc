// Before an application: does the cycle hold, what is still open, and who stamps what in which
// order.
import { type Row, professional, publicStudy, table } from './support/table';
import { expect, test } from './support/test';

const courseware = (year: number, hours: number, more: Row = {}) =>
  publicStudy(year, hours, { 途径: '网络课件', ...more });

type Case = {
  title: string;
  city: 'huaibei' | 'luan';
  sought: string;
  cycle: [number, number];
  application?: number;
  today?: string;
  rows: Row[];
  verdict: string;
  total: string;
  professional: string;
  average: string;
  concentration: string;
  years: string[];
  cautions?: string[];
};

const CASES: Case[] = [
  {
    title: 'five years, one of them short: met on average',
    city: 'luan',
    sought: 'senior',
    cycle: [2022, 2026],
    rows: [
      professional(2022, 65), courseware(2022, 30), courseware(2023, 30), professional(2024, 75), courseware(2024, 35),
      professional(2025, 75), courseware(2025, 30), professional(2026, 85), courseware(2026, 30),
    ],
    verdict: 'met-on-average',
    total: '455',
    professional: '300',
    average: '91',
    concentration: '0.25',
    years: ['2022: 95 met', '2023: 30 closed', '2024: 110 met', '2025: 105 met', '2026: 115 met'],
  },
  {
    title: 'two years’ hours within one of them: crammed',
    city: 'luan',
    sought: 'middle',
    cycle: [2025, 2026],
    rows: [professional(2026, 150), courseware(2026, 40)],
    verdict: 'crammed',
    total: '190',
    professional: '150',
    average: '95',
    concentration: '1',
    years: ['2025: 0 closed', '2026: 190 met'],
  },
  {
    title: 'public study for 2025 finished in March 2026: met every year',
    city: 'huaibei',
    sought: 'senior',
    cycle: [2025, 2026],
    rows: [
      professional(2025, 60), publicStudy(2025, 30, { 结束日期: '2026-03-15' }),
      professional(2026, 60), publicStudy(2026, 30),
    ],
    verdict: 'met-every-year',
    total: '180',
    professional: '120',
    average: '90',
    // Finished in 2026: 60 + 30 + 30 of 180.
    concentration: '0.67',
    years: ['2025: 90 met', '2026: 90 met'],
  },
  {
    title: 'a year without a notice: the sums, and no verdict',
    city: 'luan',
    sought: 'senior',
    cycle: [2026, 2027],
    application: 2027,
    today: '2027-12-01',
    rows: [professional(2026, 60), courseware(2026, 30), professional(2027, 61), courseware(2027, 30)],
    verdict: 'provisional',
    total: '181',
    professional: '121',
    average: '90.5',
    concentration: '0.5',
    years: ['2026: 90 met', '2027: 91 provisional'],
  },
  {
    title: 'an average in doubt names its doubts',
    city: 'luan',
    sought: 'senior',
    cycle: [2024, 2026],
    rows: [courseware(2024, 29), courseware(2025, 61), professional(2026, 180)],
    verdict: 'met-on-average-caution',
    total: '270',
    professional: '180',
    average: '90',
    concentration: '0.67',
    years: ['2024: 29 closed', '2025: 61 closed', '2026: 180 met-with-caution'],
    cautions: ['concentrated', 'one-year-holds-the-professional-part', 'public-minimum-missed'],
  },
];

for (const one of CASES) {
  test.describe(() => {
    test.use({ today: one.today ?? '2026-12-01' });
    test(one.title, async ({ app }) => {
      await app.open('records');
      await app.setProfile({ city: one.city });
      await app.import(table(one.rows));
      await app.chooseCycle({
        'title-sought': one.sought,
        'application-year': String(one.application ?? 2026),
        'cycle-from': String(one.cycle[0]),
        'cycle-to': String(one.cycle[1]),
      });
      await expect(app.id('cycle-verdict')).toHaveAttribute('data-value', one.verdict);
      expect(await app.cycleYears()).toEqual(one.years);
      expect(await app.value('cycle-sum-total')).toBe(one.total);
      expect(await app.value('cycle-sum-professional')).toBe(one.professional);
      expect(await app.value('cycle-average-total')).toBe(one.average);
      expect(await app.value('cycle-concentration')).toBe(one.concentration);
      expect(await app.values('cycle-caution')).toEqual(one.cautions ?? []);
      expect(await app.values('unsettled-row')).toContain('cycle-length');
      // It is kept: the profile knows it after a reload.
      await app.reload();
      await expect(app.id('cycle-verdict')).toHaveAttribute('data-value', one.verdict);
      await app.go('data');
      await expect(app.id('p-cycle-from')).toHaveValue(String(one.cycle[0]));
    });
  });
}

test('nothing is preset; what other offices’ notices say is a click away', async ({ app }) => {
  await app.open('eligibility');
  await expect(app.id('cycle-open')).toBeVisible();
  await expect(app.id('cycle-verdict')).toHaveCount(0);
  await expect(app.id('cycle-suggestion')).toHaveCount(0);
  await app.chooseCycle({ 'title-sought': 'middle', 'application-year': '2026' });
  expect(await app.values('cycle-suggestion')).toEqual(['2023-2026', '2025-2026', '2022-2026', '2025-2026']);
  await app.chooseCycle({ 'title-sought': 'senior' });
  await expect.poll(() => app.values('cycle-suggestion')).toEqual(['2022-2026', '2023-2026', '2022-2026', '2025-2026']);
  await expect(app.id('c-cycle-from')).toHaveValue('');
  await app.id('cycle-suggestion').first().click();
  await expect(app.id('c-cycle-from')).toHaveValue('2022');
  await expect(app.id('c-cycle-to')).toHaveValue('2026');
  await expect(app.id('cycle-verdict')).toHaveAttribute('data-value', 'short');
  // A span that ends before it begins is no question.
  await app.chooseCycle({ 'cycle-to': '2021' });
  await expect(app.id('cycle-verdict')).toHaveCount(0);
  await expect(app.id('cycle-open')).toBeVisible();
  await app.id('undo').click();
  await expect(app.id('cycle-verdict')).toHaveAttribute('data-value', 'short');
});

test('a short cycle says what could still be earned, by when, and where that would lead', async ({ app }) => {
  await app.open('records');
  await app.setProfile({ city: 'luan' });
  const most = [professional(2024, 60), courseware(2024, 30), professional(2025, 30), courseware(2025, 30), professional(2026, 60), courseware(2026, 20)];
  await app.import(table(most));
  await app.chooseCycle({ 'title-sought': 'senior', 'application-year': '2026', 'cycle-from': '2024', 'cycle-to': '2026' });
  await expect(app.id('cycle-verdict')).toHaveAttribute('data-value', 'short');
  expect(await app.values('cycle-plan-task')).toEqual(['2026:professional:30:2026-12-31', '2026:any:10:2027-05-31']);
  expect(await app.value('cycle-plan-prospect')).toBe('met-on-average');
  // Of 2025 and 2026 alone, 2026 would have to hold 120 of 180: still an average.
  await app.chooseCycle({ 'cycle-from': '2025' });
  await expect.poll(() => app.value('cycle-plan-prospect')).toBe('met-on-average');
});

test('catching up on an empty year at the end would itself be cramming', async ({ app }) => {
  await app.open('records');
  await app.import(table([professional(2026, 60), courseware(2026, 30)]));
  await app.chooseCycle({ 'title-sought': 'middle', 'application-year': '2026', 'cycle-from': '2025', 'cycle-to': '2026' });
  expect(await app.values('cycle-plan-task')).toEqual(['2026:professional:60:2026-12-31', '2026:any:30:2027-05-31']);
  expect(await app.value('cycle-plan-prospect')).toBe('crammed');
  // Once it is crammed and the empty year is over, nothing mends it; the screen says so.
  await app.import(table([professional(2026, 61, { 项目名称: '年底补学' }), courseware(2026, 30, { 项目名称: '年底补课件' })]));
  await app.go('eligibility');
  await expect(app.id('cycle-verdict')).toHaveAttribute('data-value', 'crammed');
  await expect(app.id('cycle-remedy-none')).toBeVisible();
});

test('the checklist leads to the entry, and what is mended leaves it', async ({ app }) => {
  await app.open('records');
  await app.setProfile({ city: 'luan' });
  const done = { 证书编号: 'A-1', 状态: '已审验', 备案: '是' };
  await app.import(
    table([
      professional(2025, 60, done), courseware(2025, 30, done),
      professional(2026, 60, { 考核结果: '未考核', 证书编号: 'A-2', 状态: '已审验', 备案: '是' }),
      courseware(2026, 30, { 证书编号: '', 状态: '已登记', 备案: '' }),
    ]),
  );
  await app.chooseCycle({ 'title-sought': 'senior', 'application-year': '2026', 'cycle-from': '2025', 'cycle-to': '2026' });
  const open = async () => app.values('checklist-row');
  expect(await open()).toEqual(['no-certificate', 'no-assessment', 'not-verified']);
  expect(await app.value('stamps-missing')).toBe('1');
  await app.id('checklist-row').nth(1).locator('summary').click();
  await app.id('checklist-entry').filter({ hasText: '专业培训 2026' }).first().click();
  await app.fill({ assessment: 'passed' });
  await app.save();
  await expect.poll(open).toEqual(['no-certificate', 'not-verified']);
});

test('every hour that does not count gives its reason', async ({ app }) => {
  await app.open('records');
  await app.import(table([professional(2026, 60), publicStudy(2026, 40), publicStudy(2025, 20, { 考核结果: '未考核' })]));
  await app.chooseCycle({ 'application-year': '2026', 'cycle-from': '2025', 'cycle-to': '2026' });
  await app.id('cycle-uncounted-open').click();
  expect(await app.values('uncounted-row')).toEqual(['exam-not-passed', 'over-online-ceiling']);
});

type Route = { profile: Record<string, string>; route: string[]; telephones: string[] };

const LUAN = ['3376010', '3378133'];
const ROUTES: Route[] = [
  { profile: { city: 'luan', 'unit-level': 'county', 'title-sought': 'senior', 'application-year': '2026' }, route: ['city-hrss'], telephones: LUAN },
  { profile: { city: 'luan', 'unit-level': 'county', 'title-sought': 'middle', 'application-year': '2026' }, route: ['county-hrss'], telephones: [] },
  { profile: { city: 'luan', 'unit-level': 'municipal', 'title-sought': 'middle', 'application-year': '2026' }, route: ['city-hrss'], telephones: LUAN },
  { profile: { city: 'luan', 'unit-level': 'county', 'title-sought': 'none', 'application-year': '2026' }, route: ['ask-local-hrss'], telephones: LUAN },
  { profile: { city: 'huaibei', 'unit-level': 'county', 'title-held': 'middle', 'title-sought': 'senior', 'application-year': '2025' }, route: ['county-hrss', 'city-hrss'], telephones: ['0561-3881256'] },
  { profile: { city: 'huaibei', 'unit-level': 'county', 'title-held': 'senior', 'title-sought': 'none', 'application-year': '2025' }, route: ['city-hrss'], telephones: ['0561-3881256'] },
  { profile: { city: 'huaibei', 'unit-level': 'municipal', 'title-held': 'junior', 'title-sought': 'middle', 'application-year': '2026' }, route: ['city-hrss', 'ask-local-hrss'], telephones: ['0561-3881256', '0561-3881256'] },
  { profile: { city: 'huaibei', 'unit-level': 'provincial', 'title-sought': 'senior', 'application-year': '2025' }, route: ['ask-local-hrss'], telephones: ['0561-3881256'] },
  { profile: { city: 'other', 'unit-level': 'county', 'title-sought': 'senior', 'application-year': '2026' }, route: ['ask-local-hrss'], telephones: [] },
];

test('the stamp route follows the profile, and asks where no notice decides', async ({ app }) => {
  await app.open('pack');
  for (const { profile, route, telephones } of ROUTES) {
    await app.setProfile(profile);
    await app.go('pack');
    expect(await app.values('stamp-step'), JSON.stringify(profile)).toEqual(['industry-department', ...route]);
    expect(await app.values('stamp-telephone'), JSON.stringify(profile)).toEqual(telephones);
    const borrowed = profile.city === 'huaibei' && profile['application-year'] === '2026';
    await expect(app.id('stamps-other-year')).toHaveCount(borrowed ? 1 : 0);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test('five tabs are in sight, the rest lies behind “more”', async ({ app, page }) => {
    await app.open('eligibility');
    const tabs = page.locator('nav > a:visible, nav summary:visible');
    await expect(tabs).toHaveCount(6);
    await expect(app.id('more-data')).toBeHidden();
    await app.id('nav-more').click();
    await app.id('more-data').click();
    await expect(app.id('p-save')).toBeVisible();
    await expect(app.id('more-data')).toBeHidden();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await app.id('demo-start').click();
    await expect(app.id('demo-end').first()).toBeVisible();
    await app.go('eligibility');
    await expect(app.id('cycle-verdict')).toBeVisible();
    expect(await overflow()).toBe(0);
    await app.go('pack');
    expect(await overflow()).toBe(0);
  });
});
