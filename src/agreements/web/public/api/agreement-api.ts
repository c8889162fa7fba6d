/** One signed agreement as JSON, and its lines. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { agenciesByIds } from '../../../../directory/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import { answers, apiPart, refused } from '../../../../platform/http/api-parts.ts';
import type { WebEnv } from '../../../../platform/http/env.ts';
import { type Agreement, contactsOn } from '../../../rules/agreement.ts';
import { agreementKind } from '../../../rules/kinds.ts';
import { LIGHTS, lightOf, litDay } from '../../../rules/light.ts';
import { isPromised } from '../../../rules/lines/since-signing.ts';
import { lightRuleOn } from '../../../rules/numbers.ts';
import { fateOf } from '../../../rules/public/fate.ts';
import { isPublic } from '../../../rules/visibility.ts';
import { agreementsAfter, loadAgreement, loadAgreementByCode } from '../../../store/agreements.ts';
import { changedAfterSigning } from '../../../store/lines/changes.ts';
import { byProgramme, programmeProgress } from '../../../store/lines/progress.ts';
import { linesOf } from '../../../store/lines.ts';
import { publicEvidence } from '../../../store/public/evidence.ts';
import { countedFor, promiseLines } from '../../../store/public/promises.ts';
import { departedPoints } from '../../../store/register/focal-points.ts';
import { evaluationsOf } from '../../../store/reviews/evaluations.ts';
import { reviewsOf } from '../../../store/reviews/reviews.ts';
import { absent, addressing, code, cursor, FIVE_MINUTES, limit, next, nextLink, summaryOf, tags } from './parts.ts';
import { ReviewsSchema, reviewsJson } from './review-shapes.ts';
import {
  AgreementSchema,
  EvidenceSchema,
  evidenceJson,
  LineSchema,
  lineJson,
  nextDueJson,
  progressJson,
  summaryJson,
} from './shapes.ts';

const one = createRoute({
  method: 'get',
  path: '/agreements/{code}',
  tags,
  summary: 'One signed agreement: parties, days, signatories by position, and how far it is by programme',
  description: 'An agreement that is not signed and an unknown code give the same answer.',
  request: { params: z.object({ code }) },
  responses: {
    200: answers(AgreementSchema, 'The agreement'),
    404: refused('Nothing the public may read'),
    422: refused('Not a code'),
  },
});

const lines = createRoute({
  method: 'get',
  path: '/agreements/{code}/lines',
  tags,
  summary: 'The lines of a plan: what was promised, by whom, by when, how far, and its light with the cause',
  request: {
    params: z.object({ code }),
    query: z.strictObject({
      programme: z.string().max(60).optional(),
      light: z.enum(LIGHTS).optional(),
      after: z.coerce.number().int().min(0).max(1_000_000).optional().openapi({ description: 'Lines after this number' }),
      limit,
    }),
  },
  responses: {
    200: answers(z.object({ items: z.array(LineSchema), next: z.int().nullable() }), 'Lines in their order'),
    404: refused('Nothing the public may read'),
    422: refused('A parameter is not as described'),
  },
});

const evidence = createRoute({
  method: 'get',
  path: '/agreements/{code}/evidence',
  tags,
  summary: 'Evidence that is open to everyone, of one agreement and of those made under it, the newest first',
  request: { params: z.object({ code }), query: z.strictObject({ cursor, limit }) },
  responses: {
    200: answers(z.object({ items: z.array(EvidenceSchema), next }), 'A page of files'),
    404: refused('Nothing the public may read'),
    422: refused('A parameter is not as described'),
  },
});

const reviews = createRoute({
  method: 'get',
  path: '/agreements/{code}/reviews',
  tags,
  summary:
    'Joint reviews with confirmed minutes, the next meeting, and published yearly evaluations with what each side recommends',
  request: { params: z.object({ code }) },
  responses: {
    200: answers(ReviewsSchema, 'Reviews and evaluations'),
    404: refused('Nothing the public may read'),
    422: refused('Not a code'),
  },
});

/** How many of the next due days are told. */
const NEXT = 10;

export const agreementApi: OpenAPIHono<WebEnv> = apiPart()
  .openapi(one, async (c) => {
    const { tools, now, law, baseUrl, warnDays } = await addressing(c);
    const agreement = await loadAgreementByCode(tools.db, c.req.valid('param').code);
    if (!agreement || !isPublic(agreement)) return absent(c);
    const today = dayOf(now, agreement.zone);
    const after = (await agreementsAfter(tools.db, agreement.id)).filter(isPublic);
    const rule = lightRuleOn(law, today);
    const under = after.filter(({ parentId }) => parentId === agreement.id);
    const agreementIds = [agreement.id, ...under.map(({ id }) => id)];
    const [parent, predecessor, parts, ahead, agencies, departed] = await Promise.all([
      agreement.parentId ? loadAgreement(tools.db, agreement.parentId) : undefined,
      agreement.predecessorId ? loadAgreement(tools.db, agreement.predecessorId) : undefined,
      programmeProgress(tools.db, agreementIds, today, rule),
      promiseLines(tools.db, { agreementIds, fates: ['running'], dueFrom: today }, { today, rule }, { limit: NEXT }),
      agenciesByIds(
        tools.db,
        [...agreement.parties, ...agreement.focalPoints].flatMap(({ agencyId }) => agencyId ?? []),
      ),
      departedPoints(tools.db, agreement.id, today),
    ]);
    const publicCode = (each: Agreement | undefined) => (each && isPublic(each) ? each.code : null);
    return c.json(
      {
        ...summaryJson(summaryOf(agreement, now, departed), { baseUrl, warnDays, today }),
        ...{ purpose: agreement.purpose, basis: agreement.basis, place: agreement.place, evidence: agreement.evidence },
        years:
          agreement.yearFrom === null ? null : { from: agreement.yearFrom, until: agreement.yearUntil ?? agreement.yearFrom },
        partiesInOrder: agreement.parties.map(({ side, name, agencyId, ownNumber }) => ({
          ...{ side, name, ownNumber, agency: (agencyId && agencies.get(agencyId)?.code) || null },
        })),
        signatories: agreement.signatories.map(({ position, capacity, partyId, askedAt, signedAt }) => ({
          ...{ position, capacity, party: agreement.parties.find(({ id }) => id === partyId)?.name ?? null },
          signed: signedAt !== null,
          askedOn: askedAt && dayOf(askedAt, agreement.zone).toString(),
          signedOn: signedAt && dayOf(signedAt, agreement.zone).toString(),
        })),
        source: agreement.source,
        ...{ parent: publicCode(parent), predecessor: publicCode(predecessor) },
        successor: publicCode(after.find(({ predecessorId }) => predecessorId === agreement.id)),
        madeUnderIt: under.map((each) => each.code),
        progress: parts.filter(({ agreementId }) => agreementId === agreement.id).map(progressJson),
        progressUnderIt: byProgramme(parts.filter(({ agreementId }) => agreementId !== agreement.id)).map(progressJson),
        nextDue: ahead.lines.map((each) => nextDueJson(each, baseUrl)),
        focalPoints: agreement.parties.flatMap((party) =>
          contactsOn(agreement, party.id, today, departed).map(({ position, agencyId, officeMail, since }) => ({
            ...{ party: party.name, agency: (agencyId && agencies.get(agencyId)?.code) || null, position },
            ...{ officeMail: officeMail || null, since: since.toString() },
          })),
        ),
      },
      200,
      FIVE_MINUTES,
    );
  })
  .openapi(lines, async (c) => {
    const { tools, now, law, baseUrl } = await addressing(c);
    const agreement = await loadAgreementByCode(tools.db, c.req.valid('param').code);
    if (!agreement || !isPublic(agreement) || !agreementKind(agreement.kind).hasLines) return absent(c);
    const { programme, light, after = 0, limit: most } = c.req.valid('query');
    const today = dayOf(now, agreement.zone);
    const rule = lightRuleOn(law, today);
    const [all, changed] = await Promise.all([linesOf(tools.db, agreement.id), changedAfterSigning(tools.db, agreement.id)]);
    const fitting = all
      .filter((line) => isPromised(line) && line.ordinal > after && (!programme || line.programme === programme))
      .sort((a, b) => a.ordinal - b.ordinal)
      .map((line) => ({ line, lit: lightOf(line, litDay(agreement, today), rule) }))
      .filter(({ line, lit }) => !light || (line.state !== 'dropped' && lit.light === light));
    const shown = fitting.slice(0, most);
    const owners = await agenciesByIds(
      tools.db,
      shown.map(({ line }) => line.owner.agencyId),
    );
    const items = shown.map(({ line, lit }) =>
      lineJson(
        line,
        agreement,
        {
          // What was promised has a fate.
          ...{ lit, fate: fateOf(line, agreement, today) ?? 'withdrawn', isChanged: changed.has(line.id) },
          owner: owners.get(line.owner.agencyId),
        },
        baseUrl,
      ),
    );
    return c.json({ items, next: fitting.length > most ? (shown.at(-1)?.line.ordinal ?? null) : null }, 200, FIVE_MINUTES);
  })
  .openapi(evidence, async (c) => {
    const { tools, baseUrl } = await addressing(c);
    const agreement = await loadAgreementByCode(tools.db, c.req.valid('param').code);
    if (!agreement || !isPublic(agreement)) return absent(c);
    const { cursor: after, limit: most } = c.req.valid('query');
    const scope = { agreementIds: await countedFor(tools.db, agreement.id) };
    const found = await publicEvidence(tools.db, scope, { after, limit: most });
    const items = found.lines.map((each) => evidenceJson(each, baseUrl));
    return c.json({ items, next: found.next }, 200, { ...FIVE_MINUTES, ...nextLink(c, found.next) });
  })
  .openapi(reviews, async (c) => {
    const { tools, now, baseUrl } = await addressing(c);
    const agreement = await loadAgreementByCode(tools.db, c.req.valid('param').code);
    if (!agreement || !isPublic(agreement)) return absent(c);
    const [met, judged] = await Promise.all([reviewsOf(tools.db, agreement.id), evaluationsOf(tools.db, agreement.id)]);
    return c.json(reviewsJson(agreement, met, judged, { baseUrl, today: dayOf(now, agreement.zone) }), 200, FIVE_MINUTES);
  });
