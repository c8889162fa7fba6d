/** `/desk/agreements`: what waits for me: to sign, to comment, to confirm, to compare, to renew, and what nobody can be asked about. */
import { EmptyState, LinkButton, PageHeading, Pagination, page, SubNavigation } from '../../../design/index.ts';
import { officersOnly } from '../../../directory/index.ts';
import { can } from '../../../kernel/actor.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { address, cursorOf, oneOf } from '../../../platform/http/query.ts';
import { mayKeepProgrammes } from '../../actions/register/add-programme.ts';
import { warnDaysOn } from '../../rules/numbers.ts';
import { WAITING_KINDS, WAITINGS, type Waiting } from '../../rules/register/waiting.ts';
import { mayList } from '../../rules/visibility.ts';
import { waitingCounts, waitsAs } from '../../store/register/desk.ts';
import { agreementList } from '../../store/register/lists.ts';
import { AGREEMENTS } from '../opened.tsx';
import { AgreementLine } from './agreement-line.tsx';
import { doorsOf } from './doors.ts';
import { wordsIn } from './words.ts';

const PAGE_SIZE = 30;

/** Where the work is done, below the agreement. */
const PLACES: Partial<Record<Waiting, string>> = {
  sign: '/signing',
  comment: '/text',
  answer: '/text',
  confirm: '/lines',
  grant: '/grants',
  scan: '/files',
  'no-scan': '/files',
  unwatched: '/focal-points',
  lapsing: '/renew',
};

export const deskPage = officersOnly(async (asked) => {
  const { c, tools, actor, language, now } = asked;
  if (!mayList(actor)) return c.notFound();
  const words = wordsIn(language);
  const w = words.desk;
  const warnDays = warnDaysOn(await lawBook(tools, tools.db), dayOf(now, 'Asia/Jakarta'));
  const at = { now, warnDays };
  const counts = await waitingCounts(tools.db, actor, at);
  const open = WAITING_KINDS.filter((kind) => counts[kind] > 0);
  const kind = oneOf(WAITING_KINDS, c.req.query('kind')) ?? open[0];
  const after = cursorOf(c);
  const lines = kind
    ? await agreementList(tools.db, actor, {}, at, { after, limit: PAGE_SIZE }, [waitsAs(kind, actor, at)])
    : { lines: [], next: null };
  return page(
    c,
    { title: w.title, wide: true },
    <>
      <PageHeading>{w.title}</PageHeading>
      <p>{w.lead}</p>
      {open.length > 0 && (
        <SubNavigation
          label={w.views}
          items={WAITING_KINDS.filter((each) => each === kind || counts[each] > 0).map((each) => ({
            text: WAITINGS[each][language],
            href: address(AGREEMENTS, { kind: each }),
            current: each === kind,
            count: counts[each],
          }))}
        />
      )}
      {kind && lines.lines.length > 0 ? (
        <>
          <p>{w.what[kind]}</p>
          <ul class="tuntas-lines">
            {lines.lines.map((line) => (
              <AgreementLine
                line={line}
                words={words}
                language={language}
                now={now}
                warnDays={warnDays}
                at={PLACES[kind] ?? ''}
              />
            ))}
          </ul>
        </>
      ) : (
        <EmptyState
          title={w.nothing}
          action={
            <LinkButton href={`${AGREEMENTS}/all`} kind="secondary">
              {w.toList}
            </LinkButton>
          }
        >
          <p>{w.nothingWhy}</p>
        </EmptyState>
      )}
      <Pagination
        previousHref={after ? address(AGREEMENTS, { kind }) : undefined}
        nextHref={lines.next ? address(AGREEMENTS, { kind, after: lines.next }) : undefined}
        about={w.pages}
      />
      <h2>{w.doors}</h2>
      {can(actor, 'agreement.prepare') && (
        <p>
          <LinkButton href={`${AGREEMENTS}/new`}>{w.toNew}</LinkButton>
        </p>
      )}
      <ul>
        {doorsOf(actor, await mayKeepProgrammes(tools.db, actor)).map(({ href, name }) => (
          <li>
            <a href={href}>{w.door[name]}</a>
          </li>
        ))}
      </ul>
    </>,
  );
});
