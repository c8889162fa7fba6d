import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebContext } from '../platform/http/env.ts';
import { readForm } from '../platform/http/read-form.ts';
import { Form, page, seeOther, TextInput, usePage } from './index.ts';
import { problemsOf } from './testing/markup-problems.ts';
import { type ServedGallery, serveGallery } from './testing/serve.ts';

let site: ServedGallery;

const question = (c: WebContext, title: string, message?: string) =>
  page(
    c,
    { title: 'Judul', errors: message ? [{ field: 'title', message }] : [] },
    <Form action="/question">
      <TextInput name="title" label="Judul" value={title} />
    </Form>,
  );

async function Late() {
  await new Promise((resolve) => setTimeout(resolve, 5));
  return <p>{usePage().path}</p>;
}

beforeAll(async () => {
  site = await serveGallery((routes) => {
    routes.get('/question', (c) => question(c, ''));
    routes.post('/question', (c) => {
      const title = readForm(c).text('title');
      return title === 'baik' ? seeOther(c, '/late?x=1', 'Judul "baik" disimpan.') : question(c, title, 'Isi judul');
    });
    routes.get('/late', (c) => page(c, { title: 'Nanti' }, <Late />));
    routes.get('/fault', () => {
      throw new Error('broken');
    });
  });
});

afterAll(async () => {
  await site.close();
});

/** A person's browser as far as cookies go. */
function visitor() {
  const jar = new Map<string, string>();
  return async (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
    const response = await fetch(`${site.url}${path}`, {
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      redirect: 'manual',
      headers: {
        ...headers,
        Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        'Sec-Fetch-Site': 'same-origin',
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/Max-Age=0/.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return { status: response.status, html: await response.text(), location: response.headers.get('Location'), jar };
  };
}

const hidden = (html: string) => {
  const form = html.slice(html.indexOf('action="/question"'));
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '';
  return { _csrf: of('_csrf'), _once: of('_once') };
};

describe('a page', () => {
  it('is a whole document in the reader’s language, without problems', async () => {
    const go = visitor();
    const { status, html } = await go('/question');
    expect(status).toBe(200);
    expect(html).toMatch(/^<!doctype html><html lang="id"/);
    expect(html).toContain('<title>Judul – Tuntas</title>');
    expect(problemsOf(html.replace('<!doctype html>', ''))).toEqual([]);
    const english = await go('/question', undefined, { 'Accept-Language': 'en' });
    expect(english.html).toContain('<html lang="en"');
    expect(english.html).toContain('seen through to the end');
  });

  it('with errors is a 422 that keeps what was typed and leads to the input', async () => {
    const go = visitor();
    const { html } = await go('/question');
    const refused = await go('/question', { ...hidden(html), title: '<b>buruk</b>' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('<title>Kesalahan: Judul – Tuntas</title>');
    expect(refused.html).toContain('<a href="#title">Isi judul</a>');
    expect(refused.html).toContain('aria-describedby="title-error"');
    expect(refused.html).toContain('value="&lt;b&gt;buruk&lt;/b&gt;"');
  });

  it('knows where it stands in components that wait for something', async () => {
    expect((await visitor()('/late?x=1')).html).toContain('<p>/late?x=1</p>');
  });

  it('offers the other language of the same address', async () => {
    expect((await visitor()('/late?x=1')).html).toContain('/language?to=en&amp;return=%2Flate%3Fx%3D1');
  });
});

describe('the sentence after an action', () => {
  it('is shown once on the next page, escaped', async () => {
    const go = visitor();
    const { html } = await go('/question');
    const done = await go('/question', { ...hidden(html), title: 'baik' });
    expect([done.status, done.location]).toEqual([303, '/late?x=1']);
    expect((await go('/late?x=1')).html).toContain('Judul &quot;baik&quot; disimpan.');
    expect((await go('/late?x=1')).html).not.toContain('disimpan');
  });

  it('is not believed when someone else wrote it', async () => {
    const go = visitor();
    const { jar } = await go('/late');
    jar.set('flash', `${Buffer.from('Bayar ke rekening ini').toString('base64url')}.abc`);
    const { html } = await go('/late');
    expect(html).not.toContain('rekening');
  });
});

describe('pages that belong to no room', () => {
  it('an unknown address is a 404 with a way on', async () => {
    const { status, html } = await visitor()('/tidak-ada');
    expect(status).toBe(404);
    expect(html).toContain('Halaman tidak ditemukan');
  });

  it('a fault apologises with its reference number', async () => {
    const { status, html } = await visitor()('/fault');
    expect(status).toBe(500);
    expect(html).toMatch(/<code>[\w-]{8,}<\/code>/);
    expect(html).not.toContain('broken');
  });
});
