import type { Label } from '../../../kernel/language.ts';

export const grantsEventLabels: Readonly<Record<string, Label>> = {
  'grant-drafted': { id: 'Izin berbagi data disiapkan', en: 'A data-sharing grant was prepared' },
  'grant-changed': { id: 'Konsep izin berbagi data diubah', en: 'The draft of a data-sharing grant was changed' },
  'grant-offer': { id: 'Izin berbagi data diajukan untuk disetujui', en: 'A data-sharing grant was offered' },
  'grant-take-back': {
    id: 'Izin berbagi data ditarik kembali menjadi konsep',
    en: 'A data-sharing grant was taken back as a draft',
  },
  'grant-decline': { id: 'Izin berbagi data dikembalikan', en: 'A data-sharing grant was sent back' },
  'grant-consent': { id: 'Satu pihak menyetujui izin berbagi data', en: 'A party said yes to a data-sharing grant' },
  'grant-complete': { id: 'Izin berbagi data disetujui semua pihak', en: 'All parties have agreed to a data-sharing grant' },
  'grant-withdraw': { id: 'Konsep izin berbagi data dibatalkan', en: 'The draft of a data-sharing grant was withdrawn' },
  'grant-end': { id: 'Izin berbagi data diakhiri', en: 'A data-sharing grant was ended' },
};
