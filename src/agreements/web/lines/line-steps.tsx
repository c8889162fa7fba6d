/** What this officer may do with a line now: one form a step, in the order people need them. Which steps there are, the rules say. */
import type { Child } from 'hono/jsx';
import { FilesInput } from '../../../assessments/index.ts';
import {
  Button,
  Card,
  Checkbox,
  DateInput,
  type DateParts,
  Details,
  type FieldErrors,
  Form,
  formatDay,
  Hidden,
  InsetText,
  partsOfDay,
  Select,
  TextArea,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { type NamedSide, sidesToName } from '../../actions/lines/name-officers.ts';
import type { LineAction } from '../../rules/line.transitions.ts';
import { finalTarget } from '../../rules/line.ts';
import { EVIDENCE_FILES, isShortAsReported } from '../../rules/lines/report.ts';
import { LINE_TEXT_LIMIT } from '../../rules/move-line.ts';
import { lineActions, sidesOf } from '../../rules/permissions.ts';
import { amountText } from './amounts.ts';
import type { OpenedLine } from './opened-line.ts';

export const LINE_STEPS = [
  'start',
  'report',
  'withdraw',
  'judge',
  'judge-not-done',
  'reopen',
  'shift',
  'officer',
  'drop',
] as const;
export type LineStep = (typeof LINE_STEPS)[number];

/** What was typed when a step was refused. Fields are named `text-report`: several forms stand on the page. */
export interface Again {
  readonly step: LineStep;
  readonly values: Readonly<Record<string, string>>;
  readonly days: Readonly<Record<string, DateParts>>;
  readonly filesDropped: number;
  readonly status: 403 | 409 | 422;
  readonly errors: FieldErrors;
}

interface Props {
  readonly opened: OpenedLine;
  readonly again: Again | undefined;
  /** Whom each side may name, with the names of those chosen now. */
  readonly officers: readonly OfficerChoice[];
  /** When the oldest report was sent that nobody answered yet. */
  readonly waitsSince: Moment | undefined;
}

export interface OfficerChoice {
  readonly side: NamedSide;
  readonly people: readonly { readonly id: string; readonly name: string }[];
}

/** Steps open to this officer on this line. */
export function stepsOf({ actor, agreement, line }: Pick<OpenedLine, 'actor' | 'agreement' | 'line'>): readonly LineStep[] {
  const actions = new Set<LineAction>(lineActions(actor, agreement, line).map(({ action }) => action));
  const has = (...any: readonly LineAction[]) => any.some((action) => actions.has(action));
  const mayShift =
    agreement.state === 'signed' &&
    (line.state === 'planned' || line.state === 'running') &&
    sidesOf(actor, agreement, line).some((side) => side !== 'other');
  const open: Readonly<Record<LineStep, boolean>> = {
    start: has('start'),
    report: has('report', 'report-last'),
    withdraw: has('withdraw'),
    judge: has('confirm', 'confirm-last', 'return'),
    'judge-not-done': has('judge-not-done'),
    reopen: has('reopen'),
    shift: mayShift,
    officer: sidesToName(actor, agreement, line).length > 0,
    drop: has('drop'),
  };
  return LINE_STEPS.filter((step) => open[step]);
}

export function LineSteps(props: Props) {
  const { opened } = props;
  const { agreement, words } = opened;
  const steps = stepsOf(opened);
  const views: Readonly<Record<LineStep, () => Child>> = {
    start: () => <Start {...props} />,
    report: () => <Report {...props} />,
    withdraw: () => <Withdraw {...props} />,
    judge: () => <Judge {...props} />,
    'judge-not-done': () => <WithReason {...props} step="judge-not-done" />,
    reopen: () => <WithReason {...props} step="reopen" />,
    shift: () => <Shift {...props} />,
    officer: () => <Officers {...props} />,
    drop: () => <WithReason {...props} step="drop" />,
  };
  // What waits for an answer comes first.
  const order = [...steps].sort((a, b) => Number(b === 'judge') - Number(a === 'judge'));
  return (
    <>
      {agreement.state !== 'signed' && <p>{words.line.waitsForSigning}</p>}
      {steps.length === 0 && agreement.state === 'signed' && <p>{words.line.noSteps}</p>}
      {order.map((step) => views[step]())}
    </>
  );
}

function StepForm(props: Props & { step: LineStep; multipart?: boolean; children: Child }) {
  const { opened, step, multipart, children } = props;
  return (
    <Form action={`${opened.here}/${step}`} multipart={multipart ?? false} id={`form-${step}`}>
      <Hidden name="version" value={String(opened.line.version)} />
      {children}
    </Form>
  );
}

/** Folded away unless it was just refused. */
function Folded(props: Props & { step: LineStep; title: string; children: Child }) {
  const { again, step, title, children } = props;
  return (
    <Details summary={title} open={again?.step === step} id={`step-${step}`}>
      {children}
    </Details>
  );
}

function errorsFor(again: Again | undefined, step: LineStep, name: string): FieldErrors {
  if (again?.step !== step) return [];
  return again.errors.filter(({ field }) => field === `${name}-${step}`).map((one) => ({ ...one, field: name }));
}

function Text(props: Props & { step: LineStep; label: string; hint?: string; rows?: number; optional?: boolean }) {
  const { again, step, label, hint, rows = 3, optional } = props;
  return (
    <TextArea
      name="text"
      id={`text-${step}`}
      label={label}
      {...(hint ? { hint } : {})}
      rows={rows}
      value={again?.step === step ? (again.values.text ?? '') : ''}
      maxCharacters={LINE_TEXT_LIMIT}
      errors={errorsFor(again, step, 'text')}
      optional={optional ?? false}
    />
  );
}

function Start(props: Props) {
  const { words } = props.opened;
  return (
    <StepForm {...props} step="start">
      <Button kind="secondary">{words.move.start}</Button>
    </StepForm>
  );
}

function Report(props: Props) {
  const { opened, again } = props;
  const { line, words, today } = opened;
  const w = words.report;
  const typed = again?.step === 'report' ? again : undefined;
  const isPercent = finalTarget(line) === null;
  return (
    <Card title={w.title}>
      <p>{w.lead(isPercent ? '' : line.unit || '…')}</p>
      <StepForm {...props} step="report" multipart>
        <TextInput
          name="achieved"
          id="achieved-report"
          label={w.achieved}
          value={typed?.values.achieved ?? ''}
          width={10}
          inputmode="decimal"
          suffix={isPercent ? '%' : line.unit === '' ? undefined : line.unit}
          errors={errorsFor(again, 'report', 'achieved')}
        />
        <DateInput
          name="asOf"
          id="asOf-report"
          label={w.asOf}
          value={typed?.days.asOf ?? partsOfDay(today)}
          errors={errorsFor(again, 'report', 'asOf')}
        />
        <Text {...props} step="report" label={w.text} hint={w.textHint} rows={5} />
        {typed !== undefined && typed.filesDropped > 0 && <InsetText>{w.again(typed.filesDropped)}</InsetText>}
        {line.evidenceAsked !== '' && (
          <p class="govuk-hint tuntas-preserve">
            {words.line.evidence}: {line.evidenceAsked}
          </p>
        )}
        <FilesInput name="evidence" label={w.evidence} hint={w.evidenceHint(EVIDENCE_FILES)} />
        <Checkbox name="forPublic" label={w.forPublic} hint={w.forPublicHint} checked={typed?.values.forPublic === 'yes'} />
        <Checkbox name="isLast" label={w.isLast} hint={w.isLastHint} checked={typed?.values.isLast === 'yes'} />
        <TextArea
          name="shortfall"
          id="shortfall-report"
          label={w.shortfall}
          hint={w.shortfallHint}
          value={typed?.values.shortfall ?? ''}
          rows={2}
          maxCharacters={LINE_TEXT_LIMIT}
          errors={errorsFor(again, 'report', 'shortfall')}
          optional
        />
        <Button>{w.send}</Button>
      </StepForm>
    </Card>
  );
}

function Judge(props: Props) {
  const { opened, waitsSince } = props;
  const { agreement, line, words, language, here, today } = opened;
  const w = words.judge;
  return (
    <Card title={w.title} tone="accent">
      {line.reported && <p>{w.lead(amountText(line, line.reported.amount, language), formatDay(line.reported.on, language))}</p>}
      {waitsSince && <p>{words.plan.waitsDays(dayOf(waitsSince, agreement.zone).until(today, { largestUnit: 'day' }).days)}</p>}
      {isShortAsReported(line) && <WarningText>{w.short}</WarningText>}
      <p>
        <a href={`${here}#history`}>{words.history.files}</a>
      </p>
      <StepForm {...props} step="judge">
        <Text {...props} step="judge" label={w.note} hint={w.noteHint} optional />
        <div class="govuk-button-group">
          <Button name="verdict" value="confirm">
            {w.confirm}
          </Button>
          <Button kind="secondary" name="verdict" value="return">
            {w.return}
          </Button>
        </div>
      </StepForm>
    </Card>
  );
}

function Withdraw(props: Props) {
  const { waitsSince } = props;
  const { agreement, today, words } = props.opened;
  return (
    <Folded {...props} step="withdraw" title={words.move.withdrawTitle}>
      {waitsSince && <p>{words.plan.waitsDays(dayOf(waitsSince, agreement.zone).until(today, { largestUnit: 'day' }).days)}</p>}
      <p>{words.move.withdrawLead}</p>
      <StepForm {...props} step="withdraw">
        <Button kind="secondary">{words.move.withdraw}</Button>
      </StepForm>
    </Folded>
  );
}

function Shift(props: Props) {
  const { opened, again } = props;
  const { words } = opened;
  const w = words.move;
  return (
    <Folded {...props} step="shift" title={w.shiftTitle}>
      <p>{w.shiftLead}</p>
      <StepForm {...props} step="shift">
        <DateInput
          name="to"
          id="to-shift"
          label={w.to}
          value={again?.step === 'shift' ? again.days.to : undefined}
          errors={errorsFor(again, 'shift', 'to')}
        />
        <Text {...props} step="shift" label={w.why} />
        <Button kind="secondary">{w.shift}</Button>
      </StepForm>
    </Folded>
  );
}

/** Who reports and who confirms, by name: one form a side. */
function Officers(props: Props) {
  const { opened, officers, again } = props;
  const { line, words } = opened;
  const w = words.move;
  return (
    <Folded {...props} step="officer" title={w.officerTitle}>
      <p>{w.officerLead}</p>
      {officers.map(({ side, people }) => (
        <Form action={`${opened.here}/officer`} id={`form-officer-${side}`}>
          <Hidden name="version" value={String(line.version)} />
          <Hidden name="side" value={side} />
          <Select
            name="person"
            id={side === 'owner' ? 'person-officer' : `person-officer-${side}`}
            label={w.officerOf[side]}
            emptyLabel={w.officerAny}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            value={line[side]?.personId ?? ''}
            errors={errorsFor(again, 'officer', 'person')}
          />
          <Button kind="secondary">{w.officerSave}</Button>
        </Form>
      ))}
    </Folded>
  );
}

/** A step that takes a reason and is meant. */
function WithReason(props: Props & { step: 'judge-not-done' | 'reopen' | 'drop' }) {
  const { opened, step } = props;
  const { words } = opened;
  const texts = {
    'judge-not-done': { title: words.judge.notDoneTitle, lead: words.judge.notDoneLead, button: words.judge.notDone },
    reopen: { title: words.judge.reopenTitle, lead: words.judge.reopenLead, button: words.judge.reopen },
    drop: {
      title: words.move.dropTitle,
      lead: words.move.dropLead(opened.agreement.state === 'signed'),
      button: words.move.drop,
    },
  }[step];
  return (
    <Folded {...props} step={step} title={texts.title}>
      <p>{texts.lead}</p>
      <StepForm {...props} step={step}>
        <Text {...props} step={step} label={words.judge.why} />
        <Button kind={step === 'reopen' ? 'secondary' : 'warning'}>{texts.button}</Button>
      </StepForm>
    </Folded>
  );
}
