/**
 * Denpasar: the plan of last year with what became of it, its evaluation with the words of both sides, and the plan of this year that renews it: one
 * line carried over, some days without a plan said out loud.
 */
import { type Day, Temporal } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { confirmFile } from '../actions/files/confirm-file.ts';
import { addLines } from '../actions/lines/add-line.ts';
import { recordWithScan } from '../actions/register/record-with-scan.ts';
import { openEvaluation, speak } from '../actions/reviews/evaluate.ts';
import { makeEvaluationFile } from '../actions/reviews/evaluation-file.ts';
import { renewAgreement } from '../actions/reviews/renew.ts';
import type { Agreement } from '../rules/agreement.ts';
import type { LineOrder } from '../rules/lines/line-order.ts';
import type { SideWords } from '../rules/reviews/evaluation.ts';
import { openLines } from '../rules/reviews/renewal.ts';
import { speaksFor } from '../rules/reviews/voices.ts';
import { filesOf } from '../store/files.ts';
import { linesOf } from '../store/lines.ts';
import { record } from './record.ts';
import { report } from './report.ts';
import { actor, agency, as, current, examplePaper, must, onDay, todayOf } from './stage.ts';

const FOUR = ['faster-settlement', 'prevention', 'data-exchange', 'competence'] as const;
const OMBUDSMAN = 'pencegahan@ombudsman-bali';
const CITY = 'koordinator@denpasar';
const HEAD = 'kepala@ombudsman-bali';

const title = (year: number) => `Rencana Kerja ${year} Ombudsman RI dan Pemerintah Kota Denpasar (contoh)`;

export async function playDenpasar(tools: Tools, memorandum: Agreement): Promise<void> {
  // The year that has run for a month at least, so that what happened in its January lies behind.
  const { year } = todayOf(tools).subtract({ days: 31 });
  const plan = await lastYear(tools, memorandum, year - 1);
  await evaluate(tools, plan, year);
  await renew(tools, plan, year);
}

const on = (year: number, month: number, date: number): Day => Temporal.PlainDate.from({ year, month, day: date });

async function lastYear(tools: Tools, memorandum: Agreement, year: number): Promise<Agreement> {
  const [office, city] = [await agency(tools, 'ori.bali'), await agency(tools, '51.71')];
  const line = (programme: string, activity: string, last: string, more: Partial<LineOrder> = {}): LineOrder => ({
    ...{ programme, activity, indicator: 'Yang terlaksana', unit: 'kali', targets: [null, null, null, last] },
    ...{ startsOn: on(year, 2, 3), dueOn: on(year, 12, 29), evidenceAsked: 'Laporan kegiatan', owner: { agencyId: city } },
    ...more,
  });
  const plan = await record(tools, {
    ...{ kind: 'rencana-kerja', title: title(year), office: 'ori.bali', government: '51.71', place: 'Denpasar', source: '' },
    ...{ hands: { ombudsman: 'Kepala Perwakilan Ombudsman RI Bali', government: 'Sekretaris Daerah Kota Denpasar' } },
    ...{ programmes: FOUR, signedOn: on(year, 1, 20), until: on(year, 12, 31), yearFrom: year, parentId: memorandum.id },
    numbers: { ombudsman: `CONTOH/RK-DPS/${year}`, government: `CONTOH/RK.2/${year}` },
    ...{ by: OMBUDSMAN, compares: HEAD },
    fill: async (at, clerk, draft) => {
      const orders = [
        line('faster-settlement', 'Rapat triwulan penyelesaian laporan masyarakat (contoh)', '4'),
        line('prevention', 'Standar pelayanan di lima loket diperbarui dan dipasang (contoh)', '5', {
          ...{ indicator: 'Loket dengan standar terpasang', unit: 'loket', isPriority: true },
        }),
        line('data-exchange', 'Rekapitulasi pengaduan disampaikan setiap triwulan (contoh)', '4', { indicator: 'Rekapitulasi' }),
        line('competence', 'Pelatihan menjawab pengaduan bagi petugas loket (contoh)', '30', {
          ...{ form: 'training', indicator: 'Petugas yang lulus', unit: 'petugas', owner: { agencyId: office } },
        }),
      ];
      must(await addLines(at, clerk, { agreementId: draft.id, version: null }, orders));
    },
  });
  const [meetings, standards, figures, training] = await linesOf(tools.db, plan.id);
  if (!meetings || !standards || !figures || !training) throw new Error('an example plan has lost its lines');
  const asOf = on(year, 12, 20);
  const theirs = { asOf, owner: CITY, judge: OMBUDSMAN, verdict: 'confirm' } as const;
  const [done, ours] = [{ isLast: true }, { owner: OMBUDSMAN, judge: CITY } as const];
  await report(tools, meetings, { ...theirs, ...done, achieved: '4', text: 'Empat rapat terlaksana (contoh).' });
  await report(tools, standards, { ...theirs, ...done, achieved: '5', text: 'Standar terpasang di lima loket (contoh).' });
  await report(tools, figures, { ...theirs, achieved: '2', text: 'Dua dari empat rekapitulasi disampaikan (contoh).' });
  await report(tools, training, { ...theirs, ...ours, ...done, achieved: '32', text: 'Tiga puluh dua petugas lulus (contoh).' });
  return current(tools, plan.id);
}

const GOES_ON = { text: '', recommendation: 'continue' } as const;

const WORDS: Readonly<Record<'ombudsman' | 'city', SideWords>> = {
  ombudsman: {
    overall:
      'Tiga dari empat baris selesai. Rekapitulasi pengaduan tertinggal karena susunan datanya belum disepakati sejak awal tahun (contoh).',
    recommendation: 'renew',
    programmes: {
      'faster-settlement': { text: 'Rapat triwulan membantu menyelesaikan laporan lama (contoh).', recommendation: 'continue' },
      ...{ prevention: GOES_ON, competence: GOES_ON },
      'data-exchange': { text: 'Sepakati kolom datanya dulu, baru jadwalnya (contoh).', recommendation: 'change' },
    },
  },
  city: {
    overall: 'Kerja sama bermanfaat bagi petugas loket. Kami mengusulkan rencana tahun berikutnya disusun lebih awal (contoh).',
    recommendation: 'renew',
    programmes: {
      ...{ 'faster-settlement': GOES_ON, prevention: GOES_ON },
      competence: { text: 'Pelatihan perlu diulang bagi petugas baru (contoh).', recommendation: 'continue' },
      'data-exchange': { text: 'Baris ini kami minta diteruskan (contoh).', recommendation: 'change' },
    },
  },
};

/** Opened in January; the last words publish it. */
async function evaluate(tools: Tools, plan: Agreement, year: number): Promise<void> {
  const opened = onDay(tools, on(year, 1, 5));
  const order = { agreementId: plan.id, year: year - 1, reason: '' };
  const evaluation = must(await openEvaluation(opened, await actor(opened, OMBUDSMAN), order));
  const target = { agreementId: plan.id, evaluationId: evaluation.id };
  const say = async (date: number, account: `${string}@${string}`, words: SideWords) => {
    const at = onDay(tools, on(year, 1, date));
    const who = await actor(at, account);
    must(await speak(at, who, target, { root: speaksFor(who, plan)[0] ?? '', version: 0, words, handIn: true }));
  };
  await say(9, HEAD, WORDS.ombudsman);
  await say(13, CITY, WORDS.city);
  await makeEvaluationFile(onDay(tools, on(year, 1, 13)), target);
}

async function renew(tools: Tools, plan: Agreement, year: number): Promise<void> {
  const begun = onDay(tools, on(year, 1, 15));
  const clerk = await actor(begun, OMBUDSMAN);
  const [from, until] = [on(year, 1, 20), on(year, 12, 31)];
  const draft = must(
    await renewAgreement(begun, clerk, as(await current(tools, plan.id)), {
      ...{ title: title(year), inForceFrom: from, inForceUntil: until, partyIds: plan.parties.map(({ id }) => id) },
      ...{ programmes: FOUR, lineIds: openLines(await linesOf(tools.db, plan.id)).map(({ id }) => id) },
      linesDueOn: on(year, 6, 30),
      gapNote: 'Rencana baru disusun setelah evaluasi terbit; pertemuan rutin tetap berjalan (contoh).',
      gapSeen: true,
    }),
  );
  const added: LineOrder = {
    ...{ programme: 'competence', form: 'training', activity: 'Pelatihan menjawab pengaduan bagi petugas baru (contoh)' },
    ...{ indicator: 'Petugas yang lulus', unit: 'petugas', targets: [null, null, null, '20'], evidenceAsked: 'Daftar hadir' },
    ...{ startsOn: on(year, 3, 2), dueOn: on(year, 11, 30), owner: { agencyId: await agency(tools, 'ori.bali') } },
  };
  must(await addLines(begun, clerk, { agreementId: draft.id, version: null }, [added]));
  const entered = onDay(tools, from.add({ days: 1 }));
  must(
    await recordWithScan(
      entered,
      clerk,
      as(await current(tools, draft.id)),
      { signedOn: from, inForceFrom: from, inForceUntil: until, place: 'Denpasar', source: '' },
      await examplePaper(`${title(year)}: pindaian`, from),
    ),
  );
  const compared = onDay(tools, from.add({ days: 3 }));
  const [scan] = await filesOf(tools.db, draft.id);
  if (scan) must(await confirmFile(compared, await actor(compared, HEAD), { agreementId: draft.id, fileId: scan.id }));
  const [carried] = await linesOf(tools.db, draft.id);
  const asOf = on(year, 6, 19);
  if (!carried || Temporal.PlainDate.compare(asOf.add({ days: 7 }), todayOf(tools)) >= 0) return;
  const told = { asOf, achieved: '4', text: 'Empat rekapitulasi lengkap dengan kolom yang disepakati (contoh).', isLast: true };
  await report(tools, carried, { ...told, owner: CITY, judge: OMBUDSMAN, verdict: 'confirm' });
}
