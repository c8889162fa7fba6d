/** The completeness check of the file that came to resolution (PO 58/2023 art. 54): item by item, with who looked and when. */
import { formatMoment, Radios, TextArea, TextInput } from '../../../design/index.ts';
import { cite } from '../../../law/index.ts';
import {
  HANDOVER_ANSWER_LABELS,
  HANDOVER_ANSWERS,
  HANDOVER_BASIS,
  HANDOVER_ITEMS,
  HANDOVER_LABELS,
  handoverState,
} from '../../rules/findings/handover.ts';
import { StepForm } from './parts.tsx';
import type { ResolutionView } from './resolution-page.tsx';
import { input } from './shell.ts';

export function HandoverSection({ view }: { view: ResolutionView }) {
  const { at, checks, person, works } = view;
  const { words, language, file } = at;
  const state = handoverState(new Map(checks.map(({ item, answer }) => [item, answer])));
  const step = 'handover';
  return (
    <>
      <h2>{words.handover.title}</h2>
      <p>
        <strong>{words.handover.states[state]}</strong>
      </p>
      <p class="govuk-hint">
        {words.handover.lead} {cite(HANDOVER_BASIS)[language]}.
      </p>
      {works ? (
        <StepForm at={at} step={step} button={words.handover.save} kind="secondary">
          {HANDOVER_ITEMS.map((item) => {
            const check = checks.find((one) => one.item === item);
            return (
              <>
                <Radios
                  name={input(step, item)}
                  label={HANDOVER_LABELS[item][language]}
                  hint={
                    check && words.handover.checkedBy(person(check.checkedBy), formatMoment(check.checkedAt, file.zone, language))
                  }
                  value={at.typed(step, item, check?.answer ?? '')}
                  choices={HANDOVER_ANSWERS.map((value) => ({ value, label: HANDOVER_ANSWER_LABELS[value][language] }))}
                  inline
                  small
                />
                <TextInput
                  name={input(step, `note-${item}`)}
                  label={words.handover.note}
                  hint={words.handover.noteHint}
                  labelSize="s"
                  value={at.typed(step, `note-${item}`, check?.note ?? '')}
                />
              </>
            );
          })}
        </StepForm>
      ) : (
        <ul>
          {checks.map((check) => (
            <li>
              {HANDOVER_LABELS[check.item][language]}: {HANDOVER_ANSWER_LABELS[check.answer][language]}
              {check.note && ` (${check.note})`}
            </li>
          ))}
        </ul>
      )}
      {works && state === 'incomplete' && (
        <StepForm at={at} step="return" button={words.handover.return} kind="secondary">
          <TextArea name={input('return', 'reason')} label={words.reason} rows={3} value={at.typed('return', 'reason')} />
        </StepForm>
      )}
    </>
  );
}
