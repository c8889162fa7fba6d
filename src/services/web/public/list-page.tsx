/** `GET /services`: the services in force, for everyone. All of the filter stands in the address. */
import {
  Checkboxes,
  EmptyState,
  Filter,
  Hidden,
  LinkButton,
  ListWithFilter,
  PageHeading,
  Pagination,
  page,
  Select,
  type SelectedFilter,
  TextInput,
} from '../../../design/index.ts';
import { agenciesByIds, regionByCode, regionsIn, regionTitle } from '../../../directory/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { SERVICE_FIELDS, type ServiceField } from '../../rules/fields.ts';
import { publishedServices } from '../../store/lists.ts';
import { type ServiceWords, wordsIn } from '../words.ts';
import { type Asked, addressOf, type Pair, pairsOf, readAsked, toFilter } from './filter.ts';
import { ServiceLines } from './lines.tsx';

const PAGE_SIZE = 25;
const PATH = '/services';

export async function listPage(c: WebContext): Promise<Response> {
  const { db, clock } = c.get('tools');
  const language = c.get('language');
  const words = wordsIn(language);
  const asked = await readAsked(new URL(c.req.url), db);
  const found = await publishedServices(db, toFilter(asked), dayOf(clock.now(), 'Asia/Jakarta'), {
    after: asked.after,
    limit: PAGE_SIZE,
  });
  const agencies = await agenciesByIds(
    db,
    found.lines.map(({ agencyId }) => agencyId),
  );
  const pairs = pairsOf(asked);
  const region = asked.region === '' ? undefined : await regionByCode(db, asked.region);
  const fields = Object.keys(SERVICE_FIELDS) as ServiceField[];
  return page(
    c,
    {
      title: words.title,
      description: words.description,
      wide: true,
      ...(pairs.length === 0 && !asked.after ? { robots: 'index' as const } : {}),
    },
    <>
      <PageHeading>{words.title}</PageHeading>
      <p>{words.lead}</p>
      <ListWithFilter
        filter={
          <Filter
            action={PATH}
            selected={selectedOf(asked, pairs, region ? regionTitle(region) : '', words, language)}
            clearHref={PATH}
          >
            <TextInput name="q" label={words.searchLabel} hint={words.searchHint} value={asked.q} type="search" maxlength={200} />
            {asked.agency && <Hidden name="agency" value={asked.agency.code} />}
            <Select
              name="region"
              label={words.region}
              emptyLabel={words.anyRegion}
              options={await places(db, asked.region)}
              value={asked.region}
            />
            <Select
              name="channel"
              label={words.channel}
              emptyLabel={words.anyChannel}
              options={[
                { value: 'counter', label: words.channelCounter },
                { value: 'online', label: words.channelOnline },
              ]}
              value={asked.channel ?? ''}
            />
            <Checkboxes
              name="field"
              label={words.field}
              small
              choices={fields.map((value) => ({ value, label: SERVICE_FIELDS[value][language] }))}
              values={[...asked.fields]}
            />
          </Filter>
        }
      >
        {found.lines.length === 0 ? (
          <EmptyState title={words.none} action={<LinkButton href={PATH}>{words.allServices}</LinkButton>}>
            <p>{words.noneHelp}</p>
          </EmptyState>
        ) : (
          <ServiceLines lines={found.lines} agencies={agencies} caption={words.title} language={language} words={words} />
        )}
        <Pagination
          about={words.more}
          nextHref={found.next === null ? undefined : addressOf(PATH, [...pairs, ['after', found.next]])}
          previousHref={asked.after ? addressOf(PATH, pairs) : undefined}
        />
        <p>
          <a href={addressOf('/services.csv', asked.agency ? [['agency', asked.agency.code]] : [])}>{words.download}</a>
        </p>
      </ListWithFilter>
    </>,
  );
}

/** Provinces, and below the chosen one its regencies. */
async function places(db: Db, region: string): Promise<{ value: string; label: string }[]> {
  const options = (await regionsIn(db, null)).map(({ code, name }) => ({ value: code, label: name }));
  if (region === '') return options;
  const province = region.slice(0, 2);
  const inner = (await regionsIn(db, province)).map(({ code, name }) => ({ value: code, label: `– ${name}` }));
  return options.flatMap((option) => (option.value === province ? [option, ...inner] : [option]));
}

function selectedOf(
  asked: Asked,
  pairs: readonly Pair[],
  region: string,
  words: ServiceWords,
  language: Language,
): readonly SelectedFilter[] {
  const group = (heading: string, name: string, text: (value: string) => string) => ({
    heading,
    items: pairs
      .filter((pair) => pair[0] === name)
      .map((pair) => ({
        text: text(pair[1]),
        href: addressOf(
          PATH,
          pairs.filter((one) => one !== pair),
        ),
      })),
  });
  return [
    group(words.search, 'q', (value) => value),
    group(words.agency, 'agency', () => asked.agency?.name ?? ''),
    group(words.region, 'region', () => region),
    group(words.channel, 'channel', (value) => (value === 'online' ? words.channelOnline : words.channelCounter)),
    group(words.field, 'field', (value) => SERVICE_FIELDS[value as ServiceField][language]),
  ];
}
