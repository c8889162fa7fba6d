/** The law as JSON: the numbers that hold on a day, and a calculator for due moments. Open to everyone. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import { answers, apiPart, invalidParameters, refused } from '../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../platform/http/env.ts';
import { isoIn } from '../../rules/day-number.ts';
import { answerQuestion } from '../../rules/due-question.ts';
import { explainDue } from '../../rules/explain-due.ts';
import { RULE_SETS } from '../../rules/parameters.ts';
import { lawBook } from '../../store/law-book.ts';
import { DueSchema, ParameterSchema } from './schemas.ts';
import { parametersOn, tellParameter } from './telling.ts';

const tags = ['law'];
/** Answers change with a new decree or parameter, and then at once. */
const FRESH = { 'Cache-Control': 'no-cache' } as const;

const parameters = createRoute({
  method: 'get',
  path: '/law/parameters',
  tags,
  summary: 'The numbers of the law that hold on a day, each with its citation',
  request: {
    query: z.strictObject({
      on: z.iso.date().optional().openapi({
        description: 'The day; today in Jakarta when left out. A complaint keeps the numbers of the day it was filed on.',
      }),
      ruleSet: z.enum(RULE_SETS).optional().openapi({ description: 'SP4N rules; those in force on the day when left out' }),
    }),
  },
  responses: {
    200: answers(
      z.object({ on: z.iso.date(), ruleSet: z.enum(RULE_SETS), items: z.array(ParameterSchema) }),
      'The parameters of that day',
    ),
    422: refused('A parameter is not as described, or no rules are known for the day'),
  },
});

const due = createRoute({
  method: 'get',
  path: '/law/due',
  tags,
  summary: 'When something is due, and why',
  description:
    'Day 1 is the first working day after the day of receipt; days end at 23:59:59 in the zone. The same reckoning as `npx tuntas due`, with the calendar of this installation.',
  request: {
    query: z.strictObject({
      from: z.string().max(60).openapi({
        description: 'Moment of receipt with its UTC offset (encode + as %2B)',
        example: '2026-03-17T10:00:00+08:00',
      }),
      limit: z.string().max(30).openapi({ description: '5hk or 5wd (working days), 60d (days), 24h (hours)', example: '5hk' }),
      zone: z
        .string()
        .max(30)
        .openapi({ description: 'Asia/Jakarta, Asia/Makassar, Asia/Jayapura, or WIB, WITA, WIT', example: 'Asia/Makassar' }),
      region: z.string().max(20).optional().openapi({ description: 'Region code, for regional holidays', example: '51.05' }),
    }),
  },
  responses: {
    200: answers(DueSchema, 'The due moment with its explanation'),
    422: refused('A part of the question cannot be read'),
  },
});

export const lawApi: OpenAPIHono<WebEnv> = apiPart();

lawApi.openapi(parameters, async (c) => {
  const tools = c.get('tools');
  const { on, ruleSet } = c.req.valid('query');
  const day = on === undefined ? dayOf(tools.clock.now(), 'Asia/Jakarta') : Temporal.PlainDate.from(on);
  const found = parametersOn(await lawBook(tools), day, ruleSet);
  if (!found) {
    const text = { id: 'Untuk hari itu tidak ada aturan yang tercatat.', en: 'No rules are on record for that day.' };
    return invalidParameters(c, [{ parameter: 'on', text }]) as never;
  }
  const items = found.rows.map((row) => tellParameter(row, c.get('language')));
  return c.json({ on: day.toString(), ruleSet: found.ruleSet, items }, 200, FRESH);
});

lawApi.openapi(due, async (c) => {
  const { from, limit, zone, region = '' } = c.req.valid('query');
  // A plus sign that was not encoded arrives as a space.
  const typed = { from: from.replace(/ (?=\d\d:?\d\d$)/, '+'), limit, zone, region };
  const answer = answerQuestion(typed, await lawBook(c.get('tools')));
  if (!answer.ok) return invalidParameters(c, [{ parameter: answer.refusal.field, text: answer.refusal.text }]) as never;
  const reckoned = answer.value;
  return c.json(
    {
      from: isoIn(reckoned.zone, reckoned.from),
      limit: reckoned.limit,
      zone: reckoned.zone,
      region: region.trim() || null,
      dueAt: isoIn(reckoned.zone, reckoned.dueAt),
      dueOn: reckoned.dueOn.toString(),
      isProvisional: reckoned.provisional,
      undecreedYears: [...reckoned.undecreedYears],
      explanation: explainDue(reckoned, c.get('language')),
    },
    200,
    FRESH,
  );
});
