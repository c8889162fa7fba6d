/** What the JSON API answers about complaints. The same schemas check the answers in the tests and describe them in OpenAPI. */
import { z } from '@hono/zod-openapi';
import { fileProof } from '../../../platform/audit/index.ts';
import { CLOCK_KINDS } from '../../rules/clocks.ts';
import { COMPLAINT_STATUSES } from '../../rules/complaint.transitions.ts';
import { COMPLAINT_CLASSES, OUTCOMES } from '../../rules/complaint.ts';

const moment = (description: string) => z.iso.datetime().openapi({ description, example: '2026-03-17T02:00:00Z' });

export const TrackingNumber = z
  .string()
  .regex(/^\d{10}$/)
  .openapi({
    description: 'Ten digits, the last one a check digit. Written 123-456-7890 for people.',
    example: '1234567898',
  });

/** In addresses people's writing is accepted too; what is no number at all is answered like an unknown one. */
export const TrackingNumberParam = z.string().openapi({
  param: { name: 'trackingNumber', in: 'path' },
  description: 'The tracking number, with or without hyphens',
  example: '1234567898',
});

export const StatusSchema = z.enum(COMPLAINT_STATUSES).openapi('ComplaintStatus');
export const OutcomeSchema = z.enum(OUTCOMES).openapi('Outcome', {
  description: 'How a closed complaint ended. Only `confirmed` means that the complainant calls it solved.',
});

export const DeadlineSchema = z
  .object({
    kind: z.enum(CLOCK_KINDS),
    dueAt: moment('End of the last day, in UTC'),
    zone: z.string().openapi({ example: 'Asia/Makassar' }),
    isProvisional: z.boolean().openapi({ description: 'Rests on a year whose holidays are not decreed yet' }),
    isPaused: z.boolean(),
    metAt: moment('When it was met').nullable(),
    isLate: z.boolean(),
    explanation: z.string().openapi({ description: 'One sentence on how the date came about, with its citation' }),
  })
  .openapi('Deadline');

export const AgencyRefSchema = z.object({ code: z.string(), name: z.string() }).openapi('AgencyReference');

export const FiledSchema = z
  .object({
    trackingNumber: TrackingNumber,
    receiptCode: z
      .string()
      .regex(/^\d{16}$/)
      .openapi({
        description: 'The only way back without a contact. Shown to whoever files, never again.',
        example: '1234567890123456',
      }),
    status: StatusSchema,
    deadlines: z.array(DeadlineSchema),
    links: z.object({ follow: z.url(), self: z.url() }),
  })
  .openapi('Filed');

export const ComplaintSchema = z
  .object({
    trackingNumber: TrackingNumber,
    class: z.enum(COMPLAINT_CLASSES),
    title: z.string(),
    description: z.string(),
    status: StatusSchema,
    outcome: OutcomeSchema.nullable(),
    filedAt: moment('When it was filed'),
    releasedAt: moment('When a verifier released it to the public'),
    region: z.object({ code: z.string(), name: z.string() }).nullable(),
    category: z.object({ code: z.string(), name: z.string() }).nullable(),
    agencies: z.array(AgencyRefSchema).openapi({ description: 'The desk and the offices that handle it' }),
    nextDueAt: moment('The nearest running deadline').nullable(),
    links: z.object({ page: z.url(), self: z.url() }),
  })
  .openapi('Complaint');

export const TimelineItemSchema = z
  .object({
    type: z.string().openapi({ example: 'followed-up' }),
    at: moment('When'),
    summary: z.string(),
    text: z.string().nullable().openapi({ description: 'What was written, as far as the public may read it' }),
  })
  .openapi('TimelineItem');

export const ComplaintDetailSchema = ComplaintSchema.extend({
  deadlines: z.array(DeadlineSchema),
  timeline: z.array(TimelineItemSchema),
}).openapi('ComplaintDetail');

export const OwnStatusSchema = z
  .object({
    trackingNumber: TrackingNumber,
    class: z.enum(COMPLAINT_CLASSES),
    status: StatusSchema,
    outcome: OutcomeSchema.nullable(),
    filedAt: moment('When it was filed'),
    question: z.string().nullable().openapi({ description: 'What the agency asks the complainant, while on hold' }),
    deadlines: z.array(DeadlineSchema),
    timeline: z.array(TimelineItemSchema),
  })
  .openapi('OwnStatus');

const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** As the audit record gives it, without opened payloads: the API opens none, and their schema is any JSON, which cannot be described. */
export const ProofSchema = z
  .object({
    format: fileProof.shape.format,
    file: fileProof.shape.file,
    events: z.array(
      z.union([
        z.object({ seq: z.int(), type: z.string(), at: moment('When'), actor: z.string(), commitment: digest, hash: digest }),
        z.object({ seq: z.int(), digest, hash: digest }),
      ]),
    ),
    inclusion: fileProof.shape.inclusion.meta({ description: 'Absent until the next daily root covers the record' }),
  })
  .openapi('Proof');
