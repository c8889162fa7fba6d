/**
 * What can be said of requirements from what is on record, each with the facts it rests on. Pure: who asks gathers the record. Nothing here
 * reads who the reporter is, only whether a field was given.
 */
import type { GivenParticular } from '../../../identity/index.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Case } from '../case.ts';
import { AGENCY_CLOCKS } from '../intake/may-appeal.ts';
import type { Snapshot } from '../intake/snapshot.ts';
import type { Answer } from './checks.ts';
import { isYoungEnough, lastDayToReport } from './event-age.ts';
import type { RequirementCode } from './requirements.ts';

/** What a computed answer rests on: codes, days and numbers, told in the reader's language by the page. Days and moments are ISO. */
export type Fact =
  | { readonly kind: 'given' | 'missing'; readonly field: GivenParticular | 'loss' | 'wish' | 'consent' | 'occurred-on' }
  | { readonly kind: 'consented'; readonly at: string }
  | {
      readonly kind: 'event-age';
      readonly occurredOn: string;
      readonly lastDay: string;
      readonly receivedOn: string;
      readonly years: number;
    }
  | { readonly kind: 'complaint'; readonly trackingNumber: string; readonly filedAt: string; readonly outcome: string | null }
  | { readonly kind: 'complaint-clock'; readonly rule: string; readonly dueAt: string; readonly state: 'late' | 'running' }
  | { readonly kind: 'complaint-objected'; readonly times: number }
  | { readonly kind: 'stated'; readonly of: 'complained' | 'court' | 'reported'; readonly yes: boolean }
  | { readonly kind: 'criteria'; readonly codes: readonly string[] };

export interface Computed {
  readonly answer: Answer;
  readonly facts: readonly Fact[];
}

export interface OnRecord {
  readonly file: Pick<Case, 'occurredOn' | 'receivedOn' | 'loss' | 'wish' | 'rapidCriteria'>;
  readonly given: readonly GivenParticular[];
  readonly stated: {
    readonly complained: boolean | null;
    readonly beforeCourt: boolean | null;
    readonly reportedBefore: boolean | null;
    readonly consentedAt: Moment | null;
  };
  /** The complaint as it stood when it was brought over. */
  readonly carried: Snapshot | undefined;
  /** Parameter `case.event-age`. */
  readonly eventAgeYears: number;
}

const OPEN: Computed = { answer: 'open', facts: [] };

export function computeChecks(record: OnRecord): ReadonlyMap<RequirementCode, Computed> {
  const { file, stated } = record;
  const particulars: readonly (readonly [RequirementCode, readonly GivenParticular[]])[] = [
    ['name', ['name']],
    ['birth', ['birthPlace', 'bornOn']],
    ['marital-status', ['maritalStatus']],
    ['occupation', ['occupation']],
    ['address', ['address']],
    ['id-copy', ['idCopy']],
  ];
  return new Map<RequirementCode, Computed>([
    ...particulars.map(([code, fields]) => [code, given(record, fields)] as const),
    ['loss', written('loss', file.loss)],
    ['wish', written('wish', file.wish)],
    ['signature', signature(stated.consentedAt)],
    ['complained', complained(record)],
    ['event-age', eventAge(record)],
    ['agency-time', agencyTime(record)],
    ['not-in-court', statement('court', stated.beforeCourt)],
    // What was stated is only a hint here: the reporter may not know of another's report.
    ['not-reported', { ...OPEN, facts: statement('reported', stated.reportedBefore).facts }],
    [
      'rapid-criteria',
      { answer: file.rapidCriteria.length > 0 ? 'met' : 'not-met', facts: [{ kind: 'criteria', codes: file.rapidCriteria }] },
    ],
  ]);
}

function given(record: OnRecord, fields: readonly GivenParticular[]): Computed {
  const facts = fields.map((field): Fact => ({ kind: record.given.includes(field) ? 'given' : 'missing', field }));
  return { answer: facts.every((fact) => fact.kind === 'given') ? 'met' : 'not-met', facts };
}

function written(field: 'loss' | 'wish', text: string | null): Computed {
  const isThere = (text ?? '').trim() !== '';
  return { answer: isThere ? 'met' : 'not-met', facts: [{ kind: isThere ? 'given' : 'missing', field }] };
}

/** What was sent here has its consent; of what came on paper somebody must have seen the signature. */
function signature(consentedAt: Moment | null): Computed {
  if (consentedAt === null) return { answer: 'open', facts: [{ kind: 'missing', field: 'consent' }] };
  return { answer: 'met', facts: [{ kind: 'consented', at: consentedAt.toString() }] };
}

function statement(of: 'court' | 'reported' | 'complained', yes: boolean | null): Computed {
  if (yes === null) return OPEN;
  return { answer: yes ? 'not-met' : 'met', facts: [{ kind: 'stated', of, yes }] };
}

function complained({ carried, stated }: OnRecord): Computed {
  if (carried) {
    const facts: Fact[] = [
      { kind: 'complaint', trackingNumber: carried.trackingNumber, filedAt: carried.filedAt, outcome: carried.outcome },
      ...(carried.objections > 0 ? [{ kind: 'complaint-objected', times: carried.objections } as const] : []),
      ...lateClocks(carried),
    ];
    return { answer: carried.outcome === 'confirmed' ? 'not-met' : 'met', facts };
  }
  // That they have is theirs to prove: the verifier looks at the evidence. That they have not is enough.
  if (stated.complained === null) return OPEN;
  return {
    answer: stated.complained ? 'open' : 'not-met',
    facts: [{ kind: 'stated', of: 'complained', yes: stated.complained }],
  };
}

function eventAge({ file, eventAgeYears: years }: OnRecord): Computed {
  if (file.occurredOn === null) return { answer: 'open', facts: [{ kind: 'missing', field: 'occurred-on' }] };
  const fact: Fact = {
    kind: 'event-age',
    occurredOn: file.occurredOn.toString(),
    lastDay: lastDayToReport(file.occurredOn, years).toString(),
    receivedOn: file.receivedOn.toString(),
    years,
  };
  return { answer: isYoungEnough(file.occurredOn, file.receivedOn, years) ? 'met' : 'not-met', facts: [fact] };
}

const isAgencys = (kind: string): boolean => (AGENCY_CLOCKS as readonly string[]).includes(kind);

function lateClocks(carried: Snapshot): Fact[] {
  return carried.clocks
    .filter((clock) => isAgencys(clock.kind) && clock.lateMinutes !== null)
    .map((clock) => ({ kind: 'complaint-clock', rule: clock.rule, dueAt: clock.dueAt, state: 'late' }));
}

/** Its time is over when a deadline has passed, or when the complaint has ended or was objected to. */
function agencyTime({ carried }: OnRecord): Computed {
  if (!carried) return OPEN;
  const late = lateClocks(carried);
  if (late.length > 0) return { answer: 'met', facts: late };
  const running = carried.clocks
    .filter((clock) => isAgencys(clock.kind) && clock.stoppedAt === null)
    .map((clock): Fact => ({ kind: 'complaint-clock', rule: clock.rule, dueAt: clock.dueAt, state: 'running' }));
  if (carried.objections > 0) return { answer: 'met', facts: [{ kind: 'complaint-objected', times: carried.objections }] };
  return { answer: running.length > 0 ? 'not-met' : 'met', facts: running };
}
