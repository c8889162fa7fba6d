import { expect, test } from 'vitest';
import { composeLha, isInMaking, tellSuggestion } from './suggestion.ts';

test('a suggestion is one line that says who, what and by what it is shown', () => {
  const given = { position: 'Kepala Dinas', text: 'Sediakan blangko\nuntuk dua bulan.', evidenceAsked: 'Kartu persediaan' };
  expect(tellSuggestion(given, 'Dinas Kependudukan')).toBe(
    'Kepala Dinas (Dinas Kependudukan): Sediakan blangko untuk dua bulan. Bukti pelaksanaan: Kartu persediaan.',
  );
  expect(tellSuggestion({ ...given, position: 'Kepala Dinas Kependudukan', evidenceAsked: ' ' }, 'Dinas Kependudukan')).toBe(
    'Kepala Dinas Kependudukan: Sediakan blangko untuk dua bulan.',
  );
});

test('the report of the analysis leaves out what nobody wrote', () => {
  const fields = composeLha({ problem: 'Blangko kosong.', causes: '', lha: 'Pengadaan terlambat.' }, ['a', 'b']);
  expect(fields).toEqual({
    problem: 'Blangko kosong.',
    analysis: 'Simpulan analisis:\nPengadaan terlambat.',
    suggestions: 'a\nb',
  });
});

test('what stands in a draft stays as it is until that is sealed or thrown away', () => {
  expect(isInMaking({ document: null })).toBe(false);
  for (const state of ['draft', 'reviewed', 'numbered'] as const) expect(isInMaking({ document: { id: 'x', state } })).toBe(true);
  for (const state of ['sealed', 'sent'] as const) expect(isInMaking({ document: { id: 'x', state } })).toBe(false);
});
