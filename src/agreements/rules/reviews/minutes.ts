/** What minutes of a joint review say: fixed when they get their number, printed from that alone. Pure. */
import { type Result, refuse } from '../../../kernel/result.ts';
import type { AgreementRefusal } from '../refusals.ts';
import type { AgendaContent } from './agenda.ts';
import type { Presence, Review } from './review.ts';
import { sidesPresent } from './review.ts';

/** Days and moments are ISO texts: it is kept as JSON. */
export interface MinutesContent {
  readonly number: string;
  readonly at: string;
  readonly place: string;
  readonly meetsOn: string;
  readonly meetsAt: string;
  readonly zone: string;
  readonly ordinal: number;
  /** 'Triwulan II 2026' */
  readonly period: string;
  readonly agreement: { readonly code: string; readonly title: string; readonly kind: string; readonly isExample: boolean };
  readonly parties: readonly string[];
  readonly writer: string;
  readonly attendance: readonly {
    readonly institution: string;
    readonly position: string;
    readonly people: number;
    readonly presence: Presence;
  }[];
  readonly agenda: AgendaContent;
  readonly discussion: string;
  readonly decisions: readonly {
    readonly ordinal: number;
    readonly text: string;
    readonly owner: string;
    readonly dueOn: string;
    /** 'RK-2026-0001 baris 7' when it became a line. */
    readonly line: string | null;
  }[];
  /** Uncovered days before or after the agreement, in words; none = empty. */
  readonly gaps: readonly string[];
  /** Of a correction: the number it takes the place of, and why. */
  readonly replaces: { readonly number: string; readonly reason: string } | null;
}

/** Whether the minutes can be sealed: two sides came, something was said, and every decision that stands is whole. */
export function sealable(review: Review): Result<null, AgreementRefusal> {
  if (sidesPresent(review.attendance).size < 2) return refuse('agreement.review-one-sided');
  if (!sidesPresent(review.attendance).has(review.secretaryRoot)) return refuse('agreement.review-writer-absent');
  if (review.discussion.trim() === '' && !review.decisions.some(({ state }) => state !== 'withdrawn'))
    return refuse('agreement.minutes-empty');
  return { ok: true, value: null };
}

/** '03/NTB/RK-2026-0001/2026', of a correction '03-P1/NTB/...' ("perubahan"). NTB = notulen tinjauan bersama. */
export function minutesNumber(code: string, ordinal: number, edition: number, year: number): string {
  const nth = String(ordinal).padStart(2, '0');
  return `${edition === 1 ? nth : `${nth}-P${edition - 1}`}/NTB/${code}/${year}`;
}
