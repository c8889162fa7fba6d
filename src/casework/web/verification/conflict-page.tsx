/** `/desk/cases/:id/conflict`: declaring one's own conflict of interest; the head records and lifts those of others. */
import {
  Button,
  Columns,
  Details,
  Form,
  formatMoment,
  Hidden,
  InsetText,
  SearchBox,
  Select,
  seeOther,
  Tag,
  TextArea,
  WarningButton,
  WarningText,
} from '../../../design/index.ts';
import { agenciesByIds, holdersOf, peopleByIds, searchAgencies } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { type ConflictOrder, liftConflict, recordConflict } from '../../actions/verification/declare-conflict.ts';
import type { Exclusion } from '../../rules/case.ts';
import { mayWork } from '../../rules/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { casePage } from '../case-frame.tsx';
import { CASES, type OpenedCase, versionOf } from '../opened.tsx';
import { onCaseInside } from './inside.ts';
import { type Refused, refused } from './refused.ts';
import { type VerificationWords, wordsIn } from './words.ts';

const PATH = '/desk/cases/:id/conflict';

export function mountConflict(app: WebRoutes): void {
  app.get(
    PATH,
    onCaseInside((opened) => conflictPage(opened)),
  );
  app.post(
    PATH,
    onCaseInside(async (opened) => {
      const { c, tools, actor, file, language } = opened;
      const words = wordsIn(language);
      const form = readForm(c);
      const isOwn = form.text('who') === 'self';
      const target = { caseId: file.id, version: isOwn ? null : versionOf(form.text('version')) };
      const done = await recordConflict(tools, actor, target, orderOf(form, actor.personId));
      // Whoever declared their own does not see the case any more.
      if (done.ok && isOwn) return seeOther(c, CASES, words.conflict.ownDone);
      if (done.ok) return seeOther(c, `${opened.path}/conflict`, words.conflict.done);
      if (done.refusal === 'case.absent') return c.notFound();
      return conflictPage(opened, form, refused(done.refusal, language, fieldOf(done.refusal, form)));
    }),
  );
  app.post(
    `${PATH}/lift`,
    onCaseInside(async (opened) => {
      const { c, tools, actor, file, path, language } = opened;
      const form = readForm(c);
      const exclusionId = form.text('exclusion');
      const target = { caseId: file.id, version: versionOf(form.text('version')) };
      const done = await liftConflict(tools, actor, target, { exclusionId, reason: form.text(`lift-${exclusionId}`) });
      if (done.ok) return seeOther(c, `${path}/conflict`, wordsIn(language).conflict.liftDone);
      if (done.refusal === 'case.absent') return c.notFound();
      return conflictPage(opened, undefined, refused(done.refusal, language, `lift-${exclusionId}`));
    }),
  );
}

function orderOf(form: SentForm, self: string): ConflictOrder {
  const reason = form.text('reason') || form.text('ownReason');
  switch (form.text('who')) {
    case 'self':
      return { kind: 'relation', personId: self, agencyId: null, reason: form.text('ownReason') };
    case 'unit':
      return { kind: 'unit', personId: null, agencyId: form.text('unit'), reason };
    default:
      return { kind: 'person', personId: form.text('person'), agencyId: null, reason };
  }
}

function fieldOf(code: CaseRefusal, form: SentForm): string {
  const who = form.text('who');
  if (code === 'case.conflict-person' || code === 'case.conflict-known') return who === 'unit' ? 'unit' : 'person';
  return who === 'self' ? 'ownReason' : 'reason';
}

async function conflictPage(opened: OpenedCase, form?: SentForm, answer?: Refused): Promise<Response> {
  const { actor, file, path, language } = opened;
  const words = wordsIn(language);
  const leads = mayWork(file, actor, 'case.decide');
  return casePage(
    opened,
    'team',
    words.conflict.title,
    <Columns>
      <p>{words.conflict.lead}</p>
      <p>{words.conflict.governments}</p>
      <h2>{words.conflict.own}</h2>
      <Form action={`${path}/conflict`}>
        <Hidden name="who" value="self" />
        <TextArea name="ownReason" label={words.conflict.ownReason} rows={3} value={form?.text('ownReason') ?? ''} />
        <WarningText>{words.conflict.ownWarning}</WarningText>
        <WarningButton>{words.conflict.ownButton}</WarningButton>
      </Form>
      {leads && <Others opened={opened} words={words} form={form} />}
      <OnRecord opened={opened} words={words} leads={leads} />
    </Columns>,
    answer ?? {},
  );
}

async function Others(props: { opened: OpenedCase; words: VerificationWords; form: SentForm | undefined }) {
  const { opened, words, form } = props;
  const { c, tools, actor, file, path, now } = opened;
  const staff = await holdersOf(tools.db, file.officeId, 'case.deliberate', dayOf(now, file.zone));
  const people = await peopleByIds(
    tools.db,
    staff.filter((each) => each !== actor.personId),
  );
  const query = (c.req.query('q') ?? '').trim().slice(0, 100);
  const chosen = form?.text('unit') ?? '';
  const found = query ? await searchAgencies(tools.db, query, undefined, 20) : [];
  const kept = chosen ? [...(await agenciesByIds(tools.db, [chosen])).values()] : [];
  const units = [...new Map([...kept, ...found].map((each) => [each.id, each])).values()];
  const typed = (name: string) => form?.text(name) ?? '';
  return (
    <section>
      <h2>{words.conflict.others}</h2>
      <Form action={`${path}/conflict`}>
        <Hidden name="version" value={String(file.version)} />
        <Hidden name="who" value="person" />
        <Select
          name="person"
          label={words.conflict.person}
          emptyLabel={words.conflict.choosePerson}
          value={typed('person')}
          options={[...people.values()].map((each) => ({ value: each.id, label: each.name }))}
        />
        <TextArea name="reason" label={words.reason} rows={3} value={typed('who') === 'person' ? typed('reason') : ''} />
        <Button kind="secondary">{words.conflict.button}</Button>
      </Form>
      <h3>{words.conflict.unit}</h3>
      <SearchBox
        action={`${path}/conflict`}
        label={words.conflict.unitSearch}
        hint={words.conflict.unitSearchHint}
        value={query}
      />
      {query !== '' && units.length === 0 && <p>{words.conflict.noUnit}</p>}
      {units.length > 0 && (
        <Form action={`${path}/conflict`}>
          <Hidden name="version" value={String(file.version)} />
          <Hidden name="who" value="unit" />
          <Select
            name="unit"
            label={words.conflict.unit}
            emptyLabel={words.conflict.chooseUnit}
            value={chosen}
            options={units.map((each) => ({ value: each.id, label: each.name }))}
          />
          <TextArea
            id="unit-reason"
            name="reason"
            label={words.reason}
            rows={3}
            value={typed('who') === 'unit' ? typed('reason') : ''}
          />
          <Button kind="secondary">{words.conflict.button}</Button>
        </Form>
      )}
    </section>
  );
}

async function OnRecord({ opened, words, leads }: { opened: OpenedCase; words: VerificationWords; leads: boolean }) {
  const { tools, file, path, language } = opened;
  const people = await peopleByIds(
    tools.db,
    file.exclusions.flatMap((each) => each.personId ?? []),
  );
  const agencies = await agenciesByIds(
    tools.db,
    file.exclusions.flatMap((each) => each.agencyId ?? []),
  );
  const who = (each: Exclusion) =>
    (each.personId ? people.get(each.personId)?.name : agencies.get(each.agencyId ?? '')?.name) ?? words.someone;
  return (
    <section>
      <h2>{words.conflict.list}</h2>
      {file.exclusions.length === 0 && <p>{words.conflict.none}</p>}
      {file.exclusions.map((each) => (
        <InsetText>
          <strong>{who(each)}</strong> <Tag tone={each.liftedAt ? 'neutral' : 'warning'}>{words.conflict.kinds[each.kind]}</Tag>{' '}
          {each.liftedAt && <Tag>{words.conflict.lifted}</Tag>}
          <br />
          {formatMoment(each.at, file.zone, language)}: <span class="tuntas-preserve">{each.reason}</span>
          {leads && !each.liftedAt && (
            <Details summary={words.conflict.lift}>
              <Form action={`${path}/conflict/lift`}>
                <Hidden name="version" value={String(file.version)} />
                <Hidden name="exclusion" value={each.id} />
                <TextArea name={`lift-${each.id}`} label={words.conflict.liftReason} rows={2} />
                <Button kind="secondary">{words.save}</Button>
              </Form>
            </Details>
          )}
        </InsetText>
      ))}
    </section>
  );
}
