/**
 * Documents of the Ombudsman's work: letters, minutes and decisions, drafted from templates, numbered, sealed, sent and received.
 * `README.md` of the room tells the life; db/migrations/0021-case-documents.sql what is kept.
 */
import type { Moment } from '../../../kernel/time.ts';
import type { DocumentState } from './document.transitions.ts';
import type { DocumentKind } from './kinds.ts';
import type { LetterContent } from './letter-content.ts';

/** What a document belongs to: a case, a review (kajian) or a plenary meeting. */
export type SubjectKind = 'case' | 'review' | 'plenary';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

export type AddresseeKind = 'respondent' | 'superior' | 'reporter' | 'internal' | 'authority';

/**
 * To whom a document goes: an agency and the office held there, sometimes a known officer. Of the reporter only that it is the reporter:
 * who that is lives in the room identity.
 */
export interface Addressee {
  readonly kind: AddresseeKind;
  /** `null` for the reporter, and for an authority the directory does not know. */
  readonly agencyId: string | null;
  /** The office held (jabatan): 'Kepala Dinas Kesehatan'. Empty for the reporter. */
  readonly position: string;
  /** A known officer of the agency it is meant for. */
  readonly personId: string | null;
  /** Of an authority that the directory does not know. */
  readonly name: string;
}

export interface Recipient extends Addressee {
  /** 1 = the addressee, the others get a copy (tembusan). */
  readonly no: number;
  /** From the root of the agency's tree down to the agency; empty without one. */
  readonly agencyPath: readonly string[];
}

/** By this system, by post or courier, or handed over. */
export type DeliveryWay = 'system' | 'post' | 'hand';

export interface Delivery {
  readonly recipientNo: number;
  /** From 1: what came back undelivered is sent again. */
  readonly attempt: number;
  readonly way: DeliveryWay;
  readonly sentAt: Moment;
  readonly sentBy: string;
  /** Written once. */
  readonly outcome: DeliveryOutcome | null;
}

export interface DeliveryOutcome {
  readonly outcome: 'received' | 'returned';
  /** `opened`: the addressee opened it here. `recorded`: the sender entered it, with a reason. */
  readonly how: 'opened' | 'recorded';
  readonly at: Moment;
  /** person:ID or complainant. */
  readonly by: string;
  readonly reason: string | null;
}

export interface CaseDocument {
  readonly id: string;
  readonly subject: Subject;
  readonly direction: 'out' | 'in';
  /** `answer` is what comes in; everything else goes out. */
  readonly kind: DocumentKind | 'answer';
  readonly state: DocumentState;
  /** Counts changes of the draft, so that two who write at once are told. */
  readonly revision: number;
  readonly officeId: string;
  readonly templateVersion: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly basedOnId: string | null;
  readonly replacesId: string | null;
  readonly partId: string | null;
  readonly draftedBy: string;
  readonly draftedAt: Moment;
  readonly editedBy: string;
  readonly editedAt: Moment;
  readonly reviewedBy: string | null;
  readonly reviewedAt: Moment | null;
  readonly number: string | null;
  readonly numberedAt: Moment | null;
  readonly sealedBy: string | null;
  /** What is printed, from the moment it has its number. */
  readonly content: LetterContent | null;
  readonly file: SealedFile | null;
  readonly receivedAt: Moment | null;
  readonly recipients: readonly Recipient[];
  readonly deliveries: readonly Delivery[];
}

export interface SealedFile {
  readonly key: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly sealedAt: Moment;
}

export interface DocumentFile {
  readonly id: string;
  readonly documentId: string;
  readonly purpose: 'answer' | 'slip';
  readonly mediaType: string;
  readonly extension: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly fileKey: string;
  readonly thumbnailKey: string | null;
  readonly addedBy: string;
  readonly addedAt: Moment;
}

/** The last sending to a recipient, `undefined` before the first. */
export function lastDelivery(document: Pick<CaseDocument, 'deliveries'>, recipientNo: number): Delivery | undefined {
  return document.deliveries.filter((one) => one.recipientNo === recipientNo).at(-1);
}

/** How it stands with one recipient. */
export function deliveryState(
  document: Pick<CaseDocument, 'deliveries'>,
  recipientNo: number,
): 'not-sent' | 'sent' | 'received' | 'returned' {
  const last = lastDelivery(document, recipientNo);
  return last === undefined ? 'not-sent' : (last.outcome?.outcome ?? 'sent');
}
