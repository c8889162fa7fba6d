/** What is told of letters by mail: a number and where to look. Never whom it is about or what it says: mails lie open in mailboxes. */
import type { Language } from '../../../kernel/language.ts';
import { type MessageTemplate, type MessageTemplates, textOf } from '../../../messages/index.ts';
import { SUBJECT_DESKS } from './desks.ts';
import type { SubjectKind } from './document.ts';

interface Sentence {
  readonly subject: (number: string) => string;
  readonly text: string;
}

function template(
  path: (document: string, subject: string, kind: string) => string,
  words: Readonly<Record<Language, Sentence>>,
): MessageTemplate {
  return (language, details, links) => {
    const to = path(textOf(details, 'document'), textOf(details, 'subject'), textOf(details, 'subjectKind'));
    const open = language === 'en' ? 'Open:' : 'Buka:';
    return {
      subject: words[language].subject(textOf(details, 'number')),
      text: `${words[language].text}\n\n${open}\n${links.to(to)}`,
    };
  };
}

/** Details: `number`, `document`, `subject`, `subjectKind`. */
export const documentTemplates: MessageTemplates = {
  'case.letter': template((document) => `/desk/letters/${document}`, {
    id: {
      subject: (number) => `Surat Ombudsman ${number}`,
      text: 'Ada surat dari Ombudsman untuk instansi Anda. Saat surat dibuka, waktu penerimaannya tercatat.',
    },
    en: {
      subject: (number) => `Letter of the Ombudsman ${number}`,
      text: 'There is a letter of the Ombudsman for your agency. When it is opened, the time of receipt is recorded.',
    },
  }),
  'case.letter-answered': template(
    (document, subject, kind) => `${SUBJECT_DESKS[kind as SubjectKind] ?? SUBJECT_DESKS.case}/${subject}/documents/${document}`,
    {
      id: { subject: (number) => `Jawaban atas surat ${number}`, text: 'Instansi yang dituju sudah menjawab surat ini.' },
      en: { subject: (number) => `Answer to letter ${number}`, text: 'The agency addressed has answered this letter.' },
    },
  ),
};
