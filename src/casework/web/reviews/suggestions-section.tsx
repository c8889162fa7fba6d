/** The suggestions of a review, how far each is, and the step that makes the LHA of them. */
import { namesFor } from '../../../complaints/index.ts';
import { Button, ButtonGroup, Form, formatDay, Hidden, LinkButton, seeOther, Table } from '../../../design/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { openedReviewSubject } from '../../actions/documents/review-subject.ts';
import { draftLha } from '../../actions/reviews/lha.ts';
import { dropSuggestion } from '../../actions/reviews/suggestions.ts';
import { DOCUMENT_STATE_LABELS } from '../../rules/documents/document.transitions.ts';
import { mayDraft } from '../../rules/documents/permissions.ts';
import { OBLIGATION_STATE_LABELS } from '../../rules/obligations/obligation.transitions.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';
import { isEnded, maySuggest } from '../../rules/reviews/review.ts';
import { isInMaking, openOnes, type WrittenSuggestion } from '../../rules/reviews/suggestion.ts';
import { documentsOf } from '../../store/documents/documents.ts';
import { obligationsOf } from '../../store/obligations/obligations.ts';
import { suggestionsOf } from '../../store/reviews/suggestions.ts';
import { versionOf } from '../opened.tsx';
import { reviewPage } from './file-page.tsx';
import { lhaWordsIn } from './lha-words.ts';
import type { OpenedReview } from './opened.tsx';

const LONGEST_SHOWN = 160;
const short = (text: string) => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);

export async function Suggestions({ opened }: { opened: OpenedReview }) {
  const { review, language, tools, actor, path } = opened;
  const words = lhaWordsIn(language);
  const suggestions = await suggestionsOf(tools.db, review.id);
  const owed = new Map((await obligationsOf(tools.db, { reviewId: review.id })).map((each) => [each.id, each]));
  const names = await namesFor(tools.db, language, { agencies: suggestions.map(({ agencyId }) => agencyId) });
  const may = maySuggest(review, actor);
  const { columns } = words;
  const row = (each: WrittenSuggestion) => {
    const obligation = each.obligationId === null ? undefined : owed.get(each.obligationId);
    const isFree = obligation === undefined && !isInMaking(each);
    return [
      obligation ? <a href={`/desk/obligations/${obligation.id}`}>{short(each.text)}</a> : short(each.text),
      names.agency(each.agencyId),
      obligation ? formatDay(dayOf(obligation.dueAt, review.zone), language, 'short') : words.noDue,
      <>
        {obligation
          ? OBLIGATION_STATE_LABELS[obligation.state][language]
          : each.document
            ? words.inDocument(DOCUMENT_STATE_LABELS[each.document.state][language])
            : words.notGiven}
        {may && isFree && (
          <Form action={`${path}/suggestions/${each.no}/take-back`}>
            <Hidden name="version" value={String(review.version)} />
            <Button kind="secondary">
              {words.takeBack}
              <span class="govuk-visually-hidden">: {short(each.text)}</span>
            </Button>
          </Form>
        )}
      </>,
    ];
  };
  return (
    <>
      {suggestions.length === 0 ? (
        <>
          <h2 id="suggestions">{words.title}</h2>
          <p class="govuk-hint">{words.none}</p>
        </>
      ) : (
        <Table
          id="suggestions"
          caption={words.title}
          captionSize="m"
          stacked
          columns={[{ label: columns.what }, { label: columns.to }, { label: columns.due }, { label: columns.state }]}
          rows={suggestions.map(row)}
        />
      )}
      <Documents opened={opened} />
      <Making opened={opened} suggestions={suggestions} />
      {may && (
        <ButtonGroup>
          <LinkButton href={`${path}/suggest`} kind="secondary">
            {words.write}
          </LinkButton>
        </ButtonGroup>
      )}
    </>
  );
}

/** The reports that were made, and how each stands. */
async function Documents({ opened }: { opened: OpenedReview }) {
  const { review, language, tools, path } = opened;
  const words = lhaWordsIn(language);
  const made = (await documentsOf(tools.db, review.id)).filter(
    (one) => one.kind === 'suggestion' && !['discarded', 'superseded'].includes(one.state),
  );
  return made.map((one) => (
    <p>
      <a href={`${path}/documents/${one.id}`}>{one.number ?? words.toDocument}</a>:{' '}
      {DOCUMENT_STATE_LABELS[one.state][language].toLowerCase()}
    </p>
  ));
}

async function Making({ opened, suggestions }: { opened: OpenedReview; suggestions: readonly WrittenSuggestion[] }) {
  const { review, language, tools, actor, path } = opened;
  const words = lhaWordsIn(language);
  const open = openOnes(suggestions);
  if (isEnded(review) || open.length === 0 || open.some(isInMaking)) return null;
  const subject = await openedReviewSubject(tools.db, review.id);
  if (!subject || !mayDraft(subject.reach(actor), 'suggestion')) return null;
  if (review.stage !== 'treatment') return <p class="govuk-hint">{words.afterApproval}</p>;
  return (
    <Form action={`${path}/lha`}>
      <Hidden name="version" value={String(review.version)} />
      <p>{words.makeLead(open.length)}</p>
      <Button>{words.make}</Button>
    </Form>
  );
}

/** Drafts the LHA and goes on to it. */
export async function draftLhaStep(opened: OpenedReview): Promise<Response> {
  const { c, tools, actor, review, path, language } = opened;
  const target = { reviewId: review.id, version: versionOf(readForm(c).text('version')) };
  const done = await draftLha(tools, actor, target);
  if (done.ok) return seeOther(c, `${path}/documents/${done.value.id}`, lhaWordsIn(language).made);
  return refused(opened, done.refusal);
}

export async function takeBackStep(opened: OpenedReview): Promise<Response> {
  const { c, tools, actor, review, path, language } = opened;
  const no = Number(c.req.param('no'));
  if (!Number.isSafeInteger(no) || no < 1) return c.notFound();
  const target = { reviewId: review.id, version: versionOf(readForm(c).text('version')) };
  const done = await dropSuggestion(tools, actor, target, no);
  if (done.ok) return seeOther(c, `${path}#suggestions`, lhaWordsIn(language).takenBack);
  return refused(opened, done.refusal);
}

function refused(opened: OpenedReview, refusal: CaseRefusal): Response | Promise<Response> {
  const { kind } = CASE_REFUSALS[refusal];
  if (kind === 'absent' || kind === 'forbidden') return opened.c.notFound();
  return reviewPage(opened, { code: refusal, field: 'suggestions' });
}
