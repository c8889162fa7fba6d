/** The sheets of a unit, made from the plan: how many of each kind, which products, which cells of the quota. */
import type { Rating } from './assessment.ts';
import { draw, purposeOf } from './draw.ts';
import { type Instrument, type LocusRule, PEOPLE_SHEETS, SHEET_KINDS, type SheetKind } from './instrument.ts';
import { quotaOf } from './quotas.ts';
import { questionsOn } from './walk.ts';

/** A published service of the office that may be drawn as a product. */
export interface Product {
  readonly id: string;
  readonly number: string;
  readonly name: string;
}

export interface PlannedSheet {
  readonly sheetNo: number;
  readonly kind: SheetKind;
  readonly serviceId: string | null;
  readonly serviceName: string | null;
  readonly quota: string | null;
}

export interface SheetPlan {
  readonly sheets: readonly PlannedSheet[];
  /** Products the instrument asks for and the office has not published: their sheets are there, the product is named in the field. */
  readonly unnamedProducts: number;
}

/** How many sheets of a kind a unit gets: by its locus, else by the instrument; none where the instrument asks nothing. */
export function sheetCount(instrument: Instrument, rule: Pick<LocusRule, 'sheets'> | null, kind: SheetKind): number {
  if (kind === 'agency' || questionsOn(instrument, kind).length === 0) return 0;
  return rule?.sheets?.[kind] ?? instrument.fieldwork.sheets[kind] ?? (kind === 'unit' ? 1 : 0);
}

/** The sheets of one unit that count (rating 1), numbered from 1 in the order of `SHEET_KINDS`. */
export function planSheets(
  instrument: Instrument,
  unit: { readonly code: string; readonly rule: Pick<LocusRule, 'sheets'> | null },
  products: readonly Product[],
  seed: string,
): SheetPlan {
  const wanted = sheetCount(instrument, unit.rule, 'product');
  const drawn = draw(products, wanted, seed, purposeOf.products(unit.code), (one) => one.number);
  const sheets: PlannedSheet[] = [];
  for (const kind of SHEET_KINDS) {
    const count = sheetCount(instrument, unit.rule, kind);
    for (let place = 0; place < count; place += 1) {
      const product = kind === 'product' ? drawn[place] : undefined;
      sheets.push({
        sheetNo: sheets.length + 1,
        kind,
        serviceId: product?.id ?? null,
        serviceName: product?.name ?? null,
        quota: kind === 'user' ? quotaOf(place) : null,
      });
    }
  }
  return { sheets, unnamedProducts: Math.max(0, wanted - drawn.length) };
}

/** The one sheet about the agency itself, where the instrument measures something once for the agency. */
export function agencySheets(instrument: Instrument): readonly PlannedSheet[] {
  if (questionsOn(instrument, 'agency').length === 0) return [];
  return [{ sheetNo: 1, kind: 'agency', serviceId: null, serviceName: null, quota: null }];
}

/**
 * Which of the counting sheets another rating has too, under the same numbers so that the two can be compared. People are not asked
 * twice: nobody knows who they were, so both other ratings look at documents and places alone.
 */
export function isRatedAgain(kind: SheetKind, rating: Exclude<Rating, 1>): boolean {
  return !PEOPLE_SHEETS.includes(kind) && (rating === 0 || kind !== 'agency');
}
