/** Pausing and resuming the deadline of the present stage, from the overview. */
import { seeOther } from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { pauseCaseClock, resumeCaseClock } from '../../actions/pause.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';
import { type OpenedCase, versionOf } from '../opened.tsx';
import { overview } from './overview-page.tsx';
import { wordsIn } from './words.ts';

export async function pauseCase(opened: OpenedCase): Promise<Response> {
  const { c, tools, actor, file, path, language } = opened;
  const form = readForm(c);
  const reason = form.text('reason');
  const done = await pauseCaseClock(tools, actor, { caseId: file.id, version: versionOf(form.text('version')) }, reason);
  if (done.ok) return seeOther(c, path, wordsIn(language).pauseDone);
  return refuse(opened, done.refusal, reason);
}

export async function resumeCase(opened: OpenedCase): Promise<Response> {
  const { c, tools, actor, file, path, language } = opened;
  const version = versionOf(readForm(c).text('version'));
  const done = await resumeCaseClock(tools, actor, { caseId: file.id, version });
  if (done.ok) return seeOther(c, path, wordsIn(language).resumeDone);
  return refuse(opened, done.refusal, '');
}

function refuse(opened: OpenedCase, code: CaseRefusal, reason: string): Response | Promise<Response> {
  if (code === 'case.absent') return opened.c.notFound();
  const text = CASE_REFUSALS[code];
  return overview(opened, {
    errors: [{ field: 'reason', message: text[opened.language] }],
    status: text.kind === 'invalid' ? 422 : 409,
    reason,
  });
}
