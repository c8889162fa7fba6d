/** How a certificate looks on paper: A4 across, Indonesian with small English, sober. */

import { type Block, type Colour, type Document, type Drawing, qrDrawing } from '../../../platform/documents/index.ts';
import type { CertificateContent } from '../../rules/certificates/certificate.ts';
import { formatPlainDay } from '../../rules/certificates/day-words.ts';
import { scoreText } from '../../rules/score-text.ts';

/** Points, as the page of A4 across is. */
const WIDTH = 841.89;
const HEIGHT = 595.28;

/** Said on every certificate, and in its seal. */
export const TRIAL_WORDS = {
  id: 'Segel percobaan: bukan tanda tangan elektronik tersertifikasi.',
  en: 'Trial seal: not a certified electronic signature.',
};

export function certificateDocument(content: CertificateContent): Document {
  const { result, number } = content;
  return {
    title: `${content.title.id} ${number} \u2013 ${content.agency.name}`,
    lang: 'id',
    author: 'Tuntas',
    subject: TRIAL_WORDS.id,
    at: new Date(content.issuedAt),
    layout: 'landscape',
    margin: [54, 72, 50, 72],
    background: frame(),
    blocks: [
      center(`Nomor ${number}`, { size: 10, colour: 'muted', after: 10 }),
      { kind: 'heading', level: 1, text: content.title.id, face: 'serif', size: 33, align: 'center', after: 2 },
      english(content.title.en, 11, 12),
      center(content.given.id, { size: 12, after: 0 }),
      english(content.given.en, 8.5, 7),
      {
        kind: 'heading',
        level: 2,
        text: content.agency.name,
        face: 'serif',
        size: nameSize(content.agency.name),
        align: 'center',
        colour: 'primary',
        after: 6,
      },
      center(content.for.id, { size: 12, after: 0 }),
      english(content.for.en, 8.5, 12),
      verdict(content),
      english(verdictEnglish(content), 9, 4),
      center(`Nilai ${scoreText(result.score, 'id')} dari 100`, { size: 13, bold: true, after: 0 }),
      english(`Score ${scoreText(result.score, 'en')} of 100`, 8.5, 8),
      ...exampleNote(content),
      { kind: 'to-foot', blocks: [foot(content), { kind: 'space', height: 7 }, smallPrint(content)] },
    ],
  };
}

function center(text: string, style: { size: number; colour?: Colour; bold?: boolean; after: number }): Block {
  return { kind: 'paragraph', text, align: 'center', ...style };
}

function english(text: string, size: number, after: number): Block {
  return { kind: 'paragraph', text, align: 'center', italic: true, colour: 'muted', lang: 'en', size, after };
}

/** Long names of agencies must fit on two lines at most. */
function nameSize(name: string): number {
  return name.length > 90 ? 17 : name.length > 48 ? 21 : 26;
}

/** The colour's word stands in the text: paper is copied in black and white. */
function verdict({ result }: CertificateContent): Block {
  const parts = [result.zoneText && `Zona ${result.zoneText.id}`, result.categoryText?.id, result.label.id].filter(Boolean);
  return { kind: 'badge', text: parts.join('  \u00b7  '), ...groundOf(result), size: 14, align: 'center', after: 4 };
}

function verdictEnglish({ result }: CertificateContent): string {
  return [result.zoneText && `${capital(result.zoneText.en)} zone`, result.categoryText?.en, result.label.en]
    .filter(Boolean)
    .join(' \u00b7 ');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function groundOf({ zone, shade }: CertificateContent['result']): { fill: Colour; colour: Colour } {
  if (zone === 'hijau' && shade === 'dark') return { fill: 'zone-dark-green-bg', colour: 'zone-dark-green-fg' };
  if (zone === 'hijau') return { fill: 'zone-green-bg', colour: 'zone-green-fg' };
  if (zone === 'kuning') return { fill: 'zone-yellow-bg', colour: 'zone-yellow-fg' };
  if (zone === 'merah') return { fill: 'zone-red-bg', colour: 'zone-red-fg' };
  return { fill: 'header', colour: 'white' };
}

function exampleNote({ isExample }: CertificateContent): Block[] {
  if (!isExample) return [];
  return [
    {
      kind: 'badge',
      text: 'CONTOH \u2013 bukan hasil penilaian yang sebenarnya (example, not a real result)',
      fill: 'warn-bg',
      colour: 'warn-fg',
      size: 9.5,
      align: 'center',
      after: 2,
    },
  ];
}

/** Basis at the left, who signs in the middle, the code at the right. */
function foot(content: CertificateContent): Block {
  const basis = content.basis.map(({ id }) => id).join('; ');
  return {
    kind: 'columns',
    valign: 'bottom',
    gap: 22,
    columns: [
      {
        width: 4.4,
        blocks: [
          small([{ text: 'Dasar hukum (legal basis): ', bold: true }, { text: basis === '' ? 'belum dicatat' : basis }]),
          small([
            { text: 'Instrumen (instrument): ', bold: true },
            {
              text: `${content.instrument.title.id}, versi ${content.instrument.version}; hasil terbit ke-${content.result.version}`,
            },
          ]),
          ...defaultsNote(content),
        ],
      },
      {
        width: 3.4,
        blocks: [
          center(`${content.place}, ${formatPlainDay(content.issuedOn, 'id')}`, { size: 10.5, after: 1 }),
          center(content.signatory.id, { size: 10.5, bold: true, after: 0 }),
          english(content.signatory.en, 8, 5),
          {
            kind: 'badge',
            text: 'Segel percobaan / trial seal',
            fill: 'surface',
            colour: 'neutral-fg',
            size: 8.5,
            align: 'center',
            after: 0,
          },
        ],
      },
      {
        width: 1.9,
        blocks: [
          {
            kind: 'figure',
            drawing: qrDrawing(content.address),
            width: 84,
            alt: `Kode QR menuju halaman pemeriksaan sertifikat ${content.number}`,
            align: 'center',
            after: 1,
          },
          center('Pindai untuk memeriksa', { size: 7.5, colour: 'muted', after: 0 }),
          english('Scan to verify', 7, 0),
        ],
      },
    ],
  };
}

const small = (text: readonly { text: string; bold?: boolean }[]): Block => ({ kind: 'paragraph', text, size: 8, after: 2.5 });

/** What is not confirmed is said where the number stands, on paper too. */
function defaultsNote({ defaults, template }: CertificateContent): Block[] {
  const said = [
    defaults.band?.id,
    defaults.count > 0 &&
      `${defaults.count} angka instrumen masih bawaan yang belum dipastikan; daftarnya pada halaman instrumen.`,
    !template.isConfirmed && 'Susunan kata sertifikat ini bawaan sistem, belum ditetapkan dengan keputusan.',
  ].filter((one) => typeof one === 'string');
  return said.length === 0 ? [] : [small([{ text: 'Belum dipastikan (not confirmed): ', bold: true }, { text: said.join(' ') }])];
}

function smallPrint({ address }: CertificateContent): Block {
  const plain = address.replace(/\?.*$/, '');
  return {
    kind: 'paragraph',
    size: 7.5,
    align: 'center',
    colour: 'muted',
    after: 0,
    text: [
      { text: `${TRIAL_WORDS.id} ${TRIAL_WORDS.en} Periksa keberlakuannya di ` },
      { text: plain, href: address, colour: 'primary' },
    ],
  };
}

/** A frame of two lines with corners set off. */
function frame(): Drawing {
  const box = (inset: number) => `M${inset} ${inset}H${WIDTH - inset}V${HEIGHT - inset}H${inset}Z`;
  const [near, far] = [30, 62];
  const corners = [
    `M${near} ${far}V${near}H${far}`,
    `M${WIDTH - far} ${near}H${WIDTH - near}V${far}`,
    `M${WIDTH - near} ${HEIGHT - far}V${HEIGHT - near}H${WIDTH - far}`,
    `M${far} ${HEIGHT - near}H${near}V${HEIGHT - far}`,
  ].join('');
  return {
    viewBox: [WIDTH, HEIGHT],
    paths: [
      { d: box(22), stroke: 'header', lineWidth: 2.2 },
      { d: box(30), stroke: 'line', lineWidth: 0.6 },
      { d: corners, stroke: 'accent', lineWidth: 2.4 },
    ],
  };
}
