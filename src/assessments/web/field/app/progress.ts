/** How far sheets are, as the device knows it. */
import type { QuestionShape } from '../shapes.ts';
import type { App, Language } from './app.ts';
import type { Device, DeviceFacts } from './device.ts';
import { answerOf, hasWaiting, type LocalSheet, openConflicts } from './sheet-state.ts';

export type UnitFacts = DeviceFacts['units'][number];

export function questionsOf(device: Device, unit: UnitFacts, sheet: LocalSheet): readonly QuestionShape[] {
  return (device.facts.forms[unit.instrument]?.[sheet.shape.kind] ?? []).flatMap((section) => section.questions);
}

export type SheetState = 'conflict' | 'done' | 'begun' | 'empty';

export function sheetState(device: Device, key: string, sheet: LocalSheet): SheetState {
  if (openConflicts(sheet).length > 0) return 'conflict';
  if (sheet.done.value) return 'done';
  const isBegun = Object.values(sheet.answers).some((answer) => answer.value !== '' || answer.note !== '');
  return isBegun || device.filesOf(key).length > 0 || sheet.shape.evidence.length > 0 ? 'begun' : 'empty';
}

export function waits(device: Device, key: string, sheet: LocalSheet): boolean {
  return hasWaiting(sheet) || device.filesOf(key).length > 0;
}

/** What is missing by what the device knows. What the server knows better (numbers of other rooms) it says when "done" is sent. */
export function missingOn(
  device: Device,
  key: string,
  unit: UnitFacts,
  sheet: LocalSheet,
): { answers: number; evidence: number } {
  const { kind, pushed } = sheet.shape;
  const questions = questionsOf(device, unit, sheet);
  const isGiven = (code: string) => answerOf(sheet, code).value !== '' || code in pushed;
  const isPeople = kind === 'user' || kind === 'officer' || kind === 'complaint-officer';
  if (isPeople && questions.some(({ code }) => isGiven(code))) return { answers: 0, evidence: 0 };
  const files = new Set([...device.filesOf(key), ...sheet.shape.evidence].map((each) => each.indicator));
  const lacks = ({ code, evidence, worst }: QuestionShape) => {
    const { value, note } = answerOf(sheet, code);
    if (unit.rating !== 1 || evidence !== 'required' || value === '' || value === 'n/a' || files.has(code)) return false;
    // What is absent cannot be photographed: a note of where one looked is enough.
    return note === '' || value !== worst;
  };
  const isUnnamed = sheet.shape.mayNameProduct && sheet.product.value.trim() === '';
  const answers = questions.filter(({ code }) => !isGiven(code)).length + (isUnnamed ? 1 : 0);
  return { answers, evidence: questions.filter(lacks).length };
}

export function sheetTitle(app: App, siblings: readonly LocalSheet[], sheet: LocalSheet): string {
  const { names, unnamed } = app.words.unit;
  const { kind, sheetNo, product } = sheet.shape;
  const same = siblings.filter((each) => each.shape.kind === kind);
  const place = same.filter((each) => each.shape.sheetNo <= sheetNo).length;
  const name = kind === 'unit' || kind === 'agency' ? names[kind] : `${names[kind]} ${place}`;
  return kind === 'product' ? `${name}: ${sheet.product.value || product || unnamed}` : name;
}

export function unitTitle(app: App, unit: UnitFacts): string {
  const { second, self } = { second: app.words.unit.names, self: app.words.unit.self };
  const name = unit.unitNo === 0 ? second.agency : unit.unit;
  return unit.rating === 0 ? `${name} (${self})` : name;
}

/** The label of an answer as it is written in the form. */
export function answerText(question: QuestionShape | undefined, value: string, language: Language, notApply: string): string {
  if (value === 'n/a') return notApply;
  const choice = question?.choices.find((each) => each.value === value);
  if (choice) return choice.label[language];
  return question?.unit ? `${value} ${question.unit[language]}` : value;
}
