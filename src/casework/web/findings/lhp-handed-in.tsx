/** An LHP that was handed in: reviewed, sealed, issued; or taken back. */
import { Checkbox, Details, Hidden, InsetText, LinkButton, Radios, SummaryList, TextArea } from '../../../design/index.ts';
import { DOCUMENT_STATE_LABELS } from '../../rules/documents/document.transitions.ts';
import { mayReviewLhp } from '../../rules/findings/lhp.ts';
import { OBLIGATION_STATE_LABELS } from '../../rules/obligations/obligation.transitions.ts';
import { possibleActions, standingsWith } from '../../rules/permissions.ts';
import type { LhpView } from './lhp-page.tsx';
import { StepForm } from './parts.tsx';
import { input, type StepProblem } from './shell.ts';

type Props = { readonly view: LhpView; readonly making: NonNullable<LhpView['making']> };

export function HandedInSection({ view, making }: Props) {
  const { at, mayWrite } = view;
  const { words, language, base, path, file, actor } = at;
  const { lhp, document } = making;
  if (!document) return null;
  const isReviewer = (['case.examine', 'case.resolve', 'case.decide'] as const).some(
    (each) => standingsWith(file, actor, each).length > 0,
  );
  const isSealed = ['sealed', 'sent', 'undelivered', 'received'].includes(document.state);
  const mayIssue = possibleActions(file, actor).some((action) => action.startsWith('issue-'));
  const isHead = standingsWith(file, actor, 'case.decide').length > 0;
  return (
    <>
      <h2>
        {words.version(lhp.no)}: {words.lhp.handedIn}
      </h2>
      <SummaryList
        rows={[
          { key: words.lhp.state, value: DOCUMENT_STATE_LABELS[document.state][language] },
          { key: words.document, value: <a href={`${path}/documents/${document.id}`}>{words.seeDocument}</a> },
        ]}
      />
      <p>
        <LinkButton href={`${base}/preview/${lhp.no}`} kind="secondary">
          {words.lhp.preview}
        </LinkButton>
      </p>
      {document.state === 'draft' && isReviewer && mayReviewLhp(lhp, actor.personId) && (
        <StepForm at={at} step="review" button={words.lhp.review}>
          <Hidden name={input('review', 'revision')} value={String(document.revision)} />
          <p>{words.lhp.reviewLead}</p>
        </StepForm>
      )}
      {document.state === 'draft' && !mayReviewLhp(lhp, actor.personId) && <InsetText>{words.lhp.reviewLead}</InsetText>}
      {(document.state === 'reviewed' || document.state === 'numbered') && isHead && !mayReviewLhp(lhp, actor.personId) && (
        <InsetText>{words.lhp.sealAbove}</InsetText>
      )}
      {(document.state === 'reviewed' || document.state === 'numbered') && isHead && mayReviewLhp(lhp, actor.personId) && (
        <StepForm at={at} step="seal" button={words.lhp.seal}>
          <Hidden name={input('seal', 'revision')} value={String(document.revision)} />
          <p>{words.lhp.sealLead}</p>
          <Passages
            problem={at.again?.step === 'seal' ? at.again.problem : undefined}
            lead={words.lhp.passages}
            look={words.lhp.looked}
          />
        </StepForm>
      )}
      {isSealed && mayIssue && (
        <StepForm at={at} step="issue" button={words.lhp.issue}>
          <p>{words.lhp.issueLead}</p>
          <FormerActions view={view} />
        </StepForm>
      )}
      {mayWrite && (
        <Details summary={words.lhp.takeBack}>
          <StepForm at={at} step="take-back" button={words.lhp.takeBack} kind="secondary" />
        </Details>
      )}
    </>
  );
}

/** What is still owed from a former version: kept or withdrawn, each by an answer of its own. */
function FormerActions({ view }: { view: LhpView }) {
  const { at, former, agency } = view;
  const { words, language } = at;
  if (former.length === 0) return null;
  return (
    <>
      <h3>{words.lhp.former}</h3>
      <p>{words.lhp.formerLead}</p>
      {former.map((one) => (
        <Radios
          name={input('issue', `former-${one.id}`)}
          label={words.lhp.formerOf(one.text, `${one.position}, ${agency(one.agencyId)}`)}
          labelSize="s"
          hint={OBLIGATION_STATE_LABELS[one.state][language]}
          value={at.typed('issue', `former-${one.id}`)}
          choices={[
            { value: 'keep', label: words.lhp.formerKeep },
            {
              value: 'withdraw',
              label: words.lhp.formerWithdraw,
              conditional: (
                <TextArea
                  name={input('issue', `former-reason-${one.id}`)}
                  label={words.lhp.formerReason}
                  hint={words.lhp.formerReasonHint}
                  rows={2}
                  value={at.typed('issue', `former-reason-${one.id}`)}
                />
              ),
            },
          ]}
        />
      ))}
    </>
  );
}

/** What the sealer has to look at before sealing, once they have tried. */
export function Passages(props: { readonly problem: StepProblem | undefined; readonly lead: string; readonly look: string }) {
  const passages = props.problem?.passages ?? [];
  if (passages.length === 0) return null;
  return (
    <>
      <p>{props.lead}:</p>
      <ul>
        {passages.map((one) => (
          <li>{one.excerpt}</li>
        ))}
      </ul>
      {props.problem?.code === 'case.passage-to-look-at' && (
        <Checkbox name={input('seal', 'looked')} label={props.look} checked={false} />
      )}
    </>
  );
}
