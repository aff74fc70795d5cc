// The same assessment in plain JavaScript, as one would write it who wants it fast: integers, one
// pass, objects of one shape, lists of clauses shared. Every line and every warning is kept, too.

import { BASES, CLASS, CONVERSION, COURSEWARE, OTHER_PLATFORM, PROFESSIONAL, PUBLIC } from './rulebook.mjs';

const yearOf = (date) => Math.trunc(date / 10000);
const isBase = new Set(BASES);
const above = (a, b) => (a > b ? a - b : 0);

const byCompletion = (a, b) =>
  a.end - b.end || a.hours - b.hours || (a.title < b.title ? -1 : a.title > b.title ? 1 : 0) || a.id - b.id;

/** The entries by attribution year, in order of completion. */
export class Ledger {
  constructor(entries, conversions) {
    this.conversions = conversions;
    this.years = new Map();
    const elsewhere = new Map();
    for (const entry of entries) {
      const known = this.years.get(entry.year);
      if (known) known.push(entry);
      else this.years.set(entry.year, [entry]);
      const completed = yearOf(entry.end);
      if (entry.status !== 'planned' && completed !== entry.year) {
        const others = elsewhere.get(completed);
        if (others) others.add(entry.year);
        else elsewhere.set(completed, new Set([entry.year]));
      }
    }
    for (const list of this.years.values()) list.sort(byCompletion);
    this.spread = new Set();
    for (const [year, others] of elsewhere) if (others.size >= 2) this.spread.add(year);
  }

  assess(rule, today) {
    const room = { bases: rule.baseCeiling, conversions: new Map() };
    for (const { name, cap } of this.conversions) if (cap !== null) room.conversions.set(name, cap);
    const lines = [];
    const warnings = new Map();
    const warn = (code, entry, sources) => {
      const known = warnings.get(code);
      if (known) known.entries.push(entry.id);
      else warnings.set(code, { code, entries: [entry.id], sources });
    };
    let rawProfessional = 0;
    let rawPublic = 0;
    let professional = 0;
    let public_ = 0;
    let fromBases = 0;
    let planned = 0;
    for (const entry of this.years.get(rule.year) ?? []) {
      if (entry.status === 'planned') {
        planned += entry.hours;
        continue;
      }
      const line = toLine(rule, entry, room);
      if (entry.subject === PUBLIC) {
        rawPublic += line.raw;
        public_ += line.counted;
        if (isBase.has(entry.route)) fromBases += line.counted;
      } else {
        rawProfessional += line.raw;
        professional += line.counted;
      }
      if (line.counted > 0) lookAt(rule, entry, warn);
      const completed = yearOf(entry.end);
      if (completed !== entry.year && this.spread.has(completed)) warn('spread-registration', entry, ['LA-5']);
      lines.push(line);
    }
    const total = professional + public_;
    const transfer = rule.hasTransfer
      ? Math.min(above(professional, rule.professional), above(rule.total - rule.professional, public_))
      : 0;
    const needProfessional = above(rule.professional, professional);
    const needPublic = above(rule.publicMinimum, public_);
    const needAny = above(rule.total, total + needProfessional + needPublic);
    const isShort = needProfessional + needPublic + needAny > 0;
    if (rule.hasTransfer && !rule.transferIsDocumented && transfer > 0)
      warnings.set('transfer-undocumented', { code: 'transfer-undocumented', entries: [], sources: rule.transferSources });
    if (isShort && lines.length > 0 && rule.noStampBelow.length > 0)
      warnings.set('no-stamp-below', { code: 'no-stamp-below', entries: [], sources: rule.noStampBelow });
    return {
      year: rule.year,
      lines,
      rawProfessional,
      rawPublic,
      professional,
      public: public_,
      fromBases,
      transfer,
      total,
      uncounted: rawProfessional + rawPublic - total,
      planned,
      needProfessional,
      needPublic,
      needAny,
      verdict: verdict(rule, isShort, needProfessional, transfer, today),
      warnings: [...warnings.values()],
    };
  }
}

function verdict(rule, isShort, needProfessional, transfer, today) {
  if (!isShort) return transfer === 0 || rule.transferIsDocumented ? 'met' : 'met-with-caution';
  if (today > rule.publicDeadline || (needProfessional > 0 && today > rule.lastDay)) return 'closed';
  return 'short';
}

function inWindow(rule, entry) {
  return (
    entry.subject === PUBLIC &&
    entry.end > rule.lastDay &&
    entry.end <= rule.publicDeadline &&
    rule.windowRoutes.has(entry.route)
  );
}

/** One entry under the conditions of the rules, in their order. */
function toLine(rule, entry, room) {
  const isPublic = entry.subject === PUBLIC;
  let reason = null;
  let lost = entry.hours;
  let sources = null;
  if (yearOf(entry.end) !== rule.year && !inWindow(rule, entry)) {
    reason = 'outside-window';
    sources = rule.outsideSources;
  } else if (isPublic && isBase.has(entry.route) && entry.outcome !== 'passed') {
    reason = 'exam-not-passed';
    sources = rule.exam;
  } else if (entry.route === COURSEWARE && entry.outcome === 'failed') {
    reason = 'exam-not-passed';
    sources = rule.failedCoursewareSources;
  } else if (isPublic && entry.route === OTHER_PLATFORM && entry.end >= rule.platformsLapseOn) {
    reason = 'platform-lapsed-or-unlisted';
    sources = rule.platformSources;
  } else if (isPublic && isBase.has(entry.route)) {
    reason = 'over-online-ceiling';
    lost = 0;
    if (room.bases !== null) {
      lost = above(entry.hours, room.bases);
      room.bases = above(room.bases, entry.hours);
    }
    sources = rule.baseCeilingSources;
  } else if (entry.route === CONVERSION) {
    reason = 'conversion-cap';
    lost = 0;
    const left = entry.conversion === null ? undefined : room.conversions.get(entry.conversion);
    if (left !== undefined) {
      lost = above(entry.hours, left);
      room.conversions.set(entry.conversion, above(left, entry.hours));
    }
    sources = rule.conversion;
  } else {
    lost = 0;
  }
  return {
    entry: entry.id,
    subject: entry.subject,
    route: entry.route,
    end: entry.end,
    raw: entry.hours,
    counted: entry.hours - lost,
    uncounted: lost > 0 ? { reason, hours: lost, sources } : null,
  };
}

/** What is worth a look about an entry that counts. */
function lookAt(rule, entry, warn) {
  const isPublic = entry.subject === PUBLIC;
  if (!rule.windowKnown && inWindow(rule, entry)) warn('window-unknown', entry, rule.windowSources);
  if (!rule.classIsNamed && isPublic && entry.route === CLASS) warn('public-route-unnamed', entry, rule.namedSources);
  if (entry.outcome === 'failed') warn('failed-but-counted', entry, ['T-4']);
  if (entry.subject === PROFESSIONAL) {
    if (entry.route === OTHER_PLATFORM) warn('other-platform-professional', entry, ['HB-4', 'AH-8']);
    if (entry.route !== CONVERSION && entry.filing !== 'yes' && rule.filing.length > 0) warn('filing-not-noted', entry, rule.filing);
  }
  if (entry.status === 'completed' && rule.prompt.length > 0) warn('not-yet-registered', entry, rule.prompt);
}
