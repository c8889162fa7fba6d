/** A review (kajian) as the file its letters belong to: who may read and work on them, and how they name it. */
import { agencyById } from '../../../directory/index.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { maySee, membersOf, positionsOn } from '../../rules/reviews/review.ts';
import { loadReview } from '../../store/reviews/reviews.ts';
import { type OpenedSubject, officeFacts, requiredOffice } from './opened-subject.ts';

export async function openedReviewSubject(db: Db | Tx, id: string): Promise<OpenedSubject | undefined> {
  const review = await loadReview(db, id);
  const agency = review && (await agencyById(db as Db, review.agencyId));
  if (!review || !agency) return undefined;
  const office = await requiredOffice(db, review.officeId);
  return {
    subject: { kind: 'review', id },
    office,
    number: review.number,
    facts: {
      reference: `Kajian Nomor ${review.number}`,
      title: review.title,
      registeredOn: review.openedAt.toZonedDateTimeISO(review.zone).toPlainDate(),
      secret: false,
      ruleSet: null,
      zone: review.zone,
      office: officeFacts(office),
      respondents: [{ position: '', agency: agency.name }],
      isExample: review.isExample,
    },
    legal: {
      ruleSet: null,
      since: review.openedAt,
      zone: review.zone,
      regionCode: review.place === '' ? null : review.place,
    },
    // A review has no respondent: its letters go to whoever leads the agency, and to the government it belongs to.
    parties: [
      {
        id: agency.id,
        agencyId: agency.id,
        position: 'Pimpinan',
        superiorAgencyId: agency.governmentId === agency.id ? null : agency.governmentId,
        superiorPosition: 'Pimpinan',
      },
    ],
    secretCaseIds: [],
    file: null,
    reach: (actor) => ({
      kind: 'review',
      sees: maySee(review, actor),
      holds: (capability) => positionsOn(review, actor, [capability]).length > 0,
      isOnTeam: actor.kind === 'officer' && membersOf(review).some(({ personId }) => personId === actor.personId),
    }),
  };
}
