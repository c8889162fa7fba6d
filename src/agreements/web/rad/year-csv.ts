/** `/agreements/rad/results/2026.csv`: a line for each published result, streamed, with the caution in every line. The same for every reader. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { allGovernments, type Government } from '../../actions/rad/places.ts';
import { pointsText } from '../../rules/rad/evaluate.ts';
import type { TakenEvaluation } from '../../rules/rad/evaluation.ts';
import type { Indicator } from '../../rules/rad/indicators.ts';
import { tellFacts } from '../../rules/rad/tell-figures.ts';
import { evaluatedYears, evaluationsOfYear } from '../../store/rad/evaluations.ts';
import { wordsIn } from './words.ts';

const EXPORTS_AN_HOUR = 60;
const AT_A_TIME = 100;

const INDICATOR_COLUMNS: Readonly<Record<Indicator, string>> = {
  'team-decree': 'sk_tim',
  'account-active': 'akun_aktif',
  'followed-up': 'ditindaklanjuti',
  'first-follow-up': 'tindak_lanjut_pertama',
  answers: 'mutu_jawaban',
  'action-plan': 'rad',
};

/** Names of columns as in the other open tables: Indonesian, in every language. */
const COLUMNS = [
  ...['kode_wilayah', 'pemerintah_daerah', 'tahun', 'edisi', 'nilai', 'persen_bobot_diketahui'],
  ...Object.values(INDICATOR_COLUMNS).flatMap((name) => [`${name}_nilai`, `${name}_keadaan`]),
  ...['pengaduan_dari', 'pengaduan_sampai', 'ditanggapi', 'contoh', 'peringatan'],
];

function cellsOf({ agency, regionCode }: Government, evaluation: TakenEvaluation): Record<string, string> {
  const { figures, year, edition } = evaluation;
  const { score, known, points } = figures.evaluation;
  const cells: Record<string, string> = {
    ...{ kode_wilayah: regionCode, pemerintah_daerah: agency.name, tahun: String(year), edisi: String(edition) },
    ...{ nilai: score === null ? '' : pointsText(score, 'en'), persen_bobot_diketahui: String(known) },
    ...{ pengaduan_dari: figures.from, pengaduan_sampai: figures.until, ditanggapi: evaluation.answer === '' ? 'tidak' : 'ya' },
    ...{ contoh: evaluation.isExample ? 'ya' : 'tidak', peringatan: wordsIn('id').caution },
  };
  for (const each of points) {
    const name = INDICATOR_COLUMNS[each.indicator];
    cells[`${name}_nilai`] = each.points === null ? '' : pointsText(each.points, 'en');
    cells[`${name}_keadaan`] = tellFacts(each.indicator, figures.facts, {
      rule: figures.rule,
      language: 'id',
      viewer: 'public',
    });
  }
  return cells;
}

export async function yearCsv(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const asks = { bucket: 'rad-csv', key: clientAddress(c), limit: EXPORTS_AN_HOUR, windowSeconds: 3600, now: tools.clock.now() };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const year = (await evaluatedYears(tools.db)).find((each) => `${each}.csv` === c.req.param('year'));
  if (year === undefined) return c.notFound();
  const governments = await allGovernments(tools.db);
  const rows = async function* () {
    for (let from = 0; from < governments.length; from += AT_A_TIME) {
      const some = governments.slice(from, from + AT_A_TIME);
      const asked = { governmentIds: some.map(({ agency }) => agency.id), publishedOnly: true };
      const found = new Map((await evaluationsOfYear(tools.db, year, asked)).map((each) => [each.governmentId, each]));
      for (const government of some) {
        const evaluation = found.get(government.agency.id);
        if (evaluation) yield cellsOf(government, evaluation);
      }
    }
  };
  const writer = stringify({ header: true, columns: COLUMNS, delimiter: ';', bom: true, record_delimiter: 'windows' });
  return c.body(Readable.toWeb(Readable.from(rows()).compose(writer) as unknown as Readable) as unknown as ReadableStream, 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': `attachment; filename="evaluasi-pengaduan-${year}.csv"`,
    'Cache-Control': 'no-store',
  });
}
