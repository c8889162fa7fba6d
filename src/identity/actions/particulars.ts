/**
 * The particulars of who brings a case to the Ombudsman: sealed when the case comes in, changed and read on record. The copy of the
 * identity card is a file of its own, sealed in the file store; only its key lies here.
 */
import { actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import type { Tx } from '../../platform/database/database.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { Tools } from '../../platform/tools.ts';
import { checkLook, type Look } from '../rules/look.ts';
import { fieldsGiven, type Particulars } from '../rules/particulars.ts';
import type { IdentityRefusal } from '../rules/refusals.ts';
import { insertAccess } from '../store/accesses.ts';
import { loadParticularsGiven, putParticulars } from '../store/particulars.ts';
import { openRecord, sealRecord } from '../store/record-seal.ts';
import { loadSealed } from '../store/sealed-records.ts';
import { lookAt } from './reveal-identity.ts';

type SealTools = Pick<Tools, 'keys' | 'random' | 'clock'>;

/** A copy of an identity card as the file store keeps it. */
export interface IdCopy {
  readonly storeKey: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256, hexadecimal. */
  readonly sha256: string;
}

export interface GivenParticulars {
  /** As `checkParticulars` returned them. */
  readonly particulars: Particulars | undefined;
  readonly idCopy: IdCopy | undefined;
}

type Kept = Particulars & { readonly idCopy?: IdCopy };

/** What a look shows. */
export interface RevealedParticulars {
  readonly particulars: Particulars;
  readonly idCopy: IdCopy | undefined;
}

/** Seals the particulars of a new case in the caller's transaction; does nothing when none were given. */
export async function sealParticulars(
  tools: SealTools,
  tx: Tx,
  given: GivenParticulars & { readonly caseId: string },
): Promise<void> {
  if (!given.particulars && !given.idCopy) return;
  const kept: Kept = given.idCopy ? { ...given.particulars, idCopy: given.idCopy } : { ...given.particulars };
  await put(tools, tx, given.caseId, kept);
}

/**
 * Adds what was missing and puts new in the place of old, on record; fields that are not given stay. The file of a copy that was
 * replaced is removed after the commit.
 *
 * @throws SealBroken when the record does not open
 */
export async function changeParticulars(
  tools: SealTools,
  tx: Tx,
  change: Look & GivenParticulars,
): Promise<Result<undefined, IdentityRefusal>> {
  const checked = checkLook(change);
  if (!checked.ok) return checked;
  const caseId = change.complaintId;
  const record = await loadSealed(tx, caseId, 'particulars');
  const before = (record && (openRecord(tools, caseId, 'particulars', record) as Kept)) ?? {};
  const { idCopyKey } = await loadParticularsGiven(tx, caseId);
  const access = { complaintId: caseId, part: 'particulars', act: 'change', purpose: checked.value } as const;
  await insertAccess(tx, {
    id: tools.random.id(),
    actor: actorReference(change.actor),
    ...access,
    at: tools.clock.now(),
  });
  await put(tools, tx, caseId, { ...before, ...change.particulars, ...(change.idCopy && { idCopy: change.idCopy }) });
  if (change.idCopy && idCopyKey !== null && idCopyKey !== change.idCopy.storeKey) await removeFileLater(tx, idCopyKey);
  return ok(undefined);
}

/**
 * Who the reporter is, by the particulars. The look is recorded in the same transaction before the seal is opened: show the answer
 * (and hand out the file) only after the commit.
 *
 * @throws SealBroken when the record does not open
 */
export async function revealParticulars(
  tools: SealTools,
  tx: Tx,
  look: Look,
): Promise<Result<RevealedParticulars, IdentityRefusal>> {
  const opened = (await lookAt(tools, tx, look, 'particulars')) as Result<Kept, IdentityRefusal>;
  if (!opened.ok) return refuse(opened.refusal);
  const { idCopy, ...particulars } = opened.value;
  return ok({ particulars, idCopy });
}

/** For the transaction that erases or replaces: the bytes go when it has committed. */
export async function removeFileLater(tx: Tx, storeKey: string): Promise<void> {
  await enqueue(tx, { errand: 'identity.remove-file', payload: { storeKey } });
}

async function put(tools: SealTools, tx: Tx, caseId: string, kept: Kept): Promise<void> {
  const { idCopy, ...particulars } = kept;
  const given = [...fieldsGiven(particulars), ...(idCopy ? (['idCopy'] as const) : [])];
  const sealed = sealRecord(tools, caseId, 'particulars', kept);
  await putParticulars(tx, caseId, { ...sealed, given, idCopyKey: idCopy?.storeKey ?? null }, tools.clock.now());
}
