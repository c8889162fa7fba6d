/** Which lines of a government the address asks for. What means nothing is left out. */
import { address, oneOf } from '../../../platform/http/query.ts';
import { LIGHTS } from '../../rules/light.ts';
import { FATES, type Fate } from '../../rules/public/fate.ts';
import type { Programme } from '../../store/programmes.ts';
import type { PromiseFilter, PromiseScope } from '../../store/public/promises.ts';
import type { OpenedGovernment } from './opened-government.ts';

export type PromiseQuery = {
  readonly [name in 'fate' | 'programme' | 'current' | 'light' | 'priority' | 'moved']?: string | undefined;
};

export interface AskedPromises {
  readonly fate: Fate | undefined;
  readonly programme: Programme | undefined;
  /** The same lines whatever became of them: what the counts by fate are of; `undefined` where no such counts are made. */
  readonly counted: PromiseScope | undefined;
  readonly filter: PromiseFilter;
  readonly query: PromiseQuery;
}

export function askedPromises(
  { c, agency, today }: Pick<OpenedGovernment, 'c' | 'agency' | 'today'>,
  known: readonly Programme[],
): AskedPromises {
  const fate = oneOf(FATES, c.req.query('fate'));
  const light = oneOf(LIGHTS, c.req.query('light'));
  const programme = known.find(({ code }) => code === c.req.query('programme'));
  const isYes = (name: 'current' | 'priority' | 'moved') => c.req.query(name) === 'yes';
  const scope: PromiseScope = {
    ...{ agencyId: agency.id, programme: programme?.code },
    ...(isYes('current') ? { bindingOn: today } : {}),
  };
  const yes = (name: 'current' | 'priority' | 'moved') => (isYes(name) ? { [name]: 'yes' } : {});
  return {
    ...{ fate, programme },
    counted: light || isYes('priority') || isYes('moved') ? undefined : scope,
    filter: {
      ...scope,
      ...(fate ? { fates: [fate] } : {}),
      ...(light ? { light } : {}),
      ...{ priorityOnly: isYes('priority'), movedOnly: isYes('moved') },
    },
    query: {
      ...(fate ? { fate } : {}),
      ...(programme ? { programme: programme.code } : {}),
      ...(light ? { light } : {}),
      ...{ ...yes('current'), ...yes('priority'), ...yes('moved') },
    },
  };
}

/** The list of a page that shows just these. */
export const promiseRows = (path: string, query: PromiseQuery, after?: string): string =>
  `${address(path, { ...query, after })}#promises-rows`;
