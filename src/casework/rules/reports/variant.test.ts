import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { piece } from './bundle.test-support.ts';
import { PIECE_KINDS } from './bundle.ts';
import { CHOICES, type ChoiceOrder, choose, contentsOf, VARIANT_AUDIENCES } from './variant.ts';

const open = { secret: false };
const secret = { secret: true };
const order = (given: Partial<ChoiceOrder> = {}): ChoiceOrder => ({
  choice: 'left-out',
  reason: 'Memuat alamat orang lain.',
  basis: 'personal-data',
  ...given,
});

describe('deciding about a piece of a redacted variant', () => {
  it('never lets an internal opinion into a variant for outside, not even redacted', () => {
    const internal = piece({ key: 'entry:1', audience: 'internal' });
    for (const choice of ['included', 'replaced'] as const) {
      expect(choose(order({ choice }), internal, 'outside', open)).toEqual({ ok: false, refusal: 'case.internal-stays-inside' });
    }
    expect(choose(order(), internal, 'outside', open).ok).toBe(true);
    expect(choose(order({ choice: 'included' }), internal, 'inside', open).ok).toBe(true);
  });

  it('lets what may tell a secret identity out only as a redacted version', () => {
    const letter = piece({ key: 'evidence:1', holdsIdentity: true });
    expect(choose(order({ choice: 'included' }), letter, 'outside', secret)).toEqual({
      ok: false,
      refusal: 'case.identity-stays-inside',
    });
    expect(choose(order({ choice: 'replaced' }), letter, 'outside', secret).ok).toBe(true);
    expect(choose(order({ choice: 'included' }), letter, 'outside', open).ok).toBe(true);
  });

  it('asks for a reason and a basis wherever something is kept back', () => {
    const letter = piece({ key: 'document:1' });
    expect(choose(order({ reason: ' ' }), letter, 'outside', open)).toEqual({ ok: false, refusal: 'case.reason-missing' });
    expect(choose(order({ choice: 'replaced', basis: null }), letter, 'outside', open)).toEqual({
      ok: false,
      refusal: 'case.basis-missing',
    });
    expect(choose(order({ choice: 'included', reason: '', basis: null }), letter, 'outside', open).ok).toBe(true);
  });
});

describe('what a redacted variant holds', () => {
  it('is every piece once, with nothing internal and no secret identity whatever was decided, and nothing undecided', () => {
    let kept = 0;
    const anyPiece = fc.record({
      key: fc.uuid(),
      kind: fc.constantFrom(...PIECE_KINDS),
      audience: fc.constantFrom('internal', 'reporter', 'respondent', 'parties', 'public' as const),
      holdsIdentity: fc.boolean(),
      choice: fc.option(fc.constantFrom(...CHOICES), { nil: null }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyPiece, { selector: ({ key }) => key }),
        fc.boolean(),
        fc.constantFrom(...VARIANT_AUDIENCES),
        (given, isSecret, audience) => {
          const pieces = given.map(({ choice, ...rest }) => ({ ...piece(rest), choice }));
          const choices = new Map(
            pieces.flatMap(({ key, choice }) => (choice === null ? [] : [[key, order({ choice })] as const])),
          );
          const contents = contentsOf(pieces, choices, audience, { secret: isSecret });
          const shown = [...contents.included, ...contents.replaced, ...contents.leftOut.map((each) => each.piece)];
          const hidden = audience === 'outside' ? pieces.filter((each) => each.audience === 'internal') : [];
          expect(shown.length + hidden.length).toBe(pieces.length);
          expect(contents.keepsInternal).toBe(hidden.length > 0);
          if (audience === 'outside') {
            expect(shown.filter((each) => each.audience === 'internal')).toEqual([]);
            if (isSecret) expect(contents.included.filter((each) => each.holdsIdentity)).toEqual([]);
            kept += hidden.length;
          }
          expect(contents.included.every((each) => each.choice === 'included')).toBe(true);
          expect(contents.replaced.every((each) => each.choice === 'replaced')).toBe(true);
        },
      ),
    );
    expect(kept).toBeGreaterThan(20);
  });
});
