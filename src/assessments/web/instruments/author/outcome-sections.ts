import { AGENCY_KINDS, type AgencyKind } from '../../../../directory/index.ts';
import type { Label } from '../../../../kernel/language.ts';
import type { Band, Fieldwork, Instrument, LocusRule, Qualifier, SheetKind, ZoneCode } from '../../../rules/instrument.ts';
import { SHEET_KINDS } from '../../../rules/instrument.ts';
import { SHEET_MEANS } from '../../../rules/instrument-words.ts';
import {
  codeOf,
  type Field,
  labelFields,
  readLabel,
  readNumber,
  readStanding,
  readWhole,
  type Section,
  showNumber,
  standingFields,
  type Typed,
} from './fields.ts';

/** Rows besides those that are there, for what is new. */
const SPARE = 2;

const ZONES: readonly { value: string; label: Label }[] = [
  { value: '', label: { id: 'Tanpa zona', en: 'No zone' } },
  { value: 'hijau', label: { id: 'Hijau', en: 'Green' } },
  { value: 'hijau pekat', label: { id: 'Hijau pekat', en: 'Dark green' } },
  { value: 'kuning', label: { id: 'Kuning', en: 'Yellow' } },
  { value: 'merah', label: { id: 'Merah', en: 'Red' } },
];

/** Bands of the agency, or of single units. */
export function bandsSection(instrument: Instrument, of: 'bands' | 'unitBands'): Section {
  const bands = instrument[of] ?? [];
  const rows = [...bands, ...Array.from({ length: SPARE }, () => null)];
  return {
    title:
      of === 'bands'
        ? { id: 'Kategori dan zona', en: 'Categories and zones' }
        : { id: 'Kategori unit', en: 'Categories of units' },
    lead: {
      id: 'Batas bawah ikut termasuk; kategori berlaku sampai batas berikutnya. Yang kategorinya kosong dihapus. Tanpa kategori unit, unit memakai kategori instansi.',
      en: 'The lower bound is part of the band, which goes up to the next. A band without a category is removed. Without own categories units use those of the agency.',
    },
    fields: rows.flatMap((band, place) => bandFields(band, place)),
    apply: (now, typed) => {
      const read = rows.flatMap((_, place) => readBand(typed, place) ?? []);
      return of === 'bands' ? { ...now, bands: read } : { ...now, unitBands: read.length > 0 ? read : null };
    },
  };
}

function bandFields(band: Band | null, place: number): readonly Field[] {
  const name = (field: string) => `band-${place}-${field}`;
  const zone = band?.zone ? (band.shade === 'dark' ? 'hijau pekat' : band.zone) : '';
  const heading = band ? band.label : { id: 'Kategori baru', en: 'New category' };
  return [
    {
      name: name('category'),
      label: { id: 'Kategori', en: 'Category' },
      kind: 'text',
      value: band?.category ?? '',
      width: 10,
      heading,
      optional: band === null,
    },
    {
      name: name('from'),
      label: { id: 'Mulai dari nilai', en: 'From score' },
      kind: 'text',
      value: showNumber(band?.from ?? ''),
      width: 5,
      optional: band === null,
    },
    { name: name('zone'), label: { id: 'Zona', en: 'Zone' }, kind: 'select', value: zone, options: ZONES },
    ...labelFields(name('label'), { id: 'Label', en: 'Label' }, band?.label ?? { id: '', en: '' }),
    ...standingFields(`${name('')}`, band?.standing ?? { confirmed: false, basis: null, note: null }).map(
      ({ heading: _, ...field }) => field,
    ),
  ];
}

function readBand(typed: Typed, place: number): Band | null {
  const name = (field: string) => `band-${place}-${field}`;
  const category = typed.text(name('category')).trim();
  if (category === '') return null;
  const zone = typed.text(name('zone'));
  return {
    from: readNumber(typed, name('from')),
    category,
    zone: zone === 'hijau pekat' ? 'hijau' : zone === '' ? null : (zone as ZoneCode),
    shade: zone === 'hijau pekat' ? 'dark' : null,
    label: readLabel(typed, name('label')),
    standing: readStanding(typed, name('')),
  };
}

/** The dimension that is read beside the score, and what it adds to the label. */
export function qualifierSection(instrument: Instrument): Section {
  const { qualifier } = instrument;
  const steps = [...(qualifier?.steps ?? []), ...Array.from({ length: SPARE }, () => null)];
  const beside = instrument.dimensions.filter((one) => one.role === 'qualifier');
  return {
    title: { id: 'Pelengkap label', en: 'Addition to the label' },
    lead: {
      id: 'Satu dimensi di luar nilai dapat menambah kata pada label, misalnya "(Tanpa Maladministrasi)".',
      en: 'One dimension outside the score may add words to the label, for example "(without maladministration)".',
    },
    fields: [
      {
        name: 'dimension',
        label: { id: 'Dimensi yang dibaca', en: 'Dimension it reads' },
        kind: 'select',
        value: qualifier?.dimension ?? '',
        options: [
          { value: '', label: { id: 'Tidak ada', en: 'None' } },
          ...beside.map(({ code, name }) => ({ value: code, label: name })),
        ],
      },
      ...steps.flatMap((step, place): readonly Field[] => [
        {
          name: `step-${place}-from`,
          label: { id: 'Mulai dari nilai', en: 'From score' },
          kind: 'text',
          value: showNumber(step?.from ?? ''),
          width: 5,
          optional: true,
        },
        ...labelFields(
          `step-${place}-adds`,
          { id: 'Kata yang ditambahkan', en: 'Words that are added' },
          step?.adds ?? { id: '', en: '' },
        ).map((field) => ({ ...field, optional: true })),
      ]),
      ...labelFields(
        'nothing',
        { id: 'Kata bila tidak ada yang dinilai', en: 'Words when there is nothing to judge' },
        qualifier?.whenNothing ?? { id: '', en: '' },
      ).map((field) => ({ ...field, optional: true })),
      ...standingFields('', qualifier?.standing ?? { confirmed: false, basis: null, note: null }),
    ],
    apply: (now, typed) => {
      const dimension = typed.text('dimension');
      if (dimension === '') return { ...now, qualifier: null };
      const nothing = readLabel(typed, 'nothing');
      const edited: Qualifier = {
        dimension,
        steps: steps.flatMap((_, place) =>
          typed.text(`step-${place}-from`).trim() === ''
            ? []
            : [{ from: readNumber(typed, `step-${place}-from`), adds: readLabel(typed, `step-${place}-adds`) }],
        ),
        whenNothing: nothing.id === '' ? null : nothing,
        standing: readStanding(typed, ''),
      };
      return { ...now, qualifier: edited };
    },
  };
}

const GOVERNMENTS: readonly AgencyKind[] = [
  'regency-government',
  'city-government',
  'province-government',
  'ministry',
  'institution',
  'vertical-office',
];

/** How many sheets a unit gets, and which units an agency is assessed in. */
export function fieldworkSection(instrument: Instrument): Section {
  const { fieldwork } = instrument;
  const rows = [...fieldwork.loci, ...Array.from({ length: SPARE }, () => null)];
  return {
    title: { id: 'Pekerjaan lapangan', en: 'Fieldwork' },
    lead: { id: 'Unit yang namanya kosong dihapus.', en: 'A unit without a name is removed.' },
    fields: [
      ...SHEET_KINDS.map(
        (kind, place): Field => ({
          name: `sheets-${kind}`,
          label: SHEET_MEANS[kind],
          kind: 'text',
          value: String(fieldwork.sheets[kind] ?? ''),
          width: 4,
          optional: true,
          ...(place === 0 ? { heading: { id: 'Lembar di setiap unit', en: 'Sheets in every unit' } } : {}),
        }),
      ),
      ...rows.flatMap(locusFields),
      ...standingFields('', fieldwork.standing),
    ],
    apply: (now, typed) => {
      const edited: Fieldwork = {
        sheets: readSheets(typed),
        loci: rows.flatMap((locus, place) => readLocus(typed, place, locus) ?? []),
        standing: readStanding(typed, ''),
      };
      return { ...now, fieldwork: edited };
    },
  };
}

function locusFields(locus: LocusRule | null, place: number): readonly Field[] {
  const name = (field: string) => `locus-${place}-${field}`;
  const heading = locus ? { id: `Unit: ${locus.name.id}`, en: `Unit: ${locus.name.en}` } : { id: 'Unit baru', en: 'New unit' };
  const [first, second] = labelFields(name('name'), { id: 'Nama', en: 'Name' }, locus?.name ?? { id: '', en: '' });
  return [
    { ...(first as Field), heading, optional: locus === null },
    second as Field,
    {
      name: name('office'),
      label: { id: 'Fungsi dalam direktori', en: 'Function in the directory' },
      kind: 'text',
      value: locus?.office ?? '',
      width: 20,
      optional: locus === null,
      hint: {
        id: 'Misalnya dinkes, puskesmas, rsud; "self" untuk unit instansi sendiri.',
        en: 'For example dinkes, puskesmas, rsud; "self" for units of the agency itself.',
      },
    },
    {
      name: name('count'),
      label: { id: 'Jumlah', en: 'Number' },
      kind: 'text',
      value: String(locus?.count ?? ''),
      width: 4,
      optional: locus === null,
    },
    {
      name: name('kinds'),
      label: { id: 'Instansi', en: 'Agencies' },
      kind: 'checks',
      value: (locus?.agencyKinds ?? []).join(' '),
      options: GOVERNMENTS.map((value) => ({ value, label: AGENCY_KINDS[value] })),
    },
  ];
}

function readLocus(typed: Typed, place: number, before: LocusRule | null): LocusRule | null {
  const name = (field: string) => `locus-${place}-${field}`;
  const label = readLabel(typed, name('name'));
  if (label.id === '') return null;
  const chosen = typed.all(name('kinds'));
  const unseen = before?.agencyKinds.filter((kind) => !(GOVERNMENTS as readonly string[]).includes(kind)) ?? [];
  return {
    ...before,
    agencyKinds: [...GOVERNMENTS.filter((kind) => chosen.includes(kind)), ...unseen],
    office: codeOf(typed.text(name('office'))),
    name: label,
    count: readWhole(typed, name('count')),
  };
}

function readSheets(typed: Typed): Fieldwork['sheets'] {
  const counts = SHEET_KINDS.filter((kind) => typed.text(`sheets-${kind}`).trim() !== '').map(
    (kind): readonly [SheetKind, number] => [kind, readWhole(typed, `sheets-${kind}`)],
  );
  return Object.fromEntries(counts);
}
