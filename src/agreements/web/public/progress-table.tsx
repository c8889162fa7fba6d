/** How far a plan is, by programme, with the rule of the percentage beside it. */
import { formatCount, formatDay, Table } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { LightRule } from '../../rules/light.ts';
import type { Progress } from '../../store/lines/progress.ts';
import type { Programme } from '../../store/programmes.ts';
import { percentText } from './numbers.ts';
import type { PublicWords } from './words.ts';

export function ProgressTable(props: {
  parts: readonly (Progress & { readonly programme: string })[];
  whole: Progress | undefined;
  known: readonly Programme[];
  /** Programmes agreed on that no line serves yet: they are named too. */
  without?: readonly string[];
  /** The lines behind a row; `undefined` = all of them. */
  href: (programme: string | undefined) => string;
  words: PublicWords;
  language: Language;
}) {
  const { parts, whole, known, without = [], href, words, language } = props;
  const place = (programme: string) => known.findIndex(({ code }) => code === programme);
  const label = (programme: string) => known[place(programme)]?.label[language] ?? programme;
  const inOrder = parts.toSorted((a, b) => place(a.programme) - place(b.programme));
  const cells = (row: Progress) => [
    <strong>{percentText(row.share)}</strong>,
    <>
      {words.linesInBrief(
        formatCount(row.lines, language),
        formatCount(row.done, language),
        formatCount(row.late, language),
        formatCount(row.awaiting, language),
      )}
      {row.withdrawn > 0 && `; ${words.withWithdrawn(formatCount(row.withdrawn, language))}`}
    </>,
    `${row.byLight.green} / ${row.byLight.yellow} / ${row.byLight.red}`,
    words.evidenceOf(formatCount(row.withEvidence, language), formatCount(row.lines, language)),
    words.lastAndNext(
      row.lastActivityOn ? formatDay(row.lastActivityOn, language, 'short') : words.never,
      row.nextDueOn ? formatDay(row.nextDueOn, language, 'short') : null,
    ),
  ];
  return (
    <Table
      id="programmes"
      caption={words.howFar}
      captionSize="hidden"
      stacked
      rowHeaders
      columns={[
        { label: words.programme },
        { label: words.share, numeric: true },
        { label: words.lines },
        { label: words.byLight },
        { label: words.withEvidence },
        { label: words.lastActivity },
      ]}
      rows={[
        ...inOrder.map((part) => [<a href={href(part.programme)}>{label(part.programme)}</a>, ...cells(part)]),
        ...without.map((programme) => [label(programme), '–', words.noLinesYet, '–', '–', '–']),
        ...(whole && parts.length > 1 ? [[<a href={href(undefined)}>{words.allProgrammesRow}</a>, ...cells(whole)]] : []),
      ]}
    />
  );
}

export function ProgressRules({ rule, words }: { rule: LightRule; words: PublicWords }) {
  return (
    <>
      <p class="govuk-hint">{words.percentRule}</p>
      <p class="govuk-hint">{words.lightRule(rule.green, rule.yellow, rule.staleDays)}</p>
    </>
  );
}
