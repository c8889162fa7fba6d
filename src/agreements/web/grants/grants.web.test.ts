import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MessageLinks } from '../../../messages/index.ts';
import { askGrant } from '../../actions/grants/ask-grant.ts';
import { signedPlan } from '../../actions/lines/plan.test-support.ts';
import { agencyIdOf } from '../../cast.test-support.ts';
import { day } from '../../rules/agreement.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { consentsOpenTo } from '../../rules/grants/grant-steps.ts';
import { grantsMails } from '../../rules/grants/mails.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { grantsOf } from '../../store/grants/grants.ts';
import { grantsWaitingFor } from '../../store/grants/lists.ts';
import { type RegisterTest, registerTest } from '../register/register.test-support.ts';

let r: RegisterTest;
let plan: Agreement;
let desk: string;

beforeAll(async () => {
  r = await registerTest();
  r.t.setNow('2026-03-16T10:00:00+08:00');
  plan = await signedPlan(r.t, r.who);
  desk = `/desk/agreements/${plan.code}/grants`;
});
afterAll(() => r.t.close());

const party = (side: 'ombudsman' | 'government') => plan.parties.find((one) => one.side === side) as Agreement['parties'][number];
const fields = () => ({
  ...{ fields: ['class', 'status', 'received-on'], giverPartyId: party('government').id },
  'recipient-1': `${party('ombudsman').id}:${party('ombudsman').agencyId}`,
  ...{ purpose: 'prevent-maladministration', purposeText: 'Kajian keterlambatan layanan (contoh).', legalBasis: 'one-data' },
  ...{ 'startsOn-day': '1', 'startsOn-month': '2', 'startsOn-year': '2026' },
  ...{ 'untilOn-day': '30', 'untilOn-month': '11', 'untilOn-year': '2026' },
  ...{ frequency: 'monthly', retentionMonths: '12', afterwards: 'delete' },
});

describe('a grant is written, agreed on and ended', () => {
  test('what is wrong is said at once and everything typed stays', async () => {
    const coordinator = r.at('coordinator');
    const chooser = await coordinator.get(`${desk}/new`);
    expect([chooser.status, chooser.text.includes('Kumpulan data mana')]).toEqual([200, true]);
    const page = `${desk}/new?set=complaints`;
    const bad = await coordinator.send(page, desk, {
      ...fields(),
      fields: ['text'],
      'untilOn-day': '31',
      retentionMonths: 'lama',
    });
    expect(bad.status).toBe(422);
    // 31 November is no day; the free text of complaints is personal data, which Satu Data does not carry.
    for (const said of ['Tanggal tidak dikenali', 'memuat data pribadi', 'dari 0 sampai 600', 'perlu pengamanan'])
      expect(bad.text).toContain(said);
    expect(bad.html).toContain('value="lama"');
    expect(bad.html).toContain('Kajian keterlambatan layanan (contoh).');
    expect((await coordinator.get(desk)).text).toContain('Belum ada izin berbagi data');
  });

  test('a recipient that is no party, and a hand-made party, are refused', async () => {
    const page = `${desk}/new?set=complaints`;
    const health = await agencyIdOf(r.t, '51.05.dinkes');
    for (const wrong of [
      `${party('ombudsman').id}:${health}`,
      'nonsense',
      `${party('government').id}:${party('government').agencyId}`,
    ]) {
      const bad = await r.at('coordinator').send(page, desk, { ...fields(), 'recipient-1': wrong });
      expect([wrong, bad.status, bad.text.includes('Penerima harus pihak lain')]).toEqual([wrong, 422, true]);
    }
  });

  test('one side offers, the other agrees: public from then on, and the exchange is answered', async () => {
    const saved = await r.at('coordinator').send(`${desk}/new?set=complaints`, desk, fields());
    expect([saved.status, saved.location]).toEqual([303, `${desk}/1`]);
    expect((await r.at('nobody').get(`/agreements/${plan.code}/grants/1`)).status).toBe(404);
    expect((await r.at('outsider').get(`${desk}/1`)).status).toBe(404);
    const ask = async (recipient: string, on = '2026-03-16') =>
      askGrant(r.t.db, {
        ...{ dataSet: 'complaints', fields: ['class'], giverId: await agencyIdOf(r.t, '51.05.dinkes') },
        ...{ recipientId: await agencyIdOf(r.t, recipient), purpose: 'prevent-maladministration', day: day(on) },
      });
    expect(await ask('ori.bali')).toMatchObject({ covered: false, reason: 'not-agreed' });
    expect((await r.at('coordinator').send(`${desk}/1`, `${desk}/1/offer`, {})).status).toBe(303);
    const offered = await r.at('coordinator').get(`${desk}/1`);
    expect(offered.text).toContain('Menyetujui pada 16 Mar 2026');
    expect(offered.html).not.toContain(`action="${desk}/1/consent"`);
    expect((await r.at('preventer').send(`${desk}/1`, `${desk}/1/consent`, {})).status).toBe(303);
    expect(await ask('ori.bali')).toMatchObject({ covered: true });
    expect(await ask('ori.bali', '2026-12-01')).toMatchObject({ covered: false, reason: 'over' });
    expect(await ask('ori')).toMatchObject({ covered: false, reason: 'other-recipient' });
    for (const language of ['id', 'en'] as const) {
      for (const path of [
        `/agreements/${plan.code}/grants/1`,
        '/agreements/grants',
        '/agreements/grants?in-force=yes&set=complaints',
      ]) {
        const shown = await r.at('nobody', language).get(path);
        expect([path, shown.status, shown.text.includes(language === 'id' ? 'Pengaduan' : 'Complaints')]).toEqual([
          path,
          200,
          true,
        ]);
      }
    }
    const csv = await r.at('nobody').get('/agreements/grants.csv');
    expect(csv.html.split('\r\n').filter(Boolean)).toHaveLength(2);
    expect((await r.at('nobody').get('/agreements/grants?set=nonsense&agency=x&after=x')).status).toBe(200);
  });

  test('anyone can put the question, and is told what is not covered', async () => {
    const giver = party('government').agencyId as string;
    const query = (extra: string) =>
      `/agreements/grants/check?asked=yes&set=complaints&giver=${giver}&recipient=${party('ombudsman').agencyId}&purpose=prevent-maladministration&day-day=1&day-month=6&day-year=2026${extra}`;
    expect((await r.at('nobody').get(query('&fields=class'))).text).toContain('Tercakup');
    const missing = await r.at('nobody').get(query('&fields=class&fields=text'));
    expect(missing.text).toContain('Tidak tercakup');
    expect((await r.at('nobody').get('/agreements/grants/check?set=complaints&fields=%3Cscript%3E&day-day=x')).status).toBe(200);
  });

  test('however many grants there are, the one that covers is found, also by everyone and over JSON', async () => {
    await sql`
      INSERT INTO agreements.grants SELECT g.*
      FROM generate_series(1000, 1700) n CROSS JOIN LATERAL (
        SELECT (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(), 'ordinal', n, 'purpose', 'assess-services',
          'agreed_at', g.agreed_at + n * interval '1 second'))).* FROM agreements.grants g WHERE g.agreement_id = ${plan.id}::uuid AND g.ordinal = 1) g`.execute(
      r.t.ownerDb,
    );
    const giver = party('government').agencyId as string;
    const path = `/agreements/grants/check?asked=yes&set=complaints&giver=${giver}&recipient=${party('ombudsman').agencyId}&purpose=prevent-maladministration&day-day=1&day-month=6&day-year=2026&fields=class`;
    expect((await r.at('nobody').get(path)).text).toContain('Tercakup');
    const asked = {
      dataSet: 'complaints',
      fields: ['class'],
      recipientId: await agencyIdOf(r.t, 'ori.bali'),
      day: day('2026-06-01'),
    };
    const answer = await askGrant(r.t.db, { ...asked, giverId: giver, purpose: 'prevent-maladministration' });
    expect(answer).toMatchObject({ covered: true, by: { grant: { ordinal: 1 } } });
    await sql`DELETE FROM agreements.grants WHERE ordinal >= 1000`.execute(r.t.ownerDb);
  });

  test('an agreement that ends takes its grants with it; a grant can be ended by itself, with a reason', async () => {
    const ask = async () =>
      askGrant(r.t.db, {
        ...{ dataSet: 'complaints', fields: ['class'], giverId: await agencyIdOf(r.t, '51.05') },
        ...{ recipientId: await agencyIdOf(r.t, 'ori.bali'), purpose: 'prevent-maladministration', day: day('2026-03-20') },
      });
    await sql`UPDATE agreements.agreements SET in_force_until = '2026-03-19' WHERE id = ${plan.id}`.execute(r.t.ownerDb);
    expect(await ask()).toMatchObject({ covered: false, reason: 'agreement-not-in-force' });
    await sql`UPDATE agreements.agreements SET in_force_until = '2026-12-31' WHERE id = ${plan.id}`.execute(r.t.ownerDb);
    const bare = await r.at('secretary').send(`${desk}/1`, `${desk}/1/end`, { reason: ' ' });
    expect([bare.status, bare.text.includes('Tuliskan alasannya')]).toEqual([422, true]);
    expect((await r.at('secretary').send(`${desk}/1`, `${desk}/1/end`, { reason: 'Tujuannya tercapai (contoh).' })).status).toBe(
      303,
    );
    expect(await ask()).toMatchObject({ covered: false, reason: 'ended' });
    expect((await r.at('nobody').get(`/agreements/${plan.code}/grants/1`)).text).toContain('Tujuannya tercapai (contoh).');
  });
});

describe('personal data', () => {
  test('waits for those who sign for the parties; a form of before is refused without losing anything', async () => {
    const personal = {
      ...fields(),
      ...{ fields: ['class', 'text'], legalBasis: 'public-task', basisNote: 'UU 37/2008 Pasal 7.', safeguards: 'Disandikan.' },
    };
    expect((await r.at('preventer').send(`${desk}/new?set=complaints`, desk, personal)).location).toBe(`${desk}/2`);
    const preventer = r.at('preventer');
    const before = await preventer.get(`${desk}/2/edit`);
    expect(before.html).toContain('UU 37/2008 Pasal 7.');
    expect((await r.at('preventer').send(`${desk}/2/edit`, `${desk}/2`, { retentionMonths: '6' })).status).toBe(303);
    const stale = await preventer.sendFrom(before.html, `${desk}/2`, { retentionMonths: '9' });
    expect([stale.status, stale.text.includes('sudah diubah orang lain'), stale.html.includes('value="9"')]).toEqual([
      409,
      true,
      true,
    ]);
    expect((await r.at('preventer').send(`${desk}/2`, `${desk}/2/offer`, {})).status).toBe(303);
    const shown = await r.at('coordinator').get(`${desk}/2`);
    expect(shown.text).toContain('oleh pejabat yang menandatangani');
    expect(shown.html).not.toContain(`action="${desk}/2/consent"`);
    expect((await r.at('secretary').send(`${desk}/2`, `${desk}/2/consent`, {})).status).toBe(303);
    expect((await r.at('secretary').get(`${desk}/2`)).html).not.toContain(`action="${desk}/2/consent"`);
    const back = await r
      .at('coordinator')
      .send(`${desk}/2`, `${desk}/2/decline`, { reason: 'Isi pengaduan tidak diperlukan (contoh).' });
    expect(back.status).toBe(303);
    const draft = await r.at('preventer').get(`${desk}/2`);
    expect(draft.text).toContain('Isi pengaduan tidak diperlukan (contoh).');
    expect(draft.text).toContain('Belum ditanya');
  });

  test('the desk counts what waits for a yes as the rule does', async () => {
    expect((await r.at('preventer').send(`${desk}/2`, `${desk}/2/offer`, {})).status).toBe(303);
    expect((await r.at('coordinator').send(`${desk}/new?set=complaints`, desk, fields())).location).toBe(`${desk}/3`);
    expect((await r.at('coordinator').send(`${desk}/3`, `${desk}/3/offer`, {})).status).toBe(303);
    const all = await grantsOf(r.t.db, plan.id);
    const agreement = (await loadAgreement(r.t.db, plan.id)) as Agreement;
    let waiting = 0;
    for (const name of [
      'head',
      'preventer',
      'coordinator',
      'secretary',
      'leader',
      'officeHead',
      'verifier',
      'outsider',
    ] as const) {
      const actor = await r.who(name);
      const open = all.filter((grant) => consentsOpenTo(actor, agreement, grant).length > 0).map(({ ordinal }) => ordinal);
      const found = (await grantsWaitingFor(r.t.db, actor)).map(({ grant }) => grant.ordinal);
      expect([name, found.toSorted()]).toEqual([name, open.toSorted()]);
      waiting += open.length;
    }
    expect(waiting).toBeGreaterThan(3);
    expect((await r.at('preventer').get('/desk/agreements?kind=grant')).text).toContain(plan.title);
  });

  test('the file of the agreement tells every step, by codes and without what was written', async () => {
    const { rows } = await sql<{ type: string; payload: string }>`
      SELECT e.type, p.payload::text AS payload FROM audit.events e JOIN audit.payloads p USING (file_id, seq)
      WHERE e.file_id = ${plan.id}::uuid AND e.type LIKE 'grant-%' ORDER BY e.seq`.execute(r.t.ownerDb);
    expect(rows.map(({ type }) => type)).toEqual([
      ...['grant-drafted', 'grant-offer', 'grant-consent', 'grant-consent', 'grant-complete', 'grant-end'],
      ...['grant-drafted', 'grant-changed', 'grant-offer', 'grant-consent', 'grant-decline', 'grant-offer'],
      ...['grant-drafted', 'grant-offer', 'grant-consent'],
    ]);
    for (const { payload } of rows) expect(payload).not.toContain('Kajian keterlambatan');
  });

  test('whoever must act next is told, by a mail that can be written and names nobody', async () => {
    const { rows } = await sql<{ purpose: string; details: Record<string, string> }>`
      SELECT purpose, details FROM messages.ledger WHERE purpose LIKE 'agreement.grant-%'`.execute(r.t.ownerDb);
    for (const purpose of ['offered', 'agreed', 'ended', 'returned'])
      expect([purpose, rows.some((row) => row.purpose === `agreement.grant-${purpose}`)]).toEqual([purpose, true]);
    for (const { purpose, details } of rows)
      for (const language of ['id', 'en'] as const) {
        const mail = grantsMails[purpose]?.(language, details, { to: (path) => `https://contoh.example${path}` } as MessageLinks);
        expect(mail?.text).toContain(`https://contoh.example/desk/agreements/${plan.code}/grants/`);
        expect(mail?.text).not.toContain('(contoh)');
      }
  });
});
