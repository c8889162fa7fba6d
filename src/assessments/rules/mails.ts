/**
 * What this room tells by mail: which round, by when, where to look. Never a score, an agency or what someone wrote: mails lie open in
 * mailboxes, and results belong on the page where they can be read with what they rest on.
 */
import type { Language } from '../../kernel/language.ts';
import { dayOfDetail, type MessageDetails, type MessageTemplate, type MessageTemplates, textOf } from '../../messages/index.ts';

const dueOn = (details: MessageDetails, language: Language) => dayOfDetail(details, 'dueOn', language);

interface Sentence {
  readonly subject: (round: string) => string;
  readonly text: (round: string, day: () => string) => string;
}

function template(path: (assessmentId: string) => string, words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const round = textOf(details, 'round');
    const { subject, text } = words[language];
    const open = language === 'en' ? 'Open:' : 'Buka:';
    return {
      subject: subject(round),
      text: `${text(round, () => dueOn(details, language))}\n\n${open}\n${links.to(path(textOf(details, 'assessment')))}`,
    };
  };
}

const page = (id: string) => `/desk/assessments/${id}`;
const reply = (id: string) => `/desk/assessments/${id}/reply`;

/** Details: `round` (its code), `assessment` (id); where a day is told also `dueOn` (2026-03-17). */
export const assessmentTemplates: MessageTemplates = {
  'assessment.assigned': template(page, {
    id: {
      subject: (round) => `Anda ditugaskan menilai (${round})`,
      text: (round) =>
        `Anda ditugaskan menilai unit layanan dalam putaran penilaian ${round}. Bila Anda mempunyai hubungan dengan instansi yang dinilai, nyatakan sebelum mulai.`,
    },
    en: {
      subject: (round) => `You were assigned an assessment (${round})`,
      text: (round) =>
        `You were assigned units to assess in the round ${round}. If you have a tie to the agency, declare it before you begin.`,
    },
  }),
  'assessment.returned': template(page, {
    id: {
      subject: (round) => `Penilaian dikembalikan untuk diperbaiki (${round})`,
      text: (round) =>
        `Penilaian Anda dalam putaran ${round} dikembalikan dengan alasan. Baca alasannya, perbaiki, lalu ajukan lagi.`,
    },
    en: {
      subject: (round) => `An assessment was returned (${round})`,
      text: (round) => `Your assessment in the round ${round} was returned with a reason. Read it, mend it and submit again.`,
    },
  }),
  'assessment.self-assessment': template((id) => `/desk/assessments/${id}/self`, {
    id: {
      subject: (round) => `Penilaian mandiri dibuka (${round})`,
      text: (round, day) =>
        `Penilaian mandiri unit Anda dalam putaran ${round} dapat diisi sampai ${day()}. Isian ini dibandingkan dengan hasil penilai, tidak ikut dihitung dalam nilai.`,
    },
    en: {
      subject: (round) => `The self-assessment is open (${round})`,
      text: (round, day) =>
        `The self-assessment of your unit in the round ${round} can be filled in until ${day()}. It is compared with what the assessors find and does not count in the score.`,
    },
  }),
  'assessment.notified': template(reply, {
    id: {
      subject: (round) => `Hasil sementara penilaian dapat dibaca dan disanggah (${round})`,
      text: (round, day) =>
        `Hasil sementara penilaian instansi Anda dalam putaran ${round} dapat dibaca. Bila ada indikator yang menurut Anda keliru, sampaikan sanggahan dengan bukti paling lambat ${day()}.`,
    },
    en: {
      subject: (round) => `The provisional result can be read and replied to (${round})`,
      text: (round, day) =>
        `The provisional result of your agency in the round ${round} can be read. If you think that an indicator is wrong, reply with evidence by ${day()}.`,
    },
  }),
  'assessment.reply-reminder': template(reply, {
    id: {
      subject: (round) => `Pengingat: masa sanggah segera berakhir (${round})`,
      text: (round, day) =>
        `Masa sanggah atas hasil penilaian dalam putaran ${round} berakhir pada ${day()}. Setelah itu sanggahan tidak dapat diterima lagi.`,
    },
    en: {
      subject: (round) => `Reminder: the time for replies ends soon (${round})`,
      text: (round, day) =>
        `The time to reply to the result in the round ${round} ends on ${day()}. No reply can be taken after it.`,
    },
  }),
  'assessment.reply-moved': template(reply, {
    id: {
      subject: (round) => `Masa sanggah diperpanjang (${round})`,
      text: (round, day) =>
        `Ada hari libur yang baru ditetapkan, sehingga masa sanggah atas hasil penilaian dalam putaran ${round} menjadi lebih panjang: sampai ${day()}.`,
    },
    en: {
      subject: (round) => `There is more time to reply (${round})`,
      text: (round, day) =>
        `Days off were decreed, so that the time to reply to the result in the round ${round} becomes longer: until ${day()}.`,
    },
  }),
  'assessment.reply-filed': template((id) => `/desk/assessments/${id}/replies`, {
    id: {
      subject: (round) => `Ada sanggahan yang menunggu keputusan (${round})`,
      text: (round) =>
        `Instansi yang dinilai dalam putaran ${round} menyampaikan sanggahan. Baca bukti kedua pihak lalu putuskan.`,
    },
    en: {
      subject: (round) => `A reply awaits its decision (${round})`,
      text: (round) => `An agency in the round ${round} has replied. Read the evidence of both sides and decide.`,
    },
  }),
  'assessment.reply-decided': template(reply, {
    id: {
      subject: (round) => `Sanggahan diputus (${round})`,
      text: (round) => `Sanggahan instansi Anda dalam putaran ${round} sudah diputus, dengan alasannya.`,
    },
    en: {
      subject: (round) => `A reply was decided (${round})`,
      text: (round) => `A reply of your agency in the round ${round} was decided, with reasons.`,
    },
  }),
  'assessment.published': template(reply, {
    id: {
      subject: (round) => `Hasil penilaian terbit (${round})`,
      text: (round) => `Hasil penilaian instansi Anda dalam putaran ${round} sudah terbit, beserta hal yang perlu diperbaiki.`,
    },
    en: {
      subject: (round) => `The result of the assessment is published (${round})`,
      text: (round) => `The result of your agency in the round ${round} is published, with what is to be improved.`,
    },
  }),
  'assessment.corrected': template(reply, {
    id: {
      subject: (round) => `Hasil penilaian dikoreksi (${round})`,
      text: (round) => `Hasil penilaian instansi Anda dalam putaran ${round} dikoreksi, dengan alasan dan dasar keputusannya.`,
    },
    en: {
      subject: (round) => `A published result was corrected (${round})`,
      text: (round) =>
        `The published result of your agency in the round ${round} was corrected, with its reason and the decree it rests on.`,
    },
  }),
};
