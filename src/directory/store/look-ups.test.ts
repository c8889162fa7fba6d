import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Temporal } from '../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import {
  agenciesUnder,
  agencyByCode,
  agencyById,
  categoryByCode,
  categoryTree,
  governmentOf,
  levelAbove,
  listAgencies,
  listRegions,
  nationalDeskAgency,
  officesUnder,
  ombudsmanOfficeFor,
  regionByCode,
  regionChain,
  regionsIn,
  searchAgencies,
  searchRegions,
  suggestOffices,
} from '../index.ts';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase();
});
afterAll(() => t.close());

async function agency(code: string) {
  const found = await agencyByCode(t.db, code);
  if (found === undefined) throw new Error(`no agency ${code}`);
  return found;
}

describe('regions', () => {
  test('a place has a name, a zone and a chain of names', async () => {
    expect(await regionByCode(t.db, '51.05.01.2001')).toMatchObject({
      name: 'Sakti',
      kind: 'desa',
      zone: 'Asia/Makassar',
      parentCode: '51.05.01',
    });
    expect(await regionChain(t.db, '51.05.01.2001')).toBe('Desa Sakti, Kec. Nusa Penida, Kabupaten Klungkung, Provinsi Bali');
    expect(await regionChain(t.db, '99.99')).toBeUndefined();
    expect(await regionByCode(t.db, "51' OR 1=1")).toBeUndefined();
  });

  test.each([
    ['klungkung', '51.05'],
    ['kab klungkung', '51.05'],
    ['tanjungpinang', '21.72'],
    ['Tanjung Pinang', '21.72'],
    ['kepri', '21'],
    ['nusa penida', '51.05.01'],
    ['desa gelgel klungkung', '51.05.03.2003'],
    ['jakarta selatan', '31.74'],
    ['KLUNG', '51.05'],
  ])('"%s" finds %s first', async (typed, code) => {
    expect((await searchRegions(t.db, typed))[0]?.code).toBe(code);
  });

  test('namesakes are told apart by their chains, and a level can be asked for', async () => {
    const found = await searchRegions(t.db, 'klungkung', 'district');
    expect(found.map(({ chain }) => chain)[0]).toBe('Kec. Klungkung, Kabupaten Klungkung, Provinsi Bali');
    expect(found.every(({ level }) => level === 'district')).toBe(true);
  });

  test('nothing typed, nothing found; hostile text finds nothing and breaks nothing', async () => {
    for (const typed of ['', '   ', "'; DROP TABLE directory.regions; --", '&|!()<->', '\u{1F600}', 'a'.repeat(5000)]) {
      expect(await searchRegions(t.db, typed)).toEqual([]);
    }
  });

  test('narrowing down: provinces, then what lies in one', async () => {
    expect(await regionsIn(t.db, null)).toHaveLength(38);
    expect((await regionsIn(t.db, '51.05')).map(({ name }) => name)).toEqual([
      'Banjarangkan',
      'Dawan',
      'Klungkung',
      'Nusa Penida',
    ]);
  });

  test('a list shows every region once, page by page', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { rows, next } = await listRegions(t.db, { after, limit: 7, filters: { parent: '51' } });
      seen.push(...rows.map(({ code }) => code));
      after = next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(['51.01', '51.02', '51.03', '51.04', '51.05', '51.06', '51.07', '51.08', '51.71']);
  });
});

describe('agencies', () => {
  test('a puskesmas leads up to its government', async () => {
    const puskesmas = await agency('51.05.dinkes.puskesmas-nusa-penida-1');
    expect((await governmentOf(t.db, puskesmas)).code).toBe('51.05');
    expect(await Promise.all(puskesmas.path.map(async (id) => (await agencyById(t.db, id))?.code))).toEqual([
      '51.05',
      '51.05.dinkes',
      '51.05.dinkes.puskesmas-nusa-penida-1',
    ]);
  });

  test.each([
    ['51.05.dinkes.puskesmas-dawan-1', '51.05.dinkes'],
    ['51.05.dinkes', '51.05'],
    // the coordinator's own desk, and the government it speaks for: the level above
    ['51.05.kominfo', '51'],
    ['51.05', '51'],
    ['51.kominfo', 'kemenpanrb'],
    ['51', 'kemenpanrb'],
    ['kemenkes', 'kemenpanrb'],
    ['pln', 'kemenpanrb'],
    ['polri.bali.klungkung', 'polri.bali'],
    ['kemenpanrb', 'ori'],
    ['kemenpanrb.yanlik', 'ori'],
    ['ori.bali', 'ori'],
    ['ori', 'kemenpanrb'],
    ['31.71', '31'],
  ])('above %s stands %s', async (code, above) => {
    expect((await levelAbove(t.db, await agency(code))).code).toBe(above);
  });

  test('nothing can be sent up for ever: from everywhere the national desk or the Ombudsman is reached within six steps', async () => {
    const { rows } = await listAgencies(t.db, { limit: 3000 });
    for (const start of rows) {
      const line = [start.code];
      for (let at = start; !['kemenpanrb', 'ori'].includes(at.code); ) {
        at = await levelAbove(t.db, at);
        line.push(at.code);
        if (line.length > 7) throw new Error(line.join(' > '));
      }
    }
  });

  test('under a government stands all of it and nothing else', async () => {
    const government = await agency('51.05');
    const all = await agenciesUnder(t.db, government.id);
    expect(all[0]?.code).toBe('51.05');
    expect(all.every((one) => one.governmentId === government.id)).toBe(true);
    // 13 offices with the water enterprise and itself, 9 puskesmas, 2 hospitals, 4 kecamatan, 59 desa and kelurahan
    expect(all).toHaveLength(1 + 11 + 1 + 9 + 2 + 4 + 59);
  });

  test('of a government as many offices as a list shows, with word of the others, which are found by name', async () => {
    const [one, other] = [await agency('51.05'), await agency('51.03')];
    const all = await agenciesUnder(t.db, one.id);
    const cut = await officesUnder(t.db, [one.id, other.id, one.id], { limit: 20 });
    expect([...cut.keys()]).toEqual([one.id, other.id]);
    expect(cut.get(one.id)?.isCut).toBe(true);
    expect(cut.get(one.id)?.offices.map(({ id }) => id)).toEqual(all.slice(0, 20).map(({ id }) => id));
    expect(cut.get(other.id)?.offices[0]).toEqual({ id: other.id, code: '51.03', name: other.name, path: other.path });
    const whole = await officesUnder(t.db, [one.id], { limit: all.length });
    expect([whole.get(one.id)?.offices.length, whole.get(one.id)?.isCut]).toEqual([all.length, false]);
    const named = await officesUnder(t.db, [one.id, other.id], { limit: 20, named: 'desa sakti' });
    expect(named.get(one.id)?.offices.map(({ name }) => name)).toContain('Pemerintah Desa Sakti');
    expect(named.get(other.id)?.offices).toEqual([]);
    expect((await officesUnder(t.db, [one.id], { limit: 20, named: '?!' })).get(one.id)?.offices).toEqual([]);
    expect((await officesUnder(t.db, [], { limit: 20 })).size).toBe(0);
  });

  test('every place has an Ombudsman office: Bogor that of Jakarta Raya, Merauke that of Papua, nowhere the head office', async () => {
    const office = async (code: string | null) => (await ombudsmanOfficeFor(t.db, code)).code;
    expect(await Promise.all(['51.05.01.2001', '32.01', '32.73', '31.74', '93.01', '96', null, 'nonsense'].map(office))).toEqual([
      'ori.bali',
      'ori.jakarta-raya',
      'ori.jawa-barat',
      'ori.jakarta-raya',
      'ori.papua',
      'ori.papua-barat',
      'ori',
      'ori',
    ]);
    expect((await nationalDeskAgency(t.db)).code).toBe('kemenpanrb');
  });

  test.each([
    ['dinkes klungkung', undefined, '51.05.dinkes'],
    ['disdukcapil batam', undefined, '21.71.dukcapil'],
    ['pemkot tanjungpinang', undefined, '21.72'],
    ['puskesmas nusa penida', undefined, '51.05.dinkes.puskesmas-nusa-penida-1'],
    ['ombudsman bali', undefined, 'ori.bali'],
    ['kementerian kesehatan', undefined, 'kemenkes'],
    ['dinas pendidikan', '51.05', '51.05.disdik'],
    ['polres', '51.05', 'polri.bali.klungkung'],
    ['samsat', '51.05.03', '51.bapenda.samsat-klungkung'],
    ['pln', '51.05', 'pln.bali.timur'],
  ])('"%s" in %s finds %s first', async (typed, region, code) => {
    expect((await searchAgencies(t.db, typed, region))[0]?.code).toBe(code);
  });

  test('with a place nothing of another place is found', async () => {
    const found = await searchAgencies(t.db, 'dinas', '51.05', 100);
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter(({ code }) => !/^51(\.05|\.[a-z]|$)/.test(code))).toEqual([]);
  });

  test('a list shows every agency once, page by page, and a tampered cursor starts again', async () => {
    const whole = (await listAgencies(t.db, { limit: 500, filters: { region: '51.05' } })).rows.map(({ id }) => id);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAgencies(t.db, { after, limit: 17, filters: { region: '51.05' } });
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(whole);
    expect(new Set(seen).size).toBe(seen.length);
    expect((await listAgencies(t.db, { after: 'WyJhIiwiYiJd', limit: 1 })).rows).toHaveLength(1);
  });
});

describe('categories and competence', () => {
  test('the tree has the documented top level, in its order, without what has ended', async () => {
    const tops = (await categoryTree(t.db, Temporal.PlainDate.from('2026-03-17'))).map(({ label }) => label.id);
    expect(tops[0]).toBe('Pekerjaan Umum dan Penataan Ruang');
    expect(tops.at(-1)).toBe('Topik Lainnya');
    expect(tops).not.toContain('Corona Virus');
    expect(tops).toHaveLength(29);
    expect((await categoryTree(t.db, Temporal.PlainDate.from('2021-03-17'))).map(({ code }) => code)).toContain('covid');
    expect(await categoryByCode(t.db, 'covid')).toMatchObject({ code: 'covid' });
  });

  test('children stand below their parent', async () => {
    const tree = await categoryTree(t.db, Temporal.PlainDate.from('2026-03-17'));
    const children = (code: string) => tree.find((top) => top.code === code)?.children.map(({ label }) => label.id);
    expect(children('public-works')).toContain('Jalan Berlubang');
    expect(children('transport')).toContain('Transportasi Laut');
  });

  const first = async (category: string, region: string | null) =>
    (await suggestOffices(t.db, category, region)).map(({ agency: { code }, isStandIn }) => (isStandIn ? `(${code})` : code));

  test.each([
    ['public-works.potholes', '51.05.01.2001', ['51.05.pupr', '51.pupr']],
    ['public-works.potholes', '21.71', ['21.71.pupr', '21.pupr']],
    // one office does both in Anambas
    ['environment.waste', '21.05', ['21.05.dishub']],
    ['health.puskesmas', '51.05.04', ['51.05.dinkes.puskesmas-dawan-1', '51.05.dinkes.puskesmas-dawan-2', '51.05.dinkes']],
    ['health.puskesmas', '51.05', ['51.05.dinkes', '(51.05)']],
    ['law-politics.land', '51.05.01', ['atrbpn.bali.klungkung']],
    ['public-order.police-services', '51.08', ['polri.bali']],
    ['law-politics.land', '33.74', ['atrbpn']],
    ['energy.electricity', '51.05', ['pln.bali.timur']],
    ['transport.vehicle-tax', '51.05.02', ['51.bapenda.samsat-klungkung', '51.bapenda']],
    ['education.senior-high', '51.05', ['51.disdik']],
    ['free-meals', null, ['bgn']],
    ['public-works.potholes', null, []],
    // a government whose offices are not in the directory stands in for them
    ['civil-registry.id-card', '33.74', ['(33.74)']],
    ['public-works.potholes', '31.74.01', ['(31)']],
    ['villages.village-services', '51.05.01.2001', ['51.05.01', '(51.05)']],
    ['no-such-category', '51.05', []],
  ])('for %s at %s the offices are %j', async (category, region, expected) => {
    expect(await first(category, region)).toEqual(expected);
  });

  test('every suggestion says why, in both languages', async () => {
    for (const { reason } of await suggestOffices(t.db, 'public-works.street-lights', '51.05')) {
      expect(reason.id).toMatch(/\.$/);
      expect(reason.en).toMatch(/\.$/);
    }
  });
});
