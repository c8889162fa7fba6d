/** Planning a round: one form for a new one and for a plan that changes. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
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
  TextInput,
} from '../../../design/index.ts';
import { agenciesByIds } from '../../../directory/index.ts';
import { can, positionsWith } from '../../../kernel/actor.ts';
import { lawBook } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { editRound, type PlanRefusal, planRound } from '../../actions/plan-round.ts';
import type { Round } from '../../rules/assessment.ts';
import { mayPlan } from '../../rules/permissions.ts';
import { ASSESSMENT_REFUSALS } from '../../rules/refusals.ts';
import type { RoundOrder } from '../../rules/round-order.ts';
import { publishedInstruments } from '../../store/instruments.ts';
import { loadRound } from '../../store/rounds.ts';
import { StandingNote } from '../telling/standing-note.tsx';
import { type Asked, forOfficers, HOME, onRoundPage, ROUNDS, revisionOf, roundPath } from './opened.tsx';

interface Typed {
  readonly code: string;
  readonly title: string;
  readonly year: string;
  readonly startsOn: DateParts;
  readonly endsOn: DateParts;
  readonly instrument: string;
  readonly ownerAgencyId: string;
  readonly seed: string;
  readonly secondRatingPercent: string;
  readonly selfAssessmentUntil: DateParts;
  readonly replyDays: string;
}

export function mountRoundForms(app: WebRoutes): void {
  app.get(
    `${ROUNDS}/new`,
    forOfficers((asked) => (can(asked.actor, 'assessment.plan') ? formPage(asked, null, EMPTY, []) : asked.c.notFound())),
  );
  app.post(
    `${ROUNDS}/new`,
    forOfficers(async (asked) => {
      const { c, tools, actor, words } = asked;
      if (!can(actor, 'assessment.plan')) return c.notFound();
      const typed = typedIn(asked);
      const done = await planRound(tools, actor, { ...orderOf(typed), ownerAgencyId: typed.ownerAgencyId });
      if (!done.ok) return formPage(asked, null, typed, done.refusal);
      const round = await loadRound(tools.db, done.value);
      return seeOther(c, round ? roundPath(round) : HOME, words.plan.planned);
    }),
  );
  app.get(
    `${ROUNDS}/:code/plan`,
    onRoundPage((asked) => (isPlannable(asked) ? formPage(asked, asked.round, shown(asked.round), []) : asked.c.notFound())),
  );
  app.post(
    `${ROUNDS}/:code/plan`,
    onRoundPage(async (asked) => {
      const { c, tools, actor, words, round, path } = asked;
      if (!mayPlan(actor, round)) return c.notFound();
      const typed = typedIn(asked);
      const target = { roundId: round.id, revision: revisionOf(readForm(c).text('revision')) };
      const done = await editRound(tools, actor, target, orderOf({ ...typed, code: round.code }));
      return done.ok ? seeOther(c, path, words.plan.changed) : formPage(asked, round, typed, done.refusal);
    }),
  );
}

const isPlannable = ({ actor, round }: { actor: Asked['actor']; round: Round }) =>
  mayPlan(actor, round) && round.state === 'planned';

const NO_DAY: DateParts = { day: '', month: '', year: '' };
const EMPTY: Typed = {
  code: '',
  title: '',
  year: '',
  startsOn: NO_DAY,
  endsOn: NO_DAY,
  instrument: '',
  ownerAgencyId: '',
  seed: '',
  secondRatingPercent: '10',
  selfAssessmentUntil: NO_DAY,
  replyDays: '',
};

function shown(round: Round): Typed {
  return {
    code: round.code,
    title: round.title,
    year: String(round.year),
    startsOn: partsOfDay(round.startsOn),
    endsOn: partsOfDay(round.endsOn),
    instrument: `${round.instrumentId}/${round.instrumentVersion}`,
    ownerAgencyId: round.ownerAgencyId,
    seed: round.seed,
    secondRatingPercent: String(round.secondRatingPercent),
    selfAssessmentUntil: partsOfDay(round.selfAssessmentUntil),
    replyDays: String(round.replyDays),
  };
}

function typedIn({ c }: Asked): Typed {
  const form = readForm(c);
  const parts = (name: string) => dateParts(form.typed(), name);
  return {
    code: form.text('code'),
    title: form.text('title'),
    year: form.text('year'),
    startsOn: parts('startsOn'),
    endsOn: parts('endsOn'),
    instrument: form.text('instrument'),
    ownerAgencyId: form.text('ownerAgencyId'),
    seed: form.text('seed'),
    secondRatingPercent: form.text('secondRatingPercent'),
    selfAssessmentUntil: parts('selfAssessmentUntil'),
    replyDays: form.text('replyDays'),
  };
}

function orderOf(typed: Typed): RoundOrder {
  const until = typed.selfAssessmentUntil;
  const isEmpty = until.day === '' && until.month === '' && until.year === '';
  return {
    ...typed,
    startsOn: dayFromParts(typed.startsOn) ?? null,
    endsOn: dayFromParts(typed.endsOn) ?? null,
    selfAssessmentUntil: isEmpty ? null : (dayFromParts(until) ?? 'wrong'),
  };
}

async function formPage(asked: Asked, round: Round | null, typed: Typed, wrong: PlanRefusal): Promise<Response> {
  const { c, tools, actor, language, words, today } = asked;
  const [instruments, book, offices] = await Promise.all([
    publishedInstruments(tools.db),
    lawBook(tools),
    agenciesByIds(
      tools.db,
      positionsWith(actor, 'assessment.plan').map((held) => held.agencyId),
    ),
  ]);
  const reply = book.parameter('assessment.reply', today);
  const title = round ? words.plan.edit : words.plan.new;
  const first = wrong[0]?.code;
  return page(
    c,
    {
      title,
      before: <BackLink href={round ? roundPath(round) : HOME} text={round ? words.toRound : words.toHome} />,
      errors: wrong.map(({ field, code }) => ({ field: field || 'title', message: ASSESSMENT_REFUSALS[code][language] })),
      status: first ? refusalStatus(ASSESSMENT_REFUSALS[first].kind) : 200,
    },
    <Columns>
      <PageHeading>{title}</PageHeading>
      <Form action={round ? `${roundPath(round)}/plan` : `${ROUNDS}/new`}>
        {round && <Hidden name="revision" value={String(round.revision)} />}
        <TextInput name="title" label={words.plan.title} hint={words.plan.titleHint} value={typed.title} maxlength={150} />
        {!round && (
          <TextInput
            name="code"
            label={words.plan.code}
            hint={words.plan.codeHint}
            value={typed.code}
            width={20}
            maxlength={60}
          />
        )}
        <TextInput
          name="year"
          label={words.plan.year}
          hint={words.plan.yearHint}
          value={typed.year}
          width={4}
          inputmode="numeric"
        />
        <DateInput name="startsOn" label={words.plan.startsOn} value={typed.startsOn} />
        <DateInput name="endsOn" label={words.plan.endsOn} value={typed.endsOn} />
        <Select
          name="instrument"
          label={words.plan.instrument}
          hint={words.plan.instrumentHint}
          emptyLabel={words.choose}
          value={typed.instrument}
          options={instruments.map((one) => ({
            value: `${one.id}/${one.version}`,
            label: words.plan.version(one.title[language], one.version),
          }))}
        />
        {!round && (
          <Select
            name="ownerAgencyId"
            label={words.plan.owner}
            hint={words.plan.ownerHint}
            value={typed.ownerAgencyId}
            options={[...offices.values()].map((office) => ({ value: office.id, label: office.name }))}
          />
        )}
        <TextInput name="seed" label={words.plan.seed} hint={words.plan.seedHint} value={typed.seed} optional maxlength={100} />
        <TextInput
          name="secondRatingPercent"
          label={words.plan.percent}
          hint={words.plan.percentHint}
          value={typed.secondRatingPercent}
          width={3}
          inputmode="numeric"
          suffix="%"
        />
        <DateInput
          name="selfAssessmentUntil"
          label={words.plan.self}
          hint={words.plan.selfHint}
          value={typed.selfAssessmentUntil}
          optional
        />
        <TextInput
          name="replyDays"
          label={words.plan.replyDays}
          hint={words.plan.replyDaysHint(reply.value)}
          value={typed.replyDays}
          width={3}
          inputmode="numeric"
          optional
        />
        <p>
          <StandingNote standing={{ confirmed: reply.confirmed, basis: reply.basis, note: reply.note }} language={language} />
        </p>
        <ButtonGroup>
          <Button>{words.save}</Button>
          <a class="govuk-link" href={round ? roundPath(round) : HOME}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
  );
}
