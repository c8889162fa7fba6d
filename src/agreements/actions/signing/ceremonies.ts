/** Preparing the day on which agreements are signed. */
import { agencyById } from '../../../directory/index.ts';
import { type Actor, positionsWith } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Day, Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import {
  type Ceremony,
  isSignedAt,
  MOST_AGREEMENTS,
  mayRunCeremony,
  PRESS_LIMIT,
  proposedItems,
  readItems,
} from '../../rules/signing/ceremony.ts';
import { isInside } from '../../rules/visibility.ts';
import { loadAgreementByCode } from '../../store/agreements.ts';
import { append } from '../../store/save.ts';
import { insertCeremony, loadCeremonyForUpdate, saveCeremony } from '../../store/signing/ceremonies.ts';

export interface CeremonyOrder {
  readonly title: string;
  readonly onDay: Day | null;
  readonly place: string;
  /** As typed, one item a line; '' at the making = one is proposed. */
  readonly items: string;
  readonly pressWords: string;
  /** Codes of the agreements, in the order of signing. */
  readonly codes: readonly string[];
}

export interface CeremonyRefused {
  readonly code: AgreementRefusal;
  readonly field: string;
}

type Done = Promise<Result<Ceremony, CeremonyRefused>>;

export function planCeremony(tools: Tools, actor: Actor, keeperId: string, order: CeremonyOrder): Done {
  return orRollBack(tools, async (tx) => {
    const keeper = await agencyById(tx, keeperId);
    const mayKeep = positionsWith(actor, 'agreement.prepare').some(({ agencyId }) => keeper?.path.includes(agencyId));
    if (!keeper || !mayKeep || actor.kind !== 'officer') return refuse({ code: 'agreement.not-yours', field: 'title' } as const);
    const read = await readOrder(tx, actor, keeper.id, order);
    if (!read.ok) return read;
    const { agreements, ...given } = read.value;
    const at = tools.clock.now();
    const ceremony: Ceremony = {
      ...{ id: tools.random.id(), version: 1, keeperId: keeper.id, keeperPath: keeper.path },
      ...given,
      items: given.items.length > 0 ? given.items : proposedItems(agreements),
      ...{ zone: agreements[0]?.zone ?? 'Asia/Jakarta', publishedAt: null, createdBy: actor.personId, createdAt: at },
      isExample: agreements.some(({ isExample }) => isExample),
    };
    await insertCeremony(tx, ceremony, at);
    await note(tools, tx, actor, ceremony, agreements, at, 'signing-ceremony-planned');
    return ok(ceremony);
  });
}

export function changeCeremony(
  tools: Tools,
  actor: Actor,
  target: { readonly id: string; readonly version: number },
  order: CeremonyOrder,
): Done {
  return onCeremony(tools, actor, target, async (ceremony, tx, at) => {
    const read = await readOrder(tx, actor, ceremony.keeperId, order);
    if (!read.ok) return read;
    const { agreements, ...given } = read.value;
    const next: Ceremony = { ...ceremony, ...given, zone: agreements[0]?.zone ?? ceremony.zone };
    const isMoved = !next.onDay.equals(ceremony.onDay);
    const added = agreements.filter(({ id }) => isMoved || !ceremony.agreementIds.includes(id));
    await note(tools, tx, actor, next, added, at, 'signing-ceremony-planned');
    return ok(next);
  });
}

/** Opens the press page to everybody, or closes it again. */
export function publishCeremony(
  tools: Tools,
  actor: Actor,
  target: { readonly id: string; readonly version: number },
  isPublic: boolean,
): Done {
  return onCeremony(tools, actor, target, async (ceremony, _tx, at) => ok({ ...ceremony, publishedAt: isPublic ? at : null }));
}

function onCeremony(
  tools: Tools,
  actor: Actor,
  target: { readonly id: string; readonly version: number },
  change: (ceremony: Ceremony, tx: Tx, at: Moment) => Done,
): Done {
  return orRollBack<Ceremony, CeremonyRefused>(tools, async (tx) => {
    const ceremony = await loadCeremonyForUpdate(tx, target.id);
    if (!ceremony || !mayRunCeremony(actor, ceremony))
      return refuse({ code: 'agreement.ceremony-absent', field: 'title' } as const);
    if (ceremony.version !== target.version) return refuse({ code: 'agreement.moved-on', field: 'title' } as const);
    const at = tools.clock.now();
    const changed = await change(ceremony, tx, at);
    if (!changed.ok) return changed;
    const next = { ...changed.value, version: ceremony.version + 1 };
    await saveCeremony(tx, next, at);
    return ok(next);
  });
}

type Read = Pick<Ceremony, 'title' | 'onDay' | 'place' | 'items' | 'pressWords' | 'agreementIds'> & {
  readonly agreements: readonly Agreement[];
};

async function readOrder(
  db: Db | Tx,
  actor: Actor,
  keeperId: string,
  order: CeremonyOrder,
): Promise<Result<Read, CeremonyRefused>> {
  const wrong = (code: AgreementRefusal, field: string) => refuse({ code, field });
  const title = order.title.trim();
  if (title === '') return wrong('agreement.title-missing', 'title');
  if (title.length > 200 || order.place.length > 200)
    return wrong('agreement.text-too-long', title.length > 200 ? 'title' : 'place');
  if (order.onDay === null) return wrong('agreement.day-wrong', 'on');
  if (order.pressWords.length > PRESS_LIMIT) return wrong('agreement.text-too-long', 'press');
  const items = readItems(order.items);
  if (!items.ok) return wrong(items.refusal, 'items');
  const codes = [...new Set(order.codes)];
  if (codes.length === 0) return wrong('agreement.ceremony-empty', 'codes');
  if (codes.length > MOST_AGREEMENTS) return wrong('agreement.text-too-long', 'codes');
  const agreements: Agreement[] = [];
  for (const code of codes) {
    const agreement = await loadAgreementByCode(db, code);
    if (!agreement || !isInside(actor, agreement) || agreement.state === 'dropped')
      return wrong('agreement.code-unknown', 'codes');
    if (!isSignedAt(agreement, { keeperId })) return wrong('agreement.ceremony-of-others', 'codes');
    agreements.push(agreement);
  }
  const agreementIds = agreements.map(({ id }) => id);
  const { onDay } = order;
  return ok({
    title,
    onDay,
    place: order.place.trim(),
    items: items.value,
    pressWords: order.pressWords.trim(),
    agreementIds,
    agreements,
  });
}

async function note(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  ceremony: Ceremony,
  agreements: readonly Agreement[],
  at: Moment,
  type: string,
): Promise<void> {
  const payload = { ceremony: ceremony.id, on: ceremony.onDay.toString() };
  for (const { id } of agreements) await append(tools, tx, id, [{ type, payload }], { at, actor });
}
