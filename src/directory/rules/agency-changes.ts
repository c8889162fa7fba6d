/** Keeping the tree of agencies by hand: opening, changing, closing an office. Only who keeps the directory may. */
import { type Actor, can } from '../../kernel/actor.ts';
import type { AgencyKind } from './agency.ts';
import type { DirectoryRefusal } from './refusals.ts';

/** Kinds that stand on their own; governments come with the regions and are not made by hand. */
export const ROOT_KINDS: readonly AgencyKind[] = ['ministry', 'institution', 'bumn'];

/** Kinds that stand below another agency. */
export const LOWER_KINDS: readonly AgencyKind[] = [
  'opd',
  'unit',
  'upt',
  'inspectorate',
  'district-office',
  'kelurahan',
  'village',
  'vertical-office',
  'bumd',
];

export interface AgencyParticulars {
  readonly name: string;
  readonly shortName: string;
  /** What it does, in the words of the competences: 'dinkes'. */
  readonly functions: readonly string[];
  /** Whether it is the coordinator's own office. */
  readonly isCoordinatorDesk: boolean;
  readonly reason: string;
}

export interface NewAgency extends AgencyParticulars {
  readonly parentId: string | null;
  /** Last part of the code. */
  readonly slug: string;
  readonly kind: AgencyKind;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export function mayKeepDirectory(actor: Actor): boolean {
  return actor.kind === 'system' || can(actor, 'directory.manage');
}

export function problemsOfAgency(order: AgencyParticulars): DirectoryRefusal[] {
  const problems: DirectoryRefusal[] = [];
  if (order.name.trim() === '' || order.shortName.trim() === '') problems.push('agency-name-missing');
  if (!order.functions.every((one) => SLUG.test(one))) problems.push('agency-functions-invalid');
  if (order.reason.trim() === '') problems.push('reason-missing');
  return problems;
}

export function problemsOfNewAgency(order: NewAgency): DirectoryRefusal[] {
  const problems = problemsOfAgency(order);
  if (!SLUG.test(order.slug) || order.slug.length > 60) problems.push('agency-code-invalid');
  const kinds = order.parentId === null ? ROOT_KINDS : LOWER_KINDS;
  if (!kinds.includes(order.kind)) problems.push('agency-kind-not-below');
  return problems;
}
