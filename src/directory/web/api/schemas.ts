import { z } from '@hono/zod-openapi';
import { AGENCY_KINDS, type Agency, type AgencyKind } from '../../rules/agency.ts';
import { REGION_KINDS, REGION_LEVELS } from '../../rules/region.ts';
import type { FoundRegion } from '../../store/regions.ts';

const KINDS = Object.keys(AGENCY_KINDS) as [AgencyKind, ...AgencyKind[]];

export const LabelSchema = z
  .object({ id: z.string().openapi({ example: 'Kesehatan' }), en: z.string().openapi({ example: 'Health' }) })
  .openapi('Label', { description: 'A text in Indonesian and English.' });

export const RegionCode = z
  .string()
  .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/)
  .openapi({ example: '51.05', description: 'Dotted Kemendagri code: province, regency or city, district, village.' });

export const AgencyCode = z
  .string()
  .max(200)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/)
  .openapi({ example: '51.05.dinkes' });

export const AgencySchema = z
  .object({
    code: AgencyCode,
    name: z.string().openapi({ example: 'Dinas Kesehatan Kabupaten Klungkung' }),
    shortName: z.string().openapi({ example: 'Dinkes Klungkung' }),
    kind: z.enum(KINDS),
    kindLabel: LabelSchema,
    parent: AgencyCode.nullable().openapi({ description: 'Code of the agency it stands below, null for the root of a tree.' }),
    government: AgencyCode.openapi({ description: 'Code of the root of its tree: the respondent of complaints about it.' }),
    region: RegionCode.nullable(),
    functions: z.array(z.string()).openapi({ description: 'What the office does.', example: ['dinkes'] }),
    nameConfirmed: z.boolean().openapi({ description: 'Whether the name was checked against a decree or the agency itself.' }),
    validUntil: z.string().nullable().openapi({ format: 'date', description: 'First day no longer in force.' }),
  })
  .openapi('Agency');

export const RegionSchema = z
  .object({
    code: RegionCode,
    level: z.enum(REGION_LEVELS),
    kind: z.enum(REGION_KINDS),
    name: z.string().openapi({ example: 'Kabupaten Klungkung' }),
    chain: z.string().openapi({ example: 'Kabupaten Klungkung, Provinsi Bali' }),
    parent: RegionCode.nullable(),
    timeZone: z.string().openapi({ example: 'Asia/Makassar' }),
    validFrom: z.string().nullable().openapi({ format: 'date' }),
    validUntil: z.string().nullable().openapi({ format: 'date', description: 'First day no longer in force.' }),
  })
  .openapi('Region');

export const AttributionSchema = z
  .object({ text: z.string(), source: z.string(), licence: z.string() })
  .openapi('Attribution', { description: 'Must be shown with the data: the region data is under the Open Database License.' });

export const CategorySchema = z
  .object({
    code: z.string().openapi({ example: 'public-works' }),
    label: LabelSchema,
    children: z.array(z.object({ code: z.string().openapi({ example: 'public-works.potholes' }), label: LabelSchema })),
  })
  .openapi('Category');

/** Paging: `cursor` of the page before, and how many. */
export const Paging = {
  cursor: z
    .string()
    .max(1000)
    .optional()
    .openapi({ description: '`next` of the page before; left out, the list starts at its beginning.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

/** @param codes of the agencies it points at, by id */
export function agencyJson(agency: Agency, codes: ReadonlyMap<string, Agency>): z.infer<typeof AgencySchema> {
  return {
    code: agency.code,
    name: agency.name,
    shortName: agency.shortName,
    kind: agency.kind,
    kindLabel: AGENCY_KINDS[agency.kind],
    parent: agency.parentId === null ? null : (codes.get(agency.parentId)?.code ?? null),
    government: codes.get(agency.governmentId)?.code ?? agency.code,
    region: agency.regionCode,
    functions: [...agency.functions],
    nameConfirmed: agency.nameConfirmed,
    validUntil: agency.validUntil?.toString() ?? null,
  };
}

export function regionJson(region: FoundRegion): z.infer<typeof RegionSchema> {
  const { code, level, kind, name, chain, parentCode: parent, zone: timeZone } = region;
  const validFrom = region.validFrom?.toString() ?? null;
  return { code, level, kind, name, chain, parent, timeZone, validFrom, validUntil: region.validUntil?.toString() ?? null };
}
