/** `/desk/agreements/reviews`: what is to be reviewed, minuted, done, evaluated and renewed of the agreements an officer works on. */
import type { Child } from 'hono/jsx';
import { BackLink, EmptyState, formatDay, PageHeading, Pagination, page, SubNavigation, Tag } from '../../../design/index.ts';
import { agenciesByIds, type OfficerAsked, officersOnly, zoneOfRegion } from '../../../directory/index.ts';
import { type Day, dayOf, Temporal, type Zone } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { address, cursorOf, oneOf } from '../../../platform/http/query.ts';
import type { WarnDays } from '../../rules/in-force.ts';
import { warnDaysOn } from '../../rules/numbers.ts';
import { RECOMMENDATIONS } from '../../rules/reviews/evaluation.ts';
import { periodLabel } from '../../rules/reviews/periods.ts';
import { gapWords, uncoveredAfter } from '../../rules/reviews/renewal.ts';
import { REVIEW_STATE_LABELS } from '../../rules/reviews/review.transitions.ts';
import { isPublic, mayList } from '../../rules/visibility.ts';
import { agreementsFrom } from '../../store/agreements.ts';
import {
  type AskedDesk,
  decisionsOpen,
  evaluationsWaiting,
  renewalsDue,
  reviewsDue,
  reviewsRunning,
} from '../../store/reviews/desk.ts';
import { publishedInBrief } from '../../store/reviews/in-brief.ts';
import { followersOf } from '../../store/reviews/renewals.ts';
import { frameWordsIn } from '../frame-words.ts';
import { AGREEMENTS } from '../opened.tsx';
import { REVIEW_TONES } from './list-page.tsx';
import { type ReviewWords, wordsIn } from './words.ts';

export const REVIEW_DESK = `${AGREEMENTS}/reviews`;
const VIEWS = ['due', 'meetings', 'decisions', 'evaluate', 'renew'] as const;
type View = (typeof VIEWS)[number];
const PAGE_SIZE = 25;

interface Item {
  readonly title: Child;
  readonly href: string;
  readonly lines: readonly Child[];
}

interface Listed {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}

type Asked = OfficerAsked & AskedDesk & { readonly words: ReviewWords; readonly warnDays: WarnDays };

export const reviewDeskPage = officersOnly(async (asked) => {
  const { c, tools, actor, language, now } = asked;
  if (!mayList(actor)) return c.notFound();
  const words = wordsIn(language);
  const region = actor.positions.find(({ regionCode }) => regionCode !== null)?.regionCode;
  const zone: Zone = region ? zoneOfRegion(region) : 'Asia/Jakarta';
  const today = dayOf(now, zone);
  const view = oneOf(VIEWS, c.req.query('view')) ?? 'due';
  const after = cursorOf(c);
  const warnDays = warnDaysOn(await lawBook(tools, tools.db), today);
  const { items, next } = await LISTS[view]({ ...asked, today, after, limit: PAGE_SIZE, words, warnDays });
  const w = words.desk;
  return page(
    c,
    { title: w.title, wide: true, before: <BackLink href={AGREEMENTS} text={frameWordsIn(language).toList} /> },
    <>
      <PageHeading>{w.title}</PageHeading>
      <p>{w.lead}</p>
      <SubNavigation
        label={w.views}
        items={VIEWS.map((one) => ({
          text: w.view[one],
          href: address(REVIEW_DESK, { view: one === 'due' ? undefined : one }),
          current: one === view,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title={w.none[view]}>
          <p>{w.noneWhy}</p>
        </EmptyState>
      ) : (
        <ul class="tuntas-lines">
          {items.map(({ title, href, lines }) => (
            <li class="tuntas-lines__item">
              <h2 class="tuntas-lines__title">
                <a href={href}>{title}</a>
              </h2>
              {lines.map((line) => (
                <p class="tuntas-lines__about">{line}</p>
              ))}
            </li>
          ))}
        </ul>
      )}
      <Pagination
        previousHref={after ? address(REVIEW_DESK, { view }) : undefined}
        nextHref={next ? address(REVIEW_DESK, { view, after: next }) : undefined}
        about={w.pages}
      />
    </>,
  );
});

const LISTS: Readonly<Record<View, (asked: Asked) => Promise<Listed>>> = {
  async due(asked) {
    const { rows, next } = await reviewsDue(asked.tools.db, asked);
    const { words, language } = asked;
    return {
      next,
      items: rows.map(({ code, title, rhythm, day }) => ({
        title: `${code}: ${title}`,
        href: address(`${AGREEMENTS}/${code}/reviews/new`, { rhythm, until: day.toString() }),
        lines: [words.desk.overOn(periodLabel(rhythm, { from: day, until: day })[language], formatDay(day, language, 'short'))],
      })),
    };
  },
  async meetings(asked) {
    const { rows, next } = await reviewsRunning(asked.tools.db, asked);
    const { words, language, actor } = asked;
    return {
      next,
      items: rows.map(({ code, title, ordinal, state, day, secretary_root }) => {
        const isMine = actor.positions.some(({ governmentId }) => governmentId === secretary_root);
        const waits = state === 'minuted' && !isMine ? words.desk.confirm : state === 'held' && isMine ? words.desk.write : '';
        return {
          title: `${words.reviews.nth(ordinal)}, ${code}: ${title}`,
          href: `${AGREEMENTS}/${code}/reviews/${ordinal}`,
          lines: [
            <>
              <Tag tone={REVIEW_TONES[state]}>{REVIEW_STATE_LABELS[state][language]}</Tag>{' '}
              {words.desk.meets(formatDay(day, language, 'short'))}
            </>,
            ...(waits === '' ? [] : [<strong>{waits}</strong>]),
          ],
        };
      }),
    };
  },
  async decisions(asked) {
    const { tools, words, language, today } = asked;
    const { rows, next } = await decisionsOpen(tools.db, asked);
    const owners = await agenciesByIds(
      tools.db,
      rows.map(({ owner_agency_id }) => owner_agency_id),
    );
    return {
      next,
      items: rows.map((row) => ({
        title: row.text,
        href: `${AGREEMENTS}/${row.code}/reviews/${row.review}#decisions`,
        lines: [
          `${row.code}, ${words.review.decisionOf(row.review, row.ordinal)} · ${owners.get(row.owner_agency_id)?.name ?? ''}`,
          <>
            {words.desk.dueOn(formatDay(row.day, language, 'short'))}{' '}
            {Temporal.PlainDate.compare(row.day, today) < 0 && <Tag tone="danger">{words.reviews.late}</Tag>}{' '}
            {row.state === 'reported' && words.review.reportedDone}
          </>,
        ],
      })),
    };
  },
  async evaluate(asked) {
    const { rows, next } = await evaluationsWaiting(asked.tools.db, asked);
    const { words, language } = asked;
    return {
      next,
      items: rows.map(({ code, title, year, day, is_open }) => ({
        title: `${code}: ${title}`,
        href: `${AGREEMENTS}/${code}/evaluation${is_open ? `/${year}` : ''}`,
        lines: [is_open ? words.desk.wordsBy(year, formatDay(day, language, 'short')) : words.desk.yearOver(year)],
      })),
    };
  },
  async renew(asked) {
    const { tools, words, language, today, warnDays } = asked;
    const { rows, next } = await renewalsDue(tools.db, { ...asked, warnDays });
    if (rows.length === 0) return { items: [], next };
    const ids = rows.map(({ id }) => id);
    const [followers, evaluated, found] = await Promise.all([
      followersOf(tools.db, asked.actor, ids),
      publishedInBrief(tools.db, ids),
      agreementsFrom(tools.db).where('id', 'in', ids).execute(),
    ]);
    const short = (one: Day, of = language) => formatDay(one, of, 'short');
    const items = rows.flatMap(({ id, day, government_ids }): readonly Item[] => {
      const row = found.find((one) => one.id === id);
      if (!row) return [];
      const after = followers.get(id) ?? [];
      const before = { inForceUntil: row.in_force_until, endedOn: row.ended_on, state: row.state };
      // Of several governments each may go on in one of its own, or in none yet: the days are told of each.
      const isLeft = government_ids.some((one) => !after.some(({ governmentIds }) => governmentIds.includes(one)));
      const gaps = [...after, ...(after.length === 0 || isLeft ? [null] : [])].flatMap((follower) => {
        const gap = uncoveredAfter(before, follower, today);
        const said = gap && gapWords(row.kind, gap, short)[language];
        if (!said) return [];
        return [
          follower && (after.length > 1 || isLeft)
            ? `${words.gap.after(follower.code)} ${said.slice(0, 1).toLowerCase()}${said.slice(1)}`
            : said,
        ];
      });
      const latest = evaluated.find(({ agreementId }) => agreementId === id);
      const said = new Set(latest?.sides.flatMap(({ recommendation }) => recommendation ?? []));
      return [
        {
          title: `${row.code}: ${row.title}`,
          href: `${AGREEMENTS}/${row.code}/renew`,
          lines: [
            Temporal.PlainDate.compare(day, today) >= 0
              ? words.desk.lapses(short(day))
              : after.some(isPublic)
                ? words.desk.lapsedInPart(short(day))
                : words.desk.lapsed(short(day)),
            ...after.map(({ code, state }) =>
              isPublic({ state }) ? words.desk.followsInPart(code) : words.desk.draftFollows(code),
            ),
            ...[...new Set(gaps)].map((said) => <strong>{said}</strong>),
            ...(said.size > 0
              ? [`${words.desk.recommended} ${[...said].map((one) => RECOMMENDATIONS[one][language]).join(' / ')}`]
              : []),
          ],
        },
      ];
    });
    return { next, items };
  },
};
