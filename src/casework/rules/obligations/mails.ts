/** What is told by mail about obligations: that there is something to do and by when. What it is stands on the page alone. */
import type { Language } from '../../../kernel/language.ts';
import { dayOfDetail, type MessageTemplate, type MessageTemplates, textOf } from '../../../messages/index.ts';

interface Sentence {
  readonly subject: string;
  readonly text: (day: string) => string;
}

function template(folder: '/desk/owed' | '/desk/obligations', words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const { subject, text } = words[language];
    const open = language === 'en' ? 'Open:' : 'Buka:';
    const href = links.to(`${folder}/${textOf(details, 'obligation')}`);
    return { subject, text: `${text(dayOfDetail(details, 'dueOn', language))}\n\n${open}\n${href}` };
  };
}

/** Details: `obligation` (id), `dueOn` (2026-03-17). */
export const obligationMails: MessageTemplates = {
  'case.owed-issued': template('/desk/owed', {
    id: {
      subject: 'Kewajiban baru kepada Ombudsman',
      text: (day) =>
        `Instansi Anda mempunyai kewajiban baru kepada Ombudsman. Tenggatnya ${day}. Tandai penerimaannya, kerjakan, lalu laporkan dengan bukti.`,
    },
    en: {
      subject: 'A new obligation to the Ombudsman',
      text: (day) =>
        `Your agency owes the Ombudsman something new. It is due on ${day}. Mark it as received, do it, and report with evidence.`,
    },
  }),
  'case.owed-decided': template('/desk/owed', {
    id: {
      subject: 'Ombudsman memutus tentang kewajiban instansi Anda',
      text: (day) => `Ada putusan Ombudsman tentang kewajiban instansi Anda. Tenggat yang tercatat: ${day}. Baca alasannya.`,
    },
    en: {
      subject: 'The Ombudsman decided on an obligation of your agency',
      text: (day) => `The Ombudsman decided on an obligation of your agency. The due day on record: ${day}. Read the reasons.`,
    },
  }),
  'case.owed-due': template('/desk/owed', {
    id: {
      subject: 'Kewajiban kepada Ombudsman segera jatuh tempo',
      text: (day) => `Kewajiban instansi Anda kepada Ombudsman jatuh tempo pada ${day}. Laporkan pelaksanaannya dengan bukti.`,
    },
    en: {
      subject: 'An obligation to the Ombudsman is due soon',
      text: (day) => `What your agency owes the Ombudsman is due on ${day}. Report with evidence how it was carried out.`,
    },
  }),
  'case.owed-late': template('/desk/owed', {
    id: {
      subject: 'Kewajiban kepada Ombudsman lewat tenggat',
      text: (day) => `Kewajiban instansi Anda kepada Ombudsman jatuh tempo pada ${day} dan belum dilaporkan selesai.`,
    },
    en: {
      subject: 'An obligation to the Ombudsman is overdue',
      text: (day) => `What your agency owes the Ombudsman was due on ${day} and has not been reported as done.`,
    },
  }),
  'case.obligation-reported': template('/desk/obligations', {
    id: {
      subject: 'Kewajiban instansi menunggu Anda',
      text: (day) =>
        `Instansi melaporkan pelaksanaan suatu kewajiban, atau meminta tambahan waktu. Tenggat instansi: ${day}. Periksa dan putuskan.`,
    },
    en: {
      subject: 'An obligation waits for you',
      text: (day) =>
        `An agency reported on an obligation, or asks for more time. The agency\u2019s due day: ${day}. Look at it and decide.`,
    },
  }),
  'case.obligation-due': template('/desk/obligations', {
    id: {
      subject: 'Tenggat kewajiban instansi',
      text: (day) => `Tenggat ${day} pada suatu kewajiban dari kajian perlu Anda perhatikan: segera jatuh tempo atau terlewat.`,
    },
    en: {
      subject: 'A due day of an obligation',
      text: (day) => `The due day ${day} of an obligation from a review needs your attention: it is near, or was missed.`,
    },
  }),
};
