/** The clocks of a complaint as a reader sees them: what is due, by when, how near, and why that date (law/rules/tell-clock.ts). */
import { Deadline } from '../../../design/index.ts';
import type { Label, Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import { explainClock as explain, type LawBook, nearness } from '../../../law/index.ts';
import { type Clock, isLate, isPaused } from '../../rules/clocks.ts';
import type { Complaint } from '../../rules/complaint.ts';
import { CLOCK_LABELS } from '../../rules/labels.ts';

type Judged = Pick<Complaint, 'zone' | 'regionCode' | 'ruleSet' | 'filedAt'>;

/** What started each kind of clock, as it follows "sejak" and "from". */
const SINCE: Readonly<Record<Clock['kind'], Label>> = {
  verify: { id: 'pengaduan diterima', en: 'the complaint was received' },
  finish: { id: 'pengaduan diterima', en: 'the complaint was received' },
  'follow-up': { id: 'instansi menerima pengaduan', en: 'the agency received the complaint' },
  silence: { id: 'instansi menyatakan selesai', en: 'the agency said it was done' },
  hold: { id: 'pertanyaan diajukan', en: 'the question was asked' },
  arbitrate: { id: 'pengembalian terakhir', en: 'the last return' },
};

/** One sentence on how the date came about, and the rule with its mark when it is not confirmed. */
export function explainClock(clock: Clock, complaint: Judged, book: LawBook, language: Language): string {
  return explain(clock, { ...complaint, openedAt: complaint.filedAt }, SINCE[clock.kind], book, language);
}

const MET: Label = { id: 'Dipenuhi tepat waktu', en: 'Met in time' };
const MET_LATE: Label = { id: 'Dipenuhi, tetapi terlambat', en: 'Met, but late' };

/** The clocks worth showing: the newest of each kind and part, one that runs before one that has stopped. */
export function shownClocks(clocks: readonly Clock[]): Clock[] {
  const newest = new Map<string, Clock>();
  for (const clock of clocks) {
    const key = `${clock.kind} ${clock.partId ?? ''}`;
    const known = newest.get(key);
    if (!known || known.stoppedAt !== null || clock.stoppedAt === null) newest.set(key, clock);
  }
  return [...newest.values()];
}

/** @param about whose clock it is, when it belongs to one office */
export function ClockDeadline(props: {
  clock: Clock;
  complaint: Judged;
  book: LawBook;
  language: Language;
  now: Moment;
  about?: string | undefined;
}) {
  const { clock, complaint, book, language, now } = props;
  const label = CLOCK_LABELS[clock.kind][language];
  return (
    <Deadline
      label={props.about ? `${label}: ${props.about}` : label}
      dueAt={clock.dueAt}
      zone={complaint.zone}
      now={now}
      provisional={clock.isProvisional}
      paused={isPaused(clock)}
      distance={nearness(clock.dueAt, now, complaint, book, language)}
      metAt={clock.stoppedAt ?? undefined}
      metText={clock.stoppedAt ? (isLate(clock, now) ? MET_LATE : MET)[language] : undefined}
      explanation={explainClock(clock, complaint, book, language)}
    />
  );
}
