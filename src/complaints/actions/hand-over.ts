/**
 * Somebody leaves a position. Complaints wait at offices, not with persons, so none of them moves: a successor or a colleague at the same
 * office has them on the desk already. When nobody is left who could see them, the coordinator (or the national desk) looks after them
 * from now on, is told, and every open complaint says so.
 */
import { agencyById, capabilitiesHeldAt, type DirectorySlots, positionById, positionKind } from '../../directory/index.ts';
import type { System } from '../../kernel/actor.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import { type ComplaintEvent, decision } from '../rules/decision.ts';
import { isOversight, lookedAfterBy } from '../rules/unstaffed.ts';
import { complaintsWaitingAt } from '../store/stand-in.ts';
import { decideIn } from './decide.ts';
import { holdersOf, nationalDesk } from './offices.ts';

const SYSTEM: System = { kind: 'system', errand: 'complaints.hand-over' };

/** Fills the directory's slot. `moved` = open complaints that somebody else is responsible for now. */
export function handOver(tools: Tools): DirectorySlots['handOver'] {
  return async (tx, { fromPositionId, toPositionId }) => {
    const left = await positionById(tx, fromPositionId);
    if (!left) throw new Error('a position that is not there was handed over');
    const capabilities = positionKind(left.kind).capabilities;
    const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
    if (toPositionId !== null) {
      const waiting = await complaintsWaitingAt(tx, left.agencyId, capabilities, new Set());
      await tell(tools, tx, waiting, {
        type: 'officer-changed',
        payload: { agency: left.agencyId, fromPosition: fromPositionId, toPosition: toPositionId },
      });
      return { moved: waiting.length };
    }
    const held = (await capabilitiesHeldAt(tx, [left.agencyId], today)).get(left.agencyId) ?? new Set();
    const waiting = await complaintsWaitingAt(tx, left.agencyId, capabilities, held);
    if (waiting.length === 0) return { moved: 0 };
    const standIn = await standInFor(tools, tx, left.agencyId, today);
    const to = isOversight(capabilities) ? null : standIn.agencyId;
    await tell(tools, tx, waiting, { type: 'office-unstaffed', payload: { agency: left.agencyId, to } });
    for (const id of to && standIn.tellHere ? standIn.people : []) {
      await tools.post(tx, {
        purpose: 'directory.work-received',
        object: { kind: 'position', id: fromPositionId },
        recipient: { kind: 'person', id },
        stage: 'handed-over',
        details: { moved: waiting.length },
      });
    }
    return { moved: waiting.length };
  };
}

interface StandInAt {
  readonly agencyId: string;
  readonly people: readonly string[];
  /** The directory itself tells the coordinators of the government; everybody else is told here. */
  readonly tellHere: boolean;
}

async function standInFor(tools: Tools, tx: Tx, agencyId: string, day: Day): Promise<StandInAt> {
  const agency = await agencyById(tx, agencyId);
  if (!agency) throw new Error('an office that the directory does not know');
  const coordinators = await holdersOf(tx, agency.governmentId, 'complaint.forward', day);
  if (lookedAfterBy(agency, coordinators.length > 0, false) === 'coordinator') {
    return { agencyId: agency.governmentId, people: coordinators, tellHere: false };
  }
  const desk = await nationalDesk({ ...tools, db: tx });
  return { agencyId: desk.agencyId, people: await holdersOf(tx, desk.agencyId, 'complaint.arbitrate', day), tellHere: true };
}

async function tell(tools: Tools, tx: Tx, complaintIds: readonly string[], event: ComplaintEvent): Promise<void> {
  for (const complaintId of complaintIds) {
    const told = await decideIn(tools, tx, SYSTEM, { complaintId, version: null }, (complaint) =>
      decision(complaint, { events: [event] }),
    );
    if (!told.ok) throw new Error(`a hand-over was refused: ${told.refusal}`);
  }
}
