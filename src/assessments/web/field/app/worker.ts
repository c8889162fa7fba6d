/**
 * The service worker of the field app: keeps the shell, and nothing else. What anybody writes or reads never passes through its cache.
 *
 * `SHELL` is written before this file by the server: the page and the files it names, each with its content's hash in its name.
 */
interface WorkerScope extends EventTarget {
  readonly SHELL: readonly string[];
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
}
interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends LifeEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const scope = self as unknown as WorkerScope;
const PREFIX = 'tuntas-field-';
const PAGE = '/field/app';

/** One cache for one set of files. */
function cacheName(): string {
  let sum = 0;
  for (const sign of scope.SHELL.join('\n')) sum = (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) >>> 0;
  return `${PREFIX}${sum.toString(36)}`;
}

async function keepShell(): Promise<void> {
  const cache = await caches.open(cacheName());
  await cache.addAll(scope.SHELL.map((path) => new Request(path, { cache: 'reload', credentials: 'same-origin' })));
  await scope.skipWaiting();
}

/** Files of former builds go; pages that are open have loaded theirs. */
async function clean(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== cacheName()).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function fromShell(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(cacheName());
  return (await cache.match(path)) ?? fetch(request);
}

/** An ordinary page without a connection: the app works where it does not. */
async function orTheApp(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return Response.redirect(PAGE, 302);
  }
}

scope.addEventListener('install', (event) => (event as LifeEvent).waitUntil(keepShell()));
scope.addEventListener('activate', (event) => (event as LifeEvent).waitUntil(clean()));
scope.addEventListener('fetch', (event) => {
  const { request, respondWith } = event as RequestEvent;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== scope.location.origin) return;
  const answer = respondWith.bind(event);
  if (scope.SHELL.includes(url.pathname)) answer(fromShell(request, url.pathname));
  else if (request.mode === 'navigate') answer(orTheApp(request));
});
