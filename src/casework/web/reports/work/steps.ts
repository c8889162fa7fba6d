/** Forms of a work report: 303 back to it, or the page again with the refusal and everything typed. */
import { dateParts, dayFromParts, seeOther } from '../../../../design/index.ts';
import type { Result } from '../../../../kernel/result.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import {
  addStatement,
  removeStatement,
  stepWorkReport,
  type WorkTarget,
  writeRemarks,
} from '../../../actions/reports/work/work-report.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../../rules/refusals.ts';
import { WORK_GROUPS } from '../../../rules/reports/work-groups.ts';
import { STATEMENT_KINDS, type WorkReport } from '../../../rules/reports/work-report.ts';
import { versionOf } from '../../opened.tsx';
import type { AskedWork } from './asked.ts';
import { type TypedWork, workPage } from './report-page.tsx';

function targetOf({ office, personId, month }: AskedWork, version: string): WorkTarget {
  return { officeId: office.id, personId, month: month.from, version: versionOf(version) };
}

type Answer = Response | Promise<Response>;

function answer(asked: AskedWork, done: Result<WorkReport, CaseRefusal>, said: string, field: string, typed: TypedWork): Answer {
  if (done.ok) return seeOther(asked.c, asked.here(), said);
  const text = CASE_REFUSALS[done.refusal];
  if (text.kind === 'absent') return asked.c.notFound();
  const status = text.kind === 'invalid' ? 422 : 409;
  return workPage(asked, { ...typed, status, errors: [{ field, message: text[asked.language] }] });
}

/** Everything the author may write is one form: whatever button is pressed, what was typed comes with it. */
function typedIn(asked: AskedWork) {
  const form = readForm(asked.c);
  const one = (name: string) => (form.has(name) ? form.text(name) : '');
  const statement = { kind: one('kind'), group: one('group'), on: dateParts(form.typed(), 'on'), text: one('text') };
  return { form, remarks: form.has('remarks') ? form.text('remarks') : undefined, statement };
}

/** What to show again: the statement only when one was begun. */
function again({ remarks, statement }: Omit<ReturnType<typeof typedIn>, 'form'>): TypedWork {
  return { ...(remarks === undefined ? {} : { remarks }), ...(statement.text.trim() === '' ? {} : { statement }) };
}

/** A statement that was begun would be lost with the page: it is added or emptied first. */
function notAdded(asked: AskedWork, typed: Omit<ReturnType<typeof typedIn>, 'form'>): Answer {
  return answer(asked, { ok: false, refusal: 'case.work-statement-not-added' }, '', 'text', again(typed));
}

export async function saveRemarks(asked: AskedWork): Promise<Response> {
  const typed = typedIn(asked);
  if (typed.statement.text.trim() !== '') return notAdded(asked, typed);
  const target = targetOf(asked, typed.form.text('version'));
  const done = await writeRemarks(asked.tools, asked.actor, target, typed.remarks ?? '');
  return answer(asked, done, asked.words.saved, 'remarks', again(typed));
}

export async function saveStatement(asked: AskedWork): Promise<Response> {
  const { form, remarks, statement } = typedIn(asked);
  const typed: TypedWork = { statement, ...(remarks === undefined ? {} : { remarks }) };
  const [kind, group, day] = [
    STATEMENT_KINDS.find((each) => each === statement.kind),
    WORK_GROUPS.find((each) => each === statement.group),
    dayFromParts(statement.on),
  ];
  if (!kind || !group || !day) return answer(asked, { ok: false, refusal: 'case.work-report-outside-month' }, '', 'on', typed);
  const order = { kind, group, on: day, text: statement.text };
  const done = await addStatement(asked.tools, asked.actor, targetOf(asked, form.text('version')), order, remarks);
  const field = !done.ok && done.refusal === 'case.work-report-outside-month' ? 'on' : 'text';
  return answer(asked, done, asked.words.added, field, typed);
}

export async function dropStatement(asked: AskedWork): Promise<Response> {
  const typed = typedIn(asked);
  if (typed.statement.text.trim() !== '') return notAdded(asked, typed);
  const target = targetOf(asked, typed.form.text('version'));
  const done = await removeStatement(asked.tools, asked.actor, target, typed.form.text('statement'), typed.remarks);
  return answer(asked, done, asked.words.removed, 'remarks', again(typed));
}

export function takeStep(action: 'submit' | 'accept' | 'return' | 'reopen'): (asked: AskedWork) => Promise<Response> {
  return async (asked) => {
    const typed = typedIn(asked);
    const { form, remarks, statement } = typed;
    if (action === 'submit' && statement.text.trim() !== '') return notAdded(asked, typed);
    const reason = form.has('reason') ? form.text('reason') : '';
    const order = { action, reason, ...(action === 'submit' && remarks !== undefined ? { remarks } : {}) };
    const done = await stepWorkReport(asked.tools, asked.actor, targetOf(asked, form.text('version')), order);
    const { submitted, accepted, returnedDone } = asked.words;
    const said = { submit: submitted, accept: accepted, return: returnedDone, reopen: returnedDone }[action];
    return answer(asked, done, said, action === 'submit' ? 'remarks' : 'reason', { ...again(typed), reason });
  };
}
