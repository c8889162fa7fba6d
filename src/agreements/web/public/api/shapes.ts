/** What the API tells of agreements, as shapes and as values: what the public pages say, without anybody's name but those signed with. */
import { z } from '@hono/zod-openapi';
import { type Day, dayOf, type Moment } from '../../../../kernel/time.ts';
import type { Agreement } from '../../../rules/agreement.ts';
import { partyOf } from '../../../rules/agreement.ts';
import { GRANT_STANDINGS, type Grant, grantStandingOn } from '../../../rules/grants/grant.ts';
import { LEGAL_BASES } from '../../../rules/grants/terms.ts';
import { STANDINGS, standingOn, type WarnDays } from '../../../rules/in-force.ts';
import { agreementKind, KINDS } from '../../../rules/kinds.ts';
import { LIGHTS, type Lit } from '../../../rules/light.ts';
import { LINE_STATES } from '../../../rules/line.transitions.ts';
import type { Line } from '../../../rules/line.ts';
import { FATES, type Fate } from '../../../rules/public/fate.ts';
import type { ProgrammeProgress, Progress } from '../../../store/lines/progress.ts';
import type { PublicEvidence } from '../../../store/public/evidence.ts';
import type { PromiseLine, Promises } from '../../../store/public/promises.ts';
import type { AgreementSummary } from '../../../store/register/lists.ts';

const label = z.object({ id: z.string(), en: z.string() });
const day = z.string().nullable().openapi({ description: 'ISO day', example: '2026-01-05' });
const amount = z.string().nullable().openapi({ description: 'Exact decimal', example: '12.5' });

export const SummarySchema = z
  .object({
    code: z.string().openapi({ example: 'NK-2026-0001' }),
    kind: z.enum(KINDS),
    kindLabel: label,
    title: z.string(),
    standing: z.enum(STANDINGS),
    signedOn: day,
    inForceFrom: day,
    inForceUntil: day.openapi({ description: 'The last day it binds; null = without an end' }),
    endedOn: day,
    programmes: z.array(z.string()),
    parties: z.array(z.string()),
    withoutFocalPoint: z.array(z.string()).openapi({ description: 'Parties nobody can be asked through, while it is in force' }),
    example: z.boolean(),
    links: z.object({ self: z.string(), page: z.string() }),
  })
  .openapi('AgreementSummary');

const ProgressSchema = z
  .object({
    programme: z.string(),
    lines: z.int(),
    done: z.int(),
    late: z.int(),
    awaitingConfirmation: z.int(),
    byLight: z.object({ red: z.int(), yellow: z.int(), green: z.int(), none: z.int() }),
    share: z.number().nullable().openapi({
      description:
        'Mean share of the final target that the other side has confirmed, each line from 0 to 1; what was only reported does not count',
    }),
    withEvidence: z.int(),
    withdrawn: z.int().openapi({ description: 'Lines withdrawn after the signing; in no other number here' }),
    lastActivityOn: day,
    nextDueOn: day,
  })
  .openapi('AgreementProgress');

const NextDueSchema = z
  .object({
    agreement: z.string().openapi({ example: 'RK-2026-0001' }),
    number: z.int(),
    activity: z.string(),
    owner: z.string(),
    dueOn: z.string(),
    page: z.string(),
  })
  .openapi('NextDue');

export const EvidenceSchema = z
  .object({
    title: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    addedAt: z.string(),
    agreement: z.string(),
    number: z.int().openapi({ description: 'Number of the line it proves' }),
    activity: z.string(),
    file: z.string(),
  })
  .openapi('PublicEvidence');

export const AgreementSchema = SummarySchema.extend({
  purpose: z.string(),
  basis: z.string(),
  place: z.string(),
  years: z.object({ from: z.int(), until: z.int() }).nullable(),
  partiesInOrder: z.array(
    z.object({
      side: z.enum(['ombudsman', 'government', 'other']),
      name: z.string(),
      agency: z.string().nullable(),
      ownNumber: z.string(),
    }),
  ),
  signatories: z.array(
    z.object({
      position: z.string(),
      capacity: z.enum(['signs', 'witnesses']),
      party: z.string().nullable(),
      signed: z.boolean(),
      askedOn: day.openapi({ description: 'The day the signature was asked for; null = not asked here' }),
      signedOn: day,
    }),
  ),
  evidence: z.enum(['application', 'paper', 'mixed', 'record']).nullable(),
  source: z.string(),
  parent: z.string().nullable(),
  predecessor: z.string().nullable(),
  successor: z.string().nullable(),
  madeUnderIt: z.array(z.string()),
  progress: z.array(ProgressSchema).openapi({ description: 'Of its own lines' }),
  progressUnderIt: z
    .array(ProgressSchema)
    .openapi({ description: 'Of all signed documents made under it together; a memorandum has no lines of its own' }),
  nextDue: z.array(NextDueSchema).openapi({ description: 'The next due days, of its own lines and of those made under it' }),
  focalPoints: z
    .array(
      z.object({
        party: z.string(),
        agency: z.string().nullable(),
        position: z.string(),
        officeMail: z.string().nullable(),
        since: z.string(),
      }),
    )
    .openapi({ description: 'Who can be asked today: the unit, never a person' }),
}).openapi('Agreement');

export const LineSchema = z
  .object({
    number: z.int(),
    year: z.int(),
    programme: z.string(),
    factor: z.string().nullable(),
    form: z.string(),
    activity: z.string(),
    output: z.string(),
    indicator: z.string(),
    unit: z.string(),
    baseline: amount,
    targets: z.array(amount).openapi({ description: 'Cumulative at the end of each quarter' }),
    direction: z.enum(['up', 'down']),
    budget: z.object({ source: z.string(), rupiah: z.string().nullable() }),
    place: z.string(),
    startsOn: day,
    dueOn: day,
    firstDueOn: day.openapi({ description: 'The day promised first; it stays where a due day was moved' }),
    owner: z.object({ agency: z.string().nullable(), name: z.string(), position: z.string() }),
    priority: z.boolean(),
    state: z.enum(LINE_STATES),
    fate: z.enum(FATES).openapi({
      description: 'What became of the promise; `kept` and `kept-late` reached the final target, `short` ended below it',
    }),
    addedOn: day.openapi({
      description: 'The day it was added after the signing (or entered after the document was recorded); null = it was signed',
    }),
    changedAfterSigning: z
      .boolean()
      .openapi({ description: 'What it promises was changed after the signing; its page shows what and why' }),
    withdrawn: z
      .object({ on: z.string(), reason: z.string() })
      .nullable()
      .openapi({ description: 'Withdrawn after the signing: still part of what was promised' }),
    confirmed: z.object({ amount: z.string(), on: z.string() }).nullable(),
    reported: z
      .object({ amount: z.string(), on: z.string() })
      .nullable()
      .openapi({ description: 'Reported by the owner; not confirmed where it differs' }),
    evidenceFiles: z.int(),
    light: z.enum(LIGHTS),
    lightCause: z.string(),
    share: z.object({ due: z.number(), reported: z.number(), confirmed: z.number() }),
    page: z.string(),
  })
  .openapi('AgreementLine');

export const GovernmentSchema = z
  .object({
    agency: z.object({ code: z.string(), name: z.string(), kind: z.string(), region: z.string().nullable() }),
    coveredToday: z.boolean(),
    covered: z.array(z.object({ from: z.string(), until: day })).openapi({ description: 'Spells covered by a memorandum' }),
    uncovered: z
      .array(z.object({ from: z.string(), until: z.string(), days: z.int() }))
      .openapi({ description: 'Days no memorandum covered, since the first one until today' }),
    promises: z.object({
      total: z.int(),
      by: z.object(Object.fromEntries(FATES.map((fate) => [fate, z.int()])) as Record<(typeof FATES)[number], z.ZodInt>),
      moved: z.int(),
      priority: z.int(),
      priorityKept: z.int(),
    }),
    progress: z
      .array(ProgressSchema)
      .openapi({ description: 'Of the plans in force today, as far as it and its offices are responsible' }),
    nextDue: z.array(NextDueSchema),
    agreements: z.array(SummarySchema),
  })
  .openapi('GovernmentAgreements');

export const GrantSchema = z
  .object({
    agreement: z.string(),
    number: z.int(),
    standing: z.enum(GRANT_STANDINGS),
    dataSet: z.object({ code: z.string(), name: z.string() }),
    fields: z.array(z.object({ code: z.string(), label, personal: z.enum(['none', 'general', 'specific']) })),
    personal: z.enum(['none', 'general', 'specific']),
    giver: z.string(),
    recipients: z.array(z.string()),
    purpose: z.object({ code: z.string(), text: z.string() }),
    legalBasis: z.object({ code: z.string(), regulation: z.string(), text: z.string() }),
    startsOn: z.string(),
    untilOn: z.string(),
    frequency: z.string(),
    retentionMonths: z.int(),
    afterwards: z.string(),
    endedOn: day,
    example: z.boolean(),
    page: z.string(),
  })
  .openapi('DataSharingGrant');

export interface Addressing {
  readonly baseUrl: string;
  readonly warnDays: WarnDays;
  /** Today where the agreement is. */
  readonly today: Day;
}

const text = (on: Day | null) => on?.toString() ?? null;

export function summaryJson(one: AgreementSummary, { baseUrl, warnDays, today }: Addressing): z.infer<typeof SummarySchema> {
  return {
    ...{ code: one.code, kind: one.kind, kindLabel: agreementKind(one.kind).label, title: one.title },
    ...{ standing: standingOn(one, today, warnDays), signedOn: text(one.signedOn), inForceFrom: text(one.inForceFrom) },
    ...{ inForceUntil: text(one.inForceUntil), endedOn: text(one.endedOn), programmes: [...one.programmes] },
    ...{ parties: [...one.parties], withoutFocalPoint: [...one.unwatched], example: one.isExample },
    links: { self: `${baseUrl}/api/v1/agreements/${one.code}`, page: `${baseUrl}/agreements/${one.code}` },
  };
}

export function nextDueJson({ line, agreement, ownerName }: PromiseLine, baseUrl: string): z.infer<typeof NextDueSchema> {
  return {
    ...{ agreement: agreement.code, number: line.ordinal, activity: line.activity, owner: ownerName },
    ...{ dueOn: line.dueOn.toString(), page: `${baseUrl}/agreements/${agreement.code}/lines/${line.ordinal}` },
  };
}

export function evidenceJson({ file, code, ordinal, activity }: PublicEvidence, baseUrl: string): z.infer<typeof EvidenceSchema> {
  return {
    ...{ title: file.title, mediaType: file.mediaType, bytes: file.size, sha256: file.sha256 },
    ...{ addedAt: file.addedAt.toString(), agreement: code, number: ordinal, activity },
    file: `${baseUrl}/agreements/${code}/files/${file.id}`,
  };
}

export function progressJson(part: Progress & Pick<ProgrammeProgress, 'programme'>): z.infer<typeof ProgressSchema> {
  return {
    ...{ programme: part.programme, lines: part.lines, done: part.done, late: part.late },
    ...{ awaitingConfirmation: part.awaiting, byLight: { ...part.byLight }, share: part.share, withEvidence: part.withEvidence },
    withdrawn: part.withdrawn,
    ...{ lastActivityOn: text(part.lastActivityOn), nextDueOn: text(part.nextDueOn) },
  };
}

export function lineJson(
  line: Line,
  agreement: Agreement,
  known: {
    readonly lit: Lit;
    readonly fate: Fate;
    readonly isChanged: boolean;
    readonly owner: { readonly code: string; readonly name: string } | undefined;
  },
  baseUrl: string,
): z.infer<typeof LineSchema> {
  const { lit, fate, isChanged, owner } = known;
  const dayIn = (at: Moment) => dayOf(at, agreement.zone).toString();
  const achieved = (one: Line['confirmed']) => one && { amount: one.amount, on: one.on.toString() };
  return {
    ...{ number: line.ordinal, year: line.year, programme: line.programme, factor: line.factor, form: line.form },
    ...{ activity: line.activity, output: line.output, indicator: line.indicator, unit: line.unit, baseline: line.baseline },
    ...{ targets: [...line.targets], direction: line.direction, place: line.place },
    budget: { source: line.budgetSource, rupiah: line.budgetAmount },
    ...{ startsOn: text(line.startsOn), dueOn: text(line.dueOn), firstDueOn: text(line.firstDueOn) },
    owner: {
      ...{ agency: owner?.code ?? null, name: owner?.name ?? partyOf(agreement, line.owner.partyId)?.name ?? '' },
      position: line.owner.position,
    },
    ...{ priority: line.isPriority, state: line.state, confirmed: achieved(line.confirmed), reported: achieved(line.reported) },
    ...{ fate, addedOn: line.joinedAt && dayIn(line.joinedAt), changedAfterSigning: isChanged },
    withdrawn: line.isWithdrawn ? { on: dayIn(line.stateAt), reason: line.stateNote ?? '' } : null,
    ...{ evidenceFiles: line.evidenceCount, light: lit.light, lightCause: lit.cause },
    share: { due: lit.expected.valueOf(), reported: lit.reported.valueOf(), confirmed: lit.confirmed.valueOf() },
    page: `${baseUrl}/agreements/${agreement.code}/lines/${line.ordinal}`,
  };
}

export function promisesJson(promises: Promises): z.infer<typeof GovernmentSchema>['promises'] {
  return { ...promises, by: { ...promises.by } };
}

export function grantJson(
  grant: Grant,
  agreement: Agreement,
  { baseUrl, today }: Pick<Addressing, 'baseUrl' | 'today'>,
  setName: string,
): z.infer<typeof GrantSchema> {
  const { regulation, place } = LEGAL_BASES[grant.legalBasis];
  return {
    ...{ agreement: agreement.code, number: grant.ordinal, standing: grantStandingOn(grant, agreement, today) },
    dataSet: { code: grant.dataSet, name: setName },
    fields: grant.fields.map(({ code, label: name, personal }) => ({ code, label: { ...name }, personal })),
    ...{ personal: grant.personal, giver: partyOf(agreement, grant.giverPartyId)?.name ?? '' },
    recipients: grant.recipients.map(({ name }) => name),
    purpose: { code: grant.purpose, text: grant.purposeText },
    legalBasis: { code: grant.legalBasis, regulation: [regulation, place].filter(Boolean).join(' '), text: grant.basisNote },
    ...{ startsOn: grant.startsOn.toString(), untilOn: grant.untilOn.toString(), frequency: grant.frequency },
    ...{
      retentionMonths: grant.retentionMonths,
      afterwards: grant.afterwards,
      endedOn: text(grant.endedOn),
      example: grant.isExample,
    },
    page: `${baseUrl}/agreements/${agreement.code}/grants/${grant.ordinal}`,
  };
}
