import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanExamples } from './scan.examples.ts';
import { scanPersonalData } from './scan.ts';

describe('a text is scanned for personal data before it becomes public', () => {
  for (const { text, finds } of scanExamples) {
    it(text.replaceAll('\n', ' / '), () => {
      expect(scanPersonalData(text).map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual(finds);
    });
  }

  it('findings lie inside the text, in order, and do not overlap', () => {
    const scrap = fc.oneof(
      fc.constantFrom(...scanExamples.map(({ text }) => text)),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('0812', ' ', '-', '@', '.', '5105', '(at)', 'Pak ', '\u200b', '８'),
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 12 }), (scraps) => {
        const text = scraps.join('');
        let end = 0;
        for (const finding of scanPersonalData(text)) {
          expect(finding.start).toBeGreaterThanOrEqual(end);
          expect(finding.end).toBeGreaterThan(finding.start);
          end = finding.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('a hostile text of 100 000 characters is scanned in reasonable time', () => {
    for (const scrap of [
      'a',
      '1',
      '1 ',
      'a@',
      'a.',
      'a at ',
      'Pak Aa ',
      '(',
      '0 ',
      'nol ',
      'DK 12 ',
      ' ',
      'nama saya ',
      'rek ',
    ]) {
      const text = scrap.repeat(Math.ceil(100_000 / scrap.length));
      const began = performance.now();
      scanPersonalData(text);
      expect(performance.now() - began, JSON.stringify(scrap)).toBeLessThan(3000);
    }
  }, 60_000);
});
