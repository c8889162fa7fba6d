/**
 * Filing a complaint, whoever brings it: the citizen's last page, the counter, the JSON API.
 *
 * Idempotent by the client's secret (idempotency key or draft cookie): a repeat returns the same number and the same receipt
 * code and files once; the same secret with another content is refused. Nothing acknowledged is lost: number and code are only
 * returned after the commit.
 */
import { createHmac, type KeyObject } from 'node:crypto';
import { type Contact, maskIdentifiers, sealIdentity } from '../../identity/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Day, dayOf, type Zone } from '../../kernel/time.ts';
import { type LawBook, lawBook } from '../../law/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { secretKey } from '../../platform/keyed-hash.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Clock } from '../rules/clocks.ts';
import type { Channel, Complaint, ComplaintClass } from '../rules/complaint.ts';
import { file } from '../rules/filing.ts';
import { receiptCode, receiptCodeHash } from '../rules/receipt-code.ts';
import type { Routing } from '../rules/routing.ts';
import { trackingNumber } from '../rules/tracking-number.ts';
import { loadComplaint } from '../store/complaints.ts';
import { type SealedDraft, useUpDraft } from '../store/drafts.ts';
import { type AcceptedFile, insertFiles } from '../store/files.ts';
import { insertComplaint } from '../store/save.ts';
import { claimSubmission, submissionOf } from '../store/submissions.ts';
import { postNews } from './decide.ts';
import { routeFor, zoneFor } from './offices.ts';
import { surroundingsOf } from './surroundings.ts';

/** A filing whose fields have been checked (see web/filing-schema.ts). */
export interface FilingOrder {
  readonly class: ComplaintClass;
  readonly channel: Channel;
  readonly title: string;
  readonly description: string;
  readonly regionCode: string | null;
  readonly categoryCode: string | null;
  readonly occurredOn: Day | null;
  readonly place: string | null;
  readonly location: { readonly lat: number; readonly lng: number } | null;
  readonly agencyId: string | null;
  readonly anonymous: boolean;
  readonly confidential: boolean;
  readonly contact: Contact | undefined;
  readonly continuesId: string | null;
  /** The service it is about; left out by those who file without one. */
  readonly serviceId?: string | null | undefined;
  readonly files: readonly AcceptedFile[];
  /** The draft it was written in, as it was read: it goes in the same transaction, and its files become the complaint's. */
  readonly draft?: SealedDraft | undefined;
}

export interface Filed {
  readonly complaintId: string;
  /** As it stands after the filing; on a repeat as it stands by now. */
  readonly complaint: Complaint;
  readonly trackingNumber: string;
  readonly receiptCode: string;
  /** This secret had filed the same before: nothing new was written. */
  readonly isRepeat: boolean;
}

/** `draft-changed`: somebody wrote in the draft after it was read (another tab); nothing was filed. */
export type FilingRefusal = 'filing.other-content' | 'filing.draft-changed' | 'filing.agency-unknown' | 'filing.region-unknown';

const MOST_TRIES = 5;

/** @param clientSecret known only to the client that files, random, at least 8 characters; the receipt code is derived from it */
export async function fileComplaint(
  tools: Tools,
  actor: Actor,
  order: FilingOrder,
  clientSecret: string,
): Promise<Result<Filed, FilingRefusal>> {
  // Looked up before the transaction: inside it a second connection must not be waited for.
  const place = await placeOf(tools, order);
  if (typeof place === 'string') return refuse(place);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(tools, (tx) => fileOnce(tools, tx, actor, order, clientSecret, place));
    } catch (error) {
      if (error instanceof DraftChanged) return refuse('filing.draft-changed');
      // Two complaints drew the same nine digits: draw again. It happens once in fifty at twenty million complaints.
      if (attempt >= MOST_TRIES || !isNumberTaken(error)) throw error;
    }
  }
}

/**
 * What a client secret has filed before, `undefined` when nothing: for whoever comes back with the secret alone, because the
 * answer to the first submit was lost on the way.
 */
export async function filedWith(tools: Tools, clientSecret: string): Promise<Filed | undefined> {
  const key = secretKey(tools.keys, 'receipt-code');
  const earlier = await submissionOf(tools.db, keyed(key, 'submission', clientSecret));
  const complaint = earlier && (await loadComplaint(tools.db, earlier.complaintId));
  return complaint && { ...answer(key, complaint, clientSecret), isRepeat: true };
}

/** Thrown, because a refusal would commit what the transaction has written so far. */
class DraftChanged extends Error {}

interface Place {
  readonly book: LawBook;
  readonly zone: Zone;
  readonly routing: Routing;
  readonly ruleSet: string;
}

async function placeOf(tools: Tools, order: FilingOrder): Promise<Place | FilingRefusal> {
  const zone = await zoneFor(tools, order.regionCode, order.agencyId);
  if (!zone) return 'filing.region-unknown';
  const today = dayOf(tools.clock.now(), zone);
  const routing = await routeFor(tools, order.agencyId, today);
  if (!routing) return 'filing.agency-unknown';
  const book = await lawBook(tools);
  return { book, zone, routing, ruleSet: book.ruleSetAt(today) };
}

async function fileOnce(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  order: FilingOrder,
  clientSecret: string,
  { book, zone, routing, ruleSet }: Place,
): Promise<Result<Filed, FilingRefusal>> {
  const at = tools.clock.now();
  const complaintId = tools.random.id();
  const key = secretKey(tools.keys, 'receipt-code');
  const claim = {
    keyHash: keyed(key, 'submission', clientSecret),
    contentHash: keyed(key, 'content', contentOf(order)),
    complaintId,
  };
  const earlier = await claimSubmission(tx, claim, at);
  if (earlier) {
    if (!claim.contentHash.equals(earlier.contentHash)) return refuse('filing.other-content');
    const complaint = await loadComplaint(tx, earlier.complaintId);
    if (!complaint) throw new Error('a submission without its complaint');
    return ok({ ...answer(key, complaint, clientSecret), isRepeat: true });
  }
  const { law, times } = surroundingsOf(book, { ruleSet, filedAt: at, zone, regionCode: order.regionCode });
  const workingText = (text: string) => (order.anonymous ? maskIdentifiers(text, { contact: order.contact }) : text);
  const decision = file(
    {
      id: complaintId,
      trackingNumber: trackingNumber(tools.random.bytes(8)),
      class: order.class,
      channel: order.channel,
      filedByPersonId: actor.kind === 'officer' ? actor.personId : null,
      anonymous: order.anonymous,
      confidential: order.confidential,
      regionCode: order.regionCode,
      zone,
      categoryCode: order.categoryCode,
      title: workingText(order.title),
      description: workingText(order.description),
      occurredOn: order.occurredOn,
      place: order.place === null ? null : workingText(order.place),
      location: order.location,
      addressedAgencyId: order.agencyId,
      continuesId: order.continuesId,
      serviceId: order.serviceId ?? null,
      ruleSet,
    },
    routing,
    at,
    law,
    () => tools.random.id(),
  );
  // In the order in which the store gives its clocks, so that a repeat answers the same.
  const byId = (a: Clock, b: Clock) => (a.id < b.id ? -1 : 1);
  const complaint: Complaint = { ...decision.complaint, clocks: decision.complaint.clocks.toSorted(byId) };
  const answered = answer(key, complaint, clientSecret);
  const receiptHash = receiptCodeHash(key, complaintId, answered.receiptCode);
  await insertComplaint(tools, tx, decision, { at, actor, times, receiptHash });
  await sealIdentity(tools, tx, {
    complaintId,
    contact: order.contact,
    original: { title: order.title, description: order.description, ...(order.place === null ? {} : { place: order.place }) },
  });
  if (order.draft && !(await useUpDraft(tx, order.draft))) throw new DraftChanged();
  await insertFiles(tx, order.files, { complaintId, entryId: null, author: 'complainant', isProof: false, at });
  if (order.contact?.email) await postNews(tools, tx, complaint, decision.news);
  return ok({ ...answered, isRepeat: false });
}

function keyed(key: KeyObject, purpose: string, text: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\0${text}`).digest();
}

function answer(key: KeyObject, complaint: Complaint, clientSecret: string): Omit<Filed, 'isRepeat'> {
  return {
    complaintId: complaint.id,
    complaint,
    trackingNumber: complaint.trackingNumber,
    receiptCode: receiptCode(key, complaint.id, clientSecret),
  };
}

/** The whole content in one fixed order; files count by what they are, not by where they lie. */
function contentOf(order: FilingOrder): string {
  const { contact } = order;
  return JSON.stringify([
    order.class,
    order.title,
    order.description,
    order.regionCode,
    order.categoryCode,
    order.occurredOn?.toString() ?? null,
    order.place,
    order.location && [order.location.lat, order.location.lng],
    order.agencyId,
    order.anonymous,
    order.confidential,
    contact ? [contact.name ?? null, contact.email ?? null, contact.phone ?? null, contact.nik ?? null] : null,
    order.continuesId,
    order.files.map((each) => Buffer.from(each.sha256).toString('hex')),
    // Only when there is one: what was filed without must keep the hash it has.
    ...(order.serviceId ? [order.serviceId] : []),
  ]);
}

function isNumberTaken(error: unknown): boolean {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return code === '23505' && constraint === 'complaints_tracking_number_key';
}
