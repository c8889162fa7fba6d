/** Released complaints as lines of a list: what it is about, how it stands, where, who has it, and whether it is late. */
import { formatDay, Tag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import type { LawBook } from '../../../law/index.ts';
import { nearness } from '../../../law/index.ts';
import type { PublicSummary } from '../../store/lists.ts';
import type { Names } from '../telling/names.ts';
import { StandingTag } from '../telling/status.tsx';
import type { PublicWords } from './words.ts';

export interface Reading {
  readonly language: Language;
  readonly words: Pick<PublicWords, 'received' | 'noPlace' | 'metaSeparator'>;
  readonly names: Names;
  readonly book: LawBook;
  readonly now: Moment;
}

/** @param level of the lines' headings: 2 on a page of its own, 3 below a heading */
export function PublicLines(props: { lines: readonly PublicSummary[]; reading: Reading; level?: 2 | 3 }) {
  return (
    <ul class="tuntas-lines">
      {props.lines.map((line) => (
        <Line line={line} reading={props.reading} level={props.level ?? 2} />
      ))}
    </ul>
  );
}

function Line({ line, reading, level }: { line: PublicSummary; reading: Reading; level: 2 | 3 }) {
  const Heading = `h${level}` as 'h2';
  const { language, words, names } = reading;
  const where = names.region(line.regionCode) || words.noPlace;
  const who = handling(line.officeIds)
    .map((id) => names.agency(id))
    .filter(Boolean);
  return (
    <li class="tuntas-lines__item">
      <Heading class="tuntas-lines__title">
        <a href={`/complaints/${line.trackingNumber}`}>{line.title}</a>
      </Heading>
      <p class="tuntas-lines__tags">
        <StandingTag standing={line} language={language} /> <Lateness line={line} reading={reading} />
      </p>
      <p class="tuntas-lines__meta">
        {[where, who.join(', '), `${words.received} ${formatDay(dayOf(line.filedAt, line.zone), language, 'short')}`]
          .filter(Boolean)
          .join(words.metaSeparator)}
      </p>
    </li>
  );
}

/** The desk stands first among the offices: it is named only while nobody else has the complaint. */
export function handling(officeIds: readonly string[]): readonly string[] {
  return officeIds.length > 1 ? officeIds.slice(1) : officeIds;
}

/** How near the next deadline is; nothing for what is closed or waits for the complainant. */
function Lateness({ line, reading }: { line: PublicSummary; reading: Reading }) {
  if (line.nextDueAt === null) return null;
  const late = reading.now.epochMilliseconds > line.nextDueAt.epochMilliseconds;
  const near = nearness(line.nextDueAt, reading.now, line, reading.book, reading.language);
  return late ? <Tag tone="danger">{near}</Tag> : <span class="tuntas-lines__near">{near}</span>;
}
