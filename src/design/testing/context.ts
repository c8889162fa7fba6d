import { type PageContext, wordsOf } from '../page-context.ts';

/** A page of a visitor, for rendering components without a request. */
export function testContext(given: Partial<PageContext> = {}): PageContext {
  return {
    language: 'id',
    words: wordsOf('id'),
    path: '/design',
    csrf: 'token',
    actor: { kind: 'visitor' },
    exampleMode: true,
    errors: [],
    once: () => 'once',
    islands: new Set(),
    ...given,
  };
}
