/** The register of SOPs: entered, corrected, followed by a next version, retired. */
import type { Actor } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import type { Day } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { lineOf } from '../rules/normal-standard.ts';
import { type Procedure, type ProcedureContent, problemsOfProcedure } from '../rules/procedure.ts';
import type { KeptScan } from '../rules/scan.ts';
import { lockProcedure, saveProcedure } from '../store/procedures.ts';
import { serviceById } from '../store/services.ts';
import { managedOffice, record, refused, type Step } from './on-service.ts';

export interface ProcedureOrder {
  /** `undefined` enters a new one. */
  readonly id: string | undefined;
  readonly revision: number | null;
  readonly content: ProcedureContent;
  /** `undefined` leaves the file as it is; a new version begins with that of the one before. */
  readonly file?: KeptScan | null | undefined;
}

export async function keepProcedure(tools: Tools, actor: Actor, agencyId: string, order: ProcedureOrder): Step<Procedure> {
  const agency = await managedOffice(tools, actor, agencyId);
  if (!agency) return refused('service.office-unknown');
  const content: ProcedureContent = {
    ...order.content,
    number: lineOf(order.content.number),
    title: lineOf(order.content.title),
    ownerPosition: lineOf(order.content.ownerPosition),
  };
  try {
    return await inTransaction(tools, async (tx) => {
      const before = order.id === undefined ? undefined : await lockProcedure(tx, order.id);
      if (order.id !== undefined && before?.agencyId !== agency.id) return refused('service.absent');
      if (before && order.revision !== null && order.revision !== before.revision) return refused('service.moved-on');
      if (before?.isRetired) return refused('procedure.retired');
      const problems = problemsOfProcedure(content, before);
      if (problems[0]) return refused(problems[0].code, problems);
      const linked = content.serviceId === null ? undefined : await serviceById(tx, content.serviceId);
      if (content.serviceId !== null && linked?.agencyId !== agency.id) {
        return refused('procedure.service-elsewhere', [{ field: 'serviceId', code: 'procedure.service-elsewhere' }]);
      }
      const at = tools.clock.now();
      const procedure: Procedure = {
        ...content,
        effectiveOn: content.effectiveOn as Day,
        reviewOn: content.reviewOn as Day,
        id: before?.id ?? tools.random.id(),
        agencyId: agency.id,
        agencyPath: agency.path,
        file: order.file === undefined ? (before?.file ?? null) : order.file,
        isLatest: true,
        isRetired: false,
        revision: (before?.revision ?? 0) + 1,
        updatedAt: at,
      };
      await saveProcedure(tx, procedure, at);
      const type = !before ? 'sop-entered' : before.version === content.version ? 'sop-corrected' : 'sop-version';
      const payload = {
        agency: agency.id,
        version: content.version,
        effectiveOn: procedure.effectiveOn.toString(),
        reviewOn: procedure.reviewOn.toString(),
        file: procedure.file?.sha256 ?? null,
      };
      await record(tools, tx, actor, { kind: 'sop', id: procedure.id }, type, payload, !before);
      return ok(procedure);
    });
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint !== 'procedures_by_number') throw error;
    return refused('procedure.number-taken', [{ field: 'number', code: 'procedure.number-taken' }]);
  }
}

/** No longer in use: it stays in the register and is not asked to be reviewed. */
export async function retireProcedure(tools: Tools, actor: Actor, agencyId: string, id: string): Step<Procedure> {
  const agency = await managedOffice(tools, actor, agencyId);
  if (!agency) return refused('service.office-unknown');
  return inTransaction(tools, async (tx) => {
    const before = await lockProcedure(tx, id);
    if (before?.agencyId !== agency.id) return refused('service.absent');
    if (before.isRetired) return refused('procedure.retired');
    const procedure: Procedure = { ...before, isRetired: true, revision: before.revision + 1 };
    await saveProcedure(tx, procedure, tools.clock.now());
    await record(tools, tx, actor, { kind: 'sop', id }, 'sop-retired', { version: before.version });
    return ok(procedure);
  });
}
