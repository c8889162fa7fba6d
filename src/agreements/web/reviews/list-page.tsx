/** `/desk/agreements/:code/reviews`: what is to be reviewed, the reviews there are, and how often the parties meet. */
import {
  Button,
  DateInput,
  type DateParts,
  dateParts,
  dayFromParts,
  EmptyState,
  Form,
  formatDay,
  InsetText,
  LinkButton,
  partsOfDay,
  Radios,
  Select,
  seeOther,
  Table,
  Tag,
  TextInput,
} from '../../../design/index.ts';
import { type Day, zoneAbbreviation } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { address, oneOf } from '../../../platform/http/query.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { freePeriods, planReview, readHour, rhythmFor, setRhythm } from '../../actions/reviews/plan-review.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { reviewNumbersOn } from '../../rules/reviews/numbers.ts';
import { periodLabel, proposedReviews, RHYTHM_LABELS, RHYTHMS, type Rhythm } from '../../rules/reviews/periods.ts';
import { REVIEW_STATE_LABELS, type ReviewState } from '../../rules/reviews/review.transitions.ts';
import type { Review } from '../../rules/reviews/review.ts';
import { callsFor } from '../../rules/reviews/review-steps.ts';
import { isPublic } from '../../rules/visibility.ts';
import { periodsTaken, reviewsOf, rhythmOf } from '../../store/reviews/reviews.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { type Again, again, type Opened, stepPage } from './opened-review.tsx';

export const REVIEW_TONES: Readonly<Record<ReviewState, 'neutral' | 'info' | 'success' | 'warning'>> = {
  planned: 'neutral',
  called: 'info',
  held: 'warning',
  minuted: 'warning',
  confirmed: 'success',
  cancelled: 'neutral',
};

export async function reviewsPage(opened: Opened, errors: Again['errors'] = []): Promise<Response> {
  const { tools, agreement, words, language, path, actor, today } = opened;
  const w = words.reviews;
  if (!isPublic(agreement)) return agreementPage(opened, 'reviews', w.title, <InsetText>{w.notSigned}</InsetText>);
  const [reviews, chosen, taken, law] = await Promise.all([
    reviewsOf(tools.db, agreement.id),
    rhythmOf(tools.db, agreement.id),
    periodsTaken(tools.db, agreement.id),
    lawBook(tools, tools.db),
  ]);
  const rhythm = chosen ?? (await rhythmFor(tools.db, agreement));
  const numbers = reviewNumbersOn(law, today);
  const proposed = proposedReviews(agreement, rhythm, taken, today, numbers.reviewAfter);
  const mayCall = callsFor(actor, agreement).length > 0;
  return agreementPage(
    opened,
    'reviews',
    w.title,
    <>
      <p>{w.lead}</p>
      <h2 id="due">{w.due}</h2>
      {proposed.length === 0 ? (
        <p>{w.noneDue}</p>
      ) : (
        <ul>
          {proposed.map((period) => (
            <li>
              {mayCall ? (
                <a href={address(`${path}/reviews/new`, { rhythm, until: period.until.toString() })}>
                  {w.planOf(periodLabel(rhythm, period)[language])}
                </a>
              ) : (
                periodLabel(rhythm, period)[language]
              )}
              {'. '}
              {w.meetBy(formatDay(period.meetBy, language))} {period.isLate && <Tag tone="danger">{w.late}</Tag>}
            </li>
          ))}
        </ul>
      )}
      {mayCall && (
        <p>
          <LinkButton href={`${path}/reviews/new`} kind={proposed.length === 0 ? 'primary' : 'secondary'}>
            {w.plan}
          </LinkButton>
        </p>
      )}
      <h2 id="all">{w.all}</h2>
      {reviews.length === 0 ? <EmptyState title={w.none} /> : <ReviewTable opened={opened} reviews={reviews} />}
      {mayCall && (
        <Form action={`${path}/reviews/rhythm`}>
          <Radios
            name="rhythm"
            label={w.rhythm}
            labelSize="m"
            hint={chosen ? w.rhythmHint : `${w.usual} ${w.rhythmHint}`}
            value={rhythm}
            choices={RHYTHMS.map((value) => ({ value, label: RHYTHM_LABELS[value][language] }))}
            inline
          />
          <Button kind="secondary">{w.setRhythm}</Button>
        </Form>
      )}
      <p class="govuk-hint">{w.numbers(numbers.reviewAfter)}</p>
    </>,
    errors.length > 0 ? { errors, status: 422 } : {},
  );
}

function ReviewTable({ opened, reviews }: { readonly opened: Opened; readonly reviews: readonly Review[] }) {
  const { words, language, path } = opened;
  const w = words.reviews;
  return (
    <Table
      id="reviews"
      caption={w.all}
      captionSize="hidden"
      stacked
      columns={[
        { label: w.columns.no },
        { label: w.columns.period },
        { label: w.columns.meets },
        { label: w.columns.state },
        { label: w.columns.minutes },
      ]}
      rows={reviews.map((review) => [
        <a href={`${path}/reviews/${review.ordinal}`}>{w.nth(review.ordinal)}</a>,
        periodLabel(review.rhythm, review.period)[language],
        formatDay(review.meetsOn, language, 'short'),
        <Tag tone={REVIEW_TONES[review.state]}>{REVIEW_STATE_LABELS[review.state][language]}</Tag>,
        review.minutes.at(-1)?.number ?? '–',
      ])}
    />
  );
}

export async function chooseRhythm(opened: Opened): Promise<Response> {
  const { c, tools, actor, agreement, words, language, path } = opened;
  const done = await setRhythm(tools, actor, { agreementId: agreement.id, rhythm: readForm(c).text('rhythm') });
  if (done.ok) return seeOther(c, `${path}/reviews`, words.reviews.rhythmSet);
  if (AGREEMENT_REFUSALS[done.refusal].kind === 'absent') return c.notFound();
  return reviewsPage(opened, [{ field: 'rhythm', message: AGREEMENT_REFUSALS[done.refusal][language] }]);
}

interface TypedMeeting {
  readonly rhythm: Rhythm;
  readonly until: string;
  readonly meetsOn: DateParts;
  readonly meetsAt: string;
  readonly place: string;
}

export async function newReviewPage(opened: Opened): Promise<Response> {
  const { c, tools, agreement, today, path, actor } = opened;
  if (callsFor(actor, agreement).length === 0) return c.redirect(`${path}/reviews`);
  const rhythm = oneOf(RHYTHMS, c.req.query('rhythm')) ?? (await rhythmFor(tools.db, agreement));
  const until = c.req.query('until') ?? '';
  return planForm(opened, {
    rhythm,
    until,
    meetsOn: partsOfDay(workday(today.add({ days: 14 }))),
    meetsAt: '',
    place: agreement.place,
  });
}

/** Nobody meets on a weekend; a proposal for the form. */
const workday = (day: Day): Day => (day.dayOfWeek > 5 ? day.add({ days: 8 - day.dayOfWeek }) : day);

export async function plan(opened: Opened): Promise<Response> {
  const { c, tools, actor, agreement, words, path } = opened;
  const form = readForm(c);
  const typed: TypedMeeting = {
    rhythm: oneOf(RHYTHMS, form.text('rhythm')) ?? (await rhythmFor(tools.db, agreement)),
    ...{
      until: form.text('period'),
      meetsOn: dateParts(form.typed(), 'meetsOn'),
      meetsAt: form.text('meetsAt'),
      place: form.text('place'),
    },
  };
  const done = await planReview(tools, actor, {
    ...{
      agreementId: agreement.id,
      rhythm: typed.rhythm,
      periodUntil: typed.until,
      meetsOn: dayFromParts(typed.meetsOn) ?? null,
    },
    ...{ meetsAt: readHour(typed.meetsAt), place: typed.place },
  });
  if (done.ok) return seeOther(c, `${path}/reviews/${done.value.ordinal}`, words.plan.planned);
  const errors = again(opened, done.refusal);
  return errors ? planForm(opened, typed, errors) : c.notFound();
}

async function planForm(opened: Opened, typed: TypedMeeting, errors?: Again): Promise<Response> {
  const { tools, agreement, words, language, path, today } = opened;
  const w = words.plan;
  const periods = await freePeriods(tools.db, agreement, typed.rhythm, today);
  return stepPage(
    opened,
    { title: w.title, back: `${path}/reviews`, caption: `${agreement.code} · ${agreement.title}`, errors },
    <>
      <Form action={`${path}/reviews/new`}>
        <input type="hidden" name="rhythm" value={typed.rhythm} />
        <Select
          name="period"
          label={w.period}
          emptyLabel={w.choose}
          value={typed.until}
          options={periods.toReversed().map((period) => ({
            value: period.until.toString(),
            label: `${periodLabel(typed.rhythm, period)[language]} (${formatDay(period.from, language, 'short')} – ${formatDay(period.until, language, 'short')})`,
          }))}
        />
        <MeetingInputs opened={opened} typed={typed} />
        <Button>{w.submit}</Button>
      </Form>
      <p>{w.otherRhythm}:</p>
      <ul>
        {RHYTHMS.filter((one) => one !== typed.rhythm).map((one) => (
          <li>
            <a href={address(`${path}/reviews/new`, { rhythm: one })}>{RHYTHM_LABELS[one][language]}</a>
          </li>
        ))}
      </ul>
    </>,
  );
}

export function MeetingInputs({
  opened,
  typed,
}: {
  readonly opened: Opened;
  readonly typed: { readonly meetsOn: DateParts; readonly meetsAt: string; readonly place: string };
}) {
  const w = opened.words.plan;
  return (
    <>
      <DateInput name="meetsOn" label={w.meetsOn} value={typed.meetsOn} />
      <TextInput
        name="meetsAt"
        label={w.meetsAt}
        hint={w.meetsAtHint(zoneAbbreviation(opened.agreement.zone))}
        value={typed.meetsAt}
        width={5}
        optional
      />
      <TextInput name="place" label={w.place} hint={w.placeHint} value={typed.place} maxlength={200} optional />
    </>
  );
}
