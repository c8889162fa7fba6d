/** Tells whoever made a promise in an agreement that its day is near: the reporter that there is news, the respondent's officers by number and day. */
import { agencyById, holdersOf } from '../../../directory/index.ts';
import { hasContact } from '../../../identity/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, type CaseClock, respondentsOf } from '../../rules/case.ts';
import { promiseById } from '../../store/findings/agreements.ts';

export async function remindOfPromise(tools: Tools, tx: Tx, file: Case, clock: CaseClock): Promise<void> {
  const promise = clock.partId === null ? undefined : await promiseById(tx, file.id, clock.partId);
  if (!promise || promise.verdict !== null) return;
  const dueOn = dayOf(clock.dueAt, file.zone).toString();
  const stage = `promise:${clock.id}:${dueOn}`;
  const object = { kind: 'case', id: file.id };
  if (promise.side === 'reporter') {
    if (file.tip || !(await hasContact(tx, file.id))) return;
    const details = { number: file.number, complaint: file.complaintId !== null };
    await tools.post(tx, { purpose: 'case.news', object, recipient: { kind: 'complainant', id: file.id }, stage, details });
    return;
  }
  for (const id of await answerersOf(tools, tx, file)) {
    const details = { number: file.number, dueOn };
    await tools.post(tx, { purpose: 'case.promise-reminder', object, recipient: { kind: 'person', id }, stage, details });
  }
}

/** Those with `case.answer` at the office of each respondent, or where nobody is, above it. */
async function answerersOf(tools: Tools, tx: Tx, file: Case): Promise<readonly string[]> {
  const day = dayOf(tools.clock.now(), file.zone);
  const people = new Set<string>();
  for (const { agencyId } of respondentsOf(file)) {
    const path = (await agencyById(tx, agencyId))?.path ?? [agencyId];
    for (const id of [...path].reverse()) {
      const found = await holdersOf(tx, id, 'case.answer', day);
      for (const one of found) people.add(one);
      if (found.length > 0) break;
    }
  }
  return [...people];
}
