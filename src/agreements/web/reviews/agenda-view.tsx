/** An agenda on a page: the figures of each programme and the topics, frozen or as they would be now. */
import type { Child } from 'hono/jsx';
import { formatDay, Table } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { Temporal } from '../../../kernel/time.ts';
import { LIGHT_CAUSES } from '../../rules/light.ts';
import { type AgendaContent, sinceSigningNotes, TOPIC_KINDS, TOPICS, type Topic } from '../../rules/reviews/agenda.ts';
import { shareDone } from '../../rules/reviews/figures.ts';
import { LightTag } from '../lines/light-tag.tsx';
import { AGREEMENTS } from '../opened.tsx';
import type { ReviewWords } from './words.ts';

interface Props {
  readonly agenda: AgendaContent;
  readonly words: ReviewWords;
  readonly language: Language;
}

export const dayText = (iso: string, language: Language) => formatDay(Temporal.PlainDate.from(iso), language, 'short');

export function AgendaView({ agenda, words, language }: Props): Child {
  const w = words.review;
  const columns = w.figureColumns;
  const rows = [
    ...agenda.programmes.map(({ label, counts }) => ({ name: label[language], counts })),
    { name: w.all, counts: agenda.all },
  ];
  return (
    <>
      <Table
        id="agenda-figures"
        caption={w.figures}
        captionSize="s"
        rowHeaders
        stacked
        columns={[
          { label: columns.programme },
          ...[columns.lines, columns.done, columns.green, columns.yellow, columns.red, columns.late].map((label) => ({
            label,
            numeric: true,
          })),
        ]}
        rows={rows.map(({ name, counts }) => {
          const share = shareDone(counts);
          return [
            name,
            String(counts.lines),
            share === null ? String(counts.done) : `${counts.done} (${share}%)`,
            ...[counts.green, counts.yellow, counts.red, counts['past-due']].map(String),
          ];
        })}
      />
      {agenda.topics.length === 0 && <p>{w.agendaEmpty}</p>}
      {TOPIC_KINDS.map((kind) => {
        const own = agenda.topics.filter((topic) => topic.kind === kind);
        if (own.length === 0) return null;
        return (
          <>
            <h3>
              {TOPICS[kind][language]} ({own.length})
            </h3>
            <ol>
              {own.map((topic) => (
                <li>
                  <TopicView topic={topic} agenda={agenda} words={words} language={language} />
                </li>
              ))}
            </ol>
          </>
        );
      })}
    </>
  );
}

function TopicView({ topic, agenda, words, language }: Props & { readonly topic: Topic }): Child {
  const w = words.review;
  const { kind, line, decision, dueOn, who } = topic;
  if (kind === 'lapsing') return <>{w.lapses(dueOn === null ? '' : dayText(dueOn, language))}</>;
  if (kind === 'idle-programme')
    return <>{agenda.programmes.find(({ code }) => code === topic.programme)?.label[language] ?? topic.text}</>;
  const about = [
    who,
    dueOn === null ? '' : w.due(dayText(dueOn, language)),
    line ? w.numbers(line.confirmed, line.expected) : '',
    decision?.isReported ? w.reportedDone : '',
    ...(kind === 'shifted' && line
      ? line.shifts.map(({ from, to, reason }) => w.shifted(dayText(from, language), dayText(to, language), reason))
      : []),
    ...sinceSigningNotes(topic, agenda, language),
  ].filter((part) => part !== '');
  return (
    <>
      {line && (
        <>
          <a href={`${AGREEMENTS}/${line.plan}/lines/${line.ordinal}`}>{w.line(line.ordinal)}</a>:{' '}
        </>
      )}
      {decision && <>{w.decisionOf(decision.review, decision.ordinal)}: </>}
      {topic.text} {line && <LightTag lit={line} language={language} />}
      <br />
      <span class="govuk-hint">
        {about.join(' · ')}
        {line && (kind === 'red' || kind === 'yellow') && ` · ${LIGHT_CAUSES[line.cause][language]}`}
      </span>
    </>
  );
}
