/** What the pages of those who lead begin with: who asks, and about which government or office. */
import { type Agency, agenciesByIds, officersOnly } from '../../../../directory/index.ts';
import type { Officer } from '../../../../kernel/actor.ts';
import type { Language } from '../../../../kernel/language.ts';
import { type Day, dayOf, type Moment } from '../../../../kernel/time.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import type { Tools } from '../../../../platform/tools.ts';
import { leadingPositions } from '../../../rules/public/leading.ts';
import { zoneOf } from '../opened-government.ts';
import { type LeaderWords, leaderWordsIn } from './words.ts';

export const LEADER = '/desk/leader';

export interface AskedLeader {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly actor: Officer;
  readonly language: Language;
  readonly words: LeaderWords;
  readonly now: Moment;
  readonly today: Day;
  /** The government or office looked at, and all that this officer may look at. */
  readonly agency: Agency;
  readonly agencies: readonly Agency[];
}

/** The agency of the address, or the first the officer leads. Anybody who leads none has no such page. */
export function onLeading(answer: (asked: AskedLeader) => Promise<Response>) {
  return officersOnly(async ({ c, tools, actor, language, now }) => {
    const ids = [...new Set(leadingPositions(actor).map(({ agencyId }) => agencyId))];
    const known = await agenciesByIds(tools.db, ids);
    const agencies = ids.flatMap((id) => known.get(id) ?? []);
    const typed = c.req.query('agency');
    const agency = typed === undefined ? agencies[0] : agencies.find(({ code }) => code === typed);
    if (!agency) return c.notFound();
    const today = dayOf(now, zoneOf(agency));
    return answer({ c, tools, actor, language, words: leaderWordsIn(language), now, today, agency, agencies });
  });
}
