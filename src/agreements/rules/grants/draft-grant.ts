/** Writing a grant: what must hold of its parts, all flaws at once. Data that is personal asks for more (UU 27/2022). Pure. */
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { partyOf } from '../agreement.ts';
import { type Flaw, TEXT_LIMIT } from '../draft.ts';
import type { AgreementRefusal } from '../refusals.ts';
import { type DataField, dataSetOf, PERSONAL, type Personal, personalOf, slugOfWords } from './data-sets.ts';
import type { Grant } from './grant.ts';
import { AFTERWARDS, FREQUENCIES, isLegalBasis, isPurpose, LEGAL_BASES } from './terms.ts';

export const MOST_FIELDS = 60;
export const MOST_RECIPIENTS = 5;
/** Half a century: longer is no retention but keeping. */
export const LONGEST_RETENTION = 600;
/** What stands for a set that is described here and not in the catalogue. */
export const OWN_SET = 'own';

/** A recipient as the directory knows it; `agencyPath` empty for a party it does not know. */
export interface ResolvedRecipient {
  readonly partyId: string;
  readonly agencyId: string | null;
  readonly agencyPath: readonly string[];
  readonly name: string;
}

/** As typed. */
export interface GrantOrder {
  readonly purpose: string;
  readonly purposeText: string;
  /** A code of the catalogue, or `own`. */
  readonly dataSet: string;
  readonly fields: readonly string[];
  readonly ownName?: string;
  /** One field a line. */
  readonly ownFields?: string;
  readonly ownPersonal?: string;
  readonly giverPartyId: string;
  readonly recipients: readonly { readonly partyId: string; readonly agencyId: string | null }[];
  /** `null` = no day was given, or none that exists. */
  readonly startsOn: Day | null;
  readonly untilOn: Day | null;
  readonly frequency: string;
  readonly legalBasis: string;
  readonly basisNote: string;
  readonly retentionMonths: string;
  readonly afterwards: string;
  readonly safeguards: string;
  readonly impactAssessment: string;
}

export type GrantContent = Pick<
  Grant,
  | 'purpose'
  | 'purposeText'
  | 'dataSet'
  | 'dataSetName'
  | 'fields'
  | 'personal'
  | 'giverPartyId'
  | 'giverAgencyId'
  | 'recipients'
  | 'startsOn'
  | 'untilOn'
  | 'frequency'
  | 'legalBasis'
  | 'basisNote'
  | 'retentionMonths'
  | 'afterwards'
  | 'safeguards'
  | 'impactAssessment'
>;

type Dated = Pick<Agreement, 'parties' | 'inForceFrom' | 'inForceUntil'>;

/** @param resolved the recipients of the order that the directory knows; one it does not know is missing here */
export function grantContent(
  order: GrantOrder,
  resolved: readonly ResolvedRecipient[],
  agreement: Dated,
): Result<GrantContent, readonly Flaw[]> {
  const flaws: Flaw[] = [];
  const flaw = (field: string, code: AgreementRefusal) => flaws.push({ field, code });
  const text = (name: 'purposeText' | 'basisNote' | 'safeguards' | 'impactAssessment') => {
    const value = order[name].trim();
    if (value.length > TEXT_LIMIT) flaw(name, 'agreement.text-too-long');
    return value;
  };
  const purpose = isPurpose(order.purpose) ? order.purpose : undefined;
  if (!purpose) flaw('purpose', 'agreement.grant-purpose-missing');
  const purposeText = text('purposeText');
  if (purposeText === '') flaw('purposeText', 'agreement.grant-purpose-words');

  const set = setOf(order, flaw);
  const personal = personalOf(set.fields);

  const giver = partyOf(agreement, order.giverPartyId);
  if (!giver || giver.agencyId === null) flaw('giverPartyId', 'agreement.grant-giver-wrong');
  if (order.recipients.length === 0) flaw('recipients', 'agreement.grant-recipients-missing');
  else if (!recipientsFit(order, resolved, agreement)) flaw('recipients', 'agreement.grant-recipient-wrong');

  const { startsOn, untilOn } = order;
  if (!startsOn) flaw('startsOn', 'agreement.day-wrong');
  if (!untilOn) flaw('untilOn', 'agreement.day-wrong');
  if (startsOn && untilOn) {
    if (Temporal.PlainDate.compare(startsOn, untilOn) > 0) flaw('untilOn', 'agreement.grant-period-wrong');
    else if (!withinTerm(startsOn, untilOn, agreement)) flaw('untilOn', 'agreement.grant-outside-term');
  }

  const frequency = Object.hasOwn(FREQUENCIES, order.frequency) ? (order.frequency as Grant['frequency']) : undefined;
  if (!frequency) flaw('frequency', 'agreement.grant-frequency-missing');
  const afterwards = Object.hasOwn(AFTERWARDS, order.afterwards) ? (order.afterwards as Grant['afterwards']) : undefined;
  if (!afterwards) flaw('afterwards', 'agreement.grant-afterwards-missing');
  const legalBasis = isLegalBasis(order.legalBasis) ? order.legalBasis : undefined;
  if (!legalBasis) flaw('legalBasis', 'agreement.grant-basis-missing');
  else if (personal !== 'none' && !LEGAL_BASES[legalBasis].carriesPersonal) flaw('legalBasis', 'agreement.grant-basis-too-weak');
  const basisNote = text('basisNote');
  const safeguards = text('safeguards');
  const impactAssessment = text('impactAssessment');
  if (personal !== 'none' && basisNote === '') flaw('basisNote', 'agreement.grant-basis-words');
  if (personal !== 'none' && safeguards === '') flaw('safeguards', 'agreement.grant-safeguards-missing');
  if (personal === 'specific' && impactAssessment === '') flaw('impactAssessment', 'agreement.grant-impact-missing');
  const typedMonths = order.retentionMonths.trim();
  const retentionMonths = /^\d{1,3}$/.test(typedMonths) ? Number(typedMonths) : Number.NaN;
  if (!(retentionMonths <= LONGEST_RETENTION)) flaw('retentionMonths', 'agreement.grant-retention-wrong');

  if (flaws.length > 0 || !purpose || !giver?.agencyId || !startsOn || !untilOn || !frequency || !afterwards || !legalBasis)
    return refuse(flaws);
  return {
    ok: true,
    value: {
      ...{ purpose, purposeText, dataSet: set.code, dataSetName: set.name, fields: set.fields, personal },
      ...{ giverPartyId: giver.id, giverAgencyId: giver.agencyId },
      recipients: resolved.map(({ partyId, agencyId, name }) => ({ partyId, agencyId, name })),
      ...{ startsOn, untilOn, frequency, legalBasis, basisNote, retentionMonths, afterwards, safeguards, impactAssessment },
    },
  };
}

function setOf(
  order: GrantOrder,
  flaw: (field: string, code: AgreementRefusal) => void,
): { readonly code: string; readonly name: string; readonly fields: readonly DataField[] } {
  if (order.dataSet !== OWN_SET) {
    const set = dataSetOf(order.dataSet);
    if (!set) flaw('dataSet', 'agreement.grant-data-set-missing');
    const fields = set?.fields.filter(({ code }) => order.fields.includes(code)) ?? [];
    if (set && fields.length === 0) flaw('fields', 'agreement.grant-fields-missing');
    return { code: set?.code ?? '', name: '', fields };
  }
  const name = (order.ownName ?? '').trim();
  const slug = slugOfWords(name);
  if (slug === '') flaw('ownName', 'agreement.grant-data-set-missing');
  if (name.length > 200) flaw('ownName', 'agreement.text-too-long');
  const personal = PERSONAL.find((level) => level === order.ownPersonal);
  if (!personal) flaw('ownPersonal', 'agreement.grant-personal-unsaid');
  const fields = ownFields(order.ownFields ?? '', personal ?? 'none');
  if (fields.length === 0) flaw('ownFields', 'agreement.grant-fields-missing');
  if (fields.length > MOST_FIELDS) flaw('ownFields', 'agreement.grant-too-many-fields');
  return { code: `${OWN_SET}:${slug}`, name, fields };
}

/** One field a line; the same field twice is one. */
function ownFields(typed: string, personal: Personal): readonly DataField[] {
  const fields = new Map<string, DataField>();
  for (const line of typed.split('\n')) {
    const label = line.trim().slice(0, 120);
    const code = slugOfWords(label);
    if (code !== '' && !fields.has(code)) fields.set(code, { code, label: { id: label, en: label }, personal });
  }
  return [...fields.values()];
}

/** Each is a party other than the giver, or an office below one, and none stands twice. */
function recipientsFit(order: GrantOrder, resolved: readonly ResolvedRecipient[], agreement: Dated): boolean {
  if (resolved.length !== order.recipients.length || resolved.length > MOST_RECIPIENTS) return false;
  if (new Set(resolved.map(({ partyId, agencyId }) => agencyId ?? partyId)).size < resolved.length) return false;
  return resolved.every(({ partyId, agencyId, agencyPath }) => {
    const party = partyOf(agreement, partyId);
    if (!party || partyId === order.giverPartyId) return false;
    return party.agencyId === null ? agencyId === null : agencyId !== null && agencyPath.includes(party.agencyId);
  });
}

function withinTerm(startsOn: Day, untilOn: Day, { inForceFrom, inForceUntil }: Dated): boolean {
  const begins = inForceFrom === null || Temporal.PlainDate.compare(inForceFrom, startsOn) <= 0;
  return begins && (inForceUntil === null || Temporal.PlainDate.compare(untilOn, inForceUntil) <= 0);
}
