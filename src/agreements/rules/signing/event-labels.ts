import type { Label } from '../../../kernel/language.ts';

export const signingEventLabels: Readonly<Record<string, Label>> = {
  'agreement-file-added': { id: 'Berkas ditambahkan', en: 'File added' },
  'agreement-file-confirmed': { id: 'Pindaian dicocokkan oleh orang kedua', en: 'Scan compared by a second person' },
  'agreement-file-opened': { id: 'Berkas dibuka untuk umum', en: 'File opened to everybody' },
  'agreement-file-closed': { id: 'Berkas ditarik dari umum', en: 'File taken back from the public' },
  'signing-text-begun': { id: 'Naskah dimulai', en: 'Text begun' },
  'signing-text-changed': { id: 'Naskah diubah', en: 'Text changed' },
  'signing-text-agreed': { id: 'Pihak menyatakan setuju dengan naskah', en: 'A party agreed with the text' },
  'signing-comment-added': { id: 'Tanggapan atas naskah', en: 'Comment on the text' },
  'signing-comment-answered': { id: 'Tanggapan dijawab', en: 'Comment answered' },
  'signing-comment-settled': { id: 'Tanggapan diselesaikan', en: 'Comment settled' },
  'signing-comment-reopened': { id: 'Tanggapan dibuka lagi', en: 'Comment opened again' },
  'signing-signed': { id: 'Ditandatangani', en: 'Signed' },
  'signing-declined': { id: 'Menolak menandatangani', en: 'Declined to sign' },
  'signing-asked-again': { id: 'Diminta menandatangani lagi', en: 'Asked to sign again' },
  'signing-paper-uploaded': { id: 'Pindaian tanda tangan diunggah', en: 'Scan of signatures uploaded' },
  'signing-paper-confirmed': { id: 'Pindaian tanda tangan dicocokkan', en: 'Scan of signatures compared' },
  'signing-paper-rejected': { id: 'Pindaian tanda tangan tidak cocok', en: 'Scan of signatures rejected' },
  'signing-ceremony-planned': { id: 'Dijadwalkan dalam acara penandatanganan', en: 'Planned for a signing ceremony' },
};
