/** Which governments a memorandum in force covers, until when, and which promised programmes lie still. Pure. */
import type { Language } from '../../../kernel/language.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { bindsOn, daysLeft, lastDay } from '../in-force.ts';
import { coverSpells, spellOn } from '../public/cover.ts';
import { coverGaps } from '../reviews/cover-gaps.ts';
import type { Gap } from '../reviews/renewal.ts';

export interface GovernmentFacts {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly isProvince: boolean;
}

/** A signed memorandum of a government, in force or not. */
export interface Cover
  extends Pick<Agreement, 'id' | 'code' | 'kind' | 'title' | 'state' | 'inForceFrom' | 'inForceUntil' | 'endedOn'> {
  readonly governmentId: string;
  readonly programmes: readonly string[];
}

/** What the lines of the plans in force say of one programme of one government. */
export interface Activity {
  readonly governmentId: string;
  readonly programme: string;
  readonly lines: number;
  /** Lines that were begun. */
  readonly active: number;
  /** Lines with a file of evidence whose progress the other side has confirmed. */
  readonly evidenced: number;
  /** Lines that are still to be done. */
  readonly open: number;
  /** The last day anything was reported or confirmed; `null` = never. */
  readonly lastOn: Day | null;
}

/** From worst to best. `stale` = there is evidence, but for long nothing was reported while lines are still to be done. */
export const PROGRAMME_STANDINGS = ['no-lines', 'no-activity', 'no-evidence', 'stale', 'evidenced'] as const;
export type ProgrammeStanding = (typeof PROGRAMME_STANDINGS)[number];

/** A programme a government was promised, and what its lines say; zeros where there are none. */
export interface ProgrammeCover extends Omit<Activity, 'governmentId' | 'programme'> {
  readonly code: string;
  readonly standing: ProgrammeStanding;
}

/** `lapsing` and `lapsing-soon` = within the first and the second warning; `upcoming` = signed, not in force yet; `none` = no record of one at all. */
export const COVER_STANDINGS = ['covered', 'lapsing', 'lapsing-soon', 'upcoming', 'lapsed', 'none'] as const;
export type CoverStanding = (typeof COVER_STANDINGS)[number];

export interface GovernmentCover {
  readonly government: GovernmentFacts;
  readonly standing: CoverStanding;
  /** The memorandum that covers it longest; of one that nothing covers the one that ended last or begins first. */
  readonly by: Cover | null;
  /** Memoranda in force. */
  readonly inForce: readonly Cover[];
  /** The last day before nothing covers it: of all its memoranda that follow or overlap each other. `null` = without an end, or not covered. */
  readonly until: Day | null;
  /** Days until then; `null` = without an end, or not covered. */
  readonly left: number | null;
  readonly programmes: readonly ProgrammeCover[];
  /** Days between its memoranda that none covers: of the last two years, running, and ahead. */
  readonly gaps: readonly Gap[];
}

export function isCovered({ standing }: Pick<GovernmentCover, 'standing'>): boolean {
  return standing === 'covered' || standing === 'lapsing' || standing === 'lapsing-soon';
}

export interface CoverNumbers {
  /** Days before the end from which a cover counts as lapsing, the earlier warning first. */
  readonly warnings: readonly [number, number];
  /** Days without a report after which a programme lies still. */
  readonly staleDays: number;
}

export function coverOf(
  government: GovernmentFacts,
  covers: readonly Cover[],
  activities: readonly Activity[],
  day: Day,
  { warnings, staleDays }: CoverNumbers,
): GovernmentCover {
  const inForce = covers.filter((cover) => bindsOn(cover, day)).toSorted((a, b) => byEnd(b, a));
  const longest = inForce[0];
  const gaps = coverGaps(covers, day);
  const promised = new Set([...inForce.flatMap(({ programmes }) => programmes), ...activities.map(({ programme }) => programme)]);
  const staleBefore = day.subtract({ days: staleDays });
  const programmes = [...promised].map((code) =>
    programmeCover(
      code,
      activities.find(({ programme }) => programme === code),
      staleBefore,
    ),
  );
  if (longest) {
    // One that is signed already and begins where this one ends goes on covering.
    const until = spellOn(coverSpells(covers), day)?.until ?? null;
    const left = daysLeft({ inForceUntil: until }, day);
    const standing = left === null || left > warnings[0] ? 'covered' : left > warnings[1] ? 'lapsing' : 'lapsing-soon';
    return { government, standing, by: longest, inForce, until, left, programmes, gaps };
  }
  const upcoming = covers
    .filter(
      ({ inForceFrom, endedOn }) => inForceFrom !== null && endedOn === null && Temporal.PlainDate.compare(inForceFrom, day) > 0,
    )
    .toSorted((a, b) => Temporal.PlainDate.compare(a.inForceFrom as Day, b.inForceFrom as Day))[0];
  const last = covers.toSorted((a, b) => byEnd(b, a))[0];
  const by = upcoming ?? last ?? null;
  const standing = upcoming ? 'upcoming' : last ? 'lapsed' : 'none';
  return { government, standing, by, inForce, until: null, left: null, programmes, gaps };
}

/** The last day it is covered, or was; `null` = without an end, or never. */
export function coveredUntil({ until, by, inForce }: Pick<GovernmentCover, 'until' | 'by' | 'inForce'>): Day | null {
  return inForce.length > 0 || by === null ? until : lastDay(by);
}

/** What ends later is greater; what never ends is greatest. Days as text compare like days, and a country has many of them. */
function byEnd(a: Cover, b: Cover): number {
  const [one, other] = [endOf(a), endOf(b)];
  return one === other ? 0 : one < other ? -1 : 1;
}

const endOf = (cover: Cover): string => lastDay(cover)?.toString() ?? 'never';

function programmeCover(code: string, activity: Activity | undefined, staleBefore: Day): ProgrammeCover {
  if (!activity) return { code, standing: 'no-lines', lines: 0, active: 0, evidenced: 0, open: 0, lastOn: null };
  const { lines, active, evidenced, open, lastOn } = activity;
  return { code, standing: programmeStanding(activity, staleBefore), lines, active, evidenced, open, lastOn };
}

function programmeStanding({ lines, active, evidenced, open, lastOn }: Activity, staleBefore: Day): ProgrammeStanding {
  if (lines === 0) return 'no-lines';
  if (active === 0 && evidenced === 0) return 'no-activity';
  if (evidenced === 0) return 'no-evidence';
  const isQuiet = lastOn === null || Temporal.PlainDate.compare(lastOn, staleBefore) < 0;
  return open > 0 && isQuiet ? 'stale' : 'evidenced';
}

export interface ProvinceCover {
  /** How many of its regencies and cities are covered, of how many. */
  readonly covered: number;
  readonly all: number;
  /** `null` where the province has no government in the directory. */
  readonly isProvinceCovered: boolean | null;
  readonly lapsing: number;
  readonly lapsingSoon: number;
  /** Pairs of a covered government and a programme it was promised, that lie still: no line, nothing begun, or no evidence. */
  readonly still: number;
  /** Governments without any record, and those whose last one is over. */
  readonly missing: readonly GovernmentCover[];
}

export function provinceCover(covers: readonly GovernmentCover[]): ProvinceCover {
  const own = covers.find(({ government }) => government.isProvince);
  const local = covers.filter(({ government }) => !government.isProvince);
  return {
    covered: local.filter(isCovered).length,
    all: local.length,
    isProvinceCovered: own ? isCovered(own) : null,
    lapsing: covers.filter(({ standing }) => standing === 'lapsing' || standing === 'lapsing-soon').length,
    lapsingSoon: covers.filter(({ standing }) => standing === 'lapsing-soon').length,
    still: covers.flatMap(({ programmes }) => programmes).filter(({ standing }) => standing !== 'evidenced').length,
    missing: covers.filter((cover) => !isCovered(cover)),
  };
}

/**
 * The coverage of a province in a sentence. "All covered" is said only when each government has a memorandum in force; whoever lacks one is named, and
 * whether nothing is on record or the last one is over.
 *
 * @param name of the province: Kepulauan Riau
 */
export function coverSentence(name: string, covers: readonly GovernmentCover[], language: Language): string {
  const { covered, all, isProvinceCovered, missing } = provinceCover(covers);
  const isEn = language === 'en';
  const named = (standings: readonly CoverStanding[]) =>
    missing.filter(({ standing }) => standings.includes(standing)).map(({ government }) => government.name);
  if (missing.length === 0) {
    if (all === 0) return isEn ? `All covered: the province of ${name}.` : `Semua tercakup: Provinsi ${name}.`;
    return isEn
      ? `All covered: the province and all ${all} regencies/cities of ${name}.`
      : `Semua tercakup: provinsi dan ${all} kabupaten/kota di ${name}.`;
  }
  const local =
    all === 0
      ? ''
      : isEn
        ? `${covered} of ${all} regencies/cities of ${name}`
        : `${covered} dari ${all} kabupaten/kota di ${name}`;
  const some = local === '' ? '' : isEn ? `${local} covered` : `${local} tercakup`;
  const noProvince = isEn ? `The province of ${name} is not covered` : `Provinsi ${name} belum tercakup`;
  const withProvince = isEn ? `The province and ${local} covered` : `Provinsi dan ${local} tercakup`;
  const head = isProvinceCovered ? withProvince : some || noProvince;
  const parts = [
    sentencePart(named(['none']), isEn ? 'no record for' : 'belum ada catatan untuk', isEn),
    sentencePart(named(['lapsed']), isEn ? 'the last one is over for' : 'sudah berakhir untuk', isEn),
    sentencePart(named(['upcoming']), isEn ? 'not in force yet for' : 'belum mulai berlaku untuk', isEn),
  ].filter(Boolean);
  return `${head}, ${parts.join('; ')}.`;
}

const MOST_NAMES = 12;

function sentencePart(names: readonly string[], what: string, isEn: boolean): string {
  if (names.length === 0) return '';
  const more = names.length - MOST_NAMES;
  const shown = names
    .slice(0, MOST_NAMES)
    .map((name) => name.replace(/^Pemerintah (Kabupaten |Kota |Provinsi )?/, (_, kind = '') => kind));
  const rest = more > 0 ? (isEn ? ` and ${more} more` : ` dan ${more} lainnya`) : '';
  return `${what} ${shown.join(', ')}${rest}`;
}
