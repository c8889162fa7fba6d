/** Data-sharing grants as JSON, and whether one covers an ask. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { agencyByCode } from '../../../../directory/index.ts';
import { dayOf, Temporal } from '../../../../kernel/time.ts';
import { answers, apiPart, refused } from '../../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../../platform/http/env.ts';
import { grantCovers, UNCOVERED } from '../../../rules/grants/covers.ts';
import { PURPOSES, type Purpose } from '../../../rules/grants/terms.ts';
import { grantsAbout } from '../../../store/grants/asking.ts';
import { publicGrants } from '../../../store/grants/lists.ts';
import { dataSetText } from '../../grants/telling.tsx';
import { absent, addressing, agencyCode, cursor, FIVE_MINUTES, limit, NO_AGENCY, next, nextLink, tags } from './parts.ts';
import { GrantSchema, grantJson } from './shapes.ts';

const grants = createRoute({
  method: 'get',
  path: '/agreements/grants',
  tags,
  summary: 'Agreed data-sharing grants of signed agreements, the newest first',
  request: {
    query: z.strictObject({
      set: z.string().max(100).optional().openapi({ description: 'Code of the data set', example: 'complaints' }),
      agency: agencyCode.optional().openapi({ description: 'Gives or receives, with everything below it' }),
      inForce: z.enum(['yes']).optional().openapi({ description: 'Only those in force today' }),
      cursor,
      limit,
    }),
  },
  responses: {
    200: answers(z.object({ items: z.array(GrantSchema), next }), 'A page of grants'),
    422: refused('A parameter is not as described'),
  },
});

const covered = createRoute({
  method: 'get',
  path: '/agreements/grants/covers',
  tags,
  summary: 'Whether an agreed grant covers this: set, fields, giver, recipient, purpose and day',
  description: 'The question the exchange asks before anything leaves. All of it must be covered by one grant in force.',
  request: {
    query: z.strictObject({
      set: z.string().max(100),
      fields: z.string().min(1).max(2000).openapi({ description: 'Codes of fields, with commas', example: 'class,status' }),
      giver: agencyCode.openapi({ description: 'Code of the agency that holds the data' }),
      recipient: agencyCode.openapi({ description: 'Code of the agency that asks', example: 'ori.bali' }),
      purpose: z.enum(Object.keys(PURPOSES) as [Purpose, ...Purpose[]]),
      day: z.iso.date().optional().openapi({ description: 'Today when it is left out' }),
    }),
  },
  responses: {
    200: answers(
      z.object({
        covered: z.boolean(),
        reason: z.enum(UNCOVERED).nullable(),
        missingFields: z.array(z.string()),
        grant: z
          .object({ agreement: z.string(), number: z.int() })
          .nullable()
          .openapi({ description: 'What it rests on, or what came nearest' }),
      }),
      'The answer',
    ),
    404: refused('No such agency'),
    422: refused('A parameter is not as described'),
  },
});

export const grantsApi: OpenAPIHono<WebEnv> = apiPart()
  .openapi(grants, async (c) => {
    const { tools, baseUrl, today, now } = await addressing(c);
    const asked = c.req.valid('query');
    const agency = asked.agency === undefined ? undefined : await agencyByCode(tools.db, asked.agency);
    if (asked.agency !== undefined && !agency) return c.json({ items: [], next: null }, 200, FIVE_MINUTES);
    const filter = {
      ...(asked.set === undefined ? {} : { dataSet: asked.set }),
      ...(agency ? { agencyId: agency.id } : {}),
      ...(asked.inForce ? { inForceOn: today } : {}),
    };
    const found = await publicGrants(tools.db, filter, { after: asked.cursor, limit: asked.limit });
    const items = found.lines.map(({ grant, agreement }) =>
      grantJson(grant, agreement, { baseUrl, today: dayOf(now, agreement.zone) }, dataSetText(grant, c.get('language'))),
    );
    return c.json({ items, next: found.next }, 200, { ...FIVE_MINUTES, ...nextLink(c, found.next) });
  })
  .openapi(covered, async (c) => {
    const { tools, today } = await addressing(c);
    const asked = c.req.valid('query');
    const giver = await agencyByCode(tools.db, asked.giver);
    const recipient = await agencyByCode(tools.db, asked.recipient);
    if (!giver || !recipient) return absent(c, NO_AGENCY);
    const fields = [...new Set(asked.fields.split(',').map((one) => one.trim()))].filter(Boolean);
    const ask = {
      ...{ dataSet: asked.set, fields, giverPath: giver.path, recipientId: recipient.id, purpose: asked.purpose },
      day: asked.day === undefined ? today : Temporal.PlainDate.from(asked.day),
    };
    const answer = grantCovers(await grantsAbout(tools.db, ask, true), ask);
    const under = answer.covered ? answer.by : answer.nearest;
    return c.json(
      {
        covered: answer.covered,
        reason: answer.covered ? null : answer.reason,
        missingFields: answer.covered ? [] : [...answer.missing],
        grant: under && { agreement: under.agreement.code, number: under.grant.ordinal },
      },
      200,
      { 'Cache-Control': 'no-store' },
    );
  });
