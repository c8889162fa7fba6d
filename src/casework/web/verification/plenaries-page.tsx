/** `/desk/plenaries`: the meetings of one's offices, and planning one. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  EmptyState,
  Form,
  formatDay,
  Hidden,
  LinkButton,
  PageHeading,
  Pagination,
  page,
  partsOfDay,
  Select,
  StatusTag,
  seeOther,
  Table,
  TextInput,
} from '../../../design/index.ts';
import { agenciesByIds, type OfficerAsked, officersOnly, zoneOfRegion } from '../../../directory/index.ts';
import { can, positionsWith } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { zoneAbbreviation } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { changeMeeting, planPlenary } from '../../actions/verification/plan-plenary.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { PLENARY_STATE_LABELS } from '../../rules/verification/plenary.ts';
import { leadsAt, mayLead } from '../../rules/verification/plenary-permissions.ts';
import { plenariesOf } from '../../store/verification/plenaries.ts';
import { waitingForPlenary } from '../../store/verification/plenary-items.ts';
import { versionOf } from '../opened.tsx';
import { ONE_PLENARY, type OpenedPlenary, onPlenaryPage, PLENARIES, plenaryPage, STATE_TONES } from './plenary-frame.tsx';
import { type Refused, refused } from './refused.ts';
import { type VerificationWords, wordsIn } from './words.ts';

const PAGE_SIZE = 20;
const MOST_WAITING = 200;

export function mountPlenaries(app: WebRoutes): void {
  app.get(
    PLENARIES,
    officersOnly((asked) => listPage(asked)),
  );
  app.get(
    `${PLENARIES}/new`,
    officersOnly((asked) => (leadsAt(asked.actor).length > 0 ? newPage(asked) : asked.c.notFound())),
  );
  app.post(
    `${PLENARIES}/new`,
    officersOnly(async (asked) => {
      const { c, tools, actor, language } = asked;
      if (leadsAt(actor).length === 0) return c.notFound();
      const form = readForm(c);
      const typed = typedMeeting(form);
      const officeId = form.text('office') || (leadsAt(actor)[0] ?? '');
      const done = await planPlenary(tools, actor, officeId, { ...typed, heldOn: dayFromParts(typed.parts) });
      if (done.ok) return seeOther(c, `${PLENARIES}/${done.value.id}`, wordsIn(language).plenaries.planned);
      return newPage(asked, { ...typed, officeId }, refused(done.refusal, language, fieldOf(done.refusal)));
    }),
  );
  app.get(
    `${ONE_PLENARY}/change`,
    onPlenaryPage((opened) => (mayLead(opened.actor, opened.plenary) ? changePage(opened) : opened.c.notFound())),
  );
  app.post(
    `${ONE_PLENARY}/change`,
    onPlenaryPage(async (opened) => {
      const { c, tools, actor, plenary, path, words, language } = opened;
      const form = readForm(c);
      const typed = typedMeeting(form);
      const target = { plenaryId: plenary.id, version: versionOf(form.text('version')) };
      const done = await changeMeeting(tools, actor, target, { ...typed, heldOn: dayFromParts(typed.parts) });
      if (done.ok) return seeOther(c, path, words.plenaries.changed);
      if (done.refusal === 'case.absent') return c.notFound();
      return changePage(opened, typed, refused(done.refusal, language, fieldOf(done.refusal)));
    }),
  );
}

function fieldOf(code: CaseRefusal): string {
  if (code === 'case.plenary-time') return 'heldAt';
  if (code === 'case.plenary-place') return 'place';
  return 'heldOn';
}

interface TypedMeeting {
  readonly parts: DateParts;
  readonly heldAt: string;
  readonly place: string;
}

function typedMeeting(form: ReturnType<typeof readForm>): TypedMeeting {
  return { parts: dateParts(form.typed(), 'heldOn'), heldAt: form.text('heldAt'), place: form.text('place') };
}

async function listPage(asked: OfficerAsked): Promise<Response> {
  const { c, tools, actor, language } = asked;
  if (!can(actor, 'case.deliberate')) return c.notFound();
  const words = wordsIn(language);
  const offices = [...new Set(positionsWith(actor, 'case.deliberate').map((held) => held.agencyId))];
  const [heldOn = '', id = ''] = (c.req.query('after') ?? '').split('_');
  const after = /^\d{4}-\d\d-\d\d$/.test(heldOn) && isUuid(id) ? { heldOn, id } : undefined;
  const found = await plenariesOf(tools.db, offices, { after, limit: PAGE_SIZE + 1 });
  const shown = found.slice(0, PAGE_SIZE);
  const last = shown.at(-1);
  const names = await agenciesByIds(tools.db, offices);
  const waiting = (await Promise.all(offices.map((each) => waitingForPlenary(tools.db, each, MOST_WAITING)))).flat().length;
  return page(
    c,
    { title: words.plenaries.title, wide: true },
    <>
      <PageHeading>{words.plenaries.title}</PageHeading>
      <p>{words.plenaries.lead}</p>
      {leadsAt(actor).length > 0 && <LinkButton href={`${PLENARIES}/new`}>{words.plenaries.plan}</LinkButton>}
      {waiting > 0 && (
        <p>
          <a href="/desk/cases?kind=plenary">{words.plenaries.waiting(waiting)}</a>
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyState title={words.plenaries.none} />
      ) : (
        <Table
          id="plenaries"
          caption={words.plenaries.title}
          captionSize="hidden"
          stacked
          rowHeaders
          columns={[
            { label: words.plenaries.column },
            { label: words.plenaries.when },
            { label: words.plenaries.office },
            { label: words.plenaries.state },
          ]}
          rows={shown.map((each) => [
            <a href={`${PLENARIES}/${each.id}`}>{words.plenaries.meeting(`${each.number}/${each.year}`)}</a>,
            `${formatDay(each.heldOn, language)}, ${each.heldAt.replace(':', language === 'id' ? '.' : ':')} ${zoneAbbreviation(each.zone)}`,
            names.get(each.officeId)?.shortName ?? names.get(each.officeId)?.name ?? '',
            <StatusTag label={PLENARY_STATE_LABELS[each.state][language]} tone={STATE_TONES[each.state]} />,
          ])}
        />
      )}
      <Pagination
        previousHref={after ? PLENARIES : undefined}
        nextHref={found.length > PAGE_SIZE && last ? `${PLENARIES}?after=${last.heldOn}_${last.id}` : undefined}
        about={words.plenaries.more}
      />
    </>,
  );
}

const NOTHING: TypedMeeting = { parts: { day: '', month: '', year: '' }, heldAt: '', place: '' };

async function newPage(
  asked: OfficerAsked,
  typed: TypedMeeting & { readonly officeId: string } = { ...NOTHING, officeId: '' },
  answer?: Refused,
): Promise<Response> {
  const { c, tools, actor, language } = asked;
  const words = wordsIn(language);
  const offices = [...(await agenciesByIds(tools.db, leadsAt(actor))).values()];
  const [office] = offices;
  const zone = office?.regionCode ? zoneOfRegion(office.regionCode) : 'Asia/Jakarta';
  return page(
    c,
    {
      title: words.plenaries.newTitle,
      before: <BackLink href={PLENARIES} text={words.plenary.toList} />,
      errors: answer?.errors ?? [],
      ...(answer ? { status: answer.status } : {}),
    },
    <Columns>
      <PageHeading caption={offices.length === 1 ? office?.name : undefined}>{words.plenaries.newTitle}</PageHeading>
      <p>{words.plenary.closedMeeting}</p>
      <Form action={`${PLENARIES}/new`}>
        {offices.length > 1 && (
          <Select
            name="office"
            label={words.plenaries.office}
            value={typed.officeId}
            options={offices.map((each) => ({ value: each.id, label: each.name }))}
          />
        )}
        <MeetingInputs typed={typed} words={words} zone={zoneAbbreviation(zone)} />
        <p class="govuk-hint">{words.plenaries.invited}</p>
        <ButtonGroup>
          <Button>{words.plenaries.save}</Button>
          <a class="govuk-link" href={PLENARIES}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
  );
}

function MeetingInputs({ typed, words, zone }: { typed: TypedMeeting; words: VerificationWords; zone: string }) {
  return (
    <>
      <DateInput name="heldOn" label={words.plenaries.heldOn} value={typed.parts} />
      <TextInput
        name="heldAt"
        label={words.plenaries.heldAt}
        hint={words.plenaries.heldAtHint(zone)}
        width={5}
        value={typed.heldAt}
      />
      <TextInput name="place" label={words.plenaries.place} value={typed.place} maxlength={300} />
    </>
  );
}

function changePage(opened: OpenedPlenary, typed?: TypedMeeting, answer?: Refused): Promise<Response> {
  const { plenary, path, words } = opened;
  const shown = typed ?? { parts: partsOfDay(plenary.heldOn), heldAt: plenary.heldAt.replace(':', '.'), place: plenary.place };
  return plenaryPage(
    opened,
    words.plenaries.editTitle,
    <Columns>
      <Form action={`${path}/change`}>
        <Hidden name="version" value={String(plenary.version)} />
        <MeetingInputs typed={shown} words={words} zone={zoneAbbreviation(plenary.zone)} />
        <p class="govuk-hint">{words.plenaries.invited}</p>
        <ButtonGroup>
          <Button>{words.plenaries.save}</Button>
          <a class="govuk-link" href={path}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
    answer ?? {},
  );
}
