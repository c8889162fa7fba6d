/** Who is told what, through the ledger: in the transaction of the step, each person once for each occasion. */
import { holdersOf } from '../../directory/index.ts';
import type { Capability } from '../../kernel/actor.ts';
import { dayOf, type Moment } from '../../kernel/time.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import type { Assessment, Round } from '../rules/assessment.ts';
import { zoneOfAssessment } from './reply-time.ts';

type About = Pick<Assessment, 'id' | 'agencyId' | 'agencyPath' | 'regionCode' | 'units' | 'revision'>;

export interface News {
  readonly purpose: string;
  /** Tells one occasion from another of the same purpose. */
  readonly stage: string;
  readonly dueAt?: Moment | null;
}

export async function tell(
  tools: Tools,
  tx: Tx,
  round: Pick<Round, 'code'>,
  assessment: About,
  personIds: Iterable<string>,
  news: News,
): Promise<void> {
  const due = news.dueAt ? { dueOn: dayOf(news.dueAt, zoneOfAssessment(assessment)).toString() } : {};
  for (const id of new Set(personIds)) {
    await tools.post(tx, {
      purpose: news.purpose,
      object: { kind: 'assessment', id: assessment.id },
      recipient: { kind: 'person', id },
      stage: news.stage,
      details: { round: round.code, assessment: assessment.id, ...due },
    });
  }
}

export function tellAssigned(tools: Tools, tx: Tx, round: Round, assessment: About, personIds: readonly string[]): Promise<void> {
  return tell(tools, tx, round, assessment, personIds, { purpose: 'assessment.assigned', stage: `assigned:${round.revision}` });
}

/** Those who answer for the agency and its units, and, unless only they are asked, its leaders and supervisors. */
export async function assessedSide(
  tools: Tools,
  tx: Tx,
  assessment: About,
  who: 'all' | 'answering' = 'all',
): Promise<ReadonlySet<string>> {
  const day = dayOf(tools.clock.now(), zoneOfAssessment(assessment));
  const at = (agencyId: string, capability: Capability) => holdersOf(tx, agencyId, capability, day);
  const found = new Set<string>();
  // Coordinators and leaders hold their position at the government or at the agency itself, liaison officers at their office.
  for (const id of assessment.agencyPath) {
    for (const person of await at(id, 'assessment.answer')) found.add(person);
    if (who === 'all') for (const person of await at(id, 'assessment.read')) found.add(person);
  }
  for (const unit of assessment.units) for (const person of await at(unit.agencyId, 'assessment.answer')) found.add(person);
  return found;
}
