import { z } from 'zod';
import type { Label } from '../../kernel/language.ts';

/** One environment variable: what it is for, what it must be, and what it is when it is not set. */
export interface Line<Value> {
  readonly what: Label;
  /** Completes the sentence "NAME must be ...". */
  readonly must: Label;
  readonly schema: z.ZodType<Value, string>;
  /** As it would be written in the environment; `null` = nothing. */
  readonly fallback: string | null;
  /** What an empty setting means, where the fallback does not say it. */
  readonly otherwise?: Label;
  /** Its value is never printed. */
  readonly secret?: boolean;
}

const line = <Value>(given: Line<Value>): Line<Value> => given;

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)));

const text = (what: Label, must: Label) => ({ what, must });
const POSTGRES_MUST: Label = {
  id: 'alamat postgres://pengguna:sandi@host:port/basisdata',
  en: 'an address postgres://user:password@host:port/database',
};

/**
 * Every setting, in the order of docs/settings.md. A new one is added here and to `Settings`, and read in `read.ts`; then
 * `npx vitest run src/platform/configuration -u` writes the page again.
 */
export const LINES = {
  PORT: line({
    ...text(
      { id: 'Porta layanan web.', en: 'Port of the web server.' },
      {
        id: 'bilangan bulat 0 sampai 65535 (0 = porta bebas mana pun)',
        en: 'a whole number from 0 to 65535 (0 = any free port)',
      },
    ),
    schema: whole(0, 65_535),
    fallback: '3000',
  }),
  HOST: line({
    ...text(
      { id: 'Alamat jaringan tempat layanan web menunggu.', en: 'Network address the web server listens on.' },
      { id: 'alamat IP atau nama host', en: 'an IP address or a host name' },
    ),
    schema: z.string().regex(/^[A-Za-z0-9.:-]+$/),
    fallback: '127.0.0.1',
  }),
  BASE_URL: line({
    ...text(
      {
        id: 'Alamat publik, dipakai dalam surel dan tautan. Wajib bila HOST bukan alamat lokal.',
        en: 'Public address, used in mails and links. Required when HOST is not a loopback address.',
      },
      { id: 'alamat http:// atau https:// tanpa jalur', en: 'an http:// or https:// address without a path' },
    ),
    schema: url('http', 'https')
      .refine((address) => URL.canParse(address) && /^\/?$/.test(new URL(address).pathname + new URL(address).search))
      .transform((address) => new URL(address).origin),
    fallback: null,
    otherwise: { id: 'http://localhost:PORT', en: 'http://localhost:PORT' },
  }),
  DATABASE_URL: line({
    ...text(
      {
        id: 'Peladen PostgreSQL sendiri, sebagai peran `tuntas_app` yang menjalankan aplikasi.',
        en: 'A PostgreSQL server of your own, as the role `tuntas_app` that runs the app.',
      },
      POSTGRES_MUST,
    ),
    schema: url('postgres', 'postgresql'),
    fallback: null,
    otherwise: { id: 'PostgreSQL bawaan di folder data', en: 'the embedded PostgreSQL in the data folder' },
    secret: true,
  }),
  DATABASE_OWNER_URL: line({
    ...text(
      {
        id: 'Peladen yang sama sebagai peran `tuntas_owner`, pemilik basis data; hanya dipakai `migrate`.',
        en: 'The same server as the role `tuntas_owner`, which owns the database; used by `migrate` alone.',
      },
      POSTGRES_MUST,
    ),
    schema: url('postgres', 'postgresql'),
    fallback: null,
    otherwise: { id: '`serve` tidak memigrasi basis data', en: '`serve` does not migrate the database' },
    secret: true,
  }),
  DATABASE_CONNECTIONS: line({
    ...text(
      { id: 'Sambungan basis data terbanyak per proses.', en: 'Most database connections of one process.' },
      { id: 'bilangan bulat 2 sampai 500', en: 'a whole number from 2 to 500' },
    ),
    schema: whole(2, 500),
    fallback: '20',
  }),
  TUNTAS_DATA: line({
    ...text(
      {
        id: 'Folder data: PostgreSQL bawaan, berkas unggahan, rahasia induk.',
        en: 'Data folder: the embedded PostgreSQL, uploaded files, the master secret.',
      },
      { id: 'jalur folder', en: 'the path of a folder' },
    ),
    schema: z.string().min(1),
    fallback: '.data',
  }),
  TUNTAS_SECRET: line({
    ...text(
      {
        id: 'Rahasia induk; semua kunci diturunkan darinya. Wajib bila DATABASE_URL diisi. Bila hilang, identitas pelapor tidak dapat dibuka lagi.',
        en: 'Master secret from which every key is derived. Required when DATABASE_URL is set. When it is lost, no identity can be opened any more.',
      },
      {
        id: 'sedikitnya 32 karakter acak (misalnya keluaran `openssl rand -base64 48`)',
        en: 'at least 32 random characters (for example the output of `openssl rand -base64 48`)',
      },
    ),
    schema: z.string().min(32),
    fallback: null,
    otherwise: { id: 'dibuat sekali di folder data', en: 'made once in the data folder' },
    secret: true,
  }),
  SMTP_URL: line({
    ...text(
      { id: 'Peladen surel keluar.', en: 'Server for outgoing mail.' },
      { id: 'alamat smtp:// atau smtps://', en: 'an smtp:// or smtps:// address' },
    ),
    schema: url('smtp', 'smtps'),
    fallback: null,
    otherwise: {
      id: 'mode contoh: surel terbaca di /outbox; selain itu surel menunggu',
      en: 'example mode: mails are readable at /outbox; else they wait',
    },
    secret: true,
  }),
  MAIL_FROM: line({
    ...text(
      { id: 'Alamat pengirim surel.', en: 'Sender of mails.' },
      {
        id: 'alamat surel, boleh dengan nama: Tuntas <tuntas@contoh.go.id>',
        en: 'a mail address, with a name if you like: Tuntas <tuntas@example.go.id>',
      },
    ),
    schema: z.string().regex(/^([^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/),
    fallback: 'Tuntas <tuntas@localhost.localdomain>',
  }),
  FILE_STORE: line({
    ...text(
      {
        id: 'Tempat berkas unggahan pada penyimpanan yang kompatibel dengan S3.',
        en: 'Where uploaded files lie, on an S3-compatible store.',
      },
      {
        id: 's3://KUNCI:RAHASIA@host[:porta]/bucket?region=…&tls=off',
        en: 's3://KEY:SECRET@host[:port]/bucket?region=…&tls=off',
      },
    ),
    schema: url('s3'),
    fallback: null,
    otherwise: { id: 'folder `files` di folder data', en: 'the folder `files` in the data folder' },
    secret: true,
  }),
  CLAMD_URL: line({
    ...text(
      { id: 'Pemindai virus ClamAV untuk unggahan.', en: 'ClamAV virus scanner for uploads.' },
      { id: 'tcp://host:3310 atau unix:/jalur/soket', en: 'tcp://host:3310 or unix:/path/of/socket' },
    ),
    schema: url('tcp', 'unix'),
    fallback: null,
    otherwise: { id: 'unggahan tidak dipindai', en: 'uploads are not scanned' },
  }),
  TRUSTED_PROXIES: line({
    ...text(
      {
        id: 'Banyaknya proksi antara internet dan Tuntas yang menulis X-Forwarded-For.',
        en: 'How many proxies that write X-Forwarded-For stand between the Internet and Tuntas.',
      },
      { id: 'bilangan bulat 0 sampai 10', en: 'a whole number from 0 to 10' },
    ),
    schema: whole(0, 10),
    fallback: '0',
  }),
  METRICS_TOKEN: line({
    ...text(
      { id: 'Token pembaca /metrics (Authorization: Bearer).', en: 'Token of those who read /metrics (Authorization: Bearer).' },
      { id: 'sedikitnya 16 karakter tanpa spasi', en: 'at least 16 characters without blanks' },
    ),
    schema: z.string().regex(/^\S{16,}$/),
    fallback: null,
    otherwise: { id: '/metrics hanya menjawab dari mesin itu sendiri', en: '/metrics answers to the machine itself alone' },
    secret: true,
  }),
  RATE_LIMIT_FACTOR: line({
    ...text(
      {
        id: 'Pengali semua batas laju; untuk uji beban dan ruang pelatihan.',
        en: 'Multiplies every rate limit; for load tests and training rooms.',
      },
      { id: 'bilangan dari 0.1 sampai 1000000', en: 'a number from 0.1 to 1000000' },
    ),
    schema: z
      .string()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number)
      .pipe(z.number().min(0.1).max(1_000_000)),
    fallback: '1',
  }),
  AUDIT_WITNESSES: line({
    ...text(
      {
        id: 'Alamat surel dan https yang dikirimi akar audit harian, dipisah spasi atau koma.',
        en: 'Mail and https addresses to which the daily audit root is sent, divided by blanks or commas.',
      },
      { id: 'daftar alamat surel atau https://', en: 'a list of mail or https:// addresses' },
    ),
    schema: z
      .string()
      .transform((list) => list.split(/[\s,]+/).filter((entry) => entry !== ''))
      .pipe(z.array(z.union([z.email(), url('https')]))),
    fallback: '',
    otherwise: { id: 'tidak ada saksi', en: 'no witnesses' },
  }),
  LOG_LEVEL: line({
    ...text(
      { id: 'Rincian log.', en: 'How much is logged.' },
      {
        id: 'salah satu dari: silent, fatal, error, warn, info, debug, trace',
        en: 'one of: silent, fatal, error, warn, info, debug, trace',
      },
    ),
    schema: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']) as z.ZodType<LogLevel, string>,
    fallback: null,
    otherwise: { id: 'info; di terminal: warn', en: 'info; at a terminal: warn' },
  }),
  WORKER_CONCURRENCY: line({
    ...text(
      { id: 'Tugas latar yang dikerjakan bersamaan oleh satu proses.', en: 'Errands that one process works on at once.' },
      { id: 'bilangan bulat 1 sampai 100', en: 'a whole number from 1 to 100' },
    ),
    schema: whole(1, 100),
    fallback: '4',
  }),
} as const;

export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
export type Name = keyof typeof LINES;
export type Value<N extends Name> = z.output<(typeof LINES)[N]['schema']>;
