/** What the public pages of action plans share: the year asked for, how far each government is in that year, the way back. */
import { Breadcrumbs } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { planThatCounts } from '../../actions/rad/figures.ts';
import type { Government } from '../../actions/rad/places.ts';
import { PUBLIC_STANDING_LABELS, type PublicStanding, publicStandingOf } from '../../rules/rad/public-standing.ts';
import { type PlanLine, plansOf } from '../../store/rad/rads.ts';
import { type RadWords, wordsIn } from './words.ts';

export interface PublicAsked {
  readonly c: WebContext;
  readonly language: Language;
  readonly words: RadWords;
  readonly year: number;
  readonly thisYear: number;
}

/** How many years ahead a plan can be looked for. */
const PLANNED_AHEAD = 10;

export function publicAsked(c: WebContext): PublicAsked {
  const language = c.get('language');
  const thisYear = dayOf(c.get('tools').clock.now(), 'Asia/Jakarta').year;
  const typed = c.req.query('year') ?? '';
  const year = /^2\d{3}$/.test(typed) && Number(typed) <= thisYear + PLANNED_AHEAD ? Number(typed) : thisYear;
  return { c, language, words: wordsIn(language), year, thisYear };
}

export interface Standing {
  readonly government: Government;
  readonly plan: PlanLine | undefined;
  readonly standing: PublicStanding;
}

export async function standingsOf(asked: PublicAsked, governments: readonly Government[]): Promise<readonly Standing[]> {
  const { c, year } = asked;
  const plans = await plansOf(
    c.get('tools').db,
    governments.map(({ agency }) => agency.id),
    year,
  );
  const of = Map.groupBy(plans, ({ governmentId }) => governmentId);
  return governments.map((government) => {
    const plan = planThatCounts(of.get(government.agency.id) ?? []);
    return { government, plan, standing: publicStandingOf(plan?.state) };
  });
}

export function YearLinks({ asked, path }: { asked: PublicAsked; path: string }) {
  const { year, thisYear, words } = asked;
  return (
    <p>
      {words.column.year}:{' '}
      {[...new Set([year, thisYear + 1, thisYear, thisYear - 1, thisYear - 2])]
        .sort((a, b) => b - a)
        .map((each, index) => (
          <>
            {index > 0 && ' · '}
            {each === year ? <strong>{each}</strong> : <a href={`${path}?year=${each}`}>{each}</a>}
          </>
        ))}
    </p>
  );
}

export const crumbs = (words: RadWords, ...more: { text: string; href: string }[]) => (
  <Breadcrumbs crumbs={[{ text: words.public.agreements, href: '/agreements' }, ...more]} />
);

export const standingText = (standing: PublicStanding, { language }: Pick<PublicAsked, 'language'>): string =>
  PUBLIC_STANDING_LABELS[standing][language];
