/** A line of an agreement this officer works on, with what every page about it shows. */
import { lawBook } from '../../../law/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type LightRule, type Lit, lightOf, litDay } from '../../rules/light.ts';
import type { Line } from '../../rules/line.ts';
import { lightRuleOn } from '../../rules/numbers.ts';
import { loadLineByOrdinal } from '../../store/lines.ts';
import { type OpenedAgreement, onAgreement } from '../opened.tsx';
import { ordinalOf } from './addresses.ts';
import { type LineWords, wordsIn } from './words.ts';

export interface OpenedLine extends OpenedAgreement {
  readonly line: Line;
  readonly lit: Lit;
  readonly rule: LightRule;
  /** `/desk/agreements/RK-2026-0001/lines/7` */
  readonly here: string;
  readonly words: LineWords;
}

export function onLine(answer: (opened: OpenedLine) => Promise<Response>): (c: WebContext) => Promise<Response> {
  return onAgreement(async (opened) => {
    const { c, tools, agreement, today, path, language } = opened;
    const ordinal = ordinalOf(c.req.param('ordinal'));
    const line = ordinal === undefined ? undefined : await loadLineByOrdinal(tools.db, agreement.id, ordinal);
    if (!line) return c.notFound();
    const rule = lightRuleOn(await lawBook(tools), today);
    const lit = lightOf(line, litDay(agreement, today), rule);
    return answer({ ...opened, line, lit, rule, here: `${path}/lines/${line.ordinal}`, words: wordsIn(language) });
  });
}
