import type { Client } from 'pg';

/** What an acknowledgement promised. */
export interface Acknowledged {
  readonly trackingNumber: string;
  readonly receiptCode: string;
}

const WHOLE = `
  SELECT c.tracking_number AS number
  FROM complaints.complaints c
  WHERE c.tracking_number = ANY ($1)
    AND EXISTS (SELECT FROM complaints.receipts r WHERE r.complaint_id = c.id)
    AND EXISTS (SELECT FROM complaints.submissions s WHERE s.complaint_id = c.id)
    AND EXISTS (SELECT FROM complaints.clocks k WHERE k.complaint_id = c.id)
    AND EXISTS (SELECT FROM complaints.waiting w WHERE w.complaint_id = c.id)
    AND EXISTS (SELECT FROM identity.originals o WHERE o.complaint_id = c.id)
    AND EXISTS (SELECT FROM audit.files f WHERE f.id = c.id AND f.head_seq > 0 AND f.head_seq =
      (SELECT count(*) FROM audit.events e JOIN audit.payloads p USING (file_id, seq) WHERE e.file_id = c.id))`;

/**
 * Which acknowledged numbers are not in the database exactly once and whole: with deadlines, a line on a desk, receipt, sealed
 * original and all events. A number that was acknowledged twice is lost once.
 */
export async function lostOf(client: Client, acknowledged: readonly Acknowledged[]): Promise<readonly string[]> {
  const unfound = new Map<string, number>();
  for (const { trackingNumber } of acknowledged) unfound.set(trackingNumber, (unfound.get(trackingNumber) ?? 0) + 1);
  const numbers = [...unfound.keys()];
  for (let from = 0; from < numbers.length; from += 2000) {
    const { rows } = await client.query<{ number: string }>(WHOLE, [numbers.slice(from, from + 2000)]);
    for (const { number } of rows) unfound.set(number, (unfound.get(number) ?? 0) - 1);
  }
  return [...unfound].flatMap(([number, times]) => (times === 0 ? [] : [number]));
}

/** How many complaints and client secrets the database knows: more than were sent means that a repeat filed twice. */
export async function countFiled(client: Client): Promise<{ readonly complaints: number; readonly secrets: number }> {
  const { rows } = await client.query<{ complaints: number; secrets: number }>(
    `SELECT (SELECT count(*)::int FROM complaints.complaints) AS complaints,
            (SELECT count(*)::int FROM complaints.submissions) AS secrets`,
  );
  return rows[0] ?? { complaints: 0, secrets: 0 };
}
