/** Planning a step and changing it: first which kind, then its form. */
import {
  BackLink,
  Button,
  Checkbox,
  Columns,
  DateInput,
  dateParts,
  Form,
  formatDay,
  Hidden,
  partsOfDay,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/result.ts';
import { dayOf, type Moment, Temporal, zoneAbbreviation } from '../../../kernel/time.ts';
import { lawBook, UNITS } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { knownOfficers } from '../../actions/documents/in-office.ts';
import { planStep, reviseStep, type StepOrder } from '../../actions/examination/plan-step.ts';
import { surroundingsOf } from '../../actions/surroundings.ts';
import { respondentsOf } from '../../rules/case.ts';
import { mayPlan } from '../../rules/examination/permissions.ts';
import { precedentOf, precedingKind, type Step } from '../../rules/examination/step.ts';
import { isStepKind, STEP_KIND_DATA, STEP_KINDS, type StepKind } from '../../rules/examination/step-kinds.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { casePage } from '../case-frame.tsx';
import type { OpenedCase } from '../opened.tsx';
import { type At, type FormSpec, mountForm } from './form-page.tsx';
import { onInside } from './on-inside.ts';
import { ownerOptions, partiesOf } from './parties.ts';
import { wordsIn } from './words.ts';

interface Planning {
  readonly kind: StepKind;
  /** The step that is changed; `null` for a new one. */
  readonly step: Step | null;
  /** The missed step it follows, for filling the form. */
  readonly after: Step | undefined;
}

export function mountStepForms(app: WebRoutes): void {
  // Without a kind the page asks for it; with one the form below answers.
  app.get('/desk/cases/:id/examination/steps/new', (c, next) =>
    isStepKind(c.req.query('kind') ?? '') ? next() : onInside(chooseKind)(c),
  );
  mountForm(app, newStep);
  mountForm(app, changeStep);
}

async function chooseKind(opened: OpenedCase): Promise<Response> {
  const { c, tools, actor, file, path, language } = opened;
  const words = wordsIn(language);
  if (!mayPlan(file, actor)) return c.notFound();
  const [steps, book] = await Promise.all([stepsOf(tools.db, file.id), lawBook(tools)]);
  const count = surroundingsOf(book, file).law.count('case.summons-count');
  const isOpen = (kind: StepKind) =>
    precedingKind(kind, count) === null || steps.some((each) => precedentOf(kind, steps, each, count) !== undefined);
  return casePage(
    opened,
    'examination',
    words.steps.add,
    <>
      <BackLink href={`${path}/examination`} text={words.steps.back} />
      <Columns>
        <Form action={`${path}/examination/steps/new`} method="get">
          <Radios
            name="kind"
            label={words.steps.chooseKind}
            choices={STEP_KINDS.filter(isOpen).map((kind) => ({
              value: kind,
              label: STEP_KIND_DATA[kind].label[language],
              hint: STEP_KIND_DATA[kind].hint[language],
            }))}
          />
          <Button>{words.steps.next}</Button>
        </Form>
      </Columns>
    </>,
  );
}

const FIELDS = {
  'case.text-missing': 'about',
  'case.step-addressee-missing': 'to',
  'case.step-left': 'to',
  'case.step-too-early': 'to',
  'case.owner-not-team': 'owner',
  'case.step-day-missing': 'heldOn',
  'case.summons-too-soon': 'heldOn',
  'case.day-wrong': 'heldOn',
  'case.step-place-missing': 'place',
  otherwise: 'about',
} as const;

const newStep: FormSpec<Planning> = {
  address: 'examination/steps/new',
  section: 'examination',
  async load({ c, tools, file }) {
    const form = c.req.method === 'POST' ? readForm(c) : null;
    const kind = form ? form.text('kind') : (c.req.query('kind') ?? '');
    if (!isStepKind(kind)) return undefined;
    const after = (await stepsOf(tools.db, file.id)).find((each) => each.id === c.req.query('after'));
    return { kind, step: null, after };
  },
  may: ({ file, actor }) => mayPlan(file, actor),
  title: ({ words, data, language }) => words.steps.newTitle(STEP_KIND_DATA[data.kind].label[language]),
  back: ({ path, words }) => ({ href: `${path}/examination`, text: words.steps.back }),
  body,
  button: ({ words }) => words.steps.save,
  fields: FIELDS,
  send(at) {
    const order = orderOf(at);
    return order
      ? planStep(at.tools, at.actor, at.file.id, { ...order, kind: at.data.kind })
      : Promise.resolve(refuse('case.day-wrong'));
  },
  done: ({ path, words }, id) => ({ href: `${path}/examination/steps/${id}`, text: words.steps.planned }),
};

const changeStep: FormSpec<Planning> = {
  ...newStep,
  address: 'examination/steps/:step/edit',
  async load({ c, tools, file }) {
    const step = (await stepsOf(tools.db, file.id)).find((each) => each.id === c.req.param('step'));
    return step?.state === 'planned' ? { kind: step.kind, step, after: undefined } : undefined;
  },
  title: ({ words, data }) => words.steps.editTitle(data.step?.no ?? 0),
  back: ({ path, words, data }) => ({ href: `${path}/examination/steps/${data.step?.id}`, text: words.steps.backToStep }),
  send(at) {
    const order = orderOf(at);
    if (!order || !at.data.step) return Promise.resolve(refuse('case.day-wrong'));
    return reviseStep(at.tools, at.actor, { caseId: at.file.id, stepId: at.data.step.id }, order);
  },
  done: ({ path, words, data }) => ({ href: `${path}/examination/steps/${data.step?.id}`, text: words.steps.revised }),
};

async function body(at: At<Planning>) {
  const { data, words, file, tools, language, now, form } = at;
  const { kind } = data;
  const kindData = STEP_KIND_DATA[kind];
  const before = data.step ?? data.after;
  const [owners, choices, book] = await Promise.all([ownerOptions(at), addresseeChoices(at), lawBook(tools)]);
  const { law } = surroundingsOf(book, file);
  const limit = law.limit('case.summons-lead');
  const earliest = formatDay(dayOf(law.due(now, limit, []).dueAt, file.zone), language);
  const held = data.step?.heldAt?.toZonedDateTimeISO(file.zone);
  const dayParts = (name: string, first: Temporal.PlainDate | null | undefined) =>
    form ? dateParts(form.typed(), name) : partsOfDay(first ?? null);
  const isMeeting = kindData.mode !== 'written';
  return (
    <>
      <Hidden name="kind" value={kind} />
      <p class="govuk-hint">{kindData.hint[language]}</p>
      <TextArea
        name="about"
        label={words.steps.about[kindData.mode]}
        hint={words.steps.aboutHint}
        value={at.typed('about', before?.about)}
        rows={6}
      />
      <Radios
        name="to"
        label={words.steps.to}
        choices={choices}
        value={at.typed('to', before?.respondentId ?? (before ? 'other' : ''))}
      />
      {isMeeting && (
        <>
          <DateInput
            name="heldOn"
            label={words.steps.heldOn}
            optional={kindData.mode === 'meeting'}
            hint={
              kindData.mode === 'appearance'
                ? words.steps.lead(`${limit.value} ${UNITS[limit.unit][language]}`, earliest)
                : undefined
            }
            value={dayParts('heldOn', held?.toPlainDate())}
          />
          <TextInput
            name="heldAt"
            label={words.steps.heldAt}
            hint={words.steps.heldAtHint(zoneAbbreviation(file.zone))}
            optional={kindData.mode === 'meeting'}
            value={at.typed('heldAt', held?.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '.'))}
            width={5}
          />
          <TextInput
            name="place"
            label={words.steps.place}
            optional={kindData.mode === 'meeting'}
            value={at.typed('place', data.step?.place)}
          />
        </>
      )}
      {kind === 'visit' && (
        <Checkbox
          name="announced"
          label={words.steps.announced}
          checked={form ? form.has('announced') : (data.step?.isAnnounced ?? true)}
        />
      )}
      <Select
        name="owner"
        label={words.steps.ownerLabel}
        options={owners}
        value={at.typed('owner', before?.ownerId ?? at.actor.personId)}
      />
      {!isMeeting && (
        <DateInput name="plannedOn" label={words.steps.plannedOn} optional value={dayParts('plannedOn', data.step?.plannedOn)} />
      )}
    </>
  );
}

/** Each respondent with the officers known at its agency; somebody else in words. */
async function addresseeChoices(at: At<Planning>) {
  const { tools, file, words, now, data } = at;
  const parties = await partiesOf(at);
  const to = STEP_KIND_DATA[data.kind].to;
  const respondents = to === 'other' ? [] : respondentsOf(file);
  const agencies = await agenciesByIds(
    tools.db,
    respondents.map((each) => each.agencyId),
  );
  const choices = [];
  for (const each of respondents) {
    const agency = agencies.get(each.agencyId);
    const officers = agency ? await knownOfficers(tools.db, agency, dayOf(now, file.zone)) : [];
    const name = `person-${each.id}`;
    choices.push({
      value: each.id,
      label: parties.respondent(each.id),
      conditional:
        officers.length > 0 ? (
          <Select
            name={name}
            label={words.steps.person}
            hint={words.steps.personHint}
            emptyLabel={words.steps.anybody}
            options={officers.map((one) => ({ value: one.personId, label: one.name }))}
            value={at.typed(name, data.step?.personId ?? '')}
          />
        ) : undefined,
    });
  }
  if (to !== 'respondent') {
    choices.push({
      value: 'other',
      label: words.steps.other,
      conditional: (
        <TextInput
          name="other"
          label={words.steps.otherLabel}
          hint={words.steps.otherHint}
          value={at.typed('other', data.step?.addressee ?? data.after?.addressee)}
        />
      ),
    });
  }
  return choices;
}

/** `undefined` when a day or an hour was typed that does not exist. */
function orderOf(at: At<Planning>): StepOrder | undefined {
  const { file, form, data } = at;
  const to = at.typed('to');
  const person = isUuid(to) && form?.has(`person-${to}`) ? at.typed(`person-${to}`) : '';
  const [plannedOn, heldOn] = [at.day('plannedOn'), at.day('heldOn')];
  if (plannedOn === undefined || heldOn === undefined) return undefined;
  let heldAt: Moment | null = null;
  if (heldOn) {
    const time = timeIn(at.typed('heldAt') || '09.00');
    if (!time) return undefined;
    heldAt = heldOn.toZonedDateTime({ timeZone: file.zone, plainTime: time }).toInstant();
  }
  return {
    about: at.typed('about'),
    respondentId: isUuid(to) ? to : null,
    addressee: to === 'other' ? at.typed('other') : '',
    personId: isUuid(person) ? person : null,
    ownerId: at.typed('owner'),
    plannedOn,
    heldAt,
    place: at.typed('place'),
    isAnnounced: data.kind !== 'visit' || Boolean(form?.has('announced')),
  };
}

/** `9.00`, `09:00` */
function timeIn(text: string): Temporal.PlainTime | undefined {
  const found = /^(\d{1,2})[.:](\d{2})$/.exec(text.trim());
  if (!found) return undefined;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour < 24 && minute < 60 ? new Temporal.PlainTime(hour, minute) : undefined;
}
