/** `/agreements/grants/check`: the question the exchange will ask, answered in public from the agreed grants of signed agreements. */
import {
  Breadcrumbs,
  Button,
  Checkboxes,
  DateInput,
  dateParts,
  dayFromParts,
  EmptyState,
  Form,
  Hidden,
  InsetText,
  NotificationBanner,
  PageHeading,
  page,
  partsOfDay,
  Select,
} from '../../../design/index.ts';
import { agenciesByIds, agencyById } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { idOf } from '../../../platform/http/query.ts';
import { type Coverage, type DataAsk, type GrantUnder, grantCovers, UNCOVERED_LABELS } from '../../rules/grants/covers.ts';
import { isPurpose, PURPOSES } from '../../rules/grants/terms.ts';
import { askableOf, askableSets, grantsAbout } from '../../store/grants/asking.ts';
import type { GrantLine } from '../../store/grants/lists.ts';
import { publicPath } from '../opened.tsx';
import { GRANTS_CHECK, GRANTS_REGISTER } from './grant-pages.tsx';
import { dataSetText } from './telling.tsx';
import { type GrantWords, grantWordsIn } from './words.ts';

export async function grantCheckPage(c: WebContext): Promise<Response> {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const words = grantWordsIn(language);
  const today = dayOf(tools.clock.now(), 'Asia/Jakarta');
  const known = await askableSets(tools.db);
  const sets = known.map((one) => [one.dataSet, dataSetText(one, language)] as const);
  const set = sets.find(([code]) => code === c.req.query('set'))?.[0];
  const askable = set === undefined ? undefined : await askableOf(tools.db, set);
  const fields = (askable?.fields ?? []).map((field) => [field.code, field.label[language]] as const);
  const asked = {
    fields: (c.req.queries('fields') ?? []).filter((code) => /^[a-z0-9-]{1,80}$/.test(code)).slice(0, 60),
    giverId: idOf(c, 'giver'),
    recipientId: idOf(c, 'recipient'),
    purpose: isPurpose(c.req.query('purpose') ?? '') ? (c.req.query('purpose') as string) : '',
    day: dayFromParts(dateParts(c.req.query(), 'day')) ?? today,
  };
  const giver = asked.giverId && (await agencyById(tools.db, asked.giverId));
  const ask: DataAsk | undefined =
    set && giver && asked.recipientId && asked.purpose !== '' && asked.fields.length > 0
      ? {
          ...{ dataSet: set, fields: asked.fields, giverPath: giver.path, recipientId: asked.recipientId },
          ...{ purpose: asked.purpose, day: asked.day },
        }
      : undefined;
  const about = ask ? await grantsAbout(tools.db, ask, true) : [];
  const answer = ask && grantCovers(about, ask);
  const names = await agenciesByIds(tools.db, [...(askable?.giverIds ?? []), ...(askable?.recipientIds ?? [])]);
  const options = (ids: readonly string[]) =>
    ids
      .flatMap((value) => ({ value, label: names.get(value)?.name ?? '' }))
      .filter(({ label }) => label !== '')
      .toSorted((a, b) => a.label.localeCompare(b.label, 'id'));
  return page(
    c,
    {
      title: words.checkTitle,
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.agreements, href: '/agreements' },
            { text: words.registerTitle, href: GRANTS_REGISTER },
          ]}
        />
      ),
    },
    <>
      <PageHeading>{words.checkTitle}</PageHeading>
      <p class="govuk-body-l">{words.checkLead}</p>
      {answer && <Answer answer={answer} labels={new Map(fields)} words={words} language={language} lines={about} />}
      {set && !answer && c.req.query('asked') === 'yes' && (
        <InsetText>
          <p>{words.checkAgain}</p>
        </InsetText>
      )}
      {sets.length === 0 ? (
        <EmptyState title={words.checkNone} />
      ) : set === undefined ? (
        <Form method="get" action={GRANTS_CHECK}>
          <Select
            name="set"
            label={words.dataSet}
            emptyLabel={words.choose}
            options={sets.map(([value, label]) => ({ value, label }))}
          />
          <Button>{words.next}</Button>
        </Form>
      ) : (
        <Form method="get" action={GRANTS_CHECK}>
          <Hidden name="set" value={set} />
          <Hidden name="asked" value="yes" />
          <p>
            <strong>{sets.find(([code]) => code === set)?.[1]}</strong>. <a href={GRANTS_CHECK}>{words.otherSet}</a>
          </p>
          <Checkboxes
            name="fields"
            label={words.fields}
            values={asked.fields}
            small
            choices={fields.map(([value, label]) => ({ value, label }))}
          />
          <Select
            name="giver"
            label={words.checkAgency}
            emptyLabel={words.choose}
            value={asked.giverId ?? ''}
            options={options(askable?.giverIds ?? [])}
          />
          <Select
            name="recipient"
            label={words.checkRecipient}
            emptyLabel={words.choose}
            value={asked.recipientId ?? ''}
            options={options(askable?.recipientIds ?? [])}
          />
          <Select
            name="purpose"
            label={words.purpose}
            emptyLabel={words.choose}
            value={asked.purpose}
            options={Object.entries(PURPOSES).map(([value, label]) => ({ value, label: label[language] }))}
          />
          <DateInput name="day" label={words.checkDay} value={partsOfDay(asked.day)} />
          <Button>{words.check}</Button>
        </Form>
      )}
    </>,
  );
}

function Answer(props: {
  answer: Coverage;
  labels: ReadonlyMap<string, string>;
  lines: readonly GrantLine[];
  words: GrantWords;
  language: 'id' | 'en';
}) {
  const { answer, labels, lines, words, language } = props;
  const link = (under: GrantUnder) => {
    const line = lines.find(({ grant }) => grant.id === under.grant.id);
    return line ? (
      <a href={`${publicPath(line.agreement)}/grants/${under.grant.ordinal}`}>
        {`${words.number(under.grant.ordinal)}, ${line.agreement.code}`}
      </a>
    ) : null;
  };
  if (answer.covered)
    return (
      <NotificationBanner kind="success" title={words.covered}>
        <p>
          {words.coveredBy} {link(answer.by)}
        </p>
      </NotificationBanner>
    );
  return (
    <NotificationBanner title={words.notCovered}>
      <p>{UNCOVERED_LABELS[answer.reason][language]}</p>
      {answer.missing.length > 0 && answer.reason === 'fields-missing' && (
        <p>{words.missing(answer.missing.map((code) => labels.get(code) ?? code).join(', '))}</p>
      )}
      {answer.nearest && (
        <p>
          {words.nearest} {link(answer.nearest)}
        </p>
      )}
    </NotificationBanner>
  );
}
