/** What this room tells by mail. The shape is that of the room `messages`, which stands to the right; `main.ts` puts it into its list. */
import type { Language } from '../../kernel/language.ts';
import { isPositionKind, POSITION_KINDS } from './positions.ts';

type Details = Readonly<Record<string, string | number | boolean | null>>;
type Template = (
  language: Language,
  details: Details,
  links: { to(path: string): string; readonly own: string | undefined },
) => { subject: string; text: string };

const DAY = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;

export const directoryTemplates: Readonly<Record<string, Template>> = {
  'directory.appointed': (language, details, links) => {
    const kind = String(details.kind);
    if (!isPositionKind(kind)) throw new TypeError('The detail kind names no position');
    const position = POSITION_KINDS[kind].label[language];
    const day = new Date(`${String(details.startsOn)}T00:00:00Z`);
    const from = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', DAY).format(day);
    return language === 'en'
      ? {
          subject: 'You have a new position in Tuntas',
          text: `From ${from} you hold the position "${position}". What waits for you is on your desk:\n${links.to('/desk')}`,
        }
      : {
          subject: 'Anda memegang jabatan baru di Tuntas',
          text: `Mulai ${from} Anda memegang jabatan "${position}". Pekerjaan yang menunggu ada di meja Anda:\n${links.to('/desk')}`,
        };
  },
  'directory.work-received': (language, details, links) => {
    const moved = Number(details.moved);
    if (!Number.isInteger(moved)) throw new TypeError('The detail moved is not a count');
    return language === 'en'
      ? {
          subject: 'You have taken over work',
          text: `A colleague has left a position. You have taken over ${moved} open ${moved === 1 ? 'complaint' : 'complaints'}; the deadlines stay as they were:\n${links.to('/desk')}`,
        }
      : {
          subject: 'Anda menerima alih pekerjaan',
          text: `Seorang rekan meninggalkan jabatannya. Anda menerima alih ${moved} laporan yang belum selesai; tenggatnya tidak berubah:\n${links.to('/desk')}`,
        };
  },
};
