/**
 * Opening a case: takes its number, starts its first stage's clock, writes row and events. Every way in (a complaint brought over, the web form,
 * the counter, own initiative, a consultation that became a report) ends here. Identity is sealed by the caller in the same transaction, under
 * the id returned.
 */
import { agencyById, zoneOfRegion } from '../../directory/index.ts';
import type { Actor } from '../../kernel/actor.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { type CaseRuleSet, lawBook, startClock } from '../../law/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { AccessKind, Case, CaseChannel, RapidCriterion, Respondent } from '../rules/case.ts';
import { type CaseEvent, decision, type Entry } from '../rules/decision.ts';
import { FIRST_STAGE, STAGE_DEADLINES } from '../rules/stage-deadlines.ts';
import { takeNumber } from '../store/numbers.ts';
import { insertCase } from '../store/save.ts';
import { surroundingsOf } from './surroundings.ts';

export interface RespondentOrder {
  readonly agencyId: string;
  /** Jabatan in words; empty = the agency's head. */
  readonly position: string;
  readonly superiorAgencyId?: string | null;
  readonly superiorPosition?: string;
}

export interface OpeningOrder {
  readonly access: AccessKind;
  readonly channel: CaseChannel;
  /** The Ombudsman's office that takes it (`ombudsmanOfficeFor`). */
  readonly officeId: string;
  /** The day it was received; today when left out. */
  readonly receivedOn?: Day;
  readonly registeredByPersonId?: string | null;
  readonly complaintId?: string | null;
  readonly reviewId?: string | null;
  readonly continuesId?: string | null;
  readonly secret: boolean;
  readonly tip: boolean;
  /** Working text: already masked when the identity is secret. */
  readonly title: string;
  readonly account: string;
  readonly loss?: string | null;
  readonly wish?: string | null;
  readonly occurredOn?: Day | null;
  readonly regionCode: string | null;
  readonly categoryCode?: string | null;
  readonly serviceId?: string | null;
  readonly rapidCriteria?: readonly RapidCriterion[];
  readonly respondents: readonly RespondentOrder[];
  readonly events?: readonly CaseEvent[];
  readonly entries?: readonly Omit<Entry, 'id'>[];
  readonly isExample?: boolean;
}

/** The series in a case's number; a copied letter is a "tembusan". */
const SERIES: Readonly<Record<AccessKind, string>> = { LM: 'LM', RCO: 'RCO', IAPS: 'IAPS', KNL: 'KNL', COPY: 'TBS' };

/** @throws when an agency or the office does not exist, or a rapid response has no criterion: callers have checked what people typed */
export async function openCase(tools: Tools, tx: Tx, actor: Actor, order: OpeningOrder): Promise<Case> {
  if (order.access === 'RCO' && !order.rapidCriteria?.length) throw new TypeError('a rapid response needs a criterion');
  const office = await agencyById(tx, order.officeId);
  if (!office) throw new TypeError('the case has no office');
  const at = tools.clock.now();
  const place = order.regionCode ?? office.regionCode;
  // What concerns the whole country is reckoned where the head of the Ombudsman sits.
  const zone = place === null ? 'Asia/Jakarta' : zoneOfRegion(place);
  const today = dayOf(at, zone);
  const book = await lawBook(tools, tx);
  const ruleSet = book.ruleSetAt(today, 'case.rule-set') as CaseRuleSet;
  const { law, times } = surroundingsOf(book, { ruleSet, registeredAt: at, zone, regionCode: order.regionCode });
  const respondents: Respondent[] = [];
  for (const each of order.respondents) respondents.push(await respondentOf(tools, tx, each));
  const stage = FIRST_STAGE[order.access];
  const deadline = STAGE_DEADLINES[stage];
  const { number } = await takeNumber(tx, { office, series: SERIES[order.access], on: today });
  const file: Case = {
    id: tools.random.id(),
    number,
    version: 1,
    access: order.access,
    ruleSet,
    stage,
    resumeStage: null,
    officeId: office.id,
    officePath: office.path,
    registeredAt: at,
    receivedOn: order.receivedOn ?? today,
    channel: order.channel,
    registeredByPersonId: order.registeredByPersonId ?? null,
    complaintId: order.complaintId ?? null,
    reviewId: order.reviewId ?? null,
    continuesId: order.continuesId ?? null,
    secret: order.secret,
    tip: order.tip,
    title: order.title,
    account: order.account,
    loss: order.loss ?? null,
    wish: order.wish ?? null,
    occurredOn: order.occurredOn ?? null,
    regionCode: order.regionCode,
    zone,
    categoryCode: order.categoryCode ?? null,
    serviceId: order.serviceId ?? null,
    rapidCriteria: order.rapidCriteria ?? [],
    respondents,
    team: [],
    exclusions: [],
    clocks: 'rule' in deadline ? [startClock(tools.random.id(), 'stage', null, deadline.rule, at, law)] : [],
    conclusion: null,
    outcome: null,
    closedAt: null,
    isExample: order.isExample ?? false,
  };
  const opened: CaseEvent = {
    type: 'registered',
    payload: {
      number,
      access: order.access,
      ruleSet,
      channel: order.channel,
      stage,
      office: office.id,
      secret: order.secret,
      tip: order.tip,
    },
  };
  const entries = (order.entries ?? []).map((entry) => ({ ...entry, id: tools.random.id() }));
  const first = decision(file, { events: [opened, ...(order.events ?? [])], entries });
  await insertCase(tools, tx, first.value, { at, actor, times });
  return file;
}

/** A respondent as it is kept: where its agency stands today, and its superior (the agency above it when none was named). */
export async function respondentOf(tools: Tools, tx: Tx, order: RespondentOrder): Promise<Respondent> {
  const agency = await agencyById(tx, order.agencyId);
  if (!agency) throw new TypeError('the respondent is no agency');
  return {
    id: tools.random.id(),
    agencyId: agency.id,
    governmentId: agency.governmentId,
    agencyPath: agency.path,
    position: order.position.trim() || `Kepala ${agency.name}`,
    superiorAgencyId: order.superiorAgencyId ?? agency.path.at(-2) ?? null,
    superiorPosition: order.superiorPosition?.trim() ?? '',
    addedAt: tools.clock.now(),
    removedAt: null,
  };
}
