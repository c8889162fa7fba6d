/** Putting agencies into a plan: one by one or all of a kind in a region, after looking at the units each would get. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Checkboxes,
  Columns,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  SearchBox,
  Select,
  seeOther,
} from '../../../design/index.ts';
import { AGENCY_KINDS, type Agency, agenciesByIds, regionsIn, searchAgencies } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  ASSESSED_KINDS,
  addAgencies,
  agenciesOfKind,
  instrumentOfRound,
  isAssessedKind,
  unitPlanFor,
} from '../../actions/plan-agencies.ts';
import { mayPlan } from '../../rules/permissions.ts';
import { assessmentsOfRound } from '../../store/assessments.ts';
import { Gaps } from './gaps.tsx';
import { type AskedRound, onRoundPage, ROUNDS, revisionOf } from './opened.tsx';
import { NOT_REFUSED, type Refused, refused } from './refused.ts';

const PATH = `${ROUNDS}/:code/agencies`;
/** Units are looked up for each agency shown; a national list is put in without looking at every one. */
const MOST_PREVIEWED = 60;

export function mountAgenciesPage(app: WebRoutes): void {
  app.get(
    PATH,
    onRoundPage((asked) => (isPlanner(asked) ? agenciesPage(asked, []) : asked.c.notFound())),
  );
  app.post(
    PATH,
    onRoundPage(async (asked) => {
      const { c, tools, actor, round, path, language, words } = asked;
      if (!isPlanner(asked)) return c.notFound();
      const form = readForm(c);
      const ids = form.all('agency').filter(isUuid);
      const target = { roundId: round.id, revision: revisionOf(form.text('revision')) };
      const done = await addAgencies(tools, actor, target, ids);
      if (done.ok) return seeOther(c, path, words.agencies.added(done.value));
      return agenciesPage(asked, ids, refused([done.refusal], language, { otherwise: 'agency' }));
    }),
  );
}

const isPlanner = ({ actor, round }: AskedRound) => mayPlan(actor, round) && round.state === 'planned';

async function candidates(asked: AskedRound, chosen: readonly string[]): Promise<readonly Agency[]> {
  const { c, tools } = asked;
  const kind = c.req.query('kind') ?? '';
  const region = c.req.query('region') ?? '';
  const typed = (c.req.query('q') ?? '').trim().slice(0, 100);
  const isPlace = /^\d\d(\.\d\d)?$/.test(region);
  const found = isAssessedKind(kind)
    ? await agenciesOfKind(tools.db, kind, isPlace ? region : null)
    : typed
      ? (await searchAgencies(tools.db, typed, undefined, 30)).filter((one) => isAssessedKind(one.kind))
      : [];
  const kept = await agenciesByIds(tools.db, chosen);
  return [...new Map([...kept.values(), ...found].map((one) => [one.id, one])).values()];
}

async function agenciesPage(asked: AskedRound, chosen: readonly string[], answer: Refused = NOT_REFUSED): Promise<Response> {
  const { c, tools, round, path, language, words } = asked;
  const [found, there, regions, instrument] = [
    await candidates(asked, chosen),
    new Set((await assessmentsOfRound(tools.db, round.id)).map((one) => one.agencyId)),
    await provinces(tools.db),
    await instrumentOfRound(tools.db, round),
  ];
  const offered = found.filter((one) => !there.has(one.id));
  const previews = new Map<string, Awaited<ReturnType<typeof unitPlanFor>>>();
  if (offered.length <= MOST_PREVIEWED)
    for (const one of offered) previews.set(one.id, await unitPlanFor(tools.db, round, instrument, one));
  const query = { q: c.req.query('q') ?? '', kind: c.req.query('kind') ?? '', region: c.req.query('region') ?? '' };
  return page(
    c,
    {
      title: words.agencies.title,
      before: <BackLink href={path} text={words.toRound} />,
      errors: answer.errors,
      status: answer.status,
    },
    <Columns>
      <PageHeading caption={round.title}>{words.agencies.title}</PageHeading>
      <p>{words.agencies.lead}</p>
      <Form method="get" action={`${path}/agencies`}>
        <Select
          name="kind"
          label={words.agencies.kind}
          emptyLabel={words.choose}
          value={query.kind}
          options={ASSESSED_KINDS.map((kind) => ({ value: kind, label: AGENCY_KINDS[kind][language] }))}
        />
        <Select
          name="region"
          label={words.agencies.region}
          emptyLabel={words.agencies.wholeCountry}
          value={query.region}
          options={regions}
        />
        <Button kind="secondary">{words.agencies.show}</Button>
      </Form>
      <SearchBox action={`${path}/agencies`} label={words.agencies.search} value={query.q} />
      {found.length > 0 && offered.length === 0 && <InsetText>{words.agencies.allThere}</InsetText>}
      {found.length === 0 && (query.q || query.kind) && <InsetText>{words.agencies.nothing}</InsetText>}
      {offered.length > 0 && (
        <Form action={`${path}/agencies${address(query)}`}>
          <Hidden name="revision" value={String(round.revision)} />
          <Checkboxes
            name="agency"
            label={words.agencies.offered(offered.length)}
            hint={words.agencies.offeredHint}
            values={
              chosen.length > 0 ? chosen : offered.filter((one) => previews.get(one.id)?.units.length !== 0).map((one) => one.id)
            }
            choices={offered.map((one) => {
              const plan = previews.get(one.id);
              return {
                value: one.id,
                label: one.name,
                hint: plan && (
                  <>
                    {words.agencies.units(plan.units.map((unit) => unit.office.name))}
                    <Gaps gaps={plan.gaps} language={language} words={words} />
                  </>
                ),
              };
            })}
          />
          <ButtonGroup>
            <Button>{words.agencies.add}</Button>
            <a class="govuk-link" href={path}>
              {words.cancel}
            </a>
          </ButtonGroup>
        </Form>
      )}
    </Columns>,
  );
}

function address(query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

async function provinces(db: Db) {
  return (await regionsIn(db, null)).map((region) => ({ value: region.code, label: region.name }));
}
