/** `GET /services/{number}`: one service as everyone may read it, in the order of SIPPN. */
import { Breadcrumbs, Columns, Details, formatDay, LinkButton, PageHeading, page, WarningText } from '../../../design/index.ts';
import { type Agency, agencyById, lineOf } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { todayAt } from '../../actions/on-service.ts';
import { completeness } from '../../rules/completeness.ts';
import { COMPONENTS, DELIVERY_CODES } from '../../rules/components.ts';
import { differenceOf } from '../../rules/difference.ts';
import { SERVICE_FIELDS } from '../../rules/fields.ts';
import { SERVICE_CHANNELS, type Service, type ServiceVersion, versionOn } from '../../rules/service.ts';
import { serviceByNumber, versionsOf } from '../../store/services.ts';
import type { ServiceSlots } from '../slots.ts';
import { Differences, Shortfalls, StandardList, tellCount } from '../telling.tsx';
import { type ServiceWords, wordsIn } from '../words.ts';

export interface PublicService {
  readonly service: Service;
  readonly version: ServiceVersion;
  readonly versions: readonly ServiceVersion[];
  readonly agency: Agency;
}

/** What of a service is public today: `gone` when it was offered and is no more, `undefined` when it never was. */
export async function publicService(
  c: WebContext,
  number: string,
): Promise<(PublicService & { readonly isGone: boolean }) | undefined> {
  const { db, clock } = c.get('tools');
  const service = await serviceByNumber(db, number);
  if (!service) return undefined;
  const [versions, agency] = await Promise.all([versionsOf(db, service.id), agencyById(db, service.agencyId)]);
  if (!agency) return undefined;
  const today = todayAt(service.regionCode, clock.now());
  const version = versionOn(versions, today);
  if (version) return { service, version, versions, agency, isGone: false };
  const last = versions.findLast(({ state }) => state === 'withdrawn');
  return last && { service, version: last, versions, agency, isGone: true };
}

export function servicePage(slots: ServiceSlots) {
  return async (c: WebContext): Promise<Response> => {
    const found = await publicService(c, c.req.param('number') ?? '');
    if (!found) return c.notFound();
    const language = c.get('language');
    const words = wordsIn(language);
    const { service, version, agency } = found;
    const line = await lineOf(c.get('tools').db, agency);
    const complaints = await slots.complaintsAbout(c, service.id);
    const complain = `/complaints/new?service=${service.number}`;
    return page(
      c,
      {
        title: version.name,
        description: version.standard.product || version.name,
        ...(found.isGone ? { status: 410 } : { robots: 'index' as const }),
        before: (
          <Breadcrumbs
            crumbs={[
              { text: words.title, href: '/services' },
              ...line.map((one) => ({ text: one.shortName, href: `/agencies/${one.code}/services` })),
            ]}
          />
        ),
      },
      <Columns>
        <PageHeading caption={agency.name}>{version.name}</PageHeading>
        {found.isGone && version.withdrawnOn ? (
          <WarningText>
            {words.withdrawnTitle}. {words.withdrawnWhy(formatDay(version.withdrawnOn, language))}
          </WarningText>
        ) : (
          <p>
            {version.onlineAddress !== '' && (
              <>
                <LinkButton href={version.onlineAddress}>{words.openOnline}</LinkButton>{' '}
              </>
            )}
            <LinkButton href={complain} kind={version.onlineAddress === '' ? 'primary' : 'secondary'}>
              {words.complain}
            </LinkButton>
          </p>
        )}
        <Standard found={found} language={language} words={words} />
        <Missing found={found} language={language} words={words} />
        <h2>{words.issues}</h2>
        <p>{words.complainWhy}</p>
        {!found.isGone && (
          <p>
            <a href={complain}>{words.complain}</a>
          </p>
        )}
        {complaints}
        <Changes found={found} language={language} words={words} />
        {!found.isGone && (
          <p>
            <a href={`/services/${service.number}/counter`}>{words.print}</a>
          </p>
        )}
      </Columns>,
    );
  };
}

interface Shown {
  readonly found: PublicService;
  readonly language: Language;
  readonly words: ServiceWords;
}

function Standard({ found: { service, version, agency }, language, words }: Shown) {
  const decree =
    version.decreeNumber === '' || version.decreeOn === null
      ? words.decreeNone
      : words.decree(version.decreeNumber, formatDay(version.decreeOn, language));
  return (
    <>
      <h2>{words.publicPart}</h2>
      <StandardList
        content={version}
        codes={DELIVERY_CODES}
        language={language}
        extra={[
          { key: words.number, value: service.number },
          { key: words.office, value: <a href={`/agencies/${agency.code}`}>{agency.name}</a> },
          { key: words.particulars.field, value: SERVICE_FIELDS[version.field][language] },
          { key: words.particulars.channel, value: SERVICE_CHANNELS[version.channel][language] },
          version.onlineAddress !== '' && {
            key: words.particulars.onlineAddress,
            value: (
              <a href={version.onlineAddress} rel="noopener noreferrer">
                {version.onlineAddress}
              </a>
            ),
          },
          { key: words.particulars.decreeNumber, value: decree },
          version.validFrom !== null && { key: words.validFrom, value: formatDay(version.validFrom, language) },
        ]}
      />
      <p class="govuk-hint">{words.publicPartWhy}</p>
    </>
  );
}

/** Said openly: how much is stated, and whose it is to state the rest. */
function Missing({ found: { version, agency }, language, words }: Shown) {
  const judged = completeness(version.standard);
  const lacking = judged.missing.filter(({ code }) => COMPONENTS[code].side === 'delivery');
  return (
    <>
      <p>
        {words.deliveryCount}: <strong>{tellCount(judged.delivery, words)}</strong>.
      </p>
      {lacking.length > 0 && (
        <Details summary={words.whatIsMissing}>
          <ul>
            {lacking.map((state) => (
              <li>
                {COMPONENTS[state.code].label[language]}
                <Shortfalls state={state} language={language} />
              </li>
            ))}
          </ul>
          <p>{words.missingWho(version.ownerPosition || words.headOf, agency.name)}</p>
        </Details>
      )}
    </>
  );
}

function Changes({ found: { version, versions }, language, words }: Shown) {
  const before = versions.findLast((one) => one.version < version.version && one.state !== 'draft');
  if (!before) return null;
  return (
    <Details summary={words.changes}>
      {version.note !== '' && <p>{words.changesWhy(version.note)}</p>}
      <Differences differences={differenceOf(before, version, language, DELIVERY_CODES)} language={language} words={words} />
    </Details>
  );
}
