/** Signed agreements as JSON: the register, one of them, its lines, one government, data-sharing grants and whether they cover an ask. Open to everyone. */
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { agenciesByIds, agencyByCode, regionByCode } from '../../../../directory/index.ts';
import { dayOf, Temporal } from '../../../../kernel/time.ts';
import { lawBook } from '../../../../law/index.ts';
import { answers, apiPart, refused } from '../../../../platform/http/api-parts.ts';
import type { WebContext, WebEnv } from '../../../../platform/http/env.ts';
import { problem } from '../../../../platform/http/problem.ts';
import type { Agreement } from '../../../rules/agreement.ts';
import { withoutFocalPoint } from '../../../rules/agreement.ts';
import { grantCovers, UNCOVERED } from '../../../rules/grants/covers.ts';
import { PURPOSES, type Purpose } from '../../../rules/grants/terms.ts';
import { bindsOn } from '../../../rules/in-force.ts';
import { agreementKind, KINDS } from '../../../rules/kinds.ts';
import { LIGHTS, lightOf } from '../../../rules/light.ts';
import { lightRuleOn, warnDaysOn } from '../../../rules/numbers.ts';
import { coverSpells, spellOn, uncoveredUntil } from '../../../rules/public/cover.ts';
import { isPublic } from '../../../rules/visibility.ts';
import { agreementsAfter, loadAgreement, loadAgreementByCode } from '../../../store/agreements.ts';
import { publicGrants } from '../../../store/grants/lists.ts';
import { programmeProgress } from '../../../store/lines/progress.ts';
import { linesOf } from '../../../store/lines.ts';
import { agreementsOfAgency, promisesOf } from '../../../store/public/promises.ts';
import { PUBLIC_STANDINGS, publicAgreements } from '../../../store/public/register.ts';
import type { AgreementSummary } from '../../../store/register/lists.ts';
import { dataSetText } from '../../grants/telling.tsx';
import { zoneOf } from '../opened-government.ts';
import {
  AgreementSchema,
  GovernmentSchema,
  GrantSchema,
  grantJson,
  LineSchema,
  lineJson,
  progressJson,
  promisesJson,
  SummarySchema,
  summaryJson,
} from './shapes.ts';

const tags = ['agreements'];
const FIVE_MINUTES = { 'Cache-Control': 'public, max-age=300' } as const;
const cursor = z.string().max(400).optional().openapi({ description: '`next` of the page before' });
const limit = z.coerce.number().int().min(1).max(200).default(50);
const code = z
  .string()
  .regex(/^[A-Z]{2,4}-\d{4}-\d{4,9}$/)
  .openapi({ example: 'NK-2026-0001' });
const next = z.string().nullable().openapi({ description: 'Cursor of the next page' });
const agencyCode = z.string().max(200).openapi({ example: '51.05' });

const register = createRoute({
  method: 'get',
  path: '/agreements',
  tags,
  summary: 'Signed agreements, the newest first',
  request: {
    query: z.strictObject({
      q: z.string().max(200).optional().openapi({ description: 'Words of title and purpose, a code, or a party' }),
      kind: z.enum(KINDS).optional(),
      standing: z.enum(PUBLIC_STANDINGS).optional(),
      programme: z.string().max(60).optional(),
      region: z
        .string()
        .max(20)
        .optional()
        .openapi({ description: 'Code: governments of this region and all in it', example: '51' }),
      agency: agencyCode.optional().openapi({ description: 'A party, or the government a party belongs to' }),
      year: z.coerce.number().int().min(1900).max(2199).optional().openapi({ description: 'Year of signing' }),
      cursor,
      limit,
    }),
  },
  responses: {
    200: answers(z.object({ items: z.array(SummarySchema), next }), 'A page of agreements'),
    422: refused('A parameter is not as described'),
  },
});

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

const grants = createRoute({
  method: 'get',
  path: '/agreements/grants',
  tags,
  summary: 'Agreed data-sharing grants of signed agreements, the newest first',
  request: {
    query: z.strictObject({
      set: z.string().max(100).optional().openapi({ description: 'Code of the data set', example: 'complaints' }),
      agency: agencyCode.optional().openapi({ description: 'Gives or receives, with everything below it' }),
      inForce: z.enum(['yes']).optional().openapi({ description: 'Only those in force today' }),
      cursor,
      limit,
    }),
  },
  responses: {
    200: answers(z.object({ items: z.array(GrantSchema), next }), 'A page of grants'),
    422: refused('A parameter is not as described'),
  },
});

const covered = createRoute({
  method: 'get',
  path: '/agreements/grants/covers',
  tags,
  summary: 'Whether an agreed grant covers this: set, fields, giver, recipient, purpose and day',
  description: 'The question the exchange asks before anything leaves. All of it must be covered by one grant in force.',
  request: {
    query: z.strictObject({
      set: z.string().max(100),
      fields: z.string().min(1).max(2000).openapi({ description: 'Codes of fields, with commas', example: 'class,status' }),
      giver: agencyCode.openapi({ description: 'Code of the agency that holds the data' }),
      recipient: agencyCode.openapi({ description: 'Code of the agency that asks', example: 'ori.bali' }),
      purpose: z.enum(Object.keys(PURPOSES) as [Purpose, ...Purpose[]]),
      day: z.iso.date().optional().openapi({ description: 'Today when it is left out' }),
    }),
  },
  responses: {
    200: answers(
      z.object({
        covered: z.boolean(),
        reason: z.enum(UNCOVERED).nullable(),
        missingFields: z.array(z.string()),
        grant: z
          .object({ agreement: z.string(), number: z.int() })
          .nullable()
          .openapi({ description: 'What it rests on, or what came nearest' }),
      }),
      'The answer',
    ),
    404: refused('No such agency'),
    422: refused('A parameter is not as described'),
  },
});

const ABSENT = {
  id: 'Tidak ada kerja sama yang dapat dibaca umum di sini',
  en: 'There is no agreement here that the public may read',
};
const NO_AGENCY = { id: 'Tidak ada instansi dengan kode ini', en: 'There is no agency of this code' };
const absent = (c: WebContext, title = ABSENT) => problem(c, { status: 404, title: title[c.get('language')] }) as never;

/** The address of the next page. */
function nextLink(c: WebContext, cursorOfNext: string | null): Record<string, string> {
  if (cursorOfNext === null) return {};
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', cursorOfNext);
  return { Link: `<${c.get('tools').settings.baseUrl}${url.pathname}${url.search}>; rel="next"` };
}

async function addressing(c: WebContext) {
  const tools = c.get('tools');
  const now = tools.clock.now();
  const today = dayOf(now, 'Asia/Jakarta');
  const law = await lawBook(tools, tools.db);
  return { tools, now, law, baseUrl: tools.settings.baseUrl, warnDays: warnDaysOn(law, today), today };
}

const summaryOf = (agreement: Agreement, now: Temporal.Instant): AgreementSummary => {
  const today = dayOf(now, agreement.zone);
  return {
    ...agreement,
    parties: agreement.parties.map(({ name }) => name),
    unwatched: bindsOn(agreement, today) ? withoutFocalPoint(agreement, today).map(({ name }) => name) : [],
  };
};

export const agreementsApi: OpenAPIHono<WebEnv> = apiPart()
  .openapi(register, async (c) => {
    const { tools, now, baseUrl, warnDays } = await addressing(c);
    const asked = c.req.valid('query');
    const nothing = () => c.json({ items: [], next: null }, 200, FIVE_MINUTES);
    const agency = asked.agency === undefined ? undefined : await agencyByCode(tools.db, asked.agency);
    if (asked.agency !== undefined && !agency) return nothing();
    if (asked.region !== undefined && !(await regionByCode(tools.db, asked.region))) return nothing();
    const filter = {
      ...{ kind: asked.kind, standing: asked.standing, programme: asked.programme, regionCode: asked.region },
      ...{ partyId: agency?.id, year: asked.year, words: asked.q?.trim() || undefined },
    };
    const found = await publicAgreements(tools.db, filter, { now, warnDays }, { after: asked.cursor, limit: asked.limit });
    const items = found.lines.map((line) => summaryJson(line, { baseUrl, warnDays, today: dayOf(now, line.zone) }));
    return c.json({ items, next: found.next }, 200, { ...FIVE_MINUTES, ...nextLink(c, found.next) });
  })
  .openapi(grants, async (c) => {
    const { tools, baseUrl, today, now } = await addressing(c);
    const asked = c.req.valid('query');
    const agency = asked.agency === undefined ? undefined : await agencyByCode(tools.db, asked.agency);
    if (asked.agency !== undefined && !agency) return c.json({ items: [], next: null }, 200, FIVE_MINUTES);
    const filter = {
      ...(asked.set === undefined ? {} : { dataSet: asked.set }),
      ...(agency ? { agencyId: agency.id } : {}),
      ...(asked.inForce ? { inForceOn: today } : {}),
    };
    const found = await publicGrants(tools.db, filter, { after: asked.cursor, limit: asked.limit });
    const items = found.lines.map(({ grant, agreement }) =>
      grantJson(grant, agreement, { baseUrl, today: dayOf(now, agreement.zone) }, dataSetText(grant, c.get('language'))),
    );
    return c.json({ items, next: found.next }, 200, { ...FIVE_MINUTES, ...nextLink(c, found.next) });
  })
  .openapi(covered, async (c) => {
    const { tools, today } = await addressing(c);
    const asked = c.req.valid('query');
    const giver = await agencyByCode(tools.db, asked.giver);
    const recipient = await agencyByCode(tools.db, asked.recipient);
    if (!giver || !recipient) return absent(c, NO_AGENCY);
    const known = (await publicGrants(tools.db, { dataSet: asked.set }, { limit: 500 })).lines;
    const fields = [...new Set(asked.fields.split(',').map((one) => one.trim()))].filter(Boolean);
    const answer = grantCovers(known, {
      ...{ dataSet: asked.set, fields, giverPath: giver.path, recipientId: recipient.id, purpose: asked.purpose },
      day: asked.day === undefined ? today : Temporal.PlainDate.from(asked.day),
    });
    const under = answer.covered ? answer.by : answer.nearest;
    return c.json(
      {
        covered: answer.covered,
        reason: answer.covered ? null : answer.reason,
        missingFields: answer.covered ? [] : [...answer.missing],
        grant: under && { agreement: under.agreement.code, number: under.grant.ordinal },
      },
      200,
      { 'Cache-Control': 'no-store' },
    );
  })
  .openapi(government, async (c) => {
    const { tools, now, law, baseUrl } = await addressing(c);
    const agency = await agencyByCode(tools.db, c.req.valid('param').agency);
    if (!agency || agency.kind === 'ombudsman' || agency.kind === 'ombudsman-office') return absent(c, NO_AGENCY);
    const today = dayOf(now, zoneOf(agency));
    const warnDays = warnDaysOn(law, today);
    const [all, promises] = await Promise.all([
      agreementsOfAgency(tools.db, agency.id),
      promisesOf(tools.db, { agencyId: agency.id }, today),
    ]);
    const spells = coverSpells(all);
    return c.json(
      {
        agency: { code: agency.code, name: agency.name, kind: agency.kind, region: agency.regionCode },
        coveredToday: spellOn(spells, today) !== undefined,
        covered: spells.map(({ from, until }) => ({ from: from.toString(), until: until?.toString() ?? null })),
        uncovered: uncoveredUntil(all, today).map((gap) => ({
          from: gap.from.toString(),
          until: gap.until.toString(),
          days: gap.days,
        })),
        promises: promisesJson(promises),
        agreements: all.map((each) => summaryJson(summaryOf(each, now), { baseUrl, warnDays, today })),
      },
      200,
      FIVE_MINUTES,
    );
  })
  .openapi(one, async (c) => {
    const { tools, now, law, baseUrl, warnDays } = await addressing(c);
    const agreement = await loadAgreementByCode(tools.db, c.req.valid('param').code);
    if (!agreement || !isPublic(agreement)) return absent(c);
    const today = dayOf(now, agreement.zone);
    const after = (await agreementsAfter(tools.db, agreement.id)).filter(isPublic);
    const [parent, predecessor, parts, agencies] = await Promise.all([
      agreement.parentId ? loadAgreement(tools.db, agreement.parentId) : undefined,
      agreement.predecessorId ? loadAgreement(tools.db, agreement.predecessorId) : undefined,
      programmeProgress(tools.db, [agreement.id], today, lightRuleOn(law, today)),
      agenciesByIds(
        tools.db,
        agreement.parties.flatMap(({ agencyId }) => agencyId ?? []),
      ),
    ]);
    const publicCode = (each: Agreement | undefined) => (each && isPublic(each) ? each.code : null);
    return c.json(
      {
        ...summaryJson(summaryOf(agreement, now), { baseUrl, warnDays, today }),
        ...{ purpose: agreement.purpose, basis: agreement.basis, place: agreement.place, evidence: agreement.evidence },
        years:
          agreement.yearFrom === null ? null : { from: agreement.yearFrom, until: agreement.yearUntil ?? agreement.yearFrom },
        partiesInOrder: agreement.parties.map(({ side, name, agencyId, ownNumber }) => ({
          ...{ side, name, ownNumber, agency: (agencyId && agencies.get(agencyId)?.code) || null },
        })),
        signatories: agreement.signatories.map(({ position, capacity, partyId, signedAt, declinedAt }) => ({
          ...{ position, capacity, party: agreement.parties.find(({ id }) => id === partyId)?.name ?? null },
          ...{ signed: signedAt !== null, declined: declinedAt !== null },
        })),
        source: agreement.source,
        ...{ parent: publicCode(parent), predecessor: publicCode(predecessor) },
        successor: publicCode(after.find(({ predecessorId }) => predecessorId === agreement.id)),
        madeUnderIt: after.filter(({ parentId }) => parentId === agreement.id).map((each) => each.code),
        progress: parts.map(progressJson),
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
    const fitting = (await linesOf(tools.db, agreement.id))
      .filter(({ state, ordinal }) => state !== 'dropped' && ordinal > after)
      .sort((a, b) => a.ordinal - b.ordinal)
      .map((line) => ({ line, lit: lightOf(line, today, rule) }))
      .filter(({ line, lit }) => (!programme || line.programme === programme) && (!light || lit.light === light));
    const shown = fitting.slice(0, most);
    const owners = await agenciesByIds(
      tools.db,
      shown.map(({ line }) => line.owner.agencyId),
    );
    const items = shown.map(({ line, lit }) => lineJson(line, agreement, lit, owners.get(line.owner.agencyId), baseUrl));
    const last = shown.at(-1)?.line.ordinal ?? null;
    return c.json({ items, next: fitting.length > most ? last : null }, 200, FIVE_MINUTES);
  });
