/** Maklumat pelayanan: written as a draft with its scan, published, withdrawn. */
import type { Actor } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import type { Day, Moment } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { type Charter, type CharterContent, problemsOfCharter, problemsOfCharterDraft } from '../rules/charter.ts';
import { lineOf, textOf } from '../rules/normal-standard.ts';
import type { KeptScan } from '../rules/scan.ts';
import { insertCharter, lockCharters, publishCharterRow, updateCharter, withdrawCharters } from '../store/charters.ts';
import { managedOffice, record, refused, type Step, todayAt } from './on-service.ts';

interface AtCharter {
  readonly tx: Tx;
  readonly agencyId: string;
  readonly agencyPath: readonly string[];
  readonly charters: readonly Charter[];
  readonly draft: Charter | undefined;
  readonly at: Moment;
  readonly today: Day;
}

async function onCharters<T>(tools: Tools, actor: Actor, agencyId: string, work: (at: AtCharter) => Step<T>): Step<T> {
  const agency = await managedOffice(tools, actor, agencyId);
  if (!agency) return refused('service.office-unknown');
  return inTransaction(tools, async (tx) => {
    const charters = await lockCharters(tx, agency.id);
    const at = tools.clock.now();
    const today = todayAt(agency.regionCode, at);
    const draft = charters.find(({ state }) => state === 'draft');
    return work({ tx, agencyId: agency.id, agencyPath: agency.path, charters, draft, at, today });
  });
}

export interface CharterOrder {
  readonly content: CharterContent;
  /** The draft's the form was made from; 0 when there was none. */
  readonly revision: number | null;
  /** `undefined` leaves the scan as it is. */
  readonly file?: KeptScan | null | undefined;
}

/** Keeps the draft, or begins one. @returns the scan that is no longer needed, to be removed from the store */
export function keepCharter(
  tools: Tools,
  actor: Actor,
  agencyId: string,
  order: CharterOrder,
): Step<{ dropped: KeptScan | null }> {
  const given = order.content;
  const content: CharterContent = {
    ...given,
    body: textOf(given.body),
    signatoryName: lineOf(given.signatoryName),
    signatoryPosition: lineOf(given.signatoryPosition),
  };
  const problems = problemsOfCharterDraft(content);
  if (problems[0]) return Promise.resolve(refused(problems[0].code, problems));
  return onCharters(tools, actor, agencyId, async ({ tx, charters, draft, at, ...place }) => {
    if (order.revision !== null && order.revision !== (draft?.revision ?? 0)) return refused('service.moved-on');
    const file = order.file === undefined ? (draft?.file ?? null) : order.file;
    const id = draft?.id ?? tools.random.id();
    const version = draft?.version ?? (charters.at(-1)?.version ?? 0) + 1;
    const written = { content, file, at };
    if (draft) await updateCharter(tx, draft, written);
    else await insertCharter(tx, { id, version, agencyId: place.agencyId, agencyPath: place.agencyPath }, written);
    const payload = { agency: place.agencyId, version, scan: file?.sha256 ?? null };
    await record(tools, tx, actor, { kind: 'maklumat', id }, 'maklumat-drafted', payload, !draft);
    const replaced = draft?.file && draft.file.key !== file?.key ? draft.file : null;
    return ok({ dropped: replaced });
  });
}

/** Publishes the draft; what was in force before stays in the list of versions. */
export function publishCharter(tools: Tools, actor: Actor, agencyId: string, revision: number | null): Step<Charter> {
  return onCharters(tools, actor, agencyId, async ({ tx, draft, at, today }) => {
    if (!draft) return refused('service.no-draft');
    if (revision !== null && revision !== draft.revision) return refused('service.moved-on');
    const problems = problemsOfCharter(draft, today);
    if (problems[0]) return refused(problems[0].code, problems);
    await publishCharterRow(tx, draft, at);
    const payload = {
      version: draft.version,
      signedOn: draft.signedOn?.toString() ?? null,
      validFrom: draft.validFrom?.toString() ?? null,
      scan: draft.file?.sha256 ?? null,
    };
    await record(tools, tx, actor, { kind: 'maklumat', id: draft.id }, 'maklumat-published', payload);
    return ok(draft);
  });
}

export function withdrawCharter(tools: Tools, actor: Actor, agencyId: string, given: string): Step<void> {
  const reason = lineOf(given);
  return onCharters(tools, actor, agencyId, async ({ tx, charters, at, today }) => {
    const published = charters.filter(({ state }) => state === 'published');
    if (published.length === 0) return refused('service.not-published');
    if (reason === '' || reason.length > 500) {
      return refused('service.reason-missing', [{ field: 'reason', code: 'service.reason-missing' }]);
    }
    await withdrawCharters(tx, agencyId, { on: today.toString(), reason, at });
    for (const { id, version } of published) {
      await record(tools, tx, actor, { kind: 'maklumat', id }, 'maklumat-withdrawn', { version, on: today.toString() });
    }
    return ok(undefined);
  });
}
