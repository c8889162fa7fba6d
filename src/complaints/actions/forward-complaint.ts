/** Forwarding and its way back. What is allowed: rules/forwarding.ts. Offices are looked up in the directory on the day. */
import type { Actor } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/result.ts';
import type { Tools } from '../../platform/tools.ts';
import { excuse, forward, type Office, passOn, redirect, returnPart, sendUp } from '../rules/forwarding.ts';
import { decide, type Target } from './decide.ts';
import { nationalDesk, officesById } from './offices.ts';

export async function forwardComplaint(
  tools: Tools,
  actor: Actor,
  target: Target,
  order: { readonly agencyIds: readonly string[]; readonly note: string },
) {
  const offices = await officesById(tools, order.agencyIds);
  if (!offices) return refuse('complaint.office-unknown');
  const desk = await nationalDesk(tools);
  return decide(tools, actor, target, (complaint, circumstances) =>
    forward(complaint, { offices, note: order.note, nationalDesk: desk }, circumstances),
  );
}

interface PartOrder {
  readonly partId: string;
  readonly agencyId: string;
  readonly note: string;
}

async function handPart(tools: Tools, actor: Actor, target: Target, order: PartOrder, rule: typeof redirect) {
  const [office] = (await officesById(tools, [order.agencyId])) ?? [];
  if (!office) return refuse('complaint.office-unknown');
  const desk = await nationalDesk(tools);
  return decide(tools, actor, target, (complaint, circumstances) =>
    rule(complaint, { partId: order.partId, office: office as Office, note: order.note, nationalDesk: desk }, circumstances),
  );
}

/** The coordinator hands a part on to an office of the same government. */
export function passOnPart(tools: Tools, actor: Actor, target: Target, order: PartOrder) {
  return handPart(tools, actor, target, order, passOn);
}

/** The desk hands a returned part to another office. */
export function redirectPart(tools: Tools, actor: Actor, target: Target, order: PartOrder) {
  return handPart(tools, actor, target, order, redirect);
}

/** "Not ours", with the reason. */
export async function returnComplaintPart(
  tools: Tools,
  actor: Actor,
  target: Target,
  order: { readonly partId: string; readonly reason: string },
) {
  const desk = await nationalDesk(tools);
  return decide(tools, actor, target, (complaint, circumstances) =>
    returnPart(complaint, { ...order, nationalDesk: desk }, circumstances),
  );
}

/** A desk that has not forwarded says that it is not its government's. */
export async function sendComplaintUp(tools: Tools, actor: Actor, target: Target, order: { readonly reason: string }) {
  const desk = await nationalDesk(tools);
  return decide(tools, actor, target, (complaint, circumstances) =>
    sendUp(complaint, { ...order, nationalDesk: desk }, circumstances),
  );
}

/** The desk agrees with the office that returned its part. */
export function excusePart(
  tools: Tools,
  actor: Actor,
  target: Target,
  order: { readonly partId: string; readonly reason: string },
) {
  return decide(tools, actor, target, (complaint, circumstances) => excuse(complaint, order, circumstances));
}
