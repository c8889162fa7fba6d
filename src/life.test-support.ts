/** Walks a complaint through its life with the example people, for tests over the assembled application. */
import {
  confirmOutcome,
  contestArchive,
  objectToOutcome,
  reopenAsComplainant,
  supplyMissingFacts,
} from './complaints/actions/answer-as-complainant.ts';
import { forwardComplaint, passOnPart, returnComplaintPart } from './complaints/actions/forward-complaint.ts';
import { followUpPart, noteOnComplaint, proposeClosing, replyOnPart } from './complaints/actions/handle-complaint.ts';
import { releaseComplaint } from './complaints/actions/release-complaint.ts';
import { archiveComplaint, askComplainant } from './complaints/actions/verify-complaint.ts';
import { alertErrand } from './complaints/errands/alerts.ts';
import { loadByTrackingNumber } from './complaints/store/complaints.ts';
import { actorFor, agencyByCode, examplePersonId } from './directory/index.ts';
import type { Complainant, Officer } from './kernel/actor.ts';
import { dayOf } from './kernel/time.ts';
import type { TestDatabase } from './platform/testing/database.ts';

export const NATIONAL = 'verifikator@nasional.example';
export const COORDINATOR = 'koordinator@klungkung.example';
export const OFFICE = 'dinkes@klungkung.example';

export async function officer(t: TestDatabase, email: string): Promise<Officer> {
  const actor = await actorFor(t.db, examplePersonId(email), dayOf(t.tools.clock.now(), 'Asia/Jakarta'));
  if (!actor) throw new Error(`no example person ${email}`);
  return actor;
}

async function agencyId(t: TestDatabase, code: string): Promise<string> {
  const agency = await agencyByCode(t.db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  return agency.id;
}

function done<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown }): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

const whatever = (complaintId: string) => ({ complaintId, version: null });

export async function idOf(t: TestDatabase, trackingNumber: string): Promise<string> {
  return (await loadByTrackingNumber(t.db, trackingNumber))?.id ?? '';
}

export interface PublicWords {
  readonly title: string;
  readonly description: string;
}

export const PUBLIC_WORDS: PublicWords = {
  title: 'Antrean puskesmas terlalu lama',
  description: 'Warga menunggu lebih dari empat jam untuk diperiksa.',
};

export async function release(t: TestDatabase, complaintId: string, words: PublicWords = PUBLIC_WORDS): Promise<void> {
  done(await releaseComplaint(t.tools, await officer(t, NATIONAL), whatever(complaintId), { ...words, checked: true }));
}

/** The national desk to Klungkung, Klungkung's coordinator to its health office. @returns the part */
async function toOffice(t: TestDatabase, complaintId: string): Promise<string> {
  const order = { agencyIds: [await agencyId(t, '51.05')], note: 'Mohon ditangani.' };
  const forwarded = done(await forwardComplaint(t.tools, await officer(t, NATIONAL), whatever(complaintId), order));
  const partId = forwarded.parts[0]?.id ?? '';
  const handed = { partId, agencyId: await agencyId(t, '51.05.dinkes'), note: 'Segera.' };
  done(await passOnPart(t.tools, await officer(t, COORDINATOR), whatever(complaintId), handed));
  return partId;
}

async function inProgress(t: TestDatabase, complaintId: string): Promise<string> {
  const partId = await toOffice(t, complaintId);
  const order = { partId, text: 'Petugas meninjau besok.', files: [] };
  done(await followUpPart(t.tools, await officer(t, OFFICE), whatever(complaintId), order));
  return partId;
}

async function proposed(t: TestDatabase, complaintId: string): Promise<string> {
  const partId = await inProgress(t, complaintId);
  const [office, target] = [await officer(t, OFFICE), whatever(complaintId)];
  done(await replyOnPart(t.tools, office, target, { partId, text: 'Loket ditambah mulai pekan ini.', files: [] }));
  done(await noteOnComplaint(t.tools, office, target, { text: 'Catatan internal kantor.' }));
  done(await proposeClosing(t.tools, office, target, { partId, text: 'Dua loket ditambah pada 18 Maret.', files: [] }));
  return partId;
}

const me = (complaintId: string): Complainant => ({ kind: 'complainant', complaintId });

/** Every stage of a life, by the real actions. `words` is what the complainant writes on the way. */
export const STAGES: Readonly<Record<string, (t: TestDatabase, complaintId: string, words: string) => Promise<unknown>>> = {
  received: async () => {},
  'on-hold': async (t, id) => done(await askComplainant(t.tools, await officer(t, NATIONAL), whatever(id), ASK)),
  supplied: async (t, id, text) => {
    done(await askComplainant(t.tools, await officer(t, NATIONAL), whatever(id), ASK));
    done(await supplyMissingFacts(t.tools, me(id), { text, files: [] }));
  },
  forwarded: toOffice,
  returned: async (t, id) => {
    const order = { partId: await toOffice(t, id), reason: 'Bukan tugas kantor kami.' };
    done(await returnComplaintPart(t.tools, await officer(t, OFFICE), whatever(id), order));
  },
  'in-progress': inProgress,
  'awaiting-complainant': proposed,
  objected: async (t, id, text) => {
    await proposed(t, id);
    done(await objectToOutcome(t.tools, me(id), { text, files: [] }));
  },
  confirmed: async (t, id, text) => {
    await proposed(t, id);
    done(await confirmOutcome(t.tools, me(id), { text }));
  },
  reopened: async (t, id, text) => {
    await proposed(t, id);
    done(await confirmOutcome(t.tools, me(id), { text }));
    done(await reopenAsComplainant(t.tools, me(id), { text, files: [] }));
  },
  archived: async (t, id) => done(await archiveComplaint(t.tools, await officer(t, NATIONAL), whatever(id), SET_ASIDE)),
  contested: async (t, id, text) => {
    done(await archiveComplaint(t.tools, await officer(t, NATIONAL), whatever(id), SET_ASIDE));
    done(await contestArchive(t.tools, me(id), { text }));
  },
};

const ASK = { question: 'Kapan tepatnya kejadiannya?', reason: 'Waktunya belum jelas.' };
const SET_ASIDE = { reason: 'too-general', note: 'Terlalu umum untuk ditangani.' } as const;

/** Lets deadlines pass: reminders, escalations to the Ombudsman, closing by silence. */
export async function letTimePass(t: TestDatabase, moments: readonly string[]): Promise<void> {
  for (const moment of moments) {
    t.setNow(moment);
    await alertErrand(t.tools);
  }
}
