import { describe, expect, test } from 'vitest';
import { en } from './words.en.ts';
import { id } from './words.id.ts';

describe('words', () => {
  test('are the same in both languages by name, and differ by text', () => {
    const same: string[] = [];
    const walk = (one: object, other: object, name: string) => {
      expect(Object.keys(other).sort(), name).toEqual(Object.keys(one).sort());
      for (const [key, value] of Object.entries(one)) {
        const twin = (other as Record<string, unknown>)[key];
        if (typeof value === 'object') walk(value as object, twin as object, `${name}.${key}`);
        else if (value === twin) same.push(`${name}.${key}`);
      }
    };
    walk(id, en, 'words');
    expect(same).toEqual(['words.monitoring.no']);
  });
});
