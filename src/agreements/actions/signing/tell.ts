/** Who is told what of drafting and signing, through the ledger. Messages carry the code of the agreement, never a name or a word of its text. */
import { holdersOf } from '../../../directory/index.ts';
import type { Day } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { SigningMail } from '../../rules/signing/mails.ts';

export interface News {
  readonly purpose: SigningMail;
  /** What makes it one message: the same purpose, agreement, person and stage is told once. */
  readonly stage: string;
  readonly people: readonly string[];
}

export async function tell(tools: Tools, tx: Tx, agreement: Pick<Agreement, 'id' | 'code'>, news: News): Promise<void> {
  for (const id of new Set(news.people))
    await tools.post(tx, {
      ...{ purpose: news.purpose, stage: news.stage, object: { kind: 'agreement', id: agreement.id } },
      ...{ recipient: { kind: 'person', id }, details: { code: agreement.code } },
    });
}

/** Those who prepare agreements at its keeper. */
export function keepersOf(db: Db | Tx, agreement: Pick<Agreement, 'keeperId'>, day: Day): Promise<readonly string[]> {
  return holdersOf(db as Db, agreement.keeperId, 'agreement.prepare', day);
}

/** Those who prepare agreements for each of its parties, the keeper among them. */
export async function preparersOf(
  db: Db | Tx,
  agreement: Pick<Agreement, 'keeperId' | 'parties'>,
  day: Day,
): Promise<readonly string[]> {
  const people = new Set(await keepersOf(db, agreement, day));
  for (const { agencyPath } of agreement.parties)
    for (const agencyId of agencyPath.slice(-1).concat(agencyPath.slice(0, 1)))
      for (const person of await holdersOf(db as Db, agencyId, 'agreement.prepare', day)) people.add(person);
  return [...people];
}

export function signatoryPeople({ signatories }: Pick<Agreement, 'signatories'>): readonly string[] {
  return signatories.flatMap(({ personId }) => (personId === null ? [] : [personId]));
}
