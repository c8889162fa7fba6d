import { LINES, type Line } from './lines.ts';

/** The text of docs/settings.md. */
export function settingsPage(): string {
  const rows = Object.entries(LINES as Record<string, Line<unknown>>).map(([name, { what, must, fallback, otherwise }]) => {
    const empty = [fallback ? `\`${fallback}\`` : '', otherwise ? [...new Set([otherwise.id, otherwise.en])].join(' / ') : '']
      .filter(Boolean)
      .join(' ');
    return `| \`${name}\` | ${what.id}<br>${what.en} | ${must.id}<br>${must.en} | ${empty} |`.replaceAll('…', '...');
  });
  return [
    '# Pengaturan / Settings',
    '',
    'Semua pengaturan adalah variabel lingkungan dan diperiksa saat mulai. Halaman ini dibuat dari `src/platform/configuration/lines.ts`.',
    '',
    'Every setting is an environment variable and is checked at start. This page is made from `src/platform/configuration/lines.ts`.',
    '',
    '| Nama / Name | Kegunaan / Purpose | Isi / Value | Bila kosong / When empty |',
    '|---|---|---|---|',
    ...rows,
    '',
    'Mode contoh (akun contoh, `/outbox`) hanya menyala bila `DATABASE_URL` kosong dan `HOST` serta `BASE_URL` adalah alamat lokal.',
    '',
    'Example mode (example accounts, `/outbox`) is on only when `DATABASE_URL` is empty and both `HOST` and `BASE_URL` are loopback',
    'addresses.',
    '',
  ].join('\n');
}
