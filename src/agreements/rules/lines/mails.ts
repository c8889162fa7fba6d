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

/** Details: `code`, `endsOn` (2026-12-31), `days` (left), `isOffice` (an office without an account opens the public page). */
function ofAgreement(
  words: Readonly<Record<Language, (code: string, day: string, days: number) => Readonly<Record<'subject' | 'text', string>>>>,
): MessageTemplate {
  return (language, details, links) => {
    const code = textOf(details, 'code');
    const { subject, text } = words[language](code, dayOfDetail(details, 'endsOn', language), numberOf(details, 'days'));
    return {
      subject,
      text: `${text}\n\n${language === 'en' ? 'Open:' : 'Buka:'}\n${links.to(`${details.isOffice === true ? '' : '/desk'}/agreements/${code}`)}`,
    };
  };
}

/** Details: `code`, `count` (of lines; `null` = many). */
function ofPlan(
  words: Readonly<Record<Language, (code: string, count: number | null) => Readonly<Record<'subject' | 'text', string>>>>,
): MessageTemplate {
  return (language, details, links) => {
    const code = textOf(details, 'code');
    const { subject, text } = words[language](code, details.count === null ? null : numberOf(details, 'count'));
    return {
      subject,
      text: `${text}\n\n${language === 'en' ? 'Open:' : 'Buka:'}\n${links.to(`/desk/agreements/${code}/lines`)}`,
    };
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
  'agreement.line-added': ofLine({
    id: {
      subject: (what) => `Baris baru dalam rencana: ${what}`,
      text: (what, day) =>
        `Rencana kerja yang sudah ditandatangani bertambah satu baris: ${what}, tenggat ${day}. Baca isinya; bila belum disepakati, bicarakan dengan penyusun dokumen.`,
    },
    en: {
      subject: (what) => `New line of a plan: ${what}`,
      text: (what, day) =>
        `A line was added to a plan that is signed already: ${what}, due ${day}. Read it; if it was not agreed on, talk to whoever keeps the agreement.`,
    },
  }),
  'agreement.line-changed': ofLine({
    id: {
      subject: (what) => `Isi baris diubah: ${what}`,
      text: (what, day) =>
        `Isi ${what} diubah setelah ditandatangani; tenggatnya ${day}. Isi semula, isi baru dan alasannya dapat dibaca pada halamannya, juga oleh masyarakat.`,
    },
    en: {
      subject: (what) => `Line changed: ${what}`,
      text: (what, day) =>
        `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} was changed after the signing; it is due on ${day}. What it said before, what it says now and why stand on its page, for everyone to read.`,
    },
  }),
  'agreement.line-withdrawn': ofLine({
    id: {
      subject: (what) => `Baris dibatalkan: ${what}`,
      text: (what, day) =>
        `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} (tenggat ${day}) dibatalkan setelah ditandatangani. Isi dan alasannya tetap dapat dibaca siapa pun. Bila belum disepakati, bicarakan dengan penyusun dokumen.`,
    },
    en: {
      subject: (what) => `Line withdrawn: ${what}`,
      text: (what, day) =>
        `${what[0]?.toUpperCase() ?? ''}${what.slice(1)} (due ${day}) was withdrawn after the signing. Everybody can still read what it promised and why it was withdrawn. If it was not agreed on, talk to whoever keeps the agreement.`,
    },
  }),
  'agreement.plan-grown': ofPlan({
    id: (code, count) => ({
      subject: `Rencana bertambah ${count ?? 'banyak'} baris: ${code}`,
      text: `${code} sudah ditandatangani dan kini bertambah ${count ?? 'banyak'} baris. Baris baru ditandai dalam rencananya.`,
    }),
    en: (code, count) => ({
      subject: `Plan has grown by ${count ?? 'many'} lines: ${code}`,
      text: `${code} is signed already; ${count ?? 'many'} lines were added to it. They are marked in the plan.`,
    }),
  }),
  'agreement.plan-changed': ofPlan({
    id: (code, count) => ({
      subject: `${count ?? 'Banyak'} baris rencana diubah: ${code}`,
      text: `Isi ${count ?? 'banyak'} baris dalam ${code} diubah setelah ditandatangani, melalui tabel. Isi semula, isi baru dan alasannya dapat dibaca pada halaman tiap baris, juga oleh masyarakat.`,
    }),
    en: (code, count) => ({
      subject: count === 1 ? `One line changed: ${code}` : `${count ?? 'Many'} lines changed: ${code}`,
      text: `${count === 1 ? 'One line' : `${count ?? 'Many'} lines`} of ${code} changed after the signing, from a table. What the lines said before, what they say now and why stand on their pages, for everyone to read.`,
    }),
  }),
  'agreement.confirm-late': ofLine({
    id: {
      subject: (what) => `Laporan belum dijawab: ${what}`,
      text: (what, day) =>
        `Laporan kemajuan ${what} (tenggat ${day}) belum dikonfirmasi dan belum dikembalikan, meskipun petugasnya sudah diingatkan. Pesan ini dikirim kepada yang memeriksa, pimpinannya dan penyusun rencana.`,
    },
    en: {
      subject: (what) => `Report without an answer: ${what}`,
      text: (what, day) =>
        `A report of progress of ${what} (due ${day}) was neither confirmed nor sent back, though whoever looks at it was reminded. This message goes to them, to who leads their side and to who keeps the plan.`,
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
