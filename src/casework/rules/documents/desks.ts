import type { SubjectKind } from './document.ts';

/** Where a case, a plenary and a review stand; their documents are below `/documents`. */
export const SUBJECT_DESKS = {
  case: '/desk/cases',
  plenary: '/desk/plenaries',
  review: '/desk/reviews/files',
} as const satisfies Record<SubjectKind, string>;
