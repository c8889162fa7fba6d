/** What a table would do, row by row: the same judgement for the dry run and for the import itself. */
import { agenciesByIds, agencyByCode } from '../../../directory/index.ts';
import { type Actor, positionsWith } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement, FocalPoint, Signatory } from '../../rules/agreement.ts';
import { followsTwice } from '../../rules/draft.ts';
import { recordConflict } from '../../rules/register/same-record.ts';
import type { TableColumn } from '../../rules/register/table-columns.ts';
import {
  type CellProblem,
  differences,
  type ProgrammeNames,
  readRow,
  rowOf,
  type TableRow,
} from '../../rules/register/table-row.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreement, loadAgreementByCode } from '../../store/agreements.ts';
import { programmes } from '../../store/programmes.ts';
import { likeRecords, recordsLike } from '../../store/register/records.ts';
import type { AgreementEvent } from '../../store/save.ts';
import { prepareAgreement, type Refused } from '../create-agreement.ts';
import { asRecorded } from '../record-signed.ts';
import type { ReadRow, ReadTable } from './read-table.ts';
import { codesOf } from './row-codes.ts';

export interface JudgedRow {
  readonly line: number;
  readonly title: string;
  readonly what: 'created' | 'unchanged' | 'wrong';
  readonly problems: readonly CellProblem[];
  /** What would be written, for a row that is new. */
  readonly agreement?: Agreement;
  readonly events?: readonly AgreementEvent[];
  readonly scanName?: string;
}

/** Which column a field of the form is. */
const COLUMN_OF: Readonly<Record<string, TableColumn>> = {
  ...{ title: 'judul', parties: 'kode_pihak', programmes: 'ruang_lingkup', yearFrom: 'tahun_mulai', yearUntil: 'tahun_akhir' },
  ...{ signedOn: 'tanggal_tanda_tangan', inForceFrom: 'mulai_berlaku', inForceUntil: 'berlaku_sampai', basis: 'dasar' },
  ...{ purpose: 'tujuan', parentId: 'kode_induk', predecessorId: 'kode_pendahulu', keeperId: 'kode_penyimpan', source: 'sumber' },
};

export type Judge = (row: ReadRow) => Promise<JudgedRow>;

/** @param isWriting whoever records one of these papers at the same time waits until the transaction ends */
export async function judgeOf(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  columns: ReadTable['columns'],
  isWriting: boolean,
): Promise<Judge> {
  const known = await programmes(tx);
  const names: ProgrammeNames = new Map(
    known.flatMap(({ code, label }) =>
      [code, label.id.toLowerCase(), label.en.toLowerCase()].map((name) => [name, code] as const),
    ),
  );
  const ownAgencies = [
    ...(
      await agenciesByIds(
        tx,
        positionsWith(actor, 'agreement.prepare').map(({ agencyId }) => agencyId),
      )
    ).values(),
  ];
  const seen: Agreement[] = [];
  const seenCodes = new Set<string>();
  return async ({ line, cells, isWhole }) => {
    const read = readRow(cells, names);
    const title = read.row?.title ?? cells.judul ?? '';
    const wrong = (problems: readonly CellProblem[]): JudgedRow => ({ line, title, what: 'wrong', problems });
    const ragged: CellProblem[] = isWhole ? [] : [{ column: '', code: 'agreement.import-row-ragged' }];
    const early = [...read.problems, ...ragged];
    if (!read.row || early.length > 0) return wrong(early);
    if (read.row.code !== '') {
      const double = seenCodes.has(read.row.code);
      seenCodes.add(read.row.code);
      if (double) return wrong([{ column: 'kode', code: 'agreement.import-row-double' }]);
      return { line, title, ...(await judgeKnown(tx, actor, read.row, columns)) };
    }
    const keeper = read.row.keeperCode === '' ? ownAgencies[0] : await agencyByCode(tx, read.row.keeperCode);
    if (!keeper) return wrong([{ column: 'kode_penyimpan', code: 'agreement.party-unknown' }]);
    const made = await drafted(tools, tx, actor, read.row, keeper.id);
    if ('problems' in made) return wrong(made.problems);
    const { agreement, events } = made;
    if (recordConflict(agreement, seen)) return wrong([{ column: '', code: 'agreement.import-row-double' }]);
    // Written one after the other the second would be refused: the dry run says so before.
    const sameBefore = seen.filter(({ predecessorId }) => predecessorId !== null && predecessorId === agreement.predecessorId);
    const before = sameBefore.length > 0 ? await loadAgreement(tx, agreement.predecessorId as string) : undefined;
    if (before && sameBefore.some((other) => followsTwice(before, agreement, other)))
      return wrong([{ column: 'kode_pendahulu', code: 'agreement.predecessor-wrong' }]);
    seen.push(agreement);
    const alike = isWriting ? await recordsLike(tx, agreement) : await likeRecords(tx, agreement);
    if (recordConflict(agreement, alike)) return { line, title, what: 'unchanged', problems: [] };
    return { line, title, what: 'created', problems: [], agreement, events, scanName: read.row.scanName };
  };
}

/** A row with a code is on record: it is skipped when it says the same, and wrong when it says something else. */
async function judgeKnown(
  tx: Tx,
  actor: Actor,
  row: TableRow,
  columns: readonly TableColumn[],
): Promise<Pick<JudgedRow, 'what' | 'problems'>> {
  const agreement = /^[A-Z]{2,4}-\d{4}-\d{4,}$/.test(row.code) ? await loadAgreementByCode(tx, row.code) : undefined;
  if (!agreement || !isInside(actor, agreement))
    return { what: 'wrong', problems: [{ column: 'kode', code: 'agreement.import-code-unknown' }] };
  const codes = await codesOf(tx, [agreement]);
  // A scan may have come since: that is no other paper.
  const compared = columns.filter((column) => column !== 'berkas_pindaian');
  const differing = differences(row, rowOf(agreement, codes(agreement)), compared);
  const problems = differing.map((column) => ({ column, code: 'agreement.import-record-differs' as const }));
  return { what: problems.length > 0 ? 'wrong' : 'unchanged', problems };
}

async function drafted(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  row: TableRow,
  keeperId: string,
): Promise<
  { readonly agreement: Agreement; readonly events: readonly AgreementEvent[] } | { readonly problems: readonly CellProblem[] }
> {
  const problems: CellProblem[] = [];
  const agencies = await Promise.all(
    row.parties.map(({ code }) => (code === null || code === '' || code.length > 200 ? undefined : agencyByCode(tx, code))),
  );
  if (row.parties.some(({ code, name }, index) => (code === null ? name === '' : !agencies[index])))
    problems.push({ column: 'kode_pihak', code: 'agreement.party-unknown' });
  const related = async (code: string, column: 'kode_induk' | 'kode_pendahulu') => {
    if (code === '') return null;
    const found = code.length > 40 ? undefined : await loadAgreementByCode(tx, code);
    if (!found || !(isInside(actor, found) || found.state === 'signed' || found.state === 'ended'))
      problems.push({ column, code: column === 'kode_induk' ? 'agreement.parent-wrong' : 'agreement.predecessor-wrong' });
    return found?.id ?? null;
  };
  const [parentId, predecessorId] = [
    await related(row.parentCode, 'kode_induk'),
    await related(row.predecessorCode, 'kode_pendahulu'),
  ];
  if (problems.length > 0) return { problems };
  const days = { signedOn: row.signedOn, inForceFrom: row.inForceFrom, inForceUntil: row.inForceUntil };
  const told = (flaws: readonly Refused[]) =>
    flaws.map(({ field, code }) => ({ column: COLUMN_OF[field] ?? ('' as const), code }));
  const prepared = await prepareAgreement(tools, tx, actor, {
    ...{ kind: row.kind, title: row.title, programmes: row.programmes, basis: row.basis, purpose: row.purpose, place: row.place },
    ...{ yearFrom: row.yearFrom, yearUntil: row.yearUntil, source: row.source, keeperId, parentId, predecessorId, ...days },
    parties: row.parties.map(({ name, ownNumber }, index) => ({ agencyId: agencies[index]?.id ?? null, name, ownNumber })),
  });
  if (!prepared.ok) return { problems: told(prepared.refusal) };
  const hands = withHands(tools, prepared.value, row);
  const today = dayOf(hands.createdAt, hands.zone);
  const recorded = asRecorded(hands, { ...days, place: row.place, source: row.source, hasScan: false }, actor, today);
  if (!recorded.ok) return { problems: told(recorded.refusal) };
  return { agreement: recorded.value.next, events: recorded.value.events };
}

/** Who signed, who witnessed, whom one asks: as the row says, for the parties in their order. */
function withHands(tools: Tools, agreement: Agreement, row: TableRow): Agreement {
  const hand = (position: string, name: string, partyId: string | null, ordinal: number): Signatory => ({
    ...{ id: tools.random.id(), partyId, ordinal, capacity: partyId === null ? 'witnesses' : 'signs', position, name },
    ...{ personId: null, askedAt: null, method: null, signedAt: null, uploadedBy: null, confirmedBy: null, declinedAt: null },
  });
  const signs = row.parties.flatMap(({ signatories }, index) =>
    signatories.map(({ position, name }) => hand(position, name, agreement.parties[index]?.id ?? null, index + 1)),
  );
  const witnesses = row.witnesses.map(({ position, name }, index) => hand(position, name, null, row.parties.length + index + 1));
  const focalPoints = row.parties.flatMap(({ focalPoint }, index): FocalPoint[] => {
    const party = agreement.parties[index];
    if (focalPoint === null || !party) return [];
    return [
      {
        ...{ id: tools.random.id(), partyId: party.id, agencyId: party.agencyId, position: focalPoint.position, personId: null },
        ...{ officeMail: focalPoint.officeMail, since: dayOf(agreement.createdAt, agreement.zone), until: null },
      },
    ];
  });
  return { ...agreement, signatories: [...signs, ...witnesses], focalPoints };
}
