/** What the case is told of a document: in the transaction of the step, through the shell that every change of a case goes through. */
import type { Actor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { type CaseEvent, type Circumstances, decision, type News } from '../../rules/decision.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { decideIn } from '../decide.ts';

/** Officers of agencies and reporters act on letters, not on cases: the room does what follows. */
export const LETTERS_ERRAND: Actor = { kind: 'system', errand: 'casework.letters' };

export interface Change {
  readonly type: 'document-sent' | 'document-received' | 'document-returned' | 'document-answered' | 'document-superseded';
  readonly recipientNo?: number;
  readonly news?: News;
  readonly next?: (file: Case, circumstances: Circumstances) => { readonly file: Case; readonly events: readonly CaseEvent[] };
}

/** Nothing happens for reviews and plenaries, which have no clocks and nobody to tell. */
export async function tellSubject(tools: Tools, tx: Tx, actor: Actor, document: CaseDocument, change: Change): Promise<void> {
  if (document.subject.kind !== 'case') return;
  const done = await decideIn(tools, tx, actor, { caseId: document.subject.id, version: null }, (file, circumstances) => {
    const next = change.next?.(file, circumstances) ?? { file, events: [] };
    const event: CaseEvent = {
      type: change.type,
      payload: {
        document: document.id,
        kind: document.kind,
        number: document.number,
        ...(change.recipientNo === undefined ? {} : { recipient: change.recipientNo }),
      },
    };
    return decision(next.file, { events: [event, ...next.events], ...(change.news ? { news: [change.news] } : {}) });
  });
  if (!done.ok) throw new Error(`a case refused to be told of its document: ${done.refusal}`);
}
