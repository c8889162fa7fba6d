import { sql } from 'kysely';
import { type Actor, actorReference } from '../../../kernel/actor.ts';
import { appendEvents } from '../../../platform/audit/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { CertificateTemplate } from '../../rules/certificates/template.ts';
import { insertTemplate, templatesOf } from '../../store/certificates/templates.ts';

/** Any number will do, as long as every Tuntas uses the same. */
const TEMPLATE_LOCK = 7_428_265_231;

/**
 * Publishes a wording as the next version of its year and category. Certificates that are issued keep the wording they have. Who may is
 * asked by the caller: whoever has `assessment.author`.
 */
export function publishTemplate(
  tools: Tools,
  actor: Extract<Actor, { kind: 'officer' }>,
  order: { readonly template: Omit<CertificateTemplate, 'version'>; readonly decidedBy: string },
): Promise<CertificateTemplate> {
  return inTransaction(tools, async (tx) => {
    // Of two at once the second gets the next version.
    await sql`SELECT pg_advisory_xact_lock(${TEMPLATE_LOCK})`.execute(tx);
    const { year, category } = order.template;
    const last = (await templatesOf(tx, year)).find((one) => one.category === category)?.version ?? 0;
    const template = { ...order.template, version: last + 1 };
    const at = tools.clock.now();
    await insertTemplate(tx, template, { decidedBy: order.decidedBy, by: actor.personId, at });
    await appendEvents(tools, tx, { kind: 'certificate-template', id: tools.random.id() }, [
      {
        type: 'certificate-template.published',
        at,
        actor: actorReference(actor),
        payload: { year, category, version: template.version, decidedBy: order.decidedBy },
      },
    ]);
    return template;
  });
}
