/** `/desk/cases/:id/checks/ask`: what is missing is asked of the reporter, with a date that explains itself. */
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Columns,
  Form,
  formatMoment,
  Hidden,
  InsetText,
  seeOther,
  TextArea,
  WarningText,
} from '../../../design/index.ts';
import { explainClock, lawBook, startClock } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { surroundingsOf } from '../../actions/surroundings.ts';
import { askCompletion } from '../../actions/verification/ask-completion.ts';
import { gatherChecks } from '../../actions/verification/gather-checks.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { askableNow } from '../../rules/verification/checks.ts';
import { casePage } from '../case-frame.tsx';
import { type OpenedCase, versionOf } from '../opened.tsx';
import { onCaseInside } from './inside.ts';
import { type Refused, refused } from './refused.ts';
import { wordsIn } from './words.ts';

const PATH = '/desk/cases/:id/checks/ask';

interface Typed {
  readonly requirements: readonly string[];
  readonly text: string;
}

export function mountAsk(app: WebRoutes): void {
  const open = (answer: (opened: OpenedCase) => Promise<Response>) =>
    onCaseInside((opened) => {
      const { c, file, actor, path } = opened;
      // A question that is out already, or a step somebody else took: back to the requirements, which say how it stands.
      if (!possibleActions(file, actor).includes('ask-completion'))
        return file.stage === 'completing' ? seeOther(c, `${path}/checks`) : c.notFound();
      return answer(opened);
    });
  app.get(
    PATH,
    open((opened) => askPage(opened)),
  );
  app.post(
    PATH,
    open(async (opened) => {
      const { c, tools, actor, file, path, language } = opened;
      const form = readForm(c);
      const typed = { requirements: form.all('requirements'), text: form.text('text') };
      const target = { caseId: file.id, version: versionOf(form.text('version')) };
      const done = await askCompletion(tools, actor, target, typed);
      if (done.ok) return seeOther(c, `${path}/checks`, wordsIn(language).ask.done);
      if (done.refusal === 'case.absent') return c.notFound();
      const field = done.refusal === 'case.ask-nothing' ? 'requirements' : 'text';
      return askPage(opened, typed, refused(done.refusal, language, field));
    }),
  );
}

async function askPage(opened: OpenedCase, typed?: Typed, answer?: Refused): Promise<Response> {
  const { tools, file, path, language, now } = opened;
  const words = wordsIn(language);
  const { standings } = await gatherChecks(tools, tools.db, file);
  const missing = askableNow(file, standings);
  const book = await lawBook(tools);
  const clock = startClock('preview', 'stage', null, 'case.complete', now, surroundingsOf(book, file).law);
  const chosen = typed?.requirements ?? missing.filter((each) => each.answer === 'not-met').map((each) => each.requirement.code);
  return casePage(
    opened,
    'checks',
    words.ask.title,
    <Columns>
      <p>{words.ask.lead}</p>
      {missing.length === 0 ? (
        <p>{words.ask.nothing}</p>
      ) : (
        <Form action={`${path}/checks/ask`}>
          <Hidden name="version" value={String(file.version)} />
          <Checkboxes
            name="requirements"
            label={words.ask.which}
            values={[...chosen]}
            choices={missing.map((each) => ({
              value: each.requirement.code,
              label: each.requirement.label[language],
              hint: words.checks.answers[each.answer],
            }))}
          />
          <TextArea
            name="text"
            label={words.ask.text}
            hint={words.ask.textHint}
            rows={6}
            maxCharacters={20_000}
            value={typed?.text ?? ''}
          />
          <InsetText>
            <strong>
              {words.ask.due}: {formatMoment(clock.dueAt, file.zone, language)}
            </strong>
            <br />
            {explainClock(clock, { ...file, openedAt: file.registeredAt }, words.ask.since, book, language)}
          </InsetText>
          <WarningText>{words.ask.lapse}</WarningText>
          <ButtonGroup>
            <Button>{words.ask.button}</Button>
            <a class="govuk-link" href={`${path}/checks`}>
              {words.cancel}
            </a>
          </ButtonGroup>
        </Form>
      )}
    </Columns>,
    answer ?? {},
  );
}
