/** The draft of an LHP: its parts as a list of tasks, conclusion, corrective actions, the case review, what is missing, handing in. */
import {
  Checkboxes,
  DateInput,
  formatDay,
  LinkButton,
  Radios,
  Select,
  Table,
  TaskList,
  TextArea,
  TextInput,
  WarningText,
} from '../../../design/index.ts';
import { discussants } from '../../actions/findings/write-lhp.ts';
import { CONCLUSIONS, respondentsOf } from '../../rules/case.ts';
import { CONCLUSION_LABELS } from '../../rules/case-labels.ts';
import { FINDING_LABELS } from '../../rules/examination/allegation.ts';
import { FORMS } from '../../rules/examination/forms.ts';
import { LHP_GAP_LABELS, LHP_SECTION_LABELS, LHP_SECTIONS, type LhpGap, type LhpSection } from '../../rules/findings/lhp.ts';
import { standingsWith } from '../../rules/permissions.ts';
import type { LhpView } from './lhp-page.tsx';
import { StepForm } from './parts.tsx';
import { input } from './shell.ts';

type Props = { readonly view: LhpView; readonly making: NonNullable<LhpView['making']> };

export function DraftSection({ view, making }: Props) {
  const { at, mayWrite } = view;
  const { words, language, base } = at;
  const { lhp, read } = making;
  return (
    <>
      <h2>
        {words.version(lhp.no)}: {words.lhp.writing}
      </h2>
      <p>
        <strong>{words.lhp.identities}.</strong> {words.lhp.identitiesText}
      </p>
      <TaskList
        tasks={LHP_SECTIONS.map((section) => ({
          title: LHP_SECTION_LABELS[section][language],
          href: `${base}/text/${section}`,
          status: read.texts[section] === '' ? words.lhp.toWrite : words.lhp.written,
        }))}
      />
      <Allegations view={view} />
      {mayWrite && <Conclusion view={view} making={making} />}
      <Actions view={view} making={making} />
      <Discussion view={view} making={making} />
      <h2>{words.lhp.handIn}</h2>
      <Missing gaps={read.gaps} view={view} />
      <p>
        <LinkButton href={`${base}/preview/${lhp.no}`} kind="secondary">
          {words.lhp.preview}
        </LinkButton>
      </p>
      {mayWrite && read.gaps.length === 0 && <StepForm at={at} step="hand-in" button={words.lhp.handIn} />}
    </>
  );
}

function Missing({ gaps, view }: { gaps: readonly LhpGap[]; view: LhpView }) {
  const { words, language } = view.at;
  if (gaps.length === 0) return <p>{words.lhp.complete}</p>;
  const isSection = (gap: LhpGap): gap is LhpSection => (LHP_SECTIONS as readonly string[]).includes(gap);
  return (
    <>
      <p>{words.lhp.missing}:</p>
      <ul>
        {gaps.map((gap) => (
          <li>{(isSection(gap) ? LHP_SECTION_LABELS[gap] : LHP_GAP_LABELS[gap])[language]}</li>
        ))}
      </ul>
    </>
  );
}

function Allegations({ view }: { view: LhpView }) {
  const { at, allegations } = view;
  const { words, language, path } = at;
  return (
    <>
      <h2>{words.lhp.allegations}</h2>
      {allegations.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <Table
          id="allegations"
          caption={words.lhp.allegations}
          captionSize="hidden"
          stacked
          columns={[{ label: words.lhp.form }, { label: words.lhp.finding }, { label: words.reason }]}
          rows={allegations.map((one) => [
            FORMS[one.form].label[language],
            one.finding ? FINDING_LABELS[one.finding][language] : words.lhp.openFinding,
            <span class="tuntas-preserve">{one.reason || '–'}</span>,
          ])}
        />
      )}
      <p>
        <a href={`${path}/allegations`}>{words.lhp.toAllegations}</a>
      </p>
    </>
  );
}

function Conclusion({ view, making }: Props) {
  const { at } = view;
  const { words, language } = at;
  const step = 'conclude';
  return (
    <StepForm at={at} step={step} button={words.lhp.saveConclusion} kind="secondary">
      <Radios
        name={input(step, 'conclusion')}
        label={words.lhp.conclusion}
        labelSize="m"
        hint={words.lhp.conclusionLead}
        value={at.typed(step, 'conclusion', making.lhp.conclusion ?? '')}
        choices={CONCLUSIONS.map((value) => ({
          value,
          label: CONCLUSION_LABELS[value][language],
          ...(value === 'ended'
            ? {
                conditional: (
                  <TextArea
                    name={input(step, 'reason')}
                    label={words.lhp.endedReason}
                    rows={3}
                    value={at.typed(step, 'reason', making.lhp.endedReason)}
                  />
                ),
              }
            : {}),
        }))}
      />
    </StepForm>
  );
}

function Actions({ view, making }: Props) {
  const { at, agency, mayWrite, law } = view;
  const { words, file } = at;
  const { actions, conclusion } = making.lhp;
  const step = 'add-action';
  return (
    <>
      <h2>{words.lhp.actions}</h2>
      {actions.length === 0 && <p>{words.lhp.actionsNone}</p>}
      {actions.length > 0 && (
        <Table
          id="actions"
          caption={words.lhp.actions}
          captionSize="hidden"
          stacked
          columns={[
            { label: words.lhp.what },
            { label: words.lhp.to },
            { label: words.lhp.evidenceAsked },
            { label: words.lhp.deadline },
            { label: words.remove },
          ]}
          rows={actions.map((action) => [
            action.text,
            `${action.position}, ${agency(action.agencyId)}`,
            action.evidenceAsked,
            action.otherLimit
              ? `${words.lhp.lawDeadline(action.otherLimit.value, words.lhp.units[action.otherLimit.unit])}: ${action.otherLimit.reason}`
              : words.lhp.lawDeadline(law.corrective.value, law.corrective.unit),
            mayWrite ? (
              <StepForm at={at} step="remove-action" line={String(action.no)} button={words.remove} kind="secondary" />
            ) : (
              ''
            ),
          ])}
        />
      )}
      {mayWrite && (conclusion === 'found' || actions.length > 0) && (
        <StepForm at={at} step={step} button={words.lhp.actionAdd} kind="secondary">
          <Select
            name={input(step, 'to')}
            label={words.lhp.to}
            value={at.typed(step, 'to', respondentsOf(file)[0]?.id)}
            options={respondentsOf(file).map((one) => ({ value: one.id, label: `${one.position}, ${agency(one.agencyId)}` }))}
          />
          <TextArea name={input(step, 'text')} label={words.lhp.what} rows={3} value={at.typed(step, 'text')} />
          <TextArea
            name={input(step, 'evidence')}
            label={words.lhp.evidenceAsked}
            hint={words.lhp.evidenceHint}
            rows={2}
            value={at.typed(step, 'evidence')}
          />
          <Radios
            name={input(step, 'limit')}
            label={words.lhp.deadline}
            value={at.typed(step, 'limit', 'law')}
            choices={[
              { value: 'law', label: words.lhp.lawDeadline(law.corrective.value, law.corrective.unit) },
              {
                value: 'other',
                label: words.lhp.otherDeadline,
                conditional: (
                  <>
                    <TextInput
                      name={input(step, 'days')}
                      label={words.lhp.days}
                      width={3}
                      inputmode="numeric"
                      value={at.typed(step, 'days')}
                    />
                    <Select
                      name={input(step, 'unit')}
                      label={words.lhp.unit}
                      value={at.typed(step, 'unit', 'hk')}
                      options={[
                        { value: 'hk', label: words.lhp.units.hk },
                        { value: 'day', label: words.lhp.units.day },
                      ]}
                    />
                    <TextArea
                      name={input(step, 'limit-reason')}
                      label={words.lhp.limitReason}
                      rows={2}
                      value={at.typed(step, 'limit-reason')}
                    />
                  </>
                ),
              },
            ]}
          />
        </StepForm>
      )}
    </>
  );
}

function Discussion({ view, making }: Props) {
  const { at, person } = view;
  const { words, file, actor, language } = at;
  const { discussions } = making.read;
  const isHead = standingsWith(file, actor, 'case.decide').length > 0;
  const step = 'discuss';
  const others = discussants(file, actor).filter((id) => id !== actor.personId);
  return (
    <>
      <h2>{words.lhp.discussion}</h2>
      <p class="govuk-hint">{words.lhp.discussionLead}</p>
      {discussions.length === 0 && <p>{words.none}</p>}
      {discussions.map((one) => (
        <>
          <p>
            <strong>{words.lhp.discussionBy(formatDay(one.heldOn, language), one.personIds.map(person).join(', '))}</strong>
          </p>
          <p class="tuntas-preserve">{one.said}</p>
        </>
      ))}
      {isHead && (
        <StepForm at={at} step={step} button={words.lhp.discussionAdd} kind="secondary">
          <DateInput name={input(step, 'on')} label={words.lhp.discussionOn} value={at.day(step, 'on')} />
          {others.length > 0 ? (
            <Checkboxes
              name={input(step, 'who')}
              label={words.lhp.discussionWho}
              values={[...at.chosen(step, 'who')]}
              choices={others.map((id) => ({ value: id, label: person(id) }))}
              small
            />
          ) : (
            <WarningText>{words.none}</WarningText>
          )}
          <TextArea name={input(step, 'said')} label={words.lhp.discussionSaid} rows={5} value={at.typed(step, 'said')} />
        </StepForm>
      )}
    </>
  );
}
