/**
 * The whole life of a document on one screen. `who` names a part that `permissions.ts` resolves through the kind: who drafts, who reviews,
 * who seals. The trigger of db/migrations/0021 lists the same steps, compared by a test. What is sealed is never changed: a mistake is
 * mended by a new document that replaces it.
 */
import type { Label } from '../../../kernel/language.ts';

export const DOCUMENT_STATES = [
  'draft',
  'reviewed',
  'numbered',
  'sealed',
  'sent',
  'undelivered',
  'received',
  'superseded',
  'discarded',
] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** `machine`: after whoever sealed it, also when the process died in between. `addressee`: by opening it. */
export type DocumentPart = 'drafter' | 'reviewer' | 'sealer' | 'sender' | 'addressee' | 'machine';

export interface DocumentTransition {
  readonly from: DocumentState;
  readonly action:
    | 'revise'
    | 'review'
    | 'return'
    | 'discard'
    | 'seal'
    | 'seal-unreviewed'
    | 'finish'
    | 'send'
    | 'receive'
    | 'record-receipt'
    | 'record-return'
    | 'supersede';
  readonly to: DocumentState;
  readonly who: DocumentPart;
}

export const DOCUMENT_TRANSITIONS = [
  { from: 'draft', action: 'revise', to: 'draft', who: 'drafter' },
  // What was reviewed and is changed is reviewed again.
  { from: 'reviewed', action: 'revise', to: 'draft', who: 'drafter' },
  { from: 'draft', action: 'review', to: 'reviewed', who: 'reviewer' },
  { from: 'draft', action: 'return', to: 'draft', who: 'reviewer' },
  { from: 'reviewed', action: 'return', to: 'draft', who: 'sealer' },
  { from: 'draft', action: 'discard', to: 'discarded', who: 'drafter' },
  { from: 'reviewed', action: 'discard', to: 'discarded', who: 'drafter' },
  { from: 'reviewed', action: 'seal', to: 'numbered', who: 'sealer' },
  // Only kinds that nobody reviews.
  { from: 'draft', action: 'seal-unreviewed', to: 'numbered', who: 'sealer' },
  { from: 'numbered', action: 'finish', to: 'sealed', who: 'machine' },
  { from: 'sealed', action: 'send', to: 'sent', who: 'sender' },
  { from: 'undelivered', action: 'send', to: 'sent', who: 'sender' },
  // A copy that was not sent yet, or came back.
  { from: 'sent', action: 'send', to: 'sent', who: 'sender' },
  { from: 'received', action: 'send', to: 'received', who: 'sender' },
  { from: 'sent', action: 'receive', to: 'received', who: 'addressee' },
  { from: 'sent', action: 'record-receipt', to: 'received', who: 'sender' },
  { from: 'sent', action: 'record-return', to: 'undelivered', who: 'sender' },
  // It came back on paper, and yet the addressee opens it here.
  { from: 'undelivered', action: 'receive', to: 'received', who: 'addressee' },
  { from: 'sealed', action: 'supersede', to: 'superseded', who: 'sealer' },
  { from: 'sent', action: 'supersede', to: 'superseded', who: 'sealer' },
  { from: 'undelivered', action: 'supersede', to: 'superseded', who: 'sealer' },
  { from: 'received', action: 'supersede', to: 'superseded', who: 'sealer' },
] as const satisfies readonly DocumentTransition[];

export type DocumentAction = (typeof DOCUMENT_TRANSITIONS)[number]['action'];

export function documentStep(from: DocumentState, action: DocumentAction): DocumentTransition | undefined {
  return DOCUMENT_TRANSITIONS.find((one) => one.from === from && one.action === action);
}

export const DOCUMENT_STATE_LABELS: Readonly<Record<DocumentState, Label>> = {
  draft: { id: 'Konsep', en: 'Draft' },
  reviewed: { id: 'Sudah diperiksa', en: 'Reviewed' },
  numbered: { id: 'Sedang disegel', en: 'Being sealed' },
  sealed: { id: 'Disegel, belum dikirim', en: 'Sealed, not sent yet' },
  sent: { id: 'Dikirim, belum diterima', en: 'Sent, not received yet' },
  undelivered: { id: 'Kembali, tidak sampai', en: 'Returned undelivered' },
  received: { id: 'Diterima', en: 'Received' },
  superseded: { id: 'Diganti', en: 'Replaced' },
  discarded: { id: 'Konsep dibuang', en: 'Draft thrown away' },
};
