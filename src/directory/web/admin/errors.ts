import type { FieldErrors } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { DIRECTORY_REFUSALS, type DirectoryRefusal } from '../../rules/refusals.ts';

/** The input a refusal is about. */
const FIELDS: Partial<Record<DirectoryRefusal, string>> = {
  'name-missing': 'name',
  'email-invalid': 'email',
  'person-known': 'email',
  'decree-missing': 'decreeNumber',
  'position-not-here': 'kind',
  'position-held': 'kind',
  'both-sides': 'kind',
  'own-position': 'kind',
  'not-yours-to-manage': 'kind',
  'agency-closed': 'startsOn',
  'end-in-the-past': 'endsOn',
  'end-before-start': 'endsOn',
  'last-administrator': 'endsOn',
  'position-ended': 'endsOn',
  'successor-unfit': 'successor',
  'reason-missing': 'reason',
  'agency-name-missing': 'name',
  'agency-functions-invalid': 'functions',
  'agency-code-invalid': 'slug',
  'agency-code-taken': 'slug',
  'agency-kind-not-below': 'kind',
  'agency-in-use': 'reason',
};

export function errorsOf(language: Language, ...refusals: readonly DirectoryRefusal[]): FieldErrors {
  return refusals.map((refusal) => ({ field: FIELDS[refusal] ?? 'name', message: DIRECTORY_REFUSALS[refusal][language] }));
}

export function statusOf(refusal: DirectoryRefusal): number {
  return refusalStatus(DIRECTORY_REFUSALS[refusal].kind);
}
