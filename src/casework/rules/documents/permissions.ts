/**
 * Who may do what with a document. The parts of the transition table are resolved through the kind: who drafts, who reviews, who seals. Officers of the
 * Ombudsman reach it through the file it belongs to (`DocumentFileOf.holds`, which for a case is rules/permissions.ts), officers of an agency only through
 * being addressed.
 */
import { type Actor, type Capability, positionsWith } from '../../../kernel/actor.ts';
import { type DocumentAction, type DocumentPart, documentStep } from './document.transitions.ts';
import type { CaseDocument, Recipient, SubjectKind } from './document.ts';
import { type DocumentKind, documentKind } from './kinds.ts';

/** What a document asks of the file it belongs to: a case, a review, a plenary. */
export interface Reach {
  readonly kind: SubjectKind;
  /** Whether this actor sees the file as an officer of the Ombudsman, inside. */
  readonly sees: boolean;
  /** Whether the actor holds the capability at the file's office or above it, and no conflict of interest shuts them out. */
  holds(capability: Capability): boolean;
  /** An examiner drafts and seals only where they are on the team. */
  readonly isOnTeam: boolean;
}

const holdsOne = (reach: Reach, capabilities: readonly Capability[], needsTeam: boolean): boolean =>
  capabilities.some((one) => reach.holds(one) && (!needsTeam || one !== 'case.examine' || reach.isOnTeam));

export function mayDraft(reach: Reach, kind: DocumentKind): boolean {
  const data = documentKind(kind);
  const inTeam = reach.isOnTeam && holdsOne(reach, data.teamDrafts ?? [], false);
  return data.subjects.includes(reach.kind) && (inTeam || holdsOne(reach, data.drafts, true));
}

function plays(part: DocumentPart, reach: Reach, kind: DocumentKind, actor: Actor, document: CaseDocument): boolean {
  const data = documentKind(kind);
  switch (part) {
    case 'drafter':
      return mayDraft(reach, kind);
    case 'reviewer':
      // Four eyes: never who wrote it last.
      return actor.kind === 'officer' && actor.personId !== document.editedBy && holdsOne(reach, data.reviews, false);
    case 'sealer':
      return holdsOne(reach, data.seals, true);
    case 'sender':
      return holdsOne(reach, data.drafts, true) || holdsOne(reach, data.seals, true);
    case 'addressee':
    case 'machine':
      return false;
  }
}

/** Whether the table knows the step from here, and this officer of the Ombudsman may take it. */
export function mayAct(
  reach: Reach,
  actor: Actor,
  document: CaseDocument,
  action: DocumentAction,
): 'yes' | 'not-yours' | 'not-now' {
  if (document.direction === 'in' || document.kind === 'answer') return 'not-now';
  const step = documentStep(document.state, action);
  if (!step) return 'not-now';
  const data = documentKind(document.kind);
  if (action === 'seal-unreviewed' && data.reviews.length > 0) return 'not-now';
  if ((action === 'review' || action === 'return') && data.reviews.length === 0) return 'not-now';
  if (action === 'send' && document.recipients.length === 0) return 'not-now';
  return plays(step.who, reach, document.kind, actor, document) ? 'yes' : 'not-yours';
}

/** How a kind is sealed: after review, or at once where nobody reviews it. */
export function sealAction(kind: DocumentKind): 'seal' | 'seal-unreviewed' {
  return documentKind(kind).reviews.length === 0 ? 'seal-unreviewed' : 'seal';
}

/** Who opens letters for an agency; at the Ombudsman's own offices those who verify and lead. */
export const LETTER_CAPABILITIES: readonly Capability[] = ['case.answer', 'case.decide', 'case.verify'];

const officesOf = (actor: Actor): readonly string[] => [
  ...new Set(LETTER_CAPABILITIES.flatMap((one) => positionsWith(actor, one).map(({ agencyId }) => agencyId))),
];

/** The recipients an officer stands for: by answering for the office or an agency above it, or by being the officer it is meant for. */
export function addressedTo(document: Pick<CaseDocument, 'recipients'>, actor: Actor): readonly Recipient[] {
  if (actor.kind !== 'officer') return [];
  const offices = officesOf(actor);
  return document.recipients.filter(
    (one) => one.personId === actor.personId || offices.some((id) => one.agencyPath.includes(id)),
  );
}

/** Whose boxes an officer opens: those of the offices they answer for, and their own. */
export function boxesOf(actor: Actor): readonly string[] {
  return actor.kind === 'officer' ? [...officesOf(actor), actor.personId] : [];
}

/** Whether desks show the way to the letters. */
export function hasBox(actor: Actor): boolean {
  return positionsWith(actor, 'case.answer').length > 0;
}
