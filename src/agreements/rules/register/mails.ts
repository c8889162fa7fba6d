import { type MessageTemplates, textOf } from '../../../messages/index.ts';
import { isoWords } from '../reviews/day-words.ts';

/** Details: `code`; `endedOn` = the first day it no longer binds. */
export const registerMails: MessageTemplates = {
  'agreement.circulated': (language, details, links) => {
    const code = textOf(details, 'code');
    const open = links.to(`/desk/agreements/${code}`);
    return language === 'en'
      ? {
          subject: `Comments asked for: ${code}`,
          text: `The text of an agreement in which your agency is a party waits for your comments.\n\nOpen:\n${open}`,
        }
      : {
          subject: `Mohon tanggapan: ${code}`,
          text: `Naskah dokumen kerja sama yang melibatkan instansi Anda menunggu tanggapan.\n\nBuka:\n${open}`,
        };
  },
  'agreement.ended': (language, details, links) => {
    const code = textOf(details, 'code');
    const open = links.to(`${details.isOffice === true ? '' : '/desk'}/agreements/${code}`);
    const day = isoWords(textOf(details, 'endedOn'), language);
    return language === 'en'
      ? {
          subject: `Ended before its time: ${code}`,
          text: `An agreement that you signed, prepared or are the focal point of was ended; it has not bound anybody since ${day}. The reason stands on its page.\n\nOpen:\n${open}`,
        }
      : {
          subject: `Diakhiri sebelum waktunya: ${code}`,
          text: `Dokumen kerja sama yang Anda tanda tangani, siapkan, atau Anda menjadi narahubungnya telah diakhiri dan tidak lagi mengikat sejak ${day}. Alasannya dapat dibaca pada halamannya.\n\nBuka:\n${open}`,
        };
  },
};
