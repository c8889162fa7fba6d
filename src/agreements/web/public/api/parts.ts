/** What the calls about agreements share: their parameters, and what is said of what is not there. */
import { z } from '@hono/zod-openapi';
import { dayOf, type Moment } from '../../../../kernel/time.ts';
import { lawBook } from '../../../../law/index.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { problem } from '../../../../platform/http/problem.ts';
import { type Agreement, withoutFocalPoint } from '../../../rules/agreement.ts';
import { bindsOn } from '../../../rules/in-force.ts';
import { warnDaysOn } from '../../../rules/numbers.ts';
import type { AgreementSummary } from '../../../store/register/lists.ts';

export const tags = ['agreements'];
export const FIVE_MINUTES = { 'Cache-Control': 'public, max-age=300' } as const;
export const cursor = z.string().max(400).optional().openapi({ description: '`next` of the page before' });
export const limit = z.coerce.number().int().min(1).max(200).default(50);
export const code = z
  .string()
  .regex(/^[A-Z]{2,4}-\d{4}-\d{4,9}$/)
  .openapi({ example: 'NK-2026-0001' });
export const next = z.string().nullable().openapi({ description: 'Cursor of the next page' });
export const agencyCode = z.string().max(200).openapi({ example: '51.05' });

const ABSENT = {
  id: 'Tidak ada kerja sama yang dapat dibaca umum di sini',
  en: 'There is no agreement here that the public may read',
};
export const NO_AGENCY = { id: 'Tidak ada instansi dengan kode ini', en: 'There is no agency of this code' };
export const absent = (c: WebContext, title = ABSENT) => problem(c, { status: 404, title: title[c.get('language')] }) as never;

/** The address of the next page. */
export function nextLink(c: WebContext, cursorOfNext: string | null): Record<string, string> {
  if (cursorOfNext === null) return {};
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', cursorOfNext);
  return { Link: `<${c.get('tools').settings.baseUrl}${url.pathname}${url.search}>; rel="next"` };
}

export async function addressing(c: WebContext) {
  const tools = c.get('tools');
  const now = tools.clock.now();
  const today = dayOf(now, 'Asia/Jakarta');
  const law = await lawBook(tools, tools.db);
  return { tools, now, law, baseUrl: tools.settings.baseUrl, warnDays: warnDaysOn(law, today), today };
}

/** An agreement as a line of the register. @param departed focal points whose person has left the office, by id */
export const summaryOf = (agreement: Agreement, now: Moment, departed: ReadonlySet<string>): AgreementSummary => {
  const today = dayOf(now, agreement.zone);
  return {
    ...agreement,
    parties: agreement.parties.map(({ name }) => name),
    unwatched: bindsOn(agreement, today) ? withoutFocalPoint(agreement, today, departed).map(({ name }) => name) : [],
  };
};
