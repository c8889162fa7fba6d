/** What every page of the desk begins with: a signed-in officer, and a complaint this officer may see. */
import { EmptyState, LinkButton, page } from '../../../design/index.ts';
import type { Officer } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { sendToSignIn, signedInPersonId } from '../../../platform/sign-in/index.ts';
import type { Tools } from '../../../platform/tools.ts';
import { nationalDesk } from '../../actions/offices.ts';
import type { Complaint } from '../../rules/complaint.ts';
import { readTrackingNumber } from '../../rules/tracking-number.ts';
import { viewOf } from '../../rules/visibility.ts';
import { loadByTrackingNumber } from '../../store/complaints.ts';
import { type DeskWords, wordsIn } from './words.ts';

type Answer = Response | Promise<Response>;

export interface Asked {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly actor: Officer;
  readonly language: Language;
  readonly words: DeskWords;
  readonly now: Moment;
}

export interface Opened extends Asked {
  readonly complaint: Complaint;
  /** The address of the complaint's file. */
  readonly path: string;
  /** The agency of the national desk. */
  readonly nationalDeskId: string;
}

/** Officers only: anybody else is sent to sign in, whatever the address, so that no address tells anything. */
export function forOfficers(answer: (asked: Asked) => Answer): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const actor = c.get('actor');
    const [tools, language] = [c.get('tools'), c.get('language')];
    const words = wordsIn(language);
    if (actor.kind === 'officer') return answer({ c, tools, actor, language, words, now: tools.clock.now() });
    if ((await signedInPersonId(c)) !== null) return withoutPosition(c, words);
    return sendToSignIn(c);
  };
}

/** Signed in, but today no position is in force. Sending them to sign in again would go in circles. */
function withoutPosition(c: WebContext, words: DeskWords): Promise<Response> {
  return page(
    c,
    { title: words.noPosition, status: 403 },
    <>
      <h1>{words.noPosition}</h1>
      <EmptyState title={words.noPositionWhy} action={<LinkButton href="/account">{words.toAccount}</LinkButton>}>
        <p>{words.noPositionNext}</p>
      </EmptyState>
    </>,
  );
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
