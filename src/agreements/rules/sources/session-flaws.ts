/** What is wrong with what somebody says of a session, all of it at once, each with its field of the form. Pure. */
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { type Attendance, GROUP_CODES, SESSION_FORMS, type SessionForm, type TestResults } from './session.ts';

export const SESSION_LIMITS = {
  topic: 300,
  place: 200,
  summary: 4000,
  reason: 1000,
  institution: 200,
  role: 200,
  question: 2000,
  answer: 4000,
  reviewers: 30,
  questions: 200,
  people: 100_000,
} as const;

/** Days and place, as they are planned. */
export interface SessionPlan {
  readonly topic: string;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly place: string;
  readonly invited: number | null;
  readonly reviewers: readonly {
    readonly id: string | null;
    readonly institution: string;
    readonly role: string;
    readonly came: boolean | null;
  }[];
}

/** What came of it. */
export interface SessionRecord extends SessionPlan {
  readonly summary: string;
  readonly attendance: readonly Attendance[];
  readonly tests: TestResults;
}

export interface SessionFlaw {
  readonly field: string;
  readonly code: AgreementRefusal;
}

export function flawsOfPlan(plan: SessionPlan, form: SessionForm): readonly SessionFlaw[] {
  const flaws: SessionFlaw[] = [];
  const flaw = (field: string, code: AgreementRefusal) => flaws.push({ field, code });
  if (plan.topic.trim() === '') flaw('topic', 'agreement.topic-missing');
  if (plan.topic.length > SESSION_LIMITS.topic) flaw('topic', 'agreement.text-too-long');
  if (plan.place.length > SESSION_LIMITS.place) flaw('place', 'agreement.text-too-long');
  if (plan.startsOn === null) flaw('starts', 'agreement.day-wrong');
  if (plan.endsOn === null) flaw('ends', 'agreement.day-wrong');
  if (plan.startsOn && plan.endsOn && Temporal.PlainDate.compare(plan.startsOn, plan.endsOn) > 0)
    flaw('ends', 'agreement.session-days');
  if (plan.invited !== null && !isCount(plan.invited)) flaw('invited', 'agreement.count-wrong');
  if (!SESSION_FORMS[form].hasReviewers && plan.reviewers.length > 0) flaw('institution-1', 'agreement.not-now');
  if (plan.reviewers.length > SESSION_LIMITS.reviewers) flaw('institution-1', 'agreement.too-many-reviewers');
  for (const [index, { institution, role }] of plan.reviewers.entries()) {
    if (institution.trim() === '') flaw(`institution-${index + 1}`, 'agreement.institution-missing');
    if (role.trim() === '') flaw(`role-${index + 1}`, 'agreement.role-missing');
    if (institution.length > SESSION_LIMITS.institution) flaw(`institution-${index + 1}`, 'agreement.text-too-long');
    if (role.length > SESSION_LIMITS.role) flaw(`role-${index + 1}`, 'agreement.text-too-long');
  }
  return flaws;
}

/** @param today nothing was held after it */
export function flawsOfRecord(record: SessionRecord, form: SessionForm, today: Day): readonly SessionFlaw[] {
  const flaws: SessionFlaw[] = [...flawsOfPlan(record, form)];
  const flaw = (field: string, code: AgreementRefusal) => flaws.push({ field, code });
  if (record.endsOn && Temporal.PlainDate.compare(record.endsOn, today) > 0) flaw('ends', 'agreement.session-in-future');
  if (record.summary.length > SESSION_LIMITS.summary) flaw('summary', 'agreement.text-too-long');
  if (record.attendance.length === 0) flaw(`total-${GROUP_CODES[0]}`, 'agreement.attendance-missing');
  for (const { group, total, women, disabled } of record.attendance) {
    if (!isCount(total)) flaw(`total-${group}`, 'agreement.count-wrong');
    if (women !== null && (!isCount(women) || women > total)) flaw(`women-${group}`, 'agreement.part-too-large');
    if (disabled !== null && (!isCount(disabled) || disabled > total)) flaw(`disabled-${group}`, 'agreement.part-too-large');
  }
  return [...flaws, ...flawsOfTests(record.tests, form, attended(record.attendance))];
}

function flawsOfTests(tests: TestResults, form: SessionForm, came: number): readonly SessionFlaw[] {
  const flaws: SessionFlaw[] = [];
  const flaw = (field: string, code: AgreementRefusal) => flaws.push({ field, code });
  const given = Object.values(tests).some((each) => each !== null);
  if (!SESSION_FORMS[form].hasTests) return given ? [{ field: 'preCount', code: 'agreement.not-now' }] : [];
  for (const [name, count, mean] of [
    ['pre', tests.preCount, tests.preMean],
    ['post', tests.postCount, tests.postMean],
  ] as const) {
    if (count !== null && (!isCount(count) || count > came)) flaw(`${name}Count`, 'agreement.tested-more-than-came');
    if (mean !== null && !isMark(mean)) flaw(`${name}Mean`, 'agreement.mark-wrong');
    // A mean of nobody, or somebody without a mean, says nothing.
    if ((mean === null) !== (count === null || count === 0)) flaw(`${name}Mean`, 'agreement.mean-with-count');
  }
  if (tests.passMark !== null && !isMark(tests.passMark)) flaw('passMark', 'agreement.mark-wrong');
  if (tests.passed !== null) {
    if (!isCount(tests.passed) || tests.passed > (tests.postCount ?? -1)) flaw('passed', 'agreement.passed-too-many');
    if (tests.passMark === null) flaw('passMark', 'agreement.pass-mark-missing');
  }
  return flaws;
}

/** How many came in all. */
export function attended(attendance: readonly Attendance[]): number {
  return attendance.reduce((all, { total }) => all + total, 0);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= SESSION_LIMITS.people;
}

/** 0 to 100 with at most two decimals. */
function isMark(text: string): boolean {
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100;
}
