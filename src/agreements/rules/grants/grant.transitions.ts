/**
 * The life of a data-sharing grant: one side prepares and offers it, every side concerned says yes, and it can be ended early. Whether it is in force is a
 * question put to its days and to the agreement (grant.ts), not a state. The SQL CHECK lists the same states, compared by a test.
 */
import type { Label } from '../../../kernel/language.ts';

export const GRANT_STATES = ['draft', 'offered', 'agreed', 'ended', 'withdrawn'] as const;
export type GrantState = (typeof GRANT_STATES)[number];

export type GrantAction = 'offer' | 'take-back' | 'decline' | 'consent' | 'complete' | 'withdraw' | 'end';

/**
 * `preparer` = whoever prepares for a party of the agreement that the grant concerns, or keeps the agreement; `concerned` = whoever may say yes for the
 * giver or a recipient.
 */
export type GrantSide = 'preparer' | 'concerned' | 'system';

export interface GrantTransition {
  readonly from: GrantState;
  readonly action: GrantAction;
  readonly to: GrantState;
  readonly by: GrantSide;
  readonly needsReason: boolean;
}

export const GRANT_TRANSITIONS: readonly GrantTransition[] = [
  { from: 'draft', action: 'offer', to: 'offered', by: 'preparer', needsReason: false },
  { from: 'draft', action: 'withdraw', to: 'withdrawn', by: 'preparer', needsReason: true },
  // What was offered is frozen; taking it back or declining it voids every yes.
  { from: 'offered', action: 'take-back', to: 'draft', by: 'preparer', needsReason: false },
  { from: 'offered', action: 'consent', to: 'offered', by: 'concerned', needsReason: false },
  { from: 'offered', action: 'decline', to: 'draft', by: 'concerned', needsReason: true },
  { from: 'offered', action: 'complete', to: 'agreed', by: 'system', needsReason: false },
  { from: 'agreed', action: 'end', to: 'ended', by: 'concerned', needsReason: true },
];

export const GRANT_STATE_LABELS: Readonly<Record<GrantState, Label>> = {
  draft: { id: 'Konsep', en: 'Draft' },
  offered: { id: 'Menunggu persetujuan', en: 'Waiting for a yes' },
  agreed: { id: 'Disetujui', en: 'Agreed' },
  ended: { id: 'Diakhiri', en: 'Ended' },
  withdrawn: { id: 'Ditarik', en: 'Withdrawn' },
};

export const GRANT_ACTION_LABELS: Readonly<Record<GrantAction, Label>> = {
  offer: { id: 'Ajukan untuk disetujui', en: 'Offer for agreement' },
  'take-back': { id: 'Tarik kembali menjadi konsep', en: 'Take back as a draft' },
  decline: { id: 'Kembalikan dengan alasan', en: 'Send back with a reason' },
  consent: { id: 'Setujui', en: 'Agree' },
  complete: { id: 'Semua pihak menyetujui', en: 'All sides have agreed' },
  withdraw: { id: 'Batalkan konsep', en: 'Withdraw the draft' },
  end: { id: 'Akhiri sekarang', en: 'End now' },
};

export function isGrantAction(text: string): text is GrantAction {
  return Object.hasOwn(GRANT_ACTION_LABELS, text);
}
