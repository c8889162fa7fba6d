/** What is told of work reports by mail: which month and where to look, never what is in them. */
import type { Language } from '../../../kernel/language.ts';
import { Temporal } from '../../../kernel/time.ts';
import { type MessageDetails, type MessageTemplate, type MessageTemplates, textOf } from '../../../messages/index.ts';
import { periodOf, periodWords } from './period.ts';

function monthIn(details: MessageDetails, language: Language): string {
  return periodWords(periodOf(Temporal.PlainDate.from(`${textOf(details, 'month')}-01`), 'month'), language);
}

interface Sentence {
  readonly subject: (month: string) => string;
  readonly text: (month: string) => string;
}

function template(words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const month = monthIn(details, language);
    const { subject, text } = words[language];
    const path = `/desk/work-reports/${textOf(details, 'month')}?office=${encodeURIComponent(textOf(details, 'office'))}`;
    return {
      subject: subject(month),
      text: `${text(month)}\n\n${language === 'en' ? 'Open:' : 'Buka:'}\n${links.to(path)}`,
    };
  };
}

/** Details: `office` (id), `month` (2026-03). */
export const reportTemplates: MessageTemplates = {
  'case.work-report-due': template({
    id: {
      subject: (month) => `Laporan kerja ${month} menunggu Anda`,
      text: (month) =>
        `Pekerjaan Anda pada ${month} sudah terkumpul dari catatan sistem. Periksa, lengkapi bila ada yang belum tercatat, lalu serahkan.`,
    },
    en: {
      subject: (month) => `Your work report for ${month} is waiting`,
      text: (month) =>
        `Your work in ${month} has been gathered from the record. Look through it, add what is missing, and hand it in.`,
    },
  }),
  'case.work-report-late': template({
    id: {
      subject: (month) => `Laporan kerja ${month} melewati batas waktu`,
      text: (month) => `Laporan kerja Anda untuk ${month} belum diserahkan dan batas waktunya sudah lewat. Serahkan secepatnya.`,
    },
    en: {
      subject: (month) => `Your work report for ${month} is late`,
      text: (month) =>
        `Your work report for ${month} has not been handed in and its time is over. Hand it in as soon as you can.`,
    },
  }),
  'case.work-report-returned': template({
    id: {
      subject: (month) => `Laporan kerja ${month} dikembalikan`,
      text: (month) =>
        `Laporan kerja Anda untuk ${month} dikembalikan dengan alasan. Baca alasannya, perbaiki, lalu serahkan lagi.`,
    },
    en: {
      subject: (month) => `Your work report for ${month} was returned`,
      text: (month) => `Your work report for ${month} was returned with a reason. Read it, mend the report and hand it in again.`,
    },
  }),
  'case.work-report-accepted': template({
    id: {
      subject: (month) => `Laporan kerja ${month} diterima`,
      text: (month) => `Laporan kerja Anda untuk ${month} sudah diperiksa dan diterima atasan.`,
    },
    en: {
      subject: (month) => `Your work report for ${month} was accepted`,
      text: (month) => `Your work report for ${month} was checked and accepted.`,
    },
  }),
};
