/**
 * What the parties agree on: a text in versions, each side's consent to one of them, and what each promised. A new version needs everybody's consent anew:
 * nobody is bound to words they have not seen.
 */
import type { Label } from '../../../kernel/language.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import { type Case, respondentsOf } from '../case.ts';
import type { SessionWay } from './session.ts';

export interface AgreementPromise {
  readonly id: string;
  readonly no: number;
  readonly side: 'reporter' | 'respondent';
  readonly text: string;
  readonly dueOn: Day;
  readonly verdict: 'kept' | 'not-kept' | null;
  /** What the verdict rests on. */
  readonly evidence: string;
}

export interface AgreementVersion {
  readonly no: number;
  readonly text: string;
  readonly writtenAt: Moment;
  readonly promises: readonly AgreementPromise[];
}

export interface ConsentScan {
  readonly key: string;
  readonly mediaType: string;
  readonly extension: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface Consent {
  readonly versionNo: number;
  /** `reporter`, or the id of a respondent. */
  readonly party: string;
  readonly how: 'own' | 'paper' | 'said';
  readonly at: Moment;
  readonly note: string;
  readonly scan: ConsentScan | null;
}

export const CONSENT_LABELS: Readonly<Record<Consent['how'], Label>> = {
  own: { id: 'Disetujui sendiri di halaman pelacakan', en: 'Given by themselves on the tracking page' },
  paper: { id: 'Ditandatangani di kertas', en: 'Signed on paper' },
  said: { id: 'Disampaikan kepada petugas', en: 'Told to an officer' },
};

export type AgreementState = 'negotiating' | 'agreed' | 'kept' | 'given-up';
export const AGREEMENT_STATE_LABELS: Readonly<Record<AgreementState, Label>> = {
  negotiating: { id: 'Dirundingkan', en: 'Being negotiated' },
  agreed: { id: 'Disepakati, dijalankan', en: 'Agreed, being carried out' },
  kept: { id: 'Dijalankan sepenuhnya', en: 'Kept' },
  'given-up': { id: 'Tidak tercapai', en: 'Given up' },
};

export interface Agreement {
  readonly id: string;
  readonly caseId: string;
  readonly way: SessionWay;
  readonly state: AgreementState;
  readonly begunAt: Moment;
  readonly agreedAt: Moment | null;
  readonly documentId: string | null;
  readonly reason: string;
  readonly versions: readonly AgreementVersion[];
  readonly consents: readonly Consent[];
}

export function newestVersion(agreement: Pick<Agreement, 'versions'>): AgreementVersion | undefined {
  return agreement.versions.at(-1);
}

/** Who must consent: the reporter, unless there is none (a tip, own initiative), and every respondent of now. */
export function partiesOf(file: Pick<Case, 'respondents' | 'tip' | 'access'>): string[] {
  const reporter = file.tip || file.access === 'IAPS' ? [] : ['reporter'];
  return [...reporter, ...respondentsOf(file).map(({ id }) => id)];
}

/** Parties that have not consented to the newest version; all of them while there is none. */
export function consentsMissing(agreement: Pick<Agreement, 'versions' | 'consents'>, parties: readonly string[]): string[] {
  const newest = newestVersion(agreement);
  return parties.filter(
    (party) => !newest || !agreement.consents.some((consent) => consent.versionNo === newest.no && consent.party === party),
  );
}

/** Agreed: there is a version with a promise in it, and every party has consented to exactly it. */
export function isAgreed(agreement: Pick<Agreement, 'versions' | 'consents'>, parties: readonly string[]): boolean {
  const newest = newestVersion(agreement);
  return (
    newest !== undefined && newest.promises.length > 0 && parties.length > 0 && consentsMissing(agreement, parties).length === 0
  );
}

/** Kept: agreed, and every promise of the version that was agreed on was judged kept. */
export function isKept(agreement: Pick<Agreement, 'state' | 'versions'>): boolean {
  const promises = newestVersion(agreement)?.promises ?? [];
  return (
    (agreement.state === 'agreed' || agreement.state === 'kept') &&
    promises.length > 0 &&
    promises.every(({ verdict }) => verdict === 'kept')
  );
}
