/** One text with the words marked that another one has not, or has otherwise. */
import { compareWords } from '../../rules/sections/compare-words.ts';

/** Marks what only this side has. `side`: which of the two texts is shown. Screen readers hear what the marks mean. */
export function OneSide(props: { theirs: string; mine: string; side: 'theirs' | 'mine'; marked: string }) {
  const { side, marked } = props;
  const runs = compareWords(props.theirs, props.mine).filter((run) => run.in === 'same' || run.in === side);
  return (
    <p class="tuntas-preserve">
      {runs.map((run) => (run.in === 'same' || run.text.trim() === '' ? run.text : <mark title={marked}>{run.text}</mark>))}
    </p>
  );
}

/** What a revision changed: deletions and insertions in reading order. */
export function Changes(props: { before: string; after: string }) {
  return (
    <p class="tuntas-preserve">
      {compareWords(props.before, props.after).map((run) =>
        run.in === 'same' ? run.text : run.in === 'theirs' ? <del>{run.text}</del> : <ins>{run.text}</ins>,
      )}
    </p>
  );
}
