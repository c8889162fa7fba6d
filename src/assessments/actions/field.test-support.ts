/** A round with two agencies in the field: units with assessors, a second rater, a self-assessment. Rows only; planning has its own tests. */
import { agencyByCode, type PositionKind, positionKind } from '../../directory/index.ts';
import type { HeldPosition, Officer } from '../../kernel/actor.ts';
import { Temporal } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { TestDatabase } from '../../platform/testing/database.ts';
import type { Rating } from '../rules/assessment.ts';
import type { Instrument, SheetKind } from '../rules/instrument.ts';
import { agencySheets, isRatedAgain, planSheets } from '../rules/sheet-plan.ts';
import { insertAssessment } from '../store/assessments.ts';
import { instrumentVersion } from '../store/instruments.ts';
import { insertRound } from '../store/rounds.ts';
import { insertSheets, sheetsOf } from '../store/sheets.ts';
import { insertUnits, saveTeam } from '../store/units.ts';

export interface FieldTest {
  readonly t: TestDatabase;
  readonly roundId: string;
  readonly assessmentId: string;
  readonly instrument: Instrument;
  readonly assessor: Officer;
  readonly second: Officer;
  /** Of the office that is unit 1. */
  readonly office: Officer;
}

/** Klungkung with its health office as unit 1 and its education office as unit 2, measured with an instrument of 2023. */
export async function fieldTest(t: TestDatabase, code = 'bali-2026'): Promise<FieldTest> {
  const [agency, health, education, ombudsman] = await Promise.all(
    ['51.05', '51.05.dinkes', '51.05.disdik', 'ori'].map(async (each) => {
      const found = await agencyByCode(t.db, each);
      if (!found) throw new Error(`no agency ${each}`);
      return found;
    }),
  );
  const instrument = await instrumentVersion(t.db, 'penilaian-2023', 1);
  if (!agency || !health || !education || !ombudsman || !instrument) throw new Error('no reference data');
  const assessor = await personWith(t, 'assessor', 'ori');
  const second = await personWith(t, 'assessor', 'ori');
  const office = await personWith(t, 'liaison-officer', '51.05.dinkes');
  const [roundId, assessmentId] = [t.tools.random.id(), t.tools.random.id()];
  await inTransaction(t.tools, async (tx) => {
    const day = Temporal.PlainDate.from;
    await insertRound(
      tx,
      {
        id: roundId,
        code,
        title: 'Penilaian Bali 2026 (contoh)',
        year: 2026,
        startsOn: day('2026-03-01'),
        endsOn: day('2026-06-30'),
        instrumentId: instrument.id,
        instrumentVersion: 1,
        ownerAgencyId: ombudsman.id,
        state: 'open',
        seed: 'benih contoh',
        secondRatingPercent: 10,
        selfAssessmentUntil: day('2026-03-31'),
        replyDays: 5,
        isExample: true,
        openedAt: t.tools.clock.now(),
        createdBy: assessor.personId,
      },
      t.tools.clock.now(),
    );
    await insertAssessment(tx, {
      id: assessmentId,
      roundId,
      agencyId: agency.id,
      agencyPath: agency.path,
      agencyKind: agency.kind,
      regionCode: agency.regionCode,
      ombudsmanOfficeId: null,
    });
    const units = [health, education].map((unit, index) => ({
      no: index + 1,
      agencyId: unit.id,
      name: unit.name,
      locus: { id: unit.shortName, en: unit.shortName },
      addedReason: null,
    }));
    await insertUnits(tx, assessmentId, units);
    for (const unit of units) {
      await saveTeam(tx, assessmentId, unit.no, { assessorId: assessor.personId, secondAssessorId: second.personId });
      const products = [1, 2].map((each) => ({ id: t.tools.random.id(), number: `L-${each}`, name: `Layanan ${each} (contoh)` }));
      const { sheets } = planSheets(instrument, { code: String(unit.no), rule: null }, products, 'benih contoh');
      await insertSheets(tx, assessmentId, unit.no, 1, sheets);
      for (const rating of [0, 2] as const) {
        const again = sheets.filter((sheet) => isRatedAgain(sheet.kind, rating));
        await insertSheets(tx, assessmentId, unit.no, rating, again);
      }
    }
    await insertSheets(tx, assessmentId, 0, 1, agencySheets(instrument));
  });
  return { t, roundId, assessmentId, instrument, assessor, second, office };
}

/** Somebody new, in office since long ago. */
export async function personWith(t: TestDatabase, kind: PositionKind, code: string): Promise<Officer> {
  const agency = await agencyByCode(t.db, code);
  if (!agency) throw new Error(`no agency ${code}`);
  const [personId, positionId] = [t.tools.random.id(), t.tools.random.id()];
  const tables = t.ownerDb.withTables<Record<'directory.people' | 'directory.positions', Record<string, unknown>>>();
  const created_at = '2025-01-01T00:00:00Z';
  const name = `${kind} ${personId.slice(-4)} (contoh)`;
  await tables
    .insertInto('directory.people')
    .values({ id: personId, name, email: `${personId}@contoh.example`, created_at })
    .execute();
  await tables
    .insertInto('directory.positions')
    .values({
      id: positionId,
      person_id: personId,
      kind,
      agency_id: agency.id,
      decree_number: `SK ${positionId}`,
      decree_on: '2025-01-01',
      starts_on: '2025-01-02',
      created_at,
    })
    .execute();
  const position: HeldPosition = {
    positionId,
    kind,
    agencyId: agency.id,
    governmentId: agency.governmentId,
    agencyPath: agency.path,
    capabilities: positionKind(kind).capabilities,
    regionCode: agency.regionCode,
  };
  return { kind: 'officer', personId, name, positions: [position] };
}

/** The first sheet of a kind in a unit. */
export async function sheetOfKind(
  { t, assessmentId }: Pick<FieldTest, 't' | 'assessmentId'>,
  kind: SheetKind,
  rating: Rating = 1,
  unitNo = 1,
): Promise<{ assessmentId: string; unitNo: number; rating: Rating; sheetNo: number }> {
  const sheet = (await sheetsOf(t.db, assessmentId, { unitNo, rating })).find((each) => each.kind === kind);
  if (!sheet) throw new Error(`no ${kind} sheet`);
  return { assessmentId, unitNo, rating, sheetNo: sheet.sheetNo };
}
