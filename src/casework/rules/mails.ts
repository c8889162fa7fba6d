/**
 * What this room tells by mail: which case by its number, what, by when, where to look. Never a title, an agency, a name or what someone wrote:
 * mails lie open in mailboxes.
 */
import type { Language } from '../../kernel/language.ts';
import { PARAMETER_RULES, type ParameterRule } from '../../law/index.ts';
import { dayOfDetail, type MessageDetails, type MessageTemplate, type MessageTemplates, textOf } from '../../messages/index.ts';
import { documentTemplates } from './documents/mails.ts';
import { findingsMails } from './findings/mails.ts';
import { obligationMails } from './obligations/mails.ts';
import { reportTemplates } from './reports/mails.ts';
import { verificationMails } from './verification/mails.ts';

const news: MessageTemplate = (language, details, links) => {
  const number = textOf(details, 'number');
  const follow = links.to(details.complaint === true ? '/follow' : '/ombudsman/follow');
  return language === 'en'
    ? {
        subject: `There is news on your report ${number}`,
        text: `There is news on your report to the Ombudsman, number ${number}. Open\n${follow}\nand enter your receipt code.\n\nFor your safety this mail does not say what the news is. We never ask for your receipt code by mail or telephone.`,
      }
    : {
        subject: `Ada kabar tentang laporan ${number}`,
        text: `Ada kabar tentang laporan Anda ke Ombudsman, nomor ${number}. Buka\n${follow}\ndan masukkan kode tanda terima Anda.\n\nDemi keamanan Anda, isi kabar tidak ditulis di surel ini. Kami tidak pernah meminta kode tanda terima Anda lewat surel atau telepon.`,
      };
};

function stepOf(details: MessageDetails, language: Language): string {
  const rule = textOf(details, 'rule');
  if (!Object.hasOwn(PARAMETER_RULES, rule)) throw new TypeError('The detail rule names no rule of the law');
  return PARAMETER_RULES[rule as ParameterRule].label[language];
}

interface Sentence {
  readonly subject: (number: string) => string;
  readonly text: (number: string, step: string, day: string) => string;
}

/** For an officer of the Ombudsman about a deadline. */
function deadline(words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const number = textOf(details, 'number');
    const text = words[language].text(number, stepOf(details, language), dayOfDetail(details, 'dueOn', language));
    const open = language === 'en' ? 'Open:' : 'Buka:';
    return {
      subject: words[language].subject(number),
      text: `${text}\n\n${open}\n${links.to(`/desk/cases/${textOf(details, 'case')}`)}`,
    };
  };
}

/** For an officer of the Ombudsman about a deadline of a review. */
function review(words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const number = textOf(details, 'number');
    const text = words[language].text(number, stepOf(details, language), dayOfDetail(details, 'dueOn', language));
    const open = language === 'en' ? 'Open:' : 'Buka:';
    return {
      subject: words[language].subject(number),
      text: `${text}\n\n${open}\n${links.to(`/desk/reviews/files/${textOf(details, 'review')}`)}`,
    };
  };
}

/** For somebody whose complaint was among many: that the work on what many complained of has ended. Nothing of the others, nothing of what about. */
const reviewEnded: MessageTemplate = (language, details, links) => {
  const [own, number] = [textOf(details, 'own'), textOf(details, 'number')];
  const follow = links.to(details.complaint === true ? '/follow' : '/ombudsman/follow');
  return language === 'en'
    ? {
        subject: `The Ombudsman has finished its work ${number}`,
        text: `Your report ${own} was one of many about a like problem. The Ombudsman took the problem up of its own accord (number ${number}) and has now finished.\n\nYour own report stays as it is. You see how it stands at\n${follow}\n\nFor your safety this mail does not say what it is about. Nobody learned from this work that you had reported.`,
      }
    : {
        subject: `Ombudsman telah menyelesaikan ${number}`,
        text: `Laporan Anda ${own} adalah salah satu dari banyak laporan tentang masalah serupa. Ombudsman menanganinya atas prakarsa sendiri (nomor ${number}) dan kini telah selesai.\n\nLaporan Anda sendiri tetap seperti adanya. Perkembangannya dapat Anda lihat di\n${follow}\n\nDemi keamanan Anda, isinya tidak ditulis di surel ini. Tidak ada yang mengetahui dari pekerjaan ini bahwa Anda pernah melapor.`,
      };
};

/** For the agency that owes something. */
function owed(words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const number = textOf(details, 'number');
    const text = words[language].text(number, '', dayOfDetail(details, 'dueOn', language));
    const open = language === 'en' ? 'Open:' : 'Buka:';
    return {
      subject: words[language].subject(number),
      text: `${text}\n\n${open}\n${links.to(`/desk/owed/${textOf(details, 'obligation')}`)}`,
    };
  };
}

export const caseMails: MessageTemplates = {
  ...documentTemplates,
  'case.news': news,
  'case.reminder': deadline({
    id: {
      subject: (number) => `Pengingat tenggat perkara ${number}`,
      text: (number, step, day) => `Perkara ${number}: ${step} jatuh tempo pada ${day}.`,
    },
    en: {
      subject: (number) => `Deadline of case ${number} is near`,
      text: (number, step, day) => `Case ${number}: ${step} is due on ${day}.`,
    },
  }),
  'case.escalation': deadline({
    id: {
      subject: (number) => `Tenggat perkara ${number} terlewat`,
      text: (number, step, day) => `Perkara ${number}: ${step} jatuh tempo pada ${day} dan belum selesai.`,
    },
    en: {
      subject: (number) => `A deadline of case ${number} was missed`,
      text: (number, step, day) => `Case ${number}: ${step} was due on ${day} and is not done yet.`,
    },
  }),
  'case.review-reminder': review({
    id: {
      subject: (number) => `Pengingat tenggat kajian ${number}`,
      text: (number, step, day) => `Kajian ${number}: ${step} jatuh tempo pada ${day}.`,
    },
    en: {
      subject: (number) => `Deadline of review ${number} is near`,
      text: (number, step, day) => `Review ${number}: ${step} is due on ${day}.`,
    },
  }),
  'case.review-escalation': review({
    id: {
      subject: (number) => `Tenggat kajian ${number} terlewat`,
      text: (number, step, day) => `Kajian ${number}: ${step} jatuh tempo pada ${day} dan belum selesai.`,
    },
    en: {
      subject: (number) => `A deadline of review ${number} was missed`,
      text: (number, step, day) => `Review ${number}: ${step} was due on ${day} and is not done yet.`,
    },
  }),
  'case.review-ended': reviewEnded,
  'case.owed-reminder': owed({
    id: {
      subject: (number) => `Kewajiban dari perkara ${number} segera jatuh tempo`,
      text: (number, _, day) =>
        `Kewajiban instansi Anda kepada Ombudsman dari perkara ${number} jatuh tempo pada ${day}. Laporkan pelaksanaannya dengan bukti.`,
    },
    en: {
      subject: (number) => `An obligation of case ${number} is due soon`,
      text: (number, _, day) =>
        `What your agency owes the Ombudsman from case ${number} is due on ${day}. Report with evidence how it was carried out.`,
    },
  }),
  'case.owed-overdue': owed({
    id: {
      subject: (number) => `Kewajiban dari perkara ${number} lewat tenggat`,
      text: (number, _, day) =>
        `Kewajiban instansi Anda kepada Ombudsman dari perkara ${number} jatuh tempo pada ${day} dan belum dilaporkan selesai.`,
    },
    en: {
      subject: (number) => `An obligation of case ${number} is overdue`,
      text: (number, _, day) =>
        `What your agency owes the Ombudsman from case ${number} was due on ${day} and has not been reported as done.`,
    },
  }),
  ...findingsMails,
  ...obligationMails,
  ...reportTemplates,
  ...verificationMails,
};
