/** Reads to whom a document is to go, and looks the agencies up. */
import { agencyById } from '../../../directory/index.ts';
import { ok } from '../../../kernel/result.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Addressee, Recipient } from '../../rules/documents/document.ts';
import { type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import { type DocumentAnswer, problem } from './problem.ts';

const LONGEST = 200;
/** A letter with more copies than this is a circular. */
const MOST = 12;

/**
 * @param addressees the addressee first, then those who get a copy; the reporter never gets a copy of a letter to somebody else, because it may hold what
 *   is not for them: they get letters of their own
 */
export async function readRecipients(
  db: Db | Tx,
  kind: DocumentKind,
  addressees: readonly Addressee[],
): DocumentAnswer<readonly Recipient[]> {
  const data = documentKind(kind);
  if (addressees.length > MOST) return problem('case.addressee-kind');
  const recipients: Recipient[] = [];
  for (const [index, one] of addressees.entries()) {
    const isCopy = index > 0;
    if (data.addressees.length === 0 || (isCopy ? one.kind === 'reporter' : !data.addressees.includes(one.kind))) {
      return problem('case.addressee-kind');
    }
    if (one.kind === 'reporter') {
      recipients.push({
        kind: 'reporter',
        no: index + 1,
        agencyId: null,
        agencyPath: [],
        position: '',
        personId: null,
        name: '',
      });
      continue;
    }
    const agency = one.agencyId === null ? null : await agencyById(db as Db, one.agencyId);
    if (agency === undefined) return problem('case.addressee-unknown');
    const [position, name] = [oneLine(one.position), oneLine(one.name)];
    const needsAgency = one.kind !== 'authority';
    if ((needsAgency && !agency) || (!agency && name === '') || (one.personId !== null && !agency))
      return problem('case.addressee-missing');
    recipients.push({
      kind: one.kind,
      no: index + 1,
      agencyId: agency?.id ?? null,
      agencyPath: agency?.path ?? [],
      position,
      personId: one.personId,
      name: agency ? '' : name,
    });
  }
  return ok(recipients);
}

const oneLine = (text: string) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);
