/**
 * Asking back what is missing (UU 37/2008 Pasal 25): a question with a date. The reporter answers on their page, or on paper through a verifier;
 * when nobody answers in time the errand of deadlines closes the case as deemed withdrawn. Nothing is deleted.
 */

import type { AcceptedFile } from '../../../complaints/index.ts';
import { maskOwnWords } from '../../../identity/index.ts';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, runningClock } from '../../rules/case.ts';
import { decision, type Entry } from '../../rules/decision.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT, take } from '../../rules/take.ts';
import { askableNow, type Check } from '../../rules/verification/checks.ts';
import { type Requirement, requirementOf } from '../../rules/verification/requirements.ts';
import { loadCase } from '../../store/cases.ts';
import { insertCaseFiles } from '../../store/intake/files.ts';
import { insertChecks } from '../../store/verification/checks.ts';
import { completionsOf, insertCompletion, markAnswered } from '../../store/verification/completions.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { draftDocumentIn } from '../documents/draft-document.ts';
import { freezeComputed } from './answer-checks.ts';
import { gatherChecks } from './gather-checks.ts';

export interface AskOrder {
  /** Codes of the missing requirements. */
  readonly requirements: readonly string[];
  /** The question, as the reporter reads it. */
  readonly text: string;
}

/** @returns the case, with the clock of the completion running; a draft of the letter lies among its documents */
export function askCompletion(
  tools: Tools,
  actor: Actor,
  target: CaseTarget,
  order: AskOrder,
): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, target, async (file, circumstances, tx) => {
    if (actor.kind !== 'officer') return refuse('case.not-yours');
    const { standings } = await gatherChecks(tools, tx, file);
    const missing = askableNow(file, standings)
      .map((each) => each.requirement)
      .filter((each) => order.requirements.includes(each.code));
    const text = order.text.trim();
    const taken = take(file, 'ask-completion', circumstances, { reason: text });
    if (!taken.ok) return taken.refusal === 'case.reason-missing' ? refuse('case.text-missing') : taken;
    if (missing.length === 0) return refuse('case.ask-nothing');
    await freezeComputed(tx, file, standings, circumstances);
    const id = circumstances.newId();
    const requirements = missing.map((each) => each.code);
    await insertCompletion(tx, file.id, { id, requirements, text, askedAt: circumstances.at, askedBy: actor.personId });
    await draftNotice(tools, tx, actor, file, id, missing, text);
    const entry: Entry = { id, kind: 'question', audience: 'reporter', text, partId: id, agencyId: file.officeId };
    return decision(taken.value.file, {
      events: [taken.value.event, { type: 'question-asked', payload: { entry: id, requirements } }],
      entries: [entry],
      news: ['question'],
    });
  });
}

/** For whoever gets it on paper. A head who may not draft letters has asked all the same: the question stands on the reporter's page. */
async function draftNotice(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  file: Case,
  partId: string,
  missing: readonly Requirement[],
  text: string,
): Promise<void> {
  if (file.tip) return;
  await draftDocumentIn(tools, tx, actor, {
    subject: { kind: 'case', id: file.id },
    kind: 'incomplete-notice',
    fields: { asked: missing.map((each) => each.label.id).join('\n'), more: text },
    addressees: [{ kind: 'reporter', agencyId: null, position: '', personId: null, name: '' }],
    partId,
  });
}

/** A question that waits for the reporter. */
export interface OpenQuestion {
  readonly id: string;
  readonly text: string;
  readonly askedAt: Moment;
  /** The end of the time to answer; after it the report is deemed withdrawn. */
  readonly dueAt: Moment | null;
  readonly requirements: readonly Requirement[];
}

/** What the reporter is asked now; empty when nothing is. At most one question is open at a time. */
export async function openQuestions(db: Db | Tx, caseId: string): Promise<readonly OpenQuestion[]> {
  const file = await loadCase(db, caseId);
  if (file?.stage !== 'completing') return [];
  const dueAt = runningClock(file, 'stage')?.dueAt ?? null;
  const [latest] = await completionsOf(db, caseId);
  if (!latest || latest.answeredAt !== null) return [];
  const requirements = latest.requirements.flatMap((code) => requirementOf(code) ?? []);
  return [{ id: latest.id, text: latest.text, askedAt: latest.askedAt, dueAt, requirements }];
}

export interface CompletionAnswer {
  readonly caseId: string;
  /** The question answered. */
  readonly questionId: string;
  readonly text: string;
  readonly files: readonly AcceptedFile[];
  /** Facts of the case itself that were missing; what is left out stays. */
  readonly facts?: Partial<Pick<Case, 'occurredOn' | 'loss' | 'wish'>>;
  /** How a verifier got it, when it came on paper: needed of officers, unused of reporters. */
  readonly reason?: string;
}

/**
 * The answer, by the reporter or by a verifier for paper; the report goes on where it was asked. Particulars are sealed by the caller
 * (`changeParticulars` of the room identity) before. Identifiers are masked out of the words when the identity is secret.
 */
export function answerQuestion(tools: Tools, actor: Actor, answer: CompletionAnswer): Promise<Result<Case, CaseRefusal>> {
  return decide(tools, actor, { caseId: answer.caseId, version: null }, async (file, circumstances, tx) => {
    const text = answer.text.trim();
    if (text.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const [open] = await openQuestions(tx, file.id);
    if (open?.id !== answer.questionId) return refuse('case.not-now');
    if (text === '' && answer.files.length === 0 && Object.keys(answer.facts ?? {}).length === 0)
      return refuse('case.text-missing');
    const mask = (words: string) => (file.secret ? maskOwnWords(tools, tx, { complaintId: file.id, text: words }) : words);
    const { occurredOn, loss, wish } = answer.facts ?? {};
    const completed: Case = {
      ...file,
      ...(occurredOn ? { occurredOn } : {}),
      ...(loss ? { loss: await mask(loss) } : {}),
      ...(wish ? { wish: await mask(wish) } : {}),
    };
    const taken = take(completed, 'complete', circumstances, { reason: answer.reason ?? '' });
    if (!taken.ok) return taken;
    const { at, newId } = circumstances;
    const entryId = newId();
    const words = await mask(text);
    const by = actorReference(actor);
    const entries: Entry[] = [entryOf(entryId, 'facts', 'reporter', words === '' ? FILES_ONLY : words, open.id)];
    const reasonId = newId();
    if (actor.kind === 'officer')
      entries.push(entryOf(reasonId, 'reason', 'internal', (answer.reason ?? '').trim(), open.id, file.officeId));
    await insertCaseFiles(
      tx,
      file.id,
      answer.files.map((each) => ({ ...each, entryId, audience: 'reporter' as const, at, author: by })),
    );
    if (!(await markAnswered(tx, file.id, open.id, { at, by, entryId }))) return refuse('case.not-now');
    // What was said of them before is to be looked at again.
    await insertChecks(
      tx,
      file.id,
      open.requirements.map(
        (each): Check => ({
          id: newId(),
          requirement: each.code,
          answer: 'open',
          way: 'reporter',
          note: '',
          facts: [],
          author: by,
          at,
        }),
      ),
    );
    return ok({
      file: taken.value.file,
      events: [
        taken.value.event,
        { type: 'question-answered', payload: { question: open.id, entry: entryId, files: answer.files.length } },
      ],
      entries,
      news: [],
    });
  });
}

const FILES_ONLY = 'Berkas dilampirkan.';

function entryOf(
  id: string,
  kind: string,
  audience: Entry['audience'],
  text: string,
  partId: string,
  agencyId: string | null = null,
): Entry {
  return { id, kind, audience, text, partId, agencyId };
}
