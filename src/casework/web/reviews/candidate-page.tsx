/** `/desk/reviews/:id`: one possible recurring problem, explained, with its reports; and what was made of it. */
import { namesFor } from '../../../complaints/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Form,
  formatDay,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  SummaryList,
  seeOther,
  Table,
  Tag,
} from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { endedWork, tellConcerned } from '../../actions/reviews/tell-concerned.ts';
import { CASE_REFUSALS } from '../../rules/refusals.ts';
import { periodWords } from '../../rules/reports/period.ts';
import { explainCandidate, topicWords } from '../../rules/reviews/explain.ts';
import { mayReview } from '../../rules/reviews/review.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadCase } from '../../store/cases.ts';
import { candidateMonths } from '../../store/reviews/clusters.ts';
import { CASES } from '../opened.tsx';
import { Rows } from './candidate-rows.tsx';
import { FILES, type OpenedCandidate, REVIEWS } from './opened.tsx';

export async function candidatePage(opened: OpenedCandidate, refusal?: string): Promise<Response> {
  const { c, tools, candidate, words, language } = opened;
  const names = await namesFor(tools.db, language, {
    agencies: [candidate.agencyId, candidate.officeId],
    regions: [candidate.place],
    categories: [candidate.categoryCode || null],
    services: [candidate.serviceId],
  });
  const agency = names.agency(candidate.agencyId);
  const day = (on: typeof candidate.fromOn) => formatDay(on, language, 'short');
  const [from, until] = [day(candidate.fromOn), day(candidate.untilOn)];
  const count = Math.round(candidate.expected);
  const isSteady = candidate.kind === 'steady';
  return page(
    c,
    {
      title: `${words.candidate}: ${agency}`,
      wide: true,
      before: <BackLink href={REVIEWS} text={words.title} />,
      ...(refusal ? { status: 409, errors: [{ field: 'tell', message: refusal }] } : {}),
    },
    <>
      <PageHeading caption={words.candidate}>{[topicWords(candidate, 3), agency].filter(Boolean).join(' · ')}</PageHeading>
      <Columns>
        <h2>{words.why}</h2>
        <p class="govuk-body-l">{explainCandidate(candidate, { agency, from, until }, language)}</p>
        <Outcome opened={opened} />
        <SummaryList
          title={words.facts}
          rows={[
            { key: words.agency, value: agency },
            candidate.place !== '' && { key: words.place, value: names.region(candidate.place) },
            { key: words.kind, value: words.kindOf[candidate.kind] },
            {
              key: words.category,
              value: candidate.categoryCode === '' ? words.noCategory : names.category(candidate.categoryCode),
            },
            candidate.serviceId !== null && {
              key: words.service,
              value: names.service(candidate.serviceId)?.name ?? words.unknown,
            },
            { key: words.period, value: words.between(from, until) },
            { key: words.seen, value: String(candidate.rows) },
            isSteady &&
              candidate.parts !== null && { key: words.parts, value: words.partsOf(candidate.parts.having, candidate.parts.of) },
            {
              key: isSteady ? words.expectedSteady : words.expected,
              value: candidate.expected < 1 ? words.fewerThanOne : words.around(count),
            },
            !isSteady && { key: words.otherWeeks, value: String(candidate.otherWeeks) },
            { key: isSteady ? words.elsewhereSteady : words.elsewhere, value: String(candidate.elsewhere) },
            {
              key: words.topic,
              value:
                candidate.words.length === 0
                  ? words.topicNone
                  : candidate.words.slice(0, 15).map((each) => (
                      <>
                        <Tag>{words.topicWord(each.word, each.rows)}</Tag>{' '}
                      </>
                    )),
            },
            { key: words.office, value: names.agency(candidate.officeId) },
          ]}
        />
        {isSteady && <Months opened={opened} />}
      </Columns>
      <Rows opened={opened} />
    </>,
  );
}

/** Month by month, so that whoever judges sees for themselves that it keeps coming. */
async function Months({ opened }: { opened: OpenedCandidate }) {
  const { candidate, words, tools, language } = opened;
  const months = await candidateMonths(tools.db, candidate.id);
  return (
    <Table
      id="months"
      caption={words.months}
      captionSize="m"
      columns={[{ label: words.monthColumns.month }, { label: words.monthColumns.rows, numeric: true }]}
      rows={months.map(({ first, rows }) => [
        periodWords({ kind: 'month', code: '', from: first, until: first }, language),
        String(rows),
      ])}
    />
  );
}

/** What may be done with it, or what was done. */
async function Outcome({ opened }: { opened: OpenedCandidate }) {
  const { candidate, words, actor, path } = opened;
  if (candidate.state !== 'candidate') return <Settled opened={opened} />;
  if (!mayReview(candidate, actor)) return <p class="govuk-hint">{words.mayNot}</p>;
  return (
    <>
      <h2>{words.what}</h2>
      <p>{words.whatHint}</p>
      <ButtonGroup>
        <LinkButton href={`${path}/review`}>{words.actions.review}</LinkButton>
        <LinkButton href={`${path}/initiative`} kind="secondary">
          {words.actions.initiative}
        </LinkButton>
        <LinkButton href={`${path}/dismiss`} kind="secondary">
          {words.actions.dismiss}
        </LinkButton>
      </ButtonGroup>
    </>
  );
}

async function Settled({ opened }: { opened: OpenedCandidate }) {
  const { candidate, words, actor, tools, language } = opened;
  const personId = candidate.settledBy?.replace(/^person:/, '') ?? '';
  const who = (await peopleByIds(tools.db, [personId])).get(personId)?.name ?? words.unknown;
  const when = candidate.settledAt ? formatDay(dayOf(candidate.settledAt, 'Asia/Jakarta'), language) : '';
  const file = candidate.caseId === null ? undefined : await loadCase(tools.db, candidate.caseId);
  const state = candidate.state === 'dismissed' ? 'dismissed' : 'opened';
  return (
    <>
      <InsetText>
        <p>{words.settled[state](who, when)}</p>
        {candidate.reason !== null && (
          <p>
            {words.reason}: <span class="tuntas-preserve">{candidate.reason}</span>
          </p>
        )}
        {state === 'dismissed' && <p class="govuk-hint">{words.again}</p>}
        {candidate.reviewId !== null && (
          <p>
            <a href={`${FILES}/${candidate.reviewId}`}>{words.toReview}</a>
          </p>
        )}
        {file && viewOf(file, actor) === 'officer' && (
          <p>
            <a href={`${CASES}/${file.id}`}>{words.toCase}</a>
          </p>
        )}
      </InsetText>
      <Telling opened={opened} />
    </>
  );
}

async function Telling({ opened }: { opened: OpenedCandidate }) {
  const { candidate, words, actor, tools, path } = opened;
  if (candidate.toldAt !== null) {
    return (
      <p>
        {words.tell.told(formatDay(dayOf(candidate.toldAt, 'Asia/Jakarta'), opened.language))}{' '}
        {candidate.toldCount !== null && words.tell.count(candidate.toldCount)}
      </p>
    );
  }
  if (!mayReview(candidate, actor) || (await endedWork(tools.db, candidate)) === undefined) return null;
  return (
    <>
      <h2>{words.tell.title}</h2>
      <p>{words.tell.lead}</p>
      <Form action={`${path}/tell`} id="tell">
        <Button kind="secondary">{words.tell.button}</Button>
      </Form>
    </>
  );
}

export async function tellPage(opened: OpenedCandidate): Promise<Response> {
  const { c, tools, actor, candidate, words, path, language } = opened;
  const done = await tellConcerned(tools, actor, candidate.id);
  if (done.ok) return seeOther(c, path, words.tell.done);
  if (CASE_REFUSALS[done.refusal].kind === 'conflict') return candidatePage(opened, CASE_REFUSALS[done.refusal][language]);
  return c.notFound();
}
