/**
 * Which kind of work an event of a file counts as. The record of a case is what the officers' steps are written to in any case, so it is
 * also what a work report is made of: nothing has to be typed twice. An event that no line names counts as `other`: work is never lost.
 */
import type { Label } from '../../../kernel/language.ts';

export const WORK_GROUPS = [
  'intake',
  'verification',
  'plenary',
  'examination',
  'letters',
  'findings',
  'resolution',
  'obligations',
  'prevention',
  'complaints',
  'other',
] as const;
export type WorkGroup = (typeof WORK_GROUPS)[number];

export const WORK_GROUP_LABELS: Readonly<Record<WorkGroup, Label>> = {
  intake: { id: 'Penerimaan laporan dan konsultasi', en: 'Receiving reports, consultations' },
  verification: { id: 'Verifikasi laporan', en: 'Verification of reports' },
  plenary: { id: 'Rapat pleno dan penugasan', en: 'Plenaries and assignments' },
  examination: { id: 'Pemeriksaan', en: 'Examination' },
  letters: { id: 'Surat dan dokumen', en: 'Letters and documents' },
  findings: { id: 'Laporan hasil pemeriksaan dan temuan', en: 'Reports of examinations and findings' },
  resolution: { id: 'Resolusi, rekomendasi, dan penutupan', en: 'Resolution, recommendations and closing' },
  obligations: { id: 'Monitoring kewajiban instansi', en: 'Monitoring of what agencies owe' },
  prevention: { id: 'Pencegahan dan kajian', en: 'Prevention and reviews' },
  complaints: { id: 'Pengawasan pengaduan', en: 'Oversight of complaints' },
  other: { id: 'Pekerjaan lain dalam berkas', en: 'Other work on files' },
};

/** Files whose events are an officer's casework. What an officer does to people, parameters or rounds is told elsewhere. */
export const WORK_FILE_KINDS = ['case', 'case-document', 'case-plenary', 'cluster', 'review', 'obligation', 'complaint'] as const;
export type WorkFileKind = (typeof WORK_FILE_KINDS)[number];

/**
 * Events that only say more about a step that stands beside them, in the same file or in another: counted, one step would be two. They are
 * in the history of their file as ever.
 */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  // The decision stands in the case.
  'case-plenary/case-decided',
  'case/plenary-decided',
  // Beside the step of the table they belong to.
  'case/question-asked',
  'case/proposed',
  'case/reason-given',
  'case/opened-from-cluster',
  'cluster/cluster-opened',
  // A document tells its own life; the case and the making of the file repeat it.
  'case/document-sent',
  'case/document-received',
  'case/document-returned',
  'case/document-superseded',
  'case/document-answered',
  'case-document/document.sealed',
  'case-document/document.superseded',
]);

/** Whether events of this type only say more about a step that is counted. */
export function isSaidElsewhere(type: string): boolean {
  return [...SAID_ELSEWHERE].some((each) => each.endsWith(`/${type}`));
}

/** By the words an event's type begins with; the first that fits counts. Types without a line are `other`. */
const BEGINNINGS: readonly (readonly [WorkGroup, readonly string[]])[] = [
  ['intake', ['registered', 'advise', 'note', 'convert', 'revive', 'consented', 'particulars', 'intake']],
  [
    'verification',
    [
      'check',
      'ask-completion',
      'complete',
      'completion',
      'pass-formal',
      'submit-to-plenary',
      'verification',
      'requirement',
      'question',
      'reason-given',
    ],
  ],
  ['plenary', ['plenary', 'decide-', 'postpone', 'assign', 'transfer', 'meeting', 'exclusion', 'conflict', 'proposed', 'team']],
  ['letters', ['document', 'letter', 'bundle', 'variant', 'minutes']],
  [
    'examination',
    [
      'plan',
      'step',
      'evidence',
      'task',
      'request',
      'summons',
      'visit',
      'interview',
      'allegation',
      'respondent',
      'section',
      'custody',
      'procedure',
      'opinion',
      'explanation',
      'make-regular',
    ],
  ],
  [
    'findings',
    [
      'finish-examination',
      'back-to-examination',
      'issue-',
      'lhp',
      'finding',
      'comment',
      're-examine',
      'reopen',
      'corrective',
      'publication',
    ],
  ],
  [
    'resolution',
    [
      'hand-to-resolution',
      'return-file',
      'close-',
      'session',
      'agreement',
      'propose-recommendation',
      'sign-recommendation',
      'recommend',
      'carried-out',
      'not-carried-out',
      'conclude',
      'further',
      'handover',
      'promise',
      'closing',
      'solve-rapidly',
      'resolution',
    ],
  ],
  ['obligations', ['obligation', 'verdict', 'judge', 'extension']],
];

/** Which kind of work an event counts as. */
export function groupOf(kind: string, type: string): WorkGroup {
  if (kind === 'complaint') return 'complaints';
  if (kind === 'review' || kind === 'cluster') return 'prevention';
  if (kind === 'case-plenary') return 'plenary';
  if (kind === 'case-document') return 'letters';
  if (kind === 'obligation') return 'obligations';
  return BEGINNINGS.find(([, beginnings]) => beginnings.some((each) => type.startsWith(each)))?.[0] ?? 'other';
}

export interface CountedWork {
  readonly group: WorkGroup;
  readonly count: number;
  /** `case/pass-formal`: for asking for the rows. */
  readonly types: readonly string[];
}

/** Counts of types as counts of groups, in the order of the groups; empty ones are left out, and so is what is said elsewhere. */
export function grouped(
  counts: readonly { readonly kind: string; readonly type: string; readonly count: number }[],
): readonly CountedWork[] {
  const steps = counts.filter(({ kind, type }) => !SAID_ELSEWHERE.has(`${kind}/${type}`));
  return WORK_GROUPS.flatMap((group) => {
    const own = steps.filter(({ kind, type }) => groupOf(kind, type) === group);
    const count = own.reduce((total, each) => total + each.count, 0);
    return own.length === 0 ? [] : [{ group, count, types: own.map(({ kind, type }) => `${kind}/${type}`) }];
  });
}
