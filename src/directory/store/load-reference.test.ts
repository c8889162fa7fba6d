import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { regionByCode } from '../index.ts';
import type { RegionSeed } from '../reference/regions.ts';
import { AGENCY_KINDS } from '../rules/agency.ts';
import { POSITION_KINDS } from '../rules/positions.ts';
import { REGION_KINDS, REGION_LEVELS } from '../rules/region.ts';
import { loadReference } from './load-reference.ts';
import { saveRegions } from './load-regions.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
  await loadReference(t.ownerDb);
});
afterAll(() => t.close());

async function rows<T>(query: ReturnType<typeof sql<T>>): Promise<T[]> {
  return (await query.execute(t.db)).rows;
}

describe('regions', () => {
  test('the counts are those of Kepmendagri 300.2.2-2430/2025: 38 provinces, 416 regencies, 98 cities, 7285 districts, 8496 kelurahan, 75266 desa', async () => {
    const counted = await rows(sql<{ kind: string; n: number }>`SELECT kind, count(*) AS n FROM directory.regions GROUP BY kind`);
    const of = (...kinds: string[]) => counted.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { n }) => sum + n, 0);
    expect([
      of('provinsi'),
      of('kabupaten', 'kabupaten-administrasi'),
      of('kota', 'kota-administrasi'),
      of('kecamatan', 'distrik'),
      of('kelurahan'),
      of('desa', 'desa-adat'),
    ]).toEqual([38, 416, 98, 7285, 8496, 75266]);
  });

  test('a city is what has 71 or more in its code: the rule of thumb holds in the data', async () => {
    const wrong = await rows(sql<{ code: string }>`
      SELECT code FROM directory.regions WHERE level = 'regency' AND (right(code, 2)::int >= 71) <> (kind LIKE 'kota%')`);
    expect(wrong).toEqual([]);
  });

  test('Jakarta has five administrative cities and one administrative regency, nobody else has any', async () => {
    const units = await rows(
      sql<{ code: string }>`SELECT code FROM directory.regions WHERE kind LIKE '%-administrasi' ORDER BY code`,
    );
    expect(units.map(({ code }) => code)).toEqual(['31.01', '31.71', '31.72', '31.73', '31.74', '31.75']);
  });

  test('the new provinces of Papua begin on the day of their law, with everything in them', async () => {
    const starts = await rows(sql<{ province: string; began: string }>`
      SELECT left(code, 2) AS province, valid_from::text AS began FROM directory.regions
       WHERE valid_from IS NOT NULL GROUP BY 1, 2 ORDER BY 1`);
    expect(starts).toEqual([
      { province: '65', began: '2012-11-16' },
      { province: '93', began: '2022-07-25' },
      { province: '94', began: '2022-07-25' },
      { province: '95', began: '2022-07-25' },
      { province: '96', began: '2022-12-08' },
    ]);
  });

  test('a second start changes nothing, and takes no time to find that out', async () => {
    const before = performance.now();
    const counts = await loadReference(t.ownerDb);
    expect(performance.now() - before).toBeLessThan(1500);
    expect(Object.fromEntries(counts.map(({ what, count }) => [what, count]))).toMatchObject({
      provinces: 38,
      'regencies and cities': 514,
      districts: 7285,
      villages: 83762,
    });
  });

  test('a later edition closes the codes it drops and opens those it adds on its day; nothing is deleted', async () => {
    const other = await testDatabase();
    try {
      const region = (code: string, kind: RegionSeed['kind'], name: string): RegionSeed => ({
        code,
        kind,
        name,
        zone: 'Asia/Makassar',
        search: name.toLowerCase(),
        from: null,
      });
      await sql`TRUNCATE directory.regions CASCADE`.execute(other.ownerDb);
      const bali = region('51', 'provinsi', 'Bali');
      const save = (set: RegionSeed[], on: string) => other.ownerDb.transaction().execute((tx) => saveRegions(tx, set, on));
      await save([bali, region('51.05', 'kabupaten', 'Kabupaten Klungkung')], '2025-07-01');
      await save([bali, region('51.09', 'kabupaten', 'Kabupaten Nusa Penida')], '2027-01-01');
      expect(await regionByCode(other.db, '51')).toMatchObject({ validFrom: null, validUntil: null });
      expect((await regionByCode(other.db, '51.05'))?.validUntil?.toString()).toBe('2027-01-01');
      expect((await regionByCode(other.db, '51.09'))?.validFrom?.toString()).toBe('2027-01-01');
    } finally {
      await other.close();
    }
  });
});

describe('agencies', () => {
  test('every autonomous province, regency and city has a government that is the root of its own tree', async () => {
    const roots = await rows(sql<{ kind: string; n: number }>`
      SELECT kind, count(*) AS n FROM directory.agencies
       WHERE parent_id IS NULL AND kind LIKE '%-government' GROUP BY kind ORDER BY kind`);
    // 416 and 98 less Jakarta's one and five
    expect(roots).toEqual([
      { kind: 'city-government', n: 93 },
      { kind: 'province-government', n: 38 },
      { kind: 'regency-government', n: 415 },
    ]);
  });

  test('the six units of Jakarta stand in the tree of Jakarta', async () => {
    const units = await rows(sql<{ code: string }>`
      SELECT unit.code FROM directory.agencies AS unit JOIN directory.agencies AS root ON root.id = unit.government_id
       WHERE unit.kind = 'administrative-unit' AND root.code = '31' ORDER BY unit.code`);
    expect(units).toHaveLength(6);
  });

  test('no path has a cycle, each ends in the agency itself and is its parent with the agency added', async () => {
    const broken = await rows(sql<{ code: string }>`
      SELECT agency.code FROM directory.agencies AS agency LEFT JOIN directory.agencies AS parent ON parent.id = agency.parent_id
       WHERE agency.path <> coalesce(parent.path, '{}') || agency.id
          OR agency.government_id <> coalesce(parent.government_id, agency.id)
          OR cardinality(agency.path) <> (SELECT count(DISTINCT one) FROM unnest(agency.path) AS one)`);
    expect(broken).toEqual([]);
  });

  test('the table itself refuses a cycle', async () => {
    const moveBelowItself = sql`UPDATE directory.agencies SET parent_id = id, path = path || id WHERE code = '51.05'`;
    await expect(moveBelowItself.execute(t.db)).rejects.toThrow(/check constraint/);
  });

  test('every government of the example regions has the usual offices and one coordinator desk', async () => {
    const usual = ['disdik', 'dinkes', 'dukcapil', 'dpmptsp', 'dinsos', 'pupr', 'dishub', 'kominfo', 'dlh', 'inspektorat'];
    const governments = ['51.02', '51.03', '51.05', '51.71', '21.01', '21.02', '21.03', '21.04', '21.05', '21.71', '21.72'];
    const found = await rows(sql<{ code: string; functions: string[]; desks: number; puskesmas: number }>`
      SELECT root.code, array_agg(DISTINCT f.function) AS functions,
             count(DISTINCT office.id) FILTER (WHERE office.is_coordinator_desk) AS desks,
             count(DISTINCT office.id) FILTER (WHERE f.function = 'puskesmas') AS puskesmas
        FROM directory.agencies AS root JOIN directory.agencies AS office ON office.government_id = root.id
        CROSS JOIN LATERAL unnest(office.functions) AS f (function)
       WHERE root.code = ANY (${governments}) GROUP BY root.code`);
    expect(found.map(({ code }) => code).sort()).toEqual([...governments].sort());
    for (const { code, functions, desks, puskesmas } of found) {
      expect(
        usual.filter((one) => !functions.includes(one)),
        code,
      ).toEqual([]);
      expect(desks, code).toBe(1);
      expect(puskesmas, code).toBeGreaterThanOrEqual(5);
    }
  });

  test('the Ombudsman has 34 offices, and every province is served by one of them', async () => {
    const [count] = await rows(sql<{ n: number }>`SELECT count(*) AS n FROM directory.agencies WHERE kind = 'ombudsman-office'`);
    expect(count?.n).toBe(34);
    const unserved = await rows(sql<{ code: string }>`
      SELECT code FROM directory.regions WHERE level = 'province'
         AND NOT EXISTS (SELECT FROM directory.service_areas AS area JOIN directory.agencies AS office ON office.id = area.agency_id
                          WHERE office.kind = 'ombudsman-office' AND area.region_code = regions.code)`);
    expect(unserved).toEqual([]);
  });

  test('a row that people have edited survives the next edition', async () => {
    const other = await testDatabase();
    try {
      await loadReference(other.ownerDb);
      await sql`UPDATE directory.agencies SET name = 'Dinas Kesehatan yang Diubah', kept_by = 'people' WHERE code = '51.05.dinkes'`.execute(
        other.db,
      );
      await sql`UPDATE directory.agencies SET name = 'Diubah Mesin' WHERE code = '51.05.dishub'`.execute(other.db);
      await sql`UPDATE directory.reference_loads SET fingerprint = 'older' WHERE what = 'agencies'`.execute(other.ownerDb);
      await loadReference(other.ownerDb);
      const { rows } = await sql<{ name: string }>`
        SELECT name FROM directory.agencies WHERE code IN ('51.05.dinkes', '51.05.dishub') ORDER BY code`.execute(other.db);
      expect(rows.map(({ name }) => name)).toEqual(['Dinas Kesehatan yang Diubah', 'Dinas Perhubungan Kabupaten Klungkung']);
    } finally {
      await other.close();
    }
  });
});

test.each([
  ['agencies_kind_check', Object.keys(AGENCY_KINDS)],
  ['positions_kind_check', Object.keys(POSITION_KINDS)],
  ['regions_kind_check', [...REGION_KINDS]],
  ['regions_level_check', [...REGION_LEVELS]],
])('%s allows exactly what the rules name', async (constraint, named) => {
  const [check] = await rows(sql<{ text: string }>`
    SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = ${constraint}`);
  const allowed = [...(check?.text.matchAll(/'([a-z-]+)'/g) ?? [])].map((match) => match[1]);
  expect(allowed.sort()).toEqual([...named].sort());
});

describe('competences', () => {
  test('every one that names a national body names one that is in the directory', async () => {
    const unknown = await rows(sql<{ office: string }>`
      SELECT office FROM directory.competences WHERE reach IN ('national', 'branch')
         AND NOT EXISTS (SELECT FROM directory.agencies WHERE code = office)`);
    expect(unknown).toEqual([]);
  });

  test('every open category has one, itself or through its parent', async () => {
    const without = await rows(sql<{ code: string }>`
      SELECT code FROM directory.categories WHERE valid_until IS NULL
         AND NOT EXISTS (SELECT FROM directory.competences WHERE category_code IN (categories.code, categories.parent_code))`);
    expect(without).toEqual([]);
  });
});
