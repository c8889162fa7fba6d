/** `/desk/agreements/rad/begin`: a government begins its plan, from a template or with its own file. */
import {
  BackLink,
  Button,
  Form,
  Hidden,
  InsetText,
  PageHeading,
  page,
  Radios,
  seeOther,
  TextInput,
} from '../../../design/index.ts';
import { zoneOfRegion } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { dayOf } from '../../../kernel/time.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { beginRad } from '../../actions/rad/begin-rad.ts';
import { loadCollection } from '../../store/rad/collections.ts';
import { templates } from '../../store/rad/templates.ts';
import { agreementPath } from '../opened.tsx';
import { RAD_BEGIN, RAD_DESK } from './addresses.ts';
import { type Again, type AskedRad, again, yearIn } from './asked.ts';

interface Typed {
  readonly yearFrom: string;
  readonly yearUntil: string;
  readonly template: string;
}

interface Place {
  readonly government: string;
  readonly collection: string;
}

export function beginPage(asked: AskedRad): Promise<Response> {
  const { c } = asked;
  const place = { government: c.req.query('government') ?? '', collection: c.req.query('collection') ?? '' };
  return show(asked, place);
}

async function show(asked: AskedRad, place: Place, typed?: Typed, wrong?: Again): Promise<Response> {
  const { c, tools, words, own, now } = asked;
  const government = own.find(({ agency }) => agency.id === place.government);
  if (!government) return c.notFound();
  const collection = isUuid(place.collection) ? await loadCollection(tools.db, place.collection) : undefined;
  const year = String(dayOf(now, zoneOfRegion(government.regionCode)).year);
  const usable = (await templates(tools.db)).filter(({ state }) => state === 'published');
  const shown: Typed = typed ?? {
    yearFrom: String(collection?.yearFrom ?? year),
    yearUntil: String(collection?.yearUntil ?? year),
    template: collection?.templateId ?? usable[0]?.id ?? 'none',
  };
  return page(
    c,
    {
      title: words.begin.title,
      before: <BackLink href={RAD_DESK} />,
      errors: wrong?.errors ?? [],
      ...(wrong ? { status: wrong.status } : {}),
    },
    <>
      <PageHeading caption={government.agency.name}>{words.begin.title}</PageHeading>
      <p>{words.begin.lead}</p>
      {collection && <InsetText>{words.begin.forCollection(collection.title)}</InsetText>}
      <Form action={RAD_BEGIN}>
        <Hidden name="government" value={government.agency.id} />
        <Hidden name="collection" value={collection?.id ?? ''} />
        <TextInput name="yearFrom" label={words.begin.yearFrom} value={shown.yearFrom} inputmode="numeric" width={4} />
        <TextInput
          name="yearUntil"
          label={words.begin.yearUntil}
          hint={words.begin.yearHint}
          value={shown.yearUntil}
          inputmode="numeric"
          width={4}
        />
        <Radios
          name="template"
          label={words.begin.template}
          value={shown.template}
          choices={[
            ...usable.map(({ id, title, note }) => ({ value: id, label: title, ...(note === '' ? {} : { hint: note }) })),
            { value: 'none', label: words.begin.empty, hint: words.begin.emptyHint },
          ]}
        />
        <Button>{words.begin.submit}</Button>
      </Form>
    </>,
  );
}

export async function begin(asked: AskedRad): Promise<Response> {
  const form = readForm(asked.c);
  const place = { government: form.text('government'), collection: form.text('collection') };
  const typed = { yearFrom: form.text('yearFrom'), yearUntil: form.text('yearUntil'), template: form.text('template') };
  const done = await beginRad(asked.tools, asked.actor, {
    governmentId: place.government,
    ...{ yearFrom: yearIn(typed.yearFrom), yearUntil: yearIn(typed.yearUntil) },
    templateId: isUuid(typed.template) ? typed.template : null,
    collectionId: isUuid(place.collection) ? place.collection : null,
  });
  if (done.ok) return seeOther(asked.c, `${agreementPath(done.value)}/rad`, asked.words.begin.done);
  const wrong = again(
    done.refusal.map(({ code, field }) => ({ code, field: field === 'templateId' ? 'template' : field })),
    asked.language,
  );
  return wrong ? show(asked, place, typed, wrong) : asked.c.notFound();
}
