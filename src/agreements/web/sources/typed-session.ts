/** What was typed about a session, as text for showing it again, and read into what the rules take. What is no number goes on as one no rule accepts. */
import { type DateParts, dateParts, dayFromParts, partsOfDay } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Form } from '../../../platform/http/form.ts';
import { readAmount, showAmount } from '../../rules/lines/amount.ts';
import { type Attendance, GROUP_CODES, type Session } from '../../rules/sources/session.ts';
import type { SessionPlan, SessionRecord } from '../../rules/sources/session-flaws.ts';

/** Empty rows offered beyond those there are. */
const SPARE_REVIEWERS = 3;

export interface TypedReviewer {
  readonly id: string;
  readonly institution: string;
  readonly role: string;
  readonly came: string;
}

export interface TypedSession {
  readonly texts: Readonly<Record<string, string>>;
  readonly starts: DateParts;
  readonly ends: DateParts;
  readonly reviewers: readonly TypedReviewer[];
  readonly version: number;
}

const TEST_FIELDS = ['preCount', 'preMean', 'postCount', 'postMean', 'passMark', 'passed'] as const;
const GROUP_FIELDS = GROUP_CODES.flatMap((group) => [`total-${group}`, `women-${group}`, `disabled-${group}`]);
const TEXTS = ['topic', 'place', 'invited', 'summary', 'reason', ...TEST_FIELDS, ...GROUP_FIELDS];

export const NOTHING_TYPED: DateParts = { day: '', month: '', year: '' };

export function typedFrom(form: Form): TypedSession {
  const count = Math.min(Number(/^\d{1,2}$/.exec(form.text('reviewers'))?.[0] ?? 0), 40);
  return {
    texts: Object.fromEntries(TEXTS.map((name) => [name, form.text(name)])),
    ...{ starts: dateParts(form.typed(), 'starts'), ends: dateParts(form.typed(), 'ends') },
    reviewers: Array.from({ length: count }, (_, index) => ({
      ...{ id: form.text(`reviewer-${index + 1}`), institution: form.text(`institution-${index + 1}`) },
      ...{ role: form.text(`role-${index + 1}`), came: form.text(`came-${index + 1}`) },
    })),
    version: /^\d{1,9}$/.test(form.text('version')) ? Number(form.text('version')) : 0,
  };
}

/** The form of a session as it stands; of a new one empty. */
export function typedOf(session: Session | undefined, language: Language): TypedSession {
  const text = (value: number | string | null | undefined) =>
    value === null || value === undefined
      ? ''
      : typeof value === 'number'
        ? String(value)
        : showAmount(withoutZeros(value), language);
  const tests = Object.fromEntries(TEST_FIELDS.map((name) => [name, text(session?.tests[name])]));
  const groups = Object.fromEntries(
    (session?.attendance ?? []).flatMap(({ group, total, women, disabled }) => [
      [`total-${group}`, text(total)],
      [`women-${group}`, text(women)],
      [`disabled-${group}`, text(disabled)],
    ]),
  );
  const isOneDay = session?.startsOn.equals(session.endsOn) ?? true;
  return {
    texts: {
      ...{ topic: session?.topic ?? '', place: session?.place ?? '', invited: text(session?.invited), reason: '' },
      ...{ summary: session?.summary ?? '', ...tests, ...groups },
    },
    starts: session ? partsOfDay(session.startsOn) : NOTHING_TYPED,
    ends: session && !isOneDay ? partsOfDay(session.endsOn) : NOTHING_TYPED,
    reviewers: (session?.reviewers ?? []).map(({ came, ...reviewer }) => ({
      ...reviewer,
      came: came === null ? '' : came ? 'yes' : 'no',
    })),
    version: session?.version ?? 0,
  };
}

/** The rows to show: those with something in them, and some empty ones. */
export function reviewerRows(typed: TypedSession): readonly TypedReviewer[] {
  const filled = typed.reviewers.filter(({ institution, role }) => institution !== '' || role !== '');
  const empty = Array.from({ length: SPARE_REVIEWERS }, () => ({ id: '', institution: '', role: '', came: '' }));
  return [...filled, ...empty];
}

export function planFrom(typed: TypedSession): SessionPlan {
  const starts = dayFromParts(typed.starts) ?? null;
  const endsEmpty = [typed.ends.day, typed.ends.month, typed.ends.year].every((part) => part.trim() === '');
  return {
    ...{ topic: typed.texts.topic ?? '', place: typed.texts.place ?? '', invited: count(typed.texts.invited) },
    startsOn: starts,
    endsOn: endsEmpty ? starts : (dayFromParts(typed.ends) ?? null),
    reviewers: typed.reviewers
      .filter(({ institution, role }) => institution.trim() !== '' || role.trim() !== '')
      .map(({ id, institution, role, came }) => ({
        ...{ id: id === '' ? null : id, institution, role },
        came: came === 'yes' ? true : came === 'no' ? false : null,
      })),
  };
}

export function recordFrom(typed: TypedSession): SessionRecord {
  const { texts } = typed;
  return {
    ...planFrom(typed),
    summary: texts.summary ?? '',
    attendance: GROUP_CODES.flatMap((group): Attendance[] => {
      const [total, women, disabled] = [texts[`total-${group}`], texts[`women-${group}`], texts[`disabled-${group}`]];
      if (![total, women, disabled].some((each) => each !== undefined && each.trim() !== '')) return [];
      return [{ group, total: count(total) ?? Number.NaN, women: count(women), disabled: count(disabled) }];
    }),
    tests: {
      ...{ preCount: count(texts.preCount), preMean: mark(texts.preMean), postCount: count(texts.postCount) },
      ...{ postMean: mark(texts.postMean), passMark: mark(texts.passMark), passed: count(texts.passed) },
    },
  };
}

/** `null` = empty; NaN = no whole number. */
function count(text: string | undefined): number | null {
  const bare = text?.trim().replace(/[.\s](?=\d{3}\b)/g, '') ?? '';
  if (bare === '') return null;
  return /^\d{1,7}$/.test(bare) ? Number(bare) : Number.NaN;
}

/** `null` = empty; '?' = no number. */
function mark(text: string | undefined): string | null {
  if ((text?.trim() ?? '') === '') return null;
  return readAmount(text as string) ?? '?';
}

/** '72.50' as '72.5'. */
function withoutZeros(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
