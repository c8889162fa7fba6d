/** Published results of the yearly evaluation of how governments manage complaints, as JSON: in the order of the register, never as a row of places. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { answers, apiPart, refused } from '../../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../../platform/http/env.ts';
import type { Government } from '../../../actions/rad/places.ts';
import { type PeerStanding, pointsText } from '../../../rules/rad/evaluate.ts';
import type { TakenEvaluation } from '../../../rules/rad/evaluation.ts';
import { INDICATOR_DATA, INDICATORS } from '../../../rules/rad/indicators.ts';
import { tellFacts } from '../../../rules/rad/tell-figures.ts';
import { publicResultPath } from '../../rad/addresses.ts';
import { resultsOfYear } from '../../rad/public-results.tsx';
import { wordsIn } from '../../rad/words.ts';
import { FIVE_MINUTES, limit, tags } from './parts.ts';

const label = z.object({ id: z.string(), en: z.string() });
const points = z.string().nullable().openapi({ description: '0 to 100, a decimal; null = too little is known', example: '87.5' });

const ResultSchema = z
  .object({
    government: z.object({ code: z.string(), name: z.string(), kind: z.string(), region: z.string() }),
    year: z.int(),
    edition: z.int(),
    score: points,
    knownPercent: z.int().openapi({ description: 'How much of the weights is known' }),
    indicators: z.array(
      z.object({ code: z.enum(INDICATORS), label, weight: z.int(), points, facts: label.openapi({ description: 'In words' }) }),
    ),
    peers: z
      .object({ side: z.string(), median: z.string(), of: z.int(), small: z.boolean() })
      .nullable()
      .openapi({ description: 'Beside the median of its own kind' }),
    complaintsFrom: z.string(),
    complaintsUntil: z.string(),
    answered: z.boolean().openapi({ description: 'Whether the government answered before publication' }),
    example: z.boolean(),
    page: z.string(),
  })
  .openapi('ActionPlanResult');

const results = createRoute({
  method: 'get',
  path: '/agreements/rad/results/{year}',
  tags,
  summary: 'Published evaluations of complaint management of a year, in the order of the register',
  request: {
    params: z.object({ year: z.coerce.number().int().min(2000).max(2199).openapi({ example: 2026 }) }),
    query: z.strictObject({
      after: z
        .string()
        .regex(/^\d\d(\.\d\d)?$/)
        .optional()
        .openapi({ description: 'Governments after the one of this region' }),
      limit,
    }),
  },
  responses: {
    200: answers(
      z.object({ caution: label, items: z.array(ResultSchema), next: z.string().nullable() }),
      'Results; empty where none is published',
    ),
    422: refused('A parameter is not as described'),
  },
});

export const radApi: OpenAPIHono<WebEnv> = apiPart().openapi(results, async (c) => {
  const tools = c.get('tools');
  const { year } = c.req.valid('param');
  const { after = '', limit: most } = c.req.valid('query');
  const found = await resultsOfYear(tools.db, year);
  const fitting = found.governments.flatMap((government) => {
    const evaluation = found.published.get(government.agency.id);
    return evaluation && government.regionCode > after ? [{ government, evaluation }] : [];
  });
  const shown = fitting.slice(0, most);
  return c.json(
    {
      caution: { id: wordsIn('id').caution, en: wordsIn('en').caution },
      items: shown.map(({ government, evaluation }) =>
        resultJson(government, evaluation, found.standings.get(government.agency.id), tools.settings.baseUrl),
      ),
      next: fitting.length > most ? (shown.at(-1)?.government.regionCode ?? null) : null,
    },
    200,
    FIVE_MINUTES,
  );
});

function resultJson(
  { agency, regionCode }: Government,
  { year, edition, figures, answer, isExample }: TakenEvaluation,
  standing: PeerStanding | undefined,
  baseUrl: string,
): z.infer<typeof ResultSchema> {
  const { score, known, points: each } = figures.evaluation;
  const decimal = (exact: string | null) => (exact === null ? null : pointsText(exact, 'en'));
  const told = (indicator: (typeof INDICATORS)[number], language: 'id' | 'en') =>
    tellFacts(indicator, figures.facts, { rule: figures.rule, language, viewer: 'public' });
  return {
    government: { code: agency.code, name: agency.name, kind: agency.kind, region: regionCode },
    ...{ year, edition, score: decimal(score), knownPercent: known },
    indicators: each.map((one) => ({
      ...{ code: one.indicator, label: { ...INDICATOR_DATA[one.indicator].label }, weight: one.weight },
      ...{ points: decimal(one.points), facts: { id: told(one.indicator, 'id'), en: told(one.indicator, 'en') } },
    })),
    peers: standing
      ? { side: standing.side, median: pointsText(standing.median, 'en'), of: standing.of, small: standing.isSmall }
      : null,
    ...{ complaintsFrom: figures.from, complaintsUntil: figures.until, answered: answer !== '', example: isExample },
    page: `${baseUrl}${publicResultPath(regionCode, year)}`,
  };
}
