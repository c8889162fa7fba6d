/**
 * Citations that several templates share, and a short way to write a template. Articles 23, 24, 25, 31, 33, 37 to 39 of the Act and 54 of PO 58/2023 are those
 * of our sources; 8 and 28 are from general knowledge. None of the wordings is confirmed.
 */
import type { Basis } from '../../../law/index.ts';
import type { DocumentKind } from '../../rules/documents/kinds.ts';
import type { DocumentTemplate, TemplateBasis, TemplatePart } from '../../rules/documents/template.ts';

export const ACT: Basis = { regulation: 'uu-37-2008' };
/** The procedure the file was opened under. */
export const PROCEDURE: TemplateBasis = { procedure: {} };
/** Where each version speaks of the report of an examination and what is owed by it. */
export const RESULT: TemplateBasis = {
  procedure: { 'PO 58/2023': 'Pasal 54', 'PO 26/2017': 'sebagaimana diubah dengan PO 48/2020 Pasal 25' },
};
export const TRANSFER: TemplateBasis = { procedure: { 'PO 58/2023': 'Pasal 16-17' } };
export const SERVICES_ACT: Basis = { regulation: 'uu-25-2009' };
export const article = (place: string): Basis => ({ regulation: 'uu-37-2008', place });

/** The first wording of a kind. None is settled by an authority: the wording is ours, in the manner of official letters. */
export function firstWording(
  kind: DocumentKind,
  subject: string,
  basis: readonly TemplateBasis[],
  parts: readonly TemplatePart[],
): DocumentTemplate {
  return { kind, version: 1, subject, basis, parts, confirmed: false };
}

/** What most documents begin with: which report it is about. */
export const ABOUT: TemplatePart = {
  facts: [
    ['Laporan', '{file}'],
    ['Perihal', '{title}'],
    ['Terlapor', '{respondents}'],
  ],
};

export const THANKS = 'Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.';
export const MORE: TemplatePart = { typed: 'more' };
