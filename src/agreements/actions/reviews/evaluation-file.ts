/** The file of a published evaluation: PDF and seal, made after its number was given; safe to run again after a crash, by two at once too. */
import { ok, refuse } from '../../../kernel/result.ts';
import { Temporal } from '../../../kernel/time.ts';
import { orRollBack } from '../../../platform/database/or-roll-back.ts';
import { composePdf, sealPdf, trialSigner } from '../../../platform/documents/index.ts';
import type { Tools } from '../../../platform/tools.ts';
import { TRIAL_WORDS } from '../../rules/trial-seal.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { insertFile, markFileReplaced } from '../../store/files.ts';
import { evaluationForUpdate, evaluationsOf, loadEvaluation, saveEvaluationFile } from '../../store/reviews/evaluations.ts';
import { append } from '../../store/save.ts';
import { keepOrRemove, storeOwnPdf } from '../files/attach-file.ts';
import type { EvaluationTarget } from './evaluate.ts';
import { evaluationDocument } from './evaluation-document.ts';

export const FINISH_EVALUATION = 'agreements.finish-evaluation';

export async function makeEvaluationFile(tools: Tools, target: EvaluationTarget): Promise<void> {
  const agreement = await loadAgreement(tools.db, target.agreementId);
  const evaluation = agreement && (await loadEvaluation(tools.db, agreement.id, target.evaluationId));
  if (!agreement || !evaluation?.content || evaluation.fileId !== null) return;
  const { content } = evaluation;
  const pdf = await sealPdf(await composePdf(evaluationDocument(content)), await trialSigner(tools), {
    reason: `${TRIAL_WORDS} ${content.number}`,
    location: content.agreement.place,
    at: Temporal.Instant.from(content.at),
    field: 'Segel 1',
  });
  const stored = await storeOwnPdf(tools, pdf);
  const at = tools.clock.now();
  const made = await keepOrRemove(tools, [stored], () =>
    orRollBack<null, 'faster'>(tools, async (tx) => {
      const now = await evaluationForUpdate(tx, agreement.id, evaluation.id);
      const fileId = tools.random.id();
      if (!now || !(await saveEvaluationFile(tx, now, fileId))) return refuse('faster');
      // Published by silence there is no person at hand: whoever opened it stands for the file.
      const addedBy = now.publishedBy ?? /^person:(.+)$/.exec(now.openedBy)?.[1] ?? now.openedRoot;
      await insertFile(tx, {
        ...{ id: fileId, agreementId: agreement.id, kind: 'evaluation', partId: now.id, title: `Evaluasi ${content.number}` },
        ...{
          fileKey: stored.key,
          thumbnailKey: null,
          mediaType: stored.mediaType,
          extension: stored.extension,
          size: stored.size,
        },
        ...{
          sha256: stored.sha256,
          isPublic: true,
          addedBy,
          addedAt: at,
          confirmedBy: null,
          confirmedAt: null,
          replacedBy: null,
        },
      });
      for (const old of await evaluationsOf(tx, agreement.id))
        if (old.year === now.year && old.edition < now.edition && old.fileId)
          await markFileReplaced(tx, agreement.id, old.fileId, fileId);
      const payload = { evaluation: now.id, number: content.number, sha256: stored.sha256 };
      await append(tools, tx, agreement.id, [{ type: 'evaluation-made', payload }], {
        at,
        actor: { kind: 'system', errand: FINISH_EVALUATION },
      });
      return ok(null);
    }),
  );
  if (!made.ok) tools.log.info({ evaluation: evaluation.id }, 'an evaluation was made by another process meanwhile');
}
