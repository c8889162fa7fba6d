import { join } from 'node:path';
import { Client } from 'pg';
import { loadReference } from '../../src/cli/reference.ts';
import { connect } from '../../src/platform/database/connect.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { prepareDatabase, startPostgres } from '../../src/platform/postgres/index.ts';
import { readPostmaster } from '../../src/platform/postgres/postmaster.ts';
import { makeFolder, removeFolder } from '../folder.ts';
import { tell } from '../report.ts';
import { DAYS, type Invented, inventYear, JUDGED, type Plant, TRIAL } from './invent.ts';

/** Invented years, one after the other, in a durable server of its own. */
export interface ClusterServer {
  readonly appUrl: string;
  readonly postmasterPid: number;
  readonly years: readonly Year[];
  readonly complaints: number;
  remove(): Promise<void>;
}

export interface Year {
  readonly seed: number;
  /** ISO, the last without. */
  readonly from: string;
  readonly until: string;
  /** 1970-01-01 is day 0. */
  readonly fromDay: number;
  readonly plants: readonly Plant[];
  /** The planted complaints of each problem, as places in the year. */
  readonly planted: readonly (readonly number[])[];
}

export interface Size {
  readonly seeds: readonly number[];
  readonly perYear: number;
  readonly plants: number;
  readonly trial: boolean;
}

const DAY_MS = 86_400_000;
/** So that the youngest year ends not long ago. */
const LAST_DAY = Date.UTC(2026, 0, 5) / DAY_MS;

export async function makeClusterServer(size: Size): Promise<ClusterServer> {
  const folder = makeFolder('clusters');
  const postgres = join(folder, 'postgres');
  const server = await startPostgres({ folder: postgres });
  const remove = async () => {
    await server.stop();
    removeFolder(folder, postgres);
  };
  try {
    const { appUrl, ownerUrl } = await prepareDatabase(server.superuserUrl, 'tuntas', server.access);
    await migrate(ownerUrl);
    const owner = connect(ownerUrl, { statementTimeout: 0, max: 2 });
    try {
      await loadReference(owner.db);
    } finally {
      await owner.close();
    }
    const url = new URL(server.superuserUrl);
    url.pathname = '/tuntas';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    try {
      const indexes = await dropIndexes(client);
      const { rows: regencies } = await client.query<{ code: string }>(
        `SELECT code FROM directory.regions WHERE code ~ '^[0-9]{2}\\.[0-9]{2}$' ORDER BY code`,
      );
      const years: Year[] = [];
      for (const [index, seed] of size.seeds.entries()) {
        tell(`clusters: ${size.perYear} complaints of an invented year, seed ${seed}`);
        const fromDay = LAST_DAY - DAYS * (size.seeds.length - index);
        years.push(
          await writeYear(
            client,
            size,
            seed,
            index,
            fromDay,
            regencies.map(({ code }) => code),
          ),
        );
      }
      tell('clusters: indexes');
      for (const definition of indexes) await client.query(definition);
      await client.query('VACUUM ANALYZE complaints.complaints');
      const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM complaints.complaints');
      const postmasterPid = readPostmaster(join(postgres, 'data'))?.pid ?? 0;
      return { appUrl, postmasterPid, years, complaints: rows[0]?.n ?? 0, remove };
    } finally {
      await client.end();
    }
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A million rows are written several times as fast without; made again as they were. */
async function dropIndexes(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = 'complaints' AND tablename = 'complaints' AND indexdef NOT LIKE 'CREATE UNIQUE%'`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX complaints.${name}`);
  return rows.map(({ definition }) => definition);
}

const AT_A_TIME = 5000;

async function writeYear(
  client: Client,
  size: Size,
  seed: number,
  index: number,
  fromDay: number,
  regencies: readonly string[],
): Promise<Year> {
  const { rows, plants } = inventYear(seed, size.perYear, size.plants, size.trial ? TRIAL : JUDGED);
  for (let start = 0; start < rows.length; start += AT_A_TIME) {
    const batch = rows.slice(start, start + AT_A_TIME).map((row, i) => toRow(row, index, start + i, fromDay, regencies));
    await client.query(INSERT, [JSON.stringify(batch)]);
  }
  const planted = plants.map((_, plant) => rows.flatMap((row, place) => (row.plant === plant ? [place] : [])));
  const iso = (day: number) => new Date(day * DAY_MS).toISOString();
  return { seed, from: iso(fromDay), until: iso(fromDay + DAYS), fromDay, plants, planted };
}

/** The number of a complaint is in its id, so that whoever judges needs no list. */
export function idOf(year: number, place: number): string {
  return `00000000-0000-7000-8000-${(year * 10_000_000 + place).toString(16).padStart(12, '0')}`;
}

export function placeOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16) % 10_000_000;
}

function uuidOf(kind: number, number: number): string {
  return `00000000-0000-7000-9${String(kind).padStart(3, '0')}-${number.toString(16).padStart(12, '0')}`;
}

function toRow(row: Invented, year: number, place: number, fromDay: number, regencies: readonly string[]) {
  const office = uuidOf(1, row.office);
  const desk = uuidOf(2, row.regency);
  const regency = regencies[row.regency % regencies.length] ?? '';
  return {
    id: idOf(year, place),
    tracking_number: String(1_000_000_000 + year * 10_000_000 + place),
    // Between morning and evening in the east and in the west of the country alike.
    filed_at: new Date((fromDay + row.day) * DAY_MS + ((place * 7919) % 28_800) * 1000).toISOString(),
    region_code: `${regency}.${String(1 + (row.village % 9)).padStart(2, '0')}.${2001 + row.village}`,
    category_code: row.filed,
    title: row.title,
    description: row.description,
    desk,
    office,
    confidential: place % 20 === 0,
  };
}

const INSERT = `
  INSERT INTO complaints.complaints (id, tracking_number, version, class, supervisory, rule_set, channel, filed_at, anonymous, confidential,
    region_code, zone, category_code, title, description, addressed_agency_id, desk_agency_id, desk_path, is_bounced, respondent_ids, stage,
    status, returns, objections, reopenings, updated_at, reader_ids, office_ids)
  SELECT id, tracking_number, 3, 'complaint', false, 'SP4N 5/2025', 'web', filed_at, false, confidential,
    region_code, 'Asia/Jakarta', category_code, title, description, office, desk, ARRAY[desk], false, ARRAY[desk], 'handling',
    'in-progress', 0, 0, 0, filed_at, ARRAY[desk, office], ARRAY[desk, office]
  FROM json_to_recordset($1) AS r (id uuid, tracking_number text, filed_at timestamptz, region_code text, category_code text, title text,
    description text, desk uuid, office uuid, confidential boolean)`;
