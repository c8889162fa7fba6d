/**
 * The minutes of a plenary: drafted from what was recorded when the meeting is closed, reviewed by another member, sealed by who leads. Once they
 * are sealed the meeting has ended and nothing of it changes any more.
 */
import { type PositionKind, peopleByIds, positionKind } from '../../../directory/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type MinutesFacts, minutesFields } from '../../rules/verification/minutes.ts';
import { type Plenary, plenaryAfter } from '../../rules/verification/plenary.ts';
import { loadCase } from '../../store/cases.ts';
import { loadDocument } from '../../store/documents/documents.ts';
import { membersOf, updatePlenary } from '../../store/verification/plenaries.ts';
import { itemsOf } from '../../store/verification/plenary-items.ts';
import { draftDocumentIn } from '../documents/draft-document.ts';
import { onPlenary, type PlenaryOutcome, type PlenaryTarget } from './on-plenary.ts';

async function factsOf(db: Db | Tx, plenary: Plenary): Promise<MinutesFacts> {
  const [members, items] = [await membersOf(db, plenary.id), await itemsOf(db, plenary.id)];
  const people = await peopleByIds(db as Db, [
    ...members.map((each) => each.personId),
    ...items.flatMap((item) => [...item.excludedPersonIds, ...item.dissents.map((each) => each.personId)]),
  ]);
  const name = (personId: string) => people.get(personId)?.name ?? 'Anggota';
  const titled = (each: (typeof members)[number]) =>
    `${name(each.personId)}, ${positionKind(each.positionKind as PositionKind).label.id}`;
  const told: MinutesFacts['items'][number][] = [];
  for (const item of items) {
    const file = await loadCase(db, item.caseId);
    told.push({
      ...item,
      reference: file ? `Perkara ${file.number}, ${file.title}` : 'Perkara',
      excluded: item.excludedPersonIds.map(name),
      dissents: item.dissents.map((each) => ({ name: name(each.personId), opinion: each.opinion })),
    });
  }
  return {
    heldOn: plenary.heldOn.toString(),
    heldAt: plenary.heldAt,
    place: plenary.place,
    present: members.filter((each) => each.isPresent === true).map(titled),
    absent: members.filter((each) => each.isPresent !== true).map(titled),
    items: told,
  };
}

/** @returns the id of the draft, or `null` when the actor may not write these minutes (a conflict of interest in one of the cases) */
export async function draftMinutes(tools: Tools, tx: Tx, actor: Actor, plenary: Plenary): Promise<string | null> {
  const drafted = await draftDocumentIn(tools, tx, actor, {
    subject: { kind: 'plenary', id: plenary.id },
    kind: 'plenary-minutes',
    fields: minutesFields(await factsOf(tx, plenary)),
    addressees: [],
  });
  return drafted.ok ? drafted.value.id : null;
}

/** Drafts the minutes (anew), when there are none or the draft was thrown away. */
export function writeMinutes(tools: Tools, actor: Actor, target: PlenaryTarget): PlenaryOutcome {
  return onPlenary(tools, actor, target, async (plenary, tx) => {
    if (plenary.state !== 'minutes') return refuse('case.plenary-not-now');
    const present = plenary.minutesDocumentId === null ? undefined : await loadDocument(tx, plenary.minutesDocumentId);
    if (present && present.state !== 'discarded') return refuse('case.plenary-not-now');
    const id = await draftMinutes(tools, tx, actor, plenary);
    if (id === null) return refuse('case.document-absent');
    await updatePlenary(tx, plenary, { minutes_document_id: id });
    return ok({ type: 'minutes-drafted', payload: { document: id } });
  });
}

/** The minutes are sealed: the meeting has ended. */
export function endPlenary(tools: Tools, actor: Actor, target: PlenaryTarget): PlenaryOutcome {
  return onPlenary(tools, actor, target, async (plenary, tx, officer) => {
    const state = plenaryAfter(plenary.state, 'end');
    if (!state) return refuse('case.plenary-not-now');
    const minutes = plenary.minutesDocumentId === null ? undefined : await loadDocument(tx, plenary.minutesDocumentId);
    if (!minutes?.file) return refuse('case.minutes-not-sealed');
    await updatePlenary(tx, plenary, { state, ended_by: officer.personId, ended_at: tools.clock.now().toString() });
    return ok({ type: 'plenary-ended', payload: { minutes: minutes.id, digest: minutes.file.sha256 } });
  });
}
