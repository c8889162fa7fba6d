/** Conciliation and mediation: sessions with parties as positions. Basis: UU 25/2009 art. 46; UU 37/2008 art. 8. */
import type { Label } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Case } from '../case.ts';

export const SESSION_WAYS = ['conciliation', 'mediation'] as const;
export type SessionWay = (typeof SESSION_WAYS)[number];
export const SESSION_WAY_LABELS: Readonly<Record<SessionWay, Label>> = {
  conciliation: { id: 'Konsiliasi', en: 'Conciliation' },
  mediation: { id: 'Mediasi', en: 'Mediation' },
};

export const SESSION_FORMS = ['together', 'shuttle'] as const;
export type SessionForm = (typeof SESSION_FORMS)[number];
export const SESSION_FORM_LABELS: Readonly<Record<SessionForm, Label>> = {
  together: { id: 'Kedua pihak bertemu', en: 'Both sides meet' },
  shuttle: { id: 'Bergantian: Ombudsman menemui tiap pihak', en: 'Shuttle: the Ombudsman goes between them' },
};

export const ATTENDANCES = ['present', 'represented', 'absent'] as const;
export type Attendance = (typeof ATTENDANCES)[number];
export const ATTENDANCE_LABELS: Readonly<Record<Attendance, Label>> = {
  present: { id: 'Hadir', en: 'Present' },
  represented: { id: 'Diwakili', en: 'Represented' },
  absent: { id: 'Tidak hadir', en: 'Absent' },
};

export type SessionState = 'planned' | 'held' | 'cancelled';
export const SESSION_STATE_LABELS: Readonly<Record<SessionState, Label>> = {
  planned: { id: 'Direncanakan', en: 'Planned' },
  held: { id: 'Selesai dilaksanakan', en: 'Held' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
};

export interface SessionParty {
  readonly no: number;
  readonly side: 'reporter' | 'respondent' | 'other';
  readonly agencyId: string | null;
  /** Jabatan; empty for the reporter, who is "Pelapor" and nothing more. */
  readonly position: string;
  readonly throughOmbudsman: boolean;
  readonly attendance: Attendance | null;
  readonly invitationDocumentId: string | null;
}

export interface Session {
  readonly id: string;
  readonly caseId: string;
  readonly no: number;
  readonly way: SessionWay;
  readonly form: SessionForm;
  readonly heldAt: Moment;
  readonly place: string;
  readonly isOnline: boolean;
  readonly mediatorId: string;
  readonly agenda: string;
  readonly state: SessionState;
  readonly course: string;
  readonly minutesDocumentId: string | null;
  readonly parties: readonly SessionParty[];
}

/** A reporter whose identity is secret, or who gave none, never meets the other side: such a case knows the shuttle form alone. */
export function formsFor(file: Pick<Case, 'secret' | 'tip'>): readonly SessionForm[] {
  return file.secret || file.tip ? ['shuttle'] : SESSION_FORMS;
}
