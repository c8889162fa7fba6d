/** What one text has otherwise than another: deletions and insertions in reading order. */
import { compareWords } from '../../../casework/index.ts';

export function Changes({ before, after }: { before: string; after: string }) {
  return (
    <p class="tuntas-preserve">
      {compareWords(before, after).map((run) =>
        run.in === 'same' ? run.text : run.in === 'theirs' ? <del>{run.text}</del> : <ins>{run.text}</ins>,
      )}
    </p>
  );
}
