/** What is told by mail of trainings, outreach and focus groups of lines: which one, which day, where to look. Its topic stands on its page. */
import type { Language } from '../../../kernel/language.ts';
import {
  dayOfDetail,
  type MessageDetails,
  type MessageTemplate,
  type MessageTemplates,
  textOf,
} from '../../../messages/index.ts';
import { LINE_FORMS, type LineForm } from '../kinds.ts';

type Sentence = (what: string, day: string) => { readonly subject: string; readonly text: string };

/** Details: `code`, `line` and `session` (their numbers), `form`, `on` (2026-03-17). */
function template(words: Readonly<Record<Language, Sentence>>): MessageTemplate {
  return (language, details, links) => {
    const [code, line, session] = [textOf(details, 'code'), numberOf(details, 'line'), numberOf(details, 'session')];
    const form = LINE_FORMS[textOf(details, 'form') as LineForm][language];
    const what = language === 'en' ? `${form} of line ${line} of ${code}` : `${form} baris ${line} dalam ${code}`;
    const { subject, text } = words[language](what, dayOfDetail(details, 'on', language));
    const href = links.to(`/desk/agreements/${code}/lines/${line}/sessions/${session}`);
    return { subject, text: `${text}\n\n${language === 'en' ? 'Open:' : 'Buka:'}\n${href}` };
  };
}

function numberOf(details: MessageDetails, key: string): number {
  const value = details[key];
  if (typeof value !== 'number') throw new TypeError(`The message lacks its detail ${key}`);
  return value;
}

export const sourcesMails: MessageTemplates = {
  'agreement.session-near': template({
    id: (what, day) => ({
      subject: `${what}: ${day}`,
      text: `${what} diadakan pada ${day}. Tempat dan undangannya dapat dibaca di halamannya.`,
    }),
    en: (what, day) => ({
      subject: `${what}: ${day}`,
      text: `${what} takes place on ${day}. Its page says where, and who is invited.`,
    }),
  }),
  'agreement.session-unrecorded': template({
    id: (what, day) => ({
      subject: `${what}: hasilnya belum dicatat`,
      text: `${what} direncanakan sampai ${day}, dan hasilnya belum dicatat. Catat berapa yang hadir dan hasilnya, ubah harinya, atau batalkan dengan alasan.`,
    }),
    en: (what, day) => ({
      subject: `${what}: nothing was recorded yet`,
      text: `${what} was planned until ${day}, and nothing was recorded of it. Record how many came and what came of it, change its day, or cancel it with a reason.`,
    }),
  }),
};
