import { acceptFiles } from '../http/accept-files.ts';
import { type AppParts, createApp } from '../http/app.ts';
import type { WebContext, WebRoutes } from '../http/env.ts';
import { problem } from '../http/problem.ts';
import { readForm } from '../http/read-form.ts';
import { refusalStatus } from '../http/refusal-status.ts';
import type { Tools } from '../tools.ts';

function NoteForm({ c }: { c: WebContext }) {
  return (
    <form method="post" action="/notes">
      <input type="hidden" name="_csrf" value={c.get('csrf')} />
      <input type="hidden" name="_once" value={c.get('once')()} />
      <input name="text" />
    </form>
  );
}

export interface Notes {
  /** What was recorded, in order. */
  readonly texts: string[];
  /** Lets the next submission wait until it is called. */
  hold?: Promise<void>;
}

/** A small room for the tests of the platform: a form that records notes, one that takes files, and a few ways to fail. */
export function testApp(tools: Tools, notes: Notes = { texts: [] }, parts: Partial<AppParts> = {}): WebRoutes {
  return createApp(tools, {
    actorOf: async () => ({ kind: 'visitor' }),
    pages: {
      fault: (c, requestId) => c.html(<p>fault {requestId}</p>),
      notFound: (c) => c.html(<p>not found</p>),
      refused: (c, kind, text) => c.html(<p>{text}</p>, refusalStatus(kind)),
    },
    mount(app) {
      app.get('/notes', (c) => c.html(<NoteForm c={c} />));
      app.post('/notes', async (c) => {
        const text = readForm(c).text('text');
        await notes.hold;
        if (text === '') return c.html(<p>empty</p>, 422);
        if (text === 'fault') throw new Error('a bug');
        notes.texts.push(text);
        c.header('Set-Cookie', `last=${notes.texts.length}; Path=/`);
        return c.redirect(`/notes/${notes.texts.length}`, 303);
      });
      app.post('/files', acceptFiles, (c) => {
        const form = readForm(c);
        return c.json({
          typed: form.typed(),
          uploads: form.allUploads().map(({ field, name, size, sha256 }) => ({ field, name, size, sha256 })),
          refused: form.refusedUploads,
        });
      });
      app.get('/echo', (c) => c.json({ q: c.req.query('q') ?? null }));
      app.get('/long', (c) => c.html(<p>{'panjang '.repeat(1000)}</p>));
      app.get('/secret', (c) => c.html(<p>{'rahasia '.repeat(1000)}</p>, 200, { 'Cache-Control': 'no-store' }));
      app.get('/stream', (c) => c.body(slowly(), 200, { 'Content-Type': 'text/csv' }));
      app.get('/raw', () => new Response('raw'));
      app.get('/shared', (c) => c.text('shared', 200, { 'Cache-Control': 'public, max-age=60' }));
      app.get('/fault', () => {
        throw new Error('a bug that names Wayan Contoh');
      });
      app.get('/api/fault', () => {
        throw new Error('a bug');
      });
      app.post('/api/things', async (c) => {
        const thing = await c.req.json().catch(() => undefined);
        return thing === undefined ? problem(c, { status: 400, title: 'Not JSON' }) : c.json(thing, 201);
      });
    },
    ...parts,
  });
}

function slowly(): ReadableStream<Uint8Array> {
  let row = 0;
  return new ReadableStream({
    pull(controller) {
      if (row === 500) controller.close();
      else controller.enqueue(new TextEncoder().encode(`${row++},baris\n`));
    },
  });
}
