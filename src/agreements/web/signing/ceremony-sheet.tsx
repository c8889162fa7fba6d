/** The sheet of a ceremony on the page and on paper, and its press page, whose numbers are counted from the data. */
import { Readable } from 'node:stream';
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Breadcrumbs,
  Button,
  Card,
  Columns,
  Form,
  formatCount,
  formatDay,
  formatMoment,
  Hidden,
  LinkButton,
  PageHeading,
  page,
  SummaryList,
  seeOther,
  Table,
  Tag,
} from '../../../design/index.ts';
import { officersOnly } from '../../../directory/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/language.ts';
import { composePdf } from '../../../platform/documents/index.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { publishCeremony } from '../../actions/signing/ceremonies.ts';
import { sheetDocument } from '../../actions/signing/sheet-document.ts';
import { AGREEMENT_STATE_LABELS } from '../../rules/agreement.transitions.ts';
import type { Agreement } from '../../rules/agreement.ts';
import { partyOf } from '../../rules/agreement.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { type Ceremony, mayTellPress, pressNumbers } from '../../rules/signing/ceremony.ts';
import { isPublic } from '../../rules/visibility.ts';
import { programmes } from '../../store/programmes.ts';
import { agreementsByIds } from '../../store/signing/agreements-at.ts';
import { loadCeremony } from '../../store/signing/ceremonies.ts';
import { linesStandingIn } from '../../store/signing/lines-standing.ts';
import { frameWordsIn } from '../frame-words.ts';
import { agreementPath, publicPath, versionOf } from '../opened.tsx';
import { CEREMONIES, ceremonyToRun } from './ceremony-pages.tsx';
import { coverageSentences } from './coverage-sentences.ts';
import { type SigningWords, wordsIn } from './words.ts';

export const sheetPage = officersOnly(async (asked) => {
  const { c, tools, language } = asked;
  const ceremony = await ceremonyToRun(asked);
  if (!ceremony) return c.notFound();
  const words = wordsIn(language);
  const w = words.ceremony;
  const own = `${CEREMONIES}/${ceremony.id}`;
  const agreements = await agreementsByIds(tools.db, ceremony.agreementIds);
  return page(
    c,
    { title: ceremony.title, wide: true, before: <BackLink href={CEREMONIES} text={w.back} /> },
    <>
      <PageHeading caption={w.sheet}>{ceremony.title}</PageHeading>
      <p>{[formatDay(ceremony.onDay, language), ceremony.place].filter((part) => part !== '').join(', ')}</p>
      <div class="govuk-button-group">
        <LinkButton href={`${own}/sheet.pdf`}>{w.sheetPdf}</LinkButton>
        <LinkButton href={`${own}/edit`} kind="secondary">
          {w.edit}
        </LinkButton>
        <LinkButton href={`/agreements/ceremonies/${ceremony.id}`} kind="secondary">
          {w.pressPage}
        </LinkButton>
      </div>
      <p>
        <Tag tone={ceremony.publishedAt ? 'success' : 'neutral'}>{ceremony.publishedAt ? w.isPublished : w.notPublished}</Tag>
      </p>
      <Form action={`${own}/publish`}>
        <Hidden name="version" value={String(ceremony.version)} />
        <Hidden name="public" value={ceremony.publishedAt ? 'no' : 'yes'} />
        <Button kind="secondary">{ceremony.publishedAt ? w.unpublish : w.publish}</Button>
      </Form>
      <Running ceremony={ceremony} words={words} />
      <h2>{w.documents}</h2>
      {agreements.map((agreement, index) => (
        <OrderOfSigning agreement={agreement} no={index + 1} words={words} language={language} />
      ))}
    </>,
  );
});

function Running({ ceremony, words }: { ceremony: Ceremony; words: SigningWords }) {
  const w = words.ceremony;
  return (
    <Table
      id="running-order"
      caption={w.running}
      stacked
      columns={[{ label: w.time }, { label: w.what }, { label: w.who }]}
      rows={ceremony.items.map(({ at, what, who }) => [at.replace(':', '.'), what, who])}
    />
  );
}

function OrderOfSigning(props: { agreement: Agreement; no: number; words: SigningWords; language: Language }) {
  const { agreement, no, words, language } = props;
  const w = words.ceremony;
  const isReady = !['draft', 'commenting'].includes(agreement.state);
  return (
    <Card title={w.order(no, agreement.title)}>
      <p>
        <a href={`${agreementPath(agreement)}/signing`}>{agreement.code}</a> {'\u00b7'}{' '}
        {agreementKind(agreement.kind).label[language]}{' '}
        <Tag tone={isReady ? 'info' : 'warning'}>{AGREEMENT_STATE_LABELS[agreement.state][language]}</Tag>
      </p>
      {!isReady && <p class="govuk-hint">{w.notReady}</p>}
      {agreement.signatories.length === 0 ? (
        <p>{w.nobody}</p>
      ) : (
        <ol class="govuk-list govuk-list--number">
          {[...agreement.signatories]
            .sort((one, other) => one.ordinal - other.ordinal)
            .map((one) => (
              <li>
                {[one.position, one.name, partyOf(agreement, one.partyId)?.name ?? ''].filter((part) => part !== '').join(', ')}
                {one.capacity === 'witnesses' && ` (${words.signing.capacities.witnesses})`}{' '}
                {one.signedAt && <Tag tone="success">{words.signing.states.signed}</Tag>}
              </li>
            ))}
        </ol>
      )}
    </Card>
  );
}

export const sheetPdf = officersOnly(async (asked) => {
  const { c, tools } = asked;
  const ceremony = await ceremonyToRun(asked);
  if (!ceremony) return c.notFound();
  const agreements = await agreementsByIds(tools.db, ceremony.agreementIds);
  const pdf = await composePdf(sheetDocument(ceremony, agreements, new Date(tools.clock.now().epochMilliseconds)));
  const name = `acara-${ceremony.onDay.toString()}.pdf`;
  return answerFile(c, { stream: Readable.from([pdf]), mediaType: 'application/pdf', size: pdf.length, name });
});

export const postPublish = officersOnly(async (asked) => {
  const { c, tools, actor, language } = asked;
  const ceremony = await ceremonyToRun(asked);
  if (!ceremony) return c.notFound();
  const form = readForm(c);
  const isPublished = form.text('public') === 'yes';
  const done = await publishCeremony(tools, actor, { id: ceremony.id, version: versionOf(form.text('version')) }, isPublished);
  const w = wordsIn(language).ceremony;
  // Of two who press it at once the page shows how it stands now.
  const said = isPublished ? w.published : w.unpublished;
  return seeOther(c, `${CEREMONIES}/${ceremony.id}`, done.ok ? said : undefined);
});

/** Anyone, once it is opened; before that those who prepare it. */
export async function pressPage(c: WebContext): Promise<Response> {
  const [tools, language, actor] = [c.get('tools'), c.get('language'), c.get('actor')];
  const id = c.req.param('id') ?? '';
  const ceremony = isUuid(id) ? await loadCeremony(tools.db, id) : undefined;
  const mayPreview =
    actor.kind === 'officer' &&
    ceremony !== undefined &&
    (await ceremonyToRun({ c, tools, actor, language, now: tools.clock.now() }));
  if (!ceremony || (ceremony.publishedAt === null && !mayPreview)) return c.notFound();
  const words = wordsIn(language);
  const w = words.ceremony;
  const planned = await agreementsByIds(tools.db, ceremony.agreementIds);
  const agreements = planned.filter(mayTellPress);
  const told = agreements.map((agreement) => agreement.id);
  const numbers = pressNumbers(agreements, await linesStandingIn(tools.db, told));
  const labels = new Map((await programmes(tools.db)).map(({ code, label }) => [code, label[language]]));
  const provinces = await coverageSentences(tools, agreements, language);
  const count = (value: number) => formatCount(value, language);
  const facts: readonly (readonly [string, string])[] = [
    [w.number.agreements, count(numbers.agreements)],
    [w.number.signed, count(numbers.signed)],
    [w.number.parties, count(numbers.parties)],
    [w.number.governments, count(numbers.governments)],
    [w.number.signatures(numbers.signatories), count(numbers.signatures)],
    ...(numbers.witnesses > 0 ? [[w.number.witnesses, count(numbers.witnesses)] as const] : []),
    ...(numbers.lines > 0 ? [[w.number.lines, count(numbers.lines)] as const] : []),
    ...(numbers.budget > 0n ? [[w.number.budget, rupiah(numbers.budget, language)] as const] : []),
  ];
  return page(
    c,
    {
      title: ceremony.title,
      ...(ceremony.publishedAt ? { robots: 'index' as const } : {}),
      before: <Breadcrumbs crumbs={[{ text: frameWordsIn(language).desk, href: '/agreements' }]} />,
    },
    <Columns>
      <PageHeading caption={[formatDay(ceremony.onDay, language), ceremony.place].filter((part) => part !== '').join(', ')}>
        {ceremony.title}
      </PageHeading>
      {ceremony.isExample && (
        <p>
          <Tag tone="neutral">{language === 'en' ? 'Example' : 'Contoh'}</Tag>
        </p>
      )}
      {ceremony.publishedAt === null && <p class="govuk-hint">{w.notPublished}</p>}
      {mayPreview && planned.length > agreements.length && (
        <p class="govuk-hint">{w.notTold(planned.length - agreements.length)}</p>
      )}
      {ceremony.pressWords !== '' && <p class="tuntas-preserve">{ceremony.pressWords}</p>}
      <h2>{w.numbers}</h2>
      <SummaryList rows={facts.map(([key, value]) => ({ key: capital(key), value: <a href="#documents">{value}</a> }))} />
      {provinces.length > 0 && (
        <>
          <h3>{w.coverage}</h3>
          <ul class="govuk-list govuk-list--bullet">
            {provinces.map(({ province, sentence }) => (
              <li>
                <a href={`/agreements/coverage/${province}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-hint">{w.numbersNote(formatMoment(tools.clock.now(), ceremony.zone, language))}</p>
      {numbers.programmes.length > 0 && (
        <>
          <h2>{w.programmes}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {numbers.programmes.map((code) => (
              <li>{labels.get(code) ?? code}</li>
            ))}
          </ul>
        </>
      )}
      <h2 id="documents">{w.documents}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {agreements.map((agreement) => (
          <li>{documentLine(agreement, words, language)}</li>
        ))}
      </ul>
    </Columns>,
  );
}

/** What is not signed has no public page; a text of many hands has one from its first day. */
function documentLine(agreement: Agreement, words: SigningWords, language: Language): Child {
  const isOpen = isPublic(agreement) || (agreement.state === 'signing' && agreementKind(agreement.kind).manyHands);
  const parties =
    agreement.parties.length > 6
      ? `${agreement.parties.length} ${words.ceremony.number.parties}`
      : agreement.parties.map(({ name }) => name).join(', ');
  const title = `${agreementKind(agreement.kind).label[language]}: ${agreement.title}`;
  return (
    <>
      {isOpen ? <a href={publicPath(agreement)}>{title}</a> : title}
      <br />
      <span class="govuk-hint">{parties}</span>
    </>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function rupiah(amount: bigint, language: Language): string {
  return new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'id-ID', {
    style: 'currency',
    currency: 'IDR',
    maximumFractionDigits: 0,
  }).format(amount);
}
