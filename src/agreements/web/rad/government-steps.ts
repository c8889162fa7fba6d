/** The forms of a government's page. */
import { dateParts, dayFromParts, seeOther } from '../../../design/index.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { addTeamDecree, withdrawTeamDecree } from '../../actions/rad/decrees.ts';
import { stepEvaluation, takeEvaluation } from '../../actions/rad/evaluations.ts';
import type { EvaluationAction } from '../../rules/rad/evaluation.ts';
import { decreesOf } from '../../store/rad/decrees.ts';
import { evaluationsOf } from '../../store/rad/evaluations.ts';
import { versionOf } from '../opened.tsx';
import { again, idIn } from './asked.ts';
import { governmentPage } from './government-page.tsx';
import type { Typed } from './government-parts.tsx';
import type { OpenedGovernment } from './opened-government.ts';

async function refused(opened: OpenedGovernment, flaws: Parameters<typeof again>[0], typed: Typed = {}): Promise<Response> {
  const wrong = again(flaws, opened.language);
  return wrong ? governmentPage(opened, typed, wrong) : opened.c.notFound();
}

export async function take(opened: OpenedGovernment): Promise<Response> {
  const { c, tools, actor, government, year, words, path } = opened;
  const done = await takeEvaluation(tools, actor, { governmentId: government.agency.id, year });
  return done.ok ? seeOther(c, path, words.government.done.take) : refused(opened, [{ code: done.refusal, field: 'live' }]);
}

export function evaluationStep(action: EvaluationAction): (opened: OpenedGovernment) => Promise<Response> {
  return async (opened) => {
    const { c, tools, actor, government, year, words, path } = opened;
    const form = readForm(c);
    const field = action === 'withdraw' ? 'withdrawal' : 'answer';
    const text = action === 'publish' ? '' : form.text(field);
    const taken = (await evaluationsOf(tools.db, government.agency.id)).find(
      (each) => each.year === year && each.state !== 'withdrawn',
    );
    if (!taken) return c.notFound();
    const target = { evaluationId: taken.id, version: versionOf(form.text('version')) };
    const done = await stepEvaluation(tools, actor, target, { action, text });
    if (done.ok) return seeOther(c, path, words.government.done[action]);
    return refused(
      opened,
      [{ code: done.refusal, field: action === 'publish' ? 'taken' : field }],
      action === 'publish' ? {} : { [field]: text },
    );
  };
}

export async function addDecree(opened: OpenedGovernment): Promise<Response> {
  const { c, tools, actor, government, zone, words, path } = opened;
  const form = readForm(c);
  const [decidedOn, validUntil] = [dateParts(form.typed(), 'decidedOn'), dateParts(form.typed(), 'validUntil')];
  const typed: Typed = { number: form.text('number'), decidedOn, validUntil };
  const bad = form.refusedUploads.find(({ field }) => field === 'decree');
  if (bad) return refused(opened, [{ code: bad.reason === 'empty' ? 'file-empty' : 'file-too-large', field: 'decree' }], typed);
  const until = dayFromParts(validUntil) ?? null;
  if (until === null && Object.values(validUntil).some((part) => part !== ''))
    return refused(opened, [{ code: 'agreement.day-wrong', field: 'validUntil' }], typed);
  const done = await addTeamDecree(tools, actor, {
    ...{ governmentId: government.agency.id, zone, number: form.text('number'), decidedOn: dayFromParts(decidedOn) ?? null },
    ...{ validUntil: until, upload: form.uploads('decree')[0] ?? null },
  });
  return done.ok ? seeOther(c, path, words.decree.added) : refused(opened, done.refusal, typed);
}

export async function withdrawDecree(opened: OpenedGovernment): Promise<Response> {
  const { c, tools, actor, government, words, path } = opened;
  const form = readForm(c);
  const reason = form.text('reason');
  const order = { governmentId: government.agency.id, decreeId: form.text('decree'), reason };
  const done = await withdrawTeamDecree(tools, actor, order);
  return done.ok
    ? seeOther(c, path, words.decree.nowWithdrawn)
    : refused(opened, [{ code: done.refusal, field: 'decrees' }], { reason });
}

export async function decreeFile(opened: OpenedGovernment): Promise<Response> {
  const { c, tools, government } = opened;
  const id = idIn(c, 'decree');
  const decree = (await decreesOf(tools.db, government.agency.id)).find((each) => each.id === id);
  if (!decree) return c.notFound();
  const name = `SK-${government.regionCode}-${decree.sha256.slice(0, 8)}${decree.extension}`;
  const { mediaType, size } = decree;
  return answerFile(c, { stream: await openFile(tools, decree.fileKey), mediaType, size, name, inline: true });
}
