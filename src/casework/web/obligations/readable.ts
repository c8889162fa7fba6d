/** An obligation for other rooms: only for whoever may read it, with the address it opens at for them. */
import type { Actor } from '../../../kernel/actor.ts';
import type { Db } from '../../../platform/database/database.ts';
import { OBLIGATION_KIND_LABELS, type Obligation } from '../../rules/obligations/obligation.ts';
import { viewOfObligation } from '../../rules/obligations/permissions.ts';
import { loadCase } from '../../store/cases.ts';
import { obligationById } from '../../store/obligations/obligations.ts';
import { findingOfObligation } from '../../store/obligations/publications.ts';
import { FOLLOWED, OWED } from './opened.tsx';
import { FINDINGS } from './public/telling.ts';

export interface ReadableObligation {
  readonly obligation: Obligation;
  readonly path: string;
}

/** @returns `undefined` when there is none, or none for this actor */
export async function readableObligation(db: Db, actor: Actor, id: string): Promise<ReadableObligation | undefined> {
  const obligation = await obligationById(db, id);
  if (!obligation) return undefined;
  const file = obligation.caseId === null ? null : ((await loadCase(db, obligation.caseId)) ?? null);
  const view = viewOfObligation(obligation, actor, file);
  if (view === null) return undefined;
  return { obligation, path: `${view === 'ombudsman' ? FOLLOWED : OWED}/${obligation.id}` };
}

/** Where anyone reads the finding it comes from; `undefined` = nothing of it is public. */
export async function publicFindingPath(db: Db, obligationId: string): Promise<string | undefined> {
  const slug = await findingOfObligation(db, obligationId);
  return slug === undefined ? undefined : `${FINDINGS}/${slug}`;
}

/** 'Tindakan korektif 2': what it is called, without its content. */
export function obligationName(obligation: Pick<Obligation, 'kind' | 'ordinal'>, language: 'id' | 'en'): string {
  return `${OBLIGATION_KIND_LABELS[obligation.kind][language]} ${obligation.ordinal}`;
}
