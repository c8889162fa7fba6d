/** From answers that are right to the orders of the actions. */
import { seeOther } from '../../../design/index.ts';
import { agencyByCode, agencyById, isRegionCode, ombudsmanOfficeFor } from '../../../directory/index.ts';
import { checkContact, checkParticulars, type IdCopy } from '../../../identity/index.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { type AppealOrder, bringComplaint } from '../../actions/intake/bring-complaint.ts';
import { bringReport, type ReportOrder } from '../../actions/intake/bring-report.ts';
import { asAccepted, type IntakeDraft, type IntakeFile, intakeSecret } from '../../actions/intake/keep-intake.ts';
import { RAPID_CRITERIA } from '../../rules/case.ts';
import { type Answers, accessOf, type DeskChannel, kindOf, UNKNOWN_AGENCY } from '../../rules/intake/answers.ts';
import { cleanLine, cleanText, dayOfParts } from '../../rules/intake/check-answers.ts';
import { type ConsentText, RECORDED_CONSENT } from '../../rules/intake/consent.ts';
import { CASE_REFUSALS, type CaseRefusal } from '../../rules/refusals.ts';
import { closeIntake, type OpenIntake } from './open-intake.ts';
import { particularsInput, todayOf } from './reading.ts';
import type { IntakeSite } from './site.ts';

export interface Refused {
  readonly message: string;
  readonly status: number;
}

export async function submit(
  site: IntakeSite,
  opened: OpenIntake,
  consent: ConsentText | undefined,
): Promise<Response | Refused> {
  return site.own ? submitAppeal(site, opened, consent ?? RECORDED_CONSENT) : submitReport(site, opened, consent);
}

function refused(site: IntakeSite, refusal: CaseRefusal): Refused {
  const { kind, ...text } = CASE_REFUSALS[refusal];
  return { message: text[site.language], status: refusalStatus(kind) };
}

const orNull = (text: string): string | null => (text === '' ? null : text);
const said = (typed: string): boolean | null => (typed === 'yes' ? true : typed === 'no' ? false : null);

function shown(site: IntakeSite, { version, text }: ConsentText) {
  return { version, language: site.language, text: text[site.language] };
}

function idCopyOf(file: IntakeFile | null): IdCopy | undefined {
  return file ? { storeKey: file.storeKey, mediaType: file.mediaType, bytes: file.bytes, sha256: file.sha256 } : undefined;
}

function particularsOf(site: IntakeSite, answers: Answers) {
  const checked = checkParticulars(particularsInput(answers), { complete: false, today: todayOf(site) });
  return checked.ok ? checked.value : undefined;
}

function contactOf({ language }: IntakeSite, { name, email, phone }: Answers) {
  const checked = checkContact({ name, email, phone, language });
  return checked.ok ? checked.value : undefined;
}

async function submitAppeal(site: IntakeSite, opened: OpenIntake, consent: ConsentText): Promise<Response | Refused> {
  const { tools, words, own } = site;
  if (!own) throw new Error('an appeal without its complaint');
  const { answers, idCopy } = opened.kept.draft;
  const kind = kindOf(answers);
  const takesIdentity = kind === 'report';
  const order: AppealOrder = {
    kind: kind === 'copy' ? 'tip' : kind,
    loss: orNull(cleanText(answers.loss)),
    wish: orNull(cleanText(answers.wish)),
    beforeCourt: said(answers.court),
    reportedBefore: said(answers.reported),
    secret: answers.secret === 'yes',
    contact: takesIdentity ? contactOf(site, answers) : undefined,
    particulars: takesIdentity ? particularsOf(site, answers) : undefined,
    idCopy: takesIdentity ? idCopyOf(idCopy) : undefined,
    consent: shown(site, consent),
    draft: opened.kept.sealed,
  };
  const done = await bringComplaint(tools, own.actor, order);
  if (!done.ok) return refused(site, done.refusal);
  closeIntake(site, opened.secret, false);
  return seeOther(site.c, own.path, words.appeal.done(done.value.file.number));
}

async function submitReport(site: IntakeSite, opened: OpenIntake, consent: ConsentText | undefined): Promise<Response | Refused> {
  const { tools, c, base } = site;
  const actor: Actor = site.officer ?? { kind: 'visitor' };
  const order = await reportOrder(site, opened, consent ?? RECORDED_CONSENT);
  const secret = intakeSecret(tools, opened.secret);
  const done = await bringReport(tools, actor, order, secret);
  if (!done.ok) return refused(site, done.refusal);
  closeIntake(site, opened.secret, true);
  return c.redirect(`${base}/receipt`, 303);
}

async function reportOrder(site: IntakeSite, opened: OpenIntake, consent: ConsentText): Promise<ReportOrder> {
  const { draft, sealed } = opened.kept;
  const { answers } = draft;
  const kind = kindOf(answers);
  const isDesk = site.mode === 'desk';
  const access = accessOf(answers, site.mode);
  const regionCode = isRegionCode(answers.region) ? answers.region : null;
  const agency =
    answers.agency === UNKNOWN_AGENCY || kind === 'consultation' ? undefined : await agencyByCode(site.tools.db, answers.agency);
  const identified = kind === 'report' || kind === 'copy' || kind === 'consultation';
  const received = dayOfParts(answers.receivedDay, answers.receivedMonth, answers.receivedYear);
  const isAdvised = isDesk && kind === 'consultation' && answers.done !== 'no';
  return {
    access,
    channel: isDesk ? (kind === 'copy' ? 'copy' : (answers.channel as DeskChannel)) : 'web',
    officeId: isDesk ? answers.office : await officeOf(site, regionCode, agency?.id),
    receivedOn: isDesk ? (received ?? undefined) : undefined,
    title: cleanLine(answers.title),
    account: cleanText(answers.account),
    loss: orNull(cleanText(answers.loss)),
    wish: orNull(cleanText(answers.wish)),
    place: orNull(cleanLine(answers.place)),
    occurredOn: dayOfParts(answers.day, answers.month, answers.year) ?? null,
    regionCode,
    agencyId: agency?.id ?? null,
    respondentNamed: kind === 'consultation' ? null : orNull(cleanLine(answers.respondent)),
    complained: kind === 'report' ? said(answers.complained) : null,
    complainedHow: kind === 'report' && answers.complained === 'yes' ? orNull(cleanText(answers.complainedHow)) : null,
    beforeCourt: kind === 'report' ? said(answers.court) : null,
    reportedBefore: kind === 'report' ? said(answers.reported) : null,
    // Nobody who asks for advice or sends a tip need be known to the agency they speak of.
    secret: kind === 'report' ? answers.secret === 'yes' : kind !== 'copy',
    tip: kind === 'tip',
    contact: identified ? contactOf(site, answers) : undefined,
    particulars: kind === 'report' ? particularsOf(site, answers) : undefined,
    idCopy: kind === 'report' ? idCopyOf(draft.idCopy) : undefined,
    consent: shown(site, consent),
    files: filesOf(draft),
    rapidCriteria: access === 'RCO' ? RAPID_CRITERIA.filter((criterion) => answers[criterion] === 'yes') : [],
    rapidReason: access === 'RCO' ? orNull(cleanText(answers.rapidReason)) : null,
    advice: isAdvised ? orNull(cleanText(answers.advice)) : null,
    continuesId: orNull(draft.continuesId),
    draft: sealed,
  };
}

/** Of a tip only pictures: they were made anew, any other file may name its author. */
function filesOf(draft: IntakeDraft) {
  return draft.files.filter((file) => kindOf(draft.answers) !== 'tip' || file.isImage).map(asAccepted);
}

/** The office that serves the place, else the one that serves the agency's place. */
async function officeOf({ tools }: IntakeSite, regionCode: string | null, agencyId: string | undefined): Promise<string> {
  const agency = regionCode === null && agencyId !== undefined ? await agencyById(tools.db, agencyId) : undefined;
  return (await ombudsmanOfficeFor(tools.db, regionCode ?? agency?.regionCode ?? null)).id;
}
