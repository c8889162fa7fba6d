/** One government or office as JSON. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { agencyByCode } from '../../../../directory/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import { answers, apiPart, refused } from '../../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../../platform/http/env.ts';
import { bindsOn } from '../../../rules/in-force.ts';
import { agreementKind } from '../../../rules/kinds.ts';
import { lightRuleOn, warnDaysOn } from '../../../rules/numbers.ts';
import { coverSpells, ofGovernment, spellOn, uncoveredUntil } from '../../../rules/public/cover.ts';
import { byProgramme, programmeProgress } from '../../../store/lines/progress.ts';
import { publicEvidence } from '../../../store/public/evidence.ts';
import { agreementsOfAgency, promiseLines, promisesOf } from '../../../store/public/promises.ts';
import { departedAmong } from '../../../store/register/focal-points.ts';
import { isOneOfThem, zoneOf } from '../opened-government.ts';
import {
  absent,
  addressing,
  agencyCode,
  cursor,
  FIVE_MINUTES,
  limit,
  NO_AGENCY,
  next,
  nextLink,
  summaryOf,
  tags,
} from './parts.ts';
import {
  EvidenceSchema,
  evidenceJson,
  GovernmentSchema,
  nextDueJson,
  progressJson,
  promisesJson,
  summaryJson,
} from './shapes.ts';

const government = createRoute({
  method: 'get',
  path: '/agreements/governments/{agency}',
  tags,
  summary: 'One government or office: every agreement past and present, days not covered, and what became of its promises',
  request: { params: z.object({ agency: agencyCode }) },
  responses: {
    200: answers(GovernmentSchema, 'Its agreements and promises'),
    404: refused('No such agency'),
    422: refused('Not a code'),
  },
});

const evidence = createRoute({
  method: 'get',
  path: '/agreements/governments/{agency}/evidence',
  tags,
  summary: 'Evidence of one government or office that is open to everyone, the newest first',
  request: { params: z.object({ agency: agencyCode }), query: z.strictObject({ cursor, limit }) },
  responses: {
    200: answers(z.object({ items: z.array(EvidenceSchema), next }), 'A page of files'),
    404: refused('No such agency'),
    422: refused('A parameter is not as described'),
  },
});

/** How many of the next due days are told. */
const NEXT = 10;

export const governmentApi: OpenAPIHono<WebEnv> = apiPart()
  .openapi(government, async (c) => {
    const { tools, now, law, baseUrl } = await addressing(c);
    const agency = await agencyByCode(tools.db, c.req.valid('param').agency);
    if (!agency || !isOneOfThem(agency)) return absent(c, NO_AGENCY);
    const today = dayOf(now, zoneOf(agency));
    const warnDays = warnDaysOn(law, today);
    const [all, promises] = await Promise.all([
      agreementsOfAgency(tools.db, agency.id),
      promisesOf(tools.db, { agencyId: agency.id }, today),
    ]);
    const departed = await departedAmong(
      tools.db,
      all.map(({ id }) => id),
      now,
    );
    const rule = lightRuleOn(law, today);
    const plans = (agency.governmentId === agency.id ? all : await agreementsOfAgency(tools.db, agency.governmentId))
      .filter((each) => agreementKind(each.kind).hasLines && bindsOn(each, today))
      .map(({ id }) => id);
    const [parts, ahead] = await Promise.all([
      programmeProgress(tools.db, plans, today, rule, agency.id),
      promiseLines(
        tools.db,
        { agencyId: agency.id, bindingOn: today, fates: ['running'], dueFrom: today },
        { today, rule },
        { limit: NEXT },
      ),
    ]);
    const covering = ofGovernment(all, agency.id);
    const spells = coverSpells(covering);
    return c.json(
      {
        agency: { code: agency.code, name: agency.name, kind: agency.kind, region: agency.regionCode },
        coveredToday: spellOn(spells, today) !== undefined,
        covered: spells.map(({ from, until }) => ({ from: from.toString(), until: until?.toString() ?? null })),
        uncovered: uncoveredUntil(covering, today).map((gap) => ({
          from: gap.from.toString(),
          until: gap.until.toString(),
          days: gap.days,
        })),
        promises: promisesJson(promises),
        progress: byProgramme(parts).map(progressJson),
        nextDue: ahead.lines.map((each) => nextDueJson(each, baseUrl)),
        agreements: all.map((each) => summaryJson(summaryOf(each, now, departed), { baseUrl, warnDays, today })),
      },
      200,
      FIVE_MINUTES,
    );
  })
  .openapi(evidence, async (c) => {
    const { tools, baseUrl } = await addressing(c);
    const agency = await agencyByCode(tools.db, c.req.valid('param').agency);
    if (!agency || !isOneOfThem(agency)) return absent(c, NO_AGENCY);
    const { cursor: after, limit: most } = c.req.valid('query');
    const found = await publicEvidence(tools.db, { agencyId: agency.id }, { after, limit: most });
    const items = found.lines.map((each) => evidenceJson(each, baseUrl));
    return c.json({ items, next: found.next }, 200, { ...FIVE_MINUTES, ...nextLink(c, found.next) });
  });
