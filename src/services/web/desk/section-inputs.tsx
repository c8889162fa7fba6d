/** The inputs of a section. They are shown from what was typed, whether it comes from the draft or from a refused form. */
import { Button, DateInput, type DateParts, Hidden, Radios, Select, TextArea, TextInput } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { COMPONENTS } from '../../rules/components.ts';
import { SERVICE_FIELDS } from '../../rules/fields.ts';
import { SERVICE_CHANNELS } from '../../rules/service.ts';
import { COMPLAINT_CHANNELS, DURATION_UNITS } from '../../rules/standard.ts';
import { CHANNEL_KIND_LABELS, DURATION_UNIT_LABELS } from '../../rules/tell-component.ts';
import type { ServiceWords } from '../words.ts';
import { MOST_ROWS, rowCount, type Section, type Typed } from './section-fields.ts';

interface Shown {
  readonly typed: Typed;
  readonly language: Language;
  readonly words: ServiceWords;
}

export function SectionInputs(props: Shown & { section: Section }) {
  const { section, typed, language, words } = props;
  if (section === 'general') return <GeneralInputs {...props} />;
  const { label, hint } = COMPONENTS[section];
  switch (section) {
    case 'requirements':
      return (
        <Radios
          name="kind"
          label={words.requirementsKind}
          value={typed.kind ?? ''}
          choices={[
            {
              value: 'list',
              label: words.requirementsList,
              conditional: (
                <TextArea name="lines" label={words.requirementsLines} hint={words.lines} value={typed.lines ?? ''} rows={8} />
              ),
            },
            { value: 'none', label: words.requirementsNone },
            { value: 'not-stated', label: words.notStatedYet },
          ]}
        />
      );
    case 'duration':
      return <DurationInputs {...props} />;
    case 'fee':
      return <FeeInputs {...props} />;
    case 'complaintHandling':
      return <HandlingInputs {...props} />;
    case 'staffCount':
      return <TextInput name="text" label={words.staffCount} value={typed.text ?? ''} inputmode="numeric" width={5} />;
    case 'procedure':
    case 'legalBasis':
    case 'facilities':
      return (
        <TextArea
          name="lines"
          label={section === 'procedure' ? words.procedureLines : label[language]}
          hint={section === 'procedure' ? words.procedureHint : words.lines}
          value={typed.lines ?? ''}
          rows={8}
        />
      );
    default:
      return <TextArea name="text" label={label[language]} hint={hint[language]} value={typed.text ?? ''} maxCharacters={4000} />;
  }
}

export function GeneralInputs({ typed, language, words }: Shown) {
  const on: DateParts = {
    day: typed['decreeOn-day'] ?? '',
    month: typed['decreeOn-month'] ?? '',
    year: typed['decreeOn-year'] ?? '',
  };
  const options = (labels: Readonly<Record<string, { readonly id: string; readonly en: string }>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label: label[language] }));
  return (
    <>
      <TextInput name="name" label={words.particulars.name} value={typed.name ?? ''} maxlength={200} />
      <Select
        name="field"
        label={words.particulars.field}
        options={options(SERVICE_FIELDS)}
        value={typed.field ?? ''}
        emptyLabel="–"
      />
      <Radios
        name="channel"
        label={words.particulars.channel}
        hint={words.channelHint}
        value={typed.channel ?? ''}
        choices={options(SERVICE_CHANNELS)}
      />
      <TextInput
        name="onlineAddress"
        label={words.particulars.onlineAddress}
        hint={words.onlineAddressHint}
        value={typed.onlineAddress ?? ''}
        type="url"
        optional
      />
      <TextInput
        name="decreeNumber"
        label={words.particulars.decreeNumber}
        hint={words.decreeHint}
        value={typed.decreeNumber ?? ''}
        optional
      />
      <DateInput name="decreeOn" label={words.particulars.decreeOn} value={on} optional />
      <TextInput
        name="ownerPosition"
        label={words.particulars.ownerPosition}
        hint={words.ownerHint}
        value={typed.ownerPosition ?? ''}
        optional
      />
    </>
  );
}

function DurationInputs({ typed, language, words }: Shown) {
  return (
    <Radios
      name="kind"
      label={words.durationKind}
      value={typed.kind ?? ''}
      choices={[
        {
          value: 'stated',
          label: words.durationStated,
          conditional: (
            <>
              <TextInput name="value" label={words.durationValue} value={typed.value ?? ''} inputmode="numeric" width={5} />
              <Select
                name="unit"
                label={words.durationUnit}
                options={DURATION_UNITS.map((value) => ({ value, label: DURATION_UNIT_LABELS[value][language] }))}
                value={typed.unit ?? ''}
              />
              <TextInput name="note" label={words.durationNote} hint={words.durationNoteHint} value={typed.note ?? ''} optional />
            </>
          ),
        },
        { value: 'not-stated', label: words.notStatedYet },
      ]}
    />
  );
}

function FeeInputs({ typed, words }: Shown) {
  const rows = rowCount(typed);
  return (
    <Radios
      name="kind"
      label={words.feeKind}
      value={typed.kind ?? ''}
      choices={[
        { value: 'free', label: words.feeFree },
        {
          value: 'amounts',
          label: words.feeAmounts,
          conditional: (
            <>
              <Hidden name="rows" value={String(rows)} />
              {Array.from({ length: rows }, (_, index) => (
                <Row legend={words.feeRow(index + 1)}>
                  <TextInput
                    name={`rupiah-${index}`}
                    label={words.feeRupiah}
                    prefix="Rp"
                    value={typed[`rupiah-${index}`] ?? ''}
                    inputmode="numeric"
                    width={10}
                  />
                  <TextInput name={`what-${index}`} label={words.feeWhat} value={typed[`what-${index}`] ?? ''} />
                </Row>
              ))}
              {rows < MOST_ROWS && <AddRow words={words} />}
            </>
          ),
        },
        {
          value: 'regulation',
          label: words.feeRegulation,
          conditional: <TextInput name="citation" label={words.feeCitation} value={typed.citation ?? ''} />,
        },
        { value: 'not-stated', label: words.notStatedYet },
      ]}
    />
  );
}

function HandlingInputs({ typed, language, words }: Shown) {
  const rows = rowCount(typed);
  return (
    <>
      <Hidden name="rows" value={String(rows)} />
      {Array.from({ length: rows }, (_, index) => (
        <Row legend={words.channelRow(index + 1)}>
          <Select
            name={`kind-${index}`}
            label={words.channelKind}
            options={COMPLAINT_CHANNELS.map((value) => ({ value, label: CHANNEL_KIND_LABELS[value][language] }))}
            value={typed[`kind-${index}`] ?? ''}
            emptyLabel="–"
          />
          <TextInput name={`value-${index}`} label={words.channelValue} value={typed[`value-${index}`] ?? ''} />
        </Row>
      ))}
      {rows < MOST_ROWS && <AddRow words={words} />}
      <TextInput
        name="officerPosition"
        label={words.officerPosition}
        hint={words.officerHint}
        value={typed.officerPosition ?? ''}
        optional
      />
      <TextInput name="days" label={words.answerDays} value={typed.days ?? ''} inputmode="numeric" width={3} optional />
    </>
  );
}

function Row(props: { legend: string; children?: unknown }) {
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{props.legend}</legend>
      {props.children as never}
    </fieldset>
  );
}

/** Posts the form: the page comes back with everything typed and one row more. Nothing is saved by it. */
function AddRow(props: { words: ServiceWords }) {
  return (
    <Button kind="secondary" name="add" value="row">
      {props.words.addRow}
    </Button>
  );
}
