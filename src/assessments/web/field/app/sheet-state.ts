/**
 * One sheet on the device: what is answered, what of it the server does not know yet, what is on its way, what was refused, and what
 * was answered in two places. Pure: every function gives the next sheet.
 *
 * The bargain: an answer leaves the device with the revision it was written on (`base`). It is no longer waiting only when the server has
 * said that it has it, as the answer or as one side of a conflict. Everything else (a lost reply, a refusal, an expired session)
 * leaves it waiting.
 */
import type { Label } from '../../../../kernel/language.ts';
import type { AnswerShape, ConflictShape, SheetShape } from '../shapes.ts';

export interface LocalAnswer {
  /** As written in the form; empty = no answer. */
  readonly value: string;
  readonly note: string;
  /** What the server has, as far as this device knows. */
  readonly base: { readonly value: string; readonly note: string; readonly revision: number };
  /** Differs from the base, and the server does not know. */
  readonly waits: boolean;
  /** Counts changes, so that a reply is not taken for one to a later change. */
  readonly version: number;
  readonly writtenAt: string | null;
  /** Why the server did not take it; sent again when it is changed. */
  readonly refused: Label | null;
}

export interface SentChange {
  readonly indicator: string;
  readonly value: string | null;
  readonly note: string | null;
  readonly baseRevision: number;
  readonly version: number;
}

/** What is on its way. Its id stays until the server has answered, so that it is obeyed once. */
export interface Sending {
  readonly id: string;
  readonly changes: readonly SentChange[];
  readonly done: boolean | null;
  readonly product: string | null;
  readonly writtenAt: string | null;
  /** Why the whole of it was refused; it stays until somebody tries again. */
  readonly refused: Label | null;
}

export interface Resolution {
  readonly id: string;
  readonly conflictId: string;
  readonly indicator: string;
  readonly kept: 'server' | 'device';
  readonly seenRevision: number;
}

export interface LocalSheet {
  readonly shape: SheetShape;
  readonly answers: Readonly<Record<string, LocalAnswer>>;
  readonly product: { readonly value: string; readonly waits: boolean };
  readonly done: { readonly value: boolean; readonly waits: boolean };
  readonly sending: Sending | null;
  readonly conflicts: readonly ConflictShape[];
  readonly resolutions: readonly Resolution[];
  /** The server no longer gives this sheet to this person, and something on it still waits. */
  readonly isGone: boolean;
}

const NOTHING = { value: '', note: '', revision: 0 } as const;
const EMPTY: LocalAnswer = { ...NOTHING, base: NOTHING, waits: false, version: 0, writtenAt: null, refused: null };

export function newSheet(shape: SheetShape): LocalSheet {
  return {
    shape,
    answers: Object.fromEntries(shape.answers.map((answer) => [answer.indicator, settled(answer)])),
    product: { value: shape.product ?? '', waits: false },
    done: { value: shape.done, waits: false },
    sending: null,
    conflicts: shape.conflicts,
    resolutions: [],
    isGone: false,
  };
}

function settled({ value, note, revision }: AnswerShape): LocalAnswer {
  const base = { value, note: note ?? '', revision };
  return { ...EMPTY, value, note: base.note, base };
}

export function answerOf(sheet: LocalSheet, code: string): LocalAnswer {
  return sheet.answers[code] ?? EMPTY;
}

/** Writes an answer down. */
export function writeAnswer(
  sheet: LocalSheet,
  code: string,
  written: { readonly value: string; readonly note: string },
  at: string,
): LocalSheet {
  const before = answerOf(sheet, code);
  if (before.value === written.value && before.note === written.note) return sheet;
  const isOnItsWay = sheet.sending?.changes.some((change) => change.indicator === code) ?? false;
  const waits = isOnItsWay || written.value !== before.base.value || written.note !== before.base.note;
  const answer: LocalAnswer = { ...before, ...written, waits, version: before.version + 1, writtenAt: at, refused: null };
  return withAnswers(sheet, { [code]: answer });
}

export function writeProduct(sheet: LocalSheet, value: string): LocalSheet {
  return value === sheet.product.value ? sheet : { ...sheet, product: { value, waits: value.trim() !== '' } };
}

export function markDone(sheet: LocalSheet, value: boolean): LocalSheet {
  return { ...sheet, done: { value, waits: true } };
}

/** An answer that could be sent: not one that is only a note, and not one the server has refused as it is. */
function isReady(answer: LocalAnswer): boolean {
  return answer.waits && answer.refused === null && !(answer.value === '' && answer.note !== '');
}

/**
 * Puts what waits into an operation, when nothing is on its way already. `done` goes by itself, after the answers and files, because the
 * server looks then whether anything is missing.
 */
export function prepare(sheet: LocalSheet, id: string, filesWait: boolean): LocalSheet {
  if (sheet.sending !== null) return sheet;
  const ready = Object.entries(sheet.answers).filter(([, answer]) => isReady(answer));
  const isLast = ready.length === 0 && !filesWait;
  const done = isLast && sheet.done.waits ? sheet.done.value : null;
  const product = sheet.product.waits ? sheet.product.value.trim() : null;
  if (ready.length === 0 && done === null && product === null) return sheet;
  const changes = ready.map(([indicator, { value, note, base, version }]) => ({
    indicator,
    value: value === '' ? null : value,
    note: note.trim() === '' ? null : note.trim(),
    baseRevision: base.revision,
    version,
  }));
  const writtenAt =
    ready
      .map(([, answer]) => answer.writtenAt ?? '')
      .sort()
      .at(-1) || null;
  return { ...sheet, sending: { id, changes, done, product, writtenAt, refused: null } };
}

/** What the server said to an operation it obeyed. */
export interface Obeyed {
  readonly accepted: readonly { readonly indicator: string; readonly revision: number }[];
  /** Every conflict open on the sheet now. */
  readonly conflicts: readonly ConflictShape[];
  readonly done: boolean;
  readonly missing: SheetShape['missing'];
}

export function obeyed(sheet: LocalSheet, said: Obeyed): LocalSheet {
  const { sending } = sheet;
  if (sending === null) return sheet;
  const answers: Record<string, LocalAnswer> = {};
  for (const change of sending.changes) {
    const answer = answerOf(sheet, change.indicator);
    const accepted = said.accepted.find((each) => each.indicator === change.indicator);
    const conflict = said.conflicts.find((each) => each.indicator === change.indicator);
    const isCurrent = answer.version === change.version;
    if (accepted) {
      const base = { value: change.value ?? '', note: change.note ?? '', revision: accepted.revision };
      const waits = !isCurrent && (answer.value !== base.value || answer.note !== base.note);
      answers[change.indicator] = { ...answer, base, waits };
    } else if (conflict && isCurrent) {
      // Both are on the server now. What counts there is shown as the answer, the device's own beside it until somebody chooses.
      const base = { value: conflict.server?.value ?? '', note: conflict.server?.note ?? '', revision: conflict.revision };
      answers[change.indicator] = { ...answer, value: base.value, note: base.note, base, waits: false };
    }
    // A conflict about an earlier change, and it was changed since: it keeps its base and waits, so it is never written over.
  }
  const isProductSent = sending.product !== null && sheet.product.value.trim() === sending.product;
  return withAnswers(
    {
      ...sheet,
      shape: { ...sheet.shape, missing: said.missing },
      sending: null,
      conflicts: said.conflicts,
      product: isProductSent ? { ...sheet.product, waits: false } : sheet.product,
      done: sending.done === null ? sheet.done : { value: said.done, waits: false },
    },
    answers,
  );
}

/** The server did not obey. About one answer: that one is put aside with the reason, the others go again. */
export function refused(sheet: LocalSheet, reason: Label, indicator: string | null): LocalSheet {
  if (sheet.sending === null) return sheet;
  if (indicator === null) return { ...sheet, sending: { ...sheet.sending, refused: reason } };
  const answer = answerOf(sheet, indicator);
  return withAnswers({ ...sheet, sending: null }, { [indicator]: { ...answer, refused: reason } });
}

/** Somebody wants it tried again. What was refused as a whole was never obeyed, so it may be put together anew. */
export function tryAgain(sheet: LocalSheet): LocalSheet {
  const answers = Object.fromEntries(
    Object.entries(sheet.answers).map(([code, answer]) => [code, { ...answer, refused: null }] as const),
  );
  const sending = sheet.sending?.refused ? null : sheet.sending;
  return withAnswers({ ...sheet, sending }, answers);
}

export function choose(sheet: LocalSheet, resolution: Resolution): LocalSheet {
  const others = sheet.resolutions.filter((each) => each.conflictId !== resolution.conflictId);
  return { ...sheet, resolutions: [...others, resolution] };
}

/** The server has kept a choice. The answer it decided has a new revision; one that was changed here since goes on waiting. */
export function chosen(sheet: LocalSheet, resolution: Resolution, revision: number): LocalSheet {
  const conflict = sheet.conflicts.find((each) => each.id === resolution.conflictId);
  const rest = {
    ...sheet,
    conflicts: sheet.conflicts.filter((each) => each.id !== resolution.conflictId),
    resolutions: sheet.resolutions.filter((each) => each.id !== resolution.id),
  };
  const side = conflict?.[resolution.kept];
  if (!conflict) return rest;
  const answer = answerOf(sheet, resolution.indicator);
  const base = { value: side?.value ?? '', note: side?.note ?? '', revision };
  const current = answer.waits ? answer : { ...answer, value: base.value, note: base.note };
  return withAnswers(rest, { [resolution.indicator]: { ...current, base } });
}

/** The choice could not be kept (the other side moved on): the conflict stands again, as the server tells it next. */
export function unchosen(sheet: LocalSheet, resolution: Resolution): LocalSheet {
  return { ...sheet, resolutions: sheet.resolutions.filter((each) => each.id !== resolution.id) };
}

/** Takes the server's present state in, without touching anything that waits. */
export function merge(sheet: LocalSheet, shape: SheetShape): LocalSheet {
  const fresh = newSheet(shape);
  const onItsWay = new Set(sheet.sending?.changes.map((change) => change.indicator));
  const waiting = Object.entries(sheet.answers).filter(([code, answer]) => answer.waits || onItsWay.has(code));
  return {
    ...fresh,
    answers: { ...fresh.answers, ...Object.fromEntries(waiting) },
    product: sheet.product.waits ? sheet.product : fresh.product,
    done: sheet.done.waits ? sheet.done : fresh.done,
    sending: sheet.sending,
    resolutions: sheet.resolutions.filter((each) => shape.conflicts.some((conflict) => conflict.id === each.conflictId)),
  };
}

/** How many answers the server does not know yet. */
export function waitingAnswers(sheet: LocalSheet): number {
  return Object.values(sheet.answers).filter((answer) => answer.waits).length;
}

/** Whether anything would be lost with this sheet. */
export function hasWaiting(sheet: LocalSheet): boolean {
  return (
    waitingAnswers(sheet) > 0 || sheet.sending !== null || sheet.done.waits || sheet.product.waits || sheet.resolutions.length > 0
  );
}

/** Conflicts nobody has chosen in yet. */
export function openConflicts(sheet: LocalSheet): readonly ConflictShape[] {
  return sheet.conflicts.filter((conflict) => !sheet.resolutions.some((each) => each.conflictId === conflict.id));
}

function withAnswers(sheet: LocalSheet, answers: Readonly<Record<string, LocalAnswer>>): LocalSheet {
  return { ...sheet, answers: { ...sheet.answers, ...answers } };
}
