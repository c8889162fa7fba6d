/** What every page of reports begins with: an officer of the Ombudsman, and an office they may see the figures of. */
import {
  type Agency,
  agenciesByIds,
  agenciesUnder,
  type OfficerAsked,
  officersOnly,
  zoneOfRegion,
} from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { type Day, dayOf, Temporal, type Zone } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { mayReportOn, workingPositions } from '../../rules/reports/reach.ts';
import { firstRegistered } from '../../store/reports/office-figures.ts';

type Answer = Response | Promise<Response>;

export interface AskedOffice extends OfficerAsked {
  readonly office: Agency;
  /** Offices the actor may choose among, in the order of the tree. */
  readonly offices: readonly Agency[];
  readonly zone: Zone;
  readonly today: Day;
}

export function zoneOfOffice(office: Pick<Agency, 'regionCode'>): Zone {
  return office.regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(office.regionCode);
}

/**
 * The office of the address (`?office=`), or the one the officer works at. For everyone without a position that does casework the page is
 * not there, and an office they may not see answers like one that does not exist.
 */
export function onOffice(answer: (asked: AskedOffice) => Answer): (c: WebContext) => Promise<Response> {
  return officersOnly(async (asked) => {
    const { c, tools, actor, now } = asked;
    const held = workingPositions(actor);
    const [first] = held;
    if (!first) return c.notFound();
    const wanted = c.req.query('office') ?? first.agencyId;
    const office = isUuid(wanted) ? (await agenciesByIds(tools.db, [wanted])).get(wanted) : undefined;
    if (!office || !mayReportOn(actor, office)) return c.notFound();
    const below = await Promise.all(held.map(({ agencyId }) => agenciesUnder(tools.db, agencyId)));
    const offices = [...new Map(below.flat().map((each) => [each.id, each])).values()];
    const zone = zoneOfOffice(office);
    return answer({ ...asked, office, offices, zone, today: dayOf(now, zone) });
  });
}

/** Whether anything earlier than the day can be on record, for links to the time before: without an end nobody stops following them. */
export async function hasEarlier({ tools }: AskedOffice, officeIds: readonly string[], day: Day): Promise<boolean> {
  const first = await firstRegistered(tools.db, officeIds);
  return first !== null && Temporal.PlainDate.compare(first, day) < 0;
}

/** The office and, when asked, those below it. */
export function officesCounted({ office, offices, c }: AskedOffice): readonly string[] {
  if (c.req.query('below') !== 'yes') return [office.id];
  return offices.filter(({ path }) => path.includes(office.id)).map(({ id }) => id);
}

/** An address with what is chosen, without what is empty. */
export function address(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.append(name, value);
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** A place in a list by moment and id, as `2026-03-17T02:00:00Z_ID`; `null` for the beginning, and for what is none. */
export function afterIn(text: string | undefined): { readonly at: string; readonly id: string } | null {
  const [at = '', id = ''] = (text ?? '').split('_');
  if (!isUuid(id) || !/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at)) return null;
  try {
    return { at: Temporal.Instant.from(at).toString(), id };
  } catch {
    return null;
  }
}
