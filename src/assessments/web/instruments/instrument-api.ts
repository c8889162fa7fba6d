/** Instruments as JSON, and what a score of a year means. Open to everyone. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answers, apiPart, invalidParameters, refused } from '../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../platform/http/env.ts';
import { problem } from '../../../platform/http/problem.ts';
import { zoneText } from '../../rules/band-words.ts';
import { rangeOf } from '../../rules/bands.ts';
import { countDefaults } from '../../rules/how-scored.ts';
import { decimalText } from '../../rules/rational.ts';
import { tellYearRefusal } from '../../rules/year-words.ts';
import { readYear, zoneOfYear } from '../../rules/zone-of-year.ts';
import { instrumentLines, instrumentRecord, publishedInstruments } from '../../store/instruments.ts';

const tags = ['assessments'];
const PUBLIC_STATES = ['published', 'retired'] as const;

const LineSchema = z
  .object({
    id: z.string().openapi({ example: 'penilaian-2023' }),
    version: z.int(),
    title: z.string(),
    state: z.enum(PUBLIC_STATES),
    years: z.object({
      from: z.int(),
      until: z.int().nullable().openapi({ description: 'null = until another takes its place' }),
    }),
    decidedBy: z.string().nullable(),
    decidedOn: z.iso.date().nullable(),
  })
  .openapi('InstrumentLine');

const VersionSchema = LineSchema.extend({
  changeNote: z.string().nullable(),
  defaults: z.int().openapi({ description: 'How many of its provisions rest on no confirmed source; each says so itself' }),
  instrument: z.looseObject({ id: z.string(), version: z.int() }).openapi({
    description:
      'The whole value: dimensions, variables, indicators, weights (as text, so that they stay exact), bands, fieldwork',
  }),
}).openapi('InstrumentVersion');

const ZoneSchema = z
  .object({
    year: z.int(),
    score: z.string().openapi({ description: 'As it was asked', example: '80.995' }),
    rounded: z
      .string()
      .openapi({ description: 'Half-up to two decimals: this is what bands are compared with', example: '81.00' }),
    zone: z
      .enum(['hijau', 'kuning', 'merah'])
      .nullable()
      .openapi({ description: 'null = the rule-set of that year has no zones' }),
    zoneText: z.string().nullable().openapi({ example: 'hijau pekat' }),
    category: z.string().openapi({ example: 'A' }),
    label: z.string().openapi({ example: 'Kualitas Tertinggi' }),
    range: z.object({ from: z.string(), to: z.string() }),
    basis: z.string(),
    isConfirmed: z.boolean(),
    note: z.string().nullable(),
    instrument: z.string(),
    version: z.int(),
  })
  .openapi('ZoneOfYear');

const list = createRoute({
  method: 'get',
  path: '/instruments',
  tags,
  summary: 'Instruments of assessment, every published version',
  responses: { 200: answers(z.object({ items: z.array(LineSchema) }), 'The versions, the latest years first') },
});

const one = createRoute({
  method: 'get',
  path: '/instruments/{id}/{version}',
  tags,
  summary: 'A version of an instrument, whole',
  description: 'The same value that `npx tuntas score --instrument FILE` reads (its part `instrument`).',
  request: {
    params: z.object({
      id: z.string().max(60).openapi({ example: 'penilaian-2023' }),
      version: z
        .string()
        .regex(/^[1-9]\d{0,3}$/)
        .openapi({ example: '1' }),
    }),
  },
  responses: {
    200: answers(VersionSchema, 'The version'),
    404: refused('There is no such published version'),
    422: refused('A parameter is not as described'),
  },
});

const zone = createRoute({
  method: 'get',
  path: '/instruments/zone',
  tags,
  summary: 'Zone and category of a score under the rules of its year',
  request: {
    query: z.strictObject({
      year: z.string().max(10).openapi({ example: '2022' }),
      score: z.string().max(40).openapi({ description: 'Between 0 and 100', example: '80.995' }),
    }),
  },
  responses: { 200: answers(ZoneSchema, 'What the score means'), 422: refused('No rules for that year, or no score') },
});

export const instrumentApi: OpenAPIHono<WebEnv> = apiPart();

instrumentApi.openapi(list, async (c) => {
  const language = c.get('language');
  const lines = await instrumentLines(c.get('tools').db, { states: PUBLIC_STATES });
  const items = lines.map(({ id, version, title, state, years, decidedBy, decidedOn }) => ({
    id,
    version,
    title: title[language],
    state: state as 'published' | 'retired',
    years,
    decidedBy,
    decidedOn: decidedOn?.toString() ?? null,
  }));
  return c.json({ items }, 200, { 'Cache-Control': 'no-cache' });
});

instrumentApi.openapi(zone, async (c) => {
  const { year, score } = c.req.valid('query');
  const language = c.get('language');
  const verdict = zoneOfYear(await publishedInstruments(c.get('tools').db), readYear(year), score);
  if (typeof verdict === 'string') {
    const parameter = verdict === 'not-a-score' ? 'score' : 'year';
    return invalidParameters(c, [
      { parameter, text: tellYearRefusal(verdict, { year: verdict === 'not-a-year' ? '…' : year, score: '…' }) },
    ]) as never;
  }
  const { band, instrument } = verdict;
  return c.json(
    {
      year: Number(year),
      score,
      rounded: decimalText(verdict.score),
      zone: band.zone,
      zoneText: zoneText(band)?.id ?? null,
      category: band.category,
      label: band.label.id,
      range: rangeOf(instrument.bands, band),
      basis: verdict.basis[language],
      isConfirmed: band.standing.confirmed,
      note: band.standing.note?.[language] ?? null,
      instrument: instrument.id,
      version: instrument.version,
    },
    200,
    { 'Cache-Control': 'no-cache' },
  );
});

instrumentApi.openapi(one, async (c) => {
  const { id, version } = c.req.valid('param');
  const record = await instrumentRecord(c.get('tools').db, id, Number(version));
  if (!record || record.state === 'draft') {
    const title = { id: 'Versi instrumen ini tidak ada', en: 'There is no such version of an instrument' };
    return problem(c, { status: 404, title: title[c.get('language')] }) as never;
  }
  const { instrument } = record;
  const told: z.infer<typeof VersionSchema> = {
    id: record.id,
    version: record.version,
    title: instrument.title[c.get('language')],
    state: record.state as 'published' | 'retired',
    years: instrument.years,
    decidedBy: record.decidedBy,
    decidedOn: record.decidedOn?.toString() ?? null,
    changeNote: record.changeNote,
    defaults: countDefaults(instrument).defaults,
    instrument: { ...instrument },
  };
  // The library cannot tell that a value of any depth is JSON.
  return c.json(told, 200, { 'Cache-Control': 'no-cache' }) as never;
});
