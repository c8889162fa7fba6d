import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../directory/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import { Temporal } from '../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { complaintsForReview, formsOfStems, likenedComplaint, reviewLines, similarTo, trackingNumbersOf } from './reviewing.ts';

let t: TestDatabase;
let office: string;
let serial = 0;

beforeAll(async () => {
  t = await testDatabase();
  office = (await agencyByCode(t.db, '51.05.dukcapil'))?.id ?? '';
});
afterAll(() => t.close());

interface Given {
  readonly title: string;
  readonly text: string;
  readonly at?: string;
  readonly class?: string;
  readonly confidential?: boolean;
  readonly category?: string;
  readonly region?: string;
  readonly archived?: string;
  readonly published?: string;
}

async function write(given: Given): Promise<string> {
  serial += 1;
  const id = t.tools.random.id();
  const at = given.at ?? '2026-03-10T02:00:00Z';
  await sql`
    INSERT INTO complaints.complaints (id, tracking_number, version, class, rule_set, channel, filed_at, anonymous, confidential, region_code,
      zone, category_code, title, description, addressed_agency_id, desk_agency_id, desk_path, is_bounced, respondent_ids, stage, status,
      returns, objections, reopenings, updated_at, reader_ids, office_ids, archive_reason, ended_at, public_title, public_description, released_at)
    VALUES (${id}, ${String(1_000_000_000 + serial)}, 1, ${given.class ?? 'complaint'}, 'SP4N 5/2025', 'web', ${at}, false,
      ${given.confidential ?? false}, ${given.region ?? '51.05.01.2001'}, 'Asia/Makassar', ${given.category ?? 'civil-registry'}, ${given.title},
      ${given.text}, ${office}, ${office}, ARRAY[${office}::uuid], false, ARRAY[${office}::uuid],
      ${given.archived ? 'archived' : 'verification'}, ${given.archived ? 'archived' : 'received'}, 0, 0, 0, ${at}, ARRAY[${office}::uuid],
      ARRAY[${office}::uuid], ${given.archived ?? null}, ${given.archived ? at : null}, ${given.published ?? null},
      ${given.published ? 'x' : null}, ${given.published ? at : null})`.execute(t.db);
  return id;
}

async function rows(from: string, until: string) {
  const found = [];
  for await (const row of complaintsForReview(t.db, { from: Temporal.Instant.from(from), until: Temporal.Instant.from(until) }))
    found.push(row);
  return found;
}

describe('complaints as rows for the finder', () => {
  test('are those of the time, each once, with stems and the civil day of their zone; what was no complaint is left out', async () => {
    const late = await write({ title: 'Blangko habis', text: 'Blangko KTP habis lagi.', at: '2025-05-01T17:30:00Z' });
    const early = await write({ title: 'Antre', text: 'Antre lama.', at: '2025-05-01T02:00:00Z' });
    await write({ title: 'Usul', text: 'Tambah loket.', class: 'aspiration', at: '2025-05-01T03:00:00Z' });
    await write({ title: 'Uji', text: 'coba', archived: 'test', at: '2025-05-01T03:00:00Z' });
    await write({ title: 'Lain', text: 'lain', at: '2025-05-03T00:00:00Z' });
    const found = await rows('2025-05-01T00:00:00Z', '2025-05-03T00:00:00Z');
    expect(found.map(({ id }) => id)).toEqual([early, late]);
    // 01.30 WITA of the second of May.
    expect(found.map(({ day }) => day)).toEqual([20_209, 20_210]);
    expect(found[1]).toMatchObject({ officeId: office, categoryCode: 'civil-registry', regionCode: '51.05.01.2001' });
    expect(found[1]?.words).toContain('blangko');
    expect(new Set(found[1]?.words).size).toBe(found[1]?.words.length);
  });
});

describe('complaints similar to one', () => {
  test('are of the same category and office or regency, the likest first, never itself', async () => {
    const one = await write({ title: 'Blangko KTP habis', text: 'Blangko habis, hanya diberi suket, bank menolak suket.' });
    const like = await write({ title: 'Suket ditolak bank', text: 'Kepingan blangko kosong dan suket ditolak bank.' });
    const other = await write({ title: 'Akta anak', text: 'Nama orang tua keliru di akta kelahiran.' });
    const elsewhere = await write({ title: 'Blangko KTP habis', text: 'Blangko habis, suket, bank.', category: 'health' });
    for (let i = 0; i < 12; i++)
      await write({ title: 'Antre lama', text: `Antre lama di loket, ibu menunggu ${'abcdefghijkl'[i]}.` });
    const found = await similarTo(t.db, (await likenedComplaint(t.db, one)) ?? fail(), 5);
    const ids = found.map(({ id }) => id);
    // The other one at the top is that of the test before: the same trouble a year ago.
    expect(ids.slice(0, 2)).toContain(like);
    for (const id of [one, other, elsewhere]) expect(ids).not.toContain(id);
    expect(found.find(({ id }) => id === like)).toMatchObject({ sameOffice: true, sameRegency: true, sameService: false });
    expect(await likenedComplaint(t.db, t.tools.random.id())).toBeUndefined();
  });

  test('are named only to whoever may read them: titles of others never leave', async () => {
    const secret = await write({ title: 'CANARY rahasia', text: 'x', confidential: true });
    const told = await write({ title: 'CANARY kerja', text: 'x', published: 'Judul publik' });
    const mine = await write({ title: 'Milik kantor', text: 'x' });
    const lines = await reviewLines(t.db, { kind: 'visitor' }, [mine, secret, told]);
    expect(lines.map(({ id }) => id)).toEqual([mine, secret, told]);
    expect(JSON.stringify(lines)).not.toContain('CANARY');
    expect(lines[2]?.released?.title).toBe('Judul publik');
    const reader: Officer = {
      ...{ kind: 'officer', personId: t.tools.random.id(), name: 'x' },
      positions: [
        {
          ...{
            positionId: t.tools.random.id(),
            kind: 'liaison-officer',
            agencyId: office,
            governmentId: office,
            agencyPath: [office],
          },
          ...{ capabilities: ['complaint.follow-up'], regionCode: null },
        },
      ],
    };
    expect((await reviewLines(t.db, reader, [mine]))[0]?.readable?.title).toBe('Milik kantor');
    expect((await trackingNumbersOf(t.db, [mine])).get(mine)).toMatch(/^\d{10}$/);
  });

  test('tell how stems were written, without the confidential ones', async () => {
    const ids = [
      await write({ title: 'Perbaikan', text: 'Perbaikan jalan, memperbaiki lampu' }),
      await write({ title: 'Perbaikan', text: 'perbaikan' }),
      await write({ title: 'Kenari', text: 'Kenari perbaikan', confidential: true }),
    ];
    const { rows: lexed } = await sql<{ stem: string }>`SELECT unnest(ts_lexize('indonesian_stem', 'perbaikan')) AS stem`.execute(
      t.db,
    );
    const stem = lexed[0]?.stem ?? '';
    const forms = await formsOfStems(t.db, ids, [stem, 'kenari']);
    expect(forms.get(stem)).toEqual({ form: 'perbaikan', rows: 2 });
    expect(forms.has('kenari')).toBe(false);
  });
});

function fail(): never {
  throw new Error('there is no such complaint');
}
