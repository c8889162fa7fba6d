/** Until when an agency may reply: working days in the zone and by the calendar of the agency. */
import { zoneOfRegion } from '../../directory/index.ts';
import type { Moment, Zone } from '../../kernel/time.ts';
import { type Due, dueMoment, type LawBook } from '../../law/index.ts';
import type { Assessment, Round } from '../rules/assessment.ts';

/** Of national bodies that of the capital. */
export function zoneOfAssessment(assessment: Pick<Assessment, 'regionCode'>): Zone {
  return assessment.regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(assessment.regionCode);
}

/** With what counted and what did not, for `explainDue`. */
export function replyDue(
  book: LawBook,
  round: Pick<Round, 'replyDays'>,
  assessment: Pick<Assessment, 'regionCode'>,
  notifiedAt: Moment,
): Due {
  return dueMoment({
    from: notifiedAt,
    limit: { value: round.replyDays, unit: 'hk' },
    zone: zoneOfAssessment(assessment),
    calendar: book.calendar(assessment.regionCode),
  });
}
