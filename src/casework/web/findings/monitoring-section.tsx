/** What is owed by the case, how it stands, and where it goes from monitoring. */
import { DayText, InsetText, LinkButton, StatusTag, Table, TextArea } from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { allCarriedOut, mayHandOver } from '../../rules/findings/obligations-seen.ts';
import { OBLIGATION_STATE_LABELS } from '../../rules/obligations/obligation.transitions.ts';
import { isLateAt, OBLIGATION_KIND_LABELS, type Obligation } from '../../rules/obligations/obligation.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { STATE_TONES } from '../obligations/tones.ts';
import { StepForm } from './parts.tsx';
import type { ResolutionView } from './resolution-page.tsx';
import { type At, input } from './shell.ts';

export function ObligationsTable(props: {
  readonly at: At;
  readonly id: string;
  readonly obligations: readonly Obligation[];
  readonly agency: (id: string) => string;
}) {
  const { at, id, obligations, agency } = props;
  const { words, language, now } = at;
  if (obligations.length === 0) return <p>{words.monitoring.none}</p>;
  return (
    <Table
      id={id}
      caption={words.monitoring.title}
      captionSize="hidden"
      stacked
      columns={[
        { label: words.monitoring.what },
        { label: words.monitoring.who },
        { label: words.monitoring.due },
        { label: words.monitoring.state },
      ]}
      rows={obligations.map((one) => [
        <>
          <span class="govuk-hint">{OBLIGATION_KIND_LABELS[one.kind][language]}</span>
          <br />
          <a href={`/desk/obligations/${one.id}`}>{one.text}</a>
        </>,
        `${one.position}, ${agency(one.agencyId)}`,
        <>
          <DayText on={dayOf(one.dueAt, one.zone)} />
          {isLateAt(one, now) && ` (${words.monitoring.late})`}
        </>,
        <StatusTag label={OBLIGATION_STATE_LABELS[one.state][language]} tone={STATE_TONES[one.state]} />,
      ])}
    />
  );
}

export function MonitoringSection({ view }: { view: ResolutionView }) {
  const { at, obligations, agency } = view;
  const { words, file, actor, now, path } = at;
  const actions = possibleActions(file, actor);
  const isDone = allCarriedOut(obligations);
  return (
    <>
      <h2>{words.monitoring.title}</h2>
      <ObligationsTable at={at} id="owed" obligations={obligations} agency={agency} />
      {isDone && actions.includes('close-corrected') && (
        <>
          <InsetText>{words.monitoring.allDone}</InsetText>
          <LinkButton href={`${path}/close`}>{words.monitoring.toClose}</LinkButton>
        </>
      )}
      {actions.includes('hand-to-resolution') &&
        !isDone &&
        (mayHandOver(file, obligations, now) ? (
          <>
            <h3>{words.monitoring.handOver}</h3>
            <p>{words.monitoring.handOverLead}</p>
            <StepForm at={at} step="hand-over" button={words.monitoring.handOver}>
              <TextArea
                name={input('hand-over', 'reason')}
                label={words.reason}
                rows={3}
                value={at.typed('hand-over', 'reason')}
              />
            </StepForm>
          </>
        ) : (
          <p class="govuk-hint">{words.monitoring.wait}</p>
        ))}
    </>
  );
}
