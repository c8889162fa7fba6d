/** The inputs of an agreement's facts: new, while a draft, and when a record is set right. Works without scripts: looking up sends the form round. */
import {
  Button,
  ButtonGroup,
  Checkboxes,
  DateInput,
  Details,
  errorFor,
  Hidden,
  Select,
  TextArea,
  TextInput,
  usePage,
} from '../../../design/index.ts';
import type { Agency } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Programme } from '../../store/programmes.ts';
import { keyOf, type TypedFacts } from './facts.ts';
import type { RegisterWords } from './words.ts';

export interface Offered {
  readonly near: readonly Agency[];
  readonly found: readonly Agency[];
  readonly query: string;
  /** The governments among the parties, whose offices can be listed. */
  readonly governments: readonly { readonly id: string; readonly name: string }[];
  readonly programmes: readonly Programme[];
  readonly memoranda: readonly { readonly code: string; readonly title: string; readonly parties: readonly string[] }[];
  /** Years and a memorandum are asked for. */
  readonly hasLines: boolean;
}

interface Props {
  readonly typed: TypedFacts;
  readonly offered: Offered;
  readonly words: RegisterWords;
  readonly language: Language;
}

export function FactsInputs(props: Props) {
  const { typed, offered, words, language } = props;
  const w = words.facts;
  return (
    <>
      <TextInput name="title" label={w.title} hint={w.titleHint} value={typed.title} maxlength={300} />
      <Parties {...props} />
      <Checkboxes
        name="programmes"
        label={w.programmes}
        hint={w.programmesHint}
        choices={offered.programmes.map(({ code, label }) => ({ value: code, label: label[language] }))}
        values={[...typed.programmes]}
      />
      {offered.hasLines && (
        <>
          <TextInput
            name="yearFrom"
            label={w.yearFrom}
            hint={w.yearFromHint}
            value={typed.yearFrom}
            inputmode="numeric"
            width={4}
          />
          <TextInput
            name="yearUntil"
            label={w.yearUntil}
            hint={w.yearUntilHint}
            value={typed.yearUntil}
            inputmode="numeric"
            width={4}
            optional
          />
          {offered.memoranda.length > 0 ? (
            <Select
              name="parentId"
              label={w.parent}
              hint={w.parentHint}
              emptyLabel={w.noParent}
              value={typed.parent}
              options={offered.memoranda.map(({ code, title, parties }) => ({
                value: code,
                label: `${code}: ${title}${parties.length > 0 ? ` (${parties.join(', ')})` : ''}`,
              }))}
              narrowing
              optional
            />
          ) : (
            <Hidden name="parentId" value={typed.parent} />
          )}
        </>
      )}
      <TextInput name="place" label={w.place} value={typed.place} maxlength={200} optional />
      <DateInput name="signedOn" label={w.signedOn} hint={w.signedOnHint} value={typed.signedOn} optional />
      <DateInput name="inForceFrom" label={w.inForceFrom} value={typed.inForceFrom} optional />
      <DateInput name="inForceUntil" label={w.inForceUntil} hint={w.inForceUntilHint} value={typed.inForceUntil} optional />
      <TextArea name="basis" label={w.basis} hint={w.basisHint} value={typed.basis} rows={3} optional />
      <TextArea name="purpose" label={w.purpose} value={typed.purpose} rows={3} optional />
      <TextInput
        name="predecessorId"
        label={w.predecessor}
        hint={w.predecessorHint}
        value={typed.predecessor}
        width={20}
        optional
      />
      <TextInput name="source" label={w.source} hint={w.sourceHint} value={typed.source} optional />
    </>
  );
}

/** The list of parties, and three ways to add to it. */
function Parties({ typed, offered, words }: Props) {
  const w = words.facts;
  const error = errorFor(usePage().errors, 'parties');
  return (
    <fieldset class="govuk-fieldset" id="parties">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{w.parties}</legend>
      <p class="govuk-hint">{w.partiesHint}</p>
      {error && <p class="govuk-error-message">{error}</p>}
      {typed.parties.length === 0 && <p>{w.noParties}</p>}
      {typed.parties.map((party, index) => (
        <div class="govuk-inset-text">
          <p>
            <strong>
              {index + 1}. {party.name}
            </strong>
          </p>
          <Hidden name="party" value={keyOf(party)} />
          <TextInput
            name={`number-${index}`}
            label={w.ownNumber(party.name)}
            value={party.ownNumber}
            width={20}
            maxlength={100}
            optional
          />
          {typed.parties.length > 1 && (
            <TextInput
              name={`place-${index}`}
              label={w.order(party.name)}
              value={String(index + 1)}
              width={2}
              inputmode="numeric"
            />
          )}
          <Button kind="secondary" name="remove" value={String(index)}>
            {w.removeParty(party.name)}
          </Button>
        </div>
      ))}
      {offered.near.length > 0 && (
        <>
          <Select
            name="near"
            label={w.near}
            emptyLabel={w.choose}
            options={offered.near.map(({ id, name }) => ({ value: id, label: name }))}
            narrowing
            optional
          />
          <Button kind="secondary" name="addNear" value="yes">
            {w.addNear}
          </Button>
        </>
      )}
      <Details summary={w.elsewhere} open={offered.query !== '' || offered.found.length > 0}>
        <TextInput name="q" label={w.search} hint={w.searchHint} value={offered.query} type="search" optional />
        <ButtonGroup>
          <Button kind="secondary" name="find" value="yes">
            {w.find}
          </Button>
          {offered.governments.map(({ id, name }) => (
            <Button kind="secondary" name="offices" value={id}>
              {w.officesOf(name)}
            </Button>
          ))}
        </ButtonGroup>
        {offered.query !== '' && offered.found.length === 0 && <p>{w.nothingFound}</p>}
        {offered.found.length > 0 && (
          <>
            <Checkboxes
              name="found"
              label={w.found}
              choices={offered.found.map(({ id, name }) => ({ value: id, label: name }))}
              small
            />
            <Button kind="secondary" name="addFound" value="yes">
              {w.addFound}
            </Button>
          </>
        )}
        <TextInput name="other" label={w.other} hint={w.otherHint} value="" optional maxlength={200} />
        <Button kind="secondary" name="addOther" value="yes">
          {w.addOther}
        </Button>
      </Details>
    </fieldset>
  );
}
