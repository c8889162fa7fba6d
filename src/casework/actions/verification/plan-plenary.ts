/** Planning a plenary, changing its day, calling it off, opening it, closing it. Each is an event of the meeting's own file. */
import { agencyById, positionsAt, zoneOfRegion } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, Temporal, type Zone } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { type Plenary, type PlenaryAction, type PlenaryMember, plenaryAfter } from '../../rules/verification/plenary.ts';
import { leadsAt } from '../../rules/verification/plenary-permissions.ts';
import {
  insertPlenary,
  membersOf,
  nextPlenaryNumber,
  replaceMembers,
  updatePlenary,
} from '../../store/verification/plenaries.ts';
import { clearAgenda, itemsOf } from '../../store/verification/plenary-items.ts';
import { onPlenary, PLENARY_FILE, type PlenaryOutcome, type PlenaryTarget } from './on-plenary.ts';
import { draftMinutes } from './plenary-minutes.ts';

export interface MeetingOrder {
  /** `undefined` = not typed, or no day. */
  readonly heldOn: Day | undefined;
  /** `09:30` or `09.30` */
  readonly heldAt: string;
  readonly place: string;
}

const LONGEST_PLACE = 300;

function readMeeting(order: MeetingOrder, today: Day): Result<{ heldOn: Day; heldAt: string; place: string }, CaseRefusal> {
  if (!order.heldOn || Temporal.PlainDate.compare(order.heldOn, today) < 0) return refuse('case.plenary-day');
  const time = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(order.heldAt.trim());
  if (!time) return refuse('case.plenary-time');
  const place = order.place.trim();
  if (place === '' || place.length > LONGEST_PLACE) return refuse('case.plenary-place');
  return ok({ heldOn: order.heldOn, heldAt: `${(time[1] ?? '').padStart(2, '0')}:${time[2]}`, place });
}

/** Everybody who deliberates at the office on that day; the head of the office first. */
async function membersOn(
  tx: Tx,
  officeId: string,
  day: Day,
): Promise<readonly Pick<PlenaryMember, 'personId' | 'positionKind'>[]> {
  const held = await positionsAt(tx as Db, officeId, 'case.deliberate', day);
  const ordered = [...held].sort((a, b) => Number(b.kind === 'ombudsman-head') - Number(a.kind === 'ombudsman-head'));
  const once = new Map<string, { personId: string; positionKind: string }>();
  for (const { personId, kind } of ordered) if (!once.has(personId)) once.set(personId, { personId, positionKind: kind });
  return [...once.values()];
}

export function planPlenary(tools: Tools, actor: Actor, officeId: string, order: MeetingOrder): PlenaryOutcome {
  return orRollBack(tools, async (tx) => {
    if (actor.kind !== 'officer' || !isUuid(officeId) || !leadsAt(actor).includes(officeId)) return refuse('case.not-yours');
    const office = await agencyById(tx as Db, officeId);
    if (!office) return refuse('case.not-yours');
    const zone: Zone = office.regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(office.regionCode);
    const at = tools.clock.now();
    const read = readMeeting(order, dayOf(at, zone));
    if (!read.ok) return read;
    const members = await membersOn(tx, officeId, read.value.heldOn);
    if (members.length === 0) return refuse('case.plenary-no-members');
    const { year } = read.value.heldOn;
    const plenary: Plenary = {
      id: tools.random.id(),
      officeId,
      officePath: office.path,
      number: await nextPlenaryNumber(tx, officeId, year),
      year,
      ...read.value,
      zone,
      state: 'planned',
      quorumPercent: null,
      openedAt: null,
      closedAt: null,
      endedAt: null,
      cancelReason: null,
      minutesDocumentId: null,
      version: 1,
    };
    await insertPlenary(tx, plenary, actor.personId, at);
    await replaceMembers(tx, plenary.id, members);
    await tellMembers(tools, tx, plenary, members);
    const { id, number } = plenary;
    const payload = {
      office: officeId,
      number,
      year,
      heldOn: plenary.heldOn.toString(),
      members: members.map((each) => each.personId),
    };
    const planned = { type: 'plenary-planned', at, actor: actorReference(actor), payload };
    await appendEvents(tools, tx, { kind: PLENARY_FILE, id }, [planned], { newFile: true });
    return ok(plenary);
  });
}

async function tellMembers(
  tools: Tools,
  tx: Tx,
  plenary: Plenary,
  members: readonly Pick<PlenaryMember, 'personId'>[],
): Promise<void> {
  for (const { personId } of members) {
    await tools.post(tx, {
      purpose: 'case.plenary',
      object: { kind: 'case-plenary', id: plenary.id },
      recipient: { kind: 'person', id: personId },
      stage: `held:${plenary.heldOn}:${plenary.heldAt}`,
      details: { plenary: plenary.id, number: `${plenary.number}/${plenary.year}`, dueOn: plenary.heldOn.toString() },
    });
  }
}

/** Another day, time or place, as long as the meeting has not begun. */
export function changeMeeting(tools: Tools, actor: Actor, target: PlenaryTarget, order: MeetingOrder): PlenaryOutcome {
  return onPlenary(tools, actor, target, async (plenary, tx) => {
    if (plenary.state !== 'planned') return refuse('case.plenary-not-now');
    const read = readMeeting(order, dayOf(tools.clock.now(), plenary.zone));
    if (!read.ok) return read;
    // The number counts within the year of the meeting.
    if (read.value.heldOn.year !== plenary.year) return refuse('case.plenary-day');
    const members = await membersOn(tx, plenary.officeId, read.value.heldOn);
    if (members.length === 0) return refuse('case.plenary-no-members');
    await replaceMembers(tx, plenary.id, members);
    const { heldOn, heldAt, place } = read.value;
    await updatePlenary(tx, plenary, { held_on: heldOn.toString(), held_at: heldAt, place });
    await tellMembers(tools, tx, { ...plenary, ...read.value }, members);
    return ok({ type: 'plenary-changed', payload: { heldOn: heldOn.toString(), members: members.map((each) => each.personId) } });
  });
}

function next(plenary: Plenary, action: PlenaryAction): Result<Plenary['state'], CaseRefusal> {
  const state = plenaryAfter(plenary.state, action);
  return state ? ok(state) : refuse('case.plenary-not-now');
}

/** Not held: its cases wait for another one. */
export function cancelPlenary(tools: Tools, actor: Actor, target: PlenaryTarget, reason: string): PlenaryOutcome {
  return onPlenary(tools, actor, target, async (plenary, tx) => {
    const state = next(plenary, 'cancel');
    if (!state.ok) return state;
    if (reason.trim() === '') return refuse('case.reason-missing');
    await clearAgenda(tx, plenary.id);
    await updatePlenary(tx, plenary, { state: state.value, cancel_reason: reason.trim() });
    return ok({ type: 'plenary-cancelled', payload: {} });
  });
}

/** From now on its members are those of the day, frozen; the quorum is the law's of the day. */
export function openPlenary(tools: Tools, actor: Actor, target: PlenaryTarget): PlenaryOutcome {
  return onPlenary(tools, actor, target, async (plenary, tx, officer) => {
    const state = next(plenary, 'open');
    if (!state.ok) return state;
    const at = tools.clock.now();
    const today = dayOf(at, plenary.zone);
    if (!today.equals(plenary.heldOn)) return refuse('case.plenary-not-yet');
    const members = await membersOn(tx, plenary.officeId, today);
    if (members.length === 0) return refuse('case.plenary-no-members');
    await replaceMembers(tx, plenary.id, members);
    const quorum = (await lawBook(tools, tx as Db)).parameter('case.quorum', today).value;
    await updatePlenary(tx, plenary, {
      state: state.value,
      quorum_percent: quorum,
      opened_by: officer.personId,
      opened_at: at.toString(),
    });
    return ok({ type: 'plenary-opened', payload: { quorum, members: members.map((each) => each.personId) } });
  });
}

/** Nothing more is decided. Every case of the agenda is decided, postponed or taken off; the minutes are drafted. */
export function closePlenary(tools: Tools, actor: Actor, target: PlenaryTarget): PlenaryOutcome {
  return onPlenary(tools, actor, target, async (plenary, tx, officer) => {
    const state = next(plenary, 'close');
    if (!state.ok) return state;
    const items = await itemsOf(tx, plenary.id);
    if (items.some((each) => each.decision === null)) return refuse('case.plenary-open-items');
    if ((await membersOf(tx, plenary.id)).some((each) => each.isPresent === null)) return refuse('case.plenary-attendance');
    const closed = { state: state.value, closed_by: officer.personId, closed_at: tools.clock.now().toString() };
    await updatePlenary(tx, plenary, closed);
    // Who may not write them (a conflict of interest) leaves them to somebody else.
    const minutes = await draftMinutes(tools, tx, actor, plenary);
    if (minutes !== null) await updatePlenary(tx, { ...plenary, version: plenary.version + 1 }, { minutes_document_id: minutes });
    return ok({ type: 'plenary-closed', payload: { decided: items.length, minutes } });
  });
}
