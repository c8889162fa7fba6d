import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { AgreementState } from '../../rules/agreement.transitions.ts';
import type { AgreementKind } from '../../rules/kinds.ts';
import type { RecordedFile } from '../../rules/signing/finding.ts';
import { isPublic } from '../../rules/visibility.ts';

interface Row {
  code: string;
  title: string;
  kind: AgreementKind;
  state: AgreementState;
  what: RecordedFile['what'];
  seals: number;
  newest: number;
  is_void: boolean;
}

/** The file of an agreement with this digest: sealed in a round, put before its signatories, or a public scan. Titles only of what is public. */
export async function recordedFile(db: Db, sha256: string): Promise<RecordedFile | null> {
  const { rows } = await sql<Row>`
    SELECT a.code, a.title, a.kind, a.state, found.what, found.seals, found.newest, found.is_void
    FROM (
      SELECT s.agreement_id, 'sealed' AS what, s.ordinal AS seals,
        (SELECT max(other.ordinal) FROM agreements.signatures other WHERE other.agreement_id = s.agreement_id AND other.signing_no = s.signing_no) AS newest,
        r.outcome IS NOT DISTINCT FROM 'stopped' AS is_void
      FROM agreements.signatures s JOIN agreements.signings r ON r.agreement_id = s.agreement_id AND r.no = s.signing_no WHERE s.sha256 = ${sha256}
      UNION ALL
      SELECT r.agreement_id, 'unsigned', 0, 0, r.outcome IS NOT DISTINCT FROM 'stopped' FROM agreements.signings r WHERE r.sha256 = ${sha256}
      UNION ALL
      SELECT f.agreement_id, 'scan', 0, 0, false FROM agreements.files f
      WHERE f.sha256 = ${sha256} AND f.kind = 'scan' AND f.is_public AND f.confirmed_by IS NOT NULL AND f.replaced_by IS NULL
    ) AS found JOIN agreements.agreements a ON a.id = found.agreement_id
    WHERE found.what <> 'scan' OR a.state IN ('signed', 'ended')
    LIMIT 1`.execute(db);
  const row = rows[0];
  if (!row) return null;
  const open = isPublic(row);
  const { code, what, seals, newest, is_void: isVoid } = row;
  return { code, title: open ? row.title : '', isPublic: open, what, seals, newest, isVoid };
}
