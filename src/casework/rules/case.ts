/**
 * What a case (laporan Ombudsman, perkara) is. Plain values: rules take one and return the next one, the store keeps it.
 *
 * Who reported does not occur here and must never be added: it lives in the room `identity`, under the case's id. The words here
 * (`title`, `account`) are the working text: when the identity is secret, identifiers are already masked out of it.
 */
import type { Day, Moment, Zone } from '../../kernel/time.ts';
import type { Clock as AnyClock, CaseRuleSet } from '../../law/index.ts';
import type { Outcome, Stage } from './case.transitions.ts';

/** How a matter reaches the Ombudsman: a report, rapid response, own initiative, consultation, a copied letter. */
export const ACCESS_KINDS = ['LM', 'RCO', 'IAPS', 'KNL', 'COPY'] as const;
export type AccessKind = (typeof ACCESS_KINDS)[number];

export const CASE_CHANNELS = [
  'complaint', // brought over from a complaint
  'web',
  'counter',
  'letter',
  'telephone',
  'email',
  'own-initiative',
  'copy',
] as const;
export type CaseChannel = (typeof CASE_CHANNELS)[number];

/** When a report is answered at once (RCO): https://www.alinea.id/amp/nasional/tangani-aduan-publik-ombudsman-aktifkan-kembali-rco-b2c1d92nB */
export const RAPID_CRITERIA = ['emergency', 'threat-to-life', 'right-to-life'] as const;
export type RapidCriterion = (typeof RAPID_CRITERIA)[number];

/** What the examination found (PO 58/2023): maladministration, none, or the examination was ended. */
export const CONCLUSIONS = ['found', 'not-found', 'ended'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** Terlapor: an agency and an office held there, never a person's name. */
export interface Respondent {
  readonly id: string;
  readonly agencyId: string;
  readonly governmentId: string;
  /** From the root of its tree to the agency. */
  readonly agencyPath: readonly string[];
  /** Jabatan, in words. */
  readonly position: string;
  /** Atasan Terlapor. */
  readonly superiorAgencyId: string | null;
  readonly superiorPosition: string;
  readonly addedAt: Moment;
  readonly removedAt: Moment | null;
}

export const TEAM_ROLES = ['verifier', 'lead', 'examiner', 'resolver'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

export interface TeamMember {
  readonly personId: string;
  readonly role: TeamRole;
  readonly since: Moment;
  /** `null` while they are on it. */
  readonly until: Moment | null;
}

/** A conflict of interest: whoever it names does not see the case. */
export interface Exclusion {
  readonly id: string;
  /** By name; by unit (whoever holds a position at or below it); by relation to a party, as declared. */
  readonly kind: 'person' | 'unit' | 'relation';
  readonly personId: string | null;
  readonly agencyId: string | null;
  readonly reason: string;
  /** A reference: `person:ID`. */
  readonly declaredBy: string;
  readonly at: Moment;
  readonly liftedAt: Moment | null;
}

/**
 * `stage` = the present stage, exactly one; `comment` = the reporter may comment on the LHP; `request` = an answer, documents or an appearance is awaited;
 * `obligation` = the respondent owes something; `promise` = a party promised something in an agreement. `partId` names the document, step, obligation or
 * promise.
 */
export const CASE_CLOCK_KINDS = ['stage', 'comment', 'request', 'obligation', 'promise'] as const;
export type CaseClockKind = (typeof CASE_CLOCK_KINDS)[number];
export type CaseClock = AnyClock<CaseClockKind>;

export interface Case {
  readonly id: string;
  /** `0123/LM/III/2026/DPS` */
  readonly number: string;
  /** Counts saves; a form that was made from an older one is told so. */
  readonly version: number;
  readonly access: AccessKind;
  /** The procedure it was opened under; stays so for its whole life. */
  readonly ruleSet: CaseRuleSet;
  readonly stage: Stage;
  /** Where a report that waits for its completion goes on; only in the stage `completing`. */
  readonly resumeStage: 'formal' | 'material' | null;
  readonly officeId: string;
  /** From the root of the Ombudsman's tree to the office. */
  readonly officePath: readonly string[];
  readonly registeredAt: Moment;
  readonly receivedOn: Day;
  readonly channel: CaseChannel;
  /** The officer who recorded it for somebody. */
  readonly registeredByPersonId: string | null;
  readonly complaintId: string | null;
  readonly reviewId: string | null;
  readonly continuesId: string | null;
  readonly secret: boolean;
  readonly tip: boolean;
  readonly title: string;
  readonly account: string;
  readonly loss: string | null;
  readonly wish: string | null;
  readonly occurredOn: Day | null;
  readonly regionCode: string | null;
  readonly zone: Zone;
  readonly categoryCode: string | null;
  readonly serviceId: string | null;
  readonly rapidCriteria: readonly RapidCriterion[];
  /** All that ever were; `respondentsOf` gives those of now. */
  readonly respondents: readonly Respondent[];
  /** All that ever were; `teamOf` gives those of now. */
  readonly team: readonly TeamMember[];
  readonly exclusions: readonly Exclusion[];
  readonly clocks: readonly CaseClock[];
  readonly conclusion: Conclusion | null;
  readonly outcome: Outcome | null;
  readonly closedAt: Moment | null;
  readonly isExample: boolean;
}

export function respondentsOf(file: Pick<Case, 'respondents'>): readonly Respondent[] {
  return file.respondents.filter((each) => each.removedAt === null);
}

/** The roots of the trees of every respondent there ever was: none of them learns a secret identity. */
export function respondentGovernments(file: Pick<Case, 'respondents'>): string[] {
  return [...new Set(file.respondents.map((each) => each.governmentId))];
}

export function teamOf(file: Pick<Case, 'team'>, role?: TeamRole): readonly TeamMember[] {
  return file.team.filter((each) => each.until === null && (role === undefined || each.role === role));
}

export function isOnTeam(file: Pick<Case, 'team'>, personId: string): boolean {
  return teamOf(file).some((each) => each.personId === personId);
}

/** Who leads the work now: the lead examiner, in resolution and after it the resolver, before both the verifier. */
export function leadOf(file: Pick<Case, 'team' | 'stage'>): string | null {
  const order: readonly TeamRole[] = ['monitoring', 'resolution', 'recommending', 'recommendation', 'further-steps'].includes(
    file.stage,
  )
    ? ['resolver', 'lead', 'verifier']
    : ['lead', 'verifier'];
  for (const role of order) {
    const member = teamOf(file, role)[0];
    if (member) return member.personId;
  }
  return null;
}

export function runningClock(
  file: Pick<Case, 'clocks'>,
  kind: CaseClockKind,
  partId: string | null = null,
): CaseClock | undefined {
  return file.clocks.find((each) => each.kind === kind && each.partId === partId && each.stoppedAt === null);
}
