/** Sessions of a line: planned, changed, recorded with their numbers, corrected with a reason, cancelled. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { hasPersonalData } from '../../rules/public-text.ts';
import { mayWriteSessions } from '../../rules/sources/question.ts';
import {
  hasSessions,
  NO_TESTS,
  type Session,
  type SessionAction,
  type SessionForm,
  sessionStep,
} from '../../rules/sources/session.ts';
import {
  attended,
  flawsOfPlan,
  flawsOfRecord,
  SESSION_LIMITS,
  type SessionFlaw,
  type SessionPlan,
  type SessionRecord,
} from '../../rules/sources/session-flaws.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { loadLine, loadLineForUpdate } from '../../store/lines.ts';
import { append } from '../../store/save.ts';
import { questionsOf } from '../../store/sources/questions.ts';
import { insertSession, lockSession, nextSessionOrdinal, saveSession } from '../../store/sources/sessions.ts';

export type SessionResult = Result<Session, readonly SessionFlaw[]>;

const no = (code: SessionFlaw['code'], field = 'topic') => refuse([{ field, code }]);

export interface SessionTarget {
  readonly sessionId: string;
  readonly version: number;
}

export function planSession(tools: Tools, actor: Actor, lineId: string, plan: SessionPlan): Promise<SessionResult> {
  return orRollBack<Session, readonly SessionFlaw[]>(tools, async (tx) => {
    // The lock of the line keeps its sessions numbered without gaps or doubles.
    const line = await loadLineForUpdate(tx, lineId);
    const opened = await openedLine(tx, actor, line);
    if (!opened.ok) return opened;
    const { agreement, form } = opened.value;
    const flaws = [...flawsOfPlan(plan, form), ...named(plan)];
    if (flaws.length > 0 || !line || plan.startsOn === null || plan.endsOn === null) return refuse(flaws);
    const at = tools.clock.now();
    const session: Session = {
      ...{ id: tools.random.id(), agreementId: agreement.id, lineId: line.id, version: 1 },
      ...{ ordinal: await nextSessionOrdinal(tx, line.id), state: 'planned', stateNote: null, summary: '', attendance: [] },
      ...{ topic: plan.topic.trim(), startsOn: plan.startsOn, endsOn: plan.endsOn, place: plan.place.trim() },
      ...{ invited: plan.invited, tests: NO_TESTS, reviewers: reviewersOf(tools, plan), author: actorReference(actor) },
      ...{ createdAt: at, updatedAt: at },
    };
    await insertSession(tx, session);
    const payload = {
      line: line.id,
      session: session.id,
      startsOn: session.startsOn.toString(),
      endsOn: session.endsOn.toString(),
    };
    await append(tools, tx, agreement.id, [{ type: 'sources-session-planned', payload }], { at, actor });
    return { ok: true, value: session };
  });
}

/** Another day, place or guest list, before it was held. */
export function changeSession(tools: Tools, actor: Actor, target: SessionTarget, plan: SessionPlan): Promise<SessionResult> {
  return step(tools, actor, target, 'change', '', (session, { form }) => {
    const flaws = [...flawsOfPlan(plan, form), ...named(plan)];
    if (flaws.length > 0) return refuse(flaws);
    return { ok: true, value: planned(tools, session, plan) };
  });
}

/** What came of it: the first time, or again with a reason, when something was recorded wrongly. */
export function recordSession(
  tools: Tools,
  actor: Actor,
  target: SessionTarget,
  record: SessionRecord,
  reason = '',
): Promise<SessionResult> {
  return step(tools, actor, target, 'record', reason, (session, { form, agreement }) => {
    if (agreement.state !== 'signed') return no('agreement.not-now');
    const today = dayOf(tools.clock.now(), agreement.zone);
    const flaws = [...flawsOfRecord(record, form, today), ...named(record)];
    if (hasPersonalData(record.summary)) flaws.push({ field: 'summary', code: 'agreement.personal-data' });
    if (flaws.length > 0) return refuse(flaws);
    return {
      ok: true,
      value: {
        ...planned(tools, session, record),
        summary: record.summary.trim(),
        attendance: record.attendance,
        tests: record.tests,
      },
    };
  });
}

export function cancelSession(tools: Tools, actor: Actor, target: SessionTarget, reason: string): Promise<SessionResult> {
  return step(tools, actor, target, 'cancel', reason, (session) => ({ ok: true, value: session }));
}

async function step(
  tools: Tools,
  actor: Actor,
  target: SessionTarget,
  wanted: SessionAction,
  reason: string,
  next: (session: Session, opened: Opened) => SessionResult,
): Promise<SessionResult> {
  return orRollBack<Session, readonly SessionFlaw[]>(tools, async (tx) => {
    const session = await lockSession(tx, target.sessionId);
    const opened = await openedLine(tx, actor, session && (await loadLine(tx, session.lineId)));
    if (!session || !opened.ok) return opened.ok ? no('agreement.session-absent') : opened;
    if (session.version !== target.version) return no('agreement.session-moved-on');
    const action = wanted === 'record' && session.state === 'held' ? 'correct' : wanted;
    const way = sessionStep(session.state, action);
    if (!way) return no('agreement.not-now');
    const why = reason.trim();
    const after = next(session, opened.value);
    const flaws: SessionFlaw[] = after.ok ? [] : [...after.refusal];
    if (way.needsReason && why === '') flaws.push({ field: 'reason', code: 'agreement.reason-missing' });
    if (why.length > SESSION_LIMITS.reason) flaws.push({ field: 'reason', code: 'agreement.text-too-long' });
    if (after.ok && (await askedAndGone(tx, session, after.value)))
      flaws.push({ field: 'institution-1', code: 'agreement.reviewer-asked' });
    if (flaws.length > 0 || !after.ok) return refuse(flaws);
    const at = tools.clock.now();
    const saved = await saveSession(tx, session, {
      ...after.value,
      ...{ state: way.to, stateNote: way.needsReason ? why : session.stateNote, updatedAt: at },
    });
    const numbers = { came: attended(saved.attendance), postCount: saved.tests.postCount, passed: saved.tests.passed };
    const payload = {
      ...{ line: saved.lineId, session: saved.id, startsOn: saved.startsOn.toString(), endsOn: saved.endsOn.toString() },
      ...(way.to === 'held' ? numbers : {}),
    };
    await append(tools, tx, saved.agreementId, [{ type: EVENTS[action], payload }], { at, actor });
    return { ok: true, value: saved };
  });
}

/** Whether somebody who has asked a question would be taken off the list. */
async function askedAndGone(tx: Tx, before: Session, after: Session): Promise<boolean> {
  const gone = before.reviewers.filter(({ id }) => !after.reviewers.some((each) => each.id === id));
  if (gone.length === 0) return false;
  const questions = await questionsOf(tx, before.id);
  return questions.some(({ reviewerId }) => gone.some(({ id }) => id === reviewerId));
}

const EVENTS: Readonly<Record<SessionAction, string>> = {
  change: 'sources-session-changed',
  record: 'sources-session-recorded',
  correct: 'sources-session-corrected',
  cancel: 'sources-session-cancelled',
};

interface Opened {
  readonly agreement: Agreement;
  readonly line: Line;
  readonly form: SessionForm;
}

async function openedLine(tx: Tx, actor: Actor, line: Line | undefined): Promise<Result<Opened, readonly SessionFlaw[]>> {
  const agreement = line && (await loadAgreement(tx, line.agreementId));
  if (!line || !agreement || !(actor.kind === 'system' || isInside(actor, agreement))) return no('agreement.session-absent');
  if (!hasSessions(line.form)) return no('agreement.not-now');
  if (actor.kind !== 'system' && !mayWriteSessions(actor, agreement, line)) return no('agreement.not-yours');
  return { ok: true, value: { agreement, line, form: line.form } };
}

function planned(tools: Tools, session: Session, plan: SessionPlan): Session {
  return {
    ...session,
    ...{ topic: plan.topic.trim(), place: plan.place.trim(), invited: plan.invited },
    ...{ startsOn: plan.startsOn ?? session.startsOn, endsOn: plan.endsOn ?? session.endsOn },
    reviewers: reviewersOf(tools, plan, session),
  };
}

/** Who is on the list already keeps its id, so that questions stay with it. */
function reviewersOf(tools: Tools, plan: SessionPlan, before?: Session): Session['reviewers'] {
  return plan.reviewers.map(({ id, institution, role, came }) => ({
    id: before?.reviewers.find((each) => each.id === id)?.id ?? tools.random.id(),
    ...{ institution: institution.trim(), role: role.trim(), came },
  }));
}

/** Guests are institutions and roles, never people. */
function named({ reviewers }: SessionPlan): SessionFlaw[] {
  return reviewers.flatMap(({ institution, role }, index) => [
    ...(hasPersonalData(institution) ? [{ field: `institution-${index + 1}`, code: 'agreement.personal-data' as const }] : []),
    ...(hasPersonalData(role) ? [{ field: `role-${index + 1}`, code: 'agreement.personal-data' as const }] : []),
  ]);
}
