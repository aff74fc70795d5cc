// The rules of 2016 to 2026 as a JavaScript program would hold them. Hours in hundredths, dates as
// numbers yyyymmdd. Written from the notices' clauses, not generated from the engine.

export const PROFESSIONAL = 'professional';
export const PUBLIC = 'public';
export const BASES = ['ah-open-university', 'anhui-university', 'ah-agricultural-university', 'ah-science-technology-university'];
export const OTHER_PLATFORM = 'other-platform';
export const COURSEWARE = 'courseware';
export const CLASS = 'class';
export const CONVERSION = 'conversion';

const ONLINE = new Set([...BASES, COURSEWARE]);
const STUDY = new Set([...ONLINE, OTHER_PLATFORM, CLASS]);

const REPRINTED = {
  total: 9000, totalSources: ['S-2', 'S-3'], professional: 6000, publicMinimum: 3000,
  windowRoutes: STUDY, windowKnown: false, windowSources: ['T-6'], baseCeiling: null, baseCeilingSources: [],
  exam: ['T-16', 'HB-9'], courseware: ['T-4'], classIsNamed: true, namedSources: [],
  conversion: ['T-17', 'HB-8'], filing: [],
};

const Y2025 = {
  total: 9000, totalSources: ['HB-2'], professional: 6000, publicMinimum: 0,
  windowRoutes: ONLINE, windowKnown: true, windowSources: ['HB-17', 'T-10'], baseCeiling: 3000, baseCeilingSources: ['HB-9', 'T-3'],
  exam: ['HB-9'], courseware: ['HB-10'], classIsNamed: false, namedSources: ['HB-7', 'HB-11', 'T-9'],
  conversion: ['HB-8', 'HB-16'], filing: ['HB-4'],
};

const Y2026 = {
  total: 9000, totalSources: ['LA-4'], professional: 6000, publicMinimum: 0,
  windowRoutes: STUDY, windowKnown: true, windowSources: ['AH-9', 'T-10'], baseCeiling: 3000, baseCeilingSources: ['AH-5', 'T-3'],
  exam: ['AH-5'], courseware: ['AH-6'], classIsNamed: false, namedSources: ['AH-3', 'T-9'],
  conversion: ['AH-4'], filing: ['AH-8'],
};

const YEARS = new Map([[2025, Y2025], [2026, Y2026]]);

const OVERLAYS = new Map([
  ['huaibei 2025', { transfer: ['HB-16', 'T-2'], prompt: [], noStampBelow: [] }],
  ['luan 2026', { transfer: null, prompt: ['LA-2'], noStampBelow: ['LA-7'] }],
]);
const NO_OVERLAY = { transfer: null, prompt: [], noStampBelow: [] };

/** What a year asks in a city. */
export function rule(year, city) {
  if (year < 2016 || year > 2026) throw new RangeError(`no rule for ${year} here`);
  const base = YEARS.get(year) ?? REPRINTED;
  const overlay = OVERLAYS.get(`${city} ${year}`) ?? NO_OVERLAY;
  return {
    ...base,
    year,
    prompt: overlay.prompt,
    noStampBelow: overlay.noStampBelow,
    hasTransfer: base.publicMinimum === 0,
    transferIsDocumented: overlay.transfer !== null,
    transferSources: overlay.transfer ?? ['T-2', 'HB-16'],
    lastDay: year * 10000 + 1231,
    publicDeadline: (year + 1) * 10000 + 531,
    outsideSources: [...base.totalSources, ...base.windowSources],
    failedCoursewareSources: ['T-4', ...base.courseware],
    platformsLapseOn: 20250601,
    platformSources: ['HB-5', 'HB-9', 'HB-10'],
  };
}
