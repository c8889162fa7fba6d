/** A case of the cast with an examiner on it, and everything a kind of document may be asked, for tests. */
import { agencyByCode } from '../../../directory/index.ts';
import { sealIdentity, sealParticulars } from '../../../identity/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { TestDatabase } from '../../../platform/testing/database.ts';
import { openedCase } from '../../cast.test-support.ts';
import type { Case } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import type { Addressee, CaseDocument } from '../../rules/documents/document.ts';
import { type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import type { Review } from '../../rules/reviews/review.ts';
import { saveReview } from '../../store/reviews/reviews.ts';
import { decide } from '../decide.ts';
import type { OpeningOrder } from '../open-case.ts';
import { draftDocument, reviewDocument } from './draft-document.ts';
import { sealDocument } from './seal-document.ts';

/** Somebody who must never be found on paper. */
export const SECRET = {
  name: 'Wayan Rahasia Canari',
  email: 'wayan.canari@surat.example',
  phone: '+6281299988877',
  nik: '5105011203850001',
  address: 'Jalan Burung Kenari Nomor 77, Semarapura',
} as const;

/** What to look for in any spelling. */
export const TRACES = [SECRET.name, 'Canari', SECRET.email, '81299988877', '812-9998-8877', SECRET.nik, 'Burung Kenari'] as const;

export async function caseInExamination(t: TestDatabase, examiner: Officer, order: Partial<OpeningOrder> = {}): Promise<Case> {
  const file = await openedCase(t, order);
  await inTransaction(t.tools, async (tx) => {
    const { address, ...contact } = SECRET;
    const original = { title: 'Aduan asli (contoh)', description: 'Kata-kata sendiri (contoh)', place: null } as never;
    await sealIdentity(t.tools, tx, { complaintId: file.id, contact, original });
    await sealParticulars(t.tools, tx, { caseId: file.id, particulars: { name: contact.name, address }, idCopy: undefined });
  });
  const since = t.tools.clock.now();
  const joined = await decide(t.tools, { kind: 'system', errand: 'casework.tests' }, { caseId: file.id, version: null }, (one) =>
    decision({ ...one, team: [{ personId: examiner.personId, role: 'lead', since, until: null }] }, { events: [] }),
  );
  if (!joined.ok) throw new Error(joined.refusal);
  return joined.value;
}

/** The health office of Klungkung as respondent. */
export async function dinkes(t: TestDatabase, more: Partial<Addressee> = {}): Promise<Addressee> {
  const agency = await agencyByCode(t.db, '51.05.dinkes');
  return {
    kind: 'respondent',
    agencyId: agency?.id ?? '',
    position: 'Kepala Dinas Kesehatan',
    personId: null,
    name: '',
    ...more,
  };
}

/** Something to be typed into every field of a kind. */
export function typedFor(
  kind: DocumentKind,
  text = 'Pelayanan rujukan belum diberikan sampai hari ini.',
): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const { name, type } of documentKind(kind).fields) {
    typed[name] = { line: text, text, list: `${text}\nKeterangan lain.`, day: '2026-03-25', time: '10:00', yes: 'yes' }[type];
  }
  return typed;
}

/** An addressee that the kind allows; none for what stays in the file. */
export async function addresseesFor(t: TestDatabase, kind: DocumentKind): Promise<readonly Addressee[]> {
  const [first] = documentKind(kind).addressees;
  if (first === undefined) return [];
  if (first === 'reporter') return [{ kind: 'reporter', agencyId: null, position: '', personId: null, name: '' }];
  if (first === 'authority') {
    return [{ kind: 'authority', agencyId: null, position: 'Kepala', personId: null, name: 'Kepolisian Resor Klungkung' }];
  }
  if (first === 'internal') {
    const office = await agencyByCode(t.db, 'ori');
    return [{ kind: 'internal', agencyId: office?.id ?? '', position: 'Kepala Keasistenan', personId: null, name: '' }];
  }
  return [await dinkes(t, { kind: first })];
}

export function must<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

export interface Hands {
  readonly drafter: Officer;
  readonly reviewer: Officer;
  readonly sealer: Officer;
}

/** Drafts, reviews and seals. */
export async function sealed(
  t: TestDatabase,
  file: Pick<Case, 'id'>,
  kind: DocumentKind,
  hands: Hands,
  more: {
    readonly fields?: Record<string, string>;
    readonly addressees?: readonly Addressee[];
    readonly replacesId?: string;
  } = {},
): Promise<CaseDocument> {
  const reviewed = await reviewedDraft(t, file, kind, hands, more);
  return must(await sealDocument(t.tools, hands.sealer, { documentId: reviewed.id, revision: reviewed.revision, looked: true }));
}

export async function reviewedDraft(
  t: TestDatabase,
  file: Pick<Case, 'id'>,
  kind: DocumentKind,
  hands: Hands,
  more: {
    readonly fields?: Record<string, string>;
    readonly addressees?: readonly Addressee[];
    readonly replacesId?: string;
  } = {},
): Promise<CaseDocument> {
  const drafted = must(
    await draftDocument(t.tools, hands.drafter, {
      subject: { kind: 'case', id: file.id },
      kind,
      fields: more.fields ?? typedFor(kind),
      addressees: more.addressees ?? (await addresseesFor(t, kind)),
      ...(more.replacesId ? { replacesId: more.replacesId } : {}),
    }),
  );
  if (documentKind(kind).reviews.length === 0) return drafted;
  return must(await reviewDocument(t.tools, hands.reviewer, { documentId: drafted.id, revision: drafted.revision }));
}

/** A review of the health office of Klungkung. */
export async function openedReview(t: TestDatabase, by: Officer): Promise<string> {
  const agency = await agencyByCode(t.db, '51.05.dinkes');
  const office = await agencyByCode(t.db, 'ori.bali');
  if (!agency || !office) throw new Error('no agency');
  const [id, now] = [t.tools.random.id(), t.tools.clock.now()];
  const review: Review = {
    id,
    number: '0001/KAJIAN/III/2026/DPS',
    version: 1,
    officeId: office.id,
    officePath: office.path,
    agencyId: agency.id,
    agencyPath: agency.path,
    governmentId: agency.governmentId,
    clusterId: null,
    title: 'Rujukan berulang ditolak (contoh)',
    categoryCode: null,
    place: '51.05',
    zone: 'Asia/Makassar',
    stage: 'detection',
    stageSince: now,
    openedAt: now,
    openedBy: by.personId,
    endedAt: null,
    reason: null,
    lhaAt: null,
    clocks: [],
    members: [],
    isExample: true,
  };
  await inTransaction(t.tools, (tx) => saveReview(tx, review, () => null));
  return id;
}
