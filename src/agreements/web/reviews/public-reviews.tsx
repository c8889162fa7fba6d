/** What everyone may know of reviews and evaluations of a signed agreement, as a part of its page, and the page of one evaluation. */
import type { Child } from 'hono/jsx';
import { BackLink, formatDay, PageHeading, page, Tag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { address } from '../../../platform/http/query.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Agreement } from '../../rules/agreement.ts';
import type { Evaluation, EvaluationContent } from '../../rules/reviews/evaluation.ts';
import { RECOMMENDATIONS } from '../../rules/reviews/evaluation.ts';
import { FIGURES, isFigure } from '../../rules/reviews/figures.ts';
import { periodLabel } from '../../rules/reviews/periods.ts';
import { isPublic } from '../../rules/visibility.ts';
import { loadAgreementByCode } from '../../store/agreements.ts';
import { evaluationsOf } from '../../store/reviews/evaluations.ts';
import { openInBrief, publishedInBrief, reviewsInBrief } from '../../store/reviews/in-brief.ts';
import { publicPath } from '../opened.tsx';
import { FiguresView, MeetingsView, RowsView, SidesView } from './evaluation-view.tsx';
import { gapNotes } from './gap-notes.tsx';
import { numberAddress } from './recorded-document-view.tsx';
import { wordsIn } from './words.ts';

/** Confirmed reviews with the minutes everyone may read, published evaluations, and the next meeting; with the uncovered days. */
export async function publicReviews(_c: WebContext, tools: Tools, agreement: Agreement, language: Language): Promise<Child> {
  if (!isPublic(agreement)) return null;
  const w = wordsIn(language).public;
  const words = wordsIn(language);
  const path = publicPath(agreement);
  const today = dayOf(tools.clock.now(), agreement.zone);
  const [reviews, published, open] = await Promise.all([
    reviewsInBrief(tools.db, agreement.id),
    publishedInBrief(tools.db, [agreement.id]),
    openInBrief(tools.db, agreement.id),
  ]);
  const confirmed = reviews.filter(({ state }) => state === 'confirmed');
  const [next] = reviews.filter(({ state, meetsOn }) => state === 'called' && today.until(meetsOn).sign >= 0).toReversed();
  return (
    <>
      <h2 id="reviews">{w.title}</h2>
      {await gapNotes(tools.db, agreement, today, language, null)}
      <h3>{w.reviews}</h3>
      {next && <p>{w.next(periodLabel(next.rhythm, next)[language], formatDay(next.meetsOn, language))}</p>}
      {confirmed.length === 0 ? (
        <p>{w.noReviews}</p>
      ) : (
        <ul>
          {confirmed.map((review) => (
            <li>
              {periodLabel(review.rhythm, review)[language]}, {formatDay(review.meetsOn, language)}.{' '}
              {review.number !== null && review.fileId !== null ? (
                <a href={`${path}/files/${review.fileId}`}>{w.minutes(review.number)}</a>
              ) : (
                `${w.internal}.`
              )}
            </li>
          ))}
        </ul>
      )}
      <h3>{w.evaluations}</h3>
      {open && <p>{w.openOne(open.year, formatDay(open.wordsDueOn, language))}</p>}
      {published.length === 0 ? (
        <p>{w.noEvaluations}</p>
      ) : (
        <ul>
          {published.map((evaluation) => (
            <li>
              <a href={`${path}/evaluations/${evaluation.year}`}>{w.read(evaluation.year)}</a>
              {evaluation.fileId && (
                <>
                  {' '}
                  (
                  <a href={`${path}/files/${evaluation.fileId}`}>
                    {w.pdf}
                    <span class="govuk-visually-hidden"> {evaluation.number}</span>
                  </a>
                  )
                </>
              )}
              {'. '}
              {evaluation.sides
                .map(
                  ({ name, recommendation }) =>
                    `${name}: ${recommendation === null ? words.renew.silentSide : RECOMMENDATIONS[recommendation][language].toLowerCase()}`,
                )
                .join('; ')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type Published = Evaluation & { readonly content: EvaluationContent };

function newestOfEachYear(evaluations: readonly Evaluation[]): readonly Published[] {
  const published = evaluations.filter((one): one is Published => one.state === 'published' && one.content !== null);
  return published.filter((one) => published.find(({ year }) => year === one.year) === one);
}

async function publishedOf(
  c: WebContext,
): Promise<{ readonly agreement: Agreement; readonly evaluation: Published } | undefined> {
  const { db } = c.get('tools');
  const [code, year] = [c.req.param('code') ?? '', c.req.param('year') ?? ''];
  const agreement = /^[A-Z]{2,4}-\d{4}-\d{4,}$/.test(code) ? await loadAgreementByCode(db, code) : undefined;
  if (!agreement || !isPublic(agreement) || !/^\d{4}$/.test(year)) return undefined;
  const evaluation = newestOfEachYear(await evaluationsOf(db, agreement.id)).find((one) => one.year === Number(year));
  return evaluation && { agreement, evaluation };
}

/** `/agreements/:code/evaluations/:year` */
export async function publicEvaluationPage(c: WebContext): Promise<Response> {
  const found = await publishedOf(c);
  if (!found) return c.notFound();
  const { agreement, evaluation } = found;
  const language = c.get('language');
  const words = wordsIn(language);
  const path = publicPath(agreement);
  const { content } = evaluation;
  const due = formatDay(evaluation.wordsDueOn, language);
  const title = words.evaluation.editionOf(evaluation.year, evaluation.edition);
  return page(
    c,
    {
      title: `${title}: ${agreement.code}`,
      wide: true,
      robots: 'index',
      before: <BackLink href={path} text={words.public.back} />,
    },
    <>
      <PageHeading caption={`${agreement.code} · ${agreement.title}`}>{title}</PageHeading>
      {agreement.isExample && (
        <p>
          <Tag tone="neutral">{words.recorded.example}</Tag>
        </p>
      )}
      <p>
        {evaluation.number}
        {evaluation.number && (
          <>
            {' · '}
            <a href={numberAddress(evaluation.number)}>{words.recorded.verifyThis}</a>
          </>
        )}
        {evaluation.fileId && (
          <>
            {' · '}
            <a href={`${path}/files/${evaluation.fileId}`}>{words.evaluation.pdf}</a>
          </>
        )}
      </p>
      {content.replaces && (
        <p class="tuntas-preserve">
          {words.evaluation.replaces} ({content.replaces.number}): {content.replaces.reason}
        </p>
      )}
      <p>{words.public.lead}</p>
      <SidesView
        sides={content.sides.map(({ name, words: said }) => ({ name, words: said, instead: words.evaluation.silent(due) }))}
        figures={content.figures}
        words={words}
        language={language}
      />
      <FiguresView
        figures={content.figures}
        words={words}
        language={language}
        rowsHref={(figure, programme) => address(`${path}/evaluations/${evaluation.year}/rows`, { figure, programme })}
      />
      <MeetingsView figures={content.figures} words={words} language={language} />
    </>,
  );
}

/** `/agreements/:code/evaluations/:year/rows?figure=red&programme=prevention` */
export async function publicRowsPage(c: WebContext): Promise<Response> {
  const found = await publishedOf(c);
  const [figure, programme] = [c.req.query('figure') ?? '', c.req.query('programme') ?? ''];
  const label = found?.evaluation.content.figures.programmes.find(({ code }) => code === programme)?.label;
  if (!found || !isFigure(figure) || (programme !== '' && !label)) return c.notFound();
  const language = c.get('language');
  const words = wordsIn(language);
  const { agreement, evaluation } = found;
  const title = words.evaluation.rowsTitle(FIGURES[figure].label[language], label?.[language] ?? '');
  const back = `${publicPath(agreement)}/evaluations/${evaluation.year}`;
  return page(
    c,
    { title: `${title}: ${agreement.code}`, wide: true, before: <BackLink href={back} text={words.evaluation.backToYear} /> },
    <>
      <PageHeading caption={`${agreement.code} · ${words.evaluation.of(evaluation.year)}`}>{title}</PageHeading>
      <RowsView
        figures={evaluation.content.figures}
        figure={figure}
        programme={programme}
        words={words}
        language={language}
        linePath={(plan, ordinal) => `/agreements/${plan}/lines/${ordinal}`}
      />
    </>,
  );
}
