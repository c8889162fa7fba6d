/** A document with every kind of block, for tests and for looking at. */
import { qrDrawing } from '../qr/qr.ts';
import type { Document } from './model.ts';

const SENTENCE =
  'Unit layanan ini sudah memajang maklumat pelayanan, tetapi jangka waktu dan biaya belum tertulis di ruang tunggu maupun di laman. ';

export function everything(options: { readonly rows?: number; readonly at?: Date } = {}): Document {
  return {
    title: 'Contoh dokumen: <tajuk> & uji',
    lang: 'id',
    author: 'Tuntas (contoh)',
    subject: 'Semua jenis bagian',
    at: options.at ?? new Date('2026-03-17T02:00:00Z'),
    footer: { text: 'Tuntas \u00b7 contoh', pageNumber: (page, pages) => `Halaman ${page} dari ${pages}` },
    blocks: [
      {
        kind: 'columns',
        valign: 'middle',
        columns: [
          {
            width: 3,
            blocks: [
              { kind: 'heading', level: 1, text: 'Rapor pelayanan publik 2024' },
              { kind: 'paragraph', text: 'Pemerintah Kabupaten Klungkung (contoh)', size: 13, colour: 'muted' },
              {
                kind: 'badge',
                text: 'Zona hijau \u00b7 Kualitas tinggi (B)',
                fill: 'zone-green-bg',
                colour: 'zone-green-fg',
                size: 12,
              },
            ],
          },
          {
            width: 1,
            blocks: [
              {
                kind: 'figure',
                drawing: qrDrawing('http://localhost:3000/verify/1234?k=abcdef'),
                width: 90,
                alt: 'Kode QR menuju halaman pemeriksaan',
                align: 'right',
              },
            ],
          },
        ],
      },
      {
        kind: 'facts',
        rows: [
          { name: 'Instansi', value: 'Pemerintah Kabupaten Klungkung' },
          { name: 'Nilai', value: [{ text: '87,45', bold: true }, { text: ' dari 100' }] },
          { name: 'Dasar hukum', value: 'Peraturan Ombudsman Nomor 22 Tahun 2016' },
        ],
      },
      { kind: 'heading', level: 2, text: 'Ringkasan' },
      { kind: 'paragraph', text: SENTENCE.repeat(4) },
      {
        kind: 'paragraph',
        text: [
          { text: 'Periksa di ' },
          { text: 'tuntas.example/verify', href: 'https://tuntas.example/verify', colour: 'primary' },
          { text: ', tanpa masuk. ' },
          { text: 'This line is English.', italic: true },
        ],
      },
      { kind: 'list', items: ['Pasang jangka waktu di ruang tunggu.', SENTENCE.repeat(2), 'Latih petugas pengaduan.'] },
      { kind: 'list', ordered: true, items: ['Pertama', 'Kedua'] },
      { kind: 'note', tone: 'warning', title: 'Bobot baku', text: 'Bobot indikator belum ditetapkan; dipakai bobot sama rata.' },
      { kind: 'heading', level: 2, text: 'Indikator yang kurang' },
      {
        kind: 'table',
        caption: 'Nilai tiap indikator',
        rowHeaders: true,
        columns: [
          { title: 'Indikator', width: 5 },
          { title: 'Nilai', width: 1.2, align: 'right' },
          { title: 'Zona', width: 1.4 },
          { title: 'Catatan', width: 4 },
        ],
        rows: Array.from({ length: options.rows ?? 60 }, (_row, index) => [
          `Indikator ${index + 1}: persyaratan pelayanan tersedia`,
          `${(40 + ((index * 7) % 60)).toFixed(2).replace('.', ',')}`,
          index % 3 === 0
            ? { text: 'Kuning', fill: 'zone-yellow-bg', colour: 'zone-yellow-fg' }
            : { text: 'Hijau', fill: 'zone-green-bg', colour: 'zone-green-fg' },
          index % 4 === 0 ? SENTENCE : 'Tidak ada catatan.',
        ]),
      },
      { kind: 'to-foot', blocks: [{ kind: 'rule' }, { kind: 'paragraph', text: 'Ditetapkan di Jakarta.', align: 'center' }] },
    ],
  };
}
