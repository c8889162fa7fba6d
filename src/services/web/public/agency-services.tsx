/** `GET /agencies/{code}/services`: what an agency offers, how complete its standards are, its digital share and its maklumat. */
import {
  AttachmentList,
  Breadcrumbs,
  formatBytes,
  formatDay,
  PageHeading,
  Pagination,
  page,
  StatTile,
  StatTiles,
  Table,
} from '../../../design/index.ts';
import { type Agency, agenciesByIds, agencyByCode, lineOf } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { todayAt } from '../../actions/on-service.ts';
import { type Charter, charterOn } from '../../rules/charter.ts';
import { COMPONENTS, DELIVERY_CODES } from '../../rules/components.ts';
import { chartersOf, officesWithCharter } from '../../store/charters.ts';
import { publishedServices } from '../../store/lists.ts';
import { type MissingLine, missingUnder, sumsByOffice, sumsUnder } from '../../store/sums.ts';
import { tellCount, tellShare } from '../telling.tsx';
import { type ServiceWords, wordsIn } from '../words.ts';
import { ServiceLines } from './lines.tsx';

const PAGE_SIZE = 25;
const MISSING_SHOWN = 20;

export async function agencyServices(c: WebContext): Promise<Response> {
  const { db, clock } = c.get('tools');
  const agency = await agencyByCode(db, c.req.param('code') ?? '');
  if (!agency) return c.notFound();
  const language = c.get('language');
  const words = wordsIn(language);
  const today = todayAt(agency.regionCode, clock.now());
  const after = c.req.query('after');
  const path = `/agencies/${agency.code}/services`;
  const [line, sums, offices, found, charters, withCharter, missing] = await Promise.all([
    lineOf(db, agency),
    sumsUnder(db, agency.id, today),
    sumsByOffice(db, [agency.id], today),
    publishedServices(db, { under: agency.id }, today, { after, limit: PAGE_SIZE }),
    chartersOf(db, agency.id),
    officesWithCharter(db, [agency.id], today),
    missingUnder(db, agency.id, today, MISSING_SHOWN, DELIVERY_CODES),
  ]);
  const names = await agenciesByIds(db, [...offices.map(({ agencyId }) => agencyId), ...found.lines.map((one) => one.agencyId)]);
  const others = offices.filter(({ agencyId }) => agencyId !== agency.id);
  const filtered = `/services?agency=${encodeURIComponent(agency.code)}`;
  return page(
    c,
    {
      title: words.agencyServices(agency.name),
      wide: true,
      robots: 'index',
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.title, href: '/services' },
            ...line.slice(0, -1).map((one) => ({ text: one.shortName, href: `/agencies/${one.code}/services` })),
            { text: agency.shortName, href: `/agencies/${agency.code}` },
          ]}
        />
      ),
    },
    <>
      <PageHeading caption={agency.name}>{words.agencyServicesShort}</PageHeading>
      {sums.services === 0 ? (
        <p>{words.agencyNone}</p>
      ) : (
        <>
          <StatTiles>
            <StatTile value={String(sums.services)} label={words.servicesCount} href={filtered} />
            <StatTile
              value={tellCount(sums.delivery, words)}
              label={words.deliveryCount}
              href="#missing"
              note={tellShare(sums.delivery.stated, sums.delivery.of, language)}
            />
            <StatTile
              value={tellCount(sums.all, words)}
              label={words.allComponents}
              href="#missing"
              note={tellShare(sums.all.stated, sums.all.of, language)}
            />
            <StatTile
              value={tellShare(sums.online, sums.services, language)}
              label={words.digitalShare}
              href={`${filtered}&channel=online`}
              note={words.digitalWhy(sums.online, sums.services)}
            />
          </StatTiles>
          <ServiceLines lines={found.lines} agencies={names} caption={words.title} language={language} words={words} />
          <Pagination
            about={words.more}
            nextHref={found.next === null ? undefined : `${path}?after=${encodeURIComponent(found.next)}`}
            previousHref={after ? path : undefined}
          />
          <p>
            <a href={filtered}>{words.findAll}</a> · <a href={`/services.csv?agency=${agency.code}`}>{words.download}</a>
          </p>
        </>
      )}
      <h2>{words.charter}</h2>
      <CharterShown charter={charterOn(charters, today)} language={language} words={words} />
      {others.length > 0 && (
        <Table
          id="offices"
          caption={words.byOffice}
          stacked
          rowHeaders
          columns={[
            { label: words.officeColumn },
            { label: words.servicesCount, numeric: true },
            { label: words.deliveryCount, numeric: true },
            { label: words.allComponents, numeric: true },
            { label: words.digitalShare, numeric: true },
            { label: words.charter },
          ]}
          rows={others.map((office) => [
            <OfficeLink agency={names.get(office.agencyId)} />,
            String(office.services),
            tellCount(office.delivery, words),
            tellCount(office.all, words),
            words.count(office.online, office.services),
            withCharter.has(office.agencyId) ? words.charterThere : words.charterMissing,
          ])}
        />
      )}
      {sums.services > 0 && (
        <MissingTable missing={missing} most={MISSING_SHOWN} agencies={names} language={language} words={words} />
      )}
    </>,
  );
}

function OfficeLink(props: { agency: Agency | undefined }) {
  return props.agency ? <a href={`/agencies/${props.agency.code}/services`}>{props.agency.name}</a> : null;
}

export function CharterShown(props: { charter: Charter | undefined; language: Language; words: ServiceWords }) {
  const { charter, language, words } = props;
  if (!charter) return <p>{words.charterNone}</p>;
  return (
    <>
      <blockquote class="govuk-inset-text tuntas-preserve">{charter.body}</blockquote>
      <p>
        <strong>{charter.signatoryName}</strong>
        <br />
        {charter.signedOn && words.charterSigned(charter.signatoryPosition, formatDay(charter.signedOn, language))}
      </p>
      {charter.file && (
        <AttachmentList
          files={[
            {
              name: words.charterScan,
              href: `/services/charters/${charter.id}/file`,
              about: formatBytes(charter.file.size, language),
            },
          ]}
        />
      )}
    </>
  );
}

/** What is missing and whose it is: the office and the position that answers for the standard. */
export function MissingTable(props: {
  missing: readonly MissingLine[];
  /** How many are shown at most. */
  most: number;
  agencies: ReadonlyMap<string, Agency>;
  language: Language;
  words: ServiceWords;
  hrefOf?: (line: MissingLine) => string;
}) {
  const { missing, most, agencies, language, words, hrefOf = (line) => `/services/${line.number}` } = props;
  return (
    <>
      <h2 id="missing">{words.missingList}</h2>
      {missing.length === 0 ? (
        <p>{words.missingNone}</p>
      ) : (
        <Table
          id="missing-list"
          caption={missing.length < most ? words.missingList : words.missingMore(missing.length)}
          captionSize={missing.length < most ? 'hidden' : 's'}
          stacked
          rowHeaders
          columns={[{ label: words.serviceColumn }, { label: words.missingColumn }, { label: words.ownerColumn }]}
          rows={missing.map((line) => [
            <a href={hrefOf(line)}>{line.name}</a>,
            line.missing.map((code) => COMPONENTS[code].label[language]).join(', '),
            [line.ownerPosition || words.headOf, agencies.get(line.agencyId)?.shortName ?? ''].filter(Boolean).join(', '),
          ])}
        />
      )}
    </>
  );
}
