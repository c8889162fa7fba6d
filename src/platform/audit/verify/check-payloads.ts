import { canonicalJson } from '../canonical-json.ts';
import { commitmentTo } from '../chain.ts';
import { erasureRecord, PAYLOAD_ERASED } from '../erasure.ts';
import type { EventRow, PayloadRow } from './file-streams.ts';
import type { BrokenFile, Erased, FileBreak } from './finding.ts';
import type { Stream } from './streams.ts';

export interface PayloadCheck {
  /** Judges the payload of the file's next event. */
  of(event: EventRow): AsyncGenerator<BrokenFile | Erased>;
  /** After the last event: what was left without an explanation. */
  rest(): AsyncGenerator<BrokenFile>;
}

/** Follows the payloads of one file beside its events: kept and as committed to, erased with basis, or broken. */
export function checkPayloads(
  payloads: Stream<PayloadRow>,
  fileId: string,
  broken: (code: FileBreak, seq: number) => BrokenFile,
): PayloadCheck {
  // Numbers of events without payload, until the erasure that explains them comes: few, as erasures are.
  const gone = new Set<number>();
  const erased = new Set<number>();
  let orphan: number | undefined;

  async function payloadOf(event: EventRow): Promise<PayloadRow | undefined> {
    for (let row = await payloads.peek(); row?.file_id === fileId && row.seq <= event.seq; row = await payloads.peek()) {
      await payloads.take();
      if (row.seq === event.seq) return row;
      orphan ??= row.seq;
    }
    return undefined;
  }

  return {
    async *of(event) {
      const kept = await payloadOf(event);
      if (!kept) {
        gone.add(event.seq);
      } else if (!isCommittedTo(event, kept)) {
        yield broken('payload-altered', event.seq);
      } else if (event.type === PAYLOAD_ERASED) {
        const record = erasureRecord(kept.payload);
        if (!record) return;
        if (gone.delete(record.seq)) {
          yield { grade: 'erased', code: 'payload-erased', fileId, ...record, by: event.actor, at: event.at };
        } else if (!erased.has(record.seq)) {
          yield broken('erasure-undone', record.seq);
        }
        erased.add(record.seq);
      }
    },
    async *rest() {
      for (let row = await payloads.peek(); row?.file_id === fileId; row = await payloads.peek()) {
        orphan ??= row.seq;
        await payloads.take();
      }
      if (orphan !== undefined) yield broken('payload-orphaned', orphan);
      for (const seq of gone) yield broken('payload-missing', seq);
    },
  };
}

function isCommittedTo(event: EventRow, kept: PayloadRow): boolean {
  try {
    return commitmentTo(canonicalJson(kept.payload), kept.salt).equals(event.commitment);
  } catch {
    return false; // a number too large for JSON as we write it: none of ours
  }
}
