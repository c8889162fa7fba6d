/**
 * The whole life of a case at the Ombudsman on one screen: access, verification, plenary, examination, LHP, monitoring, resolution,
 * recommendation, closing. Buttons, the permission check, the picture in this room's README and the SQL CHECK come from here or are
 * compared with it by tests. Sources: UU 37/2008; PO 26/2017 with 48/2020; PO 58/2023; PO 38/2019 (own initiative); PO 52/2021 (plenary).
 *
 * `by` = the capability needed, or who else acts. `at`: `office` = a position at the case's office, or above it in the Ombudsman's tree;
 * `root` = at the head office alone; `self` = the reporter or the system. `team` = only somebody on the case's team.
 * `needs` = what the action must have seen to before (`take.ts`); `outcome` = how the case ends.
 */
import type { Capability } from '../../kernel/actor.ts';
import type { Label } from '../../kernel/language.ts';

export const STAGES = [
  'formal',
  'completing',
  'material',
  'plenary',
  'assignment',
  'examination',
  'reporting',
  'comment',
  'monitoring',
  'resolution',
  'recommending',
  'recommendation',
  'further-steps',
  'rapid',
  'consultation',
  'noted',
  'closed',
] as const;
export type Stage = (typeof STAGES)[number];

export const OUTCOMES = [
  'deemed-withdrawn', // not completed in time (UU 37/2008 art. 25)
  'withdrawn',
  'refused', // by the plenary
  'closed-at-plenary',
  'no-maladministration',
  'examination-ended',
  'corrected', // the corrective actions were carried out
  'settled', // conciliation or mediation
  'recommendation-carried-out',
  'recommendation-partly',
  'recommendation-not',
  'rapid-solved',
  'consulted',
  'noted',
  'converted', // goes on as another case (continuesId of the other one)
] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type CaseAction =
  | 'ask-completion'
  | 'complete'
  | 'lapse-completion'
  | 'pass-formal'
  | 'submit-to-plenary'
  | 'decide-examine'
  | 'decide-refuse'
  | 'decide-close'
  | 'decide-recommend'
  | 'postpone'
  | 'assign'
  | 'transfer'
  | 'finish-examination'
  | 'back-to-examination'
  | 'issue-found'
  | 'issue-not-found'
  | 'issue-ended'
  | 're-examine'
  | 'lapse-comment'
  | 'hand-to-resolution'
  | 'return-file'
  | 'close-corrected'
  | 'close-settled'
  | 'propose-recommendation'
  | 'sign-recommendation'
  | 'carried-out'
  | 'carried-out-partly'
  | 'not-carried-out'
  | 'conclude-partly'
  | 'conclude-not'
  | 'solve-rapidly'
  | 'make-regular'
  | 'advise'
  | 'note'
  | 'convert'
  | 'withdraw'
  | 'revive'
  | 'reopen';

/** What the calling action must have looked at; `take` refuses without it. */
export type Need =
  | 'reason'
  | 'formal-met' // every formal requirement answered and met
  | 'checks-answered' // every requirement of the stage answered by somebody
  | 'plenary-decided' // recorded in a plenary with quorum
  | 'lhp-sealed'
  | 'actions-carried-out' // every corrective action carried out
  | 'agreement-kept'
  | 'recommendation-sealed'
  | 'steps-taken' // reported to DPR and President, or published, or reasons why not
  | 'new-evidence';

export interface CaseTransition {
  readonly from: Stage;
  readonly action: CaseAction;
  /** `resume` = back to where completion was asked. */
  readonly to: Stage | 'resume';
  readonly by: Capability | 'reporter' | 'system';
  readonly at: 'office' | 'root' | 'self';
  readonly team?: boolean;
  readonly needs?: readonly Need[];
  readonly outcome?: Outcome;
}

const office = { at: 'office' } as const;
const self = { at: 'self' } as const;

/** Stages in which the reporter may still take the report back. */
const BEFORE_LHP: readonly Stage[] = [
  'formal',
  'completing',
  'material',
  'plenary',
  'assignment',
  'examination',
  'reporting',
  'rapid',
  'consultation',
];

export const CASE_TRANSITIONS: readonly CaseTransition[] = [
  // Penerimaan dan verifikasi laporan
  { from: 'formal', action: 'ask-completion', to: 'completing', by: 'case.verify', ...office, needs: ['reason'] },
  { from: 'material', action: 'ask-completion', to: 'completing', by: 'case.verify', ...office, needs: ['reason'] },
  { from: 'completing', action: 'complete', to: 'resume', by: 'reporter', ...self },
  { from: 'completing', action: 'complete', to: 'resume', by: 'case.verify', ...office, needs: ['reason'] },
  { from: 'completing', action: 'lapse-completion', to: 'closed', by: 'system', ...self, outcome: 'deemed-withdrawn' },
  { from: 'formal', action: 'pass-formal', to: 'material', by: 'case.verify', ...office, needs: ['formal-met'] },
  {
    from: 'formal',
    action: 'submit-to-plenary',
    to: 'plenary',
    by: 'case.verify',
    ...office,
    needs: ['checks-answered', 'reason'],
  },
  { from: 'material', action: 'submit-to-plenary', to: 'plenary', by: 'case.verify', ...office, needs: ['checks-answered'] },
  // Rapat pleno
  { from: 'plenary', action: 'decide-examine', to: 'assignment', by: 'case.decide', ...office, needs: ['plenary-decided'] },
  { from: 'plenary', action: 'postpone', to: 'plenary', by: 'case.decide', ...office, needs: ['plenary-decided', 'reason'] },
  {
    from: 'plenary',
    action: 'decide-refuse',
    to: 'closed',
    by: 'case.decide',
    ...office,
    needs: ['plenary-decided', 'reason'],
    outcome: 'refused',
  },
  {
    from: 'plenary',
    action: 'decide-close',
    to: 'closed',
    by: 'case.decide',
    ...office,
    needs: ['plenary-decided', 'reason'],
    outcome: 'closed-at-plenary',
  },
  { from: 'plenary', action: 'decide-recommend', to: 'recommending', by: 'case.decide', ...office, needs: ['plenary-decided'] },
  // Penugasan, penyerahan
  { from: 'assignment', action: 'assign', to: 'examination', by: 'case.decide', ...office },
  { from: 'examination', action: 'assign', to: 'examination', by: 'case.decide', ...office, needs: ['reason'] },
  { from: 'formal', action: 'transfer', to: 'formal', by: 'case.decide', ...office, needs: ['reason'] },
  { from: 'material', action: 'transfer', to: 'material', by: 'case.decide', ...office, needs: ['reason'] },
  { from: 'assignment', action: 'transfer', to: 'assignment', by: 'case.decide', ...office, needs: ['reason'] },
  { from: 'examination', action: 'transfer', to: 'assignment', by: 'case.decide', ...office, needs: ['reason'] },
  // Pemeriksaan, LHP
  { from: 'examination', action: 'finish-examination', to: 'reporting', by: 'case.examine', ...office, team: true },
  {
    from: 'reporting',
    action: 'back-to-examination',
    to: 'examination',
    by: 'case.examine',
    ...office,
    team: true,
    needs: ['reason'],
  },
  { from: 'reporting', action: 'back-to-examination', to: 'examination', by: 'case.decide', ...office, needs: ['reason'] },
  { from: 'reporting', action: 'issue-found', to: 'monitoring', by: 'case.decide', ...office, needs: ['lhp-sealed'] },
  { from: 'reporting', action: 'issue-not-found', to: 'comment', by: 'case.decide', ...office, needs: ['lhp-sealed'] },
  { from: 'reporting', action: 'issue-ended', to: 'comment', by: 'case.decide', ...office, needs: ['lhp-sealed', 'reason'] },
  { from: 'comment', action: 're-examine', to: 'examination', by: 'case.decide', ...office, needs: ['new-evidence', 'reason'] },
  {
    from: 'monitoring',
    action: 're-examine',
    to: 'examination',
    by: 'case.decide',
    ...office,
    needs: ['new-evidence', 'reason'],
  },
  // The outcome follows the conclusion: none found, or examination ended (take.ts).
  { from: 'comment', action: 'lapse-comment', to: 'closed', by: 'system', ...self, outcome: 'no-maladministration' },
  // Monitoring, resolusi
  {
    from: 'monitoring',
    action: 'close-corrected',
    to: 'closed',
    by: 'case.resolve',
    ...office,
    needs: ['actions-carried-out'],
    outcome: 'corrected',
  },
  { from: 'monitoring', action: 'hand-to-resolution', to: 'resolution', by: 'case.resolve', ...office, needs: ['reason'] },
  {
    from: 'monitoring',
    action: 'hand-to-resolution',
    to: 'resolution',
    by: 'case.examine',
    ...office,
    team: true,
    needs: ['reason'],
  },
  { from: 'resolution', action: 'return-file', to: 'monitoring', by: 'case.resolve', ...office, needs: ['reason'] },
  {
    from: 'resolution',
    action: 'close-corrected',
    to: 'closed',
    by: 'case.resolve',
    ...office,
    needs: ['actions-carried-out'],
    outcome: 'corrected',
  },
  {
    from: 'resolution',
    action: 'close-settled',
    to: 'closed',
    by: 'case.resolve',
    ...office,
    needs: ['agreement-kept'],
    outcome: 'settled',
  },
  { from: 'resolution', action: 'propose-recommendation', to: 'plenary', by: 'case.resolve', ...office, needs: ['reason'] },
  // Rekomendasi: signed at the head of the Ombudsman alone
  {
    from: 'recommending',
    action: 'sign-recommendation',
    to: 'recommendation',
    by: 'case.recommend',
    at: 'root',
    needs: ['recommendation-sealed'],
  },
  {
    from: 'recommendation',
    action: 'carried-out',
    to: 'closed',
    by: 'case.resolve',
    ...office,
    needs: ['reason'],
    outcome: 'recommendation-carried-out',
  },
  { from: 'recommendation', action: 'carried-out-partly', to: 'further-steps', by: 'case.resolve', ...office, needs: ['reason'] },
  { from: 'recommendation', action: 'not-carried-out', to: 'further-steps', by: 'case.resolve', ...office, needs: ['reason'] },
  {
    from: 'further-steps',
    action: 'carried-out',
    to: 'closed',
    by: 'case.resolve',
    ...office,
    needs: ['reason'],
    outcome: 'recommendation-carried-out',
  },
  {
    from: 'further-steps',
    action: 'conclude-partly',
    to: 'closed',
    by: 'case.decide',
    ...office,
    needs: ['steps-taken', 'reason'],
    outcome: 'recommendation-partly',
  },
  {
    from: 'further-steps',
    action: 'conclude-not',
    to: 'closed',
    by: 'case.decide',
    ...office,
    needs: ['steps-taken', 'reason'],
    outcome: 'recommendation-not',
  },
  // Respons cepat, konsultasi, tembusan
  {
    from: 'rapid',
    action: 'solve-rapidly',
    to: 'closed',
    by: 'case.verify',
    ...office,
    needs: ['reason'],
    outcome: 'rapid-solved',
  },
  {
    from: 'rapid',
    action: 'solve-rapidly',
    to: 'closed',
    by: 'case.examine',
    ...office,
    needs: ['reason'],
    outcome: 'rapid-solved',
  },
  { from: 'rapid', action: 'make-regular', to: 'formal', by: 'case.verify', ...office, needs: ['reason'] },
  { from: 'rapid', action: 'make-regular', to: 'formal', by: 'case.examine', ...office, needs: ['reason'] },
  { from: 'consultation', action: 'advise', to: 'closed', by: 'case.intake', ...office, needs: ['reason'], outcome: 'consulted' },
  { from: 'consultation', action: 'convert', to: 'closed', by: 'case.intake', ...office, outcome: 'converted' },
  { from: 'noted', action: 'note', to: 'closed', by: 'case.intake', ...office, needs: ['reason'], outcome: 'noted' },
  { from: 'noted', action: 'convert', to: 'closed', by: 'case.intake', ...office, outcome: 'converted' },
  // The reporter takes it back; a closed one may be taken up again
  ...BEFORE_LHP.map(
    (from): CaseTransition => ({
      from,
      action: 'withdraw',
      to: 'closed',
      by: 'reporter',
      ...self,
      needs: ['reason'],
      outcome: 'withdrawn',
    }),
  ),
  { from: 'closed', action: 'revive', to: 'formal', by: 'case.verify', ...office, needs: ['reason'] },
  { from: 'closed', action: 'reopen', to: 'examination', by: 'case.decide', ...office, needs: ['new-evidence', 'reason'] },
];

/** Whose cases can be revived: nothing was judged yet. All others are reopened with new evidence. */
export const REVIVABLE: readonly Outcome[] = ['deemed-withdrawn', 'withdrawn'];
/** What ends without an examination cannot be "reopened" into one. */
export const REOPENABLE: readonly Outcome[] = [
  'no-maladministration',
  'examination-ended',
  'corrected',
  'settled',
  'recommendation-carried-out',
  'recommendation-partly',
  'recommendation-not',
];

export const STAGE_LABELS: Readonly<Record<Stage, Label>> = {
  formal: { id: 'Verifikasi formil', en: 'Formal verification' },
  completing: { id: 'Menunggu kelengkapan dari Pelapor', en: 'Waiting for the reporter to complete it' },
  material: { id: 'Verifikasi materiil', en: 'Material verification' },
  plenary: { id: 'Menunggu rapat pleno', en: 'Waiting for the plenary' },
  assignment: { id: 'Menunggu penugasan pemeriksa', en: 'Waiting for an examiner' },
  examination: { id: 'Pemeriksaan', en: 'Examination' },
  reporting: { id: 'Penyusunan laporan hasil pemeriksaan', en: 'Writing the report of the examination' },
  comment: {
    id: 'Menunggu tanggapan Pelapor atas hasil pemeriksaan',
    en: 'Waiting for the reporter\u2019s comment on the result',
  },
  monitoring: { id: 'Monitoring tindakan korektif', en: 'Monitoring of corrective actions' },
  resolution: { id: 'Resolusi', en: 'Resolution' },
  recommending: { id: 'Penyusunan rekomendasi', en: 'Writing the recommendation' },
  recommendation: { id: 'Monitoring rekomendasi', en: 'Monitoring of the recommendation' },
  'further-steps': { id: 'Langkah lanjutan rekomendasi', en: 'Further steps on the recommendation' },
  rapid: { id: 'Respons cepat', en: 'Rapid response' },
  consultation: { id: 'Konsultasi', en: 'Consultation' },
  noted: { id: 'Penelaahan tembusan', en: 'Looking through a copied letter' },
  closed: { id: 'Ditutup', en: 'Closed' },
};

export const OUTCOME_LABELS: Readonly<Record<Outcome, Label>> = {
  'deemed-withdrawn': { id: 'Dianggap dicabut karena tidak dilengkapi', en: 'Deemed withdrawn, not completed in time' },
  withdrawn: { id: 'Dicabut Pelapor', en: 'Withdrawn by the reporter' },
  refused: { id: 'Ditolak rapat pleno', en: 'Refused by the plenary' },
  'closed-at-plenary': { id: 'Ditutup rapat pleno', en: 'Closed by the plenary' },
  'no-maladministration': { id: 'Tidak ditemukan maladministrasi', en: 'No maladministration found' },
  'examination-ended': { id: 'Pemeriksaan dihentikan', en: 'Examination ended' },
  corrected: { id: 'Tindakan korektif dilaksanakan', en: 'Corrective actions carried out' },
  settled: { id: 'Selesai melalui konsiliasi atau mediasi', en: 'Settled by conciliation or mediation' },
  'recommendation-carried-out': { id: 'Rekomendasi dilaksanakan', en: 'Recommendation carried out' },
  'recommendation-partly': { id: 'Rekomendasi dilaksanakan sebagian', en: 'Recommendation carried out in part' },
  'recommendation-not': { id: 'Rekomendasi tidak dilaksanakan', en: 'Recommendation not carried out' },
  'rapid-solved': { id: 'Selesai melalui respons cepat', en: 'Solved by rapid response' },
  consulted: { id: 'Konsultasi diberikan', en: 'Consultation given' },
  noted: { id: 'Tembusan ditelaah', en: 'Copied letter looked through' },
  converted: { id: 'Dilanjutkan sebagai laporan lain', en: 'Goes on as another case' },
};
