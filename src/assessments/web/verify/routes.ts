/** `/verify`: anyone verifies a certificate, without signing in. */
import { seeOther } from '../../../design/index.ts';
import { getSealed } from '../../../platform/files/seal.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { verifyFile, verifyNumber, verifyTwinText } from '../../actions/certificates/verify-certificate.ts';
import { certificateNumber, readCertificateNumber } from '../../rules/certificates/number.ts';
import { certificateByNumber } from '../../store/certificates/certificates.ts';
import { findingPage } from './finding-page.tsx';
import { countTry } from './limit.ts';
import type { VerifySlot } from './slot.ts';
import { startPage } from './start-page.tsx';
import { wordsIn } from './words.ts';

export function mountVerify(app: WebRoutes, slot?: VerifySlot): void {
  const one = '/verify/:number{[A-Za-z]{3}-[0-9]{4}-[0-9]{1,7}}';
  app.get('/verify', (c) => startPage(c, { slot }));
  app.post('/verify/number', (c) => byNumber(c, slot));
  app.post('/verify/file', acceptFiles, (c) => byFile(c, slot));
  app.post('/verify/twin', (c) => byTwin(c, slot));
  app.get(one, ofNumber);
  app.get(`${one}/certificate.pdf`, pdf);
  app.get(`${one}/certificate.jwt`, twin);
}

/** Longer is no number. */
const LONGEST = 60;
/** Longer is no code. */
const LONGEST_CODE = 100;

async function byNumber(c: WebContext, slot: VerifySlot | undefined): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const typed = readForm(c).text('number').slice(0, LONGEST);
  const number = readCertificateNumber(typed);
  if (number) return seeOther(c, `/verify/${certificateNumber(number)}`);
  const elsewhere = slot?.addressOf(typed);
  if (elsewhere !== undefined) return seeOther(c, elsewhere);
  const message = typed.trim() === '' ? words.numberMissing : words.numberWrong;
  return startPage(c, { slot, number: typed, errors: [{ field: 'number', message }] });
}

async function ofNumber(c: WebContext): Promise<Response> {
  await countTry(c, 'number');
  const number = readCertificateNumber(c.req.param('number') ?? '');
  if (!number) return c.notFound();
  const code = c.req.query('k');
  return findingPage(c, await verifyNumber(c.get('tools'), number, code === undefined ? null : code.slice(0, LONGEST_CODE)));
}

async function byFile(c: WebContext, slot: VerifySlot | undefined): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const form = readForm(c);
  const [upload] = form.uploads('file');
  if (!upload) {
    const isLarge = form.refusedUploads.some(({ reason }) => reason === 'too-large');
    return startPage(c, { slot, errors: [{ field: 'file', message: isLarge ? words.fileTooLarge : words.fileMissing }] });
  }
  await countTry(c, 'file');
  const bytes = await upload.bytes();
  return (await slot?.answerFile(c, bytes)) ?? findingPage(c, await verifyFile(c.get('tools'), bytes));
}

async function byTwin(c: WebContext, slot: VerifySlot | undefined): Promise<Response> {
  const words = wordsIn(c.get('language'));
  const text = readForm(c).text('twin');
  if (text.trim() === '') return startPage(c, { slot, errors: [{ field: 'twin', message: words.twinMissing }] });
  await countTry(c, 'file');
  return findingPage(c, await verifyTwinText(c.get('tools'), text));
}

/** Only what is valid is handed out here: the others must not go on travelling from us. */
async function valid(c: WebContext) {
  await countTry(c, 'number');
  const number = readCertificateNumber(c.req.param('number') ?? '');
  const certificate = number && (await certificateByNumber(c.get('tools').db, certificateNumber(number)));
  return certificate?.state === 'valid' ? certificate : undefined;
}

async function pdf(c: WebContext): Promise<Response> {
  const certificate = await valid(c);
  if (!certificate?.file) return c.notFound();
  const stream = await getSealed(c.get('tools'), certificate.file.key);
  return answerFile(c, { stream, mediaType: 'application/pdf', size: certificate.file.bytes, name: `${certificate.number}.pdf` });
}

async function twin(c: WebContext): Promise<Response> {
  const certificate = await valid(c);
  if (!certificate?.file) return c.notFound();
  return c.body(certificate.file.twin, 200, {
    'Content-Type': 'application/vc+jwt',
    'Content-Disposition': `attachment; filename="${certificate.number}.jwt"`,
    'Cache-Control': 'private, no-store',
  });
}
