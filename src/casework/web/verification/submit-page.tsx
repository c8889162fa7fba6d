/** `/desk/cases/:id/checks/submit`: to the plenary with a proposal. `/desk/cases/:id/plenary`: what plenaries made of the case. */
import {
  Button,
  ButtonGroup,
  Columns,
  Details,
  Form,
  formatDay,
  Hidden,
  InsetText,
  Radios,
  SummaryList,
  seeOther,
  TextArea,
} from '../../../design/index.ts';
import { peopleByIds } from '../../../directory/index.ts';
import { Temporal } from '../../../kernel/time.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { submitToPlenary } from '../../actions/verification/verify-case.ts';
import { possibleActions } from '../../rules/permissions.ts';
import { DECISION_LABELS, PROPOSALS } from '../../rules/verification/plenary.ts';
import { latestProposal } from '../../store/verification/checks.ts';
import { plenariesOfCase } from '../../store/verification/plenary-items.ts';
import { casePage } from '../case-frame.tsx';
import { type OpenedCase, versionOf } from '../opened.tsx';
import { onCaseInside } from './inside.ts';
import { type Refused, refused } from './refused.ts';
import { wordsIn } from './words.ts';

const PATH = '/desk/cases/:id/checks/submit';

export function mountSubmit(app: WebRoutes): void {
  const open = (answer: (opened: OpenedCase) => Promise<Response>) =>
    onCaseInside((opened) => {
      const { c, file, actor, path } = opened;
      if (possibleActions(file, actor).includes('submit-to-plenary')) return answer(opened);
      return file.stage === 'plenary' ? seeOther(c, `${path}/checks`) : c.notFound();
    });
  app.get(
    PATH,
    open((opened) => submitPage(opened, { proposal: '', reasons: '' })),
  );
  app.post(
    PATH,
    open(async (opened) => {
      const { c, tools, actor, file, path, language } = opened;
      const form = readForm(c);
      const typed = { proposal: form.text('proposal'), reasons: form.text('reasons') };
      const done = await submitToPlenary(tools, actor, { caseId: file.id, version: versionOf(form.text('version')) }, typed);
      if (done.ok) return seeOther(c, `${path}/plenary`, wordsIn(language).submit.done);
      if (done.refusal === 'case.absent') return c.notFound();
      const field = done.refusal === 'case.proposal-missing' ? 'proposal' : 'reasons';
      return submitPage(opened, typed, refused(done.refusal, language, field));
    }),
  );
  app.get('/desk/cases/:id/plenary', onCaseInside(casePlenaryPage));
}

function submitPage(
  opened: OpenedCase,
  typed: { readonly proposal: string; readonly reasons: string },
  answer?: Refused,
): Promise<Response> {
  const { file, path, language } = opened;
  const words = wordsIn(language);
  return casePage(
    opened,
    'checks',
    words.submit.title,
    <Columns>
      <p>{words.submit.lead}</p>
      <Form action={`${path}/checks/submit`}>
        <Hidden name="version" value={String(file.version)} />
        <Radios
          name="proposal"
          label={words.submit.proposal}
          value={typed.proposal}
          choices={PROPOSALS.map((each) => ({
            value: each,
            label: words.submit.proposals[each],
            hint: words.submit.hints[each],
          }))}
        />
        <TextArea name="reasons" label={words.submit.reasons} rows={8} maxCharacters={20_000} value={typed.reasons} />
        <ButtonGroup>
          <Button>{words.submit.button}</Button>
          <a class="govuk-link" href={`${path}/checks`}>
            {words.cancel}
          </a>
        </ButtonGroup>
      </Form>
    </Columns>,
    answer ?? {},
  );
}

async function casePlenaryPage(opened: OpenedCase): Promise<Response> {
  const { tools, file, language } = opened;
  const words = wordsIn(language);
  const [proposal, meetings] = [await latestProposal(tools.db, file.id), await plenariesOfCase(tools.db, file.id)];
  const people = await peopleByIds(
    tools.db,
    meetings.flatMap((each) => each.dissents.map((one) => one.personId)),
  );
  const isWaiting = file.stage === 'plenary' && !meetings.some((each) => each.decision === null);
  return casePage(
    opened,
    'checks',
    words.casePlenary.title,
    <>
      <p>{words.casePlenary.internal}</p>
      {proposal && (
        <InsetText>
          <strong>
            {words.casePlenary.proposal}: {words.submit.proposals[proposal.proposal]}
          </strong>
          <br />
          <span class="tuntas-preserve">{proposal.reasons}</span>
        </InsetText>
      )}
      {isWaiting && <p>{words.casePlenary.waiting}</p>}
      {meetings.length === 0 && !isWaiting && <p>{words.casePlenary.none}</p>}
      {meetings.map((each) => {
        const title = words.casePlenary.meeting(
          `${each.number}/${each.year}`,
          formatDay(Temporal.PlainDate.from(each.heldOn), language),
        );
        return (
          <>
            <SummaryList
              title={title}
              rows={[
                {
                  key: words.item.decision,
                  value: (
                    <a href={`/desk/plenaries/${each.plenaryId}/items/${file.id}`}>
                      {each.decision ? DECISION_LABELS[each.decision][language] : words.casePlenary.undecided}
                    </a>
                  ),
                },
                ...(each.members === null
                  ? []
                  : [{ key: words.item.counts, value: words.item.countedThen(each.present ?? 0, each.members) }]),
                ...(each.reasons === '' ? [] : [{ key: words.item.reasons, value: each.reasons }]),
              ]}
            />
            {each.dissents.length > 0 && (
              <Details summary={words.item.dissent}>
                {each.dissents.map((one) => (
                  <p>
                    {people.get(one.personId)?.name ?? words.someone}: <span class="tuntas-preserve">{one.opinion}</span>
                  </p>
                ))}
              </Details>
            )}
          </>
        );
      })}
    </>,
  );
}
