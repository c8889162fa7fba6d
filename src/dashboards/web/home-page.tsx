/** `/`: the two things a citizen wants, what happens with a complaint, and the figures as they are. */
import { AgreementsBlock, agreementsInBrief } from '../../agreements/index.ts';
import { figures, namesFor, PublicLines, publicList } from '../../complaints/index.ts';
import { ActionCard, ActionCards, formatMoment, Hero, page, SearchBox } from '../../design/index.ts';
import type { Language } from '../../kernel/language.ts';
import { type Day, dayOf, type Zone } from '../../kernel/time.ts';
import { cite, type LawBook, lawBook, type ParameterRule, tellValue } from '../../law/index.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { FigureTiles } from './tiles.tsx';
import { type DashboardWords, wordsIn } from './words.ts';

/** A page for the whole country says its times on the capital's clock. */
const ZONE: Zone = 'Asia/Jakarta';
const LATEST = 5;

export async function homePage(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const { db } = tools;
  const language = c.get('language');
  const words = wordsIn(language);
  const now = tools.clock.now();
  const [counted, { lines }, book, agreements] = await Promise.all([
    figures(db, null, now),
    publicList(db, {}, { limit: LATEST }),
    lawBook(tools),
    agreementsInBrief(tools),
  ]);
  const names = await namesFor(db, language, {
    agencies: lines.flatMap((line) => line.officeIds),
    regions: lines.map((line) => line.regionCode),
  });
  return page(
    c,
    {
      title: words.homeTitle,
      description: words.homeDescription,
      robots: 'index',
      bleed: <Hero title={words.hero} lead={words.heroLead} />,
    },
    <>
      <ActionCards>
        <ActionCard title={words.complain} href="/complaints/new" kind="primary">
          <p>{words.complainText}</p>
        </ActionCard>
        <ActionCard title={words.follow} href="/follow">
          <p>{words.followText}</p>
        </ActionCard>
      </ActionCards>
      <SearchBox action="/complaints" label={words.search} hint={words.searchHint} />
      <Course book={book} today={dayOf(now, ZONE)} language={language} words={words} />
      <h2>{words.figuresTitle}</h2>
      <p>{words.figuresWhy}</p>
      <FigureTiles figures={counted} language={language} words={words} />
      <p class="govuk-hint">{words.figuresAt(formatMoment(now, ZONE, language))}</p>
      <h2>{words.latest}</h2>
      {lines.length === 0 ? (
        <p>{words.latestNone}</p>
      ) : (
        <PublicLines lines={lines} reading={{ language, words, names, book, now }} level={3} />
      )}
      <p>
        <a href="/complaints">{words.latestAll}</a>
      </p>
      <h2>{words.agreements}</h2>
      <AgreementsBlock brief={agreements} language={language} />
    </>,
  );
}

/** Four steps with the numbers of the law as it stands today. */
function Course(props: { book: LawBook; today: Day; language: Language; words: DashboardWords }) {
  const { book, today, language, words } = props;
  const parameter = (rule: ParameterRule) => book.parameter(rule, today);
  const limit = (rule: ParameterRule) => tellValue(parameter(rule).value, parameter(rule).unit, language);
  const { steps } = words;
  const finish = {
    complaint: limit('complaint.finish.complaint'),
    question: limit('complaint.finish.information-request'),
    supervisory: limit('complaint.finish.complaint-supervisory'),
  };
  const told = LIMITS.map(parameter);
  const laws = [...new Set(told.map((one) => cite(one.basis)[language]))].join('; ');
  return (
    <section>
      <h2>{words.stepsTitle}</h2>
      <ol class="tuntas-course">
        <Step title={steps.file} text={steps.fileText} />
        <Step title={steps.verify(limit('complaint.verify'))} text={steps.verifyText} />
        <Step title={steps.work(limit('complaint.follow-up'))} text={steps.workText(finish)} />
        <Step title={steps.judge} text={steps.judgeText(limit('complaint.silence'))} />
      </ol>
      <p>{words.late(limit('complaint.escalate-head'), limit('complaint.escalate-ombudsman'))}</p>
      <p class="govuk-hint">
        {words.basis(laws)} {told.some((one) => !one.confirmed) && words.unconfirmed} <a href="/law">{words.lawLink}</a>
      </p>
    </section>
  );
}

const LIMITS: readonly ParameterRule[] = [
  'complaint.verify',
  'complaint.follow-up',
  'complaint.finish.complaint',
  'complaint.finish.information-request',
  'complaint.finish.complaint-supervisory',
  'complaint.silence',
  'complaint.escalate-head',
  'complaint.escalate-ombudsman',
];

function Step(props: { title: string; text: string }) {
  return (
    <li class="tuntas-course__step">
      <h3 class="tuntas-course__title">{props.title}</h3>
      <p>{props.text}</p>
    </li>
  );
}
