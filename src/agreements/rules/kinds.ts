/**
 * Kinds of documents that bind, as data (PP 28/2018, Permendagri 22/2020 for the synergy of a region with a central body; PermenPANRB 46/2020 for
 * the action plan of SP4N-LAPOR!). What a kind may have is read here, never asked by name elsewhere.
 */
import type { Label } from '../../kernel/language.ts';

export interface AgreementKindData {
  readonly label: Label;
  /** Begins its code: NK-2026-0001. */
  readonly prefix: string;
  /** It is carried out line by line. */
  readonly hasLines: boolean;
  /** Lines belong to the four factors of success of SP4N-LAPOR! as well as to a programme. */
  readonly hasFactors: boolean;
  /** One text that many sign, each for their own office; the public sees who has not. */
  readonly manyHands: boolean;
  /** It becomes binding by a decree after others have reviewed it (rules/rad): nobody signs it in turn. */
  readonly isReviewed: boolean;
  /** The Ombudsman is one of the parties. */
  readonly withOmbudsman: boolean;
  /** What it is made under; empty = it stands by itself. */
  readonly under: readonly AgreementKind[];
  /** Proposed length in months, `null` = the calendar year of the plan. A proposal for the form, no rule. */
  readonly usualMonths: number | null;
}

export const AGREEMENT_KINDS = {
  'nota-kesepakatan': {
    label: { id: 'Nota kesepakatan', en: 'Memorandum of agreement' },
    prefix: 'NK',
    hasLines: false,
    hasFactors: false,
    manyHands: false,
    isReviewed: false,
    withOmbudsman: true,
    under: [],
    usualMonths: 60,
  },
  'nota-kesepahaman': {
    label: { id: 'Nota kesepahaman', en: 'Memorandum of understanding' },
    prefix: 'NP',
    hasLines: false,
    hasFactors: false,
    manyHands: false,
    isReviewed: false,
    withOmbudsman: true,
    under: [],
    usualMonths: 60,
  },
  'rencana-kerja': {
    label: { id: 'Rencana kerja', en: 'Work plan' },
    prefix: 'RK',
    hasLines: true,
    hasFactors: false,
    manyHands: false,
    isReviewed: false,
    withOmbudsman: true,
    under: ['nota-kesepakatan', 'nota-kesepahaman'],
    usualMonths: null,
  },
  pks: {
    label: { id: 'Perjanjian kerja sama (PKS)', en: 'Cooperation agreement (PKS)' },
    prefix: 'PKS',
    hasLines: true,
    hasFactors: false,
    manyHands: false,
    isReviewed: false,
    withOmbudsman: true,
    under: ['nota-kesepakatan', 'nota-kesepahaman'],
    usualMonths: 36,
  },
  komitmen: {
    label: { id: 'Komitmen', en: 'Commitment' },
    prefix: 'KM',
    hasLines: true,
    hasFactors: false,
    manyHands: true,
    isReviewed: false,
    withOmbudsman: false,
    under: ['nota-kesepakatan', 'nota-kesepahaman'],
    usualMonths: 12,
  },
  rad: {
    label: { id: 'Rencana aksi SP4N-LAPOR! (RAD)', en: 'SP4N-LAPOR! action plan (RAD)' },
    prefix: 'RAD',
    hasLines: true,
    hasFactors: true,
    manyHands: false,
    isReviewed: true,
    withOmbudsman: false,
    under: [],
    usualMonths: null,
  },
} as const satisfies Record<string, AgreementKindData & { under: readonly string[] }>;

export type AgreementKind = 'nota-kesepakatan' | 'nota-kesepahaman' | 'rencana-kerja' | 'pks' | 'komitmen' | 'rad';

export const KINDS = Object.keys(AGREEMENT_KINDS) as AgreementKind[];

/** The data of a kind under its common type. */
export function agreementKind(kind: AgreementKind): AgreementKindData {
  return AGREEMENT_KINDS[kind];
}

export function isAgreementKind(text: string): text is AgreementKind {
  return Object.hasOwn(AGREEMENT_KINDS, text);
}

/** What covers a government: a memorandum. Plans and commitments carry it out and cover nothing by themselves. */
export const COVERING_KINDS: readonly AgreementKind[] = ['nota-kesepakatan', 'nota-kesepahaman'];

/** Kinds whose document is about a year: they end every year, and half a year before their end they are still fresh. */
export const YEARLY_KINDS: readonly AgreementKind[] = KINDS.filter((kind) => {
  const { usualMonths } = agreementKind(kind);
  return usualMonths === null || usualMonths <= 12;
});

/** The four factors of success of complaint handling that the evaluation of the regional action plans names. */
export const FACTORS = {
  sop: { id: 'SOP dan tata kelola', en: 'Procedures and governance' },
  participation: { id: 'Partisipasi publik', en: 'Public participation' },
  staff: { id: 'SDM yang kompeten', en: 'Competent staff' },
  technology: { id: 'Fasilitas teknologi informasi', en: 'Information technology' },
} as const satisfies Record<string, Label>;
export type Factor = keyof typeof FACTORS;

/** What a line is: most are activities; the others have a day, attendance and what came of them. */
export const LINE_FORMS = {
  activity: { id: 'Kegiatan', en: 'Activity' },
  training: { id: 'Pelatihan', en: 'Training' },
  outreach: { id: 'Sosialisasi', en: 'Outreach' },
  discussion: { id: 'Diskusi terarah (FGD)', en: 'Focus group (FGD)' },
} as const satisfies Record<string, Label>;
export type LineForm = keyof typeof LINE_FORMS;
