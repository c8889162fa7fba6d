/** What every page about one case begins with: a signed-in officer of the Ombudsman, and a case this officer may see. */
import { type OfficerAsked, officersOnly } from '../../directory/index.ts';
import { isUuid } from '../../kernel/ids.ts';
import type { WebContext } from '../../platform/http/env.ts';
import type { Case } from '../rules/case.ts';
import { viewOf } from '../rules/visibility.ts';
import { loadCase } from '../store/cases.ts';
import { type CaseFrameWords, frameWordsIn } from './frame-words.ts';

type Answer = Response | Promise<Response>;

export const CASES = '/desk/cases';
export const casePath = (file: Pick<Case, 'id'>): string => `${CASES}/${file.id}`;

export interface OpenedCase extends OfficerAsked {
  readonly file: Case;
  /** `/desk/cases/:id` */
  readonly path: string;
  readonly frame: CaseFrameWords;
}

/** A case this officer may see; another one answers exactly like one that does not exist. Officers without a position, visitors: see `officersOnly`. */
export function onCase(answer: (opened: OpenedCase) => Answer): (c: WebContext) => Promise<Response> {
  return officersOnly(async (asked) => {
    const { c, tools, actor, language } = asked;
    const id = c.req.param('id') ?? '';
    const file = isUuid(id) ? await loadCase(tools.db, id) : undefined;
    if (!file || viewOf(file, actor) !== 'officer') return c.notFound();
    return answer({ ...asked, file, path: casePath(file), frame: frameWordsIn(language) });
  });
}

/** The version a form was made from. A form without one (nobody's browser sends that) counts as made from an older one. */
export function versionOf(text: string | undefined): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}
