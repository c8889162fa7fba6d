import type { Label } from '../../kernel/language.ts';
import type { Basis } from '../../law/index.ts';
import type { AnswerKind } from './answer-kinds.ts';

/**
 * An instrument version: with what a round of assessments measures. It is a value, kept as data and frozen when published; a change
 * is a new version. `score(instrument, answers)` needs nothing besides, so anyone who has the version can recompute a score.
 *
 * Numbers are texts (`21.85`, `100/6`) so that they stay exact on their way through JSON. Weights of siblings add up to 100.
 */
export interface Instrument {
  /** `penilaian-2023`: names the instrument over all its versions. */
  readonly id: string;
  readonly version: number;
  readonly title: Label;
  readonly summary: Label;
  /** Years of assessment it is meant for; `until: null` = until a later one takes its place. */
  readonly years: { readonly from: number; readonly until: number | null };
  readonly basis: readonly Basis[];
  readonly dimensions: readonly Dimension[];
  readonly rounding: Rounding;
  readonly agencyScore: AgencyRule;
  readonly bands: readonly Band[];
  /** Bands of single units where they differ from those of the agency. */
  readonly unitBands: readonly Band[] | null;
  /** A second judgement beside the score (obedience to the Ombudsman's products), which adds words to the label. */
  readonly qualifier: Qualifier | null;
  /** An indicator below this (0 to 100) falls short and asks for an improvement: `documents` for what is seen, `people` for what is asked. */
  readonly shortBelow: { readonly documents: string; readonly people: string; readonly standing: Standing };
  readonly fieldwork: Fieldwork;
}

/** How sure a number is, and what it rests on. */
export interface Standing {
  readonly confirmed: boolean;
  readonly basis: Basis | null;
  /** What is not known, or where the number comes from; shown wherever the number is. */
  readonly note: Label | null;
}

export interface Dimension {
  readonly code: string;
  readonly name: Label;
  readonly weight: string;
  /** `unit`: measured in every unit. `agency`: once for the agency. */
  readonly per: 'unit' | 'agency';
  /** `qualifier` dimensions stay outside the score and are read by the instrument's qualifier; their weight is `0`. */
  readonly role: 'score' | 'qualifier';
  readonly standing: Standing;
  readonly variables: readonly Variable[];
}

export interface Variable {
  readonly code: string;
  readonly name: Label;
  readonly weight: string;
  readonly standing: Standing;
  readonly indicators: readonly Indicator[];
}

export interface Indicator {
  /** Unique in the instrument. */
  readonly code: string;
  readonly name: Label;
  /** What the assessor looks at or asks. */
  readonly question: Label;
  readonly weight: string;
  readonly standing: Standing;
  readonly answer: AnswerKind;
  /** On which sheet it is answered; `secondary` numbers are on the sheet of the unit or agency, pushed by the room that has them. */
  readonly from: SheetKind;
  /** For secondary data: the measure that other rooms push, for example `casework.compliance`. */
  readonly measure: string | null;
  readonly evidence: 'none' | 'optional' | 'required';
  /** Whether "does not apply here" may be answered; such answers leave the mean. */
  readonly mayNotApply: boolean;
  /** The improvement asked for when it falls short. */
  readonly improvement: Label;
  /** The component of the service standard (room `services`) it looks at. */
  readonly component: string | null;
}

/** What a sheet is about: one product, one person asked, the unit itself, the agency itself. */
export type SheetKind = 'product' | 'officer' | 'user' | 'complaint-officer' | 'unit' | 'agency';

export const SHEET_KINDS: readonly SheetKind[] = ['product', 'unit', 'officer', 'complaint-officer', 'user', 'agency'];

/** Sheets on which people answer: never published one by one. */
export const PEOPLE_SHEETS: readonly SheetKind[] = ['officer', 'complaint-officer', 'user'];

export type Level = 'indicator' | 'variable' | 'dimension' | 'unit' | 'agency';

export const LEVELS: readonly Level[] = ['agency', 'unit', 'dimension', 'variable', 'indicator'];

/** Decimals at each level that is rounded half-up; a level that is not named stays exact. */
export type Rounding = Readonly<Partial<Record<Level, number>>>;

/** The agency's score: mean of its units, all alike, with the agency's own dimensions added by weight. */
export interface AgencyRule {
  readonly method: 'mean-of-units';
  readonly standing: Standing;
}

export type ZoneCode = 'hijau' | 'kuning' | 'merah';

/** From this score (inclusive, after rounding) up to the next band. The lowest starts at 0, the highest ends with 100. */
export interface Band {
  readonly from: string;
  readonly category: string;
  readonly zone: ZoneCode | null;
  /** `dark` for the dark green that category A of 2022-2024 is shown in. */
  readonly shade: 'dark' | null;
  readonly label: Label;
  readonly standing: Standing;
}

export interface Qualifier {
  /** The dimension of role `qualifier` that is read. */
  readonly dimension: string;
  /** From this score the words are added to the label; below the lowest nothing is. */
  readonly steps: readonly { readonly from: string; readonly adds: Label }[];
  /** Words when the dimension has nothing to judge (no product of the Ombudsman was due). */
  readonly whenNothing: Label | null;
  readonly standing: Standing;
}

export interface Fieldwork {
  /** Units of an agency by the kind of agency (of the directory): the loci. `count`: how many of that kind. */
  readonly loci: readonly LocusRule[];
  /** How many sheets of each kind a unit gets where its locus says nothing else. */
  readonly sheets: Readonly<Partial<Record<SheetKind, number>>>;
  readonly standing: Standing;
}

export interface LocusRule {
  /** Kinds of agencies that get this locus: `regency-government`, `province-government`, ... */
  readonly agencyKinds: readonly string[];
  /**
   * What the office does, in the words of the directory: one of its `functions`, or for branches of national bodies the code of the
   * body (`atrbpn`). `self`: the agency itself.
   */
  readonly office: string;
  readonly name: Label;
  readonly count: number;
  readonly sheets?: Readonly<Partial<Record<SheetKind, number>>>;
}
