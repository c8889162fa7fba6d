import { resolve } from 'node:path';
import type { Label } from '../../kernel/language.ts';
import { projectFolder } from '../project-folder.ts';
import type { Settings } from '../settings.ts';
import { LINES, type Line, type LogLevel, type Name, type Value } from './lines.ts';

/** The settings, and beside them what only the start-up needs and the app never sees. */
export interface Configuration {
  /** `databaseUrl` is empty while `embedded`: whoever starts the server fills it in. */
  readonly settings: Settings;
  readonly embedded: boolean;
  readonly ownerUrl: string | null;
  /** `null` = the one of the data folder. */
  readonly secret: string | null;
  readonly logLevel: LogLevel | null;
  readonly databaseConnections: number;
  readonly workerConcurrency: number;
}

/** Everything that is wrong with the settings at once, in both languages; never quotes a secret. */
export class SettingsFault extends Error {
  readonly problems: readonly Label[];

  constructor(problems: readonly Label[]) {
    super(problems.map((problem) => `- ${problem.id}\n  ${problem.en}`).join('\n'));
    this.name = 'SettingsFault';
    this.problems = problems;
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws SettingsFault */
export function readConfiguration(env: Environment): Configuration {
  const problems: Label[] = [];
  const take = <N extends Name>(name: N): Value<N> | null => {
    const { schema, fallback, must, secret } = LINES[name] as Line<Value<N>>;
    const written = env[name]?.trim() || fallback;
    if (written === null) return null;
    const parsed = schema.safeParse(written);
    if (parsed.success) return parsed.data;
    const now = secret ? '' : ` (${JSON.stringify(written.slice(0, 100))})`;
    problems.push({ id: `${name} harus berupa ${must.id}${now}.`, en: `${name} must be ${must.en}${now}.` });
    return null;
  };
  // A setting that has a fallback is only ever empty here beside a problem, and then nothing is returned.
  const sure = <N extends Name>(name: N): Value<N> => take(name) as Value<N>;

  const port = sure('PORT');
  const host = sure('HOST');
  const databaseUrl = take('DATABASE_URL');
  const secret = take('TUNTAS_SECRET');
  const loopback = isLoopbackName(host);
  const baseUrl = take('BASE_URL') ?? `http://localhost:${port ?? 0}`;
  const dataFolder = resolve(projectFolder, sure('TUNTAS_DATA') ?? '');
  const embedded = databaseUrl === null && !env.DATABASE_URL?.trim();

  if (!loopback && !env.BASE_URL?.trim()) problems.push(MISSING.baseUrl);
  if (!embedded && !env.TUNTAS_SECRET?.trim()) problems.push(MISSING.secret);

  const settings: Settings = {
    port,
    host,
    baseUrl,
    // A public BASE_URL on a loopback host is an installation behind a proxy: no example accounts for the whole world.
    exampleMode: embedded && loopback && isLoopbackName(new URL(baseUrl).hostname),
    dataFolder,
    databaseUrl: databaseUrl ?? '',
    secureCookies: baseUrl.startsWith('https:'),
    smtpUrl: take('SMTP_URL'),
    mailFrom: sure('MAIL_FROM'),
    fileStoreUrl: take('FILE_STORE'),
    clamdUrl: take('CLAMD_URL'),
    trustedProxies: sure('TRUSTED_PROXIES'),
    metricsToken: take('METRICS_TOKEN'),
    rateLimitFactor: sure('RATE_LIMIT_FACTOR'),
    auditWitnesses: take('AUDIT_WITNESSES') ?? [],
  };
  const configuration: Configuration = {
    settings,
    embedded,
    ownerUrl: take('DATABASE_OWNER_URL'),
    secret,
    logLevel: take('LOG_LEVEL'),
    databaseConnections: sure('DATABASE_CONNECTIONS'),
    workerConcurrency: sure('WORKER_CONCURRENCY'),
  };
  if (problems.length > 0) throw new SettingsFault(problems);
  return configuration;
}

const MISSING: Readonly<Record<'baseUrl' | 'secret', Label>> = {
  baseUrl: {
    id: 'BASE_URL wajib diisi bila HOST bukan alamat lokal: tautan dalam surel memakainya.',
    en: 'BASE_URL is required when HOST is not a loopback address: links in mails need it.',
  },
  secret: {
    id: 'TUNTAS_SECRET wajib diisi bila DATABASE_URL diisi. Buat dengan: openssl rand -base64 48',
    en: 'TUNTAS_SECRET is required when DATABASE_URL is set. Make one with: openssl rand -base64 48',
  },
};

export function isLoopbackName(host: string | null): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host ?? '');
}
