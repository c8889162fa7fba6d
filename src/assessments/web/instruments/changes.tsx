import { StatusTag } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Change } from '../../rules/instrument-diff.ts';
import { wordsIn } from './words.ts';

const TONES = { added: 'success', removed: 'danger', changed: 'info' } as const;

/** The difference of two versions as a list, a line each. */
export function Changes(props: { changes: readonly Change[]; language: Language }) {
  const words = wordsIn(props.language);
  if (props.changes.length === 0) return <p>{words.noChanges}</p>;
  return (
    <ul class="govuk-list govuk-list--spaced">
      {props.changes.map(({ kind, where, text }) => (
        <li>
          <StatusTag label={words[kind]} tone={TONES[kind]} /> <strong>{where[props.language]}</strong> {text[props.language]}
        </li>
      ))}
    </ul>
  );
}
