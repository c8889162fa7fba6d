import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { CONCLUSIONS } from '../case.ts';
import { DOCUMENT_KINDS } from '../documents/kinds.ts';
import { OBLIGATION_STATES, type ObligationState } from '../obligations/obligation.transitions.ts';
import { type Consent, consentsMissing, isAgreed, isKept } from './agreement.ts';
import { composeLhp, saysTheSame, tellAction } from './compose-lhp.ts';
import { FURTHER_STEP_DATA, FURTHER_STEPS, stepsMissing } from './further-steps.ts';
import { GUIDES } from './guides.ts';
import { HANDOVER_ANSWERS, HANDOVER_ITEMS, type HandoverAnswer, type HandoverItem, handoverState } from './handover.ts';
import { gapsIn, LHP_SECTIONS, type LhpAction, lhpName, mayReviewLhp } from './lhp.ts';
import { allCarriedOut, type SeenObligation } from './obligations-seen.ts';
import {
  ACTION_OF_OUTCOME,
  composeRecommendation,
  gapsInRecommendation,
  outcomeOfPoints,
  RECOMMENDATION_TEXTS,
} from './recommendation.ts';
import { formsFor } from './session.ts';

const AT = Temporal.Instant.from('2026-03-16T01:00:00Z');
const JUDGED: readonly ObligationState[] = ['carried-out', 'not-carried-out', 'withdrawn'];

const obligation = (kind: SeenObligation['kind']) =>
  fc
    .record({ state: fc.constantFrom(...OBLIGATION_STATES), last: fc.boolean() })
    // "In part" may be the last word or not; the others are told by their state.
    .map(
      ({ state, last }): SeenObligation => ({
        kind,
        state,
        judgedAt: JUDGED.includes(state) || (state === 'partly' && last) ? AT : null,
      }),
    );

const ACTION: LhpAction = {
  no: 1,
  agencyId: 'a',
  position: 'Kepala Dinas',
  text: 'Terbitkan surat.',
  evidenceAsked: 'Salinan',
  otherLimit: null,
  obligationId: null,
};
const TEXTS = Object.fromEntries(LHP_SECTIONS.map((name) => [name, `isi ${name}`])) as Record<
  (typeof LHP_SECTIONS)[number],
  string
>;
const WHOLE = { texts: TEXTS, isDiscussed: true, openAllegations: 0, found: 1 };

describe('an LHP', () => {
  test('is complete only with every text, a conclusion that follows from the findings, and the case review', () => {
    const lhp = { conclusion: 'found', endedReason: '', actions: [ACTION] } as const;
    expect(gapsIn(lhp, WHOLE)).toEqual([]);
    for (const section of LHP_SECTIONS) expect(gapsIn(lhp, { ...WHOLE, texts: { ...TEXTS, [section]: ' ' } })).toEqual([section]);
    expect(gapsIn({ ...lhp, conclusion: null }, WHOLE)).toEqual(['conclusion']);
    expect(gapsIn({ ...lhp, actions: [] }, WHOLE)).toEqual(['actions']);
    expect(gapsIn(lhp, { ...WHOLE, found: 0 })).toEqual(['unfounded']);
    expect(gapsIn(lhp, { ...WHOLE, openAllegations: 1 })).toEqual(['allegations']);
    expect(gapsIn(lhp, { ...WHOLE, isDiscussed: false })).toEqual(['discussion']);
    expect(gapsIn({ ...lhp, conclusion: 'not-found' }, WHOLE)).toEqual(['unfounded', 'no-actions']);
    const ended = { conclusion: 'ended', endedReason: 'diputus pengadilan', actions: [] } as const;
    const without = { ...WHOLE, found: 0, openAllegations: 2, texts: { ...TEXTS, findings: '', opinion: '', explanation: '' } };
    expect(gapsIn(ended, without)).toEqual([]);
    expect(gapsIn({ ...ended, endedReason: '' }, without)).toEqual(['ended-reason']);
  });

  test('is called LAHP under PO 26/2017 and LHP since', () => {
    expect([lhpName('PO 26/2017').short, lhpName('PO 58/2023').short]).toEqual(['LAHP', 'LHP']);
  });

  test('is reviewed by nobody among its authors', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 5 }), fc.uuid(), (authors, person) => {
        expect(mayReviewLhp({ authors }, authors[0] as string)).toBe(false);
        expect(mayReviewLhp({ authors }, person)).toBe(!authors.includes(person));
      }),
    );
  });

  test('becomes the fields its document has, and a document that says something else is noticed', () => {
    const names = DOCUMENT_KINDS['findings-report'].fields.map(({ name }) => name).sort();
    let different = 0;
    fc.assert(
      fc.property(fc.constantFrom(...CONCLUSIONS), fc.string(), fc.constantFrom(...names), (conclusion, typed, field) => {
        const content = composeLhp({ conclusion, endedReason: 'alasan' }, { ...TEXTS, findings: typed }, ['Tidak kompeten'], []);
        expect(Object.keys(content).sort()).toEqual(names);
        expect(saysTheSame(content, content)).toBe(true);
        expect(saysTheSame(content, { ...content, [field]: `${content[field]} dan lain` })).toBe(false);
        different += 1;
        expect(content.forms === '').toBe(conclusion !== 'found');
      }),
    );
    expect(different).toBeGreaterThan(50);
    expect(saysTheSame(null, {})).toBe(false);
  });

  test('a corrective action is one line, with its own deadline where it has one', () => {
    const action = {
      ...ACTION,
      agency: 'Dinas Kesehatan',
      otherLimit: { value: 3, unit: 'hk', reason: 'mendesak\nsekali' },
    } as const;
    expect(tellAction(action)).toBe(
      'Kepala Dinas (Dinas Kesehatan): Terbitkan surat. Bukti pelaksanaan: Salinan. Tenggat: 3 hari kerja sejak diterima (mendesak sekali).',
    );
  });
});

describe('what is owed', () => {
  test('is all carried out only when nothing that counts is anything else', () => {
    const seen = { yes: 0, no: 0 };
    fc.assert(
      fc.property(fc.array(obligation('corrective-action'), { maxLength: 4 }), (owed) => {
        const counts = owed.filter(({ state }) => state !== 'withdrawn');
        const all = counts.length > 0 && counts.every(({ state }) => state === 'carried-out');
        expect(allCarriedOut(owed)).toBe(all);
        seen[all ? 'yes' : 'no'] += 1;
      }),
      { numRuns: 500 },
    );
    expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(5);
  });

  test('another kind of obligation does not stand for a corrective action', () => {
    expect(allCarriedOut([{ kind: 'recommendation', state: 'carried-out', judgedAt: AT }])).toBe(false);
  });
});

describe('the outcome of a recommendation', () => {
  test('follows from its points: all, none, or else in part; unknown while one is open', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(obligation('recommendation'), { maxLength: 4 }), (points) => {
        const outcome = outcomeOfPoints(points);
        const counts = points.filter(({ state }) => state !== 'withdrawn');
        const states = new Set(counts.map(({ state }) => state));
        seen.set(String(outcome), (seen.get(String(outcome)) ?? 0) + 1);
        const open = counts.length === 0 || counts.some(({ judgedAt }) => judgedAt === null);
        const only = states.size === 1 ? [...states][0] : undefined;
        const judged = only === 'carried-out' ? 'carried-out' : only === 'not-carried-out' ? 'not' : 'partly';
        expect(outcome).toBe(open ? undefined : judged);
      }),
      { numRuns: 2000 },
    );
    expect([...seen.keys()].sort()).toEqual(['carried-out', 'not', 'partly', 'undefined']);
  });

  test('never closes a case as carried out when a point is not', () => {
    expect(Object.values(ACTION_OF_OUTCOME.recommendation)).toEqual(['carried-out', 'carried-out-partly', 'not-carried-out']);
  });

  test('what is missing in a recommendation is named', () => {
    const texts = Object.fromEntries(RECOMMENDATION_TEXTS.map((name) => [name, 'isi'])) as Record<
      (typeof RECOMMENDATION_TEXTS)[number],
      string
    >;
    const point = { no: 1, agencyId: 'a', position: 'Bupati', text: 'x', evidenceAsked: 'y', obligationId: null };
    const whole = { texts, points: [point], superiorAgencyId: 'b', superiorPosition: 'Bupati' };
    expect(gapsInRecommendation(whole, 1)).toEqual([]);
    expect(gapsInRecommendation({ ...whole, texts: { ...texts, reasons: '' }, points: [] }, 0)).toEqual([
      'reasons',
      'points',
      'respondent',
    ]);
    expect(gapsInRecommendation({ ...whole, superiorPosition: ' ' }, 1)).toEqual(['superior']);
    const fields = composeRecommendation({ texts, points: [{ ...point, agency: 'Kabupaten' }] });
    expect(Object.keys(fields).sort()).toEqual(DOCUMENT_KINDS.recommendation.fields.map(({ name }) => name).sort());
  });
});

describe('an agreement', () => {
  const version = (no: number, verdicts: readonly ('kept' | 'not-kept' | null)[] = [null]) => ({
    no,
    text: 'isi',
    writtenAt: AT,
    promises: verdicts.map((verdict, index) => ({
      id: `promise-${no}-${index + 1}`,
      no: index + 1,
      side: 'respondent' as const,
      text: 'janji',
      dueOn: Temporal.PlainDate.from('2026-04-01'),
      verdict,
      evidence: '',
    })),
  });
  const consent = (versionNo: number, party: string): Consent => ({
    versionNo,
    party,
    how: 'said',
    at: AT,
    note: 'x',
    scan: null,
  });

  test('is agreed only when every party has consented to the newest version', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(1, 2), fc.constantFrom('reporter', 'r1', 'r2'))), (given) => {
        const agreement = { versions: [version(1), version(2)], consents: given.map(([no, party]) => consent(no, party)) };
        const parties = ['reporter', 'r1', 'r2'];
        const all = parties.every((party) => given.some(([no, one]) => no === 2 && one === party));
        expect(isAgreed(agreement, parties)).toBe(all);
        expect(consentsMissing(agreement, parties).length === 0).toBe(all);
      }),
    );
    expect(isAgreed({ versions: [], consents: [] }, ['reporter'])).toBe(false);
    expect(isAgreed({ versions: [version(1, [])], consents: [consent(1, 'reporter')] }, ['reporter'])).toBe(false);
  });

  test('is kept only when it was agreed and every promise was kept', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('negotiating', 'agreed', 'kept', 'given-up'),
        fc.array(fc.constantFrom('kept', 'not-kept', null), { maxLength: 3 }),
        (state, verdicts) => {
          const expected =
            (state === 'agreed' || state === 'kept') && verdicts.length > 0 && verdicts.every((one) => one === 'kept');
          expect(isKept({ state, versions: [version(1, verdicts)] })).toBe(expected);
        },
      ),
    );
  });
});

describe('smaller rules', () => {
  test('a file is complete only when each item was looked for and none is missing', () => {
    const answers = fc.array(fc.constantFrom(...HANDOVER_ANSWERS, null), {
      minLength: HANDOVER_ITEMS.length,
      maxLength: HANDOVER_ITEMS.length,
    });
    fc.assert(
      fc.property(answers, (given) => {
        const map = new Map<HandoverItem, HandoverAnswer>();
        for (const [index, answer] of given.entries()) if (answer) map.set(HANDOVER_ITEMS[index] as HandoverItem, answer);
        const expected = given.includes(null) ? 'open' : given.includes('missing') ? 'incomplete' : 'complete';
        expect(handoverState(map)).toBe(expected);
      }),
    );
    expect(handoverState(new Map(HANDOVER_ITEMS.map((item) => [item, 'present'])))).toBe('complete');
  });

  test('a secret reporter never meets the other side', () => {
    expect(formsFor({ secret: true, tip: false })).toEqual(['shuttle']);
    expect(formsFor({ secret: false, tip: true })).toEqual(['shuttle']);
    expect(formsFor({ secret: false, tip: false })).toEqual(['together', 'shuttle']);
  });

  test('every further step is taken or explained before a case is concluded', () => {
    expect(stepsMissing([])).toEqual([...FURTHER_STEPS]);
    const whyNot = FURTHER_STEPS.map((step) => ({ step, takenOn: null, whyNot: 'alasan' }));
    expect(stepsMissing(whyNot)).toEqual([]);
    expect(stepsMissing([{ ...(whyNot[0] as (typeof whyNot)[number]), whyNot: ' ' }, ...whyNot.slice(1)])).toEqual(['sanction']);
    for (const { document } of Object.values(FURTHER_STEP_DATA)) if (document) expect(DOCUMENT_KINDS).toHaveProperty(document);
  });

  test('every stage after the examination tells what is to be done', () => {
    expect(Object.keys(GUIDES)).toEqual([
      'reporting',
      'comment',
      'monitoring',
      'resolution',
      'recommending',
      'recommendation',
      'further-steps',
    ]);
  });
});
