/** Steps of a case, taken with the real actions by the example people: for the examples of example mode, and for a test that walks a whole life. */
import { actorFor, agencyByCode, examplePersonId, ombudsmanOfficeFor } from '../../directory/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import { dayOf } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { reviewDocument } from '../actions/documents/draft-document.ts';
import { openLetter } from '../actions/documents/receive-document.ts';
import { sealDocument } from '../actions/documents/seal-document.ts';
import { sendDocument } from '../actions/documents/send-document.ts';
import { judgeAllegation, linkEvidence, raiseAllegation } from '../actions/examination/allegations.ts';
import { finishExamination } from '../actions/examination/finish-examination.ts';
import { takeEvidence } from '../actions/examination/take-evidence.ts';
import { handInLhp, issueLhp, reviewLhp, sealLhp } from '../actions/findings/hand-in-lhp.ts';
import { handToResolution } from '../actions/findings/monitor.ts';
import {
  addPoint,
  beginRecommendation,
  handInRecommendation,
  proposeRecommendation,
  sealRecommendation,
  signRecommendation,
  writeRecommendation,
} from '../actions/findings/recommend.ts';
import { addAction, beginLhp, concludeLhp, recordDiscussion, saveLhpSection } from '../actions/findings/write-lhp.ts';
import { bringReport, type ReportOrder } from '../actions/intake/bring-report.ts';
import { answerChecks } from '../actions/verification/answer-checks.ts';
import { changeTeam } from '../actions/verification/change-team.ts';
import { decideItem } from '../actions/verification/decide-item.ts';
import { gatherChecks } from '../actions/verification/gather-checks.ts';
import { closePlenary, openPlenary, planPlenary } from '../actions/verification/plan-plenary.ts';
import { addToAgenda, recordPresence } from '../actions/verification/plenary-agenda.ts';
import { endPlenary } from '../actions/verification/plenary-minutes.ts';
import { passFormal, submitToPlenary } from '../actions/verification/verify-case.ts';
import { type Case, type Conclusion, respondentsOf } from '../rules/case.ts';
import type { FormCode } from '../rules/examination/forms.ts';
import { LHP_SECTIONS } from '../rules/findings/lhp.ts';
import type { PlenaryDecision } from '../rules/verification/plenary.ts';
import { loadCase } from '../store/cases.ts';
import { documentsOf, loadDocument } from '../store/documents/documents.ts';
import { recommendationsOf } from '../store/findings/recommendations.ts';
import { membersOf } from '../store/verification/plenaries.ts';

export type Player = 'pvl' | 'kepala' | 'asisten' | 'asisten2' | 'resolusi' | 'pencegahan' | 'pojok';

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: unknown };

export function must<T>(result: Outcome<T>): T {
  if (!result.ok) throw new Error(`an example was refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** An officer of the Ombudsman of Bali, or anybody by address, with the positions of the clock's day. */
export async function player(tools: Tools, name: Player | `${string}@${string}`): Promise<Officer> {
  const email = name.includes('@') ? name : `${name}@ombudsman-bali.example`;
  const actor = await actorFor(tools.db, examplePersonId(email), dayOf(tools.clock.now(), 'Asia/Jakarta'));
  if (actor?.kind !== 'officer') throw new Error(`no example person ${email}`);
  return actor;
}

export async function current(tools: Tools, caseId: string): Promise<Case> {
  const file = await loadCase(tools.db, caseId);
  if (!file) throw new Error('an example case is gone');
  return file;
}

const now = async (tools: Tools, caseId: string) => ({ caseId, version: (await current(tools, caseId)).version });

export interface ExampleReport
  extends Pick<ReportOrder, 'title' | 'account'>,
    Partial<
      Pick<
        ReportOrder,
        | 'access'
        | 'channel'
        | 'secret'
        | 'tip'
        | 'contact'
        | 'particulars'
        | 'loss'
        | 'wish'
        | 'rapidCriteria'
        | 'rapidReason'
        | 'advice'
      >
    > {
  readonly region: string;
  readonly agency: string;
  readonly position?: string;
  readonly occurredDaysAgo?: number;
}

/** @returns the case's id, with the number and receipt code the reporter would keep */
export async function report(tools: Tools, given: ExampleReport, secret: string, by?: Player) {
  const agency = await agencyByCode(tools.db, given.agency);
  if (!agency) throw new Error(`an example names the agency ${given.agency}`);
  const order: ReportOrder = {
    access: 'LM',
    channel: 'web',
    loss: null,
    wish: null,
    secret: false,
    tip: false,
    contact: undefined,
    particulars: undefined,
    rapidCriteria: [],
    rapidReason: null,
    advice: null,
    officeId: await ombudsmanOfficeFor(tools.db, given.region).then((office) => office.id),
    place: null,
    occurredOn: dayOf(tools.clock.now(), 'Asia/Makassar').subtract({ days: given.occurredDaysAgo ?? 30 }),
    regionCode: given.region,
    agencyId: agency.id,
    respondentNamed: given.position ?? null,
    complained: true,
    complainedHow: 'Sudah mengadu langsung ke kantornya, tidak ada jawaban (contoh).',
    beforeCourt: false,
    reportedBefore: false,
    idCopy: undefined,
    consent: { version: 'contoh', language: 'id', text: 'Persetujuan contoh.' },
    files: [],
    continuesId: null,
    draft: undefined,
    ...given,
  };
  const actor = by ? await player(tools, by) : ({ kind: 'visitor' } as const);
  const brought = must(await bringReport(tools, actor, order, secret));
  return { caseId: brought.file.id, trackingNumber: brought.trackingNumber, receiptCode: brought.receiptCode };
}

/** Every requirement that is open, or wants a paper the example has not got, is found met by the verifier, with a note. */
export async function checkAll(tools: Tools, caseId: string): Promise<void> {
  const verifier = await player(tools, 'pvl');
  const { standings } = await gatherChecks(tools, tools.db, await current(tools, caseId));
  const orders = standings
    .filter((each) => each.answer === 'open' || each.answer === 'not-met')
    .map((each) => ({
      requirement: each.requirement.code,
      answer: 'met' as const,
      note: 'Diperiksa dari berkas (contoh).',
      seen: each.history[0]?.id ?? '',
    }));
  must(await answerChecks(tools, verifier, caseId, orders));
}

/** From formal verification to the plenary. */
export async function verify(tools: Tools, caseId: string, proposal: 'examine' | 'refuse' | 'close' = 'examine'): Promise<void> {
  const verifier = await player(tools, 'pvl');
  await checkAll(tools, caseId);
  must(await passFormal(tools, verifier, await now(tools, caseId)));
  await checkAll(tools, caseId);
  const reasons = 'Syarat diperiksa satu per satu; usul ini berdasarkan hasilnya (contoh).';
  must(await submitToPlenary(tools, verifier, await now(tools, caseId), { proposal, reasons }));
}

/** One meeting that day, everybody there. @returns its id */
export async function meet(
  tools: Tools,
  decisions: readonly { readonly caseId: string; readonly decision: PlenaryDecision; readonly reasons?: string }[],
): Promise<string> {
  const head = await player(tools, 'kepala');
  const officeId = head.positions[0]?.agencyId ?? '';
  const heldOn = dayOf(tools.clock.now(), 'Asia/Makassar');
  const planned = must(
    await planPlenary(tools, head, officeId, { heldOn, heldAt: '09:30', place: 'Ruang rapat kantor (contoh)' }),
  );
  const plenary = { plenaryId: planned.id, version: null };
  for (const { caseId } of decisions) must(await addToAgenda(tools, head, plenary, caseId));
  must(await openPlenary(tools, head, plenary));
  const members = await membersOf(tools.db, planned.id);
  must(
    await recordPresence(
      tools,
      head,
      plenary,
      members.map((each) => each.personId),
    ),
  );
  for (const { caseId, decision, reasons = '' } of decisions) {
    const order = { decision, reasons, discussion: 'Dibahas dan disepakati (contoh).', dissents: [], openObligationsSeen: true };
    must(await decideItem(tools, head, { plenaryId: planned.id, caseId }, order));
  }
  await sealMinutes(tools, head, planned.id);
  return planned.id;
}

/** The meeting ends with its minutes, reviewed by a member and sealed by who led it. */
async function sealMinutes(tools: Tools, head: Officer, plenaryId: string): Promise<void> {
  const target = { plenaryId, version: null };
  const documentId = must(await closePlenary(tools, head, target)).minutesDocumentId ?? '';
  const draft = async () => ({ documentId, revision: (await loadDocument(tools.db, documentId))?.revision ?? 0 });
  must(await reviewDocument(tools, await player(tools, 'pvl'), await draft()));
  must(await sealDocument(tools, head, { ...(await draft()), looked: true }));
  must(await endPlenary(tools, head, target));
}

export async function assign(tools: Tools, caseId: string): Promise<void> {
  const head = await player(tools, 'kepala');
  const id = async (name: Player) => (await player(tools, name)).personId;
  must(
    await changeTeam(tools, head, await now(tools, caseId), {
      lead: await id('asisten'),
      examiners: [await id('asisten2')],
      verifier: '',
      resolver: await id('resolusi'),
      reason: '',
      task: '',
      from: '',
      until: '',
    }),
  );
}

/** One allegation, one piece of evidence for it, a finding. @returns the allegation's id */
export async function examine(
  tools: Tools,
  caseId: string,
  given: { readonly form: FormCode; readonly about: string; readonly isFound: boolean },
) {
  const examiner = await player(tools, 'asisten');
  const file = await current(tools, caseId);
  const [respondent] = respondentsOf(file);
  if (!respondent) throw new Error('an example case has no respondent');
  const allegationId = must(
    await raiseAllegation(tools, examiner, caseId, { form: given.form, respondentId: respondent.id, description: given.about }),
  );
  const evidenceId = must(
    await takeEvidence(tools, examiner, caseId, {
      kind: 'document',
      nature: 'formal',
      description: 'Catatan buku tamu dan tanda terima permohonan (contoh)',
      source: 'Diserahkan Pelapor',
      stepId: null,
      receivedOn: dayOf(tools.clock.now(), file.zone),
      receivedHow: 'Diserahkan langsung di kantor',
      keptAt: 'Pelapor',
      bytes: null,
    }),
  );
  const target = { caseId, allegationId };
  must(
    await linkEvidence(tools, examiner, target, {
      evidenceId,
      stance: given.isFound ? 'for' : 'against',
      note: 'Menunjukkan urutan kejadian (contoh).',
    }),
  );
  const reason = given.isFound
    ? 'Bukti menunjukkan layanan tidak diberikan (contoh).'
    : 'Bukti menunjukkan layanan sudah diberikan (contoh).';
  must(await judgeAllegation(tools, examiner, target, { finding: given.isFound ? 'found' : 'not-found', reason }));
  return allegationId;
}

const TEXTS = {
  account: 'Pelapor menyampaikan bahwa layanan yang dimohonkan tidak diberikan (contoh).',
  explanation: 'Terlapor menjelaskan bahwa petugas sedang terbatas (contoh).',
  evidence: 'Telah diperiksa buku tamu dan tanda terima permohonan (contoh).',
  findings: 'Temuan atas setiap dugaan diuraikan berdasarkan bukti tersebut (contoh).',
  opinion: 'Berdasarkan temuan dan peraturan yang berlaku, tim berpendapat sebagaimana disimpulkan (contoh).',
} as const;

/** Finishes the examination, writes, reviews, seals, issues and sends the LHP; the respondent opens it. */
export async function concludeWith(
  tools: Tools,
  caseId: string,
  given: {
    readonly conclusion: Conclusion;
    readonly actions?: readonly { readonly text: string; readonly evidenceAsked: string }[];
    readonly opener?: `${string}@${string}`;
  },
): Promise<void> {
  const [examiner, second, head] = [
    await player(tools, 'asisten'),
    await player(tools, 'asisten2'),
    await player(tools, 'kepala'),
  ];
  must(await finishExamination(tools, examiner, await now(tools, caseId)));
  must(await beginLhp(tools, examiner, await now(tools, caseId)));
  for (const section of LHP_SECTIONS) {
    must(await saveLhpSection(tools, examiner, { caseId, section, text: TEXTS[section], baseRevision: 0 }));
  }
  must(
    await concludeLhp(tools, examiner, await now(tools, caseId), {
      conclusion: given.conclusion,
      endedReason: given.conclusion === 'ended' ? 'Terlapor sudah memberikan layanan (contoh).' : '',
    }),
  );
  const [respondent] = respondentsOf(await current(tools, caseId));
  for (const action of given.actions ?? []) {
    must(
      await addAction(tools, examiner, await now(tools, caseId), {
        ...action,
        respondentId: respondent?.id ?? '',
        otherLimit: null,
      }),
    );
  }
  const heldOn = dayOf(tools.clock.now(), 'Asia/Makassar');
  must(
    await recordDiscussion(tools, head, await now(tools, caseId), {
      heldOn,
      personIds: [examiner.personId],
      said: 'Rancangan dibahas dan disetujui (contoh).',
    }),
  );
  must(await handInLhp(tools, examiner, await now(tools, caseId)));
  const lhp = async () => {
    const found = (await documentsOf(tools.db, caseId)).find(
      (one) => one.kind === 'findings-report' && ['draft', 'reviewed'].includes(one.state),
    );
    if (!found) throw new Error('the LHP of an example was not drafted');
    return found;
  };
  must(await reviewLhp(tools, second, { caseId, revision: (await lhp()).revision }));
  must(await sealLhp(tools, head, { caseId, revision: (await lhp()).revision, looked: true }));
  must(await issueLhp(tools, head, await now(tools, caseId)));
  await sendAll(tools, caseId);
  if (given.opener) await openAll(tools, caseId, given.opener);
}

/** Sends every sealed document of the case: through this system where somebody opens letters, else by post. */
export async function sendAll(tools: Tools, caseId: string): Promise<void> {
  const [head, resolver] = [await player(tools, 'kepala'), await player(tools, 'resolusi')];
  for (const document of (await documentsOf(tools.db, caseId)).filter((one) => one.state === 'sealed')) {
    // What the chair signed is sent by whoever drafted it.
    const sender = document.kind === 'recommendation' ? resolver : head;
    const every = (way: 'system' | 'post') => Object.fromEntries(document.recipients.map(({ no }) => [no, way]));
    const target = { documentId: document.id, revision: document.revision };
    const sent = await sendDocument(tools, sender, { ...target, ways: every('system') });
    if (!sent.ok) must(await sendDocument(tools, sender, { ...target, ways: every('post') }));
  }
}

/** An officer of the addressee opens the letters that lie there. */
export async function openAll(tools: Tools, caseId: string, opener: `${string}@${string}`): Promise<void> {
  const reader = await player(tools, opener);
  for (const document of (await documentsOf(tools.db, caseId)).filter((one) => one.state === 'sent')) {
    await openLetter(tools, reader, document.id);
  }
}

/** From monitoring that led nowhere to a signed recommendation that the superior has received. Each step at its own time. */
export async function recommend(
  at: Readonly<Record<'handed' | 'met' | 'signed', Tools>>,
  caseId: string,
  given: { readonly superior: string; readonly opener: `${string}@${string}` },
): Promise<void> {
  const resolver = await player(at.handed, 'resolusi');
  must(await handToResolution(at.handed, resolver, await now(at.handed, caseId), 'Waktu pelaksanaan habis (contoh).'));
  must(
    await proposeRecommendation(
      at.handed,
      resolver,
      await now(at.handed, caseId),
      'Terlapor tidak bersedia bermusyawarah (contoh).',
    ),
  );
  await meet(at.met, [{ caseId, decision: 'recommend' }]);
  must(await beginRecommendation(at.met, resolver, await now(at.met, caseId)));
  const [draft] = await recommendationsOf(at.met.db, caseId);
  const [respondent] = respondentsOf(await current(at.met, caseId));
  if (!draft || !respondent) throw new Error('an example has nothing to recommend');
  const texts = { ...draft.texts, reasons: 'Maladministrasi masih berlangsung (contoh).' };
  const superior = { superiorAgencyId: respondent.governmentId, superiorPosition: given.superior };
  must(await writeRecommendation(at.met, resolver, await now(at.met, caseId), { texts, ...superior }));
  const point = {
    to: respondent.id,
    text: 'Memberikan layanan yang dimohonkan (contoh).',
    evidenceAsked: 'Salinan bukti layanan',
  };
  must(await addPoint(at.met, resolver, await now(at.met, caseId), point));
  must(await handInRecommendation(at.met, resolver, await now(at.met, caseId)));
  const documentId = (await recommendationsOf(at.met.db, caseId))[0]?.documentId ?? '';
  const revision = async () => (await documentsOf(at.met.db, caseId)).find((one) => one.id === documentId)?.revision ?? 0;
  must(await reviewDocument(at.met, await player(at.met, 'asisten'), { documentId, revision: await revision() }));
  const chair = await player(at.signed, 'ketua@ombudsman.example');
  must(await sealRecommendation(at.signed, chair, { caseId, revision: await revision(), looked: true }));
  must(await signRecommendation(at.signed, chair, await now(at.signed, caseId)));
  await sendAll(at.signed, caseId);
  await openAll(at.signed, caseId, given.opener);
}
