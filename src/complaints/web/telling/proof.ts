/** The proof of a complaint's record as a reader outside the offices may have it. */
import { type FileProof, proofFor } from '../../../platform/audit/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Complaint } from '../../rules/complaint.ts';
import { mayKnowOf } from '../../rules/timeline.ts';
import type { View } from '../../rules/visibility.ts';

/** Steps the reader may not know of (internal notes, for example) are closed: their digest alone stands in the chain. */
export function proofForReader(db: Db, complaint: Pick<Complaint, 'id'>, view: View): Promise<FileProof | undefined> {
  return proofFor(db, complaint.id, { disclose: ({ type }) => (mayKnowOf(type, view) ? 'facts' : 'closed') });
}
