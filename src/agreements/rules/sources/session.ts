/**
 * Sessions of a line: a training, an outreach event, a focus group, each with its day and what came of it. Numbers only: who came stands on lists of
 * names, which are evidence of the line and for insiders. Pure.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { LineForm } from '../kinds.ts';

/** Forms of lines that have sessions. */
export type SessionForm = Exclude<LineForm, 'activity'>;

export function hasSessions(form: LineForm): form is SessionForm {
  return form !== 'activity';
}

/** What a form of session has beside its day, place and attendance. */
export const SESSION_FORMS: Readonly<
  Record<SessionForm, { readonly hasTests: boolean; readonly hasReviewers: boolean; readonly hasQuestions: boolean }>
> = {
  training: { hasTests: true, hasReviewers: false, hasQuestions: false },
  outreach: { hasTests: false, hasReviewers: false, hasQuestions: true },
  discussion: { hasTests: false, hasReviewers: true, hasQuestions: true },
};

/** Who came, as groups of people. Code, label; a group is added here alone. */
export const ATTENDANCE_GROUPS = {
  frontline: { id: 'Petugas layanan', en: 'Front-line staff' },
  officials: { id: 'Pegawai pemerintah lain', en: 'Other civil servants' },
  village: { id: 'Perangkat desa/kelurahan', en: 'Village officials' },
  residents: { id: 'Warga', en: 'Residents' },
  civil: { id: 'Organisasi masyarakat sipil', en: 'Civil society organisations' },
  customary: { id: 'Tokoh adat dan agama', en: 'Customary and religious leaders' },
  disability: { id: 'Organisasi penyandang disabilitas', en: 'Organisations of people with disabilities' },
  students: { id: 'Pelajar dan mahasiswa', en: 'Pupils and students' },
  academics: { id: 'Akademisi', en: 'Academics' },
  business: { id: 'Pelaku usaha', en: 'Businesses' },
  media: { id: 'Media', en: 'Media' },
  ombudsman: { id: 'Ombudsman', en: 'Ombudsman' },
  other: { id: 'Lainnya', en: 'Others' },
} as const satisfies Record<string, Label>;
export type AttendanceGroup = keyof typeof ATTENDANCE_GROUPS;
export const GROUP_CODES = Object.keys(ATTENDANCE_GROUPS) as AttendanceGroup[];

export interface Attendance {
  readonly group: AttendanceGroup;
  readonly total: number;
  /** Of them; `null` = nobody counted. */
  readonly women: number | null;
  readonly disabled: number | null;
}

/** Results of the tests of a training. Means are out of 100, as text with at most two decimals; `null` = there was no such test. */
export interface TestResults {
  readonly preCount: number | null;
  readonly preMean: string | null;
  readonly postCount: number | null;
  readonly postMean: string | null;
  readonly passMark: string | null;
  readonly passed: number | null;
}

export const NO_TESTS: TestResults = {
  ...{ preCount: null, preMean: null, postCount: null, postMean: null, passMark: null, passed: null },
};

export interface Reviewer {
  readonly id: string;
  readonly institution: string;
  readonly role: string;
  /** `null` = not known yet. */
  readonly came: boolean | null;
}

export interface Session {
  readonly id: string;
  readonly agreementId: string;
  readonly lineId: string;
  readonly version: number;
  /** Its number within the line, never given again. */
  readonly ordinal: number;
  readonly state: SessionState;
  readonly stateNote: string | null;
  readonly topic: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly place: string;
  readonly summary: string;
  readonly invited: number | null;
  readonly attendance: readonly Attendance[];
  readonly tests: TestResults;
  readonly reviewers: readonly Reviewer[];
  readonly author: string;
  readonly createdAt: Moment;
  readonly updatedAt: Moment;
}

export const SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

export type SessionAction = 'change' | 'record' | 'correct' | 'cancel';

/** The life of a session; the SQL CHECK lists the same states, compared by a test. `correct` keeps it held: the events keep what stood before. */
export const SESSION_TRANSITIONS: readonly {
  readonly from: SessionState;
  readonly action: SessionAction;
  readonly to: SessionState;
  readonly needsReason: boolean;
}[] = [
  { from: 'planned', action: 'change', to: 'planned', needsReason: false },
  { from: 'planned', action: 'record', to: 'held', needsReason: false },
  { from: 'held', action: 'correct', to: 'held', needsReason: true },
  { from: 'planned', action: 'cancel', to: 'cancelled', needsReason: true },
];

export const SESSION_STATE_LABELS: Readonly<Record<SessionState, Label>> = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  held: { id: 'Terlaksana', en: 'Held' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
};

export function sessionStep(state: SessionState, action: SessionAction) {
  return SESSION_TRANSITIONS.find((each) => each.from === state && each.action === action);
}
