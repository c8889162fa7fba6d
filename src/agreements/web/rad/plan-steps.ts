/** The forms of a plan's way. */
import { dateParts, dayFromParts, seeOther } from '../../../design/index.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Form } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { attachFile } from '../../actions/files/attach-file.ts';
import { beginEdition as beginNewEdition } from '../../actions/rad/amend-adopted.ts';
import { adoptRad, stepRad } from '../../actions/rad/step-rad.ts';
import type { Factor } from '../../rules/kinds.ts';
import { FACTOR_CODES } from '../../rules/rad/handing-in.ts';
import type { RadAction } from '../../rules/rad/rad.transitions.ts';
import { loadAgreement } from '../../store/agreements.ts';
import { agreementPath, type OpenedAgreement, versionOf } from '../opened.tsx';
import { again } from './asked.ts';
import { planPage } from './plan-page.tsx';
import type { TypedStep } from './plan-shown.tsx';
import { wordsIn } from './words.ts';

function typedIn(form: Form): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(form.typed())) if (typeof value === 'string') values[name] = value;
  return values;
}

async function refused(opened: OpenedAgreement, flaws: Parameters<typeof again>[0], typed: TypedStep): Promise<Response> {
  const wrong = again(flaws, opened.language);
  // Shown as it stands now: somebody may have moved it meanwhile.
  const agreement = wrong && (await loadAgreement(opened.tools.db, opened.agreement.id));
  return wrong && agreement ? planPage({ ...opened, agreement }, typed, wrong) : opened.c.notFound();
}

/** The notes of a review, by line, out of the fields `note-LINE`. */
function notesIn(values: Readonly<Record<string, string>>): readonly { readonly lineId: string | null; readonly text: string }[] {
  return Object.entries(values)
    .filter(([name]) => name === 'note-all' || (name.startsWith('note-') && isUuid(name.slice('note-'.length))))
    .map(([name, text]) => ({ lineId: name === 'note-all' ? null : name.slice('note-'.length), text }));
}

export function takeStep(action: Exclude<RadAction, 'adopt'>): (opened: OpenedAgreement) => Promise<Response> {
  return async (opened) => {
    const { c, tools, actor, agreement, language, path } = opened;
    const form = readForm(c);
    const values = typedIn(form);
    const done = await stepRad(
      tools,
      actor,
      { agreementId: agreement.id, version: versionOf(values.version) },
      {
        ...{ action, reason: values.reason ?? '', notes: notesIn(values) },
        gaps: Object.fromEntries(FACTOR_CODES.map((factor) => [factor, values[`gap-${factor}`] ?? ''])) as Record<Factor, string>,
        answers: Object.fromEntries(
          Object.entries(values).flatMap(([name, text]) =>
            name.startsWith('answer-') ? [[name.slice('answer-'.length), text]] : [],
          ),
        ),
      },
    );
    if (done.ok) return seeOther(c, `${path}/rad`, wordsIn(language).plan.done[action]);
    const flaws = done.refusal.map((flaw) => ({
      ...flaw,
      field: flaw.code === 'agreement.rad-words-missing' ? 'note-all' : flaw.field === 'reason' ? `reason-${action}` : flaw.field,
    }));
    return refused(opened, flaws, { values: { ...values, step: action } });
  };
}

export async function adopt(opened: OpenedAgreement): Promise<Response> {
  const { c, tools, actor, agreement, language, path } = opened;
  const form = readForm(c);
  const [decidedOn, inForceFrom] = [dateParts(form.typed(), 'decidedOn'), dateParts(form.typed(), 'inForceFrom')];
  const typed: TypedStep = { values: typedIn(form), decidedOn, inForceFrom };
  const isFromGiven = Object.values(inForceFrom).some((part) => part !== '');
  const from = dayFromParts(inForceFrom) ?? null;
  if (isFromGiven && from === null) return refused(opened, [{ code: 'agreement.day-wrong', field: 'inForceFrom' }], typed);
  const upload = form.uploads('decree')[0] ?? null;
  const tooLarge = form.refusedUploads.find(({ field }) => field === 'decree');
  if (tooLarge)
    return refused(opened, [{ code: tooLarge.reason === 'empty' ? 'file-empty' : 'file-too-large', field: 'decree' }], typed);
  const done = await adoptRad(
    tools,
    actor,
    { agreementId: agreement.id, version: versionOf(form.text('version')) },
    { number: form.text('number'), decidedOn: dayFromParts(decidedOn) ?? null, inForceFrom: from, upload },
  );
  if (done.ok) return seeOther(c, `${path}/rad`, wordsIn(language).plan.done.adopt);
  return refused(opened, done.refusal, typed);
}

/** A new edition of an adopted plan. */
export async function beginEdition(opened: OpenedAgreement): Promise<Response> {
  const { c, tools, actor, agreement, language } = opened;
  const form = readForm(c);
  const reason = form.text('reason');
  const target = { agreementId: agreement.id, version: versionOf(form.text('version')) };
  const done = await beginNewEdition(tools, actor, target, reason);
  if (done.ok) return seeOther(c, `${agreementPath(done.value)}/rad`, wordsIn(language).edition.done);
  const flaws = done.refusal.map(({ code, field }) => ({ code, field: field === 'reason' ? 'reason-edition' : 'edition' }));
  return refused(opened, flaws, { values: { reason, step: 'edition' } });
}

/** The government's own paper beside the lines. */
export async function addOwnFile(opened: OpenedAgreement): Promise<Response> {
  const { c, tools, actor, agreement, language, path } = opened;
  const form = readForm(c);
  const upload = form.uploads('annex')[0];
  const bad = form.refusedUploads[0];
  if (!upload)
    return refused(opened, [{ code: bad?.reason === 'too-large' ? 'file-too-large' : 'file-empty', field: 'annex' }], {
      values: {},
    });
  const words = wordsIn(language);
  const order = {
    agreementId: agreement.id,
    kind: 'annex',
    partId: null,
    title: words.plan.ownFileTitle,
    isPublic: true,
  } as const;
  const done = await attachFile(tools, actor, { ...order, upload });
  if (done.ok) return seeOther(c, `${path}/rad`, words.plan.fileAdded);
  return refused(opened, [{ code: done.refusal, field: 'annex' }], { values: {} });
}
