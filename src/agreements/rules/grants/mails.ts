/** What is told by mail about grants: that one waits for a yes, or came back. What it is about stands on the page alone. */
import type { Language } from '../../../kernel/language.ts';
import { type MessageTemplate, type MessageTemplates, textOf } from '../../../messages/index.ts';

interface Sentence {
  readonly subject: (code: string) => string;
  readonly text: (code: string) => string;
}

function template(words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const code = textOf(details, 'code');
    const { subject, text } = words[language];
    const href = links.to(`/desk/agreements/${code}/grants/${textOf(details, 'ordinal')}`);
    return { subject: subject(code), text: `${text(code)}\n\n${language === 'en' ? 'Open:' : 'Buka:'}\n${href}` };
  };
}

/** Details: `code` (of the agreement), `ordinal` (of the grant). */
export const grantsMails: MessageTemplates = {
  'agreement.grant-offered': template({
    id: {
      subject: (code) => `Izin berbagi data menunggu persetujuan (${code})`,
      text: (code) =>
        `Sebuah izin berbagi data pada kerja sama ${code} menunggu persetujuan pihak Anda. Periksa tujuan, kolom, dan masa berlakunya.`,
    },
    en: {
      subject: (code) => `A data-sharing grant waits for your yes (${code})`,
      text: (code) =>
        `A data-sharing grant under agreement ${code} waits for your side to agree. Look at its purpose, its fields and its period.`,
    },
  }),
  'agreement.grant-returned': template({
    id: {
      subject: (code) => `Izin berbagi data dikembalikan (${code})`,
      text: (code) => `Sebuah izin berbagi data pada kerja sama ${code} dikembalikan dengan alasan. Perbaiki, lalu ajukan lagi.`,
    },
    en: {
      subject: (code) => `A data-sharing grant came back (${code})`,
      text: (code) => `A data-sharing grant under agreement ${code} was sent back with a reason. Mend it and offer it again.`,
    },
  }),
  'agreement.grant-agreed': template({
    id: {
      subject: (code) => `Izin berbagi data disetujui semua pihak (${code})`,
      text: (code) =>
        `Semua pihak menyetujui sebuah izin berbagi data pada kerja sama ${code}. Izin berlaku pada masanya selama kerja samanya berlaku.`,
    },
    en: {
      subject: (code) => `All parties agreed to a data-sharing grant (${code})`,
      text: (code) =>
        `All parties agreed to a data-sharing grant under agreement ${code}. It is in force in its period as long as the agreement is.`,
    },
  }),
  'agreement.grant-ended': template({
    id: {
      subject: (code) => `Izin berbagi data diakhiri (${code})`,
      text: (code) =>
        `Sebuah izin berbagi data pada kerja sama ${code} diakhiri sebelum waktunya. Mulai hari ini tidak ada data yang boleh mengalir karenanya; data yang sudah diterima diperlakukan seperti tertulis dalam izin.`,
    },
    en: {
      subject: (code) => `A data-sharing grant was ended (${code})`,
      text: (code) =>
        `A data-sharing grant under agreement ${code} was ended early. From today on no data may flow because of it; what was received is treated as the grant says.`,
    },
  }),
};
