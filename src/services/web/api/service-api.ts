/** Services and their public standards as JSON: `app.route('/api/v1', serviceApi)`. Open to everyone, read only. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { agenciesByIds, agencyByCode, agencyById } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { answers, apiPart, refused } from '../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../platform/http/env.ts';
import { problem } from '../../../platform/http/problem.ts';
import { todayAt } from '../../actions/on-service.ts';
import { SERVICE_FIELDS, type ServiceField } from '../../rules/fields.ts';
import { versionOn } from '../../rules/service.ts';
import { publishedServices } from '../../store/lists.ts';
import { serviceByNumber, versionsOf } from '../../store/services.ts';
import {
  FieldCode,
  FieldSchema,
  lineJson,
  ServiceNumber,
  ServiceSchema,
  ServiceStandardSchema,
  standardJson,
} from './schemas.ts';

const FIVE_MINUTES = { 'Cache-Control': 'public, max-age=300' } as const;
const TAGS = ['services'];
const ABSENT = { id: 'Tidak ada layanan dengan nomor ini', en: 'No such service' };

const services = createRoute({
  method: 'get',
  path: '/services',
  tags: TAGS,
  summary: 'Published services in force today, by name',
  request: {
    query: z.strictObject({
      q: z
        .string()
        .max(200)
        .optional()
        .openapi({ description: 'Words of the name, requirements or procedure.', example: 'akta' }),
      agency: z
        .string()
        .max(200)
        .optional()
        .openapi({ description: 'Code of an agency: its services and those below it.', example: '51.05' }),
      region: z
        .string()
        .regex(/^\d{2}(\.\d{2})?$/)
        .optional()
        .openapi({ description: 'Province, or regency or city.', example: '51' }),
      field: FieldCode.optional(),
      channel: z.enum(['counter', 'online']).optional(),
      cursor: z.string().max(2000).optional().openapi({ description: '`next` of the page before.' }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: {
    200: answers(
      z.object({
        items: z.array(ServiceSchema),
        next: z.string().nullable().openapi({ description: 'Cursor of the next page, null at the end.' }),
      }),
      'A page of services',
    ),
    422: refused('A parameter is not as described'),
  },
});

const service = createRoute({
  method: 'get',
  path: '/services/{number}',
  tags: TAGS,
  summary: 'One service with the public part of its standard',
  request: { params: z.object({ number: ServiceNumber }) },
  responses: {
    200: answers(ServiceStandardSchema, 'The service'),
    404: refused('No such service, or not offered today'),
    422: refused('Not a number of a service'),
  },
});

const fields = createRoute({
  method: 'get',
  path: '/service-fields',
  tags: TAGS,
  summary: 'Fields of public service',
  responses: { 200: answers(z.object({ items: z.array(FieldSchema) }), 'The fields') },
});

export const serviceApi: OpenAPIHono<WebEnv> = apiPart();

serviceApi.openapi(services, async (c) => {
  const { db, clock } = c.get('tools');
  const { q, agency: code, region, field, channel, cursor, limit } = c.req.valid('query');
  const agency = code === undefined ? undefined : await agencyByCode(db, code.replaceAll('\0', ''));
  if (code !== undefined && !agency) return c.json({ items: [], next: null }, 200, FIVE_MINUTES);
  const filter = {
    words: q?.replaceAll('\0', ''),
    under: agency?.id,
    regionCode: region,
    fields: field === undefined ? [] : [field],
    channel,
  };
  const found = await publishedServices(db, filter, dayOf(clock.now(), 'Asia/Jakarta'), { after: cursor, limit });
  const agencies = await agenciesByIds(
    db,
    found.lines.map(({ agencyId }) => agencyId),
  );
  const items = found.lines.map((line) => lineJson(line, agencies.get(line.agencyId)));
  return c.json({ items, next: found.next }, 200, FIVE_MINUTES);
});

serviceApi.openapi(service, async (c) => {
  const { db, clock } = c.get('tools');
  const found = await serviceByNumber(db, c.req.valid('param').number);
  const version = found && versionOn(await versionsOf(db, found.id), todayAt(found.regionCode, clock.now()));
  if (!found || !version) return problem(c, { status: 404, title: ABSENT[c.get('language')] }) as never;
  return c.json(standardJson(found, version, await agencyById(db, found.agencyId)), 200, FIVE_MINUTES);
});

serviceApi.openapi(fields, (c) => {
  const codes = Object.keys(SERVICE_FIELDS) as ServiceField[];
  return c.json({ items: codes.map((code) => ({ code, label: SERVICE_FIELDS[code] })) }, 200, FIVE_MINUTES);
});
