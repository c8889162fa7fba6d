/** What waits for whom: one line for each thing a desk of the Ombudsman must do next. Derived from the case at every save. */
import type { Capability } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Stage } from './case.transitions.ts';
import { type Case, leadOf, runningClock, teamOf } from './case.ts';

export type WaitingKind = Exclude<Stage, 'closed'> | 'request' | 'obligation' | 'promise';

export interface Waiting {
  readonly kind: WaitingKind;
  readonly partId: string | null;
  readonly officeId: string;
  /** Whose work it is by name of the team; `null` = whoever has a capability at the office. */
  readonly personId: string | null;
  readonly capabilities: readonly Capability[];
  readonly dueAt: Moment;
}

/** Who must move a stage on. */
export const STAGE_DESKS: Readonly<Record<Exclude<Stage, 'closed'>, readonly Capability[]>> = {
  formal: ['case.verify'],
  completing: ['case.verify'],
  material: ['case.verify'],
  plenary: ['case.decide'],
  assignment: ['case.decide'],
  examination: ['case.examine'],
  reporting: ['case.examine', 'case.decide'],
  comment: ['case.decide'],
  monitoring: ['case.resolve'],
  resolution: ['case.resolve'],
  recommending: ['case.resolve', 'case.recommend'],
  recommendation: ['case.resolve'],
  'further-steps': ['case.resolve', 'case.decide'],
  rapid: ['case.verify', 'case.examine'],
  consultation: ['case.intake'],
  noted: ['case.intake'],
};

export function waitingFor(file: Case): Waiting[] {
  const obligations = file.clocks
    .filter((clock) => clock.kind === 'obligation' && clock.stoppedAt === null)
    .map((clock) => line(file, 'obligation', ['case.resolve'], clock.dueAt, clock.partId));
  if (file.stage === 'closed') return obligations;
  const requests = file.clocks
    .filter((clock) => clock.kind === 'request' && clock.stoppedAt === null)
    .map((clock) => line(file, 'request', ['case.examine'], clock.dueAt, clock.partId));
  const resolver = teamOf(file, 'resolver')[0]?.personId ?? null;
  const promises = file.clocks
    .filter((clock) => clock.kind === 'promise' && clock.stoppedAt === null)
    .map((clock) => ({ ...line(file, 'promise', ['case.resolve'], clock.dueAt, clock.partId), personId: resolver }));
  const lead = ['plenary', 'assignment'].includes(file.stage) ? null : leadOf(file);
  const stage: Waiting = {
    ...line(file, file.stage, STAGE_DESKS[file.stage], runningClock(file, 'stage')?.dueAt ?? file.registeredAt, null),
    personId: ofTheStage(file) ? lead : null,
  };
  // A recommendation is written at the office and signed at the head of the Ombudsman: it waits at both.
  const root = file.officePath[0];
  const signing =
    file.stage === 'recommending' && root && root !== file.officeId
      ? [{ ...stage, officeId: root, personId: null, capabilities: ['case.recommend'] as const }]
      : [];
  return [stage, ...signing, ...requests, ...promises, ...obligations];
}

/** Whether the present lead is the one who works on this stage: a verifier does not monitor. */
function ofTheStage(file: Case): boolean {
  if (['examination', 'reporting'].includes(file.stage)) return teamOf(file, 'lead').length > 0;
  if (['formal', 'material', 'completing'].includes(file.stage)) return teamOf(file, 'verifier').length > 0;
  if (['monitoring', 'resolution', 'recommending', 'recommendation', 'further-steps'].includes(file.stage)) {
    return teamOf(file, 'resolver').length > 0;
  }
  return false;
}

function line(file: Case, kind: WaitingKind, capabilities: readonly Capability[], dueAt: Moment, partId: string | null): Waiting {
  return { kind, partId, officeId: file.officeId, personId: null, capabilities, dueAt };
}
