/** One line of an agreement somebody sees from inside: for the pages below a line's own page. */
import type { WebContext } from '../../../platform/http/env.ts';
import type { Line } from '../../rules/line.ts';
import { loadLineByOrdinal } from '../../store/lines.ts';
import { type OpenedAgreement, onAgreement } from '../opened.tsx';

export interface OpenedLine extends OpenedAgreement {
  readonly line: Line;
  /** `/desk/agreements/RK-2026-0001/lines/3` */
  readonly linePath: string;
}

export const LINE_PATH = '/desk/agreements/:code{[A-Z]{2,4}-[0-9]{4}-[0-9]{4,}}/lines/:ordinal{[0-9]{1,6}}';

export function onLine(answer: (opened: OpenedLine) => Response | Promise<Response>): (c: WebContext) => Promise<Response> {
  return onAgreement(async (opened) => {
    const { c, tools, agreement, path } = opened;
    const ordinal = Number(c.req.param('ordinal'));
    const line = await loadLineByOrdinal(tools.db, agreement.id, ordinal);
    if (!line) return c.notFound();
    return answer({ ...opened, line, linePath: `${path}/lines/${line.ordinal}` });
  });
}
