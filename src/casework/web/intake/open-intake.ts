/** Between the browser's cookie and the draft on the server. */
import { keepReceipt } from '../../../complaints/index.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import { clearCookie, readCookie, writeCookie } from '../../../platform/http/cookies.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { broughtWith } from '../../actions/intake/bring-report.ts';
import {
  discardIntake,
  EMPTY_INTAKE,
  INTAKE_DRAFT_DAYS,
  type IntakeDraft,
  intakeSecret,
  type KeptIntake,
  keepIntake,
  readIntake,
} from '../../actions/intake/keep-intake.ts';
import type { Answers } from '../../rules/intake/answers.ts';
import type { IntakeSite } from './site.ts';

/** 32 random bytes as base64url. */
const SECRET = /^[\w-]{43}$/;
const DAY_SECONDS = 24 * 60 * 60;
/** Drafts begun from one address in an hour; many telephones share one address of their network. */
const BEGUN_AN_HOUR = 300;
/** So much is kept that a text that is too long can be shortened, and the row stays small. */
const KEPT_CHARACTERS = 40_000;

export interface OpenIntake {
  readonly secret: string;
  readonly kept: KeptIntake;
}

const writerOf = ({ officer }: IntakeSite): string => officer?.personId ?? '';
const complaintOf = ({ own }: IntakeSite): string => own?.complaint.id ?? '';

function secretOf({ c, draftCookie }: IntakeSite): string | undefined {
  const secret = readCookie(c, draftCookie);
  return secret !== undefined && SECRET.test(secret) ? secret : undefined;
}

/** This browser's draft; `undefined` when there is none, or when it is another officer's or another complaint's. */
export async function openIntake(site: IntakeSite): Promise<OpenIntake | undefined> {
  const secret = secretOf(site);
  const kept = secret === undefined ? undefined : await readIntake(site.tools, secret);
  if (secret === undefined || kept === undefined) return undefined;
  const { personId, complaintId } = kept.draft;
  return personId === writerOf(site) && complaintId === complaintOf(site) ? { secret, kept } : undefined;
}

/** @throws RefusedRequest too-often, when too many drafts are begun from one address */
export async function saveIntake(
  site: IntakeSite,
  opened: OpenIntake | undefined,
  change: (draft: IntakeDraft) => IntakeDraft,
): Promise<OpenIntake> {
  const { c, tools } = site;
  if (!opened) await mayBegin(site);
  // Never one that was used before: a secret that has brought a case stands for that case for ever.
  const secret = opened?.secret ?? Buffer.from(tools.random.bytes(32)).toString('base64url');
  const [personId, complaintId] = [writerOf(site), complaintOf(site)];
  const kept = await keepIntake(tools, secret, (draft) => clipped({ ...change(draft), personId, complaintId }));
  writeCookie(c, site.draftCookie, secret, INTAKE_DRAFT_DAYS * DAY_SECONDS);
  return { secret, kept };
}

export async function forgetIntake(site: IntakeSite): Promise<void> {
  const opened = await openIntake(site);
  if (opened) await discardIntake(site.tools, opened.secret);
  clearCookie(site.c, site.draftCookie);
}

/** After the case is there: the draft is used up, the receipt is shown with its secret. */
export function closeIntake(site: IntakeSite, secret: string, showsReceipt: boolean): void {
  if (showsReceipt) keepReceipt(site.c, site.receipt, secret);
  clearCookie(site.c, site.draftCookie);
}

/** Where a browser goes that has a cookie but no draft any more: to its receipt, when the answer to its submit was lost; else to the start. */
export async function withoutIntake(site: IntakeSite): Promise<Response> {
  const { c, tools, base } = site;
  const secret = secretOf(site);
  if (secret !== undefined && (await broughtWith(tools, intakeSecret(tools, secret)))) {
    closeIntake(site, secret, true);
    return c.redirect(`${base}/receipt`, 303);
  }
  return c.redirect(base, 303);
}

export { EMPTY_INTAKE };

async function mayBegin({ c, tools, now }: IntakeSite): Promise<void> {
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'case-draft',
    key: clientAddress(c),
    limit: BEGUN_AN_HOUR,
    windowSeconds: 3600,
    now,
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}

function clipped(draft: IntakeDraft): IntakeDraft {
  const answers = Object.fromEntries(
    Object.entries(draft.answers).map(([field, value]) => [field, value.slice(0, KEPT_CHARACTERS)]),
  ) as Answers;
  return { ...draft, answers };
}
