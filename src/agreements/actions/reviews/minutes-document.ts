/** How minutes of a joint review look on paper: A4, sober, in Indonesian; what it says is fixed in `MinutesContent`. */

import { type Zone, zoneAbbreviation } from '../../../kernel/time.ts';
import type { Block, Cell, Document } from '../../../platform/documents/index.ts';
import { LIGHT_LABELS } from '../../rules/light.ts';
import { type AgendaContent, sinceSigningNotes, TOPIC_KINDS, TOPICS, type Topic } from '../../rules/reviews/agenda.ts';
import { isoWords } from '../../rules/reviews/day-words.ts';
import { shareDone } from '../../rules/reviews/figures.ts';
import type { MinutesContent } from '../../rules/reviews/minutes.ts';
import { PRESENCE_LABELS } from '../../rules/reviews/review.ts';
import { TRIAL_NOTE, TRIAL_WORDS } from '../../rules/trial-seal.ts';

const SIZE = 10;

export function exampleBadge(isExample: boolean): Block[] {
  if (!isExample) return [];
  const text = 'CONTOH – pihak dan peristiwa dalam dokumen ini rekaan';
  return [{ kind: 'badge', text, fill: 'warn-bg', colour: 'warn-fg', size: 8.5, align: 'center', after: 6 }];
}

export function minutesDocument(content: MinutesContent): Document {
  const { agreement, agenda } = content;
  const hour = content.meetsAt === '' ? '' : `, pukul ${content.meetsAt} ${zoneAbbreviation(content.zone as Zone)}`;
  return {
    ...{ title: `Notulen tinjauan bersama ${content.number}`, lang: 'id', author: content.writer, subject: TRIAL_WORDS },
    ...{ at: new Date(content.at), margin: [48, 56, 62, 56] },
    footer: { text: `${content.number}  ·  ${TRIAL_WORDS}`, pageNumber: (page, pages) => `Halaman ${page} dari ${pages}` },
    blocks: [
      ...exampleBadge(agreement.isExample),
      { kind: 'heading', level: 1, text: 'NOTULEN TINJAUAN BERSAMA', align: 'center', size: 15, after: 2 },
      { kind: 'paragraph', text: `Nomor ${content.number}`, align: 'center', size: SIZE, after: 10 },
      ...(content.replaces
        ? [
            {
              kind: 'note',
              tone: 'warning',
              title: `Menggantikan ${content.replaces.number}`,
              text: content.replaces.reason,
              size: 9,
            } as const,
          ]
        : []),
      {
        kind: 'facts',
        nameWidth: 0.22,
        size: SIZE,
        rows: [
          { name: 'Dokumen', value: `${agreement.kind} ${agreement.code}: ${agreement.title}` },
          { name: 'Para pihak', value: content.parties.join('; ') },
          { name: 'Periode', value: `${content.period} (${isoWords(agenda.from)} sampai ${isoWords(agenda.until)})` },
          { name: 'Pertemuan', value: `Tinjauan ke-${content.ordinal}, ${isoWords(content.meetsOn)}${hour}` },
          { name: 'Tempat', value: content.place === '' ? '-' : content.place },
          { name: 'Disusun oleh', value: content.writer },
        ],
      },
      ...content.gaps.map((text): Block => ({ kind: 'note', tone: 'warning', title: 'Hari yang tidak tercakup', text, size: 9 })),
      { kind: 'heading', level: 2, text: '1. Daftar hadir', size: 11.5, after: 3 },
      {
        kind: 'table',
        rowHeaders: true,
        columns: [
          { title: 'Instansi', width: 4 },
          { title: 'Jabatan', width: 3 },
          { title: 'Kehadiran', width: 1.6 },
          { title: 'Orang', width: 0.9, align: 'right' },
        ],
        rows: content.attendance.map((one): Cell[] => [
          one.institution,
          one.position === '' ? '-' : one.position,
          PRESENCE_LABELS[one.presence].id,
          String(one.people),
        ]),
      },
      { kind: 'heading', level: 2, text: `2. Keadaan menurut data per ${isoWords(agenda.asOf)}`, size: 11.5, after: 3 },
      figuresTable(content),
      { kind: 'heading', level: 2, text: '3. Agenda', size: 11.5, after: 3 },
      ...agendaBlocks(agenda),
      { kind: 'heading', level: 2, text: '4. Pembahasan', size: 11.5, after: 3 },
      ...paragraphs(content.discussion === '' ? 'Tidak ada catatan pembahasan selain keputusan di bawah.' : content.discussion),
      { kind: 'heading', level: 2, text: '5. Keputusan', size: 11.5, after: 3 },
      content.decisions.length === 0
        ? { kind: 'paragraph', text: 'Tidak ada keputusan.', size: SIZE }
        : {
            kind: 'table',
            columns: [
              { title: 'No.', width: 0.5, align: 'right' },
              { title: 'Keputusan', width: 4.6 },
              { title: 'Penanggung jawab', width: 2.6 },
              { title: 'Tenggat', width: 1.5 },
            ],
            rows: content.decisions.map((one): Cell[] => [
              String(one.ordinal),
              one.line === null ? one.text : `${one.text}\nMenjadi baris rencana: ${one.line}`,
              one.owner,
              isoWords(one.dueOn),
            ]),
          },
      {
        kind: 'paragraph',
        size: 8.5,
        colour: 'muted',
        text:
          'Notulen ini disegel oleh pihak yang menyusunnya. Pihak lain mengonfirmasi atau meminta koreksi di dalam aplikasi; koreksi menjadi edisi baru dengan nomornya sendiri, dan edisi lama tetap tersimpan. ' +
          TRIAL_NOTE,
      },
    ],
  };
}

function figuresTable({ agenda }: MinutesContent): Block {
  return {
    kind: 'table',
    rowHeaders: true,
    columns: [
      { title: 'Ruang lingkup', width: 4 },
      { title: 'Baris', width: 0.9, align: 'right' },
      { title: 'Selesai', width: 1.3, align: 'right' },
      { title: 'Hijau', width: 0.9, align: 'right' },
      { title: 'Kuning', width: 1, align: 'right' },
      { title: 'Merah', width: 1, align: 'right' },
      { title: 'Lewat tenggat', width: 1.3, align: 'right' },
    ],
    rows: [
      ...agenda.programmes.map(({ label, counts }) => ({ name: label.id, counts })),
      { name: 'Semua', counts: agenda.all },
    ].map(({ name, counts }): Cell[] => {
      const share = shareDone(counts);
      const done = share === null ? String(counts.done) : `${counts.done} (${share}%)`;
      return [
        name,
        String(counts.lines),
        done,
        String(counts.green),
        String(counts.yellow),
        String(counts.red),
        String(counts['past-due']),
      ];
    }),
  };
}

function agendaBlocks(agenda: AgendaContent): Block[] {
  const { topics } = agenda;
  if (topics.length === 0) return [{ kind: 'paragraph', text: 'Data tidak memunculkan pokok bahasan.', size: SIZE }];
  return TOPIC_KINDS.flatMap((kind): Block[] => {
    const own = topics.filter((topic) => topic.kind === kind);
    if (own.length === 0) return [];
    // A heading alone at the foot of a page tells nothing: it goes with the first of its topics.
    const [first, ...others] = own.map((topic) => topicText(topic, agenda));
    return [
      {
        kind: 'together',
        blocks: [
          { kind: 'paragraph', text: TOPICS[kind].id, bold: true, size: SIZE, after: 2 },
          { kind: 'list', items: [first ?? ''] },
        ],
      },
      ...(others.length === 0 ? [] : [{ kind: 'list' as const, items: others }]),
    ];
  });
}

/** One topic in a sentence, in Indonesian: for documents. */
export function topicText(topic: Topic, period: Pick<AgendaContent, 'from' | 'until'>): string {
  const { kind, text, who, dueOn, line, decision } = topic;
  const parts = [
    line
      ? `Baris ${line.ordinal} (${line.plan})`
      : decision
        ? `Tinjauan ke-${decision.review}, keputusan ${decision.ordinal}`
        : '',
    kind === 'lapsing' && dueOn !== null ? `Berlaku sampai ${isoWords(dueOn)}: bahas perpanjangan` : text,
  ];
  const told = [
    who,
    dueOn !== null && kind !== 'lapsing' ? `tenggat ${isoWords(dueOn)}` : '',
    line ? `${LIGHT_LABELS[line.light].id}; dikonfirmasi ${line.confirmed}%, jatuh tempo ${line.expected}%` : '',
    decision?.isReported ? 'dilaporkan selesai, menunggu persetujuan' : '',
    ...(kind === 'shifted' && line
      ? line.shifts.map(({ from, to, reason }) => `${isoWords(from)} menjadi ${isoWords(to)} (${reason})`)
      : []),
    ...sinceSigningNotes(topic, period, 'id'),
  ].filter((part) => part !== '');
  return `${parts.filter((part) => part !== '').join(': ')}${told.length > 0 ? ` – ${told.join('; ')}` : ''}`;
}

export function paragraphs(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== '')
    .map((part): Block => ({ kind: 'paragraph', text: part, size: SIZE }));
}
