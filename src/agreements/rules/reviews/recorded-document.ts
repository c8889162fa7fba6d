/** Minutes and evaluations that somebody holds, found by the number printed on them or by the file itself: what they are and whether they still stand. Pure. */
import type { Moment, Zone } from '../../../kernel/time.ts';

export interface DocumentNumber {
  readonly kind: 'minutes' | 'evaluation';
  /** As it is printed: '02-P1/NTB/RK-2026-0001/2026', 'EV-2026/RK-2026-0001'. */
  readonly number: string;
  /** The agreement it is about. */
  readonly code: string;
}

const CODE = '[A-Z]{2,4}-\\d{4}-\\d{4,7}';
const MINUTES = new RegExp(`^\\d{2,4}(?:-P[1-9]\\d?)?/NTB/(${CODE})/\\d{4}$`);
const EVALUATION = new RegExp(`^EV-\\d{4}(?:-P[1-9]\\d?)?/(${CODE})$`);

/** Numbers as people type them: spaces and small letters do no harm. `undefined` = no number of ours looks like that. */
export function readDocumentNumber(text: string): DocumentNumber | undefined {
  if (text.length > 60) return undefined;
  const number = text.replaceAll(/\s+/g, '').toUpperCase();
  const [minutes, evaluation] = [MINUTES.exec(number)?.[1], EVALUATION.exec(number)?.[1]];
  if (minutes !== undefined) return { kind: 'minutes', number, code: minutes };
  return evaluation === undefined ? undefined : { kind: 'evaluation', number, code: evaluation };
}

/** `waits` = another side has not confirmed it yet, or it is being corrected; `withdrawn` = it counts no more. */
export type DocumentStanding = 'stands' | 'waits' | 'replaced' | 'withdrawn';

export interface RecordedDocument {
  readonly kind: 'minutes' | 'evaluation' | 'rad-evaluation';
  /** '' = documents of this kind have none. */
  readonly number: string;
  readonly about: { readonly text: string; readonly href: string };
  /** When it was numbered or published. */
  readonly at: Moment;
  readonly zone: Zone;
  readonly standing: DocumentStanding;
  /** The number of the newest edition, which may be this one. */
  readonly newest: string;
  /** Where everybody may read it; `null` = it is not given out. */
  readonly pdf: string | null;
  readonly isExample: boolean;
}
