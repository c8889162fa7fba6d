/** Sessions: planned, held with attendance and minutes, cancelled; and what each side proposes, for that side alone. */
import {
  Card,
  Checkbox,
  DateInput,
  Details,
  Radios,
  Select,
  StatusTag,
  SummaryList,
  TextArea,
  TextInput,
  Time,
} from '../../../design/index.ts';
import {
  ATTENDANCE_LABELS,
  ATTENDANCES,
  formsFor,
  SESSION_FORM_LABELS,
  SESSION_STATE_LABELS,
  SESSION_WAY_LABELS,
  SESSION_WAYS,
  type Session,
  type SessionParty,
} from '../../rules/findings/session.ts';
import { StepForm } from './parts.tsx';
import type { ResolutionView } from './resolution-page.tsx';
import { input } from './shell.ts';

export function SessionsSection({ view }: { view: ResolutionView }) {
  const { at, sessions, works } = view;
  const { words } = at;
  return (
    <>
      <h2>{words.session.title}</h2>
      {sessions.length === 0 && <p>{words.session.none}</p>}
      {sessions.map((session) => (
        <SessionCard view={view} session={session} />
      ))}
      {works && (
        <Details summary={words.session.plan} open={at.again?.step === 'plan'}>
          <PlanForm view={view} />
        </Details>
      )}
    </>
  );
}

function SessionCard({ view, session }: { view: ResolutionView; session: Session }) {
  const { at, person, agency, works } = view;
  const { words, language, file, path } = at;
  const who = (party: SessionParty) =>
    party.side === 'reporter'
      ? `${words.reporter}${party.throughOmbudsman ? ` (${words.session.throughOmbudsman})` : ''}`
      : `${party.position}${party.agencyId ? `, ${agency(party.agencyId)}` : ''}`;
  return (
    <Card title={`${words.session.no(session.no)}: ${SESSION_WAY_LABELS[session.way][language]}`}>
      <p>
        <StatusTag
          label={SESSION_STATE_LABELS[session.state][language]}
          tone={session.state === 'held' ? 'success' : session.state === 'planned' ? 'info' : 'neutral'}
        />
      </p>
      <SummaryList
        plain
        rows={[
          { key: words.session.day, value: <Time at={session.heldAt} zone={file.zone} /> },
          { key: words.session.form, value: SESSION_FORM_LABELS[session.form][language] },
          { key: session.isOnline ? words.session.online : words.session.place, value: session.place },
          { key: words.session.mediator, value: person(session.mediatorId) },
          { key: words.session.agenda, value: <span class="tuntas-preserve">{session.agenda}</span> },
          ...session.parties.map((party) => ({
            key: who(party),
            value: (
              <>
                {party.attendance && ATTENDANCE_LABELS[party.attendance][language]}{' '}
                {party.invitationDocumentId && (
                  <a href={`${path}/documents/${party.invitationDocumentId}`}>{words.session.invitation}</a>
                )}
              </>
            ),
          })),
          session.course !== '' && { key: words.session.course, value: <span class="tuntas-preserve">{session.course}</span> },
          session.minutesDocumentId !== null && {
            key: words.session.minutes,
            value: <a href={`${path}/documents/${session.minutesDocumentId}`}>{words.seeDocument}</a>,
          },
        ]}
      />
      {works && session.state === 'planned' && (
        <>
          <Details summary={words.session.record} open={at.again?.step === `record-${session.id}`}>
            <RecordForm view={view} session={session} who={who} />
          </Details>
          <Details summary={words.session.cancel} open={at.again?.step === `cancel-${session.id}`}>
            <StepForm at={at} step="cancel" line={session.id} button={words.session.cancel} kind="warning">
              <TextArea
                name={input(`cancel-${session.id}`, 'reason')}
                label={words.reason}
                rows={2}
                value={at.typed(`cancel-${session.id}`, 'reason')}
              />
            </StepForm>
          </Details>
        </>
      )}
    </Card>
  );
}

function RecordForm(props: { view: ResolutionView; session: Session; who: (party: SessionParty) => string }) {
  const { view, session, who } = props;
  const { at } = view;
  const { words, language } = at;
  const step = `record-${session.id}`;
  return (
    <StepForm at={at} step="record" line={session.id} button={words.session.record}>
      {session.parties.map((party) => (
        <Radios
          name={input(step, `attendance-${party.no}`)}
          label={words.session.attendance(who(party))}
          value={at.typed(step, `attendance-${party.no}`)}
          choices={ATTENDANCES.map((value) => ({ value, label: ATTENDANCE_LABELS[value][language] }))}
          inline
          small
        />
      ))}
      <TextArea name={input(step, 'course')} label={words.session.course} rows={5} value={at.typed(step, 'course')} />
      <TextArea name={input(step, 'result')} label={words.session.result} rows={4} value={at.typed(step, 'result')} />
    </StepForm>
  );
}

/** How each zone is called on the clock. */
export const ZONE_NAMES = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' } as const;

function PlanForm({ view }: { view: ResolutionView }) {
  const { at, mediators, person } = view;
  const { words, language, file } = at;
  const step = 'plan';
  const forms = formsFor(file);
  return (
    <StepForm at={at} step={step} button={words.session.planButton}>
      <p>{words.session.planLead}</p>
      <Radios
        name={input(step, 'way')}
        label={words.session.way}
        value={at.typed(step, 'way', 'conciliation')}
        choices={SESSION_WAYS.map((value) => ({ value, label: SESSION_WAY_LABELS[value][language] }))}
        small
      />
      <Radios
        name={input(step, 'form')}
        label={words.session.form}
        hint={forms.length === 1 ? words.session.secretForm : undefined}
        value={at.typed(step, 'form', forms[0])}
        choices={forms.map((value) => ({ value, label: SESSION_FORM_LABELS[value][language] }))}
        small
      />
      <DateInput name={input(step, 'on')} label={words.session.day} value={at.day(step, 'on')} />
      <TextInput
        name={input(step, 'time')}
        label={words.session.time}
        hint={words.session.timeHint(ZONE_NAMES[file.zone])}
        width={5}
        value={at.typed(step, 'time')}
      />
      <TextInput name={input(step, 'place')} label={words.session.place} value={at.typed(step, 'place')} />
      <Checkbox name={input(step, 'online')} label={words.session.online} checked={at.typed(step, 'online') === 'yes'} />
      <Select
        name={input(step, 'mediator')}
        label={words.session.mediator}
        value={at.typed(step, 'mediator')}
        emptyLabel={words.choose}
        options={mediators.map((id) => ({ value: id, label: person(id) }))}
      />
      <TextArea name={input(step, 'agenda')} label={words.session.agenda} rows={3} value={at.typed(step, 'agenda')} />
      <TextArea
        name={input(step, 'others')}
        label={words.session.others}
        hint={words.session.othersHint}
        rows={2}
        value={at.typed(step, 'others')}
      />
    </StepForm>
  );
}

export function ProposalsSection({ view }: { view: ResolutionView }) {
  const { at, proposals, works } = view;
  const { words, file } = at;
  const step = 'proposal';
  return (
    <>
      <h2>{words.proposal.title}</h2>
      <p class="govuk-hint">{words.proposal.lead}</p>
      {proposals.length === 0 && <p>{words.proposal.none}</p>}
      {proposals.map((one) => (
        <Card title={one.side === 'reporter' ? words.reporter : words.respondent}>
          <p class="govuk-hint">
            <Time at={one.at} zone={file.zone} />
          </p>
          <p class="tuntas-preserve">{one.text}</p>
        </Card>
      ))}
      {works && (
        <Details summary={words.proposal.add} open={at.again?.step === step}>
          <StepForm at={at} step={step} button={words.proposal.add} kind="secondary">
            <Radios
              name={input(step, 'side')}
              label={words.proposal.from}
              value={at.typed(step, 'side')}
              choices={[
                { value: 'reporter', label: words.reporter },
                { value: 'respondent', label: words.respondent },
              ]}
              small
            />
            <TextArea name={input(step, 'text')} label={words.proposal.text} rows={4} value={at.typed(step, 'text')} />
          </StepForm>
        </Details>
      )}
    </>
  );
}
