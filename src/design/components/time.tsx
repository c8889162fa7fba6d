import type { Child } from 'hono/jsx';
import { type Day, dayOf, type Moment, type Zone } from '../../kernel/time.ts';
import { formatDay, formatMoment } from '../dates.ts';
import { usePage } from '../page-context.ts';
import { Details } from './messages.tsx';

/** An instant as it was on the clocks of a zone: "Selasa, 17 Maret 2026, 10.00 WITA". */
export function Time(props: { at: Moment; zone: Zone }) {
  const { language } = usePage();
  return <time datetime={props.at.toString({ smallestUnit: 'second' })}>{formatMoment(props.at, props.zone, language)}</time>;
}

/** A day: "Selasa, 17 Maret 2026". */
export function DayText(props: { on: Day }) {
  const { language } = usePage();
  return <time datetime={props.on.toString()}>{formatDay(props.on, language)}</time>;
}

export interface DeadlineProps {
  /** What must be done by then: "Verifikasi", "Jawaban instansi". */
  readonly label: string;
  readonly dueAt: Moment;
  readonly zone: Zone;
  readonly now: Moment;
  /** The sentence that explains the date, with its citation; behind "Mengapa tanggal ini?". */
  readonly explanation?: Child | undefined;
  readonly provisional?: boolean | undefined;
  /** The clock stands still; neither late nor near. */
  readonly paused?: boolean | undefined;
  /** It was met at this moment: the deadline is history. */
  readonly metAt?: Moment | undefined;
  /** How near or late, in the caller's own count (working days, for example), instead of calendar days. */
  readonly distance?: string | undefined;
  /** Shown instead of the days left once it is met: "Dipenuhi 2 hari lebih awal". */
  readonly metText?: string | undefined;
}

/** Says by when, how near that is, and why; late is told in words, shape and colour. Days are calendar days of the zone. */
export function Deadline(props: DeadlineProps) {
  const { language, words } = usePage();
  const dueOn = dayOf(props.dueAt, props.zone);
  const days = dayOf(props.now, props.zone).until(dueOn).days;
  const late = !props.metAt && !props.paused && props.now.epochMilliseconds > props.dueAt.epochMilliseconds;
  const near = !props.metAt && !props.paused && !late && days <= 2;
  const state = props.metAt ? 'met' : props.paused ? 'paused' : late ? 'late' : near ? 'near' : 'open';
  const status = props.metAt
    ? (props.metText ?? '')
    : props.paused
      ? words.paused
      : (props.distance ?? (late ? words.daysLate(-days) : days === 0 ? words.dueToday : words.daysLeft(days)));
  return (
    <div class={`tuntas-deadline tuntas-deadline--${state}`}>
      <p class="tuntas-deadline__label">{props.label}</p>
      <p class="tuntas-deadline__date">
        {words.dueBy} <time datetime={props.dueAt.toString({ smallestUnit: 'second' })}>{formatDay(dueOn, language)}</time>
      </p>
      {status && (
        <p class="tuntas-deadline__status">
          {late && <span aria-hidden="true">⚠ </span>}
          {status}
        </p>
      )}
      {props.provisional && <p class="tuntas-deadline__note">{words.provisional}</p>}
      {props.explanation && <Details summary={words.whyThisDate}>{props.explanation}</Details>}
    </div>
  );
}

/** Who must do what by when, and what one can do if not: the promise made when a complaint is received. */
export function PromiseCard(props: {
  title: string;
  promises: readonly { readonly who: string; readonly what: string; readonly by: Child; readonly basis?: string | undefined }[];
  otherwise?: Child | undefined;
}) {
  return (
    <section class="tuntas-promise">
      <h2 class="tuntas-promise__title">{props.title}</h2>
      <ol class="tuntas-promise__list">
        {props.promises.map((promise) => (
          <li class="tuntas-promise__item">
            <p class="tuntas-promise__what">
              <strong>{promise.who}</strong> {promise.what}
            </p>
            <p class="tuntas-promise__by">{promise.by}</p>
            {promise.basis && <p class="tuntas-promise__basis">{promise.basis}</p>}
          </li>
        ))}
      </ol>
      {props.otherwise && <div class="tuntas-promise__otherwise">{props.otherwise}</div>}
    </section>
  );
}
