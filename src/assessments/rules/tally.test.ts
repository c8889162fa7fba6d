import { describe, expect, test } from 'vitest';
import { OPINI_2025 } from '../data/opini.ts';
import { PENILAIAN_2023 } from '../data/penilaian.ts';
import { offered, readAnswer, writeAnswer } from './answer-kinds.ts';
import type { Answers, Sheet } from './answers.ts';
import { exampleAnswers, extreme } from './answers-example.ts';
import { tally } from './tally.ts';
import { tellTallyProblem } from './tally-words.ts';
import { placesOf } from './walk.ts';

const unit = (...sheets: readonly Sheet[]): Answers => ({ agency: 'a', units: [{ unit: 'Dinas Contoh', sheets }] });

describe('counting answers', () => {
  test('keeps them by value, so that what single people said is gone', () => {
    const sheets = [1, 1, 4, null].map((penundaan): Sheet => ({ kind: 'user', answers: { penundaan } }));
    expect(tally(PENILAIAN_2023, unit(...sheets)).tally.units[0]?.tallies.get('penundaan')).toEqual({
      counts: [
        ['1', 2],
        ['4', 1],
      ],
      notApplicable: 0,
    });
  });

  test('one value is one value however it is written', () => {
    const sheets = ['87.28', '87,28', 87.28, '087.280'].map((ikm): Sheet => ({ kind: 'unit', answers: { ikm } }));
    expect(tally(PENILAIAN_2023, unit(...sheets)).tally.units[0]?.tallies.get('ikm')?.counts).toEqual([['87.28', 4]]);
  });

  const wrong: readonly (readonly [string, Answers, RegExp])[] = [
    [
      'unknown-indicator',
      unit({ kind: 'user', answers: { apa: 1 } }),
      /^Dinas Contoh › lembar pengguna 1 \(user\): indikator "apa" tidak ada/,
    ],
    [
      'wrong-sheet',
      unit({ kind: 'user', answers: { persyaratan: 1 } }),
      /Persyaratan pelayanan \(persyaratan\): dijawab pada lembar produk/,
    ],
    [
      'must-apply',
      unit({ kind: 'product', answers: { persyaratan: 'n/a' } }),
      /harus dijawab; .* Tulis bilangan bulat 0 sampai 3\.$/,
    ],
    ['not-a-number', unit({ kind: 'product', answers: { persyaratan: 'ada' } }), /"ada" bukan bilangan/],
    ['not-whole', unit({ kind: 'product', answers: { persyaratan: 1.5 } }), /"1\.5" bukan bilangan bulat/],
    [
      'out-of-scale',
      unit({ kind: 'product', answers: { persyaratan: 4 } }),
      /"4" di luar skala\. Tulis bilangan bulat 0 sampai 3\./,
    ],
    ['out-of-scale', unit({ kind: 'user', answers: { penundaan: 0 } }), /bilangan bulat 1 sampai 4/],
    ['out-of-scale', unit({ kind: 'user', answers: { penundaan: -1 } }), /di luar skala/],
    ['not-a-number', unit({ kind: 'unit', answers: { ikm: '1e2' } }), /Tulis bilangan \(nilai IKM\)/],
    ['not-a-number', unit({ kind: 'unit', answers: { ikm: '9'.repeat(41) } }), /9" bukan bilangan/],
  ];
  test.each(wrong)('%s is named with its place and what to do, and not counted', (problem, answers, sentence) => {
    const { tally: counted, problems } = tally(PENILAIAN_2023, answers);
    expect(problems.map((one) => one.problem)).toEqual([problem]);
    expect(problems[0] && tellTallyProblem(PENILAIAN_2023, problems[0]).id).toMatch(sentence);
    const [only] = counted.units;
    expect([...(only?.tallies.values() ?? [])].every((one) => one.counts.length === 0 && one.notApplicable === 0)).toBe(true);
  });

  test('a unit that is there twice counts once', () => {
    const twice = {
      agency: 'a',
      units: [...exampleAnswers(PENILAIAN_2023).units, ...exampleAnswers(PENILAIAN_2023).units.slice(0, 1)],
    };
    const { tally: counted, problems } = tally(PENILAIAN_2023, twice);
    expect(problems).toMatchObject([{ problem: 'unit-twice', unit: 'Dinas A (contoh)' }]);
    expect(counted.units).toHaveLength(2);
  });

  test('what belongs to the agency is not taken from a unit, nor the other way round', () => {
    const inUnit = tally(OPINI_2025, unit({ kind: 'agency', answers: { 'produk-pengawasan': 50 } }));
    expect(inUnit.problems).toMatchObject([{ problem: 'wrong-level' }]);
    const outside = tally(OPINI_2025, { agency: 'a', units: [], sheets: [{ kind: 'unit', answers: { 'data-bps': 50 } }] });
    expect(outside.problems).toMatchObject([{ problem: 'wrong-level', unit: null }]);
  });

  test.each([['__proto__', 'constructor', 'toString']])('names that every object has are no indicators: %s', (...names) => {
    for (const name of names) {
      const answers = JSON.parse(`{ "${name}": 1 }`) as Sheet['answers'];
      expect(tally(PENILAIAN_2023, unit({ kind: 'user', answers })).problems).toMatchObject([
        { problem: 'unknown-indicator', indicator: name },
      ]);
    }
  });
});

describe('kinds of answers', () => {
  const kinds = [PENILAIAN_2023, OPINI_2025].flatMap((one) => placesOf(one).map(({ indicator }) => indicator.answer));

  test('what is offered is read, and written back as it was', () => {
    for (const kind of kinds) {
      for (const one of offered(kind)) {
        const kept = readAnswer(kind, one);
        expect(typeof kept === 'string' && writeAnswer(kind, kept)).toBe(one);
      }
    }
  });

  test('yes and no are read in both languages and as truth values', () => {
    const kind = { kind: 'yes-no', good: 'yes' } as const;
    expect([true, 'ya', 'Yes', 1].map((one) => readAnswer(kind, one))).toEqual(['1', '1', '1', '1']);
    expect([false, 'tidak', 'NO', 0].map((one) => readAnswer(kind, one))).toEqual(['0', '0', '0', '0']);
    expect(readAnswer(kind, 'toString')).toEqual({ problem: 'unknown-option' });
  });

  test('of a choice only its codes are read', () => {
    const options = ['a', 'b'].map((code) => ({ code, label: { id: code, en: code }, points: code === 'a' ? '0' : '100' }));
    expect(readAnswer({ kind: 'choice', options }, 'b')).toBe('1');
    expect(readAnswer({ kind: 'choice', options }, '1')).toEqual({ problem: 'unknown-option' });
    expect([extreme({ kind: 'choice', options }, 'best'), extreme({ kind: 'choice', options }, 'worst')]).toEqual(['b', 'a']);
  });
});
