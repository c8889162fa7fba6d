/** One step of a review, with what it means and, where needed, its reason; and the form of a suggestion. */
import {
  BackLink,
  Button,
  Columns,
  type FieldErrors,
  Form,
  Hidden,
  PageHeading,
  page,
  Radios,
  Select,
  seeOther,
  TextArea,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import { agenciesUnder, agencyById } from '../../../directory/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { writeSuggestion } from '../../actions/reviews/suggestions.ts';
import { moveReview } from '../../actions/reviews/work-on-review.ts';
import { OBLIGATION_KIND_LABELS } from '../../rules/obligations/obligation.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';
import { isReviewAction, REVIEW_ACTION_LABELS, type ReviewTransition } from '../../rules/reviews/review.transitions.ts';
import { maySuggest, reviewLines } from '../../rules/reviews/review.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { versionOf } from '../opened.tsx';
import { lhaWordsIn } from './lha-words.ts';
import type { OpenedReview } from './opened.tsx';

type Status = 403 | 404 | 409 | 422 | 429;

interface Again {
  readonly errors: FieldErrors;
  readonly status: Status;
}

function lineOf(opened: OpenedReview): ReviewTransition | undefined {
  const action = opened.c.req.param('action') ?? '';
  return reviewLines(opened.review, opened.actor).find((line) => line.action === action);
}

export function stepForm(opened: OpenedReview): Response | Promise<Response> {
  const line = lineOf(opened);
  // The page of a step that has been taken, reloaded: back to the review.
  if (!line) return isReviewAction(opened.c.req.param('action') ?? '') ? opened.c.redirect(opened.path) : opened.c.notFound();
  return stepPage(opened, line, '', opened.review.version);
}

export async function takeStep(opened: OpenedReview): Promise<Response> {
  const { c, tools, actor, review, words, language, path } = opened;
  const action = c.req.param('action') ?? '';
  if (!isReviewAction(action)) return c.notFound();
  const form = readForm(c);
  const [reason, version] = [form.text('reason'), versionOf(form.text('version'))];
  const done = await moveReview(tools, actor, { reviewId: review.id, version }, action, reason);
  if (done.ok) return seeOther(c, path, words.stepDone);
  const refusal = CASE_REFUSALS[done.refusal];
  const line = lineOf(opened);
  if (refusal.kind === 'absent' || refusal.kind === 'forbidden') return c.notFound();
  if (!line) return seeOther(c, path, refusal[language]);
  const again = { errors: [{ field: 'reason', message: refusal[language] }], status: refusalStatus(refusal.kind) };
  return stepPage(opened, line, reason, version, again);
}

function stepPage(
  opened: OpenedReview,
  line: ReviewTransition,
  reason: string,
  version: number,
  again?: Again,
): Promise<Response> {
  const { c, review, words, language, path } = opened;
  const title = REVIEW_ACTION_LABELS[line.action][language];
  const lead = words.stepLead[line.action];
  return page(
    c,
    { title, before: <BackLink href={path} text={words.back} />, ...(again ?? {}) },
    <Columns>
      <PageHeading caption={words.caption(review.number)}>{title}</PageHeading>
      {line.action === 'drop' ? <WarningText>{lead}</WarningText> : <p>{lead}</p>}
      <Form action={`${path}/steps/${line.action}`} id="reason-form">
        <Hidden name="version" value={String(version)} />
        {line.needs.includes('reason') && (
          <TextArea
            name="reason"
            label={words.stepReason}
            hint={words.stepReasonHint}
            value={reason}
            rows={5}
            maxCharacters={LONGEST_TEXT}
          />
        )}
        <Button kind={line.action === 'drop' ? 'warning' : 'primary'}>{title}</Button>
      </Form>
    </Columns>,
  );
}

const KINDS = ['suggestion', 'improvement-suggestion'] as const;

interface TypedSuggestion {
  readonly version: number;
  readonly kind: string;
  readonly agency: string;
  readonly position: string;
  readonly text: string;
  readonly evidence: string;
}

export function suggestForm(opened: OpenedReview): Response | Promise<Response> {
  const { c, review, actor, path } = opened;
  if (!maySuggest(review, actor)) return c.redirect(path);
  const { version, agencyId } = review;
  return suggestPage(opened, { version, kind: 'suggestion', agency: agencyId, position: '', text: '', evidence: '' });
}

export async function suggest(opened: OpenedReview): Promise<Response> {
  const { c, tools, actor, review, language, path } = opened;
  const form = readForm(c);
  const typed: TypedSuggestion = {
    version: versionOf(form.text('version')),
    kind: form.text('kind'),
    agency: form.text('agency'),
    position: form.text('position'),
    text: form.text('text'),
    evidence: form.text('evidence'),
  };
  const done = await writeSuggestion(
    tools,
    actor,
    { reviewId: review.id, version: typed.version },
    {
      kind: KINDS.find((kind) => kind === typed.kind) ?? 'suggestion',
      ...{ agencyId: typed.agency, position: typed.position, text: typed.text, evidenceAsked: typed.evidence },
    },
  );
  if (done.ok) return seeOther(c, `${path}#suggestions`, lhaWordsIn(language).written);
  const refusal = CASE_REFUSALS[done.refusal];
  if (refusal.kind === 'absent' || refusal.kind === 'forbidden') return c.notFound();
  const fields: Partial<Record<CaseRefusal, string>> = { 'case.review-agency-outside': 'agency' };
  const field = fields[done.refusal] ?? 'text';
  return suggestPage(opened, typed, { errors: [{ field, message: refusal[language] }], status: refusalStatus(refusal.kind) });
}

async function suggestPage(opened: OpenedReview, typed: TypedSuggestion, again?: Again): Promise<Response> {
  const { c, tools, review, words, language, path } = opened;
  const [own, others] = [await agencyById(tools.db, review.agencyId), await agenciesUnder(tools.db, review.governmentId)];
  const agencies = [...new Map([...(own ? [own] : []), ...others].map((agency) => [agency.id, agency])).values()];
  return page(
    c,
    { title: words.suggestTitle, before: <BackLink href={path} text={words.back} />, ...(again ?? {}) },
    <Columns>
      <PageHeading caption={words.caption(review.number)}>{words.suggestTitle}</PageHeading>
      <p>{lhaWordsIn(language).lead}</p>
      <Form action={`${path}/suggest`}>
        <Hidden name="version" value={String(typed.version)} />
        <Radios
          name="kind"
          label={words.suggestKind}
          value={typed.kind}
          choices={KINDS.map((value) => ({ value, label: OBLIGATION_KIND_LABELS[value][language] }))}
        />
        <Select
          name="agency"
          label={words.suggestAgency}
          value={typed.agency}
          narrowing
          options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
        />
        <TextInput name="position" label={words.suggestPosition} hint={words.positionHint} value={typed.position} optional />
        <TextArea
          name="text"
          label={words.suggestText}
          hint={words.suggestTextHint}
          value={typed.text}
          rows={6}
          maxCharacters={LONGEST_TEXT}
        />
        <TextArea name="evidence" label={words.suggestEvidence} value={typed.evidence} rows={3} optional />
        <Button>{lhaWordsIn(language).write}</Button>
      </Form>
    </Columns>,
  );
}
