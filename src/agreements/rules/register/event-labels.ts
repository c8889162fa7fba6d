import type { Label } from '../../../kernel/language.ts';
import { AGREEMENT_ACTION_LABELS, AGREEMENT_TRANSITIONS, type AgreementAction } from '../agreement.transitions.ts';

/** What steps of the transition table are called once they are done; the others as their buttons. */
const STEPS: Readonly<Partial<Record<AgreementAction, Label>>> = {
  circulate: { id: 'Dikirim ke para pihak untuk dibahas', en: 'Sent to the parties for comments' },
  'back-to-draft': { id: 'Ditarik kembali menjadi konsep', en: 'Taken back as a draft' },
  settle: { id: 'Naskah ditetapkan', en: 'The text was settled' },
  'reopen-text': { id: 'Pembahasan dibuka lagi', en: 'The text was opened again' },
  'open-signing': { id: 'Penandatanganan dimulai', en: 'Signing began' },
  'complete-signing': { id: 'Penandatanganan lengkap', en: 'All have signed' },
  'stop-signing': { id: 'Penandatanganan dihentikan', en: 'Signing was stopped' },
  record: { id: 'Dicatat sebagai sudah ditandatangani', en: 'Recorded as signed' },
  end: { id: 'Diakhiri sebelum waktunya', en: 'Ended before its time' },
  drop: { id: 'Dibatalkan', en: 'Dropped' },
};

export const registerEventLabels: Readonly<Record<string, Label>> = {
  'agreement-created': { id: 'Dokumen dibuat', en: 'The document was begun' },
  ...Object.fromEntries(
    AGREEMENT_TRANSITIONS.map(({ action }) => [`agreement-${action}`, STEPS[action] ?? AGREEMENT_ACTION_LABELS[action]]),
  ),
  'register-facts-changed': { id: 'Data dokumen diubah', en: 'The facts were changed' },
  'register-record-corrected': { id: 'Catatan dibetulkan', en: 'The record was corrected' },
  'register-hands-changed': { id: 'Penanda tangan dan saksi diubah', en: 'Signatories and witnesses were changed' },
  'register-focal-point-named': { id: 'Narahubung ditunjuk', en: 'A focal point was named' },
  'register-focal-point-ended': { id: 'Narahubung berakhir', en: 'A focal point ended' },
  'register-scan-replaced': { id: 'Pindaian diganti dengan yang lebih baik', en: 'A better scan took the place of the old one' },
  'register-imported': { id: 'Masuk melalui tabel', en: 'Came in by a table' },
};
