/**
 * The shell of the installable app, the same for everyone: no name, no token, nothing of anybody's work is in what the browser keeps of
 * it. What is somebody's comes by /field/sync and lies encrypted on the device.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ASSETS_FOLDER, asset } from '../../../design/assets.ts';
import type { WebContext, WebRoutes } from '../../../platform/http/env.ts';
import { en } from './words.en.ts';
import { id } from './words.id.ts';

const PATH = '/field/app';
const COLOUR = '#0b3c49';

export function mountFieldApp(app: WebRoutes): void {
  app.get(PATH, async (c) => c.html(`<!doctype html>${await (<Shell />).toString()}`, 200, { 'Cache-Control': 'no-cache' }));
  app.get('/field/manifest.webmanifest', (c) =>
    c.body(JSON.stringify(manifest()), 200, {
      'Content-Type': 'application/manifest+json; charset=UTF-8',
      'Cache-Control': 'no-cache',
    }),
  );
  app.get('/field/worker.js', serveWorker);
}

/** Everything the shell is made of; it changes when a file's content does, for names carry their hash. */
function shellFiles(): readonly string[] {
  return [
    PATH,
    '/field/manifest.webmanifest',
    asset('main.css'),
    asset('field-app.js'),
    asset('icon.svg'),
    asset('field-icon.svg'),
    asset('field-icon-192.png'),
  ];
}

/** The service worker, with the list of what to keep before it: a new build is a new worker. */
async function serveWorker(c: WebContext): Promise<Response> {
  const code = await readFile(join(ASSETS_FOLDER, asset('field-worker.js').slice('/assets/'.length)), 'utf8');
  return c.body(`self.SHELL=${JSON.stringify(shellFiles())};\n${code}`, 200, {
    'Content-Type': 'text/javascript; charset=UTF-8',
    'Cache-Control': 'no-cache',
  });
}

function manifest() {
  return {
    id: PATH,
    name: id.app.title,
    short_name: 'Lapangan',
    description: id.mine.appText,
    lang: 'id',
    start_url: PATH,
    scope: '/field/',
    display: 'standalone',
    background_color: COLOUR,
    theme_color: COLOUR,
    icons: [
      { src: asset('field-icon.svg'), sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
      { src: asset('field-icon-192.png'), sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: asset('field-icon-512.png'), sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: asset('field-icon-maskable-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}

/** Without a script it says so, in both languages: what is kept on a device cannot know which one its next reader wants. */
function Shell() {
  return (
    <html lang="id" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{id.app.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content={COLOUR} />
        <meta name="robots" content="noindex" />
        <link rel="manifest" href="/field/manifest.webmanifest" />
        <link rel="icon" href={asset('field-icon.svg')} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={asset('field-icon-192.png')} />
        <link rel="stylesheet" href={asset('main.css')} />
        <script type="module" src={asset('field-app.js')} />
      </head>
      <body class="govuk-template__body">
        <div id="field-app">
          <div class="govuk-width-container">
            <main class="govuk-main-wrapper" id="main-content">
              <h1 class="govuk-heading-l">{id.app.title}</h1>
              <noscript>
                <p>
                  {id.app.needsScript} <a href="/field">{id.app.ordinary}</a>
                </p>
                <p lang="en">
                  {en.app.needsScript} <a href="/field">{en.app.ordinary}</a>
                </p>
              </noscript>
            </main>
          </div>
        </div>
      </body>
    </html>
  );
}
