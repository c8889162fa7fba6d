import type { Label } from '../../../kernel/language.ts';

export const linesEventLabels: Readonly<Record<string, Label>> = {
  'line-added': { id: 'Baris rencana ditambahkan', en: 'Line added to the plan' },
  'line-changed': { id: 'Baris rencana diubah', en: 'Line of the plan changed' },
  'lines-reordered': { id: 'Urutan baris diubah', en: 'Order of the lines changed' },
  'line-start': { id: 'Pelaksanaan baris dimulai', en: 'Work on a line begun' },
  'line-report': { id: 'Kemajuan dilaporkan', en: 'Progress reported' },
  'line-report-last': { id: 'Baris dilaporkan selesai', en: 'Line reported as done' },
  'line-withdraw': { id: 'Laporan kemajuan ditarik kembali', en: 'Report of progress taken back' },
  'line-confirm': { id: 'Kemajuan dikonfirmasi', en: 'Progress confirmed' },
  'line-confirm-last': { id: 'Baris dikonfirmasi selesai', en: 'Line confirmed as done' },
  'line-return': { id: 'Laporan kemajuan dikembalikan', en: 'Report of progress sent back' },
  'line-judge-not-done': { id: 'Baris dinyatakan tidak terlaksana', en: 'Line judged as not carried out' },
  'line-reopen': { id: 'Baris dibuka lagi', en: 'Line opened again' },
  'line-drop': { id: 'Baris dibatalkan', en: 'Line dropped' },
  'line-officer-named': { id: 'Petugas baris ditunjuk', en: 'Officer of a line named' },
  'line-shifted': { id: 'Tenggat baris digeser', en: 'Due day of a line moved' },
};
