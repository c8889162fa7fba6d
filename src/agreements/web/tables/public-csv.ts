/** `/agreements/:code/lines.csv`: the lines of a signed plan for everyone, streamed. Days in ISO 8601, amounts with a point: the same for every reader. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { agenciesByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { guarded } from '../../../services/index.ts';
import { agreementKind, FACTORS, LINE_FORMS } from '../../rules/kinds.ts';
import { LIGHT_CAUSES, LIGHT_LABELS, lightOf, litDay } from '../../rules/light.ts';
import { LINE_STATE_LABELS } from '../../rules/line.transitions.ts';
import type { Line } from '../../rules/line.ts';
import { fateOf } from '../../rules/public/fate.ts';
import { plainAmount } from '../../rules/tables/cells.ts';
import { changedAfterSigning } from '../../store/lines/changes.ts';
import { programmes } from '../../store/programmes.ts';
import { linesInPages } from '../../store/tables/public-lines.ts';
import { onPublic } from '../public/opened-public.ts';
import { publicWordsIn } from '../public/words.ts';

const EXPORTS_AN_HOUR = 60;

/** Names of columns as in the other open tables: Indonesian, in every language. */
const COLUMNS = [
  'kerja_sama',
  'baris',
  'tahun',
  'ruang_lingkup',
  'faktor',
  'bentuk',
  'kegiatan',
  'keluaran',
  'indikator',
  'satuan',
  'arah',
  'nilai_awal',
  'target_1',
  'target_2',
  'target_3',
  'target_4',
  'mulai',
  'tenggat_semula',
  'tenggat',
  'penanggung_jawab',
  'jabatan',
  'pihak_lain',
  'pendukung',
  'tempat',
  'sumber_anggaran',
  'anggaran',
  'bukti_diminta',
  'prioritas',
  'keadaan',
  'dikonfirmasi',
  'dikonfirmasi_per',
  'lampu',
  'sebab_lampu',
  'berkas_bukti',
  'pelaksanaan',
  'ditambahkan_setelah_ttd',
  'diubah_setelah_ttd',
  'dibatalkan_pada',
  'alasan_dibatalkan',
  'contoh',
] as const;

export const publicLinesCsv = onPublic(async ({ c, tools, agreement, now, today, rule }) => {
  if (!agreementKind(agreement.kind).hasLines) return c.notFound();
  const asks = { bucket: 'lines-csv', key: clientAddress(c), limit: EXPORTS_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const names = new Map((await programmes(tools.db)).map(({ code, label }) => [code, label.id]));
  const changed = await changedAfterSigning(tools.db, agreement.id);
  const { fates } = publicWordsIn('id');
  const rows = async function* () {
    for await (const lines of linesInPages(tools.db, agreement.id)) {
      const named = lines.flatMap(({ owner, other, supportingIds }) => [owner.agencyId, other?.agencyId ?? '', ...supportingIds]);
      const agencies = await agenciesByIds(tools.db, named);
      const name = (id: string | undefined) => (id === undefined ? '' : (agencies.get(id)?.name ?? ''));
      for (const line of lines) yield cells(line, name);
    }
  };
  const cells = (line: Line, name: (id: string | undefined) => string): Record<(typeof COLUMNS)[number], string> => {
    const lit = lightOf(line, litDay(agreement, today), rule);
    const [target_1, target_2, target_3, target_4] = line.targets.map(plainAmount) as [string, string, string, string];
    return {
      ...{ kerja_sama: agreement.code, baris: String(line.ordinal), tahun: String(line.year) },
      ...{ ruang_lingkup: names.get(line.programme) ?? '', faktor: line.factor === null ? '' : FACTORS[line.factor].id },
      ...{ bentuk: LINE_FORMS[line.form].id, kegiatan: guarded(line.activity), keluaran: guarded(line.output) },
      ...{ indikator: guarded(line.indicator), satuan: guarded(line.unit), arah: line.direction === 'up' ? 'naik' : 'turun' },
      ...{ nilai_awal: plainAmount(line.baseline), target_1, target_2, target_3, target_4 },
      ...{ mulai: line.startsOn.toString(), tenggat_semula: line.firstDueOn.toString(), tenggat: line.dueOn.toString() },
      ...{ penanggung_jawab: name(line.owner.agencyId), jabatan: guarded(line.owner.position) },
      ...{ pihak_lain: name(line.other?.agencyId), pendukung: line.supportingIds.map(name).join('; ') },
      ...{ tempat: guarded(line.place), sumber_anggaran: guarded(line.budgetSource), anggaran: line.budgetAmount ?? '' },
      ...{ bukti_diminta: guarded(line.evidenceAsked), prioritas: line.isPriority ? 'ya' : 'tidak' },
      ...{ keadaan: LINE_STATE_LABELS[line.state].id, dikonfirmasi: plainAmount(line.confirmed?.amount ?? null) },
      ...{ dikonfirmasi_per: line.confirmed?.on.toString() ?? '', lampu: LIGHT_LABELS[lit.light].id },
      ...{ sebab_lampu: LIGHT_CAUSES[lit.cause].id, berkas_bukti: String(line.evidenceCount) },
      ...{ pelaksanaan: fates[fateOf(line, agreement, today) ?? 'withdrawn'] },
      ...{ ditambahkan_setelah_ttd: line.joinedAt === null ? '' : dayOf(line.joinedAt, agreement.zone).toString() },
      ...{ diubah_setelah_ttd: changed.has(line.id) ? 'ya' : 'tidak' },
      ...{ dibatalkan_pada: line.isWithdrawn ? dayOf(line.stateAt, agreement.zone).toString() : '' },
      ...{ alasan_dibatalkan: line.isWithdrawn ? guarded(line.stateNote ?? '') : '' },
      contoh: agreement.isExample ? 'ya' : 'tidak',
    };
  };
  const writer = stringify({ header: true, delimiter: ';', bom: true, record_delimiter: 'windows', columns: [...COLUMNS] });
  return c.body(Readable.toWeb(Readable.from(rows()).compose(writer) as unknown as Readable) as unknown as ReadableStream, 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': `attachment; filename="rencana-${agreement.code}.csv"`,
    'Cache-Control': 'no-store',
  });
});
