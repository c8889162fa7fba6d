import { describe, expect, test } from 'vitest';
import { shippedTemplate } from '../../data/certificate-templates.ts';
import { readTemplate, type TypedTemplate } from './read-template.ts';
import { type CertificateTemplate, filled, templateFor } from './template.ts';

const TYPED: TypedTemplate = {
  year: '2024',
  category: 'A',
  titleId: ' Sertifikat  Predikat ',
  titleEn: 'Certificate',
  givenId: 'Diberikan kepada',
  givenEn: 'Awarded to',
  forId: 'atas penilaian {year}',
  forEn: 'for the assessment of {year}',
  place: 'Jakarta',
  signatoryId: 'Ketua Ombudsman',
  signatoryEn: 'Chair of the Ombudsman',
  decidedBy: 'Keputusan 1/2025 (contoh)',
};

const template = (category: string, version: number): CertificateTemplate => ({ ...shippedTemplate(2024, category), version });

describe('the wording of a certificate', () => {
  test('is the newest of its category, else the newest of every category, else what is shipped', () => {
    const all = [template('A', 1), template('A', 2), template('*', 5), { ...template('B', 9), year: 2023 }];
    const version = (category: string, of = all) => templateFor(of, shippedTemplate, { year: 2024, category }).version;
    expect([version('A'), version('B'), version('A', []), version('A', all.slice(2))]).toEqual([2, 5, 0, 5]);
  });

  test('puts in the name and the year, and nothing else', () => {
    const text = { id: '{agency} {year} {year} {other}', en: '{agency}' };
    expect(filled(text, { agency: 'Kab. {year}', year: 2024 })).toEqual({
      id: 'Kab. {year} 2024 2024 {other}',
      en: 'Kab. {year}',
    });
  });

  test('as typed becomes a template, with spaces put right; without category it is for every one', () => {
    const read = readTemplate(TYPED);
    expect(read).toMatchObject({
      template: { year: 2024, category: 'A', title: { id: 'Sertifikat Predikat' }, isConfirmed: true },
    });
    expect(readTemplate({ ...TYPED, category: ' ' })).toMatchObject({ template: { category: '*' } });
  });

  test('tells everything that is wrong at once', () => {
    const read = readTemplate({ ...TYPED, year: '24', titleId: '', forEn: 'x'.repeat(221), decidedBy: ' ' });
    expect('faults' in read && read.faults).toEqual([
      { field: 'titleId', fault: 'missing' },
      { field: 'forEn', fault: 'long' },
      { field: 'decidedBy', fault: 'missing' },
      { field: 'year', fault: 'year' },
    ]);
  });
});
