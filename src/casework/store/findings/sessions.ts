/** Sessions of conciliation and mediation with their parties. */
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Attendance, Session, SessionParty, SessionState } from '../../rules/findings/session.ts';
import type { FindingsTables } from './tables.ts';

const tables = (db: Db | Tx) => (db as Db).withTables<FindingsTables>();

/** In the order of their numbers. */
export async function sessionsOf(db: Db | Tx, caseId: string): Promise<Session[]> {
  const rows = await tables(db).selectFrom('casework.sessions').selectAll().where('case_id', '=', caseId).orderBy('no').execute();
  if (rows.length === 0) return [];
  const parties = await tables(db)
    .selectFrom('casework.session_parties')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('no')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    caseId: row.case_id,
    no: row.no,
    way: row.way,
    form: row.form,
    heldAt: row.held_at,
    place: row.place,
    isOnline: row.is_online,
    mediatorId: row.mediator_id,
    agenda: row.agenda,
    state: row.state,
    course: row.course,
    minutesDocumentId: row.minutes_document_id,
    parties: parties
      .filter((one) => one.session_id === row.id)
      .map((one) => ({
        no: one.no,
        side: one.side,
        agencyId: one.agency_id,
        position: one.position,
        throughOmbudsman: one.through_ombudsman,
        attendance: one.attendance,
        invitationDocumentId: one.invitation_document_id,
      })),
  }));
}

export async function insertSession(tx: Tx, session: Session, by: string, at: Moment): Promise<void> {
  await tables(tx)
    .insertInto('casework.sessions')
    .values({
      case_id: session.caseId,
      id: session.id,
      no: session.no,
      way: session.way,
      form: session.form,
      held_at: session.heldAt.toString(),
      place: session.place,
      is_online: session.isOnline,
      mediator_id: session.mediatorId,
      agenda: session.agenda,
      state: session.state,
      planned_by: by,
      planned_at: at.toString(),
    })
    .execute();
  await tables(tx)
    .insertInto('casework.session_parties')
    .values(session.parties.map((party) => partyRow(session, party)))
    .execute();
}

function partyRow(session: Pick<Session, 'caseId' | 'id'>, party: SessionParty) {
  return {
    case_id: session.caseId,
    session_id: session.id,
    no: party.no,
    side: party.side,
    agency_id: party.agencyId,
    position: party.position,
    through_ombudsman: party.throughOmbudsman,
    attendance: party.attendance,
    invitation_document_id: party.invitationDocumentId,
  };
}

export async function saveInvitation(tx: Tx, session: Session, no: number, documentId: string): Promise<void> {
  await tables(tx)
    .updateTable('casework.session_parties')
    .set({ invitation_document_id: documentId })
    .where('case_id', '=', session.caseId)
    .where('session_id', '=', session.id)
    .where('no', '=', no)
    .execute();
}

/** A session is over: held, with who came, or cancelled. */
export async function endSession(
  tx: Tx,
  session: Session,
  ended: {
    readonly state: Exclude<SessionState, 'planned'>;
    readonly course: string;
    readonly attendance: ReadonlyMap<number, Attendance>;
    readonly minutesDocumentId: string | null;
    readonly at: Moment;
  },
): Promise<void> {
  for (const [no, attendance] of ended.attendance) {
    await tables(tx)
      .updateTable('casework.session_parties')
      .set({ attendance })
      .where('case_id', '=', session.caseId)
      .where('session_id', '=', session.id)
      .where('no', '=', no)
      .execute();
  }
  await tables(tx)
    .updateTable('casework.sessions')
    .set({
      state: ended.state,
      course: ended.course,
      ended_at: ended.at.toString(),
      minutes_document_id: ended.minutesDocumentId,
    })
    .where('case_id', '=', session.caseId)
    .where('id', '=', session.id)
    .where('state', '=', 'planned')
    .execute();
}
