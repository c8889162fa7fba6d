/** Reviewing a plan. */
import { Button, Details, Form, TextArea } from '../../../design/index.ts';
import { FACTORS } from '../../rules/kinds.ts';
import { FACTOR_CODES, NOTE_LIMIT, planHints } from '../../rules/rad/handing-in.ts';
import { RAD_ACTION_LABELS } from '../../rules/rad/rad.transitions.ts';
import { LineTable, Notes, YearsWithoutLine } from './plan-lines.tsx';
import { type Shown, stepAddress, Version } from './plan-shown.tsx';

/** Reviewing: a field for a note under every line, one for the whole; accept or send back with the same form. */
export function ReviewForm({ shown }: { shown: Shown }) {
  const { opened, words, lines, typed } = shown;
  const { language } = opened;
  const hints = planHints(lines);
  return (
    <Form action={stepAddress(shown, 'return')} id="review">
      <Version shown={shown} />
      <p>{words.plan.reviewLead}</p>
      <YearsWithoutLine shown={shown} />
      {hints.length > 0 && (
        <Details summary={words.plan.hints(hints.length)}>
          <ul>
            {hints.map(({ ordinal, lacks }) => (
              <li>
                {words.plan.aboutLine(ordinal)}: {lacks.map((lack) => words.plan.lacks[lack]).join(', ')}
              </li>
            ))}
          </ul>
        </Details>
      )}
      {FACTOR_CODES.map((factor) => (
        <section aria-labelledby={`factor-${factor}`}>
          <h2 id={`factor-${factor}`}>{FACTORS[factor][language]}</h2>
          <LineTable shown={shown} factor={factor} />
          {lines
            .filter((line) => line.factor === factor)
            .map((line) => (
              <>
                <Notes shown={shown} lineId={line.id} />
                <TextArea
                  name={`note-${line.id}`}
                  label={words.plan.noteOn(line.ordinal)}
                  optional
                  value={typed.values[`note-${line.id}`]}
                  rows={2}
                  maxCharacters={NOTE_LIMIT}
                />
              </>
            ))}
        </section>
      ))}
      <TextArea
        name="note-all"
        label={words.plan.noteAll}
        optional
        value={typed.values['note-all']}
        rows={3}
        maxCharacters={NOTE_LIMIT}
      />
      <div id="step">
        <Button formaction={stepAddress(shown, 'accept')}>
          {words.plan.accept[shown.rad.state === 'with-ministry' ? 'ministry' : 'province']}
        </Button>{' '}
        <Button kind="secondary">{RAD_ACTION_LABELS.return[language]}</Button>
      </div>
    </Form>
  );
}
