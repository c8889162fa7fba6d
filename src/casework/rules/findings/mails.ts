/** What findings tell by mail: which case, by when, where to look. Nothing of what was promised. */
import { dayOfDetail, type MessageTemplate, textOf } from '../../../messages/index.ts';

const promiseReminder: MessageTemplate = (language, details, links) => {
  const [number, day, open] = [textOf(details, 'number'), dayOfDetail(details, 'dueOn', language), links.to('/desk/letters')];
  return language === 'en'
    ? {
        subject: `A promise in case ${number} is due soon`,
        text: `What your agency promised in the agreement of case ${number} is due on ${day}. Tell the Ombudsman what was done. The agreement is among your letters:\n${open}`,
      }
    : {
        subject: `Janji dalam perkara ${number} segera jatuh tempo`,
        text: `Janji instansi Anda dalam kesepakatan perkara ${number} jatuh tempo pada ${day}. Sampaikan kepada Ombudsman apa yang sudah dilaksanakan. Kesepakatannya ada di antara surat Anda:\n${open}`,
      };
};

export const findingsMails = { 'case.promise-reminder': promiseReminder };
