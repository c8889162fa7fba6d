/** Writing a service's standard: from a first draft to the next version. Nothing here is public yet. */

import type { Agency } from '../../directory/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import type { Moment } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { Tools } from '../../platform/tools.ts';
import { type ContentProblem, problemsOfContent } from '../rules/check-content.ts';
import { lineOf, normalStandard } from '../rules/normal-standard.ts';
import type { Service, ServiceContent, ServiceVersion } from '../rules/service.ts';
import { deleteDraft, insertDraft, insertService, isNameTaken, nextNumber, updateDraft } from '../store/services.ts';
import {
  type AtWork,
  contentDigest,
  managedOffice,
  onService,
  onServiceIn,
  record,
  refused,
  refusedFor,
  type Step,
} from './on-service.ts';

/** Begins a new service of an office with a first draft. */
export async function createService(tools: Tools, actor: Actor, agencyId: string, given: ServiceContent): Step<Service> {
  const agency = await managedOffice(tools, actor, agencyId);
  if (!agency) return refused('service.office-unknown', [{ field: 'agency', code: 'service.office-unknown' }]);
  const content = normalContent(given);
  const problems = problemsOfContent(content);
  if (problems.length > 0) return refusedFor(problems);
  try {
    return await inTransaction(tools, async (tx) => {
      if (await isNameTaken(tx, agency.id, content.name)) return refusedFor([NAME_TAKEN]);
      return ok(await insertNew(tools, tx, actor, agency, content));
    });
  } catch (error) {
    return refusedWhenTaken(error);
  }
}

const NAME_TAKEN: ContentProblem = { field: 'name', code: 'service.name-taken' };

/** Two who take the same name at once: the second meets the index. */
function refusedWhenTaken(error: unknown) {
  if ((error as { constraint?: unknown }).constraint !== 'services_by_name') throw error;
  return refusedFor([NAME_TAKEN]);
}

/** The rows and the event of a new service; the caller has checked everything. */
export async function insertNew(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  agency: Pick<Agency, 'id' | 'path' | 'governmentId' | 'regionCode'>,
  content: ServiceContent,
): Promise<Service> {
  const at = tools.clock.now();
  const service: Service = {
    id: tools.random.id(),
    number: await nextNumber(tx),
    agencyId: agency.id,
    agencyPath: agency.path,
    governmentId: agency.governmentId,
    regionCode: agency.regionCode,
  };
  await insertService(tx, service, content.name, at);
  await insertDraft(tx, service.id, 1, content, { note: '', at });
  const payload = { number: service.number, agency: agency.id, version: 1, content: contentDigest(content) };
  await record(tools, tx, actor, { kind: 'service', id: service.id }, 'service-described', payload, true);
  return service;
}

export function normalContent(given: ServiceContent): ServiceContent {
  return {
    ...given,
    name: lineOf(given.name),
    onlineAddress: given.onlineAddress.trim(),
    decreeNumber: lineOf(given.decreeNumber),
    ownerPosition: lineOf(given.ownerPosition),
    standard: normalStandard(given.standard),
  };
}

/**
 * Changes the draft.
 *
 * @param order.revision the one the form was made from; `null` = whatever it is now
 * @param order.change what was typed, over what stands in the draft
 */
export async function editDraft(
  tools: Tools,
  actor: Actor,
  serviceId: string,
  order: { readonly revision: number | null; readonly change: (content: ServiceContent) => ServiceContent },
): Step<ServiceVersion> {
  try {
    return await onService(tools, actor, serviceId, async (work) => {
      const { draft } = work;
      if (!draft) return refused('service.no-draft');
      if (order.revision !== null && order.revision !== draft.revision) return refused('service.moved-on');
      const content = normalContent(order.change(draft));
      const problems = problemsOfContent(content);
      if (problems.length > 0) return refusedFor(problems);
      if (await isNameTaken(work.tx, work.service.agencyId, content.name, serviceId)) return refusedFor([NAME_TAKEN]);
      await saveDraft(work, draft, content);
      return ok({ ...draft, ...content, revision: draft.revision + 1 });
    });
  } catch (error) {
    return refusedWhenTaken(error);
  }
}

async function saveDraft(work: AtWork, draft: ServiceVersion, content: ServiceContent): Promise<void> {
  const digest = contentDigest(content);
  if (digest === contentDigest(draft)) return;
  await updateDraft(work.tx, draft, content, { note: draft.note, at: work.at });
  await work.record('draft-edited', { version: draft.version, content: digest });
}

/** Begins the next version from what the last one says. `note` tells the public what changes and why. */
export function beginVersion(tools: Tools, actor: Actor, serviceId: string, note: string): Step<ServiceVersion> {
  const why = lineOf(note);
  return onService(tools, actor, serviceId, async (work) => {
    if (work.draft) return refused('service.draft-there');
    if (why === '' || why.length > 500) return refused('service.note-missing', [{ field: 'note', code: 'service.note-missing' }]);
    return ok(await insertNext(work, why));
  });
}

async function insertNext(work: AtWork, note: string): Promise<ServiceVersion> {
  const last = work.versions.at(-1) as ServiceVersion;
  const version = last.version + 1;
  await insertDraft(work.tx, work.service.id, version, last, { note, at: work.at });
  await work.record('version-begun', { version });
  return draftFrom(last, version, note, work.at);
}

function draftFrom(last: ServiceVersion, version: number, note: string, at: Moment): ServiceVersion {
  return {
    ...last,
    version,
    note,
    state: 'draft',
    validFrom: null,
    withdrawnOn: null,
    withdrawnReason: '',
    publishedAt: null,
    revision: 1,
    updatedAt: at,
  };
}

/** What an import does to a service: into the draft, beginning one where there is none. @returns whether anything changed */
export function replaceContentIn(
  tools: Tools,
  tx: Tx,
  actor: Actor,
  serviceId: string,
  given: ServiceContent,
  note: string,
): Step<boolean> {
  const content = normalContent(given);
  return onServiceIn(tools, tx, actor, serviceId, async (work) => {
    const last = work.versions.at(-1) as ServiceVersion;
    if (contentDigest(last) === contentDigest(content)) return ok(false);
    await saveDraft(work, work.draft ?? (await insertNext(work, note)), content);
    return ok(true);
  });
}

/** Throws the draft away. A service that was never published keeps its first draft: it has nothing else. */
export function discardDraft(tools: Tools, actor: Actor, serviceId: string): Step<Service> {
  return onService(tools, actor, serviceId, async (work) => {
    if (!work.draft || work.versions.length === 1) return refused('service.no-draft');
    await deleteDraft(work.tx, work.draft, work.versions.at(-2)?.name);
    await work.record('draft-discarded', { version: work.draft.version });
    return ok(work.service);
  });
}
