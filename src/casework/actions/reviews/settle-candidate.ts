/** What a person makes of a candidate: nothing (with a reason), a review file, or an own-initiative case (IAPS, PO 38/2019). */
import { agencyById, zoneOfRegion } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import { startClock } from '../../../law/index.ts';
import { appendEvents, type Json } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import type { Candidate } from '../../rules/reviews/candidate.ts';
import { mayReview, maySee, type Review } from '../../rules/reviews/review.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { takeNumber } from '../../store/numbers.ts';
import { loadCandidateForUpdate, saveCandidate } from '../../store/reviews/clusters.ts';
import { saveReview } from '../../store/reviews/reviews.ts';
import { openCase } from '../open-case.ts';
import { reviewSurroundings } from './surroundings.ts';

export interface CandidateTarget {
  readonly clusterId: string;
  /** The version the form was made from. */
  readonly version: number;
}

const LONGEST_TITLE = 200;

/** Loads and locks, asks who may, and saves the settled candidate with its event. */
function settle<T>(
  tools: Tools,
  actor: Actor,
  target: CandidateTarget,
  work: (
    candidate: Candidate,
    tx: Tx,
  ) => Promise<Result<{ settled: Partial<Candidate>; type: string; payload: Json; value: T }, CaseRefusal>>,
): Promise<Result<T, CaseRefusal>> {
  return orRollBack(tools, async (tx) => {
    const candidate = await loadCandidateForUpdate(tx, target.clusterId);
    if (!candidate || !maySee(candidate, actor)) return refuse('case.absent');
    if (!mayReview(candidate, actor)) return refuse('case.not-yours');
    if (candidate.version !== target.version || candidate.state !== 'candidate') return refuse('case.review-moved-on');
    const done = await work(candidate, tx);
    if (!done.ok) return done;
    const { settled, type, payload, value } = done.value;
    const at = tools.clock.now();
    await saveCandidate(tx, {
      ...candidate,
      ...settled,
      version: candidate.version + 1,
      settledAt: at,
      settledBy: actorReference(actor),
    });
    await appendEvents(tools, tx, { kind: 'cluster', id: candidate.id }, [{ type, at, actor: actorReference(actor), payload }]);
    return ok(value);
  });
}

export function dismissCandidate(
  tools: Tools,
  actor: Actor,
  target: CandidateTarget,
  reason: string,
): Promise<Result<null, CaseRefusal>> {
  const given = reason.trim();
  return settle(tools, actor, target, async (candidate) => {
    if (given === '') return refuse('case.reason-missing');
    if (given.length > LONGEST_TEXT) return refuse('case.text-too-long');
    return ok({
      settled: { state: 'dismissed', reason: given, dismissedRows: candidate.rows },
      type: 'cluster-dismissed',
      payload: { rows: candidate.rows },
      value: null,
    });
  });
}

/** Opens a review file from a candidate; whoever opens it is its first member. */
export function openReview(
  tools: Tools,
  actor: Actor,
  target: CandidateTarget,
  typed: { readonly title: string },
): Promise<Result<Review, CaseRefusal>> {
  return settle(tools, actor, target, async (candidate, tx) => {
    const title = typed.title.trim();
    if (title === '') return refuse('case.review-title-missing');
    if (title.length > LONGEST_TITLE) return refuse('case.text-too-long');
    if (actor.kind !== 'officer') return refuse('case.not-yours');
    const [office, agency] = [await agencyById(tx, candidate.officeId), await agencyById(tx, candidate.agencyId)];
    if (!office || !agency) throw new TypeError('the candidate has lost its office');
    const at = tools.clock.now();
    const zone = zoneOfRegion(placeOf(candidate) ?? office.regionCode ?? '31');
    const draft = { openedAt: at, zone, place: candidate.place };
    const { law, times } = await reviewSurroundings(tools, tx, draft);
    const { number } = await takeNumber(tx, { office, series: 'KAJIAN', on: dayOf(at, zone) });
    const clock = startClock(tools.random.id(), 'stage', null, 'case.review-detection', at, law);
    const review: Review = {
      ...draft,
      id: tools.random.id(),
      number,
      version: 1,
      officeId: office.id,
      officePath: office.path,
      agencyId: agency.id,
      agencyPath: agency.path,
      governmentId: agency.governmentId,
      clusterId: candidate.id,
      title,
      categoryCode: candidate.categoryCode || null,
      stage: 'detection',
      stageSince: at,
      openedBy: actor.personId,
      endedAt: null,
      reason: null,
      lhaAt: null,
      clocks: [clock],
      members: [{ personId: actor.personId, since: at, until: null }],
      isExample: false,
    };
    await saveReview(tx, review, (running) => times.reminderFor(running));
    const opened = { number, cluster: candidate.id, agency: agency.id, office: office.id };
    await appendEvents(
      tools,
      tx,
      { kind: 'review', id: review.id },
      [{ type: 'review-opened', at, actor: actorReference(actor), payload: opened }],
      { newFile: true },
    );
    return ok({
      settled: { state: 'opened', reviewId: review.id },
      type: 'cluster-opened',
      payload: { review: review.id },
      value: review,
    });
  });
}

export interface InitiativeOrder {
  readonly title: string;
  readonly account: string;
  /** Jabatan of the respondent; empty = the agency's head. */
  readonly position: string;
}

/** Opens an own-initiative case from a candidate: it begins at the plenary, which decides whether it is investigated. */
export function openInitiative(
  tools: Tools,
  actor: Actor,
  target: CandidateTarget,
  order: InitiativeOrder,
): Promise<Result<Case, CaseRefusal>> {
  return settle(tools, actor, target, async (candidate, tx) => {
    const [title, account] = [order.title.trim(), order.account.trim()];
    if (title === '') return refuse('case.review-title-missing');
    if (account === '') return refuse('case.text-missing');
    if (title.length > LONGEST_TITLE || account.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const file = await openCase(tools, tx, actor, {
      access: 'IAPS',
      channel: 'own-initiative',
      officeId: candidate.officeId,
      registeredByPersonId: actor.kind === 'officer' ? actor.personId : null,
      secret: false,
      tip: false,
      title,
      account,
      regionCode: placeOf(candidate) ?? null,
      categoryCode: candidate.categoryCode || null,
      serviceId: candidate.serviceId,
      respondents: [{ agencyId: candidate.agencyId, position: order.position }],
      events: [{ type: 'opened-from-cluster', payload: { cluster: candidate.id, rows: candidate.rows } }],
    });
    return ok({
      settled: { state: 'opened', caseId: file.id },
      type: 'cluster-opened',
      payload: { case: file.id },
      value: file,
    });
  });
}

function placeOf(candidate: Pick<Candidate, 'place'>): string | undefined {
  return candidate.place === '' ? undefined : candidate.place;
}
