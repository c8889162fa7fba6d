import { StatusTag } from '../../../design/index.ts';
import type { SheetShape, UnitShape } from './shapes.ts';
import type { FieldWords } from './words.ts';

export interface Progress {
  readonly sheets: number;
  readonly done: number;
  readonly answersMissing: number;
  readonly evidenceMissing: number;
  readonly conflicts: number;
}

export function progressOf({ sheets }: Pick<UnitShape, 'sheets'>): Progress {
  const sum = (count: (sheet: SheetShape) => number) => sheets.reduce((total, sheet) => total + count(sheet), 0);
  return {
    sheets: sheets.length,
    done: sum((sheet) => (sheet.done ? 1 : 0)),
    answersMissing: sum(({ missing }) => missing.answers.length),
    evidenceMissing: sum(({ missing }) => missing.evidence.length),
    conflicts: sum(({ conflicts }) => conflicts.length),
  };
}

/** "12 dari 39 lembar selesai · 140 jawaban belum diisi" */
export function progressText(progress: Progress, words: FieldWords): string {
  return [
    words.progress(progress.done, progress.sheets),
    ...(progress.answersMissing > 0 ? [words.answersMissing(progress.answersMissing)] : []),
    ...(progress.evidenceMissing > 0 ? [words.evidenceMissing(progress.evidenceMissing)] : []),
  ].join(' · ');
}

export type SheetState = 'done' | 'begun' | 'empty';

export function stateOf(sheet: SheetShape): SheetState {
  if (sheet.done) return 'done';
  return sheet.answers.length > 0 || sheet.evidence.length > 0 ? 'begun' : 'empty';
}

export function SheetTag({ sheet, words }: { sheet: SheetShape; words: FieldWords }) {
  const state = stateOf(sheet);
  return (
    <StatusTag label={words.unit.state[state]} tone={{ done: 'success', begun: 'info', empty: 'neutral' }[state] as 'info'} />
  );
}

/** What a sheet is called: "Produk 1: Kartu keluarga", "Pengguna 4". */
export function sheetName(unit: Pick<UnitShape, 'sheets'>, sheet: SheetShape, words: FieldWords): string {
  const place = unit.sheets.filter((each) => each.kind === sheet.kind && each.sheetNo <= sheet.sheetNo).length;
  const name = words.unit.sheet[sheet.kind](place);
  return sheet.kind === 'product' ? `${name}: ${sheet.product ?? words.unit.unnamed}` : name;
}
