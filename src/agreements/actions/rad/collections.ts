/** Asking governments for their action plans by a day: opening, moving the day, letting off, closing, reminding by hand. */
import { nationalDeskAgency, zoneOfRegion } from '../../../directory/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, Temporal } from '../../../kernel/time.ts';
import { appendEvents, type Json } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import { TITLE_LIMIT } from '../../rules/draft.ts';
import { type Collection, collectingPlaces, mayKeepCollection, standingOfAsked } from '../../rules/rad/collection.ts';
import { NOTE_LIMIT } from '../../rules/rad/handing-in.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import {
  askedIn,
  excuse as excuseIn,
  insertAsked,
  insertCollection,
  loadCollection,
  saveCollection,
} from '../../store/rad/collections.ts';
import { loadTemplate } from '../../store/rad/templates.ts';
import { type Government, governmentById, governmentsBelow, provinces } from './places.ts';
import { preparersOf, tell } from './tell.ts';

export interface CollectionOrder {
  /** The government of the province that asks its regencies and cities; `'ministry'` asks provinces. */
  readonly openerId: string;
  readonly title: string;
  readonly note: string;
  readonly yearFrom: number;
  readonly yearUntil: number;
  readonly templateId: string | null;
  readonly dueOn: Day | null;
  readonly governmentIds: readonly string[];
  readonly isExample?: boolean;
}

export interface RefusedCollection {
  readonly code: AgreementRefusal;
  readonly field: string;
}

/** Whom a collection of this opener can ask, in the order of the register; `undefined` = it is none. */
export async function whomToAsk(tx: Tx | Tools['db'], openerId: string): Promise<readonly Government[] | undefined> {
  if (openerId === 'ministry') return provinces(tx);
  const opener = isUuid(openerId) ? await governmentById(tx, openerId) : undefined;
  return opener?.level === 'province' ? governmentsBelow(tx, opener.regionCode) : undefined;
}

/** @returns the open collection; those asked have been told */
export function openCollection(
  tools: Tools,
  actor: Actor,
  order: CollectionOrder,
): Promise<Result<Collection, readonly RefusedCollection[]>> {
  return orRollBack(tools, async (tx) => {
    const { provinceIds, isMinistry } = collectingPlaces(actor);
    const may = order.openerId === 'ministry' ? isMinistry : provinceIds.includes(order.openerId);
    const known = may ? await whomToAsk(tx, order.openerId) : undefined;
    if (!known) return refuse([{ code: 'agreement.not-yours', field: 'openerId' }]);
    const opener = order.openerId === 'ministry' ? undefined : await governmentById(tx, order.openerId);
    const at = tools.clock.now();
    const zone = opener ? zoneOfRegion(opener.regionCode) : 'Asia/Jakarta';
    const flaws = await flawsOfOrder(tx, order, known, dayOf(at, zone));
    if (flaws.length > 0 || order.dueOn === null) return refuse(flaws);
    const collection: Collection = {
      ...{ id: tools.random.id(), version: 1, openerId: opener?.agency.id ?? (await nationalDeskAgency(tx)).id },
      ...{ level: opener ? 'regency' : 'province', regionCode: opener?.regionCode ?? null, title: order.title.trim() },
      ...{ note: order.note.trim(), yearFrom: order.yearFrom, yearUntil: order.yearUntil, templateId: order.templateId },
      ...{ dueOn: order.dueOn, firstDueOn: order.dueOn, zone, openedAt: at, closedAt: null, isExample: order.isExample ?? false },
    };
    const asked = [...new Set(order.governmentIds)];
    await insertCollection(tx, collection, actor.kind === 'officer' ? actor.personId : null, asked);
    await record(tools, tx, actor, collection, 'opened', { asked: asked.length, dueOn: collection.dueOn.toString() }, true);
    for (const governmentId of asked) await tellAsked(tools, tx, collection, governmentId, `asked:${governmentId}`);
    return ok(collection);
  });
}

async function flawsOfOrder(
  tx: Tx,
  order: CollectionOrder,
  known: readonly Government[],
  today: Day,
): Promise<readonly RefusedCollection[]> {
  const flaws: RefusedCollection[] = [];
  const flaw = (code: AgreementRefusal, field: string) => flaws.push({ code, field });
  if (order.title.trim() === '') flaw('agreement.title-missing', 'title');
  if (order.title.length > TITLE_LIMIT) flaw('agreement.text-too-long', 'title');
  if (order.note.length > NOTE_LIMIT) flaw('agreement.text-too-long', 'note');
  const isYear = (year: number) => Number.isInteger(year) && year >= 2000 && year < 2200;
  if (!isYear(order.yearFrom)) flaw('agreement.year-wrong', 'yearFrom');
  if (!isYear(order.yearUntil) || order.yearUntil < order.yearFrom) flaw('agreement.year-wrong', 'yearUntil');
  if (order.dueOn === null) flaw('agreement.day-wrong', 'dueOn');
  else if (Temporal.PlainDate.compare(order.dueOn, today) <= 0) flaw('agreement.rad-due-past', 'dueOn');
  if (order.governmentIds.length === 0) flaw('agreement.rad-government-missing', 'governmentIds');
  else if (order.governmentIds.some((id) => !known.some(({ agency }) => agency.id === id)))
    flaw('agreement.party-unknown', 'governmentIds');
  if (order.templateId !== null && (await loadTemplate(tx, order.templateId))?.state !== 'published')
    flaw('agreement.rad-template-absent', 'templateId');
  return flaws;
}

async function tellAsked(tools: Tools, tx: Tx, collection: Collection, governmentId: string, stage: string): Promise<void> {
  await tell(tools, tx, await preparersOf(tx, governmentId, dayOf(tools.clock.now(), collection.zone)), {
    ...{ purpose: 'agreement.rad-asked', object: { kind: 'rad-collection', id: collection.id }, stage },
    details: { title: collection.title, dueOn: collection.dueOn.toString() },
  });
}

async function record(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  collection: Collection,
  type: string,
  payload: { readonly [key: string]: Json },
  newFile = false,
): Promise<void> {
  const event = { type: `rad-collection-${type}`, at: tools.clock.now(), actor: actorReference(actor), payload };
  await appendEvents(tools, tx, { kind: 'rad-collection', id: collection.id }, [event], { newFile });
}

export interface CollectionTarget {
  readonly collectionId: string;
  readonly version: number;
}

type Changed = Promise<Result<Collection, AgreementRefusal>>;

function onCollection(
  tools: Tools,
  actor: Actor,
  target: CollectionTarget,
  change: (tx: Tx, collection: Collection) => Promise<Result<Collection, AgreementRefusal>>,
): Changed {
  return orRollBack(tools, async (tx) => {
    const collection = isUuid(target.collectionId) ? await loadCollection(tx, target.collectionId, true) : undefined;
    if (!collection || !mayKeepCollection(actor, collection)) return refuse('agreement.rad-collection-absent');
    if (collection.version !== target.version) return refuse('agreement.moved-on');
    const changed = await change(tx, collection);
    if (changed.ok) await saveCollection(tx, changed.value);
    return changed.ok ? ok({ ...changed.value, version: collection.version + 1 }) : changed;
  });
}

/** More time for everybody; the day that was set first stays visible. */
export function extendCollection(
  tools: Tools,
  actor: Actor,
  target: CollectionTarget,
  dueOn: Day | null,
  reason: string,
): Changed {
  return onCollection(tools, actor, target, async (tx, collection) => {
    if (collection.closedAt !== null) return refuse('agreement.not-now');
    if (dueOn === null) return refuse('agreement.day-wrong');
    const today = dayOf(tools.clock.now(), collection.zone);
    if (Temporal.PlainDate.compare(dueOn, collection.dueOn) <= 0 || Temporal.PlainDate.compare(dueOn, today) <= 0)
      return refuse('agreement.later-day-needed');
    if (reason.trim() === '') return refuse('agreement.reason-missing');
    if (reason.length > NOTE_LIMIT) return refuse('agreement.text-too-long');
    const payload = { from: collection.dueOn.toString(), to: dueOn.toString(), reason: reason.trim() };
    await record(tools, tx, actor, collection, 'extended', payload);
    const next = { ...collection, dueOn };
    for (const asked of await askedIn(tx, collection))
      if (!standingOfAsked(asked, next, today).hasHandedIn && asked.excusedAt === null)
        await tellAsked(tools, tx, next, asked.governmentId, `extended:${asked.governmentId}:${dueOn}`);
    return ok(next);
  });
}

/** Closed = nobody is reminded any more; whoever is late may still hand in. */
export function closeCollection(tools: Tools, actor: Actor, target: CollectionTarget, isClosed: boolean): Changed {
  return onCollection(tools, actor, target, async (tx, collection) => {
    if ((collection.closedAt !== null) === isClosed) return refuse('agreement.not-now');
    await record(tools, tx, actor, collection, isClosed ? 'closed' : 'reopened', {});
    return ok({ ...collection, closedAt: isClosed ? tools.clock.now() : null });
  });
}

/** Lets a government off with a reason, or asks it again (`null`). */
export function excuseGovernment(
  tools: Tools,
  actor: Actor,
  target: CollectionTarget,
  governmentId: string,
  reason: string | null,
): Changed {
  return onCollection(tools, actor, target, async (tx, collection) => {
    const asked = (await askedIn(tx, collection)).find((each) => each.governmentId === governmentId);
    if (!asked || (asked.excusedAt !== null) === (reason !== null)) return refuse('agreement.not-now');
    const why = reason?.trim() ?? null;
    if (why === '') return refuse('agreement.reason-missing');
    if (why !== null && why.length > NOTE_LIMIT) return refuse('agreement.text-too-long');
    await excuseIn(tx, collection.id, governmentId, why === null ? null : { at: tools.clock.now(), why });
    await record(tools, tx, actor, collection, why === null ? 'asked-again' : 'excused', {
      government: governmentId,
      reason: why,
    });
    return ok(collection);
  });
}

/** Asks governments that were not asked before. */
export function askMore(tools: Tools, actor: Actor, target: CollectionTarget, governmentIds: readonly string[]): Changed {
  return onCollection(tools, actor, target, async (tx, collection) => {
    const known = await whomToAsk(tx, collection.level === 'province' ? 'ministry' : collection.openerId);
    const there = new Set((await askedIn(tx, collection)).map(({ governmentId }) => governmentId));
    const more = [...new Set(governmentIds)].filter((id) => !there.has(id) && known?.some(({ agency }) => agency.id === id));
    if (more.length === 0) return refuse('agreement.rad-government-missing');
    await insertAsked(tx, collection.id, more, tools.clock.now());
    await record(tools, tx, actor, collection, 'asked', { governments: more });
    for (const id of more) await tellAsked(tools, tx, collection, id, `asked:${id}`);
    return ok(collection);
  });
}

/** Reminds those who have not handed in, by hand; each at most once a day. @returns how many governments were reminded */
export function remindNow(
  tools: Tools,
  actor: Actor,
  collectionId: string,
): Promise<Result<{ readonly governments: number; readonly people: number }, AgreementRefusal>> {
  return orRollBack(tools, async (tx) => {
    const collection = isUuid(collectionId) ? await loadCollection(tx, collectionId) : undefined;
    if (!collection || !mayKeepCollection(actor, collection)) return refuse('agreement.rad-collection-absent');
    if (collection.closedAt !== null) return refuse('agreement.not-now');
    const today = dayOf(tools.clock.now(), collection.zone);
    const late = (await askedIn(tx, collection)).filter(
      (asked) => asked.excusedAt === null && !standingOfAsked(asked, collection, today).hasHandedIn,
    );
    let people = 0;
    for (const { governmentId } of late) {
      people += await tell(tools, tx, await preparersOf(tx, governmentId, today), {
        ...{ purpose: 'agreement.rad-reminder', object: { kind: 'rad-collection', id: collection.id } },
        stage: `hand:${governmentId}:${today}`,
        details: { title: collection.title, dueOn: collection.dueOn.toString(), stage: 'second' },
      });
    }
    await record(tools, tx, actor, collection, 'reminded', { governments: late.map(({ governmentId }) => governmentId) });
    return ok({ governments: late.length, people });
  });
}
