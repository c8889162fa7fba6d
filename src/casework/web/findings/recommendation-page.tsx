/** `/desk/cases/:id/recommendation`: the recommendation from its draft to its outcome, and the further steps after it. */
import { agenciesByIds } from '../../../directory/index.ts';
import { lawBook } from '../../../law/index.ts';
import type { CaseDocument } from '../../rules/documents/document.ts';
import type { RecordedStep } from '../../rules/findings/further-steps.ts';
import type { Recommendation } from '../../rules/findings/recommendation.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { mayWork } from '../../rules/permissions.ts';
import { documentsOf } from '../../store/documents/documents.ts';
import { furtherStepsOf } from '../../store/findings/further-steps.ts';
import { recommendationsOf } from '../../store/findings/recommendations.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { casePage } from '../case-frame.tsx';
import { FurtherStepsSection } from './further-steps-section.tsx';
import { StageGuide, StepForm } from './parts.tsx';
import { RecommendationDraft, RecommendationHandedIn } from './recommendation-draft.tsx';
import { SignedSection } from './recommendation-signed.tsx';
import type { At } from './shell.ts';

export interface RecommendationView {
  readonly at: At;
  readonly all: readonly Recommendation[];
  readonly making: Recommendation | undefined;
  readonly documents: readonly CaseDocument[];
  readonly obligations: readonly Obligation[];
  readonly steps: readonly RecordedStep[];
  readonly agency: (id: string) => string;
  /** May write it now. */
  readonly writes: boolean;
}

export async function recommendationPage(at: At): Promise<Response> {
  const { tools, file, actor, words } = at;
  const { db } = tools;
  const [book, all, documents, obligations, steps] = await Promise.all([
    lawBook(tools),
    recommendationsOf(db, file.id),
    documentsOf(db, file.id),
    obligationsOf(db, { caseId: file.id }),
    furtherStepsOf(db, file.id),
  ]);
  const agencies = await agenciesByIds(db, [
    ...file.respondents.flatMap(({ agencyId, superiorAgencyId }) => [agencyId, ...(superiorAgencyId ? [superiorAgencyId] : [])]),
    ...all.flatMap(({ superiorAgencyId, points }) => [
      ...(superiorAgencyId ? [superiorAgencyId] : []),
      ...points.map(({ agencyId }) => agencyId),
    ]),
    ...obligations.map(({ agencyId }) => agencyId),
  ]);
  const view: RecommendationView = {
    ...{ at, all, documents, obligations, steps },
    making: all.find(({ signedAt }) => signedAt === null),
    agency: (id) => agencies.get(id)?.name ?? '–',
    writes: file.stage === 'recommending' && mayWork(file, actor, 'case.resolve'),
  };
  const { making } = view;
  return casePage(
    at,
    'recommendation',
    words.recommendation.title,
    <>
      <StageGuide at={at} book={book} />
      {all.length === 0 && file.stage !== 'recommending' && <p>{words.recommendation.notYet}</p>}
      {!making && view.writes && <StepForm at={at} step="begin" button={words.recommendation.begin} />}
      {making?.state === 'draft' && <RecommendationDraft view={view} making={making} />}
      {making?.state === 'submitted' && <RecommendationHandedIn view={view} making={making} />}
      <SignedSection view={view} />
      <FurtherStepsSection view={view} />
    </>,
    at.again ? { errors: at.again.errors, status: at.again.status } : {},
  );
}
