/** `/desk/agreements/all`: every agreement this officer works on, newest first, with filters in the address. */
import {
  Button,
  Checkbox,
  EmptyState,
  Form,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  Select,
  TextInput,
} from '../../../design/index.ts';
import { agencyById, type OfficerAsked, officersOnly } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { address, cursorOf, idOf, oneOf, wordsOf } from '../../../platform/http/query.ts';
import { maySearch } from '../../../platform/http/search-limit.ts';
import { AGREEMENT_STATE_LABELS, AGREEMENT_STATES } from '../../rules/agreement.transitions.ts';
import { STANDING_LABELS, STANDINGS } from '../../rules/in-force.ts';
import { agreementKind, KINDS } from '../../rules/kinds.ts';
import { warnDaysOn } from '../../rules/numbers.ts';
import { mayList } from '../../rules/visibility.ts';
import { programmes } from '../../store/programmes.ts';
import { agreementList } from '../../store/register/lists.ts';
import { AGREEMENTS } from '../opened.tsx';
import { AgreementLine } from './agreement-line.tsx';
import { wordsIn } from './words.ts';

const PATH = `${AGREEMENTS}/all`;
const PAGE_SIZE = 30;

/** The filters of an address; what means nothing is left out. */
export function filtersIn({ c }: Pick<OfficerAsked, 'c'>, known: readonly string[]) {
  return {
    words: wordsOf(c) || undefined,
    kind: oneOf(KINDS, c.req.query('kind')),
    state: oneOf(AGREEMENT_STATES, c.req.query('state')),
    standing: oneOf(STANDINGS, c.req.query('standing')),
    programme: oneOf(known, c.req.query('programme')),
    partyId: idOf(c, 'party'),
    unwatched: c.req.query('unwatched') === 'yes' || undefined,
  };
}

export const listPage = officersOnly(async (asked) => {
  const { c, tools, actor, language, now } = asked;
  if (!mayList(actor)) return c.notFound();
  const words = wordsIn(language);
  const w = words.list;
  const known = await programmes(tools.db);
  const filter = filtersIn(
    asked,
    known.map(({ code }) => code),
  );
  if (filter.words) await maySearch(asked);
  const warnDays = warnDaysOn(await lawBook(tools, tools.db), dayOf(now, 'Asia/Jakarta'));
  const after = cursorOf(c);
  const found = await agreementList(tools.db, actor, filter, { now, warnDays }, { after, limit: PAGE_SIZE });
  const party = filter.partyId ? await agencyById(tools.db, filter.partyId) : undefined;
  const view = {
    ...{ q: filter.words, kind: filter.kind, state: filter.state, standing: filter.standing, programme: filter.programme },
    ...{ party: filter.partyId, unwatched: filter.unwatched ? 'yes' : undefined },
  };
  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return page(
    c,
    { title: w.title, wide: true },
    <>
      <PageHeading>{w.title}</PageHeading>
      <p>{w.lead}</p>
      <ListWithFilter
        filter={
          <Form method="get" action={PATH}>
            <TextInput name="q" label={w.search} hint={w.searchHint} value={filter.words ?? ''} type="search" />
            <Select
              name="kind"
              label={w.kind}
              emptyLabel={w.any}
              value={filter.kind ?? ''}
              options={options(KINDS, (kind) => agreementKind(kind).label[language])}
            />
            <Select
              name="standing"
              label={w.standing}
              emptyLabel={w.any}
              value={filter.standing ?? ''}
              options={options(STANDINGS, (each) => STANDING_LABELS[each][language])}
            />
            <Select
              name="state"
              label={w.state}
              emptyLabel={w.any}
              value={filter.state ?? ''}
              options={options(AGREEMENT_STATES, (each) => AGREEMENT_STATE_LABELS[each][language])}
            />
            <Select
              name="programme"
              label={w.programme}
              emptyLabel={w.any}
              value={filter.programme ?? ''}
              options={known.map(({ code, label }) => ({ value: code, label: label[language] }))}
            />
            {party && (
              <Select
                name="party"
                label={w.party}
                emptyLabel={w.any}
                value={party.id}
                options={[{ value: party.id, label: party.name }]}
              />
            )}
            <Checkbox name="unwatched" label={w.onlyUnwatched} checked={filter.unwatched === true} />
            <Button kind="secondary">{w.filter}</Button>
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
              <AgreementLine line={line} words={words} language={language} now={now} warnDays={warnDays} />
            ))}
          </ul>
        )}
        <Pagination
          previousHref={after ? address(PATH, view) : undefined}
          nextHref={found.next ? address(PATH, { ...view, after: found.next }) : undefined}
          about={w.pages}
        />
        <p>
          <a href={address(`${PATH}.csv`, view)}>{w.csv}</a>
        </p>
      </ListWithFilter>
    </>,
  );
});
