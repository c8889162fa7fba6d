/** `.../documents/:document`: what it says, how far it is, who has received it, and the steps this officer may take. */
import { Columns, Details, formatBytes, InsetText, LinkButton, SummaryList, Time } from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { composeDocument, limitsOf, signatoryOf } from '../../actions/documents/compose-document.ts';
import { tellLimit } from '../../rules/documents/due-words.ts';
import { documentKind } from '../../rules/documents/kinds.ts';
import type { LetterContent } from '../../rules/documents/letter-content.ts';
import { mayAct, sealAction } from '../../rules/documents/permissions.ts';
import { answersTo, loadDocument, successorOf } from '../../store/documents/documents.ts';
import { filesOfDocument } from '../../store/documents/files.ts';
import { AnswerView } from './answer-view.tsx';
import { duesOf } from './dues.tsx';
import { LetterView } from './letter-view.tsx';
import { kindLabel, StateTag } from './list-page.tsx';
import type { DocumentPlace } from './place.ts';
import { recipientsSection } from './recipients-section.tsx';
import type { Refused } from './refused.ts';
import { stepsSection } from './steps-section.tsx';

/** What the page shows again after a refused step. */
export interface RefusedStep {
  readonly refused: Refused;
  readonly typed: Readonly<Record<string, string>>;
}

export async function documentPage(place: DocumentPlace, again?: RefusedStep): Promise<Response> {
  const { document, words, language, own, path } = place;
  const options = again ? { errors: again.refused.errors, status: again.refused.status } : {};
  const title = `${kindLabel(document, place.opened.legal.ruleSet, language)}${document.number ? ` ${document.number}` : ''}`;
  if (document.direction === 'in') {
    return place.frame(title, <Columns>{await answerSide(place)}</Columns>, options);
  }
  const [content, steps, recipients, relations, answers] = [
    document.content ?? (await preview(place)),
    await stepsSection(place, again),
    await recipientsSection(place, again),
    await relationsOf(place),
    await answersTo(place.tools.db, document.id),
  ];
  const dues = await duesOf(place.tools, document, place.opened, place);
  const limits = await limitsSection(place);
  const { file } = document;
  return place.frame(
    title,
    <Columns aside={await historyOf(place)}>
      <p>
        <StateTag document={document} language={language} />
      </p>
      {relations}
      {file && (
        <>
          <p>
            <LinkButton href={`${own}/file`}>{words.page.download(formatBytes(file.bytes, language))}</LinkButton>
          </p>
          <p class="govuk-body-s">
            {words.page.seal}: <code class="tuntas-breakable">{file.sha256}</code>
          </p>
        </>
      )}
      {steps}
      {recipients}
      {answers.length > 0 && (
        <>
          <h2 id="answers">{words.page.answers}</h2>
          <ul>
            {answers.map((one) => (
              <li>
                <a href={`${path}/${one.id}`}>{one.number}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {dues}
      {limits}
      {document.state === 'draft' || document.state === 'reviewed' ? <p>{words.page.preview}</p> : null}
      <LetterView content={content} />
      <p class="govuk-body-s">{words.page.wording(document.templateVersion)}</p>
    </Columns>,
    options,
  );
}

/** As it will be printed, by whoever looks at it when they may seal it, else by the office that will. */
async function preview(place: DocumentPlace): Promise<LetterContent> {
  const { tools, document, opened, actor, now } = place;
  const kind = document.kind as Exclude<typeof document.kind, 'answer'>;
  const isSealer = mayAct(opened.reach(actor), actor, document, sealAction(kind)) !== 'not-yours';
  const signatory = isSealer ? signatoryOf(actor, opened, kind) : { position: 'Pejabat yang berwenang', name: '' };
  return composeDocument(tools, tools.db, document, opened, { number: null, signatory, reporterName: null, at: now });
}

async function answerSide(place: DocumentPlace) {
  const { document, tools, words, language, own, path } = place;
  const letter = document.basedOnId ? await loadDocument(tools.db, document.basedOnId) : undefined;
  return (
    <>
      {letter && (
        <p>
          {words.page.basedOn} <a href={`${path}/${letter.id}`}>{letter.number}</a>
        </p>
      )}
      <AnswerView
        answer={document}
        files={await filesOfDocument(tools.db, document.id)}
        hrefOf={(file) => `${own}/files/${file.id}`}
        zone={place.opened.facts.zone}
        language={language}
      />
    </>
  );
}

async function relationsOf({ tools, document, words, path }: DocumentPlace) {
  const successor = await successorOf(tools.db, document.id);
  const replaces = document.replacesId ? await loadDocument(tools.db, document.replacesId) : undefined;
  const basedOn = document.basedOnId ? await loadDocument(tools.db, document.basedOnId) : undefined;
  return (
    <>
      {document.state === 'superseded' && successor && (
        <InsetText>
          {words.page.replacedBy} <a href={`${path}/${successor.id}`}>{successor.number ?? words.list.unnumbered}</a>
        </InsetText>
      )}
      {replaces && (
        <p>
          {words.page.replaces} <a href={`${path}/${replaces.id}`}>{replaces.number}</a>
        </p>
      )}
      {basedOn && (
        <p>
          {words.page.basedOn} <a href={`${path}/${basedOn.id}`}>{basedOn.number ?? words.list.unnumbered}</a>
        </p>
      )}
    </>
  );
}

/** The time that the kind gives, with what it rests on; what is not confirmed says so. */
async function limitsSection({ tools, document, opened, words, language }: DocumentPlace) {
  if (document.kind === 'answer') return null;
  const rules = documentKind(document.kind).onReceived;
  if (rules.length === 0 || document.state === 'received') return null;
  const limit = await limitsOf(tools, tools.db, opened);
  return (
    <Details summary={words.page.due}>
      {rules.map(({ rule }) => {
        const parameter = limit(rule);
        return (
          <>
            <p>{words.page.dueLater(tellLimit(parameter))}</p>
            {!parameter.confirmed && (
              <p>
                {words.page.unconfirmed} {parameter.note?.[language]}
              </p>
            )}
          </>
        );
      })}
    </Details>
  );
}

async function historyOf({ tools, document, words, opened }: DocumentPlace) {
  const people = await peopleByIds(tools.db, [
    document.draftedBy,
    document.editedBy,
    document.reviewedBy ?? '',
    document.sealedBy ?? '',
  ]);
  const { zone } = opened.facts;
  const name = (id: string | null) => (id === null ? '' : (people.get(id)?.name ?? ''));
  const row = (key: string, id: string | null, at: Parameters<typeof Time>[0]['at'] | null) =>
    at !== null && {
      key,
      value: (
        <>
          {name(id)}
          <br />
          <Time at={at} zone={zone} />
        </>
      ),
    };
  return (
    <SummaryList
      title={words.page.history}
      rows={[
        row(words.page.drafted, document.draftedBy, document.draftedAt),
        document.editedAt.epochMilliseconds !== document.draftedAt.epochMilliseconds &&
          row(words.page.edited, document.editedBy, document.editedAt),
        row(words.page.reviewedBy, document.reviewedBy, document.reviewedAt),
        row(words.page.sealedBy, document.sealedBy, document.numberedAt),
      ]}
    />
  );
}
