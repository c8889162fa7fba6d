/** What every public page about one agreement begins with: an agreement that anyone may read. */
import type { Language } from '../../../kernel/language.ts';
import { type Day, dayOf, type Moment } from '../../../kernel/time.ts';
import { type LawBook, lawBook } from '../../../law/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { WarnDays } from '../../rules/in-force.ts';
import { agreementKind } from '../../rules/kinds.ts';
import type { LightRule } from '../../rules/light.ts';
import { lightRuleOn, warnDaysOn } from '../../rules/numbers.ts';
import { isPublic } from '../../rules/visibility.ts';
import { loadAgreementByCode } from '../../store/agreements.ts';
import { type PublicWords, publicWordsIn } from './words.ts';

export interface OpenedPublic {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly language: Language;
  readonly words: PublicWords;
  readonly now: Moment;
  readonly agreement: Agreement;
  /** Today where the agreement is. */
  readonly today: Day;
  readonly law: LawBook;
  readonly rule: LightRule;
  readonly warnDays: WarnDays;
}

/**
 * A commitment is public from the day signing begins: everybody sees who has not signed yet. Every other kind is public once it is signed.
 */
export function isOpenToPublic(agreement: Pick<Agreement, 'kind' | 'state'>): boolean {
  return isPublic(agreement) || (agreement.state === 'signing' && agreementKind(agreement.kind).manyHands);
}

/** Absent and not public look alike. */
export function onPublic(
  answer: (opened: OpenedPublic) => Response | Promise<Response>,
  open: (agreement: Agreement) => boolean = isPublic,
): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const [tools, language] = [c.get('tools'), c.get('language')];
    const agreement = await loadAgreementByCode(tools.db, c.req.param('code') ?? '');
    if (!agreement || !open(agreement)) return c.notFound();
    const now = tools.clock.now();
    const today = dayOf(now, agreement.zone);
    const law = await lawBook(tools, tools.db);
    const words = publicWordsIn(language);
    return answer({
      ...{ c, tools, language, words, now, agreement, today, law },
      ...{ rule: lightRuleOn(law, today), warnDays: warnDaysOn(law, today) },
    });
  };
}
