// Three persons keep their books: from the sheet that they had, to the figures, to the entry that
// stood in the wrong year. What is expected was worked out by hand from the notices.
import type { App, Which } from './support/app';
import { setClock } from './support/app';
import { type ExpectedYear, PEOPLE, type Person, fixture } from './support/people';
import { expect, test } from './support/test';

const NOVEMBER = '2026-11-21';
const MARCH = '2027-03-01';
/** The warnings that the fixtures judge. */
const JUDGED = ['window-unknown', 'public-route-unnamed', 'spread-registration'];

test.use({ today: NOVEMBER });

for (const person of PEOPLE) {
  test(`${person.name} in November: the sheet is reviewed, the years stand as by hand, the wrong year is mended`, async ({ app }) => {
    await begin(app, person);
    await expectYears(app, person.assessments, NOVEMBER);

    const wrong = person.fix.then.find((year) => year.today === NOVEMBER && year.year !== person.fix.set_year)!;
    await app.chooseYear(wrong.year);
    await app.uncounted();
    await app.id('uncounted-row').filter({ hasText: person.fix.title }).getByTestId('uncounted-edit').click();
    await app.fill({ year: String(person.fix.set_year) });
    await app.save();
    await expectYears(app, person.fix.then, NOVEMBER);

    await app.reload();
    await expectYears(app, person.fix.then, NOVEMBER);
  });

  test(`${person.name} in March: last year stands beside this one, and its wrong year is mended`, async ({ app, context }) => {
    await begin(app, person);
    await setClock(context, MARCH);
    await app.reload();

    await expect(app.id('year-select')).toHaveValue('2027');
    await expectYear(app, person.assessments.find((year) => year.today === MARCH && year.year === 2026)!, 'prev-');
    await expectYears(app, person.assessments, MARCH);

    await app.go('records');
    await app.id('records-search').fill(person.fix.title);
    await expect(app.rows()).toHaveCount(1);
    await app.id('record-edit').click();
    await app.fill({ year: String(person.fix.set_year) });
    await app.save();
    await expect(app.rows()).toHaveAttribute('data-year', String(person.fix.set_year));
    await app.go('');
    await expectYears(app, person.fix.then, MARCH);

    await app.reload();
    await expectYear(app, person.fix.then.find((year) => year.today === MARCH && year.year === 2026)!, 'prev-');
    await expectYears(app, person.fix.then, MARCH);
  });
}

/** City and level set, the sheet pasted, reviewed, and its good rows taken. */
async function begin(app: App, person: Person): Promise<void> {
  const { city, unit_level } = person.profile;
  await app.open();
  await app.setProfile({ city, 'unit-level': unit_level });
  await app.go('records');
  await app.paste(fixture(person.name, person.file).toString());

  const rows = await app.importRows();
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const expected = person.import;
  expect({ rows: rows.length, new: count('new'), same: count('same'), conflict: count('conflict') }).toEqual({
    rows: expected.rows,
    new: expected.new,
    same: expected.same,
    conflict: expected.conflict,
  });
  const errors = rows.filter((row) => row.verdict === 'error').map(({ line, column }) => ({ line, column }));
  expect(errors).toEqual(expected.errors);
  await expect(app.id('import-confirm')).toHaveAttribute('data-value', String(expected.new));
  await app.confirmImport();
  await app.expectState('saved');
  await app.go('');
}

async function expectYears(app: App, years: ExpectedYear[], today: string): Promise<void> {
  for (const year of years.filter((year) => year.today === today)) {
    await app.chooseYear(year.year);
    await expectYear(app, year, '');
  }
}

async function expectYear(app: App, year: ExpectedYear, which: Which): Promise<void> {
  await test.step(`${which}${year.year} on ${year.today}`, async () => {
    await app.expectFigures(year, which);
    const byTitle = (a: { title: string }, b: { title: string }) => (a.title < b.title ? -1 : 1);
    expect((await app.uncounted(which)).sort(byTitle)).toEqual([...year.uncounted_rows].sort(byTitle));
    const warnings = (await app.values(`${which}warning-row`)).filter((code) => JUDGED.includes(code!));
    expect(warnings.sort()).toEqual([...year.warnings].sort());
    for (const part of ['professional', 'public'] as const) {
      const deadline = year[`deadline_${part}`];
      if (deadline === null) continue;
      const days = (Date.parse(deadline) - Date.parse(year.today)) / 86_400_000;
      expect(await app.value(`${which}days-left-${part}`)).toBe(String(days));
    }
  });
}
