/** `/desk/agreements/ceremonies`: the days of signing one's office prepares, and the form for one. */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  Columns,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  EmptyState,
  type FieldErrors,
  Form,
  formatDay,
  Hidden,
  LinkButton,
  PageHeading,
  page,
  partsOfDay,
  Select,
  seeOther,
  Table,
  Tag,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { agenciesByIds, type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { positionsWith } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { Temporal } from '../../../kernel/time.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { type CeremonyOrder, type CeremonyRefused, changeCeremony, planCeremony } from '../../actions/signing/ceremonies.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { type Ceremony, itemsText, mayRunCeremony, PRESS_LIMIT } from '../../rules/signing/ceremony.ts';
import { agreementsByIds } from '../../store/signing/agreements-at.ts';
import { ceremoniesFor, loadCeremony } from '../../store/signing/ceremonies.ts';
import { AGREEMENTS, versionOf } from '../opened.tsx';
import { wordsIn } from './words.ts';

export const CEREMONIES = `${AGREEMENTS}/ceremonies`;
const PAGE_SIZE = 30;

const mayPlan = ({ actor }: OfficerAsked) => positionsWith(actor, 'agreement.prepare').length > 0;

export const ceremoniesPage = officersOnly(async (asked) => {
  const { c, tools, actor, language } = asked;
  if (!mayPlan(asked)) return c.notFound();
  const words = wordsIn(language);
  const w = words.ceremony;
  const [on = '', id = ''] = (c.req.query('after') ?? '').split('_');
  const after = /^\d{4}-\d{2}-\d{2}$/.test(on) && isUuid(id) ? { on: Temporal.PlainDate.from(on), id } : null;
  const lines = await ceremoniesFor(tools.db, actor, { after, limit: PAGE_SIZE + 1 });
  const shown = lines.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  return page(
    c,
    { title: w.list, wide: true, before: <BackLink href={AGREEMENTS} /> },
    <>
      <PageHeading>{w.list}</PageHeading>
      <p>{w.listLead}</p>
      <LinkButton href={`${CEREMONIES}/new`}>{w.add}</LinkButton>
      {shown.length === 0 ? (
        <EmptyState title={w.none} />
      ) : (
        <Table
          id="ceremonies"
          caption={w.list}
          captionSize="hidden"
          stacked
          rowHeaders
          columns={[{ label: w.name }, { label: w.when }, { label: w.documents }, { label: w.pressPage }]}
          rows={shown.map((one) => [
            <a href={`${CEREMONIES}/${one.id}`}>{one.title}</a>,
            [formatDay(one.onDay, language), one.place].filter((part) => part !== '').join(', '),
            w.agreements(one.agreements),
            <Tag tone={one.publishedAt ? 'success' : 'neutral'}>{one.publishedAt ? w.isPublished : w.notPublished}</Tag>,
          ])}
        />
      )}
      {lines.length > PAGE_SIZE && last && (
        <p>
          <a href={`${CEREMONIES}?after=${last.onDay.toString()}_${last.id}`}>{w.older}</a>
        </p>
      )}
    </>,
  );
});

interface Typed {
  readonly title: string;
  readonly on: DateParts;
  readonly place: string;
  readonly items: string;
  readonly press: string;
  readonly documents: string;
  readonly keeper: string;
}

interface Refusal {
  readonly errors: FieldErrors;
  readonly status: 403 | 409 | 422;
}

const NO_DAY: DateParts = { day: '', month: '', year: '' };

export const newCeremonyPage = officersOnly(async (asked) => {
  if (!mayPlan(asked)) return asked.c.notFound();
  const documents = (asked.c.req.query('document') ?? '').slice(0, 40);
  return form(asked, undefined, 0, { title: '', on: NO_DAY, place: '', items: '', press: '', documents, keeper: '' });
});

export const postNewCeremony = officersOnly(async (asked) => {
  const { c, tools, actor, language } = asked;
  if (!mayPlan(asked)) return c.notFound();
  const typed = typedOf(asked);
  const keepers = positionsWith(actor, 'agreement.prepare').map(({ agencyId }) => agencyId);
  const keeperId = keepers.find((id) => id === typed.keeper) ?? keepers[0] ?? '';
  const planned = await planCeremony(tools, actor, keeperId, orderOf(typed));
  if (planned.ok) return seeOther(c, `${CEREMONIES}/${planned.value.id}`, wordsIn(language).ceremony.saved);
  return form(asked, undefined, 0, typed, refusalOf(planned.refusal, asked));
});

export const editCeremonyPage = officersOnly(async (asked) => {
  const ceremony = await ceremonyToRun(asked);
  if (!ceremony) return asked.c.notFound();
  const agreements = await agreementsByIds(asked.tools.db, ceremony.agreementIds);
  return form(asked, ceremony, ceremony.version, {
    ...{ title: ceremony.title, on: partsOfDay(ceremony.onDay), place: ceremony.place, items: itemsText(ceremony.items) },
    ...{ press: ceremony.pressWords, documents: agreements.map(({ code }) => code).join('\n'), keeper: ceremony.keeperId },
  });
});

export const postCeremony = officersOnly(async (asked) => {
  const { c, tools, actor, language } = asked;
  const ceremony = await ceremonyToRun(asked);
  if (!ceremony) return c.notFound();
  const typed = typedOf(asked);
  const version = versionOf(readForm(c).text('version'));
  const changed = await changeCeremony(tools, actor, { id: ceremony.id, version }, orderOf(typed));
  if (changed.ok) return seeOther(c, `${CEREMONIES}/${ceremony.id}`, wordsIn(language).ceremony.saved);
  // Sent again it holds: whoever sends it has seen that somebody else changed it.
  const next = changed.refusal.code === 'agreement.moved-on' ? ceremony.version : version;
  return form(asked, ceremony, next, typed, refusalOf(changed.refusal, asked));
});

export async function ceremonyToRun({ c, tools, actor }: OfficerAsked): Promise<Ceremony | undefined> {
  const id = c.req.param('id') ?? '';
  const ceremony = isUuid(id) ? await loadCeremony(tools.db, id) : undefined;
  return ceremony && mayRunCeremony(actor, ceremony) ? ceremony : undefined;
}

function typedOf({ c }: OfficerAsked): Typed {
  const sent = readForm(c);
  const text = (name: string) => sent.text(name);
  return {
    ...{ title: text('title'), on: dateParts(sent.typed(), 'on'), place: text('place'), items: text('items') },
    ...{ press: text('press'), documents: text('documents'), keeper: text('keeper') },
  };
}

function orderOf(typed: Typed): CeremonyOrder {
  const codes = typed.documents.split(/[\s,;]+/).filter((code) => code !== '');
  const { title, place, items, press: pressWords } = typed;
  return {
    title,
    place,
    items,
    pressWords,
    onDay: dayFromParts(typed.on) ?? null,
    codes: codes.map((code) => code.toUpperCase()),
  };
}

function refusalOf({ code, field }: CeremonyRefused, { language }: OfficerAsked): Refusal {
  const status = refusalStatus(AGREEMENT_REFUSALS[code].kind);
  const errors = [{ field: field === 'codes' ? 'documents' : field, message: AGREEMENT_REFUSALS[code][language] }];
  return { errors, status: status === 403 || status === 409 ? status : 422 };
}

async function form(
  asked: OfficerAsked,
  ceremony: Ceremony | undefined,
  version: number,
  typed: Typed,
  refusal?: Refusal,
): Promise<Response> {
  const { c, tools, actor, language } = asked;
  const w = wordsIn(language).ceremony;
  const title = ceremony ? w.edit : w.addTitle;
  const back = ceremony ? `${CEREMONIES}/${ceremony.id}` : CEREMONIES;
  const keepers = [...new Set(positionsWith(actor, 'agreement.prepare').map(({ agencyId }) => agencyId))];
  const names = await agenciesByIds(tools.db, keepers);
  const chooseKeeper: Child = !ceremony && keepers.length > 1 && (
    <Select
      name="keeper"
      label={w.keeper}
      options={keepers.map((value) => ({ value, label: names.get(value)?.name ?? '' }))}
      value={typed.keeper}
    />
  );
  return page(
    c,
    { title, before: <BackLink href={back} />, errors: refusal?.errors ?? [], ...(refusal ? { status: refusal.status } : {}) },
    <Columns>
      <PageHeading>{title}</PageHeading>
      <Form action={ceremony ? `${back}/edit` : `${CEREMONIES}/new`}>
        <Hidden name="version" value={String(version)} />
        {chooseKeeper}
        <TextInput name="title" label={w.name} value={typed.title} maxlength={200} />
        <DateInput name="on" label={w.on} value={typed.on} />
        <TextInput name="place" label={w.place} value={typed.place} maxlength={200} optional />
        <TextArea name="documents" label={w.documents} hint={w.documentsHint} value={typed.documents} rows={4} />
        <TextArea name="items" label={w.items} hint={w.itemsHint} value={typed.items} rows={10} optional={!ceremony} />
        <TextArea
          name="press"
          label={w.press}
          hint={w.pressHint}
          value={typed.press}
          rows={6}
          maxCharacters={PRESS_LIMIT}
          optional
        />
        <Button>{w.save}</Button>
      </Form>
    </Columns>,
  );
}
