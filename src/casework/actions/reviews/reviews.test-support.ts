/**
 * A year of everyday complaints at a dozen offices written straight into the tables, and a recurring problem at one of them: the population office
 * of Klungkung has no blank cards (invented).
 */
import { sql } from 'kysely';
import { agencyByCode } from '../../../directory/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Draw, drawFrom } from '../../rules/reviews/reviews.test-support.ts';

const EVERYDAY = [
  'KTP saya belum jadi sejak perekaman, petugas bilang menunggu kabar (contoh)',
  'Kartu keluarga salah nama dan tanggal lahir, sudah dua kali datang (contoh)',
  'Akta kelahiran anak lama diproses, padahal berkas lengkap (contoh)',
  'Antrean panjang di loket, ibu hamil berdiri lama (contoh)',
];
const PROBLEM = [
  ['Blangko kosong', 'Blangko habis', 'Kepingan kartu tidak tersedia'],
  ['diberi surat keterangan sementara', 'hanya dapat suket', 'disuruh pakai biodata'],
  ['bank menolak suket', 'suket tidak laku untuk melamar'],
  ['kabupaten sebelah bisa cetak', 'daerah tetangga tersedia'],
  ['pengadaan tidak jelas', 'kiriman dari pusat terlambat'],
];

let serial = 0;

export const AGENCY = '51.05.dukcapil';

function told(draw: Draw): string {
  return PROBLEM.filter(() => draw() < 0.85)
    .map((ways) => ways[Math.floor(draw() * ways.length)])
    .join(', ');
}

/** @param at an office of Bali. @returns ids of the complaints of the problem, the first ones confidential if asked */
export async function writeYear(
  t: { readonly db: Db; readonly tools: Pick<Tools, 'random'> },
  until: string,
  {
    many = 20,
    confidential = 0,
    at = AGENCY,
    elsewhere = [],
    steady = false,
    category = 'civil-registry',
  }: {
    readonly many?: number;
    readonly confidential?: number;
    readonly at?: string;
    /** Governments of the other offices; what is missing to eleven is nobody in particular. */
    readonly elsewhere?: readonly string[];
    /** All year instead of five weeks. */
    readonly steady?: boolean;
    /** Of the problem's own complaints. */
    readonly category?: string | null;
  } = {},
): Promise<string[]> {
  const draw = drawFrom(many);
  const agency = await agencyByCode(t.db, at);
  if (!agency) throw new Error('the reference data lacks an agency');
  const others = await Promise.all(elsewhere.map((code) => agencyByCode(t.db, code)));
  const place = (office: number) => elsewhere[office - 1] ?? `51.${String(Number(at.slice(3, 5)) + office).padStart(2, '0')}`;
  const end = new Date(`${until}T02:00:00Z`).getTime();
  const rows: object[] = [];
  const add = (
    office: string,
    region: string,
    daysAgo: number,
    title: string,
    text: string,
    isConfidential = false,
    filed: string | null = 'civil-registry',
  ) => {
    serial += 1;
    const id = t.tools.random.id();
    rows.push({
      ...{ id, number: String(1_000_000_000 + serial), office, region, title, text, confidential: isConfidential, filed },
      filed_at: new Date(end - daysAgo * 86_400_000).toISOString(),
    });
    return id;
  };
  for (let office = 0; office < 12; office++) {
    const id = office === 0 ? agency.id : (others[office - 1]?.id ?? t.tools.random.id());
    for (let i = 0; i < 60; i++) {
      const text = EVERYDAY[Math.floor(draw() * EVERYDAY.length)] ?? '';
      add(id, `${place(office)}.01`, 1 + Math.floor(draw() * 360), text.split(',')[0] ?? '', text);
    }
  }
  const planted = Array.from({ length: many }, (_, i) =>
    add(
      agency.id,
      `${at.slice(0, 5)}.01`,
      steady ? 1 + Math.floor(draw() * 360) : 30 + Math.floor(draw() * 35),
      'Tidak bisa cetak KTP (contoh)',
      told(draw),
      i < confidential,
      category,
    ),
  );
  await sql`
    INSERT INTO complaints.complaints (id, tracking_number, version, class, rule_set, channel, filed_at, anonymous, confidential, region_code,
      zone, category_code, title, description, addressed_agency_id, desk_agency_id, desk_path, is_bounced, respondent_ids, stage, status,
      returns, objections, reopenings, updated_at, reader_ids, office_ids)
    SELECT id, number, 1, 'complaint', 'SP4N 5/2025', 'web', filed_at, false, confidential, region, 'Asia/Makassar', filed, title, text,
      office, office, ARRAY[office], false, ARRAY[office], 'verification', 'received', 0, 0, 0, filed_at, ARRAY[office], ARRAY[office]
    FROM json_to_recordset(${JSON.stringify(rows)}) AS r (id uuid, number text, office uuid, region text, title text, text text,
      confidential boolean, filed_at timestamptz, filed text)`.execute(t.db);
  return planted;
}
