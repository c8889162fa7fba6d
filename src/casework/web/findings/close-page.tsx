/** `/desk/cases/:id/close`: every way this officer may close the case now, with what is still owed; and taking a closed one up again. */
import { Checkbox, InsetText, Radios, SummaryList, TextArea, Time } from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import { lawBook } from '../../../law/index.ts';
import { CLOSING_ACTIONS, isClosingAction } from '../../actions/findings/close-case.ts';
import { OUTCOME_LABELS } from '../../rules/case.transitions.ts';
import { CASE_EVENT_LABELS } from '../../rules/event-labels.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { casePage } from '../case-frame.tsx';
import { ObligationsTable } from './monitoring-section.tsx';
import { StageGuide, StepForm } from './parts.tsx';
import { type At, input } from './shell.ts';

export async function closePage(at: At): Promise<Response> {
  const { tools, file, actor, words, language } = at;
  const obligations = (await obligationsOf(tools.db, { caseId: file.id })).filter(({ judgedAt }) => judgedAt === null);
  const agencies = await agenciesByIds(
    tools.db,
    obligations.map(({ agencyId }) => agencyId),
  );
  const possible = possibleActions(file, actor);
  const ways = CLOSING_ACTIONS.filter((action) => possible.includes(action));
  const book = await lawBook(tools);
  return casePage(
    at,
    'overview',
    words.close.title,
    <>
      <StageGuide at={at} book={book} />
      {file.stage === 'closed' && (
        <SummaryList
          rows={[
            { key: words.close.closed, value: file.closedAt ? <Time at={file.closedAt} zone={file.zone} /> : '–' },
            { key: words.close.outcome, value: file.outcome ? OUTCOME_LABELS[file.outcome][language] : '–' },
          ]}
        />
      )}
      <h2>{words.close.openTitle}</h2>
      {obligations.length === 0 ? (
        <p>{words.close.openNone}</p>
      ) : (
        <ObligationsTable at={at} id="open" obligations={obligations} agency={(id) => agencies.get(id)?.name ?? '–'} />
      )}
      {file.stage !== 'closed' && ways.length === 0 && <p>{words.close.nothing}</p>}
      {ways.length > 0 && (
        <>
          <h2>{words.close.title}</h2>
          <InsetText>{words.close.letters}</InsetText>
          <StepForm at={at} step="close" button={words.close.button} kind="warning">
            <Radios
              name={input('close', 'action')}
              label={words.close.how}
              value={at.typed('close', 'action', ways.length === 1 ? ways[0] : '')}
              choices={ways
                .filter(isClosingAction)
                .map((value) => ({ value, label: CASE_EVENT_LABELS[value]?.[language] ?? '' }))}
            />
            <TextArea
              name={input('close', 'reason')}
              label={words.close.why}
              hint={words.close.whyHint}
              rows={5}
              value={at.typed('close', 'reason')}
            />
            {obligations.length > 0 && (
              <Checkbox name={input('close', 'seen')} label={words.close.seen} checked={at.typed('close', 'seen') === 'yes'} />
            )}
          </StepForm>
        </>
      )}
      {possible.includes('make-regular') && (
        <>
          <h2>{words.close.regular}</h2>
          <p>{words.close.regularLead}</p>
          <StepForm at={at} step="regular" button={words.close.regular} kind="secondary">
            <TextArea name={input('regular', 'reason')} label={words.reason} rows={3} value={at.typed('regular', 'reason')} />
          </StepForm>
        </>
      )}
      {(['revive', 'reopen'] as const).map(
        (action) =>
          possible.includes(action) && (
            <>
              <h2>{words.close[action]}</h2>
              <StepForm at={at} step={action} button={words.close[action]} kind="secondary">
                {action === 'reopen' && (
                  <TextArea
                    name={input(action, 'evidence')}
                    label={words.close.evidence}
                    rows={3}
                    value={at.typed(action, 'evidence')}
                  />
                )}
                <TextArea name={input(action, 'reason')} label={words.reason} rows={3} value={at.typed(action, 'reason')} />
              </StepForm>
            </>
          ),
      )}
    </>,
    at.again ? { errors: at.again.errors, status: at.again.status } : {},
  );
}
