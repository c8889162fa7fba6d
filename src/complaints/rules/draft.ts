/**
 * A complaint while it is being written: what was typed, exactly as it was typed, and which questions have been answered. Whether
 * it is right is asked anew each time (web/filing-schema.ts), so that nothing typed is lost for being wrong.
 */
import type { ComplaintClass } from './complaint.ts';

/** The questions, one a page. */
export const DRAFT_STEPS = [
  'channel',
  'class',
  'story',
  'where',
  'place',
  'when',
  'category',
  'agency',
  'files',
  'privacy',
  'contact',
] as const;
export type DraftStep = (typeof DRAFT_STEPS)[number];

/** Who writes: a citizen, or an officer at the counter for one. */
export type DraftMode = 'citizen' | 'counter';

/** How a citizen whom an officer writes for has come. */
export const COUNTER_CHANNELS = ['pojok', 'telephone', 'letter'] as const;
export type CounterChannel = (typeof COUNTER_CHANNELS)[number];

export interface DraftFile {
  readonly id: string;
  /** As it was called on the citizen's device: shown to the citizen alone, never kept with the complaint. */
  readonly name: string;
}

export interface Draft {
  /** The officer who writes; '' for a citizen. Nobody else continues it on the same machine. */
  readonly personId: string;
  readonly channel: string;
  readonly class: string;
  readonly title: string;
  readonly description: string;
  /** A region's code; `NO_PLACE` = not tied to one place. */
  readonly region: string;
  readonly place: string;
  readonly lat: string;
  readonly lng: string;
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly category: string;
  /** An agency's code; `UNKNOWN_AGENCY` = "I don't know". */
  readonly agency: string;
  readonly anonymous: string;
  readonly confidential: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** The governmental address the citizen wants to use in spite of the warning. */
  readonly keptEmail: string;
  /** Ten digits of an earlier complaint, as typed; whether it exists is nobody's business here. */
  readonly continues: string;
  /** Number of the service it is about; '' when it is about none. */
  readonly service: string;
  readonly files: readonly DraftFile[];
  readonly answered: readonly DraftStep[];
}

export const NO_PLACE = '-';
export const UNKNOWN_AGENCY = '-';

export const EMPTY_DRAFT: Draft = {
  personId: '',
  channel: '',
  class: '',
  title: '',
  description: '',
  region: '',
  place: '',
  lat: '',
  lng: '',
  day: '',
  month: '',
  year: '',
  category: '',
  agency: '',
  anonymous: '',
  confidential: '',
  name: '',
  email: '',
  phone: '',
  keptEmail: '',
  continues: '',
  service: '',
  files: [],
  answered: [],
};

/**
 * Each class its own form: a wish has no day and no scene, a question not even a document. What was answered for another class
 * stays in the draft, in case the class is changed back.
 */
const STEPS: Readonly<Record<ComplaintClass, readonly DraftStep[]>> = {
  complaint: ['class', 'story', 'where', 'place', 'when', 'category', 'agency', 'files', 'privacy', 'contact'],
  aspiration: ['class', 'story', 'where', 'agency', 'files', 'privacy', 'contact'],
  'information-request': ['class', 'story', 'where', 'agency', 'privacy', 'contact'],
};

export function isComplaintClass(text: string): text is ComplaintClass {
  return Object.hasOwn(STEPS, text);
}

/** The questions of a draft in their order; those of a complaint as long as no class is chosen. */
export function stepsOf(draft: Pick<Draft, 'class'>, mode: DraftMode): readonly DraftStep[] {
  const steps = STEPS[isComplaintClass(draft.class) ? draft.class : 'complaint'];
  return mode === 'counter' ? ['channel', ...steps] : steps;
}

/** The first question without an answer; `undefined` when all are answered. The class comes before all that depends on it. */
export function firstUnanswered(draft: Pick<Draft, 'class' | 'answered'>, mode: DraftMode): DraftStep | undefined {
  return stepsOf(draft, mode).find((step) => !draft.answered.includes(step));
}

/** The question after one; `undefined` after the last, when the answers are checked. */
export function stepAfter(draft: Pick<Draft, 'class'>, mode: DraftMode, step: DraftStep): DraftStep | undefined {
  const steps = stepsOf(draft, mode);
  return steps[steps.indexOf(step) + 1];
}

/** The question before one; `undefined` before the first. */
export function stepBefore(draft: Pick<Draft, 'class'>, mode: DraftMode, step: DraftStep): DraftStep | undefined {
  const steps = stepsOf(draft, mode);
  return steps[steps.indexOf(step) - 1];
}

/** The draft with a question answered, or, when what was typed is wrong, open again. */
export function withAnswer(draft: Draft, step: DraftStep, isAnswered: boolean): Draft {
  const others = draft.answered.filter((each) => each !== step);
  return { ...draft, answered: isAnswered ? [...others, step] : others };
}

/** What the draft would file, in the shape of the JSON API, for one schema to judge. Questions of other classes are left out. */
export function filingOf(draft: Draft) {
  const steps = stepsOf(draft, 'citizen');
  const asked = <T>(step: DraftStep, value: T): T | null => (steps.includes(step) ? value : null);
  return {
    class: draft.class === '' ? undefined : draft.class,
    title: draft.title,
    description: draft.description,
    region: draft.region === '' ? undefined : draft.region === NO_PLACE ? null : draft.region,
    agency: draft.agency === '' || draft.agency === UNKNOWN_AGENCY ? null : draft.agency,
    category: asked('category', draft.category || null),
    occurredOn: asked('when', isoDay(draft)),
    place: asked('place', draft.place),
    location: asked('place', pointOf(draft)),
    contact: { name: draft.name, email: draft.email, phone: draft.phone },
    anonymous: draft.anonymous === 'yes',
    confidential: draft.confidential === 'yes',
  };
}

/** `2026-03-07`; null when nothing was typed; what cannot be a day comes out as something the schema refuses. */
function isoDay(draft: Pick<Draft, 'day' | 'month' | 'year'>): string | null {
  const [day, month, year] = [draft.day.trim(), draft.month.trim(), draft.year.trim()];
  if (day === '' && month === '' && year === '') return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A point as numbers; what is no number stays text, which the schema refuses. A comma is how Indonesian writes the decimal point. */
function pointOf(draft: Pick<Draft, 'lat' | 'lng'>) {
  const read = (typed: string) => {
    const text = typed.trim().replace('−', '-').replace(',', '.');
    return /^[-+]?\d{1,3}(\.\d{1,15})?$/.test(text) ? Number(text) : typed;
  };
  return draft.lat.trim() === '' && draft.lng.trim() === '' ? null : { lat: read(draft.lat), lng: read(draft.lng) };
}
