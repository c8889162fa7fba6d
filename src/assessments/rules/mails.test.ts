import { expect, test } from 'vitest';
import { assessmentTemplates } from './mails.ts';

const details = { round: 'bali-2026', assessment: '019cf985-7900-7315-a6ca-2a201336d9a2', dueOn: '2026-03-24' };
const links = { to: (path: string) => `https://tuntas.example${path}`, own: undefined };

test('every mail says which round and where to look, in both languages, and nothing of what was found', () => {
  for (const [purpose, template] of Object.entries(assessmentTemplates)) {
    for (const language of ['id', 'en'] as const) {
      const { subject, text } = template(language, details, links);
      expect(subject, purpose).toContain('bali-2026');
      expect(subject, purpose).not.toContain('\n');
      expect(text, purpose).toContain(`https://tuntas.example/desk/assessments/${details.assessment}`);
      expect(text, purpose).not.toMatch(/undefined|null|\d,\d\d/);
    }
  }
  expect(Object.keys(assessmentTemplates).length).toBeGreaterThan(8);
});

test('a day that is told is told in words', () => {
  const { text } = assessmentTemplates['assessment.notified']?.('id', details, links) ?? { text: '' };
  expect(text).toContain('Selasa, 24 Maret 2026');
  expect(() => assessmentTemplates['assessment.notified']?.('id', { ...details, dueOn: 'besok' }, links)).toThrow(TypeError);
});
