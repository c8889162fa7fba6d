import type { MiddlewareHandler } from 'hono';
import { LANGUAGES, type Language } from '../../kernel/language.ts';
import { readCookie, writeCookie } from './cookies.ts';
import type { WebContext, WebEnv } from './env.ts';

const COOKIE = 'lang';
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The language of the answer: what the reader chose, else what the browser prefers, else Indonesian. */
export const chooseLanguage: MiddlewareHandler<WebEnv> = async (c, next) => {
  const chosen = asLanguage(readCookie(c, COOKIE));
  c.set('language', chosen ?? preferredLanguage(c.req.header('Accept-Language')));
  await next();
};

/** `GET /language?to=en&return=/path`: remembers the choice and goes back, to a page of ours only. */
export function switchLanguage(c: WebContext): Response {
  const language = asLanguage(c.req.query('to'));
  if (language !== undefined) writeCookie(c, COOKIE, language, YEAR_SECONDS);
  return c.redirect(ownPath(c.req.query('return')), 303);
}

function asLanguage(text: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === text);
}

/** The first of our languages by the weights of an Accept-Language header (RFC 9110, 12.5.4). */
export function preferredLanguage(header: string | undefined): Language {
  let best: Language = 'id';
  let bestWeight = 0;
  for (const range of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.split(';');
    const weightText = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
    const weight = weightText === undefined ? 1 : Number(weightText.slice(2));
    const language = asLanguage(tag.trim().toLowerCase().split('-')[0]);
    if (language !== undefined && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}

/**
 * A path of this site, or `/`. Anything a browser could read as another host (`//host`, `/\host`, `https:`) is refused:
 * the text is resolved the way a browser does it and must stay where it is.
 */
export function ownPath(text: string | undefined): string {
  if (text === undefined || !text.startsWith('/')) return '/';
  const here = 'http://tuntas.invalid';
  if (!URL.canParse(text, here)) return '/';
  const url = new URL(text, here);
  // A path such as `/.//host` resolves to `//host`, which as a Location would be another site.
  return url.origin === here && !url.pathname.startsWith('//') ? `${url.pathname}${url.search}` : '/';
}
