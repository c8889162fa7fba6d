import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDACTED, redactText } from './redact-text.ts';

const text = 'Pelapor Ni Luh (contoh) datang ke loket 3.\nNi  Luh\n(contoh) menunggu dua jam; NI LUH pulang.';

describe('taking passages out of a text', () => {
  it('takes out every occurrence, in whatever letters and however its spaces fall', () => {
    const redacted = redactText(text, ['Ni Luh (contoh)', 'Ni Luh']);
    expect(redacted).toEqual({
      ok: true,
      value: { text: 'Pelapor [disamarkan] datang ke loket 3.\n[disamarkan] menunggu dua jam; [disamarkan] pulang.', hits: 3 },
    });
  });

  it('refuses a passage that is nowhere, so that a typing mistake leaves no name standing', () => {
    expect(redactText(text, ['Ni Luh', 'Ni Ketut'])).toEqual({ ok: false, refusal: 'case.passage-absent' });
    expect(redactText(text, [' ', ''])).toEqual({ ok: false, refusal: 'case.passages-missing' });
    expect(redactText(text, ['N'])).toEqual({ ok: false, refusal: 'case.passage-too-short' });
  });

  it('takes signs for what they are, not for a pattern', () => {
    expect(redactText('a.c abc (x|y)', ['a.c', '(x|y)'])).toEqual({
      ok: true,
      value: { text: `${REDACTED} abc ${REDACTED}`, hits: 2 },
    });
  });

  it('leaves nothing of a passage in the text, whatever both are', () => {
    let seen = 0;
    const word = fc.stringMatching(/^[a-zA-Z0-9.()]{2,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        (words, picks) => {
          const whole = words.join(' ');
          const passages = picks.map((pick) => words[pick % words.length] as string);
          const redacted = redactText(whole, passages);
          if (!redacted.ok) throw new Error(redacted.refusal);
          const rest = redacted.value.text.replaceAll(REDACTED, '\u0000').toLowerCase();
          for (const passage of passages) expect(rest).not.toContain(passage.toLowerCase());
          seen += redacted.value.hits;
        },
      ),
    );
    expect(seen).toBeGreaterThan(100);
  });
});
