/** Who reports a line and who confirms it, by name: each side for itself, the keeper for both. Reminders then reach that person alone. */
import { holdersAt, peopleByIds } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Line, Responsible } from '../../rules/line.ts';
import { changedFields, textsOf } from '../../rules/lines/changed-fields.ts';
import { sidesOf } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { insertChange } from '../../store/lines/changes.ts';
import { changeLine, type LineTarget } from '../change.ts';

export type NamedSide = 'owner' | 'other';
const NEEDED = { owner: 'agreement.progress', other: 'agreement.confirm' } as const;

/** Sides whose officer the actor may name; the other side only where the line names an office of it. */
export function sidesToName(actor: Actor, agreement: Agreement, line: Line): readonly NamedSide[] {
  const sides = sidesOf(actor, agreement, line);
  const isOpen = line.state === 'planned' || line.state === 'running' || line.state === 'reported';
  if (!isOpen || agreement.state === 'ended' || agreement.state === 'dropped') return [];
  const may = (side: NamedSide) => sides.includes(side) || sides.includes('keeper');
  return (['owner', 'other'] as const).filter((side) => may(side) && (side === 'owner' || line.other !== null));
}

/** People who hold what it takes at the office or above it in its tree, the office's own first. */
export async function officersFor(
  db: Db | Tx,
  responsible: Responsible,
  side: NamedSide,
  day: Day,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const held = await holdersAt(db, responsible.agencyPath, NEEDED[side], day);
  const ids = [...new Set(responsible.agencyPath.toReversed().flatMap((agencyId) => held.get(agencyId) ?? []))];
  const people = await peopleByIds(db, ids);
  return ids.flatMap((id) => (people.has(id) ? [{ id, name: people.get(id)?.name ?? '' }] : []));
}

/** @param personId `null` = whoever holds the office */
export function nameOfficer(
  tools: Tools,
  actor: Actor,
  target: LineTarget,
  side: NamedSide,
  personId: string | null,
): Promise<Result<Line, AgreementRefusal>> {
  return changeLine(tools, actor, target, async (line, agreement, { at, newId }, tx) => {
    const responsible = line[side];
    if (!responsible || !sidesToName(actor, agreement, line).includes(side)) return refuse('agreement.not-yours');
    const day = dayOf(at, agreement.zone);
    if (personId !== null && !(await officersFor(tx, responsible, side, day)).some(({ id }) => id === personId))
      return refuse('agreement.owner-wrong');
    const next: Line = { ...line, [side]: { ...responsible, personId } };
    const fields = changedFields(line, next);
    const [old, now] = [textsOf(line), textsOf(next)];
    const only = (texts: typeof old) => Object.fromEntries(fields.map((field) => [field, texts[field]]));
    if (fields.length > 0)
      await insertChange(tx, line, {
        ...{ id: newId(), at, author: actorReference(actor), reason: '', before: only(old), after: only(now) },
        afterSigning: agreement.state === 'signed',
      });
    return {
      ok: true,
      value: { next, events: [{ type: 'line-officer-named', payload: { line: line.id, side, person: personId } }] },
    };
  });
}
