/** The form of a grant as typed, and a grant as the form shows it. */
import { type DateParts, dateParts, dayFromParts, partsOfDay } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Form } from '../../../platform/http/form.ts';
import { dataSetOf } from '../../rules/grants/data-sets.ts';
import { type GrantOrder, MOST_RECIPIENTS, OWN_SET } from '../../rules/grants/draft-grant.ts';
import type { Grant } from '../../rules/grants/grant.ts';

export interface TypedGrant extends Omit<GrantOrder, 'recipients' | 'startsOn' | 'untilOn'> {
  readonly ownName: string;
  readonly ownFields: string;
  readonly ownPersonal: string;
  /** `party` or `party:agency`; '' = none. */
  readonly recipients: readonly string[];
  readonly startsOn: DateParts;
  readonly untilOn: DateParts;
}

export const RECIPIENT_FIELDS = Array.from({ length: MOST_RECIPIENTS }, (_, index) => `recipient-${index + 1}`);

const NO_DAY: DateParts = { day: '', month: '', year: '' };

export function emptyGrant(dataSet: string): TypedGrant {
  return {
    ...{ purpose: '', purposeText: '', dataSet, fields: [], ownName: '', ownFields: '', ownPersonal: '', giverPartyId: '' },
    ...{ recipients: [], startsOn: NO_DAY, untilOn: NO_DAY, frequency: '', legalBasis: '', basisNote: '', retentionMonths: '' },
    ...{ afterwards: '', safeguards: '', impactAssessment: '' },
  };
}

export function typedGrant(form: Form): TypedGrant {
  const text = (name: string) => form.text(name);
  const typed = form.typed();
  return {
    ...{ purpose: text('purpose'), purposeText: text('purposeText'), dataSet: text('dataSet'), fields: form.all('fields') },
    ...{ ownName: text('ownName'), ownFields: text('ownFields'), ownPersonal: text('ownPersonal') },
    ...{ giverPartyId: text('giverPartyId'), recipients: RECIPIENT_FIELDS.map(text) },
    startsOn: dateParts(typed, 'startsOn') ?? NO_DAY,
    untilOn: dateParts(typed, 'untilOn') ?? NO_DAY,
    ...{ frequency: text('frequency'), legalBasis: text('legalBasis'), basisNote: text('basisNote') },
    ...{ retentionMonths: text('retentionMonths'), afterwards: text('afterwards') },
    ...{ safeguards: text('safeguards'), impactAssessment: text('impactAssessment') },
  };
}

/** What cannot be a party or an agency stays as one nobody knows, so that the rule refuses it. */
export function orderOf(typed: TypedGrant): GrantOrder {
  return {
    ...typed,
    recipients: typed.recipients
      .filter((value) => value !== '')
      .map((value) => {
        const [partyId = '', agencyId] = value.split(':');
        return { partyId, agencyId: agencyId !== undefined && isUuid(agencyId) ? agencyId : null };
      }),
    startsOn: dayFromParts(typed.startsOn) ?? null,
    untilOn: dayFromParts(typed.untilOn) ?? null,
  };
}

export function grantAsTyped(grant: Grant): TypedGrant {
  const isOwn = dataSetOf(grant.dataSet) === undefined;
  return {
    ...{ purpose: grant.purpose, purposeText: grant.purposeText, dataSet: isOwn ? OWN_SET : grant.dataSet },
    fields: grant.fields.map(({ code }) => code),
    ...{ ownName: grant.dataSetName, ownFields: isOwn ? grant.fields.map(({ label }) => label.id).join('\n') : '' },
    ...{ ownPersonal: isOwn ? grant.personal : '', giverPartyId: grant.giverPartyId },
    recipients: grant.recipients.map(({ partyId, agencyId }) => (agencyId === null ? partyId : `${partyId}:${agencyId}`)),
    ...{ startsOn: partsOfDay(grant.startsOn), untilOn: partsOfDay(grant.untilOn), frequency: grant.frequency },
    ...{ legalBasis: grant.legalBasis, basisNote: grant.basisNote, retentionMonths: String(grant.retentionMonths) },
    ...{ afterwards: grant.afterwards, safeguards: grant.safeguards, impactAssessment: grant.impactAssessment },
  };
}
