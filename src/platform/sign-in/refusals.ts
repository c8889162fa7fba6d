import type { RefusalCatalogue, RefusalKind } from '../../kernel/result.ts';
import { PASSWORD_MOST_CHARACTERS } from './password/hash.ts';
import { PASSWORD_FEWEST_CHARACTERS, type PasswordWeakness } from './password/strength.ts';

export type SignInRefusal =
  | PasswordWeakness
  | 'email-malformed'
  | 'email-taken'
  | 'credentials-wrong'
  | 'password-wrong'
  | 'password-same'
  | 'code-wrong'
  | 'code-used'
  | 'challenge-over'
  | 'link-over'
  | 'enrolment-over'
  | 'signed-out'
  | 'too-often';

/** A refusal; `retryAfterSeconds` says how long to wait when it was too often. */
export interface Refused {
  readonly code: SignInRefusal;
  readonly retryAfterSeconds?: number;
}

const invalid: RefusalKind = 'invalid';

/** What each refusal says. One text for unknown accounts, closed accounts and wrong passwords: nothing tells them apart. */
export const signInRefusals: RefusalCatalogue<SignInRefusal> = {
  'password-short': {
    kind: invalid,
    id: `Kata sandi harus terdiri dari paling sedikit ${PASSWORD_FEWEST_CHARACTERS} karakter. Beberapa kata yang tidak berkaitan mudah diingat dan sulit ditebak.`,
    en: `The password must have at least ${PASSWORD_FEWEST_CHARACTERS} characters. Several unrelated words are easy to remember and hard to guess.`,
  },
  'password-long': {
    kind: invalid,
    id: `Kata sandi tidak boleh lebih dari ${PASSWORD_MOST_CHARACTERS} karakter.`,
    en: `The password must have no more than ${PASSWORD_MOST_CHARACTERS} characters.`,
  },
  'password-common': {
    kind: invalid,
    id: 'Kata sandi ini termasuk yang paling awal dicoba penebak. Tambahkan beberapa kata yang tidak umum dan tidak berkaitan.',
    en: 'This password is among the first that someone would guess. Add some uncommon, unrelated words.',
  },
  'password-personal': {
    kind: invalid,
    id: 'Kata sandi ini memuat nama, alamat surel, atau instansi Anda. Pilih kata-kata yang tidak berkaitan dengan Anda.',
    en: 'This password contains your name, your e-mail address or your agency. Choose words that have nothing to do with you.',
  },
  'password-pattern': {
    kind: invalid,
    id: 'Urutan, pengulangan, tanggal, dan deretan tombol mudah ditebak. Gunakan beberapa kata yang tidak berkaitan.',
    en: 'Sequences, repetitions, dates and rows of keys are easy to guess. Use several unrelated words.',
  },
  'email-malformed': {
    kind: invalid,
    id: 'Tuliskan alamat surel yang lengkap, misalnya nama@contoh.go.id.',
    en: 'Enter a full e-mail address, such as name@contoh.go.id.',
  },
  'email-taken': {
    kind: 'conflict',
    id: 'Alamat surel ini sudah dipakai akun orang lain.',
    en: 'This e-mail address already belongs to another person’s account.',
  },
  'credentials-wrong': {
    kind: invalid,
    id: 'Alamat surel atau kata sandi tidak cocok. Periksa keduanya, lalu coba lagi.',
    en: 'The e-mail address or the password is not right. Check both and try again.',
  },
  'password-wrong': { kind: invalid, id: 'Kata sandi Anda saat ini tidak cocok.', en: 'Your current password is not right.' },
  'password-same': {
    kind: invalid,
    id: 'Kata sandi baru harus berbeda dari yang sekarang.',
    en: 'The new password must differ from the current one.',
  },
  'code-wrong': {
    kind: invalid,
    id: 'Kode tidak cocok. Gunakan kode yang sedang tampil di aplikasi autentikator, dan pastikan jam ponsel Anda tepat.',
    en: 'The code is not right. Use the code your authenticator app shows now, and check that your phone’s clock is right.',
  },
  'code-used': {
    kind: invalid,
    id: 'Kode ini sudah dipakai. Tunggu sampai aplikasi menampilkan kode berikutnya.',
    en: 'This code has been used already. Wait until the app shows the next one.',
  },
  'challenge-over': {
    kind: 'conflict',
    id: 'Waktu untuk memasukkan kode sudah habis, atau kode terlalu sering salah. Masukkan kembali surel dan kata sandi Anda.',
    en: 'The time to enter the code is over, or the code was wrong too often. Enter your e-mail address and password again.',
  },
  'link-over': {
    kind: 'absent',
    id: 'Tautan ini tidak berlaku lagi: sudah dipakai, sudah kedaluwarsa, atau tidak lengkap.',
    en: 'This link is no longer valid: it was used, it has expired, or it is incomplete.',
  },
  'enrolment-over': {
    kind: 'conflict',
    id: 'Waktu untuk memasang ponsel baru sudah habis. Mulai lagi; ponsel lama Anda masih berlaku.',
    en: 'The time to set up the new phone is over. Start again; your old phone still works.',
  },
  'signed-out': {
    kind: 'forbidden',
    id: 'Anda sudah keluar. Silakan masuk kembali.',
    en: 'You have been signed out. Please sign in again.',
  },
  'too-often': {
    kind: 'busy',
    id: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
    en: 'Too many attempts. Wait a while, then try again.',
  },
};
