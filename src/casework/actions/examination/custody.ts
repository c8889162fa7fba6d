/** What happens to a piece of evidence after it was taken in, line by line; and the check whether its bytes are still those handed in. */
import { createHash } from 'node:crypto';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { type Day, dayOf, Temporal } from '../../../kernel/time.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import { decision } from '../../rules/decision.ts';
import { type CustodyAct, type EvidenceFile, refusalToRecord } from '../../rules/examination/evidence.ts';
import { mayRecord } from '../../rules/examination/permissions.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { custodyOf, insertCustody, loadEvidenceItem } from '../../store/examination/evidence.ts';
import { decide } from '../decide.ts';

interface Target {
  readonly caseId: string;
  readonly evidenceId: string;
}

export function recordCustody(
  tools: Tools,
  actor: Actor,
  target: Target,
  line: {
    readonly act: Exclude<CustodyAct, 'received' | 'checked'>;
    readonly onDay: Day;
    readonly party: string;
    readonly reason: string;
  },
) {
  return decide(tools, actor, { caseId: target.caseId, version: null }, async (file, { at }, tx) => {
    const item = await loadEvidenceItem(tx, file.id, target.evidenceId);
    if (!item) return refuse('case.evidence-absent');
    if (!mayRecord(file, actor)) return refuse('case.not-yours');
    if (Math.max(line.party.length, line.reason.length) > LONGEST_TEXT) return refuse('case.text-too-long');
    if (Temporal.PlainDate.compare(line.onDay, dayOf(at, file.zone)) > 0) return refuse('case.day-in-future');
    const chain = await custodyOf(tx, file.id, item.id);
    const refusal = refusalToRecord(chain, line);
    if (refusal) return refuse(refusal);
    const no = chain.length + 1;
    await insertCustody(tx, file.id, item.id, {
      no,
      act: line.act,
      at,
      onDay: line.onDay,
      by: actorReference(actor),
      party: line.party.trim(),
      reason: line.reason.trim(),
      isIntact: null,
    });
    return decision(file, {
      events: [{ type: 'custody-recorded', payload: { evidence: item.id, evidenceNo: item.no, no, act: line.act } }],
    });
  });
}

/** Computes the digest of the stored bytes anew and records whether they are the ones handed in. @returns whether they are */
export async function checkEvidence(tools: Tools, actor: Actor, target: Target): Promise<Result<boolean, CaseRefusal>> {
  const found = await loadEvidenceItem(tools.db, target.caseId, target.evidenceId);
  // Read outside the transaction: 25 MB take a while and the bytes do not change.
  const isIntact = found?.file ? await isAsHandedIn(tools, found.file) : false;
  const decided = await decide(tools, actor, { caseId: target.caseId, version: null }, async (file, { at }, tx) => {
    const item = await loadEvidenceItem(tx, file.id, target.evidenceId);
    if (!item) return refuse('case.evidence-absent');
    if (!item.file) return refuse('case.no-file-here');
    if (!mayRecord(file, actor)) return refuse('case.not-yours');
    const no = (await custodyOf(tx, file.id, item.id)).length + 1;
    const line = { no, act: 'checked' as const, at, onDay: dayOf(at, file.zone), by: actorReference(actor) };
    await insertCustody(tx, file.id, item.id, { ...line, party: '', reason: '', isIntact });
    return decision(file, {
      events: [
        {
          type: 'evidence-checked',
          payload: { evidence: item.id, evidenceNo: item.no, no, intact: isIntact, sha256: item.file.sha256 },
        },
      ],
    });
  });
  return decided.ok ? { ok: true, value: isIntact } : decided;
}

/** A file that is gone, cannot be opened or has other bytes is not as it was handed in; which of them, the log says. */
async function isAsHandedIn(tools: Tools, file: EvidenceFile): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const piece of await openFile(tools, file.fileKey)) hash.update(piece as Uint8Array);
  } catch (error) {
    tools.log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'a file of evidence cannot be read');
    return false;
  }
  return hash.digest('hex') === file.sha256;
}
