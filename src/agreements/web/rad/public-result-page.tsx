/** `/agreements/rad/51.05/2026`: one published evaluation, its sealed file, and the records behind its numbers. */
import { Readable } from 'node:stream';
import { formatMoment, PageHeading, page, Tag, WarningText } from '../../../design/index.ts';
import { agencyById, zoneOfRegion } from '../../../directory/index.ts';
import { readSealed } from '../../../platform/files/seal.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { type Government, governmentOfRegion } from '../../actions/rad/places.ts';
import type { TakenEvaluation } from '../../rules/rad/evaluation.ts';
import { evaluationsOf } from '../../store/rad/evaluations.ts';
import { publicPlacePath, publicResultPath, RAD_PUBLIC } from './addresses.ts';
import { FiguresTable } from './figures-table.tsx';
import { PeerText, resultsOfYear } from './public-results.tsx';
import { crumbs, publicAsked } from './public-standings.tsx';
import { publicRecords } from './records-page.tsx';

interface Opened {
  readonly government: Government;
  readonly taken: TakenEvaluation;
  readonly published: readonly TakenEvaluation[];
}

async function openedResult(c: WebContext, yearText: string): Promise<Opened | undefined> {
  const government = await governmentOfRegion(c.get('tools').db, c.req.param('region') ?? '');
  if (!government || !/^2\d{3}$/.test(yearText)) return undefined;
  const all = await evaluationsOf(c.get('tools').db, government.agency.id);
  const taken = all.find(({ year, state }) => year === Number(yearText) && state === 'published');
  return taken && { government, taken, published: all };
}

/** The address with `.pdf` is its sealed file. */
export async function resultPage(c: WebContext): Promise<Response> {
  const { words, language } = publicAsked(c);
  const typed = c.req.param('year') ?? '';
  const opened = await openedResult(c, typed.replace(/\.pdf$/, ''));
  if (!opened) return c.notFound();
  const { government, taken, published } = opened;
  if (typed.endsWith('.pdf')) return pdf(c, opened);
  const tools = c.get('tools');
  const zone = zoneOfRegion(government.regionCode);
  const evaluator = await agencyById(tools.db, taken.evaluatorId);
  const { standings } = await resultsOfYear(tools.db, taken.year);
  const path = publicResultPath(government.regionCode, taken.year);
  const withdrawn = published.filter(({ year, state }) => year === taken.year && state === 'withdrawn');
  return page(
    c,
    {
      ...{ title: words.government.title(government.agency.name, taken.year), wide: true, robots: 'index' },
      before: crumbs(
        words,
        { text: words.public.short, href: RAD_PUBLIC },
        { text: government.agency.name, href: publicPlacePath(government.regionCode) },
      ),
    },
    <>
      <PageHeading caption={words.government.caption(evaluator?.name ?? '')}>
        {words.government.title(government.agency.name, taken.year)}
      </PageHeading>
      {taken.isExample && <Tag tone="neutral">{words.public.example}</Tag>}
      <p>
        {words.public.publishedAt} {taken.publishedAt && formatMoment(taken.publishedAt, zone, language)}.{' '}
        {words.government.takenAt(formatMoment(taken.figuresAt, zone, language), taken.edition)}
      </p>
      <FiguresTable
        id="figures"
        viewer="public"
        figures={taken.figures}
        words={words}
        language={language}
        rowsHref={(indicator) => `${path}/records/${indicator}`}
      />
      <section aria-labelledby="peers">
        <h2 id="peers">{words.public.peers}</h2>
        <p>
          <PeerText standing={standings.get(government.agency.id)} words={words} language={language} />
        </p>
        <WarningText>{words.caution}</WarningText>
      </section>
      <section aria-labelledby="answer">
        <h2 id="answer">{words.government.answer}</h2>
        {taken.answer === '' ? <p>{words.government.noAnswer}</p> : taken.answer.split(/\n{2,}/).map((text) => <p>{text}</p>)}
      </section>
      <section aria-labelledby="files">
        <h2 id="files">{words.public.file}</h2>
        {taken.pdfKey ? (
          <p>
            <a href={`${path}.pdf`}>{words.public.pdf}</a>
            <br />
            <span class="govuk-hint">{words.public.seal((taken.pdfSha256 ?? '').replace(/.{8}(?=.)/g, '$& '))}</span>
          </p>
        ) : (
          <p>{words.public.pdfSoon}</p>
        )}
      </section>
      {withdrawn.length > 0 && (
        <section aria-labelledby="editions">
          <h2 id="editions">{words.public.editions}</h2>
          <ul>
            {withdrawn.map((each) => (
              <li>
                {words.government.edition} {each.edition}: {words.public.withdrawnBecause} {each.withdrawal}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href="/verify">{words.public.check}</a>
      </p>
    </>,
  );
}

async function pdf(c: WebContext, { government, taken }: Opened): Promise<Response> {
  if (taken.pdfKey === null) return c.notFound();
  const tools = c.get('tools');
  const bytes = await readSealed(tools, taken.pdfKey);
  const name = `evaluasi-pengaduan-${government.regionCode}-${taken.year}.pdf`;
  return answerFile(c, {
    ...{ stream: Readable.from([bytes]), mediaType: 'application/pdf', size: bytes.length, name, inline: true },
  });
}

export async function publicRecordsPage(c: WebContext): Promise<Response> {
  const opened = await openedResult(c, c.req.param('year') ?? '');
  if (!opened) return c.notFound();
  return publicRecords(c, opened.government, opened.taken, publicResultPath(opened.government.regionCode, opened.taken.year));
}
