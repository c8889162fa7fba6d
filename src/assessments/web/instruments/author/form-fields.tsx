/** Fields that are data (fields.ts), drawn as inputs. */
import { Checkbox, Checkboxes, Radios, Select, TextArea, TextInput } from '../../../../design/index.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Field } from './fields.ts';

export function FormFields(props: { fields: readonly Field[]; language: Language }) {
  return (
    <>
      {props.fields.map((field) => (
        <>
          {field.heading && <h2 class="govuk-heading-m">{field.heading[props.language]}</h2>}
          <Input field={field} language={props.language} />
        </>
      ))}
    </>
  );
}

function Input(props: { field: Field; language: Language }) {
  const { field, language } = props;
  const common = { name: field.name, label: field.label[language], hint: field.hint?.[language], optional: field.optional };
  const options = (field.options ?? []).map((one) => ({ value: one.value, label: one.label[language] }));
  switch (field.kind) {
    case 'text':
      return <TextInput {...common} value={field.value} width={field.width} />;
    case 'area':
      return <TextArea {...common} value={field.value} rows={3} />;
    case 'check':
      return <Checkbox name={field.name} label={common.label} checked={field.value === 'yes'} />;
    case 'checks':
      return <Checkboxes {...common} choices={options} values={field.value.split(' ')} small />;
    case 'select':
      return <Select {...common} options={options} value={field.value} />;
    case 'radios':
      return (
        <Radios
          {...common}
          value={field.value}
          choices={(field.options ?? []).map((one) => ({
            value: one.value,
            label: one.label[language],
            conditional: one.fields ? <FormFields fields={one.fields} language={language} /> : undefined,
          }))}
        />
      );
  }
}
