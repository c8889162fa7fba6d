import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '../project-folder.ts';
import { LINES, type Name } from './lines.ts';
import { settingsPage } from './page.ts';
import { readConfiguration, SettingsFault } from './read.ts';

const OWN_SERVER = { DATABASE_URL: 'postgres://tuntas_app:x@db/tuntas', TUNTAS_SECRET: 'k'.repeat(48) };

const faultOf = (env: Record<string, string>): SettingsFault => {
  try {
    readConfiguration(env);
  } catch (error) {
    if (error instanceof SettingsFault) return error;
    throw error;
  }
  throw new Error('was accepted');
};

describe('the settings', () => {
  test('need nothing at all for an example installation', () => {
    const { settings, embedded } = readConfiguration({});
    expect(embedded).toBe(true);
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', baseUrl: 'http://localhost:3000', exampleMode: true });
    expect(settings.dataFolder).toBe(join(projectFolder, '.data'));
  });

  test('treat an empty variable as one that is not set', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfiguration({}));
  });

  test.each([
    ['with a database of its own', OWN_SERVER],
    ['open to the network', { HOST: '0.0.0.0', BASE_URL: 'https://tuntas.example.go.id' }],
    ['behind a proxy with a public address', { BASE_URL: 'https://tuntas.example.go.id' }],
  ])('never allow example mode %s', (_what, env) => {
    expect(readConfiguration(env).settings.exampleMode).toBe(false);
  });

  test('mark cookies as secure exactly when the public address is https', () => {
    expect(readConfiguration({ BASE_URL: 'https://tuntas.example.go.id/' }).settings).toMatchObject({
      secureCookies: true,
      baseUrl: 'https://tuntas.example.go.id',
    });
    expect(readConfiguration({}).settings.secureCookies).toBe(false);
  });

  test('name everything that is wrong at once, in both languages', () => {
    const fault = faultOf({ PORT: 'tiga ribu', HOST: '0.0.0.0', DATABASE_URL: OWN_SERVER.DATABASE_URL });
    expect(fault.problems.map((problem) => problem.en.split(' ')[0])).toEqual(['PORT', 'BASE_URL', 'TUNTAS_SECRET']);
    expect(fault.message).toContain('PORT harus berupa bilangan bulat');
    expect(fault.message).toContain('PORT must be a whole number');
  });

  const wrong: Readonly<Record<Name, readonly string[]>> = {
    PORT: ['-1', '65536', '80.5', '0x50', 'http'],
    HOST: ['a b', 'http://x'],
    BASE_URL: ['tuntas.example.go.id', 'ftp://x', 'https://x/path', 'https://x/?q'],
    DATABASE_URL: ['mysql://x', 'tuntas'],
    DATABASE_OWNER_URL: ['http://x'],
    DATABASE_CONNECTIONS: ['1', 'many'],
    TUNTAS_DATA: [],
    TUNTAS_SECRET: ['short-secret'],
    SMTP_URL: ['mail.example.go.id', 'http://mail'],
    MAIL_FROM: ['tuntas', 'a@b\nBcc: x@y', 'A <a@b> <c@d>'],
    FILE_STORE: ['https://x'],
    CLAMD_URL: ['localhost'],
    TRUSTED_PROXIES: ['yes', '11'],
    METRICS_TOKEN: ['short', 'with a blank inside it'],
    RATE_LIMIT_FACTOR: ['0', '-1', 'NaN'],
    AUDIT_WITNESSES: ['http://unsafe.example', 'nobody'],
    LOG_LEVEL: ['loud'],
    WORKER_CONCURRENCY: ['0'],
  };
  test.each(Object.entries(wrong).flatMap(([name, values]) => values.map((value) => [name, value] as const)))(
    'refuse %s=%j and name it',
    (name, value) => {
      faultOf({ [name]: value });
      const fault = faultOf({ ...OWN_SERVER, [name]: value });
      expect(fault.problems.map((problem) => problem.en).join('\n')).toContain(`${name} must be ${LINES[name as Name].must.en}`);
      if ('secret' in LINES[name as Name]) expect(fault.message).not.toContain(value);
    },
  );

  test('read a list of witnesses', () => {
    const { settings } = readConfiguration({ AUDIT_WITNESSES: 'saksi@example.org, https://saksi.example.org/akar' });
    expect(settings.auditWitnesses).toEqual(['saksi@example.org', 'https://saksi.example.org/akar']);
  });

  test('are documented as they are', async () => {
    await expect(settingsPage()).toMatchFileSnapshot(join(projectFolder, 'docs', 'settings.md'));
  });
});
