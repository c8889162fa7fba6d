import type { Child } from 'hono/jsx';
import { usePage } from '../page-context.ts';

/**
 * One contribution to a complaint's file. An internal note looks different from everything the complainant or the public may
 * read, by frame, colour and words, so that nobody writes into the wrong one.
 */
export function Message(props: { kind: 'public' | 'complainant' | 'internal'; from: Child; when: Child; children?: Child }) {
  const { words } = usePage();
  return (
    <article class={`tuntas-message tuntas-message--${props.kind}`}>
      <header class="tuntas-message__header">
        {props.kind === 'internal' && (
          <strong class="tuntas-message__mark">
            {words.internalNote} · {words.internalNoteHint}
          </strong>
        )}
        <span class="tuntas-message__from">{props.from}</span> <span class="tuntas-message__when">{props.when}</span>
      </header>
      <div class="tuntas-message__body">{props.children}</div>
    </article>
  );
}
