import { describe, expect, it } from 'vitest';
import { changeText, decimalText, FIGURE_TABLES, shareText } from './figures.ts';

describe('figures of an office', () => {
  it('are rounded half up, and only where they are shown', () => {
    expect([48.25, 48.24, 0.05, 47].map((value) => decimalText(value, 'id'))).toEqual(['48,3', '48,2', '0,1', '47,0']);
    expect(decimalText(1234.5, 'en')).toBe('1,234.5');
    expect(shareText(1, 3, 'id')).toBe('33,3%');
    expect(shareText(0, 0, 'id')).toBe('\u2013');
    expect([changeText(12, 9, 'id'), changeText(9, 12, 'id'), changeText(5, 5, 'id')]).toEqual(['+3', '\u22123', '0']);
  });

  it('each say what they count, in both languages, and no table stands there twice', () => {
    expect(new Set(FIGURE_TABLES.map(({ set, by }) => `${set} ${by}`)).size).toBe(FIGURE_TABLES.length);
    for (const { counts } of FIGURE_TABLES)
      expect([counts.id, counts.en].every((text) => text.length > 20 && text.endsWith('.'))).toBe(true);
  });
});
