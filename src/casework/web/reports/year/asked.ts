import type { WebContext } from '../../../../platform/http/env.ts';
import { notesActor, yearOf } from '../../../actions/reports/year/year-notes.ts';
import type { Period } from '../../../rules/reports/period.ts';
import type { NotesActor } from '../../../rules/reports/year-notes.ts';
import { type KeptNotes, loadNotes } from '../../../store/reports/year-notes.ts';
import { type AskedOffice, address, hasEarlier, onOffice } from '../asked.tsx';
import { wordsIn, type YearWords } from './words.ts';

export const YEAR_NOTES = '/desk/year-notes';

export interface AskedYear extends AskedOffice {
  readonly words: YearWords;
  readonly year: number;
  readonly period: Period;
  readonly who: NotesActor;
  /** As they are, or as they would begin. */
  readonly notes: KeptNotes;
  readonly here: (part?: string) => string;
}

type Answer = Response | Promise<Response>;

/** The year that is over; at an office whose first reports are of this year, this one. */
async function yearToShow(asked: AskedOffice): Promise<number> {
  const { office, today } = asked;
  return (await hasEarlier(asked, [office.id], today.with({ month: 1, day: 1 }))) ? today.year - 1 : today.year;
}

/** The notes of the office in the address, for whoever works on cases there; years to come have none. */
export function onYear(answer: (asked: AskedYear) => Answer): (c: WebContext) => Promise<Response> {
  return onOffice(async (asked) => {
    const { c, tools, office, actor, today } = asked;
    const typed = c.req.param('year') ?? String(await yearToShow(asked));
    const year = Number(typed);
    if (!/^20\d\d$/.test(typed) || year > today.year) return c.notFound();
    const fresh: KeptNotes = {
      ...{ officeId: office.id, year, state: 'draft', version: 1, texts: new Map(), appreciations: [], figures: null },
      ...{ approvedBy: null, approvedAt: null, publishedAt: null },
    };
    const notes = (await loadNotes(tools.db, office.id, year)) ?? fresh;
    const here = (part = '') => address(`${YEAR_NOTES}/${year}${part}`, { office: office.id });
    return answer({
      ...asked,
      year,
      period: yearOf(year),
      notes,
      here,
      who: notesActor(actor, office),
      words: wordsIn(asked.language),
    });
  });
}
