/** Published results as JSON: years, one year, one agency over all years, one report card. Open to everyone. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { agencyByCode } from '../../../directory/index.ts';
import { answers, apiPart, refused } from '../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../platform/http/env.ts';
import { problem } from '../../../platform/http/problem.ts';
import { publishedInstruments } from '../../store/instruments.ts';
import { publicResults, publicYears } from '../../store/public-results.ts';
import { loadReportCard, publishedAssessment } from '../../store/report-card.ts';
import { listedJson } from './downloads.ts';
import { fits, listed, listedFrom } from './listed.ts';
import { reportCardJson } from './rapor-json.ts';

const tags = ['assessments'];
const FIVE_MINUTES = { 'Cache-Control': 'public, max-age=300' } as const;

const label = z.object({ id: z.string(), en: z.string() });
const zone = z
  .enum(['hijau', 'kuning', 'merah'])
  .nullable()
  .openapi({ description: 'null for rule-sets without zones (from 2025)' });
const score = z.string().nullable().openapi({ description: 'Two decimals, half-up', example: '88.49' });
const code = z.string().max(100);

const ResultSchema = z
  .object({
    agency: z.object({ code: z.string(), name: z.string(), kind: z.string(), region: z.string().nullable() }),
    year: z.int(),
    score,
    zone,
    category: z.string().nullable(),
    label: label.nullable(),
    method: z.string().nullable().openapi({ description: 'Results of different methods are not to be compared' }),
    instrument: z.object({ id: z.string(), version: z.int() }).nullable(),
    round: z.string().nullable().openapi({ description: 'Of this installation; null for a result taken over from a source' }),
    example: z.boolean(),
    source: z.string().nullable(),
    note: z.string().nullable(),
    doubts: z.array(z.string()).openapi({ description: 'What does not fit together in a result taken over' }),
    disputed: z.boolean().openapi({ description: 'Sources differ on this agency and year' }),
    rank: z
      .object({ rank: z.int(), of: z.int(), tied: z.int() })
      .nullable()
      .openapi({ description: 'Among agencies of its kind in the same round' }),
  })
  .openapi('AssessmentResult');

const CardSchema = z
  .looseObject({
    agency: z.object({ code: z.string(), name: z.string(), kind: z.string() }),
    round: z.object({ code: z.string(), title: z.string(), year: z.int(), example: z.boolean() }),
    score: z.string(),
    zone,
    category: z.string(),
    label,
    units: z.array(
      z.looseObject({ unit: z.int(), agency: z.string(), name: z.string(), score, shortfalls: z.array(z.looseObject({})) }),
    ),
    publications: z.array(
      z.object({
        version: z.int(),
        publishedAt: z.string(),
        reason: z.string().nullable(),
        decree: z.string().nullable(),
        rawSha256: z.string(),
      }),
    ),
    links: z.object({ page: z.string(), pdf: z.string(), raw: z.string() }),
  })
  .openapi('ReportCard', { description: 'The report card (rapor) of one published result, with everything that its page says' });

const years = createRoute({
  method: 'get',
  path: '/assessments/years',
  tags,
  summary: 'Years with published results, the latest first',
  responses: {
    200: answers(z.object({ items: z.array(z.object({ year: z.int(), agencies: z.int(), rounds: z.int() })) }), 'The years'),
  },
});

const ofYear = createRoute({
  method: 'get',
  path: '/assessments/years/{year}',
  tags,
  summary: 'Every published result of a year, by name of the agency',
  request: {
    params: z.object({
      year: z
        .string()
        .regex(/^\d{4}$/)
        .openapi({ example: '2024' }),
    }),
    query: z.strictObject({
      kind: code.optional().openapi({ description: 'Kind of agency', example: 'regency-government' }),
      region: code.optional().openapi({ description: 'The region and everything in it', example: '51' }),
      zone: z.enum(['hijau', 'kuning', 'merah', 'none']).optional(),
    }),
  },
  responses: {
    200: answers(z.object({ year: z.int(), items: z.array(ResultSchema) }), 'The results'),
    404: refused('No result of that year'),
    422: refused('A parameter is not as described'),
  },
});

const ofAgency = createRoute({
  method: 'get',
  path: '/assessments/agencies/{code}',
  tags,
  summary: 'Every published result of one agency; sources that differ are all there',
  request: { params: z.object({ code: code.openapi({ example: '51.05' }) }) },
  responses: {
    200: answers(z.object({ items: z.array(ResultSchema) }), 'The results'),
    404: refused('No such agency'),
    422: refused('Not a code'),
  },
});

const card = createRoute({
  method: 'get',
  path: '/assessments/rounds/{round}/agencies/{code}',
  tags,
  summary: 'The report card of one agency in one round',
  request: { params: z.object({ round: code.openapi({ example: 'bali-2026' }), code: code.openapi({ example: '51.05' }) }) },
  responses: {
    200: answers(CardSchema, 'The report card'),
    404: refused('Nothing is published'),
    422: refused('Not a code'),
  },
});

const ABSENT = { id: 'Tidak ada hasil penilaian yang terbit di sini', en: 'No result is published here' };

export const resultsApi: OpenAPIHono<WebEnv> = apiPart()
  .openapi(years, async (c) => c.json({ items: [...(await publicYears(c.get('tools').db))] }, 200, FIVE_MINUTES))
  .openapi(ofYear, async (c) => {
    const { kind = null, region = null, zone: wanted = null } = c.req.valid('query');
    const year = Number(c.req.valid('param').year);
    const lines = await listed(c.get('tools').db, { year });
    if (lines.length === 0) return problem(c, { status: 404, title: ABSENT[c.get('language')] }) as never;
    const items = lines.filter((line) => fits(line, { kind, region, zone: wanted })).map((line) => ({ ...listedJson(line) }));
    return c.json({ year, items: items.map((item) => ({ ...item, doubts: [...item.doubts] })) }, 200, FIVE_MINUTES);
  })
  .openapi(ofAgency, async (c) => {
    const { db } = c.get('tools');
    const agency = await agencyByCode(db, c.req.valid('param').code);
    if (!agency) return problem(c, { status: 404, title: ABSENT[c.get('language')] }) as never;
    const lines = listedFrom(await publicResults(db, { agencyId: agency.id }), await publishedInstruments(db));
    return c.json({ items: lines.map(listedJson).map((item) => ({ ...item, doubts: [...item.doubts] })) }, 200, FIVE_MINUTES);
  })
  .openapi(card, async (c) => {
    const { db, settings } = c.get('tools');
    const { round, code: agencyCode } = c.req.valid('param');
    const id = await publishedAssessment(db, round, agencyCode);
    const found = id === undefined ? undefined : await loadReportCard(db, id);
    if (!found) return problem(c, { status: 404, title: ABSENT[c.get('language')] }) as never;
    return c.json(reportCardJson(found, settings.baseUrl) as never, 200, FIVE_MINUTES);
  });
