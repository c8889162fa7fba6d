/** A new edition of an adopted action plan: what it may follow, and from when. Pure. */
import { dayOf, type Moment, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import type { AgreementRefusal } from '../refusals.ts';

interface Years {
  readonly id: string;
  readonly yearFrom: number;
  readonly yearUntil: number;
}

/** Whether a plan of the same government stands in the way of a new edition of `before`: another one of these years, drafted or adopted. */
export function isOtherEdition(
  plan: {
    readonly agreementId: string;
    readonly yearFrom: number;
    readonly yearUntil: number;
    readonly isOver: boolean;
  },
  before: Years,
): boolean {
  return plan.agreementId !== before.id && !plan.isOver && plan.yearFrom <= before.yearUntil && plan.yearUntil >= before.yearFrom;
}

type Edition = Pick<Agreement, 'kind' | 'state' | 'yearFrom' | 'yearUntil' | 'inForceFrom' | 'zone'>;

/** `'none'` = what stands before it is no earlier edition of the same years; `null` = it may take its place on its first day. */
export function editionFlaw(before: Edition, edition: Edition, at: Moment): AgreementRefusal | 'none' | null {
  const isOfSameYears =
    before.kind === 'rad' &&
    before.state === 'signed' &&
    (before.yearFrom ?? 0) <= (edition.yearUntil ?? edition.yearFrom ?? 0) &&
    (before.yearUntil ?? before.yearFrom ?? 0) >= (edition.yearFrom ?? 0);
  if (!isOfSameYears) return 'none';
  const from = edition.inForceFrom;
  // What its state says is asked today: an edition cannot be over before its last day has come, nor before it began.
  const isTimely =
    from !== null &&
    Temporal.PlainDate.compare(from, dayOf(at, before.zone)) <= 0 &&
    (before.inForceFrom === null || Temporal.PlainDate.compare(before.inForceFrom, from) < 0);
  return isTimely ? null : 'agreement.rad-edition-days';
}
