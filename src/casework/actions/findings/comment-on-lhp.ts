/** The reporter answers the LHP within the time given; the head takes note of it, or has the case examined again on good new evidence (PO 48/2020 art. 25). */
import type { AcceptedFile } from '../../../complaints/index.ts';
import { type Actor, actorReference, type Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Moment, Temporal } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import { commentClock, mayComment } from '../../rules/findings/comment.ts';
import { standingsWith } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT, take } from '../../rules/take.ts';
import { commentsOf, decideComment, insertComment } from '../../store/findings/comments.ts';
import { issuedLhp } from '../../store/findings/lhps.ts';
import { insertCaseFiles } from '../../store/intake/files.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { entryOf } from './entry-of.ts';

export interface CommentOrder {
  readonly caseId: string;
  readonly text: string;
  /** Taken and sealed already; whoever gives them removes them when this is refused. */
  readonly files: readonly AcceptedFile[];
}

/** For the reporter's own page: whether the time to comment runs, and until when. */
export function commentOpen(file: Case, now: Moment): { readonly until: Moment | null } | undefined {
  return mayComment(file, now) ? { until: commentClock(file)?.dueAt ?? null } : undefined;
}

/** @param actor the reporter (whoever showed the receipt code), or the officer of the team who writes down what the reporter said or sent */
export function commentOnLhp(tools: Tools, actor: Actor, order: CommentOrder): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, { caseId: order.caseId, version: null }, async (file, circumstances, tx) => {
    const { at, newId } = circumstances;
    const isOfficers = ['case.examine', 'case.decide', 'case.resolve'] as const;
    if (actor.kind === 'officer' && !isOfficers.some((each) => standingsWith(file, actor, each).length > 0)) {
      return refuse('case.not-yours');
    }
    const lhp = await issuedLhp(tx, file.id);
    if (!lhp || !mayComment(file, at)) return refuse('case.comment-over');
    const text = order.text.trim();
    if (text === '') return refuse('case.text-missing');
    if (text.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const id = newId();
    const agencyId = actor.kind === 'officer' ? file.officeId : null;
    const entry = { id, kind: 'comment', audience: 'reporter', text, partId: lhp.id, agencyId } as const;
    await insertCaseFiles(
      tx,
      file.id,
      order.files.map((one) => ({ ...one, entryId: id, audience: 'reporter', at, author: actorReference(actor) })),
    );
    await insertComment(tx, { caseId: file.id, lhpId: lhp.id, entryId: id, at });
    return decision(file, {
      events: [{ type: 'lhp-commented', payload: { lhp: lhp.id, entry: id, files: order.files.length } }],
      entries: [entry],
    });
  });
}

/** Whether a comment waits for the head: until it is decided, silence closes nothing. */
export async function commentWaits(db: Db | Tx, caseId: string): Promise<boolean> {
  return (await commentsOf(db, caseId)).some(({ decision: decided }) => decided === null);
}

export interface CommentDecision {
  readonly entryId: string;
  readonly decision: 'noted' | 're-examined';
  readonly reason: string;
  /** Which new evidence; only of a re-examination. */
  readonly evidence: string;
}

/** The head decides on a comment. After the last one is noted and the time is over, a case in which nothing was found closes. */
export function decideOnComment(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: CommentDecision,
): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    const { at } = circumstances;
    if (standingsWith(file, actor, 'case.decide').length === 0) return refuse('case.not-yours');
    if (!['comment', 'monitoring'].includes(file.stage)) return refuse('case.not-now');
    const [reason, evidence] = [order.reason.trim(), order.decision === 're-examined' ? order.evidence.trim() : ''];
    if (reason === '') return refuse('case.reason-missing');
    if (Math.max(reason.length, evidence.length) > LONGEST_TEXT) return refuse('case.text-too-long');
    if (order.decision === 're-examined' && evidence === '') return refuse('case.new-evidence-missing');
    const isOurs = await decideComment(tx, file.id, order.entryId, { ...order, reason, evidence, by: actor.personId, at });
    if (!isOurs) return refuse('case.comment-decided');
    const text = evidence === '' ? reason : `${reason}\n\n${evidence}`;
    const entries = entryOf(file, circumstances, { kind: 'comment-decision', audience: 'reporter', text, partId: order.entryId });
    if (order.decision === 're-examined') {
      const taken = take(file, 're-examine', circumstances, { reason, met: ['new-evidence'] });
      if (!taken.ok) return taken;
      const event = { ...taken.value.event, payload: { ...taken.value.event.payload, comment: order.entryId } };
      return decision(taken.value.file, { events: [event], entries, news: ['stage'] });
    }
    const noted = { type: 'comment-noted', payload: { comment: order.entryId } };
    const clock = commentClock(file);
    const isOver = file.stage === 'comment' && clock !== undefined && Temporal.Instant.compare(at, clock.dueAt) > 0;
    if (!isOver || (await commentWaits(tx, file.id))) return decision(file, { events: [noted], entries, news: ['stage'] });
    const system = { ...circumstances, actor: { kind: 'system', errand: 'casework.comment' } } as const;
    const closed = take(file, 'lapse-comment', system, { openObligationsSeen: true });
    if (!closed.ok) return closed;
    return decision(closed.value.file, { events: [noted, closed.value.event], entries, news: ['closed'] });
  });
}
