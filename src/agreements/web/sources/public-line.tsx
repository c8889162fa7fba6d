/** The same of a line of a signed agreement, as anyone may read it: counts without the complaints behind them. */
import type { Child } from 'hono/jsx';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Line } from '../../rules/line.ts';

export async function publicLineParts(_c: WebContext, _tools: Tools, _line: Line, _language: Language): Promise<Child> {
  return null;
}
