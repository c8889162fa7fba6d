/** What every page of rounds begins with: a signed-in officer, and a round or an assessment this officer may see. */
import { type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { openAssessment } from '../../actions/on-assessment.ts';
import type { Assessment, Round } from '../../rules/assessment.ts';
import { mayReadRounds, type View, viewOf } from '../../rules/permissions.ts';
import { loadRoundByCode } from '../../store/rounds.ts';
import { type RoundWords, wordsIn } from './words.ts';

type Answer = Response | Promise<Response>;

export const HOME = '/desk/assessments';
export const ROUNDS = `${HOME}/rounds`;
export const TIES = `${HOME}/ties`;
export const roundPath = (round: Pick<Round, 'code'>) => `${ROUNDS}/${round.code}`;
export const assessmentPath = (assessment: Pick<Assessment, 'id'>) => `${HOME}/${assessment.id}`;

export interface Asked extends OfficerAsked {
  readonly words: RoundWords;
  /** In Jakarta. */
  readonly today: Day;
}

export interface AskedRound extends Asked {
  readonly round: Round;
  readonly path: string;
}

export interface AskedAssessment extends AskedRound {
  readonly assessment: Assessment;
  readonly view: NonNullable<View>;
}

/** See `officersOnly`. */
export function forOfficers(answer: (asked: Asked) => Answer): (c: WebContext) => Promise<Response> {
  return officersOnly((asked) => answer({ ...asked, words: wordsIn(asked.language), today: dayOf(asked.now, 'Asia/Jakarta') }));
}

/** A round, for whoever works on assessments for the Ombudsman. */
export function onRoundPage(answer: (asked: AskedRound) => Answer): (c: WebContext) => Promise<Response> {
  return forOfficers(async (asked) => {
    const { c, tools, actor } = asked;
    const round = mayReadRounds(actor) ? await loadRoundByCode(tools.db, c.req.param('code') ?? '') : undefined;
    return round ? answer({ ...asked, round, path: roundPath(round) }) : c.notFound();
  });
}

/** An assessment this officer may see; another one answers exactly like one that does not exist. */
export function onAssessmentPage(answer: (asked: AskedAssessment) => Answer): (c: WebContext) => Promise<Response> {
  return forOfficers(async (asked) => {
    const { c, tools, actor } = asked;
    const id = c.req.param('id') ?? '';
    const found = isUuid(id) ? await openAssessment(tools.db, actor, id) : undefined;
    const view = found && viewOf(actor, found.assessment);
    return found && view ? answer({ ...asked, ...found, view, path: assessmentPath(found.assessment) }) : c.notFound();
  });
}

/** The revision a form was made from. A form without one (nobody's browser sends that) counts as made from an older one. */
export function revisionOf(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0;
}
