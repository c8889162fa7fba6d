/** The letter and the minutes of a step: drafted with what the step knows, then written, reviewed, sealed and sent like every document. */
import type { Actor } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import { dayOf, type Zone } from '../../../kernel/time.ts';
import type { Tx } from '../../../platform/database/database.ts';
import type { Tools } from '../../../platform/tools.ts';
import { type Case, respondentsOf } from '../../rules/case.ts';
import { decision } from '../../rules/decision.ts';
import type { Addressee } from '../../rules/documents/document.ts';
import { type DocumentKind, documentKind } from '../../rules/documents/kinds.ts';
import { letterDay } from '../../rules/documents/letter-days.ts';
import { mayExamine } from '../../rules/examination/permissions.ts';
import type { Step } from '../../rules/examination/step.ts';
import { STEP_KIND_DATA } from '../../rules/examination/step-kinds.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { loadDocument } from '../../store/documents/documents.ts';
import { saveStep, stepsOf } from '../../store/examination/steps.ts';
import { decide } from '../decide.ts';
import { draftDocumentIn } from '../documents/draft-document.ts';

/** @returns the id of the draft */
export async function draftStepDocument(
  tools: Tools,
  actor: Actor,
  order: { readonly caseId: string; readonly stepId: string; readonly what: 'letter' | 'minutes' },
): Promise<Result<string, CaseRefusal>> {
  let documentId = '';
  const decided = await decide(tools, actor, { caseId: order.caseId, version: null }, async (file, _circumstances, tx) => {
    const steps = await stepsOf(tx, file.id);
    const step = steps.find((each) => each.id === order.stepId);
    if (!step) return refuse('case.absent');
    if (!mayExamine(file, actor)) return refuse('case.not-yours');
    const data = STEP_KIND_DATA[step.kind];
    const kind = order.what === 'letter' ? data.letter : data.minutes;
    const fits = order.what === 'letter' ? step.state === 'planned' : step.state !== 'cancelled';
    if (!kind || !fits) return refuse('case.step-not-now');
    const before = order.what === 'letter' ? step.documentId : step.minutesId;
    // A discarded draft leaves room for another one.
    if (before && (await loadDocument(tx, before))?.state !== 'discarded') return refuse('case.step-has-letter');
    const basis = steps.find((each) => each.id === step.basedOnId);
    const basisDocument = basis?.documentId ? await loadDocument(tx, basis.documentId) : undefined;
    const drafted = await draftDocumentIn(tools, tx, actor, {
      subject: { kind: 'case', id: file.id },
      kind,
      fields: only(kind, await fieldsFor(tx, file, step, steps)),
      addressees: order.what === 'letter' ? [addresseeOf(file, step)] : [],
      partId: step.id,
      ...(order.what === 'letter' && basisDocument?.number ? { basedOnId: basisDocument.id } : {}),
    });
    if (!drafted.ok) return refuse(drafted.refusal.code);
    documentId = drafted.value.id;
    await saveStep(tx, file.id, { ...step, ...(order.what === 'letter' ? { documentId } : { minutesId: documentId }) });
    return decision(file, {
      events: [{ type: 'step-document-drafted', payload: { step: step.id, no: step.no, document: documentId, kind } }],
    });
  });
  return decided.ok ? { ok: true, value: documentId } : decided;
}

function addresseeOf(file: Case, step: Step): Addressee {
  const respondent = respondentsOf(file).find((each) => each.id === step.respondentId);
  return respondent
    ? { kind: 'respondent', agencyId: respondent.agencyId, position: respondent.position, personId: step.personId, name: '' }
    : { kind: 'authority', agencyId: null, position: '', personId: null, name: step.addressee };
}

/** What the step knows, by the names of fields (rules/documents/kinds.ts). */
async function fieldsFor(tx: Tx, file: Case, step: Step, steps: readonly Step[]): Promise<Record<string, string>> {
  const respondent = respondentsOf(file).find((each) => each.id === step.respondentId);
  const held = step.heldAt?.toZonedDateTimeISO(file.zone);
  const fields: Record<string, string> = { asked: step.about, about: step.about, place: step.place };
  if (held) {
    fields.heldOn = held.toPlainDate().toString();
    fields.heldAt = held.toPlainTime().toString({ smallestUnit: 'minute' });
  }
  fields.who = respondent?.position ?? step.addressee;
  const basis = steps.find((each) => each.id === step.basedOnId);
  if (basis) fields.first = await referenceTo(tx, basis, file.zone);
  if (step.kind === 'assistance') {
    const summonses = steps.filter((each) => each.kind.startsWith('summons-') && each.isMissed);
    fields.summonses = (await Promise.all(summonses.map((each) => referenceTo(tx, each, file.zone)))).join('\n');
  }
  if (step.result !== '') {
    fields.course = step.result;
    fields.questions = step.result;
  }
  return fields;
}

/** Number and day of the letter of a step, as another letter names it. Letters are written in Indonesian. */
async function referenceTo(tx: Tx, step: Step, zone: Zone): Promise<string> {
  const document = step.documentId ? await loadDocument(tx, step.documentId) : undefined;
  const sent = step.sentAt ? `tanggal ${letterDay(dayOf(step.sentAt, zone))}` : '';
  const received = step.receivedAt ? `diterima ${letterDay(dayOf(step.receivedAt, zone))}` : '';
  return [STEP_KIND_DATA[step.kind].label.id, document?.number ? `nomor ${document.number}` : '', sent, received]
    .filter(Boolean)
    .join(', ');
}

function only(kind: DocumentKind, fields: Readonly<Record<string, string>>): Record<string, string> {
  const names = documentKind(kind).fields.map((field) => field.name);
  return Object.fromEntries(Object.entries(fields).filter(([name, value]) => names.includes(name) && value !== ''));
}
