// The three persons of tests/fixtures with what was worked out for them by hand.
import fs from 'node:fs';
import type { Figures } from './app';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

export type ExpectedYear = Omit<Figures, 'deadline_professional' | 'deadline_public'> & {
  today: string;
  year: number;
  /** `null`: no text gives one, and nothing is expected. */
  deadline_professional: string | null;
  deadline_public: string | null;
  uncounted_rows: { title: string; reason: string; hours: string }[];
  warnings: string[];
};

export type Person = {
  name: string;
  profile: { city: string; unit_level: string };
  file: string;
  import: {
    today: string;
    rows: number;
    new: number;
    same: number;
    conflict: number;
    errors: { line: number; column: string }[];
  };
  assessments: ExpectedYear[];
  fix: { title: string; set_year: number; then: ExpectedYear[] };
};

export const PEOPLE = ['wang-huaibei', 'li-luan', 'zhao-moved'].map(person);

export function person(name: string): Person {
  return { name, ...JSON.parse(fixture(name, 'expected.json').toString()) };
}

export function fixture(name: string, file: string): Buffer {
  return fs.readFileSync(new URL(`${name}/${file}`, FIXTURES));
}
