/** What is told of reviews and evaluations by mail: which agreement, which day, where to look. Never what anybody wrote. */
import type { Language } from '../../../kernel/language.ts';
import {
  dayOfDetail,
  type MessageDetails,
  type MessageTemplate,
  type MessageTemplates,
  textOf,
} from '../../../messages/index.ts';

interface Told {
  readonly code: string;
  readonly day: string;
  readonly number: string;
  readonly year: string;
}

type Sentence = (told: Told) => { readonly subject: string; readonly text: string };

function template(path: (details: MessageDetails) => string, words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const key = 'on' in details ? 'on' : 'due' in details ? 'due' : undefined;
    const hour = typeof details.at === 'string' && details.at !== '' ? `, ${details.at}` : '';
    const told: Told = {
      code: textOf(details, 'code'),
      day: key === undefined ? '' : `${dayOfDetail(details, key, language)}${hour}`,
      number: typeof details.number === 'string' ? details.number : '',
      year: typeof details.year === 'string' ? details.year : '',
    };
    const { subject, text } = words[language](told);
    return { subject, text: `${text}\n\n${language === 'en' ? 'Open:' : 'Buka:'}\n${links.to(path(details))}` };
  };
}

const review = (details: MessageDetails) => `/desk/agreements/${textOf(details, 'code')}/reviews/${String(details.review)}`;
const evaluation = (details: MessageDetails) =>
  `/desk/agreements/${textOf(details, 'code')}/evaluation/${textOf(details, 'year')}`;

export const reviewsMails: MessageTemplates = {
  'agreement.review-called': template(review, {
    id: ({ code, day }) => ({
      subject: `Undangan tinjauan bersama ${code}: ${day}`,
      text: `Anda diundang ke tinjauan bersama dokumen kerja sama ${code} pada ${day}. Agendanya sudah dibuat dari data dan dapat dibaca.`,
    }),
    en: ({ code, day }) => ({
      subject: `Invitation to the joint review of ${code}: ${day}`,
      text: `You are invited to the joint review of the agreement ${code} on ${day}. Its agenda was made from the data and can be read.`,
    }),
  }),
  'agreement.review-moved': template(review, {
    id: ({ code, day }) => ({
      subject: `Tinjauan bersama ${code} diubah: ${day}`,
      text: `Hari, jam atau tempat tinjauan bersama dokumen ${code} diubah. Sekarang: ${day}.`,
    }),
    en: ({ code, day }) => ({
      subject: `Joint review of ${code} changed: ${day}`,
      text: `The day, hour or place of the joint review of ${code} was changed. It is now: ${day}.`,
    }),
  }),
  'agreement.review-cancelled': template(review, {
    id: ({ code, day }) => ({
      subject: `Tinjauan bersama ${code} dibatalkan`,
      text: `Tinjauan bersama dokumen ${code} yang direncanakan pada ${day} dibatalkan. Alasannya dapat dibaca di halamannya.`,
    }),
    en: ({ code, day }) => ({
      subject: `Joint review of ${code} cancelled`,
      text: `The joint review of ${code} planned for ${day} was cancelled. Its page says why.`,
    }),
  }),
  'agreement.review-reminder': template(review, {
    id: ({ code, day }) => ({
      subject: `Pengingat: tinjauan bersama ${code}, ${day}`,
      text: `Tinjauan bersama dokumen kerja sama ${code} diadakan pada ${day}.`,
    }),
    en: ({ code, day }) => ({
      subject: `Reminder: joint review of ${code}, ${day}`,
      text: `The joint review of the agreement ${code} takes place on ${day}.`,
    }),
  }),
  'agreement.review-uncalled': template(review, {
    id: ({ code, day }) => ({
      subject: `Undangan tinjauan bersama ${code} belum dikirim: ${day}`,
      text: `Tinjauan bersama dokumen kerja sama ${code} direncanakan pada ${day}, tetapi agendanya belum dibekukan dan belum ada yang diundang. Kirim undangannya, atau ubah harinya.`,
    }),
    en: ({ code, day }) => ({
      subject: `Nobody was invited to the joint review of ${code} yet: ${day}`,
      text: `The joint review of the agreement ${code} is planned for ${day}, but its agenda is not frozen and nobody was invited. Call it, or change the day.`,
    }),
  }),
  'agreement.minutes-sealed': template(review, {
    id: ({ code, number }) => ({
      subject: `Notulen ${number} menunggu konfirmasi`,
      text: `Notulen tinjauan bersama dokumen ${code} sudah disegel. Baca, lalu konfirmasi atau minta koreksi.`,
    }),
    en: ({ code, number }) => ({
      subject: `Minutes ${number} wait to be confirmed`,
      text: `The minutes of the joint review of ${code} were sealed. Read them, then confirm them or ask for a correction.`,
    }),
  }),
  'agreement.minutes-reminder': template(review, {
    id: ({ code, number }) => ({
      subject: `Pengingat: notulen ${number} belum dikonfirmasi`,
      text: `Notulen tinjauan bersama dokumen ${code} masih menunggu konfirmasi pihak Anda.`,
    }),
    en: ({ code, number }) => ({
      subject: `Reminder: minutes ${number} are not confirmed yet`,
      text: `The minutes of the joint review of ${code} still wait to be confirmed by your side.`,
    }),
  }),
  'agreement.minutes-correct': template(review, {
    id: ({ code, number }) => ({
      subject: `Koreksi diminta untuk notulen ${number}`,
      text: `Pihak lain meminta koreksi atas notulen tinjauan bersama dokumen ${code}. Notulen dibuka lagi untuk diperbaiki.`,
    }),
    en: ({ code, number }) => ({
      subject: `A correction of the minutes ${number} is asked for`,
      text: `Another side asks to correct the minutes of the joint review of ${code}. They are open again.`,
    }),
  }),
  'agreement.decision-due': template(review, {
    id: ({ code, day }) => ({
      subject: `Keputusan tinjauan bersama ${code}: tenggat ${day}`,
      text: `Satu keputusan tinjauan bersama dokumen ${code} menjadi tanggung jawab kantor Anda, dengan tenggat ${day}, dan belum dilaporkan selesai.`,
    }),
    en: ({ code, day }) => ({
      subject: `Decision of the joint review of ${code}: due ${day}`,
      text: `Your office is responsible for a decision of the joint review of ${code}, due ${day}, that was not reported as done yet.`,
    }),
  }),
  'agreement.evaluation-opened': template(evaluation, {
    id: ({ code, year, day }) => ({
      subject: `Evaluasi ${year} dokumen ${code}: tanggapan sampai ${day}`,
      text: `Evaluasi tahun ${year} dokumen kerja sama ${code} dibuka dan angkanya dibekukan. Sampaikan tanggapan dan rekomendasi pihak Anda paling lambat ${day}.`,
    }),
    en: ({ code, year, day }) => ({
      subject: `Evaluation ${year} of ${code}: words by ${day}`,
      text: `The evaluation of ${year} of the agreement ${code} was opened and its figures frozen. Hand in what your side says and recommends by ${day}.`,
    }),
  }),
  'agreement.evaluation-reminder': template(evaluation, {
    id: ({ code, year, day }) => ({
      subject: `Pengingat: tanggapan evaluasi ${year} dokumen ${code} sampai ${day}`,
      text: `Pihak Anda belum menyampaikan tanggapan. Setelah ${day} evaluasi dapat terbit tanpa tanggapan itu.`,
    }),
    en: ({ code, year, day }) => ({
      subject: `Reminder: words on the evaluation ${year} of ${code} by ${day}`,
      text: `Your side has not handed in its words. After ${day} the evaluation may be published without them.`,
    }),
  }),
  'agreement.evaluation-published': template(evaluation, {
    id: ({ code, number }) => ({
      subject: `Evaluasi ${number} terbit`,
      text: `Evaluasi dokumen kerja sama ${code} sudah terbit dan dapat dibaca umum.`,
    }),
    en: ({ code, number }) => ({
      subject: `Evaluation ${number} is published`,
      text: `The evaluation of the agreement ${code} is published and can be read by everyone.`,
    }),
  }),
};
