/** What somebody asks a line to be: from the form, a row of a table, a template, a decision of a review, an improvement item. */
import type { Day } from '../../../kernel/time.ts';
import type { Factor, LineForm } from '../kinds.ts';
import type { Amount, Direction } from '../line.ts';

export interface ResponsibleOrder {
  /** A party of the agreement or an office below one. */
  readonly agencyId: string;
  /** The office held: Kepala Dinas. */
  readonly position?: string;
  /** Whoever reports or confirms by name; `null` = whoever holds the office. */
  readonly personId?: string | null;
}

/** Amounts are canonical ('12.5', amount.ts reads what people type), money is whole rupiah; days are days. */
export interface LineOrder {
  /** The year of its targets; the year of the due day when it is left out. */
  readonly year?: number | null;
  readonly programme: string;
  readonly factor?: Factor | null;
  readonly form?: LineForm;
  readonly activity: string;
  readonly output?: string;
  readonly indicator?: string;
  readonly unit?: string;
  readonly baseline?: Amount | null;
  /** Cumulative at the end of each quarter; missing ones are `null`. */
  readonly targets?: readonly (Amount | null)[];
  readonly direction?: Direction;
  readonly budgetSource?: string;
  readonly budgetAmount?: string | null;
  readonly place?: string;
  readonly startsOn: Day | null;
  readonly dueOn: Day | null;
  readonly owner: ResponsibleOrder;
  readonly other?: ResponsibleOrder | null;
  readonly supportingIds?: readonly string[];
  readonly evidenceAsked?: string;
  readonly isPriority?: boolean;
  readonly itemId?: string | null;
  readonly obligationId?: string | null;
  readonly decisionId?: string | null;
  readonly measure?: string | null;
  readonly measureAgencyId?: string | null;
}

/** Longest texts. No regulation sets them; a plan is read on one page. */
export const LINE_LIMITS = {
  activity: 500,
  output: 1000,
  indicator: 300,
  unit: 60,
  budgetSource: 200,
  place: 200,
  evidenceAsked: 1000,
  position: 200,
} as const;

/** Lines of one plan. A longer one is better cut by year. */
export const LINES_PER_PLAN = 2000;
export const SUPPORTING_LIMIT = 20;
