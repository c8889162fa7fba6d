/**
 * What begins when an addressee has received a document: the clocks its kind names (`rules/documents/kinds.ts`), and what other areas do then. To be told
 * of receipts, add a line to `RECEIVED`: it runs in the transaction of the receipt, once, before the case is saved.
 */
import type { Moment } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, runningClock } from '../../rules/case.ts';
import { beginStageAnew, startPart } from '../../rules/clock-steps.ts';
import type { CaseEvent, Circumstances } from '../../rules/decision.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import { noteFindingsReceived } from '../findings/received.ts';
import { noteLhaReceived } from '../reviews/lha-given.ts';

/** @param at the moment of receipt, which a receipt on paper puts before now */
export type Received = (
  tools: Tools,
  tx: Tx,
  received: { readonly document: CaseDocument; readonly at: Moment },
) => Promise<void>;

export const RECEIVED: readonly { readonly kinds: readonly DocumentKind[]; readonly run: Received }[] = [
  { kinds: ['findings-report', 'recommendation'], run: noteFindingsReceived },
  { kinds: ['suggestion'], run: noteLhaReceived },
];

/** The case with the clocks that begin by the receipt, and the events that tell of them. */
export function startClocks(
  file: Case,
  document: Pick<CaseDocument, 'id' | 'kind'>,
  at: Moment,
  circumstances: Circumstances,
): { readonly file: Case; readonly events: readonly CaseEvent[] } {
  if (document.kind === 'answer' || file.stage === 'closed') return { file, events: [] };
  let next = file;
  const events: CaseEvent[] = [];
  for (const one of documentKind(document.kind).onReceived) {
    const step =
      'begins' in one
        ? next.stage === one.begins && beginStageAnew(next, at, 'received', circumstances)
        : startOnce(next, one.starts, one.rule, document.id, at, circumstances);
    if (!step) continue;
    next = step.file;
    events.push(step.event);
  }
  return { file: next, events };
}

function startOnce(
  file: Case,
  kind: 'request' | 'comment',
  rule: Parameters<typeof startPart>[1]['rule'],
  documentId: string,
  at: Moment,
  circumstances: Circumstances,
) {
  // A report that found nothing waits for the comment as its stage; otherwise the time to comment runs beside it.
  if (kind === 'comment' && file.stage === 'comment') return beginStageAnew(file, at, 'received', circumstances);
  const partId = kind === 'comment' ? null : documentId;
  if (runningClock(file, kind, partId)) return undefined;
  return startPart(file, { kind, partId, rule, at }, circumstances);
}
