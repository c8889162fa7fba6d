/** An evaluation on a page, for insiders and for everyone: figures that open the lines behind them, what each side says and recommends. */
import type { Child } from 'hono/jsx';
import { Card, Table, WarningText } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { LINE_STATE_LABELS } from '../../rules/line.transitions.ts';
import {
  type EvaluationFigures,
  PROGRAMME_RECOMMENDATIONS,
  RECOMMENDATIONS,
  type SideWords,
} from '../../rules/reviews/evaluation.ts';
import { FIGURE_KEYS, FIGURES, type Figure, linesBehind, shareDone } from '../../rules/reviews/figures.ts';
import { DECISION_STATE_LABELS, REVIEW_STATE_LABELS } from '../../rules/reviews/review.transitions.ts';
import { LightTag } from '../lines/light-tag.tsx';
import { dayText } from './agenda-view.tsx';
import type { ReviewWords } from './words.ts';

/** Told also when they are nought. */
const ALWAYS: readonly Figure[] = ['lines', 'done', 'green', 'yellow', 'red'];

interface Props {
  readonly figures: EvaluationFigures;
  readonly words: ReviewWords;
  readonly language: Language;
  /** Where the rows behind a figure are. */
  readonly rowsHref: (figure: Figure, programme: string) => string;
}

export function FiguresView({ figures, words, language, rowsHref }: Props): Child {
  const w = words.evaluation;
  const columns = [
    ...figures.programmes.map(({ code, label, counts }) => ({ code, name: label[language], counts })),
    { code: '', name: words.review.all, counts: figures.all },
  ];
  // What is nought everywhere is said in one sentence: on a phone every row is a card.
  const isShown = (figure: Figure) => ALWAYS.includes(figure) || figures.all[figure] > 0;
  const noughts = FIGURE_KEYS.filter((figure) => !isShown(figure)).map((figure) => FIGURES[figure].label[language]);
  return (
    <>
      {figures.gaps.map((gap) => (
        <WarningText>{gap[language]}</WarningText>
      ))}
      <p>
        {w.frozen(dayText(figures.asOf, language))} {w.rule(figures.rule.green, figures.rule.yellow)}
      </p>
      <Table
        id="figures"
        caption={w.figures}
        captionSize="m"
        rowHeaders
        stacked
        columns={[{ label: w.figure }, ...columns.map(({ name }) => ({ label: name, numeric: true }))]}
        rows={[
          ...FIGURE_KEYS.filter(isShown).map((figure) => [
            FIGURES[figure].label[language],
            ...columns.map(({ code, name, counts }) =>
              counts[figure] === 0 ? (
                '0'
              ) : (
                <a href={rowsHref(figure, code)}>
                  {counts[figure]}
                  <span class="govuk-visually-hidden">
                    {' '}
                    {FIGURES[figure].label[language]}, {name}
                  </span>
                </a>
              ),
            ),
          ]),
          [
            w.share,
            ...columns.map(({ counts }) => {
              const share = shareDone(counts);
              return share === null ? w.noLines : `${share}%`;
            }),
          ],
        ]}
      />
      {noughts.length > 0 && <p>{w.noughts(noughts.join('; '))}</p>}
    </>
  );
}

export function RowsView({
  figures,
  figure,
  programme,
  words,
  language,
  linePath,
}: {
  readonly figures: EvaluationFigures;
  readonly figure: Figure;
  readonly programme: string;
  readonly words: ReviewWords;
  readonly language: Language;
  readonly linePath: (plan: string, ordinal: number) => string;
}): Child {
  const w = words.evaluation;
  const rows = linesBehind(figures.lines, figure, figures.asOf, programme);
  const c = w.rowsColumns;
  return (
    <>
      <p>{w.rowsLead(rows.length, dayText(figures.asOf, language))}</p>
      <Table
        id="rows"
        caption={FIGURES[figure].label[language]}
        captionSize="hidden"
        stacked
        columns={[
          { label: c.line },
          { label: c.activity },
          { label: c.owner },
          { label: c.due },
          { label: c.state },
          { label: c.confirmed, numeric: true },
          { label: c.reports, numeric: true },
        ]}
        rows={rows.map((line) => [
          <a href={linePath(line.plan, line.ordinal)}>
            {line.plan} · {line.ordinal}
          </a>,
          line.activity,
          line.owner,
          <>
            {dayText(line.dueOn, language)}
            {line.dueOn !== line.firstDueOn && <span class="govuk-hint"> {w.firstDue(dayText(line.firstDueOn, language))}</span>}
          </>,
          <>
            {LINE_STATE_LABELS[line.state][language]} <LightTag lit={line} language={language} />
          </>,
          `${line.confirmed}%`,
          String(line.reports),
        ])}
      />
    </>
  );
}

export interface SideView {
  readonly name: string;
  /** What it handed in; `null` = nothing. */
  readonly words: SideWords | null;
  /** Said instead of words. */
  readonly instead: string;
}

export function SidesView({
  sides,
  figures,
  words,
  language,
}: Pick<Props, 'figures' | 'words' | 'language'> & { readonly sides: readonly SideView[] }): Child {
  const w = words.evaluation;
  return (
    <>
      <h2 id="sides">{w.sides}</h2>
      {sides.map(({ name, words: said, instead }) => (
        <Card title={name}>
          {said === null ? (
            <p>{instead}</p>
          ) : (
            <>
              <p>
                <strong>{w.recommends}:</strong> {said.recommendation ? RECOMMENDATIONS[said.recommendation][language] : '–'}
              </p>
              <p class="tuntas-preserve">{said.overall}</p>
              <dl class="govuk-summary-list">
                {figures.programmes.map(({ code, label }) => {
                  const one = said.programmes[code];
                  if (!one) return null;
                  return (
                    <div class="govuk-summary-list__row">
                      <dt class="govuk-summary-list__key">{label[language]}</dt>
                      <dd class="govuk-summary-list__value">
                        {one.recommendation && <strong>{PROGRAMME_RECOMMENDATIONS[one.recommendation][language]}</strong>}
                        {one.text !== '' && <p class="tuntas-preserve">{one.text}</p>}
                      </dd>
                    </div>
                  );
                })}
              </dl>
            </>
          )}
        </Card>
      ))}
    </>
  );
}

export function MeetingsView({ figures, words, language }: Pick<Props, 'figures' | 'words' | 'language'>): Child {
  const w = words.evaluation;
  const c = words.review.decisionColumns;
  return (
    <>
      <h2 id="reviews-of-year">{w.reviews}</h2>
      {figures.reviews.length === 0 ? (
        <p>{w.noReviews}</p>
      ) : (
        <ul>
          {figures.reviews.map(({ ordinal, period, meetsOn, state, number }) => (
            <li>
              {words.reviews.nth(ordinal)}: {period[language]}, {dayText(meetsOn, language)}.{' '}
              {REVIEW_STATE_LABELS[state][language]}
              {number && ` (${number})`}
            </li>
          ))}
        </ul>
      )}
      {figures.decisions.length > 0 && (
        <Table
          id="decisions-of-year"
          caption={w.decisions}
          captionSize="s"
          stacked
          columns={[{ label: c.text }, { label: c.owner }, { label: c.due }, { label: c.state }]}
          rows={figures.decisions.map((one) => [
            <span class="tuntas-preserve">{one.text}</span>,
            one.owner,
            dayText(one.dueOn, language),
            DECISION_STATE_LABELS[one.state][language],
          ])}
        />
      )}
    </>
  );
}
