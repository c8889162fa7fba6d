/** The inputs of a session: what, when, where and who is invited; and, once it was held, who came and what the tests showed. */
import { DateInput, Details, Hidden, Select, TextArea, TextInput } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import {
  ATTENDANCE_GROUPS,
  type AttendanceGroup,
  GROUP_CODES,
  SESSION_FORMS,
  type SessionForm,
} from '../../rules/sources/session.ts';
import { SESSION_LIMITS } from '../../rules/sources/session-flaws.ts';
import type { SessionWords } from './session-words.ts';
import { reviewerRows, type TypedSession } from './typed-session.ts';

interface Props {
  readonly form: SessionForm;
  readonly typed: TypedSession;
  readonly words: SessionWords;
  readonly language: Language;
}

export function PlanInputs(props: Props) {
  const { form, typed, words } = props;
  return (
    <>
      <TextInput name="topic" label={words.topic} value={typed.texts.topic} maxlength={SESSION_LIMITS.topic} />
      <DateInput name="starts" label={words.starts} value={typed.starts} />
      <DateInput name="ends" label={words.ends} hint={words.endsHint} value={typed.ends} />
      <TextInput name="place" label={words.place} value={typed.texts.place} maxlength={SESSION_LIMITS.place} optional />
      <TextInput
        name="invited"
        label={words.invited}
        hint={words.invitedHint}
        value={typed.texts.invited}
        width={5}
        inputmode="numeric"
        optional
      />
      {SESSION_FORMS[form].hasReviewers && <Reviewers {...props} />}
    </>
  );
}

function Reviewers({ typed, words }: Props) {
  const rows = reviewerRows(typed);
  return (
    <>
      <h2>{words.reviewers}</h2>
      <p>
        {words.reviewersHint} {words.remove}
      </p>
      <Hidden name="reviewers" value={String(rows.length)} />
      {rows.map(({ id, institution, role, came }, index) => (
        <fieldset class="govuk-fieldset">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{words.reviewer(index + 1)}</legend>
          <Hidden name={`reviewer-${index + 1}`} value={id} />
          <TextInput
            name={`institution-${index + 1}`}
            label={words.institution}
            value={institution}
            maxlength={SESSION_LIMITS.institution}
          />
          <TextInput name={`role-${index + 1}`} label={words.role} value={role} maxlength={SESSION_LIMITS.role} />
          <Select
            name={`came-${index + 1}`}
            label={words.cameColumn}
            emptyLabel={words.unknown}
            options={[
              { value: 'yes', label: words.yes },
              { value: 'no', label: words.no },
            ]}
            value={came}
          />
        </fieldset>
      ))}
    </>
  );
}

/** Groups most sessions have; the others wait folded, open when something stands in them. */
const USUAL: Readonly<Record<SessionForm, readonly AttendanceGroup[]>> = {
  training: ['frontline', 'officials', 'village'],
  outreach: ['residents', 'village', 'civil', 'disability', 'students'],
  discussion: ['officials', 'academics', 'civil', 'media', 'ombudsman'],
};

export function RecordInputs(props: Props) {
  const { form, typed, words } = props;
  const others = GROUP_CODES.filter((group) => !USUAL[form].includes(group));
  const isOpen = others.some((group) =>
    ['total', 'women', 'disabled'].some((column) => (typed.texts[`${column}-${group}`] ?? '') !== ''),
  );
  return (
    <>
      <h2>{words.attendance}</h2>
      <p>{words.recordLead}</p>
      <p class="govuk-hint">{words.attendanceHint}</p>
      {USUAL[form].map((group) => (
        <GroupInputs group={group} {...props} />
      ))}
      <Details summary={words.otherGroups} open={isOpen}>
        {others.map((group) => (
          <GroupInputs group={group} {...props} />
        ))}
      </Details>
      {SESSION_FORMS[form].hasTests && <TestInputs {...props} />}
      <TextArea
        name="summary"
        label={words.summary}
        value={typed.texts.summary}
        rows={5}
        maxCharacters={SESSION_LIMITS.summary}
        optional
      />
    </>
  );
}

function GroupInputs({ group, typed, words, language }: Props & { readonly group: AttendanceGroup }) {
  const label = ATTENDANCE_GROUPS[group][language];
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
      <div class="govuk-grid-row">
        {(['total', 'women', 'disabled'] as const).map((column) => (
          <div class="govuk-grid-column-one-third">
            <TextInput
              name={`${column}-${group}`}
              label={words[column]}
              value={typed.texts[`${column}-${group}`] ?? ''}
              width={5}
              inputmode="numeric"
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function TestInputs({ typed, words }: Props) {
  const field = (name: 'preCount' | 'preMean' | 'postCount' | 'postMean' | 'passMark' | 'passed', label: string) => (
    <TextInput
      name={name}
      label={label}
      value={typed.texts[name]}
      width={5}
      inputmode={name.endsWith('Mean') || name === 'passMark' ? 'decimal' : 'numeric'}
    />
  );
  return (
    <fieldset class="govuk-fieldset" aria-describedby="tests-hint">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{words.tests}</legend>
      <div class="govuk-hint" id="tests-hint">
        {words.testsHint}
      </div>
      {field('preCount', words.preCount)}
      {field('preMean', words.preMean)}
      {field('postCount', words.postCount)}
      {field('postMean', words.postMean)}
      {field('passMark', words.passMark)}
      {field('passed', words.passedCount)}
    </fieldset>
  );
}
