/** Complaints as JSON: file one, read what is released, follow one's own with the receipt code. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { type Agency, agencyByCode, agencyById, regionByCode } from '../../../directory/index.ts';
import { Temporal } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import type { Db } from '../../../platform/database/database.ts';
import { answers, apiPart, invalidParameters, refused } from '../../../platform/http/api-parts.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext, WebEnv } from '../../../platform/http/env.ts';
import { problem } from '../../../platform/http/problem.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { fileComplaint } from '../../actions/file-complaint.ts';
import { COMPLAINT_STATUSES } from '../../rules/complaint.transitions.ts';
import { COMPLAINT_CLASSES, OUTCOMES } from '../../rules/complaint.ts';
import { statusOf } from '../../rules/status.ts';
import { readTrackingNumber } from '../../rules/tracking-number.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadByTrackingNumber } from '../../store/complaints.ts';
import { isPublicCursor, type ListFilter, publicList } from '../../store/lists.ts';
import { FILING_REFUSALS } from '../filing-faults.ts';
import { filingSchema, lookUpFiling, readFiling } from '../filing-schema.ts';
import { agenciesOf, loadFile } from '../telling/load-file.ts';
import { namesFor } from '../telling/names.ts';
import { answerNotFound, answerTooOften, invalidFiling, jsonBody } from './answers.ts';
import { mountOwnStatus } from './own-status.ts';
import { ComplaintDetailSchema, ComplaintSchema, FiledSchema, TrackingNumberParam } from './schemas.ts';
import { deadlinesJson, publicJson, publicSummaryOf, timelineJson } from './telling.ts';

const PAGE = { default: 25, most: 100 };
/** A partner's system files for many people from one address; a flood is stopped all the same. */
const FILING = { bucket: 'api-filing', limit: 120, windowSeconds: 60 } as const;
const FRESH = { 'Cache-Control': 'no-cache' } as const;

const tags = ['complaints'];

/** Long enough that keys of two callers do not meet by accident; the receipt code's own strength comes from the server's key as well. */
const KEY = /^[\x21-\x7e]{8,200}$/;

const filing = createRoute({
  method: 'post',
  path: '/complaints',
  tags,
  summary: 'File a complaint, an aspiration or a request for information',
  description:
    'Give an Idempotency-Key: a repeat with the same key and content answers the same number and receipt code and files once; the same key with another content is refused. Without a key the call cannot be repeated safely.',
  request: {
    headers: z.object({
      'idempotency-key': z.string().regex(KEY).optional().openapi({
        description:
          '8 to 200 printable characters without spaces, random and different for every filing: a UUID. Whoever knows it and what was filed can ask for the receipt code again.',
        example: '8e03978e-40d5-43e8-bc93-6894a57f9324',
      }),
    }),
    body: { required: true, content: { 'application/json': { schema: filingSchema.meta({ id: 'Filing' }) } } },
  },
  responses: {
    201: answers(FiledSchema, 'Filed, or filed before with this key'),
    400: refused('Not JSON in UTF-8, or a field named twice'),
    413: refused('Too large'),
    415: refused('Not application/json'),
    422: refused('Some fields are not as described, or the key has filed something else'),
    429: refused('Too often; see Retry-After'),
  },
});

const dayParam = (description: string) =>
  z.iso
    .date()
    .refine((text) => text >= '1945-01-01')
    .optional()
    .openapi({ description, example: '2026-03-17' });

const list = createRoute({
  method: 'get',
  path: '/complaints',
  tags,
  summary: 'Complaints released to the public, latest release first',
  request: {
    query: z.strictObject({
      q: z.string().max(200).optional().openapi({ description: 'Indonesian words, with stems; or a tracking number' }),
      agency: z
        .string()
        .max(200)
        .optional()
        .openapi({ description: 'Code or id: the agency and everything below it', example: '51.05.pupr' }),
      region: z.string().max(20).optional().openapi({ description: 'Code: the region and everything in it', example: '51.05' }),
      category: z.string().max(100).optional().openapi({ description: 'Code: the category and its children' }),
      status: z.enum(COMPLAINT_STATUSES).optional(),
      class: z.enum(COMPLAINT_CLASSES).optional(),
      outcome: z.enum(OUTCOMES).optional(),
      filedFrom: dayParam('First day of filing'),
      filedUntil: dayParam('Last day of filing'),
      cursor: z.string().max(400).refine(isPublicCursor).optional().openapi({ description: '`next` of the page before' }),
      limit: z.coerce.number().int().min(1).max(PAGE.most).default(PAGE.default),
    }),
  },
  responses: {
    200: answers(
      z.object({
        items: z.array(ComplaintSchema),
        next: z.string().nullable().openapi({ description: 'Cursor of the next page' }),
      }),
      'A page of complaints',
    ),
    422: refused('A parameter is not as described'),
  },
});

const detail = createRoute({
  method: 'get',
  path: '/complaints/{trackingNumber}',
  tags,
  summary: 'One released complaint with its deadlines and timeline',
  description: 'A confidential complaint, one not yet released and an unknown number give the same answer.',
  request: { params: z.object({ trackingNumber: TrackingNumberParam }) },
  responses: {
    200: answers(ComplaintDetailSchema, 'The complaint as the public may read it'),
    404: refused('Nothing the public may read'),
  },
});

export const complaintApi: OpenAPIHono<WebEnv> = apiPart();

// The body is judged by `readFiling`, which answers every fault at once in the reader's language; the library would stop at its own.
complaintApi.openAPIRegistry.registerPath(filing);
complaintApi.post('/complaints', async (c) => {
  const tools = c.get('tools');
  const language = c.get('language');
  const key = readKey(c.req.header('Idempotency-Key'));
  if (key !== undefined && !KEY.test(key)) return invalidParameters(c, [KEY_FAULT]);
  const allowed = await allow(tools, { ...FILING, key: clientAddress(c), now: tools.clock.now() });
  if (!allowed.allowed) return answerTooOften(c, allowed.retryAfterSeconds);
  const body = await jsonBody(c);
  if (body instanceof Response) return body;
  const words = readFiling(body.value, { now: tools.clock.now(), language });
  if (!words.ok) return invalidFiling(c, words.refusal);
  const order = await lookUpFiling(tools, words.value, { channel: 'api', continuesId: null, files: [] });
  if (!order.ok) return invalidFiling(c, order.refusal);
  const secret = key ?? Buffer.from(tools.random.bytes(24)).toString('base64url');
  const filed = await fileComplaint(tools, { kind: 'visitor' }, order.value, secret);
  if (!filed.ok) {
    const text = FILING_REFUSALS[filed.refusal];
    return problem(c, { status: 422, type: `${tools.settings.baseUrl}/api#${filed.refusal}`, title: text[language] });
  }
  const { complaint } = filed.value;
  const { baseUrl } = tools.settings;
  const self = `${baseUrl}/api/v1/complaints/${complaint.trackingNumber}`;
  const answer = {
    trackingNumber: complaint.trackingNumber,
    receiptCode: filed.value.receiptCode,
    status: statusOf(complaint),
    deadlines: deadlinesJson(complaint, { book: await lawBook(tools), language, now: tools.clock.now() }),
    links: { follow: `${baseUrl}/follow`, self },
  };
  return c.json(answer, 201, { Location: self, 'Cache-Control': 'no-store' });
});

/** Written bare or, after the IETF draft on the header, as a quoted string: the same key. */
function readKey(header: string | undefined): string | undefined {
  return header?.trim().replace(/^"(.*)"$/, '$1');
}

const KEY_FAULT = {
  parameter: 'Idempotency-Key',
  text: {
    id: 'Kunci harus 8 sampai 200 karakter ASCII yang dapat dicetak, tanpa spasi. Pakai UUID.',
    en: 'The key must be 8 to 200 printable ASCII characters without spaces. Use a UUID.',
  },
};

complaintApi.openapi(list, async (c) => {
  const { db, settings } = c.get('tools');
  const asked = c.req.valid('query');
  const nothing = () => c.json({ items: [], next: null }, 200, FRESH);
  const agency = asked.agency ? await anyAgency(db, asked.agency) : null;
  if (agency === undefined) return nothing();
  if (asked.region && !(await regionByCode(db, asked.region))) return nothing();
  const filter: ListFilter = {
    ...(asked.status ? { statuses: [asked.status] } : {}),
    ...(asked.class ? { classes: [asked.class] } : {}),
    ...(asked.outcome ? { outcomes: [asked.outcome] } : {}),
    ...(agency ? { agencyId: agency.id } : {}),
    ...(asked.region ? { regionCode: asked.region } : {}),
    ...(asked.category ? { categoryCode: asked.category } : {}),
    ...(asked.filedFrom ? { filedFrom: Temporal.PlainDate.from(asked.filedFrom) } : {}),
    ...(asked.filedUntil ? { filedUntil: Temporal.PlainDate.from(asked.filedUntil) } : {}),
    ...(asked.q?.trim() ? { words: asked.q } : {}),
  };
  const page = await publicList(db, filter, { after: asked.cursor, limit: asked.limit });
  const names = await namesFor(db, c.get('language'), {
    agencies: page.lines.flatMap((line) => line.officeIds),
    regions: page.lines.map((line) => line.regionCode),
    categories: page.lines.map((line) => line.categoryCode),
  });
  const link: Record<string, string> = page.next ? { Link: `<${nextAddress(c, page.next)}>; rel="next"` } : {};
  const items = page.lines.map((line) => publicJson(line, names, settings.baseUrl));
  return c.json({ items, next: page.next }, 200, { ...FRESH, ...link });
});

/** Also one that is closed: what it handled can still be read. */
async function anyAgency(db: Db, codeOrId: string): Promise<Agency | undefined> {
  return (await agencyById(db, codeOrId)) ?? (await agencyByCode(db, codeOrId));
}

function nextAddress(c: WebContext, cursor: string): string {
  const { baseUrl } = c.get('tools').settings;
  const { pathname, searchParams } = new URL(c.req.url);
  searchParams.set('cursor', cursor);
  return `${baseUrl}${pathname}?${searchParams}`;
}

complaintApi.openapi(detail, async (c) => {
  const tools = c.get('tools');
  const language = c.get('language');
  const trackingNumber = readTrackingNumber(c.req.valid('param').trackingNumber);
  const complaint = trackingNumber ? await loadByTrackingNumber(tools.db, trackingNumber) : undefined;
  const summary = complaint && viewOf(complaint, { kind: 'visitor' }) === 'public' ? publicSummaryOf(complaint) : undefined;
  if (!complaint || !summary) return answerNotFound(c) as never;
  const { timeline } = await loadFile(tools.db, complaint, { kind: 'visitor' });
  const names = await namesFor(tools.db, language, {
    agencies: agenciesOf(complaint, timeline),
    regions: [complaint.regionCode],
    categories: [complaint.categoryCode],
  });
  return c.json(
    {
      ...publicJson(summary, names, tools.settings.baseUrl),
      deadlines: deadlinesJson(complaint, { book: await lawBook(tools), language, now: tools.clock.now() }),
      timeline: timelineJson(timeline, { names, language, zone: complaint.zone }),
    },
    200,
    FRESH,
  );
});

mountOwnStatus(complaintApi);
