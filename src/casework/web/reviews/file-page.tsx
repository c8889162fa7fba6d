/** `/desk/reviews/files/:id`: one review: where it stands, its texts, its suggestions, who works on it. */
import { namesFor } from '../../../complaints/index.ts';
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  Form,
  formatDay,
  Hidden,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  Select,
  StepProgress,
  SummaryList,
  seeOther,
  Tag,
  Time,
} from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { type CaseRuleSet, isRunning, lawBook } from '../../../law/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { changeMember, possibleMembers } from '../../actions/reviews/work-on-review.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';
import {
  REVIEW_ACTION_LABELS,
  REVIEW_DEADLINES,
  REVIEW_STAGE_LABELS,
  type ReviewStage,
} from '../../rules/reviews/review.transitions.ts';
import {
  isEnded,
  mayReview,
  mayWriteSection,
  membersOf,
  openSections,
  REVIEW_DOCUMENT,
  reviewLines,
  SECTION_LABELS,
} from '../../rules/reviews/review.ts';
import { sectionsOf } from '../../store/sections/sections.ts';
import { wordsIn as documentWordsIn } from '../documents/words.ts';
import { versionOf } from '../opened.tsx';
import { CaseDeadline } from '../telling/case-deadline.tsx';
import { STAGE_TONES } from './files-page.tsx';
import { FILES, type OpenedReview, REVIEWS } from './opened.tsx';
import { Suggestions } from './suggestions-section.tsx';

const STEPS: readonly ReviewStage[] = ['detection', 'analysis', 'treatment', 'finished'];

export async function reviewPage(
  opened: OpenedReview,
  refused?: { readonly code: CaseRefusal; readonly field: 'person' | 'suggestions' },
): Promise<Response> {
  const { c, review, words, language, tools } = opened;
  const names = await namesFor(tools.db, language, {
    agencies: [review.agencyId, review.officeId],
    regions: [review.place],
    categories: [review.categoryCode],
  });
  const at = STEPS.indexOf(review.stage);
  return page(
    c,
    {
      title: `${review.number} ${review.title}`,
      wide: true,
      before: <BackLink href={FILES} text={words.filesTitle} />,
      ...(refused
        ? {
            status: refusalStatus(CASE_REFUSALS[refused.code].kind),
            errors: [{ field: refused.field, message: CASE_REFUSALS[refused.code][language] }],
          }
        : {}),
    },
    <>
      <PageHeading caption={words.caption(review.number)}>{review.title}</PageHeading>
      <p>
        <Tag tone={STAGE_TONES[review.stage]}>{REVIEW_STAGE_LABELS[review.stage][language]}</Tag>
      </p>
      {at >= 0 && <StepProgress current={at + 1} total={STEPS.length} label={REVIEW_STAGE_LABELS[review.stage][language]} />}
      <Columns aside={<Members opened={opened} />}>
        <StageDeadline opened={opened} />
        <Steps opened={opened} />
        <Texts opened={opened} />
        <p>
          <a href={`${opened.path}/documents`}>{documentWordsIn(language).list.title}</a>
        </p>
        <Suggestions opened={opened} />
        <SummaryList
          title={words.facts}
          rows={[
            { key: words.number, value: review.number },
            { key: words.agency, value: names.agency(review.agencyId) },
            review.place !== '' && { key: words.place, value: names.region(review.place) },
            review.categoryCode !== null && { key: words.category, value: names.category(review.categoryCode) },
            { key: words.office, value: names.agency(review.officeId) },
            { key: words.openedOn, value: <Time at={review.openedAt} zone={review.zone} /> },
            review.lhaAt !== null && { key: words.lhaOn, value: <Time at={review.lhaAt} zone={review.zone} /> },
            review.endedAt !== null && { key: words.ended, value: <Time at={review.endedAt} zone={review.zone} /> },
            review.reason !== null && {
              key: review.stage === 'dropped' ? words.dropReason : words.returnReason,
              value: <span class="tuntas-preserve">{review.reason}</span>,
            },
            review.clusterId !== null && {
              key: words.basis,
              value: <a href={`${REVIEWS}/${review.clusterId}`}>{words.toCandidate}</a>,
            },
          ]}
        />
      </Columns>
    </>,
  );
}

async function StageDeadline({ opened }: { opened: OpenedReview }) {
  const { review, words, language, tools, now } = opened;
  const deadline = REVIEW_DEADLINES[review.stage];
  if ('none' in deadline) return isEnded(review) ? null : <InsetText>{deadline.none[language]}</InsetText>;
  const clock = review.clocks.find(isRunning);
  if (!clock) return null;
  const book = await lawBook(tools);
  const ruleSet = book.ruleSetAt(dayOf(review.openedAt, review.zone), 'case.rule-set') as CaseRuleSet;
  const file = { zone: review.zone, regionCode: review.place || null, ruleSet, registeredAt: review.openedAt };
  return (
    <>
      <h2>{words.deadline}</h2>
      <CaseDeadline clock={clock} file={file} book={book} language={language} now={now} />
    </>
  );
}

function Steps({ opened }: { opened: OpenedReview }) {
  const { review, words, language, actor, path } = opened;
  const lines = reviewLines(review, actor);
  if (lines.length === 0) return isEnded(review) ? null : <p class="govuk-hint">{words.noSteps}</p>;
  return (
    <>
      <h2>{words.steps}</h2>
      <ButtonGroup>
        {lines.map(({ action }) => (
          <LinkButton
            href={`${path}/steps/${action}`}
            kind={action === 'drop' || action === 'back-to-analysis' ? 'secondary' : 'primary'}
          >
            {REVIEW_ACTION_LABELS[action][language]}
          </LinkButton>
        ))}
      </ButtonGroup>
    </>
  );
}

async function Texts({ opened }: { opened: OpenedReview }) {
  const { review, words, language, tools, actor, path } = opened;
  const sections = await sectionsOf(tools.db, review.id, REVIEW_DOCUMENT);
  return (
    <>
      <h2>{words.texts}</h2>
      <p class="govuk-hint">{words.textsHint}</p>
      {openSections(review).map((section) => {
        const text = sections.get(section)?.text ?? '';
        const mayWrite = mayWriteSection(review, section, actor);
        return (
          <>
            <h3>{SECTION_LABELS[section][language]}</h3>
            {text === '' ? <p class="govuk-hint">{words.empty}</p> : <p class="tuntas-preserve">{text}</p>}
            {(mayWrite || text !== '') && (
              <p>
                <a href={`${path}/sections/${section}`}>
                  {mayWrite ? words.write : words.read}
                  <span class="govuk-visually-hidden">: {SECTION_LABELS[section][language]}</span>
                </a>
              </p>
            )}
          </>
        );
      })}
    </>
  );
}

async function Members({ opened }: { opened: OpenedReview }) {
  const { review, words, language, tools, actor, path } = opened;
  const members = membersOf(review);
  const mayChange = mayReview(review, actor) && !isEnded(review);
  const others = mayChange
    ? (await possibleMembers(tools, tools.db, review)).filter((id) => !members.some((each) => each.personId === id))
    : [];
  const people = await peopleByIds(tools.db, [...members.map((each) => each.personId), ...others]);
  const name = (id: string) => people.get(id)?.name ?? words.unknown;
  return (
    <>
      <h2>{words.members}</h2>
      {members.length === 0 && <p class="govuk-hint">{words.membersNone}</p>}
      {members.map((each) => (
        <Form action={`${path}/members`}>
          <Hidden name="version" value={String(review.version)} />
          <Hidden name="does" value="end" />
          <Hidden name="person" value={each.personId} />
          <p>
            {name(each.personId)}
            <br />
            <span class="govuk-hint">{words.memberSince(formatDay(dayOf(each.since, review.zone), language, 'short'))}</span>
          </p>
          {mayChange && (
            <Button kind="secondary">
              {words.memberEnd}
              <span class="govuk-visually-hidden"> {name(each.personId)}</span>
            </Button>
          )}
        </Form>
      ))}
      {others.length > 0 && (
        <Form action={`${path}/members`}>
          <Hidden name="version" value={String(review.version)} />
          <Hidden name="does" value="add" />
          <Select
            name="person"
            label={words.memberAdd}
            emptyLabel={words.memberChoose}
            options={others.map((value) => ({ value, label: name(value) }))}
          />
          <Button kind="secondary">{words.memberAddButton}</Button>
        </Form>
      )}
    </>
  );
}

export async function memberStep(opened: OpenedReview): Promise<Response> {
  const { c, tools, actor, review, words, path } = opened;
  const form = readForm(c);
  const does = form.text('does') === 'end' ? 'end' : 'add';
  const target = { reviewId: review.id, version: versionOf(form.text('version')) };
  const done = await changeMember(tools, actor, target, { personId: form.text('person'), does });
  if (done.ok) return seeOther(c, path, words.memberDone);
  if (done.refusal === 'case.absent' || done.refusal === 'case.not-yours') return c.notFound();
  return reviewPage(opened, { code: done.refusal, field: 'person' });
}
