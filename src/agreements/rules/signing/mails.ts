/** What is told by mail of drafting and signing: which agreement by its code, what to do, where. */
import type { Language } from '../../../kernel/language.ts';
import { type MessageTemplate, type MessageTemplates, textOf } from '../../../messages/index.ts';

interface Sentence {
  readonly subject: (code: string) => string;
  readonly text: (code: string) => string;
}

function template(page: 'text' | 'signing', words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const code = textOf(details, 'code');
    const open = language === 'en' ? 'Open:' : 'Buka:';
    const href = links.to(`/desk/agreements/${code}/${page}`);
    return { subject: words[language].subject(code), text: `${words[language].text(code)}\n\n${open}\n${href}` };
  };
}

const id = (subject: string, text: string): Sentence => ({
  subject: (code) => `${subject} (${code})`,
  text: (code) => text.replaceAll('CODE', code),
});

/** Details: `code` (NK-2026-0001). */
const MAILS = {
  'agreement.text-comment': template('text', {
    id: id(
      'Ada tanggapan atas naskah kerja sama',
      'Ada tanggapan atau jawaban baru pada naskah CODE. Baca dan jawab di halaman naskah.',
    ),
    en: id(
      'Comments on the text of an agreement',
      'There are new comments or answers on the text of CODE. Read and answer them on the page of the text.',
    ),
  }),
  'agreement.sign-asked': template('signing', {
    id: id(
      'Anda diminta menandatangani dokumen kerja sama',
      'Giliran Anda menandatangani dokumen CODE. Baca naskahnya, lalu tandatangani dengan kode dari aplikasi autentikator Anda, atau pada kertas.',
    ),
    en: id(
      'You are asked to sign an agreement',
      'It is your turn to sign the agreement CODE. Read the text, then sign with the code of your authenticator app, or on paper.',
    ),
  }),
  'agreement.sign-reminder': template('signing', {
    id: id(
      'Pengingat: dokumen kerja sama menunggu tanda tangan Anda',
      'Dokumen CODE masih menunggu tanda tangan Anda. Bila Anda tidak dapat menandatanganinya, sampaikan alasannya di halaman yang sama.',
    ),
    en: id(
      'Reminder: an agreement waits for your signature',
      'The agreement CODE still waits for your signature. If you cannot sign it, say why on the same page.',
    ),
  }),
  'agreement.sign-missing': template('signing', {
    id: id(
      'Ada yang belum menandatangani dokumen kerja sama',
      'Dokumen CODE belum lengkap tanda tangannya. Lihat siapa yang belum menandatangani dan sejak kapan.',
    ),
    en: id(
      'Signatures are missing on an agreement',
      'The agreement CODE is not fully signed. See who has not signed and since when.',
    ),
  }),
  'agreement.sign-declined': template('signing', {
    id: id(
      'Seorang penanda tangan menolak',
      'Seorang penanda tangan dokumen CODE menolak menandatangani dan menyampaikan alasannya. Baca alasannya dan putuskan langkah berikutnya.',
    ),
    en: id(
      'A signatory has declined',
      'A signatory of the agreement CODE declined to sign and said why. Read the reason and decide how to go on.',
    ),
  }),
  'agreement.sign-stopped': template('signing', {
    id: id(
      'Penandatanganan dihentikan',
      'Penandatanganan dokumen CODE dihentikan dan naskahnya dibahas lagi. Tanda tangan yang sudah diberikan tidak berlaku; Anda akan diminta menandatangani naskah yang baru.',
    ),
    en: id(
      'The signing was stopped',
      'The signing of the agreement CODE was stopped and its text is open again. Signatures given are void; you will be asked to sign the new text.',
    ),
  }),
  'agreement.sign-complete': template('signing', {
    id: id(
      'Dokumen kerja sama sudah ditandatangani semua pihak',
      'Semua penanda tangan dokumen CODE sudah menandatangani. Dokumennya dapat diunduh di halaman penandatanganan.',
    ),
    en: id(
      'An agreement has been signed by everybody',
      'Everybody has signed the agreement CODE. The document can be downloaded on the page of its signing.',
    ),
  }),
  'agreement.paper-to-confirm': template('signing', {
    id: id(
      'Pindaian tanda tangan menunggu dicocokkan',
      'Pindaian tanda tangan dokumen CODE menunggu orang kedua untuk mencocokkannya dengan kertas asli.',
    ),
    en: id(
      'A scan of signatures waits to be compared',
      'A scan of signatures of the agreement CODE waits for a second person to compare it with the paper.',
    ),
  }),
  'agreement.paper-rejected': template('signing', {
    id: id(
      'Pindaian tanda tangan tidak cocok',
      'Pindaian tanda tangan dokumen CODE dinyatakan tidak cocok. Baca alasannya, lalu unggah pindaian yang benar.',
    ),
    en: id(
      'A scan of signatures was rejected',
      'A scan of signatures of the agreement CODE was rejected. Read why and upload the right one.',
    ),
  }),
} as const satisfies Record<string, MessageTemplate>;

export type SigningMail = keyof typeof MAILS;

export const signingMails: MessageTemplates = MAILS;
