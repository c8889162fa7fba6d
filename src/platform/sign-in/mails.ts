import type { Language } from '../../kernel/language.ts';
import { Temporal } from '../../kernel/time.ts';
import type { OutgoingMessage, Tools } from '../tools.ts';
import { accountAddress } from './accounts/accounts.ts';
import { invitationLink, inviteeAddress } from './accounts/invitations.ts';
import type { AccountChange } from './accounts/tell-of-change.ts';
import { passwordResetLink } from './password/reset-password.ts';

/**
 * What sign-in tells by mail. The shapes are those the room `messages` asks for (`MessageTemplates`, `PostOffice`), which the
 * platform may not import; `main.ts` hands them over and the compiler compares.
 */
type Details = OutgoingMessage['details'];
type Template = (language: Language, details: Details, links: { own: string | undefined; to(path: string): string }) => Text;
type Text = { subject: string; text: string };

/** Where mails to staff go: the address of the account; to someone invited, the address of the invitation. */
export const signInAddresses = {
  person: (tools: Tools, personId: string) => accountAddress(tools.db, personId),
  async invitee(tools: Tools, invitationId: string): Promise<{ email: string; language: Language } | undefined> {
    const email = await inviteeAddress(tools.db, invitationId);
    // Nobody has asked the invited person yet which language they read.
    return email === null ? undefined : { email, language: 'id' };
  },
};

/** The links that only their mail may hold, made at the moment of sending. */
export const signInOwnLinks = {
  'sign-in.invitation': (tools: Tools, message: Pick<OutgoingMessage, 'object'>) => invitationLink(tools, message.object.id),
  'sign-in.password-reset': (tools: Tools, message: Pick<OutgoingMessage, 'object'>) =>
    passwordResetLink(tools, message.object.id),
};

export const signInTemplates: Readonly<Record<string, Template>> = {
  'sign-in.invitation': (language, details, { own }) => {
    const until = moment(details, 'expiresAt', language);
    return language === 'en'
      ? {
          subject: 'You are invited to Tuntas',
          text: `You are invited to use Tuntas, with which complaints about public services are seen through to the end. Make your account here:\n${must(own)}\n\nThe link is for you alone, is good once, and until ${until}. Do not pass this mail on. Have your phone ready: you will need an authenticator app.\n\nIf you have nothing to do with Tuntas, take no notice of this mail.`,
        }
      : {
          subject: 'Undangan memakai Tuntas',
          text: `Anda diundang memakai Tuntas, tempat pengaduan pelayanan publik dikawal sampai selesai. Buat akun Anda di sini:\n${must(own)}\n\nTautan ini hanya untuk Anda, berlaku sekali, sampai ${until}. Jangan teruskan surel ini. Siapkan ponsel Anda: Anda akan memerlukan aplikasi autentikator.\n\nJika Anda merasa tidak berkaitan dengan Tuntas, abaikan surel ini.`,
        };
  },
  'sign-in.password-reset': (language, details, { own }) => {
    const until = moment(details, 'expiresAt', language);
    return language === 'en'
      ? {
          subject: 'Choose a new password',
          text: `Someone, probably you, asked for a new password. Choose it here:\n${must(own)}\n\nThe link is good once, until ${until}. You will also be asked for the code from your phone.\n\nIf it was not you, take no notice of this mail: your password stays as it is.`,
        }
      : {
          subject: 'Pilih kata sandi baru',
          text: `Seseorang, mungkin Anda sendiri, meminta kata sandi baru. Pilih di sini:\n${must(own)}\n\nTautan ini berlaku sekali, sampai ${until}. Kode dari ponsel Anda tetap akan diminta.\n\nJika bukan Anda yang meminta, abaikan surel ini: kata sandi Anda tidak berubah.`,
        };
  },
  'sign-in.changed': (language, details, links) => {
    const change = CHANGES[details.change as AccountChange]?.[language];
    if (change === undefined) throw new TypeError('The detail change names no change of an account');
    const at = moment(details, 'at', language);
    return language === 'en'
      ? {
          subject: 'Your Tuntas account was changed',
          text: `${change} (${at}).\n\nIf it was you, there is nothing to do. If it was not, sign in, sign out everywhere, change your password and tell your system administrator:\n${links.to('/account')}`,
        }
      : {
          subject: 'Ada perubahan pada akun Tuntas Anda',
          text: `${change} (${at}).\n\nJika Anda sendiri yang melakukannya, abaikan surel ini. Jika bukan, segera masuk, keluarkan semua perangkat, ubah kata sandi, dan beri tahu administrator sistem:\n${links.to('/account')}`,
        };
  },
};

const CHANGES: Readonly<Record<AccountChange, Readonly<Record<Language, string>>>> = {
  'password-changed': { id: 'Kata sandi Anda diubah', en: 'Your password was changed' },
  'password-reset': { id: 'Kata sandi Anda diatur ulang lewat surel', en: 'Your password was reset by mail' },
  'phone-changed': { id: 'Ponsel untuk kode masuk Anda diganti', en: 'The phone for your sign-in codes was changed' },
  'backup-codes-made': {
    id: 'Kode cadangan baru dibuat, yang lama tidak berlaku lagi',
    en: 'New backup codes were made, the old ones are worthless',
  },
  'invited-again': {
    id: 'Akun Anda diundang ulang: pemegang undangan dapat mengganti kata sandi dan ponsel Anda',
    en: 'Your account was invited anew: whoever has the invitation can replace your password and phone',
  },
};

/** "24 Maret 2026, 09.00 WIB": staff everywhere know the capital's clock, and the mail does not know theirs. */
function moment(details: Details, key: string, language: Language): string {
  const date = new Date(Temporal.Instant.from(String(details[key])).epochMilliseconds);
  const parts = { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: 'Asia/Jakarta' } as const;
  return `${new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'id-ID', parts).format(date)} WIB`;
}

function must(link: string | undefined): string {
  if (link === undefined) throw new TypeError('This mail needs its own link');
  return link;
}
