/** The agreement on the reporter's own page: what it says, what each side promises, and their consent to exactly this version. */
import type { Child } from 'hono/jsx';
import {
  Button,
  Card,
  Checkbox,
  DayText,
  Form,
  Hidden,
  InsetText,
  LinkButton,
  PageHeading,
  page,
  StatusTag,
  seeOther,
  Time,
} from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Moment } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { agreementsForReporter, consentAsReporter } from '../../actions/findings/negotiate-agreement.ts';
import { AGREEMENT_STATE_LABELS } from '../../rules/findings/agreement.ts';
import { CASE_REFUSALS } from '../../rules/refusals.ts';
import type { OwnCase, OwnCaseGuard } from '../intake/follow/opened.ts';
import { wholeIn } from './lhp-steps.ts';

const WORDS = {
  id: {
    title: 'Kesepakatan dengan Terlapor',
    version: (no: number) => `Versi ${no}`,
    promises: 'Janji',
    you: 'Anda',
    them: 'Terlapor',
    by: 'paling lambat',
    lead: 'Baca dengan tenang. Anda boleh tidak setuju; sampaikan usul perubahan kepada petugas yang menangani. Bila isinya berubah, Anda akan diminta menyetujuinya lagi.',
    tick: 'Saya sudah membaca versi ini dan menyetujuinya',
    button: 'Setujui kesepakatan',
    consented: 'Anda menyetujui versi ini pada',
    done: 'Persetujuan Anda dicatat.',
    missing: 'Centang pernyataan persetujuan dulu.',
    back: 'Kembali ke laporan saya',
  },
  en: {
    title: 'Agreement with the respondent',
    version: (no: number) => `Version ${no}`,
    promises: 'Promises',
    you: 'You',
    them: 'The respondent',
    by: 'by',
    lead: 'Take your time to read it. You need not agree; tell the officer what you would change. If the text changes, you will be asked again.',
    tick: 'I have read this version and consent to it',
    button: 'Consent to the agreement',
    consented: 'You consented to this version on',
    done: 'Your consent was recorded.',
    missing: 'Tick the statement first.',
    back: 'Back to my report',
  },
} as const;

/** Nothing where nothing is negotiated. */
export async function ownAgreements(own: Pick<OwnCase, 'tools' | 'file' | 'path' | 'language' | 'now'>): Promise<Child> {
  const { tools, file, path, language } = own;
  const words = WORDS[language];
  const agreements = (await agreementsForReporter(tools.db, file.id)).filter(({ state }) => state !== 'given-up');
  return agreements.map((agreement) => (
    <Card title={words.title} tone="accent">
      <p>
        {words.version(agreement.newest.no)} <StatusTag label={AGREEMENT_STATE_LABELS[agreement.state][language]} tone="info" />
      </p>
      <p class="tuntas-preserve">{agreement.newest.text}</p>
      <h3>{words.promises}</h3>
      <ol>
        {agreement.newest.promises.map((promise) => (
          <li>
            <strong>{promise.side === 'reporter' ? words.you : words.them}:</strong> {promise.text}, {words.by}{' '}
            <DayText on={promise.dueOn} />
          </li>
        ))}
      </ol>
      {agreement.consentedAt && <InsetText>{consentedText(agreement.consentedAt, file.zone, language)}</InsetText>}
      {agreement.isOpen && (
        <Form action={`${path}/agreement`}>
          <p>{words.lead}</p>
          <Hidden name="agreement" value={agreement.id} />
          <Hidden name="version" value={String(agreement.newest.no)} />
          <Checkbox name="consent" label={words.tick} checked={false} />
          <Button>{words.button}</Button>
        </Form>
      )}
    </Card>
  ));
}

function consentedText(at: Moment, zone: OwnCase['file']['zone'], language: Language) {
  return (
    <>
      {WORDS[language].consented} <Time at={at} zone={zone} />
    </>
  );
}

/** `POST …/agreement` below a reporter's page. */
export function mountOwnAgreements(app: WebRoutes, base: string, guard: OwnCaseGuard): void {
  app.post(
    `${base}/agreement`,
    guard(async (own) => {
      const { c, tools, actor, file, home, language } = own;
      const words = WORDS[language];
      const form = readForm(c);
      if (form.text('consent') !== 'yes') return refused(own, words.missing, 422);
      const order = { caseId: file.id, agreementId: form.text('agreement'), versionNo: wholeIn(form.text('version')) };
      const done = await consentAsReporter(tools, actor, order);
      if (done.ok) return seeOther(c, home, words.done);
      const refusal = CASE_REFUSALS[done.refusal];
      const status = refusalStatus(refusal.kind);
      return status === 404 ? c.notFound() : refused(own, refusal[language], status === 403 || status === 409 ? status : 422);
    }),
  );
  app.get(
    `${base}/agreement`,
    guard(({ c, home }) => seeOther(c, home)),
  );
}

/** The page as it stands now, under the sentence: the newest version may be another one than was read. */
async function refused(own: OwnCase, message: string, status: 403 | 409 | 422): Promise<Response> {
  const { c, home, language } = own;
  const words = WORDS[language];
  return page(
    c,
    { title: words.title, status, errors: [{ field: 'consent', message }] },
    <>
      <PageHeading>{words.title}</PageHeading>
      {await ownAgreements(own)}
      <LinkButton href={home} kind="secondary">
        {words.back}
      </LinkButton>
    </>,
  );
}
