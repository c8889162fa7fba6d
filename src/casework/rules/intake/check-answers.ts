/**
 * What of the answers is wrong, page by page, and what they say when they are right. Pure: the directory's word on regions and agencies is
 * asked by the caller.
 */
import { type Day, Temporal } from '../../../kernel/time.ts';
import {
  type AnswerField,
  type Answers,
  DESK_CHANNELS,
  type IntakeMode,
  type IntakeStep,
  kindOf,
  UNKNOWN_AGENCY,
} from './answers.ts';
import type { IntakeFault } from './faults.ts';

export interface FieldFault {
  readonly field: AnswerField;
  readonly fault: IntakeFault;
}

const LONGEST = 10_000;
const TITLE = { least: 5, most: 150 };
const ACCOUNT_LEAST = 20;
/** Nothing a present office could answer for happened before the republic. */
const EARLIEST_YEAR = 1945;

/** Control characters, and those that change the direction of the text or hide in it. */
const UNSEEN = /[\p{Cc}\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** A text of several lines as it is kept. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(UNSEEN, (each) => (each === '\n' ? each : ''))
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ');

/** A day of three typed parts; `null` = nothing typed, `undefined` = not a day. */
export function dayOfParts(day: string, month: string, year: string): Day | null | undefined {
  const parts = [day, month, year].map((part) => part.trim());
  if (parts.every((part) => part === '')) return null;
  if (!/^\d{1,2}$/.test(parts[0] ?? '') || !/^\d{1,2}$/.test(parts[1] ?? '') || !/^\d{4}$/.test(parts[2] ?? '')) return undefined;
  try {
    const [d, m, y] = parts.map(Number);
    return Temporal.PlainDate.from({ day: d ?? 0, month: m ?? 0, year: y ?? 0 }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}

/** @param today in the zone of whoever writes: nothing has happened after it */
export function faultsOf(answers: Answers, step: IntakeStep, mode: IntakeMode, today: Day): FieldFault[] {
  return CHECKS[step](answers, mode, today).filter((each) => each !== undefined && each !== null);
}

type Check = (answers: Answers, mode: IntakeMode, today: Day) => readonly (FieldFault | null | undefined)[];

const when = (isWrong: boolean, field: AnswerField, fault: IntakeFault): FieldFault | undefined =>
  isWrong ? { field, fault } : undefined;
const tooLong = (answers: Answers, field: AnswerField) =>
  when(cleanText(answers[field]).length > LONGEST, field, 'text-too-long');
const isYesOrNo = (typed: string) => typed === 'yes' || typed === 'no';

const CHECKS: Readonly<Record<IntakeStep, Check>> = {
  arrival(answers, _mode, today) {
    const received = dayOfParts(answers.receivedDay, answers.receivedMonth, answers.receivedYear);
    return [
      when(answers.office === '', 'office', 'office-missing'),
      when(!DESK_CHANNELS.some((each) => each === answers.channel), 'channel', 'channel-missing'),
      when(received === null, 'receivedDay', 'received-missing'),
      when(received === undefined || (received !== null && received.year < EARLIEST_YEAR), 'receivedDay', 'day-invalid'),
      received && when(Temporal.PlainDate.compare(received, today) > 0, 'receivedDay', 'day-ahead'),
    ];
  },
  kind(answers, mode) {
    const isRapid = mode === 'desk' && kindOf(answers) === 'report' && answers.rapid === 'yes';
    const criteria = [answers.emergency, answers['threat-to-life'], answers['right-to-life']];
    return [
      when(answers.kind !== kindOf(answers), 'kind', 'kind-missing'),
      when(isRapid && !criteria.includes('yes'), 'emergency', 'rapid-criteria-missing'),
      when(isRapid && cleanText(answers.rapidReason) === '', 'rapidReason', 'rapid-reason-missing'),
      tooLong(answers, 'rapidReason'),
    ];
  },
  story(answers, mode, today) {
    const title = cleanLine(answers.title);
    const occurred = dayOfParts(answers.day, answers.month, answers.year);
    const isAdvising = mode === 'desk' && kindOf(answers) === 'consultation';
    return [
      when(title.length < TITLE.least, 'title', 'title-missing'),
      when(title.length > TITLE.most, 'title', 'title-too-long'),
      when(cleanText(answers.account).length < ACCOUNT_LEAST, 'account', 'account-missing'),
      tooLong(answers, 'account'),
      when(occurred === undefined || (occurred !== null && occurred.year < EARLIEST_YEAR), 'day', 'day-invalid'),
      occurred && when(Temporal.PlainDate.compare(occurred, today) > 0, 'day', 'day-ahead'),
      when(isAdvising && answers.done === 'yes' && cleanText(answers.advice) === '', 'advice', 'advice-missing'),
      tooLong(answers, 'advice'),
    ];
  },
  where: (answers) => [when(answers.region === '', 'region', 'region-missing'), tooLong(answers, 'place')],
  agency: (answers) => [
    when(answers.agency === '', 'agency', 'agency-missing'),
    when(answers.agency === UNKNOWN_AGENCY && cleanLine(answers.respondent) === '', 'respondent', 'respondent-missing'),
    tooLong(answers, 'respondent'),
  ],
  before: (answers) => [
    when(!isYesOrNo(answers.complained), 'complained', 'complained-missing'),
    when(answers.complained === 'yes' && cleanText(answers.complainedHow) === '', 'complainedHow', 'complained-how-missing'),
    tooLong(answers, 'complainedHow'),
    when(!isYesOrNo(answers.court), 'court', 'court-missing'),
    when(!isYesOrNo(answers.reported), 'reported', 'reported-missing'),
  ],
  wish: (answers, mode) => [
    tooLong(answers, 'loss'),
    when(cleanText(answers.wish) === '', 'wish', 'wish-missing'),
    tooLong(answers, 'wish'),
    // Of somebody who comes directly they are asked with what went before.
    ...(mode === 'complaint' && kindOf(answers) === 'report'
      ? [
          when(!isYesOrNo(answers.court), 'court', 'court-missing'),
          when(!isYesOrNo(answers.reported), 'reported', 'reported-missing'),
        ]
      : []),
  ],
  // The particulars themselves are judged by the room that keeps them.
  you: (answers) => [when(kindOf(answers) === 'report' && !isYesOrNo(answers.secret), 'secret', 'secret-missing')],
  files: () => [],
};
