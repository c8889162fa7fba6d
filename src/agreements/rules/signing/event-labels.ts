import type { Label } from '../../../kernel/language.ts';

export const signingEventLabels: Readonly<Record<string, Label>> = {
  'agreement-file-added': { id: 'Berkas ditambahkan', en: 'File added' },
  'agreement-file-confirmed': { id: 'Pindaian dicocokkan oleh orang kedua', en: 'Scan compared by a second person' },
};
