/** Who is told of letters, through the ledger. Messages carry a number and a reference, never what a letter says. */
import { holdersOf } from '../../../directory/index.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CaseDocument, Recipient } from '../../rules/documents/document.ts';
import { LETTER_CAPABILITIES } from '../../rules/documents/permissions.ts';

/** Everybody who opens letters for a recipient that day: at its office, above it, and the officer it is meant for. */
export async function readersOf(db: Db | Tx, recipient: Recipient, day: Day): Promise<readonly string[]> {
  const found = new Set<string>(recipient.personId ? [recipient.personId] : []);
  for (const agencyId of recipient.agencyPath) {
    for (const capability of LETTER_CAPABILITIES) {
      for (const person of await holdersOf(db as Db, agencyId, capability, day)) found.add(person);
    }
  }
  return [...found];
}

export async function tellOfLetter(
  tools: Tools,
  tx: Tx,
  document: CaseDocument,
  people: readonly string[],
  news: { readonly purpose: 'case.letter' | 'case.letter-answered'; readonly stage: string },
): Promise<void> {
  for (const id of people) {
    await tools.post(tx, {
      purpose: news.purpose,
      object: { kind: 'case-document', id: document.id },
      recipient: { kind: 'person', id },
      stage: news.stage,
      details: {
        number: document.number ?? '',
        document: document.id,
        subject: document.subject.id,
        subjectKind: document.subject.kind,
      },
    });
  }
}
