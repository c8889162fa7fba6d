/** Programmes beyond the four shipped ones: offices of the Ombudsman add them, and close them for new agreements. */
import { agencyByCode, OMBUDSMAN_CODE } from '../../../directory/index.ts';
import { type Actor, positionsWith } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { insertProgramme, setProgrammeEnd } from '../../store/register/programmes.ts';

const LONGEST = 120;

/** Whoever prepares agreements for the Ombudsman. */
export async function mayKeepProgrammes(db: Db, actor: Actor): Promise<boolean> {
  const ombudsman = await agencyByCode(db, OMBUDSMAN_CODE);
  return positionsWith(actor, 'agreement.prepare').some(({ governmentId }) => governmentId === ombudsman?.id);
}

/** A code out of a label: `Pengawasan Pelayanan` gives `pengawasan-pelayanan`. */
export function codeOfLabel(label: string): string {
  const code = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  return code;
}

export async function addProgramme(
  tools: Tools,
  actor: Actor,
  order: { readonly labelId: string; readonly labelEn: string },
): Promise<Result<{ readonly code: string }, AgreementRefusal>> {
  if (!(await mayKeepProgrammes(tools.db, actor))) return refuse('agreement.not-yours');
  const [id, en] = [order.labelId.trim(), order.labelEn.trim()];
  const code = codeOfLabel(en || id);
  if (id === '' || code.length < 2) return refuse('agreement.text-missing');
  if (id.length > LONGEST || en.length > LONGEST) return refuse('agreement.text-too-long');
  const isNew = await inTransaction(tools, (tx) => insertProgramme(tx, { code, labelId: id, labelEn: en || id }));
  return isNew ? ok({ code }) : refuse('agreement.programme-known');
}

/** @param closed from today on it can no longer be chosen; `false` opens it again. Shipped ones stay open. */
export async function closeProgramme(
  tools: Tools,
  actor: Actor,
  code: string,
  closed: boolean,
): Promise<Result<null, AgreementRefusal>> {
  if (!(await mayKeepProgrammes(tools.db, actor))) return refuse('agreement.not-yours');
  const today: Day = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const changed = await inTransaction(tools, (tx) => setProgrammeEnd(tx, code, closed ? today : null));
  return changed ? ok(null) : refuse('agreement.programme-unknown');
}
