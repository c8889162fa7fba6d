/**
 * Whom to ask: the cells over which interviews of users are spread, so that not only those are heard who are easily met. A cell is all
 * that is kept of a person. Cells are data; their even shares are a default of ours.
 */
import type { Label } from '../../kernel/language.ts';
import type { Standing } from './instrument.ts';

export interface QuotaCell {
  readonly code: string;
  readonly label: Label;
}

const GENDERS: readonly QuotaCell[] = [
  { code: 'p', label: { id: 'Perempuan', en: 'Women' } },
  { code: 'l', label: { id: 'Laki-laki', en: 'Men' } },
];

const AGES: readonly QuotaCell[] = [
  { code: '17-30', label: { id: '17–30 tahun', en: '17–30 years' } },
  { code: '31-45', label: { id: '31–45 tahun', en: '31–45 years' } },
  { code: '46', label: { id: '46 tahun ke atas', en: '46 years and above' } },
];

/** `p-17-30`: gender and age group, six cells. */
export const USER_QUOTAS: readonly QuotaCell[] = GENDERS.flatMap((gender) =>
  AGES.map((age) => ({
    code: `${gender.code}-${age.code}`,
    label: { id: `${gender.label.id}, ${age.label.id}`, en: `${gender.label.en}, ${age.label.en}` },
  })),
);

export const QUOTA_STANDING: Standing = {
  confirmed: false,
  basis: { decision: '0020' },
  note: {
    id: 'Sebaran responden menurut jenis kelamin dan kelompok umur, sama banyak; pembagian yang dipakai Ombudsman RI belum ditemukan.',
    en: 'Respondents spread evenly over gender and age groups; the division the Ombudsman uses was not found.',
  },
};

/** The cell of the `place`-th interview (from 0): round and round, so that any number is spread as evenly as it can be. */
export function quotaOf(place: number): string {
  return (USER_QUOTAS[place % USER_QUOTAS.length] as QuotaCell).code;
}

export function quotaLabel(code: string): Label | undefined {
  return USER_QUOTAS.find((cell) => cell.code === code)?.label;
}
