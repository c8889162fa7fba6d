/** Rows for tests of the finder: a country of offices that complain about everyday things, and one thing too often at one of them. */
import type { ReviewRow } from './rows.ts';

/** The everyday words of a category, in kinds of trouble. */
const EVERYDAY = [
  ['lampu', 'padam', 'gelap', 'tiang', 'gang', 'malam'],
  ['jalan', 'lubang', 'aspal', 'motor', 'jatuh', 'pasar'],
  ['selokan', 'mampet', 'banjir', 'hujan', 'sampah', 'rumah'],
  ['jembatan', 'lapuk', 'roboh', 'sungai', 'sekolah', 'lewat'],
];

/** One problem, three ways to say each of its five things. */
const PROBLEM = [
  ['galian', 'urugan', 'parit'],
  ['kontraktor', 'rekanan', 'pekerja'],
  ['amblas', 'ambles', 'terperosok'],
  ['kabel', 'pipa', 'fiber'],
  ['rambu', 'papan', 'pembatas'],
];

const POLITE = ['mohon', 'segera', 'kami', 'warga', 'petugas', 'sudah', 'belum', 'sekali', 'tolong', 'lapor'];

export type Draw = () => number;

/** A repeatable source of numbers from 0 to below 1 (Lehmer). */
export function drawFrom(seed: number): Draw {
  let state = (seed % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

export const DAYS = 364;
export const PERIOD = { fromDay: 20_000, untilDay: 20_000 + DAYS };

function some<T>(draw: Draw, list: readonly T[], share: number): T[] {
  return list.filter(() => draw() < share);
}

function row(draw: Draw, number: number, office: string, day: number, words: readonly string[]): ReviewRow {
  return {
    source: draw() < 0.9 ? 'complaint' : 'case',
    id: `${office}-${String(number).padStart(5, '0')}`,
    officeId: office,
    serviceId: null,
    categoryCode: draw() < 0.5 ? 'public-works' : 'public-works.potholes',
    regionCode: `51.${office.slice(-2)}.01.2001`,
    day: PERIOD.fromDay + day,
    words: [...new Set([...words, ...some(draw, POLITE, 0.3)])],
  };
}

/** Everyday complaints of `offices` offices, `each` a year at each. */
export function everydayRows(draw: Draw, offices: number, each: number): ReviewRow[] {
  return Array.from({ length: offices }, (_, office) => {
    const name = `office-${String(office + 10).padStart(2, '0')}`;
    return Array.from({ length: each }, (__, number) => {
      const kind = EVERYDAY[Math.floor(draw() * EVERYDAY.length)] ?? [];
      return row(draw, number, name, Math.floor(draw() * DAYS), some(draw, kind, 0.7));
    });
  }).flat();
}

/** `many` complaints about one thing at one office within `weeks` weeks. */
export function problemRows(draw: Draw, office: string, many: number, fromDay: number, weeks: number): ReviewRow[] {
  return Array.from({ length: many }, (_, number) => {
    const words = PROBLEM.filter(() => draw() < 0.85).map((ways) => ways[Math.floor(draw() * ways.length)] ?? '');
    return row(draw, 90_000 + number, office, fromDay + Math.floor(draw() * weeks * 7), words);
  });
}

/** The same told all year by `many`. */
export function steadyRows(draw: Draw, office: string, many: number): ReviewRow[] {
  return problemRows(draw, office, many, 0, DAYS / 7);
}

/** As nobody chose a category for any of them. */
export function withoutCategory(rows: readonly ReviewRow[]): ReviewRow[] {
  return rows.map((each) => ({ ...each, categoryCode: null }));
}

export function shuffled<T>(draw: Draw, list: readonly T[]): T[] {
  return [...list]
    .map((each) => ({ each, at: draw() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
