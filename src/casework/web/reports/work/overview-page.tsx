/** `/desk/work-reports`: one's own months, and for the head every officer of the office in a month. */
import { EmptyState, formatCount, InsetText, PageHeading, page, StatusTag, Table, Time } from '../../../../design/index.ts';
import { peopleByIds } from '../../../../directory/index.ts';
import { countedWork } from '../../../actions/reports/work/recorded-work.ts';
import { authorsAt } from '../../../actions/reports/work/who-reports.ts';
import { workActor } from '../../../actions/reports/work/work-report.ts';
import { type Period, periodAfter, periodBefore, periodOf, periodWords, readPeriod } from '../../../rules/reports/period.ts';
import { isHeadOf, reportsWorkAt } from '../../../rules/reports/reach.ts';
import { WORK_REPORT_LABELS } from '../../../rules/reports/work-report.transitions.ts';
import { ownWorkReports, waitingWork, workReportsOf } from '../../../store/reports/work-reports.ts';
import { type AskedOffice, address, hasEarlier } from '../asked.tsx';
import { ChooseOffice, Doors } from '../doors.tsx';
import { WORK } from './asked.ts';
import { WORK_TONES } from './report-page.tsx';
import { type WorkWords, wordsIn } from './words.ts';

const OWN_MONTHS = 12;

export async function overviewPage(asked: AskedOffice): Promise<Response> {
  const { c, office, actor, language, today } = asked;
  const words = wordsIn(language);
  const given = readPeriod(c.req.query('month'));
  const month =
    given?.kind === 'month' && given.from.toString() <= today.toString() ? given : periodBefore(periodOf(today, 'month'));
  const { isSuperior } = workActor(actor, office);
  return page(
    c,
    { title: isSuperior ? words.overview(office.shortName, periodWords(month, language)) : words.title, wide: true },
    <>
      <PageHeading caption={isSuperior ? words.title : office.shortName}>
        {isSuperior ? words.overview(office.shortName, periodWords(month, language)) : words.title}
      </PageHeading>
      <Doors current={WORK} language={language} officeId={office.id} />
      <ChooseOffice asked={asked} action={WORK} />
      {await waiting(asked, words)}
      {isSuperior && (await ofOffice(asked, words, month))}
      {reportsWorkAt(actor, office) && (await own(asked, words))}
    </>,
  );
}

/** What lies with this superior, of whatever month and office: a report that was handed in late is found too. */
async function waiting({ tools, actor, offices, language }: AskedOffice, words: WorkWords) {
  const headed = offices.filter((office) => isHeadOf(actor, office));
  if (headed.length === 0) return null;
  const months = await waitingWork(
    tools.db,
    headed.map(({ id }) => id),
    actor.personId,
  );
  if (months.length === 0) return <p>{words.noneWaiting}</p>;
  const names = new Map(headed.map(({ id, shortName }) => [id, shortName]));
  return (
    <InsetText>
      <strong>{words.waiting}</strong>
      <ul class="govuk-list">
        {months.map(({ officeId, month, count }) => {
          const period = periodOf(month, 'month');
          return (
            <li>
              <a href={address(WORK, { office: officeId, month: period.code })}>
                {`${names.get(officeId) ?? ''}, ${periodWords(period, language)}`}
              </a>
              {`: ${formatCount(count, language)}`}
            </li>
          );
        })}
      </ul>
    </InsetText>
  );
}

async function ofOffice(asked: AskedOffice, words: WorkWords, month: Period) {
  const { tools, office, zone, language, today } = asked;
  const reports = new Map((await workReportsOf(tools.db, office.id, month.from)).map((line) => [line.personId, line]));
  const ids = [...new Set([...(await authorsAt(tools.db, office.id, month.from, today)), ...reports.keys()])];
  const people = await peopleByIds(tools.db, ids);
  const lines = await Promise.all(
    ids.map(async (id) => {
      const counted = await countedWork(tools.db, { personId: id, officeId: office.id, month: month.from, zone });
      const recorded = counted.reduce((total, each) => total + each.count, 0);
      return { id, name: people.get(id)?.name ?? words.unknownPerson, recorded };
    }),
  );
  lines.sort((one, other) => one.name.localeCompare(other.name, 'id'));
  const { overviewColumns: columns } = words;
  const to = (each: Period) => address(WORK, { office: office.id, month: each.code });
  const hasBefore = await hasEarlier(asked, [office.id], month.from);
  return (
    <section>
      <p>{words.overviewLead}</p>
      {lines.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <Table
          id="officers"
          caption={words.title}
          captionSize="hidden"
          stacked
          columns={[
            { label: columns.person },
            { label: columns.state },
            { label: columns.recorded, numeric: true },
            { label: columns.submitted },
          ]}
          rows={lines.map(({ id, name, recorded }) => {
            const line = reports.get(id);
            return [
              <a href={address(`${WORK}/${month.code}`, { office: office.id, person: id })}>{name}</a>,
              <StatusTag
                label={WORK_REPORT_LABELS[line?.state ?? 'draft'][language]}
                tone={WORK_TONES[line?.state ?? 'draft']}
              />,
              formatCount(recorded, language),
              line?.submittedAt ? <Time at={line.submittedAt} zone={zone} /> : '\u2013',
            ];
          })}
        />
      )}
      <p>
        {hasBefore && <a href={to(periodBefore(month))}>{words.earlier}</a>}
        {periodAfter(month).from.toString() <= today.toString() && (
          <>
            {hasBefore && ' \u00b7 '}
            <a href={to(periodAfter(month))}>{words.later}</a>
          </>
        )}
      </p>
    </section>
  );
}

async function own({ tools, office, actor, today, language }: AskedOffice, words: WorkWords) {
  const kept = new Map(
    (await ownWorkReports(tools.db, actor.personId, office.id, OWN_MONTHS)).map((line) => [
      line.month.toString().slice(0, 7),
      line,
    ]),
  );
  const now = periodOf(today, 'month');
  const codes = [...new Set([now.code, periodBefore(now).code, ...kept.keys()])].sort().reverse();
  return (
    <section>
      <h2>{words.mine}</h2>
      <Table
        id="own"
        caption={words.mine}
        captionSize="hidden"
        columns={[{ label: words.months }, { label: words.state }]}
        rows={codes.flatMap((code) => {
          const period = readPeriod(code);
          const state = kept.get(code)?.state ?? 'draft';
          return period
            ? [
                [
                  <a href={address(`${WORK}/${code}`, { office: office.id })}>{periodWords(period, language)}</a>,
                  <StatusTag label={WORK_REPORT_LABELS[state][language]} tone={WORK_TONES[state]} />,
                ],
              ]
            : [];
        })}
      />
    </section>
  );
}
