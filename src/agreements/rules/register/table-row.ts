/** Between an agreement and its row in a table. What a row says is a value of its own; reading a written row gives it back (a property test). Pure. */
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { AGREEMENT_KINDS, type AgreementKind, agreementKind, isAgreementKind, KINDS } from '../kinds.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { guarded, type TableColumn, unguarded } from './table-columns.ts';

export type Cells = Readonly<Partial<Record<TableColumn, string>>>;

export interface RowParty {
  /** `null` for a body outside the directory, whose `name` stands then. */
  readonly code: string | null;
  readonly name: string;
  readonly ownNumber: string;
  readonly signatories: readonly RowHand[];
  readonly focalPoint: { readonly position: string; readonly officeMail: string } | null;
}

export interface RowHand {
  readonly position: string;
  readonly name: string;
}

export interface TableRow {
  readonly code: string;
  readonly kind: AgreementKind;
  readonly title: string;
  readonly parties: readonly RowParty[];
  /** Codes, in the order of the alphabet. */
  readonly programmes: readonly string[];
  readonly yearFrom: number | null;
  readonly yearUntil: number | null;
  readonly place: string;
  readonly signedOn: Day | null;
  readonly inForceFrom: Day | null;
  readonly inForceUntil: Day | null;
  readonly witnesses: readonly RowHand[];
  readonly basis: string;
  readonly purpose: string;
  readonly parentCode: string;
  readonly predecessorCode: string;
  readonly keeperCode: string;
  readonly source: string;
  readonly scanName: string;
}

export interface CellProblem {
  /** '' = the row as a whole. */
  readonly column: TableColumn | '';
  readonly code: AgreementRefusal;
}

/** Programmes by code and by their Indonesian name, folded. */
export type ProgrammeNames = ReadonlyMap<string, string>;

const lineOf = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
/** Parts of a cell; the sign that separates them cannot be part of one. */
const split = (cell: string) => (cell.trim() === '' ? [] : cell.split('|').map(lineOf));
const part = (text: string) => lineOf(text.replaceAll('|', '/'));

export function cellsOf(row: TableRow, told: { readonly names: readonly string[]; readonly standing: string }): Cells {
  const perParty = (of: (party: RowParty) => string) => {
    const parts = row.parties.map(of);
    return parts.every((each) => each === '') ? '' : parts.join('|');
  };
  const hand = ({ position, name }: RowHand) =>
    name === '' ? part(position) : `${part(position).replaceAll(':', ' ')}: ${part(name)}`;
  const cells: Record<TableColumn, string> = {
    ...{ kode: row.code, jenis: agreementKind(row.kind).label.id, judul: row.title },
    kode_pihak: row.parties.map(({ code, name }) => code ?? `*${part(name)}`).join('|'),
    nama_pihak: told.names.map(part).join('|'),
    nomor_dokumen: perParty(({ ownNumber }) => part(ownNumber)),
    ruang_lingkup: row.programmes.join('|'),
    ...{ tahun_mulai: String(row.yearFrom ?? ''), tahun_akhir: String(row.yearUntil ?? ''), tempat: row.place },
    ...{ tanggal_tanda_tangan: String(row.signedOn ?? ''), mulai_berlaku: String(row.inForceFrom ?? '') },
    berlaku_sampai: String(row.inForceUntil ?? ''),
    penanda_tangan: perParty(({ signatories }) => signatories.map(hand).join(' + ')),
    saksi: row.witnesses.map(hand).join('|'),
    narahubung: perParty(({ focalPoint }) =>
      focalPoint === null
        ? ''
        : [part(focalPoint.position), focalPoint.officeMail && `<${focalPoint.officeMail}>`].filter(Boolean).join(' '),
    ),
    ...{ dasar: row.basis, tujuan: row.purpose, kode_induk: row.parentCode, kode_pendahulu: row.predecessorCode },
    ...{ kode_penyimpan: row.keeperCode, sumber: row.source, berkas_pindaian: row.scanName, keadaan: told.standing },
  };
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, guarded(cell)]));
}

/** What a row says, with everything wrong in it; `row` is there as far as it can be read. */
export function readRow(
  cells: Cells,
  programmes: ProgrammeNames,
): { readonly row: TableRow | undefined; readonly problems: readonly CellProblem[] } {
  const problems: CellProblem[] = [];
  const cell = (column: TableColumn) => unguarded(cells[column] ?? '').trim();
  const wrong = (column: TableColumn, code: AgreementRefusal) => problems.push({ column, code });
  const kind = kindOf(cell('jenis'));
  if (!kind) wrong('jenis', 'agreement.kind-unknown');
  const day = (column: TableColumn): Day | null => {
    if (cell(column) === '') return null;
    const found = dayOfCell(cell(column));
    if (!found) wrong(column, 'agreement.day-wrong');
    return found ?? null;
  };
  const year = (column: TableColumn): number | null => {
    if (cell(column) === '') return null;
    if (/^2[01]\d\d$/.test(cell(column))) return Number(cell(column));
    wrong(column, 'agreement.year-wrong');
    return null;
  };
  const codes = split(cell('kode_pihak'));
  const each = (column: TableColumn): readonly string[] => {
    const parts = split(cell(column));
    if (parts.length === 0) return codes.map(() => '');
    if (parts.length !== codes.length) wrong(column, 'agreement.import-list-wrong');
    return parts;
  };
  const [numbers, hands, points] = [each('nomor_dokumen'), each('penanda_tangan'), each('narahubung')];
  const chosen = split(cell('ruang_lingkup')).map((name) => programmes.get(name.toLowerCase()));
  if (chosen.includes(undefined)) wrong('ruang_lingkup', 'agreement.programme-unknown');
  const row = kind && {
    ...{ code: cell('kode').toUpperCase(), kind, title: lineOf(cell('judul')) },
    parties: codes.map((code, index) => ({
      ...{ code: code.startsWith('*') ? null : code.toLowerCase(), name: code.startsWith('*') ? lineOf(code.slice(1)) : '' },
      ownNumber: numbers[index] ?? '',
      signatories: (hands[index] ?? '').split(' + ').flatMap((text) => handOf(text)),
      focalPoint: pointOf(points[index] ?? ''),
    })),
    programmes: [...new Set(chosen.flatMap((code) => code ?? []))].toSorted(),
    ...{ yearFrom: year('tahun_mulai'), yearUntil: year('tahun_akhir'), place: lineOf(cell('tempat')) },
    ...{ signedOn: day('tanggal_tanda_tangan'), inForceFrom: day('mulai_berlaku'), inForceUntil: day('berlaku_sampai') },
    witnesses: split(cell('saksi')).flatMap((text) => handOf(text)),
    ...{ basis: cell('dasar'), purpose: cell('tujuan'), parentCode: cell('kode_induk').toUpperCase() },
    ...{ predecessorCode: cell('kode_pendahulu').toUpperCase(), keeperCode: cell('kode_penyimpan').toLowerCase() },
    ...{ source: cell('sumber'), scanName: cell('berkas_pindaian') },
  };
  return { row, problems };
}

/** By its name in Indonesian, its code, or the beginning of its codes: Nota kesepakatan, nota-kesepakatan, NK, PKS, RAD. */
function kindOf(text: string): AgreementKind | undefined {
  const folded = lineOf(text).toLowerCase();
  if (isAgreementKind(folded)) return folded;
  return KINDS.find((kind) => {
    const { label, prefix } = AGREEMENT_KINDS[kind];
    return [label.id.toLowerCase(), label.id.replace(/ \(.*\)$/, '').toLowerCase(), prefix.toLowerCase()].includes(folded);
  });
}

function dayOfCell(text: string): Day | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : [];
  if (year === undefined) return undefined;
  try {
    return Temporal.PlainDate.from({ year: Number(year), month: Number(month), day: Number(day) }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

function handOf(text: string): readonly RowHand[] {
  const [position = '', ...name] = lineOf(text).split(':');
  return lineOf(text) === '' ? [] : [{ position: position.trim(), name: name.join(':').trim() }];
}

function pointOf(text: string): RowParty['focalPoint'] {
  if (lineOf(text) === '') return null;
  const officeMail = /<([^<>]*)>\s*$/.exec(text)?.[1]?.trim() ?? '';
  return { position: lineOf(text.replace(/<[^<>]*>\s*$/, '')), officeMail };
}

export interface Codes {
  readonly agency: (id: string) => string;
  readonly agreement: (id: string) => string;
  readonly scanName: string;
}

/** What the table says of an agreement. Former focal points stay on its page. */
export function rowOf(agreement: Agreement, codes: Codes): TableRow {
  const hand = ({ position, name }: RowHand): RowHand => ({ position: lineOf(position), name: lineOf(name) });
  return {
    ...{ code: agreement.code, kind: agreement.kind, title: agreement.title },
    parties: agreement.parties.map((party) => {
      const point = agreement.focalPoints.find(({ partyId, until }) => partyId === party.id && until === null);
      return {
        ...{ code: party.agencyId === null ? null : codes.agency(party.agencyId), name: party.name, ownNumber: party.ownNumber },
        signatories: agreement.signatories
          .filter(({ partyId, capacity }) => partyId === party.id && capacity === 'signs')
          .map(hand),
        focalPoint: point ? { position: point.position, officeMail: point.officeMail } : null,
      };
    }),
    programmes: agreement.programmes.toSorted(),
    ...{ yearFrom: agreement.yearFrom, yearUntil: agreement.yearUntil, place: agreement.place },
    ...{ signedOn: agreement.signedOn, inForceFrom: agreement.inForceFrom, inForceUntil: agreement.inForceUntil },
    witnesses: agreement.signatories.filter(({ capacity }) => capacity === 'witnesses').map(hand),
    ...{ basis: agreement.basis, purpose: agreement.purpose },
    parentCode: agreement.parentId === null ? '' : codes.agreement(agreement.parentId),
    predecessorCode: agreement.predecessorId === null ? '' : codes.agreement(agreement.predecessorId),
    ...{ keeperCode: codes.agency(agreement.keeperId), source: agreement.source, scanName: codes.scanName },
  };
}

/** The columns in which two rows differ; what the table of a row left out differs in nothing. */
export function differences(one: TableRow, other: TableRow, columns: readonly TableColumn[]): readonly TableColumn[] {
  const told = { names: [], standing: '' };
  const [mine, theirs] = [cellsOf(one, told), cellsOf(other, told)];
  const folded = (text: string | undefined) => lineOf(text ?? '');
  return columns.filter((column) => folded(mine[column]) !== folded(theirs[column]));
}
