/** To whom a document goes, chosen from the parties of its file: their agencies, the offices held, and the officers we know there. */
import { Checkboxes, type Choice, Radios, Select, TextArea, TextInput } from '../../../design/index.ts';
import { agenciesByIds, agenciesUnder, agencyByCode, agencyById, OMBUDSMAN_CODE } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Form } from '../../../platform/http/form.ts';
import { knownOfficers, type PresentHolder } from '../../actions/documents/in-office.ts';
import { listItems } from '../../rules/documents/compose-letter.ts';
import type { Addressee, CaseDocument } from '../../rules/documents/document.ts';
import { type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import type { DocumentsPlace } from './place.ts';
import { type DocumentWords, wordsIn } from './words.ts';

/** What the form holds, as typed. */
export interface TypedAddressee {
  /** `respondent:ID`, `superior:ID`, `reporter`, `internal`, `authority`, or empty. */
  readonly to: string;
  /** By choice: the officer chosen. */
  readonly officers: Readonly<Record<string, string>>;
  readonly office: string;
  readonly officePosition: string;
  readonly authority: string;
  readonly authorityPosition: string;
  readonly copies: readonly string[];
  readonly otherCopies: string;
}

interface PartyChoice {
  readonly value: string;
  readonly label: string;
  readonly addressee: Addressee;
  readonly officers: readonly PresentHolder[];
}

/** Respondents and their superiors, with the officers known at each. */
async function partyChoices({ tools, opened, now, language }: DocumentsPlace): Promise<readonly PartyChoice[]> {
  const words = wordsIn(language);
  const agencies = await agenciesByIds(
    tools.db,
    opened.parties.flatMap((one) => [one.agencyId, ...(one.superiorAgencyId ? [one.superiorAgencyId] : [])]),
  );
  const day = dayOf(now, opened.facts.zone);
  const choices: PartyChoice[] = [];
  for (const party of opened.parties) {
    const ways = [
      ['respondent', party.agencyId, party.position],
      ['superior', party.superiorAgencyId, party.superiorPosition],
    ] as const;
    for (const [kind, agencyId, position] of ways) {
      const agency = agencyId === null ? undefined : agencies.get(agencyId);
      if (!agency) continue;
      choices.push({
        value: `${kind}:${party.id}`,
        label: `${words.addressees[kind]}: ${[position, agency.name].filter((part) => part !== '').join(', ')}`,
        addressee: { kind, agencyId: agency.id, position, personId: null, name: '' },
        officers: await knownOfficers(tools.db, agency, day),
      });
    }
  }
  return choices;
}

/** The inputs for a kind's addressees; `null` where nobody is addressed. */
export async function addresseeInput(place: DocumentsPlace, kind: DocumentKind, typed: TypedAddressee) {
  const allowed = documentKind(kind).addressees;
  if (allowed.length === 0) return null;
  const words = wordsIn(place.language);
  const parties = await partyChoices(place);
  const choices: Choice[] = parties
    .filter(({ addressee }) => allowed.includes(addressee.kind))
    .map((one) => ({ value: one.value, label: one.label, conditional: officerInput(one, typed, words) }));
  if (allowed.includes('reporter')) choices.push({ value: 'reporter', label: words.addressees.reporter });
  if (allowed.includes('internal')) {
    choices.push({ value: 'internal', label: words.addressees.internal, conditional: await officeInput(place, typed, words) });
  }
  if (allowed.includes('authority')) {
    choices.push({ value: 'authority', label: words.addressees.authority, conditional: authorityInput(typed, words) });
  }
  return (
    <>
      <Radios name="to" label={words.draft.to} labelSize="m" value={typed.to} choices={choices} />
      {documentKind(kind).form === 'letter' && !allowed.includes('reporter') && (
        <>
          {parties.length > 0 && (
            <Checkboxes
              name="copies"
              label={words.draft.copies}
              optional
              values={[...typed.copies]}
              choices={parties.map(({ value, label }) => ({ value, label }))}
              small
            />
          )}
          <TextArea
            name="otherCopies"
            label={words.draft.otherCopies}
            hint={words.draft.otherCopiesHint}
            optional
            rows={2}
            value={typed.otherCopies}
          />
        </>
      )}
    </>
  );
}

function officerInput(one: PartyChoice, typed: TypedAddressee, words: DocumentWords) {
  if (one.officers.length === 0) return undefined;
  return (
    <Select
      name={`officer-${one.value}`}
      label={words.draft.officer}
      hint={words.draft.officerHint}
      emptyLabel={words.draft.noOfficer}
      value={typed.officers[one.value] ?? ''}
      options={one.officers.map(({ personId, name }) => ({ value: personId, label: name }))}
    />
  );
}

async function officeInput({ tools, opened }: DocumentsPlace, typed: TypedAddressee, words: DocumentWords) {
  const root = await agencyByCode(tools.db, OMBUDSMAN_CODE);
  const offices = root ? await agenciesUnder(tools.db, root.id) : [];
  return (
    <>
      <Select
        name="office"
        label={words.draft.office}
        emptyLabel={words.draft.chooseOffice}
        value={typed.office || opened.office.id}
        options={offices.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextInput name="officePosition" label={words.draft.position} value={typed.officePosition} />
    </>
  );
}

function authorityInput(typed: TypedAddressee, words: DocumentWords) {
  return (
    <>
      <TextInput name="authority" label={words.draft.authority} value={typed.authority} />
      <TextInput name="authorityPosition" label={words.draft.position} optional value={typed.authorityPosition} />
    </>
  );
}

export function typedAddressee(form: Form): TypedAddressee {
  const officers: Record<string, string> = {};
  for (const name of Object.keys(form.typed())) {
    if (name.startsWith('officer-')) officers[name.slice('officer-'.length)] = form.text(name);
  }
  return {
    to: form.text('to'),
    officers,
    office: form.text('office'),
    officePosition: form.text('officePosition'),
    authority: form.text('authority'),
    authorityPosition: form.text('authorityPosition'),
    copies: form.all('copies'),
    otherCopies: form.text('otherCopies'),
  };
}

export const NOBODY_CHOSEN: TypedAddressee = {
  to: '',
  officers: {},
  office: '',
  officePosition: '',
  authority: '',
  authorityPosition: '',
  copies: [],
  otherCopies: '',
};

/** What was chosen, for the action; `undefined` when a choice means nobody in this file. */
export async function readAddressees(place: DocumentsPlace, typed: TypedAddressee): Promise<readonly Addressee[] | undefined> {
  const parties = await partyChoices(place);
  const party = (value: string) => parties.find((one) => one.value === value);
  const main = addresseeOf(typed, party);
  if (main === undefined) return undefined;
  if (main === null) return [];
  const copies = typed.copies
    .filter((value) => value !== typed.to)
    .map((value) => party(value)?.addressee)
    .filter((one) => one !== undefined);
  const others = listItems(typed.otherCopies).map(
    (name): Addressee => ({ kind: 'authority', agencyId: null, position: '', personId: null, name }),
  );
  return [main, ...copies, ...others];
}

function addresseeOf(typed: TypedAddressee, party: (value: string) => PartyChoice | undefined): Addressee | null | undefined {
  const plain = { agencyId: null, position: '', personId: null, name: '' } as const;
  switch (typed.to) {
    case '':
      return null;
    case 'reporter':
      return { ...plain, kind: 'reporter' };
    case 'internal':
      return typed.office === ''
        ? undefined
        : { ...plain, kind: 'internal', agencyId: typed.office, position: typed.officePosition };
    case 'authority':
      return typed.authority.trim() === ''
        ? undefined
        : { ...plain, kind: 'authority', name: typed.authority, position: typed.authorityPosition };
    default: {
      const found = party(typed.to);
      const officer = typed.officers[typed.to] ?? '';
      if (!found || (officer !== '' && !found.officers.some(({ personId }) => personId === officer))) return undefined;
      return { ...found.addressee, personId: officer === '' ? null : officer };
    }
  }
}

/** What a stored draft would have looked like in the form. */
export async function shownAddressee(place: DocumentsPlace, document: Pick<CaseDocument, 'recipients'>): Promise<TypedAddressee> {
  const parties = await partyChoices(place);
  const valueFor = (one: Addressee) =>
    parties.find(
      ({ addressee }) =>
        addressee.kind === one.kind && addressee.agencyId === one.agencyId && addressee.position === one.position,
    )?.value;
  const [main, ...copies] = document.recipients;
  const otherCopies = copies.filter((one) => one.kind === 'authority').map(({ name }) => name);
  const rest = {
    copies: copies.flatMap((one) => valueFor(one) ?? []),
    otherCopies: otherCopies.join('\n'),
  };
  if (!main) return { ...NOBODY_CHOSEN, ...rest };
  if (main.kind === 'reporter') return { ...NOBODY_CHOSEN, to: 'reporter' };
  if (main.kind === 'internal') {
    return { ...NOBODY_CHOSEN, ...rest, to: 'internal', office: main.agencyId ?? '', officePosition: main.position };
  }
  if (main.kind === 'authority') {
    return { ...NOBODY_CHOSEN, ...rest, to: 'authority', authority: main.name, authorityPosition: main.position };
  }
  const to = valueFor(main) ?? '';
  return { ...NOBODY_CHOSEN, ...rest, to, officers: main.personId ? { [to]: main.personId } : {} };
}

/** A recipient in words. */
export async function tellRecipient(place: Pick<DocumentsPlace, 'tools' | 'language'>, one: Addressee): Promise<string> {
  const words = wordsIn(place.language);
  if (one.kind === 'reporter') return words.addressees.reporter;
  const agency = one.agencyId === null ? undefined : await agencyById(place.tools.db, one.agencyId);
  return [one.position, agency?.name ?? one.name].filter((part) => part !== '').join(', ');
}
