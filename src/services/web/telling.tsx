/** How a standard is shown: the same on the public page, in the preview and in the office's own file. */
import type { Child } from 'hono/jsx';
import { formatDay, SummaryList, type SummaryRow, Tag } from '../../design/index.ts';
import type { Language } from '../../kernel/language.ts';
import { Temporal } from '../../kernel/time.ts';
import { cite } from '../../law/index.ts';
import {
  type ComponentState,
  type Count,
  completeness,
  SHORTFALLS,
  STATED_LABELS,
  type StatedState,
} from '../rules/completeness.ts';
import { COMPONENTS, type ComponentCode } from '../rules/components.ts';
import type { Difference, LineChange } from '../rules/difference.ts';
import type { ServiceContent } from '../rules/service.ts';
import type { Standard } from '../rules/standard.ts';
import { tellComponent } from '../rules/tell-component.ts';
import type { ServiceWords } from './words.ts';

const TONES = { stated: 'success', incomplete: 'warning', 'not-stated': 'danger' } as const satisfies Record<StatedState, string>;

export function StatedTag(props: { state: StatedState; language: Language }) {
  return <Tag tone={TONES[props.state]}>{STATED_LABELS[props.state][props.language]}</Tag>;
}

/** The lines of a component; steps are numbered, because their order is what they say. */
export function ComponentLines(props: { code: ComponentCode; standard: Standard; language: Language }) {
  const { code, standard, language } = props;
  const lines = tellComponent(code, standard, language);
  if (lines.length === 0) return <StatedTag state="not-stated" language={language} />;
  const items = lines.map((line) => <li>{linked(code, standard, line)}</li>);
  if (lines.length === 1 && code !== 'procedure') return <p>{linked(code, standard, lines[0] ?? '')}</p>;
  return code === 'procedure' ? <ol>{items}</ol> : <ul>{items}</ul>;
}

/** A web address of the complaint channels can be followed; anything else is plain text. */
function linked(code: ComponentCode, standard: Standard, line: string): Child {
  if (code !== 'complaintHandling') return line;
  const channel = standard.complaintHandling.channels.find(({ kind, value }) => kind === 'web' && line.endsWith(`: ${value}`));
  if (!channel || !/^https:\/\/[^\s"<>]+$/.test(channel.value)) return line;
  return (
    <>
      {line.slice(0, line.length - channel.value.length)}
      <a href={channel.value} rel="noopener noreferrer">
        {channel.value}
      </a>
    </>
  );
}

export function Shortfalls(props: { state: ComponentState; language: Language }) {
  const { state, language } = props;
  if (state.why.length === 0) return null;
  return (
    <div class="govuk-hint">
      {state.why.map((why) => (
        <div>{SHORTFALLS[why][language]}</div>
      ))}
    </div>
  );
}

/** The components as a list of facts, with the law they come from. */
export function StandardList(props: {
  content: ServiceContent;
  codes: readonly ComponentCode[];
  language: Language;
  extra?: readonly (SummaryRow | null | false)[];
  edit?: (code: ComponentCode) => string;
}) {
  const { content, codes, language, edit } = props;
  const judged = new Map(completeness(content.standard).components.map((one) => [one.code, one]));
  return (
    <SummaryList
      rows={[
        ...(props.extra ?? []),
        ...codes.map((code): SummaryRow => {
          const label = COMPONENTS[code].label[language];
          const state = judged.get(code) as ComponentState;
          return {
            key: label,
            value: (
              <>
                <ComponentLines code={code} standard={content.standard} language={language} />
                {state.state === 'incomplete' && <StatedTag state="incomplete" language={language} />}
                <Shortfalls state={state} language={language} />
              </>
            ),
            ...(edit ? { actions: [{ href: edit(code), about: label.toLowerCase() }] } : {}),
          };
        }),
      ]}
    />
  );
}

/** "9 dari 14" */
export function tellCount({ stated, of }: Count, words: ServiceWords): string {
  return words.count(stated, of);
}

/** Exact to one decimal, half up; '' when there is nothing to count. */
export function tellShare(part: number, whole: number, language: Language): string {
  if (whole === 0) return '';
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole));
  const text = `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}`;
  return `${language === 'id' ? text.replace('.', ',') : text}%`;
}

export function basisOf(code: ComponentCode, language: Language): string {
  return cite(COMPONENTS[code].basis)[language];
}

/** What a version changes, line by line; the words "dihapus"/"ditambah" are read out, not told by colour alone. */
export function Differences(props: { differences: readonly Difference[]; language: Language; words: ServiceWords }) {
  const { differences, language, words } = props;
  if (differences.length === 0) return <p>{words.nothingDiffers}</p>;
  return (
    <>
      {differences.map(({ what, lines }) => (
        <>
          <h3>{labelOf(what, language, words)}</h3>
          <ul class="tuntas-difference">
            {lines.map((line) => (
              <DifferenceLine line={line} what={what} language={language} words={words} />
            ))}
          </ul>
        </>
      ))}
    </>
  );
}

function DifferenceLine(props: { line: LineChange; what: Difference['what']; language: Language; words: ServiceWords }) {
  const { line, words } = props;
  const text = props.what === 'decreeOn' ? shownDay(line.text, props.language) : line.text;
  if (line.kind === 'same') return <li>{text}</li>;
  return (
    <li>
      <Tag tone={line.kind === 'added' ? 'success' : 'danger'}>{line.kind === 'added' ? words.added : words.removed}</Tag>{' '}
      {line.kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
    </li>
  );
}

function shownDay(text: string, language: Language): string {
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return day ? formatDay(Temporal.PlainDate.from(text), language) : text;
}

export function labelOf(what: Difference['what'], language: Language, words: ServiceWords): string {
  return Object.hasOwn(COMPONENTS, what)
    ? COMPONENTS[what as ComponentCode].label[language]
    : words.particulars[what as keyof ServiceWords['particulars']];
}
