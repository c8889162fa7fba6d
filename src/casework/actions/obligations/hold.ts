/** An obligation held for a change: its case (if it has one) locked first, then itself, with its clocks and the law it lives under. */
import type { Actor } from '../../../kernel/actor.ts';
import { actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { lawBook } from '../../../law/index.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case, CaseClock } from '../../rules/case.ts';
import { nextAlert } from '../../rules/case-alerts.ts';
import { type CaseEvent, type Circumstances, decision, type News } from '../../rules/decision.ts';
import { clocksOf } from '../../rules/obligations/clocks.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { agencyPositions } from '../../rules/obligations/permissions.ts';
import type { HeldWithClocks, Stepped } from '../../rules/obligations/step.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import {
  clocksOfObligation,
  insertFiles,
  insertStep,
  lockObligation,
  obligationById,
  saveObligation,
  saveReviewClocks,
  standingReport,
} from '../../store/obligations/obligations.ts';
import type { ObligationFilesTable } from '../../store/obligations/tables.ts';
import { decideIn } from '../decide.ts';
import { surroundingsOf } from '../surroundings.ts';
import { pushComplianceLater } from './push-later.ts';
import { tellStep } from './tell.ts';

export interface ObligationTarget {
  readonly obligationId: string;
  /** The version the form was made from; `null` = whatever it is now. */
  readonly version: number | null;
}

export type ObligationRule = (
  held: HeldWithClocks,
  circumstances: Pick<Circumstances, 'at' | 'actor' | 'law' | 'newId'>,
  tx: Tx,
) => Result<Stepped, CaseRefusal> | Promise<Result<Stepped, CaseRefusal>>;

export type FilesOfStep = (stepId: string) => readonly ObligationFilesTable[];
const NO_FILES: FilesOfStep = () => [];

/** One obligation, one transaction: row, clocks, history, event, news and the figure that follows from it. */
export function changeObligation(
  tools: Tools,
  actor: Actor,
  target: ObligationTarget,
  rule: ObligationRule,
  files: FilesOfStep = NO_FILES,
): Promise<Result<Obligation, CaseRefusal>> {
  return orRollBack(tools, async (tx) => {
    const early = await obligationById(tx, target.obligationId);
    if (!early) return refuse('case.obligation-absent');
    return early.caseId === null
      ? changeOfReview(tools, tx, actor, target, rule, files)
      : ofCase(tools, tx, actor, { ...target, caseId: early.caseId }, rule, files);
  });
}

async function ofCase(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: ObligationTarget & { readonly caseId: string },
  rule: ObligationRule,
  files: FilesOfStep,
): Promise<Result<Obligation, CaseRefusal>> {
  let changed: Obligation | undefined;
  const early = await obligationById(tx, target.obligationId);
  const isAgency = early !== undefined && agencyPositions(early, actor, 'case.answer').length > 0;
  const side = isAgency ? { side: 'respondent' as const } : {};
  const done = await decideIn(tools, tx, actor, { caseId: target.caseId, version: null, ...side }, async (file, facts) => {
    const moved = await changeIn(tools, tx, file, facts, target, rule, files);
    if (!moved.ok) return moved;
    changed = moved.value.obligation;
    return decision(moved.value.file, { events: [moved.value.event], news: moved.value.news });
  });
  if (!done.ok) return done.refusal === 'case.absent' ? refuse('case.obligation-absent') : done;
  return changed ? { ok: true, value: changed } : refuse('case.obligation-absent');
}

/**
 * The same inside a decision on the case that another area makes (`decide`): the caller puts file, event and news into its own decision.
 */
export async function changeIn(
  tools: Tools,
  tx: Tx,
  file: Case,
  circumstances: Circumstances,
  target: ObligationTarget,
  rule: ObligationRule,
  files: FilesOfStep = NO_FILES,
): Promise<
  Result<
    { readonly obligation: Obligation; readonly file: Case; readonly event: CaseEvent; readonly news: readonly News[] },
    CaseRefusal
  >
> {
  const before = await lockObligation(tx, target.obligationId);
  if (!before || before.caseId !== file.id) return refuse('case.obligation-absent');
  if (target.version !== null && target.version !== before.version) return refuse('case.obligation-moved-on');
  const clocks = clocksOf(file.clocks, before.id);
  const held = { obligation: before, file, clocks, reportAuthor: await standingReport(tx, before) };
  const stepped = await rule(held, circumstances, tx);
  if (!stepped.ok) return stepped;
  await keep(tools, tx, before, stepped.value, files);
  const { obligation, event } = stepped.value;
  const others = file.clocks.filter((clock) => !clocks.includes(clock));
  const news: readonly News[] = NEWS_OF.includes(stepped.value.step.kind) ? ['obligation'] : [];
  return { ok: true, value: { obligation, file: { ...file, clocks: [...others, ...stepped.value.clocks] }, event, news } };
}

/** What the reporter hears of: the last words, and that a day has moved. */
const NEWS_OF: readonly string[] = [
  'carried-out',
  'partly',
  'partly-final',
  'not-carried-out',
  'reopen',
  'withdraw',
  'grant-time',
];

/** An obligation of a review, in a transaction that is already open. */
export async function changeOfReview(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  target: ObligationTarget,
  rule: ObligationRule,
  files: FilesOfStep = NO_FILES,
): Promise<Result<Obligation, CaseRefusal>> {
  const before = await lockObligation(tx, target.obligationId);
  if (!before) return refuse('case.obligation-absent');
  if (target.version !== null && target.version !== before.version) return refuse('case.obligation-moved-on');
  const { ruleSet, issuedAt: registeredAt, zone, regionCode } = before;
  const { law, times } = surroundingsOf(await lawBook(tools, tx), { ruleSet, registeredAt, zone, regionCode });
  const [at, clocks] = [tools.clock.now(), await clocksOfObligation(tx, before)];
  const held = { obligation: before, file: null, clocks, reportAuthor: await standingReport(tx, before) };
  const stepped = await rule(held, { at, actor, law, newId: () => tools.random.id() }, tx);
  if (!stepped.ok) return stepped;
  const { obligation, event } = stepped.value;
  await keep(tools, tx, before, stepped.value, files);
  const moved = stepped.value.clocks.filter((clock: CaseClock) => !clocks.includes(clock));
  await saveReviewClocks(tx, before.id, moved, (clock) => nextAlert({ stage: 'monitoring' }, clock, 0, times)?.at ?? null);
  const last = { type: event.type, at, actor: actorReference(actor), payload: event.payload };
  await appendEvents(tools, tx, { kind: 'obligation', id: before.id }, [last]);
  return { ok: true, value: obligation };
}

async function keep(tools: Tools, tx: Tx, before: Obligation, { obligation, step }: Stepped, files: FilesOfStep): Promise<void> {
  await saveObligation(tx, obligation);
  await insertStep(tx, obligation.id, step);
  await insertFiles(tx, files(step.id));
  await pushComplianceLater(tx, obligation, before);
  await tellStep(tools, tx, obligation, step);
}
