/** Between a service and its row in a table. */
import { Temporal } from '../../kernel/time.ts';
import { type ContentProblem, problemsOfContent } from './check-content.ts';
import { COMPONENT_CODES, type ComponentCode } from './components.ts';
import { SERVICE_FIELDS, type ServiceField } from './fields.ts';
import { lineOf, normalStandard } from './normal-standard.ts';
import { readComponent } from './read-component.ts';
import type { ServiceRefusal } from './refusals.ts';
import { SERVICE_CHANNELS, type ServiceChannel, type ServiceContent, type ServiceVersion } from './service.ts';
import { EMPTY_STANDARD, type Standard } from './standard.ts';
import { COMPONENT_COLUMNS, guarded, unguarded } from './table-columns.ts';
import { tellComponent } from './tell-component.ts';

export type Cells = Readonly<Record<string, string>>;

const STATUS_WORDS = { draft: 'rancangan', published: 'terbit', withdrawn: 'dicabut' } as const;

/** A service's row, cells guarded. */
export function cellsOf(
  service: { readonly number: string; readonly agencyCode: string; readonly agencyName: string },
  version: ServiceVersion,
  stated: number,
): Cells {
  const cells: Record<string, string> = {
    nomor: service.number,
    kode_instansi: service.agencyCode,
    instansi: service.agencyName,
    nama_layanan: version.name,
    bidang: SERVICE_FIELDS[version.field].id,
    kanal: SERVICE_CHANNELS[version.channel].id,
    alamat_daring: version.onlineAddress,
    nomor_sk: version.decreeNumber,
    tanggal_sk: version.decreeOn?.toString() ?? '',
    penanggung_jawab: version.ownerPosition,
    versi: String(version.version),
    status: STATUS_WORDS[version.state],
    berlaku_mulai: version.validFrom?.toString() ?? '',
    komponen_dinyatakan: String(stated),
  };
  for (const code of COMPONENT_CODES) cells[COMPONENT_COLUMNS[code]] = tellComponent(code, version.standard, 'id').join('\n');
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, guarded(cell)]));
}

export interface RowProblem {
  /** The column's name as it stands in the table; '' for the row as a whole. */
  readonly column: string;
  readonly code: ServiceRefusal;
}

const COLUMN_OF: Readonly<Record<Exclude<ContentProblem['field'], ComponentCode>, string>> = {
  name: 'nama_layanan',
  field: 'bidang',
  channel: 'kanal',
  onlineAddress: 'alamat_daring',
  decreeNumber: 'nomor_sk',
  decreeOn: 'tanggal_sk',
  ownerPosition: 'penanggung_jawab',
};

/**
 * What a row says, over what is on record: a column that is not in the table leaves its part as it is, an empty cell empties it.
 *
 * @param before what is on record, `undefined` for a new service
 */
export function contentOfCells(
  cells: Cells,
  before: ServiceContent | undefined,
): { readonly content: ServiceContent; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = [];
  const has = (column: string) => Object.hasOwn(cells, column);
  const cell = (column: string, otherwise: string) => (has(column) ? lineOf(unguarded(cells[column] ?? '')) : otherwise);
  const field = codeOf<ServiceField>(SERVICE_FIELDS, cell('bidang', ''));
  const channel = codeOf<ServiceChannel>(SERVICE_CHANNELS, cell('kanal', ''));
  if (field === undefined) problems.push({ column: 'bidang', code: 'service.field-missing' });
  if (channel === undefined) problems.push({ column: 'kanal', code: 'service.channel-missing' });
  const day = has('tanggal_sk') ? readDay(cell('tanggal_sk', '')) : (before?.decreeOn ?? null);
  if (day === undefined) problems.push({ column: 'tanggal_sk', code: 'service.day-wrong' });
  let standard: Standard = before?.standard ?? EMPTY_STANDARD;
  for (const code of COMPONENT_CODES) {
    const column = COMPONENT_COLUMNS[code];
    if (!has(column)) continue;
    const read = readComponent(code, unguarded(cells[column] ?? ''));
    if (read.ok) standard = { ...standard, ...read.value };
    else problems.push({ column, code: read.refusal });
  }
  const content: ServiceContent = {
    name: cell('nama_layanan', ''),
    field: field ?? 'other',
    channel: channel ?? 'counter',
    onlineAddress: cell('alamat_daring', before?.onlineAddress ?? ''),
    decreeNumber: cell('nomor_sk', before?.decreeNumber ?? ''),
    decreeOn: day ?? null,
    ownerPosition: cell('penanggung_jawab', before?.ownerPosition ?? ''),
    standard: normalStandard(standard),
  };
  const columnOf = (name: ContentProblem['field']) =>
    Object.hasOwn(COMPONENT_COLUMNS, name) ? COMPONENT_COLUMNS[name as ComponentCode] : COLUMN_OF[name as keyof typeof COLUMN_OF];
  const known = new Set(problems.map(({ column }) => column));
  for (const { field: name, code } of problemsOfContent(content)) {
    const column = columnOf(name);
    const follows =
      known.has(column) || (channel === undefined && column === 'alamat_daring') || (day === undefined && column === 'nomor_sk');
    if (!follows) problems.push({ column, code });
  }
  return { content, problems };
}

/** The code of a text that is the code itself or its label, whatever its case. */
function codeOf<Code extends string>(labels: Readonly<Record<Code, { readonly id: string; readonly en: string }>>, text: string) {
  const asked = text.toLowerCase();
  return (Object.keys(labels) as Code[]).find((code) =>
    [code, labels[code].id, labels[code].en].some((name) => name.toLowerCase() === asked),
  );
}

/** `2025-03-17`, or `17/03/2025` and `17-03-2025` as spreadsheets make of it; `undefined` when it is no day. */
function readDay(text: string): Temporal.PlainDate | null | undefined {
  if (text === '') return null;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const parts = iso ? [iso[1], iso[2], iso[3]] : local ? [local[3], local[2], local[1]] : undefined;
  if (!parts) return undefined;
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  if (year < 1945 || year > 2200) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
