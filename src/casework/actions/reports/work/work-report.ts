/** Writing, handing in and checking a monthly work report: load and lock, ask the rule, save row, history and event in one transaction. */
import { type Agency, agencyById } from '../../../../directory/index.ts';
import { actorReference, type Officer } from '../../../../kernel/actor.ts';
import { type Result, refuse } from '../../../../kernel/result.ts';
import type { Day, Moment } from '../../../../kernel/time.ts';
import { asLimit, dueMoment, lawBook } from '../../../../law/index.ts';
import { appendEvents } from '../../../../platform/audit/index.ts';
import type { Db, Tx } from '../../../../platform/database/database.ts';
import { orRollBack } from '../../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../../platform/tools.ts';
import type { CaseRefusal } from '../../../rules/refusals.ts';
import { isHeadOf } from '../../../rules/reports/reach.ts';
import type { WorkGroup } from '../../../rules/reports/work-groups.ts';
import type { WorkReportAction } from '../../../rules/reports/work-report.transitions.ts';
import {
  type StatementKind,
  state,
  step,
  takeBack,
  type WorkActor,
  type WorkReport,
  write,
} from '../../../rules/reports/work-report.ts';
import { addStep, lockWorkReport, saveWorkReport, type WorkReportKey } from '../../../store/reports/work-reports.ts';
import { bounds, contentOf, countedWork, isOver, zoneOf } from './recorded-work.ts';

export interface WorkTarget extends WorkReportKey {
  /** The version the form was made from. */
  readonly version: number;
}

export function workActor(actor: Officer, office: Pick<Agency, 'id' | 'path'>): WorkActor {
  return { personId: actor.personId, isSuperior: isHeadOf(actor, office) };
}

/** Until when a month's report is to be handed in: `case.work-report` after the last moment of the month, at the office. */
export async function workReportDue(
  tools: Pick<Tools, 'db'>,
  tx: Db | Tx,
  office: Pick<Agency, 'regionCode'>,
  month: Day,
): Promise<Moment> {
  const book = await lawBook(tools, tx as Tx);
  const zone = zoneOf(office);
  const { until } = bounds({ month, zone });
  const limit = asLimit(book.parameter('case.work-report', month.add({ months: 1 })));
  // A limit begins on the day after the day of receipt: the last day of the month.
  return dueMoment({ from: until.subtract({ seconds: 1 }), limit, zone, calendar: book.calendar(office.regionCode) }).dueAt;
}

type Answer = Result<WorkReport, CaseRefusal>;
type Rule = (report: WorkReport, who: WorkActor, office: Agency) => Result<WorkReport, CaseRefusal>;

async function onReport(
  tools: Tools,
  actor: Officer,
  target: WorkTarget,
  rule: Rule,
  then?: (tx: Tx, report: WorkReport, office: Agency) => Promise<void>,
): Promise<Answer> {
  return orRollBack(tools, async (tx) => {
    const office = await agencyById(tx, target.officeId);
    if (!office) return refuse('case.absent');
    const who = workActor(actor, office);
    // Others are not told that there is a report.
    if (who.personId !== target.personId && !who.isSuperior) return refuse('case.absent');
    const fresh = { id: tools.random.id(), dueAt: await workReportDue(tools, tx, office, target.month) };
    const before = await lockWorkReport(tx, target, fresh);
    const done = rule(before, who, office);
    if (!done.ok) return done;
    await saveWorkReport(tx, before, done.value);
    await then?.(tx, done.value, office);
    return done;
  });
}

/** The page is one form: remarks typed beside another button are kept with its step. Left out = as they are. */
function afterRemarks(target: WorkTarget, remarks: string | undefined, rule: Rule): Rule {
  return (report, who, office) => {
    if (remarks === undefined || remarks.trim() === report.remarks) return rule(report, who, office);
    const written = write(report, who, { version: target.version, remarks });
    return written.ok ? rule({ ...written.value, version: report.version }, who, office) : written;
  };
}

export function writeRemarks(tools: Tools, actor: Officer, target: WorkTarget, remarks: string): Promise<Answer> {
  return onReport(tools, actor, target, (report, who) => write(report, who, { version: target.version, remarks }));
}

export interface StatementOrder {
  readonly kind: StatementKind;
  readonly group: WorkGroup;
  readonly on: Day;
  readonly text: string;
}

export function addStatement(
  tools: Tools,
  actor: Officer,
  target: WorkTarget,
  order: StatementOrder,
  remarks?: string,
): Promise<Answer> {
  const statement = { id: tools.random.id(), ...order };
  const rule: Rule = (report, who) => state(report, who, { version: target.version, statement });
  return onReport(tools, actor, target, afterRemarks(target, remarks, rule));
}

export function removeStatement(
  tools: Tools,
  actor: Officer,
  target: WorkTarget,
  statementId: string,
  remarks?: string,
): Promise<Answer> {
  const rule: Rule = (report, who) => takeBack(report, who, { version: target.version, statementId });
  return onReport(tools, actor, target, afterRemarks(target, remarks, rule));
}

export interface WorkStepOrder {
  readonly action: Exclude<WorkReportAction, 'write'>;
  readonly reason?: string;
  /** Of the author, with the handing in. */
  readonly remarks?: string;
}

/** Handed in, accepted, returned, reopened. Each is a line of the report's history and an event; the author is told of what others did. */
export function stepWorkReport(
  tools: Tools,
  actor: Officer,
  target: WorkTarget,
  { action, reason = '', remarks }: WorkStepOrder,
): Promise<Answer> {
  const at = tools.clock.now();
  return onReport(
    tools,
    actor,
    target,
    afterRemarks(target, remarks, (report, who, office) => {
      const isMonthOver = isOver({ month: target.month, zone: zoneOf(office) }, at);
      return step(report, who, { action, version: target.version, reason, isMonthOver, at });
    }),
    async (tx, report, office) => {
      const work = { personId: report.personId, officeId: office.id, month: report.month, zone: zoneOf(office) };
      const content = contentOf(await countedWork(tx, work), report.statements, report.remarks);
      await addStep(tx, report.id, { action, at, byId: actor.personId, reason: reason.trim(), content });
      await appendEvents(tools, tx, { kind: 'work-report', id: report.id }, [
        { type: action, at, actor: actorReference(actor), payload: { version: report.version, ...content } },
      ]);
      if (actor.personId !== report.personId) await tellAuthor(tools, tx, report, action);
    },
  );
}

async function tellAuthor(tools: Tools, tx: Tx, report: WorkReport, action: string): Promise<void> {
  await tools.post(tx, {
    purpose: action === 'accept' ? 'case.work-report-accepted' : 'case.work-report-returned',
    object: { kind: 'work-report', id: report.id },
    recipient: { kind: 'person', id: report.personId },
    stage: `${action}:${report.version}`,
    details: { office: report.officeId, month: report.month.toString().slice(0, 7) },
  });
}
