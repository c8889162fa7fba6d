import type { Context, Hono } from 'hono';
import type { Actor } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/language.ts';
import type { Tools } from '../tools.ts';

/** What the platform's middleware has put into every request before a room's route runs. */
export interface WebEnv {
  Variables: {
    tools: Tools;
    /** Shown on fault pages, in logs and in the `X-Request-Id` header. */
    requestId: string;
    language: Language;
    actor: Actor;
    /** Goes into every form as its first field, hidden, named `_csrf`; the `Form` component of design/ does it. */
    csrf: string;
    /** A new token at each call: every form carries its own in the hidden field `_once`, so that a double click acts once. */
    once: () => string;
  };
}

export type WebContext = Context<WebEnv>;
export type WebRoutes = Hono<WebEnv>;
