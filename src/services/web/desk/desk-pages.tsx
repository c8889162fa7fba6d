/** `GET /desk/services`: the offices one looks after, each with how complete its standards are; and one office with its services. */
import {
  BackLink,
  ButtonGroup,
  EmptyState,
  LinkButton,
  PageHeading,
  Pagination,
  page,
  SearchBox,
  Table,
  Tag,
} from '../../../design/index.ts';
import { agenciesByIds, listAgencies, searchAgencies } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { placeOf } from '../../actions/on-service.ts';
import { charterOn } from '../../rules/charter.ts';
import { SERVICE_FIELDS } from '../../rules/fields.ts';
import { mayReadInternal, readableAgencyIds, readsEverything } from '../../rules/permissions.ts';
import { chartersOf } from '../../store/charters.ts';
import { latestOf, type OfficeCounts, officeCounts } from '../../store/office-lists.ts';
import { reviewCounts } from '../../store/procedures.ts';
import { missingUnder } from '../../store/sums.ts';
import { MissingTable } from '../public/agency-services.tsx';
import { tellCount } from '../telling.tsx';
import type { ServiceWords } from '../words.ts';
import { type Asked, type AtOffice, officePath, servicePath } from './asked.tsx';

const OFFICES = 50;
const MISSING_SHOWN = 50;

export async function deskList(asked: Asked): Promise<Response> {
  const { c, tools, actor, words, now } = asked;
  const { db } = tools;
  const own = readableAgencyIds(actor);
  const q = (c.req.query('q') ?? '').trim().slice(0, 100);
  const after = c.req.query('after');
  const found = await officesFor(asked, own, q, after);
  const counts = await officeCounts(
    db,
    found.rows.map(({ id }) => id),
    dayOf(now, 'Asia/Jakarta'),
  );
  return page(
    c,
    { title: words.deskTitle, wide: true, before: <BackLink href="/desk" text={words.desk} /> },
    <>
      <PageHeading>{words.deskTitle}</PageHeading>
      <p>{words.deskLead}</p>
      <ButtonGroup>
        <LinkButton href="/desk/services/table" kind="secondary">
          {words.toTable}
        </LinkButton>
      </ButtonGroup>
      <SearchBox action="/desk/services" label={words.findOffice} value={q} />
      {found.rows.length === 0 ? (
        <EmptyState title={words.none} />
      ) : (
        <Table
          id="offices"
          caption={words.offices}
          stacked
          rowHeaders
          columns={[
            { label: words.officeColumn },
            { label: words.servicesCount, numeric: true },
            { label: words.drafts, numeric: true },
            { label: words.deliveryCount, numeric: true },
            { label: words.allComponents, numeric: true },
            { label: words.charter },
          ]}
          rows={found.rows.map((agency) => {
            const count = counts.get(agency.id) ?? NOTHING;
            return [
              <a href={officePath(agency)}>{agency.name}</a>,
              String(count.published),
              String(count.drafts),
              count.published === 0 ? '–' : tellCount(count.delivery, words),
              count.published === 0 ? '–' : tellCount(count.all, words),
              <CharterTag there={count.hasCharter} words={words} />,
            ];
          })}
        />
      )}
      <Pagination
        about={words.officesMore}
        nextHref={found.next === null ? undefined : `/desk/services?after=${encodeURIComponent(found.next)}`}
        previousHref={after ? '/desk/services' : undefined}
      />
    </>,
  );
}

const NOTHING: OfficeCounts = {
  published: 0,
  drafts: 0,
  all: { stated: 0, of: 0 },
  delivery: { stated: 0, of: 0 },
  hasCharter: false,
};

function CharterTag(props: { there: boolean; words: ServiceWords }) {
  const { there, words } = props;
  return <Tag tone={there ? 'success' : 'warning'}>{there ? words.charterThere : words.charterMissing}</Tag>;
}

/** Offices of one's government and below, by name; whoever reads everything looks for one by name. */
async function officesFor(asked: Asked, own: readonly string[], q: string, after: string | undefined) {
  const { db } = asked.tools;
  if (q !== '') {
    const rows = (await searchAgencies(db, q, undefined, OFFICES)).filter((agency) =>
      mayReadInternal(asked.actor, placeOf(agency)),
    );
    return { rows, next: null };
  }
  const [under] = own;
  if (under === undefined && !readsEverything(asked.actor)) return { rows: [], next: null };
  // Several positions are rare: the first one's tree is listed, the others are found by name.
  return listAgencies(db, { after, limit: OFFICES, ...(under === undefined ? {} : { filters: { under } }) });
}

export async function officePage(at: AtOffice): Promise<Response> {
  const { c, tools, agency, words, language, manages, today, path } = at;
  const { db } = tools;
  const [services, charters, missing, reviews] = await Promise.all([
    latestOf(db, agency.id),
    chartersOf(db, agency.id),
    missingUnder(db, agency.id, today, MISSING_SHOWN),
    reviewCounts(db, agency.id, today),
  ]);
  const agencies = await agenciesByIds(
    db,
    missing.map(({ agencyId }) => agencyId),
  );
  return page(
    c,
    {
      title: words.agencyServices(agency.name),
      wide: true,
      before: <BackLink href="/desk/services" text={words.deskTitle} />,
    },
    <>
      <PageHeading caption={words.deskTitle}>{agency.name}</PageHeading>
      <ButtonGroup>
        {manages && <LinkButton href={`${path}/new`}>{words.newService}</LinkButton>}
        <LinkButton href={`${path}/charter`} kind="secondary">
          {words.charter}
        </LinkButton>
        <LinkButton href={`${path}/procedures`} kind="secondary">
          {words.toProcedures}
        </LinkButton>
        <LinkButton href={`/agencies/${agency.code}/services`} kind="secondary">
          {words.openPublic}
        </LinkButton>
      </ButtonGroup>
      <p>
        {words.charter}: <CharterTag there={charterOn(charters, today) !== undefined} words={words} />{' '}
        {reviews.inUse > 0 && words.overdueCount(reviews.overdue, reviews.inUse)}
      </p>
      {services.length === 0 ? (
        <EmptyState title={words.agencyNone} />
      ) : (
        <Table
          id="services"
          caption={words.title}
          stacked
          rowHeaders
          columns={[
            { label: words.serviceColumn },
            { label: words.field },
            { label: words.statusColumn },
            { label: words.deliveryCount },
            { label: words.allComponents },
          ]}
          rows={services.map((one) => [
            <a href={servicePath(one)}>{one.name}</a>,
            SERVICE_FIELDS[one.field][language],
            <Tag tone={one.isDraft ? 'info' : one.isOffered ? 'success' : 'neutral'}>
              {one.isDraft ? words.state.draft : one.isOffered ? words.state.published : words.state.withdrawn}
            </Tag>,
            words.count(one.statedDelivery, 6),
            words.count(one.stated, 14),
          ])}
        />
      )}
      <MissingTable
        missing={missing}
        most={MISSING_SHOWN}
        agencies={agencies}
        language={language}
        words={words}
        hrefOf={servicePath}
      />
    </>,
  );
}
