/** Maklumat pelayanan: the office's signed promise to keep its standards and to answer for it if it does not (UU 25/2009 art. 22). */
import type { Day, Moment } from '../../kernel/time.ts';
import type { ServiceRefusal } from './refusals.ts';
import type { KeptScan } from './scan.ts';
import type { VersionState } from './service.ts';

export interface CharterContent {
  readonly body: string;
  /** As office-bearer, as it stands on the signed sheet. */
  readonly signatoryName: string;
  readonly signatoryPosition: string;
  readonly signedOn: Day | null;
  readonly validFrom: Day | null;
}

export interface Charter extends CharterContent {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyPath: readonly string[];
  readonly version: number;
  readonly state: VersionState;
  readonly withdrawnOn: Day | null;
  readonly withdrawnReason: string;
  readonly file: KeptScan | null;
  readonly publishedAt: Moment | null;
  readonly revision: number;
  readonly updatedAt: Moment;
}

export interface CharterProblem {
  readonly field: keyof CharterContent;
  readonly code: ServiceRefusal;
}

/** Lengths only: a draft may have gaps. */
export function problemsOfCharterDraft(given: CharterContent): CharterProblem[] {
  const problems: (CharterProblem | false)[] = [
    given.body.length > 4_000 && { field: 'body', code: 'charter.body-missing' },
    given.signatoryName.length > 200 && { field: 'signatoryName', code: 'charter.signatory-missing' },
    given.signatoryPosition.length > 200 && { field: 'signatoryPosition', code: 'charter.signatory-missing' },
  ];
  return problems.filter((one) => one !== false);
}

/** What stands in the way of publishing it. */
export function problemsOfCharter(given: CharterContent, today: Day): CharterProblem[] {
  const isBefore = (a: Day, b: Day) => a.until(b).sign > 0;
  const problems: (CharterProblem | false)[] = [
    given.body.trim() === '' && { field: 'body', code: 'charter.body-missing' },
    given.signatoryName === '' && { field: 'signatoryName', code: 'charter.signatory-missing' },
    given.signatoryPosition === '' && { field: 'signatoryPosition', code: 'charter.signatory-missing' },
    given.signedOn === null && { field: 'signedOn', code: 'charter.signed-on-missing' },
    given.validFrom === null && { field: 'validFrom', code: 'service.day-wrong' },
    given.signedOn !== null && isBefore(today, given.signedOn) && { field: 'signedOn', code: 'charter.signed-in-future' },
    given.signedOn !== null &&
      given.validFrom !== null &&
      isBefore(given.validFrom, given.signedOn) && { field: 'validFrom', code: 'charter.valid-before-signed' },
  ];
  return [...problemsOfCharterDraft(given), ...problems.filter((one) => one !== false)];
}

/** The charter in force on a day: of those published whose first day has come, the one that began last. */
export function charterOn(charters: readonly Charter[], day: Day): Charter | undefined {
  const reached = (on: Day) => on.until(day).sign >= 0;
  const begun = charters.filter((one) => one.state !== 'draft' && one.validFrom !== null && reached(one.validFrom));
  const last = begun
    .toSorted((a, b) => (a.validFrom && b.validFrom ? b.validFrom.until(a.validFrom).sign : 0) || a.version - b.version)
    .at(-1);
  return last && (last.withdrawnOn === null || !reached(last.withdrawnOn)) ? last : undefined;
}
