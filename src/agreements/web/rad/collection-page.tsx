/** `/desk/agreements/rad/collections/{id}`: who has handed in, who has not and since when; more time, letting off, reminding. */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  type DateParts,
  DayText,
  Details,
  dateParts,
  dayFromParts,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  Select,
  StatTile,
  StatTiles,
  StatusTag,
  seeOther,
  Table,
  TextArea,
} from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import {
  askMore,
  type CollectionTarget,
  closeCollection,
  excuseGovernment,
  extendCollection,
  remindNow,
  whomToAsk,
} from '../../actions/rad/collections.ts';
import {
  ASKED_STATE_LABELS,
  type Asked,
  type Collection,
  mayKeepCollection,
  standingOfAsked,
  tallyOf,
} from '../../rules/rad/collection.ts';
import { NOTE_LIMIT } from '../../rules/rad/handing-in.ts';
import { askedIn, loadCollection } from '../../store/rad/collections.ts';
import { agreementPath, versionOf } from '../opened.tsx';
import { collectionPath, RAD_DESK } from './addresses.ts';
import { type Again, type AskedRad, again, idIn } from './asked.ts';
import { ASKED_TONES } from './tones.ts';

interface Typed {
  readonly dueOn?: DateParts;
  readonly reason?: string;
  readonly excuse?: string;
}

interface OpenedCollection extends AskedRad {
  readonly collection: Collection;
}

export function onCollection(answer: (opened: OpenedCollection) => Promise<Response>): (asked: AskedRad) => Promise<Response> {
  return async (asked) => {
    const id = idIn(asked.c, 'collection');
    const collection = id ? await loadCollection(asked.tools.db, id) : undefined;
    if (!collection || !mayKeepCollection(asked.actor, collection)) return asked.c.notFound();
    return answer({ ...asked, collection });
  };
}

export async function collectionPage(opened: OpenedCollection, typed: Typed = {}, wrong?: Again): Promise<Response> {
  const { c, tools, words, collection, now } = opened;
  const today = dayOf(now, collection.zone);
  const asked = await askedIn(tools.db, collection);
  const names = await agenciesByIds(
    tools.db,
    asked.map(({ governmentId }) => governmentId),
  );
  const region = ({ governmentId }: Asked) => names.get(governmentId)?.regionCode ?? '';
  const lines = [...asked]
    .sort((a, b) => region(a).localeCompare(region(b)))
    .map((each) => ({
      ...each,
      name: names.get(each.governmentId)?.name ?? '',
      standing: standingOfAsked(each, collection, today),
    }));
  const tally = tallyOf(lines.map(({ standing }) => standing));
  const path = collectionPath(collection);
  const late = lines.filter(({ standing }) => standing.state !== 'excused' && !standing.hasHandedIn);
  return page(
    c,
    {
      ...{ title: collection.title, before: <BackLink href={RAD_DESK} />, wide: true, errors: wrong?.errors ?? [] },
      ...(wrong ? { status: wrong.status } : {}),
    },
    <>
      <PageHeading caption={words.collection.caption}>{collection.title}</PageHeading>
      <p>
        {words.collection.dueOn}:{' '}
        <strong>
          <DayText on={collection.dueOn} />
        </strong>
        {!collection.firstDueOn.equals(collection.dueOn) && (
          <>
            {' '}
            ({words.collection.firstDue} <DayText on={collection.firstDueOn} />)
          </>
        )}
        {' · '}
        {collection.closedAt === null ? words.collection.open : words.collection.closed}
      </p>
      {collection.note !== '' && <InsetText>{collection.note}</InsetText>}
      <StatTiles>
        <StatTile value={`${tally.handedIn} / ${tally.asked}`} label={words.collection.tileHandedIn} href="#board" />
        <StatTile value={String(tally.accepted)} label={words.collection.tileAccepted} href="#board" />
        <StatTile value={String(tally.adopted)} label={words.collection.tileAdopted} href="#board" />
        <StatTile
          value={String(tally.late)}
          label={words.collection.tileLate}
          href="#board"
          {...(tally.late > 0 ? { tone: 'danger' as const } : {})}
        />
      </StatTiles>
      {late.length > 0 && <p>{words.collection.missing(late.map(({ name }) => name))}</p>}
      <Board opened={opened} lines={lines} />
      {collection.closedAt === null && late.length > 0 && (
        <Form action={`${path}/remind`}>
          <p class="govuk-hint">{words.collection.remindHint}</p>
          <Button kind="secondary">{words.collection.remind(late.length)}</Button>
        </Form>
      )}
      <Steps opened={opened} lines={lines} typed={typed} more={await notAsked(opened, asked)} />
    </>,
  );
}

async function notAsked({ tools, collection }: OpenedCollection, asked: readonly Asked[]) {
  const known = (await whomToAsk(tools.db, collection.level === 'province' ? 'ministry' : collection.openerId)) ?? [];
  return known.filter(({ agency }) => !asked.some(({ governmentId }) => governmentId === agency.id));
}

type BoardLine = Asked & { readonly name: string; readonly standing: ReturnType<typeof standingOfAsked> };

function Board({ opened, lines }: { opened: OpenedCollection; lines: readonly BoardLine[] }) {
  const { words, language, collection } = opened;
  return (
    <div id="board">
      <Table
        id="board-table"
        caption={words.collection.board}
        stacked
        columns={[
          { label: words.column.government },
          { label: words.column.state },
          { label: words.column.since },
          { label: words.column.plan },
        ]}
        rows={lines.map(({ name, standing, rad, excuse, excusedAt, askedAt }): Child[] => [
          name,
          <>
            <StatusTag label={ASKED_STATE_LABELS[standing.state][language]} tone={ASKED_TONES[standing.state]} />
            {standing.daysLate > 0 && (
              <>
                {' '}
                <StatusTag label={words.late(standing.daysLate)} tone="danger" />
              </>
            )}
            {standing.cameLate && <span class="govuk-hint"> {words.collection.cameLate}</span>}
            {excuse && <span class="govuk-hint"> {excuse}</span>}
          </>,
          standing.daysLate > 0 ? (
            <DayText on={collection.dueOn.add({ days: 1 })} />
          ) : (
            <DayText on={dayOf(excusedAt ?? rad?.stateAt ?? askedAt, collection.zone)} />
          ),
          rad ? (
            <>
              <a href={`${agreementPath(rad)}/rad`}>{rad.code}</a> ({words.linesCount(rad.lines)})
            </>
          ) : (
            '–'
          ),
        ])}
      />
    </div>
  );
}

function Steps(props: {
  opened: OpenedCollection;
  lines: readonly BoardLine[];
  typed: Typed;
  more: Awaited<ReturnType<typeof notAsked>>;
}) {
  const { opened, lines, typed, more } = props;
  const { words, collection } = opened;
  const path = collectionPath(collection);
  const version = <Hidden name="version" value={String(collection.version)} />;
  const isOpen = collection.closedAt === null;
  const excusable = lines.filter(({ standing }) => standing.state !== 'excused' && !standing.hasHandedIn);
  const excused = lines.filter(({ standing }) => standing.state === 'excused');
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{words.collection.steps}</h2>
      {isOpen && (
        <Details summary={words.collection.extend} open={typed.dueOn !== undefined}>
          <Form action={`${path}/extend`}>
            {version}
            <DateInput name="dueOn" label={words.collection.newDue} value={typed.dueOn} />
            <TextArea name="reason" label={words.reason} value={typed.reason} rows={2} maxCharacters={NOTE_LIMIT} />
            <Button kind="secondary">{words.collection.extendSubmit}</Button>
          </Form>
        </Details>
      )}
      {excusable.length > 0 && (
        <Details summary={words.collection.excuse} open={typed.excuse !== undefined}>
          <Form action={`${path}/excuse`}>
            {version}
            <Select
              name="government"
              label={words.column.government}
              options={excusable.map(({ governmentId, name }) => ({ value: governmentId, label: name }))}
            />
            <TextArea name="excuse" label={words.reason} value={typed.excuse} rows={2} maxCharacters={NOTE_LIMIT} />
            <Button kind="secondary">{words.collection.excuseSubmit}</Button>
          </Form>
        </Details>
      )}
      {excused.map(({ governmentId, name }) => (
        <Form action={`${path}/ask-again`} id={`again-${governmentId}`}>
          {version}
          <Hidden name="government" value={governmentId} />
          <Button kind="secondary">{words.collection.askAgain(name)}</Button>
        </Form>
      ))}
      {isOpen && more.length > 0 && (
        <Details summary={words.collection.askMore}>
          <Form action={`${path}/ask`}>
            {version}
            <Checkboxes
              name="governmentIds"
              label={words.collection.whom}
              small
              choices={more.map(({ agency }) => ({ value: agency.id, label: agency.name }))}
            />
            <Button kind="secondary">{words.collection.askMoreSubmit}</Button>
          </Form>
        </Details>
      )}
      <Form action={`${path}/${isOpen ? 'close' : 'reopen'}`} id="close">
        {version}
        <p class="govuk-hint">{words.collection.closeHint}</p>
        <Button kind="secondary">{isOpen ? words.collection.close : words.collection.reopen}</Button>
      </Form>
    </section>
  );
}

function targetOf({ collection }: OpenedCollection, version: string): CollectionTarget {
  return { collectionId: collection.id, version: versionOf(version) };
}

type Done = Awaited<ReturnType<typeof closeCollection>>;

async function answer(opened: OpenedCollection, done: Done, said: string, field: string, typed: Typed = {}): Promise<Response> {
  if (done.ok) return seeOther(opened.c, collectionPath(opened.collection), said);
  const wrong = again([{ code: done.refusal, field }], opened.language);
  const now = wrong && (await loadCollection(opened.tools.db, opened.collection.id));
  return wrong && now ? collectionPage({ ...opened, collection: now }, typed, wrong) : opened.c.notFound();
}

export async function extend(opened: OpenedCollection): Promise<Response> {
  const form = readForm(opened.c);
  const typed = { dueOn: dateParts(form.typed(), 'dueOn'), reason: form.text('reason') };
  const target = targetOf(opened, form.text('version'));
  const done = await extendCollection(opened.tools, opened.actor, target, dayFromParts(typed.dueOn) ?? null, typed.reason);
  const field =
    !done.ok && (done.refusal === 'agreement.reason-missing' || done.refusal === 'agreement.text-too-long') ? 'reason' : 'dueOn';
  return answer(opened, done, opened.words.collection.extended, field, typed);
}

export async function excuse(opened: OpenedCollection): Promise<Response> {
  const form = readForm(opened.c);
  const target = targetOf(opened, form.text('version'));
  const done = await excuseGovernment(opened.tools, opened.actor, target, form.text('government'), form.text('excuse'));
  return answer(opened, done, opened.words.collection.excused, 'excuse', { excuse: form.text('excuse') });
}

export async function askAgain(opened: OpenedCollection): Promise<Response> {
  const form = readForm(opened.c);
  const target = targetOf(opened, form.text('version'));
  const done = await excuseGovernment(opened.tools, opened.actor, target, form.text('government'), null);
  return answer(opened, done, opened.words.collection.askedAgain, 'steps');
}

export async function ask(opened: OpenedCollection): Promise<Response> {
  const form = readForm(opened.c);
  const done = await askMore(opened.tools, opened.actor, targetOf(opened, form.text('version')), form.all('governmentIds'));
  return answer(opened, done, opened.words.collection.askedMore, 'governmentIds');
}

export function close(isClosed: boolean): (opened: OpenedCollection) => Promise<Response> {
  return async (opened) => {
    const target = targetOf(opened, readForm(opened.c).text('version'));
    const done = await closeCollection(opened.tools, opened.actor, target, isClosed);
    const { words } = opened;
    return answer(opened, done, isClosed ? words.collection.nowClosed : words.collection.nowOpen, 'close');
  };
}

export async function remind(opened: OpenedCollection): Promise<Response> {
  const { c, tools, actor, words, collection } = opened;
  const done = await remindNow(tools, actor, collection.id);
  if (done.ok)
    return seeOther(
      c,
      collectionPath(collection),
      done.value.people === 0
        ? words.collection.remindedNobody
        : words.collection.reminded(done.value.governments, done.value.people),
    );
  const wrong = again([{ code: done.refusal, field: 'board' }], opened.language);
  return wrong ? collectionPage(opened, {}, wrong) : c.notFound();
}
