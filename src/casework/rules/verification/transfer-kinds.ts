/**
 * How a case goes from one office or unit of the Ombudsman to another, always after coordination (PO 58/2023 Pasal 16-17): `penugasan` from the head
 * office to a regional one, `penyerahan` in the other directions. The case keeps its number, its history and its deadlines.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Basis } from '../../../law/index.ts';
import type { Stage } from '../case.transitions.ts';

export const TRANSFER_KINDS = ['assign-to-office', 'to-other-sector', 'office-to-centre', 'office-to-office'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

export interface TransferKindData {
  readonly label: Label;
  readonly ground: Label;
  readonly basis: Basis;
}

const PASAL_16: Basis = { regulation: 'po-58-2023', place: 'Pasal 16' };
const PASAL_17: Basis = { regulation: 'po-58-2023', place: 'Pasal 17' };

export const TRANSFERS: Readonly<Record<TransferKind, TransferKindData>> = {
  'assign-to-office': {
    label: { id: 'Penugasan dari pusat ke Perwakilan', en: 'Assignment from the head office to a regional office' },
    ground: {
      id: 'Pemeriksaan lebih baik dilakukan di wilayah Terlapor.',
      en: 'It is better examined where the respondent is.',
    },
    basis: PASAL_16,
  },
  'to-other-sector': {
    label: { id: 'Penyerahan ke keasistenan lain menurut substansi', en: 'Handing over to another unit by subject' },
    ground: {
      id: 'Substansi laporan termasuk bidang keasistenan lain.',
      en: 'The subject belongs to another unit.',
    },
    basis: PASAL_17,
  },
  'office-to-centre': {
    label: { id: 'Penyerahan dari Perwakilan ke pusat', en: 'Handing over from a regional office to the head office' },
    ground: {
      id: 'Terlapor instansi pusat, atau perkara memerlukan penanganan nasional.',
      en: 'The respondent is a national body, or the case needs handling for the whole country.',
    },
    basis: PASAL_17,
  },
  'office-to-office': {
    label: {
      id: 'Penyerahan antar-Perwakilan menurut wilayah Terlapor',
      en: 'Handing over between regional offices by the respondent\u2019s region',
    },
    ground: {
      id: 'Terlapor berada di wilayah kerja Perwakilan lain.',
      en: 'The respondent is in the area of another office.',
    },
    basis: PASAL_17,
  },
};

/** Inside one office the verifier hands the file to the examiners when the head assigns it; no office has to accept it. */
export const HANDING_TO_EXAMINERS: TransferKindData = {
  label: { id: 'Penyerahan dari verifikator (PVL) ke pemeriksa', en: 'Handing over from the verifier (PVL) to the examiners' },
  ground: { id: 'Rapat pleno memutus laporan diperiksa.', en: 'The plenary has decided that it is examined.' },
  basis: PASAL_17,
};

/** Stages in which the transition table lets a case go to another office. */
export const TRANSFER_STAGES: readonly Stage[] = ['formal', 'material', 'assignment', 'examination'];

/** Which kind it is follows from where it goes: paths from the root of the Ombudsman's tree to the two offices. */
export function transferKind(from: readonly string[], to: readonly string[]): TransferKind | undefined {
  if (from.length === 0 || to.length === 0 || from[0] !== to[0] || from.at(-1) === to.at(-1)) return undefined;
  if (from.length === 1 && to.length === 2) return 'assign-to-office';
  if (from.length > 1 && to.length === 1) return 'office-to-centre';
  // Units inside one office, and units of the head office among themselves, hand over by subject.
  if (from[1] === to[1]) return 'to-other-sector';
  return 'office-to-office';
}

export const TRANSFER_STATES = ['proposed', 'accepted', 'declined', 'withdrawn'] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];
