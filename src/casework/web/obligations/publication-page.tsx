/** `/desk/cases/{id}/publication`: writing what the public reads of a case, publishing it, taking it back. */
import {
  Button,
  Card,
  Checkbox,
  type FieldErrors,
  Form,
  Hidden,
  InsetText,
  Radios,
  StatusTag,
  seeOther,
  TextArea,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import { oneOf } from '../../../platform/http/query.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { draftPublication, publishCase, scanPublication, withdrawPublication } from '../../actions/obligations/publish-case.ts';
import {
  LONGEST_SUMMARY,
  mayBePublished,
  mayPublish,
  mayWrite,
  PUBLICATION_KINDS,
  type Publication,
  type PublicationText,
} from '../../rules/obligations/publication.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';
import { publicationsOf } from '../../store/obligations/publications.ts';
import { casePage } from '../case-frame.tsx';
import { type OpenedCase, onCase, versionOf } from '../opened.tsx';
import { FINDINGS } from './public/telling.ts';
import { type ObligationWords, wordsIn } from './words.ts';

interface Typed extends PublicationText {
  /** The other steps do not send the text: after them it stands as it is kept. */
  readonly step: string | undefined;
  readonly reason: string;
  readonly marks: readonly string[];
  readonly errors: FieldErrors;
  readonly status: 403 | 409 | 422;
}

export const publicationPage = onCase((opened) => show(opened));

async function show(opened: OpenedCase, typed?: Typed): Promise<Response> {
  const { tools, file, actor, language, path } = opened;
  const words = wordsIn(language);
  const [latest] = await publicationsOf(tools.db, file.id);
  const current = latest?.state === 'withdrawn' ? undefined : latest;
  const action = `${path}/publication`;
  return casePage(
    opened,
    'obligations',
    words.publication,
    <>
      <p>{words.publicationLead}</p>
      {latest ? <Standing publication={latest} words={words} /> : <p>{words.publicationNone}</p>}
      {mayBePublished(file) && mayWrite(file, actor) && current?.state !== 'published' && (
        <DraftForm
          action={`${action}/draft`}
          text={typed?.step === 'draft' ? typed : current}
          marks={typed?.marks ?? []}
          version={current?.version ?? 0}
          words={words}
        />
      )}
      {current?.state === 'draft' && mayPublish(file, actor) && (
        <Card title={words.publicationPublish}>
          {current.writtenBy === actor.personId ? (
            <p>{words.publicationOther}</p>
          ) : (
            <Form action={`${action}/publish`}>
              <Hidden name="version" value={String(current.version)} />
              <h3>{current.title}</h3>
              <p class="tuntas-preserve">{current.summary}</p>
              <p class="tuntas-preserve">{current.actions}</p>
              <Button>{words.publicationPublish}</Button>
            </Form>
          )}
        </Card>
      )}
      {current?.state === 'published' && mayPublish(file, actor) && (
        <Card title={words.publicationWithdraw}>
          <Form action={`${action}/withdraw`}>
            <Hidden name="version" value={String(current.version)} />
            <TextArea name="reason" label={words.publicationWhy} rows={3} value={typed?.reason ?? ''} />
            <Button kind="warning">{words.publicationWithdraw}</Button>
          </Form>
        </Card>
      )}
    </>,
    { errors: typed?.errors ?? [], ...(typed ? { status: typed.status } : {}) },
  );
}

function Standing({ publication, words }: { publication: Publication; words: ObligationWords }) {
  const tone = { draft: 'warning', published: 'success', withdrawn: 'neutral' } as const;
  return (
    <>
      <p>
        <StatusTag label={words.publicationState[publication.state]} tone={tone[publication.state]} />{' '}
        {publication.state === 'published' && <a href={`${FINDINGS}/${publication.slug}`}>{words.toPublic}</a>}
      </p>
      {publication.reason !== null && (
        <InsetText>
          <p class="tuntas-preserve">{publication.reason}</p>
        </InsetText>
      )}
    </>
  );
}

function DraftForm(props: {
  action: string;
  text: PublicationText | undefined;
  marks: readonly string[];
  version: number;
  words: ObligationWords;
}) {
  const { action, text, marks, version, words } = props;
  return (
    <Form action={action}>
      <Hidden name="version" value={String(version)} />
      <Radios
        name="kind"
        label={words.publicationKind}
        value={text?.kind ?? 'finding'}
        inline
        choices={[
          { value: 'finding', label: words.publicationFinding },
          { value: 'recommendation', label: words.publicationRecommendation },
        ]}
      />
      <TextInput name="title" label={words.publicationTitle} value={text?.title ?? ''} />
      <TextArea
        name="summary"
        label={words.publicationSummary}
        rows={10}
        maxCharacters={LONGEST_SUMMARY}
        value={text?.summary ?? ''}
      />
      <TextArea
        name="actions"
        label={words.publicationActions}
        hint={words.publicationActionsHint}
        rows={6}
        maxCharacters={LONGEST_SUMMARY}
        value={text?.actions ?? ''}
      />
      {marks.length > 0 && (
        <>
          <WarningText>{words.publicationMarks}</WarningText>
          <ul>
            {marks.map((mark) => (
              <li>{mark}</li>
            ))}
          </ul>
          <Checkbox name="kept" label={words.publicationMarksKept} />
        </>
      )}
      <Button>{words.publicationDraft}</Button>
    </Form>
  );
}

const FIELD_OF: Readonly<Partial<Record<CaseRefusal, string>>> = {
  'case.publication-marked': 'kept',
  'case.reason-missing': 'reason',
  'case.text-missing': 'title',
};

export const postPublication = onCase(async (opened) => {
  const { c, tools, actor, file, language, path } = opened;
  const words = wordsIn(language);
  const form = readForm(c);
  const text: PublicationText = {
    kind: oneOf(PUBLICATION_KINDS, form.text('kind')) ?? 'finding',
    title: form.text('title'),
    summary: form.text('summary'),
    actions: form.text('actions'),
  };
  const target = { caseId: file.id, version: versionOf(form.text('version')) };
  const step = c.req.param('step');
  const done =
    step === 'draft'
      ? await draftPublication(tools, actor, { ...target, ...text, isKept: form.text('kept') === 'yes' })
      : step === 'publish'
        ? await publishCase(tools, actor, target)
        : step === 'withdraw'
          ? await withdrawPublication(tools, actor, { ...target, reason: form.text('reason') })
          : undefined;
  if (!done) return c.notFound();
  if (done.ok) return seeOther(c, `${path}/publication`, words.done);
  const refusal = CASE_REFUSALS[done.refusal];
  const status = refusalStatus(refusal.kind);
  if (status === 404 || status === 429) return c.notFound();
  const { marks } = step === 'draft' ? await scanPublication(tools, tools.db, file.id, text) : { marks: [] };
  const field = FIELD_OF[done.refusal] ?? 'summary';
  return show(opened, {
    ...text,
    step,
    reason: form.text('reason'),
    marks,
    status,
    errors: [{ field, message: refusal[language] }],
  });
});
