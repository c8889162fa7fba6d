import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { answerFile, type FileAnswer } from './answer-file.ts';
import type { WebEnv } from './env.ts';

async function answer(file: Partial<FileAnswer>): Promise<Response> {
  const app = new Hono<WebEnv>();
  app.get('/', (c) =>
    answerFile(c, {
      stream: Readable.from([Buffer.from('isi')]),
      mediaType: 'application/pdf',
      size: 3,
      name: 'surat.pdf',
      ...file,
    }),
  );
  return app.request('/');
}

describe('a file that is handed out', () => {
  test('is downloaded, whole, and can neither run nor be kept by others', async () => {
    const given = await answer({ inline: true });
    expect(given.headers.get('Content-Disposition')).toBe(`attachment; filename="surat.pdf"; filename*=UTF-8''surat.pdf`);
    expect(given.headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
    expect(given.headers.get('Cache-Control')).toBe('private, no-store');
    expect(given.headers.get('Content-Length')).toBe('3');
    expect(await given.text()).toBe('isi');
  });

  test('is shown in place only when it is a picture of ours', async () => {
    expect((await answer({ inline: true, mediaType: 'image/jpeg' })).headers.get('Content-Disposition')).toMatch(/^inline/);
    expect((await answer({ inline: true, mediaType: 'image/svg+xml' })).headers.get('Content-Disposition')).toMatch(
      /^attachment/,
    );
    expect((await answer({ mediaType: 'image/jpeg' })).headers.get('Content-Disposition')).toMatch(/^attachment/);
  });

  test('keeps its name, whatever is in it', async () => {
    const { headers } = await answer({ name: `foto "rumah"; é\r\nSet-Cookie: a=b'.jpg` });
    expect(headers.get('Content-Disposition')).toBe(
      `attachment; filename="foto _rumah__ ___Set-Cookie_ a_b_.jpg"; filename*=UTF-8''foto%20%22rumah%22%3B%20%C3%A9%0D%0ASet-Cookie%3A%20a%3Db%27.jpg`,
    );
    expect(headers.get('Set-Cookie')).toBeNull();
  });
});
