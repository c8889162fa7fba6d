/** A deadline of a case: what is due, by when, how near, and why that date. */
import { Deadline } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import {
  explainClock,
  isLate,
  isPaused,
  type LawBook,
  nearness,
  PARAMETER_RULES,
  type ParameterRule,
} from '../../../law/index.ts';
import type { Case, CaseClock } from '../../rules/case.ts';
import { CLOCK_SINCE } from '../../rules/case-labels.ts';

const MET = { id: 'Dipenuhi tepat waktu', en: 'Met in time' } as const;
const MET_LATE = { id: 'Dipenuhi, tetapi terlambat', en: 'Met, but late' } as const;

export function CaseDeadline(props: {
  clock: CaseClock;
  file: Pick<Case, 'zone' | 'regionCode' | 'ruleSet' | 'registeredAt'>;
  book: LawBook;
  language: Language;
  now: Moment;
  /** What exactly, when the rule's name does not say it: which letter, which obligation. */
  about?: string | undefined;
}) {
  const { clock, file, book, language, now, about } = props;
  const label = PARAMETER_RULES[clock.limit.rule as ParameterRule].label[language];
  return (
    <Deadline
      label={about ? `${label}: ${about}` : label}
      dueAt={clock.dueAt}
      zone={file.zone}
      now={now}
      provisional={clock.isProvisional}
      paused={isPaused(clock)}
      distance={nearness(clock.dueAt, now, file, book, language)}
      metAt={clock.stoppedAt ?? undefined}
      metText={clock.stoppedAt ? (isLate(clock, now) ? MET_LATE : MET)[language] : undefined}
      explanation={explainClock(clock, { ...file, openedAt: file.registeredAt }, CLOCK_SINCE[clock.kind], book, language)}
    />
  );
}
