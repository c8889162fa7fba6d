/**
 * The life of an agreement on one screen. Types, buttons, permission checks and the picture in the README come from here; the SQL CHECK lists the
 * same states, compared by a test. Whether a signed one is in force is a question put to its days (in-force.ts), not a state.
 */
import type { Capability } from '../../kernel/actor.ts';
import type { Label } from '../../kernel/language.ts';

export const AGREEMENT_STATES = ['draft', 'commenting', 'ready', 'signing', 'signed', 'ended', 'dropped'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export type AgreementAction =
  | 'circulate'
  | 'back-to-draft'
  | 'settle'
  | 'reopen-text'
  | 'open-signing'
  | 'complete-signing'
  | 'take-effect'
  | 'stop-signing'
  | 'record'
  | 'end'
  | 'drop';

/** What must be true besides state and position; the action that passes it verifies it in the same transaction. */
export type AgreementNeed =
  /** The readiness checklist has no open point. */
  | 'ready'
  /** Every signatory and witness has signed. */
  | 'all-signed'
  /** A text of many hands that somebody has signed: it binds those who did. */
  | 'many-hands'
  /** Days, numbers and at least one party of each side are entered. */
  | 'facts'
  | 'reason';

export interface AgreementTransition {
  readonly from: AgreementState;
  readonly action: AgreementAction;
  readonly to: AgreementState;
  /** A capability at the keeper or above it, or (`party`) at any party. */
  readonly by: Capability | 'system';
  readonly party?: true;
  readonly needs?: readonly AgreementNeed[];
}

export const AGREEMENT_TRANSITIONS: readonly AgreementTransition[] = [
  { from: 'draft', action: 'circulate', to: 'commenting', by: 'agreement.prepare' },
  { from: 'draft', action: 'settle', to: 'ready', by: 'agreement.prepare', needs: ['ready'] },
  { from: 'draft', action: 'record', to: 'signed', by: 'agreement.prepare', needs: ['facts'] },
  { from: 'draft', action: 'drop', to: 'dropped', by: 'agreement.prepare', needs: ['reason'] },
  { from: 'commenting', action: 'back-to-draft', to: 'draft', by: 'agreement.prepare' },
  { from: 'commenting', action: 'settle', to: 'ready', by: 'agreement.prepare', needs: ['ready'] },
  { from: 'commenting', action: 'drop', to: 'dropped', by: 'agreement.prepare', needs: ['reason'] },
  { from: 'ready', action: 'reopen-text', to: 'commenting', by: 'agreement.prepare', needs: ['reason'] },
  { from: 'ready', action: 'open-signing', to: 'signing', by: 'agreement.prepare', needs: ['ready'] },
  { from: 'ready', action: 'drop', to: 'dropped', by: 'agreement.prepare', needs: ['reason'] },
  // Stopping voids every signature given: the text may change again.
  { from: 'signing', action: 'stop-signing', to: 'commenting', by: 'agreement.prepare', needs: ['reason'] },
  { from: 'signing', action: 'complete-signing', to: 'signed', by: 'system', needs: ['all-signed'] },
  // A commitment begins with those who signed at the ceremony; the others are shown as missing and may sign later.
  { from: 'signing', action: 'take-effect', to: 'signed', by: 'agreement.prepare', needs: ['many-hands', 'reason'] },
  { from: 'signed', action: 'end', to: 'ended', by: 'agreement.prepare', needs: ['reason'] },
];

export const AGREEMENT_STATE_LABELS: Readonly<Record<AgreementState, Label>> = {
  draft: { id: 'Konsep', en: 'Draft' },
  commenting: { id: 'Dibahas para pihak', en: 'With the parties for comments' },
  ready: { id: 'Siap ditandatangani', en: 'Ready to be signed' },
  signing: { id: 'Sedang ditandatangani', en: 'Being signed' },
  signed: { id: 'Ditandatangani', en: 'Signed' },
  ended: { id: 'Diakhiri', en: 'Ended' },
  dropped: { id: 'Dibatalkan', en: 'Dropped' },
};

export const AGREEMENT_ACTION_LABELS: Readonly<Record<AgreementAction, Label>> = {
  circulate: { id: 'Kirim untuk dibahas', en: 'Send to the parties for comments' },
  'back-to-draft': { id: 'Tarik kembali menjadi konsep', en: 'Take back as a draft' },
  settle: { id: 'Tetapkan naskah', en: 'Settle the text' },
  'reopen-text': { id: 'Buka lagi pembahasan', en: 'Open the text again' },
  'open-signing': { id: 'Mulai penandatanganan', en: 'Begin signing' },
  'complete-signing': { id: 'Penandatanganan lengkap', en: 'All have signed' },
  'take-effect': { id: 'Nyatakan berlaku bagi yang sudah menandatangani', en: 'Take effect for those who have signed' },
  'stop-signing': { id: 'Hentikan penandatanganan', en: 'Stop signing' },
  record: { id: 'Catat sebagai sudah ditandatangani', en: 'Record as signed' },
  end: { id: 'Akhiri sebelum waktunya', en: 'End before its time' },
  drop: { id: 'Batalkan', en: 'Drop' },
};

export function isAgreementState(text: string): text is AgreementState {
  return (AGREEMENT_STATES as readonly string[]).includes(text);
}
