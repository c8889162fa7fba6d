/** The directory as JSON: `app.route('/api/v1', directoryApi)`. Open to everyone, nothing of it is personal. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { dayOf } from '../../../kernel/time.ts';
import { answers, apiPart, refused } from '../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../platform/http/env.ts';
import { problem } from '../../../platform/http/problem.ts';
import { REGION_ATTRIBUTION, REGION_ATTRIBUTION_URL, REGION_LICENCE_URL } from '../../reference/attribution.ts';
import { AGENCY_KINDS, type AgencyKind } from '../../rules/agency.ts';
import { REGION_LEVELS } from '../../rules/region.ts';
import { agenciesByIds, agencyByCode } from '../../store/agencies.ts';
import { listAgencies } from '../../store/agency-lists.ts';
import { categoryTree } from '../../store/categories.ts';
import { listRegions, regionByCode, withChains } from '../../store/regions.ts';
import {
  AgencyCode,
  AgencySchema,
  AttributionSchema,
  agencyJson,
  CategorySchema,
  Paging,
  RegionCode,
  RegionSchema,
  regionJson,
} from './schemas.ts';

const KINDS = Object.keys(AGENCY_KINDS) as [AgencyKind, ...AgencyKind[]];
const FIVE_MINUTES = { 'Cache-Control': 'public, max-age=300' } as const;

const next = z.string().nullable().openapi({ description: 'Cursor of the next page, null at the end.' });
const ABSENT = {
  agency: { id: 'Tidak ada instansi dengan kode ini', en: 'No such agency' },
  region: { id: 'Tidak ada wilayah dengan kode ini', en: 'No such region' },
};
const AGENCIES = ['agencies'];
const REGIONS = ['regions'];

const agencies = createRoute({
  method: 'get',
  path: '/agencies',
  tags: AGENCIES,
  summary: 'Agencies and offices in force, by name',
  request: {
    query: z.strictObject({
      q: z.string().max(200).optional().openapi({ description: 'Beginnings of words of the name.', example: 'dinkes klungkung' }),
      kind: z.enum(KINDS).optional(),
      region: RegionCode.optional().openapi({ description: 'Only agencies of this place.' }),
      parent: AgencyCode.optional().openapi({ description: 'Only agencies directly below this one.' }),
      ...Paging,
    }),
  },
  responses: {
    200: answers(z.object({ items: z.array(AgencySchema), next }), 'A page of agencies'),
    422: refused('A parameter is not as described'),
  },
});

const agency = createRoute({
  method: 'get',
  path: '/agencies/{code}',
  tags: AGENCIES,
  summary: 'One agency, also one that is closed',
  request: { params: z.object({ code: AgencyCode }) },
  responses: { 200: answers(AgencySchema, 'The agency'), 404: refused('No such agency'), 422: refused('Not a code') },
});

const regions = createRoute({
  method: 'get',
  path: '/regions',
  tags: REGIONS,
  summary: 'Administrative regions in force, by code',
  request: {
    query: z.strictObject({
      q: z.string().max(200).optional().openapi({ description: 'Beginnings of words of the name or of what it lies in.' }),
      level: z.enum(REGION_LEVELS).optional(),
      parent: RegionCode.optional().openapi({ description: 'Only regions directly in this one.' }),
      ...Paging,
    }),
  },
  responses: {
    200: answers(z.object({ items: z.array(RegionSchema), next, attribution: AttributionSchema }), 'A page of regions'),
    422: refused('A parameter is not as described'),
  },
});

const region = createRoute({
  method: 'get',
  path: '/regions/{code}',
  tags: REGIONS,
  summary: 'One region, also one that is closed',
  request: { params: z.object({ code: RegionCode }) },
  responses: {
    200: answers(RegionSchema.extend({ attribution: AttributionSchema }), 'The region'),
    404: refused('No such region'),
    422: refused('Not a code'),
  },
});

const categories = createRoute({
  method: 'get',
  path: '/categories',
  tags: ['categories'],
  summary: 'Categories a new complaint may have today, in two levels',
  responses: { 200: answers(z.object({ items: z.array(CategorySchema) }), 'The tree') },
});

const ATTRIBUTION = { text: REGION_ATTRIBUTION.en, source: REGION_ATTRIBUTION_URL, licence: REGION_LICENCE_URL };

export const directoryApi: OpenAPIHono<WebEnv> = apiPart();

directoryApi.openapi(agencies, async (c) => {
  const { db } = c.get('tools');
  const { q, kind, region: place, parent: parentCode, cursor, limit } = c.req.valid('query');
  const parent = parentCode === undefined ? undefined : await agencyByCode(db, parentCode);
  if (parentCode !== undefined && parent === undefined) return c.json({ items: [], next: null }, 200, FIVE_MINUTES);
  const page = await listAgencies(db, { after: cursor, limit, filters: { q, kind, region: place, parent: parent?.id } });
  const codes = await agenciesByIds(
    db,
    page.rows.flatMap((row) => [row.governmentId, ...(row.parentId === null ? [] : [row.parentId])]),
  );
  return c.json({ items: page.rows.map((row) => agencyJson(row, codes)), next: page.next }, 200, FIVE_MINUTES);
});

directoryApi.openapi(agency, async (c) => {
  const { db } = c.get('tools');
  const found = await agencyByCode(db, c.req.valid('param').code);
  if (found === undefined) return problem(c, { status: 404, title: ABSENT.agency[c.get('language')] }) as never;
  return c.json(agencyJson(found, await agenciesByIds(db, found.path)), 200, FIVE_MINUTES);
});

directoryApi.openapi(regions, async (c) => {
  const { db } = c.get('tools');
  const { q, level, parent, cursor, limit } = c.req.valid('query');
  const page = await listRegions(db, { after: cursor, limit, filters: { q, level, parent } });
  const items = (await withChains(db, page.rows)).map(regionJson);
  return c.json({ items, next: page.next, attribution: ATTRIBUTION }, 200, FIVE_MINUTES);
});

directoryApi.openapi(region, async (c) => {
  const { db } = c.get('tools');
  const found = await regionByCode(db, c.req.valid('param').code);
  if (found === undefined) return problem(c, { status: 404, title: ABSENT.region[c.get('language')] }) as never;
  const [whole = { ...found, chain: found.name }] = await withChains(db, [found]);
  return c.json({ ...regionJson(whole), attribution: ATTRIBUTION }, 200, FIVE_MINUTES);
});

directoryApi.openapi(categories, async (c) => {
  const { db, clock } = c.get('tools');
  const tree = await categoryTree(db, dayOf(clock.now(), 'Asia/Jakarta'));
  const items = tree.map(({ code, label, children }) => ({
    code,
    label,
    children: children.map((child) => ({ code: child.code, label: child.label })),
  }));
  return c.json({ items }, 200, FIVE_MINUTES);
});
