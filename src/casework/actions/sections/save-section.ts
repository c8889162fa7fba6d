/**
 * Saving a section of a plan, a report or a review. Areas name the place and who may write it; that nobody's words are lost is seen to here.
 */
import { createHash } from 'node:crypto';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { type CaseEvent, decision } from '../../rules/decision.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import {
  judgeSection,
  type SectionPlace,
  type SectionRevision,
  type SectionSubject,
  tidyText,
} from '../../rules/sections/section.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { insertRevision, lockSection, sectionHistory } from '../../store/sections/sections.ts';
import { decide } from '../decide.ts';

export interface SectionOrder extends SectionPlace {
  readonly text: string;
  /** The revision the form was made from; 0 = the section was empty. */
  readonly baseRevision: number;
}

export type SavedSection =
  | { readonly outcome: 'saved' | 'unchanged'; readonly current: SectionRevision | undefined }
  /** Kept, but not in force: `theirs` was saved meanwhile. Show both; saving again from `theirs.revision` puts the merged text in force. */
  | { readonly outcome: 'beside'; readonly theirs: SectionRevision; readonly mine: SectionRevision };

/**
 * Saves a section of a case, with its event.
 *
 * @param mayWrite asked with the locked case: what the document demands (`mayWork(file, actor, 'case.examine')`, the stage)
 */
export async function saveSection(
  tools: Tools,
  actor: Actor,
  order: SectionOrder & { readonly caseId: string },
  mayWrite: (file: Case, actor: Actor) => boolean | CaseRefusal,
): Promise<Result<SavedSection, CaseRefusal>> {
  let saved: SavedSection | undefined;
  const decided = await decide(tools, actor, { caseId: order.caseId, version: null }, async (file, { at }, tx) => {
    const may = mayWrite(file, actor);
    if (may !== true) return refuse(may || 'case.not-yours');
    const written = await saveSectionIn(tx, actor, { kind: 'case', id: file.id }, order, at);
    if (!written.ok) return written;
    saved = written.value;
    return decision(file, { events: sectionEvents(saved) });
  });
  if (!decided.ok) return decided;
  if (!saved) throw new TypeError('a section was decided on but not saved');
  return ok(saved);
}

/**
 * The same inside a transaction that is already open, for subjects with a file of their own (reviews). The caller has asked who may write, and
 * appends `sectionEvents` to its own file.
 */
export async function saveSectionIn(
  tx: Tx,
  actor: Actor,
  subject: SectionSubject,
  order: SectionOrder,
  at: Moment,
): Promise<Result<SavedSection, CaseRefusal>> {
  const text = tidyText(order.text);
  if (text.length > LONGEST_TEXT) return refuse('case.text-too-long');
  const place = { document: order.document, section: order.section };
  await lockSection(tx, subject.id, place);
  const history = await sectionHistory(tx, subject.id, place);
  const current = history.find((each) => !each.isAside);
  const verdict = judgeSection(current, { text, baseRevision: order.baseRevision });
  if (verdict === 'unchanged') return ok({ outcome: 'unchanged', current });
  const author = actorReference(actor);
  // Whoever sends the same text twice (reload, impatience) has set it aside once.
  const known = history.find((each) => each.isAside && each.text === text && each.author === author);
  if (verdict === 'beside' && known && current) return ok({ outcome: 'beside', theirs: current, mine: known });
  const last = history[0]?.revision ?? 0;
  const revision: SectionRevision = {
    ...place,
    revision: last + 1,
    // A form may claim a revision that never was.
    baseRevision: Math.min(Math.max(order.baseRevision, 0), last),
    text,
    isAside: verdict === 'beside',
    author,
    at,
  };
  await insertRevision(tx, subject, revision);
  if (verdict === 'beside' && current) return ok({ outcome: 'beside', theirs: current, mine: revision });
  return ok({ outcome: 'saved', current: revision });
}

/** What the file of the subject is told: place, revision and digest, never the words. */
export function sectionEvents(saved: SavedSection): readonly CaseEvent[] {
  if (saved.outcome === 'unchanged') return [];
  const revision = saved.outcome === 'beside' ? saved.mine : saved.current;
  if (!revision) return [];
  return [
    {
      type: saved.outcome === 'beside' ? 'section-set-aside' : 'section-saved',
      payload: {
        document: revision.document,
        section: revision.section,
        revision: revision.revision,
        base: revision.baseRevision,
        digest: createHash('sha256').update(revision.text, 'utf8').digest('hex'),
      },
    },
  ];
}
