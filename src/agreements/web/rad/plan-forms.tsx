/** The steps of whoever makes a plan: handing in, adopting, and those nobody takes every day. */
import { Button, DateInput, Details, FileUpload, Form, partsOfDay, TextArea, TextInput } from '../../../design/index.ts';
import { FACTORS } from '../../rules/kinds.ts';
import { factorsWithoutLine, GAP_LIMIT, NOTE_LIMIT, planHints } from '../../rules/rad/handing-in.ts';
import { RAD_ACTION_LABELS } from '../../rules/rad/rad.transitions.ts';
import { YearsWithoutLine } from './plan-lines.tsx';
import { type Shown, stepAddress, Version } from './plan-shown.tsx';

export function HandIn({ shown }: { shown: Shown }) {
  const { words, lines, rad, notes, typed, opened } = shown;
  const { language } = opened;
  const gaps = factorsWithoutLine(lines);
  const open = notes.filter(({ handIn, answer }) => handIn === rad.handIns && answer === null);
  const hints = planHints(lines);
  return (
    <section aria-labelledby="step">
      <h2 id="step">{words.plan.handIn}</h2>
      <p>{words.plan.handInLead[rad.level]}</p>
      <p id="lines">{words.plan.summary(lines.length, gaps.length)}</p>
      <YearsWithoutLine shown={shown} />
      {hints.length > 0 && (
        <Details summary={words.plan.hints(hints.length)}>
          <ul>
            {hints.map(({ ordinal, lacks }) => (
              <li>
                <a href={`${opened.path}/lines/${ordinal}`}>{words.plan.aboutLine(ordinal)}</a>:{' '}
                {lacks.map((lack) => words.plan.lacks[lack]).join(', ')}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Form action={stepAddress(shown, 'hand-in')} id="hand-in">
        <Version shown={shown} />
        {lines.length > 0 &&
          gaps.map((factor) => (
            <TextArea
              name={`gap-${factor}`}
              label={words.plan.gap(FACTORS[factor][language])}
              value={typed.values[`gap-${factor}`] ?? rad.gaps[factor]}
              rows={2}
              maxCharacters={GAP_LIMIT}
            />
          ))}
        {open.map((note) => (
          <TextArea
            name={`answer-${note.id}`}
            label={words.plan.answerTo(note.text.length > 120 ? `${note.text.slice(0, 120)}…` : note.text)}
            hint={
              note.lineId === null
                ? words.plan.generalNote
                : words.plan.aboutLine(lines.find(({ id }) => id === note.lineId)?.ordinal ?? 0)
            }
            value={typed.values[`answer-${note.id}`]}
            rows={2}
            maxCharacters={NOTE_LIMIT}
          />
        ))}
        <Button>{rad.handIns === 0 ? RAD_ACTION_LABELS['hand-in'][language] : words.plan.handInAgain}</Button>
      </Form>
    </section>
  );
}

export function Adopt({ shown }: { shown: Shown }) {
  const { words, typed } = shown;
  return (
    <section aria-labelledby="step">
      <h2 id="step">{words.plan.adopt}</h2>
      <p>{words.plan.adoptLead}</p>
      <Form action={stepAddress(shown, 'adopt')} multipart id="adopt">
        <Version shown={shown} />
        <TextInput name="number" label={words.plan.decreeNumber} value={typed.values.number} maxlength={200} />
        <DateInput name="decidedOn" label={words.plan.decidedOn} value={typed.decidedOn ?? partsOfDay(undefined)} />
        <DateInput
          name="inForceFrom"
          label={words.plan.inForceFrom}
          hint={words.plan.inForceHint}
          optional
          value={typed.inForceFrom ?? partsOfDay(undefined)}
        />
        <FileUpload name="decree" label={words.plan.scan} hint={words.plan.scanHint} accept="application/pdf" single />
        <Button>{words.plan.adoptSubmit}</Button>
      </Form>
    </section>
  );
}

/** Taking back, opening again, dropping: behind a fold, for nobody does them every day. */
export function OtherSteps({ shown }: { shown: Shown }) {
  const { words, opened, actions, typed } = shown;
  const { language } = opened;
  const steps = actions.filter((each) => each === 'take-back' || each === 'amend' || each === 'drop');
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="other-steps">
      <h2 id="other-steps">{words.plan.otherSteps}</h2>
      {steps.map((each) => (
        <Details summary={RAD_ACTION_LABELS[each][language]} open={typed.values.step === each}>
          <Form action={stepAddress(shown, each)} id={`form-${each}`}>
            <Version shown={shown} />
            <p>{words.plan.about[each]}</p>
            {each !== 'take-back' && (
              <TextArea
                name="reason"
                id={`reason-${each}`}
                label={words.reason}
                value={typed.values.reason}
                rows={2}
                maxCharacters={NOTE_LIMIT}
              />
            )}
            <Button kind={each === 'drop' ? 'warning' : 'secondary'}>{RAD_ACTION_LABELS[each][language]}</Button>
          </Form>
        </Details>
      ))}
    </section>
  );
}
