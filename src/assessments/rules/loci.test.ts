import { describe, expect, test } from 'vitest';
import { KEPATUHAN_2021 } from '../data/kepatuhan.ts';
import { LOCI_2022 } from '../data/loci.ts';
import { PENILAIAN_2023 } from '../data/penilaian.ts';
import { type Office, planUnits } from './loci.ts';
import { USER_QUOTAS } from './quotas.ts';
import { agencySheets, planSheets } from './sheet-plan.ts';

const SEED = 'bali-2026-contoh';
const fieldwork = { loci: LOCI_2022 };

function office(code: string, kind: string, ...functions: string[]): Office {
  return { id: `id ${code}`, code, kind, name: `Kantor ${code}`, functions };
}

const regency = office('51.05', 'regency-government');
const offices = [
  ...['dinkes', 'disdik', 'dinsos', 'dpmptsp', 'dukcapil', 'pupr'].map((does) => office(`51.05.${does}`, 'opd', does)),
  ...Array.from({ length: 9 }, (_, place) => office(`51.05.dinkes.puskesmas-${place}`, 'upt', 'puskesmas')),
  office('51.05.dinkes.rsud', 'upt', 'rsud'),
];

describe('units of a regency', () => {
  test('are the seven loci, two puskesmas drawn among nine', () => {
    const plan = planUnits(fieldwork, regency, offices, '51.05', SEED);
    expect(plan.units).toHaveLength(7);
    expect(plan.gaps).toEqual([]);
    const puskesmas = plan.units.filter((unit) => unit.office.functions.includes('puskesmas'));
    expect(puskesmas).toHaveLength(2);
    expect(puskesmas.map((unit) => unit.drawnFrom)).toEqual([9, 9]);
    expect(plan.units.filter((unit) => unit.office.functions.includes('rsud'))).toEqual([]);
  });

  test('do not depend on the order of the directory, but on the seed', () => {
    const codes = (from: readonly Office[], seed: string) =>
      planUnits(fieldwork, regency, from, '51.05', seed).units.map((unit) => unit.office.code);
    expect(codes([...offices].reverse(), SEED)).toEqual(codes(offices, SEED));
    const others = new Set(Array.from({ length: 20 }, (_, place) => codes(offices, `benih lain ${place}`).join()));
    expect(others.size).toBeGreaterThan(5);
  });

  test('what the directory does not have is named, with how many were wanted', () => {
    const poor = offices.filter((one) => !one.functions.includes('dinsos') && one.code !== '51.05.dukcapil');
    const one = poor.filter((each) => !each.functions.includes('puskesmas') || each.code.endsWith('-3'));
    const plan = planUnits(fieldwork, regency, one, '51.05', SEED);
    expect(plan.units).toHaveLength(4);
    expect(
      plan.gaps.map((gap) => gap.gap !== 'no-rule' && [gap.gap, gap.office, 'wanted' in gap && [gap.wanted, gap.found]]),
    ).toEqual([
      ['too-few', 'puskesmas', [2, 1]],
      ['too-few', 'dinsos', [1, 0]],
      ['too-few', 'dukcapil', [1, 0]],
    ]);
  });

  test('an office that does the work of two is one unit, and that is said', () => {
    const joint = [
      office('51.05.dinkes', 'opd', 'dinkes', 'dinsos'),
      ...offices.slice(1).filter((one) => !one.functions.includes('dinsos')),
    ];
    const plan = planUnits(fieldwork, regency, joint, '51.05', SEED);
    expect(plan.units.filter((unit) => unit.office.code === '51.05.dinkes')).toHaveLength(1);
    expect(plan.gaps).toEqual([expect.objectContaining({ gap: 'same-office', office: 'dinsos', name: 'Kantor 51.05.dinkes' })]);
  });
});

describe('units of others', () => {
  test('a province has its hospital and no puskesmas', () => {
    const below = [office('51.dinkes', 'opd', 'dinkes'), office('51.rsud', 'upt', 'rsud'), office('51.pkm', 'upt', 'puskesmas')];
    const plan = planUnits(fieldwork, office('51', 'province-government'), below, '51', SEED);
    expect(plan.units.map((unit) => unit.office.code)).toEqual(['51.dinkes', '51.rsud']);
    expect(plan.gaps.map((gap) => 'office' in gap && gap.office)).toEqual(['disdik', 'dinsos', 'dpmptsp']);
  });

  test('branches are told by the body they belong to, and are their own unit', () => {
    const police = office('polri.bali.klungkung', 'vertical-office');
    expect(planUnits(fieldwork, police, [], 'polri', SEED).units.map((unit) => unit.locus.id)).toEqual(['Kepolisian Resor']);
    expect(planUnits(fieldwork, office('atrbpn.bali', 'vertical-office'), [], 'atrbpn', SEED).units[0]?.locus.id).toBe(
      'Kantor Pertanahan',
    );
  });

  test('where no rule fits, that is named', () => {
    const harbour = office('kemenhub.x', 'vertical-office');
    expect(planUnits(fieldwork, harbour, [], 'kemenhub', SEED)).toEqual({ units: [], gaps: [{ gap: 'no-rule' }] });
  });

  test('a ministry is measured as it is', () => {
    const ministry = office('kemensos', 'ministry');
    expect(planUnits(fieldwork, ministry, [office('kemensos.x', 'unit', 'dinsos')], 'kemensos', SEED).units).toEqual([
      expect.objectContaining({ office: ministry, drawnFrom: 0 }),
    ]);
  });
});

describe('sheets of a unit', () => {
  const products = Array.from({ length: 6 }, (_, place) => ({
    id: `id-${place}`,
    number: `000000${place}`,
    name: `Layanan ${place}`,
  }));
  const kinds = (sheets: readonly { kind: string }[]) =>
    Object.fromEntries([...Map.groupBy(sheets, (sheet) => sheet.kind)].map(([kind, all]) => [kind, all.length]));

  test('are those of the field work: 2 products, 4 officers, 30 users, 2 complaint officers, the unit', () => {
    const { sheets, unnamedProducts } = planSheets(PENILAIAN_2023, { code: '51.05.dinkes', rule: null }, products, SEED);
    expect(kinds(sheets)).toEqual({ product: 2, officer: 4, user: 30, 'complaint-officer': 2, unit: 1 });
    expect(unnamedProducts).toBe(0);
    expect(sheets.map((sheet) => sheet.sheetNo)).toEqual(sheets.map((_, place) => place + 1));
  });

  test('the thirty interviews fill every cell of the quota alike', () => {
    const { sheets } = planSheets(PENILAIAN_2023, { code: 'x', rule: null }, products, SEED);
    const cells = Map.groupBy(
      sheets.filter((sheet) => sheet.kind === 'user'),
      (sheet) => sheet.quota,
    );
    expect([...cells.values()].map((all) => all.length)).toEqual(USER_QUOTAS.map(() => 5));
    expect(sheets.filter((sheet) => sheet.kind !== 'user' && sheet.quota !== null)).toEqual([]);
  });

  test('a locus may ask for more products, and what is not published is counted', () => {
    const rule = { sheets: { product: 8 } };
    const { sheets, unnamedProducts } = planSheets(PENILAIAN_2023, { code: 'polri.x', rule }, products, SEED);
    expect(sheets.filter((sheet) => sheet.kind === 'product')).toHaveLength(8);
    expect(unnamedProducts).toBe(2);
    const drawn = sheets.flatMap((sheet) => sheet.serviceId ?? []);
    expect(new Set(drawn).size).toBe(6);
  });

  test('an instrument that asks no people sends nobody to people', () => {
    const { sheets } = planSheets(KEPATUHAN_2021, { code: 'x', rule: null }, products, SEED);
    expect(Object.keys(kinds(sheets))).not.toContain('user');
    expect(agencySheets(KEPATUHAN_2021)).toEqual([]);
  });
});
