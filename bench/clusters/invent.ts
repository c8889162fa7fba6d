/**
 * An invented year of complaints with planted recurring problems. The background is made to mislead: offices from tiny to huge, kinds of
 * trouble that every office of a category has, each office with its own leaning, seasons, incidents that hit the whole country, weeks
 * in which everybody suddenly complains about everything, groups of near duplicates, place names that only one office ever hears, desks
 * that choose no category, always or for some weeks, and now and then any of the planted problems at any office.
 */
import { EVERYDAY, FILLERS, type Kind, VILLAGE_PARTS } from './everyday.ts';
import { PROBLEMS, type Problem, TRIAL_PROBLEMS } from './problems.ts';

export interface Invented {
  readonly day: number;
  readonly office: number;
  /** What it is about; `filed`: as which it was filed, `null` for none. */
  readonly category: string;
  readonly filed: string | null;
  /** Number of the regency; villages have a number within it. */
  readonly regency: number;
  readonly village: number;
  readonly title: string;
  readonly description: string;
  /** Number of the planted problem, -1 for none. */
  readonly plant: number;
}

/** A burst of some weeks; something that comes all year; and bursts, and one all year, that hardly anybody files under a category. */
export const PLANT_KINDS = ['burst', 'steady', 'uncategorised'] as const;
export type PlantKind = (typeof PLANT_KINDS)[number];

export interface Plant {
  readonly kind: PlantKind;
  readonly category: string;
  readonly office: number;
  readonly rows: number;
  readonly weeks: number;
  /** How many complaints the office has a year beside it. */
  readonly load: number;
}

export const DAYS = 364;
const REGENCIES = 400;

export type Chance = () => number;

/** Mulberry32: small, repeatable, good enough for invented complaints. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function pick<T>(chance: Chance, list: readonly T[]): T {
  return list[Math.floor(chance() * list.length)] as T;
}

function pickWeighted(chance: Chance, weights: readonly number[]): number {
  let at = chance() * weights.reduce((sum, each) => sum + each, 0);
  for (const [index, weight] of weights.entries()) {
    at -= weight;
    if (at < 0) return index;
  }
  return weights.length - 1;
}

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\btidak\b/g, 'tdk'],
  [/\btidak\b/g, 'gak'],
  [/\byang\b/g, 'yg'],
  [/\bsudah\b/g, 'udah'],
  [/\bdengan\b/g, 'dgn'],
  [/\buntuk\b/g, 'utk'],
  [/\bsekali\b/g, 'bgt'],
  [/\bkarena\b/g, 'krn'],
  [/\bpetugas\b/g, 'petugasnya'],
  [/\bmohon\b/g, 'mohonlah'],
];

function sloppy(chance: Chance, text: string): string {
  let out = text;
  for (const [from, to] of SPELLINGS) if (chance() < 0.15) out = out.replace(from, to);
  return out
    .split(' ')
    .map((word) => {
      if (word.length < 5 || chance() > 0.02) return word;
      const at = 1 + Math.floor(chance() * (word.length - 2));
      return word.slice(0, at) + word.slice(at + 1);
    })
    .join(' ');
}

const GLUE = [', ', ' dan ', '. ', ' karena ', ' padahal ', ', sampai ', '. Katanya ', ' lalu ', '. Akibatnya '];

/** A complaint in somebody's own words. */
export function tell(chance: Chance, says: string, village: string): { readonly title: string; readonly description: string } {
  const things = says.split(';').map((each) => each.trim().split('|'));
  const order = [...things].sort(() => chance() - 0.5);
  const wordy = 0.5 + chance() * 0.4;
  const told = order.filter((_, index) => index < 2 || chance() < wordy).map((ways) => pick(chance, ways));
  const [first = '', ...rest] = told;
  const title = chance() < 0.6 ? first : `${first} di ${village}`;
  let text = chance() < 0.5 ? `${pick(chance, FILLERS)}. ` : '';
  text += first;
  for (const each of rest) text += pick(chance, GLUE) + each;
  if (chance() < 0.7) text += ` di ${chance() < 0.5 ? 'desa' : 'dusun'} ${village}`;
  for (let i = Math.floor(chance() * 4); i > 0; i--) text += `. ${pick(chance, FILLERS)}`;
  return { title: sloppy(chance, title), description: sloppy(chance, text) };
}

function villageName(regency: number, village: number): string {
  const at = regency * 7 + village * 13;
  const [heads = [], tails = []] = VILLAGE_PARTS;
  return `${heads[at % heads.length]}${tails[Math.floor(at / heads.length) % tails.length]}`;
}

const CATEGORIES = Object.keys(EVERYDAY);

/** Several kinds of days in a year, as weights of each day. */
function daysOf(chance: Chance, kind: Kind): number[] {
  const days: number[] = [];
  for (let day = 0; day < DAYS; day++) {
    const month = Math.floor(day / 30.4) + 1;
    const weekday = day % 7;
    const week = Math.floor(day / 7);
    days.push(
      (kind.season?.months.includes(month) ? kind.season.times : 1) * (weekday > 4 ? 0.5 : 1) * (0.85 + ((week * 37) % 11) / 36),
    );
  }
  // Something in the news: the whole country complains for two or three weeks.
  if (chance() < 0.15) {
    const from = Math.floor(chance() * (DAYS - 21));
    for (let day = from; day < from + 14 + chance() * 7; day++) days[day] = (days[day] ?? 1) * 4;
  }
  return days;
}

interface Country {
  readonly loads: readonly number[];
  readonly kinds: ReadonlyMap<string, readonly { readonly kind: Kind; readonly days: readonly number[] }[]>;
  /** Complaints of each office so far, without planted ones. */
  readonly loadOf: Map<number, number>;
  readonly offices: Map<number, Office>;
  readonly rows: Invented[];
}

/** What an office is like. */
interface Office {
  /** How much of each kind it gets: its own standing weaknesses, up to several times the others'. */
  readonly leaning: readonly number[];
  /** First day of six weeks in which twice as many complain, about everything; -1 for most offices. */
  readonly busyFrom: number;
  /** Share of its complaints that nobody gives a category. */
  readonly unnamed: number;
  /** First day of eight weeks in which nobody does at all; -1 for most offices. */
  readonly unnamedFrom: number;
}

/** @param problems numbers into `PROBLEMS` that may be planted */
export function inventYear(
  seed: number,
  complaints: number,
  planted: number,
  problems: readonly number[],
): { readonly rows: readonly Invented[]; readonly plants: readonly Plant[] } {
  const chance = chanceFrom(seed);
  const country: Country = {
    loads: Array.from({ length: REGENCIES }, (_, index) => 1 / (index + 8) ** 0.8).sort(() => chance() - 0.5),
    kinds: new Map(
      CATEGORIES.map((category) => [category, (EVERYDAY[category] ?? []).map((kind) => ({ kind, days: daysOf(chance, kind) }))]),
    ),
    loadOf: new Map(),
    offices: new Map(),
    rows: [],
  };
  writeBackground(chance, country, complaints);
  return { rows: country.rows, plants: writePlants(chance, country, planted, problems) };
}

function officeNumber(regency: number, category: string): number {
  return regency * CATEGORIES.length + CATEGORIES.indexOf(category);
}

/** Hardly anything of a problem that is filed without a category has one. */
const UNNAMED_OF_PLANT = 0.85;

function write(
  chance: Chance,
  country: Country,
  says: string,
  category: string,
  regency: number,
  day: number,
  plant = -1,
  kind: PlantKind = 'burst',
): void {
  const village = Math.floor(chance() ** 2 * 40);
  const office = officeNumber(regency, category);
  country.loadOf.set(office, (country.loadOf.get(office) ?? 0) + (plant < 0 ? 1 : 0));
  const told = tell(chance, says, villageName(regency, village));
  const { unnamed, unnamedFrom } = officeOf(chance, country, office, category);
  const isUnnamed =
    kind === 'uncategorised' ? UNNAMED_OF_PLANT : day >= unnamedFrom && day < unnamedFrom + 56 && unnamedFrom >= 0 ? 1 : unnamed;
  const filed = chance() < isUnnamed ? null : category;
  country.rows.push({ day: Math.min(day, DAYS - 1), office, category, filed, regency, village, plant, ...told });
}

function officeOf(chance: Chance, { kinds, offices }: Country, number: number, category: string): Office {
  const known = offices.get(number);
  if (known) return known;
  const office: Office = {
    leaning: (kinds.get(category) ?? []).map(({ kind }) => kind.share * Math.exp((chance() - 0.5) * 2.4)),
    busyFrom: chance() < 0.033 ? Math.floor(chance() * (DAYS - 42)) : -1,
    unnamed: chance() < 0.1 ? 0.3 + chance() * 0.4 : chance() * 0.06,
    unnamedFrom: chance() < 0.03 ? Math.floor(chance() * (DAYS - 56)) : -1,
  };
  offices.set(number, office);
  return office;
}

function writeBackground(chance: Chance, country: Country, complaints: number): void {
  const weights = CATEGORIES.map((_, index) => 1 / (index + 2));
  while (country.rows.length < complaints) {
    const regency = pickWeighted(chance, country.loads);
    const category = CATEGORIES[pickWeighted(chance, weights)] ?? '';
    const kinds = country.kinds.get(category) ?? [];
    const number = officeNumber(regency, category);
    const office = officeOf(chance, country, number, category);
    // Now and then a problem like the planted ones, anywhere: they are not unheard of.
    if (chance() < 0.02) {
      const alike = PROBLEMS.filter((problem) => problem.category === category);
      if (alike.length > 0) write(chance, country, pick(chance, alike).says, category, regency, Math.floor(chance() * DAYS));
      continue;
    }
    const { kind, days } = kinds[pickWeighted(chance, office.leaning)] as { kind: Kind; days: readonly number[] };
    const isBusy = office.busyFrom >= 0 && chance() < 0.12;
    const day = isBusy ? office.busyFrom + Math.floor(chance() * 42) : pickWeighted(chance, days);
    write(chance, country, kind.says, category, regency, day);
    // A street writes together: two to five on the same few days.
    if (chance() < 0.004) {
      for (let more = 1 + Math.floor(chance() * 4); more > 0; more--)
        write(chance, country, kind.says, category, regency, day + Math.floor(chance() * 3));
    }
  }
}

/** Of twenty: twelve bursts, five steady ones, three without a category, of which the last is steady. */
function kindOf(plant: number, planted: number): { readonly kind: PlantKind; readonly isSteady: boolean } {
  const at = (plant * 7) % planted;
  if (at < planted * 0.6) return { kind: 'burst', isSteady: false };
  if (at < planted * 0.85) return { kind: 'steady', isSteady: true };
  return { kind: 'uncategorised', isSteady: at === planted - 1 };
}

function writePlants(chance: Chance, country: Country, planted: number, problems: readonly number[]): Plant[] {
  const order = [...problems].sort(() => chance() - 0.5);
  const used = new Set<number>();
  const regencies = country.loads.map((_, index) => index).sort((a, b) => (country.loads[b] ?? 0) - (country.loads[a] ?? 0));
  return Array.from({ length: planted }, (_, plant) => {
    const { category, says } = PROBLEMS[order[plant % order.length] ?? 0] as Problem;
    const { kind, isSteady } = kindOf(plant, planted);
    // Spread over small, middling and big offices alike.
    let regency = 0;
    do regency = regencies[Math.floor(((plant + chance()) / planted) * REGENCIES)] ?? 0;
    while (used.has(officeNumber(regency, category)));
    const office = officeNumber(regency, category);
    used.add(office);
    const load = country.loadOf.get(office) ?? 0;
    const weeks = isSteady ? DAYS / 7 : 3 + Math.floor(chance() * 8);
    // Where much is complained of, a recurring problem is told by more.
    const rows = isSteady
      ? Math.round(16 + chance() * 14 + load * 0.05)
      : Math.round(10 + chance() * 14 + (load / 52) * weeks * 0.08);
    const from = Math.floor(chance() * (DAYS - weeks * 7));
    for (let i = 0; i < rows; i++)
      write(chance, country, says, category, regency, from + Math.floor(chance() * weeks * 7), plant, kind);
    return { kind, category, office, rows, weeks, load };
  });
}

export const TRIAL = PROBLEMS.map((_, index) => index).slice(0, TRIAL_PROBLEMS);
export const JUDGED = PROBLEMS.map((_, index) => index).slice(TRIAL_PROBLEMS);
