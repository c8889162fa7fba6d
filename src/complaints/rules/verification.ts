/** Verification (menelaah): correct, ask back, archive, restore. The complainant's original words are never touched. */
import { refuse } from '../../kernel/result.ts';
import { addClock, movedDates, pauseClocks, resumeClocks, runningClock, stopAllClocks } from './clock-changes.ts';
import { type Clock, isRunning, reLimit, startClock } from './clocks.ts';
import type { ArchiveReason, Complaint, ComplaintClass } from './complaint.ts';
import { type Circumstances, type Decided, decision, type Entry } from './decision.ts';
import { finishRule } from './filing.ts';
import { guardDesk, guardText } from './guards.ts';

export interface Correction {
  readonly title?: string | undefined;
  readonly class?: ComplaintClass | undefined;
  readonly supervisory?: boolean | null | undefined;
  readonly categoryCode?: string | null | undefined;
  /** Required when the class or the supervisory flag changes: it moves a deadline. */
  readonly reason: string;
}

export function correct(complaint: Complaint, correction: Correction, { at: _at, actor, law }: Circumstances): Decided {
  const guarded = guardDesk(complaint, 'correct', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const title = correction.title?.trim() ?? complaint.title;
  if (title.length < 5 || title.length > 150) return refuse('complaint.title-missing');
  const nextClass = correction.class ?? complaint.class;
  const flag = correction.supervisory === undefined ? complaint.supervisory : correction.supervisory;
  const supervisory = nextClass === 'complaint' ? (complaint.class === 'complaint' || flag ? flag : null) : false;
  if (nextClass !== 'complaint' && correction.supervisory) return refuse('complaint.supervisory-only-complaints');
  const categoryCode = correction.categoryCode === undefined ? complaint.categoryCode : correction.categoryCode;
  const changed: Record<string, string | boolean | null> = {};
  if (title !== complaint.title) changed.title = true;
  if (nextClass !== complaint.class) changed.class = nextClass;
  if (supervisory !== complaint.supervisory) changed.supervisory = supervisory;
  if (categoryCode !== complaint.categoryCode) changed.category = categoryCode;
  if (Object.keys(changed).length === 0) return refuse('complaint.nothing-changed');

  const rule = finishRule(nextClass, supervisory);
  const clocks = complaint.clocks.map((clock: Clock) =>
    clock.kind === 'finish' && isRunning(clock) && clock.limit.rule !== rule ? reLimit(clock, rule, law) : clock,
  );
  const next: Complaint = { ...complaint, title, class: nextClass, supervisory, categoryCode, clocks };
  const moved = movedDates(complaint, next, 'class-changed');
  if (moved.length > 0) {
    const missing = guardText(correction.reason, 'complaint.reason-missing');
    if (missing) return refuse(missing);
  }
  return decision(next, { events: [{ type: 'corrected', payload: { ...changed, reason: correction.reason.trim() } }, ...moved] });
}

/** Asks the complainant for facts. The clocks wait, at most as long as the parameter `complaint.hold-max` says. */
export function askBack(
  complaint: Complaint,
  order: { readonly question: string; readonly reason: string },
  { at, actor, law, newId }: Circumstances,
): Decided {
  const guarded = guardDesk(complaint, 'ask-back', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const missing = guardText(order.question) ?? guardText(order.reason, 'complaint.reason-missing');
  if (missing) return refuse(missing);
  const position = guarded.standing.position;
  const hold = {
    since: at,
    reason: order.reason.trim(),
    question: order.question.trim(),
    askedByAgencyId: position?.agencyId ?? '',
  };
  const clock = startClock(newId(), 'hold', null, 'complaint.hold-max', at, law);
  const next = addClock(pauseClocks({ ...complaint, hold }, at), clock);
  const entry: Entry = {
    id: newId(),
    kind: 'question',
    audience: 'parties',
    text: hold.question,
    partId: null,
    governmentId: position?.governmentId ?? null,
    agencyId: position?.agencyId ?? null,
  };
  return decision(next, {
    events: [{ type: 'asked-back', payload: { by: hold.askedByAgencyId, entry: entry.id, until: clock.dueAt.toString() } }],
    entries: [entry],
    news: ['question'],
  });
}

/** The complainant answers; the clocks go on from where they stood. */
export function supplyFacts(
  complaint: Complaint,
  order: { readonly text: string },
  { at, actor, law, newId }: Circumstances,
): Decided {
  const guarded = guardDesk(complaint, 'supply-facts', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const missing = guardText(order.text);
  if (missing) return refuse(missing);
  const next = { ...resumeClocks(complaint, at, law), hold: null };
  const entry = ownEntry(newId(), 'facts', order.text);
  return decision(next, {
    events: [{ type: 'facts-supplied', payload: { entry: entry.id } }, ...movedDates(complaint, next, 'facts-asked-back')],
    entries: [entry],
  });
}

/** Nobody answered in time: the clocks go on and the desk decides with what there is. Nothing is deleted. */
export function lapseHold(complaint: Complaint, { at, actor, law }: Circumstances): Decided {
  const guarded = guardDesk(complaint, 'lapse-hold', actor);
  if ('code' in guarded) return refuse(guarded.code);
  if (!runningClock(complaint, { kind: 'hold' })) return refuse('complaint.not-now');
  const next = { ...resumeClocks(complaint, at, law), hold: null };
  return decision(next, {
    events: [{ type: 'hold-lapsed', payload: {} }, ...movedDates(complaint, next, 'facts-asked-back')],
    news: ['hold-lapsed'],
  });
}

export function archive(
  complaint: Complaint,
  order: { readonly reason: ArchiveReason; readonly note: string },
  { at, actor, newId }: Circumstances,
): Decided {
  const guarded = guardDesk(complaint, 'archive', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const missing = guardText(order.note, 'complaint.reason-missing');
  if (missing) return refuse(missing);
  const position = guarded.standing.position;
  const next: Complaint = stopAllClocks(
    {
      ...complaint,
      stage: 'archived',
      archiveReason: order.reason,
      endedAt: at,
      parts: complaint.parts.map((part) => ({ ...part, state: 'excused' as const })),
    },
    at,
  );
  const entry: Entry = {
    id: newId(),
    kind: 'archive-reason',
    audience: 'parties',
    text: order.note.trim(),
    partId: null,
    governmentId: position?.governmentId ?? null,
    agencyId: position?.agencyId ?? null,
  };
  return decision(next, {
    events: [{ type: 'archived', payload: { reason: order.reason, entry: entry.id } }],
    entries: [entry],
    news: ['archived'],
  });
}

/** Back from the archive: by the desk, or because the complainant contests it – then the national desk looks again. */
export function unarchive(
  complaint: Complaint,
  order: { readonly text: string; readonly nationalDesk: { readonly agencyId: string; readonly path: readonly string[] } },
  { at, actor, law, newId }: Circumstances,
): Decided {
  const contests = actor.kind === 'complainant';
  const guarded = guardDesk(complaint, contests ? 'contest' : 'restore', actor);
  if ('code' in guarded) return refuse(guarded.code);
  const missing = guardText(order.text, 'complaint.reason-missing');
  if (missing) return refuse(missing);
  const position = guarded.standing.position;
  const desk = contests
    ? { deskAgencyId: order.nationalDesk.agencyId, deskPath: order.nationalDesk.path }
    : { deskAgencyId: complaint.deskAgencyId, deskPath: complaint.deskPath };
  let next: Complaint = {
    ...complaint,
    ...desk,
    stage: 'verification',
    isBounced: false,
    archiveReason: null,
    endedAt: null,
    objections: complaint.objections + (contests ? 1 : 0),
  };
  next = addClock(next, startClock(newId(), 'verify', null, 'complaint.verify', at, law));
  next = addClock(next, startClock(newId(), 'finish', null, finishRule(next.class, next.supervisory), at, law));
  const entry: Entry = contests
    ? ownEntry(newId(), 'objection', order.text)
    : {
        id: newId(),
        kind: 'reopen-reason',
        audience: 'parties',
        text: order.text.trim(),
        partId: null,
        governmentId: position?.governmentId ?? null,
        agencyId: position?.agencyId ?? null,
      };
  return decision(next, {
    events: [{ type: contests ? 'archive-contested' : 'restored', payload: { entry: entry.id, desk: next.deskAgencyId } }],
    entries: [entry],
    news: contests ? [] : ['reopened'],
  });
}

/** Something the complainant wrote after filing: read by those who handle it, never by the public. */
export function ownEntry(id: string, kind: Entry['kind'], text: string): Entry {
  return { id, kind, audience: 'parties', text: text.trim(), partId: null, governmentId: null, agencyId: null };
}
