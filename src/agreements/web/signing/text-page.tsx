/** `/desk/agreements/:code/text`: the text as it stands, what is said of each section, and what is missing before it can be settled. */
import type { Child } from 'hono/jsx';
import { Button, Card, Columns, Details, EmptyState, Form, formatMoment, Hidden, LinkButton } from '../../../design/index.ts';
import { agenciesByIds, peopleByIds } from '../../../directory/index.ts';
import { readinessOf, type TextState, textStateOf } from '../../actions/signing/readiness.ts';
import { spokenFor } from '../../actions/signing/write-text.ts';
import type { AgreementState } from '../../rules/agreement.transitions.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { mayEdit } from '../../rules/permissions.ts';
import { mayComment, type Thread, threadsOf } from '../../rules/signing/comments.ts';
import { fillText } from '../../rules/signing/fields.ts';
import { type TextSection, type TextVersion, titleOf } from '../../rules/signing/text.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { commentsOf } from '../../store/signing/comments.ts';
import { lastRound, type Round } from '../../store/signing/rounds.ts';
import { consentsTo, currentText } from '../../store/signing/texts.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { CommentForm, Threads } from './comments.tsx';
import { Readiness } from './readiness-list.tsx';
import type { At } from './shell.ts';

/** From the opening of the signing on nothing of the text changes, whatever becomes of the data it was filled from. */
const AS_SIGNED: readonly AgreementState[] = ['signing', 'signed', 'ended'];

export async function textPage(at: At): Promise<Response> {
  const { agreement, tools, words, again, today } = at;
  const round = AS_SIGNED.includes(agreement.state) ? await lastRound(tools.db, agreement.id) : undefined;
  if (round && round.outcome !== 'stopped') return signedText(at, round);
  const state = await textStateOf(tools.db, agreement);
  const points = await readinessOf(tools.db, agreement, today, state);
  const isOver = agreement.state === 'signed' || agreement.state === 'ended' || agreement.state === 'dropped';
  return agreementPage(
    at,
    'text',
    words.text.title,
    <Columns
      aside={
        <>
          {!isOver && <Readiness opened={at} points={points} words={words} />}
          {state.text && !isOver && (await Consents({ at, text: state.text }))}
        </>
      }
    >
      {state.text ? await Written({ at, state, text: state.text }) : await NotBegun({ at })}
    </Columns>,
    { wide: true, ...(again ? { errors: again.errors, status: again.status } : {}) },
  );
}

async function signedText(at: At, round: Round): Promise<Response> {
  const { words, base, path } = at;
  return agreementPage(
    at,
    'text',
    words.text.title,
    <Columns>
      <p>{words.text.asSigned}</p>
      <p>
        <a href={`${path}/signing/document.pdf`}>{words.signing.read}</a>
        {' \u00b7 '}
        <a href={`${base}/versions`}>{words.text.versions}</a>
      </p>
      {round.sections.map(({ key, body }) => (
        <Card title={titleOf(round.sections, key)}>
          <p class="tuntas-preserve">{body}</p>
        </Card>
      ))}
    </Columns>,
  );
}

async function NotBegun({ at }: { at: At }): Promise<Child> {
  const { agreement, actor, tools, words, base, language } = at;
  if (!mayEdit(actor, agreement)) {
    const text = agreement.state === 'signed' || agreement.state === 'ended' ? words.text.noneRecorded : words.text.none;
    return <EmptyState title={text} />;
  }
  const before = agreement.predecessorId === null ? undefined : await loadAgreement(tools.db, agreement.predecessorId);
  const hasText = before && (await currentText(tools.db, before.id)) !== undefined;
  return (
    <>
      <p>{words.text.beginLead(agreementKind(agreement.kind).label[language].toLowerCase())}</p>
      <p class="govuk-hint">{words.text.templateNote}</p>
      <Form action={`${base}/begin`}>
        <div class="govuk-button-group">
          <Button name="from" value="template">
            {words.text.begin}
          </Button>
          {hasText && (
            <Button kind="secondary" name="from" value="before">
              {words.text.beginFrom(before.code)}
            </Button>
          )}
        </div>
      </Form>
    </>
  );
}

async function Written({ at, state, text }: { at: At; state: TextState; text: TextVersion }): Promise<Child> {
  const { agreement, actor, tools, words, base, language } = at;
  const comments = await commentsOf(tools.db, agreement.id);
  const offices = await agenciesByIds(
    tools.db,
    comments.map(({ agencyId }) => agencyId),
  );
  const writers = await peopleByIds(tools.db, [text.author.replace('person:', '')]);
  const threads = threadsOf(comments);
  const officeName = (id: string) => offices.get(id)?.shortName ?? '';
  const writes = mayEdit(actor, agreement);
  const keys = new Set(text.sections.map(({ key }) => key));
  const orphans = threads.filter(({ comment }) => !keys.has(comment.section));
  const open = threads.filter(({ comment }) => comment.settledAt === null).length;
  const by = words.text.versionBy(
    writers.get(text.author.replace('person:', ''))?.name ?? '',
    formatMoment(text.at, agreement.zone, language),
  );
  return (
    <>
      <p>{words.text.lead}</p>
      <p>
        <strong>{words.text.version(text.no)}</strong> <span class="govuk-hint">{by}</span>
        <br />
        {words.text.openComments(open)}
        {' \u00b7 '}
        <a href={`${base}/versions`}>{words.text.versions}</a>
        {' \u00b7 '}
        <a href={`${base}/draft.pdf`}>{words.text.draftPdf}</a>
      </p>
      {writes && <p class="govuk-hint">{words.text.templateNote}</p>}
      {text.sections.map((section) => (
        <Section
          at={at}
          section={section}
          title={titleOf(text.sections, section.key)}
          body={fillText(section.body, state.values).text}
          threads={threads.filter(({ comment }) => comment.section === section.key)}
          writes={writes}
          officeName={officeName}
        />
      ))}
      {writes && (
        <LinkButton href={`${base}/sections/new`} kind="secondary">
          {words.text.add}
        </LinkButton>
      )}
      {orphans.length > 0 && (
        <Card title={words.text.removedSection}>
          <Threads at={at} threads={orphans} officeName={officeName} />
        </Card>
      )}
    </>
  );
}

function Section(props: {
  at: At;
  section: TextSection;
  title: string;
  body: string;
  threads: readonly Thread[];
  writes: boolean;
  officeName: (id: string) => string;
}) {
  const { at, section, title, body, threads, writes, officeName } = props;
  const { words, base, actor, agreement, again } = at;
  const isMine = again?.step === `comment-${section.key}`;
  return (
    <section id={section.key} class="tuntas-card">
      <h2 class="tuntas-card__title">{title}</h2>
      {body === '' ? <p class="govuk-hint">{words.text.empty}</p> : <p class="tuntas-preserve">{body}</p>}
      {writes && (
        <p>
          <a href={`${base}/sections/${section.key}`}>
            {words.text.edit}
            <span class="govuk-visually-hidden"> {words.text.editAbout(title)}</span>
          </a>
        </p>
      )}
      {threads.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{words.comment.heading(threads.length)}</h3>
          <Threads at={at} threads={threads} officeName={officeName} />
        </>
      )}
      {mayComment(actor, agreement) && (
        <Details summary={words.comment.add} open={isMine}>
          <CommentForm at={at} section={section.key} />
        </Details>
      )}
    </section>
  );
}

async function Consents({ at, text }: { at: At; text: TextVersion }): Promise<Child> {
  const { agreement, actor, tools, words, base } = at;
  const parties = agreement.parties.filter(({ side }) => side !== 'other');
  if (parties.length === 0 || agreementKind(agreement.kind).manyHands) return null;
  const given = new Set(await consentsTo(tools.db, agreement.id, text.no));
  const mine = spokenFor(actor, agreement).filter(({ id }) => !given.has(id));
  return (
    <Card title={words.consent.title}>
      <p class="govuk-hint">{words.consent.lead}</p>
      <ul class="govuk-list">
        {parties.map(({ id, name }) => (
          <li>
            {name}: <strong>{given.has(id) ? words.consent.given : words.consent.notYet}</strong>
          </li>
        ))}
      </ul>
      {mine.length > 0 && agreement.state !== 'signing' && (
        <Form action={`${base}/consent`}>
          <Hidden name="no" value={String(text.no)} />
          <Button kind="secondary">{words.consent.agree(text.no)}</Button>
        </Form>
      )}
    </Card>
  );
}
