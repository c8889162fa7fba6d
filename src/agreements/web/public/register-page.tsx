/** `/agreements`: every signed agreement, searched and filtered, and as CSV. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import {
  EmptyState,
  Filter,
  formatDay,
  Hidden,
  LinkButton,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  Select,
  SubNavigation,
  Tag,
  TextInput,
} from '../../../design/index.ts';
import { agenciesByIds, agencyByCode, regionsIn } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { address, cursorOf, oneOf, wordsOf } from '../../../platform/http/query.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { STANDING_LABELS, standingOn, type WarnDays } from '../../rules/in-force.ts';
import { AGREEMENT_KINDS, agreementKind, KINDS } from '../../rules/kinds.ts';
import { lightRuleOn, warnDaysOn } from '../../rules/numbers.ts';
import { agreementProgress } from '../../store/lines/progress.ts';
import { programmes } from '../../store/programmes.ts';
import {
  PUBLIC_STANDINGS,
  type PublicFilter,
  publicAgreements,
  signingYears,
  standingCounts,
} from '../../store/public/register.ts';
import type { AgreementSummary } from '../../store/register/lists.ts';
import { standingTone } from '../agreement-frame.tsx';
import { GRANTS_REGISTER } from '../grants/grant-pages.tsx';
import { publicPath } from '../opened.tsx';
import { RAD_PUBLIC } from '../rad/addresses.ts';
import { COVERAGE, REGISTER } from './addresses.ts';
import { percentText } from './numbers.ts';
import { type PublicWords, publicWordsIn } from './words.ts';

const PAGE_SIZE = 25;
const EXPORTS_AN_HOUR = 60;
/** In ten minutes, from one address. */
const SEARCHES = 120;
const SHOWN_PARTIES = 4;

interface View {
  readonly filter: PublicFilter;
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** What means nothing is left out. */
export async function viewOf(c: WebContext): Promise<View> {
  const { db } = c.get('tools');
  const kind = oneOf(KINDS, c.req.query('kind'));
  const standing = oneOf(PUBLIC_STANDINGS, c.req.query('standing'));
  const region = /^\d\d(\.\d\d)?$/.test(c.req.query('region') ?? '') ? c.req.query('region') : undefined;
  const year = /^(19|20|21)\d\d$/.test(c.req.query('year') ?? '') ? c.req.query('year') : undefined;
  const asked = c.req.query('programme');
  const programme = asked && (await programmes(db)).some(({ code }) => code === asked) ? asked : undefined;
  const agency = c.req.query('agency') ? await agencyByCode(db, c.req.query('agency') ?? '') : undefined;
  const words = wordsOf(c);
  return {
    filter: {
      ...{ kind, standing, programme, regionCode: region, partyId: agency?.id, words: words === '' ? undefined : words },
      year: year === undefined ? undefined : Number(year),
    },
    query: { q: words, kind, standing, programme, region, year, agency: agency?.code },
  };
}

export async function registerPage(c: WebContext): Promise<Response> {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const { db } = tools;
  const words = publicWordsIn(language);
  const now = tools.clock.now();
  const today = dayOf(now, 'Asia/Jakarta');
  const { filter, query } = await viewOf(c);
  if (filter.words !== undefined) await maySearchHere(c);
  const after = cursorOf(c);
  const law = await lawBook(tools, db);
  const asked = { now, warnDays: warnDaysOn(law, today) };
  const [found, counts, known, provinces, years] = await Promise.all([
    publicAgreements(db, filter, asked, { after, limit: PAGE_SIZE }),
    standingCounts(db, { ...filter, standing: undefined }, asked),
    programmes(db),
    regionsIn(db, null),
    signingYears(db),
  ]);
  const ids = found.lines.filter(({ kind }) => agreementKind(kind).hasLines).map(({ id }) => id);
  const progress = await agreementProgress(db, ids, today, lightRuleOn(law, today));
  const isFiltered = Object.values(query).some((value) => value !== undefined && value !== '');
  const selected = [
    ...(query.q ? [{ text: query.q, href: address(REGISTER, { ...query, q: undefined }) }] : []),
    ...(filter.kind
      ? [{ text: AGREEMENT_KINDS[filter.kind].label[language], href: address(REGISTER, { ...query, kind: undefined }) }]
      : []),
    ...(filter.programme
      ? [
          {
            text: known.find(({ code }) => code === filter.programme)?.label[language] ?? filter.programme,
            href: address(REGISTER, { ...query, programme: undefined }),
          },
        ]
      : []),
    ...(query.region
      ? [
          {
            text: provinces.find(({ code }) => code === query.region)?.name ?? query.region,
            href: address(REGISTER, { ...query, region: undefined }),
          },
        ]
      : []),
    ...(query.year ? [{ text: query.year, href: address(REGISTER, { ...query, year: undefined }) }] : []),
    ...(query.agency
      ? [{ text: await partyName(c, filter.partyId), href: address(REGISTER, { ...query, agency: undefined }) }]
      : []),
  ];
  return page(
    c,
    {
      ...{ title: words.listTitle, description: words.listLead, wide: true },
      // Every combination of filters is the same list: one address is enough for search engines.
      ...(isFiltered || after ? {} : { robots: 'index' as const }),
    },
    <>
      <PageHeading>{words.listTitle}</PageHeading>
      <p class="govuk-body-l">{words.listLead}</p>
      <p>{words.listSpirit}</p>
      <p>
        <a href={COVERAGE}>{words.toCoverage}</a> · <a href="/agreements/commitments">{words.toCommitments}</a> ·{' '}
        <a href={RAD_PUBLIC}>{words.toRad}</a> · <a href={GRANTS_REGISTER}>{words.toGrants}</a>
      </p>
      <SubNavigation
        label={words.standing}
        items={[
          {
            text: words.all,
            href: address(REGISTER, { ...query, standing: undefined }),
            current: filter.standing === undefined,
            count: PUBLIC_STANDINGS.reduce((sum, each) => sum + counts[each], 0),
          },
          ...PUBLIC_STANDINGS.filter((each) => counts[each] > 0 || filter.standing === each).map((each) => ({
            text: STANDING_LABELS[each][language],
            href: address(REGISTER, { ...query, standing: each }),
            current: filter.standing === each,
            count: counts[each],
          })),
        ]}
      />
      <ListWithFilter
        filter={
          <Filter
            action={REGISTER}
            selected={selected.length > 0 ? [{ heading: words.filter, items: selected }] : []}
            clearHref={REGISTER}
          >
            {filter.standing && <Hidden name="standing" value={filter.standing} />}
            {query.agency && <Hidden name="agency" value={query.agency} />}
            <TextInput name="q" label={words.search} value={query.q ?? ''} type="search" />
            <Select
              name="kind"
              label={words.kind}
              emptyLabel={words.allKinds}
              value={filter.kind ?? ''}
              options={KINDS.map((kind) => ({ value: kind, label: AGREEMENT_KINDS[kind].label[language] }))}
            />
            <Select
              name="programme"
              label={words.programme}
              emptyLabel={words.allProgrammes}
              value={filter.programme ?? ''}
              options={known.map(({ code, label }) => ({ value: code, label: label[language] }))}
            />
            <Select
              name="region"
              label={words.province}
              emptyLabel={words.allProvinces}
              value={query.region ?? ''}
              options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <Select
              name="year"
              label={words.year}
              emptyLabel={words.allYears}
              value={query.year ?? ''}
              options={years.map((year) => ({ value: String(year), label: String(year) }))}
            />
          </Filter>
        }
      >
        {found.lines.length === 0 ? (
          <EmptyState title={isFiltered ? words.noneFiltered : words.none}>
            <p>{isFiltered ? words.noneFilteredText : words.noneText}</p>
          </EmptyState>
        ) : (
          <ul class="tuntas-lines">
            {found.lines.map((line) => (
              <PublicAgreementLine
                line={line}
                share={progress.get(line.id)?.share ?? null}
                {...{ words, language, now, warnDays: asked.warnDays }}
              />
            ))}
          </ul>
        )}
        <Pagination
          about={words.pages}
          previousHref={after ? address(REGISTER, query) : undefined}
          nextHref={found.next ? address(REGISTER, { ...query, after: found.next }) : undefined}
        />
        <p>
          <LinkButton kind="secondary" href={address(`${REGISTER}.csv`, query)}>
            {words.csv}
          </LinkButton>{' '}
          <a href="/open-data/api">{words.json}</a>
        </p>
      </ListWithFilter>
    </>,
  );
}

/** Word searches cost the database more than anything else here. Far above what a person types. @throws RefusedRequest */
export async function maySearchHere(c: WebContext): Promise<void> {
  const tools = c.get('tools');
  const asks = {
    bucket: 'agreements-search',
    key: clientAddress(c),
    limit: SEARCHES,
    windowSeconds: 600,
    now: tools.clock.now(),
  };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}

async function partyName(c: WebContext, id: string | undefined): Promise<string> {
  return id === undefined ? '' : ((await agenciesByIds(c.get('tools').db, [id])).get(id)?.name ?? '');
}

/** One agreement in a list: what it is, how it stands, with whom, until when, how far. */
export function PublicAgreementLine(props: {
  line: AgreementSummary;
  share: number | null;
  words: PublicWords;
  language: Language;
  now: Moment;
  warnDays: WarnDays;
  level?: 2 | 3;
}) {
  const { line, share, words, language, now, warnDays, level = 2 } = props;
  const Title = `h${level}` as 'h2';
  const standing = standingOn(line, dayOf(now, line.zone), warnDays);
  const more = line.parties.length - SHOWN_PARTIES;
  return (
    <li class="tuntas-lines__item">
      <Title class="tuntas-lines__title">
        <a href={publicPath(line)}>{line.title}</a>
      </Title>
      <p class="tuntas-lines__tags">
        <Tag tone={standingTone(standing, line.isFollowed === true)}>{STANDING_LABELS[standing][language]}</Tag>
        {line.unwatched.length > 0 && <Tag tone="warning">{words.unwatched}</Tag>}
        {line.isExample && <Tag tone="neutral">{words.example}</Tag>}
      </p>
      <p class="tuntas-lines__meta">
        {[
          agreementKind(line.kind).label[language],
          line.code,
          line.signedOn ? words.signed(formatDay(line.signedOn, language, 'short')) : '',
          line.inForceUntil ? words.until(formatDay(line.inForceUntil, language, 'short')) : words.noEnd,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="tuntas-lines__meta">
        {line.parties.slice(0, SHOWN_PARTIES).join('; ')}
        {more > 0 && ` ${words.andOthers(more)}`}
      </p>
      {share !== null && <p class="tuntas-lines__meta">{words.ofPlan(percentText(share))}</p>}
    </li>
  );
}

const COLUMNS = [
  'kode',
  'jenis',
  'judul',
  'para_pihak',
  'ruang_lingkup',
  'ditandatangani',
  'mulai',
  'sampai',
  'diakhiri',
  'keadaan',
  'baris',
  'tercapai_persen',
  'selesai',
  'lewat_tenggat',
  'tanpa_narahubung',
  'contoh',
] as const;

/** `/agreements.csv`: streamed, a page of rows at a time, filtered as the page. Days as ISO, percent cut off to whole ones. */
export async function registerCsv(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const now = tools.clock.now();
  const asks = { bucket: 'agreements-csv', key: clientAddress(c), limit: EXPORTS_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const { filter } = await viewOf(c);
  const today = dayOf(now, 'Asia/Jakarta');
  const law = await lawBook(tools, tools.db);
  const asked = { now, warnDays: warnDaysOn(law, today) };
  const rule = lightRuleOn(law, today);
  const known = await programmes(tools.db);
  const rows = async function* () {
    for (let after: string | undefined; ; ) {
      const { lines, next } = await publicAgreements(tools.db, filter, asked, { after, limit: 200 });
      const progress = await agreementProgress(
        tools.db,
        lines.map(({ id }) => id),
        today,
        rule,
      );
      for (const line of lines) yield cellsOf(line);
      if (next === null) return;
      after = next;

      function cellsOf(line: AgreementSummary): Record<(typeof COLUMNS)[number], string> {
        const far = progress.get(line.id);
        return {
          kode: line.code,
          jenis: AGREEMENT_KINDS[line.kind].label.id,
          judul: line.title,
          para_pihak: line.parties.join('; '),
          ruang_lingkup: line.programmes.map((code) => known.find((one) => one.code === code)?.label.id ?? code).join('; '),
          ditandatangani: line.signedOn?.toString() ?? '',
          mulai: line.inForceFrom?.toString() ?? '',
          sampai: line.inForceUntil?.toString() ?? '',
          diakhiri: line.endedOn?.toString() ?? '',
          keadaan: STANDING_LABELS[standingOn(line, dayOf(now, line.zone), asked.warnDays)].id,
          baris: far ? String(far.lines) : '',
          tercapai_persen: far && far.share !== null ? String(Math.floor(far.share * 100 + 1e-9)) : '',
          selesai: far ? String(far.done) : '',
          lewat_tenggat: far ? String(far.late) : '',
          tanpa_narahubung: line.unwatched.join('; '),
          contoh: line.isExample ? 'ya' : 'tidak',
        };
      }
    }
  };
  const writer = stringify({
    header: true,
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    columns: [...COLUMNS],
  });
  return c.body(Readable.toWeb(Readable.from(rows()).compose(writer) as unknown as Readable) as unknown as ReadableStream, 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': 'attachment; filename="kerja-sama.csv"',
    'Cache-Control': 'no-store',
  });
}
