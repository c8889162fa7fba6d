/** What every page of the desk begins with: a signed-in officer, and a complaint this officer may see. */
import { type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { nationalDesk } from '../../actions/offices.ts';
import type { Complaint } from '../../rules/complaint.ts';
import { readTrackingNumber } from '../../rules/tracking-number.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadByTrackingNumber } from '../../store/complaints.ts';
import { type DeskWords, wordsIn } from './words.ts';

type Answer = Response | Promise<Response>;

export interface Asked extends OfficerAsked {
  readonly words: DeskWords;
}

export interface Opened extends Asked {
  readonly complaint: Complaint;
  /** The address of the complaint's file. */
  readonly path: string;
  /** The agency of the national desk. */
  readonly nationalDeskId: string;
}

/** See `officersOnly`. */
export function forOfficers(answer: (asked: Asked) => Answer): (c: WebContext) => Promise<Response> {
  return officersOnly((asked) => answer({ ...asked, words: wordsIn(asked.language) }));
}

/** Opens the complaint of the address. One that the officer may not see answers exactly like an unknown number. */
export function onComplaint(answer: (opened: Opened) => Answer): (c: WebContext) => Promise<Response> {
  return forOfficers(async (asked) => {
    const { c, tools, actor } = asked;
    const number = readTrackingNumber(c.req.param('trackingNumber') ?? '');
    const complaint = number && (await loadByTrackingNumber(tools.db, number));
    if (!complaint || viewOf(complaint, actor) !== 'officer') return c.notFound();
    const { agencyId: nationalDeskId } = await nationalDesk(tools);
    return answer({ ...asked, complaint, path: pathOf(complaint), nationalDeskId });
  });
}

export function pathOf(complaint: Pick<Complaint, 'trackingNumber'>): string {
  return `/desk/complaints/${complaint.trackingNumber}`;
}
