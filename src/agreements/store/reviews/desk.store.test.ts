import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Officer } from '../../../kernel/actor.ts';
import type { Temporal } from '../../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts';
import { openEvaluation, speak } from '../../actions/reviews/evaluate.ts';
import { planReview, setRhythm } from '../../actions/reviews/plan-review.ts';
import { day, type SignedPlan, signedPlan } from '../../actions/reviews/reviews.test-support.ts';
import { type Cast, castOf } from '../../cast.test-support.ts';
import { anAgreement, newId, party } from '../../rules/agreement.test-support.ts';
import { KINDS } from '../../rules/kinds.ts';
import { proposedReviews, RHYTHMS, type Rhythm, usualRhythm } from '../../rules/reviews/periods.ts';
import { voicesOf } from '../../rules/reviews/voices.ts';
import { insertAgreement } from '../save.ts';
import { evaluationsWaiting, renewalsDue, reviewsDue } from './desk.ts';
import { periodsTaken, rhythmOf } from './reviews.ts';

let t: TestDatabase;
let who: Cast;
let plan: SignedPlan;

beforeAll(async () => {
  t = await testDatabase();
  t.setNow('2026-04-02T09:00:00+08:00');
  who = await castOf(t);
  plan = await signedPlan(t, who);
}, 240_000);
afterAll(() => t.close());

const asked = (actor: Officer, today: string) => ({ actor, today: day(today), after: undefined, limit: 100 });

describe('the desk', () => {
  test('finds the last period that is over and unreviewed exactly where the rule proposes it', async () => {
    const head = await who('head');
    const own = head.positions[0];
    if (!own) throw new Error('no position');
    const made = [];
    let seen = 0;
    for (const [index, kind] of KINDS.entries()) {
      for (const rhythm of [null, ...RHYTHMS] as (Rhythm | null)[]) {
        const agreement = anAgreement({
          ...{
            id: newId(),
            code: `T-2026-${index}${rhythm ?? 'usual'}`,
            kind,
            officeId: own.agencyId,
            officePath: own.agencyPath,
          },
          ...{ keeperId: own.agencyId, keeperPath: own.agencyPath, signedOn: day('2025-02-20'), inForceFrom: day('2025-02-20') },
          ...{
            inForceUntil: rhythm === 'half' ? day('2026-07-08') : day('2027-12-31'),
            yearFrom: 2025,
            yearUntil: rhythm ? 2027 : 2025,
          },
          parties: [party({ side: 'ombudsman', agencyPath: own.agencyPath }, 1)],
        });
        await t.ownerDb
          .transaction()
          .execute((tx) => insertAgreement(t.tools, tx, agreement, [], { at: t.tools.clock.now(), actor: head }));
        if (rhythm) await setRhythm(t.tools, head, { agreementId: agreement.id, rhythm });
        made.push(agreement);
      }
    }
    for (const today of [
      '2025-03-31',
      '2025-04-01',
      '2025-07-05',
      '2026-01-01',
      '2026-07-01',
      '2026-07-09',
      '2026-09-11',
      '2026-10-01',
      '2026-11-20',
      '2027-02-01',
    ]) {
      const found = new Map((await reviewsDue(t.db, asked(head, today))).rows.map((row) => [row.id, row]));
      for (const agreement of made) {
        const rhythm = (await rhythmOf(t.db, agreement.id)) ?? usualRhythm(agreement);
        const rule = proposedReviews(agreement, rhythm, await periodsTaken(t.db, agreement.id), day(today), 0).filter(
          ({ until }) => until.until(day(today)).sign > 0,
        );
        // What ended a quarter of a year ago is no matter of the desk any more; its own page still says it.
        const isOld = agreement.inForceUntil && agreement.inForceUntil.until(day(today)).total('day') > 90;
        expect(found.get(agreement.id)?.day.toString() ?? null, `${agreement.code} on ${today}`).toBe(
          isOld ? null : (rule.at(-1)?.until.toString() ?? null),
        );
        if (found.has(agreement.id)) {
          seen += 1;
          expect(found.get(agreement.id)?.rhythm).toBe(rhythm);
        }
      }
    }
    expect(seen).toBeGreaterThan(60);
  });

  test('forgets a period once a review holds it, and shows it to whoever may call it alone', async () => {
    const due = async (name: Parameters<Cast>[0]) =>
      (await reviewsDue(t.db, asked(await who(name), '2026-04-02'))).rows.filter(({ id }) => id === plan.agreement.id).length;
    expect([await due('preventer'), await due('coordinator'), await due('liaison'), await due('outsider')]).toEqual([1, 1, 0, 0]);
    const planned = await planReview(t.tools, await who('coordinator'), {
      ...{ agreementId: plan.agreement.id, rhythm: 'quarter', periodUntil: '2026-03-31', meetsOn: day('2026-04-10') },
      ...{ meetsAt: '', place: '' },
    });
    expect(planned.ok).toBe(true);
    expect(await due('preventer')).toBe(0);
  });

  test('goes on by key without losing or repeating a row', async () => {
    const head = await who('head');
    const whole = (await reviewsDue(t.db, asked(head, '2026-07-01'))).rows.map(({ id }) => id);
    expect(whole.length).toBeGreaterThan(10);
    const pieces: string[] = [];
    for (let after: string | undefined; ; ) {
      const { rows, next } = await reviewsDue(t.db, { ...asked(head, '2026-07-01'), limit: 4, after });
      pieces.push(...rows.map(({ id }) => id));
      if (next === undefined) break;
      after = next;
    }
    expect(pieces).toEqual(whole);
    expect((await reviewsDue(t.db, { ...asked(head, '2026-07-01'), after: "x'; DROP" })).rows).toHaveLength(whole.length);
  });

  test('asks for the year that is over, and for the words of the side that has not spoken', async () => {
    const mine = async (name: Parameters<Cast>[0], today: string) =>
      (await evaluationsWaiting(t.db, asked(await who(name), today))).rows
        .filter(({ code }) => code === plan.agreement.code)
        .map(({ year, is_open }) => `${year} ${is_open}`);
    expect(await mine('preventer', '2026-12-31')).toEqual([]);
    expect(await mine('preventer', '2027-01-01')).toEqual(['2026 false']);
    t.setNow('2027-01-04T09:00:00+08:00');
    const opened = await openEvaluation(t.tools, await who('preventer'), {
      agreementId: plan.agreement.id,
      year: 2026,
      reason: '',
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
    expect(await mine('preventer', '2027-01-04')).toEqual(['2026 true']);
    const said = await speak(
      t.tools,
      await who('preventer'),
      { agreementId: plan.agreement.id, evaluationId: opened.value.id },
      {
        ...{ root: voicesOf(plan.agreement)[0]?.root as string, version: 0, handIn: true },
        words: {
          ...{ overall: 'Baik (contoh)', recommendation: 'renew' },
          programmes: {
            prevention: { text: '', recommendation: 'continue' },
            competence: { text: '', recommendation: 'continue' },
          },
        },
      },
    );
    expect(said.ok).toBe(true);
    expect(await mine('preventer', '2027-01-04')).toEqual([]);
    expect(await mine('coordinator', '2027-01-04')).toEqual(['2026 true']);
    expect(await mine('liaison', '2027-01-04')).toEqual([]);
  });

  test('names what ends within the days of warning, or has ended, until something signed follows', async () => {
    const due = async (today: string) =>
      (await renewalsDue(t.db, { ...asked(await who('preventer'), today), warnDays: { long: 180, yearly: 90 } })).rows.some(
        ({ id }) => id === plan.agreement.id,
      );
    const last = plan.agreement.inForceUntil as Temporal.PlainDate;
    expect(await due(last.subtract({ days: 91 }).toString())).toBe(false);
    expect(await due(last.subtract({ days: 90 }).toString())).toBe(true);
    expect(await due(last.add({ days: 30 }).toString())).toBe(true);
  });
});
