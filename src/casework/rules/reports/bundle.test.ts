import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Temporal } from '../../../kernel/time.ts';
import { piece } from './bundle.test-support.ts';
import { filed, PIECE_KINDS } from './bundle.ts';

describe('a case file as one bundle', () => {
  it('lists documents before evidence before notes, each in the order of time', () => {
    const paths = filed([
      piece({ key: 'entry:1', kind: 'entry', title: 'Catatan telaah', extension: '.txt' }),
      piece({ key: 'document:2', number: 'B/0012/PV.01-51/III/2026', at: Temporal.Instant.from('2026-03-18T02:00:00Z') }),
      piece({ key: 'document:1', title: 'Undangan klarifikasi' }),
      piece({ key: 'evidence:1', kind: 'evidence', title: 'Foto loket (1)', extension: '.jpg' }),
    ]).map(({ path }) => path);
    expect(paths).toEqual([
      '1-surat-dan-dokumen/0001-undangan-klarifikasi.pdf',
      '1-surat-dan-dokumen/0002-b-0012-pv-01-51-iii-2026.pdf',
      '2-bukti/0003-foto-loket-1.jpg',
      '3-catatan/0004-catatan-telaah.txt',
    ]);
  });

  it('has names that are unique, plain and stay in their folder, whatever the titles are, in the same order for all', () => {
    const anyPiece = fc.record({
      key: fc.uuid(),
      kind: fc.constantFrom(...PIECE_KINDS),
      title: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('../../etc/passwd', '', '\u0000', 'C:\\x', '....')),
      extension: fc.oneof(fc.constantFrom('.pdf', '.txt'), fc.string()),
      at: fc.integer({ min: 0, max: 10 }).map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyPiece, { selector: ({ key }) => key, minLength: 1 }), fc.nat(), (given, turn) => {
        const pieces = given.map(piece);
        const files = filed(pieces);
        const paths = files.map(({ path }) => path);
        expect(new Set(paths).size).toBe(pieces.length);
        for (const path of paths) expect(path).toMatch(/^[1-5]-[a-z-]+\/\d{4,}-[\w-]+\.[a-z0-9]+$/);
        const turned = [...pieces.slice(turn % pieces.length), ...pieces.slice(0, turn % pieces.length)];
        expect(filed(turned).map(({ path }) => path)).toEqual(paths);
      }),
    );
  });
});
