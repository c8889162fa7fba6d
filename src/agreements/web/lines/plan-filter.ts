/** The filter of a plan as it stands in the address, and what it leaves. */

import type { Day } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { idOf, oneOf, wordsOf } from '../../../platform/http/query.ts';
import { LIGHTS, type Light, type LightRule, type Lit, lightOf } from '../../rules/light.ts';
import type { Line } from '../../rules/line.ts';
import { isPromised } from '../../rules/lines/since-signing.ts';
import { awaitsConfirmation } from '../../rules/permissions.ts';

export interface PlanFilter {
  readonly q: string;
  readonly programme: string | undefined;
  readonly owner: string | undefined;
  readonly light: Light | undefined;
  readonly year: number | undefined;
  readonly priority: boolean;
  readonly waiting: boolean;
  readonly dropped: boolean;
}

export function planFilter(c: WebContext): PlanFilter {
  const year = c.req.query('year') ?? '';
  const programme = c.req.query('programme') ?? '';
  return {
    q: wordsOf(c),
    programme: /^[a-z][a-z0-9-]{1,40}$/.test(programme) ? programme : undefined,
    owner: idOf(c, 'owner'),
    light: oneOf(LIGHTS, c.req.query('light')),
    year: /^\d{4}$/.test(year) ? Number(year) : undefined,
    priority: c.req.query('priority') === 'yes',
    waiting: c.req.query('waiting') === 'yes',
    dropped: c.req.query('dropped') === 'yes',
  };
}

export interface LitLine {
  readonly line: Line;
  readonly lit: Lit;
}

export const waits = (line: Line): boolean => line.state === 'reported' || (line.state === 'running' && awaitsConfirmation(line));

/** Lines with their light today that the filter leaves, in the order of the plan. */
export function linesLeft(lines: readonly Line[], filter: PlanFilter, today: Day, rule: LightRule): readonly LitLine[] {
  const words = filter.q.toLocaleLowerCase('id');
  return lines
    .filter(
      (line) =>
        (filter.dropped || isPromised(line)) &&
        (filter.programme === undefined || line.programme === filter.programme) &&
        (filter.owner === undefined || line.owner.agencyPath.includes(filter.owner)) &&
        (filter.year === undefined || line.year === filter.year) &&
        (!filter.priority || line.isPriority) &&
        (!filter.waiting || waits(line)) &&
        (words === '' || `${line.activity} ${line.indicator} ${line.output}`.toLocaleLowerCase('id').includes(words)),
    )
    .map((line) => ({ line, lit: lightOf(line, today, rule) }))
    .filter(({ line, lit }) => filter.light === undefined || (line.state !== 'dropped' && lit.light === filter.light));
}
