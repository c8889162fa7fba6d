/** A session and the sessions of a line as people read them, with the denominator of every share. */
import type Fraction from 'fraction.js';
import type { Child } from 'hono/jsx';
import { DayText, formatCount, formatDay, StatusTag, SummaryList, Table, type Tone } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { ATTENDANCE_GROUPS, SESSION_STATE_LABELS, type Session, type SessionState } from '../../rules/sources/session.ts';
import { attended } from '../../rules/sources/session-flaws.ts';
import { type Part, type SessionSums, sumsOf } from '../../rules/sources/session-sums.ts';
import type { SessionWords } from './session-words.ts';

export const SESSION_TONES: Readonly<Record<SessionState, Tone>> = { planned: 'info', held: 'success', cancelled: 'neutral' };

export interface SessionReading {
  readonly words: SessionWords;
  readonly language: Language;
  /** From how many on results of tests are told; insiders see all. */
  readonly least: number;
}

/** '3 Maret 2026' or '3 Maret 2026 sampai 5 Maret 2026' */
export function SessionDays({
  session,
  language,
}: {
  readonly session: Pick<Session, 'startsOn' | 'endsOn'>;
  readonly language: Language;
}): Child {
  if (session.startsOn.equals(session.endsOn)) return <DayText on={session.startsOn} />;
  return <>{`${formatDay(session.startsOn, language, 'short')} – ${formatDay(session.endsOn, language, 'short')}`}</>;
}

/** @param hrefOf `undefined` = the sessions have no page for this reader */
export function SessionTable(props: {
  readonly id: string;
  readonly sessions: readonly Session[];
  readonly reading: SessionReading;
  readonly hrefOf?: (session: Session) => string;
}): Child {
  const { sessions, reading, hrefOf } = props;
  const { words, language } = reading;
  return (
    <Table
      id={props.id}
      caption={words.section}
      captionSize="hidden"
      stacked
      columns={[
        { label: words.columns.when },
        { label: words.columns.topic },
        { label: words.place },
        { label: words.columns.state },
        { label: words.columns.came, numeric: true },
      ]}
      rows={sessions.map((session) => [
        <SessionDays session={session} language={language} />,
        hrefOf ? <a href={hrefOf(session)}>{session.topic}</a> : session.topic,
        session.place || '–',
        <StatusTag label={SESSION_STATE_LABELS[session.state][language]} tone={SESSION_TONES[session.state]} />,
        session.state === 'held' ? formatCount(attended(session.attendance), language) : '–',
      ])}
    />
  );
}

/** What all sessions of a line come to. */
export function SessionTotals(props: {
  readonly sessions: readonly Session[];
  readonly reading: SessionReading;
  /** On the page of one session its number goes without saying. */
  readonly isOne?: boolean;
}): Child {
  const { sessions, reading, isOne = false } = props;
  const { words, language } = reading;
  const sums = sumsOf(sessions);
  const count = (value: number) => formatCount(value, language);
  return (
    <SummaryList
      rows={[
        !isOne && {
          key: words.section,
          value: [words.held(count(sums.held)), sums.planned > 0 && words.planned(count(sums.planned))]
            .filter(Boolean)
            .join(', '),
        },
        sums.held > 0 && { key: words.came, value: words.people(count(sums.came)) },
        sums.women.of > 0 && { key: words.women, value: partText(sums.women, reading) },
        sums.disabled.of > 0 && { key: words.disabled, value: fewText(sums.disabled, reading) },
        ...testRows(sums, sessions, reading),
      ]}
    />
  );
}

function testRows(sums: SessionSums, sessions: readonly Session[], reading: SessionReading) {
  const { words, language, least } = reading;
  const held = sessions.filter(({ state }) => state === 'held');
  const took = (name: 'preCount' | 'postCount') => held.reduce((all, { tests }) => all + (tests[name] ?? 0), 0);
  const [before, after] = [took('preCount'), took('postCount')];
  if (before === 0 && after === 0) return [];
  if (Math.max(before, after) < least) return [{ key: words.tests, value: words.fewTests(formatCount(least, language)) }];
  const mean = (value: Fraction | null, count: number) =>
    value !== null && count >= least && words.mean(decimal(value, language), formatCount(count, language));
  const [pre, post] = [mean(sums.preMean, before), mean(sums.postMean, after)];
  return [
    pre !== false && { key: words.pre, value: pre },
    post !== false && { key: words.post, value: post },
    pre !== false &&
      post !== false && {
        key: words.gain,
        value: (
          <>
            {signed(sums, language)} <span class="govuk-hint">({words.gainHint})</span>
          </>
        ),
      },
    sums.passed.of >= least && {
      key: words.passed,
      value: words.passedText(
        formatCount(sums.passed.count, language),
        formatCount(sums.passed.of, language),
        share(sums.passed, language),
      ),
    },
  ];
}

function signed({ preMean, postMean }: SessionSums, language: Language): string {
  if (preMean === null || postMean === null) return '–';
  const change = postMean.sub(preMean);
  const text = decimal(change.abs(), language);
  return change.gt(0) ? `+${text}` : change.lt(0) ? `\u2212${text}` : text;
}

function decimal(value: Fraction, language: Language): string {
  return value
    .round(1)
    .toString()
    .replace('.', language === 'id' ? ',' : '.');
}

function partText(part: Part, { words, language }: SessionReading): string {
  return words.partOf(formatCount(part.count, language), formatCount(part.of, language), share(part, language));
}

/** One person with a disability among nineteen can be told by name: the public is told that there were some. */
function fewText(part: Part, reading: SessionReading): string {
  const { words, language, least } = reading;
  return part.count > 0 && part.count < least ? words.fewPeople(formatCount(least, language)) : partText(part, reading);
}

/** Tenths cut off, not rounded: 99.96 per cent is not all of them. */
function share({ count, of }: Part, language: Language): string {
  const tenths = of === 0 ? 0 : Math.floor((count * 1000) / of);
  return `${(tenths / 10).toFixed(1).replace('.', language === 'id' ? ',' : '.')}%`;
}

/** Who came to one session, group by group. */
export function AttendanceTable({ session, reading }: { readonly session: Session; readonly reading: SessionReading }): Child {
  const { words, language } = reading;
  if (session.attendance.length === 0) return null;
  const cell = (value: number | null) => (value === null ? words.notCounted : formatCount(value, language));
  return (
    <Table
      id="attendance"
      stacked
      caption={words.attendance}
      captionSize="m"
      rowHeaders
      columns={[
        { label: words.group },
        { label: words.total, numeric: true },
        { label: words.women, numeric: true },
        { label: words.disabled, numeric: true },
      ]}
      rows={session.attendance.map(({ group, total, women, disabled }) => [
        ATTENDANCE_GROUPS[group][language],
        formatCount(total, language),
        cell(women),
        cell(disabled),
      ])}
    />
  );
}

/** Guests from outside, by institution and role. */
export function ReviewerTable(props: {
  readonly id: string;
  readonly session: Session;
  readonly reading: SessionReading;
}): Child {
  const { session, reading } = props;
  const { words } = reading;
  if (session.reviewers.length === 0) return null;
  return (
    <Table
      id={props.id}
      stacked
      caption={words.reviewers}
      captionSize="m"
      columns={[{ label: words.institution }, { label: words.role }, { label: words.cameColumn }]}
      rows={session.reviewers.map(({ institution, role, came }) => [
        institution,
        role,
        came === null ? words.unknown : came ? words.yes : words.no,
      ])}
    />
  );
}
