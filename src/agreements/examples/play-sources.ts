/** What the lines of Klungkung's plan come from and what came of them: an improvement item taken in, a training, an outreach event, a focus group. */
import { itemsOf } from '../../assessments/index.ts';
import { type Day, Temporal } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { answerQuestion, askQuestion, decidePublication } from '../actions/sources/questions.ts';
import { planSession, recordSession } from '../actions/sources/sessions.ts';
import { takeIntoPlan } from '../actions/sources/take-into-plan.ts';
import type { LineForm } from '../rules/kinds.ts';
import type { Line } from '../rules/line.ts';
import { type Attendance, NO_TESTS, type Session, type TestResults } from '../rules/sources/session.ts';
import type { SessionPlan } from '../rules/sources/session-flaws.ts';
import { linesOf } from '../store/lines.ts';
import { actor, agency, current, must, onDay, todayOf } from './stage.ts';

const CLERK = 'pencegahan@ombudsman-bali';

export async function playSources(tools: Tools, planId: string): Promise<void> {
  await takeItem(tools, planId);
  const year = (await current(tools, planId)).yearFrom ?? todayOf(tools).year;
  const lines = await linesOf(tools.db, planId);
  const of = (form: LineForm) => lines.find((line) => line.form === form && line.state !== 'dropped');
  const day = (month: number, date: number) => Temporal.PlainDate.from({ year, month, day: date });
  const [training, outreach, discussion] = [of('training'), of('outreach'), of('discussion')];
  if (training)
    await held(tools, training, day(5, 6), {
      ...{ topic: 'Menjawab pengaduan dengan bahasa yang mudah (contoh)', place: 'Semarapura', invited: 40 },
      ...{ summary: 'Peserta menyusun contoh jawaban untuk sepuluh pengaduan (contoh).' },
      attendance: [came('frontline', 24, 15, 1), came('officials', 8, 3, 0)],
      tests: { preCount: 30, preMean: '54.5', postCount: 32, postMean: '76', passMark: '70', passed: 25 },
    });
  if (outreach)
    await held(tools, outreach, day(5, 20), {
      ...{ topic: 'Hak warga atas pelayanan publik (contoh)', place: 'Balai banjar (contoh)', invited: null, summary: '' },
      attendance: [came('residents', 46, 25, 2), came('village', 6, null, null), came('customary', 4, 0, 0)],
    });
  if (discussion) await discussed(tools, discussion, day(6, 11));
}

/** The first open improvement item of the government becomes a line, where an assessment has left one. */
async function takeItem(tools: Tools, planId: string): Promise<void> {
  const governmentId = await agency(tools, '51.05');
  const { lines } = await itemsOf(tools.db, { governmentId, states: ['open', 'in-progress'], limit: 1 });
  const [item] = lines;
  if (!item) return;
  const taken = await takeIntoPlan(tools, await actor(tools, 'kepala@ombudsman-bali'), {
    ...{ source: { itemId: item.id }, agreementId: planId },
  });
  // A plan of a year that is over takes nothing in any more.
  if (!taken.ok && !taken.refusal.some(({ code }) => code === 'agreement.outside-term')) must(taken);
}

type Told = Omit<SessionPlan, 'startsOn' | 'endsOn' | 'reviewers'> & {
  readonly summary: string;
  readonly attendance: readonly Attendance[];
  readonly tests?: TestResults;
  readonly reviewers?: SessionPlan['reviewers'];
};

const came = (group: Attendance['group'], total: number, women: number | null, disabled: number | null): Attendance => ({
  ...{ group, total, women, disabled },
});

/** Planned two weeks before and recorded the day after; only planned when it has not come yet. */
async function held(tools: Tools, line: Line, on: Day, told: Told): Promise<Session> {
  const reviewers = told.reviewers ?? [];
  const before = onDay(tools, on.subtract({ days: 14 }));
  const owner = line.owner.agencyId === (await agency(tools, 'ori.bali')) ? CLERK : 'koordinator@klungkung';
  const plan = { ...told, startsOn: on, endsOn: on, reviewers };
  const planned = must(await planSession(before, await actor(before, owner), line.id, plan));
  if (Temporal.PlainDate.compare(on, todayOf(tools)) >= 0) return planned;
  const after = onDay(tools, on.add({ days: 1 }));
  const record = {
    ...plan,
    tests: told.tests ?? NO_TESTS,
    reviewers: planned.reviewers.map((reviewer) => ({ ...reviewer, came: true })),
  };
  const target = { sessionId: planned.id, version: planned.version };
  return must(await recordSession(after, await actor(after, owner), target, record));
}

async function discussed(tools: Tools, line: Line, on: Day): Promise<void> {
  const guests = [
    { id: null, institution: 'Fakultas hukum sebuah universitas (contoh)', role: 'Dosen hukum administrasi', came: null },
    { id: null, institution: 'Lembaga pendamping warga (contoh)', role: 'Pendamping', came: null },
  ];
  const session = await held(tools, line, on, {
    ...{ topic: 'Mengapa masalah yang sama berulang (contoh)', place: 'Denpasar', invited: 25, reviewers: guests },
    ...{ summary: 'Disepakati satu daftar penyebab dan siapa yang memperbaikinya (contoh).' },
    attendance: [came('officials', 9, 4, 0), came('academics', 2, 1, 0), came('civil', 5, 3, 1), came('ombudsman', 3, 2, 0)],
  });
  if (session.state !== 'held') return;
  const at = onDay(tools, on.add({ days: 2 }));
  const clerk = await actor(at, CLERK);
  const question = 'Mengapa waktu layanan tidak dipasang di loket? (contoh)';
  const asked = must(await askQuestion(at, clerk, session.id, { question, reviewerId: session.reviewers[0]?.id ?? null }));
  const target = (version: number) => ({ sessionId: session.id, questionId: asked.id, version });
  const text = 'Papan waktu layanan dipasang di semua loket paling lambat akhir triwulan berikutnya (contoh).';
  const answered = must(await answerQuestion(at, clerk, target(asked.version), text));
  const later = onDay(tools, on.add({ days: 5 }));
  const head = await actor(later, 'kepala@ombudsman-bali');
  must(await decidePublication(later, head, target(answered.version), { publish: true, checked: true, reason: '' }));
}
