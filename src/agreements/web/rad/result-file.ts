/** The sealed file of an evaluation, and the table of a year as CSV. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { readSealed } from '../../../platform/files/seal.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import type { Tools } from '../../../platform/tools.ts';
import { governmentById } from '../../actions/rad/places.ts';
import { pointsText } from '../../rules/rad/evaluate.ts';
import { INDICATOR_DATA, INDICATORS } from '../../rules/rad/indicators.ts';
import { tellFacts } from '../../rules/rad/tell-figures.ts';
import { evaluationsOfYear } from '../../store/rad/evaluations.ts';
import { wordsIn } from './words.ts';

const EXPORTS_AN_HOUR = 60;

export async function readFileOf(tools: Tools, key: string): Promise<{ stream: Readable; size: number }> {
  const bytes = await readSealed(tools, key);
  return { stream: Readable.from([bytes]), size: bytes.length };
}

/** `/agreements/rad/evaluations/2026.csv`: a line for each published result, with the caution in its head. */
export async function yearCsv(c: WebContext): Promise<Response> {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const asks = { bucket: 'rad-csv', key: clientAddress(c), limit: EXPORTS_AN_HOUR, windowSeconds: 3600, now: tools.clock.now() };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const typed = (c.req.param('year') ?? '').replace(/\.csv$/, '');
  const all = /^2\d{3}$/.test(typed) ? await evaluationsOfYear(tools.db, Number(typed), { publishedOnly: true }) : [];
  if (all.length === 0) return c.notFound();
  const words = wordsIn(language);
  const head = [
    ...[words.csv.region, words.csv.government, words.csv.year, words.csv.score, words.csv.known],
    ...INDICATORS.flatMap((each) => [
      `${INDICATOR_DATA[each].label[language]}: ${words.csv.points}`,
      `${INDICATOR_DATA[each].label[language]}: ${words.csv.facts}`,
    ]),
    words.csv.caution,
  ];
  const rows: string[][] = [];
  for (const { governmentId, year, figures } of all) {
    const government = await governmentById(tools.db, governmentId);
    const { score, known, points } = figures.evaluation;
    rows.push([
      ...[
        government?.regionCode ?? '',
        government?.agency.name ?? '',
        String(year),
        score === null ? '' : pointsText(score, 'en'),
        String(known),
      ],
      ...points.flatMap((each) => [
        each.points === null ? '' : pointsText(each.points, 'en'),
        tellFacts(each.indicator, figures.facts, figures.rule, language),
      ]),
      words.caution,
    ]);
  }
  rows.sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''));
  return c.body(stringify([head, ...rows], { bom: true, record_delimiter: 'windows' }), 200, {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="evaluasi-pengaduan-${typed}.csv"`,
  });
}
