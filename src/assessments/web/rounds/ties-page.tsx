/** `/desk/assessments/ties`: declaring a tie, one's own or for a colleague as planner; the planner ends them. */
import {
  BackLink,
  Button,
  Columns,
  Details,
  EmptyState,
  Form,
  formatDay,
  Hidden,
  PageHeading,
  page,
  Radios,
  SearchBox,
  Select,
  seeOther,
  TextInput,
} from '../../../design/index.ts';
import { agenciesByIds, agenciesUnder, holdersOf, peopleByIds, searchAgencies } from '../../../directory/index.ts';
import { can, positionsWith } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { declareTie, endDeclaredTie } from '../../actions/declare-tie.ts';
import { TIE_KINDS } from '../../rules/independence.ts';
import { mayReadRounds } from '../../rules/permissions.ts';
import { allTies, type DeclaredTie, tiesOf } from '../../store/ties.ts';
import { type Asked, forOfficers, HOME, TIES } from './opened.tsx';
import { NOT_REFUSED, type Refused, refused } from './refused.ts';

export function mountTies(app: WebRoutes): void {
  app.get(
    TIES,
    forOfficers((asked) => (mayReadRounds(asked.actor) ? tiesPage(asked) : asked.c.notFound())),
  );
  app.post(
    TIES,
    forOfficers(async (asked) => {
      const { c, tools, actor, words, language } = asked;
      if (!mayReadRounds(actor)) return c.notFound();
      const form = readForm(c);
      const typed = { personId: form.text('person') || actor.personId, agencyId: form.text('agency'), kind: form.text('kind') };
      const done = await declareTie(tools, actor, typed);
      if (done.ok) return seeOther(c, TIES, words.ties.declared(done.value));
      const fields = { 'assessment.tie-kind-missing': 'kind', otherwise: 'agency' } as const;
      return tiesPage(asked, typed, refused([done.refusal], language, fields));
    }),
  );
  app.post(
    `${TIES}/end`,
    forOfficers(async (asked) => {
      const { c, tools, actor, words, language } = asked;
      const form = readForm(c);
      const order = { personId: form.text('person'), agencyId: form.text('agency'), reason: form.text('reason') };
      if (!can(actor, 'assessment.plan') || !isUuid(order.personId) || !isUuid(order.agencyId)) return c.notFound();
      const done = await endDeclaredTie(tools, actor, order);
      if (done.ok) return seeOther(c, TIES, words.ties.ended);
      const field = `reason-${order.personId}-${order.agencyId}`;
      return tiesPage(asked, undefined, refused([done.refusal], language, { otherwise: field }));
    }),
  );
}

interface Typed {
  readonly personId: string;
  readonly agencyId: string;
  readonly kind: string;
}

async function tiesPage(asked: Asked, typed?: Typed, answer: Refused = NOT_REFUSED): Promise<Response> {
  const { c, tools, actor, words, language, today } = asked;
  const plans = can(actor, 'assessment.plan');
  const query = (c.req.query('q') ?? '').trim().slice(0, 100);
  const found = query ? await searchAgencies(tools.db, query, undefined, 20) : [];
  const chosen = [...(await agenciesByIds(tools.db, typed ? [typed.agencyId] : [])).values()];
  const offers = [...new Map([...chosen, ...found].map((one) => [one.id, one])).values()];
  const ties = plans ? await allTies(tools.db, 200) : await tiesOf(tools.db, [actor.personId]);
  const staff = plans ? await colleagues(asked) : [];
  const [agencies, people] = [
    await agenciesByIds(
      tools.db,
      ties.map((tie) => tie.agencyId),
    ),
    await peopleByIds(tools.db, [...ties.map((tie) => tie.personId), ...staff]),
  ];
  const lasts = (tie: DeclaredTie) => tie.endedOn === null || today.until(tie.endedOn).sign > 0;
  return page(
    c,
    {
      title: words.ties.title,
      before: <BackLink href={HOME} text={words.toHome} />,
      errors: answer.errors,
      status: answer.status,
    },
    <Columns>
      <PageHeading>{words.ties.title}</PageHeading>
      <p>{words.ties.lead}</p>
      <h2>{words.ties.declare}</h2>
      <SearchBox action={TIES} label={words.ties.find} value={query} hint={words.ties.findHint} />
      {query !== '' && offers.length === 0 && <p>{words.agencies.nothing}</p>}
      {(offers.length > 0 || typed) && (
        <Form action={query ? `${TIES}?q=${encodeURIComponent(query)}` : TIES}>
          <Radios
            name="agency"
            label={words.agency}
            value={typed?.agencyId}
            choices={offers.map((one) => ({ value: one.id, label: one.name }))}
          />
          <Radios
            name="kind"
            label={words.ties.kind}
            value={typed?.kind}
            choices={TIE_KINDS.map((kind) => ({ value: kind, label: words.ties.kinds[kind] }))}
          />
          {plans && (
            <Select
              name="person"
              label={words.ties.person}
              value={typed?.personId ?? actor.personId}
              options={[
                { value: actor.personId, label: words.ties.myself },
                ...staff.filter((id) => id !== actor.personId).map((id) => ({ value: id, label: people.get(id)?.name ?? '' })),
              ]}
            />
          )}
          <p class="govuk-hint">{words.ties.consequence}</p>
          <Button>{words.ties.button}</Button>
        </Form>
      )}
      <h2>{plans ? words.ties.all : words.ties.mine}</h2>
      {ties.length === 0 ? (
        <EmptyState title={words.ties.none} />
      ) : (
        <ul>
          {ties.map((tie) => (
            <li>
              {plans && `${people.get(tie.personId)?.name ?? ''}: `}
              {agencies.get(tie.agencyId)?.name ?? ''} · {words.ties.kinds[tie.kind]} ·{' '}
              {words.ties.since(formatDay(dayOf(tie.declaredAt, 'Asia/Jakarta'), language))}
              {tie.endedOn && ` · ${words.ties.endedOn(formatDay(tie.endedOn, language))}`}
              {plans && lasts(tie) && tie.personId !== actor.personId && <EndTie tie={tie} asked={asked} answer={answer} />}
            </li>
          ))}
        </ul>
      )}
    </Columns>,
  );
}

function EndTie({ tie, asked, answer }: { tie: DeclaredTie; asked: Asked; answer: Refused }) {
  const { words } = asked;
  const id = `reason-${tie.personId}-${tie.agencyId}`;
  const errors = answer.errors.filter((one) => one.field === id).map((one) => ({ ...one, field: 'reason' }));
  return (
    <Details summary={words.ties.end} open={errors.length > 0}>
      <Form action={`${TIES}/end`}>
        <Hidden name="person" value={tie.personId} />
        <Hidden name="agency" value={tie.agencyId} />
        <TextInput id={id} name="reason" label={words.reason} maxlength={1000} errors={errors} />
        <Button kind="secondary">{words.ties.endButton}</Button>
      </Form>
    </Details>
  );
}

/** Assessors and checkers of the offices where the actor plans, and of those below. */
async function colleagues({ tools, actor, today }: Asked): Promise<readonly string[]> {
  const offices = new Set<string>();
  for (const held of positionsWith(actor, 'assessment.plan'))
    for (const office of await agenciesUnder(tools.db, held.agencyId)) offices.add(office.id);
  const ids = new Set<string>();
  for (const office of offices)
    for (const capability of ['assessment.assess', 'assessment.check'] as const)
      for (const id of await holdersOf(tools.db, office, capability, today)) ids.add(id);
  return [...ids];
}
