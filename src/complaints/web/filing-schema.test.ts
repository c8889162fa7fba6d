import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agencyByCode } from '../../directory/index.ts';
import { Temporal } from '../../kernel/time.ts';
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts';
import { cleanText, lookUpFiling, readFiling } from './filing-schema.ts';

const now = Temporal.Instant.from('2026-03-17T10:00:00+08:00');
const GOOD = {
  class: 'complaint',
  title: 'Jalan berlubang di depan pasar',
  description: 'Sudah tiga minggu jalan di depan pasar berlubang.',
  region: '51.05',
};

const read = (change: object) => readFiling({ ...GOOD, ...change }, { now, language: 'en' });
function faultsOf(change: object): Record<string, string> {
  const result = read(change);
  return result.ok ? {} : Object.fromEntries(result.refusal.map((each) => [each.field, each.text.en]));
}

describe('the words of a filing', () => {
  test('with the least that is needed are taken, and nothing is disclosed by default', () => {
    const result = read({});
    expect(result).toMatchObject({ ok: true, value: { ...GOOD, agency: null, contact: undefined, anonymous: false } });
  });

  test.each([
    ['class', { class: 'report' }, /Choose one/],
    ['class', { class: undefined }, /Choose one/],
    ['title', { title: undefined }, /Write a short title/],
    ['title', { title: null }, /Write a short title/],
    ['title', { title: '   ' }, /Write a short title/],
    ['title', { title: 7 }, /must be text/],
    ['title', { title: 'Asin' }, /too short/],
    ['title', { title: 'x'.repeat(151) }, /150/],
    ['description', { description: '\u0000\u0007\u202e ' }, /own words/],
    ['description', { description: 'Terlalu pendek' }, /too short/],
    ['description', { description: 'x'.repeat(10_001) }, /10,000/],
    ['description', { description: ['x'] }, /must be text/],
    ['region', { region: undefined }, /Choose the province/],
    ['region', { region: 51 }, /must be text/],
    ['agency', { agency: 'x'.repeat(200) }, /not in the directory/],
    ['occurredOn', { occurredOn: '2026-02-30' }, /date that exists/],
    ['occurredOn', { occurredOn: '17-03-2026' }, /date that exists/],
    ['occurredOn', { occurredOn: 20260317 }, /date that exists/],
    ['occurredOn', { occurredOn: '2026-03-18' }, /future/],
    ['occurredOn', { occurredOn: '1944-12-31' }, /1945/],
    ['location', { location: { lat: -8.5, lng: 200 } }, /outside Indonesia/],
    ['location', { location: { lat: 52.5, lng: 13.4 } }, /outside Indonesia/],
    ['location', { location: { lat: 115.4, lng: -8.5 } }, /swapped/],
    ['location', { location: { lat: '-8.5', lng: '115' } }, /decimal numbers/],
    ['location', { location: [1, 2] }, /decimal numbers/],
    ['contact', { contact: 'ani@example.org' }, /object/],
    ['contact.email', { contact: { email: 'ani@' } }, /complete e-mail/],
    ['contact.phone', { contact: { phone: '12' } }, /complete telephone/],
    ['contact.nik', { contact: { nik: '5171010101900001' } }, /not known/],
    ['anonymous', { anonymous: 'true' }, /true or false/],
    ['anonymus', { anonymus: true }, /not known/],
  ])('at %s: %j is refused and says why', (field, change, text) => {
    const faults = faultsOf(change);
    expect(Object.keys(faults)).toEqual([field]);
    expect(faults[field]).toMatch(text);
  });

  test.each([[null], ['text'], [[]], [7], [undefined]])('%j is no filing', (input) => {
    const result = readFiling(input, { now, language: 'id' });
    expect(result.ok).toBe(false);
  });

  test('all faults are told at once', () => {
    expect(Object.keys(faultsOf({ title: '', region: undefined, contact: { email: 'x', phone: 'y' } })).sort()).toEqual([
      'contact.email',
      'contact.phone',
      'region',
      'title',
    ]);
  });

  test('a request for information may be as short as a question', () => {
    expect(read({ class: 'information-request', description: 'Jam buka?' + '?' }).ok).toBe(true);
    expect(read({ class: 'aspiration', description: 'Jam buka?' + '?' }).ok).toBe(false);
  });

  test('today counts as past everywhere in Indonesia, whatever the hour', () => {
    // 22:30 WIB on the 17th is already the 18th in Papua.
    const late = Temporal.Instant.from('2026-03-17T22:30:00+07:00');
    expect(readFiling({ ...GOOD, occurredOn: '2026-03-18' }, { now: late, language: 'id' }).ok).toBe(true);
  });

  test('control and direction-changing characters go, line breaks stay', () => {
    expect(cleanText('satu\u0000\r\n\t\u202edua\u0007  \n\n\n\n tiga \ud800')).toBe('satu\n dua\n\n tiga \ufffd');
  });

  test('a megabyte of spaces is judged quickly', () => {
    const started = performance.now();
    cleanText(`${' '.repeat(1_000_000)}x`);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('the codes of a filing', () => {
  let t: TestDatabase;
  beforeAll(async () => {
    t = await testDatabase();
  });
  afterAll(() => t.close());

  const lookUp = (change: object) => {
    const words = read(change);
    if (!words.ok) throw new Error('words refused');
    return lookUpFiling(t.tools, words.value, { channel: 'api', continuesId: null, files: [] });
  };

  test('an agency is found by its code and by its id', async () => {
    const pupr = await agencyByCode(t.db, '51.05.pupr');
    for (const agency of ['51.05.pupr', pupr?.id]) {
      expect(await lookUp({ agency })).toMatchObject({ ok: true, value: { agencyId: pupr?.id, regionCode: '51.05' } });
    }
  });

  test('what is not in the directory is told field by field', async () => {
    const result = await lookUp({ agency: 'no-such', region: '99.99', category: 'no-such' });
    expect(result.ok ? [] : result.refusal.map((each) => each.field)).toEqual(['region', 'agency', 'category']);
  });

  test('no region at all is a matter of the whole country', async () => {
    expect(await lookUp({ region: null })).toMatchObject({ ok: true, value: { regionCode: null } });
  });
});
