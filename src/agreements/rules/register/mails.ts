import { type MessageTemplates, textOf } from '../../../messages/index.ts';

/** Details: `code`. */
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
};
