/** The form a grant is written with. Which fields can be chosen follows from the data set, chosen on the page before. */
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  Form,
  formatDay,
  Hidden,
  LinkButton,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../../../design/index.ts';
import { agenciesUnder } from '../../../directory/index.ts';
import type { Label, Language } from '../../../kernel/language.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { DATA_SETS, dataSetOf, PERSONAL, PERSONAL_LABELS } from '../../rules/grants/data-sets.ts';
import { OWN_SET } from '../../rules/grants/draft-grant.ts';
import { AFTERWARDS, FREQUENCIES, LEGAL_BASES, PURPOSES } from '../../rules/grants/terms.ts';
import { basisText } from './telling.tsx';
import { RECIPIENT_FIELDS, type TypedGrant } from './typed-grant.ts';
import type { GrantWords } from './words.ts';

/** A party's offices beyond which the list is cut: the recipient is then an office near the top. */
const OFFICES_SHOWN = 150;

export interface RecipientGroup {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** The parties, each with the offices below it. */
export async function recipientGroups(db: Db, agreement: Agreement, words: GrantWords): Promise<readonly RecipientGroup[]> {
  return Promise.all(
    agreement.parties.map(async (party): Promise<RecipientGroup> => {
      const { agencyId } = party;
      if (agencyId === null) return { label: party.name, options: [{ value: party.id, label: words.itself(party.name) }] };
      const offices = (await agenciesUnder(db, agencyId)).filter(({ id }) => id !== agencyId).slice(0, OFFICES_SHOWN);
      const itself = { value: `${party.id}:${agencyId}`, label: words.itself(party.name) };
      return {
        label: party.name,
        options: [itself, ...offices.map(({ id, name }) => ({ value: `${party.id}:${id}`, label: name }))],
      };
    }),
  );
}

const choicesOf = (table: Readonly<Record<string, Label>>, language: Language) =>
  Object.entries(table).map(([value, label]) => ({ value, label: label[language] }));

/** The step before: which data set. A plain GET form. */
export function SetChooser(props: { action: string; value?: string; words: GrantWords; language: Language }) {
  const { action, value, words, language } = props;
  const sets = DATA_SETS.map((set) => ({ value: set.code, label: set.label[language], hint: set.about[language] }));
  return (
    <Form method="get" action={action}>
      <Radios
        name="set"
        label={words.whichSet}
        labelSize="m"
        hint={words.whichSetHint}
        value={value ?? ''}
        choices={[...sets, { value: OWN_SET, label: words.own, hint: words.ownAbout }]}
      />
      <Button>{words.next}</Button>
    </Form>
  );
}

export function GrantForm(props: {
  action: string;
  cancel: string;
  otherSet: string;
  typed: TypedGrant;
  version?: number;
  agreement: Agreement;
  groups: readonly RecipientGroup[];
  words: GrantWords;
  language: Language;
}) {
  const { action, cancel, otherSet, typed, version, agreement, groups, words, language } = props;
  const set = dataSetOf(typed.dataSet);
  const shown = RECIPIENT_FIELDS.slice(0, Math.max(3, typed.recipients.filter((each) => each !== '').length + 1));
  const from = agreement.inForceFrom && formatDay(agreement.inForceFrom, language, 'short');
  const until = agreement.inForceUntil ? formatDay(agreement.inForceUntil, language, 'short') : words.noEnd;
  return (
    <Form action={action}>
      <Hidden name="dataSet" value={typed.dataSet} />
      {version !== undefined && <Hidden name="version" value={String(version)} />}
      <h2>{words.sectionWhat}</h2>
      <p>
        <strong>{set?.label[language] ?? words.own}</strong>. {set?.about[language]} <a href={otherSet}>{words.otherSet}</a>
      </p>
      {set ? (
        <Checkboxes
          name="fields"
          label={words.fields}
          hint={words.fieldsHint}
          values={[...typed.fields]}
          small
          choices={set.fields.map((field) => ({
            value: field.code,
            label: field.label[language],
            ...(field.personal === 'none' ? {} : { hint: PERSONAL_LABELS[field.personal][language] }),
          }))}
        />
      ) : (
        <>
          <TextInput name="ownName" label={words.ownName} hint={words.ownNameHint} value={typed.ownName} maxlength={200} />
          <TextArea name="ownFields" label={words.ownFields} hint={words.ownFieldsHint} rows={6} value={typed.ownFields} />
          <Radios
            name="ownPersonal"
            label={words.ownPersonal}
            hint={words.ownPersonalHint}
            value={typed.ownPersonal}
            choices={PERSONAL.map((value) => ({ value, label: PERSONAL_LABELS[value][language] }))}
          />
        </>
      )}
      <h2>{words.sectionWho}</h2>
      <Radios
        name="giverPartyId"
        label={words.giver}
        hint={words.giverHint}
        value={typed.giverPartyId}
        choices={agreement.parties
          .filter(({ agencyId }) => agencyId !== null)
          .map(({ id, name }) => ({ value: id, label: name }))}
      />
      <fieldset class="govuk-fieldset" id="recipients">
        <legend class="govuk-fieldset__legend govuk-visually-hidden">{words.recipient}</legend>
        {shown.map((name, index) => (
          <Select
            name={name}
            label={index === 0 ? words.recipient : words.anotherRecipient}
            {...(index === 0 ? { hint: words.recipientHint } : { optional: true })}
            emptyLabel={index === 0 ? words.chooseRecipient : words.noRecipient}
            groups={groups}
            value={typed.recipients[index] ?? ''}
            narrowing={index === 0}
          />
        ))}
      </fieldset>
      <h2>{words.sectionWhy}</h2>
      <Select
        name="purpose"
        label={words.purpose}
        emptyLabel={words.choose}
        value={typed.purpose}
        options={choicesOf(PURPOSES, language)}
      />
      <TextArea name="purposeText" label={words.purposeText} hint={words.purposeTextHint} rows={3} value={typed.purposeText} />
      <Radios
        name="legalBasis"
        label={words.legalBasis}
        value={typed.legalBasis}
        choices={(Object.keys(LEGAL_BASES) as (keyof typeof LEGAL_BASES)[]).map((value) => ({
          value,
          label: basisText(value, language),
        }))}
      />
      <TextArea name="basisNote" label={words.basisNote} hint={words.basisNoteHint} rows={2} value={typed.basisNote} />
      <h2>{words.sectionWhen}</h2>
      {from && <p>{words.termIs(`${from} – ${until}`)}</p>}
      <DateInput name="startsOn" label={words.startsOn} value={typed.startsOn} />
      <DateInput name="untilOn" label={words.untilOn} value={typed.untilOn} />
      <Select
        name="frequency"
        label={words.frequency}
        emptyLabel={words.choose}
        value={typed.frequency}
        options={choicesOf(FREQUENCIES, language)}
      />
      <TextInput
        name="retentionMonths"
        label={words.retentionMonths}
        hint={words.retentionHint}
        inputmode="numeric"
        width={3}
        value={typed.retentionMonths}
      />
      <Radios name="afterwards" label={words.afterwards} value={typed.afterwards} choices={choicesOf(AFTERWARDS, language)} />
      <TextArea name="safeguards" label={words.safeguards} hint={words.safeguardsHint} rows={3} value={typed.safeguards} />
      <TextArea
        name="impactAssessment"
        label={words.impactAssessment}
        hint={words.impactHint}
        rows={2}
        value={typed.impactAssessment}
      />
      <ButtonGroup>
        <Button>{words.save}</Button>
        <LinkButton href={cancel} kind="secondary">
          {words.cancel}
        </LinkButton>
      </ButtonGroup>
    </Form>
  );
}
