/** A grant told in full: the same on the desk and in public, without a person's name. */
import type { Child } from 'hono/jsx';
import { formatDay, SummaryList, Table, Tag, type Tone } from '../../../design/index.ts';
import type { Label, Language } from '../../../kernel/language.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { cite } from '../../../law/index.ts';
import { type Agreement, partyOf } from '../../rules/agreement.ts';
import { dataSetOf, PERSONAL_LABELS, type Personal } from '../../rules/grants/data-sets.ts';
import {
  concernedParties,
  GRANT_STANDING_LABELS,
  type Grant,
  type GrantStanding,
  grantStandingOn,
} from '../../rules/grants/grant.ts';
import { AFTERWARDS, FREQUENCIES, LEGAL_BASES, PURPOSES } from '../../rules/grants/terms.ts';
import type { GrantWords } from './words.ts';

export interface TellingGrant {
  readonly grant: Grant;
  readonly agreement: Agreement;
  readonly today: Day;
  readonly words: GrantWords;
  readonly language: Language;
}

const STANDING_TONES: Readonly<Record<GrantStanding, Tone>> = {
  draft: 'neutral',
  offered: 'info',
  withdrawn: 'neutral',
  waiting: 'warning',
  upcoming: 'info',
  'in-force': 'success',
  over: 'neutral',
  ended: 'neutral',
};

const PERSONAL_TONES: Readonly<Record<Personal, Tone>> = { none: 'neutral', general: 'warning', specific: 'danger' };

export function GrantStandingTag({ grant, agreement, today, language }: Omit<TellingGrant, 'words'>) {
  const standing = grantStandingOn(grant, agreement, today);
  return <Tag tone={STANDING_TONES[standing]}>{GRANT_STANDING_LABELS[standing][language]}</Tag>;
}

export function PersonalTag({ personal, language }: { personal: Personal; language: Language }) {
  return <Tag tone={PERSONAL_TONES[personal]}>{PERSONAL_LABELS[personal][language]}</Tag>;
}

export function dataSetText(grant: Pick<Grant, 'dataSet' | 'dataSetName'>, language: Language): string {
  return dataSetOf(grant.dataSet)?.label[language] ?? (grant.dataSetName || grant.dataSet);
}

export function giverText(grant: Pick<Grant, 'giverPartyId'>, agreement: Pick<Agreement, 'parties'>): string {
  return partyOf(agreement, grant.giverPartyId)?.name ?? '';
}

export function recipientsText(grant: Pick<Grant, 'recipients'>): string {
  return grant.recipients.map(({ name }) => name).join('; ');
}

export function periodText(grant: Pick<Grant, 'startsOn' | 'untilOn'>, language: Language): string {
  return `${formatDay(grant.startsOn, language, 'short')} – ${formatDay(grant.untilOn, language, 'short')}`;
}

/** A basis with its article, one line. */
export function basisText(code: Grant['legalBasis'], language: Language): string {
  const { label, regulation, place } = LEGAL_BASES[code];
  const cited = cite(place === '' ? { regulation } : { regulation, place });
  return `${(label as Label)[language]} (${cited[language]})`;
}

export function GrantFacts(props: TellingGrant & { readonly extra?: Child }) {
  const { grant, agreement, words, language } = props;
  return (
    <>
      <SummaryList
        rows={[
          { key: words.standing, value: <GrantStandingTag {...props} /> },
          { key: words.dataSet, value: dataSetText(grant, language) },
          {
            key: words.fields,
            value: (
              <ul>
                {grant.fields.map((field) => (
                  <li>
                    {field.label[language]}
                    {field.personal !== 'none' && (
                      <>
                        {' '}
                        <PersonalTag personal={field.personal} language={language} />
                      </>
                    )}
                  </li>
                ))}
              </ul>
            ),
          },
          { key: words.giver, value: giverText(grant, agreement) },
          { key: words.recipient, value: recipientsText(grant) },
          { key: words.purpose, value: <Purpose grant={grant} language={language} /> },
          { key: words.basis, value: <Basis grant={grant} language={language} /> },
          { key: words.period, value: periodText(grant, language) },
          { key: words.frequency, value: FREQUENCIES[grant.frequency][language] },
          { key: words.retention, value: words.retentionText(grant.retentionMonths, AFTERWARDS[grant.afterwards][language]) },
          { key: words.personal, value: <PersonalTag personal={grant.personal} language={language} /> },
          grant.safeguards !== '' && { key: words.safeguards, value: <span class="tuntas-preserve">{grant.safeguards}</span> },
          grant.impactAssessment !== '' && {
            key: words.impactAssessment,
            value: <span class="tuntas-preserve">{grant.impactAssessment}</span>,
          },
        ]}
      />
      <Reasons {...props} />
      <Consents {...props} />
    </>
  );
}

function Purpose({ grant, language }: { grant: Grant; language: Language }) {
  return (
    <>
      {PURPOSES[grant.purpose][language]}
      <br />
      <span class="tuntas-preserve">{grant.purposeText}</span>
    </>
  );
}

function Basis({ grant, language }: { grant: Grant; language: Language }) {
  return (
    <>
      {basisText(grant.legalBasis, language)}
      {grant.basisNote !== '' && (
        <>
          <br />
          <span class="tuntas-preserve">{grant.basisNote}</span>
        </>
      )}
    </>
  );
}

function Reasons({ grant, words, language }: TellingGrant) {
  const told =
    grant.state === 'ended' && grant.endedOn
      ? { title: words.endedBecause(formatDay(grant.endedOn, language, 'short')), text: grant.endReason }
      : grant.state === 'withdrawn'
        ? { title: words.withdrawnBecause, text: grant.endReason }
        : grant.state === 'draft' && grant.returnedReason
          ? { title: words.returned, text: grant.returnedReason }
          : null;
  if (!told) return null;
  return (
    <div class="govuk-inset-text">
      <p>{told.title}</p>
      <p class="tuntas-preserve">{told.text}</p>
    </div>
  );
}

/** Which party has agreed, and since when it is waited for; who said it stands in the event file alone. */
function Consents({ grant, agreement, words, language }: TellingGrant) {
  const concerned = concernedParties(grant);
  const said = (partyId: string, isKnown: boolean) => {
    if (!isKnown) return words.outside;
    const consent = grant.consents.find((one) => one.partyId === partyId);
    if (consent) return words.consentedOn(formatDay(dayOf(consent.at, agreement.zone), language, 'short'));
    return grant.state === 'draft' || grant.state === 'withdrawn' ? words.notAsked : words.waitedFor;
  };
  return (
    <Table
      id="consents"
      caption={words.consents}
      captionSize="m"
      stacked
      columns={[{ label: words.party }, { label: words.consent }]}
      rows={agreement.parties
        .filter(({ id }) => concerned.includes(id))
        .map((party) => [
          `${party.name} (${party.id === grant.giverPartyId ? words.role.giver : words.role.recipient})`,
          said(party.id, party.agencyId !== null),
        ])}
    />
  );
}
