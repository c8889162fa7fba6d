/** What every desk page about one agreement begins with: a signed-in officer, and an agreement this officer works on. */
import { type OfficerAsked, officersOnly } from '../../directory/index.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import type { WebContext } from '../../platform/http/env.ts';
import type { Agreement } from '../rules/agreement.ts';
import { isInside } from '../rules/visibility.ts';
import { loadAgreementByCode } from '../store/agreements.ts';
import { type AgreementFrameWords, frameWordsIn } from './frame-words.ts';

type Answer = Response | Promise<Response>;

export const AGREEMENTS = '/desk/agreements';
export const agreementPath = ({ code }: Pick<Agreement, 'code'>): string => `${AGREEMENTS}/${code}`;
/** The page anyone may open once it is signed. */
export const publicPath = ({ code }: Pick<Agreement, 'code'>): string => `/agreements/${code}`;

export interface OpenedAgreement extends OfficerAsked {
  readonly agreement: Agreement;
  /** Today where the agreement is. */
  readonly today: Day;
  /** `/desk/agreements/NK-2026-0001` */
  readonly path: string;
  readonly frame: AgreementFrameWords;
}

/** An agreement this officer sees from inside; another one answers exactly like one that does not exist. */
export function onAgreement(answer: (opened: OpenedAgreement) => Answer): (c: WebContext) => Promise<Response> {
  return officersOnly(async (asked) => {
    const { c, tools, actor, language, now } = asked;
    const code = c.req.param('code') ?? '';
    const agreement = /^[A-Z]{2,4}-\d{4}-\d{4,}$/.test(code) ? await loadAgreementByCode(tools.db, code) : undefined;
    if (!agreement || !isInside(actor, agreement)) return c.notFound();
    return answer({
      ...asked,
      agreement,
      today: dayOf(now, agreement.zone),
      path: agreementPath(agreement),
      frame: frameWordsIn(language),
    });
  });
}

/** The version a form was made from. A form without one (nobody's browser sends that) counts as made from an older one. */
export function versionOf(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
