/** `/desk/agreements/:code/evaluation`: the years of an agreement, one evaluation with its figures and words, the rows behind a figure. */
import type { Child } from 'hono/jsx';
import {
  BackLink,
  Button,
  EmptyState,
  Form,
  formatDay,
  formatMoment,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  Select,
  SummaryList,
  seeOther,
  Table,
  Tag,
  TextArea,
} from '../../../design/index.ts';
import { lawBook } from '../../../law/index.ts';
import { address } from '../../../platform/http/query.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { dropOpened, openEvaluation } from '../../actions/reviews/evaluate.ts';
import { voiceNames } from '../../actions/reviews/names.ts';
import { AGREEMENT_REFUSALS } from '../../rules/refusals.ts';
import {
  EVALUATION_STATE_LABELS,
  type Evaluation,
  evaluationDueOn,
  RECOMMENDATIONS,
  yearProposed,
  yearsToEvaluate,
} from '../../rules/reviews/evaluation.ts';
import { FIGURES, isFigure } from '../../rules/reviews/figures.ts';
import { reviewNumbersOn } from '../../rules/reviews/numbers.ts';
import { callsFor } from '../../rules/reviews/review-steps.ts';
import { speaksFor, voicesOf } from '../../rules/reviews/voices.ts';
import { isPublic } from '../../rules/visibility.ts';
import { evaluationsOf } from '../../store/reviews/evaluations.ts';
import { agreementPage } from '../agreement-frame.tsx';
import { AGREEMENTS, publicPath } from '../opened.tsx';
import { FiguresView, MeetingsView, RowsView, SidesView, type SideView } from './evaluation-view.tsx';
import { type Again, again, type Opened, stepPage } from './opened-review.tsx';

export interface OpenedEvaluation extends Opened {
  readonly evaluation: Evaluation;
  readonly all: readonly Evaluation[];
  /** `/desk/agreements/RK-2026-0001/evaluation/2026` */
  readonly here: string;
}

/** The newest edition of a year that was not dropped, or the one asked for. */
export function onEvaluation(
  answer: (opened: OpenedEvaluation) => Response | Promise<Response>,
): (opened: Opened) => Response | Promise<Response> {
  return async (opened) => {
    const { c, tools, agreement, path } = opened;
    const [year, edition] = [Number(c.req.param('year') ?? ''), Number(c.req.query('edition') ?? '0')];
    const all = (await evaluationsOf(tools.db, agreement.id)).filter((one) => one.year === year && one.state !== 'dropped');
    const evaluation = all.find((one) => one.edition === edition) ?? all[0];
    return evaluation ? answer({ ...opened, evaluation, all, here: `${path}/evaluation/${year}` }) : c.notFound();
  };
}

interface TypedOpening {
  readonly year: string;
  readonly reason: string;
}

export async function evaluationsPage(opened: Opened, errors?: Again, typed?: TypedOpening): Promise<Response> {
  const { tools, agreement, words, language, path, actor, today } = opened;
  const w = words.evaluation;
  if (!isPublic(agreement)) return agreementPage(opened, 'evaluation', w.title, <InsetText>{w.notSigned}</InsetText>);
  const all = (await evaluationsOf(tools.db, agreement.id)).filter(({ state }) => state !== 'dropped');
  const numbers = reviewNumbersOn(await lawBook(tools, tools.db), today);
  const years = yearsToEvaluate(agreement, today).toReversed();
  const rows = years.map((year): readonly Child[] => {
    const latest = all.find((one) => one.year === year);
    if (!latest) {
      const due = evaluationDueOn(agreement, year, numbers.evaluationAfter);
      const isRunning = today.until(due).days > numbers.evaluationAfter;
      const isLate = due.until(today).sign > 0;
      return [
        String(year),
        isRunning ? (
          w.running
        ) : (
          <>
            {w.notYet}. {w.dueOn(formatDay(due, language, 'short'))} {isLate && <Tag tone="danger">{w.late}</Tag>}
          </>
        ),
        '–',
        '–',
      ];
    }
    const said = latest.content?.sides.flatMap(({ words: one }) =>
      one?.recommendation ? [RECOMMENDATIONS[one.recommendation][language]] : [],
    );
    return [
      <a href={`${path}/evaluation/${year}`}>{w.editionOf(year, latest.edition)}</a>,
      <Tag tone={latest.state === 'published' ? 'success' : 'warning'}>{EVALUATION_STATE_LABELS[latest.state][language]}</Tag>,
      said && said.length > 0 ? [...new Set(said)].join(' / ') : '–',
      latest.number ?? '–',
    ];
  });
  const evaluated = all.map(({ year }) => year);
  const mayOpen = callsFor(actor, agreement).length > 0 && !all.some(({ state }) => state === 'open') && years.length > 0;
  return agreementPage(
    opened,
    'evaluation',
    w.title,
    <>
      <p>{w.lead}</p>
      {rows.length === 0 ? (
        <EmptyState title={w.notYet} />
      ) : (
        <Table
          id="years"
          caption={w.title}
          captionSize="hidden"
          stacked
          columns={[
            { label: w.columns.year },
            { label: w.columns.state },
            { label: w.columns.recommends },
            { label: w.columns.document },
          ]}
          rows={rows}
        />
      )}
      {mayOpen && (
        <Form action={`${path}/evaluation/open`}>
          <h2>{w.open}</h2>
          <p>{w.openWhy(numbers.evaluationWords)}</p>
          <Select
            name="year"
            label={w.year}
            value={typed?.year ?? String(yearProposed(agreement, evaluated, today) ?? '')}
            options={years.map((year) => ({ value: String(year), label: String(year) }))}
          />
          {all.length > 0 && (
            <TextArea name="reason" label={w.reason} hint={w.reasonHint} value={typed?.reason ?? ''} rows={3} optional />
          )}
          <Button>{w.open}</Button>
        </Form>
      )}
      <p>
        <LinkButton href={`${path}/renew`} kind="secondary">
          {words.renew.open}
        </LinkButton>
      </p>
    </>,
    errors ? { errors: errors.errors, status: errors.status } : {},
  );
}

export async function openYear(opened: Opened): Promise<Response> {
  const { c, tools, actor, agreement, words, path } = opened;
  const form = readForm(c);
  const typed = { year: form.text('year'), reason: form.text('reason') };
  const year = /^\d{4}$/.test(typed.year) ? Number(typed.year) : 0;
  const done = await openEvaluation(tools, actor, { agreementId: agreement.id, year, reason: typed.reason });
  if (done.ok) return seeOther(c, `${path}/evaluation/${year}`, words.evaluation.opened);
  const errors = again(opened, done.refusal);
  return errors ? evaluationsPage(opened, errors, typed) : c.notFound();
}

/** What every side has said, as far as this reader may know. */
function sidesOf(opened: OpenedEvaluation, names: ReadonlyMap<string, string>): readonly SideView[] {
  const { evaluation, agreement, words, language, today } = opened;
  const w = words.evaluation;
  const due = formatDay(evaluation.wordsDueOn, language, 'short');
  const isOver = evaluation.wordsDueOn.until(today).sign > 0;
  if (evaluation.content)
    return evaluation.content.sides.map(({ name, words: said }) => ({ name, words: said, instead: w.silent(due) }));
  return voicesOf(agreement).map(({ root }) => {
    const said = evaluation.spoken.find((one) => one.root === root && one.spokenAt !== null);
    return { name: names.get(root) ?? '', words: said?.words ?? null, instead: isOver ? w.silent(due) : w.waits(due) };
  });
}

export async function evaluationPage(opened: OpenedEvaluation, refused?: string): Promise<Response> {
  const { tools, agreement, evaluation, all, words, language, here, path, actor, today } = opened;
  const w = words.evaluation;
  const names = await voiceNames(tools.db, agreement);
  const mine = evaluation.state === 'open' ? speaksFor(actor, agreement) : [];
  const roots = voicesOf(agreement).map(({ root }) => root);
  const nobodySpoke = evaluation.spoken.every(({ spokenAt }) => spokenAt === null);
  const isOver = evaluation.state === 'open' && evaluation.wordsDueOn.until(today).sign > 0 && nobodySpoke;
  const edition = evaluation.edition === all[0]?.edition ? undefined : String(evaluation.edition);
  return agreementPage(
    opened,
    'evaluation',
    w.editionOf(evaluation.year, evaluation.edition),
    <>
      <p>
        <Tag tone={evaluation.state === 'published' ? 'success' : 'warning'}>
          {EVALUATION_STATE_LABELS[evaluation.state][language]}
        </Tag>
      </p>
      {isOver && <InsetText>{w.over(formatDay(evaluation.wordsDueOn, language, 'short'))}</InsetText>}
      {evaluation.publishedAt !== null && (
        <SummaryList
          rows={[
            { key: w.number, value: evaluation.number ?? '' },
            { key: w.published, value: formatMoment(evaluation.publishedAt, agreement.zone, language) },
            ...(evaluation.reason === null
              ? []
              : [{ key: w.replaces, value: <span class="tuntas-preserve">{evaluation.reason}</span> }]),
          ]}
        />
      )}
      {evaluation.state === 'published' && (
        <ul>
          <li>{evaluation.fileId === null ? w.inMaking : <a href={`${path}/files/${evaluation.fileId}`}>{w.pdf}</a>}</li>
          <li>
            <a href={`${publicPath(agreement)}/evaluations/${evaluation.year}`}>{w.publicPage}</a>
          </li>
        </ul>
      )}
      {mine.map((root) => {
        const said = evaluation.spoken.find((one) => one.root === root);
        if (said?.spokenAt) return null;
        return (
          <p>
            <LinkButton href={`${here}/words/${roots.indexOf(root) + 1}`}>
              {w.write}: {names.get(root)}
            </LinkButton>{' '}
            {said && <Tag tone="neutral">{w.draft}</Tag>}
          </p>
        );
      })}
      {evaluation.state === 'open' && <p>{w.hidden}</p>}
      <SidesView sides={sidesOf(opened, names)} figures={evaluation.figures} words={words} language={language} />
      <FiguresView
        figures={evaluation.figures}
        words={words}
        language={language}
        rowsHref={(figure, programme) => address(`${here}/rows`, { figure, programme, edition })}
      />
      <MeetingsView figures={evaluation.figures} words={words} language={language} />
      {all.length > 1 && (
        <>
          <h2>{w.again}</h2>
          <ul>
            {all.map((one) => (
              <li>
                <a href={`${here}?edition=${one.edition}`}>{w.editionOf(one.year, one.edition)}</a> {one.number}
              </li>
            ))}
          </ul>
        </>
      )}
      {evaluation.state === 'published' && (
        <p>
          {w.renewHint} <a href={`${path}/renew`}>{w.renew}</a>
        </p>
      )}
      {evaluation.state === 'open' && nobodySpoke && callsFor(actor, agreement).includes(evaluation.openedRoot) && (
        <p>
          <a href={`${here}/drop`}>{w.drop}</a>
        </p>
      )}
    </>,
    { wide: true, ...(refused ? { errors: [{ field: 'next', message: refused }], status: 409 as const } : {}) },
  );
}

export function rowsPage(opened: OpenedEvaluation): Response | Promise<Response> {
  const { c, evaluation, words, language, here, agreement } = opened;
  const [figure, programme] = [c.req.query('figure') ?? '', c.req.query('programme') ?? ''];
  if (!isFigure(figure)) return c.notFound();
  const label = evaluation.figures.programmes.find(({ code }) => code === programme)?.label[language];
  if (programme !== '' && label === undefined) return c.notFound();
  const title = words.evaluation.rowsTitle(FIGURES[figure].label[language], label ?? '');
  return page(
    c,
    { title: `${title}: ${agreement.code}`, wide: true, before: <BackLink href={here} text={words.evaluation.backToYear} /> },
    <>
      <PageHeading caption={`${agreement.code} · ${words.evaluation.editionOf(evaluation.year, evaluation.edition)}`}>
        {title}
      </PageHeading>
      <RowsView
        figures={evaluation.figures}
        figure={figure}
        programme={programme}
        words={words}
        language={language}
        linePath={(plan, ordinal) => `${AGREEMENTS}/${plan}/lines/${ordinal}`}
      />
    </>,
  );
}

export function dropPage(opened: OpenedEvaluation, reason = '', errors?: Again): Promise<Response> {
  const { words, here, agreement } = opened;
  return stepPage(
    opened,
    { title: words.evaluation.drop, back: here, caption: agreement.code, errors, backText: words.evaluation.backToYear },
    <Form action={`${here}/drop`}>
      <p>{words.evaluation.dropWhy}</p>
      <TextArea name="reason" label={words.review.reason} value={reason} rows={3} />
      <Button kind="warning">{words.evaluation.drop}</Button>
    </Form>,
  );
}

export async function dropYear(opened: OpenedEvaluation): Promise<Response> {
  const { c, tools, actor, agreement, evaluation, words, path } = opened;
  const reason = readForm(c).text('reason');
  const done = await dropOpened(tools, actor, { agreementId: agreement.id, evaluationId: evaluation.id }, reason);
  if (done.ok) return seeOther(c, `${path}/evaluation`, words.evaluation.dropped);
  if (AGREEMENT_REFUSALS[done.refusal].kind === 'absent') return c.notFound();
  return dropPage(opened, reason, again(opened, [{ field: 'reason', code: done.refusal }]));
}
