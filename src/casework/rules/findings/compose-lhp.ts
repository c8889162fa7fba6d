/**
 * From what was written to the fields of the document. The composed text is what is sealed; it is kept with the version, and only a document that says
 * the same may be issued. The reporter has no place in it (PO 48/2020 art. 25: a secret identity is left out; here always).
 */
import { CONCLUSION_LABELS } from '../case-labels.ts';
import type { Lhp, LhpAction, LhpContent, LhpTexts } from './lhp.ts';

export interface ComposedAction extends Pick<LhpAction, 'position' | 'text' | 'evidenceAsked' | 'otherLimit'> {
  readonly agency: string;
}

/** One line, as lists of documents are kept. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const UNITS = { hk: 'hari kerja', day: 'hari' } as const;

/** A corrective action in one line: what, by whom, shown by what, and another limit if there is one. */
export function tellAction({ position, agency, text, evidenceAsked, otherLimit }: ComposedAction): string {
  const limit = otherLimit
    ? ` Tenggat: ${otherLimit.value} ${UNITS[otherLimit.unit]} sejak diterima (${oneLine(otherLimit.reason)}).`
    : '';
  return oneLine(
    `${position} (${agency}): ${text.replace(/\.?\s*$/, '')}. Bukti pelaksanaan: ${evidenceAsked.replace(/\.?\s*$/, '')}.${limit}`,
  );
}

/**
 * @param forms labels of the forms of maladministration that were found, each once
 * @returns the fields of a document of kind `findings-report`
 */
export function composeLhp(
  lhp: Pick<Lhp, 'conclusion' | 'endedReason'>,
  texts: LhpTexts,
  forms: readonly string[],
  actions: readonly ComposedAction[],
): LhpContent {
  const nothing = 'Pemeriksaan dihentikan sebelum bagian ini disimpulkan.';
  const isEnded = lhp.conclusion === 'ended';
  const explanation = texts.explanation.trim() === '' ? '' : `Penjelasan Terlapor:\n${texts.explanation.trim()}\n\n`;
  return {
    account: texts.account.trim(),
    examined: `${explanation}${texts.evidence.trim()}`,
    findings: texts.findings.trim() || (isEnded ? nothing : ''),
    opinion: isEnded
      ? [texts.opinion.trim(), `Alasan penghentian:\n${lhp.endedReason.trim()}`].filter(Boolean).join('\n\n')
      : texts.opinion.trim(),
    forms: lhp.conclusion === 'found' ? [...new Set(forms)].join('\n') : '',
    conclusion: lhp.conclusion ? CONCLUSION_LABELS[lhp.conclusion].id : '',
    corrective: actions.map(tellAction).join('\n'),
  };
}

/** Whether a document says what a version says. */
export function saysTheSame(content: LhpContent | null, fields: Readonly<Record<string, string>>): boolean {
  return content !== null && Object.keys(content).every((name) => content[name] === (fields[name] ?? ''));
}
