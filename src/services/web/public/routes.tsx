import { Readable } from 'node:stream';
import { agencyByCode } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import { clientAddress } from '../../../platform/http/client-address.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { exportTable } from '../../actions/export-table.ts';
import { charterById } from '../../store/charters.ts';
import type { ServiceSlots } from '../slots.ts';
import { agencyServices } from './agency-services.tsx';
import { counterSheet, qrCode } from './counter-sheet.tsx';
import { listPage } from './list-page.tsx';
import { servicePage } from './service-page.tsx';

/** What everyone may read of services. Only digits are a number, so that other pages may lie beside it. */
export function mountPublicServices(app: WebRoutes, slots: ServiceSlots): void {
  const one = '/services/:number{[0-9]+}';
  app.get('/services', listPage);
  app.get('/services.csv', publicTable);
  app.get(one, servicePage(slots));
  app.get(`${one}/counter`, counterSheet);
  app.get(`${one}/qr.svg`, (c) => qrCode(c, 'svg'));
  app.get(`${one}/qr.png`, (c) => qrCode(c, 'png'));
  app.get('/services/charters/:id/file', charterFile);
  app.get('/agencies/:code/services', agencyServices);
}

/** Whole tables cost more than pages. */
const TABLES_AN_HOUR = 60;

async function publicTable(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const code = c.req.query('agency');
  const agency = code === undefined ? undefined : await agencyByCode(tools.db, code);
  if (code !== undefined && !agency) return c.notFound();
  const { allowed, retryAfterSeconds } = await allow(tools, {
    bucket: 'services-table',
    key: clientAddress(c),
    limit: TABLES_AN_HOUR,
    windowSeconds: 3600,
    now: tools.clock.now(),
  });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
  const day = dayOf(tools.clock.now(), 'Asia/Jakarta');
  return answerTable(c, exportTable(tools.db, { agencyIds: agency ? [agency.id] : null, reader: 'public', day }), 'layanan');
}

export function answerTable(c: WebContext, stream: Readable, name: string): Response {
  return c.body(Readable.toWeb(stream) as unknown as ReadableStream, 200, {
    'Content-Type': 'text/csv; charset=UTF-8',
    'Content-Disposition': `attachment; filename="${name}.csv"`,
    'Cache-Control': 'private, no-store',
  });
}

/** The scan of a maklumat that was published; a draft's is for the office. */
async function charterFile(c: WebContext): Promise<Response> {
  const tools = c.get('tools');
  const charter = await charterById(tools.db, c.req.param('id') ?? '');
  if (!charter?.file || charter.state === 'draft') return c.notFound();
  const { key, mediaType, size, extension } = charter.file;
  return answerFile(c, { stream: await openFile(tools, key), mediaType, size, name: `maklumat${extension}`, inline: true });
}
