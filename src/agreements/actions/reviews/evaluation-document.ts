/** How a yearly evaluation looks on paper: figures per programme with the lines behind them, the words of every side, what each recommends. */
import type { Block, Cell, Document } from '../../../platform/documents/index.ts';
import { LIGHT_LABELS } from '../../rules/light.ts';
import { LINE_STATE_LABELS } from '../../rules/line.transitions.ts';
import { isoWords } from '../../rules/reviews/day-words.ts';
import { type EvaluationContent, PROGRAMME_RECOMMENDATIONS, RECOMMENDATIONS } from '../../rules/reviews/evaluation.ts';
import { FIGURE_KEYS, FIGURES, shareDone } from '../../rules/reviews/figures.ts';
import { DECISION_STATE_LABELS, REVIEW_STATE_LABELS } from '../../rules/reviews/review.transitions.ts';
import { TRIAL_NOTE, TRIAL_WORDS } from '../../rules/trial-seal.ts';
import { exampleBadge, paragraphs } from './minutes-document.ts';

const SIZE = 10;

export function evaluationDocument(content: EvaluationContent): Document {
  const { agreement, figures } = content;
  return {
    ...{
      title: `Evaluasi ${content.year} ${content.number}`,
      lang: 'id',
      author: content.parties.join('; '),
      subject: TRIAL_WORDS,
    },
    ...{ at: new Date(content.at), margin: [48, 56, 62, 56] },
    footer: { text: `${content.number}  ·  ${TRIAL_WORDS}`, pageNumber: (page, pages) => `Halaman ${page} dari ${pages}` },
    blocks: [
      ...exampleBadge(agreement.isExample),
      { kind: 'heading', level: 1, text: `EVALUASI TAHUN ${content.year}`, align: 'center', size: 15, after: 2 },
      { kind: 'paragraph', text: `Nomor ${content.number}`, align: 'center', size: SIZE, after: 10 },
      ...(content.replaces
        ? ([
            {
              kind: 'note',
              tone: 'warning',
              title: `Menggantikan ${content.replaces.number}`,
              text: content.replaces.reason,
              size: 9,
            },
          ] as const)
        : []),
      {
        kind: 'facts',
        nameWidth: 0.22,
        size: SIZE,
        rows: [
          { name: 'Dokumen', value: `${agreement.kind} ${agreement.code}: ${agreement.title}` },
          { name: 'Para pihak', value: content.parties.join('; ') },
          { name: 'Keadaan data', value: `Dibekukan per ${isoWords(figures.asOf)}` },
          {
            name: 'Lampu',
            value: `Hijau: sedikitnya ${figures.rule.green}% dari yang jatuh tempo sudah dikonfirmasi; kuning: sedikitnya ${figures.rule.yellow}% dilaporkan (ketetapan bawaan aplikasi)`,
          },
        ],
      },
      ...figures.gaps.map(
        (gap): Block => ({ kind: 'note', tone: 'warning', title: 'Hari yang tidak tercakup', text: gap.id, size: 9 }),
      ),
      heading('1. Rekomendasi para pihak'),
      ...content.sides.map(
        ({ name, words, dueOn }): Block =>
          words
            ? {
                kind: 'paragraph',
                size: SIZE,
                text: [
                  { text: `${name}: `, bold: true },
                  { text: words.recommendation ? RECOMMENDATIONS[words.recommendation].id : '-' },
                ],
              }
            : {
                kind: 'paragraph',
                size: SIZE,
                text: [
                  { text: `${name}: `, bold: true },
                  { text: silence(dueOn), italic: true },
                ],
              },
      ),
      heading('2. Angka'),
      figuresTable(content),
      heading('3. Per ruang lingkup'),
      ...figures.programmes.flatMap(({ code, label, counts }) => programmeBlocks(content, code, label.id, counts.lines)),
      heading('4. Tanggapan para pihak'),
      ...content.sides.flatMap(({ name, words, dueOn }): Block[] => [
        { kind: 'heading', level: 3, text: name, size: 10.5, after: 2 },
        ...(words ? paragraphs(words.overall) : [{ kind: 'paragraph' as const, text: silence(dueOn), italic: true, size: SIZE }]),
      ]),
      ...meetings(content),
      {
        kind: 'paragraph',
        size: 8.5,
        colour: 'muted',
        text:
          'Angka dihitung dari baris rencana yang tercantum dalam dokumen ini, sebagaimana tercatat pada hari pembekuan. Setiap angka dapat dihitung ulang dari daftar baris itu. ' +
          TRIAL_NOTE,
      },
    ],
  };
}

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text, size: 11.5, after: 3 });

const silence = (dueOn: string) => `tidak menyampaikan tanggapan sampai ${isoWords(dueOn)}.`;

function figuresTable({ figures }: EvaluationContent): Block {
  const columns = [
    ...figures.programmes.map(({ label, counts }) => ({ name: label.id, counts })),
    { name: 'Semua', counts: figures.all },
  ];
  return {
    kind: 'table',
    rowHeaders: true,
    size: 8.5,
    columns: [{ title: 'Angka', width: 3 }, ...columns.map(({ name }) => ({ title: name, width: 1.6, align: 'right' as const }))],
    rows: [
      ...FIGURE_KEYS.map((figure): Cell[] => [FIGURES[figure].label.id, ...columns.map(({ counts }) => String(counts[figure]))]),
      [
        'Selesai dari semua baris',
        ...columns.map(({ counts }) => {
          const share = shareDone(counts);
          return share === null ? 'tidak ada baris' : `${share}%`;
        }),
      ],
    ],
  };
}

function programmeBlocks(content: EvaluationContent, code: string, label: string, count: number): Block[] {
  const { figures, sides } = content;
  const lines = figures.lines.filter(({ programme }) => programme === code);
  return [
    { kind: 'heading', level: 3, text: label, size: 10.5, after: 2 },
    count === 0 && lines.length === 0
      ? { kind: 'paragraph', text: 'Tidak ada baris rencana untuk ruang lingkup ini.', size: SIZE }
      : {
          kind: 'table',
          size: 8.5,
          columns: [
            { title: 'Baris', width: 1.2 },
            { title: 'Kegiatan', width: 3.8 },
            { title: 'Penanggung jawab', width: 2.4 },
            { title: 'Tenggat', width: 1.4 },
            { title: 'Keadaan', width: 2 },
            { title: 'Dikonfirmasi', width: 1.6, align: 'right' },
          ],
          rows: lines.map((line): Cell[] => [
            `${line.plan}/${line.ordinal}`,
            line.activity,
            line.owner,
            line.dueOn === line.firstDueOn
              ? isoWords(line.dueOn)
              : `${isoWords(line.dueOn)} (semula ${isoWords(line.firstDueOn)})`,
            `${LINE_STATE_LABELS[line.state].id}; ${LIGHT_LABELS[line.light].id}`,
            `${line.confirmed}%`,
          ]),
        },
    ...sides.flatMap(({ name, words }): Block[] => {
      const said = words?.programmes[code];
      if (!said) return [];
      const recommended = said.recommendation ? PROGRAMME_RECOMMENDATIONS[said.recommendation].id : '';
      const text = [recommended, said.text].filter((part) => part !== '').join('. ');
      return [{ kind: 'paragraph', size: SIZE, text: [{ text: `${name}: `, bold: true }, { text }] }];
    }),
  ];
}

function meetings({ figures }: EvaluationContent): Block[] {
  if (figures.reviews.length === 0)
    return [
      heading('5. Tinjauan bersama'),
      { kind: 'paragraph', text: 'Tidak ada tinjauan bersama pada tahun ini.', size: SIZE },
    ];
  return [
    heading('5. Tinjauan bersama'),
    {
      kind: 'list',
      items: figures.reviews.map(
        ({ ordinal, period, meetsOn, state, number }) =>
          `Tinjauan ke-${ordinal}, ${period.id}, ${isoWords(meetsOn)}: ${REVIEW_STATE_LABELS[state].id}${number ? ` (${number})` : ''}`,
      ),
    },
    ...(figures.decisions.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            size: 8.5,
            columns: [
              { title: 'Keputusan', width: 4.4 },
              { title: 'Penanggung jawab', width: 2.4 },
              { title: 'Tenggat', width: 1.4 },
              { title: 'Keadaan', width: 1.8 },
            ],
            rows: figures.decisions.map((one): Cell[] => [
              one.text,
              one.owner,
              isoWords(one.dueOn),
              DECISION_STATE_LABELS[one.state].id,
            ]),
          },
        ]),
  ];
}
