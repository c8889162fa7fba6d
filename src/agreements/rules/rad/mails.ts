/** Mails about action plans: which plan or collection, by when, where to look. */
import type { Language } from '../../../kernel/language.ts';
import { dayOfDetail, type MessageTemplates, textOf } from '../../../messages/index.ts';
import { isRadState, RAD_STATE_LABELS } from './rad.transitions.ts';

const DESK = '/desk/agreements/rad';
const say = (language: Language, id: string, en: string) => (language === 'en' ? en : id);

const REMINDERS: Readonly<Record<string, readonly [id: string, en: string]>> = {
  due: ['Hari terakhirnya sudah lewat.', 'Its last day has passed.'],
  past: [
    'Hari terakhirnya sudah lewat, dan pesan ini juga sampai kepada pimpinan daerah.',
    'Its last day has passed, and this message also reaches the leaders of the government.',
  ],
};

const EVALUATIONS: Readonly<Record<string, readonly [id: string, en: string]>> = {
  taken: [
    'sudah diambil angkanya; sebelum diumumkan, Anda dapat menanggapinya',
    'has its figures now; before it is published you may answer',
  ],
  answer: ['sudah ditanggapi pemerintah daerah', 'was answered by the government'],
  publish: ['sudah diumumkan', 'is published'],
  withdraw: ['ditarik dan tidak berlaku lagi', 'was withdrawn and no longer counts'],
};

export const radMails: MessageTemplates = {
  'agreement.rad-asked': (language, details, links) => ({
    subject: say(language, 'RAD SP4N-LAPOR! diminta', 'An SP4N-LAPOR! action plan is asked for'),
    text: say(
      language,
      `Rencana aksi (RAD) pemerintah daerah Anda diminta: ${textOf(details, 'title')}.\n\nHari terakhir penyerahan: ${dayOfDetail(details, 'dueOn', language)}.\n\nSusun dari templat atau dari berkas sendiri: ${links.to(DESK)}`,
      `The action plan of your government is asked for: ${textOf(details, 'title')}.\n\nLast day to hand it in: ${dayOfDetail(details, 'dueOn', language)}.\n\nMake it from a template or from your own file: ${links.to(DESK)}`,
    ),
  }),
  'agreement.rad-reminder': (language, details, links) => {
    const more = REMINDERS[textOf(details, 'stage')];
    return {
      subject: say(language, 'RAD SP4N-LAPOR! belum diserahkan', 'An SP4N-LAPOR! action plan is not handed in yet'),
      text: say(
        language,
        `RAD pemerintah daerah Anda belum diserahkan: ${textOf(details, 'title')}.\n\nHari terakhir: ${dayOfDetail(details, 'dueOn', language)}. ${more?.[0] ?? ''}\n\nLanjutkan di: ${links.to(DESK)}`,
        `The action plan of your government is not handed in yet: ${textOf(details, 'title')}.\n\nLast day: ${dayOfDetail(details, 'dueOn', language)}. ${more?.[1] ?? ''}\n\nGo on at: ${links.to(DESK)}`,
      ),
    };
  },
  'agreement.rad-step': (language, details, links) => {
    const [code, state] = [textOf(details, 'code'), textOf(details, 'state')];
    const now = isRadState(state) ? RAD_STATE_LABELS[state][language] : state;
    return {
      subject: say(language, `RAD ${code}: ${now}`, `Action plan ${code}: ${now}`),
      text: say(
        language,
        `Keadaan rencana aksi ${code} sekarang: ${now}.\n\nLihat apa yang perlu dilakukan: ${links.to(`/desk/agreements/${code}/rad`)}`,
        `The action plan ${code} now stands at: ${now}.\n\nSee what is to be done: ${links.to(`/desk/agreements/${code}/rad`)}`,
      ),
    };
  },
  'agreement.rad-evaluation': (language, details, links) => {
    const [year, what] = [textOf(details, 'year'), textOf(details, 'what')];
    const said = EVALUATIONS[what];
    const until =
      what === 'taken'
        ? say(
            language,
            ` paling lambat ${dayOfDetail(details, 'until', language)}`,
            ` by ${dayOfDetail(details, 'until', language)}`,
          )
        : '';
    return {
      subject: say(language, `Evaluasi pengelolaan pengaduan ${year}`, `Evaluation of complaint management ${year}`),
      text: say(
        language,
        `Evaluasi pengelolaan pengaduan tahun ${year} ${said?.[0] ?? ''}${until}.\n\nLihat: ${links.to(`${DESK}/governments/${textOf(details, 'region')}/${year}`)}`,
        `The evaluation of complaint management of ${year} ${said?.[1] ?? ''}${until}.\n\nSee: ${links.to(`${DESK}/governments/${textOf(details, 'region')}/${year}`)}`,
      ),
    };
  },
};
