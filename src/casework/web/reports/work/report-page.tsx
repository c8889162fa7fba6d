/** `/desk/work-reports/2026-03`: what was recorded, what the officer adds, and the superior's check. */
import {
  Button,
  DateInput,
  type DateParts,
  Details,
  EmptyState,
  type FieldErrors,
  Form,
  formatCount,
  Hidden,
  NotificationBanner,
  PageHeading,
  page,
  partsOfDay,
  Radios,
  Select,
  StatusTag,
  SummaryList,
  Table,
  TextArea,
  Time,
  Timeline,
  type Tone,
} from '../../../../design/index.ts';
import { peopleByIds } from '../../../../directory/index.ts';
import { Temporal } from '../../../../kernel/time.ts';
import { countedWork } from '../../../actions/reports/work/recorded-work.ts';
import { periodWords } from '../../../rules/reports/period.ts';
import { type CountedWork, WORK_GROUP_LABELS, WORK_GROUPS } from '../../../rules/reports/work-groups.ts';
import { WORK_REPORT_LABELS, type WorkReportState } from '../../../rules/reports/work-report.transitions.ts';
import { LONGEST_WORK_TEXT, mayTake, STATEMENT_KINDS } from '../../../rules/reports/work-report.ts';
import { stepsOf, type WorkReportStep } from '../../../store/reports/work-reports.ts';
import { address } from '../asked.tsx';
import { type AskedWork, WORK } from './asked.ts';

export const WORK_TONES: Readonly<Record<WorkReportState, Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'warning',
  accepted: 'success',
};

/** What came back with a refused form. */
export interface TypedWork {
  readonly errors?: FieldErrors;
  readonly status?: 409 | 422;
  readonly remarks?: string;
  readonly reason?: string;
  readonly statement?: { readonly kind: string; readonly group: string; readonly on: DateParts; readonly text: string };
}

export async function workPage(asked: AskedWork, typed: TypedWork = {}): Promise<Response> {
  const { c, tools, words, language, report, isOwn, personId, month, office } = asked;
  const work = { personId, officeId: office.id, month: month.from, zone: asked.zone };
  const counted = await countedWork(tools.db, work);
  const steps = report.id === '' ? [] : await stepsOf(tools.db, report.id);
  const people = await peopleByIds(tools.db, [personId, ...steps.map(({ byId }) => byId)]);
  const name = (id: string) => people.get(id)?.name ?? words.unknownPerson;
  const when = periodWords(month, language);
  const title = isOwn ? words.own(when) : words.ofPerson(name(personId), when);
  return page(
    c,
    { title, errors: typed.errors ?? [], ...(typed.status ? { status: typed.status } : {}) },
    <>
      <p>
        <a href={address(WORK, { office: office.id, month: month.code })}>{words.title}</a>
      </p>
      <PageHeading caption={office.shortName}>{title}</PageHeading>
      <p>{isOwn ? words.lead : words.leadChecking}</p>
      {report.returnReason !== null && (
        <NotificationBanner title={words.returned}>
          <p>{report.returnReason}</p>
        </NotificationBanner>
      )}
      <Facts asked={asked} />
      <h2>{words.recorded}</h2>
      <p class="govuk-hint">{words.recordedHint}</p>
      <Counted asked={asked} counted={counted} />
      <Form action={asked.here('/remarks')}>
        <Hidden name="version" value={String(report.version)} />
        <Statements asked={asked} typed={typed} />
        <Remarks asked={asked} typed={typed} />
        <Submit asked={asked} />
      </Form>
      <Check asked={asked} typed={typed} />
      <History asked={asked} steps={steps} name={name} />
    </>,
  );
}

function Facts({ asked: { words, report, language, zone, now } }: { asked: AskedWork }) {
  const isLate = report.submittedAt === null && Temporal.Instant.compare(now, report.dueAt) > 0;
  return (
    <SummaryList
      rows={[
        {
          key: words.state,
          value: <StatusTag label={WORK_REPORT_LABELS[report.state][language]} tone={WORK_TONES[report.state]} />,
        },
        {
          key: words.due,
          value: (
            <>
              <Time at={report.dueAt} zone={zone} /> {isLate && <strong>({words.late})</strong>}
            </>
          ),
        },
      ]}
    />
  );
}

function Counted({ asked, counted }: { asked: AskedWork; counted: readonly CountedWork[] }) {
  const { words, language, here } = asked;
  if (counted.length === 0) return <EmptyState title={words.nothing} />;
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  return (
    <Table
      id="recorded"
      caption={words.recorded}
      captionSize="hidden"
      columns={[{ label: words.columns.group }, { label: words.columns.count, numeric: true }]}
      rows={[
        ...counted.map(({ group, count }) => [
          WORK_GROUP_LABELS[group][language],
          <a href={here(`/rows/${group}`)}>
            {formatCount(count, language)}
            <span class="govuk-visually-hidden"> {WORK_GROUP_LABELS[group][language]}</span>
          </a>,
        ]),
        [words.total, <strong>{formatCount(total, language)}</strong>],
      ]}
    />
  );
}

function Statements({ asked, typed }: { asked: AskedWork; typed: TypedWork }) {
  const { words, language, report, here, who } = asked;
  const mayWrite = mayTake(report, 'write', who);
  const given = typed.statement;
  const { statementColumns: columns } = words;
  return (
    <section>
      <h2>{words.statements}</h2>
      <p class="govuk-hint">{words.statementsHint}</p>
      {report.statements.length === 0 ? (
        <p>{words.noStatements}</p>
      ) : (
        <Table
          id="statements"
          caption={words.statements}
          captionSize="hidden"
          stacked
          columns={[
            { label: columns.kind },
            { label: columns.on },
            { label: columns.group },
            { label: columns.text },
            ...(mayWrite ? [{ label: columns.remove }] : []),
          ]}
          rows={report.statements.map(({ id, kind, group, on, text }) => [
            words.kinds[kind],
            on.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { day: 'numeric', month: 'long' }),
            WORK_GROUP_LABELS[group][language],
            text,
            ...(mayWrite
              ? [
                  <Button kind="secondary" name="statement" value={id} formaction={here('/remove')}>
                    {words.remove}
                    <span class="govuk-visually-hidden"> {text.slice(0, 60)}</span>
                  </Button>,
                ]
              : []),
          ])}
        />
      )}
      {mayWrite && (
        <Details summary={words.add} open={given !== undefined}>
          <Radios
            name="kind"
            label={words.addKind}
            choices={STATEMENT_KINDS.map((kind) => ({
              value: kind,
              label: words.kinds[kind],
              hint: words.addKindHints[kind],
            }))}
            value={given?.kind ?? 'addition'}
          />
          <Select
            name="group"
            label={words.addGroup}
            options={WORK_GROUPS.map((group) => ({ value: group, label: WORK_GROUP_LABELS[group][language] }))}
            value={given?.group ?? 'other'}
          />
          <DateInput name="on" label={words.addOn} value={given?.on ?? { ...partsOfDay(report.month), day: '' }} />
          <TextArea
            name="text"
            label={words.addText}
            hint={words.addTextHint}
            value={given?.text}
            rows={3}
            maxCharacters={LONGEST_WORK_TEXT}
          />
          <Button kind="secondary" formaction={here('/statements')}>
            {words.addButton}
          </Button>
        </Details>
      )}
    </section>
  );
}

function Remarks({ asked, typed }: { asked: AskedWork; typed: TypedWork }) {
  const { words, report, here, who } = asked;
  if (!mayTake(report, 'write', who)) {
    return (
      <section>
        <h2>{words.remarks}</h2>
        <p>{report.remarks === '' ? words.noRemarks : report.remarks}</p>
      </section>
    );
  }
  return (
    <>
      <TextArea
        name="remarks"
        label={words.remarks}
        labelSize="m"
        hint={words.remarksHint}
        value={typed.remarks ?? report.remarks}
        rows={4}
        maxCharacters={LONGEST_WORK_TEXT}
      />
      <Button kind="secondary" formaction={here('/remarks')}>
        {words.saveRemarks}
      </Button>
    </>
  );
}

function Submit({ asked: { words, report, here, who, isMonthOver } }: { asked: AskedWork }) {
  if (!mayTake(report, 'submit', who)) return null;
  if (!isMonthOver) return <p>{words.waitForMonth}</p>;
  return (
    <>
      <p>{words.submitHint}</p>
      <Button formaction={here('/submit')}>{words.submit}</Button>
    </>
  );
}

function Check({ asked, typed }: { asked: AskedWork; typed: TypedWork }) {
  const { words, report, here, who } = asked;
  const back = (['return', 'reopen'] as const).find((action) => mayTake(report, action, who));
  if (!back) return null;
  return (
    <section>
      <h2>{words.check}</h2>
      {mayTake(report, 'accept', who) && (
        <Form action={here('/accept')}>
          <Hidden name="version" value={String(report.version)} />
          <Button>{words.accept}</Button>
        </Form>
      )}
      <Form action={here(`/${back}`)}>
        <Hidden name="version" value={String(report.version)} />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          value={typed.reason}
          rows={3}
          maxCharacters={LONGEST_WORK_TEXT}
        />
        <Button kind="secondary">{words[back]}</Button>
      </Form>
    </section>
  );
}

function History(props: { asked: AskedWork; steps: readonly WorkReportStep[]; name: (id: string) => string }) {
  const { words, zone, language } = props.asked;
  if (props.steps.length === 0) return null;
  return (
    <section>
      <h2>{words.history}</h2>
      <Timeline
        headingLevel={3}
        items={props.steps.map(({ action, at, byId, reason, content }) => ({
          title: words.steps[action],
          by: props.name(byId),
          when: <Time at={at} zone={zone} />,
          body: (
            <>
              <p>{words.stepContent(formatCount(content.recorded, language), formatCount(content.statements, language))}</p>
              {reason !== '' && <p>{reason}</p>}
            </>
          ),
        }))}
      />
    </section>
  );
}
