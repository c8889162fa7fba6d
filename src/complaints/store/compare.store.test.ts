import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nationalDeskAgency } from '../../directory/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { fileComplaint } from '../actions/file-complaint.ts';
import { archiveComplaint } from '../actions/verify-complaint.ts';
import { compareWithRecord, type Mismatch } from './compare.ts';
import { loadComplaint } from './complaints.ts';

let t: TestDatabase;
let superuser: Client;
beforeAll(async () => {
  t = await testDatabase();
  superuser = new Client({ connectionString: t.superuserUrl });
  await superuser.connect();
});
afterAll(async () => {
  await superuser.end();
  await t.close();
});

async function mismatches(): Promise<Mismatch[]> {
  const found: Mismatch[] = [];
  for await (const mismatch of compareWithRecord(t.db)) found.push(mismatch);
  return found;
}

async function filed(secret: string): Promise<string> {
  const result = await fileComplaint(
    t.tools,
    { kind: 'visitor' },
    {
      class: 'complaint',
      channel: 'web',
      title: 'Jalan berlubang di depan pasar',
      description: 'Sudah tiga minggu jalan di depan pasar berlubang.',
      regionCode: '51.05',
      categoryCode: null,
      occurredOn: null,
      place: null,
      location: null,
      agencyId: null,
      anonymous: false,
      confidential: false,
      contact: undefined,
      continuesId: null,
      files: [],
    },
    secret,
  );
  if (!result.ok) throw new Error(result.refusal);
  return result.value.complaintId;
}

test('a changed text, a dropped entry and a dropped complaint are each named', async () => {
  const [first, second] = [await filed('secret of the first one'), await filed('secret of the second one')];
  const desk = await nationalDeskAgency(t.db);
  const national: Officer = {
    kind: 'officer',
    personId: t.tools.random.id(),
    name: 'Verifikator (contoh)',
    positions: [
      {
        positionId: t.tools.random.id(),
        kind: 'national-verifier',
        agencyId: desk.id,
        governmentId: desk.id,
        agencyPath: desk.path,
        capabilities: ['complaint.verify', 'complaint.forward', 'complaint.arbitrate'],
        regionCode: null,
      },
    ],
  };
  const order = { reason: 'test', note: 'Ini percobaan petugas.' } as const;
  const archived = await archiveComplaint(t.tools, national, { complaintId: first, version: null }, order);
  expect(archived.ok).toBe(true);
  expect(await mismatches()).toEqual([]);

  await superuser.query(`update complaints.entries set text = 'Ditolak karena malas.' where complaint_id = $1`, [first]);
  expect(await mismatches()).toEqual([{ code: 'entry-altered', complaintId: first, seq: 2 }]);
  await superuser.query('delete from complaints.entries where complaint_id = $1', [first]);
  expect(await mismatches()).toEqual([{ code: 'entry-missing', complaintId: first, seq: 2 }]);

  for (const table of ['waiting', 'clocks', 'receipts', 'complaints']) {
    const column = table === 'complaints' ? 'id' : 'complaint_id';
    await superuser.query(`delete from complaints.${table} where ${column} = $1`, [second]);
  }
  expect(await loadComplaint(t.db, second)).toBeUndefined();
  expect(await mismatches()).toContainEqual({ code: 'complaint-row-missing', complaintId: second });
});
