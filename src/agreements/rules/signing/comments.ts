/** Comments on sections of a text: by any party, answered, settled by whoever prepares the text or by the side that commented. Pure. */
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Agreement } from '../agreement.ts';
import { mayPrepare } from '../permissions.ts';
import { seeingPositions } from '../visibility.ts';

export interface TextComment {
  readonly id: string;
  /** Key of the section. */
  readonly section: string;
  readonly textNo: number;
  /** `null` = it asks for an answer itself. */
  readonly answersTo: string | null;
  readonly body: string;
  /** `person:ID` */
  readonly author: string;
  /** The office it was written for. */
  readonly agencyId: string;
  readonly at: Moment;
  readonly settledBy: string | null;
  readonly settledAt: Moment | null;
}

export const COMMENT_LIMIT = 4000;

const SPEAKING = ['agreement.prepare', 'agreement.sign', 'agreement.confirm', 'agreement.progress'] as const;

/** The office somebody writes for; `undefined` = they only read. */
export function officeOf(actor: Actor, agreement: Agreement): string | undefined {
  return seeingPositions(actor, agreement).find(({ capabilities }) => SPEAKING.some((each) => capabilities.includes(each)))
    ?.agencyId;
}

/** While the text is not settled. */
export function mayComment(actor: Actor, agreement: Agreement): boolean {
  return (agreement.state === 'draft' || agreement.state === 'commenting') && officeOf(actor, agreement) !== undefined;
}

/** Whoever prepares the text, and whoever wrote it or sits in the same office. */
export function maySettle(
  actor: Actor,
  agreement: Agreement,
  comment: Pick<TextComment, 'author' | 'agencyId' | 'answersTo'>,
): boolean {
  if (comment.answersTo !== null || !mayComment(actor, agreement)) return false;
  return (
    mayPrepare(actor, agreement) || comment.author === actorReference(actor) || officeOf(actor, agreement) === comment.agencyId
  );
}

export interface Thread {
  readonly comment: TextComment;
  readonly answers: readonly TextComment[];
}

/** Comments with their answers, open ones first, each group in the order they came. */
export function threadsOf(comments: readonly TextComment[]): readonly Thread[] {
  const threads = comments
    .filter(({ answersTo }) => answersTo === null)
    .map((comment) => ({ comment, answers: comments.filter(({ answersTo }) => answersTo === comment.id) }));
  const isOpen = ({ comment }: Thread) => comment.settledAt === null;
  return [...threads.filter(isOpen), ...threads.filter((one) => !isOpen(one))];
}
