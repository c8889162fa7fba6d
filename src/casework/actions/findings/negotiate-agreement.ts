/**
 * An agreement between the parties: written in versions, consented to by every party, carried out and watched. The reporter consents on their own tracking
 * page, or on paper, or by telling an officer; the respondents on paper or by telling. Every consent is to one version, with its moment.
 */
import { type Actor, actorReference, type Officer } from '../../../kernel/actor.ts';
import { type Result, refuse } from '../../../kernel/result.ts';
import type { Day } from '../../../kernel/time.ts';
import { dayOf } from '../../../kernel/time.ts';
import type { Db, Tx } from '../../../platform/database/database.ts';
import type { FileRefusal } from '../../../platform/files/take-file.ts';
import { removeFile, takeFile } from '../../../platform/files/take-file.ts';
import type { Tools } from '../../../platform/tools.ts';
import type { Case } from '../../rules/case.ts';
import { type Circumstances, decision } from '../../rules/decision.ts';
import {
  type Agreement,
  type AgreementVersion,
  type ConsentScan,
  isAgreed,
  newestVersion,
  partiesOf,
} from '../../rules/findings/agreement.ts';
import { stopPromises, watchPromises } from '../../rules/findings/promise-clocks.ts';
import { SESSION_WAY_LABELS, type SessionWay } from '../../rules/findings/session.ts';
import type { CaseRefusal } from '../../rules/refusals.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import {
  agreementsOf,
  insertAgreement,
  insertConsent,
  insertVersion,
  judgePromise,
  saveAgreement,
} from '../../store/findings/agreements.ts';
import { type CaseTarget, decide } from '../decide.ts';
import { draftDocumentIn } from '../documents/draft-document.ts';
import { entryOf } from './entry-of.ts';
import { addresseesOf } from './hand-in-lhp.ts';
import { onResolution } from './hold-session.ts';

type Done = Promise<Result<Case, CaseRefusal>>;

export interface PromiseOrder {
  readonly side: 'reporter' | 'respondent';
  readonly text: string;
  readonly dueOn: Day;
}

export interface VersionOrder {
  readonly way: SessionWay;
  readonly text: string;
  readonly promises: readonly PromiseOrder[];
  /** The version the form was made from, 0 = none. */
  readonly baseNo: number;
}

/** Begins an agreement or writes its next version; consents to earlier versions no longer count. */
export function writeAgreement(tools: Tools, actor: Officer, target: CaseTarget, order: VersionOrder): Done {
  return onResolution(tools, actor, target, async (file, circumstances, tx) => {
    const { at, newId } = circumstances;
    const text = order.text.trim();
    const promises = order.promises.map((one) => ({ ...one, id: newId(), text: one.text.trim() }));
    if (text === '') return refuse('case.text-missing');
    if (text.length > LONGEST_TEXT || promises.some((one) => one.text.length > 2000) || promises.length > 30)
      return refuse('case.text-too-long');
    if (promises.length === 0 || promises.some((one) => one.text === '')) return refuse('case.promise-missing');
    const all = await agreementsOf(tx, file.id);
    if (all.some(({ state }) => state === 'agreed' || state === 'kept')) return refuse('case.agreement-settled');
    const current = all.find(({ state }) => state === 'negotiating');
    const newest = current && newestVersion(current);
    if ((newest?.no ?? 0) !== order.baseNo) return refuse('case.agreement-moved-on');
    const agreement = current ?? { caseId: file.id, id: newId() };
    if (!current) await insertAgreement(tx, { ...agreement, way: order.way, at });
    const no = (newest?.no ?? 0) + 1;
    await insertVersion(tx, agreement, { no, text, promises, by: actor.personId, at });
    return decision(file, {
      events: [
        {
          type: current ? 'agreement-written' : 'agreement-begun',
          payload: { agreement: agreement.id, version: no, promises: promises.length },
        },
      ],
      news: ['session'],
    });
  });
}

/** What the reporter sees of agreements: the versions as text with promises, which one they may consent to, and whether they did. */
export interface AgreementForReporter {
  readonly id: string;
  readonly way: SessionWay;
  readonly state: Agreement['state'];
  readonly newest: AgreementVersion;
  /** When the reporter consented to the newest version. */
  readonly consentedAt: Agreement['begunAt'] | null;
  /** Whether they may consent now. */
  readonly isOpen: boolean;
}

export async function agreementsForReporter(db: Db | Tx, caseId: string): Promise<AgreementForReporter[]> {
  return (await agreementsOf(db, caseId)).flatMap((agreement) => {
    const newest = newestVersion(agreement);
    if (!newest) return [];
    const mine = agreement.consents.find((one) => one.party === 'reporter' && one.versionNo === newest.no);
    const { id, way, state } = agreement;
    return [{ id, way, state, newest, consentedAt: mine?.at ?? null, isOpen: state === 'negotiating' && !mine }];
  });
}

/** The reporter consents on their own page to the version they have read. Doing so twice changes nothing. */
export function consentAsReporter(
  tools: Tools,
  actor: Actor,
  order: { readonly caseId: string; readonly agreementId: string; readonly versionNo: number },
): Done {
  return decide(tools, actor, { caseId: order.caseId, version: null }, async (file, circumstances, tx) => {
    if (actor.kind !== 'complainant') return refuse('case.not-yours');
    return consent(tx, actor, file, circumstances, { ...order, party: 'reporter', how: 'own', note: '', scan: null });
  });
}

export interface ConsentOrder {
  readonly agreementId: string;
  readonly versionNo: number;
  readonly party: string;
  readonly how: 'paper' | 'said';
  /** How it was told; of paper, anything worth noting. */
  readonly note: string;
  /** The signed page. */
  readonly scan: Uint8Array | null;
}

export type ConsentProblem = { readonly code: CaseRefusal; readonly file?: FileRefusal };

/** An officer records a consent given on paper (with its scan) or in words. Of a refused one no file stays. */
export async function recordConsent(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: ConsentOrder,
): Promise<Result<Case, ConsentProblem>> {
  if (order.how === 'said' && order.note.trim() === '') return refuse({ code: 'case.reason-missing' });
  if (order.how === 'paper' && !order.scan) return refuse({ code: 'case.scan-missing' });
  let scan: ConsentScan | null = null;
  let isKept = false;
  try {
    if (order.how === 'paper' && order.scan) {
      const taken = await takeFile(tools, order.scan);
      if (!taken.ok) return refuse({ code: 'case.scan-missing', file: taken.refusal });
      const { key, mediaType, extension, size: bytes, sha256 } = taken.value;
      scan = { key, mediaType, extension, bytes, sha256 };
    }
    const done = await onResolution(tools, actor, target, (file, circumstances, tx) =>
      consent(tx, actor, file, circumstances, { ...order, scan }),
    );
    isKept = done.ok;
    return done.ok ? done : refuse({ code: done.refusal });
  } finally {
    if (scan && !isKept) await removeFile(tools, scan.key);
  }
}

async function consent(
  tx: Tx,
  actor: Actor,
  file: Case,
  circumstances: Circumstances,
  order: Omit<ConsentOrder, 'how' | 'scan'> & { readonly how: 'own' | 'paper' | 'said'; readonly scan: ConsentScan | null },
) {
  const { at } = circumstances;
  const agreement = (await agreementsOf(tx, file.id)).find(({ id }) => id === order.agreementId);
  const newest = agreement && newestVersion(agreement);
  if (!agreement || !newest) return refuse('case.agreement-absent' as const);
  if (file.stage !== 'resolution' || agreement.state !== 'negotiating') return refuse('case.agreement-settled' as const);
  if (newest.no !== order.versionNo) return refuse('case.agreement-moved-on' as const);
  const parties = partiesOf(file);
  if (!parties.includes(order.party)) return refuse('case.party-missing' as const);
  if (agreement.consents.some((one) => one.versionNo === newest.no && one.party === order.party))
    return decision(file, { events: [] });
  const given = {
    versionNo: newest.no,
    party: order.party,
    how: order.how,
    at,
    note: order.note.trim().slice(0, 2000),
    scan: order.scan,
  };
  await insertConsent(tx, agreement, given, actorReference(actor));
  const payload = {
    agreement: agreement.id,
    version: newest.no,
    side: order.party === 'reporter' ? 'reporter' : 'respondent',
    how: order.how,
    ...(order.scan ? { scan: order.scan.sha256 } : {}),
  };
  const events = [{ type: 'agreement-consented', payload }];
  if (!isAgreed({ ...agreement, consents: [...agreement.consents, given] }, parties))
    return decision(file, { events, news: ['session'] });
  await saveAgreement(tx, agreement, { state: 'agreed', agreedAt: at });
  const watched = watchPromises(file, newest.promises, circumstances);
  return decision(watched.file, {
    events: [
      ...events,
      { type: 'agreement-agreed', payload: { agreement: agreement.id, version: newest.no } },
      ...watched.events,
    ],
    news: ['session'],
  });
}

/** The paper of an agreement that was reached: a document, reviewed and sealed like all others. */
export function draftAgreement(tools: Tools, actor: Officer, target: CaseTarget, agreementId: string): Done {
  return onResolution(tools, actor, target, async (file, circumstances, tx) => {
    const agreement = (await agreementsOf(tx, file.id)).find(({ id }) => id === agreementId);
    const newest = agreement && newestVersion(agreement);
    if (!agreement || !newest) return refuse('case.agreement-absent');
    if (agreement.state !== 'agreed') return refuse('case.consents-missing');
    if (agreement.documentId) return refuse('case.not-now');
    const sides = { reporter: 'Pelapor', respondent: 'Terlapor' } as const;
    const drafted = await draftDocumentIn(tools, tx, actor, {
      subject: { kind: 'case', id: file.id },
      kind: 'agreement',
      fields: {
        way: SESSION_WAY_LABELS[agreement.way].id,
        heldOn: dayOf(agreement.agreedAt ?? circumstances.at, file.zone).toString(),
        terms: [
          ...newest.text
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== ''),
          ...newest.promises.map(
            (one) => `${sides[one.side]}: ${one.text.replaceAll(/\s+/g, ' ')} (paling lambat ${one.dueOn.toString()})`,
          ),
        ].join('\n'),
      },
      addressees: addresseesOf(file, ['respondent', 'superior']),
      partId: agreement.id,
    });
    if (!drafted.ok) return refuse(drafted.refusal.code);
    await saveAgreement(tx, agreement, { state: 'agreed', documentId: drafted.value.id });
    return decision(file, {
      events: [
        { type: 'agreement-written', payload: { agreement: agreement.id, version: newest.no, document: drafted.value.id } },
      ],
    });
  });
}

/** Whether a promise was kept, with what shows it. May be judged anew while the case is in resolution. */
export function judgeAgreementPromise(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: { readonly agreementId: string; readonly no: number; readonly verdict: 'kept' | 'not-kept'; readonly evidence: string },
): Done {
  return onResolution(tools, actor, target, async (file, { at }, tx) => {
    const evidence = order.evidence.trim();
    if (evidence === '') return refuse('case.reason-missing');
    if (evidence.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const agreement = (await agreementsOf(tx, file.id)).find(({ id }) => id === order.agreementId);
    const newest = agreement && newestVersion(agreement);
    if (!agreement || !newest || agreement.state !== 'agreed') return refuse('case.agreement-absent');
    const isOurs = await judgePromise(tx, agreement, newest.no, order.no, {
      verdict: order.verdict,
      evidence,
      by: actor.personId,
      at,
    });
    if (!isOurs) return refuse('case.agreement-absent');
    const judged = newest.promises.filter(({ no }) => no === order.no);
    return decision(stopPromises(file, judged, at), {
      events: [{ type: 'promise-judged', payload: { agreement: agreement.id, promise: order.no, verdict: order.verdict } }],
    });
  });
}

/** The parties do not come together, or what was agreed is not kept. */
export function giveUpAgreement(
  tools: Tools,
  actor: Officer,
  target: CaseTarget,
  order: { readonly agreementId: string; readonly reason: string },
): Done {
  return onResolution(tools, actor, target, async (file, circumstances, tx) => {
    const reason = order.reason.trim();
    if (reason === '') return refuse('case.reason-missing');
    if (reason.length > LONGEST_TEXT) return refuse('case.text-too-long');
    const agreement = (await agreementsOf(tx, file.id)).find(({ id }) => id === order.agreementId);
    if (!agreement) return refuse('case.agreement-absent');
    if (agreement.state !== 'negotiating' && agreement.state !== 'agreed') return refuse('case.agreement-settled');
    await saveAgreement(tx, agreement, { state: 'given-up', reason });
    const promises = newestVersion(agreement)?.promises ?? [];
    return decision(stopPromises(file, promises, circumstances.at), {
      events: [{ type: 'agreement-given-up', payload: { agreement: agreement.id } }],
      entries: entryOf(file, circumstances, { kind: 'agreement', audience: 'internal', text: reason, partId: agreement.id }),
      news: ['session'],
    });
  });
}
