/** What was ticked in the form of the differences, as it came and as the action takes it. */
import type { Form } from '../../../platform/http/form.ts';
import type { Choices } from '../../actions/tables/choices.ts';

export interface Chosen {
  readonly cells: readonly string[];
  readonly rows: readonly string[];
  readonly twins: readonly string[];
  readonly reports: readonly string[];
  /** By the name of the radios. */
  readonly settled: ReadonlyMap<string, string>;
  readonly reason: string;
}

const SETTLE = /^settle-(\d{1,6})-([A-Za-z0-9]{1,30})$/;

export function chosenIn(form: Form): Chosen {
  const names = Object.keys(form.typed()).filter((name) => SETTLE.test(name));
  return {
    ...{
      cells: form.all('cell'),
      rows: form.all('row'),
      twins: form.all('twin'),
      reports: form.all('report'),
      reason: form.text('reason'),
    },
    settled: new Map(names.map((name) => [name, form.text(name)])),
  };
}

export function choicesFrom(chosen: Chosen): Choices {
  const numbers = (texts: readonly string[]) => new Set(texts.filter((text) => /^\d{1,6}$/.test(text)).map(Number));
  const settled = [...chosen.settled].flatMap(([name, value]) => {
    const [, row, code] = SETTLE.exec(name) ?? [];
    const [, take, version] = /^(file|now)\/(\d{1,9})$/.exec(value) ?? [];
    if (!row || !code || !take) return [];
    return [[`${Number(row)}/${code}`, { take: take as 'file' | 'now', version: Number(version) }] as const];
  });
  return {
    ...{ cells: new Set(chosen.cells), rows: numbers(chosen.rows), twins: numbers(chosen.twins) },
    ...{ reports: numbers(chosen.reports), settled: new Map(settled), reason: chosen.reason },
  };
}
