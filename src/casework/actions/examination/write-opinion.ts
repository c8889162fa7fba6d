/** Internal opinions: on the timeline for the officers on the case, and nowhere else, ever. */
import type { Actor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/result.ts';
import type { Tools } from '../../../platform/tools.ts';
import { decision } from '../../rules/decision.ts';
import { mayNote } from '../../rules/examination/permissions.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { decide } from '../decide.ts';

export function writeOpinion(tools: Tools, actor: Actor, caseId: string, order: { readonly text: string }) {
  return decide(tools, actor, { caseId, version: null }, (file, { newId }) => {
    if (!mayNote(file, actor)) return refuse('case.not-yours');
    const text = order.text.trim();
    if (text === '') return refuse('case.text-missing');
    if (text.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const id = newId();
    const agencyId = officeOf(actor, file.officePath);
    return decision(file, {
      events: [{ type: 'opinion-written', payload: { entry: id } }],
      entries: [{ id, kind: 'opinion', audience: 'internal', text, partId: null, agencyId }],
    });
  });
}

/** The office whose officer writes. */
function officeOf(actor: Actor, officePath: readonly string[]): string | null {
  const chairs = actor.kind === 'officer' ? actor.positions : [];
  return chairs.find((position) => officePath.includes(position.agencyId))?.agencyId ?? null;
}
