/** What the pages of action plans begin with: an officer who has to do with some, and what stood wrong in a form. */
import type { FieldErrors } from '../../../design/index.ts';
import { agencyById, type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/language.ts';
import type { RefusalText } from '../../../kernel/result.ts';
import { FILE_REFUSALS } from '../../../platform/files/take-file.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { asGovernment, type Government } from '../../actions/rad/places.ts';
import { collectingPlaces } from '../../rules/rad/collection.ts';
import { speaksFor } from '../../rules/rad/evaluation.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import { mayList } from '../../rules/visibility.ts';
import { type RadWords, wordsIn } from './words.ts';

type Answer = Response | Promise<Response>;

export interface AskedRad extends OfficerAsked {
  readonly words: RadWords;
  /** Governments the officer speaks for. */
  readonly own: readonly Government[];
  /** The provinces whose regencies and cities the officer looks after. */
  readonly provinceIds: readonly string[];
  readonly isMinistry: boolean;
}

/** Officers who read agreements at all; for everybody else the page is not there. */
export function onRad(answer: (asked: AskedRad) => Answer): (c: WebContext) => Promise<Response> {
  return officersOnly(async (asked) => {
    const { c, tools, actor, language } = asked;
    if (!mayList(actor)) return c.notFound();
    const roots = [...new Set(actor.positions.map(({ governmentId }) => governmentId))].filter((id) => speaksFor(actor, id));
    const own: Government[] = [];
    for (const id of roots) {
      const government = asGovernment(await agencyById(tools.db, id));
      if (government) own.push(government);
    }
    return answer({ ...asked, ...collectingPlaces(actor), own, words: wordsIn(language) });
  });
}

/** The id in the address, when it can be one. */
export function idIn(c: WebContext, name: string): string | undefined {
  const id = c.req.param(name) ?? '';
  return isUuid(id) ? id : undefined;
}

export interface Again {
  readonly errors: FieldErrors;
  readonly status: 403 | 409 | 422;
}

const TEXTS: Readonly<Record<string, RefusalText>> = { ...AGREEMENT_REFUSALS, ...FILE_REFUSALS };

/** Refusals as errors of the form; `undefined` when nobody may know of what was asked for. */
export function again(
  refused: readonly { readonly code: string; readonly field: string }[],
  language: Language,
): Again | undefined {
  const statuses = refused.map(({ code }) => refusalStatus(TEXTS[code]?.kind ?? 'invalid'));
  if (statuses.includes(404)) return undefined;
  const status = statuses.find((one) => one === 403 || one === 409) ?? 422;
  return {
    status: status as Again['status'],
    errors: refused.map(({ code, field }) => ({ field, message: TEXTS[code]?.[language] ?? code })),
  };
}

/** A year as people type it; 0 when it is none, which every rule refuses. */
export function yearIn(text: string): number {
  return /^\d{4}$/.test(text.trim()) ? Number(text.trim()) : 0;
}
