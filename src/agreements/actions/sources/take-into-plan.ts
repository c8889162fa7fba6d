/** An improvement item or an obligation becomes a line of a plan, in one step. */
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line } from '../../rules/line.ts';
import { fitsPlan, type ProposalEdits, proposal } from '../../rules/sources/proposal.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { programmes } from '../../store/programmes.ts';
import type { Refused } from '../create-agreement.ts';
import { addLine } from '../lines/add-line.ts';
import { findSource, type SourceAsked } from './find-source.ts';

export interface TakeOrder {
  readonly source: SourceAsked;
  readonly agreementId: string;
  readonly edits?: ProposalEdits;
}

export interface Taken {
  readonly line: Line;
  readonly agreement: Agreement;
}

/** @returns the line, or every flaw with its field; `agreement.source-taken` when a line that was not dropped answers it already */
export async function takeIntoPlan(tools: Tools, actor: Actor, order: TakeOrder): Promise<Result<Taken, readonly Refused[]>> {
  const found = await findSource(tools.db, actor, order.source);
  if (!found) return refuse([{ code: 'agreement.source-absent', field: 'source' }]);
  if (!found.source.isOpen) return refuse([{ code: 'agreement.source-over', field: 'agreement' }]);
  const agreement = await loadAgreement(tools.db, order.agreementId);
  if (!agreement || !isInside(actor, agreement)) return refuse([{ code: 'agreement.plan-unknown', field: 'agreement' }]);
  if (!fitsPlan(agreement, found.source)) return refuse([{ code: 'agreement.source-elsewhere', field: 'agreement' }]);
  const known = (await programmes(tools.db)).map(({ code }) => code);
  const today = dayOf(tools.clock.now(), agreement.zone);
  const made = await addLine(
    tools,
    actor,
    { agreementId: agreement.id, version: null },
    proposal(found.source, agreement, today, known, order.edits),
  );
  return made.ok ? { ok: true, value: { line: made.value, agreement } } : made;
}
