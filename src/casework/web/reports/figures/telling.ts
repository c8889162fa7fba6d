/** The figures of an office in words, once: page, XLSX and PDF show the same lines. */
import { AGENCY_KINDS, type AgencyKind, categoryByCode } from '../../../../directory/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Db } from '../../../../platform/database/database.ts';
import type { OfficeReport } from '../../../actions/reports/figures/office-report.ts';
import { OUTCOME_LABELS, type Outcome, STAGE_LABELS, type Stage } from '../../../rules/case.transitions.ts';
import type { AccessKind, CaseChannel } from '../../../rules/case.ts';
import { ACCESS_LABELS, CASE_CHANNEL_LABELS } from '../../../rules/case-labels.ts';
import { FORMS, type FormCode } from '../../../rules/examination/forms.ts';
import {
  CASE_SETS,
  type CaseSet,
  type Dimension,
  decimalText,
  SET_WORDS,
  shareText,
  TIME_WORDS,
  type TimeFigures,
} from '../../../rules/reports/figures.ts';
import { LIMIT_LABELS, TARGET_LABELS } from '../../../rules/reports/labels.ts';
import { wordsIn } from './words.ts';

export interface ToldLine {
  readonly key: string | null;
  readonly label: string;
  readonly count: number;
  readonly before: number;
}

export interface ToldTable {
  readonly set: CaseSet;
  readonly by: Dimension;
  /** `Diterima: jenis akses` */
  readonly title: string;
  readonly counts: string;
  readonly lines: readonly ToldLine[];
}

export interface ToldTime {
  readonly measure: keyof typeof TIME_WORDS;
  readonly title: string;
  readonly counts: string;
  readonly text: string;
  readonly before: string;
}

export interface ToldReport {
  readonly sets: readonly {
    readonly set: CaseSet;
    readonly title: string;
    readonly counts: string;
    readonly count: number;
    readonly before: number;
  }[];
  readonly tables: readonly ToldTable[];
  readonly time: readonly ToldTime[];
  readonly isEmpty: boolean;
}

/** Words of a group; the names of categories come from the directory. */
export type GroupWords = (by: Dimension, key: string | null) => string;

export async function groupWords(db: Db, language: Language, categoryCodes: readonly (string | null)[]): Promise<GroupWords> {
  const words = wordsIn(language);
  const categories = new Map<string, string>();
  for (const code of categoryCodes) {
    const category = code === null ? undefined : await categoryByCode(db, code);
    if (category) categories.set(category.code, category.label[language]);
  }
  return (by, key) => {
    if (key === null) return words.unknown;
    switch (by) {
      case 'access':
        return ACCESS_LABELS[key as AccessKind][language];
      case 'channel':
        return CASE_CHANNEL_LABELS[key as CaseChannel][language];
      case 'stage':
        return STAGE_LABELS[key as Stage][language];
      case 'outcome':
        return OUTCOME_LABELS[key as Outcome][language];
      case 'category':
        return categories.get(key) ?? words.unknown;
      case 'agency-kind':
        return AGENCY_KINDS[key as AgencyKind][language];
      case 'target':
        return TARGET_LABELS[key as keyof typeof TARGET_LABELS][language];
      case 'limits':
        return LIMIT_LABELS[key as keyof typeof LIMIT_LABELS][language];
      case 'maladministration':
        return FORMS[key as FormCode].label[language];
    }
  };
}

/** The words of all groups of a report. */
export function wordsOfReport(db: Db, language: Language, { tables }: OfficeReport): Promise<GroupWords> {
  const codes = tables.flatMap(({ table, lines }) => (table.by === 'category' ? lines.map(({ key }) => key) : []));
  return groupWords(db, language, codes);
}

export function told(report: OfficeReport, language: Language, groups: GroupWords): ToldReport {
  const sets = CASE_SETS.map((set) => ({
    set,
    title: SET_WORDS[set].title[language],
    counts: SET_WORDS[set].counts[language],
    ...report.sets[set],
  }));
  return {
    sets,
    tables: report.tables.map(({ table, lines }) => ({
      set: table.set,
      by: table.by,
      title: `${SET_WORDS[table.set].title[language]}: ${lowerFirst(table.title[language])}`,
      counts: table.counts[language],
      lines: lines.map((line) => ({ ...line, label: groups(table.by, line.key) })),
    })),
    time: (Object.keys(TIME_WORDS) as (keyof typeof TIME_WORDS)[]).map((measure) => ({
      measure,
      title: TIME_WORDS[measure].title[language],
      counts: TIME_WORDS[measure].counts[language],
      text: timeText(measure, report.time.now, language),
      before: timeText(measure, report.time.before, language),
    })),
    isEmpty: sets.every(({ count, before }) => count === 0 && before === 0),
  };
}

function timeText(measure: keyof typeof TIME_WORDS, time: TimeFigures, language: Language): string {
  const words = wordsIn(language);
  if (measure === 'within') return shareText(time.within, time.cases, language);
  const days = time[measure];
  return days === null ? words.none : words.days(decimalText(days, language));
}

/** `Jenis akses` within a title; abbreviations stay as they are. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
