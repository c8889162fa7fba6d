import type { Label } from '../../kernel/language.ts';
import { zoneText } from './band-words.ts';
import { type Change, changed, changedNumber, changedStanding, matched } from './diff-words.ts';
import type { Band, Fieldwork, LocusRule, Qualifier } from './instrument.ts';
import { SHEET_KINDS } from './instrument.ts';
import { plain, SHEET_MEANS } from './instrument-words.ts';

const NONE: Label = { id: 'tidak ada', en: 'none' };

/** Bands, matched by category. */
export function diffBands(before: readonly Band[], after: readonly Band[], where: Label): readonly Change[] {
  const { added, removed, kept } = matched(before, after, (band) => band.category);
  const told = (band: Band): Label => ({
    id: `"${band.label.id}" (${band.category}) mulai ${plain(band.from, 'id')}`,
    en: `"${band.label.en}" (${band.category}) from ${plain(band.from, 'en')}`,
  });
  return [
    ...removed.map(
      (band): Change => ({ kind: 'removed', where, text: { id: `${told(band).id} dihapus.`, en: `${told(band).en} removed.` } }),
    ),
    ...added.map(
      (band): Change => ({ kind: 'added', where, text: { id: `${told(band).id} ditambahkan.`, en: `${told(band).en} added.` } }),
    ),
    ...kept.flatMap(([was, is]) => {
      const at = { id: `${where.id} › ${is.label.id}`, en: `${where.en} › ${is.label.en}` };
      return [
        ...changedNumber(at, { id: 'batas bawah', en: 'lower bound' }, was.from, is.from),
        ...changed(at, { id: 'label', en: 'label' }, was.label, is.label),
        ...changed(at, { id: 'zona', en: 'zone' }, zoneText(was) ?? NONE, zoneText(is) ?? NONE),
        ...(was.shade === is.shade || was.zone === 'hijau' || is.zone === 'hijau'
          ? []
          : [{ kind: 'changed' as const, where: at, text: { id: 'warna berubah.', en: 'shade changed.' } }]),
        ...changedStanding(at, was.standing, is.standing),
      ];
    }),
  ];
}

const QUALIFIER: Label = { id: 'Pelengkap label', en: 'Addition to the label' };

export function diffQualifier(before: Qualifier | null, after: Qualifier | null): readonly Change[] {
  if (!before && !after) return [];
  if (!before) return [{ kind: 'added', where: QUALIFIER, text: { id: 'ditambahkan.', en: 'added.' } }];
  if (!after) return [{ kind: 'removed', where: QUALIFIER, text: { id: 'dihapus.', en: 'removed.' } }];
  const steps = (of: Qualifier): Label => ({
    id: of.steps.map((step) => `${plain(step.from, 'id')}: ${step.adds.id}`).join('; ') || NONE.id,
    en: of.steps.map((step) => `${plain(step.from, 'en')}: ${step.adds.en}`).join('; ') || NONE.en,
  });
  return [
    ...changed(QUALIFIER, { id: 'dimensi yang dibaca', en: 'dimension it reads' }, text(before.dimension), text(after.dimension)),
    ...changed(QUALIFIER, { id: 'ambang', en: 'steps' }, steps(before), steps(after)),
    ...changed(
      QUALIFIER,
      { id: 'bila tidak ada yang dinilai', en: 'when there is nothing to judge' },
      before.whenNothing ?? NONE,
      after.whenNothing ?? NONE,
    ),
    ...changedStanding(QUALIFIER, before.standing, after.standing),
  ];
}

const FIELDWORK: Label = { id: 'Pekerjaan lapangan', en: 'Fieldwork' };

export function diffFieldwork(before: Fieldwork, after: Fieldwork): readonly Change[] {
  const key = (locus: LocusRule) => `${locus.office} ${[...locus.agencyKinds].sort().join(' ')}`;
  const { added, removed, kept } = matched(before.loci, after.loci, key);
  return [
    ...diffSheets(FIELDWORK, before.sheets, after.sheets),
    ...removed.map(
      (one): Change => ({
        kind: 'removed',
        where: FIELDWORK,
        text: { id: `lokus ${told(one).id} dihapus.`, en: `locus ${told(one).en} removed.` },
      }),
    ),
    ...added.map(
      (one): Change => ({
        kind: 'added',
        where: FIELDWORK,
        text: { id: `lokus ${told(one).id} ditambahkan.`, en: `locus ${told(one).en} added.` },
      }),
    ),
    ...kept.flatMap(([was, is]) => {
      const where = { id: `${FIELDWORK.id} › ${is.name.id}`, en: `${FIELDWORK.en} › ${is.name.en}` };
      return [
        ...changed(where, { id: 'nama', en: 'name' }, was.name, is.name),
        ...changedNumber(where, { id: 'jumlah', en: 'count' }, String(was.count), String(is.count)),
        ...diffSheets(where, was.sheets ?? {}, is.sheets ?? {}),
      ];
    }),
    ...changedStanding(FIELDWORK, before.standing, after.standing),
  ];
}

function diffSheets(where: Label, before: Fieldwork['sheets'], after: Fieldwork['sheets']): readonly Change[] {
  return SHEET_KINDS.flatMap((kind) => {
    const count = (of: number | undefined): Label => (of === undefined ? NONE : text(String(of)));
    const means = SHEET_MEANS[kind];
    return changed(where, { id: `jumlah ${means.id}`, en: `number of: ${means.en}` }, count(before[kind]), count(after[kind]));
  });
}

function told(locus: LocusRule): Label {
  const kinds = locus.agencyKinds.join(', ');
  return { id: `"${locus.name.id}" (${locus.count}; ${kinds})`, en: `"${locus.name.en}" (${locus.count}; ${kinds})` };
}

function text(of: string): Label {
  return { id: of, en: of };
}
