/** Data-sharing grants in public: the register over all agreements, one grant, the rows as CSV, and those of one agreement for its page. */
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Child } from 'hono/jsx';
import {
  Breadcrumbs,
  Button,
  Checkbox,
  EmptyState,
  Form,
  InsetText,
  LinkButton,
  PageHeading,
  Pagination,
  page,
  Select,
  Table,
  Tag,
} from '../../../design/index.ts';
import { agencyByCode } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Day, dayOf } from '../../../kernel/time.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { address, cursorOf } from '../../../platform/http/query.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { DATA_SETS } from '../../rules/grants/data-sets.ts';
import { GRANT_STANDING_LABELS, grantStandingOn, isPublicGrant } from '../../rules/grants/grant.ts';
import { AFTERWARDS, FREQUENCIES, PURPOSES } from '../../rules/grants/terms.ts';
import { isPublic } from '../../rules/visibility.ts';
import { loadAgreementByCode } from '../../store/agreements.ts';
import { grantsOf, loadGrant } from '../../store/grants/grants.ts';
import { type GrantFilter, type GrantLine, publicGrants } from '../../store/grants/lists.ts';
import { frameWordsIn } from '../frame-words.ts';
import { publicPath } from '../opened.tsx';
import { GRANTS_CHECK, GRANTS_REGISTER } from './grant-pages.tsx';
import {
  basisText,
  dataSetText,
  GrantFacts,
  GrantStandingTag,
  giverText,
  PersonalTag,
  periodText,
  recipientsText,
} from './telling.tsx';
import { type GrantWords, grantWordsIn } from './words.ts';

const PAGE_SIZE = 30;
const EXPORTS_AN_HOUR = 60;

/** The filter as it stands in the address. */
async function filterOf(c: WebContext, today: Day): Promise<{ filter: GrantFilter; query: Record<string, string | undefined> }> {
  const set = DATA_SETS.find(({ code }) => code === c.req.query('set'))?.code;
  const typedAgency = c.req.query('agency');
  const agency = typedAgency ? await agencyByCode(c.get('tools').db, typedAgency) : undefined;
  const inForce = c.req.query('in-force') === 'yes';
  const personal = c.req.query('personal') === 'yes';
  return {
    filter: {
      ...(set ? { dataSet: set } : {}),
      ...(agency ? { agencyId: agency.id } : {}),
      ...(inForce ? { inForceOn: today } : {}),
      ...(personal ? { personalOnly: true } : {}),
    },
    query: { set, agency: agency?.code, 'in-force': inForce ? 'yes' : undefined, personal: personal ? 'yes' : undefined },
  };
}

export async function grantsRegisterPage(c: WebContext): Promise<Response> {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const words = grantWordsIn(language);
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const { filter, query } = await filterOf(c, today);
  const after = cursorOf(c);
  const { lines, next } = await publicGrants(tools.db, filter, { after, limit: PAGE_SIZE });
  const isFiltered = Object.values(query).some((value) => value !== undefined);
  return page(
    c,
    {
      title: words.registerTitle,
      description: words.registerLead,
      robots: 'index',
      wide: true,
      before: <Breadcrumbs crumbs={[{ text: words.agreements, href: '/agreements' }]} />,
    },
    <>
      <PageHeading>{words.registerTitle}</PageHeading>
      <p class="govuk-body-l">{words.registerLead}</p>
      <p>
        {words.registerRule} <a href={GRANTS_CHECK}>{words.toCheck}</a>
      </p>
      <Form method="get" action={GRANTS_REGISTER}>
        <Select
          name="set"
          label={words.dataSet}
          emptyLabel={words.allSets}
          value={query.set ?? ''}
          options={DATA_SETS.map(({ code, label }) => ({ value: code, label: label[language] }))}
        />
        <Checkbox name="in-force" label={words.onlyInForce} checked={query['in-force'] === 'yes'} />
        <Checkbox name="personal" label={words.onlyPersonal} checked={query.personal === 'yes'} />
        <Button kind="secondary">{words.filter}</Button> {isFiltered && <a href={GRANTS_REGISTER}>{words.clear}</a>}
      </Form>
      {lines.length === 0 ? (
        <EmptyState title={isFiltered ? words.registerNoneFiltered : words.registerNone} />
      ) : (
        <GrantsTable lines={lines} today={today} words={words} language={language} />
      )}
      <Pagination
        about={words.pages}
        previousHref={after ? address(GRANTS_REGISTER, query) : undefined}
        nextHref={next ? address(GRANTS_REGISTER, { ...query, after: next }) : undefined}
      />
      <LinkButton kind="secondary" href={address(`${GRANTS_REGISTER}.csv`, query)}>
        {words.csv}
      </LinkButton>
    </>,
  );
}

interface Telling {
  readonly words: GrantWords;
  readonly language: Language;
  readonly today: Day;
}

function GrantsTable({ lines, today, words, language, brief }: Telling & { lines: readonly GrantLine[]; brief?: boolean }) {
  return (
    <Table
      id="grants"
      caption={words.registerTitle}
      captionSize="hidden"
      stacked
      columns={[
        { label: words.dataSet },
        { label: words.giver },
        { label: words.recipient },
        { label: words.purpose },
        { label: words.period },
        { label: words.standing },
        ...(brief ? [] : [{ label: words.agreement }]),
      ]}
      rows={lines.map(({ grant, agreement }) => [
        <>
          <a href={`${publicPath(agreement)}/grants/${grant.ordinal}`}>{dataSetText(grant, language)}</a>
          <br />
          {words.fieldsCount(grant.fields.length)}{' '}
          {grant.personal !== 'none' && <PersonalTag personal={grant.personal} language={language} />}
        </>,
        giverText(grant, agreement),
        recipientsText(grant),
        PURPOSES[grant.purpose][language],
        periodText(grant, language),
        <GrantStandingTag {...{ grant, agreement, today, language }} />,
        ...(brief ? [] : [<a href={publicPath(agreement)}>{agreement.code}</a>]),
      ])}
    />
  );
}

/** The grants of one agreement for its public page; says it when there is none. */
export async function publicGrantsOf(tools: Tools, agreement: Agreement, language: Language): Promise<Child> {
  const words = grantWordsIn(language);
  const grants = (await grantsOf(tools.db, agreement.id)).filter(isPublicGrant);
  if (grants.length === 0) return <p>{words.noGrants}</p>;
  const today = dayOf(tools.clock.now(), agreement.zone);
  return (
    <GrantsTable lines={grants.map((grant) => ({ grant, agreement }))} today={today} words={words} language={language} brief />
  );
}

/** `/agreements/{code}/grants/{n}` */
export async function publicGrantPage(c: WebContext): Promise<Response> {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const agreement = await loadAgreementByCode(tools.db, c.req.param('code') ?? '');
  const ordinal = Number(c.req.param('ordinal'));
  if (!agreement || !isPublic(agreement) || ordinal >= 2 ** 31) return c.notFound();
  const grant = await loadGrant(tools.db, agreement.id, ordinal);
  if (!grant || !isPublicGrant(grant)) return c.notFound();
  const words = grantWordsIn(language);
  const title = `${words.number(grant.ordinal)}: ${dataSetText(grant, language)}`;
  return page(
    c,
    {
      title: `${title} (${agreement.code})`,
      robots: 'index',
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.agreements, href: '/agreements' },
            { text: agreement.code, href: publicPath(agreement) },
            { text: words.registerTitle, href: GRANTS_REGISTER },
          ]}
        />
      ),
    },
    <>
      <PageHeading caption={words.ofAgreement(agreement.code)}>{title}</PageHeading>
      {grant.isExample && (
        <p>
          <Tag tone="neutral">{frameWordsIn(language).example}</Tag>
        </p>
      )}
      <GrantFacts {...{ grant, agreement, today: dayOf(tools.clock.now(), agreement.zone), words, language }} />
      <InsetText>
        <p>{words.registerRule}</p>
      </InsetText>
    </>,
  );
}

const COLUMNS = [
  'kerja_sama',
  'nomor',
  'kumpulan_data',
  'kode_kumpulan',
  'kolom',
  'data_pribadi',
  'pemberi',
  'penerima',
  'tujuan',
  'uraian_tujuan',
  'dasar_hukum',
  'uraian_dasar',
  'mulai',
  'sampai',
  'berkala',
  'simpan_bulan',
  'sesudahnya',
  'keadaan',
  'diakhiri',
  'contoh',
] as const;

/** `/agreements/grants.csv`: streamed, a page of rows at a time, filtered as the page. */
export async function grantsCsv(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const now = tools.clock.now();
  const asks = { bucket: 'grants-csv', key: clientAddress(c), limit: EXPORTS_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const today = dayOf(now, 'Asia/Jakarta');
  const { filter } = await filterOf(c, today);
  const rows = async function* () {
    for (let after: string | undefined; ; ) {
      const { lines, next } = await publicGrants(tools.db, filter, { after, limit: 200 });
      for (const line of lines) yield cellsOf(line, today);
      if (next === null) return;
      after = next;
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
    'Content-Disposition': 'attachment; filename="izin-berbagi-data.csv"',
    'Cache-Control': 'no-store',
  });
}

function cellsOf({ grant, agreement }: GrantLine, today: Day): Record<(typeof COLUMNS)[number], string> {
  return {
    kerja_sama: agreement.code,
    nomor: String(grant.ordinal),
    kumpulan_data: dataSetText(grant, 'id'),
    kode_kumpulan: grant.dataSet,
    kolom: grant.fields.map(({ label }) => label.id).join(', '),
    data_pribadi: { none: 'tidak', general: 'umum', specific: 'spesifik' }[grant.personal],
    pemberi: giverText(grant, agreement),
    penerima: recipientsText(grant),
    tujuan: PURPOSES[grant.purpose].id,
    uraian_tujuan: grant.purposeText,
    dasar_hukum: basisText(grant.legalBasis, 'id'),
    uraian_dasar: grant.basisNote,
    mulai: grant.startsOn.toString(),
    sampai: grant.untilOn.toString(),
    berkala: FREQUENCIES[grant.frequency].id,
    simpan_bulan: String(grant.retentionMonths),
    sesudahnya: AFTERWARDS[grant.afterwards].id,
    keadaan: GRANT_STANDING_LABELS[grantStandingOn(grant, agreement, today)].id,
    diakhiri: grant.endedOn?.toString() ?? '',
    contoh: grant.isExample ? 'ya' : 'tidak',
  };
}
