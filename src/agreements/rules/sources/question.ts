/**
 * Questions of a session and their answers. Who decides on publication: an officer of the side that keeps the agreement, or of the side that confirms
 * the line, and never whoever wrote the answer. What is withheld says why, to insiders. Pure.
 */
import type { Actor } from '../../../kernel/actor.ts';
import { actorReference } from '../../../kernel/actor.ts';
import type { Label } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import type { Line } from '../line.ts';
import { mayPrepare, sidesOf } from '../permissions.ts';
import type { AgreementRefusal } from '../refusals.ts';

export const PUBLICATIONS = ['undecided', 'published', 'withheld'] as const;
export type Publication = (typeof PUBLICATIONS)[number];

export const PUBLICATION_LABELS: Readonly<Record<Publication, Label>> = {
  undecided: { id: 'Belum diputuskan', en: 'Not decided' },
  published: { id: 'Diumumkan', en: 'Published' },
  withheld: { id: 'Tidak diumumkan', en: 'Not published' },
};

export interface Question {
  readonly id: string;
  readonly agreementId: string;
  readonly sessionId: string;
  readonly version: number;
  readonly at: Moment;
  readonly author: string;
  /** Which reviewer asked; `null` = the floor. */
  readonly reviewerId: string | null;
  readonly question: string;
  readonly answer: Answer | null;
  readonly publication: Publication;
  readonly decided: Decision | null;
}

export interface Answer {
  readonly text: string;
  readonly by: string;
  readonly at: Moment;
  /** The office that answers for it. */
  readonly agencyId: string | null;
}

export interface Decision {
  readonly by: string;
  readonly at: Moment;
  /** The agency it was taken for. */
  readonly forAgencyId: string | null;
  /** Why it is withheld; `null` = published. */
  readonly reason: string | null;
}

/** Whether the actor writes down sessions, questions and answers of the line: whoever carries it out, and whoever keeps the plan. */
export function mayWriteSessions(actor: Actor, agreement: Agreement, line: Line): boolean {
  if (agreement.state === 'ended' || agreement.state === 'dropped' || agreement.state === 'signing') return false;
  if (line.state === 'dropped') return false;
  return sidesOf(actor, agreement, line).some((side) => side === 'owner' || side === 'keeper');
}

/** Whether the actor stands where publication is decided at all. */
export function mayDecide(actor: Actor, agreement: Agreement, line: Line): boolean {
  return mayPrepare(actor, agreement) || sidesOf(actor, agreement, line).includes('other');
}

/** What stands in the way of this actor's word on this question. */
export function refusalToDecide(
  actor: Actor,
  agreement: Agreement,
  line: Line,
  question: Question,
  publish: boolean,
): AgreementRefusal | undefined {
  if (!mayDecide(actor, agreement, line)) return 'agreement.not-yours';
  if (!publish) return undefined;
  if (question.answer === null) return 'agreement.answer-missing';
  return question.answer.by === actorReference(actor) ? 'agreement.own-answer' : undefined;
}
