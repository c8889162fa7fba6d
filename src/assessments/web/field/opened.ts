/** What every page of the field form asks first: who is it, whose sheet is it, may it be filled now. */
import type { Officer } from '../../../kernel/actor.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import type { Tools } from '../../../platform/tools.ts';
import { todayAt } from '../../actions/fill-sheet.ts';
import type { Rating } from '../../rules/assessment.ts';
import { isFiller, refusalToFill } from '../../rules/filling.ts';
import { type Field, openField } from '../../store/filling.ts';
import { type FieldWords, wordsIn } from './words.ts';

export interface Asked {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly actor: Officer;
  readonly now: Moment;
  readonly language: Language;
  readonly words: FieldWords;
}

export interface AskedUnit extends Asked {
  readonly field: Field;
  readonly unitNo: number;
  readonly rating: Rating;
  /** Whether it can be written on now. */
  readonly isOpen: boolean;
}

type Answer = Response | Promise<Response>;

/** For officers; others are asked to sign in first. */
export function asOfficer(answer: (asked: Asked) => Answer): (c: WebContext) => Answer {
  return (c) => {
    const actor = c.get('actor');
    if (actor.kind !== 'officer') return c.redirect(`/sign-in?return=${encodeURIComponent(c.req.path)}`, 303);
    const tools = c.get('tools');
    const language = c.get('language');
    return answer({ c, tools, actor, now: tools.clock.now(), language, words: wordsIn(language) });
  };
}

/** For whoever fills the unit's sheets in some rating: the one of the address, else the first that is theirs. */
export function onUnit(answer: (asked: AskedUnit) => Answer): (c: WebContext) => Answer {
  return asOfficer(async (asked) => {
    const { c, tools, actor, now } = asked;
    const field = await openField(tools.db, c.req.param('assessment') ?? '');
    const unitNo = Number(c.req.param('unit'));
    const rating = c.req.param('rating');
    const wanted = rating === undefined ? RATINGS : RATINGS.filter((each) => String(each) === rating);
    const own = field && wanted.find((each) => isFiller(actor, field.assessment, { unitNo, rating: each }));
    if (!field || own === undefined || !hasUnit(field, unitNo)) return c.notFound();
    const refusal = refusalToFill(actor, field.round, field.assessment, { unitNo, rating: own }, todayAt(field, now));
    return answer({ ...asked, field, unitNo, rating: own, isOpen: refusal === undefined });
  });
}

const RATINGS: readonly Rating[] = [1, 2, 0];

function hasUnit({ assessment }: Field, unitNo: number): boolean {
  return unitNo === 0 || assessment.units.some((unit) => unit.no === unitNo);
}

export const unitPath = (assessmentId: string, unitNo: number) => `/field/${assessmentId}/${unitNo}`;

export const sheetPath = (assessmentId: string, unitNo: number, rating: Rating, sheetNo: number) =>
  `${unitPath(assessmentId, unitNo)}/${rating}/${sheetNo}`;

export const conflictsPath = (assessmentId: string) => `/field/${assessmentId}/conflicts`;
