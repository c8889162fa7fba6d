/** The counter's list of people who only asked: one button adds one, the numbers stand below by day. */
import {
  Button,
  ButtonGroup,
  Columns,
  DayText,
  type FieldError,
  Form,
  formatCount,
  Hidden,
  PageHeading,
  Pagination,
  page,
  Radios,
  Select,
  seeOther,
  Table,
} from '../../../../design/index.ts';
import { type Agency, agenciesByIds, zoneOfRegion } from '../../../../directory/index.ts';
import type { HeldPosition } from '../../../../kernel/actor.ts';
import { type Day, dayOf, Temporal } from '../../../../kernel/time.ts';
import type { WebContext, WebRoutes } from '../../../../platform/http/env.ts';
import { allow } from '../../../../platform/http/rate-limit.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { sendToSignIn } from '../../../../platform/sign-in/index.ts';
import { countingOffices, listedOffices, totalOf } from '../../../rules/counter-visit.ts';
import { COUNTER_CHANNELS, type CounterChannel } from '../../../rules/draft.ts';
import { CHANNEL_LABELS } from '../../../rules/labels.ts';
import { insertVisit, type VisitDay, visitDays, withdrawLastVisit } from '../../../store/counter-visits.ts';
import { en } from './words.en.ts';
import { id, type VisitWords } from './words.id.ts';

const PATH = '/desk/visits';
const DAYS = 31;
/** More than a counter can serve; keeps a stuck key from filling the list. */
const COUNTED_AN_HOUR = 600;

export function mountVisits(app: WebRoutes): void {
  app.get(PATH, (c) => whenListed(c, () => visitsPage(c, [])));
  app.post(PATH, (c) => whenListed(c, () => count(c)));
}

/** For whoever counts or reads the list of an office; visitors are asked to sign in, for others there is no such page. */
async function whenListed(c: WebContext, answer: () => Promise<Response>): Promise<Response> {
  const actor = c.get('actor');
  if (listedOffices(actor).length > 0) return answer();
  return actor.kind === 'officer' ? c.notFound() : sendToSignIn(c, PATH);
}

function wordsFor(c: WebContext): VisitWords {
  return c.get('language') === 'en' ? en : id;
}

async function count(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const actor = c.get('actor');
  const words = wordsFor(c);
  const form = readForm(c);
  const office = countingOffices(actor).find((each) => each.agencyId === form.text('office'));
  if (!office || actor.kind !== 'officer') return visitsPage(c, [{ field: 'office', message: words.officeUnknown }]);
  const now = tools.clock.now();
  const whose = { agencyId: office.agencyId, personId: actor.personId, on: dayOf(now, zoneOf(office)) };
  const back = `${PATH}?office=${office.agencyId}`;
  if (form.text('take-back') !== '') {
    const taken = await withdrawLastVisit(tools.db, whose, now);
    return seeOther(c, back, taken ? words.takenBack : words.nothingToTakeBack);
  }
  const channel = COUNTER_CHANNELS.find((each) => each === form.text('channel'));
  if (!channel) return visitsPage(c, [{ field: 'channel', message: words.channelMissing }]);
  const { allowed } = await allow(tools, {
    bucket: 'counter-visit',
    key: actor.personId,
    limit: COUNTED_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!allowed) return visitsPage(c, [{ field: '', message: words.tooOften }], 429);
  await insertVisit(tools.db, { ...whose, id: tools.random.id(), at: now, channel });
  return seeOther(c, `${back}&channel=${channel}`, words.added);
}

/** The office's own day: a visit late in the evening in Papua is not of yesterday in Jakarta. */
function zoneOf(office: HeldPosition) {
  return office.regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(office.regionCode);
}

function dayIn(text: string | undefined): Day | undefined {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? Temporal.PlainDate.from(text ?? '') : undefined;
  } catch {
    return undefined;
  }
}

async function visitsPage(c: WebContext, errors: readonly FieldError[], status?: number): Promise<Response> {
  const words = wordsFor(c);
  const actor = c.get('actor');
  const { db } = c.get('tools');
  const asked = c.req.method === 'POST' ? readForm(c).text('office') : c.req.query('office');
  const offices = listedOffices(actor);
  const office = offices.find((each) => each.agencyId === asked) ?? offices[0];
  if (!office) return c.notFound() as Promise<Response>;
  const agencies = await agenciesByIds(
    db,
    offices.map((each) => each.agencyId),
  );
  const days = await visitDays(db, office.agencyId, dayIn(c.req.query('before')), DAYS + 1);
  const counts = countingOffices(actor).some((each) => each.agencyId === office.agencyId);
  return page(
    c,
    { title: words.title, errors, status, headers: { 'Cache-Control': 'private, no-cache' } },
    <Columns>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.lead}</p>
      {offices.length > 1 && <ChooseOffice c={c} offices={offices} chosen={office} agencies={agencies} />}
      {counts && <CountForm c={c} office={office} />}
      <DayTable
        c={c}
        office={office}
        name={agencies.get(office.agencyId)?.name ?? ''}
        days={days.slice(0, DAYS)}
        hasMore={days.length > DAYS}
      />
      {counts && (
        <p>
          <a href="/desk/new">{words.toFiling}</a>
        </p>
      )}
    </Columns>,
  );
}

function ChooseOffice(props: {
  c: WebContext;
  offices: readonly HeldPosition[];
  chosen: HeldPosition;
  agencies: ReadonlyMap<string, Agency>;
}) {
  const words = wordsFor(props.c);
  return (
    <Form method="get" action={PATH}>
      <Select
        name="office"
        id="office-chosen"
        label={words.office}
        value={props.chosen.agencyId}
        options={props.offices.map(({ agencyId }) => ({ value: agencyId, label: props.agencies.get(agencyId)?.name ?? '' }))}
      />
      <Button kind="secondary">{words.show}</Button>
    </Form>
  );
}

function CountForm(props: { c: WebContext; office: HeldPosition }) {
  const { c, office } = props;
  const words = wordsFor(c);
  const typed = c.req.method === 'POST' ? readForm(c).text('channel') : c.req.query('channel');
  return (
    <Form action={PATH}>
      <Hidden name="office" value={office.agencyId} />
      <Radios
        name="channel"
        label={words.channel}
        inline
        value={typed ?? 'pojok'}
        choices={COUNTER_CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value][c.get('language')] }))}
      />
      <ButtonGroup>
        <Button>{words.add}</Button>
        <Button kind="secondary" name="take-back" value="yes">
          {words.takeBack}
        </Button>
      </ButtonGroup>
    </Form>
  );
}

function DayTable(props: { c: WebContext; office: HeldPosition; name: string; days: readonly VisitDay[]; hasMore: boolean }) {
  const { c, days } = props;
  const words = wordsFor(c);
  const language = c.get('language');
  if (days.length === 0) return <p>{words.none}</p>;
  const label = (channel: CounterChannel) => CHANNEL_LABELS[channel][language];
  const last = days.at(-1);
  return (
    <>
      <Table
        id="visits"
        caption={words.list(props.name)}
        captionSize="m"
        rowHeaders
        stacked
        columns={[
          { label: words.day },
          ...COUNTER_CHANNELS.map((channel) => ({ label: label(channel), numeric: true })),
          { label: words.total, numeric: true },
        ]}
        rows={days.map(({ on, counts }) => [
          <DayText on={on} />,
          ...COUNTER_CHANNELS.map((channel) => formatCount(counts[channel], language)),
          formatCount(totalOf(counts), language),
        ])}
      />
      <Pagination nextHref={props.hasMore && last ? `${PATH}?office=${props.office.agencyId}&before=${last.on}` : undefined} />
    </>
  );
}
