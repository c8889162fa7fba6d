/** What every page of one's own complaint begins with: a browser that has shown its code. Anybody else is asked for it. */
import { seeOther } from '../../../design/index.ts';
import type { Complainant } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Complaint } from '../../rules/complaint.ts';
import { readTrackingNumber, showTrackingNumber } from '../../rules/tracking-number.ts';
import { loadComplaint } from '../../store/complaints.ts';
import { keepOpen, openComplaints } from './session.ts';
import { type FollowWords, wordsIn } from './words.ts';

export interface Opened {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly language: Language;
  readonly words: FollowWords;
  readonly now: Moment;
  readonly complaint: Complaint;
  readonly actor: Complainant;
  /** 123-456-7890 */
  readonly shownNumber: string;
  /** The address of the complaint's page. */
  readonly path: string;
}

/** Such a page is in nobody's cache and in no search engine (the frame says noindex by itself). */
export const PRIVATE = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' } as const;

/**
 * The complaint is looked for among those this browser has opened, never by its number: so a number says nothing about whether
 * there is such a complaint.
 */
export function onOwn(answer: (opened: Opened) => Response | Promise<Response>): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const number = readTrackingNumber(c.req.param('trackingNumber') ?? '');
    const complaint = number && (await ownComplaint(c, number));
    if (!number || !complaint) return privately(seeOther(c, number ? `/follow?number=${number}` : '/follow'));
    keepOpen(c, complaint.id);
    const [tools, language] = [c.get('tools'), c.get('language')];
    const response = await answer({
      c,
      tools,
      language,
      words: wordsIn(language),
      now: tools.clock.now(),
      complaint,
      actor: { kind: 'complainant', complaintId: complaint.id },
      shownNumber: showTrackingNumber(number),
      path: `/follow/${number}`,
    });
    return privately(response);
  };
}

async function ownComplaint(c: WebContext, number: string): Promise<Complaint | undefined> {
  for (const id of openComplaints(c)) {
    const complaint = await loadComplaint(c.get('tools').db, id);
    if (complaint?.trackingNumber === number) return complaint;
  }
  return undefined;
}

/** Also redirects and refusals: their cookies and addresses are nobody else's. */
export function privately(response: Response): Response {
  for (const [name, value] of Object.entries(PRIVATE)) response.headers.set(name, value);
  return response;
}
