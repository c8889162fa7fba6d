import type { Label } from '../../kernel/language.ts';
import type { Basis } from '../../law/index.ts';
import type { Band, Indicator, SheetKind, Standing, Variable, ZoneCode } from '../rules/instrument.ts';

/** Short words for writing the shipped instruments down. */

export function confirmed(basis: Basis, note: Label | null = null): Standing {
  return { confirmed: true, basis, note };
}

/** A default of ours, or a number from the press: said wherever it is shown. */
export function unconfirmed(note: Label, basis: Basis | null = { decision: '0020' }): Standing {
  return { confirmed: false, basis, note };
}

export const EQUAL_WEIGHTS: Standing = unconfirmed({
  id: 'Bobot indikator belum ditemukan sumbernya; dipakai bobot sama besar di dalam variabel.',
  en: 'The weights of the indicators were not found; equal weights within the variable are used.',
});

/** `100/6`: so that equal weights add up to 100 exactly. */
export function equalWeight(count: number): string {
  return count === 1 ? '100' : 100 % count === 0 ? String(100 / count) : `100/${count}`;
}

/** Indicators of a variable with equal weights, as a marked default. */
export function withEqualWeights(indicators: readonly Omit<Indicator, 'weight' | 'standing'>[]): readonly Indicator[] {
  const weight = equalWeight(indicators.length);
  return indicators.map((indicator) => ({ ...indicator, weight, standing: EQUAL_WEIGHTS }));
}

export function variable(
  code: string,
  name: Label,
  weight: string,
  standing: Standing,
  indicators: readonly Indicator[],
): Variable {
  return { code, name, weight, standing, indicators };
}

export function band(
  from: string,
  category: string,
  zone: ZoneCode | null,
  label: Label,
  standing: Standing,
  shade: Band['shade'] = null,
): Band {
  return { from, category, zone, shade, label, standing };
}

type Draft = Omit<Indicator, 'weight' | 'standing'>;

/** Something an assessor sees in documents, on a board or on a site; by default 0 to 3 and with evidence. */
export function observed(
  code: string,
  name: Label,
  question: Label,
  improvement: Label,
  more: Partial<Draft> & { readonly from?: SheetKind } = {},
): Draft {
  return {
    code,
    name,
    question,
    answer: { kind: 'interval', max: 3 },
    from: 'product',
    measure: null,
    evidence: 'required',
    mayNotApply: false,
    improvement,
    component: null,
    ...more,
  };
}

/** Something a person is asked; no evidence, since nobody is to be recognised. */
export function asked(
  code: string,
  from: SheetKind,
  name: Label,
  question: Label,
  improvement: Label,
  more: Partial<Draft> = {},
): Draft {
  return observed(code, name, question, improvement, { from, evidence: 'none', ...more });
}
