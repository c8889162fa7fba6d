/** What became of the promises of a government or office, as a table for everyone. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { clientAddress } from '../../../platform/http/client-address.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { LIGHT_LABELS, lightOf, litDay } from '../../rules/light.ts';
import { finalTarget } from '../../rules/line.ts';
import { programmes } from '../../store/programmes.ts';
import { type PromiseLine, promiseLines } from '../../store/public/promises.ts';
import { askedPromises } from './asked-promises.ts';
import { onGovernment } from './opened-government.ts';
import { publicWordsIn } from './words.ts';

const EXPORTS_AN_HOUR = 60;

const COLUMNS = [
  'kerja_sama',
  'baris',
  'kegiatan',
  'penanggung_jawab',
  'ruang_lingkup',
  'tenggat_semula',
  'tenggat',
  'satuan',
  'target_akhir',
  'dikonfirmasi',
  'dilaporkan',
  'keadaan',
  'lampu',
  'berkas_bukti',
  'prioritas',
  'contoh',
] as const;

/** `/agreements/governments/{code}/promises.csv`: streamed, a page of rows at a time, filtered as the page. */
export const governmentCsv = onGovernment(async (opened) => {
  const { c, tools, agency, now, today, rule } = opened;
  const asks = { bucket: 'promises-csv', key: clientAddress(c), limit: EXPORTS_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const { filter } = askedPromises(opened, await programmes(tools.db));
  const words = publicWordsIn('id');
  const rows = async function* () {
    for (let after: string | undefined; ; ) {
      const { lines, next } = await promiseLines(tools.db, filter, { today, rule }, { after, limit: 500 });
      for (const line of lines) yield cells(line);
      if (next === null) return;
      after = next;
    }
  };
  const cells = ({ line, agreement, fate: is, ownerName }: PromiseLine): Record<(typeof COLUMNS)[number], string> => ({
    kerja_sama: agreement.code,
    baris: String(line.ordinal),
    kegiatan: line.activity,
    penanggung_jawab: ownerName,
    ruang_lingkup: line.programme,
    tenggat_semula: line.firstDueOn.toString(),
    tenggat: line.dueOn.toString(),
    satuan: line.unit,
    target_akhir: finalTarget(line) ?? '',
    dikonfirmasi: line.confirmed?.amount ?? '',
    dilaporkan: line.reported?.amount ?? '',
    keadaan: words.fates[is],
    lampu: LIGHT_LABELS[lightOf(line, litDay(agreement, today), rule).light].id,
    berkas_bukti: String(line.evidenceCount),
    prioritas: line.isPriority ? 'ya' : 'tidak',
    contoh: agreement.isExample ? 'ya' : 'tidak',
  });
  const csv = { delimiter: ';', bom: true, record_delimiter: 'windows', escape_formulas: true } as const;
  const writer = stringify({ ...csv, header: true, columns: [...COLUMNS] });
  return c.body(Readable.toWeb(Readable.from(rows()).compose(writer) as unknown as Readable) as unknown as ReadableStream, 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': `attachment; filename="janji-${agency.code}.csv"`,
    'Cache-Control': 'no-store',
  });
});
