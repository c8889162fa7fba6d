import type { Child } from 'hono/jsx';
import { formatDay, InsetText, LinkButton, Table, Tag, usePage } from '../../design/index.ts';
import type { Language } from '../../kernel/language.ts';
import { Temporal } from '../../kernel/time.ts';
import type { WebContext } from '../../platform/http/env.ts';
import { cite } from '../rules/citation.ts';
import { PARAMETER_RULES, type Parameter, type ParameterRule, RULE_SETS, type RuleSet, rowOn } from '../rules/parameters.ts';
import { mayManageLaw } from '../rules/permission.ts';
import { tellValue } from '../rules/tell-value.ts';
import { lawBook } from '../store/law-book.ts';
import { lawPage, today, wordsFor } from './frame.tsx';
import type { LawWords } from './words.id.ts';

/** GET /law: what holds today and what will hold, with citation and certainty. */
export async function parametersPage(c: WebContext): Promise<Response> {
  const words = wordsFor(c);
  const book = await lawBook(c.get('tools'));
  const day = today(c);
  const ruleSet = book.ruleSetAt(day);
  const newestFirst = [...RULE_SETS].reverse();
  return lawPage(
    c,
    '/law',
    words.parametersTitle,
    <>
      <p>{words.lead}</p>
      <InsetText>{words.ruleSetNow(ruleSet)}</InsetText>
      {newestFirst.map((each, index) => (
        <ParameterTable
          id={`rule-set-${index}`}
          title={words.ruleSetTitle(each)}
          rows={standing(book.parameters, each, day.toString())}
          words={words}
        />
      ))}
      <ParameterTable
        id="general"
        title={words.generalTitle}
        rows={standing(book.parameters, null, day.toString())}
        words={words}
      />
      <p>{words.unconfirmedMeans}</p>
      {mayManageLaw(c.get('actor')) && <LinkButton href="/admin/law/parameters">{words.adminParameters}</LinkButton>}
    </>,
  );
}

interface Standing {
  readonly row: Parameter;
  readonly upcoming: boolean;
}

/** Of each rule the row that holds on the day, and those that are to come. */
function standing(rows: readonly Parameter[], ruleSet: RuleSet | null, day: string): readonly Standing[] {
  return (Object.keys(PARAMETER_RULES) as ParameterRule[]).flatMap((rule) => {
    const own = rows.filter((row) => row.rule === rule && row.ruleSet === ruleSet);
    const now = rowOn(own, day);
    // Of several rows entered for one coming day only the one that will hold is told.
    const days = [...new Set(own.filter((row) => row.from > day).map((row) => row.from))].sort();
    const upcoming = days.flatMap((each) => rowOn(own, each) ?? []);
    return [...(now ? [{ row: now, upcoming: false }] : []), ...upcoming.map((row) => ({ row, upcoming: true }))];
  });
}

function ParameterTable(props: { id: string; title: string; rows: readonly Standing[]; words: LawWords }) {
  const { words } = props;
  const { language } = usePage();
  return (
    <Table
      id={props.id}
      caption={props.title}
      stacked
      columns={[
        { label: words.rule },
        { label: words.value },
        { label: words.basis },
        { label: words.since },
        { label: words.status },
      ]}
      rows={props.rows.map(({ row, upcoming }) => [
        PARAMETER_RULES[row.rule].label[language],
        tellValue(row.value, row.unit, language),
        <>
          {cite(row.basis)[language]}
          {row.note && <div class="govuk-hint">{row.note[language]}</div>}
        </>,
        tellPeriod(row, words, language),
        <>
          <Certainty confirmed={row.confirmed} words={words} /> {upcoming && <Tag tone="info">{words.upcoming}</Tag>}
        </>,
      ])}
    />
  );
}

export function Certainty(props: { confirmed: boolean; words: LawWords }): Child {
  return props.confirmed ? (
    <Tag tone="success">{props.words.confirmed}</Tag>
  ) : (
    <Tag tone="warning">{props.words.unconfirmed}</Tag>
  );
}

export function tellPeriod(row: Parameter, words: LawWords, language: Language): string {
  const day = (text: string) => formatDay(Temporal.PlainDate.from(text), language, 'short');
  return row.until === null ? words.from(day(row.from)) : words.fromUntil(day(row.from), day(row.until));
}
