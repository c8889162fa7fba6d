import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { statePicture } from '../../../kernel/state-picture.ts';
import { anAgreement, BADUNG, BALI, day, HEALTH, held, KLUNGKUNG, officerWith, ROOT, START } from '../agreement.test-support.ts';
import { DATA_SETS } from './data-sets.ts';
import { grantContent, type ResolvedRecipient } from './draft-grant.ts';
import { grantsEventLabels } from './event-labels.ts';
import { aGrant, aGrantOrder, OMBUDSMAN_RECIPIENT, withUniversity } from './grant.test-support.ts';
import { GRANT_STATES, GRANT_TRANSITIONS } from './grant.transitions.ts';
import { partiesWaitedFor } from './grant.ts';
import { type GrantStep, grantActions, moveGrant } from './grant-steps.ts';
import { LEGAL_BASES } from './terms.ts';

const migration = readFileSync(join(import.meta.dirname, '../../../../db/migrations/0048-grants.sql'), 'utf8');

test('the database knows the same states, the README draws the same picture', () => {
  const states = /state +text NOT NULL CHECK \(state IN \(([^)]+)\)/.exec(migration)?.[1] ?? '';
  expect([...states.matchAll(/'([a-z-]+)'/g)].map((match) => match[1])).toEqual([...GRANT_STATES]);
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  expect(readme).toContain(statePicture(GRANT_TRANSITIONS));
});

test('every step has words on the history page', () => {
  const steps = GRANT_TRANSITIONS.map(({ action }) => `grant-${action}`);
  expect(steps.filter((type) => !Object.hasOwn(grantsEventLabels, type))).toEqual([]);
});

test('every data set and field has a code of its own that the database takes', () => {
  expect(new Set(DATA_SETS.map(({ code }) => code)).size).toBe(DATA_SETS.length);
  for (const { code, fields } of DATA_SETS) {
    expect(code).toMatch(/^[a-z0-9-]{1,80}$/);
    expect(new Set(fields.map((field) => field.code)).size).toBe(fields.length);
  }
});

describe('writing one', () => {
  const agreement = anAgreement();
  const flaws = (
    given: Parameters<typeof aGrantOrder>[1],
    resolved: readonly ResolvedRecipient[] = [OMBUDSMAN_RECIPIENT(agreement)],
  ) => {
    const done = grantContent(aGrantOrder(agreement, given), resolved, agreement);
    return done.ok ? [] : done.refusal.map(({ field, code }) => `${field} ${code.replace('agreement.', '')}`);
  };

  test('a whole one is taken as it is', () => {
    expect(flaws({})).toEqual([]);
  });

  test('everything wrong is said at once', () => {
    const empty = { purpose: '', purposeText: ' ', dataSet: 'nonsense', fields: [], giverPartyId: 'x', recipients: [] };
    const terms = { startsOn: null, untilOn: null, frequency: 'hourly', legalBasis: '', retentionMonths: 'dua', afterwards: '' };
    expect(flaws({ ...empty, ...terms }, [])).toEqual([
      ...['purpose grant-purpose-missing', 'purposeText grant-purpose-words', 'dataSet grant-data-set-missing'],
      ...['giverPartyId grant-giver-wrong', 'recipients grant-recipients-missing', 'startsOn day-wrong', 'untilOn day-wrong'],
      ...['frequency grant-frequency-missing', 'afterwards grant-afterwards-missing', 'legalBasis grant-basis-missing'],
      'retentionMonths grant-retention-wrong',
    ]);
  });

  test('personal data asks for a ground, its words and safeguards; specific data for an impact assessment too', () => {
    const weak = Object.entries(LEGAL_BASES).filter(([, { carriesPersonal }]) => !carriesPersonal);
    expect(weak.length).toBeGreaterThan(0);
    for (const [legalBasis] of weak)
      expect(flaws({ fields: ['text'], legalBasis })).toEqual([
        ...['legalBasis grant-basis-too-weak', 'basisNote grant-basis-words', 'safeguards grant-safeguards-missing'],
      ]);
    const carried = { legalBasis: 'public-task', basisNote: 'UU 37/2008 Pasal 7', safeguards: 'Disandikan.' };
    expect(flaws({ fields: ['text'], ...carried })).toEqual([]);
    expect(flaws({ dataSet: 'complainants', fields: ['disability'], ...carried })).toEqual([
      'impactAssessment grant-impact-missing',
    ]);
  });

  test('the period has an end and lies within the term of the agreement', () => {
    expect(flaws({ startsOn: day('2026-12-31'), untilOn: day('2026-12-30') })).toEqual(['untilOn grant-period-wrong']);
    expect(flaws({ startsOn: day('2026-01-04') })).toEqual(['untilOn grant-outside-term']);
    expect(flaws({ untilOn: day('2031-01-05') })).toEqual(['untilOn grant-outside-term']);
    expect(flaws({ untilOn: day('2031-01-04') })).toEqual([]);
  });

  test('recipients are other parties or offices below them, once each', () => {
    const [ombudsman, government] = agreement.parties;
    const to = (partyId: string | undefined, agencyId: string, agencyPath: readonly string[]) => ({
      order: [{ partyId: partyId as string, agencyId }],
      resolved: [{ partyId: partyId as string, agencyId, agencyPath, name: 'x' }],
    });
    const below = to(ombudsman?.id, HEALTH, [ROOT, BALI, HEALTH]);
    expect(flaws({ recipients: below.order }, below.resolved)).toEqual([]);
    const self = to(government?.id, KLUNGKUNG, [KLUNGKUNG]);
    const stranger = to(ombudsman?.id, BADUNG, [BADUNG]);
    for (const wrong of [self, stranger])
      expect(flaws({ recipients: wrong.order }, wrong.resolved)).toEqual(['recipients grant-recipient-wrong']);
    const twice = [OMBUDSMAN_RECIPIENT(agreement), OMBUDSMAN_RECIPIENT(agreement)];
    expect(flaws({ recipients: twice.map(({ partyId, agencyId }) => ({ partyId, agencyId })) }, twice)).toEqual([
      'recipients grant-recipient-wrong',
    ]);
  });

  test('a set of its own gets a code of its words, each line a field, the same line once', () => {
    const own = {
      dataSet: 'own',
      ownName: 'Data IMB & PBG',
      ownFields: 'Nomor\nTanggal terbit\n nomor \n\n',
      ownPersonal: 'none',
    };
    const done = grantContent(aGrantOrder(agreement, own), [OMBUDSMAN_RECIPIENT(agreement)], agreement);
    expect(done.ok && [done.value.dataSet, done.value.fields.map(({ code }) => code)]).toEqual([
      'own:data-imb-pbg',
      ['nomor', 'tanggal-terbit'],
    ]);
    expect(flaws({ ...own, ownName: '§§', ownFields: '', ownPersonal: '' })).toEqual([
      ...['ownName grant-data-set-missing', 'ownPersonal grant-personal-unsaid', 'ownFields grant-fields-missing'],
    ]);
  });
});

describe('who says yes', () => {
  const agreement = anAgreement();
  const [ombudsman, government] = agreement.parties;
  const circumstances = { at: START, today: day('2026-03-01') };
  const head = officerWith(held([ROOT, BALI], ['agreement.prepare', 'agreement.sign']));
  const assistant = officerWith(held([ROOT, BALI], ['agreement.prepare']));
  const coordinator = officerWith(held([KLUNGKUNG], ['agreement.prepare']));
  const secretary = officerWith(held([KLUNGKUNG], ['agreement.sign']));
  const stranger = officerWith(held([BADUNG], ['agreement.prepare', 'agreement.sign']));
  const offered = (given: Parameters<typeof aGrant>[1] = {}) => aGrant(agreement, { state: 'offered', ...given });
  const personal = { personal: 'general' as const };
  const step = (grant: ReturnType<typeof aGrant>, actor: typeof head, taken: GrantStep) =>
    moveGrant(grant, agreement, actor, taken, circumstances);

  test('it is agreed with the last yes, and not before', () => {
    const first = step(offered(), assistant, { action: 'consent', partyId: ombudsman?.id as string });
    expect(first).toMatchObject({ ok: true, value: { grant: { state: 'offered' } } });
    const half = first.ok ? first.value.grant : offered();
    expect(partiesWaitedFor(half, agreement)).toEqual([government]);
    const second = step(half, coordinator, { action: 'consent', partyId: government?.id as string });
    expect(second).toMatchObject({ ok: true, value: { grant: { state: 'agreed' } } });
    expect(second.ok && second.value.events.map(({ type }) => type)).toEqual(['grant-consent', 'grant-complete']);
  });

  test('who offers says yes for their own side, where they may', () => {
    const draft = (given: Parameters<typeof aGrant>[1] = {}) => aGrant(agreement, { state: 'draft', agreedAt: null, ...given });
    const given = (grant: ReturnType<typeof aGrant>) => {
      const done = step(grant, coordinator, { action: 'offer' });
      return done.ok && [done.value.grant.state, done.value.grant.consents.map(({ partyId }) => partyId)];
    };
    expect(given(draft())).toEqual(['offered', [government?.id]]);
    expect(given(draft(personal))).toEqual(['offered', []]);
  });

  test('personal data waits for who signs for the party, not who prepares', () => {
    const yes = { action: 'consent', partyId: government?.id as string } as const;
    expect(step(offered(personal), coordinator, yes)).toEqual({ ok: false, refusal: 'agreement.not-yours' });
    expect(step(offered(personal), secretary, yes)).toMatchObject({ ok: true });
  });

  test('nobody says yes for two parties, and no stranger at all', () => {
    const both = officerWith(...head.positions, ...secretary.positions);
    const first = step(offered(), both, { action: 'consent', partyId: ombudsman?.id as string });
    const half = first.ok ? first.value.grant : offered();
    expect(step(half, both, { action: 'consent', partyId: government?.id as string })).toEqual({
      ok: false,
      refusal: 'agreement.same-person',
    });
    expect(grantActions(stranger, agreement, offered())).toEqual([]);
    expect(grantActions(stranger, agreement, aGrant(agreement))).toEqual([]);
  });

  test('taking it back or sending it back voids every yes; sending back and ending ask for a reason', () => {
    const half = offered({ consents: [{ partyId: government?.id as string, personId: coordinator.personId, at: START }] });
    expect(step(half, coordinator, { action: 'take-back' })).toMatchObject({
      ok: true,
      value: { grant: { state: 'draft', consents: [] } },
    });
    expect(step(half, head, { action: 'decline', reason: ' ' })).toEqual({ ok: false, refusal: 'agreement.reason-missing' });
    expect(step(half, head, { action: 'decline', reason: 'terlalu luas' })).toMatchObject({
      ok: true,
      value: { grant: { state: 'draft', consents: [], returnedReason: 'terlalu luas' } },
    });
    expect(step(aGrant(agreement), secretary, { action: 'end', reason: 'tujuannya tercapai' })).toMatchObject({
      ok: true,
      value: { grant: { state: 'ended', endedOn: day('2026-03-01') } },
    });
    expect(step(aGrant(agreement), secretary, { action: 'offer' })).toEqual({ ok: false, refusal: 'agreement.not-now' });
  });

  test('a body of no directory is not waited for: nobody here could say its yes', () => {
    const three = withUniversity();
    const recipients = three.parties
      .slice(0, 1)
      .concat(three.parties.slice(2))
      .map(({ id, agencyId }) => ({ partyId: id, agencyId, name: 'x' }));
    const waited = partiesWaitedFor(aGrant(three, { state: 'offered', recipients }), three);
    expect(waited.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  });
});
