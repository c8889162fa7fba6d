/**
 * Publishing a result, and correcting a published one: the result is frozen as a new version together with what it was computed from,
 * and every shortfall becomes an improvement item.
 *
 * Bargain with callers: the row of the assessment is locked, whoever acts may do so and the stage allows it. The caller writes stage
 * and `published_version` (the version returned here) in one statement afterwards.
 */
import { agenciesByIds, zoneOfRegion } from '../../directory/index.ts';
import { dayOf } from '../../kernel/time.ts';
import { asLimit, dueMoment, lawBook } from '../../law/index.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Tools } from '../../platform/tools.ts';
import { decimalText, rational } from '../rules/rational.ts';
import { shortfallsOf } from '../rules/shortfalls.ts';
import { keepItems, type NewItem } from '../store/items.ts';
import { bodyOf, gatherRawData, resultText, saveRawData } from '../store/raw-data.ts';
import { freezeResult } from '../store/results.ts';
import type { AssessmentTables } from '../store/tables.ts';
import { type Computed, compute } from './compute-results.ts';

export interface Publication {
  readonly assessmentId: string;
  /** Id of the person who publishes. */
  readonly by: string;
  /** Why a published result is corrected; `null` for the first publication. */
  readonly reason: string | null;
  /** Number of the decree it rests on, if there is one. */
  readonly decree: string | null;
}

export interface Published {
  readonly version: number;
  readonly rawSha256: string;
}

/** @throws Error when there is nothing to publish (no score), or a reason where there must be none and the other way round */
export async function publishResult(tools: Tools, tx: Tx, order: Publication): Promise<Published> {
  const tables = tx.withTables<AssessmentTables>();
  const { assessmentId } = order;
  const last = await tables
    .selectFrom('assessments.publications')
    .select((select) => select.fn.max('version').as('version'))
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirst();
  const version = (last?.version ?? 0) + 1;
  if ((version === 1) !== (order.reason === null)) throw new Error('a correction has a reason, a first publication has none');
  const computed = await compute(tools, tx, assessmentId);
  if (computed.score.score === null) throw new Error('there is no score to publish');
  const { instrument, tally } = computed;
  const { body, sha256 } = bodyOf(await gatherRawData(tx, assessmentId, { version, instrument, tally }));
  const at = tools.clock.now();
  await freezeResult(tx, assessmentId, version);
  await tables
    .insertInto('assessments.publications')
    .values({
      assessment_id: assessmentId,
      version,
      published_at: at.toString(),
      published_by: order.by,
      reason: order.reason,
      decree: order.decree,
      raw_sha256: sha256,
    })
    .execute();
  const publishedAt = at.toString({ smallestUnit: 'second' });
  const { reason } = order;
  const { lines } = computed;
  const result = resultText({ kind: 'result', assessment: assessmentId, version, publishedAt, reason, rawSha256: sha256, lines });
  await saveRawData(tx, assessmentId, version, { body, result });
  const items = await keepItems(tx, assessmentId, await itemsFor(tools, tx, assessmentId, computed), at);
  await appendEvents(tools, tx, { kind: 'assessment', id: assessmentId }, [
    {
      type: 'assessment.result-frozen',
      at,
      actor: `person:${order.by}`,
      payload: { version, rawSha256: sha256, score: computed.lines[0]?.score ?? null, items: { ...items } },
    },
  ]);
  return { version, rawSha256: sha256 };
}

/** An item for every indicator that falls short, owned by the office that was measured. */
async function itemsFor(tools: Tools, tx: Tx, assessmentId: string, computed: Computed): Promise<readonly NewItem[]> {
  const tables = tx.withTables<AssessmentTables>();
  const head = await tables
    .selectFrom('assessments.assessments')
    .select(['agency_id', 'region_code'])
    .where('id', '=', assessmentId)
    .executeTakeFirstOrThrow();
  const units = await tables
    .selectFrom('assessments.units')
    .select(['unit_no', 'agency_id'])
    .where('assessment_id', '=', assessmentId)
    .execute();
  const owners = new Map([[0, head.agency_id], ...units.map((unit) => [unit.unit_no, unit.agency_id] as const)]);
  const agencies = await agenciesByIds(tx, owners.values());
  const zone = head.region_code === null ? 'Asia/Jakarta' : zoneOfRegion(head.region_code);
  const book = await lawBook(tools, tx);
  const now = tools.clock.now();
  const limit = asLimit(book.parameter('assessment.improve', dayOf(now, zone)));
  const { dueOn } = dueMoment({ from: now, limit, zone, calendar: book.calendar(head.region_code) });
  return shortfallsOf(computed.instrument, computed.lines).map(({ unitNo, indicator, score }) => {
    const owner = owners.get(unitNo) ?? head.agency_id;
    return {
      id: tools.random.id(),
      unitNo,
      indicator: indicator.code,
      asked: indicator.improvement,
      score: decimalText(rational(score)),
      ownerAgencyId: owner,
      governmentId: agencies.get(owner)?.governmentId ?? head.agency_id,
      dueOn: dueOn.toString(),
    };
  });
}
