/** Plays the lives of the example complaints with the real actions, at the moments they happened. */
import { actorFor, agencyByCode, examplePersonId } from '../../directory/index.ts';
import { checkContact } from '../../identity/index.ts';
import type { Actor, Complainant } from '../../kernel/actor.ts';
import { dayOf, type Moment } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { confirmOutcome, objectToOutcome, reopenAsComplainant, supplyMissingFacts } from '../actions/answer-as-complainant.ts';
import { fileComplaint } from '../actions/file-complaint.ts';
import { forwardComplaint, passOnPart, redirectPart, returnComplaintPart } from '../actions/forward-complaint.ts';
import { followUpPart, noteOnComplaint, proposeClosing, replyOnPart } from '../actions/handle-complaint.ts';
import { releaseComplaint } from '../actions/release-complaint.ts';
import { archiveComplaint, askComplainant, correctComplaint } from '../actions/verify-complaint.ts';
import { alertErrand } from '../errands/alerts.ts';
import { loadComplaint } from '../store/complaints.ts';
import { markSeen } from '../store/receipts.ts';
import { type Deed, EXAMPLE_COMPLAINTS, type ExampleComplaint } from './complaints.ts';

/** Example mode only; the caller sees to it that it happens once. */
export async function loadExampleComplaints(tools: Tools): Promise<{ what: string; count: number }[]> {
  for (const [index, example] of EXAMPLE_COMPLAINTS.entries()) await play(tools, example, index);
  await alertErrand(tools);
  return [{ what: 'example complaints', count: EXAMPLE_COMPLAINTS.length }];
}

/** Half past nine in Jakarta so many days ago, or now when that has not come yet. */
function momentOf(tools: Tools, daysAgo: number, order: number): Moment {
  const now = tools.clock.now();
  const day = dayOf(now, 'Asia/Jakarta').subtract({ days: daysAgo });
  const at = day
    .toZonedDateTime({ timeZone: 'Asia/Jakarta', plainTime: '09:30' })
    .toInstant()
    .add({ minutes: order * 7 });
  return at.epochMilliseconds < now.epochMilliseconds ? at : now.subtract({ minutes: 1 });
}

const at = (tools: Tools, moment: Moment): Tools => ({ ...tools, clock: { now: () => moment } });

async function agencyId(tools: Tools, code: string): Promise<string> {
  const agency = await agencyByCode(tools.db, code);
  if (!agency) throw new Error(`an example names the agency ${code}, which the directory does not have`);
  return agency.id;
}

async function play(tools: Tools, example: ExampleComplaint, index: number): Promise<void> {
  const filedAt = momentOf(tools, example.filedDaysAgo, index);
  const contact = checkContact(example.contact ?? {});
  const counter = example.channel === 'pojok' ? await officer(tools, 'pojok@ombudsman-bali', filedAt) : undefined;
  const filed = await fileComplaint(
    at(tools, filedAt),
    counter ?? { kind: 'visitor' },
    {
      class: example.class,
      channel: example.channel ?? 'web',
      title: example.title,
      description: example.description,
      regionCode: example.region,
      categoryCode: example.category,
      occurredOn: null,
      place: example.place ?? null,
      location: null,
      agencyId: example.agency === null ? null : await agencyId(tools, example.agency),
      anonymous: example.anonymous ?? false,
      confidential: example.confidential ?? false,
      contact: contact.ok ? contact.value : undefined,
      continuesId: null,
      files: [],
    },
    `example complaint ${index} of ${tools.settings.baseUrl}`,
  );
  if (!filed.ok) throw new Error(`example ${index}: ${filed.refusal}`);
  const { complaintId } = filed.value;
  for (const deed of example.deeds) {
    const when = momentOf(tools, example.filedDaysAgo - deed.on, index + 30);
    const result = await perform(at(tools, when), complaintId, deed, when);
    if (result && !result.ok) throw new Error(`example ${index}, ${deed.do}: ${result.refusal}`);
  }
}

async function officer(tools: Tools, player: string, when: Moment): Promise<Actor> {
  const actor = await actorFor(tools.db, examplePersonId(`${player}.example`), dayOf(when, 'Asia/Jakarta'));
  if (!actor) throw new Error(`no example person ${player}`);
  return actor;
}

type Performed = { readonly ok: true } | { readonly ok: false; readonly refusal: string } | undefined;

async function perform(tools: Tools, complaintId: string, deed: Deed, when: Moment): Promise<Performed> {
  const target = { complaintId, version: null };
  const complaint = await loadComplaint(tools.db, complaintId);
  if (!complaint) throw new Error('an example complaint is gone');
  const me: Complainant = { kind: 'complainant', complaintId };
  const actor = deed.by === 'pelapor' ? me : await officer(tools, deed.by, when);
  const partId = complaint.parts.at(-1)?.id ?? '';
  switch (deed.do) {
    case 'release':
      return releaseComplaint(tools, actor, target, {
        title: complaint.title,
        description: complaint.description,
        checked: true,
      });
    case 'classify':
      return correctComplaint(tools, actor, target, { supervisory: deed.supervisory, reason: deed.reason });
    case 'ask':
      return askComplainant(tools, actor, target, { question: deed.question, reason: 'Lokasi belum jelas.' });
    case 'answer':
      return supplyMissingFacts(tools, me, { text: deed.text, files: [] });
    case 'forward': {
      const agencyIds = await Promise.all(deed.to.map((code) => agencyId(tools, code)));
      return forwardComplaint(tools, actor, target, { agencyIds, note: deed.note ?? '' });
    }
    case 'pass-on':
      return passOnPart(tools, actor, target, { partId, agencyId: await agencyId(tools, deed.to), note: '' });
    case 'return':
      return returnComplaintPart(tools, actor, target, { partId, reason: deed.reason });
    case 'redirect':
      return redirectPart(tools, actor, target, { partId, agencyId: await agencyId(tools, deed.to), note: '' });
    case 'follow-up':
      return followUpPart(tools, actor, target, { partId, text: deed.text, files: [] });
    case 'reply':
      return replyOnPart(tools, actor, target, { partId, text: deed.text, files: [] });
    case 'propose':
      return proposeClosing(tools, actor, target, { partId, text: deed.text, files: [] });
    case 'note':
      return noteOnComplaint(tools, actor, target, { text: deed.text });
    case 'confirm':
      return confirmOutcome(tools, me, { text: deed.text ?? '' });
    case 'object':
      return objectToOutcome(tools, me, { text: deed.text ?? '', files: [] });
    case 'reopen':
      return reopenAsComplainant(tools, me, { text: deed.text ?? '', files: [] });
    case 'look':
      await markSeen(tools.db, complaintId, when);
      return undefined;
    case 'archive':
      return archiveComplaint(tools, actor, target, { reason: deed.reason, note: deed.text });
  }
}
