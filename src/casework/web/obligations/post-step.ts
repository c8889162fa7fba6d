/** A step sent from the page of an obligation: 303, or the page again with the refusal and everything typed. */
import { type DateParts, dateParts, dayFromParts, seeOther } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/language.ts';
import { endOfDay, type Moment, Temporal } from '../../../kernel/time.ts';
import { FILE_REFUSALS, type FileRefusal } from '../../../platform/files/take-file.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { MOST_REPORT_FILES, moveObligation, type SideOrder, takeSideStepOn } from '../../actions/obligations/move.ts';
import { isObligationAction } from '../../rules/obligations/obligation.transitions.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';
import { versionOf } from '../opened.tsx';
import { obligationPage } from './obligation-page.tsx';
import type { OpenedObligation } from './opened.tsx';
import type { ObligationSlot } from './slot.ts';
import type { Again } from './steps.tsx';

const UPLOADS_AN_HOUR = 100;

interface Typed extends Omit<Again, 'status' | 'errors'> {
  readonly version: number;
}

export async function postStep(opened: OpenedObligation, slot: ObligationSlot | undefined): Promise<Response> {
  const { c, tools, actor, path, words, language, obligation } = opened;
  const form = readForm(c);
  const action = c.req.param('action') ?? '';
  const typed: Typed = {
    action: action === 'refuse-time' ? 'grant-time' : action,
    text: form.text('text'),
    lookedAt: form.text('lookedAt'),
    days: form.text('days'),
    office: form.text('office'),
    received: dateParts(form.typed(), 'received'),
    filesDropped: form.uploads('files').filter((upload) => upload.size > 0).length,
    version: versionOf(form.text('version')),
  };
  const again = (field: string, message: string, status: 403 | 409 | 422 = 422) =>
    obligationPage(opened, slot, { ...typed, status, errors: [{ field: `${field}-${typed.action}`, message }] });
  const target = { obligationId: obligation.id, version: typed.version };
  const refused = (code: CaseRefusal, file?: FileRefusal) => answerRefusal(opened, again, code, file);

  if (isObligationAction(action)) {
    const uploads = action === 'report' ? form.uploads('files').filter((upload) => upload.size > 0) : [];
    if (uploads.length > MOST_REPORT_FILES || form.refusedUploads.some((one) => one.reason !== 'empty')) {
      return obligationPage(opened, slot, {
        ...typed,
        status: 422,
        errors: [{ field: 'files', message: words.tooMuch(MOST_REPORT_FILES) }],
      });
    }
    if (uploads.length > 0) await unlessTooOften(opened);
    const receivedAt = receivedMoment(opened, typed.received);
    if (receivedAt === null) return again('received', CASE_REFUSALS['case.received-day-impossible'][language]);
    const done = await moveObligation(tools, actor, {
      ...{ ...target, action, text: typed.text, lookedAt: typed.lookedAt, days: daysIn(typed.days) },
      ...(action === 'receive' && receivedAt ? { receivedAt } : {}),
      files: await Promise.all(uploads.map((upload) => upload.bytes())),
    });
    return done.ok ? seeOther(c, path, words.done) : refused(done.refusal.code, done.refusal.file);
  }
  const order = sideOrder(action, typed, target);
  if (!order) return c.notFound();
  const done = await takeSideStepOn(tools, actor, order);
  return done.ok ? seeOther(c, path, words.done) : refused(done.refusal);
}

function sideOrder(action: string, typed: Typed, target: { obligationId: string; version: number }): SideOrder | undefined {
  const { text } = typed;
  switch (action) {
    case 'progress':
    case 'refuse-time':
      return { ...target, kind: action, text };
    case 'ask-time':
    case 'grant-time':
      return { ...target, kind: action, text, days: daysIn(typed.days) };
    case 'delegate':
      return { ...target, kind: action, text, officeId: isUuid(typed.office) ? typed.office : '' };
    default:
      return undefined;
  }
}

/** Whole numbers as people type them; anything else is `null`, which the rule refuses. */
function daysIn(text: string): number | null {
  return /^\s*\d{1,3}\s*$/.test(text) ? Number(text) : null;
}

/** The end of the day that was typed, never after now; `undefined` = none was typed, `null` = it is no day. */
function receivedMoment({ obligation, now }: OpenedObligation, parts: DateParts | undefined): Moment | undefined | null {
  if (!parts || [parts.day, parts.month, parts.year].every((part) => part.trim() === '')) return undefined;
  const day = dayFromParts(parts);
  if (!day) return null;
  const end = endOfDay(day, obligation.zone);
  const start = day.toZonedDateTime({ timeZone: obligation.zone }).toInstant();
  if (Temporal.Instant.compare(start, now) > 0) return null;
  return Temporal.Instant.compare(end, now) > 0 ? now : end;
}

async function unlessTooOften({ tools, actor, now }: OpenedObligation): Promise<void> {
  const asks = { bucket: 'obligation-report', key: actor.personId, limit: UPLOADS_AN_HOUR, windowSeconds: 3600, now };
  const { allowed, retryAfterSeconds } = await allow(tools, asks);
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}

/** The field each refusal belongs to. */
const FIELD_OF: Readonly<Partial<Record<CaseRefusal, string>>> = {
  'case.looked-at-missing': 'lookedAt',
  'case.days-wrong': 'days',
  'case.office-not-below': 'office',
  'case.received-day-impossible': 'received',
};

async function answerRefusal(
  opened: OpenedObligation,
  again: (field: string, message: string, status?: 403 | 409 | 422) => Promise<Response>,
  code: CaseRefusal,
  file: FileRefusal | undefined,
): Promise<Response> {
  const { c, language } = opened;
  const text: { readonly kind: 'invalid' | 'conflict' | 'forbidden' | 'absent' | 'busy' } & Readonly<Record<Language, string>> =
    file ? FILE_REFUSALS[file] : CASE_REFUSALS[code];
  const status = refusalStatus(text.kind);
  if (status === 404) return c.notFound();
  return again(FIELD_OF[code] ?? 'text', text[language], status === 429 ? 422 : status);
}
