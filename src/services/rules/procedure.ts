/** The register of standard operating procedures (SOP): which there are, whose they are, and when they must be looked at again. */
import type { Day, Moment } from '../../kernel/time.ts';
import type { ServiceRefusal } from './refusals.ts';
import type { KeptScan } from './scan.ts';

export interface ProcedureContent {
  readonly number: string;
  readonly title: string;
  readonly version: number;
  readonly ownerPosition: string;
  readonly effectiveOn: Day | null;
  readonly reviewOn: Day | null;
  readonly serviceId: string | null;
}

export interface Procedure extends ProcedureContent {
  readonly id: string;
  readonly agencyId: string;
  readonly agencyPath: readonly string[];
  readonly effectiveOn: Day;
  readonly reviewOn: Day;
  readonly file: KeptScan | null;
  readonly isLatest: boolean;
  readonly isRetired: boolean;
  readonly revision: number;
  readonly updatedAt: Moment;
}

export interface ProcedureProblem {
  readonly field: keyof ProcedureContent;
  readonly code: ServiceRefusal;
}

/** @param before the version that is changed; `undefined` for a new SOP, which begins at any version from 1 */
export function problemsOfProcedure(given: ProcedureContent, before: Procedure | undefined): ProcedureProblem[] {
  const { effectiveOn, reviewOn, version } = given;
  const follows = before === undefined || version === before.version || version === before.version + 1;
  const problems: (ProcedureProblem | false)[] = [
    isNoLine(given.number) && { field: 'number', code: 'procedure.number-missing' },
    isNoLine(given.title) && { field: 'title', code: 'procedure.title-missing' },
    isNoLine(given.ownerPosition) && { field: 'ownerPosition', code: 'procedure.owner-missing' },
    (!Number.isInteger(version) || version < 1 || version > 9_999 || !follows) && {
      field: 'version',
      code: 'procedure.version-wrong',
    },
    effectiveOn === null && { field: 'effectiveOn', code: 'procedure.effective-missing' },
    reviewOn === null && { field: 'reviewOn', code: 'procedure.review-missing' },
    effectiveOn !== null &&
      reviewOn !== null &&
      effectiveOn.until(reviewOn).sign <= 0 && { field: 'reviewOn', code: 'procedure.review-before-effective' },
  ];
  return problems.filter((one) => one !== false);
}

const isNoLine = (text: string) => text === '' || text.length > 300;

/** Whether its review is overdue on a day: the day of review has passed and it is still in use. */
export function isReviewOverdue(procedure: Pick<Procedure, 'reviewOn' | 'isRetired'>, day: Day): boolean {
  return !procedure.isRetired && procedure.reviewOn.until(day).sign > 0;
}
