import type { Label } from '../../kernel/language.ts';
import { REGULATIONS, type RegulationId, type RegulationKind } from './regulations.ts';

/** `UU 25/2009`, `PermenPANRB 5/2025`. */
export function shortName(id: RegulationId): string {
  const { kind, number, year } = REGULATIONS[id];
  return kind === 'Kepmendagri' ? `${kind} ${number} Tahun ${year}` : `${kind} ${number}/${year}`;
}

const FULL_KINDS: Readonly<Record<RegulationKind, string>> = {
  UU: 'Undang-Undang',
  PP: 'Peraturan Pemerintah',
  Perpres: 'Peraturan Presiden',
  PermenPANRB: 'Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi',
  KepmenPANRB: 'Keputusan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi',
  Permendagri: 'Peraturan Menteri Dalam Negeri',
  Kepmendagri: 'Keputusan Menteri Dalam Negeri',
  Permenkominfo: 'Peraturan Menteri Komunikasi dan Informatika',
  PO: 'Peraturan Ombudsman',
};

/** The citation as a document writes it: `Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik`. */
export function fullName(id: RegulationId): string {
  const { kind, number, year, title } = REGULATIONS[id];
  return `${FULL_KINDS[kind]} Nomor ${number} Tahun ${year} tentang ${title}`;
}

/** The regulation that replaced this one, if the register knows it. */
export function replacedBy(id: RegulationId): RegulationId | null {
  return Object.values(REGULATIONS).find((regulation) => regulation.replaces.includes(id))?.id ?? null;
}

/**
 * What a parameter or a holiday rests on: an article of the register, a decision record of our own, or another document
 * (a ministerial decree, a regent's circular) in its own words.
 */
export type Basis =
  | { readonly regulation: RegulationId; readonly place?: string }
  | { readonly decision: string }
  | { readonly document: string };

/** The citation of a basis in one line: `PermenPANRB 62/2018 Bab VI`, `keputusan Tuntas 0012`. */
export function cite(basis: Basis): Label {
  if ('regulation' in basis) {
    const text = [shortName(basis.regulation), basis.place].filter(Boolean).join(' ');
    return { id: text, en: text };
  }
  if ('decision' in basis) return { id: `keputusan Tuntas ${basis.decision}`, en: `Tuntas decision record ${basis.decision}` };
  return { id: basis.document, en: basis.document };
}
