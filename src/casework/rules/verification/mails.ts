/** What officers are told by mail of assignments, plenaries and transfers: a number and where to look, never a title or a name. */
import type { Language } from '../../../kernel/language.ts';
import { dayOfDetail, type MessageTemplate, type MessageTemplates, textOf } from '../../../messages/index.ts';

interface Sentence {
  readonly subject: (number: string) => string;
  readonly text: (number: string, day: () => string) => string;
}

function template(
  path: (detail: (name: string) => string) => string,
  words: Readonly<Record<Language, Sentence>>,
): MessageTemplate {
  return (language, details, links) => {
    const number = textOf(details, 'number');
    const text = words[language].text(number, () => dayOfDetail(details, 'dueOn', language));
    const open = language === 'en' ? 'Open:' : 'Buka:';
    return {
      subject: words[language].subject(number),
      text: `${text}\n\n${open}\n${links.to(path((name) => textOf(details, name)))}`,
    };
  };
}

const onCase = (detail: (name: string) => string) => `/desk/cases/${detail('case')}`;

/** Details: `number` (of the case, or `3/2026` of the meeting); `case` or `plenary` (ids) where the page has one; `dueOn` where a day is told. */
export const verificationMails: MessageTemplates = {
  'case.assigned': template(onCase, {
    id: {
      subject: (number) => `Anda ditugaskan pada perkara ${number}`,
      text: (number) =>
        `Anda masuk dalam tim perkara ${number}. Bila Anda mempunyai benturan kepentingan dengan perkara ini, nyatakan sebelum mulai bekerja.`,
    },
    en: {
      subject: (number) => `You were assigned to case ${number}`,
      text: (number) => `You are on the team of case ${number}. If you have a conflict of interest, declare it before you begin.`,
    },
  }),
  'case.member-left': template((detail) => `${onCase(detail)}/team`, {
    id: {
      subject: (number) => `Anggota tim perkara ${number} berhenti karena benturan kepentingan`,
      text: (number) =>
        `Seorang anggota tim perkara ${number} mempunyai benturan kepentingan dan keluar dari tim. Tugaskan orang lain.`,
    },
    en: {
      subject: (number) => `A member left the team of case ${number}`,
      text: (number) =>
        `A member of the team of case ${number} has a conflict of interest and left the team. Assign somebody else.`,
    },
  }),
  'case.plenary': template((detail) => `/desk/plenaries/${detail('plenary')}`, {
    id: {
      subject: (number) => `Undangan rapat pleno ${number}`,
      text: (number, day) =>
        `Anda diundang ke rapat pleno ${number} pada ${day()}. Agenda, waktu, dan tempatnya ada di halaman rapat.`,
    },
    en: {
      subject: (number) => `Invitation to plenary ${number}`,
      text: (number, day) => `You are invited to plenary ${number} on ${day()}. Agenda, time and place are on its page.`,
    },
  }),
  'case.transfer-asked': template(() => '/desk/transfers', {
    id: {
      subject: (number) => `Perkara ${number} diserahkan kepada kantor Anda`,
      text: (number) => `Kantor lain mengusulkan agar perkara ${number} ditangani kantor Anda. Terima, atau tolak dengan alasan.`,
    },
    en: {
      subject: (number) => `Case ${number} is offered to your office`,
      text: (number) =>
        `Another office proposes that your office takes over case ${number}. Accept it, or decline with a reason.`,
    },
  }),
  'case.transfer-answered': template(() => '/desk/cases', {
    id: {
      subject: (number) => `Usul penyerahan perkara ${number} sudah dijawab`,
      text: (number) => `Kantor yang dituju sudah menjawab usul penyerahan perkara ${number}.`,
    },
    en: {
      subject: (number) => `The transfer of case ${number} was answered`,
      text: (number) => `The other office has answered the transfer you proposed for case ${number}.`,
    },
  }),
};
