/** The forms of an obligation: one for each step this officer may take now, in the order of the table. */
import type { Child } from 'hono/jsx';
import { FilesInput } from '../../../assessments/index.ts';
import {
  Button,
  Card,
  DateInput,
  type DateParts,
  Details,
  type FieldErrors,
  Form,
  Hidden,
  InsetText,
  Select,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import type { Agency } from '../../../directory/index.ts';
import { MOST_REPORT_FILES } from '../../actions/obligations/move.ts';
import { OBLIGATION_ACTION_LABELS, type ObligationTransition } from '../../rules/obligations/obligation.transitions.ts';
import { stepsFor } from '../../rules/obligations/permissions.ts';
import { type SideStep, sideStepsFor } from '../../rules/obligations/side-steps.ts';
import { FOLLOWED, type OpenedObligation } from './opened.tsx';

/** What was typed when a step was refused. */
export interface Again {
  readonly action: string;
  readonly text: string;
  readonly lookedAt: string;
  readonly days: string;
  readonly office: string;
  readonly received: DateParts | undefined;
  /** Files that came with a refused report: no browser lets a page choose them again. */
  readonly filesDropped: number;
  readonly status: 403 | 409 | 422;
  /** Fields are named `text-report`, `days-ask-time`: the step is part of the name, for every form of the page is on it. */
  readonly errors: FieldErrors;
}

interface StepsProps {
  readonly opened: OpenedObligation;
  readonly again: Again | undefined;
  readonly offices: readonly Agency[];
  /** The most working days one decision may add. */
  readonly most: number;
  /** What the agency asked for last. */
  readonly asked: number | null;
}

export function Steps(props: StepsProps) {
  const { opened } = props;
  const { obligation, file, actor, desk, words } = opened;
  const side = desk === FOLLOWED ? 'ombudsman' : 'agency';
  const lines = stepsFor({ obligation, file }, actor).filter((step) => (step.side === 'agency') === (side === 'agency'));
  const others = sideStepsFor({ obligation, file }, actor).filter(
    (kind) => (kind === 'grant-time' || kind === 'refuse-time') === (side === 'ombudsman'),
  );
  if (lines.length + others.length === 0) return <p>{words.noSteps}</p>;
  return (
    <>
      {others.includes('grant-time') && <DecideTime {...props} />}
      {lines.map(({ line }) => (
        <Move {...props} line={line} />
      ))}
      {others.includes('progress') && <Progress {...props} />}
      {others.includes('ask-time') && <AskTime {...props} />}
      {others.includes('delegate') && props.offices.length > 0 && <Delegate {...props} />}
    </>
  );
}

/** Folded away unless it was just refused: a page with ten open forms hides the one that is meant. */
function Folded(props: { title: string; again: Again | undefined; action: string | readonly string[]; children: Child }) {
  const { title, again, action, children } = props;
  const open = again !== undefined && [action].flat().includes(again.action);
  return (
    <Details summary={title} open={open} id={`step-${[action].flat()[0]}`}>
      {children}
    </Details>
  );
}

function StepForm(props: StepsProps & { action: string; multipart?: boolean; children: Child }) {
  const { opened, action, multipart, children } = props;
  return (
    <Form action={`${opened.path}/${action}`} multipart={multipart ?? false}>
      <Hidden name="version" value={String(opened.obligation.version)} />
      {children}
    </Form>
  );
}

function Text(props: StepsProps & { action: string; label: string; hint?: string; rows?: number }) {
  const { again, action, label, hint, rows = 3 } = props;
  return (
    <TextArea
      name="text"
      id={`text-${action}`}
      label={label}
      rows={rows}
      {...(hint ? { hint } : {})}
      value={again?.action === action ? again.text : ''}
      errors={errorsFor(again, action, 'text')}
    />
  );
}

function Days(props: StepsProps & { action: string; value: string }) {
  const { again, action, value, most, opened } = props;
  return (
    <TextInput
      name="days"
      id={`days-${action}`}
      label={opened.words.daysLabel}
      hint={opened.words.daysHint(most)}
      width={3}
      inputmode="numeric"
      value={again?.action === action ? again.days : value}
      errors={errorsFor(again, action, 'days')}
    />
  );
}

/** Inputs look for errors under their own name; the page links to the id of this form's one. */
function errorsFor(again: Again | undefined, action: string, name: string): FieldErrors {
  if (again?.action !== action) return [];
  return again.errors.filter(({ field }) => field === `${name}-${action}`).map((one) => ({ ...one, field: name }));
}

function Move(props: StepsProps & { line: ObligationTransition }) {
  const { opened, again, line } = props;
  const { words, language, desk } = opened;
  const { action } = line;
  // The Ombudsman records what the agency reported on another way.
  const label = action === 'report' && desk === FOLLOWED ? words.recordReport : OBLIGATION_ACTION_LABELS[action][language];
  const hint = words.stepHint[action];
  const body = (
    <StepForm {...props} action={action} multipart={action === 'report'}>
      {words.textLabel[action] === '' ? (
        <p>{hint}</p>
      ) : (
        <Text
          {...props}
          action={action}
          label={words.textLabel[action]}
          {...(hint ? { hint } : {})}
          rows={action === 'report' ? 6 : 3}
        />
      )}
      {action === 'receive' && desk === FOLLOWED && (
        <DateInput
          name="received"
          id="received-receive"
          label={words.receivedOn}
          value={again?.action === action ? again.received : undefined}
          errors={errorsFor(again, action, 'received')}
        />
      )}
      {line.needs.includes('looked-at') && (
        <TextArea
          name="lookedAt"
          id={`lookedAt-${action}`}
          label={words.lookedAtLabel}
          hint={words.lookedAtHint}
          rows={2}
          value={again?.action === action ? again.lookedAt : ''}
          errors={errorsFor(again, action, 'lookedAt')}
        />
      )}
      {line.needs.includes('days') && <Days {...props} action={action} value="" />}
      {action === 'report' && again?.action === action && again.filesDropped > 0 && (
        <InsetText>{words.filesAgain(again.filesDropped)}</InsetText>
      )}
      {action === 'report' && <FilesInput name="files" label={words.filesLabel} hint={words.filesHint(MOST_REPORT_FILES)} />}
      <Button kind={action === 'withdraw' || action === 'not-carried-out' ? 'warning' : 'primary'}>{label}</Button>
    </StepForm>
  );
  // What the agency does next stands open; the rest, and every verdict, is opened on purpose.
  return desk !== FOLLOWED ? (
    <Card title={label}>{body}</Card>
  ) : (
    <Folded title={label} again={again} action={action}>
      {body}
    </Folded>
  );
}

function Progress(props: StepsProps) {
  const { words } = props.opened;
  const kind: SideStep['kind'] = 'progress';
  return (
    <Folded title={words.progressTitle} again={props.again} action={kind}>
      <StepForm {...props} action={kind}>
        <Text {...props} action={kind} label={words.progressLabel} />
        <Button kind="secondary">{words.progressSend}</Button>
      </StepForm>
    </Folded>
  );
}

function AskTime(props: StepsProps) {
  const { words } = props.opened;
  const kind: SideStep['kind'] = 'ask-time';
  return (
    <Folded title={words.askTitle} again={props.again} action={kind}>
      <StepForm {...props} action={kind}>
        <p>{words.askHint}</p>
        <Text {...props} action={kind} label={words.askReason} />
        <Days {...props} action={kind} value="" />
        <Button kind="secondary">{words.askSend}</Button>
      </StepForm>
    </Folded>
  );
}

function DecideTime(props: StepsProps) {
  const { asked, opened } = props;
  const { words, path } = opened;
  const kind: SideStep['kind'] = 'grant-time';
  return (
    <Card title={words.grantTitle}>
      {asked !== null && <p>{words.grantAsked(asked)}</p>}
      <StepForm {...props} action={kind}>
        <Text {...props} action={kind} label={words.grantReason} />
        <Days {...props} action={kind} value={asked === null ? '' : String(asked)} />
        <div class="govuk-button-group">
          <Button>{words.grantSend}</Button>
          <Button kind="warning" formaction={`${path}/refuse-time`}>
            {words.refuseSend}
          </Button>
        </div>
      </StepForm>
    </Card>
  );
}

function Delegate(props: StepsProps) {
  const { offices, again, opened } = props;
  const { words } = opened;
  const kind: SideStep['kind'] = 'delegate';
  return (
    <Folded title={words.delegateTitle} again={again} action={kind}>
      <StepForm {...props} action={kind}>
        <p>{words.delegateHint}</p>
        <Select
          name="office"
          id="office-delegate"
          label={words.delegateOffice}
          emptyLabel={words.choose}
          narrowing
          value={again?.action === kind ? again.office : ''}
          options={offices.map(({ id, name }) => ({ value: id, label: name }))}
          errors={errorsFor(again, kind, 'office')}
        />
        <Text {...props} action={kind} label={words.delegateNote} rows={2} />
        <Button kind="secondary">{words.delegateSend}</Button>
      </StepForm>
    </Folded>
  );
}
