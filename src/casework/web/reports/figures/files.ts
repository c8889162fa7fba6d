/** The report of an office as XLSX and as a tagged PDF, of the same lines as the page. */
import { formatCount, formatMoment } from '../../../../design/index.ts';
import { composePdf, type Document } from '../../../../platform/documents/index.ts';
import { XLSX_MEDIA_TYPE, type XlsxCell, xlsxStream } from '../../../../platform/tables/xlsx.ts';
import { changeText } from '../../../rules/reports/figures.ts';
import { periodBefore, periodWords } from '../../../rules/reports/period.ts';
import type { AskedOffice } from '../asked.tsx';
import { type AskedReport, askedReport, reportOf, rowsHref, timeHref } from './report-page.tsx';
import type { ToldReport } from './telling.ts';

export async function reportXlsx(given: AskedOffice): Promise<Response> {
  const asked = askedReport(given);
  const { sheet } = asked.words;
  const { lines } = await reportOf(asked);
  const stream = await xlsxStream({
    name: `${asked.office.shortName} ${asked.period.code}`,
    columns: [
      { title: sheet.set, width: 44 },
      { title: sheet.group, width: 44 },
      { title: sheet.count, width: 12 },
      { title: sheet.before, width: 18 },
      { title: sheet.counts, width: 90 },
      { title: sheet.rows, width: 60 },
    ],
    rows: sheetRows(asked, lines),
  });
  return asked.c.body(stream, 200, {
    'Content-Type': XLSX_MEDIA_TYPE,
    'Content-Disposition': `attachment; filename="${fileName(asked)}.xlsx"`,
    'Cache-Control': 'private, no-store',
  });
}

function* sheetRows(asked: AskedReport, lines: ToldReport): Generator<XlsxCell[]> {
  const { words, query } = asked;
  const at = (path: string) => whole(asked, path);
  for (const { set, title, count, before, counts } of lines.sets)
    yield [title, words.total, count, before, counts, at(rowsHref(query, set))];
  for (const { measure, title, text, before, counts } of lines.time)
    yield [words.time, title, text, before, counts, at(timeHref(query, measure))];
  for (const { set, by, title, counts, lines: groups } of lines.tables) {
    for (const { key, label, count, before } of groups)
      yield [title, label, count, before, counts, at(rowsHref(query, set, { by, key }))];
  }
}

/** Files are read far from the page: they name the rows behind a number by their whole address. Who opens it signs in first. */
function whole({ tools }: AskedReport, path: string): string {
  return new URL(path, tools.settings.baseUrl).href;
}

export async function reportPdf(given: AskedOffice): Promise<Response> {
  const asked = askedReport(given);
  const { lines } = await reportOf(asked);
  const pdf = await composePdf(reportDocument(asked, lines));
  return asked.c.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="${fileName(asked)}.pdf"`,
    'Cache-Control': 'private, no-store',
  });
}

const fileName = ({ office, period }: AskedReport) => `laporan-${office.code}-${period.code}`;

export function reportDocument(asked: AskedReport, lines: ToldReport): Document {
  const { words, office, period, language, now, zone, query } = asked;
  const counted = (text: string, path: string) => ({ text, href: whole(asked, path) });
  const title = words.ofOffice(office.name, periodWords(period, language));
  const numbers = [
    { title: words.columns.count, width: 1.1, align: 'right' as const },
    { title: words.columns.before, width: 1.5, align: 'right' as const },
  ];
  return {
    title,
    lang: language,
    author: words.document.author,
    at: new Date(now.epochMilliseconds),
    footer: { text: title, pageNumber: words.document.page },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      { kind: 'paragraph', text: words.document.made(formatMoment(now, zone, language)), colour: 'muted' },
      { kind: 'paragraph', text: words.document.compared(periodWords(periodBefore(period), language)), colour: 'muted' },
      { kind: 'paragraph', text: words.lead },
      { kind: 'heading', level: 2, text: words.document.summary },
      {
        kind: 'table',
        rowHeaders: true,
        columns: [{ title: words.columns.group, width: 5 }, ...numbers],
        rows: [
          ...lines.sets.map(({ set, title: name, counts, count, before }) => [
            [
              { text: name, bold: true },
              { text: `\n${counts}`, colour: 'muted' as const },
            ],
            [counted(formatCount(count, language), rowsHref(query, set))],
            formatCount(before, language),
          ]),
          ...lines.time.map(({ measure, title: name, counts, text, before }) => [
            [
              { text: name, bold: true },
              { text: `\n${counts}`, colour: 'muted' as const },
            ],
            [counted(text, timeHref(query, measure))],
            before,
          ]),
        ],
      },
      ...lines.tables.flatMap((table) => [
        { kind: 'heading' as const, level: 2 as const, text: table.title },
        { kind: 'paragraph' as const, text: table.counts, size: 9, colour: 'muted' as const },
        table.lines.length === 0
          ? { kind: 'paragraph' as const, text: words.none }
          : {
              kind: 'table' as const,
              rowHeaders: true,
              columns: [
                { title: words.columns.group, width: 5 },
                ...numbers,
                { title: words.columns.change, width: 1.2, align: 'right' as const },
              ],
              rows: table.lines.map(({ key, label, count, before }) => [
                label,
                [counted(formatCount(count, language), rowsHref(query, table.set, { by: table.by, key }))],
                formatCount(before, language),
                changeText(count, before, language),
              ]),
            },
      ]),
    ],
  };
}
