/** A government as the pages of its evaluation know it, for those who may read its figures before they are public. */
import { type Agency, ombudsmanOfficeFor, zoneOfRegion } from '../../../directory/index.ts';
import { dayOf, type Zone } from '../../../kernel/time.ts';
import { type Government, governmentOfRegion, reviewerOf } from '../../actions/rad/places.ts';
import { isEvaluator, speaksFor } from '../../rules/rad/evaluation.ts';
import { readingPositions } from '../../rules/visibility.ts';
import { governmentPath } from './addresses.ts';
import type { AskedRad } from './asked.ts';

export interface OpenedGovernment extends AskedRad {
  readonly government: Government;
  readonly evaluator: Agency;
  readonly zone: Zone;
  readonly year: number;
  readonly path: string;
  readonly isEvaluator: boolean;
  readonly speaks: boolean;
}

/** Who reads the figures of a government before they are public: its own officers, its evaluator, the ministry, the Ombudsman's office for its region. */
async function mayRead(asked: AskedRad, government: Government, evaluates: boolean): Promise<boolean> {
  if (evaluates || asked.isMinistry) return true;
  const office = await ombudsmanOfficeFor(asked.tools.db, government.regionCode);
  return readingPositions(asked.actor).some(
    ({ governmentId, agencyId }) => governmentId === government.agency.id || office.path.includes(agencyId),
  );
}

export function onGovernment(answer: (opened: OpenedGovernment) => Promise<Response>): (asked: AskedRad) => Promise<Response> {
  return async (asked) => {
    const { c, tools, actor, now } = asked;
    const government = await governmentOfRegion(tools.db, c.req.param('region') ?? '');
    const evaluator = government && (await reviewerOf(tools.db, government));
    if (!government || !evaluator) return c.notFound();
    const evaluates = isEvaluator(actor, { evaluatorId: evaluator.id, level: government.level });
    if (!(await mayRead(asked, government, evaluates))) return c.notFound();
    const zone = zoneOfRegion(government.regionCode);
    const typed = c.req.param('year') ?? String(dayOf(now, zone).year);
    if (!/^2\d{3}$/.test(typed)) return c.notFound();
    const year = Number(typed);
    return answer({
      ...{ ...asked, government, evaluator, zone, year, path: governmentPath(government.regionCode, year) },
      ...{ isEvaluator: evaluates, speaks: speaksFor(actor, government.agency.id) },
    });
  };
}
