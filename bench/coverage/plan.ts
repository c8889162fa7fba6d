/**
 * A plan of 500 lines: how long its page takes, and how long from the upload of its filled-in workbook until every difference is on the page. Part of the
 * bench `coverage`, in the database of the national board. Every second line is changed and forty are new: more than people fill in at a sitting.
 */
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { createAgreement } from '../../src/agreements/actions/create-agreement.ts';
import { addLines } from '../../src/agreements/actions/lines/add-line.ts';
import { LINES_PER_PLAN, type LineOrder } from '../../src/agreements/rules/lines/line-order.ts';
import { actorFor, agencyByCode, examplePersonId } from '../../src/directory/index.ts';
import { dayOf, Temporal } from '../../src/kernel/time.ts';
import type { WebRoutes } from '../../src/platform/http/env.ts';
import { Visitor } from '../../src/platform/testing/visitor.ts';
import type { Tools } from '../../src/platform/tools.ts';
import { print, rounded, tell } from '../report.ts';

const LINES = 500;
const OPENS_MS = 300;
const SHOWS_MS = 5000;
const WHO = 'kepala@ombudsman-bali.example';

/** @param app the real application; who asks comes with the header X-Bench-Person */
export async function measurePlan(tools: Tools, app: WebRoutes, { requests = 60, uploads = 10 } = {}): Promise<void> {
  tell(`coverage: a plan of ${LINES} lines`);
  const code = await planOf(tools, LINES);
  const visitor = new Visitor(app, { 'X-Bench-Person': examplePersonId(WHO), 'Accept-Language': 'id' });
  const path = `/desk/agreements/${code}/lines`;
  const opening = await times(requests, () => opened(visitor, path));
  report('plan opens', opening, OPENS_MS, { lines: LINES });
  const [downloading, file] = [[] as number[], { bytes: new Uint8Array() }];
  for (let i = 0; i < 5; i++) {
    const from = performance.now();
    const answer = await visitor.get(`${path}/tables/plan.xlsx`);
    file.bytes = new Uint8Array(await answer.arrayBuffer());
    downloading.push(performance.now() - from);
  }
  report('workbook is made', downloading, null, { lines: LINES, bytes: file.bytes.length });
  const showing: number[] = [];
  let differences = 0;
  for (let i = 0; i < uploads; i++) {
    const filled = await filledIn(file.bytes, `putaran ${i}`);
    const from = performance.now();
    const page = await upload(visitor, `${path}/tables`, filled);
    const html = await opened(visitor, page);
    showing.push(performance.now() - from);
    differences = Number(/Semua perbedaan[^0-9]*(\d+)/.exec(html.replaceAll(/<[^>]+>/g, ' '))?.[1] ?? 0);
    if (i < uploads - 1) await visitor.submit(`${page}/discard`, {}, page);
    else await acceptAll(visitor, page, differences);
  }
  report('differences are shown', showing, SHOWS_MS, { lines: LINES, rowsThatDiffer: differences });
  const lines = await carriedOut(tools, code);
  report('a plan under way opens', await times(requests, () => opened(visitor, path)), OPENS_MS, { lines });
}

/**
 * The plan as it stands in autumn: signed, two lines in three reported five times and confirmed, some waiting, every tenth put off, every twentieth changed
 * after the signing. @returns how many lines it has by now
 */
async function carriedOut({ db }: Tools, code: string): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    UPDATE agreements.agreements SET state = 'signed', evidence = 'record', signed_on = make_date(year_from, 1, 5), in_force_from = make_date(year_from, 1, 5),
      in_force_until = make_date(year_from, 12, 31) WHERE code = ${code} RETURNING id`.execute(db);
  const plan = rows[0]?.id;
  const { rows: lines } = await sql<{ id: string }>`
    UPDATE agreements.lines SET state = CASE WHEN ordinal % 3 = 0 THEN 'planned' ELSE 'running' END, evidence_count = ordinal % 3,
      confirmed = CASE WHEN ordinal % 3 > 0 THEN 3 END, confirmed_on = CASE WHEN ordinal % 3 > 0 THEN starts_on + 60 END,
      reported = CASE WHEN ordinal % 3 > 0 THEN 3 + ordinal % 2 END, reported_on = CASE WHEN ordinal % 3 > 0 THEN starts_on + 60 + ordinal % 2 END
    WHERE agreement_id = ${plan} RETURNING id`.execute(db);
  await sql`
    INSERT INTO agreements.updates (agreement_id, line_id, id, as_of, achieved, text, is_last, author, at, state, judged_by, judged_at)
    SELECT l.agreement_id, l.id, gen_random_uuid(), l.starts_on + u.n * 12, u.n, 'Sudah dikerjakan sebagian (contoh).', false, 'person:bench',
      now() - (6 - u.n) * interval '15 days', 'confirmed', 'person:other', now() FROM agreements.lines l, generate_series(1, 5) AS u (n)
    WHERE l.agreement_id = ${plan} AND l.ordinal % 3 > 0`.execute(db);
  await sql`
    INSERT INTO agreements.shifts (agreement_id, line_id, id, from_day, to_day, reason, author, at)
    SELECT agreement_id, id, gen_random_uuid(), due_on - 30, due_on, 'Menunggu anggaran perubahan (contoh)', 'person:bench', now()
    FROM agreements.lines WHERE agreement_id = ${plan} AND ordinal % 10 = 0`.execute(db);
  await sql`
    INSERT INTO agreements.line_changes (agreement_id, line_id, id, at, author, reason, before, after, after_signing)
    SELECT agreement_id, id, gen_random_uuid(), now(), 'person:bench', 'Disesuaikan (contoh)', '{"place": "Semarapura"}', '{"place": "Klungkung"}', true
    FROM agreements.lines WHERE agreement_id = ${plan} AND ordinal % 20 = 0`.execute(db);
  return lines.length;
}

async function times(many: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let i = -5; i < many; i++) {
    const from = performance.now();
    await work();
    if (i >= 0) taken.push(performance.now() - from);
  }
  return taken;
}

async function opened(visitor: Visitor, path: string): Promise<string> {
  const answer = await visitor.get(path);
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return html;
}

async function upload(visitor: Visitor, path: string, bytes: Uint8Array): Promise<string> {
  const body = new FormData();
  for (const [name, value] of Object.entries(await visitor.hiddenFields(path))) body.append(name, value);
  body.append('file', new File([new Uint8Array(bytes)], 'rencana.xlsx'));
  const from = performance.now();
  const answer = await visitor.fetch(path, { method: 'POST', body, headers: { 'Sec-Fetch-Site': 'same-origin' } });
  const page = answer.headers.get('Location');
  if (answer.status !== 303 || !page) throw new Error(`the upload answered ${answer.status}`);
  tell(`coverage: read and kept in ${rounded(performance.now() - from)} ms`);
  return page;
}

/** No limit is set on it; the figure says what accepting costs. */
async function acceptAll(visitor: Visitor, page: string, rows: number): Promise<void> {
  const from = performance.now();
  const answer = await visitor.submit(`${page}/accept`, { everything: 'yes' }, page);
  if (answer.status !== 303) throw new Error(`accepting answered ${answer.status}`);
  report('everything is accepted', [performance.now() - from], null, { rows });
}

/** Every second line with another target and another unit, and forty lines more. */
async function filledIn(bytes: Uint8Array, mark: string): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes);
  const rows = (sheets[0]?.rows ?? []).filter((row) => row.some((cell) => cell !== null));
  const [heads = [], ...lines] = rows;
  const at = (title: string) => heads.indexOf(title);
  const changed = lines.map((line, index) => {
    const next = [...line];
    if (index % 2 === 0) {
      next[at('Target s.d. triwulan IV')] = 900 + index;
      next[at('Keluaran')] = `Keluaran ${mark}`;
    }
    return next;
  });
  const fresh = lines.slice(0, 40).map((line, index) => {
    const next = [...line];
    next[at('Kunci baris')] = null;
    next[at('Kegiatan')] = `Kegiatan baru ${index + 1}, ${mark} (contoh)`;
    return next;
  });
  return writeXlsx({ sheets: [{ name: 'Rencana kerja', rows: [heads, ...changed, ...fresh] }] });
}

async function planOf(tools: Tools, lines: number): Promise<string> {
  const actor = await actorFor(tools.db, examplePersonId(WHO), dayOf(tools.clock.now(), 'Asia/Makassar'));
  const id = async (agency: string) => (await agencyByCode(tools.db, agency))?.id as string;
  if (actor?.kind !== 'officer' || lines > LINES_PER_PLAN) throw new Error(`nobody makes a plan of ${lines} lines`);
  const { year } = dayOf(tools.clock.now(), 'Asia/Makassar');
  const keeperId = await id('ori.bali');
  const parties = [keeperId, await id('51.05')].map((agencyId) => ({ agencyId, name: '', ownNumber: '' }));
  const made = await createAgreement(tools, actor, {
    ...{ kind: 'rencana-kerja', title: `Rencana kerja dengan ${lines} baris (contoh)`, programmes: ['prevention', 'competence'] },
    ...{ yearFrom: year, parties, keeperId, isExample: true },
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const owners = await Promise.all(['51.05.dinkes', '51.05.pupr', '51.05.dukcapil'].map(id));
  const day = (month: number, date: number) => Temporal.PlainDate.from({ year, month, day: date });
  const orders = Array.from(
    { length: lines },
    (_, index): LineOrder => ({
      ...{
        year,
        programme: index % 3 === 0 ? 'competence' : 'prevention',
        activity: `Kegiatan ${index + 1} menurut rencana kerja (contoh)`,
      },
      ...{ output: 'Dokumen standar pelayanan yang ditetapkan', indicator: 'Layanan dengan standar lengkap', unit: 'layanan' },
      ...{
        baseline: '0',
        targets: ['2', '4', '6', String(8 + (index % 90))],
        budgetSource: 'APBD',
        budgetAmount: String(1_000_000 + index),
      },
      ...{
        place: 'Semarapura',
        startsOn: day(1, 10),
        dueOn: day(1 + (index % 12), 28).with({ month: 12 }),
        evidenceAsked: 'SK dan foto',
      },
      ...{
        owner: { agencyId: owners[index % owners.length] as string, position: 'Kepala Dinas' },
        other: { agencyId: keeperId },
      },
      isPriority: index % 10 === 0,
    }),
  );
  const added = await addLines(tools, actor, { agreementId: made.value.id, version: null }, orders);
  if (!added.ok) throw new Error(JSON.stringify(added.refusal[0]));
  return made.value.code;
}

function report(what: string, taken: readonly number[], limit: number | null, more: Readonly<Record<string, number>>): void {
  const sorted = taken.toSorted((a, b) => a - b);
  const p95 = sorted[Math.ceil(sorted.length * 0.95) - 1] as number;
  const figure = {
    ...{ bench: 'coverage', case: what, figure: taken.length > 1 ? 'p95' : 'once', value: rounded(p95), unit: 'ms' },
    ...{ median: rounded(sorted[Math.floor(sorted.length / 2)] as number), times: taken.length, ...more },
  };
  // What has no limit is told beside the figures.
  if (limit === null) tell(`coverage: ${JSON.stringify(figure)}`);
  else print({ ...figure, limit, met: p95 <= limit });
}
