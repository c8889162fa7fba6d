/** What a device sends. Shapes and sizes only; what is allowed is asked of the rules. */
import { z } from 'zod';
import { Temporal } from '../../../kernel/time.ts';

const id = z.guid().toLowerCase();
const revision = z.number().int().min(0).max(1_000_000_000);
/** By the device's clock, which may be wrong; one that cannot be read is left out rather than refused. */
const moment = z
  .string()
  .max(40)
  .nullable()
  .optional()
  .transform((text) => {
    try {
      return text ? Temporal.Instant.from(text) : null;
    } catch {
      return null;
    }
  });

const place = {
  assessmentId: id,
  unitNo: z.number().int().min(0).max(999),
  rating: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  sheetNo: z.number().int().min(1).max(9999),
};

const fill = z.object({
  kind: z.literal('fill'),
  id,
  ...place,
  changes: z
    .array(
      z.object({
        indicator: z.string().max(100),
        value: z.string().max(100).nullable(),
        note: z.string().max(5000).nullable(),
        baseRevision: revision,
      }),
    )
    .max(200),
  done: z.boolean().nullable(),
  product: z.string().max(1000).nullable(),
  writtenAt: moment,
});

const resolve = z.object({
  kind: z.literal('resolve'),
  id,
  ...place,
  conflictId: id,
  kept: z.enum(['server', 'device']),
  seenRevision: revision,
});

export const MOST_OPERATIONS = 100;

export const operationsSchema = z
  .array(z.discriminatedUnion('kind', [fill, resolve]))
  .min(1)
  .max(MOST_OPERATIONS);

export type SentOperation = z.infer<typeof operationsSchema>[number];

export const fileSchema = z.object({
  id,
  ...place,
  indicator: z.string().max(100),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  takenAt: moment,
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  caption: z.string().max(1000).nullable(),
});
