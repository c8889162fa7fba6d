/**
 * Similar files of a complaint or a case: cases and complaints about the like, which the officer may read. A section for any page of this room
 * (`similarSection`), and `/desk/cases/:id/similar`, a page of its own, so that a case's overview stays quick.
 */
import type { Child } from 'hono/jsx';
import { type Likened, likenedComplaint, similarComplaintLines } from '../../../complaints/index.ts';
import { ButtonGroup, formatDay, LinkButton, Tag } from '../../../design/index.ts';
import type { OfficerAsked } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { OUTCOME_LABELS, STAGE_LABELS } from '../../rules/case.transitions.ts';
import { maySee } from '../../rules/reviews/review.ts';
import { likenedCase } from '../../store/reviews/case-rows.ts';
import { candidateOfCase } from '../../store/reviews/clusters.ts';
import { type SimilarCase, similarCases } from '../../store/reviews/similar-cases.ts';
import { casePage } from '../case-frame.tsx';
import { CASES, type OpenedCase } from '../opened.tsx';
import { REVIEWS } from './opened.tsx';
import { wordsIn } from './words.ts';

const SHOWN = 10;

/** The caller has looked that the actor may see the complaint or case. */
export async function similarSection(
  asked: Pick<OfficerAsked, 'tools' | 'actor' | 'language'>,
  of: { readonly complaintId: string } | { readonly caseId: string },
): Promise<Child> {
  const { tools, actor, language } = asked;
  const words = wordsIn(language);
  const caseId = 'caseId' in of ? of.caseId : null;
  const like: Likened | undefined =
    'caseId' in of ? await likenedCase(tools.db, of.caseId) : await likenedComplaint(tools.db, of.complaintId);
  const cases = like ? await similarCases(tools.db, actor, like, caseId, SHOWN) : [];
  const complaints = like ? await similarComplaintLines(asked, like) : null;
  return (
    <>
      <p>{words.similarLead}</p>
      {cases.length === 0 && complaints === null && <p class="govuk-hint">{words.similarNone}</p>}
      {cases.length > 0 && (
        <>
          <h2>{words.similarCases}</h2>
          <ul class="tuntas-lines">
            {cases.map((each) => (
              <CaseLine similar={each} language={language} />
            ))}
          </ul>
        </>
      )}
      {complaints !== null && (
        <>
          <h2>{words.similarComplaints}</h2>
          {complaints}
        </>
      )}
    </>
  );
}

function CaseLine({ similar, language }: { similar: SimilarCase; language: OfficerAsked['language'] }) {
  const words = wordsIn(language);
  return (
    <li class="tuntas-lines__item">
      <h3 class="tuntas-lines__title">
        <a href={`${CASES}/${similar.id}`}>{similar.title}</a>
      </h3>
      <p class="tuntas-lines__tags">
        <Tag tone={similar.outcome ? 'neutral' : 'info'}>
          {similar.outcome ? OUTCOME_LABELS[similar.outcome][language] : STAGE_LABELS[similar.stage][language]}
        </Tag>
      </p>
      <p class="tuntas-lines__meta">
        {[
          similar.number,
          similar.sameOffice && words.sameOffice,
          similar.sameRegency && words.sameRegency,
          words.likeness(Math.round(similar.likeness * 100)),
          formatDay(dayOf(similar.registeredAt, similar.zone), language, 'short'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}

export async function similarPage(opened: OpenedCase): Promise<Response> {
  const section = await similarSection(opened, { caseId: opened.file.id });
  return casePage(opened, 'overview', wordsIn(opened.language).similar, section);
}

/** The ways from a case's overview: to what is similar, and to the recurring problem an own-initiative case was opened from. */
export async function SimilarLink({ opened }: { opened: OpenedCase }) {
  const { tools, actor, file, path, language } = opened;
  const words = wordsIn(language);
  const basis = file.access === 'IAPS' ? await candidateOfCase(tools.db, file.id) : undefined;
  return (
    <ButtonGroup>
      {basis && maySee(basis, actor) && (
        <LinkButton href={`${REVIEWS}/${basis.id}`} kind="secondary">
          {words.toCandidate}
        </LinkButton>
      )}
      <LinkButton href={`${path}/similar`} kind="secondary">
        {words.similar}
      </LinkButton>
    </ButtonGroup>
  );
}
