/** The plan as a file: to fill in, as it was uploaded, and with notes at what is to be mended. Whoever prepares or carries out the plan has them. */
import { Readable } from 'node:stream';
import { LANGUAGES, type Language } from '../../../kernel/language.ts';
import { openFile } from '../../../platform/files/take-file.ts';
import { answerFile } from '../../../platform/http/answer-file.ts';
import { allow } from '../../../platform/http/rate-limit.ts';
import { RefusedRequest } from '../../../platform/http/refused-request.ts';
import { XLSX_MEDIA_TYPE } from '../../../platform/tables/xlsx.ts';
import { handOut } from '../../actions/tables/hand-out.ts';
import { markedTable } from '../../actions/tables/mark-table.ts';
import { mayOpenTable } from '../../actions/tables/open-table.ts';
import { agreementKind } from '../../rules/kinds.ts';
import { loadImport } from '../../store/tables/imports.ts';
import type { ImportFormat } from '../../store/tables/tables.ts';
import { type OpenedAgreement, onAgreement } from '../opened.tsx';

const MEDIA_TYPES: Readonly<Record<ImportFormat, string>> = { xlsx: XLSX_MEDIA_TYPE, csv: 'text/csv; charset=UTF-8' };
const DOWNLOADS_AN_HOUR = 120;

export const planFile = (format: ImportFormat) =>
  onAgreement(async (opened) => {
    const { c, tools, agreement, language, today } = opened;
    if (!agreementKind(agreement.kind).hasLines) return c.notFound();
    await unlessTooOften(opened);
    const asked = c.req.query('headings');
    const headings = LANGUAGES.find((each) => each === asked) ?? language;
    const bytes = await handOut(tools, agreement, format, headings);
    return answer(opened, bytes, format, `${agreement.code}-${today}`);
  });

export const originalFile = onAgreement(async (opened) => {
  const { c, tools, actor, agreement } = opened;
  const brought = await loadImport(tools.db, agreement.id, c.req.param('id') ?? '');
  if (!brought || brought.fileKey === null || !mayOpenTable(actor, brought)) return c.notFound();
  return answerFile(c, {
    ...{ stream: await openFile(tools, brought.fileKey), size: brought.size, mediaType: MEDIA_TYPES[brought.format] },
    name: `${agreement.code}.${brought.format}`,
  });
});

export const markedFile = onAgreement(async (opened) => {
  const { c, tools, actor, agreement, language } = opened;
  const brought = await loadImport(tools.db, agreement.id, c.req.param('id') ?? '');
  if (brought?.state !== 'open' || !mayOpenTable(actor, brought)) return c.notFound();
  await unlessTooOften(opened);
  const bytes = await markedTable(tools, actor, agreement, brought, language);
  return answer(opened, bytes, 'xlsx', `${agreement.code}-${MEND[language]}`);
});

const MEND: Readonly<Record<Language, string>> = { id: 'perbaikan', en: 'to-mend' };

async function unlessTooOften({ tools, actor }: OpenedAgreement): Promise<void> {
  const order = { bucket: 'plan-files', key: actor.personId, limit: DOWNLOADS_AN_HOUR, windowSeconds: 3600 };
  const { allowed, retryAfterSeconds } = await allow(tools, { ...order, now: tools.clock.now() });
  if (!allowed) throw new RefusedRequest('too-often', retryAfterSeconds);
}

function answer({ c }: OpenedAgreement, bytes: Uint8Array, format: ImportFormat, name: string): Response {
  return answerFile(c, {
    ...{ stream: Readable.from([bytes], { objectMode: false }), size: bytes.length, mediaType: MEDIA_TYPES[format] },
    name: `${name}.${format}`,
  });
}
