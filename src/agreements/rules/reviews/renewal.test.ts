import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { aLine, anAgreement, day, newId } from '../agreement.test-support.ts';
import { bindsOn } from '../in-force.ts';
import { fieldValues } from '../signing/fields.ts';
import { dayWords } from './day-words.ts';
import {
  carriedLine,
  flawsOfRenewal,
  focalPointsAgain,
  gapWords,
  overlapOf,
  proposedTerm,
  proposedTitle,
  type RenewalOrder,
  uncoveredAfter,
} from './renewal.ts';

const old = anAgreement({ inForceFrom: day('2020-09-15'), signedOn: day('2020-09-15'), inForceUntil: day('2025-09-14') });
const followed = (from: string | null, state: 'draft' | 'signed' = 'signed') => ({
  inForceFrom: from === null ? null : day(from),
  state,
});

describe('uncovered days', () => {
  test('are none when the new one begins the day after, or earlier', () => {
    expect(uncoveredAfter(old, followed('2025-09-15'), day('2025-10-01'))).toBeNull();
    expect(uncoveredAfter(old, followed('2025-06-01'), day('2025-10-01'))).toBeNull();
    expect(overlapOf(old, followed('2025-06-01'))).toEqual({ from: day('2025-06-01'), to: day('2025-09-14'), days: 106 });
    expect(overlapOf(old, followed('2025-09-15'))).toBeNull();
  });

  test('are named from the first to the last', () => {
    expect(uncoveredAfter(old, followed('2025-09-20'), day('2025-10-01'))).toEqual({
      ...{ from: day('2025-09-15'), to: day('2025-09-19'), days: 5, isForeseen: false },
    });
  });

  test('run on while nothing that is signed follows', () => {
    expect(uncoveredAfter(old, null, day('2025-09-14'))).toBeNull();
    expect(uncoveredAfter(old, null, day('2025-09-15'))).toMatchObject({ to: null, days: 1 });
    // A draft covers nothing once its day has come.
    expect(uncoveredAfter(old, followed('2025-09-15', 'draft'), day('2025-09-30'))).toMatchObject({ to: null, days: 16 });
    expect(uncoveredAfter(old, followed('2025-10-15', 'draft'), day('2025-09-30'))).toMatchObject({
      to: day('2025-10-14'),
      isForeseen: true,
    });
  });

  test('begin earlier where the old one was ended before its time', () => {
    const ended = { ...old, state: 'ended' as const, endedOn: day('2024-01-01') };
    expect(uncoveredAfter(ended, followed('2024-01-11'), day('2025-01-01'))).toMatchObject({ from: day('2024-01-01'), days: 10 });
  });

  test('are exactly the days on which neither binds, whatever the days', () => {
    let gaps = 0;
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -60, max: 60 }), (shift, endShift) => {
        const next = anAgreement({
          inForceFrom: (old.inForceUntil as Temporal.PlainDate).add({ days: shift }),
          inForceUntil: null,
        });
        const before =
          endShift < 0 ? { ...old, state: 'ended' as const, endedOn: day('2025-09-14').add({ days: endShift }) } : old;
        const gap = uncoveredAfter(before, next, day('2026-03-01'));
        let bare = 0;
        for (let on = day('2025-06-01'); Temporal.PlainDate.compare(on, day('2026-01-01')) < 0; on = on.add({ days: 1 }))
          if (!bindsOn(before, on) && !bindsOn(next, on)) bare += 1;
        expect(gap?.days ?? 0).toBe(bare);
        if (gap) gaps += 1;
      }),
      { numRuns: 60 },
    );
    expect(gaps).toBeGreaterThan(10);
  });

  test('are said in words of both languages', () => {
    const gap = uncoveredAfter(old, followed('2025-09-20'), day('2025-10-01'));
    expect(gap && gapWords('nota-kesepakatan', gap, dayWords).id).toBe(
      'Ada 5 hari tidak tercakup dokumen apa pun: 15 September 2025 sampai 19 September 2025.',
    );
    expect(gap && gapWords('nota-kesepakatan', { ...gap, isForeseen: true }, dayWords).id, 'a draft promises nothing').toBe(
      'Bila dokumen berikutnya ditandatangani tepat waktu, 5 hari tidak tercakup dokumen apa pun: 15 September 2025 sampai 19 September 2025.',
    );
  });
});

describe('a renewal', () => {
  const order: RenewalOrder = {
    ...{ title: 'x', inForceFrom: day('2025-09-15'), inForceUntil: day('2030-09-14'), partyIds: old.parties.map(({ id }) => id) },
    ...{ programmes: ['prevention'], lineIds: [], linesDueOn: null, gapNote: '', gapSeen: false },
  };
  const fields = (given: Partial<RenewalOrder>, today = '2025-08-01') =>
    flawsOfRenewal(old, { ...order, ...given }, day(today)).map(({ field, code }) => `${field} ${code}`);

  test('that leaves no day uncovered asks nothing more', () => {
    expect(fields({})).toEqual([]);
    expect(fields({ inForceFrom: day('2025-06-01') })).toEqual([]);
  });

  test('that leaves days uncovered is not begun before they are seen and said', () => {
    expect(fields({ inForceFrom: day('2025-10-01') })).toEqual(['gapSeen agreement.gap-unseen', 'gapNote agreement.gap-unsaid']);
    expect(fields({ inForceFrom: day('2025-10-01'), gapSeen: true, gapNote: 'Menunggu anggaran perubahan' })).toEqual([]);
    // Begun after the old one has lapsed, days are uncovered whatever the form says.
    expect(fields({}, '2025-09-20')).toEqual(['gapSeen agreement.gap-unseen', 'gapNote agreement.gap-unsaid']);
  });

  test('takes force after the old one did, and keeps two parties', () => {
    expect(fields({ inForceFrom: day('2020-09-15') })).toEqual(['inForceFrom agreement.renewal-before']);
    expect(fields({ partyIds: [newId()] })).toEqual(['parties agreement.parties-missing']);
    expect(fields({ inForceUntil: day('2025-09-01') })).toEqual(['inForceUntil agreement.days-out-of-order']);
  });

  test('is proposed for as long as the old one was, from the next day, or from today when that is over', () => {
    expect(proposedTerm(old, day('2025-03-01'))).toEqual({ from: day('2025-09-15'), until: day('2030-09-14') });
    expect(proposedTerm(old, day('2026-01-10')).from).toEqual(day('2026-01-10'));
    // A plan signed some weeks into its year is renewed for a whole one.
    const plan = {
      inForceFrom: day('2026-02-20'),
      inForceUntil: day('2026-12-31'),
      endedOn: null,
      yearFrom: 2026,
      yearUntil: 2026,
    };
    expect(proposedTerm(plan, day('2026-11-01'))).toEqual({ from: day('2027-01-01'), until: day('2027-12-31') });
    const title = { title: 'Rencana Kerja 2026 menurut SK 1999', yearFrom: 2026, yearUntil: 2026 };
    expect(proposedTitle(title, day('2027-01-01'))).toBe('Rencana Kerja 2027 menurut SK 1999');
  });

  test('keeps whom the sides can be asked through today', () => {
    const [ours] = old.parties;
    const point = {
      agencyId: null,
      position: 'Kabag Organisasi',
      personId: null,
      officeMail: 'x@contoh.example',
      since: day('2021-01-01'),
    };
    const named = {
      ...old,
      focalPoints: [
        { ...point, id: newId(), partyId: ours?.id as string, until: null },
        { ...point, id: newId(), partyId: ours?.id as string, until: day('2022-01-01') },
      ],
    };
    const again = focalPointsAgain(named, (id) => `new-${id}`, day('2025-08-01'), newId);
    expect(again).toMatchObject([
      { partyId: `new-${ours?.id}`, since: day('2025-08-01'), position: 'Kabag Organisasi', until: null },
    ]);
  });
});

test('the text of a renewal names the days that neither document covers', () => {
  const facts = { programmes: [], parent: null, predecessor: old, plannedOn: null, lines: 0 };
  const term = (from: string) =>
    fieldValues(anAgreement({ inForceFrom: day(from), inForceUntil: day('2030-12-31') }), facts)['masa-berlaku'];
  expect(term('2025-09-15')).toBe('sejak 15 September 2025 sampai dengan 31 Desember 2030');
  expect(term('2025-09-20')).toContain(
    'tanggal 15 September 2025 sampai dengan 19 September 2025 (5 hari), sesudah NK-2026-0001 berakhir',
  );
});

describe('a line carried over', () => {
  const term = { from: day('2027-01-01'), dueOn: day('2027-09-30') };

  test('begins where the confirmed work stands and aims at the old target', () => {
    const line = aLine(old, { confirmed: { amount: '5', on: day('2026-11-01') }, itemId: newId() });
    const carried = carriedLine(line, term);
    expect(carried).toMatchObject({ baseline: '5', targets: [null, null, '8', null], year: 2027, activity: line.activity });
    expect(carried).not.toHaveProperty('itemId');
  });

  test('that went past its target keeps its first baseline, so that targets stay in order', () => {
    const line = aLine(old, { confirmed: { amount: '9', on: day('2026-11-01') } });
    expect(carriedLine(line, term).baseline).toBe('0');
  });
});
