/** The shell around every step on a service: lock, look whether it may be, act, and append what happened. One transaction. */
import { createHash } from 'node:crypto';
import { type Agency, agencyById, isInForce, zoneOfRegion } from '../../directory/index.ts';
import { type Actor, actorReference } from '../../kernel/actor.ts';
import { type Result, refuse } from '../../kernel/result.ts';
import { type Day, dayOf, type Moment } from '../../kernel/time.ts';
import { appendEvents, type Json } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import type { ContentProblem } from '../rules/check-content.ts';
import { mayManage, mayReadInternal, type Placed } from '../rules/permissions.ts';
import type { ServiceRefusal } from '../rules/refusals.ts';
import type { Service, ServiceContent, ServiceVersion } from '../rules/service.ts';
import { lockService, versionsOf } from '../store/services.ts';

/** Why a step was not taken: the first reason, and which inputs are wrong. */
export interface StepRefusal {
  readonly code: ServiceRefusal;
  readonly problems: readonly { readonly field: string; readonly code: ServiceRefusal }[];
}

export type Step<T> = Promise<Result<T, StepRefusal>>;

export function refused(code: ServiceRefusal, problems: StepRefusal['problems'] = []) {
  return refuse<StepRefusal>({ code, problems });
}

export function refusedFor(problems: readonly ContentProblem[]) {
  return refused(problems[0]?.code ?? 'service.moved-on', problems);
}

export interface AtWork {
  readonly tx: Tx;
  readonly service: Service;
  readonly versions: readonly ServiceVersion[];
  readonly draft: ServiceVersion | undefined;
  readonly at: Moment;
  /** Today where the office is. */
  readonly today: Day;
  record(type: string, payload: Json): Promise<void>;
}

/** Someone who may not even read it is told that there is no such service. */
export function onService<T>(tools: Tools, actor: Actor, serviceId: string, work: (atWork: AtWork) => Step<T>): Step<T> {
  return inTransaction(tools, (tx) => onServiceIn(tools, tx, actor, serviceId, work));
}

/** The same inside a transaction that is already open. */
export async function onServiceIn<T>(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  serviceId: string,
  work: (atWork: AtWork) => Step<T>,
): Step<T> {
  const service = await lockService(tx, serviceId);
  if (!service || !mayReadInternal(actor, service)) return refused('service.absent');
  if (!mayManage(actor, service)) return refused('service.not-yours');
  const versions = await versionsOf(tx, service.id);
  const at = tools.clock.now();
  return work({
    tx,
    service,
    versions,
    draft: versions.find(({ state }) => state === 'draft'),
    at,
    today: todayAt(service.regionCode, at),
    record: (type, payload) => record(tools, tx, actor, { kind: 'service', id: service.id }, type, payload),
  });
}

export function todayAt(regionCode: string | null, at: Moment): Day {
  return dayOf(at, regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(regionCode));
}

/** Appends one event of this room to a file. */
export async function record(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  file: { readonly kind: 'service' | 'maklumat' | 'sop'; readonly id: string },
  type: string,
  payload: Json,
  newFile = false,
): Promise<void> {
  await appendEvents(tools, tx, file, [{ type, at: tools.clock.now(), actor: actorReference(actor), payload }], { newFile });
}

/** What a version says, as a digest: the event proves the content without repeating what someone typed. */
export function contentDigest(content: ServiceContent): string {
  const { name, field, channel, onlineAddress, decreeNumber, decreeOn, ownerPosition, standard } = content;
  const facts = { name, field, channel, onlineAddress, decreeNumber, decreeOn: decreeOn?.toString() ?? null, ownerPosition };
  return createHash('sha256')
    .update(JSON.stringify([facts, sorted(standard)]))
    .digest('hex');
}

/** jsonb does not keep the order of keys, so it must not count. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

/** An office in force where the actor manages services; `undefined` otherwise. */
export async function managedOffice(
  tools: Pick<Tools, 'db' | 'clock'>,
  actor: Actor,
  agencyId: string,
): Promise<Agency | undefined> {
  const agency = await agencyById(tools.db, agencyId);
  if (!agency || !isInForce(agency, todayAt(agency.regionCode, tools.clock.now()))) return undefined;
  return mayManage(actor, placeOf(agency)) ? agency : undefined;
}

export function placeOf(agency: Pick<Agency, 'path'>): Placed {
  return { agencyPath: agency.path };
}
