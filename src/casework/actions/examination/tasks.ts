/** Tasks of a case: adding, a whole procedure at once, handing on, closing. */

import { personById } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/result.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Tools } from '../../../platform/tools.ts';
import { isOnTeam } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import { mayRecord } from '../../rules/examination/permissions.ts';
import { PROCEDURES, templateCode } from '../../rules/examination/procedures.ts';
import { type CaseTask, LONGEST_TITLE, type TaskState } from '../../rules/examination/task.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { insertTasks, saveTask, tasksOfCase } from '../../store/examination/tasks.ts';
import { decide } from '../decide.ts';

export interface TaskOrder {
  readonly title: string;
  /** Of the team, or the actor. */
  readonly ownerId: string;
  readonly dueOn: Day | null;
}

export function addTask(tools: Tools, actor: Actor, caseId: string, order: TaskOrder) {
  return decide(tools, actor, { caseId, version: null }, async (file, { at, newId }, tx) => {
    if (!mayRecord(file, actor)) return refuse('case.not-yours');
    const title = order.title.trim();
    if (title === '') return refuse('case.text-missing');
    if (title.length > LONGEST_TITLE) return refuse('case.text-too-long');
    if (!(isOnTeam(file, order.ownerId) || isSelf(actor, order.ownerId))) return refuse('case.owner-not-team');
    const by = actorReference(actor);
    const task: CaseTask = {
      caseId: file.id,
      id: newId(),
      template: null,
      title,
      ownerId: order.ownerId,
      dueOn: order.dueOn,
      createdBy: by,
      createdAt: at,
      state: 'open',
      stateAt: at,
      stateBy: by,
      note: '',
    };
    await insertTasks(tx, [task]);
    return decision(file, { events: [{ type: 'task-added', payload: { task: task.id } }] });
  });
}

/** The checklist of the case's access kind as tasks; rows the case has already are left alone. */
export function addProcedure(
  tools: Tools,
  actor: Actor,
  caseId: string,
  order: { readonly ownerId: string; readonly language: 'id' | 'en' },
) {
  return decide(tools, actor, { caseId, version: null }, async (file, { at, newId }, tx) => {
    if (!mayRecord(file, actor)) return refuse('case.not-yours');
    if (!(isOnTeam(file, order.ownerId) || isSelf(actor, order.ownerId))) return refuse('case.owner-not-team');
    const known = new Set((await tasksOfCase(tx, file.id)).map((task) => task.template));
    const by = actorReference(actor);
    const rows = PROCEDURES[file.access].rows.filter((row) => !known.has(templateCode(file.access, row.code)));
    await insertTasks(
      tx,
      rows.map((row) => ({
        caseId: file.id,
        id: newId(),
        template: templateCode(file.access, row.code),
        title: row.title[order.language],
        ownerId: order.ownerId,
        dueOn: null,
        createdBy: by,
        createdAt: at,
        state: 'open' as const,
        stateAt: at,
        stateBy: by,
        note: '',
      })),
    );
    return decision(file, {
      events: rows.length === 0 ? [] : [{ type: 'procedure-added', payload: { access: file.access, rows: rows.length } }],
    });
  });
}

export interface TaskChange {
  readonly state: TaskState;
  readonly ownerId: string;
  readonly dueOn: Day | null;
  readonly note: string;
}

/** Done, not needed any more, open again, or with another owner or day. */
export function changeTask(
  tools: Tools,
  actor: Actor,
  target: { readonly caseId: string; readonly taskId: string },
  change: TaskChange,
) {
  return decide(tools, actor, { caseId: target.caseId, version: null }, async (file, { at }, tx) => {
    const task = (await tasksOfCase(tx, file.id)).find((each) => each.id === target.taskId);
    if (!task) return refuse('case.absent');
    if (!(mayRecord(file, actor) || (isSelf(actor, task.ownerId) && file.stage !== 'closed'))) return refuse('case.not-yours');
    if (change.note.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const isHandedOn = change.ownerId !== task.ownerId;
    if (isHandedOn && !(isOnTeam(file, change.ownerId) && (await personById(tx, change.ownerId))))
      return refuse('case.owner-not-team');
    const isMoved = change.state !== task.state;
    await saveTask(tx, {
      ...task,
      ownerId: change.ownerId,
      dueOn: change.dueOn,
      note: change.note.trim(),
      state: change.state,
      stateAt: isMoved ? at : task.stateAt,
      stateBy: isMoved ? actorReference(actor) : task.stateBy,
    });
    const payload = {
      task: task.id,
      from: task.state,
      to: change.state,
      ...(isHandedOn ? { owner: change.ownerId } : {}),
      ...(change.dueOn ? { due: change.dueOn.toString() } : {}),
    };
    return decision(file, { events: [{ type: 'task-changed', payload }] });
  });
}

function isSelf(actor: Actor, personId: string): boolean {
  return actor.kind === 'officer' && actor.personId === personId;
}
