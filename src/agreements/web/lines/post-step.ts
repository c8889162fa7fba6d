/** A step of a line, sent by one of the forms of its page: done and back to the page, or the page again with the refusal and everything typed. */
import { dateParts, dayFromParts, type FieldErrors, seeOther } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Result } from '../../../kernel/result.ts';
import { FILE_REFUSALS, type FileRefusal } from '../../../platform/files/take-file.ts';
import type { Form } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { judgeReport } from '../../actions/lines/judge-report.ts';
import { dropLine, shiftLine, startLine, withdrawReport } from '../../actions/lines/move-line.ts';
import { nameOfficer } from '../../actions/lines/name-officers.ts';
import { type RefusedReport, reportProgress } from '../../actions/lines/report-progress.ts';
import { readAmount } from '../../rules/lines/amount.ts';
import { AGREEMENT_REFUSALS, type AgreementRefusal } from '../../rules/refusals.ts';
import { versionOf } from '../opened.tsx';
import { linePage } from './line-page.tsx';
import { LINE_STEPS, type LineStep } from './line-steps.tsx';
import type { OpenedLine } from './opened-line.ts';
import { ambiguityOf } from './typed-line.ts';

type Refusals = readonly RefusedReport[];

export async function postLineStep(opened: OpenedLine): Promise<Response> {
  const { c, here } = opened;
  const step = LINE_STEPS.find((each) => each === c.req.param('step'));
  if (!step) return c.notFound();
  const form = readForm(c);
  const dropped = form.refusedUploads.map(({ reason }) => ({
    field: 'evidence',
    message: opened.words.report.upload[reason],
  }));
  const done = dropped.length > 0 ? { ok: false as const, refusal: [] } : await take(opened, step, form);
  if (done.ok) return seeOther(c, here, done.value);
  const first = done.refusal[0];
  const kind = first ? refusalText(first.code).kind : 'invalid';
  if (kind === 'absent') return c.notFound();
  const status = refusalStatus(kind);
  const errors: FieldErrors = [
    ...dropped,
    ...done.refusal.map(({ code, field }) => ({
      field: field === 'evidence' ? field : `${field}-${step}`,
      message: refusalText(code)[opened.language],
    })),
  ];
  const names = ['text', 'achieved', 'forPublic', 'isLast', 'shortfall'];
  return linePage(opened, {
    step,
    values: Object.fromEntries(names.map((name) => [name, form.text(name)])),
    days: { asOf: dateParts(form.typed(), 'asOf'), to: dateParts(form.typed(), 'to') },
    filesDropped: form.uploads('evidence').length + form.refusedUploads.length,
    status: status === 403 || status === 409 ? status : 422,
    errors,
  });
}

function refusalText(code: AgreementRefusal | FileRefusal) {
  return code in FILE_REFUSALS ? FILE_REFUSALS[code as FileRefusal] : AGREEMENT_REFUSALS[code as AgreementRefusal];
}

/** @returns the sentence to show, or what is wrong by field */
async function take(opened: OpenedLine, step: LineStep, form: Form): Promise<Result<string, Refusals>> {
  const { tools, actor, line, words } = opened;
  const target = { lineId: line.id, version: versionOf(form.text('version')) };
  const text = form.text('text');
  switch (step) {
    case 'start':
      return said(await startLine(tools, actor, target), words.move.started);
    case 'report':
      return report(opened, form);
    case 'withdraw':
      return said(await withdrawReport(tools, actor, target), words.move.withdrawn);
    case 'judge': {
      const verdict = form.text('verdict') === 'return' ? 'return' : 'confirm';
      return said(await judgeReport(tools, actor, target, { verdict, text }), words.judge.done[verdict]);
    }
    case 'judge-not-done':
    case 'reopen':
      return said(await judgeReport(tools, actor, target, { verdict: step, text }), words.judge.done[step]);
    case 'shift': {
      const to = dayFromParts(dateParts(form.typed(), 'to')) ?? null;
      return said(await shiftLine(tools, actor, target, { to, reason: text }), words.move.shifted);
    }
    case 'officer': {
      const side = form.text('side') === 'other' ? 'other' : 'owner';
      const person = form.text('person');
      return said(await nameOfficer(tools, actor, target, side, isUuid(person) ? person : null), words.move.officerNamed);
    }
    case 'drop':
      return said(await dropLine(tools, actor, target, text), words.move.dropped);
  }
}

const ABOUT_DAY: readonly AgreementRefusal[] = ['agreement.day-wrong', 'agreement.later-day-needed', 'agreement.shift-past-term'];

function said(done: Result<unknown, AgreementRefusal>, sentence: string): Result<string, Refusals> {
  if (done.ok) return { ok: true, value: sentence };
  const field = ABOUT_DAY.includes(done.refusal) ? 'to' : done.refusal === 'agreement.owner-wrong' ? 'person' : 'text';
  return { ok: false, refusal: [{ code: done.refusal, field }] };
}

async function report(opened: OpenedLine, form: Form): Promise<Result<string, Refusals>> {
  const { tools, actor, line, words } = opened;
  const typed = form.text('achieved').trim();
  const achieved = readAmount(typed);
  const asOf = dayFromParts(dateParts(form.typed(), 'asOf'));
  const text = form.text('text');
  const flaws: RefusedReport[] = [];
  if (achieved === undefined) flaws.push({ code: ambiguityOf(typed), field: 'achieved' });
  if (!asOf) flaws.push({ code: 'agreement.day-wrong', field: 'asOf' });
  if (text.trim() === '') flaws.push({ code: 'agreement.text-missing', field: 'text' });
  if (flaws.length > 0 || achieved === undefined || !asOf) return { ok: false, refusal: flaws };
  const done = await reportProgress(
    tools,
    actor,
    { lineId: line.id, version: versionOf(form.text('version')) },
    {
      ...{ achieved, asOf, text, isLast: form.text('isLast') === 'yes', forPublic: form.text('forPublic') === 'yes' },
      shortfall: form.text('shortfall'),
      evidence: form.uploads('evidence').filter(({ size }) => size > 0),
    },
  );
  return done.ok ? { ok: true, value: words.report.sent } : done;
}
