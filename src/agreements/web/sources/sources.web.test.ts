import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bestAnswer, makeRound, publishRound, type TestRound } from '../../../assessments/actions/published.test-support.ts';
import { itemsOf } from '../../../assessments/index.ts';
import { AtDesk } from '../../../assessments/web/rounds/rounds.test-support.ts';
import { mountAssessments } from '../../../assessments/web/routes.ts';
import { openedCase } from '../../../casework/cast.test-support.ts';
import type { Obligation } from '../../../casework/index.ts';
import { issuedOnCase } from '../../../casework/obligations.test-support.ts';
import { mountCasework } from '../../../casework/web/routes.ts';
import { ASSETS_FOLDER } from '../../../design/assets.ts';
import { page, statusPages } from '../../../design/index.ts';
import { actorFor, examplePersonId } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { readEvents } from '../../../platform/audit/index.ts';
import { createApp } from '../../../platform/http/app.ts';
import { loadAssets } from '../../../platform/http/assets.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { signedPlan } from '../../actions/lines/plan.test-support.ts';
import { agencyIdOf, type Cast, type CastName, castOf, draftedAgreement } from '../../cast.test-support.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { linesOf } from '../../store/lines.ts';
import { mountLines } from '../lines/routes.ts';
import { publicLineParts } from './public-line.tsx';
import { mountSources } from './routes.ts';
import { agreementsOnItem, agreementsOnObligation } from './source-card.tsx';

/** An improvement item and an obligation become lines of a plan, from their own pages, and the lines lead back and forward. */

let t: TestDatabase;
let app: WebRoutes;
let who: Cast;
let plan: Agreement;
let round: TestRound;
let item: string;
let owed: Obligation;

beforeAll(async () => {
  t = await testDatabase({ settings: { rateLimitFactor: 1000 } });
  t.setNow('2026-05-04T09:00:00+08:00');
  who = await castOf(t);
  app = createApp(t.tools, {
    pages: statusPages,
    assets: await loadAssets(ASSETS_FOLDER),
    mount(routes) {
      mountAssessments(routes, { agreements: agreementsOnItem });
      mountCasework(routes, { agreements: agreementsOnObligation });
      mountLines(routes);
      mountSources(routes);
      // As the public page of an agreement shows a line.
      routes.get('/test/lines/:ordinal', async (c) => {
        const line = (await linesOf(t.db, plan.id)).find(({ ordinal }) => String(ordinal) === c.req.param('ordinal'));
        return page(c, { title: 'x' }, line ? await publicLineParts(c, t.tools, line, c.get('language')) : null);
      });
    },
    async actorOf(c): Promise<Actor> {
      const personId = c.req.header('X-Test-Person');
      return (personId && (await actorFor(t.db, personId, dayOf(t.tools.clock.now(), 'Asia/Jakarta')))) || { kind: 'visitor' };
    },
  });
  plan = await signedPlan(t, who);
  const weak = { agencies: { '51.05': ['51.05.dinkes', '51.05.disdik', '51.05.dukcapil'] }, servedBy: 'ori.bali' } as const;
  round = await makeRound(t, {
    ...{ ...weak, code: 'uji-asal', instrument: 'penilaian-2023', year: 2023 },
    answer: ({ indicator, unit }) => (indicator.code === 'biaya' && unit ? '1' : bestAnswer(indicator)),
  });
  await publishRound(t, round);
  const { lines } = await itemsOf(t.db, { assessmentId: round.assessments[0]?.id ?? '' });
  item = lines.find(({ unitNo }) => unitNo === 1)?.id ?? '';
  const file = await openedCase(t, { secret: true });
  owed = await issuedOnCase(t, await who('head'), file.id);
}, 400_000);
afterAll(() => t.close());

const at = async (name: CastName, language: 'id' | 'en' = 'id') => new AtDesk({ t, app }, (await who(name)).personId, language);

const said = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z0-9#]+;/g, ' ')
    .replace(/\s+/g, ' ');

/** The page without the frame, whose menu leads to desks. */
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

const FROM = '/desk/agreements/lines/from';

describe('an improvement item', () => {
  test('offers its keepers one step into a plan; others learn that it is in none', async () => {
    // Whoever confirms items reads them, the office's prevention assistant keeps the plan: one person holds both here.
    const page = `/desk/improvements/${item}`;
    const liaison = await (await at('liaison')).get(page);
    expect(said(liaison.html)).toContain('Butir ini belum masuk rencana kerja.');
    expect(liaison.html).not.toContain(`action="${FROM}"`);
    const coordinator = await (await at('coordinator')).get(page);
    // Keeps plans, but none with this office as a party.
    expect(said(coordinator.html)).toContain('Belum ada rencana kerja terbuka');
  });

  test('goes into a plan that one works on; whether others have a draft under a code is not told', async () => {
    const province = await agencyIdOf(t, '21');
    const parties = [{ agencyId: province, name: '', ownNumber: '' }];
    const order = { kind: 'rencana-kerja', yearFrom: 2026, keeperId: province, parties } as const;
    const theirs = await draftedAgreement(t, await who('outsider'), order);
    const head = await at('head');
    const answers = [];
    for (const agreement of [theirs.code, 'RK-1999-0001']) {
      const done = await head.submit(FROM, { agreement }, `/desk/improvements/${item}`);
      answers.push([done.status, said(main(done.html))]);
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(422);
  });

  test('becomes a line from its own page, which then leads there; nobody takes it twice', async () => {
    const page = `/desk/improvements/${item}`;
    const head = await at('head');
    expect((await head.get(page)).status).toBe(200);
    const made = await head.submit(FROM, { agreement: plan.code }, page);
    expect([made.status, made.location]).toEqual([303, `/desk/agreements/${plan.code}/lines/1`]);
    const [line] = await linesOf(t.db, plan.id);
    expect(line).toMatchObject({
      ...{ itemId: item, programme: 'prevention', state: 'planned', form: 'activity' },
      owner: { agencyId: await agencyIdOf(t, '51.05.dinkes') },
      other: { agencyId: await agencyIdOf(t, 'ori.bali') },
    });
    expect(line?.indicator).toContain('2023');
    const shown = said((await head.get(page)).html);
    expect(shown).toContain(`baris 1 dalam ${plan.code}`);
    expect((await head.get(page)).html).not.toContain(`action="${FROM}"`);
    const again = await head.get(`${FROM}?item=${item}`);
    expect(said(again.html)).toContain('Sudah ada baris rencana untuk ini.');
    const events = (await readEvents(t.db, plan.id)).map(({ type }) => type);
    expect(events.filter((type) => type === 'line-added')).toHaveLength(1);
  });

  test('is led back to from the line, with the score then; a later published round is led to with its caution', async () => {
    const head = await at('head');
    const before = await head.get(`/desk/agreements/${plan.code}/lines/1`);
    expect(before.html).toContain(`href="/desk/improvements/${item}"`);
    expect(before.html).toContain('/assessments/uji-asal/51.05#unit-1');
    expect(said(before.html)).toContain('Belum ada penilaian berikutnya');
    const next = await makeRound(t, {
      ...{ agencies: { '51.05': ['51.05.dinkes'] }, servedBy: 'ori.bali', code: 'uji-nanti' },
      ...{
        instrument: 'penilaian-2024',
        year: 2024,
        answer: ({ indicator }: { indicator: Parameters<typeof bestAnswer>[0] }) => bestAnswer(indicator),
      },
    });
    await publishRound(t, next);
    const after = await head.get(`/desk/agreements/${plan.code}/lines/1`);
    expect(said(after.html)).toMatch(/Nilai pada penilaian berikutnya.*2024/);
    expect(said(after.html)).toContain('bukan bukti bahwa kegiatan ini penyebabnya');
    expect(after.html).toContain('/assessments/uji-nanti/51.05');
    const open = main((await (await at('outsider')).get('/test/lines/1')).html);
    expect(open).toContain('/assessments/uji-nanti/51.05');
    expect(open).not.toContain('/desk/');
  });
});

describe('an obligation', () => {
  test('is named in the line without its content; who may not read it learns that there is one', async () => {
    const head = await at('head');
    const page = `/desk/obligations/${owed.id}`;
    const shown = await head.get(page);
    expect(said(shown.html)).toContain('isinya tidak ikut dimasukkan');
    const look = await head.get(`${FROM}?obligation=${owed.id}`);
    expect(look.html).toContain('Melaksanakan tindakan korektif 1 Ombudsman');
    expect(look.html).not.toContain(owed.text);
    const made = await head.submit(FROM, { agreement: plan.code }, page);
    expect([made.status, made.location]).toEqual([303, `/desk/agreements/${plan.code}/lines/2`]);
    const line = (await linesOf(t.db, plan.id)).find(({ ordinal }) => ordinal === 2);
    expect(line).toMatchObject({ obligationId: owed.id, programme: 'faster-settlement' });
    expect(line?.activity).not.toContain(owed.text);
    const mine = await head.get(`/desk/agreements/${plan.code}/lines/2`);
    expect(mine.html).toContain(`href="${page}"`);
    expect(said(mine.html)).toContain(owed.text);
    // The owing office reads it at its own desk.
    const liaison = await (await at('liaison')).get(`/desk/agreements/${plan.code}/lines/2`);
    expect(liaison.html).toContain(`href="/desk/owed/${owed.id}"`);
    // Another office of the same government sees the plan, not what this one owes.
    const works = await new AtDesk({ t, app }, examplePersonId('pupr@klungkung.example')).get(
      `/desk/agreements/${plan.code}/lines/2`,
    );
    expect(works.status).toBe(200);
    expect(said(works.html)).toContain('yang isinya tidak dapat Anda lihat');
    expect(works.html).not.toContain(owed.id);
    expect(main((await (await at('outsider')).get('/test/lines/2')).html)).not.toMatch(/kewajiban|korektif/i);
    const owing = await (await at('liaison')).get(`/desk/owed/${owed.id}`);
    expect(said(owing.html)).toContain(`baris 2 dalam ${plan.code}`);
  });
});

describe('the page to look first', () => {
  test('refuses what is wrong with everything typed, and what is not there like what may not be seen', async () => {
    const other =
      (await itemsOf(t.db, { assessmentId: round.assessments[0]?.id ?? '' })).lines.find(({ id }) => id !== item)?.id ?? '';
    expect(other).not.toBe('');
    const head = await at('head');
    const page = `${FROM}?item=${other}`;
    const wrong = await head.submit(
      FROM,
      {
        activity: 'Papan',
        programme: 'prevention',
        'due-day': '31',
        'due-month': '2',
        'due-year': '2026',
        evidence: 'Foto papan',
        agreement: plan.code,
      },
      page,
    );
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Tanggal tidak dikenali');
    expect(wrong.html).toContain('Foto papan');
    const late = { 'due-day': '1', 'due-month': '2', 'due-year': '2031' };
    const outside = await head.submit(
      FROM,
      { ...late, agreement: plan.code, programme: 'prevention', activity: 'Papan biaya', evidence: '' },
      page,
    );
    expect([outside.status, outside.html.includes('di dalam masa berlaku')]).toEqual([422, true]);
    const due = { 'due-day': '30', 'due-month': '9', 'due-year': '2026' };
    const made = await head.submit(
      FROM,
      {
        ...due,
        agreement: plan.code,
        programme: 'prevention',
        activity: 'Papan biaya di semua loket (contoh)',
        evidence: 'Foto',
      },
      page,
    );
    expect(made.status).toBe(303);
    const line = (await linesOf(t.db, plan.id)).find(({ itemId }) => itemId === other);
    expect([line?.activity, line?.dueOn.toString(), line?.evidenceAsked]).toEqual([
      'Papan biaya di semua loket (contoh)',
      '2026-09-30',
      'Foto',
    ]);
    const outsider = await at('outsider');
    expect((await outsider.get(page)).status).toBe(404);
    expect((await head.get(`${FROM}?item=${t.tools.random.id()}`)).status).toBe(404);
    expect((await head.get(FROM)).status).toBe(404);
  });

  test('takes an item once also when two send it at the same moment', async () => {
    const { lines } = await itemsOf(t.db, { assessmentId: round.assessments[0]?.id ?? '' });
    const taken = new Set((await linesOf(t.db, plan.id)).map(({ itemId }) => itemId));
    const free = lines.find(({ id }) => !taken.has(id));
    const page = `/desk/improvements/${free?.id}`;
    const desk = await at('head');
    const answers = await Promise.all([1, 2].map(() => desk.submit(FROM, { agreement: plan.code }, page)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  });
});
