/** A round with everyone it needs, planned through the real steps; sheets are filled as rows, since filling has its own tests. */
import { agencyByCode } from '../../directory/index.ts';
import type { Officer } from '../../kernel/actor.ts';
import { Temporal } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { TestDatabase } from '../../platform/testing/database.ts';
import type { Assessment, Rating } from '../rules/assessment.ts';
import { type Indicator, PEOPLE_SHEETS } from '../rules/instrument.ts';
import type { RoundOrder } from '../rules/round-order.ts';
import { questionsOn } from '../rules/walk.ts';
import { markDone, writeAnswers } from '../store/answers.ts';
import { assessmentsOfRound, loadAssessment } from '../store/assessments.ts';
import { insertEvidence } from '../store/evidence.ts';
import { loadRound } from '../store/rounds.ts';
import { sheetsOf } from '../store/sheets.ts';
import { assignTeam } from './assign-team.ts';
import { drawSheets } from './draw-sheets.ts';
import { personWith } from './field.test-support.ts';
import { openRound } from './open-round.ts';
import { addAgencies, instrumentOfRound } from './plan-agencies.ts';
import { planRound } from './plan-round.ts';

export interface RoundCast {
  readonly manager: Officer;
  readonly assessor: Officer;
  readonly second: Officer;
  readonly checker: Officer;
  readonly head: Officer;
  readonly coordinator: Officer;
  readonly liaison: Officer;
  readonly leader: Officer;
}

export async function roundCast(t: TestDatabase): Promise<RoundCast> {
  return {
    manager: await personWith(t, 'assessment-manager', 'ori'),
    assessor: await personWith(t, 'assessor', 'ori.bali'),
    second: await personWith(t, 'assessor', 'ori.bali'),
    checker: await personWith(t, 'assessment-checker', 'ori.bali'),
    head: await personWith(t, 'ombudsman-head', 'ori.bali'),
    coordinator: await personWith(t, 'agency-coordinator', '51.05'),
    liaison: await personWith(t, 'liaison-officer', '51.05.dinkes'),
    leader: await personWith(t, 'regional-leader', '51.05'),
  };
}

export const day = (text: string) => Temporal.PlainDate.from(text);

export const ORDER: RoundOrder = {
  code: 'bali-2026',
  title: 'Penilaian Bali 2026 (contoh)',
  year: '2026',
  startsOn: day('2026-03-01'),
  endsOn: day('2026-06-30'),
  instrument: 'kepatuhan-2021/1',
  seed: 'benih contoh bali 2026',
  secondRatingPercent: '10',
  selfAssessmentUntil: null,
  replyDays: '',
};

export async function idOf(t: TestDatabase, code: string): Promise<string> {
  const agency = await agencyByCode(t.db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  return agency.id;
}

/** Unwraps what must have been allowed. */
export function allowed<T>(done: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!done.ok) throw new Error(`refused: ${JSON.stringify(done.refusal)}`);
  return done.value;
}

export async function plannedRound(
  t: TestDatabase,
  cast: RoundCast,
  order: Partial<RoundOrder>,
  codes: readonly string[],
): Promise<string> {
  const ownerAgencyId = await idOf(t, 'ori');
  const roundId = allowed(await planRound(t.tools, cast.manager, { ...ORDER, ...order, ownerAgencyId }));
  const ids = await Promise.all(codes.map((code) => idOf(t, code)));
  if (ids.length > 0) allowed(await addAgencies(t.tools, cast.manager, { roundId, revision: null }, ids));
  return roundId;
}

/** Drawn, with one assessor for all units and another for the sample, and open. */
export async function openedRound(
  t: TestDatabase,
  cast: RoundCast,
  order: Partial<RoundOrder> = {},
  codes: readonly string[] = ['51.05'],
): Promise<{ readonly roundId: string; readonly assessments: readonly Assessment[] }> {
  const roundId = await plannedRound(t, cast, order, codes);
  const target = { roundId, revision: null };
  allowed(await drawSheets(t.tools, cast.manager, target));
  const assignments = [];
  for (const assessment of await assessmentsOfRound(t.db, roundId)) {
    const drawn = new Set((await sheetsOf(t.db, assessment.id, { rating: 2 })).map((sheet) => sheet.unitNo));
    for (const unit of assessment.units)
      assignments.push({
        assessmentId: assessment.id,
        unitNo: unit.no,
        assessorId: cast.assessor.personId,
        secondAssessorId: drawn.has(unit.no) ? cast.second.personId : null,
      });
  }
  allowed(await assignTeam(t.tools, cast.manager, target, assignments));
  allowed(await openRound(t.tools, cast.manager, target));
  return { roundId, assessments: await assessmentsOfRound(t.db, roundId) };
}

export interface Filling {
  readonly rating?: Rating;
  /** As kept; `undefined` = left out. */
  readonly value?: (indicator: Indicator, at: { readonly unitNo: number; readonly sheetNo: number }) => string | undefined;
  readonly evidence?: boolean;
  readonly done?: boolean;
  readonly by?: string;
}

/** The worst, the best or anything between would do; 1 fits every kind of answer that has a place for it. */
export const good = (indicator: Indicator): string => {
  const { answer } = indicator;
  switch (answer.kind) {
    case 'yes-no':
      return answer.good === 'yes' ? '1' : '0';
    case 'interval':
      return String(answer.max);
    case 'scale':
      return String(answer.good === 'high' ? answer.max : answer.min);
    case 'share':
      return answer.good === 'high' ? '100' : '0';
    case 'number':
      return answer.best;
    case 'choice':
      return '0';
  }
};

/** Fills every sheet of a rating, with a row of evidence for each answer seen in documents. */
export async function fill(t: TestDatabase, assessmentId: string, filling: Filling = {}): Promise<void> {
  const { rating = 1, value = good, evidence = true, done = true } = filling;
  const assessment = await loadAssessment(t.db, assessmentId);
  const round = assessment && (await loadRound(t.db, assessment.roundId));
  if (!assessment || !round) throw new Error('no assessment');
  const instrument = await instrumentOfRound(t.db, round);
  const at = t.tools.clock.now();
  await inTransaction(t.tools, async (tx) => {
    for (const sheet of await sheetsOf(tx, assessmentId, { rating })) {
      const key = { assessmentId, unitNo: sheet.unitNo, rating, sheetNo: sheet.sheetNo };
      const unit = assessment.units.find((one) => one.no === sheet.unitNo) ?? assessment.units[0];
      const personId = filling.by ?? (rating === 2 ? unit?.secondAssessorId : unit?.assessorId) ?? assessmentId;
      const writes = questionsOn(instrument, sheet.kind).flatMap(({ indicator }) => {
        const kept = value(indicator, sheet);
        return kept === undefined ? [] : [{ indicator: indicator.code, clears: false, value: kept, note: null }];
      });
      await writeAnswers(tx, key, writes, { personId, at });
      if (done) await markDone(tx, key, true);
      if (!evidence || rating !== 1 || PEOPLE_SHEETS.includes(sheet.kind)) continue;
      for (const { indicator } of writes)
        await insertEvidence(tx, {
          id: t.tools.random.id(),
          key,
          indicator,
          fileKey: `contoh/${indicator}`,
          thumbnailKey: null,
          mediaType: 'image/jpeg',
          extension: '.jpg',
          size: 1,
          sha256: 'a'.repeat(64),
          sentSha256: 'a'.repeat(64),
          takenAt: null,
          place: null,
          caption: null,
          addedBy: personId,
          receivedAt: at,
          withdrawnAt: null,
        });
    }
  });
}

/** Names products that the offices have not published, as assessors do in the field. */
export async function nameProducts(t: TestDatabase, assessmentId: string): Promise<void> {
  await t.ownerDb
    .withTables<{ 'assessments.sheets': Record<string, unknown> }>()
    .updateTable('assessments.sheets')
    .set({ service_name: 'Layanan (contoh)' })
    .where('assessment_id', '=', assessmentId)
    .where('kind', '=', 'product')
    .where('service_name', 'is', null)
    .execute();
}
