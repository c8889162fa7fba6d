/** Sending a sealed document to those it is meant for: into the box of an agency, to the reporter's own page, or on paper. */
import type { Actor } from '../../../kernel/actor.ts';
import { ok } from '../../../kernel/result.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { documentStep } from '../../rules/documents/document.transitions.ts';
import {
  type CaseDocument,
  type DeliveryWay,
  deliveryState,
  lastDelivery,
  type Recipient,
} from '../../rules/documents/document.ts';
import { insertDelivery, layIntoBoxes } from '../../store/documents/deliveries.ts';
import { saveState } from '../../store/documents/documents.ts';
import { giveSuggestions } from '../reviews/lha-given.ts';
import { type DraftTarget, onDocument } from './draft-document.ts';
import { judgeRecipients } from './in-office.ts';
import { tellSubject } from './on-subject.ts';
import type { OpenedSubject } from './opened-subject.ts';
import { type DocumentAnswer, problem } from './problem.ts';
import { readersOf, tellOfLetter } from './tell.ts';

export interface SendOrder extends DraftTarget {
  /** How to each recipient, by number; a recipient left out gets nothing now. */
  readonly ways: Readonly<Record<number, DeliveryWay>>;
}

/** Recipients something can be sent to now: never before, or what came back. */
export function sendable(document: Pick<CaseDocument, 'recipients' | 'deliveries'>): readonly Recipient[] {
  return document.recipients.filter(({ no }) => ['not-sent', 'returned'].includes(deliveryState(document, no)));
}

/** Ways a recipient can be reached: by this system only where somebody opens letters. */
export async function waysTo(
  db: Db | Tx,
  recipient: Recipient,
  opened: OpenedSubject,
  day: Day,
): Promise<readonly DeliveryWay[]> {
  const paper = ['post', 'hand'] as const;
  if (recipient.kind === 'reporter') return opened.file?.tip ? paper : ['system', ...paper];
  return (await readersOf(db, recipient, day)).length > 0 ? ['system', ...paper] : paper;
}

/** Sends to the recipients named. The addressee must be among them the first time: a copy does not go ahead of the letter. */
export function sendDocument(tools: Tools, actor: Actor, order: SendOrder): DocumentAnswer<CaseDocument> {
  return onDocument(tools, actor, order, 'send', async (tx, document, opened) => {
    const at = tools.clock.now();
    const day = dayOf(at, opened.facts.zone);
    const chosen = sendable(document).filter(({ no }) => order.ways[no] !== undefined);
    const [addressee] = document.recipients;
    const isFirst = document.state === 'sealed' || document.state === 'undelivered';
    if (chosen.length === 0 || (isFirst && !chosen.some(({ no }) => no === addressee?.no))) return problem('case.delivery-way');
    const judged = await judgeRecipients(tx, chosen, day);
    if (!judged.ok) return judged;
    if (document.state === 'sealed') {
      const given = await giveSuggestions(tools, tx, actor, document);
      if (!given.ok) return given;
    }
    for (const recipient of chosen) {
      const way = order.ways[recipient.no] as DeliveryWay;
      if (!(await waysTo(tx, recipient, opened, day)).includes(way)) return problem('case.delivery-way');
      const attempt = (lastDelivery(document, recipient.no)?.attempt ?? 0) + 1;
      await insertDelivery(tx, document, { recipientNo: recipient.no, attempt, way, sentAt: at, sentBy: personOf(actor) });
      if (way !== 'system' || recipient.kind === 'reporter') continue;
      await layIntoBoxes(tx, document, recipient, at);
      await tellOfLetter(tools, tx, document, await readersOf(tx, recipient, day), {
        purpose: 'case.letter',
        stage: `sent:${recipient.no}:${attempt}`,
      });
    }
    await saveState(tx, document.id, documentStep(document.state, 'send')?.to ?? document.state);
    const toReporter = chosen.some(({ kind, no }) => kind === 'reporter' && order.ways[no] === 'system');
    await tellSubject(tools, tx, actor, document, { type: 'document-sent', ...(toReporter ? { news: 'letter' } : {}) });
    return ok({ type: 'document.sent', payload: { to: chosen.map(({ no }) => `${no}:${order.ways[no]}`).join(' ') } });
  });
}

/** For pages: the document's subject with the ways open to each recipient now. */
export async function sendingOf(
  db: Db,
  document: CaseDocument,
  opened: OpenedSubject,
  day: Day,
): Promise<readonly { readonly recipient: Recipient; readonly ways: readonly DeliveryWay[] }[]> {
  return Promise.all(
    sendable(document).map(async (recipient) => ({ recipient, ways: await waysTo(db, recipient, opened, day) })),
  );
}

const personOf = (actor: Actor): string => {
  if (actor.kind !== 'officer') throw new TypeError('only officers send documents');
  return actor.personId;
};
