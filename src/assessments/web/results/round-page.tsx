/** `GET /assessments/{round}`: the published results of one round, its raw data and how to recompute it. */
import { Breadcrumbs, Details, InsetText, PageHeading, page } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { agreementOf } from '../../rules/agreement.ts';
import type { Round } from '../../rules/assessment.ts';
import { ITEM_STATE_LABELS, ITEM_STATES, type ItemState } from '../../rules/item.transitions.ts';
import { ratedTwice } from '../../store/double-ratings.ts';
import { instrumentOfRound } from '../../store/instrument-of.ts';
import { itemCounts } from '../../store/item-lists.ts';
import { roundDigest } from '../../store/round-file.ts';
import { loadRoundByCode } from '../../store/rounds.ts';
import { wordsIn as itemWordsIn } from '../improvements/words.ts';
import { listed } from './listed.ts';
import { kappaText, percentText } from './rapor-telling.ts';
import { ResultsTable } from './results-table.tsx';
import { wordsIn } from './words.ts';

/** A round that something of is published; any other is as if it did not exist. */
export async function publishedRound(c: WebContext): Promise<Round | undefined> {
  const { db } = c.get('tools');
  const round = await loadRoundByCode(db, c.req.param('round') ?? '');
  return round && (await roundDigest(db, round.id)).assessments > 0 ? round : undefined;
}

export async function roundPage(c: WebContext): Promise<Response> {
  const { db } = c.get('tools');
  const round = await publishedRound(c);
  if (!round) return c.notFound();
  const language = c.get('language');
  const words = wordsIn(language);
  const instrument = await instrumentOfRound(db, round.id);
  const lines = await listed(db, { roundId: round.id });
  const digest = await roundDigest(db, round.id);
  const agreement = agreementOf(await ratedTwice(db, instrument, { roundId: round.id }, 2));
  return page(
    c,
    {
      title: round.title,
      robots: 'index',
      wide: true,
      before: (
        <Breadcrumbs
          crumbs={[
            { text: words.assessments, href: '/assessments' },
            { text: String(round.year), href: `/assessments/years/${round.year}` },
          ]}
        />
      ),
    },
    <>
      <PageHeading caption={words.title}>{round.title}</PageHeading>
      {round.isExample && <InsetText>{words.rapor.exampleNote}</InsetText>}
      <p class="govuk-body-l">{words.round.lead(instrument.title[language])}</p>
      <p>
        {words.round.published(digest.assessments)}{' '}
        <a href={`/instruments/${instrument.id}/${instrument.version}`}>{words.round.instrument}</a>
      </p>
      <ResultsTable id="results" caption={words.table} lines={lines} language={language} words={words} />
      <ItemCounts counts={await itemCounts(db, { roundId: round.id })} language={language} />
      <h2>{words.round.agreement}</h2>
      {agreement.percent === null ? (
        <p>{words.rapor.agreementNone}</p>
      ) : (
        <>
          <p>
            {words.rapor.agreementText(percentText(agreement.percent, language), agreement.pairs)} {words.rapor.kappa}:{' '}
            {kappaText(agreement.kappa, language, words)}. {words.rapor.weightedKappa}:{' '}
            {kappaText(agreement.weightedKappa, language, words)}.
          </p>
          <Details summary={words.rapor.kappaHow}>
            <p>{words.rapor.kappaText}</p>
          </Details>
        </>
      )}
      <h2>{words.round.raw}</h2>
      <p>{words.round.rawText}</p>
      <ul>
        <li>
          <a href={`/assessments/${round.code}/raw.ndjson`}>{words.round.rawLink}</a>
        </li>
        <li>
          <a href={`/assessments/${round.code}/raw.ndjson.gz`}>{words.round.rawZip}</a>
        </li>
      </ul>
      <p>{words.round.verify}</p>
      <p>
        <code class="tuntas-hash">npx tuntas round verify {round.code}.ndjson</code>
      </p>
      <p>
        {words.round.digest}: <code class="tuntas-hash">{digest.sha256}</code>
        <br />
        <span class="govuk-hint">{words.round.digestHow}</span>
      </p>
    </>,
  );
}

/** How many improvements are asked for, and how far they are. */
function ItemCounts(props: { counts: Readonly<Partial<Record<ItemState, number>>>; language: Language }) {
  const words = itemWordsIn(props.language);
  return (
    <>
      <h2>{words.public}</h2>
      <p>{words.publicLead}</p>
      <ul>
        {ITEM_STATES.map((state) => (
          <li>
            {ITEM_STATE_LABELS[state][props.language]}: {props.counts[state] ?? 0}
          </li>
        ))}
      </ul>
    </>
  );
}
