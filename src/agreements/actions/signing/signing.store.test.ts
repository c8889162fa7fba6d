import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorFor, examplePersonId } from '../../../directory/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import { makePost } from '../../../messages/index.ts';
import { composePdf, knownCertificates, verifySeal } from '../../../platform/documents/index.ts';
import { has, judge } from '../../../platform/documents/testing/outside-tools.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import type { OutgoingMessage } from '../../../platform/tools.ts';
import { type Cast, castOf } from '../../cast.test-support.ts';
import { remindToSign } from '../../errands/signing.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { mayEditLines } from '../../rules/permissions.ts';
import type { Waiting } from '../../rules/register/waiting.ts';
import { signerState } from '../../rules/signing/turn.ts';
import { filesOf } from '../../store/files.ts';
import { waitsAs } from '../../store/register/desk.ts';
import { agreementList } from '../../store/register/lists.ts';
import { waitingFor } from '../../store/signing/mine.ts';
import { lastRound, papersOf, signaturesOf } from '../../store/signing/rounds.ts';
import { currentText, insertConsent, insertVersion } from '../../store/signing/texts.ts';
import { turnFile } from '../files/turn-file.ts';
import { addLine } from '../lines/add-line.ts';
import { anOrder } from '../lines/plan.test-support.ts';
import { takeStep } from '../register/take-step.ts';
import { planCeremony } from './ceremonies.ts';
import { addComment } from './comment.ts';
import { askAgain, declineToSign } from './decline.ts';
import { confirmPaper, rejectPaper, uploadPaper } from './paper.ts';
import { openSigning, stopSigning, takeEffect } from './round-steps.ts';
import { signAgreement } from './sign.ts';
import {
  DAY,
  openedForSigning,
  present,
  settled,
  signatoryOf,
  writtenCommitment,
  writtenMemorandum,
} from './signing.test-support.ts';

let t: TestDatabase;
let who: Cast;
let scan: Uint8Array;
const told: OutgoingMessage[] = [];

beforeAll(async () => {
  t = await testDatabase({
    post: async (_tx, message) => {
      told.push(message);
    },
  });
  who = await castOf(t);
  scan = await composePdf({
    ...{ title: 'Pindaian (contoh)', lang: 'id', author: 'Tuntas', at: new Date('2026-03-17T02:00:00Z') },
    blocks: [{ kind: 'heading', level: 1, text: 'Naskah bertanda tangan (contoh)' }],
  });
});
afterAll(() => t.close());

const upload = () => ({ bytes: async () => scan });

async function sign(agreement: Pick<Agreement, 'id'>, by: Officer, position: string): Promise<string> {
  const now = await present(t, agreement);
  const round = await lastRound(t.db, agreement.id);
  const order = { agreementId: agreement.id, signatoryId: signatoryOf(now, position).id, sha256: round?.file.sha256 ?? '' };
  const done = await signAgreement(t.tools, by, order);
  return done.ok ? done.value.state : done.refusal;
}

const openMemorandum = async () => openedForSigning(t, await who('preventer'), await writtenMemorandum(t, who));

describe('a memorandum signed in the application by two with a witness', () => {
  test('each in turn, the witness last; then it is signed, in force, with a document whose seals are all valid', async () => {
    const { id } = await openMemorandum();
    const agreement = await present(t, { id });
    expect(agreement.signatories.map(signerState)).toEqual(['asked', 'asked', 'waiting']);
    expect(await sign(agreement, await who('leader'), 'Bupati')).toBe('agreement.not-your-turn');
    expect(await sign(agreement, await who('head'), 'Sekretaris Daerah')).toBe('agreement.not-asked-to-sign');
    expect(await sign(agreement, await who('head'), 'Kepala Perwakilan')).toBe('signing');
    expect(await sign(agreement, await who('head'), 'Kepala Perwakilan')).toBe('agreement.signed-already');
    expect(await sign(agreement, await who('secretary'), 'Sekretaris Daerah')).toBe('signing');
    expect(told.filter(({ purpose, object }) => purpose === 'agreement.sign-asked' && object.id === id)).toHaveLength(3);
    expect(await sign(agreement, await who('leader'), 'Bupati')).toBe('signed');
    const signed = await present(t, { id });
    expect(signed).toMatchObject({ evidence: 'application', state: 'signed' });
    expect([String(signed.signedOn), String(signed.inForceFrom)]).toEqual(['2026-03-17', '2026-03-17']);
    const [file] = (await filesOf(t.db, id)).filter(({ kind }) => kind === 'signed');
    const pdf = await readSealed(t.tools, file?.fileKey ?? '');
    const verdict = await verifySeal(pdf, await knownCertificates(t.tools));
    expect(verdict).toMatchObject({ state: 'intact' });
    expect(verdict.seals).toHaveLength(3);
    expect(file?.isPublic).toBe(true);
    if (has('pdftotext')) {
      const pages = judge('pdftotext', pdf, '-layout', '$', '-').split('\f').slice(0, -1);
      expect(pages.length).toBeGreaterThan(2);
      for (const page of pages) expect(page).toContain('Segel percobaan');
      expect(pages.join('').match(/trial seal/g)).toHaveLength(1);
      expect(pages.join('')).toContain('Pasal 1');
      expect(pages.join('')).not.toContain('{');
    }
  });

  test('two who sign at once are both kept, each over the other', async () => {
    const { id } = await openMemorandum();
    const done = await Promise.all([
      sign({ id }, await who('head'), 'Kepala Perwakilan'),
      sign({ id }, await who('secretary'), 'Sekretaris Daerah'),
    ]);
    expect(done).toEqual(['signing', 'signing']);
    const signatures = await signaturesOf(t.db, id, 1);
    expect(signatures.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    const pdf = await readSealed(t.tools, signatures[1]?.file.key ?? '');
    expect((await verifySeal(pdf, await knownCertificates(t.tools))).seals).toHaveLength(2);
  });

  test('a double click signs once', async () => {
    const { id } = await openMemorandum();
    const head = await who('head');
    const done = await Promise.all([1, 2, 3].map(() => sign({ id }, head, 'Kepala Perwakilan')));
    expect(done.filter((one) => one === 'signing')).toHaveLength(1);
    expect(done.filter((one) => one === 'agreement.signed-already')).toHaveLength(2);
    expect(await signaturesOf(t.db, id, 1)).toHaveLength(1);
  });

  test('another document than the one that was read is not signed', async () => {
    const agreement = await openMemorandum();
    const order = {
      agreementId: agreement.id,
      signatoryId: signatoryOf(agreement, 'Kepala Perwakilan').id,
      sha256: 'f'.repeat(64),
    };
    expect(await signAgreement(t.tools, await who('head'), order)).toMatchObject({ refusal: 'agreement.moved-on' });
  });

  test('the signing opens only when the list of readiness is complete and nothing changed since', async () => {
    const by = await who('preventer');
    const ready = await settled(t, by, await writtenMemorandum(t, who));
    const stale = await openSigning(t.tools, by, { agreementId: ready.id, version: ready.version - 1 });
    expect(stale).toMatchObject({ refusal: 'agreement.moved-on' });
    const other = await openSigning(t.tools, await who('coordinator'), { agreementId: ready.id, version: ready.version });
    expect(other).toMatchObject({ refusal: 'agreement.not-yours' });
  });

  test('a term that ended before the last signature is refused, not written into the register', async () => {
    const by = await who('preventer');
    const { id } = await openedForSigning(t, by, await writtenMemorandum(t, who, { inForceUntil: DAY('2026-03-18') }));
    await sign({ id }, await who('head'), 'Kepala Perwakilan');
    await sign({ id }, await who('secretary'), 'Sekretaris Daerah');
    t.setNow('2026-03-20T10:00:00+08:00');
    expect(await sign({ id }, await who('leader'), 'Bupati')).toBe('agreement.sign-after-term');
    expect((await present(t, { id })).state).toBe('signing');
    t.setNow('2026-03-17T10:00:00+08:00');
  });
});

describe('declining and stopping', () => {
  test('who declines says why; those who prepare it are told; who is asked again may sign', async () => {
    const agreement = await openMemorandum();
    const head = await who('head');
    const order = { agreementId: agreement.id, signatoryId: signatoryOf(agreement, 'Kepala Perwakilan').id };
    expect(await declineToSign(t.tools, head, { ...order, reason: ' ' })).toMatchObject({ refusal: 'agreement.reason-missing' });
    expect((await declineToSign(t.tools, head, { ...order, reason: 'Pasal 3 belum sesuai.' })).ok).toBe(true);
    const declined = await present(t, agreement);
    expect(signerState(signatoryOf(declined, 'Kepala Perwakilan'))).toBe('declined');
    expect(told.some(({ purpose, object }) => purpose === 'agreement.sign-declined' && object.id === agreement.id)).toBe(true);
    expect(await sign(agreement, await who('secretary'), 'Sekretaris Daerah')).toBe('signing');
    expect(await sign(agreement, await who('leader'), 'Bupati')).toBe('agreement.not-your-turn');
    expect(await askAgain(t.tools, await who('secretary'), order)).toMatchObject({ refusal: 'agreement.not-yours' });
    expect((await askAgain(t.tools, await who('preventer'), order)).ok).toBe(true);
    expect(await sign(agreement, head, 'Kepala Perwakilan')).toBe('signing');
  });

  test('stopping voids what was signed, says so to those who signed, and opens the text; the next round is a new document', async () => {
    const agreement = await openMemorandum();
    await sign(agreement, await who('head'), 'Kepala Perwakilan');
    const by = await who('preventer');
    const now = await present(t, agreement);
    const target = { agreementId: agreement.id, version: now.version };
    expect(await stopSigning(t.tools, by, target, '')).toMatchObject({ refusal: 'agreement.reason-missing' });
    const stopped = await stopSigning(t.tools, by, target, 'Nomor surat salah.');
    if (!stopped.ok) throw new Error(stopped.refusal);
    expect(stopped.value.state).toBe('commenting');
    expect(stopped.value.signatories.map(signerState)).toEqual(['waiting', 'waiting', 'waiting']);
    const people = told.filter(({ purpose, object }) => purpose === 'agreement.sign-stopped' && object.id === agreement.id);
    expect(people).toHaveLength(2);
    expect(await sign(agreement, await who('head'), 'Kepala Perwakilan')).toBe('agreement.not-now');
    const again = await openedForSigning(t, by, agreement);
    expect((await lastRound(t.db, again.id))?.no).toBe(2);
    expect(await signaturesOf(t.db, again.id, 1)).toHaveLength(1);
    expect(await signaturesOf(t.db, again.id, 2)).toHaveLength(0);
  });
});

describe('the paper way', () => {
  const paper = (agreement: Agreement, positions: readonly string[], day = '2026-03-16') => ({
    ...{ agreementId: agreement.id, signedOn: DAY(day), upload: upload() },
    signatoryIds: positions.map((one) => signatoryOf(agreement, one).id),
  });
  const ALL = ['Sekretaris Daerah', 'Kepala Perwakilan', 'Bupati'];

  test('a scan counts once a second person has compared it; the day is the paper\u2019s', async () => {
    const agreement = await openMemorandum();
    const preventer = await who('preventer');
    expect((await uploadPaper(t.tools, preventer, paper(agreement, ALL))).ok).toBe(true);
    expect((await present(t, agreement)).signatories.every(({ signedAt }) => signedAt === null)).toBe(true);
    const [waiting] = await papersOf(t.db, agreement.id);
    const order = { agreementId: agreement.id, paperId: waiting?.id ?? '' };
    expect(await confirmPaper(t.tools, preventer, order)).toMatchObject({ refusal: 'agreement.same-person' });
    expect(await confirmPaper(t.tools, await who('outsider'), order)).toMatchObject({ refusal: 'agreement.absent' });
    // Two of one side do not make the other side sign.
    expect(await confirmPaper(t.tools, await who('head'), order)).toMatchObject({ refusal: 'agreement.paper-other-side' });
    const done = await confirmPaper(t.tools, await who('coordinator'), order);
    expect(done).toMatchObject({ ok: true, value: { state: 'signed', evidence: 'paper' } });
    expect(String((await present(t, agreement)).signedOn)).toBe('2026-03-16');
    expect(await confirmPaper(t.tools, await who('head'), order)).toMatchObject({ refusal: 'agreement.not-now' });
  });

  test('a scan that is no PDF, a day to come, nobody chosen and the wrong order are refused and leave nothing', async () => {
    const agreement = await openMemorandum();
    const by = await who('coordinator');
    const attempt = async (given: Partial<Parameters<typeof uploadPaper>[2]>) => {
      const done = await uploadPaper(t.tools, by, { ...paper(agreement, ALL), ...given });
      return done.ok ? 'ok' : done.refusal;
    };
    expect(await attempt({ upload: { bytes: async () => Buffer.from('GIF89a bukan pdf') } })).toBe('agreement.scan-no-pdf');
    expect(await attempt({ upload: undefined })).toBe('agreement.scan-missing');
    expect(await attempt({ signedOn: DAY('2026-03-18') })).toBe('agreement.signed-in-future');
    expect(await attempt({ signedOn: null })).toBe('agreement.day-wrong');
    expect(await attempt({ signatoryIds: [] })).toBe('agreement.signatories-missing');
    expect(await attempt(paper(agreement, ['Bupati']))).toBe('agreement.paper-order');
    expect(await attempt({ signatoryIds: [t.tools.random.id()] })).toBe('agreement.paper-order');
    expect(await filesOf(t.db, agreement.id)).toEqual([]);
    expect(await papersOf(t.db, agreement.id)).toEqual([]);
  });

  test('one signs in the application, the others on paper: mixed; whose name waits on a scan does not sign twice', async () => {
    const agreement = await openMemorandum();
    await uploadPaper(t.tools, await who('coordinator'), paper(agreement, ['Sekretaris Daerah']));
    expect(await sign(agreement, await who('secretary'), 'Sekretaris Daerah')).toBe('agreement.on-paper-already');
    expect(await sign(agreement, await who('head'), 'Kepala Perwakilan')).toBe('signing');
    const [waiting] = await papersOf(t.db, agreement.id);
    await confirmPaper(t.tools, await who('preventer'), { agreementId: agreement.id, paperId: waiting?.id ?? '' });
    expect(await sign(agreement, await who('leader'), 'Bupati')).toBe('signed');
    expect((await present(t, agreement)).evidence).toBe('mixed');
  });

  test('a scan that does not fit is rejected with a reason, and another one takes its place', async () => {
    const agreement = await openMemorandum();
    await uploadPaper(t.tools, await who('coordinator'), paper(agreement, ALL));
    const [waiting] = await papersOf(t.db, agreement.id);
    const order = { agreementId: agreement.id, paperId: waiting?.id ?? '' };
    const head = await who('head');
    expect(await rejectPaper(t.tools, head, { ...order, reason: '' })).toMatchObject({ refusal: 'agreement.reason-missing' });
    expect((await rejectPaper(t.tools, head, { ...order, reason: 'Halaman 2 tidak ada.' })).ok).toBe(true);
    expect((await uploadPaper(t.tools, await who('coordinator'), paper(agreement, ALL))).ok).toBe(true);
    expect((await papersOf(t.db, agreement.id)).map(({ outcome }) => outcome)).toEqual(['rejected', null]);
  });
});

describe('a commitment of twelve heads', () => {
  const OFFICES = 'dinkes disdik dinsos pupr dishub kominfo dlh inspektorat satpolpp dukcapil dpmptsp dinkes.rsud'.split(' ');
  const CODES = OFFICES.map((office) => `51.05.${office}`);
  const people = new Map(CODES.map((code) => [code, examplePersonId(`kepala-${code.split('.').at(-1)}@klungkung.example`)]));
  const headOf = async (code: string): Promise<Officer> => {
    const actor = await actorFor(t.db, people.get(code) ?? '', DAY('2026-03-16'));
    if (actor?.kind !== 'officer') throw new Error(`no head of ${code}`);
    return actor;
  };

  let ofTwelve: Uint8Array = new Uint8Array();

  test('all twelve sign at once: twelve valid seals', { timeout: 120_000 }, async () => {
    const agreement = await openedForSigning(
      ...([t, await who('coordinator'), await writtenCommitment(t, await who('coordinator'), CODES, people)] as const),
    );
    const states = await Promise.all(CODES.map(async (code) => sign(agreement, await headOf(code), `Kepala ${code}`)));
    expect(states.filter((one) => one === 'signed')).toHaveLength(1);
    expect(states.filter((one) => one === 'signing')).toHaveLength(11);
    const file = (await filesOf(t.db, agreement.id)).find(({ kind }) => kind === 'signed');
    const pdf = await readSealed(t.tools, file?.fileKey ?? '');
    const verdict = await verifySeal(pdf, await knownCertificates(t.tools));
    expect([verdict.state, verdict.seals.filter(({ isValid }) => isValid).length]).toEqual(['intact', 12]);
    ofTwelve = pdf;
  });

  test.skipIf(!has('pdfsig'))('pdfsig reports twelve valid signatures', () => {
    expect(judge('pdfsig', ofTwelve, '-nocert', '$').match(/Signature is Valid\./g)).toHaveLength(12);
  });

  test('two missing: it takes effect for the ten, the two stay asked and sign later', { timeout: 120_000 }, async () => {
    const coordinator = await who('coordinator');
    const agreement = await openedForSigning(t, coordinator, await writtenCommitment(t, coordinator, CODES, people));
    const now = async () => present(t, agreement);
    const effect = async (reason: string) =>
      takeEffect(t.tools, coordinator, { agreementId: agreement.id, version: (await now()).version }, reason);
    expect(await effect('Upacara selesai.')).toMatchObject({ refusal: 'agreement.nobody-signed' });
    for (const code of CODES.slice(0, 10)) expect(await sign(agreement, await headOf(code), `Kepala ${code}`)).toBe('signing');
    expect(await effect('')).toMatchObject({ refusal: 'agreement.reason-missing' });
    expect((await effect('Upacara selesai.')).ok).toBe(true);
    expect((await now()).signatories.map(signerState).filter((one) => one === 'asked')).toHaveLength(2);
    const [early] = (await filesOf(t.db, agreement.id)).filter(({ kind }) => kind === 'signed');
    // It names the two who have not signed: not for everybody, and not by the keeper's hand either.
    expect(early?.isPublic).toBe(false);
    const turned = { agreementId: agreement.id, fileId: early?.id ?? '', open: true };
    expect(await turnFile(t.tools, coordinator, turned)).toMatchObject({ refusal: 'agreement.not-now' });
    for (const code of CODES.slice(10)) expect(await sign(agreement, await headOf(code), `Kepala ${code}`)).toBe('signed');
    const files = (await filesOf(t.db, agreement.id)).filter(({ kind }) => kind === 'signed');
    expect(files.filter(({ replacedBy }) => replacedBy === null).map(({ isPublic }) => isPublic)).toEqual([true]);
    expect((await lastRound(t.db, agreement.id))?.outcome).toBe('complete');
  });

  test('nothing but a commitment takes effect before all have signed', async () => {
    const agreement = await openMemorandum();
    await sign(agreement, await who('head'), 'Kepala Perwakilan');
    const { version } = await present(t, agreement);
    const done = await takeEffect(t.tools, await who('preventer'), { agreementId: agreement.id, version }, 'Sudah cukup.');
    expect(done).toMatchObject({ refusal: 'agreement.only-many-hands' });
  });
});

describe('what is put before the signatories', () => {
  const openWhile = async (agreement: Agreement, happens: () => Promise<unknown>) => {
    const ready = await settled(t, await who('preventer'), agreement);
    let hasHappened = false;
    // The file is kept when the document is set and the lock is not yet taken.
    const files: typeof t.tools.files = {
      ...{ get: (key) => t.tools.files.get(key), remove: (key) => t.tools.files.remove(key) },
      async put(key, body) {
        if (!hasHappened) {
          hasHappened = true;
          await happens();
        }
        await t.tools.files.put(key, body);
      },
    };
    const done = await openSigning({ ...t.tools, files }, await who('preventer'), {
      agreementId: ready.id,
      version: ready.version,
    });
    expect(hasHappened).toBe(true);
    return done.ok ? 'ok' : done.refusal;
  };

  test('is what stands: a line or a day of a ceremony that changed while it was set is not signed unseen', async () => {
    const plan = await writtenMemorandum(t, who, {
      ...{ kind: 'rencana-kerja', yearFrom: 2026, yearUntil: 2026, inForceUntil: DAY('2026-12-31') },
      parentId: (await writtenMemorandum(t, who)).id,
    });
    const order = await anOrder(t);
    const line = await addLine(t.tools, await who('preventer'), { agreementId: plan.id, version: null }, order);
    if (!line.ok) throw new Error(JSON.stringify(line.refusal));
    const touch = () => sql`UPDATE agreements.lines SET version = version + 1 WHERE id = ${line.value.id}::uuid`.execute(t.db);
    expect(await openWhile(plan, touch)).toBe('agreement.moved-on');
    const ready = await present(t, plan);
    const edited = await addLine(t.tools, await who('preventer'), { agreementId: plan.id, version: null }, order);
    expect(edited).toMatchObject({ refusal: [{ code: 'agreement.not-yours' }] });
    expect(mayEditLines(await who('preventer'), { ...ready, state: 'commenting' })).toBe(true);
    const memorandum = await writtenMemorandum(t, who);
    const meet = async () =>
      planCeremony(t.tools, await who('preventer'), memorandum.keeperId, {
        ...{ title: 'Penandatanganan (contoh)', onDay: DAY('2026-03-25'), place: '', items: '', pressWords: '' },
        codes: [memorandum.code],
      });
    expect(await openWhile(memorandum, meet)).toBe('agreement.moved-on');
  });
});

describe('who has not signed', () => {
  test('is reminded once a period, run as often as one likes; not before, not after signing', async () => {
    const post = makePost(t.tools);
    const kept: OutgoingMessage[] = [];
    const tools: typeof t.tools = {
      ...t.tools,
      async post(tx, message) {
        kept.push(message);
        await post(tx, message);
      },
    };
    const agreement = await openMemorandum();
    await sign(agreement, await who('head'), 'Kepala Perwakilan');
    const reminders = () =>
      new Set(
        kept
          .filter(({ purpose, object }) => purpose === 'agreement.sign-reminder' && object.id === agreement.id)
          .map(({ recipient, stage }) => `${recipient.id} ${stage}`),
      );
    await remindToSign(tools);
    expect(reminders().size).toBe(0);
    t.setNow('2026-03-24T10:00:00+08:00');
    await remindToSign(tools);
    await remindToSign(tools);
    expect([...reminders()]).toEqual([`${(await who('secretary')).personId} round-1-2026-03-17-1`]);
    t.setNow('2026-04-01T10:00:00+08:00');
    await remindToSign(tools);
    expect(reminders().size).toBe(2);
    // Asked again after declining, they are waited for and reminded anew, and those who prepare it with them.
    const secretary = { agreementId: agreement.id, signatoryId: signatoryOf(agreement, 'Sekretaris Daerah').id };
    await declineToSign(tools, await who('secretary'), { ...secretary, reason: 'Masih dikaji (contoh).' });
    await askAgain(tools, await who('preventer'), secretary);
    const missing = () =>
      kept.filter(({ purpose, object }) => purpose === 'agreement.sign-missing' && object.id === agreement.id);
    const before = new Set(missing().map(({ stage }) => stage)).size;
    t.setNow('2026-04-08T10:00:00+08:00');
    await remindToSign(tools);
    expect(reminders().size).toBe(3);
    expect(new Set(missing().map(({ stage }) => stage)).size).toBe(before + 1);
    t.setNow('2026-03-17T10:00:00+08:00');
  });

  test('is not on the desk before their turn, and those asked longest come first', async () => {
    const [first, second] = [await openMemorandum(), await openMemorandum()];
    await sql`UPDATE agreements.signatories SET asked_at = asked_at - interval '3 days' WHERE agreement_id = ${second.id} AND asked_at IS NOT NULL`.execute(
      t.ownerDb,
    );
    const secretary = await who('secretary');
    expect([await waits('sign', secretary, first), await waits('sign', await who('leader'), first)]).toEqual([true, false]);
    const mine = (await waitingFor(t.db, secretary.personId, t.tools.clock.now())).map(({ id }) => id);
    expect(mine.indexOf(second.id)).toBeLessThan(mine.indexOf(first.id));
    expect(mine).toContain(first.id);
    await sign(first, secretary, 'Sekretaris Daerah');
    await sign(first, await who('head'), 'Kepala Perwakilan');
    expect(await waits('sign', await who('leader'), first)).toBe(true);
  });

  test('is left alone once the term is over, or the office that signs is no longer theirs', async () => {
    const [over, without] = [await openMemorandum(), await openMemorandum()];
    const secretary = await who('secretary');
    await sql`UPDATE agreements.agreements SET in_force_until = '2026-03-20' WHERE id = ${over.id}`.execute(t.ownerDb);
    await sql`UPDATE directory.positions SET ends_on = '2026-03-21', end_reason = 'contoh' WHERE person_id = ${secretary.personId}::uuid`.execute(
      t.ownerDb,
    );
    told.length = 0;
    t.setNow('2026-03-25T10:00:00+08:00');
    await remindToSign(t.tools);
    const reminded = ({ id }: Agreement, purpose: string) =>
      told.filter((each) => each.object.id === id && each.purpose === purpose).map(({ recipient }) => recipient.id);
    expect(told.filter(({ object }) => object.id === over.id)).toEqual([]);
    expect(reminded(without, 'agreement.sign-reminder')).toEqual([(await who('head')).personId]);
    expect(reminded(without, 'agreement.sign-missing')).toContain((await who('preventer')).personId);
    expect(await waits('sign', await who('head'), over)).toBe(false);
    expect((await waitingFor(t.db, secretary.personId, t.tools.clock.now())).map(({ id }) => id)).not.toContain(over.id);
    const round = await lastRound(t.db, over.id);
    const order = {
      agreementId: over.id,
      signatoryId: signatoryOf(over, 'Kepala Perwakilan').id,
      sha256: round?.file.sha256 ?? '',
    };
    expect(await signAgreement(t.tools, await who('head'), order)).toMatchObject({ refusal: 'agreement.sign-after-term' });
    // What was signed on paper within the term is taken in after it.
    const preventer = await who('preventer');
    const paper = (signedOn: string) =>
      uploadPaper(t.tools, preventer, {
        ...{
          agreementId: over.id,
          signatoryIds: [signatoryOf(over, 'Kepala Perwakilan').id],
          signedOn: DAY(signedOn),
          upload: upload(),
        },
      });
    expect(await paper('2026-03-21')).toMatchObject({ refusal: 'agreement.sign-after-term' });
    expect((await paper('2026-03-20')).ok).toBe(true);
    await sql`UPDATE directory.positions SET ends_on = NULL, end_reason = NULL WHERE person_id = ${secretary.personId}::uuid`.execute(
      t.ownerDb,
    );
    t.setNow('2026-03-17T10:00:00+08:00');
  });
});

/** Whether an agreement is on somebody's desk for a reason. */
async function waits(kind: Waiting, officer: Officer, { id }: Pick<Agreement, 'id'>): Promise<boolean> {
  const asked = { now: t.tools.clock.now(), warnDays: { long: 180, yearly: 90 } };
  const { lines } = await agreementList(t.db, officer, {}, asked, { limit: 500 }, [waitsAs(kind, officer, asked)]);
  return lines.some((line) => line.id === id);
}

describe('a text under discussion', () => {
  test('waits for each side until it agrees with the newest version, and for its keeper while a comment is open', async () => {
    const draft = await writtenMemorandum(t, who);
    const [keeper, coordinator] = [await who('preventer'), await who('coordinator')];
    expect((await takeStep(t.tools, keeper, { agreementId: draft.id, version: null }, 'circulate', { reason: '' })).ok).toBe(
      true,
    );
    expect([await waits('comment', coordinator, draft), await waits('answer', keeper, draft)]).toEqual([true, false]);
    const text = await currentText(t.db, draft.id);
    const section = text?.sections[0]?.key ?? '';
    const comment = await addComment(t.tools, coordinator, {
      agreementId: draft.id,
      section,
      body: 'Mohon diperjelas (contoh).',
    });
    expect(comment.ok).toBe(true);
    expect([await waits('answer', keeper, draft), await waits('answer', coordinator, draft)]).toEqual([true, false]);
    const partyId = draft.parties.find(({ side }) => side === 'government')?.id ?? '';
    const consent = {
      agreementId: draft.id,
      textNo: text?.no ?? 0,
      partyId,
      personId: coordinator.personId,
      at: t.tools.clock.now(),
    };
    await t.ownerDb.transaction().execute((tx) => insertConsent(tx, consent));
    expect(await waits('comment', coordinator, draft)).toBe(false);
    await t.ownerDb.transaction().execute((tx) =>
      insertVersion(tx, draft.id, {
        no: (text?.no ?? 0) + 1,
        sections: text?.sections ?? [],
        changed: [],
        author: 'person:a',
        at: t.tools.clock.now(),
      }),
    );
    expect(await waits('comment', coordinator, draft)).toBe(true);
  });
});
