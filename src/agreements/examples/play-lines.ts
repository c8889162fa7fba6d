/** The work plan of Klungkung: lines of the four programmes, in every state and light. */
import { type Day, Temporal } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { addLines } from '../actions/lines/add-line.ts';
import type { Verdict } from '../actions/lines/judge-report.ts';
import { shiftLine } from '../actions/lines/move-line.ts';
import type { Line } from '../rules/line.ts';
import type { LineOrder } from '../rules/lines/line-order.ts';
import { LINE_TEMPLATES, orderOf } from '../rules/lines/templates.ts';
import { linesOf } from '../store/lines.ts';
import { report } from './report.ts';
import { actor, agency, current, must, onDay, todayOf } from './stage.ts';

/** What of the templates the plan holds, and whose it is when not the government's as such. */
const CHOSEN: readonly {
  readonly code: string;
  readonly office?: string;
  readonly position?: string;
  readonly more?: Partial<LineOrder>;
}[] = [
  { code: 'focal-points' },
  { code: 'quarterly-meetings' },
  { code: 'in-time', more: { measure: 'finished-in-time', isPriority: true } },
  {
    code: 'standards',
    office: '51.05.dinkes',
    position: 'Kepala Dinas Kesehatan',
    more: { isPriority: true, budgetSource: 'APBD', budgetAmount: '75000000' },
  },
  { code: 'maklumat', office: '51.05.dukcapil', position: 'Kepala Dinas Kependudukan dan Pencatatan Sipil' },
  { code: 'outreach' },
  { code: 'systemic-review' },
  { code: 'data-agreed' },
  { code: 'complaint-figures' },
  { code: 'complaint-training' },
];

interface Step {
  readonly month: number;
  readonly achieved: string;
  readonly text: string;
  readonly isLast?: boolean;
  readonly verdict?: Verdict;
}

const REPORTS: Readonly<Record<string, readonly Step[]>> = {
  'focal-points': [
    {
      month: 3,
      achieved: '60',
      text: 'Enam dari sepuluh perangkat daerah sudah menunjuk narahubung (contoh).',
      verdict: 'confirm',
    },
    {
      month: 6,
      achieved: '100',
      text: 'Semua perangkat daerah sudah menunjuk narahubung (contoh).',
      isLast: true,
      verdict: 'confirm',
    },
  ],
  'quarterly-meetings': [
    { month: 3, achieved: '1', text: 'Rapat triwulan pertama terlaksana (contoh).', verdict: 'confirm' },
    { month: 6, achieved: '2', text: 'Rapat triwulan kedua terlaksana (contoh).', verdict: 'confirm' },
    { month: 9, achieved: '3', text: 'Rapat triwulan ketiga terlaksana (contoh).' },
  ],
  'in-time': [{ month: 3, achieved: '62', text: 'Enam puluh dua persen selesai tepat waktu (contoh).', verdict: 'confirm' }],
  standards: [
    { month: 4, achieved: '20', text: 'Standar dua layanan diperbarui (contoh).', verdict: 'return' },
    { month: 6, achieved: '45', text: 'Standar diumumkan di loket dan laman (contoh).', verdict: 'confirm' },
  ],
  'complaint-figures': [
    { month: 3, achieved: '1', text: 'Rekapitulasi triwulan pertama disampaikan (contoh).', verdict: 'confirm' },
    { month: 7, achieved: '2', text: 'Rekapitulasi triwulan kedua disampaikan (contoh).', verdict: 'confirm' },
  ],
  outreach: [{ month: 5, achieved: '1', text: 'Sosialisasi di dua kecamatan terlaksana (contoh).', verdict: 'confirm' }],
  'complaint-training': [
    { month: 6, achieved: '32', text: 'Tiga puluh dua petugas menyelesaikan pelatihan (contoh).', verdict: 'confirm' },
  ],
};

/** Puts the lines into the draft of the plan. */
export async function planLines(tools: Tools, planId: string): Promise<void> {
  const plan = await current(tools, planId);
  const year = plan.yearFrom ?? todayOf(tools).year;
  const sides = { government: await agency(tools, '51.05'), ombudsman: await agency(tools, 'ori.bali') };
  const begun = onDay(tools, (plan.inForceFrom as Day).subtract({ days: 8 }));
  const orders: LineOrder[] = [];
  for (const { code, office, position, more } of CHOSEN) {
    const template = LINE_TEMPLATES.find((each) => each.code === code);
    if (!template) throw new Error(`no template ${code}`);
    const order = orderOf(template, year, sides);
    const startsOn =
      order.startsOn && Temporal.PlainDate.compare(order.startsOn, plan.inForceFrom as Day) < 0
        ? plan.inForceFrom
        : order.startsOn;
    orders.push({
      ...{ ...order, ...more, startsOn },
      ...(more?.measure ? { measureAgencyId: sides.government } : {}),
      ...(office ? { owner: { agencyId: await agency(tools, office), position: position ?? '' } } : {}),
    });
  }
  const clerk = await actor(begun, 'pencegahan@ombudsman-bali');
  must(await addLines(begun, clerk, { agreementId: planId, version: null }, orders));
}

/** What was reported and judged since it was signed. */
export async function playProgress(tools: Tools, planId: string): Promise<void> {
  const year = (await current(tools, planId)).yearFrom ?? todayOf(tools).year;
  const lines = await linesOf(tools.db, planId);
  for (const [index, { code }] of CHOSEN.entries()) {
    const line = lines[index];
    if (line) for (const step of REPORTS[code] ?? []) await play(tools, line, { code, year, ...step });
  }
  await delay(tools, lines, year);
}

/** Reported on the last day of its month and judged a week later, as far as these days have come. */
async function play(tools: Tools, line: Line, step: Step & { readonly code: string; readonly year: number }): Promise<void> {
  const asOf = Temporal.PlainDate.from({ year: step.year, month: step.month, day: 1 }).add({ months: 1 }).subtract({ days: 1 });
  const judgedOn = asOf.add({ days: 7 });
  if (Temporal.PlainDate.compare(judgedOn, todayOf(tools)) >= 0 || Temporal.PlainDate.compare(asOf, line.startsOn) < 0) return;
  const isOurs = line.owner.agencyId === (await agency(tools, 'ori.bali'));
  const government = line.owner.agencyPath.length > 1 ? OWN_OFFICE[step.code] : 'koordinator@klungkung';
  await report(tools, line, {
    ...{ asOf, achieved: step.achieved, text: step.text, isLast: step.isLast ?? false, verdict: step.verdict },
    owner: isOurs ? 'pencegahan@ombudsman-bali' : (government ?? 'koordinator@klungkung'),
    judge: isOurs ? 'koordinator@klungkung' : 'pencegahan@ombudsman-bali',
  });
}

const OWN_OFFICE: Readonly<Record<string, `${string}@${string}`>> = {
  standards: 'dinkes@klungkung',
  maklumat: 'dukcapil@klungkung',
};

/** The agreement on data was late: the first day stays visible. */
async function delay(tools: Tools, lines: readonly Line[], year: number): Promise<void> {
  const line = lines[CHOSEN.findIndex(({ code }) => code === 'data-agreed')];
  const on = Temporal.PlainDate.from({ year, month: 6, day: 10 });
  if (!line || Temporal.PlainDate.compare(on, todayOf(tools)) >= 0) return;
  const at = onDay(tools, on);
  must(
    await shiftLine(
      at,
      await actor(at, 'koordinator@klungkung'),
      { lineId: line.id, version: null },
      {
        to: Temporal.PlainDate.from({ year, month: 11, day: 30 }),
        reason: 'Daftar kolom data masih dibahas dengan Dinas Komunikasi dan Informatika (contoh).',
      },
    ),
  );
}
