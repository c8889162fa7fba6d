/**
 * What every page of a reporter begins with: a case of which this browser has shown number and code, its own or those of the complaint it came
 * from. Anybody else is asked for them.
 */
import {
  keepOpen,
  type OwnComplaint,
  onOwnComplaint,
  openComplaints,
  privately,
  readTrackingNumber,
} from '../../../../complaints/index.ts';
import { seeOther } from '../../../../design/index.ts';
import type { Complainant } from '../../../../kernel/actor.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Moment } from '../../../../kernel/time.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import type { Tools } from '../../../../platform/tools.ts';
import type { Case } from '../../../rules/case.ts';
import { casesOfComplaint, loadCase } from '../../../store/cases.ts';
import { receiptOf } from '../../../store/intake/receipts.ts';
import { type IntakeWords, wordsIn } from '../words.ts';

export interface OwnCase {
  readonly c: WebContext;
  readonly tools: Tools;
  readonly language: Language;
  readonly words: IntakeWords;
  readonly now: Moment;
  readonly file: Case;
  /** The reporter under the case's id: what was sealed for the case is theirs. */
  readonly actor: Complainant;
  /** The page with everything. */
  readonly home: string;
  /** Below it stand letters, files and steps. */
  readonly path: string;
  /** Ten digits, of the case or of the complaint. */
  readonly trackingNumber: string;
  readonly complaint: OwnComplaint | undefined;
}

export type OwnCaseAnswer = (own: OwnCase) => Response | Promise<Response>;
export type OwnCaseGuard = (answer: OwnCaseAnswer) => (c: WebContext) => Promise<Response>;

export const OWN_CASE = '/ombudsman/follow/:trackingNumber{[0-9][0-9-]*}';
export const OWN_COMPLAINTS_CASE = '/follow/:trackingNumber{[0-9][0-9-]*}/ombudsman';

/** `/ombudsman/follow/:trackingNumber`: looked for among what this browser has opened, so a number says nothing about whether it exists. */
export const onOwnCase: OwnCaseGuard = (answer) => async (c) => {
  const number = readTrackingNumber(c.req.param('trackingNumber') ?? '');
  const file = number && (await openedHere(c, number));
  if (!number || !file) return privately(seeOther(c, number ? `/ombudsman/follow?number=${number}` : '/ombudsman/follow'));
  keepOpen(c, file.id);
  const home = `/ombudsman/follow/${number}`;
  return privately(await answer({ ...common(c, file), home, path: home, trackingNumber: number, complaint: undefined }));
};

/** `/follow/:trackingNumber/ombudsman`: the latest case the complaint was brought in. Before there is one the page says how to bring it. */
export const onComplaintsCase: OwnCaseGuard = (answer) =>
  onOwnComplaint(async (own) => {
    const [file] = await casesOfComplaint(own.tools.db, own.complaint.id);
    return file ? answer(ownCaseOf(own, file)) : seeOther(own.c, own.path);
  });

export function ownCaseOf(own: OwnComplaint, file: Case): OwnCase {
  const path = `${own.path}/ombudsman`;
  return { ...common(own.c, file), home: own.path, path, trackingNumber: own.complaint.trackingNumber, complaint: own };
}

function common(c: WebContext, file: Case) {
  const [tools, language] = [c.get('tools'), c.get('language')];
  const actor: Complainant = { kind: 'complainant', complaintId: file.id };
  return { c, tools, language, words: wordsIn(language), now: tools.clock.now(), file, actor };
}

async function openedHere(c: WebContext, number: string): Promise<Case | undefined> {
  const { db } = c.get('tools');
  for (const id of openComplaints(c)) {
    const receipt = await receiptOf(db, { caseId: id });
    if (receipt?.trackingNumber === number) return loadCase(db, id);
  }
  return undefined;
}
