/** How a letter and a titled document look on paper: A4 upright, the Ombudsman's letterhead in words, sober. */
import type { Block, Document } from '../../../platform/documents/index.ts';
import type { LetterContent, LetterPart } from '../../rules/documents/letter-content.ts';
import { dayIn, letterDay } from '../../rules/documents/letter-days.ts';

/** Said on every document, and in its seal. */
export const TRIAL_WORDS = 'Segel percobaan: bukan tanda tangan elektronik tersertifikasi.';

const SIZE = 10.5;

export function letterDocument(content: LetterContent): Document {
  const number = content.number ?? '(nomor diberikan saat disegel)';
  return {
    title: `${content.subject} ${number}`,
    lang: 'id',
    author: content.letterhead.join(' '),
    subject: TRIAL_WORDS,
    at: new Date(content.at),
    margin: [48, 62, 62, 62],
    blocks: [
      ...letterhead(content),
      ...(content.form === 'letter' ? letterOpening(content, number) : titledOpening(content, number)),
      ...content.parts.flatMap(setPart),
      ...basis(content),
      ...closing(content),
      ...copies(content),
    ],
    footer: { text: `${number}  ·  ${TRIAL_WORDS}`, pageNumber: (page, pages) => `Halaman ${page} dari ${pages}` },
  };
}

/** Of a letter its first line is the heading of the whole; a titled document has its title. */
function letterhead({ letterhead: lines, isExample, form }: LetterContent): Block[] {
  const example: Block[] = isExample
    ? [
        {
          kind: 'badge',
          text: 'CONTOH – orang dan peristiwa dalam surat ini rekaan',
          fill: 'warn-bg',
          colour: 'warn-fg',
          size: 8.5,
          align: 'center',
          after: 6,
        },
      ]
    : [];
  return [
    ...example,
    ...lines.map(
      (text, index): Block => ({
        ...(index === 0 && form === 'letter' ? { kind: 'heading', level: 1 } : { kind: 'paragraph' }),
        text,
        align: 'center',
        bold: true,
        colour: 'header',
        face: 'serif',
        size: index === 0 ? 16 : 12,
        after: index === lines.length - 1 ? 7 : 1,
      }),
    ),
    { kind: 'rule', colour: 'header' },
    { kind: 'space', height: 8 },
  ];
}

/** Number, nature and subject at the left, place and day at the right; below them whom it is for. */
function letterOpening(content: LetterContent, number: string): Block[] {
  return [
    {
      kind: 'columns',
      gap: 12,
      columns: [
        {
          width: 3.4,
          blocks: [
            {
              kind: 'facts',
              nameWidth: 0.18,
              size: SIZE,
              rows: [
                { name: 'Nomor', value: number },
                { name: 'Sifat', value: content.nature },
                { name: 'Hal', value: [{ text: content.subject, bold: true }] },
              ],
            },
          ],
        },
        {
          width: 1.9,
          blocks: [{ kind: 'paragraph', text: dated(content), align: 'right', size: SIZE }],
        },
      ],
    },
    { kind: 'space', height: 4 },
    ...(content.addressee.length === 0 ? [] : addressed(content.addressee)),
  ];
}

function addressed(lines: readonly string[]): Block[] {
  return [
    { kind: 'paragraph', text: `Yth. ${lines[0]}`, size: SIZE, after: 1 },
    ...lines.slice(1).map((text): Block => ({ kind: 'paragraph', text, size: SIZE, after: 1 })),
    { kind: 'paragraph', text: 'di tempat', size: SIZE, after: 9 },
  ];
}

function titledOpening(content: LetterContent, number: string): Block[] {
  return [
    { kind: 'heading', level: 1, text: content.subject.toUpperCase(), align: 'center', size: 14, after: 2 },
    { kind: 'paragraph', text: `Nomor ${number}`, align: 'center', size: SIZE, after: 10 },
    ...(content.addressee.length === 0
      ? []
      : [{ kind: 'paragraph', text: `Disampaikan kepada: ${content.addressee.join(', ')}`, size: SIZE, after: 8 } as const]),
  ];
}

function setPart(part: LetterPart): Block[] {
  switch (part.part) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: part.text, size: SIZE }];
    case 'heading':
      return [{ kind: 'heading', level: 2, text: part.text, size: 11.5, after: 3 }];
    case 'list':
      return [{ kind: 'list', ordered: true, items: part.items }];
    case 'facts':
      return [{ kind: 'facts', nameWidth: 0.24, size: SIZE, rows: part.rows }];
    case 'signatures':
      return [
        { kind: 'space', height: 8 },
        {
          kind: 'columns',
          gap: 14,
          columns: part.roles.map((role) => ({
            width: 1,
            blocks: [
              { kind: 'paragraph', text: role, align: 'center', size: 9.5, after: 40 },
              { kind: 'paragraph', text: '(..............................)', align: 'center', size: 9.5 },
            ],
          })),
        },
      ];
  }
}

function basis({ basis: lines }: LetterContent): Block[] {
  if (lines.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      text: [{ text: 'Dasar: ', bold: true }, { text: lines.join('; ') }],
      size: 8.5,
      colour: 'muted',
      after: 10,
    },
  ];
}

/** Place and day stand above the name on titled documents, which have no opening line for them. */
function closing(content: LetterContent): Block[] {
  const { signatory } = content;
  const above: Block[] = content.form === 'titled' ? [line(dated(content), {})] : [];
  return [
    {
      kind: 'together',
      blocks: [
        {
          kind: 'columns',
          columns: [
            { width: 1.2, blocks: [] },
            {
              width: 1,
              blocks: [
                ...above,
                line(signatory.position, { bold: true }),
                { kind: 'space', height: 6 },
                {
                  kind: 'badge',
                  text: 'Segel percobaan',
                  fill: 'surface',
                  colour: 'neutral-fg',
                  size: 8.5,
                  align: 'center',
                  after: 6,
                },
                line(signatory.name, {}),
              ],
            },
          ],
        },
      ],
    },
  ];
}

const line = (text: string, style: { readonly bold?: boolean }): Block => ({
  kind: 'paragraph',
  text,
  align: 'center',
  size: SIZE,
  after: 2,
  ...style,
});

function copies({ copies: lines }: LetterContent): Block[] {
  if (lines.length === 0) return [];
  return [
    {
      kind: 'together',
      blocks: [
        { kind: 'space', height: 8 },
        { kind: 'paragraph', text: 'Tembusan:', bold: true, size: 9.5, after: 2 },
        { kind: 'list', ordered: true, items: lines },
      ],
    },
  ];
}

/** `Denpasar, 17 Maret 2026` */
function dated({ place, on }: LetterContent): string {
  const day = dayIn(on);
  return [place, day ? letterDay(day) : on].filter((part) => part !== '').join(', ');
}
