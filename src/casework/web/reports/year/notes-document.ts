/** Year-end notes as a tagged PDF, for the office and, when published, for everyone. */
import { formatMoment } from '../../../../design/index.ts';
import { agencyByCode, personById } from '../../../../directory/index.ts';
import { dayOf } from '../../../../kernel/time.ts';
import { composePdf, type Document } from '../../../../platform/documents/index.ts';
import type { WebContext } from '../../../../platform/http/env.ts';
import { yearOf } from '../../../actions/reports/year/year-notes.ts';
import { NOTE_HEADING_LABELS, NOTE_HEADINGS } from '../../../rules/reports/year-notes.ts';
import { loadNotes } from '../../../store/reports/year-notes.ts';
import { zoneOfOffice } from '../asked.tsx';
import type { ToldReport } from '../figures/telling.ts';
import type { AskedYear } from './asked.ts';
import { figuresOf, namesOf } from './notes-page.tsx';
import { wordsIn } from './words.ts';

export async function notesPdf(asked: AskedYear): Promise<Response> {
  const { tools, notes, words } = asked;
  const head = notes.approvedBy === null ? undefined : await personById(tools.db, notes.approvedBy);
  const pdf = await composePdf(notesDocument(asked, await figuresOf(asked), await namesOf(asked), head?.name ?? words.unknown));
  return asked.c.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `inline; filename="catatan-akhir-tahun-${asked.office.code}-${asked.year}.pdf"`,
    'Cache-Control': notes.state === 'published' ? 'no-cache' : 'private, no-store',
  });
}

/** `/ombudsman/year-notes/ori.bali/2026.pdf`: only what is published; everything else is not there. */
export async function publicNotes(c: WebContext): Promise<Response> {
  const { db, clock } = c.get('tools');
  const [office, year] = [
    await agencyByCode(db, c.req.param('office') ?? ''),
    /^(20\d\d)\.pdf$/.exec(c.req.param('file') ?? '')?.[1],
  ];
  const notes = office && year ? await loadNotes(db, office.id, Number(year)) : undefined;
  if (!office || !notes || notes.state !== 'published') return c.notFound();
  const [language, zone, now] = [c.get('language'), zoneOfOffice(office), clock.now()];
  const asked = {
    ...{ c, tools: c.get('tools'), language, now, office, offices: [], zone, today: dayOf(now, zone), notes, year: notes.year },
    ...{ period: yearOf(notes.year), words: wordsIn(language), who: { isOfficer: false, isHead: false }, here: () => '' },
    // Nobody is asking: what is read below does not depend on it.
    actor: { kind: 'officer', personId: '', name: '', positions: [] } as const,
  };
  return notesPdf(asked);
}

function notesDocument(
  { words, office, year, notes, language, zone, now }: AskedYear,
  lines: ToldReport,
  name: (kind: 'agency' | 'officer', id: string) => string,
  approver: string,
): Document {
  const title = words.of(office.name, String(year));
  const at = notes.approvedAt ?? now;
  return {
    ...{ title, lang: language, author: words.document.author, at: new Date(at.epochMilliseconds) },
    footer: { text: title, pageNumber: words.document.page },
    blocks: [
      { kind: 'heading', level: 1, text: title },
      notes.approvedAt === null
        ? { kind: 'note', tone: 'warning', text: words.document.draft }
        : {
            kind: 'paragraph',
            colour: 'muted',
            text: words.document.approved(approver, formatMoment(notes.approvedAt, zone, language)),
          },
      { kind: 'heading', level: 2, text: words.figures },
      {
        kind: 'table',
        rowHeaders: true,
        columns: [
          { title: words.columns.what, width: 5 },
          { title: words.columns.now, width: 1.4, align: 'right' },
          { title: words.columns.before, width: 1.6, align: 'right' },
        ],
        rows: [
          ...lines.sets.map(({ title: set, counts, count, before }) => [
            [
              { text: set, bold: true },
              { text: `\n${counts}`, colour: 'muted' as const },
            ],
            String(count),
            String(before),
          ]),
          ...lines.time.map(({ title: measure, counts, text, before }) => [
            [
              { text: measure, bold: true },
              { text: `\n${counts}`, colour: 'muted' as const },
            ],
            text,
            before,
          ]),
        ],
      },
      ...NOTE_HEADINGS.flatMap((heading) => {
        const text = notes.texts.get(heading);
        if (!text) return [];
        return [
          { kind: 'heading' as const, level: 2 as const, text: NOTE_HEADING_LABELS[heading][language] },
          ...text.split(/\n{2,}/).map((paragraph) => ({ kind: 'paragraph' as const, text: paragraph })),
        ];
      }),
      ...(notes.appreciations.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, text: words.appreciation },
            { kind: 'paragraph' as const, text: words.appreciationLead },
            {
              kind: 'table' as const,
              rowHeaders: true,
              columns: [
                { title: words.appreciationColumns.who, width: 2.4 },
                { title: words.appreciationColumns.why, width: 3 },
                { title: words.appreciationColumns.rows, width: 3 },
              ],
              rows: notes.appreciations.map(({ kind, subjectId, reason, restsOn }) => [
                name(kind, subjectId),
                reason,
                words.merit[kind](String(restsOn.well), String(restsOn.finished)),
              ]),
            },
          ]),
    ],
  };
}
