/** Events of bundles and variants on a case's own timeline; they stay inside. */
import type { Label } from '../../../kernel/language.ts';

export const REPORT_EVENTS: Readonly<Record<string, Label>> = {
  'bundle-taken': {
    id: 'Berkas lengkap atau versi samarannya diunduh',
    en: 'The whole file or a redacted version was downloaded',
  },
  'variant-begun': { id: 'Versi samaran berkas dimulai', en: 'A redacted version of the file was begun' },
  'variant-piece-decided': { id: 'Satu bagian versi samaran diputuskan', en: 'A piece of a redacted version was decided' },
  'variant-pieces-included': {
    id: 'Bagian yang boleh keluar dimasukkan ke versi samaran',
    en: 'Pieces that may go out were put into a redacted version',
  },
};
