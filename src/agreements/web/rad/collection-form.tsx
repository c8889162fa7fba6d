/** `/desk/agreements/rad/collections/new`: a province asks its regencies and cities, the ministry the provinces. */
import {
  BackLink,
  Button,
  Checkboxes,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  Form,
  Hidden,
  PageHeading,
  page,
  partsOfDay,
  Select,
  seeOther,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { dayOf } from '../../../kernel/time.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { openCollection, whomToAsk } from '../../actions/rad/collections.ts';
import { NOTE_LIMIT } from '../../rules/rad/handing-in.ts';
import { templates } from '../../store/rad/templates.ts';
import { COLLECTIONS, collectionPath, RAD_DESK } from './addresses.ts';
import { type Again, type AskedRad, again, yearIn } from './asked.ts';
import { keptOpeners } from './keepers.ts';

interface Typed {
  readonly opener: string;
  readonly title: string;
  readonly note: string;
  readonly yearFrom: string;
  readonly yearUntil: string;
  readonly template: string;
  readonly dueOn: DateParts;
  readonly governments: readonly string[];
}

export function newCollectionPage(asked: AskedRad): Promise<Response> {
  return show(asked, asked.c.req.query('opener') ?? '');
}

async function show(asked: AskedRad, wanted: string, typed?: Typed, wrong?: Again): Promise<Response> {
  const { c, tools, words, now } = asked;
  const openers = await keptOpeners(asked);
  const opener = openers.find(({ value }) => value === wanted) ?? openers[0];
  const known = opener && (await whomToAsk(tools.db, opener.value));
  if (!opener || !known) return c.notFound();
  const today = dayOf(now, opener.zone);
  const year = String(today.year);
  const shown: Typed = typed ?? {
    ...{
      opener: opener.value,
      title: words.collection.usualTitle(year),
      note: '',
      yearFrom: year,
      yearUntil: year,
      template: '',
    },
    ...{ dueOn: partsOfDay(today.add({ days: 30 })), governments: known.map(({ agency }) => agency.id) },
  };
  const usable = (await templates(tools.db)).filter(({ state }) => state === 'published');
  return page(
    c,
    {
      title: words.collection.new,
      before: <BackLink href={RAD_DESK} />,
      errors: wrong?.errors ?? [],
      ...(wrong ? { status: wrong.status } : {}),
    },
    <>
      <PageHeading caption={opener.name}>{words.collection.new}</PageHeading>
      <p>{words.collection.newLead}</p>
      {openers.length > 1 && (
        <ul>
          {openers
            .filter(({ value }) => value !== opener.value)
            .map(({ value, name }) => (
              <li>
                <a href={`${COLLECTIONS}/new?opener=${value}`}>{words.collection.asOpener(name)}</a>
              </li>
            ))}
        </ul>
      )}
      <Form action={COLLECTIONS}>
        <Hidden name="opener" value={opener.value} />
        <TextInput name="title" label={words.collection.title} value={shown.title} maxlength={300} />
        <TextInput name="yearFrom" label={words.begin.yearFrom} value={shown.yearFrom} inputmode="numeric" width={4} />
        <TextInput name="yearUntil" label={words.begin.yearUntil} value={shown.yearUntil} inputmode="numeric" width={4} />
        <DateInput name="dueOn" label={words.collection.dueOn} hint={words.collection.dueHint} value={shown.dueOn} />
        <Select
          name="template"
          label={words.collection.template}
          hint={words.collection.templateHint}
          value={shown.template}
          emptyLabel={words.collection.anyTemplate}
          options={usable.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextArea name="note" label={words.collection.note} optional value={shown.note} rows={3} maxCharacters={NOTE_LIMIT} />
        <Checkboxes
          name="governmentIds"
          label={words.collection.whom}
          small
          values={[...shown.governments]}
          choices={known.map(({ agency }) => ({ value: agency.id, label: agency.name }))}
        />
        <Button>{words.collection.submit}</Button>
      </Form>
    </>,
  );
}

export async function createCollection(asked: AskedRad): Promise<Response> {
  const form = readForm(asked.c);
  const typed: Typed = {
    ...{ opener: form.text('opener'), title: form.text('title'), note: form.text('note'), yearFrom: form.text('yearFrom') },
    ...{ yearUntil: form.text('yearUntil'), template: form.text('template'), dueOn: dateParts(form.typed(), 'dueOn') },
    governments: form.all('governmentIds').filter(isUuid),
  };
  const done = await openCollection(asked.tools, asked.actor, {
    ...{
      openerId: typed.opener,
      title: typed.title,
      note: typed.note,
      yearFrom: yearIn(typed.yearFrom),
      yearUntil: yearIn(typed.yearUntil),
    },
    templateId: isUuid(typed.template) ? typed.template : null,
    ...{ dueOn: dayFromParts(typed.dueOn) ?? null, governmentIds: typed.governments },
  });
  if (done.ok) return seeOther(asked.c, collectionPath(done.value), asked.words.collection.opened);
  const wrong = again(
    done.refusal.map(({ code, field }) => ({
      code,
      field: field === 'dueOn' ? 'dueOn' : field === 'templateId' ? 'template' : field,
    })),
    asked.language,
  );
  return wrong ? show(asked, typed.opener, typed, wrong) : asked.c.notFound();
}
