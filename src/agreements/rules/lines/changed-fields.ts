/** Which fields of a promise differ, as text for the record and for whoever compares. Pure. */
import type { Label } from '../../../kernel/language.ts';
import type { LinePromise } from './promise.ts';

export const LINE_FIELDS = {
  activity: { id: 'Kegiatan', en: 'Activity' },
  programme: { id: 'Ruang lingkup', en: 'Programme' },
  factor: { id: 'Faktor keberhasilan', en: 'Factor of success' },
  form: { id: 'Bentuk', en: 'Form' },
  output: { id: 'Keluaran', en: 'Output' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  unit: { id: 'Satuan', en: 'Unit' },
  baseline: { id: 'Nilai awal', en: 'Baseline' },
  target1: { id: 'Target triwulan I', en: 'Target of quarter 1' },
  target2: { id: 'Target triwulan II', en: 'Target of quarter 2' },
  target3: { id: 'Target triwulan III', en: 'Target of quarter 3' },
  target4: { id: 'Target triwulan IV', en: 'Target of quarter 4' },
  direction: { id: 'Arah', en: 'Direction' },
  year: { id: 'Tahun target', en: 'Year of the targets' },
  startsOn: { id: 'Mulai', en: 'Begins' },
  dueOn: { id: 'Tenggat', en: 'Due' },
  budgetSource: { id: 'Sumber anggaran', en: 'Source of the budget' },
  budgetAmount: { id: 'Anggaran (Rp)', en: 'Budget (Rp)' },
  place: { id: 'Tempat', en: 'Place' },
  owner: { id: 'Penanggung jawab', en: 'Responsible' },
  ownerPosition: { id: 'Jabatan penanggung jawab', en: 'Position responsible' },
  ownerPerson: { id: 'Petugas yang melapor', en: 'Officer who reports' },
  other: { id: 'Yang mengonfirmasi', en: 'Who confirms' },
  otherPosition: { id: 'Jabatan yang mengonfirmasi', en: 'Position that confirms' },
  otherPerson: { id: 'Petugas yang mengonfirmasi', en: 'Officer who confirms' },
  supporting: { id: 'Instansi pendukung', en: 'Supporting offices' },
  evidenceAsked: { id: 'Bukti dukung yang diminta', en: 'Evidence asked for' },
  isPriority: { id: 'Prioritas kepala daerah', en: 'Priority of the regional head' },
  measure: { id: 'Ukuran langsung', en: 'Live measure' },
  measureAgency: { id: 'Instansi yang diukur', en: 'Agency measured' },
  measureDays: { id: 'Hari yang diukur', en: 'Days measured' },
} as const satisfies Record<string, Label>;
export type LineField = keyof typeof LINE_FIELDS;

/** Who of an office reports and confirms is for the parties alone. */
export const PRIVATE_FIELDS: readonly LineField[] = ['ownerPerson', 'otherPerson'];

/** The fields of a kept change that everybody may read. */
export function publicFieldsOf(after: Readonly<Record<string, unknown>>): readonly LineField[] {
  return Object.keys(after).filter(
    (field): field is LineField => Object.hasOwn(LINE_FIELDS, field) && !PRIVATE_FIELDS.includes(field as LineField),
  );
}

/** The days of a live measure are kept beside the line, with the measure alone (actions/sources/set-measure.ts). */
export type LineTexts = Readonly<Record<Exclude<LineField, 'measureDays'>, string | null>>;

/** Every field as text: days and amounts as they are kept, agencies and people by id. */
export function textsOf(line: LinePromise): LineTexts {
  const [target1, target2, target3, target4] = line.targets;
  return {
    ...{ activity: line.activity, programme: line.programme, factor: line.factor, form: line.form, output: line.output },
    ...{ indicator: line.indicator, unit: line.unit, baseline: line.baseline, target1, target2, target3, target4 },
    ...{ direction: line.direction, year: String(line.year), startsOn: line.startsOn.toString(), dueOn: line.dueOn.toString() },
    ...{ budgetSource: line.budgetSource, budgetAmount: line.budgetAmount, place: line.place, owner: line.owner.agencyId },
    ...{ ownerPosition: line.owner.position, ownerPerson: line.owner.personId, other: line.other?.agencyId ?? null },
    ...{ otherPosition: line.other?.position ?? '', otherPerson: line.other?.personId ?? null },
    ...{ supporting: [...line.supportingIds].sort().join(' '), evidenceAsked: line.evidenceAsked },
    ...{ isPriority: line.isPriority ? 'yes' : 'no', measure: line.measure, measureAgency: line.measureAgencyId },
  };
}

/** The fields that differ, in their order; empty = nothing changed. */
export function changedFields(before: LinePromise, after: LinePromise): readonly (keyof LineTexts)[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  return (Object.keys(old) as (keyof LineTexts)[]).filter((field) => old[field] !== now[field]);
}
