/** `/agreements/{code}/promises`: the lines of an agreement and of everything signed made under it, over all of its plans. */
import { Breadcrumbs, EmptyState, PageHeading, Pagination, page, SubNavigation } from '../../../design/index.ts';
import { address, cursorOf, oneOf } from '../../../platform/http/query.ts';
import { FATES, type Fate } from '../../rules/public/fate.ts';
import { programmes } from '../../store/programmes.ts';
import { countedFor, promiseLines, promisesOf } from '../../store/public/promises.ts';
import { publicPath } from '../opened.tsx';
import { REGISTER } from './addresses.ts';
import { onPublic } from './opened-public.ts';
import { PromiseList } from './promise-list.tsx';

const PAGE_SIZE = 50;

export const agreementPromisesPage = onPublic(async ({ c, tools, agreement, words, language, today, rule }) => {
  const { db } = tools;
  const path = `${publicPath(agreement)}/promises`;
  const [known, agreementIds] = await Promise.all([programmes(db), countedFor(db, agreement.id)]);
  const programme = known.find(({ code }) => code === c.req.query('programme'));
  const fate = oneOf(FATES, c.req.query('fate'));
  const after = cursorOf(c);
  const scope = { agreementIds, programme: programme?.code };
  const [promises, rows] = await Promise.all([
    promisesOf(db, scope, today),
    promiseLines(db, { ...scope, ...(fate ? { fates: [fate] } : {}) }, { today, rule }, { after, limit: PAGE_SIZE }),
  ]);
  const to = (asked: Fate | undefined, place?: string) =>
    address(path, { programme: programme?.code, fate: asked, after: place });
  return page(
    c,
    {
      title: `${words.promisesOf} ${agreement.code}`,
      wide: true,
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.agreements, href: REGISTER },
            { text: agreement.code, href: publicPath(agreement) },
          ]}
        />
      ),
    },
    <>
      <PageHeading caption={agreement.title}>{words.promisesOf}</PageHeading>
      {programme && (
        <p>
          {programme.label[language]} (<a href={address(path, { fate })}>{words.withoutThis}</a>)
        </p>
      )}
      <SubNavigation
        label={words.promisesOf}
        items={[
          { text: words.all, href: to(undefined), current: fate === undefined, count: promises.total },
          ...FATES.filter((each) => promises.by[each] > 0 || fate === each).map((each) => ({
            ...{ text: words.fates[each], href: to(each), current: fate === each, count: promises.by[each] },
          })),
        ]}
      />
      {rows.lines.length === 0 ? (
        <EmptyState title={words.linesNone} />
      ) : (
        <PromiseList lines={rows.lines} words={words} language={language} today={today} rule={rule} />
      )}
      <Pagination
        about={words.promisesOf}
        previousHref={after ? to(fate) : undefined}
        nextHref={rows.next ? to(fate, rows.next) : undefined}
      />
    </>,
  );
});
