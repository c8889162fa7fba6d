import type { Actor } from '../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../kernel/result.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { writeInstrument } from '../rules/instrument-file.ts';
import { type InstrumentRefusal, mayAuthor } from '../rules/instrument-refusals.ts';
import { judgeInstrument } from '../rules/judge-instrument.ts';
import { lockInstrument } from '../store/instruments.ts';
import { markPublished, markRetired } from '../store/save-instruments.ts';
import { onDraft, type VersionName } from './author-instrument.ts';
import { digestOf, recordInstrument } from './record-instrument.ts';

export interface Publication extends VersionName {
  /** The revision that was read through and is meant. */
  readonly revision: number;
  /** Who decided, and the decree: `Keputusan Ketua Ombudsman RI 337/2022`. */
  readonly decidedBy: string;
  readonly decidedOn: Day | null;
  /** What changed of the version before and why; not asked for at the first version. */
  readonly changeNote: string;
}

const LONGEST = 2000;

/** Puts a draft in force. From then on its content never changes; a change is a new version. */
export async function publishInstrument(
  tools: Tools,
  actor: Actor,
  order: Publication,
): Promise<Result<VersionName, InstrumentRefusal>> {
  const [decidedBy, changeNote] = [order.decidedBy.trim(), order.changeNote.trim()];
  return onDraft(tools, actor, order, async (tx, record) => {
    if (record.revision !== order.revision) return refuse('instrument.moved-on');
    if (judgeInstrument(record.instrument).length > 0) return refuse('instrument.has-problems');
    const { decidedOn } = order;
    if (decidedBy === '' || decidedOn === null) return refuse('instrument.decision-missing');
    if (record.version > 1 && changeNote === '') return refuse('instrument.change-note-missing');
    if (decidedBy.length > LONGEST || changeNote.length > LONGEST) return refuse('instrument.text-too-long');
    const at = tools.clock.now();
    if (decidedOn.until(dayOf(at, 'Asia/Jakarta')).sign < 0) return refuse('instrument.decided-later');
    await markPublished(tx, record, { decidedBy, decidedOn, changeNote: changeNote || null, at });
    await recordInstrument(tools, tx, actor, record, 'published', {
      decidedBy,
      decidedOn: decidedOn.toString(),
      changeNote,
      sha256: digestOf(writeInstrument(record.instrument)),
    });
    return ok({ id: record.id, version: record.version });
  });
}

/** Takes a version out of force: no new round may choose it, what was measured with it stays as it is. */
export async function retireInstrument(
  tools: Tools,
  actor: Actor,
  order: VersionName & { readonly reason: string },
): Promise<Result<VersionName, InstrumentRefusal>> {
  if (!mayAuthor(actor)) return refuse('instrument.not-yours');
  const reason = order.reason.trim();
  return inTransaction(tools, async (tx) => {
    const record = await lockInstrument(tx, order.id, order.version);
    if (!record) return refuse('instrument.absent');
    if (record.state !== 'published') return refuse('instrument.not-published');
    if (reason === '') return refuse('instrument.reason-missing');
    if (reason.length > LONGEST) return refuse('instrument.text-too-long');
    await markRetired(tx, record, tools.clock.now());
    await recordInstrument(tools, tx, actor, record, 'retired', { reason });
    return ok({ id: record.id, version: record.version });
  });
}
