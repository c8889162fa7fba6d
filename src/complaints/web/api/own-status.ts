/** One's own complaint over the API: the receipt code comes in a header, never in an address. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { lawBook } from '../../../law/index.ts';
import { answers, refused } from '../../../platform/http/api-parts.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext, WebEnv } from '../../../platform/http/env.ts';
import { recogniseComplainant } from '../../actions/recognise-complainant.ts';
import type { Complaint } from '../../rules/complaint.ts';
import { statusOf } from '../../rules/status.ts';
import { readTrackingNumber } from '../../rules/tracking-number.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadByTrackingNumber } from '../../store/complaints.ts';
import { markSeen } from '../../store/receipts.ts';
import { agenciesOf, loadFile } from '../telling/load-file.ts';
import { namesFor } from '../telling/names.ts';
import { proofForReader } from '../telling/proof.ts';
import { answerNotFound, answerTooOften } from './answers.ts';
import { OwnStatusSchema, ProofSchema, TrackingNumberParam } from './schemas.ts';
import { deadlinesJson, stamp, timelineJson } from './telling.ts';

const CODE = z.string().max(40).openapi({ description: 'The 16 digits of the receipt code', example: '1234567890123456' });
const tags = ['complaints'];

const own = createRoute({
  method: 'get',
  path: '/complaints/{trackingNumber}/status',
  tags,
  summary: 'How my complaint stands, with its receipt code',
  description: 'A wrong code and an unknown number give the same answer. Tries are limited.',
  request: { params: z.object({ trackingNumber: TrackingNumberParam }), headers: z.object({ 'receipt-code': CODE }) },
  responses: {
    200: answers(OwnStatusSchema, 'The complaint as its complainant may read it'),
    404: refused('Number and code do not belong together'),
    422: refused('The code is missing or far too long'),
    429: refused('Too often; see Retry-After'),
  },
});

const proof = createRoute({
  method: 'get',
  path: '/complaints/{trackingNumber}/proof',
  tags,
  summary: 'Proof that nothing in the record of a complaint was changed, checkable offline',
  description:
    'Of a released complaint for everyone; of any other one against its receipt code. Steps this reader may not know of are closed: their digest alone stands in the chain.',
  request: { params: z.object({ trackingNumber: TrackingNumberParam }), headers: z.object({ 'receipt-code': CODE.optional() }) },
  responses: {
    200: answers(ProofSchema, 'Check it with `npx tuntas audit check-proof FILE`'),
    404: refused('Nothing that may be shown'),
    422: refused('The code is far too long'),
    429: refused('Too often; see Retry-After'),
  },
});

export function mountOwnStatus(api: OpenAPIHono<WebEnv>): void {
  api.openapi(own, async (c) => {
    const tools = c.get('tools');
    const language = c.get('language');
    const complaint = await ownComplaint(c, c.req.valid('param').trackingNumber, c.req.valid('header')['receipt-code']);
    if (complaint instanceof Response) return complaint as never;
    const actor = { kind: 'complainant', complaintId: complaint.id } as const;
    await markSeen(tools.db, complaint.id, tools.clock.now());
    const { timeline } = await loadFile(tools.db, complaint, actor);
    const names = await namesFor(tools.db, language, { agencies: agenciesOf(complaint, timeline) });
    return c.json(
      {
        trackingNumber: complaint.trackingNumber,
        class: complaint.class,
        status: statusOf(complaint),
        outcome: complaint.outcome,
        filedAt: stamp(complaint.filedAt),
        question: complaint.hold?.question ?? null,
        deadlines: deadlinesJson(complaint, { book: await lawBook(tools), language, now: tools.clock.now() }),
        timeline: timelineJson(timeline, { names, language, zone: complaint.zone }),
      },
      200,
      { 'Cache-Control': 'no-store' },
    );
  });

  api.openapi(proof, async (c) => {
    const { db } = c.get('tools');
    const typed = c.req.valid('param').trackingNumber;
    const code = c.req.valid('header')['receipt-code'];
    const complaint = code === undefined ? await releasedComplaint(c, typed) : await ownComplaint(c, typed, code);
    if (complaint instanceof Response) return complaint as never;
    const found = await proofForReader(db, complaint, code === undefined ? 'public' : 'complainant');
    if (!found) return answerNotFound(c) as never;
    return c.json(found, 200, { 'Cache-Control': 'no-store' });
  });
}

async function ownComplaint(c: WebContext, trackingNumber: string, receiptCode: string): Promise<Complaint | Response> {
  const tools = c.get('tools');
  const recognised = await recogniseComplainant(tools, { trackingNumber, receiptCode }, clientAddress(c));
  if (!recognised.ok) {
    return recognised.refusal.code === 'too-often' ? answerTooOften(c, recognised.refusal.retryAfterSeconds) : answerNotFound(c);
  }
  return (await loadByTrackingNumber(tools.db, recognised.value.trackingNumber)) ?? answerNotFound(c);
}

async function releasedComplaint(c: WebContext, typed: string): Promise<Complaint | Response> {
  const trackingNumber = readTrackingNumber(typed);
  const complaint = trackingNumber ? await loadByTrackingNumber(c.get('tools').db, trackingNumber) : undefined;
  return complaint && viewOf(complaint, { kind: 'visitor' }) === 'public' ? complaint : answerNotFound(c);
}
