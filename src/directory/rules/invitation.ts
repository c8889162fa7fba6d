import type { Day } from '../../kernel/time.ts';
import type { PositionKind } from './positions.ts';
import type { DirectoryRefusal } from './refusals.ts';

/** The decree (surat keputusan, SK) a position rests on. */
export interface Decree {
  readonly number: string;
  readonly on: Day;
}

export interface AppointmentOrder {
  readonly kind: PositionKind;
  readonly agencyId: string;
  readonly decree: Decree;
  /** First day in force: *terhitung mulai tanggal*. */
  readonly startsOn: Day;
}

export interface InvitationOrder extends AppointmentOrder {
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
}

/** A plausible address; whether it exists the invitation itself will show. */
const ADDRESS = /^[^\s@"'(),:;<>[\\\]]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

export function isEmailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

/** What is wrong with the person's particulars, all of it at once; the appointment is judged by `judgeAppointment`. */
export function problemsOfPerson(order: Pick<InvitationOrder, 'name' | 'email'>): DirectoryRefusal[] {
  const problems: DirectoryRefusal[] = [];
  if (order.name.trim() === '') problems.push('name-missing');
  if (!isEmailAddress(order.email.trim())) problems.push('email-invalid');
  return problems;
}

/** A decree has a number; the calendar has already made sure of its day. */
export function problemsOfDecree(decree: Decree): DirectoryRefusal[] {
  return decree.number.trim() === '' ? ['decree-missing'] : [];
}
