/** `/desk/leader`: for whoever leads a government or an office: my promises, what is late, how my offices stand, what changed since signing. */
import { Breadcrumbs, formatCount, LinkButton, PageHeading, page, SubNavigation } from '../../../../design/index.ts';
import { lawBook } from '../../../../law/index.ts';
import type { PageOf } from '../../../../platform/database/cursor.ts';
import { address } from '../../../../platform/http/query.ts';
import { lightRuleOn, warnDaysOn } from '../../../rules/numbers.ts';
import { grantsWaitingFor } from '../../../store/grants/lists.ts';
import { agreementsOfAgency, lightCounts, type PromiseLine, promiseLines, promisesOf } from '../../../store/public/promises.ts';
import { waitingCount } from '../../../store/register/desk.ts';
import { AGREEMENTS, agreementPath } from '../../opened.tsx';
import { governmentPath } from '../addresses.ts';
import { type PromiseQuery, promiseRows } from '../asked-promises.ts';
import { PromiseFigures } from '../promise-figures.tsx';
import { PromiseList } from '../promise-list.tsx';
import { publicWordsIn } from '../words.ts';
import { Changed } from './changed.tsx';
import { Complaints } from './complaints.tsx';
import { LEADER, onLeading } from './leading.ts';
import { Offices } from './offices.tsx';

const SHOWN = 10;

export const leaderPage = onLeading(async (asked) => {
  const { c, tools, actor, language, words, now, today, agency, agencies } = asked;
  const { db } = tools;
  const law = await lawBook(tools, db);
  const rule = lightRuleOn(law, today);
  const scope = { agencyId: agency.id };
  const at = { today, rule };
  const lines = (filter: Parameters<typeof promiseLines>[1]) => promiseLines(db, { ...scope, ...filter }, at, { limit: SHOWN });
  const [promises, lights, late, waiting, priority, next, all, toSign, grants] = await Promise.all([
    promisesOf(db, scope, today),
    lightCounts(db, scope, at),
    lines({ fates: ['late'] }),
    lines({ fates: ['reported'] }),
    lines({ priorityOnly: true }),
    lines({ fates: ['running'], dueFrom: today }),
    // An office is covered by what its government has signed.
    agreementsOfAgency(db, agency.governmentId),
    waitingCount(db, actor, 'sign', { now, warnDays: warnDaysOn(law, today) }),
    grantsWaitingFor(db, actor),
  ]);
  const publicWords = publicWordsIn(language);
  const path = governmentPath(agency.code);
  const to = (query: PromiseQuery) => promiseRows(path, query);
  const count = (value: number) => formatCount(value, language);
  const more = (page: PageOf<PromiseLine>, text: string, query: PromiseQuery) =>
    page.next !== null && (
      <p>
        <a href={to(query)}>{text}</a>
      </p>
    );
  const list = (shown: readonly PromiseLine[], id: string) => (
    <PromiseList
      id={id}
      lines={shown}
      words={publicWords}
      language={language}
      today={today}
      rule={rule}
      href={({ agreement, line }) => `${agreementPath(agreement)}/lines/${line.ordinal}`}
    />
  );
  return page(
    c,
    { title: words.title, wide: true, before: <Breadcrumbs crumbs={[{ text: words.toDesk, href: AGREEMENTS }]} /> },
    <>
      <PageHeading caption={agency.name}>{words.title}</PageHeading>
      <p class="govuk-body-l">{words.lead(agency.name)}</p>
      {agencies.length > 1 && (
        <SubNavigation
          label={words.which}
          items={agencies.map((one) => ({
            text: one.name,
            href: address(LEADER, { agency: one.code }),
            current: one.id === agency.id,
          }))}
        />
      )}
      <h2>{words.waits}</h2>
      {toSign === 0 && grants.length === 0 ? (
        <p>{words.nothingWaits}</p>
      ) : (
        <ul>
          {toSign > 0 && (
            <li>
              <a href={`${AGREEMENTS}?kind=sign`}>{words.toSign(toSign)}</a>
            </li>
          )}
          {grants.length > 0 && (
            <li>
              {words.toAgree(grants.length)}:{' '}
              {grants.map(({ grant, agreement }, index) => (
                <>
                  {index > 0 && ', '}
                  <a href={`${agreementPath(agreement)}/grants/${grant.ordinal}`}>{agreement.code}</a>
                </>
              ))}
            </li>
          )}
        </ul>
      )}

      <h2>{words.promises}</h2>
      <PromiseFigures promises={promises} path={path} words={publicWords} language={language} />
      {promises.total > 0 && (
        <p>
          {words.lights}{' '}
          {(['green', 'yellow', 'red', 'none'] as const)
            .filter((light) => light !== 'none' || lights.none > 0)
            .map((light, index) => (
              <>
                {index > 0 && ', '}
                <a href={to({ light })}>{words.light[light](count(lights[light]))}</a>
              </>
            ))}
          .
        </p>
      )}

      <h2>{words.late}</h2>
      {late.lines.length === 0 ? <p>{words.lateNone}</p> : list(late.lines, 'late')}
      {more(late, words.lateMore(count(promises.by.late)), { fate: 'late' })}
      {waiting.lines.length > 0 && (
        <>
          <h3>{words.waiting}</h3>
          {list(waiting.lines, 'waiting')}
          {more(waiting, words.allOf(count(promises.by.reported)), { fate: 'reported' })}
        </>
      )}
      <h3>{words.priorities}</h3>
      {priority.lines.length === 0 ? <p>{words.prioritiesNone}</p> : list(priority.lines, 'priority')}
      {more(priority, words.allOf(count(promises.priority)), { priority: 'yes' })}
      <h3>{words.next}</h3>
      {next.lines.length === 0 ? <p>{words.nextNone}</p> : list(next.lines, 'next')}
      {more(next, words.allOf(count(promises.by.running)), { fate: 'running' })}

      <Offices asked={asked} />
      <Complaints asked={asked} />
      <Changed asked={asked} agreements={all} />

      <h2>{words.agreements}</h2>
      <ul>
        <li>
          <a href={path}>{words.toPublic}</a>
        </li>
        <li>
          <a href={AGREEMENTS}>{words.toDesk}</a>
        </li>
        <li>
          <a href={`${path}/evidence`}>{words.toEvidence}</a>
        </li>
      </ul>
      {promises.total > 0 && (
        <LinkButton kind="secondary" href={`${path}/promises.csv`}>
          {words.csv}
        </LinkButton>
      )}
    </>,
  );
});
