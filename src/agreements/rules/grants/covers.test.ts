import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAgreement, BALI, day, HEALTH, KLUNGKUNG, newId, ROOT } from '../agreement.test-support.ts';
import { type DataAsk, type GrantUnder, grantCovers, UNCOVERED } from './covers.ts';
import { dataSetOf } from './data-sets.ts';
import { aGrant } from './grant.test-support.ts';
import { GRANT_STATES } from './grant.transitions.ts';
import { type Grant, grantStandingOn } from './grant.ts';

const agreement = anAgreement();
const under = (given: Partial<Grant> = {}, under_ = agreement): GrantUnder => ({
  grant: aGrant(agreement, given),
  agreement: under_,
});
const ask: DataAsk = {
  ...{ dataSet: 'complaints', fields: ['class', 'status'], giverPath: [KLUNGKUNG, HEALTH], recipientId: BALI },
  ...{ purpose: 'prevent-maladministration', day: day('2026-06-01') },
};
const reason = (grants: readonly GrantUnder[], given: Partial<DataAsk> = {}) => {
  const answer = grantCovers(grants, { ...ask, ...given });
  return answer.covered ? 'covered' : answer.reason;
};

describe('what the exchange asks before anything leaves', () => {
  test('a grant in force covers its set, fields, recipient, purpose and days, and names itself', () => {
    const one = under();
    expect(grantCovers([one], ask)).toEqual({ covered: true, by: one });
  });

  test.each([
    [{ fields: [] }, 'nothing-asked'],
    [{ dataSet: 'services' }, 'no-grant'],
    [{ giverPath: [newId()] }, 'other-giver'],
    [{ recipientId: ROOT }, 'other-recipient'],
    [{ purpose: 'inform-public' }, 'other-purpose'],
    [{ fields: ['class', 'text'] }, 'fields-missing'],
    [{ day: day('2026-01-31') }, 'not-begun'],
    [{ day: day('2027-01-01') }, 'over'],
  ] as const)('%o is refused: %s', (given, because) => {
    expect(reason([under()], given)).toBe(because);
  });

  test('the missing fields are named', () => {
    expect(grantCovers([under()], { ...ask, fields: ['class', 'text', 'files'] })).toMatchObject({ missing: ['text', 'files'] });
  });

  test('two grants for two purposes, or of half the fields each, are not added up', () => {
    const fields = dataSetOf('complaints')?.fields ?? [];
    const half = (code: string) => under({ fields: fields.filter((field) => field.code === code) });
    expect(reason([half('class'), half('status')])).toBe('fields-missing');
  });

  test('in force only with the agreement, and not from the day it was ended on', () => {
    const ended = { ...agreement, state: 'ended' as const, endedOn: day('2026-06-01'), endReason: 'x' };
    expect(reason([under({}, ended)])).toBe('agreement-not-in-force');
    expect(reason([under({}, ended)], { day: day('2026-05-31') })).toBe('covered');
    expect(reason([under({}, anAgreement({ state: 'signing' }))])).toBe('agreement-not-in-force');
    const stopped = under({ state: 'ended', endedOn: day('2026-06-01'), endReason: 'x' });
    expect(reason([stopped])).toBe('ended');
    expect(reason([stopped], { day: day('2026-05-31') })).toBe('covered');
  });

  test('of several, the one with the shortest retention stands for the answer', () => {
    const answer = grantCovers([under({ retentionMonths: 24 }), under({ retentionMonths: 6 })], ask);
    expect(answer.covered && answer.by.grant.retentionMonths).toBe(6);
  });
});

const FIELDS = ['class', 'received-on', 'status', 'text'] as const;
const days = fc.integer({ min: 0, max: 400 }).map((count) => day('2026-01-01').add({ days: count }));
const grants = fc
  .record({
    state: fc.constantFrom(...GRANT_STATES, 'agreed' as const, 'agreed' as const, 'agreed' as const),
    purpose: fc.constantFrom('prevent-maladministration' as const, 'assess-services' as const),
    fields: fc.subarray([...FIELDS], { minLength: 1 }),
    startsOn: days,
    length: fc.integer({ min: 0, max: 900 }),
    endedAfter: fc.integer({ min: 0, max: 300 }),
    recipient: fc.constantFrom(BALI, ROOT),
    agreementUntil: fc.option(days, { nil: null, freq: 1 }),
  })
  .map((given) =>
    under(
      {
        ...{
          state: given.state,
          purpose: given.purpose,
          startsOn: given.startsOn,
          untilOn: given.startsOn.add({ days: given.length }),
        },
        fields: (dataSetOf('complaints')?.fields ?? []).filter(({ code }) => (given.fields as readonly string[]).includes(code)),
        recipients: [{ partyId: newId(), agencyId: given.recipient, name: 'x' }],
        endedOn: given.state === 'ended' ? given.startsOn.add({ days: given.endedAfter }) : null,
      },
      { ...agreement, inForceFrom: day('2026-01-01'), inForceUntil: given.agreementUntil },
    ),
  );
const asks = fc
  .record({
    fields: fc.subarray([...FIELDS]),
    day: days,
    purpose: fc.constantFrom('prevent-maladministration', 'assess-services'),
  })
  .map((given): DataAsk => ({ ...ask, ...given }));

describe('properties', () => {
  let covered = 0;
  let refused = 0;

  test('what is covered is covered by one grant that holds in every respect; what is refused none of them holds', () => {
    fc.assert(
      fc.property(fc.array(grants, { minLength: 2, maxLength: 12 }), asks, (all, one) => {
        const holds = ({ grant, agreement: of }: GrantUnder) =>
          one.fields.length > 0 &&
          grant.purpose === one.purpose &&
          grant.recipients.some(({ agencyId }) => agencyId === BALI) &&
          one.fields.every((code) => grant.fields.some((field) => field.code === code)) &&
          (grant.state === 'agreed' || grant.state === 'ended') &&
          grantStandingOn(grant, of, one.day) === 'in-force';
        const answer = grantCovers(all, one);
        expect(answer.covered).toBe(all.some(holds));
        if (answer.covered) {
          covered += 1;
          expect(holds(answer.by)).toBe(true);
        } else {
          refused += 1;
          expect(UNCOVERED).toContain(answer.reason);
        }
      }),
      { numRuns: 3000 },
    );
    expect(covered).toBeGreaterThan(50);
    expect(refused).toBeGreaterThan(50);
  });

  test('another grant never takes away, asking for less never loses, and the order does not matter', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        fc.array(grants, { minLength: 2, maxLength: 12 }),
        grants,
        asks,
        fc.subarray([...FIELDS], { minLength: 1 }),
        (all, more, one, fewer) => {
          const before = grantCovers(all, one);
          const again = grantCovers([...all].reverse(), one);
          expect(again.covered).toBe(before.covered);
          if (!before.covered) return;
          seen += 1;
          expect(grantCovers([more, ...all], one).covered).toBe(true);
          const less = one.fields.filter((code) => (fewer as readonly string[]).includes(code));
          if (less.length > 0) expect(grantCovers(all, { ...one, fields: less }).covered).toBe(true);
          if (before.covered && !again.covered) throw new Error('order');
        },
      ),
      { numRuns: 3000 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
