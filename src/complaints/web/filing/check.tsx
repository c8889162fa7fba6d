/** The last page: everything once more, then one button that files it. */
import { createHmac } from 'node:crypto';
import {
  BackLink,
  Button,
  Columns,
  type FieldError,
  Form,
  Hidden,
  PageHeading,
  page,
  StepProgress,
} from '../../../design/index.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import { clearCookie } from '../../../platform/http/cookies.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { type FilingOrder, fileComplaint } from '../../actions/file-complaint.ts';
import { filesOfDraft, filingSecret } from '../../actions/keep-draft.ts';
import type { Channel } from '../../rules/complaint.ts';
import { type DraftStep, filingOf, firstUnanswered, stepsOf } from '../../rules/draft.ts';
import { loadByTrackingNumber } from '../../store/complaints.ts';
import { FILING_REFUSALS } from '../filing-faults.ts';
import { lookUpFiling, readFiling } from '../filing-schema.ts';
import { serviceAbout } from './about-service.tsx';
import { type Opened, openDraft, withoutDraft } from './open-draft.ts';
import { CounterNote, KeptNote, pathOf } from './question.tsx';
import { keepReceipt, receiptSecrets } from './receipt/receipt-cookie.ts';
import { type Checked, FoundInText, Summary } from './summary.tsx';
import { filingActor, guarded, type Wizard, wordsFor, writerOf } from './wizard.ts';

/** Complaints filed from one address in an hour: a village that shares one line may still file on a bad day. */
const FILED_AN_HOUR = 60;
/** By one officer at the counter. */
const WRITTEN_AN_HOUR = 120;

export function mountCheck(app: WebRoutes, wizard: Wizard): void {
  app.get(
    pathOf(wizard, 'check'),
    guarded(wizard, async (c) => {
      const opened = await openDraft(c, wizard);
      if (!opened) return withoutDraft(c, wizard);
      const checked = check(c, wizard, opened);
      return checked instanceof Response ? checked : checkPage(c, checked);
    }),
  );
  app.post(
    pathOf(wizard, 'check'),
    guarded(wizard, (c) => fileDraft(c, wizard)),
  );
}

/** The draft as it would be filed; or the way to the first question that is open, or open again. */
function check(c: WebContext, wizard: Wizard, opened: Opened): Checked | Response {
  const { draft } = opened.kept;
  const open = firstUnanswered(draft, wizard.mode);
  if (open) return c.redirect(pathOf(wizard, open), 303);
  const filing = readFiling(filingOf(draft), { now: c.get('tools').clock.now(), language: c.get('language') });
  // Answered and yet wrong: another class asks for more. The question says what is to be mended.
  if (!filing.ok) return c.redirect(`${pathOf(wizard, stepOfField(filing.refusal[0]?.field ?? ''))}?from=check`, 303);
  return { wizard, opened, filing: filing.value };
}

const STEP_OF_FIELD: Readonly<Record<string, DraftStep>> = {
  title: 'story',
  description: 'story',
  region: 'where',
  place: 'place',
  location: 'place',
  occurredOn: 'when',
  category: 'category',
  agency: 'agency',
  contact: 'contact',
};

function stepOfField(field: string): DraftStep {
  return STEP_OF_FIELD[field.split('.')[0] ?? ''] ?? 'class';
}

async function fileDraft(c: WebContext, wizard: Wizard): Promise<Response> {
  const opened = await openDraft(c, wizard);
  // Sent once more from a page that the back button brought up: it has been filed.
  if (!opened && receiptSecrets(c, wizard).length > 0) return c.redirect(`${wizard.base}/receipt`, 303);
  if (!opened) return withoutDraft(c, wizard);
  const checked = check(c, wizard, opened);
  if (checked instanceof Response) return checked;
  const language = c.get('language');
  if (readForm(c).text('seen') !== fingerprint(opened)) {
    return refused(c, checked, [{ field: '', message: FILING_REFUSALS['filing.draft-changed'][language] }], 409);
  }
  const limited = await limit(c, wizard);
  if (limited !== undefined) {
    const message = wordsFor(c).check.tooOften(Math.ceil(limited / 60));
    return refused(c, checked, [{ field: '', message }], 429, { 'Retry-After': `${limited}` });
  }
  const order = await orderOf(c, checked);
  if (!order.ok) return refused(c, checked, order.refusal, 422);
  const tools = c.get('tools');
  const filed = await fileComplaint(tools, filingActor(c, wizard), order.value, filingSecret(tools, opened.secret));
  if (!filed.ok) {
    const { kind, [language]: message } = FILING_REFUSALS[filed.refusal];
    const now = await openDraft(c, wizard);
    const again = now && check(c, wizard, now);
    if (!again || again instanceof Response) return again ?? withoutDraft(c, wizard);
    return refused(c, again, [{ field: '', message }], refusalStatus(kind));
  }
  keepReceipt(c, wizard, opened.secret);
  clearCookie(c, wizard.draftCookie);
  return c.redirect(`${wizard.base}/receipt`, 303);
}

/** @returns seconds to wait, or `undefined` when it may be filed now */
async function limit(c: WebContext, wizard: Wizard): Promise<number | undefined> {
  const tools = c.get('tools');
  const whose =
    wizard.mode === 'counter'
      ? { bucket: 'file-at-counter', key: writerOf(c, wizard), limit: WRITTEN_AN_HOUR }
      : { bucket: 'file', key: clientAddress(c), limit: FILED_AN_HOUR };
  const { allowed, retryAfterSeconds } = await allow(tools, { ...whose, windowSeconds: 3600, now: tools.clock.now() });
  return allowed ? undefined : retryAfterSeconds;
}

async function orderOf(c: WebContext, checked: Checked): Promise<Result<FilingOrder, readonly FieldError[]>> {
  const tools = c.get('tools');
  const { wizard, opened, filing } = checked;
  const { draft } = opened.kept;
  // An unknown number links to nothing, and nothing says so: whether a complaint exists is not told here.
  const continued = draft.continues === '' ? undefined : await loadByTrackingNumber(tools.db, draft.continues);
  const looked = await lookUpFiling(tools, filing, {
    channel: wizard.mode === 'counter' ? (draft.channel as Channel) : 'web',
    continuesId: continued?.id ?? null,
    files: stepsOf(draft, wizard.mode).includes('files') ? await filesOfDraft(tools, opened.kept) : [],
  });
  if (!looked.ok) return refuse(looked.refusal.map(({ text }) => ({ field: '', message: text[c.get('language')] })));
  const service = await serviceAbout(c, draft);
  return ok({ ...looked.value, serviceId: service?.id ?? null, draft: opened.kept.sealed });
}

/** Tells whether what is sent is what was read on the page. */
function fingerprint({ secret, kept }: Opened): string {
  const { answered, ...content } = kept.draft;
  return createHmac('sha256', secret).update(JSON.stringify(content)).digest('base64url');
}

function refused(
  c: WebContext,
  checked: Checked,
  errors: readonly FieldError[],
  status: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return checkPage(c, checked, { errors, status, headers });
}

function checkPage(
  c: WebContext,
  checked: Checked,
  refusal: { errors?: readonly FieldError[]; status?: number; headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const { wizard, opened, filing } = checked;
  const all = wordsFor(c);
  const words = all.check;
  const steps = stepsOf(opened.kept.draft, wizard.mode);
  return page(
    c,
    {
      title: words.title,
      before: <BackLink href={pathOf(wizard, steps.at(-1) ?? 'class')} />,
      errors: refusal.errors,
      status: refusal.status,
      headers: { 'Cache-Control': 'private, no-cache', ...refusal.headers },
    },
    <Columns>
      <CounterNote wizard={wizard} text={all.counterNote} />
      <StepProgress current={steps.length + 1} total={steps.length + 1} />
      <PageHeading>{words.title}</PageHeading>
      <Summary c={c} checked={checked} />
      <FoundInText c={c} filing={filing} />
      <p>{words.before}</p>
      <Form action={pathOf(wizard, 'check')}>
        <Hidden name="seen" value={fingerprint(opened)} />
        <Button>{words.send[filing.class]}</Button>
      </Form>
      <KeptNote c={c} view={{ wizard, opened }} />
    </Columns>,
  );
}
