/** Cases as lines of a list: what it is about, how it stands, how near the deadline is. */
import type { Child } from 'hono/jsx';
import { formatDay, Tag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf, type Moment, type Zone } from '../../../kernel/time.ts';
import { type LawBook, nearness, nearnessTone } from '../../../law/index.ts';
import type { AccessKind } from '../../rules/case.ts';
import { ACCESS_LABELS } from '../../rules/case-labels.ts';
import { casePath } from '../opened.tsx';
import type { CaseDeskWords } from './words.id.ts';

export interface LineReading {
  readonly language: Language;
  readonly words: CaseDeskWords;
  readonly book: LawBook;
  readonly now: Moment;
}

interface LineFacts {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly access: AccessKind;
  readonly zone: Zone;
  readonly regionCode: string | null;
  readonly registeredAt: Moment;
  readonly secret: boolean;
}

export function CaseLine(props: { line: LineFacts; reading: LineReading; tags: Child; who: string }) {
  const { line, reading, tags, who } = props;
  const { language, words } = reading;
  return (
    <li class="tuntas-lines__item">
      <h2 class="tuntas-lines__title">
        <a href={casePath(line)}>{line.title}</a>
      </h2>
      <p class="tuntas-lines__tags">
        {tags} {line.secret && <Tag tone="warning">{words.secret}</Tag>}
      </p>
      <p class="tuntas-lines__meta">
        {[
          line.number,
          ACCESS_LABELS[line.access][language],
          who,
          words.registered(formatDay(dayOf(line.registeredAt, line.zone), language, 'short')),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}

export function DueTag({ dueAt, line, reading }: { dueAt: Moment; line: LineFacts; reading: LineReading }) {
  const { now, book, language } = reading;
  return (
    <Tag tone={nearnessTone(dueAt, now, line, book)}>
      {nearness(dueAt, now, line, book, language)} ({formatDay(dayOf(dueAt, line.zone), language, 'short')})
    </Tag>
  );
}
