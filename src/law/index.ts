/** The front door of the law: regulations, dated parameters, working calendars, due moments. */
export { type ImportRefusal, type ImportReport, importHolidays, tryImport } from './actions/import-holidays.ts';
export { loadReference } from './actions/load-reference.ts';
export { setParameter } from './actions/set-parameter.ts';
export { shippedLawBook } from './data/shipped.ts';
export type { Calendar, DayOff, Holiday, HolidayKind } from './rules/calendar.ts';
export { type Basis, cite, fullName, replacedBy, shortName } from './rules/citation.ts';
export {
  type Clock,
  type ClockDue,
  type ClockLimit,
  type ClockPause,
  type FileLaw,
  isLate,
  isPaused,
  isRunning,
  pauseClock,
  reCalendar,
  reLimit,
  restartClock,
  resumeClock,
  startClock,
  stopClock,
} from './rules/clock.ts';
export { isoIn } from './rules/day-number.ts';
export { DUE_EXAMPLES, type DueExample } from './rules/due.examples.ts';
export {
  type Due,
  type DueQuestion,
  dueMoment,
  isLimit,
  type Limit,
  type LimitUnit,
  type Pause,
  pausedDue,
  type SkippedDay,
} from './rules/due.ts';
export { answerQuestion, readLimit, readZone, type TypedQuestion, type WrongQuestion } from './rules/due-question.ts';
export { explainDue } from './rules/explain-due.ts';
export { splitDecreeNumbers } from './rules/holiday-csv.ts';
export { HOLIDAY_DOUBTS, HOLIDAY_PROBLEMS, tellPlace } from './rules/holiday-problems.ts';
export type { LawBook } from './rules/law-book.ts';
export { type NumberedDays, numberedDays } from './rules/numbered-days.ts';
export {
  asLimit,
  CASE_RULE_SETS,
  type CaseRuleSet,
  isParameterRule,
  isRuleSet,
  PARAMETER_RULES,
  type Parameter,
  type ParameterRule,
  RULE_SETS,
  type RuleSet,
  UNITS,
  type Unit,
} from './rules/parameters.ts';
export { LAW_REFUSALS, type LawRefusal } from './rules/refusals.ts';
export { isRegulationId, REGULATIONS, type Regulation, type RegulationId } from './rules/regulations.ts';
export { explainClock, nearness, nearnessTone, type Placed } from './rules/tell-clock.ts';
export { tellValue } from './rules/tell-value.ts';
export { escalationMoment, reminderMoment, workingDaysBetween } from './rules/working-days.ts';
export { type LoggedChange, loggedChanges } from './store/changes.ts';
export { lawBook, loadLawBook } from './store/law-book.ts';
