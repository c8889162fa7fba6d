import { expect, test } from 'vitest';
import { directoryTemplates } from './mails.ts';

const links = { to: (path: string) => `https://tuntas.example.go.id${path}`, own: undefined };
const write = (purpose: string, language: 'id' | 'en', details: Record<string, string | number>) =>
  directoryTemplates[purpose]?.(language, details, links);

test('a new position is named with its first day, in the reader’s language', () => {
  const details = { kind: 'liaison-officer', startsOn: '2026-04-01' };
  expect(write('directory.appointed', 'id', details)?.text).toContain(
    'Mulai 1 April 2026 Anda memegang jabatan "Pejabat penghubung"',
  );
  expect(write('directory.appointed', 'en', details)?.text).toContain(
    'From 1 April 2026 you hold the position "Liaison officer"',
  );
});

test('work taken over is counted, with the way to the desk', () => {
  expect(write('directory.work-received', 'id', { moved: 3 })?.text).toMatch(
    /3 laporan[\s\S]*https:\/\/tuntas.example.go.id\/desk/,
  );
  expect(write('directory.work-received', 'en', { moved: 1 })?.text).toContain('1 open complaint;');
});

test('a message that lacks what it needs is a fault, not a mail with a hole in it', () => {
  expect(() => write('directory.appointed', 'id', { kind: 'king', startsOn: '2026-04-01' })).toThrow(TypeError);
  expect(() => write('directory.work-received', 'id', {})).toThrow(TypeError);
});
