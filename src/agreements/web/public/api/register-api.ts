/** The register of signed agreements as JSON. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { agencyByCode, regionByCode } from '../../../../directory/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import { answers, apiPart, refused } from '../../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../../platform/http/env.ts';
import { KINDS } from '../../../rules/kinds.ts';
import { PUBLIC_STANDINGS, publicAgreements } from '../../../store/public/register.ts';
import { maySearchHere } from '../register-page.tsx';
import { addressing, agencyCode, cursor, FIVE_MINUTES, limit, next, nextLink, tags } from './parts.ts';
import { SummarySchema, summaryJson } from './shapes.ts';

const register = createRoute({
  method: 'get',
  path: '/agreements',
  tags,
  summary: 'Signed agreements, the newest first',
  request: {
    query: z.strictObject({
      q: z.string().max(200).optional().openapi({ description: 'Words of title and purpose, a code, or a party' }),
      kind: z.enum(KINDS).optional(),
      standing: z.enum(PUBLIC_STANDINGS).optional(),
      programme: z.string().max(60).optional(),
      region: z
        .string()
        .max(20)
        .optional()
        .openapi({ description: 'Code: governments of this region and all in it', example: '51' }),
      agency: agencyCode.optional().openapi({ description: 'A party, or the government a party belongs to' }),
      year: z.coerce.number().int().min(1900).max(2199).optional().openapi({ description: 'Year of signing' }),
      cursor,
      limit,
    }),
  },
  responses: {
    200: answers(z.object({ items: z.array(SummarySchema), next }), 'A page of agreements'),
    422: refused('A parameter is not as described'),
  },
});

export const registerApi: OpenAPIHono<WebEnv> = apiPart().openapi(register, async (c) => {
  const { tools, now, baseUrl, warnDays } = await addressing(c);
  const asked = c.req.valid('query');
  const nothing = () => c.json({ items: [], next: null }, 200, FIVE_MINUTES);
  const agency = asked.agency === undefined ? undefined : await agencyByCode(tools.db, asked.agency);
  if (asked.agency !== undefined && !agency) return nothing();
  if (asked.region !== undefined && !(await regionByCode(tools.db, asked.region))) return nothing();
  const filter = {
    ...{ kind: asked.kind, standing: asked.standing, programme: asked.programme, regionCode: asked.region },
    ...{ partyId: agency?.id, year: asked.year, words: asked.q?.trim() || undefined },
  };
  if (filter.words !== undefined) await maySearchHere(c);
  const found = await publicAgreements(tools.db, filter, { now, warnDays }, { after: asked.cursor, limit: asked.limit });
  const items = found.lines.map((line) => summaryJson(line, { baseUrl, warnDays, today: dayOf(now, line.zone) }));
  return c.json({ items, next: found.next }, 200, { ...FIVE_MINUTES, ...nextLink(c, found.next) });
});
