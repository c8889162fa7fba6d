import { type Actor, actorReference } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Instrument } from '../rules/instrument.ts';
import { CODE } from '../rules/instrument-problem.ts';
import { type InstrumentRefusal, mayAuthor } from '../rules/instrument-refusals.ts';
import { type InstrumentRecord, instrumentLines, instrumentRecord, lockInstrument } from '../store/instruments.ts';
import { deleteDraft, insertDraft, nextVersion, updateDraft } from '../store/save-instruments.ts';
import { recordInstrument } from './record-instrument.ts';

export interface VersionName {
  readonly id: string;
  readonly version: number;
}

type Authored<T> = Promise<Result<T, InstrumentRefusal>>;

/**
 * A draft with the content of another version: its next version, or, with `newId`, the first of a new instrument.
 */
export async function draftFromCopy(tools: Tools, actor: Actor, from: VersionName, newId: string | null): Authored<VersionName> {
  if (!mayAuthor(actor)) return refuse('instrument.not-yours');
  const source = await instrumentRecord(tools.db, from.id, from.version);
  if (!source) return refuse('instrument.absent');
  return startDraft(tools, actor, source.instrument, newId);
}

/** A draft from a file: the next version of the instrument it names, or the first of a new one. The file's own number is not kept. */
export function importDraft(tools: Tools, actor: Actor, instrument: Instrument): Authored<VersionName> {
  return startDraft(tools, actor, instrument, null);
}

async function startDraft(tools: Tools, actor: Actor, content: Instrument, newId: string | null): Authored<VersionName> {
  if (!mayAuthor(actor)) return refuse('instrument.not-yours');
  const id = newId ?? content.id;
  if (!CODE.test(id) || id.length > 60) return refuse('instrument.code-wrong');
  return inTransaction(tools, async (tx) => {
    const versions = await instrumentLines(tx, { id });
    if (newId !== null && versions.length > 0) return refuse('instrument.code-taken');
    if (versions.some((one) => one.state === 'draft')) return refuse('instrument.draft-exists');
    const instrument = { ...content, id, version: await nextVersion(tx, id) };
    const at = tools.clock.now();
    // Someone else may have begun one in this very moment.
    const began = await insertDraft(tx, { instrument, changeNote: null, by: actorReference(actor), at });
    if (!began) return refuse('instrument.draft-exists');
    await recordInstrument(tools, tx, actor, instrument, 'drafted', { from: `${content.id}@${content.version}` });
    return ok({ id, version: instrument.version });
  });
}

export interface DraftSaving extends VersionName {
  /** The revision that was seen: another one means that somebody else has saved meanwhile. */
  readonly revision: number;
  /** Makes the new content of what is there now. */
  readonly edit: (instrument: Instrument) => Instrument;
}

/** Saves a draft, whatever its problems: they are named until it is published. Answers with what is saved now. */
export async function saveDraft(tools: Tools, actor: Actor, order: DraftSaving): Authored<InstrumentRecord> {
  return onDraft(tools, actor, order, async (tx, record) => {
    if (record.revision !== order.revision) return refuse('instrument.moved-on');
    const edited = { ...order.edit(record.instrument), id: record.id, version: record.version };
    const at = tools.clock.now();
    await updateDraft(tx, edited, { changeNote: record.changeNote, revision: record.revision, at });
    await recordInstrument(tools, tx, actor, edited, 'saved', { revision: record.revision + 1 });
    return ok({ ...record, instrument: edited, revision: record.revision + 1, editedAt: at });
  });
}

/** Throws a draft away. What was published is kept for ever. */
export async function discardDraft(tools: Tools, actor: Actor, name: VersionName): Authored<VersionName> {
  return onDraft(tools, actor, name, async (tx, record) => {
    await deleteDraft(tx, record);
    await recordInstrument(tools, tx, actor, record, 'discarded', {});
    return ok({ id: record.id, version: record.version });
  });
}

type Tx = Parameters<Parameters<typeof inTransaction>[1]>[0];

/** Locks the draft for what is to be done with it. */
export async function onDraft<T>(
  tools: Tools,
  actor: Actor,
  { id, version }: VersionName,
  work: (tx: Tx, record: InstrumentRecord) => Authored<T>,
): Authored<T> {
  if (!mayAuthor(actor)) return refuse('instrument.not-yours');
  return inTransaction(tools, async (tx) => {
    const record = await lockInstrument(tx, id, version);
    if (!record) return refuse('instrument.absent');
    if (record.state !== 'draft') return refuse('instrument.not-a-draft');
    return work(tx, record);
  });
}
