/** Writing the text of an agreement: begun from the template of its kind, changed section by section, every version kept. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { mayEdit, partiesSpokenFor } from '../../rules/permissions.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { TEXT_TEMPLATES } from '../../rules/signing/templates/templates.ts';
import {
  addSection,
  changesBetween,
  type Edited,
  editSection,
  moveSection,
  removeSection,
  type SectionKind,
  type SectionOrder,
  type TextSection,
  type TextVersion,
} from '../../rules/signing/text.ts';
import { currentText, insertConsent, insertVersion, textVersion } from '../../store/signing/texts.ts';
import type { Circumstances } from '../change.ts';
import { onLocked, type Worked } from './on-locked.ts';

type Written = Promise<Result<TextVersion, AgreementRefusal>>;

/** Begins the text from the template of its kind, or from sections given (the text of the agreement it renews). */
export function beginText(tools: Tools, actor: Actor, agreementId: string, sections?: readonly TextSection[]): Written {
  return onLocked(tools, actor, agreementId, async (agreement, circumstances, tx) => {
    if (!mayEdit(actor, agreement)) return refuse('agreement.not-yours');
    if (await currentText(tx, agreement.id)) return refuse('agreement.text-begun');
    return keep(tx, agreement, circumstances, undefined, sections ?? TEXT_TEMPLATES[agreement.kind]);
  });
}

/** @param baseNo the version the form was made from. On a clash nothing is written; the page shows both texts. */
export function saveSection(
  tools: Tools,
  actor: Actor,
  order: SectionOrder & { readonly agreementId: string; readonly baseNo: number },
): Written {
  return onText(tools, actor, order.agreementId, async (current, tx) => {
    const base = order.baseNo === current.no ? current : await textVersion(tx, order.agreementId, order.baseNo);
    return editSection(current.sections, base?.sections ?? [], order);
  });
}

export function addTextSection(
  tools: Tools,
  actor: Actor,
  order: {
    readonly agreementId: string;
    readonly kind: SectionKind;
    readonly heading: string;
    readonly body: string;
    /** Key of the section it comes after; '' = before all. */
    readonly after: string;
  },
): Written {
  return onText(tools, actor, order.agreementId, async (current) => {
    const { kind, heading, body } = order;
    return addSection(current.sections, { key: `b${tools.random.id()}`, kind, heading, body }, order.after);
  });
}

export function removeTextSection(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly key: string },
): Written {
  return onText(tools, actor, order.agreementId, async (current) => removeSection(current.sections, order.key));
}

export function moveTextSection(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly key: string; readonly way: 'up' | 'down' },
): Written {
  return onText(tools, actor, order.agreementId, async (current) => moveSection(current.sections, order.key, order.way));
}

/** Puts an earlier version back, as a new one: nothing in between is lost. */
export function restoreText(tools: Tools, actor: Actor, order: { readonly agreementId: string; readonly no: number }): Written {
  return onText(tools, actor, order.agreementId, async (_current, tx) => {
    const earlier = await textVersion(tx, order.agreementId, order.no);
    return earlier ? ok(earlier.sections) : refuse('agreement.absent');
  });
}

/** A party says that it agrees with the text as it stands. @param textNo what it has read; another one is refused */
export function consentToText(
  tools: Tools,
  actor: Actor,
  order: { readonly agreementId: string; readonly textNo: number },
): Promise<Result<TextVersion, AgreementRefusal>> {
  return onLocked<TextVersion>(tools, actor, order.agreementId, async (agreement, { at }, tx) => {
    const text = await currentText(tx, agreement.id);
    const parties = spokenFor(actor, agreement);
    if (!text || actor.kind !== 'officer' || parties.length === 0) return refuse('agreement.not-yours');
    if (agreement.state !== 'draft' && agreement.state !== 'commenting' && agreement.state !== 'ready')
      return refuse('agreement.not-now');
    if (text.no !== order.textNo) return refuse('agreement.moved-on');
    const given: string[] = [];
    for (const { id: partyId } of parties)
      if (await insertConsent(tx, { agreementId: agreement.id, textNo: text.no, partyId, personId: actor.personId, at }))
        given.push(partyId);
    const events = given.map((party) => ({ type: 'signing-text-agreed', payload: { version: text.no, party } }));
    return ok({ value: text, events });
  });
}

/** The parties whose consent this officer can give. */
export function spokenFor(actor: Actor, agreement: Agreement) {
  const parties = [
    ...partiesSpokenFor(actor, agreement, 'agreement.prepare'),
    ...partiesSpokenFor(actor, agreement, 'agreement.sign'),
  ];
  return [...new Map(parties.map((party) => [party.id, party])).values()];
}

function onText(
  tools: Tools,
  actor: Actor,
  agreementId: string,
  edit: (current: TextVersion, tx: Tx) => Promise<Edited>,
): Written {
  return onLocked<TextVersion>(tools, actor, agreementId, async (agreement, circumstances, tx) => {
    if (!mayEdit(actor, agreement)) return refuse('agreement.not-yours');
    const current = await currentText(tx, agreement.id);
    if (!current) return refuse('agreement.absent');
    const edited = await edit(current, tx);
    if (!edited.ok) return edited;
    return keep(tx, agreement, circumstances, current, edited.value);
  });
}

async function keep(
  tx: Tx,
  agreement: Agreement,
  { at, actor }: Circumstances,
  before: TextVersion | undefined,
  sections: readonly TextSection[],
): Promise<Result<Worked<TextVersion>, AgreementRefusal>> {
  const changed = changesBetween(before?.sections ?? [], sections).map(({ key }) => key);
  if (before && changed.length === 0) return ok({ value: before, events: [] });
  const version: TextVersion = { no: (before?.no ?? 0) + 1, sections, changed, author: actorReference(actor), at };
  await insertVersion(tx, agreement.id, version);
  const type = before ? 'signing-text-changed' : 'signing-text-begun';
  return ok({ value: version, events: [{ type, payload: { version: version.no, sections: changed } }] });
}
