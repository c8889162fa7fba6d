/** `/desk/assessments/certificates/:certificate`: one certificate, its history, and what its publisher may do with it. */
import {
  BackLink,
  Button,
  Columns,
  type FieldError,
  Form,
  InsetText,
  PageHeading,
  page,
  StatusTag,
  seeOther,
  TextArea,
  WarningButton,
} from '../../../design/index.ts';
import type { Result } from '../../../kernel/result.ts';
import { qrSvg } from '../../../platform/documents/index.ts';
import { getSealed } from '../../../platform/files/seal.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { issueCertificate, replaceCertificate, revokeCertificate } from '../../actions/certificates/certificate-of.ts';
import { type Certificate, STATE_LABELS } from '../../rules/certificates/certificate.ts';
import { CERTIFICATE_REFUSALS, type CertificateRefusal } from '../../rules/certificates/refusals.ts';
import { certificatesOf } from '../../store/certificates/certificates.ts';
import { resultVersionOf } from '../../store/certificates/published.ts';
import { CertificateFacts } from '../verify/finding-page.tsx';
import { wordsIn as verifyWordsIn } from '../verify/words.ts';
import { certificatePath, type Publisher, roundPath } from './opened.ts';
import { STATE_TONES } from './round-page.tsx';

type Asked = Publisher & { readonly certificate: Certificate; readonly roundId: string };

interface Refused {
  readonly refusal: CertificateRefusal;
  readonly of: 'replace' | 'revoke';
  readonly reason: string;
}

export async function certificatePage(asked: Asked, refused?: Refused): Promise<Response> {
  const { c, tools, certificate, roundId, words, language } = asked;
  const all = await certificatesOf(tools.db, certificate.assessmentId);
  const isOutdated = certificate.resultVersion < (await resultVersionOf(tools.db, certificate.assessmentId));
  const isLatest = all[0]?.id === certificate.id;
  const refusal = refused && CERTIFICATE_REFUSALS[refused.refusal];
  const errors: FieldError[] = refused && refusal ? [{ field: `${refused.of}-reason`, message: refusal[language] }] : [];
  return page(
    c,
    {
      title: words.certificate(certificate.number),
      before: <BackLink href={roundPath(roundId)} text={words.back} />,
      errors,
      status: refusal ? refusalStatus(refusal.kind) : 200,
    },
    <Columns>
      <PageHeading caption={certificate.content.agency.name}>{words.certificate(certificate.number)}</PageHeading>
      <p>
        <StatusTag label={STATE_LABELS[certificate.state][language]} tone={STATE_TONES[certificate.state]} />
      </p>
      {certificate.end && <InsetText>{certificate.end.reason}</InsetText>}
      {certificate.state === 'valid' && isOutdated && <InsetText>{words.correctedSince}</InsetText>}
      <CertificateFacts certificate={certificate} words={verifyWordsIn(language)} language={language} />
      {certificate.file && (
        <p dangerouslySetInnerHTML={{ __html: qrSvg(certificate.content.address, words.qr(certificate.number)) }} />
      )}
      {certificate.file && (
        <ul>
          <li>
            <a href={`${certificatePath(certificate.id)}/certificate.pdf`}>{words.pdf}</a>
          </li>
          <li>
            <a href={`${certificatePath(certificate.id)}/certificate.jwt`}>{words.twin}</a>
          </li>
          <li>
            <a href={`/verify/${certificate.number}?k=${certificate.checkCode}`}>{words.publicPage}</a>
          </li>
        </ul>
      )}
      {certificate.state === 'in-making' && (
        <Form action={`/desk/assessments/${certificate.assessmentId}/certificate`}>
          <p>{words.finishHint}</p>
          <Button>{words.finish}</Button>
        </Form>
      )}
      {isLatest && (certificate.state === 'valid' || certificate.state === 'revoked') && (
        <End asked={asked} of="replace" refused={refused} />
      )}
      {certificate.state === 'valid' && <End asked={asked} of="revoke" refused={refused} />}
      {all.length > 1 && <Others asked={asked} all={all} />}
    </Columns>,
  );
}

function End({ asked, of, refused }: { asked: Asked; of: 'replace' | 'revoke'; refused: Refused | undefined }) {
  const { words, certificate } = asked;
  const typed = refused?.of === of ? refused.reason : '';
  const [title, lead] = of === 'replace' ? [words.replaceTitle, words.replaceLead] : [words.revokeTitle, words.revokeLead];
  return (
    <>
      <h2>{title}</h2>
      <p>{lead}</p>
      <Form action={`${certificatePath(certificate.id)}/${of}`}>
        <TextArea name={`${of}-reason`} label={words.reason} hint={words.reasonHint} value={typed} rows={3} maxCharacters={500} />
        {of === 'replace' ? <Button kind="secondary">{words.replace}</Button> : <WarningButton>{words.revoke}</WarningButton>}
      </Form>
    </>
  );
}

function Others({ asked, all }: { asked: Asked; all: readonly Certificate[] }) {
  const { words, language, certificate } = asked;
  return (
    <>
      <h2>{words.history}</h2>
      <ul>
        {all.map((one) => (
          <li>
            {one.id === certificate.id ? one.number : <a href={certificatePath(one.id)}>{one.number}</a>}{' '}
            <StatusTag label={STATE_LABELS[one.state][language]} tone={STATE_TONES[one.state]} /> {one.end?.reason}
          </li>
        ))}
      </ul>
    </>
  );
}

export async function issueOne({ c, tools, actor, words }: Publisher): Promise<Response> {
  const answer = await issueCertificate(tools, actor, c.req.param('assessment') ?? '');
  if (answer.ok) return seeOther(c, certificatePath(answer.value.id), words.issuedOne(answer.value.number));
  if (answer.refusal === 'certificate.absent') return c.notFound();
  const { kind, ...text } = CERTIFICATE_REFUSALS[answer.refusal];
  const message = text[c.get('language')];
  return page(
    c,
    { title: words.title, status: refusalStatus(kind) },
    <Columns>
      <PageHeading>{words.title}</PageHeading>
      <p>{message}</p>
    </Columns>,
  );
}

export function endOne(of: 'replace' | 'revoke') {
  return async (asked: Asked): Promise<Response> => {
    const { c, tools, actor, certificate, words } = asked;
    const reason = readForm(c).text(`${of}-reason`);
    const order = { certificateId: certificate.id, reason };
    const answer: Result<Certificate, CertificateRefusal> =
      of === 'replace' ? await replaceCertificate(tools, actor, order) : await revokeCertificate(tools, actor, order);
    if (!answer.ok) return certificatePage(asked, { refusal: answer.refusal, of, reason });
    const told = of === 'replace' ? words.replaced(answer.value.number) : words.revoked;
    return seeOther(c, certificatePath(answer.value.id), told);
  };
}

/** The file of any certificate, also of one that ended: for its publisher's own papers. */
export async function certificatePdf({ c, tools, certificate }: Asked): Promise<Response> {
  if (!certificate.file) return c.notFound();
  const stream = await getSealed(tools, certificate.file.key);
  return answerFile(c, { stream, mediaType: 'application/pdf', size: certificate.file.bytes, name: `${certificate.number}.pdf` });
}

export async function certificateTwin({ c, certificate }: Asked): Promise<Response> {
  if (!certificate.file) return c.notFound();
  const headers = {
    'Content-Type': 'application/vc+jwt',
    'Content-Disposition': `attachment; filename="${certificate.number}.jwt"`,
  };
  return c.body(certificate.file.twin, 200, { ...headers, 'Cache-Control': 'private, no-store' });
}
