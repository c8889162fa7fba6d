/** A signed recommendation: when it was received, its points as obligations, the outcome that follows from them. */
import { Checkbox, InsetText, SummaryList, TextArea, Time } from '../../../design/index.ts';
import {
  ACTION_OF_OUTCOME,
  OUTCOME_OF_POINTS_LABELS,
  outcomeOfPoints,
  RECOMMENDATION_STATE_LABELS,
} from '../../rules/findings/recommendation.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { ObligationsTable } from './monitoring-section.tsx';
import { StepForm } from './parts.tsx';
import type { RecommendationView } from './recommendation-page.tsx';
import { input } from './shell.ts';

export function SignedSection({ view }: { view: RecommendationView }) {
  const { at, all, obligations, agency } = view;
  const { words, language, file, actor, path } = at;
  const signed = all.filter(({ signedAt }) => signedAt !== null);
  if (signed.length === 0) return null;
  const points = obligations.filter(({ kind }) => kind === 'recommendation');
  const outcome = outcomeOfPoints(points);
  const isOpen = obligations.some(({ judgedAt }) => judgedAt === null);
  const may =
    outcome &&
    file.stage === 'recommendation' &&
    possibleActions(file, actor).includes(ACTION_OF_OUTCOME.recommendation[outcome]);
  return (
    <>
      {signed.map((one) => (
        <SummaryList
          title={`${words.recommendation.title} ${one.no}`}
          rows={[
            { key: words.lhp.state, value: RECOMMENDATION_STATE_LABELS[one.state][language] },
            one.signedAt && { key: words.recommendation.signedOn, value: <Time at={one.signedAt} zone={file.zone} /> },
            {
              key: words.recommendation.receivedOn,
              value: one.receivedAt ? <Time at={one.receivedAt} zone={file.zone} /> : words.recommendation.notReceived,
            },
            one.documentId !== null && {
              key: words.document,
              value: <a href={`${path}/documents/${one.documentId}`}>{words.seeDocument}</a>,
            },
          ]}
        />
      ))}
      <h2>{words.recommendation.points}</h2>
      <ObligationsTable at={at} id="points-owed" obligations={points} agency={agency} />
      <h2>{words.recommendation.outcome}</h2>
      <InsetText>{outcome ? OUTCOME_OF_POINTS_LABELS[outcome][language] : words.recommendation.outcomeOpen}</InsetText>
      {may && (
        <StepForm at={at} step="judge" button={words.recommendation.judge}>
          <TextArea
            name={input('judge', 'reason')}
            label={words.reason}
            hint={words.recommendation.judgeHint}
            rows={4}
            value={at.typed('judge', 'reason')}
          />
          {outcome === 'carried-out' && isOpen && (
            <>
              <ObligationsTable
                at={at}
                id="still-owed"
                obligations={obligations.filter(({ judgedAt }) => judgedAt === null)}
                agency={agency}
              />
              <Checkbox
                name={input('judge', 'seen')}
                label={words.recommendation.seen}
                checked={at.typed('judge', 'seen') === 'yes'}
              />
            </>
          )}
        </StepForm>
      )}
    </>
  );
}
