/** What became of the work plan of Klungkung after its signing: a line lowered, one ended below its target, one added and withdrawn again. */
import { Temporal } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { addLine } from '../actions/lines/add-line.ts';
import { editLine } from '../actions/lines/edit-line.ts';
import { judgeReport } from '../actions/lines/judge-report.ts';
import { dropLine } from '../actions/lines/move-line.ts';
import { reportProgress } from '../actions/lines/report-progress.ts';
import type { Line } from '../rules/line.ts';
import { LINE_TEMPLATES } from '../rules/lines/templates.ts';
import { linesOf } from '../store/lines.ts';
import { actor, agency, current, examplePaper, must, onDay, todayOf } from './stage.ts';

export async function playChanges(tools: Tools, planId: string): Promise<void> {
  const plan = await current(tools, planId);
  const year = plan.yearFrom ?? todayOf(tools).year;
  const day = (month: number, date: number) => Temporal.PlainDate.from({ year, month, day: date });
  // All of it lies behind, or nothing is played.
  if (Temporal.PlainDate.compare(day(10, 12), todayOf(tools)) >= 0) return;
  if (plan.inForceFrom && Temporal.PlainDate.compare(plan.inForceFrom, day(4, 1)) > 0) return;
  const lines = await linesOf(tools.db, planId);
  const made = (code: string) => {
    const activity = LINE_TEMPLATES.find((each) => each.code === code)?.activity.id;
    return lines.find((line) => line.activity === activity);
  };
  const [training, outreach] = [made('complaint-training'), made('outreach')];
  if (!training || !outreach) throw new Error('the plan of Klungkung lacks its lines');
  await lower(onDay(tools, day(8, 12)), training);
  await addAndWithdraw(tools, planId, day(8, 20), day(9, 15));
  await endShort(tools, outreach, day(9, 30), day(10, 7));
}

async function lower(tools: Tools, line: Line): Promise<void> {
  const targets = line.targets.map((target) => (target === '60' ? '45' : target));
  const reason = 'Disepakati kedua pihak dalam tinjauan: pelatihan kedua diikuti satu angkatan saja (contoh).';
  const clerk = await actor(tools, 'pencegahan@ombudsman-bali');
  const { owner, other } = line;
  const order = {
    ...{ year: line.year, programme: line.programme, factor: line.factor, form: line.form, activity: line.activity },
    ...{ output: line.output, indicator: line.indicator, unit: line.unit, baseline: line.baseline, targets },
    ...{ direction: line.direction, budgetSource: line.budgetSource, budgetAmount: line.budgetAmount, place: line.place },
    ...{ startsOn: line.startsOn, dueOn: line.dueOn, owner, other, supportingIds: line.supportingIds },
    ...{ evidenceAsked: line.evidenceAsked, isPriority: line.isPriority },
  };
  must(await editLine(tools, clerk, { lineId: line.id, version: null }, order, reason));
}

async function addAndWithdraw(
  tools: Tools,
  planId: string,
  added: Temporal.PlainDate,
  dropped: Temporal.PlainDate,
): Promise<void> {
  const clerk = await actor(onDay(tools, added), 'pencegahan@ombudsman-bali');
  const line = must(
    await addLine(
      onDay(tools, added),
      clerk,
      { agreementId: planId, version: null },
      {
        ...{ programme: 'prevention', activity: 'Klinik pengaduan keliling di kecamatan', output: 'Klinik terlaksana' },
        ...{ indicator: 'Kecamatan yang dikunjungi', unit: 'kecamatan', targets: [null, null, null, '4'] },
        ...{ startsOn: added.add({ days: 12 }), dueOn: added.with({ month: 12, day: 15 }) },
        ...{ owner: { agencyId: await agency(tools, '51.05') }, other: { agencyId: await agency(tools, 'ori.bali') } },
      },
    ),
  );
  const reason = 'Digabung dengan kunjungan Mal Pelayanan Publik keliling yang sudah dianggarkan (contoh).';
  must(await dropLine(onDay(tools, dropped), clerk, { lineId: line.id, version: null }, reason));
}

async function endShort(tools: Tools, line: Line, asOf: Temporal.PlainDate, judgedOn: Temporal.PlainDate): Promise<void> {
  const [reported, judged] = [onDay(tools, asOf), onDay(tools, judgedOn)];
  must(
    await reportProgress(
      reported,
      await actor(reported, 'pencegahan@ombudsman-bali'),
      { lineId: line.id, version: null },
      {
        ...{ asOf, achieved: '1', isLast: true, forPublic: true, text: 'Satu sosialisasi terlaksana (contoh).' },
        shortfall: 'Sosialisasi kedua ditiadakan karena berimpit dengan penilaian kepatuhan (contoh).',
        evidence: [await examplePaper(`Laporan sosialisasi ${asOf} (contoh)`, asOf)],
      },
    ),
  );
  const judge = await actor(judged, 'koordinator@klungkung');
  must(await judgeReport(judged, judge, { lineId: line.id, version: null }, { verdict: 'confirm', text: '' }));
}
