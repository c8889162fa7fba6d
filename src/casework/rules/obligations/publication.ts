/**
 * What the public reads of a finding or a recommendation: a text of its own, written by one officer and published by a head who did not write it
 * (UU 37/2008 art. 38(4) lets the Ombudsman publish). It must not say who reported; what looks like personal data must have been looked at.
 */

import type { Actor } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Case } from '../case.ts';
import { mayWork, standingsWith } from '../permissions.ts';
import type { CaseRefusal } from '../refusals.ts';

export const PUBLICATION_STATES = ['draft', 'published', 'withdrawn'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];
export const PUBLICATION_KINDS = ['finding', 'recommendation'] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

export interface PublicationText {
  readonly kind: PublicationKind;
  readonly title: string;
  readonly summary: string;
  readonly actions: string;
}

export interface Publication extends PublicationText {
  readonly caseId: string;
  readonly id: string;
  /** `0123-LM-III-2026-DPS` */
  readonly slug: string;
  readonly state: PublicationState;
  readonly writtenBy: string;
  readonly writtenAt: Moment;
  readonly approvedBy: string | null;
  readonly publishedAt: Moment | null;
  readonly withdrawnAt: Moment | null;
  readonly reason: string | null;
  readonly version: number;
}

export const LONGEST_TITLE = 200;
export const LONGEST_SUMMARY = 8_000;

/** A case's number in a form that fits an address. */
export const slugOf = (number: string): string => number.replaceAll('/', '-');

/** A number typed or linked with hyphens: the serial and the Roman month tell where they stood. */
export function isSlug(text: string): boolean {
  return text.length <= 80 && /^\d{4,7}-[A-Z][A-Z0-9-]*-[IVX]+-\d{4}-[A-Z0-9]+$/.test(text);
}

/** Only what was found can be published: an examination that ended without a finding names nobody. */
export function mayBePublished(file: Pick<Case, 'conclusion'>): boolean {
  return file.conclusion === 'found';
}

/** Whoever works on the case for the Ombudsman writes; a closed case may still be written about. */
export function mayWrite(file: Case, actor: Actor): boolean {
  return (
    (['case.examine', 'case.resolve', 'case.decide'] as const).some((each) => mayWork(file, actor, each)) ||
    standingsWith(file, actor, 'case.resolve').length > 0 ||
    standingsWith(file, actor, 'case.decide').length > 0
  );
}

export function mayPublish(file: Case, actor: Actor): boolean {
  return standingsWith(file, actor, 'case.decide').length > 0;
}

/** What is wrong with a text before anybody asks what it gives away. */
export function checkText({ title, summary, actions }: PublicationText): CaseRefusal | undefined {
  if (title.trim() === '' || summary.trim() === '') return 'case.text-missing';
  if (title.length > LONGEST_TITLE || summary.length > LONGEST_SUMMARY || actions.length > LONGEST_SUMMARY) {
    return 'case.text-too-long';
  }
  return undefined;
}

export interface Leaks {
  /** Something the reporter gave, or their words, occurs in the text. */
  readonly ofReporter: boolean;
  /** Passages that look like personal data. */
  readonly marked: boolean;
  /** Whether somebody has looked at the marked ones and keeps them. */
  readonly isKept: boolean;
}

export function judgeLeaks({ ofReporter, marked, isKept }: Leaks): Result<null, CaseRefusal> {
  if (ofReporter) return refuse('case.publication-names-reporter');
  return marked && !isKept ? refuse('case.publication-marked') : ok(null);
}

/** Publishing: another head than the author, from a draft of this version. */
export function publish(publication: Publication, file: Case, actor: Actor, at: Moment): Result<Publication, CaseRefusal> {
  if (actor.kind !== 'officer' || !mayPublish(file, actor)) return refuse('case.not-yours');
  if (publication.state !== 'draft') return refuse('case.publication-not-now');
  if (publication.writtenBy === actor.personId) return refuse('case.publication-own');
  return ok({
    ...publication,
    ...{ state: 'published', approvedBy: actor.personId, publishedAt: at, version: publication.version + 1 },
  });
}

export function takeBack(
  publication: Publication,
  file: Case,
  actor: Actor,
  reason: string,
  at: Moment,
): Result<Publication, CaseRefusal> {
  if (!mayPublish(file, actor)) return refuse('case.not-yours');
  if (publication.state !== 'published') return refuse('case.publication-not-now');
  if (reason.trim() === '') return refuse('case.reason-missing');
  if (reason.length > LONGEST_SUMMARY) return refuse('case.text-too-long');
  return ok({
    ...publication,
    ...{ state: 'withdrawn', withdrawnAt: at, reason: reason.trim(), version: publication.version + 1 },
  });
}
