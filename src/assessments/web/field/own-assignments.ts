/** Everything somebody may fill in now: units they go to, the sheet of the agency, self-assessments of their office. */
import { type Officer, positionsWith } from '../../../kernel/actor.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import { todayAt } from '../../actions/fill-sheet.ts';
import type { Rating } from '../../rules/assessment.ts';
import { refusalToFill } from '../../rules/filling.ts';
import { assignmentsOf, openField, selfAssessedUnder } from '../../store/filling.ts';
import { sheetsOf } from '../../store/sheets.ts';

export interface OwnAssignment {
  readonly assessmentId: string;
  readonly unitNo: number;
  readonly rating: Rating;
}

export async function assignmentsFor(db: Db, actor: Officer, now: Moment): Promise<readonly OwnAssignment[]> {
  const going = positionsWith(actor, 'assessment.assess').length > 0 ? await assignmentsOf(db, actor.personId) : [];
  const own = [...going, ...(await agencySheetsOf(db, going))];
  const offices = positionsWith(actor, 'assessment.answer').map((held) => held.agencyId);
  for (const assessmentId of offices.length > 0 ? await selfAssessedUnder(db, offices) : []) {
    const field = await openField(db, assessmentId);
    if (!field) continue;
    for (const unitNo of [...field.assessment.units.map((unit) => unit.no), 0]) {
      const place = { unitNo, rating: 0 } as const;
      const today = todayAt(field, now);
      if (!refusalToFill(actor, field.round, field.assessment, place, today)) own.push({ assessmentId, ...place });
    }
  }
  return own;
}

/** Whoever goes to one of its units as first rater may fill the sheet of the agency, where there is one. */
async function agencySheetsOf(db: Db, going: readonly OwnAssignment[]): Promise<OwnAssignment[]> {
  const first = new Set(going.filter(({ rating }) => rating === 1).map(({ assessmentId }) => assessmentId));
  const found: OwnAssignment[] = [];
  for (const assessmentId of first) {
    const sheets = await sheetsOf(db, assessmentId, { unitNo: 0, rating: 1 });
    if (sheets.length > 0) found.push({ assessmentId, unitNo: 0, rating: 1 });
  }
  return found;
}
