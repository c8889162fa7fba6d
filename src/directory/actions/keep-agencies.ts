import { type Actor, actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database/database.ts';
import { forgetAll } from '../../platform/database/remembered.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { agencyId } from '../reference/agency-seed.ts';
import { type Agency, isInForce } from '../rules/agency.ts';
import {
  type AgencyParticulars,
  mayKeepDirectory,
  type NewAgency,
  problemsOfAgency,
  problemsOfNewAgency,
} from '../rules/agency-changes.ts';
import type { DirectoryRefusal } from '../rules/refusals.ts';
import { agencyByCode, agencyById } from '../store/agencies.ts';
import { closeAgencyOn, insertAgency, isInUse, lockAgency, updateAgency } from '../store/agency-changes.ts';
import { recordChange } from '../store/changes.ts';
import type { ChangeKind } from '../store/tables.ts';
import { dayAt } from './agency-day.ts';

type Kept<T> = Promise<Result<T, DirectoryRefusal>>;

/** Adds an office below an agency, or a national body of its own. It is in force from today. */
export async function openAgency(tools: Tools, actor: Actor, order: NewAgency): Kept<Agency> {
  if (!mayKeepDirectory(actor)) return refuse('not-yours-to-manage');
  const problem = problemsOfNewAgency(order)[0];
  if (problem !== undefined) return refuse(problem);
  return keeping(tools, async (tx) => {
    const parent = order.parentId === null ? undefined : await lockAgency(tx, order.parentId);
    if (order.parentId !== null && parent === undefined) return refuse('agency-unknown');
    const today = dayAt({ regionCode: parent?.regionCode ?? null }, tools.clock.now());
    if (parent !== undefined && !isInForce(parent, today)) return refuse('agency-closed');
    const code = parent === undefined ? order.slug : `${parent.code}.${order.slug}`;
    if ((await agencyByCode(tx, code)) !== undefined) return refuse('agency-code-taken');
    const id = agencyId(code);
    const agency: Agency = {
      id,
      code,
      kind: order.kind,
      name: order.name.trim(),
      shortName: order.shortName.trim(),
      parentId: parent?.id ?? null,
      governmentId: parent?.governmentId ?? id,
      path: [...(parent?.path ?? []), id],
      regionCode: parent?.regionCode ?? null,
      functions: order.functions,
      isCoordinatorDesk: order.isCoordinatorDesk && parent !== undefined,
      nameConfirmed: true,
      nameNote: null,
      validFrom: today,
      validUntil: null,
    };
    await insertAgency(tx, agency, parent);
    await record(tools, tx, actor, id, 'opened', order.reason, { code, kind: order.kind });
    return ok(agency);
  });
}

/** Renames an office, says what it does, or makes it the coordinator's desk. */
export async function changeAgency(tools: Tools, actor: Actor, id: string, order: AgencyParticulars): Kept<Agency> {
  if (!mayKeepDirectory(actor)) return refuse('not-yours-to-manage');
  const problem = problemsOfAgency(order)[0];
  if (problem !== undefined) return refuse(problem);
  return keeping(tools, async (tx) => {
    const before = await lockAgency(tx, id);
    if (before === undefined) return refuse('agency-unknown');
    const agency: Agency = {
      ...before,
      name: order.name.trim(),
      shortName: order.shortName.trim(),
      functions: order.functions,
      isCoordinatorDesk: order.isCoordinatorDesk && before.parentId !== null,
      nameConfirmed: true,
      nameNote: null,
    };
    await updateAgency(tx, agency, before.parentId === null ? undefined : await agencyById(tx, before.parentId));
    await record(tools, tx, actor, id, 'changed', order.reason, {
      before: { name: before.name, functions: before.functions, isCoordinatorDesk: before.isCoordinatorDesk },
    });
    return ok(agency);
  });
}

/** Closes an office from today. Refused while offices stand below it or people hold positions at it. */
export async function closeAgency(tools: Tools, actor: Actor, id: string, reason: string): Kept<Agency> {
  if (!mayKeepDirectory(actor)) return refuse('not-yours-to-manage');
  if (reason.trim() === '') return refuse('reason-missing');
  return keeping(tools, async (tx) => {
    const agency = await lockAgency(tx, id);
    if (agency === undefined) return refuse('agency-unknown');
    const today = dayAt(agency, tools.clock.now());
    if (!isInForce(agency, today)) return refuse('agency-closed');
    if (await isInUse(tx, id, today)) return refuse('agency-in-use');
    // Validity is at least a day: what was opened today is closed from tomorrow.
    const closedOn = agency.validFrom?.equals(today) ? today.add({ days: 1 }) : today;
    await closeAgencyOn(tx, id, closedOn);
    await record(tools, tx, actor, id, 'closed', reason, { closedOn: closedOn.toString() });
    return ok({ ...agency, validUntil: closedOn });
  });
}

async function keeping<T>(tools: Tools, work: (tx: Tx) => Kept<T>): Kept<T> {
  const kept = await inTransaction(tools, work);
  if (kept.ok) forgetAll(tools.db);
  return kept;
}

async function record(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  id: string,
  what: ChangeKind,
  why: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  await recordChange(tx, {
    id: tools.random.id(),
    at: tools.clock.now(),
    actor: actorReference(actor),
    subject: { kind: 'agency', id },
    what,
    why: why.trim(),
    details,
  });
}
