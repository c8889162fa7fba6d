/** Lines of plans as promises: what, who, by when, how it stands. */
import { formatDay, Table } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Day, Temporal } from '../../../kernel/time.ts';
import { type LightRule, lightOf, litDay } from '../../rules/light.ts';
import { finalTarget, type Line } from '../../rules/line.ts';
import type { PromiseLine } from '../../store/public/promises.ts';
import { LightTag } from '../lines/light-tag.tsx';
import { publicPath } from '../opened.tsx';
import { amountText } from './numbers.ts';
import type { PublicWords } from './words.ts';

/** The due day, and the one promised first where it was moved: the old one stays visible. */
export function DueText({ line, words, language }: { line: Line; words: PublicWords; language: Language }) {
  const isMoved = Temporal.PlainDate.compare(line.dueOn, line.firstDueOn) !== 0;
  return (
    <>
      {formatDay(line.dueOn, language, 'short')}
      {isMoved && ` (${words.movedFrom(formatDay(line.firstDueOn, language, 'short'))})`}
    </>
  );
}

/** What the other side confirmed, of what was promised; what is only reported is told apart. */
export function AchievedText({ line, words, language }: { line: Line; words: PublicWords; language: Language }) {
  const target = finalTarget(line);
  const unit = target === null ? '%' : line.unit;
  const isAhead = line.reported !== null && line.reported.amount !== line.confirmed?.amount;
  return (
    <>
      {line.confirmed === null
        ? target === null
          ? words.nothingYet
          : words.nothingOf(amountText(target, language), unit)
        : words.ofTarget(
            amountText(line.confirmed.amount, language),
            target === null ? '100' : amountText(target, language),
            unit,
          )}
      {isAhead && line.reported && <>; {words.reportedOnly(amountText(line.reported.amount, language))}</>}
    </>
  );
}

export function PromiseList(props: {
  lines: readonly PromiseLine[];
  words: PublicWords;
  language: Language;
  today: Day;
  rule: LightRule;
  /** Where a line leads; the public page of the line unless said otherwise. */
  href?: (one: PromiseLine) => string;
  caption?: string;
  /** Where two lists stand on a page, one needs another. */
  id?: string;
}) {
  const { lines, words, language, today, rule } = props;
  const href = props.href ?? (({ agreement, line }: PromiseLine) => `${publicPath(agreement)}/lines/${line.ordinal}`);
  return (
    <Table
      id={props.id ?? 'promises'}
      caption={props.caption ?? words.linesTitle}
      captionSize="hidden"
      stacked
      columns={[
        { label: words.activity },
        { label: words.owner },
        { label: words.due },
        { label: words.achieved },
        { label: words.light },
      ]}
      rows={lines.map((one) => [
        <a href={href(one)}>{one.line.activity}</a>,
        one.ownerName,
        <DueText line={one.line} words={words} language={language} />,
        <AchievedText line={one.line} words={words} language={language} />,
        <LightTag lit={lightOf(one.line, litDay(one.agreement, today), rule)} language={language} />,
      ])}
    />
  );
}
