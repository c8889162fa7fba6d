/** An improvement item or an obligation as a source of lines, for whoever may read it in its own room. */
import { itemById, itemTold, mayReadItem, scoreText } from '../../../assessments/index.ts';
import { obligationName, readableObligation } from '../../../casework/index.ts';
import { agencyById } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { OwnerOfSource, Source } from '../../rules/sources/proposal.ts';

export type SourceAsked = { readonly itemId: string } | { readonly obligationId: string };

export interface FoundSource {
  readonly source: Source;
  /** Its page in its own room. */
  readonly path: string;
}

/** @returns `undefined` when there is none, or none for this actor */
export async function findSource(db: Db, actor: Actor, asked: SourceAsked): Promise<FoundSource | undefined> {
  if ('itemId' in asked) {
    const item = await itemById(db, asked.itemId);
    if (!item || !mayReadItem(actor, item)) return undefined;
    const { indicator } = await itemTold(db, item);
    const source: Source = {
      ...{ kind: 'item', id: item.id, asked: item.asked.id, indicator: indicator.id },
      ...{ score: scoreText(item.score, 'id'), year: item.year, dueOn: item.dueOn },
      owner: await ownerOf(db, item.ownerAgencyId, ''),
      isOpen: item.state !== 'confirmed' && item.state !== 'dropped',
    };
    return { source, path: `/desk/improvements/${item.id}` };
  }
  const found = await readableObligation(db, actor, asked.obligationId);
  if (!found) return undefined;
  const { obligation } = found;
  const source: Source = {
    ...{
      kind: 'obligation',
      id: obligation.id,
      name: obligationName(obligation, 'id'),
      dueOn: dayOf(obligation.dueAt, obligation.zone),
    },
    // The office the government gave it to does it; without one the addressee.
    owner: await ownerOf(
      db,
      obligation.handlerAgencyId ?? obligation.agencyId,
      obligation.handlerAgencyId ? '' : obligation.position,
    ),
    isOpen: obligation.judgedAt === null,
  };
  return { source, path: found.path };
}

async function ownerOf(db: Db, agencyId: string, position: string): Promise<OwnerOfSource> {
  const agency = await agencyById(db, agencyId);
  return { agencyId, path: agency?.path ?? [agencyId], name: agency?.name ?? '', position };
}
