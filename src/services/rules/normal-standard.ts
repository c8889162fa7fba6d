/** A standard in its one normal form, so that the same content is the same value however it was typed. */
import type { ComplaintChannel, Fee, Requirements, ServiceDuration, Standard } from './standard.ts';

/** What "nothing required" is called in tables and when someone types it as the only line. */
export const NO_REQUIREMENT = 'Tanpa persyaratan';

/** One line: no control characters, single spaces. */
export function lineOf(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

/** Lines without blank ones. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r\n?|\n|\u2028|\u2029|\v|\f/)
    .map(lineOf)
    .filter((line) => line !== '');
}

/** Several lines as one text. */
export function textOf(text: string): string {
  return linesOf(text).join('\n');
}

const lines = (given: readonly string[]) => given.flatMap(linesOf);

export function normalStandard(standard: Standard): Standard {
  const { complaintHandling } = standard;
  return {
    requirements: requirementsOf(standard.requirements),
    procedure: lines(standard.procedure),
    duration: durationOf(standard.duration),
    fee: feeOf(standard.fee),
    product: textOf(standard.product),
    complaintHandling: {
      channels: inOrder(complaintHandling.channels),
      officerPosition: lineOf(complaintHandling.officerPosition),
      days: complaintHandling.days,
    },
    legalBasis: lines(standard.legalBasis),
    facilities: lines(standard.facilities),
    competence: textOf(standard.competence),
    supervision: textOf(standard.supervision),
    staffCount: standard.staffCount,
    serviceGuarantee: textOf(standard.serviceGuarantee),
    safetyGuarantee: textOf(standard.safetyGuarantee),
    evaluation: textOf(standard.evaluation),
  };
}

function requirementsOf(given: Requirements): Requirements {
  if (given.kind !== 'list') return given;
  const list = lines(given.lines);
  if (list.length === 0) return { kind: 'not-stated' };
  return list.length === 1 && list[0]?.toLowerCase() === NO_REQUIREMENT.toLowerCase()
    ? { kind: 'none' }
    : { kind: 'list', lines: list };
}

function durationOf(given: ServiceDuration): ServiceDuration {
  return given.kind === 'stated' ? { ...given, note: lineOf(given.note) } : given;
}

function feeOf(given: Fee): Fee {
  if (given.kind === 'regulation') {
    const citation = lineOf(given.citation);
    return citation === '' ? { kind: 'not-stated' } : { kind: 'regulation', citation };
  }
  if (given.kind !== 'amounts') return given;
  const items = given.items.map(({ what, rupiah }) => ({ what: lineOf(what), rupiah }));
  return items.length === 0 ? { kind: 'not-stated' } : { kind: 'amounts', items };
}

function inOrder(channels: readonly ComplaintChannel[]): ComplaintChannel[] {
  return channels.map(({ kind, value }) => ({ kind, value: lineOf(value) })).filter(({ value }) => value !== '');
}
