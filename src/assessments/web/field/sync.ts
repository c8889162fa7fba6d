/**
 * How a device and the server come together: `/field/sync/*`, JSON for the signed-in officer. Changes come as forms with the token of the
 * visit, like every other change, so no other site can send them.
 *
 * Whatever is asked is answered for each operation by itself: obeyed, kept beside another answer, or refused with the reason.
 */
import type { Officer } from '../../../kernel/actor.ts';
import { isUuid } from '../../../kernel/ids.ts';
import type { Label } from '../../../kernel/language.ts';
import { FILE_REFUSALS, type FileRefusal } from '../../../platform/files/take-file.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { problem } from '../../../platform/http/problem.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { keyedHash } from '../../../platform/keyed-hash.ts';
import { addEvidence } from '../../actions/add-evidence.ts';
import { fillSheet } from '../../actions/fill-sheet.ts';
import { resolveConflict } from '../../actions/resolve-conflict.ts';
import { FIELD_REFUSALS, type RefusalCode } from '../../rules/field-refusals.ts';
import type { SheetKey } from '../../rules/filling.ts';
import { type Field, openField } from '../../store/filling.ts';
import { formShape, instrumentKey } from './form-shape.ts';
import { assignmentsFor } from './own-assignments.ts';
import type { FormShape, SheetShape, UnitShape } from './shapes.ts';
import { fileSchema, operationsSchema, type SentOperation } from './sync-schema.ts';
import type { FieldPackage, FileAnswer, OperationAnswer, SessionAnswer } from './sync-shapes.ts';
import { mayUpload } from './take-evidence.ts';
import { unitShape } from './unit-shape.ts';

const CALLS_AN_HOUR = 1200;
const PACKAGES_AN_HOUR = 120;
const FRESH = { 'Cache-Control': 'no-store' };

export function mountSync(app: WebRoutes): void {
  app.get('/field/sync/session', (c) => {
    const actor = c.get('actor');
    const person = actor.kind === 'officer' ? personMark(c, actor) : null;
    const answer: SessionAnswer = { signedIn: person !== null, csrf: c.get('csrf'), person };
    return c.json(answer, 200, FRESH);
  });
  app.get(
    '/field/sync/assignments',
    asDevice('field-package', PACKAGES_AN_HOUR, async (c, actor) => c.json(await packageFor(c, actor), 200, FRESH)),
  );
  app.post(
    '/field/sync/operations',
    asDevice('field-sync', CALLS_AN_HOUR, async (c, actor) => {
      const results: OperationAnswer[] = [];
      // One after the other: they may build on each other.
      for (const operation of readOperations(c)) results.push(await obey(c, actor, operation));
      return c.json({ results }, 200, FRESH);
    }),
  );
  app.post('/field/sync/files/:operation', acceptFiles, asDevice('field-sync', CALLS_AN_HOUR, takeFile));
}

/** Stands for the person on the device; says nothing to anybody else. */
function personMark(c: WebContext, actor: Officer): string {
  return keyedHash(c.get('tools').keys, 'field-device', actor.personId).toString('base64url').slice(0, 22);
}

type DeviceHandler = (c: WebContext, actor: Officer) => Promise<Response>;

function asDevice(bucket: string, limit: number, answer: DeviceHandler): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const actor = c.get('actor');
    if (actor.kind !== 'officer') return problem(c, { status: 401, title: 'Sign in to send' });
    const tools = c.get('tools');
    const counted = await allow(tools, { bucket, key: actor.personId, limit, windowSeconds: 3600, now: tools.clock.now() });
    if (!counted.allowed) throw new RefusedRequest('too-often', counted.retryAfterSeconds);
    return answer(c, actor);
  };
}

async function packageFor(c: WebContext, actor: Officer): Promise<FieldPackage> {
  const { db, clock } = c.get('tools');
  const now = clock.now();
  const forms: Record<string, FormShape> = {};
  const units: UnitShape[] = [];
  const fields = new Map<string, Field | undefined>();
  for (const assignment of await assignmentsFor(db, actor, now)) {
    const { assessmentId } = assignment;
    if (!fields.has(assessmentId)) fields.set(assessmentId, await openField(db, assessmentId));
    const field = fields.get(assessmentId);
    if (!field) continue;
    forms[instrumentKey(field.instrument)] ??= formShape(field.instrument);
    units.push(await unitShape({ db, actor, now }, field, assignment));
  }
  return {
    person: personMark(c, actor),
    preparedAt: now.toString(),
    forms,
    units: units.filter((unit) => unit.sheets.length > 0),
  };
}

function readOperations(c: WebContext): readonly SentOperation[] {
  const read = operationsSchema.safeParse(parseJson(readForm(c).text('operations')));
  if (!read.success) throw new RefusedRequest('malformed');
  return read.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RefusedRequest('malformed');
  }
}

function refusal(id: string, code: RefusalCode | FileRefusal, indicator: string | null = null) {
  const { id: inIndonesian, en } =
    code in FILE_REFUSALS ? FILE_REFUSALS[code as FileRefusal] : FIELD_REFUSALS[code as RefusalCode];
  const reason: Label = { id: inIndonesian, en };
  return { id, outcome: 'refused', code, reason, indicator } as const;
}

async function obey(c: WebContext, actor: Officer, operation: SentOperation): Promise<OperationAnswer> {
  const tools = c.get('tools');
  const { id } = operation;
  if (operation.kind === 'resolve') {
    const result = await resolveConflict(tools, actor, operation);
    return result.ok ? { id, outcome: 'chosen', revision: result.value.revision } : refusal(id, result.refusal);
  }
  const { done, product, kind: _kind, ...order } = operation;
  const result = await fillSheet(tools, actor, {
    ...order,
    operationId: id,
    ...(done === null ? {} : { done }),
    ...(product === null ? {} : { product }),
  });
  if (!result.ok) return refusal(id, result.refusal.code, result.refusal.indicator);
  const { accepted } = result.value;
  const stands = await sheetNow(c, actor, order);
  const { conflicts = [], missing = NOTHING_MISSING } = stands ?? {};
  const outcome = result.value.conflicts.length > 0 ? 'conflict' : 'accepted';
  return { id, outcome, accepted, conflicts, done: stands?.done ?? result.value.done, missing };
}

const NOTHING_MISSING: SheetShape['missing'] = { answers: [], evidence: [], product: false };

async function sheetNow(c: WebContext, actor: Officer, key: SheetKey): Promise<SheetShape | undefined> {
  const { db, clock } = c.get('tools');
  const field = await openField(db, key.assessmentId);
  const unit = field && (await unitShape({ db, actor, now: clock.now() }, field, key, key.sheetNo));
  return unit?.sheets[0];
}

/** One file, multipart: `_csrf`, `about` (JSON), `file`. Sent again it is answered again and kept once. */
async function takeFile(c: WebContext, actor: Officer): Promise<Response> {
  const tools = c.get('tools');
  const form = readForm(c);
  const read = fileSchema.safeParse(parseJson(form.text('about')));
  const [upload, another] = form.uploads('file');
  const operation = c.req.param('operation') ?? '';
  if (!read.success || another || !isUuid(operation) || read.data.id !== operation) throw new RefusedRequest('malformed');
  const answer = (said: FileAnswer) => c.json(said, 200, FRESH);
  if (!upload) {
    const reason = form.refusedUploads[0]?.reason;
    if (reason === undefined) throw new RefusedRequest('malformed');
    return answer(refusal(operation, reason === 'empty' ? 'file-empty' : 'file-too-large'));
  }
  await mayUpload({ tools, actor, now: tools.clock.now() });
  const { latitude, longitude, sha256, id: _id, ...order } = read.data;
  const added = await addEvidence(tools, actor, {
    ...order,
    bytes: await upload.bytes(),
    sentSha256: sha256,
    place: latitude === null || longitude === null ? null : { latitude, longitude },
    operationId: operation,
  });
  return answer(
    added.ok ? { id: operation, outcome: 'accepted', evidenceId: added.value.id } : refusal(operation, added.refusal),
  );
}
