/** Making a standard public, and taking a service away. */
import type { Actor } from '../../kernel/actor.ts';
import { ok } from '../../kernel/result.ts';
import type { Day } from '../../kernel/time.ts';
import type { Tools } from '../../platform/tools.ts';
import { completeness } from '../rules/completeness.ts';
import { lineOf } from '../rules/normal-standard.ts';
import type { ServiceRefusal } from '../rules/refusals.ts';
import type { Service } from '../rules/service.ts';
import { allows } from '../rules/version.transitions.ts';
import { publishDraft, withdrawVersions } from '../store/services.ts';
import { contentDigest, onService, refused, type Step } from './on-service.ts';

export interface PublishOrder {
  /** First day in force: today or later. `null` when what was typed is no day. */
  readonly validFrom: Day | null;
  /** The draft that was looked at. */
  readonly revision: number | null;
}

/** Publishes the draft as it stands; from then on it is frozen. Gaps are allowed and shown: hiding the rest would help nobody. */
export function publishService(tools: Tools, actor: Actor, serviceId: string, order: PublishOrder): Step<Service> {
  const wrongDay = (code: ServiceRefusal) => refused(code, [{ field: 'validFrom', code }]);
  return onService(tools, actor, serviceId, async ({ tx, service, versions, draft, at, today, record }) => {
    if (!draft || !allows(draft.state, 'publish')) return refused('service.no-draft');
    if (order.revision !== null && order.revision !== draft.revision) return refused('service.moved-on');
    const { validFrom } = order;
    if (validFrom === null) return wrongDay('service.day-wrong');
    if (validFrom.until(today).sign > 0) return wrongDay('service.valid-from-past');
    const later = versions.some((one) => one.state === 'published' && one.validFrom && validFrom.until(one.validFrom).sign > 0);
    if (later) return wrongDay('service.valid-from-before-last');
    const judged = completeness(draft.standard);
    if (judged.delivery.stated === 0) return refused('service.nothing-stated');
    await publishDraft(tx, draft, { validFrom: validFrom.toString(), at });
    await record('published', {
      version: draft.version,
      validFrom: validFrom.toString(),
      content: contentDigest(draft),
      stated: judged.all.stated,
      statedDelivery: judged.delivery.stated,
    });
    return ok(service);
  });
}

/** The service is no longer offered from today. Its versions stay readable for the office and in the record. */
export function withdrawService(tools: Tools, actor: Actor, serviceId: string, given: string): Step<Service> {
  const reason = lineOf(given);
  return onService(tools, actor, serviceId, async ({ tx, service, versions, at, today, record }) => {
    const published = versions.filter(({ state }) => allows(state, 'withdraw'));
    if (published.length === 0) return refused('service.not-published');
    if (reason === '' || reason.length > 500) {
      return refused('service.reason-missing', [{ field: 'reason', code: 'service.reason-missing' }]);
    }
    await withdrawVersions(tx, service.id, { on: today.toString(), reason, at });
    await record('withdrawn', { versions: published.map(({ version }) => version), on: today.toString() });
    return ok(service);
  });
}
