/** Recording what became of a step: one form each action of the table. */
import { DateInput, dateParts, SummaryList, TextArea } from '../../../design/index.ts';
import { refuse } from '../../../kernel/result.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { moveStep } from '../../actions/examination/move-step.ts';
import { mayExamine } from '../../rules/examination/permissions.ts';
import { STEP_ACTION_LABELS, STEP_ACTIONS, type StepAction, stepLine } from '../../rules/examination/step.transitions.ts';
import type { Step } from '../../rules/examination/step.ts';
import { STEP_KIND_DATA } from '../../rules/examination/step-kinds.ts';
import { LONGEST_TEXT } from '../../rules/take.ts';
import { type FormSpec, mountForm } from './form-page.tsx';
import { partiesOf } from './parties.ts';
import { stepOf } from './step-page.tsx';

export function mountMoves(app: WebRoutes): void {
  for (const action of STEP_ACTIONS) mountForm(app, moveForm(action));
}

/** Which inputs an action asks for. */
const ASKS: Readonly<
  Record<StepAction, { readonly way?: true; readonly result?: true; readonly reason?: true; readonly day?: true }>
> = {
  send: { way: true, day: true },
  receive: { way: true, day: true },
  answer: { result: true, day: true },
  hold: { result: true, day: true },
  miss: { reason: true },
  finish: { result: true },
  cancel: { reason: true },
};

function moveForm(action: StepAction): FormSpec<Step> {
  const asks = ASKS[action];
  const own = ({ path, data }: { path: string; data: Step }) => `${path}/examination/steps/${data.id}`;
  return {
    address: `examination/steps/:step/${action}`,
    section: 'examination',
    load: stepOf,
    // A form that was open while somebody else recorded it still gets its answer.
    may: ({ file, actor, c }, step) =>
      mayExamine(file, actor) &&
      (c.req.method === 'POST' || stepLine(step.state, action, STEP_KIND_DATA[step.kind].mode) !== undefined),
    title: ({ language }) => STEP_ACTION_LABELS[action][language],
    back: (at) => ({ href: own(at), text: at.words.steps.backToStep }),
    async body(at) {
      const { words, data, language, form } = at;
      const parties = await partiesOf(at);
      return (
        <>
          <SummaryList
            rows={[
              { key: words.steps.kind, value: words.steps.title(data.no, STEP_KIND_DATA[data.kind].label[language]) },
              { key: words.steps.to, value: parties.addressee(data) },
            ]}
          />
          {asks.way && (
            <TextArea name="way" label={words.steps.way} hint={words.steps.wayHint} value={at.typed('way')} rows={3} />
          )}
          {asks.result && (
            <TextArea
              name="result"
              label={words.steps.result}
              hint={words.steps.resultHint}
              optional={action === 'answer'}
              value={at.typed('result', data.result)}
              rows={8}
              maxCharacters={LONGEST_TEXT}
            />
          )}
          {asks.reason && (
            <TextArea
              name="reason"
              label={words.steps.reason}
              hint={action === 'miss' ? words.steps.missedHint : undefined}
              optional={action === 'miss' && data.state === 'received'}
              value={at.typed('reason')}
              rows={4}
            />
          )}
          {asks.day && (
            <DateInput
              name="on"
              label={words.steps.doneOn}
              hint={words.steps.doneOnHint}
              optional
              value={form ? dateParts(form.typed(), 'on') : undefined}
            />
          )}
        </>
      );
    },
    button: ({ language }) => STEP_ACTION_LABELS[action][language],
    isWarning: action === 'cancel',
    fields: {
      'case.step-way-missing': 'way',
      'case.step-result-missing': 'result',
      'case.reason-missing': 'reason',
      'case.day-in-future': 'on',
      'case.day-wrong': 'on',
      'case.received-before-sent': 'on',
      otherwise: asks.way ? 'way' : asks.result ? 'result' : 'reason',
    },
    send(at) {
      const on = at.day('on');
      if (on === undefined) return Promise.resolve(refuse('case.day-wrong'));
      const texts = { way: at.typed('way'), result: at.typed('result'), reason: at.typed('reason') };
      return moveStep(at.tools, at.actor, { caseId: at.file.id, stepId: at.data.id, action, happenedOn: on, ...texts });
    },
    done: (at) => ({ href: own(at), text: at.words.steps.recorded }),
  };
}
