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

export async function saveRemarks(asked: AskedWork): Promise<Response> {
  const form = readForm(asked.c);
  const remarks = form.text('remarks');
  const done = await writeRemarks(asked.tools, asked.actor, targetOf(asked, form.text('version')), remarks);
  return answer(asked, done, asked.words.saved, 'remarks', { remarks });
}

export async function saveStatement(asked: AskedWork): Promise<Response> {
  const form = readForm(asked.c);
  const on = dateParts(form.typed(), 'on');
  const statement = { kind: form.text('kind'), group: form.text('group'), on, text: form.text('text') };
  const [kind, group, day] = [
    STATEMENT_KINDS.find((each) => each === statement.kind),
    WORK_GROUPS.find((each) => each === statement.group),
    dayFromParts(on),
  ];
  if (!kind || !group || !day)
    return answer(asked, { ok: false, refusal: 'case.work-report-outside-month' }, '', 'on', { statement });
  const order = { kind, group, on: day, text: statement.text };
  const done = await addStatement(asked.tools, asked.actor, targetOf(asked, form.text('version')), order);
  const field = !done.ok && done.refusal === 'case.work-report-outside-month' ? 'on' : 'text';
  return answer(asked, done, asked.words.added, field, { statement });
}

export async function dropStatement(asked: AskedWork): Promise<Response> {
  const form = readForm(asked.c);
  const done = await removeStatement(asked.tools, asked.actor, targetOf(asked, form.text('version')), form.text('statement'));
  return answer(asked, done, asked.words.removed, 'statements', {});
}

export function takeStep(action: 'submit' | 'accept' | 'return' | 'reopen'): (asked: AskedWork) => Promise<Response> {
  return async (asked) => {
    const form = readForm(asked.c);
    const reason = form.has('reason') ? form.text('reason') : '';
    const done = await stepWorkReport(asked.tools, asked.actor, targetOf(asked, form.text('version')), { action, reason });
    const { submitted, accepted, returnedDone } = asked.words;
    const said = { submit: submitted, accept: accepted, return: returnedDone, reopen: returnedDone }[action];
    return answer(asked, done, said, 'reason', { reason });
  };
}
