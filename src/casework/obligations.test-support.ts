/** Obligations for this room's tests: issued on a case of Klungkung's health office, or from a review. */
import { agencyByCode } from '../directory/index.ts';
import type { Officer } from '../kernel/actor.ts';
import { orRollBack } from '../platform/database/or-roll-back.ts';
import type { TestDatabase } from '../platform/testing/database.ts';
import { decide } from './actions/decide.ts';
import { type IssueOrder, issueObligation, type ReviewSubject } from './actions/obligations/issue.ts';
import { decision } from './rules/decision.ts';
import type { Obligation } from './rules/obligations/obligation.ts';

type Rest = Partial<Omit<IssueOrder<ReviewSubject>, 'subject'>> & { readonly agency?: string };

async function orderFor(t: TestDatabase, { agency = '51.05.dinkes', ...rest }: Rest) {
  const found = await agencyByCode(t.db, agency);
  if (!found) throw new Error(`no agency ${agency}`);
  return {
    ...{ kind: 'corrective-action' as const, agencyId: found.id, position: 'Kepala Dinas Kesehatan', documentId: null },
    ...{ text: 'Terbitkan surat rujukan (contoh).', evidenceAsked: 'Salinan surat rujukan', isPublic: true },
    ...rest,
  };
}

export async function issuedOnCase(t: TestDatabase, head: Officer, caseId: string, rest: Rest = {}): Promise<Obligation> {
  const order = await orderFor(t, rest);
  let obligation: Obligation | undefined;
  const done = await decide(t.tools, head, { caseId, version: null }, async (file, circumstances, tx) => {
    const issued = await issueObligation(t.tools, tx, circumstances, { subject: { kind: 'case', file }, ...order });
    obligation = issued.obligation;
    return decision(issued.file, { events: [issued.event] });
  });
  if (!done.ok || !obligation) throw new Error('not issued');
  return obligation;
}

export async function issuedOnReview(t: TestDatabase, actor: Officer, rest: Rest = {}): Promise<Obligation> {
  const order = await orderFor(t, { kind: 'suggestion', ...rest });
  const office = await agencyByCode(t.db, 'ori.bali');
  if (!office) throw new Error('no office of the Ombudsman');
  const subject: ReviewSubject = {
    ...{ kind: 'review', id: t.tools.random.id(), officeId: office.id, officePath: office.path },
    ...{ zone: 'Asia/Makassar', regionCode: '51.05' },
  };
  const done = await orRollBack(t.tools, async (tx) => ({
    ok: true as const,
    value: await issueObligation(t.tools, tx, { at: t.tools.clock.now(), actor }, { subject, ...order }),
  }));
  if (!done.ok) throw new Error('not issued');
  return done.value.obligation;
}
