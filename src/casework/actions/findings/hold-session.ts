/** Conciliation and mediation: a session is planned with its invitations, held with attendance and minutes, or cancelled; each side's proposals stay with that side. */
import type { Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Moment, Temporal } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, respondentsOf } from '../../rules/case.ts';
import { type Circumstances, decision } from '../../rules/decision.ts';
import type { Addressee } from '../../rules/documents/document.ts';
import {
  type Attendance,
  formsFor,
  SESSION_WAY_LABELS,
  type Session,
  type SessionForm,
  type SessionParty,
  type SessionWay,
} from '../../rules/findings/session.ts';
import { mayWork } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { endSession, insertSession, saveInvitation, sessionsOf } from '../../store/findings/sessions.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { draftDocumentIn } from '../documents/draft-document.ts';
import { entryOf } from './entry-of.ts';
import { asResolver } from './monitor.ts';

type Done = Promise<Result<Case, CaseRefusal>>;

export interface SessionOrder {
  readonly way: SessionWay;
  readonly form: SessionForm;
  readonly heldAt: Moment;
  readonly place: string;
  readonly isOnline: boolean;
  /** An officer of the resolution team at the case's office. */
  readonly mediatorId: string;
  readonly agenda: string;
  /** Others who are needed, as positions: "Kepala Bidang Pelayanan". */
  readonly others: readonly string[];
}

/** Who can mediate: the caller passes those who hold `case.resolve` at the office (`holdersOf`). */
export function planSession(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: SessionOrder,
  mediators: readonly string[],
): Done {
  return onResolution(tools, actor, target, async (file, circumstances, tx) => {
    if (!formsFor(file).includes(order.form)) return refuse('case.session-shuttle');
    if (Temporal.Instant.compare(order.heldAt, circumstances.at) <= 0) return refuse('case.session-past');
    if (!mediators.includes(order.mediatorId)) return refuse('case.person-missing');
    const [place, agenda] = [order.place.trim(), order.agenda.trim()];
    if (place === '' || agenda === '') return refuse('case.text-missing');
    if (place.length > 300 || agenda.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const session: Session = {
      id: circumstances.newId(),
      caseId: file.id,
      no: (await sessionsOf(tx, file.id)).length + 1,
      way: order.way,
      form: order.form,
      heldAt: order.heldAt,
      place,
      isOnline: order.isOnline,
      mediatorId: order.mediatorId,
      agenda,
      state: 'planned',
      course: '',
      minutesDocumentId: null,
      parties: partiesFor(file, order),
    };
    await insertSession(tx, session, actor.personId, circumstances.at);
    const invited = await invite(tools, tx, actor, file, session);
    if (invited) return refuse(invited);
    return decision(asResolver(file, actor, circumstances.at), {
      events: [
        {
          type: 'session-planned',
          payload: { session: session.id, way: order.way, form: order.form, heldAt: order.heldAt.toString() },
        },
      ],
      news: ['session'],
    });
  });
}

function partiesFor(file: Case, order: Pick<SessionOrder, 'form' | 'others'>): SessionParty[] {
  const rest = { attendance: null, invitationDocumentId: null };
  const parties: Omit<SessionParty, 'no'>[] = [];
  if (!file.tip && file.access !== 'IAPS') {
    parties.push({ side: 'reporter', agencyId: null, position: '', throughOmbudsman: order.form === 'shuttle', ...rest });
  }
  for (const { agencyId, position } of respondentsOf(file)) {
    parties.push({ side: 'respondent', agencyId, position, throughOmbudsman: false, ...rest });
  }
  for (const position of order.others.map((each) => each.trim()).filter((each) => each !== '')) {
    parties.push({ side: 'other', agencyId: null, position: position.slice(0, 200), throughOmbudsman: false, ...rest });
  }
  return parties.map((party, index) => ({ no: index + 1, ...party }));
}

/** A letter to each party known here; others are invited by the documents page. The reporter's never names the respondent's words, nor the other way. */
async function invite(tools: Tools, tx: Tx, actor: Officer, file: Case, session: Session): Promise<CaseRefusal | undefined> {
  const local = session.heldAt.toZonedDateTimeISO(file.zone);
  const how = session.form === 'shuttle' ? ' (Ombudsman menemui tiap pihak secara terpisah)' : '';
  const fields = {
    way: `${SESSION_WAY_LABELS[session.way].id}${how}`,
    heldOn: local.toPlainDate().toString(),
    heldAt: local.toPlainTime().toString().slice(0, 5),
    place: session.isOnline ? `Daring: ${session.place}` : session.place,
    agenda: session.agenda,
  };
  for (const party of session.parties) {
    if (party.side === 'other') continue;
    const rest = { personId: null, name: '' };
    const addressee: Addressee =
      party.side === 'reporter'
        ? { kind: 'reporter', agencyId: null, position: '', ...rest }
        : { kind: 'respondent', agencyId: party.agencyId, position: party.position, ...rest };
    const drafted = await draftDocumentIn(tools, tx, actor, {
      subject: { kind: 'case', id: file.id },
      kind: 'session-invitation',
      fields,
      addressees: [addressee],
      partId: session.id,
    });
    if (!drafted.ok) return drafted.refusal.code;
    await saveInvitation(tx, session, party.no, drafted.value.id);
  }
  return undefined;
}

/** A session was held: who came and what happened. Its minutes are drafted as a document of the file. */
export function recordSession(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: {
    readonly sessionId: string;
    readonly course: string;
    readonly result: string;
    readonly attendance: ReadonlyMap<number, Attendance>;
  },
): Done {
  return onSession(tools, actor, target, order.sessionId, async (file, session, circumstances, tx) => {
    const [course, result] = [order.course.trim(), order.result.trim()];
    if (course === '' || result === '') return refuse('case.text-missing');
    if (Math.max(course.length, result.length) > LONGEST_TEXT) return refuse('case.text-too-long');
    if (session.parties.some(({ no }) => !order.attendance.has(no))) return refuse('case.attendance-missing');
    const local = session.heldAt.toZonedDateTimeISO(file.zone);
    const drafted = await draftDocumentIn(tools, tx, actor, {
      subject: { kind: 'case', id: file.id },
      kind: 'session-minutes',
      fields: {
        way: SESSION_WAY_LABELS[session.way].id,
        heldOn: local.toPlainDate().toString(),
        heldAt: local.toPlainTime().toString().slice(0, 5),
        place: session.place,
        present: session.parties
          .filter(({ no }) => order.attendance.get(no) !== 'absent')
          .map((party) =>
            party.side === 'reporter' ? `Pelapor${party.throughOmbudsman ? ' (melalui Ombudsman)' : ''}` : party.position,
          )
          .join('\n'),
        course,
        result,
      },
      addressees: [],
      partId: session.id,
    });
    if (!drafted.ok) return refuse(drafted.refusal.code);
    await endSession(tx, session, {
      state: 'held',
      course,
      attendance: order.attendance,
      minutesDocumentId: drafted.value.id,
      at: circumstances.at,
    });
    const absent = [...order.attendance.values()].filter((each) => each === 'absent').length;
    return decision(file, {
      events: [{ type: 'session-held', payload: { session: session.id, absent, minutes: drafted.value.id } }],
      entries: entryOf(file, circumstances, {
        kind: 'session',
        audience: 'internal',
        text: `${course}\n\n${result}`,
        partId: session.id,
      }),
    });
  });
}

export function cancelSession(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: { readonly sessionId: string; readonly reason: string },
): Done {
  return onSession(tools, actor, target, order.sessionId, async (file, session, circumstances, tx) => {
    const reason = order.reason.trim();
    if (reason === '') return refuse('case.reason-missing');
    if (reason.length > LONGEST_TEXT) return refuse('case.text-too-long');
    await endSession(tx, session, {
      state: 'cancelled',
      course: reason,
      attendance: new Map(),
      minutesDocumentId: null,
      at: circumstances.at,
    });
    return decision(file, {
      events: [{ type: 'session-cancelled', payload: { session: session.id } }],
      entries: entryOf(file, circumstances, { kind: 'session', audience: 'internal', text: reason, partId: session.id }),
      news: ['session'],
    });
  });
}

/** What one side proposes: for that side and the officers alone, never for the other. */
export function recordProposal(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: { readonly side: 'reporter' | 'respondent'; readonly text: string },
): Done {
  return onResolution(tools, actor, target, async (file, circumstances) => {
    const text = order.text.trim();
    if (text === '') return refuse('case.text-missing');
    if (text.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const entries = entryOf(file, circumstances, { kind: 'session-proposal', audience: order.side, text });
    const entry = entries[0]?.id ?? null;
    return decision(file, { events: [{ type: 'session-proposal', payload: { side: order.side, entry } }], entries });
  });
}

type Work = Parameters<typeof decide>[3];

/** Somebody of the resolution team, while the case is in resolution. */
export function onResolution(tools: Tools, actor: Officer, target: CaseTarget, work: Work): Done {
  return decide(tools, actor, target, (file, circumstances, tx) => {
    if (file.stage !== 'resolution') return refuse('case.not-now');
    if (!mayWork(file, actor, 'case.resolve')) return refuse('case.not-yours');
    return work(file, circumstances, tx);
  });
}

function onSession(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  sessionId: string,
  work: (file: Case, session: Session, circumstances: Circumstances, tx: Tx) => ReturnType<Work>,
): Done {
  return onResolution(tools, actor, target, async (file, circumstances, tx) => {
    const session = (await sessionsOf(tx, file.id)).find(({ id }) => id === sessionId);
    if (!session) return refuse('case.session-absent');
    return session.state === 'planned' ? work(file, session, circumstances, tx) : refuse('case.not-now');
  });
}
