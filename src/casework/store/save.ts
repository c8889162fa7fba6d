/**
 * Writing a decision: row, parts, clocks, waiting lines, entries and events in one transaction.
 *
 * Bargain with callers: `before` was loaded with `loadCaseForUpdate` in the same transaction. Only what changed is written.
 */
import { createHash } from 'node:crypto';
import { type Actor, actorReference } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/time.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Case, CaseClock } from '../rules/case.ts';
import { type CaseAlertTimes, nextAlert } from '../rules/case-alerts.ts';
import type { CaseEvent, Decision, Entry } from '../rules/decision.ts';
import { waitingFor } from '../rules/waiting.ts';
import { caseRow, clockRow, exclusionRow, memberRow, respondentRow } from './rows.ts';
import type { CaseTables } from './tables.ts';

export interface Saving {
  readonly at: Moment;
  readonly actor: Actor;
  readonly times: CaseAlertTimes;
}

/** A new case with its parts and first events. */
export async function insertCase(tools: Tools, tx: Tx, decision: Decision, saving: Saving): Promise<void> {
  const { file } = decision;
  await tx.withTables<CaseTables>().insertInto('casework.cases').values(caseRow(file, saving.at)).execute();
  await saveParts(tx, undefined, file, saving);
  await saveEntries(tx, file, decision.entries, saving);
  await append(tools, tx, decision, saving, true);
}

/** The next version of a case that was loaded for update. */
export async function saveDecision(tools: Tools, tx: Tx, before: Case, decision: Decision, saving: Saving): Promise<Case> {
  const file: Case = { ...decision.file, version: before.version + 1 };
  const { id, ...row } = caseRow(file, saving.at);
  await tx.withTables<CaseTables>().updateTable('casework.cases').set(row).where('id', '=', id).execute();
  await saveParts(tx, before, file, saving);
  await saveEntries(tx, file, decision.entries, saving);
  await append(tools, tx, decision, saving, false);
  return file;
}

async function saveParts(tx: Tx, before: Case | undefined, file: Case, saving: Saving): Promise<void> {
  const tables = tx.withTables<CaseTables>();
  const isNew = <T>(each: T, old: readonly T[] | undefined) => !old?.includes(each);
  for (const each of file.respondents.filter((one) => isNew(one, before?.respondents))) {
    const { case_id, id, ...columns } = respondentRow(file.id, each);
    await tables
      .insertInto('casework.respondents')
      .values({ case_id, id, ...columns })
      .onConflict((conflict) => conflict.columns(['case_id', 'id']).doUpdateSet(columns))
      .execute();
  }
  for (const each of file.team.filter((one) => isNew(one, before?.team))) {
    await tables
      .insertInto('casework.team')
      .values(memberRow(file.id, each))
      .onConflict((conflict) =>
        conflict.columns(['case_id', 'person_id', 'role', 'since']).doUpdateSet({ until: each.until?.toString() ?? null }),
      )
      .execute();
  }
  for (const each of file.exclusions.filter((one) => isNew(one, before?.exclusions))) {
    const { case_id, id, ...columns } = exclusionRow(file.id, each);
    await tables
      .insertInto('casework.exclusions')
      .values({ case_id, id, ...columns })
      .onConflict((conflict) => conflict.columns(['case_id', 'id']).doUpdateSet(columns))
      .execute();
  }
  for (const each of file.clocks.filter((one) => isNew(one, before?.clocks))) {
    const { case_id, id, ...columns } = newClockRow(file, each, saving);
    await tables
      .insertInto('casework.clocks')
      .values({ case_id, id, ...columns })
      .onConflict((conflict) => conflict.columns(['case_id', 'id']).doUpdateSet(columns))
      .execute();
  }
  await tables.deleteFrom('casework.waiting').where('case_id', '=', file.id).execute();
  const waiting = waitingFor(file).map((line, index) => ({
    case_id: file.id,
    line: index,
    kind: line.kind,
    part_id: line.partId,
    office_id: line.officeId,
    person_id: line.personId,
    capabilities: [...line.capabilities],
    due_at: line.dueAt.toString(),
  }));
  if (waiting.length > 0) await tables.insertInto('casework.waiting').values(waiting).execute();
}

/** A clock that changed begins its ladder anew; the ledger's keys see to it that nothing is told twice for the same due day. */
function newClockRow(file: Case, clock: CaseClock, saving: Saving) {
  return clockRow(file.id, clock, nextAlert(file, clock, 0, saving.times)?.at ?? null);
}

async function saveEntries(tx: Tx, file: Case, entries: readonly Entry[], saving: Saving): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .withTables<CaseTables>()
    .insertInto('casework.entries')
    .values(
      entries.map((entry) => ({
        case_id: file.id,
        id: entry.id,
        kind: entry.kind,
        audience: entry.audience,
        at: saving.at.toString(),
        text: entry.text,
        part_id: entry.partId,
        agency_id: entry.agencyId,
        author: actorReference(saving.actor),
      })),
    )
    .execute();
}

async function append(
  tools: Tools,
  tx: Tx,
  { file, events, entries }: Decision,
  saving: Saving,
  newFile: boolean,
): Promise<void> {
  await appendEvents(
    tools,
    tx,
    { kind: 'case', id: file.id },
    events.map((event) => ({
      type: event.type,
      at: saving.at,
      actor: actorReference(saving.actor),
      payload: withDigest(event.payload, entries),
    })),
    { newFile },
  );
}

/** An event that speaks of an entry carries the digest of its text, so that a text changed later is noticed. */
function withDigest(payload: CaseEvent['payload'], entries: readonly Entry[]): CaseEvent['payload'] {
  const entry = entries.find((each) => each.id === payload.entry);
  return entry ? { ...payload, digest: createHash('sha256').update(entry.text, 'utf8').digest('hex') } : payload;
}
