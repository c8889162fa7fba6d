/**
 * What mails about complaints say: a number, a step, a date. Never a title, an agency, a name or a sentence of anyone: mails lie
 * open in mailboxes, on screens and at mail houses, and a complainant may share theirs with the one they complain about.
 */
import type { Language } from '../../kernel/language.ts';
import type { MessageDetails, MessageTemplate, MessageTemplates, MessageText } from './template.ts';
import { dayOfDetail, textOf } from './template.ts';

/** What is to be done on a complaint, named like its clocks. */
const STEPS = {
  verify: { id: 'verifikasi', en: 'verification' },
  'follow-up': { id: 'tindak lanjut pertama', en: 'first follow-up' },
  finish: { id: 'penyelesaian', en: 'completion' },
  silence: { id: 'tanggapan pelapor', en: "the complainant's answer" },
  hold: { id: 'keterangan tambahan dari pelapor', en: 'further facts from the complainant' },
  arbitrate: { id: 'keputusan admin nasional', en: "the national desk's decision" },
} as const;

export type ComplaintStep = keyof typeof STEPS;
export const COMPLAINT_STEPS = Object.keys(STEPS) as readonly ComplaintStep[];

/** 1234567890 or 123-456-7890 -> 123-456-7890 */
function numberOf(details: MessageDetails): string {
  const digits = textOf(details, 'trackingNumber').replace(/\D/g, '');
  if (digits.length !== 10) throw new TypeError('The detail trackingNumber does not have ten digits');
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}

function stepOf(details: MessageDetails, language: Language): string {
  const step = textOf(details, 'step');
  const label = Object.hasOwn(STEPS, step) ? STEPS[step as ComplaintStep] : undefined;
  if (label === undefined) throw new TypeError('The detail step names no step of a complaint');
  return label[language];
}

const dueOn = (details: MessageDetails, language: Language) => dayOfDetail(details, 'dueOn', language);

const news: MessageTemplate = (language, details, links) => {
  const number = numberOf(details);
  return language === 'en'
    ? {
        subject: `There is news on complaint number ${number}`,
        text: `There is news on complaint number ${number}. Open\n${links.to('/follow')}\nand enter your receipt code.\n\nFor your safety this mail does not say what the news is. We never ask for your receipt code by mail or telephone.`,
      }
    : {
        subject: `Ada kabar tentang pengaduan nomor ${number}`,
        text: `Ada kabar tentang pengaduan nomor ${number}. Buka\n${links.to('/follow')}\ndan masukkan kode tanda terima Anda.\n\nDemi keamanan Anda, isi kabar tidak ditulis di surel ini. Kami tidak pernah meminta kode tanda terima Anda lewat surel atau telepon.`,
      };
};

interface StaffSentence {
  readonly subject: (number: string, step: string) => string;
  readonly sentence: (number: string, step: string, day: string) => string;
}

function forStaff(words: Readonly<Record<Language, StaffSentence>>): MessageTemplate {
  return (language, details, links): MessageText => {
    const { subject, sentence } = words[language];
    const [number, step] = [numberOf(details), stepOf(details, language)];
    const desk = language === 'en' ? 'Open your desk:' : 'Buka meja kerja Anda:';
    return {
      subject: subject(number, step),
      text: `${sentence(number, step, dueOn(details, language))}\n\n${desk}\n${links.to('/desk')}`,
    };
  };
}

/** Details: `trackingNumber`; for officers also `step` (a `ComplaintStep`) and `dueOn` (2026-03-17). */
export const complaintTemplates: MessageTemplates = {
  'complaint.news': news,
  'complaint.new-work': forStaff({
    id: {
      subject: (number, step) => `Pengaduan ${number} menunggu ${step}`,
      sentence: (number, step, day) => `Pengaduan nomor ${number} menunggu ${step}, paling lambat ${day}.`,
    },
    en: {
      subject: (number, step) => `Complaint ${number} awaits ${step}`,
      sentence: (number, step, day) => `Complaint number ${number} awaits ${step}, by ${day} at the latest.`,
    },
  }),
  'complaint.reminder': forStaff({
    id: {
      subject: (number, step) => `Pengingat: ${step} pengaduan ${number}`,
      sentence: (number, step, day) => `Batas waktu ${step} untuk pengaduan nomor ${number} adalah ${day}.`,
    },
    en: {
      subject: (number, step) => `Reminder: ${step} of complaint ${number}`,
      sentence: (number, step, day) => `The deadline for ${step} of complaint number ${number} is ${day}.`,
    },
  }),
  'complaint.escalation': forStaff({
    id: {
      subject: (number, step) => `Lewat batas waktu: ${step} pengaduan ${number}`,
      sentence: (number, step, day) =>
        `Batas waktu ${step} untuk pengaduan nomor ${number} telah lewat pada ${day}. Hal ini disampaikan kepada Anda karena belum diselesaikan.`,
    },
    en: {
      subject: (number, step) => `Overdue: ${step} of complaint ${number}`,
      sentence: (number, step, day) =>
        `The deadline for ${step} of complaint number ${number} passed on ${day}. You are told because it is still open.`,
    },
  }),
};
