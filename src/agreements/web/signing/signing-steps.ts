/** The steps on the page of the signing. */
import { dayFromParts } from '../../../design/index.ts';
import { ok, type Result, refuse } from '../../../kernel/result.ts';
import { FILE_REFUSALS } from '../../../platform/files/take-file.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { confirmTotp, signInRefusals } from '../../../platform/sign-in/index.ts';
import { askAgain, declineToSign } from '../../actions/signing/decline.ts';
import { confirmPaper, rejectPaper, uploadPaper } from '../../actions/signing/paper.ts';
import { openSigning, stopSigning, takeEffect } from '../../actions/signing/round-steps.ts';
import { refusalToSignNow, signAgreement } from '../../actions/signing/sign.ts';
import { lastRound } from '../../store/signing/rounds.ts';
import { digestOfMark } from './document-mark.ts';
import type { Sent, Step, StepRefusal } from './shell.ts';

const UPLOADS_AN_HOUR = 60;

const target = ({ agreement, version }: Sent) => ({ agreementId: agreement.id, version });

export const SIGNING_STEPS: Readonly<Record<string, Step>> = {
  open: {
    send: (sent) => openSigning(sent.tools, sent.actor, target(sent)),
    fields: { otherwise: '' },
    done: (words) => words.signing.opened,
  },
  sign: {
    send: signNow,
    fields: { 'agreement.not-read': 'read', otherwise: 'code' },
    done: (words) => words.signing.signed,
  },
  decline: {
    send: ({ tools, actor, agreement, line, value }) =>
      declineToSign(tools, actor, { agreementId: agreement.id, signatoryId: line, reason: value('reason') }),
    fields: { otherwise: 'reason' },
    done: (words) => words.signing.declined,
  },
  again: {
    send: ({ tools, actor, agreement, line }) => askAgain(tools, actor, { agreementId: agreement.id, signatoryId: line }),
    fields: { otherwise: '' },
    done: (words) => words.signing.asked,
  },
  paper: {
    send: takePaper,
    fields: {
      'agreement.day-wrong': 'on',
      'agreement.signed-in-future': 'on',
      'agreement.scan-missing': 'file',
      'agreement.scan-no-pdf': 'file',
      otherwise: 'who',
    },
    files: true,
    done: (words) => words.signing.paperUploaded,
  },
  confirm: {
    send: ({ tools, actor, agreement, line }) => confirmPaper(tools, actor, { agreementId: agreement.id, paperId: line }),
    fields: { otherwise: '' },
    done: (words) => words.signing.paperConfirmed,
  },
  reject: {
    send: ({ tools, actor, agreement, line, value }) =>
      rejectPaper(tools, actor, { agreementId: agreement.id, paperId: line, reason: value('reason') }),
    fields: { otherwise: 'reason' },
    done: (words) => words.signing.paperRejected,
  },
  stop: {
    send: (sent) => stopSigning(sent.tools, sent.actor, target(sent), sent.value('reason')),
    fields: { otherwise: 'reason' },
    done: (words) => words.signing.stopped,
  },
  effect: {
    send: (sent) => takeEffect(sent.tools, sent.actor, target(sent), sent.value('reason')),
    fields: { otherwise: 'reason' },
    done: (words) => words.signing.effected,
  },
};

/** What stands in the way is asked before the code is spent: whoever may not sign keeps it. */
async function signNow(sent: Sent): Promise<Result<unknown, StepRefusal>> {
  const { c, tools, actor, agreement, language, line, form, value } = sent;
  const round = await lastRound(tools.db, agreement.id);
  const sha256 = digestOfMark(form.text('document'), round?.file.sha256);
  const order = { agreementId: agreement.id, signatoryId: line, sha256 };
  const refusal = await refusalToSignNow(tools, actor, order);
  // Sent twice, or again after signing in: it is done, which is what was wanted.
  if (refusal === 'agreement.signed-already') return ok(null);
  if (refusal) return refuse(refusal);
  if (value('read') !== 'yes') return refuse('agreement.not-read');
  if (value('code').trim() === '') return refuse('agreement.totp-missing');
  const confirmed = await confirmTotp(c, value('code'));
  if (!confirmed.ok) return refuse({ message: signInRefusals[confirmed.refusal.code][language], field: 'code' });
  const signed = await signAgreement(tools, actor, order);
  return !signed.ok && signed.refusal === 'agreement.signed-already' ? ok(null) : signed;
}

async function takePaper(sent: Sent): Promise<Result<unknown, StepRefusal>> {
  const { tools, actor, agreement, language, words, form, now, values, date } = sent;
  const field = 'file';
  const [refused] = form.refusedUploads;
  if (refused) {
    const why = { 'too-large': FILE_REFUSALS['file-too-large'], empty: FILE_REFUSALS['file-empty'] } as const;
    return refuse({ message: refused.reason === 'too-many' ? words.sentences.oneFile : why[refused.reason][language], field });
  }
  const uploads = form.allUploads();
  if (uploads.length > 1) return refuse({ message: words.sentences.oneFile, field });
  const bucket = 'agreement-scan';
  const { allowed } = await allow(tools, { bucket, key: actor.personId, limit: UPLOADS_AN_HOUR, windowSeconds: 3600, now });
  if (!allowed) return refuse({ message: words.sentences.tooOften, field });
  const signedOn = dayFromParts(date('on')) ?? null;
  return uploadPaper(tools, actor, { agreementId: agreement.id, signatoryIds: values('who'), signedOn, upload: uploads[0] });
}
