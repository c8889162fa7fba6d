/**
 * What findings do when the addressee has received an LHP or a recommendation: the version notes it, and what is owed by it is received too, so that its
 * time counts from the receipt (PO 58/2023 art. 54; UU 37/2008 art. 38(2)). The clock of the stage is begun anew beside it (`startClocks`).
 */
import type { Moment } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type CaseEvent, decision } from '../../rules/decision.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import { saveLhpReceived } from '../../store/findings/lhps.ts';
import { saveRecommendationReceived } from '../../store/findings/recommendations.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { decideIn } from '../decide.ts';
import { LETTERS_ERRAND } from '../documents/on-subject.ts';
import { markReceivedIn } from '../obligations/move.ts';

export async function noteFindingsReceived(
  tools: Tools,
  tx: Tx,
  { document, at }: { readonly document: CaseDocument; readonly at: Moment },
): Promise<void> {
  if (document.subject.kind !== 'case') return;
  await saveLhpReceived(tx, document.id, at);
  await saveRecommendationReceived(tx, document.id, at);
  const owed = await obligationsOf(tx, { caseId: document.subject.id });
  const waiting = owed.filter((one) => one.documentId === document.id && one.state === 'issued');
  if (waiting.length === 0) return;
  const done = await decideIn(
    tools,
    tx,
    LETTERS_ERRAND,
    { caseId: document.subject.id, version: null },
    async (file, circumstances) => {
      let next = file;
      const events: CaseEvent[] = [];
      for (const { id, issuedAt } of waiting) {
        // A slip names a day, told as its noon: never before the issue.
        const receivedAt = at.epochMilliseconds < issuedAt.epochMilliseconds ? issuedAt : at;
        const received = await markReceivedIn(tools, tx, next, circumstances, { obligationId: id, receivedAt });
        if (!received.ok) return received;
        next = received.value.file;
        events.push(received.value.event);
      }
      return decision(next, { events });
    },
  );
  if (!done.ok) throw new Error(`what an LHP asks for could not be received: ${done.refusal}`);
}
