import { describe, expect, test } from 'vitest';
import type { Capability, Officer } from '../../../kernel/actor.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { FileLaw } from '../../../law/index.ts';
import { shownWords, whatOfFound } from './candidate.ts';
import { explainCandidate, rowWords } from './explain.ts';
import {
  REVIEW_DEADLINES,
  REVIEW_STAGES,
  REVIEW_TRANSITIONS,
  type ReviewAction,
  type ReviewNeed,
  type ReviewStage,
} from './review.transitions.ts';
import { mayWriteSection, openSections, REVIEW_SECTIONS, type Review, takeReview } from './review.ts';

const AT = Temporal.Instant.from('2026-03-16T02:00:00Z');
const ALL: readonly ReviewNeed[] = ['problem-written', 'lha-written', 'suggestions-judged'];

function officer(capabilities: readonly Capability[], agencyId = 'office', governmentId = 'ombudsman'): Officer {
  const position = { positionId: 'p', kind: 'k', agencyId, governmentId, agencyPath: ['root', agencyId], regionCode: null };
  return { kind: 'officer', personId: 'someone', name: 'x', positions: [{ ...position, capabilities }] };
}

const law: FileLaw = {
  limit: (rule) => ({ rule, value: 30, unit: 'hk' }),
  count: () => 1,
  due: (from) => ({ dueAt: from.add({ hours: 720 }), isProvisional: false, calendarVersion: 1 }),
};

const REVIEW: Review = {
  ...{ id: 'r', number: '0001/KAJIAN/III/2026/DPS', version: 1, officeId: 'office', officePath: ['root', 'office'] },
  ...{ agencyId: 'agency', agencyPath: ['government', 'agency'], governmentId: 'government', clusterId: 'c', title: 't' },
  ...{ categoryCode: 'health', place: '51.05', zone: 'Asia/Makassar', stage: 'detection', stageSince: AT, openedAt: AT },
  ...{ openedBy: 'someone', endedAt: null, reason: null, lhaAt: null, clocks: [], members: [], isExample: false },
};

const BOTH = officer(['case.review', 'case.decide']);

function take(review: Review, action: ReviewAction, actor = BOTH, met = ALL, reason = 'karena') {
  return takeReview(review, action, { at: AT, actor, law, newId: () => 'clock' }, { reason, met });
}

describe('the stages of a review', () => {
  test('each have a deadline that runs, or say that there is none, on every path of the table', () => {
    const seen = new Set<ReviewStage>(['detection']);
    const walk = (review: Review, steps: number) => {
      if (steps === 0) return;
      for (const line of REVIEW_TRANSITIONS.filter(({ from }) => from === review.stage)) {
        const next = take(review, line.action);
        if (!next.ok) throw new Error(next.refusal);
        seen.add(next.value.stage);
        const running = next.value.clocks.filter(({ stoppedAt }) => stoppedAt === null);
        const deadline = REVIEW_DEADLINES[next.value.stage];
        expect(running.map(({ limit }) => limit.rule)).toEqual('rule' in deadline ? [deadline.rule] : []);
        expect(next.value.endedAt !== null).toBe(['finished', 'dropped'].includes(next.value.stage));
        walk(next.value, steps - 1);
      }
    };
    walk(REVIEW, 6);
    expect([...seen].sort()).toEqual([...REVIEW_STAGES].sort());
  });

  test('move only for whom the table names, with what it needs, and never for somebody of the government reviewed', () => {
    let refused = 0;
    for (const line of REVIEW_TRANSITIONS) {
      const review = { ...REVIEW, stage: line.from };
      expect(take(review, line.action, officer([line.by])).ok).toBe(true);
      expect(take(review, line.action, officer([line.by], 'elsewhere')).ok).toBe(false);
      expect(take(review, line.action, officer([line.by], 'office', 'government')).ok).toBe(false);
      expect(take(review, line.action, officer(['case.verify'])).ok).toBe(false);
      for (const need of line.needs) {
        const without = need === 'reason' ? take(review, line.action, BOTH, ALL, ' ') : take(review, line.action, BOTH, []);
        expect(without.ok, need).toBe(false);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThanOrEqual(6);
  });

  test('open sections one after the other; an approved analysis is not rewritten', () => {
    expect(openSections({ stage: 'finished' })).toEqual([...REVIEW_SECTIONS]);
    expect(mayWriteSection(REVIEW, 'lha', BOTH)).toBe(false);
    expect(mayWriteSection({ ...REVIEW, stage: 'analysis' }, 'problem', BOTH)).toBe(true);
    expect(mayWriteSection({ ...REVIEW, stage: 'treatment' }, 'lha', BOTH)).toBe(false);
    expect(mayWriteSection({ ...REVIEW, stage: 'treatment' }, 'progress', BOTH)).toBe(true);
    expect(mayWriteSection({ ...REVIEW, stage: 'finished' }, 'progress', BOTH)).toBe(false);
  });
});

describe('a candidate', () => {
  const known = (state: 'candidate' | 'dismissed' | 'opened', rows: number, shared: number) => [
    { candidate: { id: 'k', state, rows, dismissedRows: state === 'dismissed' ? rows : null }, shared },
  ];

  test('found again is the same one; what was opened is left alone; what was dismissed comes back grown by half', () => {
    expect(whatOfFound(12, [])).toEqual({ what: 'new', id: null });
    expect(whatOfFound(12, known('candidate', 10, 9))).toEqual({ what: 'update', id: 'k' });
    expect(whatOfFound(12, known('candidate', 10, 4))).toEqual({ what: 'new', id: null });
    expect(whatOfFound(30, known('opened', 10, 10))).toEqual({ what: 'leave', id: 'k' });
    expect(whatOfFound(14, known('dismissed', 10, 10))).toEqual({ what: 'leave', id: 'k' });
    expect(whatOfFound(15, known('dismissed', 10, 10))).toEqual({ what: 'return', id: 'k' });
  });

  test('shows only words that several readable reports have, and of a report only those', () => {
    const forms = new Map([
      ['blangko', { form: 'blangko', rows: 3 }],
      ['wayan', { form: 'wayan', rows: 2 }],
    ]);
    const words = shownWords(
      [
        { word: 'wayan', rows: 9 },
        { word: 'blangko', rows: 8 },
        { word: 'rahasia', rows: 8 },
      ],
      forms,
    );
    expect(words).toEqual([{ stem: 'blangko', word: 'blangko', rows: 8 }]);
    expect(rowWords({ words }, ['wayan', 'blangko'])).toEqual(['blangko']);
  });

  test('is explained in one breath in both languages, also when no word may be shown', () => {
    const facts = {
      kind: 'surge' as const,
      categoryCode: 'civil-registry',
      parts: null,
      rows: 12,
      expected: 2.4,
      otherWeeks: 3,
      elsewhere: 0,
      words: [{ stem: 'suket', word: 'suket', rows: 9 }],
    };
    const names = { agency: 'Dinas Contoh', from: '1 Jan', until: '2 Feb' };
    expect(explainCandidate(facts, names, 'id')).toBe(
      '12 laporan dengan kata-kata seperti “suket” tentang Dinas Contoh masuk antara 1 Jan dan 2 Feb, padahal biasanya sekitar 2 dalam waktu selama itu. Pada semua pekan lain dalam setahun kantor ini menerima 3 laporan serupa, dan semua kantor lain pada pekan yang sama tidak menerima laporan serupa. Kemungkinan terjadi karena kebetulan kurang dari satu banding sejuta.',
    );
    expect(explainCandidate({ ...facts, words: [], expected: 0.5 }, names, 'en')).toMatch(
      /^12 reports with words in common that may not be shown here about Dinas Contoh .* less than 1 were/,
    );
    const steady = { ...facts, kind: 'steady' as const, categoryCode: '', parts: { having: 9, of: 13 }, elsewhere: 4 };
    const told = explainCandidate(steady, names, 'id');
    expect(told).toMatch(/dalam 9 dari 13 rentang empat pekan .* sekitar 2 .* menerima 4 laporan serupa/);
    expect(told).toContain('tidak berkategori');
    expect(explainCandidate(steady, names, 'en')).toMatch(/in 9 of the 13 four-week parts .* about 2 .* have no category/);
  });
});
