/** The inputs of a line: what, how it is measured, when, who, budget and proof. */
import { Button, Checkbox, DateInput, Radios, Select, TextArea, TextInput } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { agreementKind, FACTORS, LINE_FORMS } from '../../rules/kinds.ts';
import { LINE_LIMITS } from '../../rules/lines/line-order.ts';
import type { LineChoices } from './choices.ts';
import type { TypedLine } from './typed-line.ts';
import type { LineWords } from './words.ts';

export interface LineFormProps {
  readonly agreement: Agreement;
  readonly typed: TypedLine;
  readonly choices: LineChoices;
  readonly words: LineWords;
  readonly language: Language;
}

export function LineInputs(props: LineFormProps) {
  return (
    <>
      <What {...props} />
      <Measure {...props} />
      <When {...props} />
      <Who {...props} />
      <Budget {...props} />
    </>
  );
}

function What({ agreement, typed, choices, words, language }: LineFormProps) {
  const w = words.form;
  return (
    <>
      <h2>{w.what}</h2>
      <Select name="programme" label={w.programme} emptyLabel={w.choose} options={choices.programmes} value={typed.programme} />
      {agreementKind(agreement.kind).hasFactors && (
        <Select
          name="factor"
          label={w.factor}
          emptyLabel={w.choose}
          options={Object.entries(FACTORS).map(([value, label]) => ({ value, label: label[language] }))}
          value={typed.factor}
        />
      )}
      <TextArea
        name="activity"
        label={w.activity}
        hint={w.activityHint}
        value={typed.activity}
        rows={2}
        maxCharacters={LINE_LIMITS.activity}
      />
      <Radios
        name="form"
        label={w.form}
        inline
        small
        choices={Object.entries(LINE_FORMS).map(([value, label]) => ({ value, label: label[language] }))}
        value={typed.form}
      />
      <TextArea name="output" label={w.output} value={typed.output} rows={2} maxCharacters={LINE_LIMITS.output} optional />
    </>
  );
}

function Measure({ agreement, typed, words }: LineFormProps) {
  const w = words.form;
  const years = agreement.yearFrom !== null && agreement.yearUntil === agreement.yearFrom ? 1 : 2;
  return (
    <>
      <h2>{w.measure}</h2>
      <TextInput
        name="indicator"
        label={w.indicator}
        hint={w.indicatorHint}
        value={typed.indicator}
        maxlength={LINE_LIMITS.indicator}
        optional
      />
      <TextInput
        name="unit"
        label={w.unit}
        hint={w.unitHint}
        value={typed.unit}
        width={20}
        maxlength={LINE_LIMITS.unit}
        optional
      />
      <TextInput name="baseline" label={w.baseline} value={typed.baseline} width={10} inputmode="decimal" optional />
      <fieldset class="govuk-fieldset" aria-describedby="targets-hint">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{w.targets}</legend>
        <div class="govuk-hint" id="targets-hint">
          {w.targetsHint}
        </div>
        <div class="tuntas-quarters">
          {([1, 2, 3, 4] as const).map((quarter) => (
            <TextInput
              name={`target${quarter}`}
              label={w.quarter(quarter)}
              value={typed[`target${quarter}`]}
              width={10}
              inputmode="decimal"
            />
          ))}
        </div>
      </fieldset>
      <Radios
        name="direction"
        label={w.direction}
        inline
        small
        choices={[
          { value: 'up', label: w.up },
          { value: 'down', label: w.down },
        ]}
        value={typed.direction}
      />
      {years > 1 && <TextInput name="year" label={w.year} value={typed.year} width={4} inputmode="numeric" optional />}
    </>
  );
}

function When({ agreement, typed, words }: LineFormProps) {
  const w = words.form;
  return (
    <>
      <h2>{w.when}</h2>
      <DateInput name="startsOn" label={w.startsOn} value={typed.startsOn} />
      <DateInput
        name="dueOn"
        label={w.dueOn}
        {...(agreement.state === 'signed' ? { hint: w.dueShift } : {})}
        value={typed.dueOn}
      />
      <TextInput name="place" label={w.place} value={typed.place} maxlength={LINE_LIMITS.place} optional />
    </>
  );
}

function Who({ typed, choices, words }: LineFormProps) {
  const w = words.form;
  const supporting = [...typed.supporting, ''];
  return (
    <>
      <h2>{w.who}</h2>
      {(choices.isCut || choices.find !== '') && (
        <>
          <TextInput name="q" label={w.find} hint={w.findHint} value={choices.find} type="search" maxlength={100} optional />
          {choices.find !== '' && <p>{w.found(choices.found)}</p>}
          <Button kind="secondary" name="find" value="yes">
            {w.findButton}
          </Button>
        </>
      )}
      <Select
        name="owner"
        label={w.owner}
        hint={w.ownerHint}
        emptyLabel={w.choose}
        groups={choices.offices}
        value={typed.owner}
        narrowing
      />
      <TextInput
        name="ownerPosition"
        label={w.ownerPosition}
        value={typed.ownerPosition}
        maxlength={LINE_LIMITS.position}
        optional
      />
      <Select
        name="other"
        label={w.other}
        hint={w.otherHint}
        emptyLabel={w.nobody}
        groups={choices.offices}
        value={typed.other}
        narrowing
      />
      <TextInput
        name="otherPosition"
        label={w.otherPosition}
        value={typed.otherPosition}
        maxlength={LINE_LIMITS.position}
        optional
      />
      {supporting.map((value, index) => (
        <Select
          name="supporting"
          id={index === 0 ? 'supporting' : `supporting-${index + 1}`}
          label={w.supporting(index + 1)}
          emptyLabel={w.nobody}
          groups={choices.offices}
          value={value}
          narrowing
          optional
          {...(index > 0 ? { errors: [] } : {})}
        />
      ))}
    </>
  );
}

function Budget({ typed, words }: LineFormProps) {
  const w = words.form;
  return (
    <>
      <h2>{w.budget}</h2>
      <TextInput
        name="budgetSource"
        label={w.budgetSource}
        hint={w.budgetSourceHint}
        value={typed.budgetSource}
        maxlength={LINE_LIMITS.budgetSource}
        optional
      />
      <TextInput
        name="budgetAmount"
        label={w.budgetAmount}
        hint={w.budgetHint}
        value={typed.budgetAmount}
        prefix="Rp"
        width={20}
        inputmode="numeric"
        optional
      />
      <TextArea
        name="evidenceAsked"
        label={w.evidenceAsked}
        hint={w.evidenceHint}
        value={typed.evidenceAsked}
        rows={2}
        maxCharacters={LINE_LIMITS.evidenceAsked}
        optional
      />
      <Checkbox name="isPriority" label={w.priority} checked={typed.isPriority === 'yes'} />
    </>
  );
}
