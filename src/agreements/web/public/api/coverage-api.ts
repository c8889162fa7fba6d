/** Which governments a memorandum covers, as JSON: the board of a country or of a province. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { regionByCode, regionsIn } from '../../../../directory/index.ts';
import { answers, apiPart, refused } from '../../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../../platform/http/env.ts';
import { COVER_STANDINGS, PROGRAMME_STANDINGS } from '../../../rules/register/coverage.ts';
import { coverageBoard } from '../../register/coverage-data.ts';
import { coverageJson } from '../../register/coverage-json.ts';
import { absent, FIVE_MINUTES, tags } from './parts.ts';

const label = z.object({ id: z.string(), en: z.string() });
const day = z.string().nullable();

const GovernmentCoverSchema = z
  .object({
    code: z.string().openapi({ example: '51.05' }),
    name: z.string(),
    covered: z.boolean(),
    standing: z.enum(COVER_STANDINGS),
    daysLeft: z.int().nullable().openapi({ description: 'null = without an end, or not covered' }),
    until: day.openapi({ description: 'The last day before nothing covers it' }),
    agreements: z.array(z.object({ code: z.string(), title: z.string(), inForceFrom: day, inForceUntil: day, url: z.string() })),
    programmes: z.array(
      z.object({
        ...{ code: z.string(), standing: z.enum(PROGRAMME_STANDINGS), lines: z.int(), begun: z.int() },
        ...{ withConfirmedEvidence: z.int(), lastReportOn: day },
      }),
    ),
    uncovered: z
      .array(z.object({ from: z.string(), until: day, days: z.int().nullable(), foreseen: z.boolean() }))
      .openapi({ description: 'Days no memorandum covers; `until: null` = still running; `foreseen` = ahead' }),
  })
  .openapi('GovernmentCover');

const CoverageSchema = z
  .object({
    asOf: z.string(),
    warnDays: z.array(z.int()).openapi({ description: 'Days before its end from which it counts as lapsing, and lapsing soon' }),
    governments: z.int(),
    covered: z.int(),
    provinces: z.array(
      z.object({
        ...{ code: z.string(), name: z.string(), provinceCovered: z.boolean().nullable() },
        ...{ regenciesCovered: z.int(), regencies: z.int(), lapsing: z.int(), lapsingSoon: z.int() },
        ...{ sentence: label, governments: z.array(GovernmentCoverSchema) },
      }),
    ),
  })
  .openapi('AgreementCoverage');

const coverage = createRoute({
  method: 'get',
  path: '/agreements/coverage',
  tags,
  summary: 'Which governments a memorandum covers today, until when, by what, and which promised programmes lie still',
  request: {
    query: z.strictObject({
      province: z
        .string()
        .regex(/^\d\d$/)
        .optional()
        .openapi({ description: 'Code of one province; without it the whole country', example: '21' }),
    }),
  },
  responses: {
    200: answers(CoverageSchema, 'The board'),
    404: refused('No such province'),
    422: refused('A parameter is not as described'),
  },
});

const NO_PROVINCE = { id: 'Tidak ada provinsi dengan kode ini', en: 'There is no province of this code' };

export const coverageApi: OpenAPIHono<WebEnv> = apiPart().openapi(coverage, async (c) => {
  const tools = c.get('tools');
  const { province } = c.req.valid('query');
  const region = province === undefined ? undefined : await regionByCode(tools.db, province);
  if (province !== undefined && region?.level !== 'province') return absent(c, NO_PROVINCE);
  const board = await coverageBoard(tools, province);
  const provinces = region ? [region] : await regionsIn(tools.db, null);
  const told = coverageJson(board, provinces, tools.settings.baseUrl);
  return c.json({ ...told, warnDays: [...told.warnDays] }, 200, FIVE_MINUTES);
});
