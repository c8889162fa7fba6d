import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FilingOrder, fileComplaint } from '../../../complaints/index.ts';
import { agencyById } from '../../../directory/index.ts';
import { addressFor, particularsGiven, readOriginal, revealIdentity, revealParticulars } from '../../../identity/index.ts';
import type { Complainant, Officer } from '../../../kernel/actor.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { castOf } from '../../cast.test-support.ts';
import { casesOfComplaint, loadCase } from '../../store/cases.ts';
import { carriedOver } from '../../store/intake/carried-over.ts';
import { intakeOf } from '../../store/intake/intakes.ts';
import { type AppealOrder, bringComplaint } from './bring-complaint.ts';
import { bringReport, broughtWith } from './bring-report.ts';
import { APPEAL, COMPLAINT, reportOrder } from './intake.test-support.ts';
import { recogniseReporter } from './recognise-reporter.ts';

let t: TestDatabase;
let officer: Officer;
let secrets = 0;
beforeAll(async () => {
  t = await testDatabase();
  officer = await (await castOf(t))('verifier');
}, 300_000);
afterAll(() => t.close());

async function filed(change: Partial<FilingOrder> = {}): Promise<Complainant> {
  secrets += 1;
  const done = await fileComplaint(t.tools, { kind: 'visitor' }, { ...COMPLAINT, ...change }, `secret of a client ${secrets}`);
  if (!done.ok) throw new Error(done.refusal);
  return { kind: 'complainant', complaintId: done.value.complaintId };
}

/** The verification's three working days pass without a word. */
const ignored = async (change: Partial<FilingOrder> = {}): Promise<Complainant> => {
  const actor = await filed(change);
  t.setNow(
    t.tools.clock
      .now()
      .add({ hours: 24 * 14 })
      .toString(),
  );
  return actor;
};

const bring = async (actor: Complainant, change: Partial<AppealOrder> = {}) => {
  const done = await bringComplaint(t.tools, actor, { ...APPEAL, ...change });
  if (!done.ok) throw new Error(done.refusal);
  return done.value;
};
const look = (caseId: string) => ({ complaintId: caseId, actor: officer, purpose: 'verifikasi', allowed: true });
const everything = async (caseId: string) =>
  JSON.stringify([
    await loadCase(t.db, caseId),
    await intakeOf(t.db, caseId),
    await carriedOver(t.db, caseId),
    await readEvents(t.db, caseId),
  ]);

describe('a complaint that was ignored', () => {
  it('is brought whole: a case at the office of the place, with a frozen file, and who asks sealed anew', async () => {
    const actor = await ignored();
    const { file } = await bring(actor);
    expect(file).toMatchObject({ access: 'LM', channel: 'complaint', stage: 'formal', secret: false, tip: false });
    expect(file.complaintId).toBe(actor.complaintId);
    expect((await agencyById(t.db, file.officeId))?.code).toBe('ori.bali');
    expect(file.respondents).toHaveLength(1);
    const carried = await carriedOver(t.db, file.id);
    expect(carried?.snapshot).toMatchObject({ title: COMPLAINT.title, status: 'received', timeline: [{ type: 'filed' }] });
    expect(carried?.snapshot.clocks.find((clock) => clock.kind === 'verify')?.lateMinutes).toBeGreaterThan(60 * 24 * 3);
    const seen = await inTransaction(t.tools, async (tx) => ({
      contact: await revealIdentity(t.tools, tx, look(file.id)),
      original: await readOriginal(t.tools, tx, look(file.id)),
      particulars: await revealParticulars(t.tools, tx, look(file.id)),
    }));
    expect(seen).toMatchObject({
      contact: { ok: true, value: { name: 'Made Contoh' } },
      original: { ok: true, value: { description: COMPLAINT.description } },
      particulars: { ok: true, value: { particulars: { name: 'I Made Contoh' } } },
    });
    expect(await intakeOf(t.db, file.id)).toMatchObject({ complained: true, beforeCourt: false, consent: { version: 'uji-1' } });
  });

  it('is not brought while the agency still has its time', async () => {
    const actor = await filed();
    expect(await bringComplaint(t.tools, actor, APPEAL)).toEqual({ ok: false, refusal: 'case.appeal-not-yet' });
    expect(await casesOfComplaint(t.db, actor.complaintId)).toEqual([]);
  });

  it('is one case however often and however many at once it is sent', async () => {
    const actor = await ignored();
    const all = await Promise.all([1, 2, 3, 4].map(() => bring(actor)));
    expect(new Set(all.map((each) => each.file.id)).size).toBe(1);
    expect(all.filter((each) => !each.isRepeat)).toHaveLength(1);
    expect((await bring(actor)).isRepeat).toBe(true);
    expect(await casesOfComplaint(t.db, actor.complaintId)).toHaveLength(1);
  });

  it('leaves no trace in the file the respondent’s officers read', async () => {
    const actor = await ignored();
    const before = await readEvents(t.db, actor.complaintId);
    const { file } = await bring(actor);
    expect(await readEvents(t.db, actor.complaintId)).toEqual(before);
    expect(JSON.stringify(before)).not.toContain(file.id);
  });

  it('of an anonymous complainant is secret without being asked, and says the name nowhere outside the room identity', async () => {
    const description = 'Saya menunggu empat jam. Nama saya Wayan Rahasia, telepon 0812 3456 7890. Salam, Wayan Rahasia';
    const actor = await ignored({
      anonymous: true,
      description,
      contact: { name: 'Wayan Rahasia', phone: '+6281234567890' },
    });
    const { file } = await bring(actor, {
      secret: false,
      wish: 'Jawaban untuk Ketut Tersembunyi di Jalan Sunyi 7, Gelgel.',
      particulars: { name: 'Ketut Tersembunyi', address: 'Jalan Sunyi 7, Gelgel' },
    });
    expect(file.secret).toBe(true);
    const all = await everything(file.id);
    for (const word of ['Wayan', 'Rahasia', '3456', 'Tersembunyi', 'Sunyi']) expect(all, word).not.toContain(word);
    expect(all).toContain('[disamarkan]');
  });

  it('takes along how to reach whoever left nothing with the complaint, and never puts it before what they left', async () => {
    const given = { email: 'baru@contoh.example', language: 'id' as const };
    const { file: without } = await bring(await ignored({ anonymous: true, contact: undefined }), { contact: given });
    expect((await addressFor(t.tools, t.db, without.id))?.email).toBe('baru@contoh.example');
    const { file: left } = await bring(await ignored({ contact: { email: 'lama@contoh.example' } }), { contact: given });
    expect((await addressFor(t.tools, t.db, left.id))?.email).toBe('lama@contoh.example');
  });

  it('of a complainant by name is masked too, when the identity is to be kept from the respondent', async () => {
    const description = 'Saya, Made Contoh, menunggu empat jam dan tidak dilayani.';
    const { file } = await bring(await ignored({ description }), { secret: true });
    expect(await everything(file.id)).not.toContain('Made Contoh');
  });

  it('becomes a consultation or a tip without any identity for whoever gives none', async () => {
    for (const kind of ['consultation', 'tip'] as const) {
      const actor = await ignored({ description: 'Saya, Made Contoh, menunggu empat jam dan tidak dilayani.' });
      const { file } = await bring(actor, { kind, particulars: undefined });
      expect(file).toMatchObject({ access: 'KNL', stage: 'consultation', secret: true, tip: kind === 'tip' });
      expect(await particularsGiven(t.db, file.id)).toEqual({ given: [], idCopyKey: null });
      const contact = await inTransaction(t.tools, (tx) => revealIdentity(t.tools, tx, look(file.id)));
      const original = await inTransaction(t.tools, (tx) => readOriginal(t.tools, tx, look(file.id)));
      expect([contact.ok, original.ok]).toEqual([false, false]);
      expect(await everything(file.id)).not.toContain('Made Contoh');
    }
  });

  it('an altered snapshot is noticed', async () => {
    const { file } = await bring(await ignored());
    await sql`update casework.carried_over set snapshot = replace(snapshot, 'Antrean', 'Antrian') where case_id = ${file.id}`.execute(
      t.ownerDb,
    );
    await expect(carriedOver(t.db, file.id)).rejects.toThrow('not the one that was kept');
  });
});

describe('a report that comes directly', () => {
  const visitor = { kind: 'visitor' } as const;

  it('is one case for one secret, with the same number and code however often it is sent', async () => {
    const order = await reportOrder(t.tools);
    const all = await Promise.all([1, 2, 3].map(() => bringReport(t.tools, visitor, order, 'secret of a browser 1')));
    const values = all.map((each) => (each.ok ? each.value : undefined));
    expect(new Set(values.map((each) => each?.file.id)).size).toBe(1);
    expect(new Set(values.map((each) => each?.receiptCode)).size).toBe(1);
    expect(values.filter((each) => each?.isRepeat === false)).toHaveLength(1);
    expect(await broughtWith(t.tools, 'secret of a browser 1')).toMatchObject({
      trackingNumber: values[0]?.trackingNumber,
      receiptCode: values[0]?.receiptCode,
    });
    expect(await broughtWith(t.tools, 'secret of a browser 2')).toBeUndefined();
  });

  it('opens to number and code, to nothing else, and the code is kept nowhere', async () => {
    const done = await bringReport(t.tools, visitor, await reportOrder(t.tools), 'secret of a browser 3');
    if (!done.ok) throw new Error(done.refusal);
    const { trackingNumber, receiptCode, file } = done.value;
    expect(await recogniseReporter(t.tools, { trackingNumber, receiptCode }, '1.2.3.4')).toEqual({
      ok: true,
      value: { kind: 'complainant', complaintId: file.id },
    });
    const wrong = receiptCode.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
    for (const shown of [
      { trackingNumber, receiptCode: wrong },
      { trackingNumber: '1000000008', receiptCode },
    ]) {
      expect(await recogniseReporter(t.tools, shown, '1.2.3.4')).toEqual({ ok: false, refusal: { code: 'unknown' } });
    }
    expect(await everything(file.id)).not.toContain(receiptCode);
  });

  it('is not guessed at for long', async () => {
    const shown = { trackingNumber: '2000000003', receiptCode: '0000000000000000' };
    const answers: string[] = [];
    for (let each = 0; each < 12; each += 1) {
      const answer = await recogniseReporter(t.tools, shown, '5.6.7.8');
      answers.push(answer.ok ? 'open' : answer.refusal.code);
    }
    expect(answers.slice(0, 10)).toEqual(Array(10).fill('unknown'));
    expect(answers.slice(10)).toEqual(['too-often', 'too-often']);
  });

  it('with a secret identity keeps the name out of every text but the sealed one', async () => {
    const order = await reportOrder(t.tools, {
      secret: true,
      wish: 'Jawaban kepada I Made Contoh.',
      respondentNamed: 'Kepala puskesmas yang mengenal I Made Contoh',
    });
    const done = await bringReport(t.tools, visitor, order, 'secret of a browser 4');
    if (!done.ok) throw new Error(done.refusal);
    expect(await everything(done.value.file.id)).not.toContain('Made Contoh');
    const original = await inTransaction(t.tools, (tx) => readOriginal(t.tools, tx, look(done.value.file.id)));
    expect(original).toMatchObject({ ok: true, value: { description: expect.stringContaining('Nama saya I Made Contoh') } });
  });

  it('of rapid response needs its criteria', async () => {
    const rapid = await reportOrder(t.tools, {
      access: 'RCO',
      rapidCriteria: ['threat-to-life'],
      rapidReason: 'Pasien gawat ditolak.',
      channel: 'telephone',
    });
    const done = await bringReport(t.tools, officer, rapid, 'secret of a desk 1');
    expect(done).toMatchObject({
      ok: true,
      value: { file: { access: 'RCO', stage: 'rapid', rapidCriteria: ['threat-to-life'] } },
    });
    const without = { ...rapid, rapidCriteria: [] };
    await expect(bringReport(t.tools, officer, without, 'secret of a desk 2')).rejects.toThrow('criterion');
  });
});

describe('a consultation', () => {
  it('with advice given at once ends with its record', async () => {
    const order = await reportOrder(t.tools, {
      access: 'KNL',
      channel: 'counter',
      advice: 'Ajukan pengaduan tertulis dahulu kepada kepala dinas.',
      particulars: undefined,
    });
    const done = await bringReport(t.tools, officer, order, 'secret of a desk 3');
    expect(done).toMatchObject({ ok: true, value: { file: { access: 'KNL', stage: 'closed', outcome: 'consulted' } } });
  });

  it('that turns out to be a report goes on under a new number, linked, with the contact that was left', async () => {
    const asked = await bringReport(
      t.tools,
      officer,
      await reportOrder(t.tools, { access: 'KNL', channel: 'counter', particulars: undefined }),
      'secret of a desk 4',
    );
    if (!asked.ok) throw new Error(asked.refusal);
    const report = await reportOrder(t.tools, { channel: 'counter', contact: undefined, continuesId: asked.value.file.id });
    const done = await bringReport(t.tools, officer, report, 'secret of a desk 5');
    if (!done.ok) throw new Error(done.refusal);
    expect(done.value.file).toMatchObject({ access: 'LM', stage: 'formal', continuesId: asked.value.file.id });
    expect(await loadCase(t.db, asked.value.file.id)).toMatchObject({ stage: 'closed', outcome: 'converted' });
    const contact = await inTransaction(t.tools, (tx) => revealIdentity(t.tools, tx, look(done.value.file.id)));
    expect(contact).toMatchObject({ ok: true, value: { email: 'made@contoh.example' } });
    const again = await bringReport(t.tools, officer, report, 'secret of a desk 6');
    expect(again).toEqual({ ok: false, refusal: 'case.not-now' });
  });
});
