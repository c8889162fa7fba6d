/** The three answers to a candidate, each a small form of its own: set aside, a review, an own-initiative case. */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  Columns,
  type FieldErrors,
  Form,
  formatDay,
  Hidden,
  PageHeading,
  page,
  seeOther,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { agencyById } from '../../../directory/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { dismissCandidate, openInitiative, openReview } from '../../actions/reviews/settle-candidate.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';
import { explainCandidate, topicWords } from '../../rules/reviews/explain.ts';
import { mayReview } from '../../rules/reviews/review.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { viewOf } from '../../rules/visibility.ts';
import { CASES, versionOf } from '../opened.tsx';
import { FILES, type OpenedCandidate, REVIEWS } from './opened.tsx';

interface Typed {
  readonly version: number;
  readonly reason: string;
  readonly title: string;
  readonly account: string;
  readonly position: string;
}

interface Again {
  readonly errors: FieldErrors;
  readonly status: 403 | 404 | 409 | 422 | 429;
}

type Step = 'dismiss' | 'review' | 'initiative';

/** What each refusal is about. */
const FIELDS: Readonly<Record<Step, Partial<Record<CaseRefusal, string>> & { readonly otherwise: string }>> = {
  dismiss: { otherwise: 'reason' },
  review: { otherwise: 'title' },
  initiative: { 'case.review-title-missing': 'title', otherwise: 'account' },
};

export async function settleForm(opened: OpenedCandidate, step: Step): Promise<Response> {
  if (opened.candidate.state !== 'candidate' || !mayReview(opened.candidate, opened.actor)) return opened.c.redirect(opened.path);
  return formPage(opened, step, await suggested(opened));
}

export async function settle(opened: OpenedCandidate, step: Step): Promise<Response> {
  const { c, tools, actor, candidate, words, language, path } = opened;
  const form = readForm(c);
  const typed: Typed = {
    version: versionOf(form.text('version')),
    reason: form.text('reason'),
    title: form.text('title'),
    account: form.text('account'),
    position: form.text('position'),
  };
  const target = { clusterId: candidate.id, version: typed.version };
  const refused = (refusal: CaseRefusal) => {
    const { kind } = CASE_REFUSALS[refusal];
    if (kind === 'absent' || kind === 'forbidden') return c.notFound();
    const field = FIELDS[step][refusal] ?? FIELDS[step].otherwise;
    return formPage(opened, step, typed, {
      errors: [{ field, message: CASE_REFUSALS[refusal][language] }],
      status: refusalStatus(kind),
    });
  };
  if (step === 'dismiss') {
    const done = await dismissCandidate(tools, actor, target, typed.reason);
    return done.ok ? seeOther(c, REVIEWS, words.dismissed) : refused(done.refusal);
  }
  if (step === 'review') {
    const done = await openReview(tools, actor, target, typed);
    return done.ok ? seeOther(c, `${FILES}/${done.value.id}`, words.reviewOpened) : refused(done.refusal);
  }
  const done = await openInitiative(tools, actor, target, typed);
  if (!done.ok) return refused(done.refusal);
  const seen = viewOf(done.value, actor) === 'officer';
  return seeOther(c, seen ? `${CASES}/${done.value.id}` : path, words.initiativeOpened(done.value.number));
}

/** What the form says before anybody has typed. */
async function suggested({ tools, candidate, words, language }: OpenedCandidate): Promise<Typed> {
  const agency = (await agencyById(tools.db, candidate.agencyId))?.name ?? '';
  const day = (on: typeof candidate.fromOn) => formatDay(on, language, 'short');
  const names = { agency, from: day(candidate.fromOn), until: day(candidate.untilOn) };
  return {
    version: candidate.version,
    reason: '',
    title: words.titleOf(topicWords(candidate, 3), agency),
    account: explainCandidate(candidate, names, language),
    position: '',
  };
}

function formPage(opened: OpenedCandidate, step: Step, typed: Typed, again?: Again): Promise<Response> {
  const { c, path, words } = opened;
  const title = { dismiss: words.dismissTitle, review: words.reviewTitle, initiative: words.initiativeTitle }[step];
  return page(
    c,
    { title, before: <BackLink href={path} text={words.back} />, ...(again ?? {}) },
    <Columns>
      <PageHeading>{title}</PageHeading>
      <Form action={`${path}/${step}`}>
        <Hidden name="version" value={String(typed.version)} />
        <Inputs step={step} typed={typed} opened={opened} />
        <Button>{words.actions[step]}</Button>
      </Form>
    </Columns>,
  );
}

function Inputs({ step, typed, opened }: { step: Step; typed: Typed; opened: OpenedCandidate }): Child {
  const { words } = opened;
  const title = <TextInput name="title" label={words.titleLabel} hint={words.titleHint} value={typed.title} maxlength={200} />;
  if (step === 'dismiss')
    return (
      <TextArea
        name="reason"
        label={words.dismissLabel}
        hint={words.dismissHint}
        value={typed.reason}
        rows={5}
        maxCharacters={LONGEST_TEXT}
      />
    );
  if (step === 'review')
    return (
      <>
        <p>{words.reviewLead}</p>
        {title}
      </>
    );
  return (
    <>
      <p>{words.initiativeLead}</p>
      {title}
      <TextArea
        name="account"
        label={words.accountLabel}
        hint={words.accountHint}
        value={typed.account}
        rows={10}
        maxCharacters={LONGEST_TEXT}
      />
      <TextInput name="position" label={words.positionLabel} hint={words.positionHint} value={typed.position} optional />
    </>
  );
}
