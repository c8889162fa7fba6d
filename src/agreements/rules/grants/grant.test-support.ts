/** Grants for tests of rules, without a database. */

import { anAgreement, BALI, day, KLUNGKUNG, newId, party, ROOT, START } from '../agreement.test-support.ts';
import type { Agreement } from '../agreement.ts';
import { dataSetOf, personalOf } from './data-sets.ts';
import type { GrantOrder } from './draft-grant.ts';
import type { Grant } from './grant.ts';

/** Klungkung gives, the Ombudsman's office receives. */
export function aGrant(agreement: Agreement, given: Partial<Grant> = {}): Grant {
  const [ombudsman, government] = agreement.parties;
  const fields = (dataSetOf('complaints')?.fields ?? []).filter(({ code }) => ['class', 'received-on', 'status'].includes(code));
  return {
    ...{ id: newId(), agreementId: agreement.id, ordinal: 1, version: 1, state: 'agreed' },
    ...{
      purpose: 'prevent-maladministration',
      purposeText: 'Kajian keterlambatan (contoh)',
      dataSet: 'complaints',
      dataSetName: '',
    },
    ...{ fields, personal: personalOf(fields), giverPartyId: government?.id as string, giverAgencyId: KLUNGKUNG },
    recipients: [{ partyId: ombudsman?.id as string, agencyId: BALI, name: 'Perwakilan (contoh)' }],
    ...{ startsOn: day('2026-02-01'), untilOn: day('2026-12-31'), frequency: 'monthly', legalBasis: 'one-data', basisNote: '' },
    ...{
      retentionMonths: 12,
      afterwards: 'delete',
      safeguards: '',
      impactAssessment: '',
      preparingPartyId: government?.id as string,
    },
    ...{ createdBy: null, createdAt: START, offers: 1, offeredAt: START, agreedAt: START, endedOn: null, endReason: null },
    ...{ returnedReason: null, consents: [], isExample: true },
    ...given,
  } as Grant;
}

export function aGrantOrder(agreement: Agreement, given: Partial<GrantOrder> = {}): GrantOrder {
  const [ombudsman, government] = agreement.parties;
  return {
    ...{ purpose: 'prevent-maladministration', purposeText: 'Kajian keterlambatan (contoh)', dataSet: 'complaints' },
    ...{ fields: ['class', 'status'], giverPartyId: government?.id as string },
    recipients: [{ partyId: ombudsman?.id as string, agencyId: BALI }],
    ...{ startsOn: day('2026-02-01'), untilOn: day('2026-12-31'), frequency: 'monthly', legalBasis: 'one-data', basisNote: '' },
    ...{ retentionMonths: '12', afterwards: 'delete', safeguards: '', impactAssessment: '' },
    ...given,
  };
}

export const OMBUDSMAN_RECIPIENT = (agreement: Agreement) => ({
  partyId: agreement.parties[0]?.id as string,
  agencyId: BALI,
  agencyPath: [ROOT, BALI],
  name: 'Perwakilan (contoh)',
});

/** With a body of no directory, which cannot say yes here. */
export function withUniversity(): Agreement {
  const agreement = anAgreement();
  return {
    ...agreement,
    parties: [...agreement.parties, { ...party({ side: 'other', agencyPath: [] }, 3), agencyId: null, governmentId: null }],
  };
}
