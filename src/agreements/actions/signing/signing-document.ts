/**
 * How an agreement looks on paper: A4 upright, articles, the plan as an annex, a place for every signature. The same file is signed in the application (seals
 * appended to it) and printed to be signed by hand. Every page says that the seal is a trial.
 */
import type { Block, Document } from '../../../platform/documents/index.ts';
import type { Agreement, Signatory } from '../../rules/agreement.ts';
import { AGREEMENT_KINDS } from '../../rules/kinds.ts';
import { finalTarget, type Line } from '../../rules/line.ts';
import { partyTitle, writtenDay } from '../../rules/signing/fields.ts';
import { numberOf, type TextSection } from '../../rules/signing/text.ts';
import { TRIAL_NOTE, TRIAL_WORDS } from '../../rules/trial-seal.ts';

const SIZE = 10.5;
const UNSAID = ['Pembukaan', 'Penutup'];

export interface DocumentOrder {
  readonly agreement: Agreement;
  /** With their fields filled in. */
  readonly sections: readonly TextSection[];
  readonly lines: readonly Line[];
  /** Names of the offices that own lines, by id. */
  readonly offices: ReadonlyMap<string, string>;
  readonly programmes: ReadonlyMap<string, string>;
  /** Where anyone can look it up once it is signed. */
  readonly address: string;
  /** A QR code of the address. */
  readonly qr: Block | null;
  readonly at: Date;
  /** Not settled yet: every page says so. */
  readonly isDraft: boolean;
}

export function signingDocument(order: DocumentOrder): Document {
  const { agreement, isDraft } = order;
  const kind = AGREEMENT_KINDS[agreement.kind].label.id;
  const foot = isDraft ? `KONSEP, belum untuk ditandatangani  \u00b7  ${TRIAL_WORDS}` : TRIAL_WORDS;
  return {
    ...{ title: `${kind} ${agreement.code}`, lang: 'id', author: 'Tuntas', subject: TRIAL_WORDS, at: order.at },
    margin: [52, 62, 66, 62],
    blocks: [
      ...head(order),
      ...order.sections.flatMap((section) => setSection(order.sections, section)),
      ...places(order),
      ...annex(order),
    ],
    footer: { text: `${agreement.code}  \u00b7  ${foot}`, pageNumber: (page, pages) => `Halaman ${page} dari ${pages}` },
  };
}

function head({ agreement, isDraft }: DocumentOrder): Block[] {
  const mark = (text: string): Block => ({
    ...{ kind: 'badge', text, fill: 'warn-bg', colour: 'warn-fg', size: 8.5, align: 'center', after: 6 },
  });
  const numbers = agreement.parties.filter(({ ownNumber }) => ownNumber !== '');
  return [
    ...(agreement.isExample ? [mark('CONTOH \u2013 orang dan isi dokumen ini rekaan')] : []),
    ...(isDraft ? [mark('KONSEP')] : []),
    {
      ...{ kind: 'heading', level: 1, text: AGREEMENT_KINDS[agreement.kind].label.id.toUpperCase() },
      ...{ align: 'center', size: 14, after: 4, face: 'serif' },
    },
    { kind: 'paragraph', text: agreement.title, align: 'center', bold: true, size: 12, after: 4, face: 'serif' },
    ...numbers.map(
      ({ name, ownNumber }): Block => ({
        ...{ kind: 'paragraph', text: `Nomor ${name}: ${ownNumber}`, align: 'center', size: SIZE, after: 1 },
      }),
    ),
    { kind: 'rule', colour: 'header' },
    { kind: 'space', height: 6 },
  ];
}

function setSection(all: readonly TextSection[], section: TextSection): Block[] {
  const number = numberOf(all, section.key);
  const paragraphs = section.body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((text): Block => ({ kind: 'paragraph', text, size: SIZE, after: 4 }));
  // Nobody reads "opening" over an opening: it is only called so on the page.
  const isUnsaid = section.kind !== 'article' && UNSAID.includes(section.heading);
  const heading: Block = {
    ...{ kind: 'heading', level: 2, size: 11.5, after: 4 },
    text: number === null ? section.heading : `Pasal ${number}: ${section.heading}`,
    align: number === null ? 'left' : 'center',
  };
  return [{ kind: 'space', height: 4 }, ...(isUnsaid ? [] : [heading]), ...paragraphs];
}

function places({ agreement, address, qr }: DocumentOrder): Block[] {
  const rows: Signatory[][] = [];
  const people = [...agreement.signatories].sort((one, other) => one.ordinal - other.ordinal);
  for (let index = 0; index < people.length; index += 2) rows.push(people.slice(index, index + 2));
  const check: Block = {
    kind: 'note',
    tone: 'info',
    size: 9,
    text: `Tanda tangan yang diberikan di aplikasi tersimpan sebagai segel di dalam berkas ini dan terlihat pada panel tanda tangan pembaca PDF; yang diberikan di atas kertas terlihat pada pindaiannya. Siapa yang sudah menandatangani: ${address}. ${TRIAL_NOTE}`,
  };
  const title: Block = { kind: 'heading', level: 2, text: 'Penanda tangan', size: 11.5, after: 6 };
  return [
    { kind: 'space', height: 8 },
    ...(rows.length === 0 ? [title] : []),
    ...rows.map(
      (pair, row): Block => ({
        kind: 'together',
        blocks: [
          ...(row === 0 ? [title] : []),
          {
            kind: 'columns',
            gap: 18,
            columns: [0, 1].map((index) => ({ width: 1, blocks: pair[index] ? place(agreement, pair[index]) : [] })),
          },
          { kind: 'space', height: 8 },
        ],
      }),
    ),
    qr
      ? {
          kind: 'columns',
          gap: 12,
          valign: 'middle',
          columns: [
            { width: 5, blocks: [check] },
            { width: 1, blocks: [qr] },
          ],
        }
      : check,
  ];
}

function place(agreement: Agreement, one: Signatory): Block[] {
  const party = agreement.parties.find(({ id }) => id === one.partyId);
  const role =
    one.capacity === 'witnesses'
      ? 'Saksi'
      : party && agreement.parties.length <= 10
        ? partyTitle(party.ordinal)
        : 'Penanda tangan';
  return [
    { kind: 'paragraph', text: role, align: 'center', size: 9.5, after: 1 },
    { kind: 'paragraph', text: one.position, align: 'center', size: 9.5, bold: true, after: 1 },
    ...(party
      ? [{ kind: 'paragraph', text: party.name, align: 'center', size: 9, after: 40 } as const]
      : [{ kind: 'space', height: 40 } as const]),
    {
      kind: 'paragraph',
      text: one.name === '' ? '(..............................)' : one.name,
      align: 'center',
      size: 9.5,
      bold: true,
    },
  ];
}

function annex({ lines, programmes, offices }: DocumentOrder): Block[] {
  const standing = lines.filter(({ state }) => state !== 'dropped');
  if (standing.length === 0) return [];
  return [
    { kind: 'new-page' },
    { kind: 'heading', level: 2, text: 'Lampiran: rencana kegiatan', size: 12, after: 6 },
    {
      kind: 'table',
      size: 8,
      columns: [
        { title: 'No.', width: 0.5, align: 'right' },
        { title: 'Kegiatan dan keluaran', width: 3 },
        { title: 'Indikator dan target', width: 2.2 },
        { title: 'Penanggung jawab', width: 2 },
        { title: 'Waktu', width: 1.6 },
      ],
      rows: standing.map((line) => {
        const target = finalTarget(line);
        const measured = target === null ? line.indicator : `${line.indicator}: ${target.replace('.', ',')} ${line.unit}`;
        return [
          String(line.ordinal),
          [line.activity, line.output, programmes.get(line.programme) ?? ''].filter((part) => part !== '').join('. '),
          measured.trim(),
          [line.owner.position, offices.get(line.owner.agencyId) ?? ''].filter((part) => part !== '').join(', '),
          `${writtenDay(line.startsOn)} \u2013 ${writtenDay(line.dueOn)}`,
        ];
      }),
    },
  ];
}
