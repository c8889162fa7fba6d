/** What is told by mail about lines of plans and about agreements that end: which one, by when, where to look. What was written stands on the page. */
import type { Language } from '../../../kernel/language.ts';
import {
  dayOfDetail,
  type MessageDetails,
  type MessageTemplate,
  type MessageTemplates,
  textOf,
} from '../../../messages/index.ts';

interface Sentence {
  readonly subject: (what: string) => string;
  readonly text: (what: string, day: string) => string;
}

/** Details: `code`, `line` (its number), `dueOn` (2026-03-17). */
function ofLine(words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const code = textOf(details, 'code');
    const line = numberOf(details, 'line');
    const what = language === 'en' ? `line ${line} of ${code}` : `baris ${line} dalam ${code}`;
    const { subject, text } = words[language];
    const open = language === 'en' ? 'Open:' : 'Buka:';
    const href = links.to(`/desk/agreements/${code}/lines/${line}`);
    return { subject: subject(what), text: `${text(what, dayOfDetail(details, 'dueOn', language))}\n\n${open}\n${href}` };
  };
}

/** Details: `code`, `endsOn` (2026-12-31), `days` (left). */
function ofAgreement(
  words: Readonly<Record<Language, (code: string, day: string, days: number) => Readonly<Record<'subject' | 'text', string>>>>,
): MessageTemplate {
  return (language, details, links) => {
    const code = textOf(details, 'code');
    const { subject, text } = words[language](code, dayOfDetail(details, 'endsOn', language), numberOf(details, 'days'));
    return { subject, text: `${text}\n\n${language === 'en' ? 'Open:' : 'Buka:'}\n${links.to(`/desk/agreements/${code}`)}` };
  };
}

function numberOf(details: MessageDetails, key: string): number {
  const value = details[key];
  if (typeof value !== 'number') throw new TypeError(`The message lacks its detail ${key}`);
  return value;
}

export const linesMails: MessageTemplates = {
  'agreement.line-soon': ofLine({
    id: {
      subject: (what) => `Segera jatuh tempo: ${what}`,
      text: (what, day) =>
        `Sebuah kegiatan dalam rencana kerja Anda, ${what}, jatuh tempo pada ${day}. Laporkan kemajuannya dengan bukti dukung, atau geser tenggatnya dengan alasan bila memang perlu.`,
    },
    en: {
      subject: (what) => `Due soon: ${what}`,
      text: (what, day) =>
        `An activity of your work plan, ${what}, is due on ${day}. Report its progress with evidence, or move the due day with a reason if that is needed.`,
    },
  }),
  'agreement.line-due': ofLine({
    id: {
      subject: (what) => `Jatuh tempo: ${what}`,
      text: (what, day) =>
        `Tenggat ${what} adalah ${day} dan belum dilaporkan selesai. Laporkan hasilnya, atau geser tenggatnya dengan alasan.`,
    },
    en: {
      subject: (what) => `Due: ${what}`,
      text: (what, day) =>
        `The due day of ${what} is ${day}, and it is not reported as done. Report it, or move the due day with a reason.`,
    },
  }),
  'agreement.line-late': ofLine({
    id: {
      subject: (what) => `Perlu dibicarakan: ${what}`,
      text: (what, day) =>
        `Tenggat ${what} adalah ${day} dan sudah lewat tanpa laporan selesai. Pesan ini dikirim kepada kedua pihak agar jalan keluarnya dapat dicari bersama.`,
    },
    en: {
      subject: (what) => `To be talked over: ${what}`,
      text: (what, day) =>
        `The due day of ${what} was ${day}; it passed without a report that it is done. Both sides get this message, so that they can find a way together.`,
    },
  }),
  'agreement.line-reported': ofLine({
    id: {
      subject: (what) => `Ada laporan kemajuan: ${what}`,
      text: (what, day) =>
        `Pihak lain melaporkan kemajuan ${what} (tenggat ${day}). Periksa buktinya, lalu konfirmasi atau kembalikan dengan catatan.`,
    },
    en: {
      subject: (what) => `Progress reported: ${what}`,
      text: (what, day) =>
        `The other side reported progress of ${what} (due ${day}). Look at the evidence, then confirm it or send it back with a note.`,
    },
  }),
  'agreement.line-confirm': ofLine({
    id: {
      subject: (what) => `Menunggu konfirmasi Anda: ${what}`,
      text: (what, day) =>
        `Laporan kemajuan ${what} (tenggat ${day}) sudah lama menunggu konfirmasi Anda. Periksa buktinya, lalu konfirmasi atau kembalikan dengan catatan.`,
    },
    en: {
      subject: (what) => `Waiting for your confirmation: ${what}`,
      text: (what, day) =>
        `A report of progress of ${what} (due ${day}) has been waiting for you. Look at the evidence, then confirm it or send it back with a note.`,
    },
  }),
  'agreement.line-returned': ofLine({
    id: {
      subject: (what) => `Perlu dilengkapi: ${what}`,
      text: (what, day) =>
        `Pihak lain mengembalikan laporan kemajuan ${what} (tenggat ${day}) dengan catatan. Baca catatannya, lengkapi, lalu laporkan lagi.`,
    },
    en: {
      subject: (what) => `To be completed: ${what}`,
      text: (what, day) =>
        `The other side sent the report on ${what} (due ${day}) back with a note. Read it, complete the report, and send it again.`,
    },
  }),
  'agreement.line-moved': ofLine({
    id: {
      subject: (what) => `Tenggat bergeser: ${what}`,
      text: (what, day) => `Tenggat ${what} digeser menjadi ${day}. Alasan dan tenggat semula dapat dibaca pada halamannya.`,
    },
    en: {
      subject: (what) => `Due day moved: ${what}`,
      text: (what, day) => `The due day of ${what} was moved to ${day}. The reason and the day promised first stand on its page.`,
    },
  }),
  'agreement.lapse': ofAgreement({
    id: (code, day, days) => ({
      subject: `Segera berakhir: ${code}`,
      text: `${code} berlaku sampai ${day}, ${days} hari lagi. Nilai pelaksanaannya bersama dan putuskan: diperpanjang, diubah atau diakhiri, agar tidak ada hari yang tidak tercakup tanpa disadari.`,
    }),
    en: (code, day, days) => ({
      subject: `Lapsing soon: ${code}`,
      text: `${code} is in force until ${day}, ${days === 1 ? '1 more day' : `${days} more days`}. Evaluate it together and decide whether to renew, change or end it, so that no day is left uncovered unawares.`,
    }),
  }),
};
