/** What every page about one obligation begins with: an officer, an obligation of the side that asks, and the case behind it for the rules alone. */
import { type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Case } from '../../rules/case.ts';
import type { Obligation } from '../../rules/obligations/obligation.ts';
import { agencyPositions, ombudsmanPositions } from '../../rules/obligations/permissions.ts';
import { loadCase } from '../../store/cases.ts';
import { obligationById } from '../../store/obligations/obligations.ts';
import { type ObligationWords, wordsIn } from './words.ts';

export const OWED = '/desk/owed';
export const FOLLOWED = '/desk/obligations';
export type Desk = typeof OWED | typeof FOLLOWED;

export interface OpenedObligation extends OfficerAsked {
  readonly obligation: Obligation;
  /** Never shown to the agency: it is here so that rules can be asked. */
  readonly file: Case | null;
  readonly desk: Desk;
  readonly path: string;
  readonly words: ObligationWords;
}

type Answer = Response | Promise<Response>;

/** Whoever may not read it here is told that there is none. */
export function onObligation(desk: Desk, answer: (opened: OpenedObligation) => Answer): (c: WebContext) => Promise<Response> {
  return officersOnly(async (asked) => {
    const { c, tools, actor, language } = asked;
    const obligation = await obligationById(tools.db, c.req.param('id') ?? '');
    const file = obligation?.caseId ? ((await loadCase(tools.db, obligation.caseId)) ?? null) : null;
    if (!obligation || !reads(desk, obligation, file, actor)) return c.notFound();
    return answer({ ...asked, obligation, file, desk, path: `${desk}/${obligation.id}`, words: wordsIn(language) });
  });
}

function reads(desk: Desk, obligation: Obligation, file: Case | null, actor: OfficerAsked['actor']): boolean {
  if (desk === FOLLOWED) return ombudsmanPositions(obligation, actor, file).length > 0;
  return (['case.answer', 'case.owed-read'] as const).some((each) => agencyPositions(obligation, actor, each).length > 0);
}
