/** The agreement: versions, who consented, promises with their verdicts. */
import {
  Card,
  DateInput,
  DayText,
  Details,
  FileUpload,
  InsetText,
  LinkButton,
  partsOfDay,
  Radios,
  Select,
  StatusTag,
  Table,
  TextArea,
  TextInput,
  Time,
} from '../../../design/index.ts';
import { dayOf, Temporal } from '../../../kernel/time.ts';
import { asLimit, dueMoment } from '../../../law/index.ts';
import { respondentsOf } from '../../rules/case.ts';
import {
  AGREEMENT_STATE_LABELS,
  type Agreement,
  type AgreementPromise,
  type AgreementVersion,
  CONSENT_LABELS,
  isKept,
  newestVersion,
  partiesOf,
} from '../../rules/findings/agreement.ts';
import { SESSION_WAY_LABELS, SESSION_WAYS } from '../../rules/findings/session.ts';
import { StepForm } from './parts.tsx';
import type { ResolutionView } from './resolution-page.tsx';
import { input } from './shell.ts';

/** Promises on one form; more are written in the text. */
export const PROMISES_ON_FORM = 5;

export function AgreementSection({ view }: { view: ResolutionView }) {
  const { at, agreements, works } = view;
  const { words } = at;
  const current = agreements.find(({ state }) => state === 'negotiating');
  const isSettled = agreements.some(({ state }) => state === 'agreed' || state === 'kept');
  return (
    <>
      <h2>{words.agreement.title}</h2>
      <p class="govuk-hint">{words.agreement.lead}</p>
      {agreements.length === 0 && <p>{words.agreement.none}</p>}
      {agreements.map((agreement) => (
        <AgreementCard view={view} agreement={agreement} />
      ))}
      {works && !isSettled && (
        <Details summary={current ? words.agreement.next : words.agreement.begin} open={at.again?.step === 'write'}>
          <WriteForm view={view} current={current} />
        </Details>
      )}
    </>
  );
}

function AgreementCard({ view, agreement }: { view: ResolutionView; agreement: Agreement }) {
  const { at, works, agency } = view;
  const { words, language, file, path, base } = at;
  const newest = newestVersion(agreement);
  if (!newest) return null;
  const respondent = (id: string) => {
    const found = file.respondents.find((one) => one.id === id);
    return found ? `${found.position}, ${agency(found.agencyId)}` : words.respondent;
  };
  const who = (party: string) => (party === 'reporter' ? words.reporter : respondent(party));
  const consentOf = (party: string) => agreement.consents.find((one) => one.party === party && one.versionNo === newest.no);
  return (
    <Card title={`${SESSION_WAY_LABELS[agreement.way][language]} · ${words.version(newest.no)}`}>
      <p>
        <StatusTag
          label={AGREEMENT_STATE_LABELS[agreement.state][language]}
          tone={agreement.state === 'kept' ? 'success' : 'info'}
        />
      </p>
      <p class="tuntas-preserve">{newest.text}</p>
      <Promises view={view} agreement={agreement} version={newest} />
      <h3>{words.agreement.consents}</h3>
      <Table
        id={`consents-${agreement.id}`}
        caption={words.agreement.consents}
        captionSize="hidden"
        stacked
        columns={[{ label: words.agreement.party }, { label: words.agreement.how }, { label: words.session.day }]}
        rows={partiesOf(file).map((party) => {
          const consent = consentOf(party);
          return [
            who(party),
            consent ? (
              <>
                {CONSENT_LABELS[consent.how][language]}
                {consent.note && `: ${consent.note}`}{' '}
                {consent.scan && (
                  <a href={`${base}/scan/${agreement.id}/${consent.versionNo}/${party}`}>{words.agreement.download}</a>
                )}
              </>
            ) : (
              words.agreement.consentMissing
            ),
            consent ? <Time at={consent.at} zone={file.zone} /> : '–',
          ];
        })}
      />
      {agreement.reason && <p class="tuntas-preserve">{agreement.reason}</p>}
      {isKept(agreement) && file.stage === 'resolution' && (
        <>
          <InsetText>{words.agreement.allKept}</InsetText>
          <LinkButton href={`${path}/close`}>{words.monitoring.toClose}</LinkButton>
        </>
      )}
      {agreement.documentId && (
        <p>
          <a href={`${path}/documents/${agreement.documentId}`}>{words.seeDocument}</a>
        </p>
      )}
      {works && agreement.state === 'negotiating' && <ConsentForm view={view} agreement={agreement} version={newest} who={who} />}
      {works && agreement.state === 'agreed' && !agreement.documentId && (
        <StepForm at={at} step="draft-agreement" line={agreement.id} button={words.agreement.draft} kind="secondary" />
      )}
      {works && (agreement.state === 'negotiating' || agreement.state === 'agreed') && (
        <Details summary={words.agreement.giveUp} open={at.again?.step === `give-up-${agreement.id}`}>
          <StepForm at={at} step="give-up" line={agreement.id} button={words.agreement.giveUp} kind="warning">
            <TextArea
              name={input(`give-up-${agreement.id}`, 'reason')}
              label={words.reason}
              rows={2}
              value={at.typed(`give-up-${agreement.id}`, 'reason')}
            />
          </StepForm>
        </Details>
      )}
    </Card>
  );
}

function Promises(props: { view: ResolutionView; agreement: Agreement; version: AgreementVersion }) {
  const { view, agreement, version } = props;
  const { at, works } = view;
  const { words } = at;
  return (
    <>
      <h3>{words.agreement.promises}</h3>
      <ol>
        {version.promises.map((promise) => (
          <li>
            <PromiseLine view={view} promise={promise} />
            {works && agreement.state === 'agreed' && <JudgeForm view={view} promise={promise} />}
          </li>
        ))}
      </ol>
    </>
  );
}

function PromiseLine({ view, promise }: { view: ResolutionView; promise: AgreementPromise }) {
  const { words, now, file } = view.at;
  const isOver = promise.verdict === null && Temporal.PlainDate.compare(dayOf(now, file.zone), promise.dueOn) > 0;
  return (
    <p>
      <strong>{promise.side === 'reporter' ? words.reporter : words.respondent}:</strong> {promise.text},{' '}
      {words.agreement.dueOn.toLowerCase()} <DayText on={promise.dueOn} />
      {isOver && ` (${words.agreement.overdue})`}
      {promise.verdict && (
        <>
          <br />
          <strong>{promise.verdict === 'kept' ? words.agreement.kept : words.agreement.notKept}</strong>: {promise.evidence}
        </>
      )}
    </p>
  );
}

function JudgeForm({ view, promise }: { view: ResolutionView; promise: AgreementPromise }) {
  const { at } = view;
  const { words } = at;
  const step = `judge-${promise.no}`;
  return (
    <StepForm at={at} step="judge" line={String(promise.no)} button={words.agreement.judge} kind="secondary">
      <Radios
        name={input(step, 'verdict')}
        label={words.agreement.promise(promise.no)}
        value={at.typed(step, 'verdict', promise.verdict ?? '')}
        choices={[
          { value: 'kept', label: words.agreement.kept },
          { value: 'not-kept', label: words.agreement.notKept },
        ]}
        inline
        small
      />
      <TextInput
        name={input(step, 'evidence')}
        label={words.agreement.evidence}
        value={at.typed(step, 'evidence', promise.evidence)}
      />
    </StepForm>
  );
}

function ConsentForm(props: {
  view: ResolutionView;
  agreement: Agreement;
  version: AgreementVersion;
  who: (party: string) => string;
}) {
  const { view, agreement, version, who } = props;
  const { at } = view;
  const { words, file } = at;
  const step = `consent-${agreement.id}`;
  const open = partiesOf(file).filter(
    (party) => !agreement.consents.some((one) => one.party === party && one.versionNo === version.no),
  );
  return (
    <Details summary={words.agreement.record} open={at.again?.step === step}>
      <StepForm at={at} step="consent" line={agreement.id} button={words.agreement.record} kind="secondary" multipart>
        <input type="hidden" name={input(step, 'no')} value={String(version.no)} />
        <Select
          name={input(step, 'party')}
          label={words.agreement.party}
          value={at.typed(step, 'party')}
          emptyLabel={words.choose}
          options={open.map((party) => ({ value: party, label: who(party) }))}
        />
        <Radios
          name={input(step, 'how')}
          label={words.agreement.how}
          value={at.typed(step, 'how')}
          choices={[
            {
              value: 'paper',
              label: words.agreement.paper,
              conditional: <FileUpload name={input(step, 'scan')} label={words.agreement.scan} single />,
            },
            { value: 'said', label: words.agreement.said },
          ]}
        />
        <TextInput
          name={input(step, 'note')}
          label={words.agreement.note}
          hint={words.agreement.noteHint}
          value={at.typed(step, 'note')}
        />
      </StepForm>
    </Details>
  );
}

/** The first promise's day as the law's parameter suggests it; the parties agree on their own. */
function suggestedDay({ at, book }: ResolutionView) {
  const { file, now } = at;
  const limit = asLimit(book.parameter('case.promise', dayOf(now, file.zone), file.ruleSet));
  return dueMoment({ from: now, limit, zone: file.zone, calendar: book.calendar(file.regionCode) }).dueOn;
}

function WriteForm({ view, current }: { view: ResolutionView; current: Agreement | undefined }) {
  const { at } = view;
  const { words, language, file } = at;
  const step = 'write';
  const newest = current && newestVersion(current);
  const sides = [
    { value: 'respondent', label: words.respondent },
    { value: 'reporter', label: words.reporter },
  ];
  return (
    <StepForm at={at} step={step} button={words.agreement.save}>
      <input type="hidden" name={input(step, 'base')} value={String(newest?.no ?? 0)} />
      {!current && (
        <Radios
          name={input(step, 'way')}
          label={words.session.way}
          value={at.typed(step, 'way', 'conciliation')}
          choices={SESSION_WAYS.map((value) => ({ value, label: SESSION_WAY_LABELS[value][language] }))}
          small
        />
      )}
      <TextArea name={input(step, 'text')} label={words.agreement.text} rows={6} value={at.typed(step, 'text', newest?.text)} />
      {Array.from({ length: PROMISES_ON_FORM }, (_, index) => {
        const promise = newest?.promises[index];
        const no = index + 1;
        return (
          <fieldset class="govuk-fieldset">
            <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words.agreement.promise(no)}</legend>
            <TextInput
              name={input(step, `promise-${no}`)}
              label={words.lhp.what}
              hint={words.agreement.promiseHint}
              value={at.typed(step, `promise-${no}`, promise?.text)}
            />
            <Select
              name={input(step, `side-${no}`)}
              label={words.agreement.side}
              value={at.typed(step, `side-${no}`, promise?.side ?? 'respondent')}
              options={respondentsOf(file).length === 0 ? sides.slice(1) : sides}
            />
            <DateInput
              name={input(step, `due-${no}`)}
              label={words.agreement.dueOn}
              value={at.day(
                step,
                `due-${no}`,
                partsOfDay(promise?.dueOn ?? (no === 1 && !newest ? suggestedDay(view) : undefined)),
              )}
            />
          </fieldset>
        );
      })}
    </StepForm>
  );
}
