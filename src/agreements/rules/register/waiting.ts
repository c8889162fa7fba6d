/** What can wait for somebody on the desk of agreements, in the order in which it is shown: what others wait for comes first. */
import type { Label } from '../../../kernel/language.ts';

export const WAITINGS = {
  sign: { id: 'Menunggu tanda tangan Anda', en: 'Waiting for your signature' },
  comment: { id: 'Menunggu tanggapan pihak Anda', en: 'Waiting for your side’s comments' },
  answer: { id: 'Tanggapan menunggu jawaban Anda', en: 'Comments waiting for your answer' },
  confirm: { id: 'Kemajuan menunggu konfirmasi', en: 'Progress to be confirmed' },
  grant: { id: 'Izin berbagi data menunggu persetujuan', en: 'Data-sharing grants to be agreed' },
  scan: { id: 'Pindaian menunggu diperiksa', en: 'Scans to be checked' },
  unwatched: { id: 'Tanpa narahubung', en: 'Without a focal point' },
  lapsing: { id: 'Segera berakhir, belum ada penerus', en: 'Lapsing, nothing signed follows' },
  'no-scan': { id: 'Belum ada pindaian', en: 'Without a scan' },
  draft: { id: 'Konsep Anda', en: 'Your drafts' },
} as const satisfies Record<string, Label>;

export type Waiting = keyof typeof WAITINGS;
export const WAITING_KINDS = Object.keys(WAITINGS) as Waiting[];
