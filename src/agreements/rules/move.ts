/** The only way an agreement changes its state: through the transition table. Pure. */
import type { Actor } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import type { AgreementAction, AgreementNeed } from './agreement.transitions.ts';
import type { Agreement } from './agreement.ts';
import { agreementStep } from './permissions.ts';
import type { AgreementRefusal } from './refusals.ts';

export interface MoveOrder {
  /** Why, where the table asks for it. Kept in the event. */
  readonly reason?: string;
  /** What the calling action has verified in the same transaction. */
  readonly met?: readonly AgreementNeed[];
}

const UNMET: Readonly<Record<AgreementNeed, AgreementRefusal>> = {
  ready: 'agreement.not-ready',
  'all-signed': 'agreement.not-now',
  'many-hands': 'agreement.only-many-hands',
  facts: 'agreement.parties-missing',
  reason: 'agreement.reason-missing',
};

export interface Moved {
  readonly agreement: Agreement;
  readonly event: {
    readonly type: string;
    readonly payload: { readonly from: string; readonly to: string; readonly reason: string };
  };
}

export function move(
  agreement: Agreement,
  action: AgreementAction,
  actor: Actor,
  order: MoveOrder = {},
): Result<Moved, AgreementRefusal> {
  const step = agreementStep(agreement, action, actor);
  if (!step) return refuse('agreement.not-now');
  if (!step.allowed) return refuse('agreement.not-yours');
  const reason = order.reason?.trim() ?? '';
  for (const need of step.line.needs ?? []) {
    const isMet = need === 'reason' ? reason !== '' : order.met?.includes(need) === true;
    if (!isMet) return refuse(UNMET[need]);
  }
  const { from, to } = step.line;
  return {
    ok: true,
    value: { agreement: { ...agreement, state: to }, event: { type: `agreement-${action}`, payload: { from, to, reason } } },
  };
}
