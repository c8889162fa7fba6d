/**
 * A product of the Ombudsman becomes an obligation: corrective action, suggestion, improvement suggestion, recommendation. Findings and reviews call
 * this inside their own transaction; what it answers goes into their decision.
 */
import { agencyById } from '../../../directory/index.ts';
import { actorReference } from '../../../kernel/actor.ts';
import type { Zone } from '../../../kernel/time.ts';
import { dayOf } from '../../../kernel/time.ts';
import { type CaseRuleSet, type FileLaw, lawBook, type ParameterRule } from '../../../law/index.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, type CaseClock, runningClock } from '../../rules/case.ts';
import { nextAlert } from '../../rules/case-alerts.ts';
import { startPart } from '../../rules/clock-steps.ts';
import type { CaseEvent, Circumstances } from '../../rules/decision.ts';
import { beginAgency } from '../../rules/obligations/clocks.ts';
import { OBLIGATION_RULES, type Obligation, type ObligationKind } from '../../rules/obligations/obligation.ts';
import { insertObligation, nextOrdinal, saveReviewClocks } from '../../store/obligations/obligations.ts';
import { surroundingsOf } from '../surroundings.ts';
import { pushComplianceLater } from './push-later.ts';
import { tellIssued } from './tell.ts';

export interface ReviewSubject {
  readonly kind: 'review';
  readonly id: string;
  /** The Ombudsman's office it is owed to. */
  readonly officeId: string;
  readonly officePath: readonly string[];
  readonly zone: Zone;
  readonly regionCode: string | null;
  readonly isExample?: boolean;
}

export interface IssueOrder<Subject extends { kind: 'case'; file: Case } | ReviewSubject> {
  readonly subject: Subject;
  readonly kind: ObligationKind;
  /** Whom it is addressed to: the respondent, of a recommendation the superior. */
  readonly agencyId: string;
  /** Jabatan in words, never a name. */
  readonly position: string;
  readonly text: string;
  readonly evidenceAsked: string;
  /** Another limit than the kind's own. */
  readonly rule?: ParameterRule;
  readonly documentId: string | null;
  /** Whether its text and state may be shown when the case is published. */
  readonly isPublic: boolean;
}

/** A case's circumstances do; a review has no law of its own and gives what it has. */
export type IssueCircumstances = Pick<Circumstances, 'at' | 'actor'>;

/**
 * @returns of a case the case with the clock that runs (save it with your decision, with the event); of a review only obligation and event (its
 *   clock is kept here)
 * @throws when the agency does not exist or the text is empty: callers have checked what people typed
 */
export function issueObligation(
  tools: Tools,
  tx: Tx,
  circumstances: Circumstances,
  order: IssueOrder<{ readonly kind: 'case'; readonly file: Case }>,
): Promise<{ readonly obligation: Obligation; readonly file: Case; readonly event: CaseEvent }>;
export function issueObligation(
  tools: Tools,
  tx: Tx,
  circumstances: IssueCircumstances,
  order: IssueOrder<ReviewSubject>,
): Promise<{ readonly obligation: Obligation; readonly file: null; readonly event: CaseEvent }>;
export async function issueObligation(
  tools: Tools,
  tx: Tx,
  circumstances: IssueCircumstances | Circumstances,
  order: IssueOrder<{ readonly kind: 'case'; readonly file: Case } | ReviewSubject>,
): Promise<{ readonly obligation: Obligation; readonly file: Case | null; readonly event: CaseEvent }> {
  const agency = await agencyById(tx, order.agencyId);
  if (!agency) throw new TypeError('an obligation needs an agency');
  if (order.text.trim() === '') throw new TypeError('an obligation needs a text');
  const { subject } = order;
  const { at, actor } = circumstances;
  const id = tools.random.id();
  const rule = order.rule ?? OBLIGATION_RULES[order.kind];
  const about = subject.kind === 'case' ? subject.file : subject;
  const started = await startedClock(tools, tx, circumstances, order, id, rule);
  const obligation: Obligation = {
    id,
    caseId: subject.kind === 'case' ? subject.file.id : null,
    reviewId: subject.kind === 'review' ? subject.id : null,
    kind: order.kind,
    ordinal: await nextOrdinal(tx, about.id),
    agencyId: agency.id,
    governmentId: agency.governmentId,
    agencyPath: agency.path,
    handlerAgencyId: null,
    handlerPath: [],
    officeId: about.officeId,
    officePath: about.officePath,
    position: order.position.trim(),
    text: order.text.trim(),
    evidenceAsked: order.evidenceAsked.trim(),
    documentId: order.documentId,
    issuedAt: at,
    receivedAt: null,
    rule,
    ruleSet: started.ruleSet,
    dueAt: started.clock.dueAt,
    zone: about.zone,
    regionCode: about.regionCode,
    state: 'issued',
    stateAt: at,
    reportedAt: null,
    judgedAt: null,
    asksTime: false,
    isPublic: order.isPublic,
    version: 1,
    isExample: about.isExample ?? false,
  };
  await insertObligation(tx, obligation, {
    ...{ id: tools.random.id(), kind: 'issue', at, author: actorReference(actor), side: 'ombudsman', text: '', lookedAt: null },
    ...{ days: null, dueBefore: null, dueAfter: obligation.dueAt, agencyId: agency.id },
  });
  await started.save();
  const event: CaseEvent = {
    type: 'obligation-issue',
    payload: {
      obligation: id,
      kind: order.kind,
      agency: agency.id,
      rule,
      dueAt: obligation.dueAt.toString(),
      ...(order.documentId ? { document: order.documentId } : {}),
    },
  };
  // What becomes of a review's obligation stands in a file of its own; a case's stands in the case's.
  if (subject.kind === 'review') {
    const first = { type: event.type, at, actor: actorReference(actor), payload: { ...event.payload, review: subject.id } };
    await appendEvents(tools, tx, { kind: 'obligation', id }, [first], { newFile: true });
  }
  await pushComplianceLater(tx, obligation);
  await tellIssued(tools, tx, obligation);
  return { obligation, file: started.file, event };
}

async function startedClock(
  tools: Tools,
  tx: Tx,
  circumstances: IssueCircumstances | Circumstances,
  { subject }: IssueOrder<{ readonly kind: 'case'; readonly file: Case } | ReviewSubject>,
  id: string,
  rule: ParameterRule,
): Promise<{ clock: CaseClock; file: Case | null; ruleSet: CaseRuleSet; save: () => Promise<void> }> {
  const { at } = circumstances;
  if (subject.kind === 'case') {
    if (!('law' in circumstances)) throw new TypeError('an obligation of a case needs the law of the case');
    const { file } = startPart(subject.file, { kind: 'obligation', partId: id, rule, at }, circumstances);
    const clock = runningClock(file, 'obligation', id);
    if (!clock) throw new Error('the clock of an obligation did not start');
    return { clock, file, ruleSet: file.ruleSet, save: async () => {} };
  }
  const book = await lawBook(tools, tx);
  const ruleSet = book.ruleSetAt(dayOf(at, subject.zone), 'case.rule-set') as CaseRuleSet;
  const { law, times } = surroundingsOf(book, { ruleSet, registeredAt: at, zone: subject.zone, regionCode: subject.regionCode });
  const [clock] = beginAgency([], id, rule, at, { at, law: law satisfies FileLaw, newId: () => tools.random.id() });
  if (!clock) throw new Error('the clock of an obligation did not start');
  const alert = nextAlert({ stage: 'monitoring' }, clock, 0, times)?.at ?? null;
  return { clock, file: null, ruleSet, save: () => saveReviewClocks(tx, id, [clock], () => alert) };
}
