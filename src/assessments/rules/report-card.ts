import type { Label } from '../../kernel/language.ts';
import type { Day, Moment, Zone } from '../../kernel/time.ts';
import type { Agreement } from './agreement.ts';
import { bandsFor, qualified } from './bands.ts';
import type { Band, Instrument, Standing as Marked, ZoneCode } from './instrument.ts';
import type { Standing } from './peers.ts';
import { rational } from './rational.ts';
import type { RawData, RawUnit } from './raw-data.ts';
import type { ResultLine } from './result.ts';
import { type Shortfall, shortfallsOf, strengthsOf } from './shortfalls.ts';
import { placesOf } from './walk.ts';
import { whyShort } from './why-short.ts';

/** Everything a report card (rapor) says of one published result; page, PDF and JSON are made of this alone. */
export interface ReportCard {
  readonly assessmentId: string;
  readonly round: { readonly code: string; readonly title: string; readonly year: number; readonly isExample: boolean };
  readonly instrument: Instrument;
  readonly agency: { readonly id: string; readonly code: string; readonly name: string; readonly kind: string };
  readonly zone: Zone;
  readonly overall: ScoredPart;
  /** Of the agency, in the order of the instrument. */
  readonly dimensions: readonly DimensionPart[];
  readonly units: readonly UnitPart[];
  readonly strengths: readonly Strength[];
  readonly change: readonly YearPart[];
  readonly peers: { readonly kind: Standing | null; readonly province: Standing | null };
  readonly agreement: Agreement;
  readonly self: SelfComparison;
  /** Numbers that are defaults of ours or from the press, with what is not known about them. */
  readonly defaults: readonly { readonly about: Label; readonly standing: Marked }[];
  readonly history: readonly CardPublication[];
}

export interface ScoredPart {
  readonly score: string;
  readonly band: Band;
  /** What the qualifier adds to the label. */
  readonly adds: Label | null;
}

export interface DimensionPart {
  readonly code: string;
  readonly name: Label;
  readonly weight: string;
  readonly role: 'score' | 'qualifier';
  readonly score: string | null;
}

export interface UnitPart {
  /** 0 = what is measured for the agency itself. */
  readonly no: number;
  readonly agencyCode: string;
  readonly name: string;
  readonly locus: Label | null;
  readonly score: string | null;
  readonly band: Band | null;
  readonly dimensions: readonly DimensionPart[];
  readonly shortfalls: readonly ToldShortfall[];
}

export interface ToldShortfall extends Shortfall {
  readonly why: readonly Label[];
  readonly item: { readonly id: string; readonly state: string; readonly dueOn: Day } | null;
}

/** An indicator that is met, and in how many of the units that have it. */
export interface Strength {
  readonly indicator: Shortfall['indicator'];
  readonly units: readonly string[];
  /** Units in which it was measured. */
  readonly of: number;
  readonly everywhere: boolean;
}

/** A result of the same agency in another year. */
export interface YearPart {
  readonly year: number;
  readonly score: string | null;
  readonly band: Band | null;
  readonly label: Label | null;
  /** As its source gave them; a year whose rules are not known has these and no band. */
  readonly zone: ZoneCode | null;
  readonly category: string | null;
  /** Where it is published: the round, or the source. */
  readonly roundCode: string | null;
  readonly source: string | null;
  readonly disputed: boolean;
  /** Only results of one method are compared. */
  readonly sameMethod: boolean;
  readonly method: Label;
}

export interface SelfComparison {
  readonly answers: number;
  readonly alike: number;
  /** The unit judged itself better, or worse, than the assessor. */
  readonly higher: number;
  readonly lower: number;
}

export interface CardPublication {
  readonly version: number;
  readonly publishedAt: Moment;
  readonly reason: string | null;
  readonly decree: string | null;
  readonly rawSha256: string;
}

const MOST_STRENGTHS = 6;

export function overallPart(instrument: Instrument, lines: readonly ResultLine[]): ScoredPart {
  const line = lines.find(({ unitNo }) => unitNo === 0);
  const band = line && bandIn(instrument, line, 'agency');
  if (!line?.score || !band) throw new Error('a published result has a score');
  return { score: line.score, band, adds: addsOf(instrument, line) };
}

/** The band of a kept line, by the category it was given. */
export function bandIn(instrument: Instrument, line: Pick<ResultLine, 'category'>, level: 'agency' | 'unit'): Band | null {
  return bandsFor(instrument, level).find(({ category }) => category === line.category) ?? null;
}

function addsOf(instrument: Instrument, line: ResultLine): Label | null {
  const { qualifier } = instrument;
  if (!qualifier) return null;
  const node = line.nodes.find(({ level, code }) => level === 'dimension' && code === qualifier.dimension);
  const adds = qualified(qualifier, node?.score === undefined || node.score === null ? null : rational(node.score));
  // A label without the addition says that nobody had looked.
  return adds && line.label?.id.endsWith(adds.id) ? adds : null;
}

export function dimensionParts(instrument: Instrument, line: ResultLine | undefined): readonly DimensionPart[] {
  return instrument.dimensions.flatMap(({ code, name, weight, role }) => {
    const node = line?.nodes.find((one) => one.level === 'dimension' && one.code === code);
    return node ? [{ code, name, weight, role, score: node.score }] : [];
  });
}

/** Units with what falls short in each and why; unit 0 only when something is measured for the agency itself. */
export function unitParts(
  instrument: Instrument,
  raw: RawData,
  lines: readonly ResultLine[],
  itemOf: (unitNo: number, indicator: string) => ToldShortfall['item'],
): readonly UnitPart[] {
  const shortfalls = Map.groupBy(shortfallsOf(instrument, lines), ({ unitNo }) => unitNo);
  return raw.units.flatMap((unit): UnitPart[] => {
    const line = lines.find(({ unitNo }) => unitNo === unit.unit);
    const short = shortfalls.get(unit.unit) ?? [];
    if (unit.unit === 0 && short.length === 0) return [];
    return [
      {
        no: unit.unit,
        agencyCode: unit.agency,
        name: unit.name,
        locus: unit.locus,
        score: unit.unit === 0 ? null : (line?.score ?? null),
        band: unit.unit === 0 || !line ? null : bandIn(instrument, line, 'unit'),
        dimensions: unit.unit === 0 ? [] : dimensionParts(instrument, line),
        shortfalls: short.map((one) => toldShortfall(one, unit, itemOf)),
      },
    ];
  });
}

function toldShortfall(
  shortfall: Shortfall,
  unit: RawUnit,
  itemOf: (unitNo: number, indicator: string) => ToldShortfall['item'],
): ToldShortfall {
  return { ...shortfall, why: whyShort(shortfall.indicator, unit), item: itemOf(unit.unit, shortfall.indicator.code) };
}

/** Indicators met in the most units first. */
export function strengthParts(instrument: Instrument, raw: RawData, lines: readonly ResultLine[]): readonly Strength[] {
  const met = Map.groupBy(strengthsOf(instrument, lines), ({ indicator }) => indicator.code);
  const short = Map.groupBy(shortfallsOf(instrument, lines), ({ indicator }) => indicator.code);
  return placesOf(instrument)
    .flatMap(({ indicator }) => {
      const some = met.get(indicator.code);
      if (!some) return [];
      const units = some.map(({ unitNo }) => raw.units.find(({ unit }) => unit === unitNo)?.name ?? '');
      const missed = short.get(indicator.code)?.length ?? 0;
      return [{ indicator, units, of: units.length + missed, everywhere: missed === 0 }];
    })
    .sort((a, b) => Number(b.everywhere) - Number(a.everywhere) || b.units.length - a.units.length)
    .slice(0, MOST_STRENGTHS);
}

/** Every number of the instrument that no source confirms, each note once. */
export function markedDefaults(instrument: Instrument): ReportCard['defaults'] {
  const all: { about: Label; standing: Marked }[] = [
    ...instrument.bands.map(({ label, standing }) => ({ about: prefixed('Batas', 'Bound of', label), standing })),
    { about: { id: 'Cara menggabungkan unit', en: 'How units are joined' }, standing: instrument.agencyScore.standing },
    { about: { id: 'Batas "belum terpenuhi"', en: 'What counts as falling short' }, standing: instrument.shortBelow.standing },
    { about: { id: 'Rencana lapangan', en: 'Field work' }, standing: instrument.fieldwork.standing },
    ...instrument.dimensions.flatMap((dimension) => [
      { about: prefixed('Bobot dimensi', 'Weight of', dimension.name), standing: dimension.standing },
      ...dimension.variables.flatMap((variable) => [
        { about: prefixed('Bobot variabel', 'Weight of', variable.name), standing: variable.standing },
        ...variable.indicators.map((indicator) => ({
          about: prefixed('Bobot indikator dalam', 'Weights of indicators in', variable.name),
          standing: indicator.standing,
        })),
      ]),
    ]),
    ...(instrument.qualifier
      ? [{ about: { id: 'Penilaian pelengkap', en: 'The second judgement' }, standing: instrument.qualifier.standing }]
      : []),
  ];
  const notes = new Map<string, (typeof all)[number]>();
  for (const one of all) {
    const key = JSON.stringify([one.standing.note, one.standing.basis]);
    if (!one.standing.confirmed && !notes.has(key)) notes.set(key, one);
  }
  return [...notes.values()];
}

function prefixed(id: string, en: string, label: Label): Label {
  return { id: `${id} ${label.id}`, en: `${en} ${label.en}` };
}
