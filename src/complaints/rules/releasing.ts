/** Releasing to the public: nothing is public before a verifier has read it, and then it is a text of its own. */

import { positionsWith } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/result.ts';
import type { Complaint } from './complaint.ts';
import { type Circumstances, type Decided, decision } from './decision.ts';
import { guardText } from './guards.ts';
import { isShieldedFrom } from './permissions.ts';

export interface ReleaseOrder {
  readonly title: string;
  readonly description: string;
  /** How many findings the scan for personal data has left in the text. */
  readonly findings: number;
  /** The verifier states that the findings are not personal data. */
  readonly checked: boolean;
}

/** Whether the actor may decide what the public reads of this complaint: a verifier at its desk or the national desk. */
export function mayRelease(complaint: Complaint, actor: Circumstances['actor']): boolean {
  return (
    positionsWith(actor, 'complaint.verify').some(
      (position) => position.agencyId === complaint.deskAgencyId && !isShieldedFrom(complaint, position),
    ) || positionsWith(actor, 'complaint.arbitrate').length > 0
  );
}

export function releaseText(complaint: Complaint, order: ReleaseOrder, { at, actor }: Circumstances): Decided {
  if (!mayRelease(complaint, actor)) return refuse('complaint.not-yours');
  if (complaint.confidential) return refuse('complaint.confidential');
  const title = order.title.trim();
  if (title.length < 5 || title.length > 150) return refuse('complaint.title-missing');
  const missing = guardText(order.description, 'complaint.public-text-missing');
  if (missing) return refuse(missing);
  if (order.findings > 0 && !order.checked) return refuse('complaint.public-text-has-identity');
  const publicText = { title, description: order.description.trim(), releasedAt: complaint.publicText?.releasedAt ?? at };
  return decision(
    { ...complaint, publicText },
    {
      events: [
        {
          type: complaint.publicText ? 'public-text-changed' : 'released',
          payload: { findings: order.findings, checked: order.checked },
        },
      ],
    },
  );
}

export function withdrawText(complaint: Complaint, order: { readonly reason: string }, { actor }: Circumstances): Decided {
  if (!mayRelease(complaint, actor)) return refuse('complaint.not-yours');
  if (!complaint.publicText) return refuse('complaint.not-released');
  const missing = guardText(order.reason, 'complaint.reason-missing');
  if (missing) return refuse(missing);
  return decision(
    { ...complaint, publicText: null },
    { events: [{ type: 'release-withdrawn', payload: { reason: order.reason.trim() } }] },
  );
}
