/** What every public page about a government or an office begins with. */
import { type Agency, agencyByCode, zoneOfRegion } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Day, dayOf, type Moment, type Zone } from '../../../kernel/time.ts';
import { type LawBook, lawBook } from '../../../law/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { WarnDays } from '../../rules/in-force.ts';
import type { LightRule } from '../../rules/light.ts';
import { lightRuleOn, warnDaysOn } from '../../rules/numbers.ts';
import { governmentPath } from './addresses.ts';
import { type PublicWords, publicWordsIn } from './words.ts';

export interface OpenedGovernment {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly language: Language;
  readonly words: PublicWords;
  readonly now: Moment;
  /** A government, or an office of one. */
  readonly agency: Agency;
  readonly path: string;
  /** Today where it is. */
  readonly today: Day;
  readonly law: LawBook;
  readonly rule: LightRule;
  readonly warnDays: WarnDays;
}

export function onGovernment(answer: (opened: OpenedGovernment) => Response | Promise<Response>) {
  return async (c: WebContext): Promise<Response> => {
    const [tools, language] = [c.get('tools'), c.get('language')];
    const agency = await agencyByCode(tools.db, c.req.param('agency') ?? '');
    if (!agency || !isOneOfThem(agency)) return c.notFound();
    const now = tools.clock.now();
    const today = dayOf(now, zoneOf(agency));
    const law = await lawBook(tools, tools.db);
    return answer({
      ...{ c, tools, language, words: publicWordsIn(language), now, agency, path: governmentPath(agency.code), today, law },
      ...{ rule: lightRuleOn(law, today), warnDays: warnDaysOn(law, today) },
    });
  };
}

/** The Ombudsman itself is the other side of all of them: its page is the register. */
export function isOneOfThem(agency: Pick<Agency, 'kind'>): boolean {
  return agency.kind !== 'ombudsman' && agency.kind !== 'ombudsman-office';
}

export function zoneOf(agency: Pick<Agency, 'regionCode'>): Zone {
  return agency.regionCode === null ? 'Asia/Jakarta' : zoneOfRegion(agency.regionCode);
}
