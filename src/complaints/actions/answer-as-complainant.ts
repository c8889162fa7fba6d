/**
 * What the complainant does with the receipt code: supply facts, confirm, object, contest, reopen. Of an anonymous complainant's
 * later words, too, identifiers are masked before an officer reads them.
 */

import { maskOwnWords } from '../../identity/index.ts';
import type { Complainant } from '../../kernel/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Complaint } from '../rules/complaint.ts';
import { confirm, object, reopen } from '../rules/ending.ts';
import { supplyFacts, unarchive } from '../rules/verification.ts';
import type { AcceptedFile } from '../store/files.ts';
import { decide, type Target } from './decide.ts';
import { withFiles } from './handle-complaint.ts';
import { nationalDesk } from './offices.ts';

export interface Word {
  readonly text: string;
  readonly files: readonly AcceptedFile[];
  /** The draft the files were kept under until now. */
  readonly draftId?: string | null;
}

const own = (actor: Complainant): Target => ({ complaintId: actor.complaintId, version: null });

async function masked(tools: Tools, tx: Tx, complaint: Complaint, text: string): Promise<string> {
  return complaint.anonymous ? maskOwnWords(tools, tx, { complaintId: complaint.id, text }) : text;
}

/** Answers the question of the desk or the office; the clocks run on. */
export function supplyMissingFacts(tools: Tools, actor: Complainant, word: Word) {
  return decide(
    tools,
    actor,
    own(actor),
    withFiles(
      actor,
      word.files,
      false,
      async (complaint, circumstances, tx) =>
        supplyFacts(complaint, { text: await masked(tools, tx, complaint, word.text) }, circumstances),
      word.draftId ?? null,
    ),
  );
}

/** "Solved." */
export function confirmOutcome(tools: Tools, actor: Complainant, word: { readonly text: string }) {
  return decide(tools, actor, own(actor), async (complaint, circumstances, tx) =>
    confirm(complaint, { text: await masked(tools, tx, complaint, word.text) }, circumstances),
  );
}

/** "Not solved." */
export function objectToOutcome(tools: Tools, actor: Complainant, word: Word) {
  return decide(
    tools,
    actor,
    own(actor),
    withFiles(
      actor,
      word.files,
      false,
      async (complaint, circumstances, tx) =>
        object(complaint, { text: await masked(tools, tx, complaint, word.text) }, circumstances),
      word.draftId ?? null,
    ),
  );
}

/** The complaint was set aside and the complainant disagrees: the national desk looks again. */
export async function contestArchive(tools: Tools, actor: Complainant, word: { readonly text: string }) {
  const desk = await nationalDesk(tools);
  return decide(tools, actor, own(actor), async (complaint, circumstances, tx) =>
    unarchive(complaint, { text: await masked(tools, tx, complaint, word.text), nationalDesk: desk }, circumstances),
  );
}

export function reopenAsComplainant(tools: Tools, actor: Complainant, word: Word) {
  return decide(
    tools,
    actor,
    own(actor),
    withFiles(
      actor,
      word.files,
      false,
      async (complaint, circumstances, tx) =>
        reopen(complaint, { text: await masked(tools, tx, complaint, word.text) }, circumstances),
      word.draftId ?? null,
    ),
  );
}
