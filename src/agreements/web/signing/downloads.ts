/** The documents of a signing: the draft, what is put before the signatories, and what carries the newest seals. */
import { Readable } from 'node:stream';
import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { makeDocument } from '../../actions/signing/make-document.ts';
import { roundsOf, type SealedFile, signaturesOf } from '../../store/signing/rounds.ts';
import type { At } from './shell.ts';

/** Setting a document takes a moment of a core. */
const DRAFTS_AN_HOUR = 120;

export async function draftPdf({ c, tools, actor, agreement, now }: At): Promise<Response> {
  const counted = await allow(tools, {
    ...{ bucket: 'agreement-draft', key: actor.personId, limit: DRAFTS_AN_HOUR, windowSeconds: 3600, now },
  });
  if (!counted.allowed) throw new RefusedRequest('too-often', counted.retryAfterSeconds);
  const made = await makeDocument(tools, tools.db, agreement, true);
  if (!made) return c.notFound();
  const name = `${agreement.code}-konsep-${made.textNo}.pdf`;
  return answerFile(c, { stream: Readable.from([made.pdf]), mediaType: 'application/pdf', size: made.pdf.length, name });
}

export async function signedDocument(at: At): Promise<Response> {
  const round = await roundOf(at);
  return round ? give(at, round.file, 'naskah') : at.c.notFound();
}

export async function sealedDocument(at: At): Promise<Response> {
  const { tools, agreement, c } = at;
  const round = await roundOf(at);
  const newest = round && (await signaturesOf(tools.db, agreement.id, round.no)).at(-1);
  return newest ? give(at, newest.file, `segel-${newest.ordinal}`) : c.notFound();
}

async function roundOf({ c, tools, agreement }: At) {
  const asked = c.req.query('round');
  const rounds = await roundsOf(tools.db, agreement.id);
  return asked === undefined ? rounds.at(-1) : rounds.find(({ no }) => String(no) === asked);
}

async function give({ c, tools, agreement }: At, file: SealedFile, what: string): Promise<Response> {
  const stream = await openFile(tools, file.key);
  return answerFile(c, { stream, mediaType: 'application/pdf', size: file.size, name: `${agreement.code}-${what}.pdf` });
}
