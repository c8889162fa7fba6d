/** Writing a recommendation: contents, superior, points, what is missing; then with the chair. */
import { Details, Hidden, InsetText, Select, SummaryList, Table, TextArea, TextInput } from '../../../design/index.ts';
import { respondentsOf } from '../../rules/case.ts';
import { DOCUMENT_STATE_LABELS } from '../../rules/documents/document.transitions.ts';
import {
  gapsInRecommendation,
  RECOMMENDATION_GAP_LABELS,
  RECOMMENDATION_TEXT_LABELS,
  RECOMMENDATION_TEXTS,
  type Recommendation,
  type RecommendationGap,
  type RecommendationText,
} from '../../rules/findings/recommendation.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { Passages } from './lhp-handed-in.tsx';
import { StepForm } from './parts.tsx';
import type { RecommendationView } from './recommendation-page.tsx';
import { input } from './shell.ts';

type Props = { readonly view: RecommendationView; readonly making: Recommendation };

export function RecommendationDraft({ view, making }: Props) {
  const { at, writes } = view;
  const { words, language, file } = at;
  const gaps = gapsInRecommendation(making, respondentsOf(file).length);
  const isText = (gap: RecommendationGap): gap is RecommendationText => (RECOMMENDATION_TEXTS as readonly string[]).includes(gap);
  return (
    <>
      {writes ? <Contents view={view} making={making} /> : <Texts view={view} making={making} />}
      <Points view={view} making={making} />
      <h2>{words.recommendation.handIn}</h2>
      <p class="govuk-hint">{words.recommendation.form}</p>
      {gaps.length > 0 && (
        <>
          <p>{words.recommendation.missing}:</p>
          <ul>
            {gaps.map((gap) => (
              <li>{(isText(gap) ? RECOMMENDATION_TEXT_LABELS[gap] : RECOMMENDATION_GAP_LABELS[gap])[language]}</li>
            ))}
          </ul>
        </>
      )}
      {writes && gaps.length === 0 && <StepForm at={at} step="hand-in" button={words.recommendation.handIn} />}
    </>
  );
}

function Texts({ view, making }: Props) {
  const { language } = view.at;
  return (
    <>
      {RECOMMENDATION_TEXTS.map((name) => (
        <>
          <h3>{RECOMMENDATION_TEXT_LABELS[name][language]}</h3>
          <p class="tuntas-preserve">{making.texts[name] || '–'}</p>
        </>
      ))}
    </>
  );
}

/** Superiors of the respondents and the agencies above them: whom a recommendation can go to. */
function superiors({ at, agency }: RecommendationView, making: Recommendation) {
  const ids = respondentsOf(at.file).flatMap(({ superiorAgencyId, agencyId, governmentId }) => [
    superiorAgencyId,
    governmentId,
    agencyId,
  ]);
  const known = [...new Set([making.superiorAgencyId, ...ids])].filter((id): id is string => id !== null);
  return known.map((value) => ({ value, label: agency(value) })).filter(({ label }) => label !== '–');
}

function Contents({ view, making }: Props) {
  const { at } = view;
  const { words, language } = at;
  const step = 'write';
  return (
    <>
      <h2>{words.recommendation.contents}</h2>
      <StepForm at={at} step={step} button={words.recommendation.save}>
        {RECOMMENDATION_TEXTS.map((name) => (
          <TextArea
            name={input(step, name)}
            label={RECOMMENDATION_TEXT_LABELS[name][language]}
            rows={name === 'forms' ? 3 : 6}
            value={at.typed(step, name, making.texts[name])}
          />
        ))}
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words.recommendation.superior}</legend>
          <Select
            name={input(step, 'superior-agency')}
            label={words.recommendation.superiorAgency}
            emptyLabel={words.choose}
            value={at.typed(step, 'superior-agency', making.superiorAgencyId ?? '')}
            options={superiors(view, making)}
          />
          <TextInput
            name={input(step, 'superior-position')}
            label={words.recommendation.superiorPosition}
            value={at.typed(step, 'superior-position', making.superiorPosition)}
          />
        </fieldset>
      </StepForm>
    </>
  );
}

function Points({ view, making }: Props) {
  const { at, agency, writes } = view;
  const { words, file } = at;
  const step = 'add-point';
  const hasSuperior = making.superiorAgencyId !== null && making.superiorPosition !== '';
  return (
    <>
      <h2>{words.recommendation.points}</h2>
      {making.points.length === 0 && <p>{words.none}</p>}
      {making.points.length > 0 && (
        <Table
          id="points"
          caption={words.recommendation.points}
          captionSize="hidden"
          stacked
          columns={[
            { label: words.lhp.what },
            { label: words.lhp.to },
            { label: words.lhp.evidenceAsked },
            { label: words.remove },
          ]}
          rows={making.points.map((point) => [
            point.text,
            `${point.position}, ${agency(point.agencyId)}`,
            point.evidenceAsked,
            writes ? <StepForm at={at} step="remove-point" line={String(point.no)} button={words.remove} kind="secondary" /> : '',
          ])}
        />
      )}
      {writes && (
        <StepForm at={at} step={step} button={words.recommendation.pointAdd} kind="secondary">
          <Select
            name={input(step, 'to')}
            label={words.lhp.to}
            value={at.typed(step, 'to')}
            options={[
              ...respondentsOf(file).map((one) => ({ value: one.id, label: `${one.position}, ${agency(one.agencyId)}` })),
              ...(hasSuperior
                ? [{ value: 'superior', label: `${words.recommendation.toSuperior}: ${making.superiorPosition}` }]
                : []),
            ]}
          />
          <TextArea name={input(step, 'text')} label={words.lhp.what} rows={3} value={at.typed(step, 'text')} />
          <TextArea
            name={input(step, 'evidence')}
            label={words.lhp.evidenceAsked}
            hint={words.lhp.evidenceHint}
            rows={2}
            value={at.typed(step, 'evidence')}
          />
        </StepForm>
      )}
    </>
  );
}

export function RecommendationHandedIn({ view, making }: Props) {
  const { at, documents, writes } = view;
  const { words, language, path, file, actor } = at;
  const document = documents.find(({ id }) => id === making.documentId);
  if (!document) return null;
  const maySign = possibleActions(file, actor).includes('sign-recommendation');
  const isSealed = ['sealed', 'sent', 'undelivered', 'received'].includes(document.state);
  return (
    <>
      <h2>{words.recommendation.handedIn}</h2>
      <SummaryList
        rows={[
          { key: words.lhp.state, value: DOCUMENT_STATE_LABELS[document.state][language] },
          { key: words.document, value: <a href={`${path}/documents/${document.id}`}>{words.seeDocument}</a> },
        ]}
      />
      {document.state === 'draft' && <InsetText>{words.recommendation.review}</InsetText>}
      <Texts view={view} making={making} />
      {maySign && (document.state === 'reviewed' || document.state === 'numbered') && (
        <StepForm at={at} step="seal" button={words.recommendation.seal}>
          <Hidden name={input('seal', 'revision')} value={String(document.revision)} />
          <p>{words.lhp.sealLead}</p>
          <Passages
            problem={at.again?.step === 'seal' ? at.again.problem : undefined}
            lead={words.lhp.passages}
            look={words.lhp.looked}
          />
        </StepForm>
      )}
      {maySign && isSealed && (
        <StepForm at={at} step="sign" button={words.recommendation.sign}>
          <p>{words.recommendation.signLead}</p>
        </StepForm>
      )}
      {writes && (
        <Details summary={words.recommendation.takeBack}>
          <StepForm at={at} step="take-back" button={words.recommendation.takeBack} kind="secondary" />
        </Details>
      )}
    </>
  );
}
