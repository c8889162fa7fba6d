/**
 * Many lines of one plan are changed in one transaction, as a table does it: each is judged by itself, with what rules need to know read once, and written
 * together with the others. Nobody is told line by line; the caller tells the parties once (`tellOfPlan`).
 */
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Line } from '../../rules/line.ts';
import { type Rewrite, type Rewritten, rewriteLine } from '../../rules/lines/rewrite.ts';
import { isInside } from '../../rules/visibility.ts';
import { shareAgreementOfLine } from '../../store/agreements.ts';
import { rewriteLines } from '../../store/lines/rewrite-lines.ts';
import { lockLines } from '../../store/lines.ts';
import type { LineTarget } from '../change.ts';
import type { Refused } from '../create-agreement.ts';
import { lineFacts } from './line-facts.ts';

export interface LineEdit extends LineTarget, Rewrite {}

/**
 * A line that is refused stands in nobody's way: the others are written. Lines are locked in one order and before anything is appended to the file of the
 * agreement, so that two who do this at once wait for each other and never for ever.
 *
 * @param edits of lines of one plan, no line twice
 * @returns by edit, in their order: the line (unchanged when it said all that already), or every flaw of it
 */
export async function editLinesIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  edits: readonly LineEdit[],
): Promise<readonly Result<Line, readonly Refused[]>[]> {
  const agreement = edits[0] && (await shareAgreementOfLine(tx, edits[0].lineId));
  const no = (code: Refused['code']) => refuse([{ code, field: 'activity' }]);
  if (!agreement || !(actor.kind === 'system' || isInside(actor, agreement))) return edits.map(() => no('agreement.line-absent'));
  const ids = edits.map(({ lineId }) => lineId);
  const lines = new Map((await lockLines(tx, agreement.id, ids)).map((line) => [line.id, line]));
  const facts = await lineFacts(
    tx,
    edits.map(({ order }) => order),
  );
  const at = tools.clock.now();
  const rewriter = { actor, at, newId: () => tools.random.id(), facts };
  const judged = edits.map((edit): Result<Rewritten | Line, readonly Refused[]> => {
    const line = lines.get(edit.lineId);
    if (!line) return no('agreement.line-absent');
    if (edit.version !== null && edit.version !== line.version) return no('agreement.line-moved-on');
    const rewritten = rewriteLine(line, agreement, edit, rewriter);
    return rewritten.ok ? { ok: true, value: rewritten.value ?? line } : rewritten;
  });
  const rewritten = judged.flatMap((each) => (each.ok && 'next' in each.value ? [each.value] : []));
  const saved = new Map((await rewriteLines(tools, tx, agreement.id, rewritten, { at, actor })).map((line) => [line.id, line]));
  return judged.map((each) => {
    if (!each.ok) return each;
    const line = 'next' in each.value ? saved.get(each.value.next.id) : each.value;
    return { ok: true, value: line as Line };
  });
}
