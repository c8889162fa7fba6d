/** All wordings that are shipped. A changed wording is a new version beside the old one, which documents made with it go on naming. */
import type { DocumentTemplate } from '../../rules/documents/template.ts';
import { EXAMINATION_LETTERS } from './examination-letters.ts';
import { MINUTES } from './minutes.ts';
import { REPORTER_LETTERS } from './reporter-letters.ts';
import { RESULTS } from './results.ts';

export const DOCUMENT_TEMPLATES: readonly DocumentTemplate[] = [
  ...REPORTER_LETTERS,
  ...EXAMINATION_LETTERS,
  ...MINUTES,
  ...RESULTS,
];
