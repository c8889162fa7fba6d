/** An agreement as a line of a list: title, how it stands, with whom, until when, and what is missing. */
import { formatDay, Tag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { dayOf, type Moment } from '../../../kernel/time.ts';
import { AGREEMENT_STATE_LABELS } from '../../rules/agreement.transitions.ts';
import { daysLeft, STANDING_LABELS, standingOn, type WarnDays, warnDaysFor } from '../../rules/in-force.ts';
import { agreementKind } from '../../rules/kinds.ts';
import type { AgreementSummary } from '../../store/register/lists.ts';
import { standingTone } from '../agreement-frame.tsx';
import { agreementPath } from '../opened.tsx';
import type { RegisterWords } from './words.ts';

const SHOWN_PARTIES = 4;
/** More names would hide the other signs; they stand on the page of the agreement. */
const SHOWN_LACKING = 2;

export function AgreementLine(props: {
  line: AgreementSummary;
  words: RegisterWords;
  language: Language;
  now: Moment;
  warnDays: WarnDays;
  /** Below the agreement: where the work that waits is done. */
  at?: string;
}) {
  const { line, words, language, now, warnDays } = props;
  const today = dayOf(now, line.zone);
  const standing = standingOn(line, today, warnDays);
  const left = daysLeft(line, today);
  const w = words.list;
  const more = line.parties.length - SHOWN_PARTIES;
  return (
    <li class="tuntas-lines__item">
      <h2 class="tuntas-lines__title">
        <a href={`${agreementPath(line)}${props.at ?? ''}`}>{line.title}</a>
      </h2>
      <p class="tuntas-lines__tags">
        <Tag tone={standingTone(standing, line.isFollowed === true)}>
          {standing === 'not-signed' ? AGREEMENT_STATE_LABELS[line.state][language] : STANDING_LABELS[standing][language]}
        </Tag>
        {standing === 'lapsing' && left !== null && (
          <Tag tone={left <= warnDaysFor(line.kind, warnDays) / 2 ? 'danger' : 'warning'}>{w.daysLeft(left)}</Tag>
        )}
        {line.unwatched.length > 0 && (
          <Tag tone="warning">
            {line.unwatched.length <= SHOWN_LACKING
              ? w.unwatched(line.unwatched.join(', '))
              : w.unwatchedMany(line.unwatched.length)}
          </Tag>
        )}
        {line.isExample && <Tag tone="neutral">{w.example}</Tag>}
      </p>
      <p class="tuntas-lines__meta">
        {[
          line.code,
          agreementKind(line.kind).label[language],
          line.parties.slice(0, SHOWN_PARTIES).join(', ') + (more > 0 ? ` ${w.andOthers(more)}` : ''),
          line.signedOn ? w.signed(formatDay(line.signedOn, language, 'short')) : '',
          line.inForceUntil ? w.until(formatDay(line.inForceUntil, language, 'short')) : '',
          line.draftAfter && !line.isFollowed
            ? w.draftAfter(line.draftAfter.code, formatDay(line.draftAfter.since, language, 'short'))
            : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </li>
  );
}
