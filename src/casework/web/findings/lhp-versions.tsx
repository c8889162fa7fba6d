/** Beginning an LHP, the versions there are, and the way back to examination. */
import { InsetText, StatusTag, SummaryList, Table, TextArea, Time } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { CONCLUSION_LABELS } from '../../rules/case-labels.ts';
import { LHP_STATE_LABELS, type LhpState } from '../../rules/findings/lhp.ts';
import { possibleActions } from '../../rules/permissions.ts';
import type { LhpView } from './lhp-page.tsx';
import { StepForm } from './parts.tsx';
import { input } from './shell.ts';

export function BeginSection({ view }: { view: LhpView }) {
  const { at, lhps } = view;
  const { words } = at;
  const no = (lhps[0]?.no ?? 0) + 1;
  return (
    <StepForm at={at} step="begin" button={words.lhp.begin(no)}>
      {no > 1 && <p>{words.lhp.beginLead}</p>}
    </StepForm>
  );
}

const TONES: Readonly<Record<LhpState, 'neutral' | 'info' | 'success'>> = {
  draft: 'neutral',
  submitted: 'info',
  issued: 'success',
  replaced: 'neutral',
};

export function VersionsSection({ view, language }: { view: LhpView; language: Language }) {
  const { at, lhps, agency } = view;
  const { words, file, path } = at;
  const issued = lhps.filter((one) => one.issuedAt !== null);
  if (issued.length === 0) return null;
  return (
    <>
      <h2>{words.lhp.versions}</h2>
      {issued.map((lhp) => (
        <section>
          <SummaryList
            title={words.version(lhp.no)}
            rows={[
              {
                key: words.lhp.state,
                value: <StatusTag label={LHP_STATE_LABELS[lhp.state][language]} tone={TONES[lhp.state]} />,
              },
              { key: words.lhp.result, value: lhp.conclusion ? CONCLUSION_LABELS[lhp.conclusion][language] : '–' },
              lhp.issuedAt && { key: words.lhp.issuedOn, value: <Time at={lhp.issuedAt} zone={file.zone} /> },
              {
                key: words.lhp.receivedOn,
                value: lhp.receivedAt ? <Time at={lhp.receivedAt} zone={file.zone} /> : words.lhp.notReceived,
              },
              lhp.documentId !== null && {
                key: words.document,
                value: <a href={`${path}/documents/${lhp.documentId}`}>{lhp.receivedAt ? words.seeDocument : words.lhp.send}</a>,
              },
              { key: words.lhp.preview, value: <a href={`${at.base}/preview/${lhp.no}`}>{words.lhp.preview}</a> },
            ]}
          />
          {lhp.actions.length > 0 && (
            <Table
              id={`actions-${lhp.no}`}
              caption={words.lhp.actions}
              captionSize="s"
              stacked
              columns={[
                { label: words.monitoring.no },
                { label: words.lhp.what },
                { label: words.lhp.to },
                { label: words.lhp.evidenceAsked },
              ]}
              rows={lhp.actions.map((action) => [
                String(action.no),
                action.obligationId ? <a href={`/desk/obligations/${action.obligationId}`}>{action.text}</a> : action.text,
                `${action.position}, ${agency(action.agencyId)}`,
                action.evidenceAsked,
              ])}
            />
          )}
        </section>
      ))}
    </>
  );
}

export function BackToExamination({ view }: { view: LhpView }) {
  const { at } = view;
  const { words, file, actor } = at;
  if (!possibleActions(file, actor).includes('back-to-examination')) return null;
  const step = 'back';
  return (
    <>
      <h2>{words.lhp.back}</h2>
      <InsetText>{words.lhp.backLead}</InsetText>
      <StepForm at={at} step={step} button={words.lhp.back} kind="secondary">
        <TextArea name={input(step, 'reason')} label={words.reason} rows={3} value={at.typed(step, 'reason')} />
      </StepForm>
    </>
  );
}
