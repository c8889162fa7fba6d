import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keysFrom } from '../../platform/keys.ts';
import { nameFor, openWith, sealWith } from '../actions/seal-draft.ts';
import { open, SealBroken, seal } from './envelope.ts';
import { openRecord, sealRecord } from './record-seal.ts';

const random = { bytes: (count: number) => new Uint8Array(randomBytes(count)), id: () => 'unused' };
const tools = { keys: keysFrom('one master secret of enough length'), random };
const others = { keys: keysFrom('another master secret of enough length'), random };
const key = random.bytes(32);

describe('a sealed value', () => {
  it('opens with its key at its place', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (plain, context) => {
        expect(new Uint8Array(open(key, seal(random, key, plain, context), context))).toEqual(plain);
      }),
    );
  });

  it('is different each time, even for the same content', () => {
    expect(seal(random, key, Buffer.from('same'), 'here').equals(seal(random, key, Buffer.from('same'), 'here'))).toBe(false);
  });

  it('does not open with another key, at another place, shortened, or with any one bit altered', () => {
    const sealed = seal(random, key, Buffer.from('content'), 'here');
    expect(() => open(random.bytes(32), sealed, 'here')).toThrow(SealBroken);
    expect(() => open(key, sealed, 'there')).toThrow(SealBroken);
    for (let length = 0; length < sealed.length; length++)
      expect(() => open(key, sealed.subarray(0, length), 'here')).toThrow(SealBroken);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const altered = Buffer.from(sealed);
      altered[bit >> 3] = (altered[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => open(key, altered, 'here')).toThrow(SealBroken);
    }
  });
});

describe('a sealed record', () => {
  const contact = { name: 'Canary Contoh', email: 'canary@contoh.id' };
  const record = sealRecord(tools, 'complaint-1', 'contact', contact);

  it('opens for its complaint and part alone', () => {
    expect(openRecord(tools, 'complaint-1', 'contact', record)).toEqual(contact);
    expect(() => openRecord(tools, 'complaint-2', 'contact', record)).toThrow(SealBroken);
    expect(() => openRecord(tools, 'complaint-1', 'original', record)).toThrow(SealBroken);
  });

  it('does not open under another master secret, nor with the data key of another record', () => {
    expect(() => openRecord(others, 'complaint-1', 'contact', record)).toThrow(SealBroken);
    const { wrappedKey } = sealRecord(tools, 'complaint-1', 'contact', contact);
    expect(() => openRecord(tools, 'complaint-1', 'contact', { ...record, wrappedKey })).toThrow(SealBroken);
  });

  it('has one length, whether or not it holds a NIK', () => {
    const longer = sealRecord(tools, 'complaint-1', 'contact', { ...contact, nik: '5105011505900001' });
    expect(longer.sealed.length).toBe(record.sealed.length);
  });
});

describe('a sealed draft', () => {
  const cookie = random.bytes(32);
  const draft = Buffer.from('half a complaint');
  const sealed = sealWith(tools, cookie, 'draft 1', draft);

  it("opens only with the server's secret and the browser's together", () => {
    expect(openWith(tools, cookie, 'draft 1', sealed)).toEqual(draft);
    expect(openWith(tools, random.bytes(32), 'draft 1', sealed)).toBeUndefined();
    expect(openWith(others, cookie, 'draft 1', sealed)).toBeUndefined();
    expect(openWith(tools, cookie, 'draft 2', sealed)).toBeUndefined();
  });

  it('refuses a client secret that could be guessed', () => {
    expect(() => sealWith(tools, 'short', 'draft 1', draft)).toThrow('16 bytes');
  });

  it('is found by a name that differs for every secret, purpose and server', () => {
    const names = [
      nameFor(tools, cookie, 'a'),
      nameFor(tools, cookie, 'b'),
      nameFor(others, cookie, 'a'),
      nameFor(tools, random.bytes(32), 'a'),
    ];
    expect(new Set(names.map((name) => name.toString('hex'))).size).toBe(4);
    expect(nameFor(tools, cookie, 'a').equals(names[0] as Buffer)).toBe(true);
  });
});
