/** `/desk/agreements/rad`: what waits for me about action plans: my own, those I review, those I collect. */
import {
  Card,
  DayText,
  EmptyState,
  InsetText,
  LinkButton,
  PageHeading,
  Pagination,
  page,
  StatusTag,
  Table,
} from '../../../design/index.ts';
import { agenciesByIds, zoneOfRegion } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { address, type Query } from '../../../platform/http/query.ts';
import type { Government } from '../../actions/rad/places.ts';
import { standingOfAsked, tallyOf } from '../../rules/rad/collection.ts';
import { RAD_STATE_LABELS } from '../../rules/rad/rad.transitions.ts';
import { askedInEach, collectionsAsking, collectionsOf } from '../../store/rad/collections.ts';
import { type PlanLine, plansOf, plansWaiting } from '../../store/rad/rads.ts';
import { agreementPath } from '../opened.tsx';
import { COLLECTIONS, collectionPath, governmentPath, RAD_BEGIN, RAD_DESK, RAD_PUBLIC, RESULTS, TEMPLATES } from './addresses.ts';
import type { AskedRad } from './asked.ts';
import { keptOpeners } from './keepers.ts';
import { RAD_TONES } from './tones.ts';

const WAITING_ON_A_PAGE = 50;
const COLLECTIONS_ON_A_PAGE = 20;
const LONGEST_CURSOR = 400;

export async function deskPage(asked: AskedRad): Promise<Response> {
  const { c, words, own, provinceIds, isMinistry } = asked;
  const collects = provinceIds.length > 0 || isMinistry;
  return page(
    c,
    { title: words.desk.title, wide: true },
    <>
      <PageHeading>{words.desk.title}</PageHeading>
      <p>{words.desk.lead}</p>
      {await Promise.all(own.map((government) => ownPart(asked, government)))}
      {collects && (await reviewPart(asked))}
      {collects && (await collectionsPart(asked))}
      {!collects && own.length === 0 && (
        <EmptyState
          title={words.desk.nothing}
          action={
            <LinkButton href={RAD_PUBLIC} kind="secondary">
              {words.desk.toPublic}
            </LinkButton>
          }
        />
      )}
    </>,
  );
}

async function ownPart({ tools, words, language, now }: AskedRad, { agency, regionCode }: Government) {
  const today = dayOf(now, zoneOfRegion(regionCode));
  const plans = await plansOf(tools.db, [agency.id]);
  const asking = await collectionsAsking(tools.db, [agency.id]);
  const asked = await askedInEach(
    tools.db,
    asking.map(({ id }) => id),
    agency.id,
  );
  const open = asking.flatMap((collection) =>
    (asked.get(collection.id) ?? []).map((me) => ({ collection, me, standing: standingOfAsked(me, collection, today) })),
  );
  const waiting = open.filter(({ me }) => me.rad === null);
  return (
    <section aria-labelledby={`own-${regionCode}`}>
      <h2 id={`own-${regionCode}`}>{agency.name}</h2>
      {waiting.map(({ collection, standing }) => (
        <Card title={collection.title} tone="accent">
          <p>
            {words.column.dueOn}: <DayText on={collection.dueOn} />
            {standing.daysLate > 0 && (
              <>
                {' '}
                <StatusTag label={words.late(standing.daysLate)} tone="danger" />
              </>
            )}
          </p>
          {collection.note !== '' && <p>{collection.note}</p>}
          <LinkButton href={`${RAD_BEGIN}?government=${agency.id}&collection=${collection.id}`}>{words.desk.begin}</LinkButton>
        </Card>
      ))}
      {plans.length > 0 ? (
        <Plans
          id={`plans-${regionCode}`}
          caption={words.desk.plans}
          plans={plans}
          asked={{ words, language }}
          names={undefined}
        />
      ) : (
        waiting.length === 0 && <InsetText>{words.desk.noPlan}</InsetText>
      )}
      <p>
        <a href={`${RAD_BEGIN}?government=${agency.id}`}>
          {plans.length > 0 || waiting.length > 0 ? words.desk.beginOther : words.desk.begin}
        </a>
        {' · '}
        <a href={governmentPath(regionCode)}>{words.desk.toEvaluation}</a>
      </p>
    </section>
  );
}

/** @param names of governments; `undefined` = all are of one */
function Plans(props: {
  id: string;
  caption: string;
  plans: readonly PlanLine[];
  asked: Pick<AskedRad, 'words' | 'language'>;
  names: ReadonlyMap<string, { readonly name: string }> | undefined;
}) {
  const { words, language } = props.asked;
  const { column } = words;
  return (
    <Table
      id={props.id}
      caption={props.caption}
      captionSize="s"
      stacked
      columns={[
        ...(props.names ? [{ label: column.government }] : []),
        { label: column.plan },
        { label: column.years },
        { label: column.state },
        { label: column.since },
        { label: column.lines, numeric: true },
      ]}
      rows={props.plans.map((plan) => [
        ...(props.names ? [props.names.get(plan.governmentId)?.name ?? ''] : []),
        <a href={`${agreementPath(plan)}/rad`}>{plan.code}</a>,
        plan.yearFrom === plan.yearUntil ? String(plan.yearFrom) : `${plan.yearFrom}–${plan.yearUntil}`,
        <StatusTag label={RAD_STATE_LABELS[plan.state][language]} tone={RAD_TONES[plan.state]} />,
        <DayText on={dayOf(plan.stateAt, plan.zone)} />,
        String(plan.lines),
      ])}
    />
  );
}

/** Two lists stand on the page: each has its own place in the address, and the other keeps its own. */
function places(c: WebContext) {
  const at = (name: 'waiting' | 'collections') => c.req.query(name)?.slice(0, LONGEST_CURSOR) || undefined;
  const [waiting, collections] = [at('waiting'), at('collections')];
  return {
    ...{ waiting, collections },
    to: (change: Query) => address(RAD_DESK, { waiting, collections, ...change }),
  };
}

async function reviewPart({ c, tools, words, language, provinceIds, isMinistry }: AskedRad) {
  const { waiting: after, to } = places(c);
  const { lines: waiting, next } = await plansWaiting(tools.db, { provinceIds, isMinistry }, { after, limit: WAITING_ON_A_PAGE });
  const names = await agenciesByIds(
    tools.db,
    waiting.map(({ governmentId }) => governmentId),
  );
  return (
    <section aria-labelledby="review">
      <h2 id="review">{words.desk.review}</h2>
      {waiting.length === 0 ? (
        <p>{words.desk.noReview}</p>
      ) : (
        <Plans id="waiting" caption={words.desk.waiting} plans={waiting} asked={{ words, language }} names={names} />
      )}
      <Pagination
        previousHref={after ? to({ waiting: undefined }) : undefined}
        nextHref={next ? to({ waiting: next }) : undefined}
        about={words.desk.review}
      />
    </section>
  );
}

async function collectionsPart(asked: AskedRad) {
  const { c, tools, words, now } = asked;
  const { collections: after, to } = places(c);
  const openers = await keptOpeners(asked);
  const { lines: collections, next } = await collectionsOf(
    tools.db,
    openers.map(({ agencyId }) => agencyId),
    { after, limit: COLLECTIONS_ON_A_PAGE },
  );
  const asks = await askedInEach(
    tools.db,
    collections.map(({ id }) => id),
  );
  const rows = collections.map((collection) => {
    const today = dayOf(now, collection.zone);
    const tally = tallyOf((asks.get(collection.id) ?? []).map((each) => standingOfAsked(each, collection, today)));
    return [
      <a href={collectionPath(collection)}>{collection.title}</a>,
      <DayText on={collection.dueOn} />,
      words.collection.handedInOf(tally.handedIn, tally.asked),
      String(tally.late),
      collection.closedAt === null ? words.collection.open : words.collection.closed,
    ];
  });
  return (
    <section aria-labelledby="collections">
      <h2 id="collections">{words.desk.collections}</h2>
      {rows.length === 0 ? (
        <p>{words.desk.noCollection}</p>
      ) : (
        <Table
          id="collection-list"
          caption={words.desk.collections}
          captionSize="hidden"
          stacked
          columns={[
            { label: words.column.collection },
            { label: words.column.dueOn },
            { label: words.column.handedIn },
            { label: words.column.late, numeric: true },
            { label: words.column.state },
          ]}
          rows={rows}
        />
      )}
      <Pagination
        previousHref={after ? to({ collections: undefined }) : undefined}
        nextHref={next ? to({ collections: next }) : undefined}
        about={words.desk.collections}
      />
      <LinkButton href={`${COLLECTIONS}/new`}>{words.desk.newCollection}</LinkButton>
      <p>
        <a href={TEMPLATES}>{words.desk.toTemplates}</a>
        {' · '}
        <a href={RESULTS}>{words.desk.toResults}</a>
        {' · '}
        <a href={RAD_PUBLIC}>{words.desk.toPublic}</a>
      </p>
    </section>
  );
}
