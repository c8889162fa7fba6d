import type { RefusalCatalogue } from '../../kernel/result.ts';

export type MessageRefusal = 'not-allowed' | 'absent' | 'not-again';

export const messageRefusals: RefusalCatalogue<MessageRefusal> = {
  'not-allowed': {
    kind: 'forbidden',
    id: 'Hanya admin sistem yang dapat mengirim ulang pesan.',
    en: 'Only a system administrator may have a message sent again.',
  },
  absent: { kind: 'absent', id: 'Pesan ini tidak ada.', en: 'There is no such message.' },
  'not-again': {
    kind: 'conflict',
    id: 'Pesan ini sudah terkirim atau masih akan dikirim, jadi tidak perlu dikirim ulang.',
    en: 'This message was sent or is still to be sent, so it need not be sent again.',
  },
};
