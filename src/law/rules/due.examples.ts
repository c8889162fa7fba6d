import type { Label } from '../../kernel/language.ts';
import type { Zone } from '../../kernel/time.ts';
import type { Limit } from './due.ts';

/**
 * Worked examples of due moments, each counted by hand on a wall calendar. They run as tests and are shown on the page of the law.
 * All of them use the shipped calendar; where an example needs the calendar as it was, it says what is left out.
 */
export interface DueExample {
  readonly title: Label;
  readonly from: string;
  readonly limit: Limit;
  readonly zone: Zone;
  readonly pauses?: readonly { readonly from: string; readonly to: string }[];
  /** Days taken out of the shipped calendar for this example, as if they had not been decreed. */
  readonly without?: readonly string[];
  readonly dueAt: string;
  readonly provisional?: boolean;
  /** The counted days, as counted by hand. */
  readonly counted: readonly string[];
}

const hk = (value: number): Limit => ({ value, unit: 'hk' });

export const DUE_EXAMPLES: readonly DueExample[] = [
  {
    title: { id: 'Menyeberangi Nyepi dan Idulfitri 2026', en: 'Across Nyepi and Eid al-Fitr 2026' },
    from: '2026-03-17T10:00:00+08:00',
    limit: hk(5),
    zone: 'Asia/Makassar',
    dueAt: '2026-03-31T23:59:59+08:00',
    counted: ['2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30', '2026-03-31'],
  },
  {
    title: { id: 'Verifikasi menjelang Nyepi 2026', en: 'Verification just before Nyepi 2026' },
    from: '2026-03-16T10:00:00+08:00',
    limit: hk(3),
    zone: 'Asia/Makassar',
    dueAt: '2026-03-26T23:59:59+08:00',
    counted: ['2026-03-17', '2026-03-25', '2026-03-26'],
  },
  {
    title: { id: 'Melewati akhir tahun 2026 (2027 belum ditetapkan)', en: 'Across the end of 2026 (2027 not yet decreed)' },
    from: '2026-12-22T09:30:00+07:00',
    limit: hk(5),
    zone: 'Asia/Jakarta',
    dueAt: '2026-12-31T23:59:59+07:00',
    counted: ['2026-12-23', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
  },
  {
    title: { id: 'Jatuh tempo di tahun 2027: sementara', en: 'Due in 2027: provisional' },
    from: '2026-12-29T09:30:00+07:00',
    limit: hk(5),
    zone: 'Asia/Jakarta',
    dueAt: '2027-01-06T23:59:59+07:00',
    provisional: true,
    counted: ['2026-12-30', '2026-12-31', '2027-01-04', '2027-01-05', '2027-01-06'],
  },
  {
    title: { id: '18 Agustus 2025 ditambahkan kemudian', en: '18 August 2025, added later' },
    from: '2025-08-14T13:00:00+07:00',
    limit: hk(3),
    zone: 'Asia/Jakarta',
    dueAt: '2025-08-20T23:59:59+07:00',
    counted: ['2025-08-15', '2025-08-19', '2025-08-20'],
  },
  {
    title: {
      id: 'Laporan yang sama sebelum 18 Agustus 2025 ditambahkan',
      en: 'The same complaint before 18 August 2025 was added',
    },
    from: '2025-08-14T13:00:00+07:00',
    limit: hk(3),
    zone: 'Asia/Jakarta',
    without: ['2025-08-18'],
    dueAt: '2025-08-19T23:59:59+07:00',
    counted: ['2025-08-15', '2025-08-18', '2025-08-19'],
  },
  {
    title: { id: 'Diterima pada hari Sabtu', en: 'Received on a Saturday' },
    from: '2026-07-04T15:00:00+08:00',
    limit: hk(3),
    zone: 'Asia/Makassar',
    dueAt: '2026-07-08T23:59:59+08:00',
    counted: ['2026-07-06', '2026-07-07', '2026-07-08'],
  },
  {
    title: { id: 'Diterima pukul 23.59.59 WIB, wilayah WIB', en: 'Received at 23:59:59 WIB in the WIB zone' },
    from: '2026-07-06T23:59:59+07:00',
    limit: hk(3),
    zone: 'Asia/Jakarta',
    dueAt: '2026-07-09T23:59:59+07:00',
    counted: ['2026-07-07', '2026-07-08', '2026-07-09'],
  },
  {
    title: {
      id: 'Saat yang sama di wilayah WITA: sudah hari berikutnya',
      en: 'The same moment in the WITA zone: already the next day',
    },
    from: '2026-07-06T23:59:59+07:00',
    limit: hk(3),
    zone: 'Asia/Makassar',
    dueAt: '2026-07-10T23:59:59+08:00',
    counted: ['2026-07-08', '2026-07-09', '2026-07-10'],
  },
  {
    title: { id: 'Hari pemungutan suara, 14 Februari 2024', en: 'Election day, 14 February 2024' },
    from: '2024-02-12T08:00:00+09:00',
    limit: hk(3),
    zone: 'Asia/Jayapura',
    dueAt: '2024-02-16T23:59:59+09:00',
    counted: ['2024-02-13', '2024-02-15', '2024-02-16'],
  },
  {
    title: { id: 'Jeda menunggu pelapor, dua hari kerja sudah lewat', en: 'Paused for the complainant after two working days' },
    from: '2026-07-06T09:00:00+08:00',
    limit: hk(5),
    zone: 'Asia/Makassar',
    pauses: [{ from: '2026-07-09T11:00:00+08:00', to: '2026-07-14T16:00:00+08:00' }],
    dueAt: '2026-07-17T23:59:59+08:00',
    counted: ['2026-07-07', '2026-07-08', '2026-07-15', '2026-07-16', '2026-07-17'],
  },
  {
    title: { id: 'Hari biasa menghitung semua hari', en: 'Plain days count every day' },
    from: '2026-03-17T10:00:00+08:00',
    limit: { value: 7, unit: 'day' },
    zone: 'Asia/Makassar',
    dueAt: '2026-03-24T23:59:59+08:00',
    counted: ['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24'],
  },
  {
    title: { id: '3 x 24 jam (UU 27/2022 Pasal 46)', en: '3 x 24 hours (UU 27/2022 article 46)' },
    from: '2026-03-17T10:00:00+08:00',
    limit: { value: 72, unit: 'hour' },
    zone: 'Asia/Makassar',
    dueAt: '2026-03-20T10:00:00+08:00',
    counted: [],
  },
];
