/** Complaints as lines of an officer's list: what it is about, how it stands, where, at which office, and how near the deadline is. */
import type { Child } from 'hono/jsx';
import { formatDay, Tag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import type { LawBook } from '../../../law/index.ts';
import { nearness, nearnessTone } from '../../../law/index.ts';
import { CLASS_LABELS, WAITING_LABELS } from '../../rules/labels.ts';
import { showTrackingNumber } from '../../rules/tracking-number.ts';
import type { DeskLine } from '../../store/desk.ts';
import type { Summary } from '../../store/summaries.ts';
import type { Names } from '../telling/names.ts';
import { StandingTag } from '../telling/status.tsx';
import { pathOf } from './opened.tsx';
import type { DeskWords } from './words.ts';

export interface Reading {
  readonly language: Language;
  readonly words: DeskWords;
  readonly names: Names;
  readonly book: LawBook;
  readonly now: Moment;
}

/** What waits: the step first, because that is what the officer came for. */
export function DeskLines(props: { lines: readonly DeskLine[]; reading: Reading }) {
  const { reading } = props;
  const { language, words, names } = reading;
  return (
    <ul class="tuntas-lines">
      {props.lines.map((line) => (
        <Line
          line={line}
          reading={reading}
          href={line.partId ? `${pathOf(line)}#part-${line.partId}` : pathOf(line)}
          tags={
            <>
              <Tag>{WAITING_LABELS[line.kind][language]}</Tag> <Nearness dueAt={line.dueAt} line={line} reading={reading} />
              {line.isStandIn && <Tag tone="warning">{words.unstaffedTag}</Tag>}
            </>
          }
          who={names.agency(line.agencyId)}
        />
      ))}
    </ul>
  );
}

/** What may be read: how it stands first. */
export function ListLines(props: { lines: readonly Summary[]; reading: Reading }) {
  const { reading } = props;
  return (
    <ul class="tuntas-lines">
      {props.lines.map((line) => (
        <Line
          line={line}
          reading={reading}
          href={pathOf(line)}
          tags={
            <>
              <StandingTag standing={line} language={reading.language} />{' '}
              {line.nextDueAt && <Nearness dueAt={line.nextDueAt} line={line} reading={reading} />}
              {line.isReleased && <Tag tone="neutral">{reading.words.releasedTag}</Tag>}
            </>
          }
          who={line.officeIds
            .map((id) => reading.names.agency(id))
            .filter(Boolean)
            .join(', ')}
        />
      ))}
    </ul>
  );
}

function Line(props: { line: Summary; reading: Reading; href: string; tags: Child; who: string }) {
  const { line, reading, href, tags, who } = props;
  const { language, words, names } = reading;
  return (
    <li class="tuntas-lines__item">
      <h2 class="tuntas-lines__title">
        <a href={href}>{line.title}</a>
      </h2>
      <p class="tuntas-lines__tags">
        {tags}
        {line.anonymous && <Tag tone="neutral">{words.flags.anonymous.tag}</Tag>}
        {line.confidential && <Tag tone="neutral">{words.flags.confidential.tag}</Tag>}
        {line.supervisory && <Tag tone="neutral">{words.flags.supervisory.tag}</Tag>}
        {line.objections > 0 && <Tag tone="warning">{words.objectedTimes(line.objections)}</Tag>}
        {line.returns > 0 && <Tag tone="warning">{words.returnedTimes(line.returns)}</Tag>}
      </p>
      <p class="tuntas-lines__meta">
        {[
          showTrackingNumber(line.trackingNumber),
          CLASS_LABELS[line.class][language],
          who,
          names.region(line.regionCode),
          words.receivedOn(formatDay(dayOf(line.filedAt, line.zone), language, 'short')),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}

function Nearness({ dueAt, line, reading }: { dueAt: Moment; line: Summary; reading: Reading }) {
  const { now, book, language } = reading;
  const day = formatDay(dayOf(dueAt, line.zone), language, 'short');
  return (
    <Tag tone={nearnessTone(dueAt, now, line, book)}>
      {nearness(dueAt, now, line, book, language)} ({day})
    </Tag>
  );
}
