/** One report of an example line with its paper, and what the other side says to it a week later. */
import type { Day } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { judgeReport, type Verdict } from '../actions/lines/judge-report.ts';
import { reportProgress } from '../actions/lines/report-progress.ts';
import type { Line } from '../rules/line.ts';
import { actor, examplePaper, must, onDay } from './stage.ts';

type Account = `${string}@${string}`;

export interface Reported {
  readonly asOf: Day;
  readonly achieved: string;
  readonly text: string;
  readonly isLast?: boolean;
  readonly owner: Account;
  readonly judge: Account;
  /** Left out = it still waits. */
  readonly verdict?: Verdict | undefined;
}

export async function report(tools: Tools, line: Pick<Line, 'id' | 'activity'>, told: Reported): Promise<void> {
  const { asOf, achieved, text } = told;
  const at = onDay(tools, asOf);
  must(
    await reportProgress(
      at,
      await actor(at, told.owner),
      { lineId: line.id, version: null },
      {
        ...{ asOf, achieved, text, isLast: told.isLast ?? false, forPublic: true },
        evidence: [await examplePaper(`Bukti ${asOf}: ${line.activity} (contoh)`, asOf)],
      },
    ),
  );
  if (!told.verdict) return;
  const later = onDay(tools, asOf.add({ days: 7 }));
  const said = told.verdict === 'return' ? 'Mohon dilampirkan keputusan standar pelayanannya (contoh).' : '';
  const judged = { verdict: told.verdict, text: said };
  must(await judgeReport(later, await actor(later, told.judge), { lineId: line.id, version: null }, judged));
}
