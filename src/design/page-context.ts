import { createContext, useContext } from 'hono/jsx';
import type { Actor } from '../kernel/actor.ts';
import type { Language } from '../kernel/language.ts';
import type { FieldErrors } from './fields.ts';
import { en } from './words.en.ts';
import { id, type Words } from './words.id.ts';

/** What every component may know about the page it stands on. */
export interface PageContext {
  readonly language: Language;
  readonly words: Words;
  /** Path and query of the request, for the language switch and `current` marks. */
  readonly path: string;
  readonly csrf: string;
  readonly actor: Actor;
  readonly exampleMode: boolean;
  /** Errors of the submitted form; inputs find their own by name. `Form errors` narrows them to one form. */
  readonly errors: FieldErrors;
  /** A fresh value for the hidden field `_once`. */
  readonly once: () => string;
  /** Islands needed on this page; components add themselves while they render. */
  readonly islands: Set<string>;
}

/** The frame's words in a language. */
export function wordsOf(language: Language): Words {
  return language === 'en' ? en : id;
}

export const CurrentPage = createContext<PageContext | undefined>(undefined);

/** The page a component stands on. Throws outside of `page()`, because labels, CSRF token and errors would be wrong. */
export function usePage(): PageContext {
  const page = useContext(CurrentPage);
  if (!page) throw new Error('A design component was rendered outside of page(): no language and no CSRF token known');
  return page;
}

/** Asks for the script of an island on this page. */
export function useIsland(name: string): void {
  usePage().islands.add(name);
}
