import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAgreement, day, held, KLUNGKUNG, newId, officerWith, party, START } from '../agreement.test-support.ts';
import { type Agreement, CAPACITIES, type Signatory } from '../agreement.ts';
import { KINDS } from '../kinds.ts';
import { itemsText, pressNumbers, proposedItems, readItems } from './ceremony.ts';
import { FIELDS, type Field, type FieldFacts, fieldValues, fillText, MISSING } from './fields.ts';
import { refusalOfHands } from './hands.ts';
import { isReadyToSign, readinessPoints } from './readiness.ts';
import { TEXT_TEMPLATES } from './templates/templates.ts';
import {
  addSection,
  changesBetween,
  editSection,
  moveSection,
  numberOf,
  removeSection,
  type TextSection,
  titleOf,
} from './text.ts';
import {
  askNext,
  completionOf,
  isComplete,
  isTheirTurn,
  paperFits,
  refusalToSign,
  signerState,
  turnOf,
  withoutSignatures,
  withSignatures,
} from './turn.ts';

function signatory(given: Partial<Signatory> = {}): Signatory {
  return {
    ...{ id: newId(), partyId: null, ordinal: 1, capacity: 'signs', position: 'Kepala (contoh)', name: '', personId: newId() },
    ...{ askedAt: null, method: null, signedAt: null, uploadedBy: null, confirmedBy: null, declinedAt: null },
    ...given,
  };
}

const facts: FieldFacts = {
  programmes: [{ code: 'prevention', label: { id: 'Pencegahan', en: 'Prevention' } }],
  parent: null,
  predecessor: null,
  plannedOn: null,
  lines: 3,
};

const TODAY = day('2026-03-17');

describe('the text', () => {
  const sections = fc
    .array(
      fc.record({
        kind: fc.constantFrom('opening', 'article', 'closing'),
        heading: fc.constantFrom('A', 'B', 'C'),
        body: fc.constantFrom('x', 'y', 'z'),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((all) => all.map((one, index): TextSection => ({ ...one, kind: one.kind as TextSection['kind'], key: `k${index}` })));

  test('edits of different sections never clash, of the same one always do, whatever came between', () => {
    let clashes = 0;
    fc.assert(
      fc.property(sections, fc.nat(7), fc.nat(7), (base, first, second) => {
        const [mine, theirs] = [base[first % base.length] as TextSection, base[second % base.length] as TextSection];
        const changed = editSection(base, base, { key: theirs.key, heading: theirs.heading, body: 'diubah orang lain' });
        if (!changed.ok) throw new Error(changed.refusal);
        const done = editSection(changed.value, base, { key: mine.key, heading: mine.heading, body: 'diubah saya' });
        expect(done.ok).toBe(mine.key !== theirs.key);
        if (!done.ok) clashes += 1;
        else expect(done.value.find(({ key }) => key === theirs.key)?.body).toBe('diubah orang lain');
      }),
    );
    expect(clashes).toBeGreaterThan(10);
  });

  test('a section moved up and down again is where it was; every change is named, and only changes are', () => {
    fc.assert(
      fc.property(sections, fc.nat(7), (all, index) => {
        const { key } = all[index % all.length] as TextSection;
        const up = moveSection(all, key, 'up');
        if (!up.ok) throw new Error(up.refusal);
        expect(changesBetween(all, all)).toEqual([]);
        const back = up.value === all ? up : moveSection(up.value, key, 'down');
        expect(back).toEqual({ ok: true, value: all });
        if (up.value !== all) expect(changesBetween(all, up.value).map(({ how }) => how)).toContain('moved');
        const fewer = removeSection(all, key);
        if (fewer.ok)
          expect(
            changesBetween(all, fewer.value)
              .filter(({ how }) => how === 'removed')
              .map((one) => one.key),
          ).toEqual([key]);
      }),
    );
  });

  test('articles count themselves, also when one is put between two others', () => {
    const text = TEXT_TEMPLATES.pks;
    const [first, second] = text.filter(({ kind }) => kind === 'article') as [TextSection, TextSection];
    expect([numberOf(text, first.key), numberOf(text, second.key), numberOf(text, 'pembukaan')]).toEqual([1, 2, null]);
    const more = addSection(text, { key: 'new', kind: 'article', heading: 'Baru', body: 'Isi' }, first.key);
    if (!more.ok) throw new Error(more.refusal);
    expect(titleOf(more.value, 'new')).toBe('Pasal 2 \u00b7 Baru');
    expect(numberOf(more.value, second.key)).toBe(3);
    expect(addSection(text, { key: 'x', kind: 'article', heading: ' ', body: '' }, '')).toMatchObject({
      refusal: 'agreement.text-missing',
    });
    expect(addSection(text, { key: 'x', kind: 'article', heading: 'A', body: 'b' }, 'nobody')).toMatchObject({
      refusal: 'agreement.section-gone',
    });
  });
});

describe('words in braces', () => {
  test('every template of every kind asks only for words there are', () => {
    const values = fieldValues(anAgreement(), facts);
    for (const kind of KINDS) {
      const keys = TEXT_TEMPLATES[kind].map(({ key }) => key);
      expect(new Set(keys).size, kind).toBe(keys.length);
      for (const { heading, body } of TEXT_TEMPLATES[kind]) expect(fillText(heading + body, values).unknown, kind).toEqual([]);
    }
  });

  test('the value of a word is put in once: what a title says in braces stays as it is', () => {
    const values = fieldValues(anAgreement({ title: 'Sinergi {tempat} (contoh)' }), facts);
    expect(fillText('{judul} di {tempat}', values).text).toBe('Sinergi {tempat} (contoh) di Semarapura');
  });

  test('what the data does not say is dots and named, what nobody knows is named', () => {
    const filled = fillText('{induk}, {dasar}, {gaji}', fieldValues(anAgreement(), facts));
    expect(filled).toEqual({ text: `${MISSING}, ${MISSING}, {gaji}`, missing: ['induk', 'dasar'], unknown: ['gaji'] });
  });

  test('days and parties read as in a document', () => {
    const values = fieldValues(
      anAgreement({
        inForceFrom: null,
        inForceUntil: day('2030-09-14'),
        signatories: [signatory({ position: 'Bupati', capacity: 'witnesses' })],
      }),
      { ...facts, plannedOn: day('2025-09-15') },
    );
    expect(values['masa-berlaku']).toBe('sejak tanggal ditandatangani sampai dengan 14 September 2030');
    expect(values.hari).toBe('hari Senin, 15 September 2025');
    expect(values['para-pihak']).toContain('1. Pihak 1 (contoh), selanjutnya disebut PIHAK KESATU');
    expect(values['penanda-tangan']).toBe('1. Bupati (saksi)');
    expect(Object.keys(values).toSorted()).toEqual(Object.keys(FIELDS).toSorted());
  });
});

describe('readiness', () => {
  const text = [{ key: 'a', kind: 'article' as const, heading: 'A', body: 'Isi {judul}.' }];
  function points(given: Partial<Agreement> = {}, more: Partial<Parameters<typeof readinessPoints>[1]> = {}) {
    const draft = anAgreement({ state: 'draft', ...given });
    const agreement = { ...draft, signatories: given.signatories ?? draft.parties.map(({ id }) => signatory({ partyId: id })) };
    return readinessPoints(agreement, {
      ...{
        sections: text,
        values: fieldValues(agreement, facts) as Readonly<Record<Field, string | null>>,
        openComments: 0,
        lines: 0,
      },
      ...{ voiceless: [], consents: [], today: day('2026-03-17'), departed: new Set<string>() },
      ...more,
    });
  }
  const openBlocking = (all: ReturnType<typeof points>) =>
    all.filter(({ isMet, isBlocking }) => !isMet && isBlocking).map(({ code }) => code);

  test('is complete without what is only advised, and says what it advises', () => {
    const all = points();
    expect(isReadyToSign(all)).toBe(true);
    expect(all.filter(({ isMet }) => !isMet).map(({ code }) => code)).toEqual(['focal-points', 'numbers', 'consent']);
    const { parties } = anAgreement();
    const focalPoints = parties.map(({ id }, index) => ({
      ...{ id: `p${index}`, partyId: id, agencyId: null, position: 'Asisten (contoh)', personId: 'x', officeMail: '' },
      ...{ since: day('2026-01-05'), until: null },
    }));
    const focal = (departed: ReadonlySet<string>) =>
      points({ parties, focalPoints }, { departed }).find(({ code }) => code === 'focal-points');
    expect(focal(new Set())).toMatchObject({ isMet: true });
    // Whoever has left the office is nobody to ask.
    expect(focal(new Set(['p1']))).toMatchObject({ isMet: false, about: [parties[1]?.name] });
  });

  test.each([
    ['parties', { parties: [party({ side: 'government', agencyPath: [KLUNGKUNG] })] }, {}],
    ['programmes', { programmes: [] }, {}],
    ['text', {}, { sections: null }],
    ['text', {}, { sections: [{ key: 'a', kind: 'article' as const, heading: 'A', body: ' ' }] }],
    ['fields', {}, { sections: [{ key: 'a', kind: 'article' as const, heading: 'A', body: '{dasar}' }] }],
    ['fields', {}, { sections: [{ key: 'a', kind: 'article' as const, heading: 'A', body: '{apa saja}' }] }],
    ['comments', {}, { openComments: 1 }],
    ['term', { inForceUntil: day('2026-03-16') }, {}],
  ] as const)('asks for %s', (code, given, more) => {
    expect(openBlocking(points(given as Partial<Agreement>, more))).toContain(code);
  });

  test('every party needs somebody who signs; a witness is none', () => {
    const agreement = anAgreement();
    const [first, second] = agreement.parties;
    const signatories = [
      signatory({ partyId: first?.id ?? '' }),
      signatory({ partyId: second?.id ?? '', capacity: 'witnesses' }),
    ];
    expect(openBlocking(points({ parties: agreement.parties, signatories }))).toEqual(['signatories']);
  });

  test('a plan of a year needs lines, what is agreed for years may get them later', () => {
    expect(openBlocking(points({ kind: 'rencana-kerja', yearFrom: 2026 }))).toEqual(['lines']);
    expect(openBlocking(points({ kind: 'pks', yearFrom: 2026 }))).toEqual([]);
  });
});

describe('whose turn it is', () => {
  const generated = fc.array(fc.record({ ordinal: fc.integer({ min: 1, max: 4 }), capacity: fc.constantFrom(...CAPACITIES) }), {
    minLength: 1,
    maxLength: 8,
  });
  const AT = START;

  test('signing in turn, again and again, ends with all signed; nobody signs before those with a lower number', () => {
    let steps = 0;
    fc.assert(
      fc.property(generated, fc.infiniteStream(fc.nat()), (given, choose) => {
        let agreement = askNext(anAgreement({ state: 'signing', signatories: given.map((one) => signatory(one)) }), AT).next;
        while (!isComplete(agreement)) {
          const open = agreement.signatories.filter((one) => isTheirTurn(agreement, one));
          const chosen = open[choose.next().value % open.length] as Signatory;
          expect(signerState(chosen)).toBe('asked');
          expect(agreement.signatories.every((one) => one.ordinal >= chosen.ordinal || one.signedAt !== null)).toBe(true);
          agreement = askNext(withSignatures(agreement, [chosen.id], { method: 'application', at: AT }), AT).next;
          steps += 1;
        }
        expect(turnOf(agreement)).toBeNull();
        expect(completionOf(agreement)).toMatchObject({ ok: true, value: { evidence: 'application' } });
        expect(withoutSignatures(agreement).signatories.every((one) => signerState(one) === 'waiting')).toBe(true);
      }),
    );
    expect(steps).toBeGreaterThan(100);
  });

  test('who declines holds up the later ones, but not in a text of many hands', () => {
    const [first, second] = [signatory({ declinedAt: AT, askedAt: AT }), signatory({ ordinal: 2 })];
    const memorandum = anAgreement({ state: 'signing', signatories: [first, second] });
    expect(isTheirTurn(memorandum, second)).toBe(false);
    expect(isTheirTurn(memorandum, first)).toBe(true);
    expect(isTheirTurn({ ...memorandum, kind: 'komitmen' }, second)).toBe(true);
  });

  test('a paper holds everybody who signs before the last one on it', () => {
    const [a, b, c] = [signatory(), signatory(), signatory({ ordinal: 2 })];
    const agreement = anAgreement({ signatories: [a, b, c] });
    expect(paperFits(agreement, [a.id])).toBe(true);
    expect(paperFits(agreement, [a.id, b.id, c.id])).toBe(true);
    expect(paperFits(agreement, [a.id, c.id])).toBe(false);
    expect(paperFits({ ...agreement, kind: 'komitmen' }, [c.id])).toBe(true);
    expect(paperFits(agreement, ['nobody'])).toBe(false);
  });

  test('it is signed on the day of the last signature, where it is, and never in force before that', () => {
    const late = signatory({ signedAt: START.add({ hours: 20 }), method: 'paper' });
    const early = signatory({ signedAt: START, method: 'application' });
    const agreement = anAgreement({ inForceFrom: day('2026-01-01'), signatories: [early, late] });
    const done = completionOf(agreement);
    if (!done.ok) throw new Error(done.refusal);
    expect([String(done.value.signedOn), String(done.value.inForceFrom), done.value.evidence]).toEqual([
      '2026-01-06',
      '2026-01-06',
      'mixed',
    ]);
    expect(completionOf({ ...agreement, inForceFrom: day('2026-02-01') })).toMatchObject({
      value: { inForceFrom: day('2026-02-01') },
    });
    expect(completionOf({ ...agreement, inForceUntil: day('2026-01-05') })).toMatchObject({ refusal: 'agreement.term-over' });
  });

  test('only who is asked signs, in the office they hold, once, while it is open', () => {
    const officer = officerWith(held([KLUNGKUNG], ['agreement.sign']));
    const mine = signatory({ personId: officer.personId, askedAt: START });
    const base = anAgreement({ state: 'signing' });
    const government = base.parties.find(({ side }) => side === 'government');
    const one = { ...mine, partyId: government?.id ?? null };
    const agreement = { ...base, signatories: [one] };
    expect(refusalToSign(officer, agreement, one, TODAY)).toBeUndefined();
    expect(refusalToSign(officerWith(held([KLUNGKUNG], ['agreement.sign'])), agreement, one, TODAY)).toBe(
      'agreement.not-asked-to-sign',
    );
    expect(refusalToSign({ ...officer, positions: [] }, agreement, one, TODAY)).toBe('agreement.office-over');
    // Who has moved to another office of the same government signs for that one.
    const moved = { ...officer, positions: [held([KLUNGKUNG, 'another office'], ['agreement.sign'])] };
    expect(refusalToSign(moved, agreement, one, TODAY)).toBe('agreement.office-over');
    expect(refusalToSign(officer, { ...agreement, state: 'ready' }, one, TODAY)).toBe('agreement.not-now');
    expect(refusalToSign(officer, agreement, { ...one, signedAt: START }, TODAY)).toBe('agreement.signed-already');
    expect(refusalToSign(officer, agreement, undefined, TODAY)).toBe('agreement.not-asked-to-sign');
    // On the last day, and not after it: nobody promises anything for days that are over.
    const short = { ...agreement, inForceUntil: TODAY };
    expect(refusalToSign(officer, short, one, TODAY)).toBeUndefined();
    expect(refusalToSign(officer, short, one, TODAY.add({ days: 1 }))).toBe('agreement.sign-after-term');
  });
});

describe('one person with two signatures', () => {
  const hand = (partyId: string | null, given: Partial<Signatory> = {}) => signatory({ partyId, personId: 'one', ...given });
  const office = (code: string) => party({ side: 'government', governmentId: KLUNGKUNG, agencyPath: [KLUNGKUNG, code] });
  const [health, schools, outside] = [office('dinkes'), office('disdik'), party({ side: 'ombudsman', agencyPath: ['ori'] })];
  const refused = (...signatories: Signatory[]) => refusalOfHands({ parties: [health, schools, outside], signatories });

  test('heads two offices of one government, but never stands on two sides, nor witnesses what they sign', () => {
    expect(refused(hand(health.id), hand(schools.id))).toBeUndefined();
    expect(refused(hand(health.id), hand(outside.id))).toBe('agreement.signatory-other-side');
    expect(refused(hand(health.id), hand(health.id))).toBe('agreement.signatory-twice');
    expect(refused(hand(health.id), hand(null, { capacity: 'witnesses' }))).toBe('agreement.signatory-own-witness');
    expect(refused(hand(null, { capacity: 'witnesses' }), hand(null, { capacity: 'witnesses' }))).toBe(
      'agreement.signatory-twice',
    );
  });

  test('on paper two hands without accounts are two people', () => {
    expect(refused(hand(health.id, { personId: null }), hand(outside.id, { personId: null }))).toBeUndefined();
  });

  test('is not let sign for the other side either where it was planned so before', () => {
    const officer = officerWith(held([KLUNGKUNG], ['agreement.sign']), held(['ori'], ['agreement.sign']));
    const both = [health.id, outside.id].map((id) => hand(id, { personId: officer.personId, askedAt: START }));
    const agreement = anAgreement({ state: 'signing', parties: [health, outside], signatories: both });
    expect(refusalToSign(officer, agreement, both[0], TODAY)).toBe('agreement.signatory-other-side');
    expect(refusalToSign(officer, { ...agreement, signatories: both.slice(0, 1) }, both[0], TODAY)).toBeUndefined();
  });
});

describe('a ceremony', () => {
  test('what is proposed can be typed again and says the same', () => {
    const items = proposedItems([{ title: 'Nota kesepakatan (contoh)', signatories: [signatory()] }]);
    expect(items.map(({ at }) => at)).toEqual(['09:00', '09:10', '09:20', '09:30', '09:50', '10:00']);
    expect(readItems(itemsText(items))).toEqual({ ok: true, value: items });
  });

  test.each(['Pembukaan', '25.00 | Pembukaan', '09.75 Pembukaan', '09.00', '09.00 | | Ketua'])('%s is no item', (line) => {
    expect(readItems(line)).toMatchObject({ refusal: 'agreement.item-wrong' });
  });

  test('numbers for the press are counted: a party of two agreements is one party, witnesses are no signatories', () => {
    const parties = [party({ side: 'government', agencyPath: [KLUNGKUNG] })];
    const signatories = [signatory({ signedAt: START, method: 'paper' }), signatory(), signatory({ capacity: 'witnesses' })];
    const numbers = pressNumbers(
      [
        { state: 'signed', parties, signatories, programmes: ['prevention'] },
        { state: 'signing', parties, signatories: [], programmes: ['prevention', 'competence'] },
      ],
      [{ budgetAmount: '25000000' }, { budgetAmount: null }],
    );
    expect(numbers).toMatchObject({
      agreements: 2,
      signed: 1,
      parties: 1,
      governments: 1,
      signatories: 2,
      signatures: 1,
      witnesses: 1,
    });
    expect([numbers.lines, numbers.budget, numbers.programmes]).toEqual([2, 25_000_000n, ['prevention', 'competence']]);
  });
});
