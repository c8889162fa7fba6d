/** The owner reports how far a line is, with evidence. Files are looked at and stored before the transaction; of a report that is refused none stays. */
import { type Actor, actorReference, positionsWith } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import type { FileRefusal, StoredFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Amount, Line } from '../../rules/line.ts';
import { EVIDENCE_FILES, flawsOfReport, isShort } from '../../rules/lines/report.ts';
import { moveLine } from '../../rules/move-line.ts';
import type { AgreementRefusal } from '../../rules/refusals.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { countEvidence, insertUpdate } from '../../store/lines/updates.ts';
import { loadLine } from '../../store/lines.ts';
import { changeLineIn, type LineTarget } from '../change.ts';
import { type Incoming, keepOrRemove, recordFileIn, takeForAgreement } from '../files/attach-file.ts';
import { tellSides } from './tell-sides.ts';

export interface ReportOrder {
  readonly asOf: Day;
  readonly achieved: Amount;
  readonly text: string;
  /** Everything the line promised is done. */
  readonly isLast: boolean;
  /** Why it ends below its final target; needed of a last report that does, kept of no other. */
  readonly shortfall?: string;
  /** The evidence may be shown to the public once the report is confirmed. */
  readonly forPublic: boolean;
  readonly evidence: readonly Incoming[];
}

export interface RefusedReport {
  readonly code: AgreementRefusal | FileRefusal;
  readonly field: string;
}

/** @returns the line, or every flaw at once; nothing is written or kept then */
export async function reportProgress(
  tools: Tools,
  actor: Actor,
  target: LineTarget,
  order: ReportOrder,
): Promise<Result<Line, readonly RefusedReport[]>> {
  const early = await beforeFiles(tools, actor, target, order);
  if (early.length > 0) return refuse(early);
  const stored: StoredFile[] = [];
  return keepOrRemove(tools, stored, async () => {
    for (const upload of order.evidence) {
      const taken = await takeForAgreement(tools, 'evidence', upload);
      if (!taken.ok) return refuse([{ code: taken.refusal, field: 'evidence' }]);
      stored.push(taken.value);
    }
    return record(tools, actor, target, order, stored);
  });
}

/** What can be said without looking at the files, which costs much more. */
async function beforeFiles(
  tools: Tools,
  actor: Actor,
  { lineId, version }: LineTarget,
  order: ReportOrder,
): Promise<readonly RefusedReport[]> {
  const line = await loadLine(tools.db, lineId);
  const agreement = line && (await loadAgreement(tools.db, line.agreementId));
  if (!line || !agreement) return [{ code: 'agreement.line-absent', field: 'achieved' }];
  if (version !== null && version !== line.version) return [{ code: 'agreement.line-moved-on', field: 'achieved' }];
  const at = tools.clock.now();
  const report = { ...order, files: order.evidence.length, shortfall: order.shortfall ?? '' };
  const flaws: RefusedReport[] = [...flawsOfReport(line, report, dayOf(at, agreement.zone))];
  const moved = moveLine(line, agreement, order.isLast ? 'report-last' : 'report', { at, actor, text: order.text });
  if (!moved.ok) flaws.push({ code: moved.refusal, field: isOfText(moved.refusal) ? 'text' : 'achieved' });
  return order.evidence.length > EVIDENCE_FILES ? flaws.filter(({ field }) => field === 'evidence') : flaws;
}

const OF_TEXT: readonly AgreementRefusal[] = ['agreement.text-missing', 'agreement.text-too-long', 'agreement.personal-data'];
const isOfText = (code: AgreementRefusal) => OF_TEXT.includes(code);

async function record(
  tools: Tools,
  actor: Actor,
  target: LineTarget,
  order: ReportOrder,
  stored: readonly StoredFile[],
): Promise<Result<Line, readonly RefusedReport[]>> {
  let flaws: readonly RefusedReport[] = [];
  const done = await orRollBack<Line, AgreementRefusal>(tools, async (tx) =>
    changeLineIn(tools, tx, actor, target, async (line, agreement, { at, newId }) => {
      const shortfall = order.shortfall ?? '';
      flaws = flawsOfReport(line, { ...order, files: stored.length, shortfall }, dayOf(at, agreement.zone));
      if (flaws.length > 0) return refuse('agreement.not-now');
      const moved = moveLine(line, agreement, order.isLast ? 'report-last' : 'report', { at, actor, text: order.text });
      if (!moved.ok) return moved;
      const id = newId();
      await insertUpdate(tx, {
        ...{
          agreementId: agreement.id,
          lineId: line.id,
          id,
          asOf: order.asOf,
          achieved: order.achieved,
          text: order.text.trim(),
        },
        ...{ isLast: order.isLast, author: actorReference(actor), agencyId: agencyOf(actor, line), at, state: 'reported' },
        ...{ judgedBy: null, judgedAt: null, judgedText: null, forPublic: order.forPublic },
        shortfall: isShort(line, order) ? shortfall.trim() : '',
      });
      for (const file of stored)
        await recordFileIn(
          tools,
          tx,
          actor,
          { agreementId: agreement.id, kind: 'evidence', partId: id, title: '', isPublic: false },
          file,
          at,
        );
      const next: Line = {
        ...moved.value.line,
        reported: { amount: order.achieved, on: order.asOf },
        evidenceCount: await countEvidence(tx, agreement.id, line.id),
      };
      await tellSides(tools, tx, actor, next, agreement, { purpose: 'agreement.line-reported', sides: ['other'], about: id });
      const { type, payload } = moved.value.event;
      const said = { update: id, asOf: order.asOf.toString(), achieved: order.achieved, files: stored.length };
      return { ok: true, value: { next, events: [{ type, payload: { ...payload, ...said } }] } };
    }),
  );
  return done.ok ? done : refuse(flaws.length > 0 ? flaws : [{ code: done.refusal, field: 'achieved' }]);
}

/** The office the report comes from: where its author holds the capability, nearest to the owner. */
function agencyOf(actor: Actor, line: Line): string | null {
  const held = positionsWith(actor, 'agreement.progress').filter(({ agencyId }) => line.owner.agencyPath.includes(agencyId));
  return held.toSorted((a, b) => b.agencyPath.length - a.agencyPath.length)[0]?.agencyId ?? null;
}
