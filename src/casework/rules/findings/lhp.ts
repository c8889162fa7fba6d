/**
 * The report of an examination (LHP; LAHP under PO 26/2017) as it is written: versions with texts, a conclusion and corrective actions. Its texts are
 * sections (`document` = `lhp:1`), its paper is a document of kind `findings-report`. Contents: PO 48/2020 art. 25, PO 58/2023 art. 54.
 *
 * Bargain: an issued version is never changed. A re-examination makes the next one.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { CaseRuleSet } from '../../../law/index.ts';
import type { Conclusion } from '../case.ts';

export const LHP_SECTIONS = ['account', 'explanation', 'evidence', 'findings', 'opinion'] as const;
export type LhpSection = (typeof LHP_SECTIONS)[number];

export function isLhpSection(text: string): text is LhpSection {
  return (LHP_SECTIONS as readonly string[]).includes(text);
}

export const LHP_SECTION_LABELS: Readonly<Record<LhpSection, Label>> = {
  account: { id: 'Uraian laporan', en: 'Account of the report' },
  explanation: { id: 'Penjelasan Terlapor', en: 'Explanation of the respondent' },
  evidence: { id: 'Pemeriksaan dan bukti', en: 'Examination and evidence' },
  findings: { id: 'Temuan per dugaan', en: 'Findings per allegation' },
  opinion: { id: 'Pendapat', en: 'Opinion' },
};

/** `submitted`: its document is drafted and is reviewed and sealed; to write on, it is taken back. */
export type LhpState = 'draft' | 'submitted' | 'issued' | 'replaced';

export const LHP_STATE_LABELS: Readonly<Record<LhpState, Label>> = {
  draft: { id: 'Sedang disusun', en: 'Being written' },
  submitted: { id: 'Diajukan: ditinjau, lalu disegel', en: 'Handed in: to be reviewed and sealed' },
  issued: { id: 'Diterbitkan', en: 'Issued' },
  replaced: { id: 'Digantikan versi berikutnya', en: 'Replaced by the next version' },
};

/** A limit other than the law's for one action, with its reason. */
export interface OtherLimit {
  readonly value: number;
  readonly unit: 'hk' | 'day';
  readonly reason: string;
}

export interface LhpAction {
  readonly no: number;
  readonly agencyId: string;
  /** Jabatan, never a name. */
  readonly position: string;
  readonly text: string;
  readonly evidenceAsked: string;
  /** `null` = the parameter case.corrective. */
  readonly otherLimit: OtherLimit | null;
  readonly obligationId: string | null;
}

/** The fields of the document made from a version, as they were handed in. */
export type LhpContent = Readonly<Record<string, string>>;

export interface Lhp {
  readonly id: string;
  readonly caseId: string;
  /** 1, 2 ... */
  readonly no: number;
  readonly state: LhpState;
  readonly conclusion: Conclusion | null;
  /** Why the examination was ended. */
  readonly endedReason: string;
  readonly begunAt: Moment;
  /** Everybody whose words are in it. */
  readonly authors: readonly string[];
  readonly documentId: string | null;
  readonly content: LhpContent | null;
  readonly reviewedBy: string | null;
  readonly issuedAt: Moment | null;
  readonly receivedAt: Moment | null;
  /** Counts saves of conclusion and actions. */
  readonly revision: number;
  readonly actions: readonly LhpAction[];
}

/** How the report is called under the case's procedure: LAHP until PO 58/2023, LHP since. */
export function lhpName(ruleSet: CaseRuleSet): { readonly short: string; readonly long: Label } {
  return ruleSet === 'PO 26/2017'
    ? { short: 'LAHP', long: { id: 'Laporan Akhir Hasil Pemeriksaan', en: 'Final report of the examination' } }
    : { short: 'LHP', long: { id: 'Laporan Hasil Pemeriksaan', en: 'Report of the examination' } };
}

/** The document name under which the texts of a version are kept as sections. */
export function lhpDocument(lhp: Pick<Lhp, 'no'>): string {
  return `lhp:${lhp.no}`;
}

export type LhpTexts = Readonly<Record<LhpSection, string>>;

export type LhpGap =
  | LhpSection
  | 'conclusion'
  | 'unfounded'
  | 'ended-reason'
  | 'actions'
  | 'no-actions'
  | 'discussion'
  | 'allegations';

export const LHP_GAP_LABELS: Readonly<Record<Exclude<LhpGap, LhpSection>, Label>> = {
  conclusion: { id: 'Kesimpulan', en: 'Conclusion' },
  unfounded: {
    id: 'Kesimpulan yang sesuai dengan temuan setiap dugaan',
    en: 'A conclusion that follows from the findings on the allegations',
  },
  'ended-reason': { id: 'Alasan pemeriksaan dihentikan', en: 'Why the examination was ended' },
  actions: { id: 'Setidaknya satu tindakan korektif', en: 'At least one corrective action' },
  'no-actions': {
    id: 'Tindakan korektif hanya bila ditemukan maladministrasi: hapus dari daftar',
    en: 'Corrective actions only where maladministration was found: remove them',
  },
  discussion: { id: 'Bedah laporan bersama kepala', en: 'Case review with the head' },
  allegations: { id: 'Temuan untuk setiap dugaan', en: 'A finding for every allegation' },
};

export interface LhpCompleteness {
  readonly texts: LhpTexts;
  readonly isDiscussed: boolean;
  /** Allegations without a finding. */
  readonly openAllegations: number;
  /** Allegations that were found. */
  readonly found: number;
}

/**
 * What is missing before an LHP can be handed in, in the order of the page. An examination that was ended need not have a finding for each allegation,
 * nor opinion and findings: it says why it was ended.
 */
export function gapsIn(
  lhp: Pick<Lhp, 'conclusion' | 'endedReason' | 'actions'>,
  { texts, isDiscussed, openAllegations, found }: LhpCompleteness,
): LhpGap[] {
  const ended = lhp.conclusion === 'ended';
  const needed = LHP_SECTIONS.filter((section) => !ended || section === 'account' || section === 'evidence');
  const gaps: LhpGap[] = needed.filter((section) => texts[section].trim() === '');
  if (lhp.conclusion === null) gaps.push('conclusion');
  if ((lhp.conclusion === 'found' && found === 0) || (lhp.conclusion === 'not-found' && found > 0)) gaps.push('unfounded');
  if (ended && lhp.endedReason.trim() === '') gaps.push('ended-reason');
  if (!ended && openAllegations > 0) gaps.push('allegations');
  if (lhp.conclusion === 'found' && lhp.actions.length === 0) gaps.push('actions');
  if (lhp.conclusion !== null && lhp.conclusion !== 'found' && lhp.actions.length > 0) gaps.push('no-actions');
  if (!isDiscussed) gaps.push('discussion');
  return gaps;
}

/** Nobody reviews what holds their own words (four eyes; the table has the same CHECK). */
export function mayReviewLhp(lhp: Pick<Lhp, 'authors'>, personId: string): boolean {
  return !lhp.authors.includes(personId);
}
