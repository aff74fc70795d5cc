// The entries that the engine wrote (tests/bench/engine/src/bytes.rs), and assessments in the
// words in which the engine tells them.

import { Ledger } from './assess.mjs';
import { BASES, CLASS, CONVERSION, COURSEWARE, OTHER_PLATFORM, PROFESSIONAL, PUBLIC, rule } from './rulebook.mjs';

const SUBJECTS = [PROFESSIONAL, PUBLIC];
const ROUTES = [...BASES, OTHER_PLATFORM, COURSEWARE, CLASS, CONVERSION];
const OUTCOMES = ['passed', 'failed', 'none'];
const STATUSES = ['planned', 'completed', 'registered', 'verified'];
const FILINGS = ['yes', 'no', 'unknown'];
const RULE = '论文';

const TODAY = 20261121;
const YEARS = Array.from({ length: 10 }, (_, place) => 2017 + place);
const CONVERSIONS = [{ name: RULE, cap: 4000 }];

/** The entries, read once: like the engine's they are there before anything is timed. */
export function entriesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = 4;
  const byte = () => view.getUint8(at++);
  const text = () => {
    const length = view.getUint16(at, true);
    at += 2 + length;
    return decoder.decode(bytes.subarray(at - length, at));
  };
  return Array.from({ length: view.getUint32(0, true) }, () => {
    const id = Number(view.getBigUint64(at, true));
    const end = view.getUint32(at + 8, true);
    const hours = view.getUint32(at + 12, true);
    const year = view.getUint16(at + 16, true);
    at += 18;
    const subject = SUBJECTS[byte()];
    const route = ROUTES[byte()];
    const outcome = OUTCOMES[byte()];
    const status = STATUSES[byte()];
    const filing = FILINGS[byte()];
    const conversion = byte() === 1 ? RULE : null;
    return { id, year, end, hours, subject, route, outcome, status, filing, conversion, title: text(), organiser: text(), certificate: text() };
  });
}

export const ledgerOf = (entries) => new Ledger(entries, CONVERSIONS);

/** Every year assessed; the sum depends on all of it. */
export function assess(ledger, city) {
  let sum = 0;
  for (const year of YEARS) {
    const assessment = ledger.assess(rule(year, city), TODAY);
    sum += assessment.total + assessment.lines.length;
    for (const warning of assessment.warnings) sum += warning.entries.length;
  }
  return sum;
}

const hours = (hundredths) => String(hundredths / 100);

export function told(ledger, city) {
  const lines = [];
  for (const year of YEARS) {
    const it = ledger.assess(rule(year, city), TODAY);
    lines.push(`${year} ${it.verdict}`);
    lines.push(
      `raw ${hours(it.rawProfessional)} ${hours(it.rawPublic)} counted ${hours(it.professional)} ${hours(it.public)} ` +
        `bases ${hours(it.fromBases)} transfer ${hours(it.transfer)} total ${hours(it.total)}`,
    );
    lines.push(
      `uncounted ${hours(it.uncounted)} planned ${hours(it.planned)} ` +
        `needs ${hours(it.needProfessional)} ${hours(it.needPublic)} ${hours(it.needAny)}`,
    );
    for (const { entry, raw, counted, uncounted } of it.lines) {
      const why = uncounted ? ` ${uncounted.reason} ${hours(uncounted.hours)} ${uncounted.sources.join(',')}` : '';
      lines.push(`${entry} ${hours(raw)} ${hours(counted)}${why}`);
    }
    for (const { code, sources, entries } of it.warnings) lines.push(`${code} ${sources.join(',')} [${entries.join(' ')}]`);
  }
  return `${lines.join('\n')}\n`;
}
