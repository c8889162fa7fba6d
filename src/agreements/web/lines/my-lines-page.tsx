/** `/desk/agreements/lines`: what this officer's office has promised, and what waits for it to confirm. */
import {
  BackLink,
  Button,
  Checkbox,
  EmptyState,
  Form,
  formatDay,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  Select,
  SubNavigation,
  Tag,
} from '../../../design/index.ts';
import { agenciesByIds, officersOnly } from '../../../directory/index.ts';
import { can } from '../../../kernel/actor.ts';
import { type Day, dayOf, type Moment } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { address, cursorOf, oneOf } from '../../../platform/http/query.ts';
import { LIGHT_LABELS, LIGHTS } from '../../rules/light.ts';
import { LINE_STATE_LABELS } from '../../rules/line.transitions.ts';
import { lightRuleOn } from '../../rules/numbers.ts';
import { countMyLines, LINE_VIEWS, type LineView, type ListedLine, myLines } from '../../store/lines/my-lines.ts';
import { programmes } from '../../store/programmes.ts';
import { frameWordsIn } from '../frame-words.ts';
import { AGREEMENTS } from '../opened.tsx';
import { LightRuleText } from './light-rule.tsx';
import { LightTag } from './light-tag.tsx';
import { LINE_STATE_TONES } from './line-page.tsx';
import { type LineWords, wordsIn } from './words.ts';

export const MY_LINES = `${AGREEMENTS}/lines`;
const PAGE_SIZE = 30;
const NEEDED = { own: 'agreement.progress', confirm: 'agreement.confirm', kept: 'agreement.prepare' } as const;

export const myLinesPage = officersOnly(async ({ c, tools, actor, language, now }) => {
  const views = LINE_VIEWS.filter((view) => can(actor, NEEDED[view]));
  const [first] = views;
  if (!first) return c.notFound();
  const words = wordsIn(language);
  const counts = await countMyLines(tools.db, actor);
  // Whoever has something to confirm sees it first; else what is promised.
  const asked = oneOf(views, c.req.query('view'));
  const view: LineView = asked ?? views.find((each) => counts[each] > 0) ?? first;
  const today = dayOf(now, 'Asia/Jakarta');
  const rule = lightRuleOn(await lawBook(tools), today);
  const programme = c.req.query('programme') ?? '';
  const state = oneOf(['open', 'done'], c.req.query('state')) ?? (view === 'confirm' ? undefined : 'open');
  const filter = {
    light: oneOf(LIGHTS, c.req.query('light')),
    programme: /^[a-z][a-z0-9-]{1,40}$/.test(programme) ? programme : undefined,
    isOpen: state === undefined ? undefined : state === 'open',
    priority: c.req.query('priority') === 'yes',
    named: c.req.query('named') === 'yes',
  };
  const after = cursorOf(c);
  const [found, all] = await Promise.all([
    myLines(tools.db, actor, view, filter, { today, rule, after, limit: PAGE_SIZE }),
    programmes(tools.db),
  ]);
  const owners = await agenciesByIds(
    tools.db,
    found.lines.map(({ ownerId }) => ownerId),
  );
  const query = {
    view,
    light: filter.light,
    programme: filter.programme,
    state: state ?? undefined,
    priority: filter.priority ? 'yes' : undefined,
    named: filter.named ? 'yes' : undefined,
  };
  const w = words.mine;
  return page(
    c,
    { title: w.title, wide: true, before: <BackLink href={AGREEMENTS} text={frameWordsIn(language).desk} /> },
    <>
      <PageHeading>{w.title}</PageHeading>
      <p>{w.lead}</p>
      <SubNavigation
        label={w.views}
        items={views.map((each) => ({
          text: w[each],
          href: `${MY_LINES}?view=${each}`,
          current: each === view,
          count: counts[each],
        }))}
      />
      <LightRuleText rule={rule} words={words} />
      <ListWithFilter
        filter={
          <Form method="get" action={MY_LINES}>
            <input type="hidden" name="view" value={view} />
            <Select
              name="light"
              label={words.plan.light}
              emptyLabel={words.plan.any}
              value={filter.light ?? ''}
              options={LIGHTS.map((value) => ({ value, label: LIGHT_LABELS[value][language] }))}
            />
            <Select
              name="programme"
              label={words.plan.programme}
              emptyLabel={words.plan.any}
              value={filter.programme ?? ''}
              options={all.map(({ code, label }) => ({ value: code, label: label[language] }))}
            />
            {view !== 'confirm' && (
              <Select
                name="state"
                label={w.state}
                value={state ?? 'open'}
                options={[
                  { value: 'open', label: w.open },
                  { value: 'done', label: w.done },
                ]}
              />
            )}
            <Checkbox name="named" label={w.named} checked={filter.named} />
            <Checkbox name="priority" label={words.plan.onlyPriority} checked={filter.priority} />
            <Button kind="secondary">{words.plan.filter}</Button>
          </Form>
        }
      >
        {found.lines.length === 0 ? (
          <EmptyState title={w.empty}>
            <p>{w.emptyWhy}</p>
          </EmptyState>
        ) : (
          <ul class="tuntas-lines">
            {found.lines.map((line) => (
              <Item
                line={line}
                today={today}
                owner={owners.get(line.ownerId)?.name ?? ''}
                programme={all.find(({ code }) => code === line.programme)?.label[language] ?? ''}
                words={words}
                language={language}
              />
            ))}
          </ul>
        )}
        <Pagination
          previousHref={after ? address(MY_LINES, query) : undefined}
          nextHref={found.next ? address(MY_LINES, { ...query, after: found.next }) : undefined}
          about={w.pages}
        />
      </ListWithFilter>
    </>,
  );
});

/** Days since a report was sent; Jakarta's, as all days of this list. */
function waitedDays(since: Moment, today: Day): number {
  return dayOf(since, 'Asia/Jakarta').until(today, { largestUnit: 'day' }).days;
}

function Item(props: {
  line: ListedLine;
  today: Day;
  owner: string;
  programme: string;
  words: LineWords;
  language: 'id' | 'en';
}) {
  const { line, today, owner, programme, words, language } = props;
  const days = today.until(line.dueOn, { largestUnit: 'day' }).days;
  const isOpen = line.state === 'planned' || line.state === 'running' || line.state === 'reported';
  return (
    <li class="tuntas-lines__item">
      <h2 class="tuntas-lines__title">
        <a href={`${AGREEMENTS}/${line.code}/lines/${line.ordinal}`}>{line.activity}</a>
      </h2>
      <p class="tuntas-lines__tags">
        <LightTag lit={line} language={language} />
        <Tag tone={LINE_STATE_TONES[line.state]}>{LINE_STATE_LABELS[line.state][language]}</Tag>
        {isOpen && days < 0 && <Tag tone="danger">{words.mine.lateBy(-days)}</Tag>}
        {isOpen && days >= 0 && days <= 14 && <Tag tone="warning">{words.mine.soon(days)}</Tag>}
        {line.isPriority && <Tag tone="accent">{words.plan.priority}</Tag>}
        {line.waitsSince && <Tag tone="info">{words.plan.waitsDays(waitedDays(line.waitsSince, today))}</Tag>}
      </p>
      <p class="tuntas-lines__meta">
        {programme} · {owner} · {words.mine.due} {formatDay(line.dueOn, language)}
      </p>
      <p class="tuntas-lines__meta">
        {line.code}: {line.title}
      </p>
    </li>
  );
}
