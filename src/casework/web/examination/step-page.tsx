/** `/desk/cases/:id/examination/steps/:step`: one step, its letter and minutes, its clock, what may be recorded. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Form,
  formatDay,
  formatMoment,
  InsetText,
  LinkButton,
  SummaryList,
  seeOther,
  WarningText,
} from '../../../design/index.ts';
import { agencyById, peopleByIds } from '../../../directory/index.ts';
import { dayOf } from '../../../kernel/time.ts';
import { lawBook } from '../../../law/index.ts';
import { holdsOfficeAt, knownOfficers } from '../../actions/documents/in-office.ts';
import { draftStepDocument } from '../../actions/examination/step-letter.ts';
import { mayExamine, mayPlan, mayRecord } from '../../rules/examination/permissions.ts';
import { STEP_ACTION_LABELS, STEP_ACTIONS, stepLine } from '../../rules/examination/step.transitions.ts';
import { answerClock, type Step } from '../../rules/examination/step.ts';
import { STEP_KIND_DATA, type StepMode } from '../../rules/examination/step-kinds.ts';
import { answersTo, loadDocument } from '../../store/documents/documents.ts';
import { evidenceOf } from '../../store/examination/evidence.ts';
import { stepsOf } from '../../store/examination/steps.ts';
import { type CasePageOptions, casePage } from '../case-frame.tsx';
import type { OpenedCase } from '../opened.tsx';
import { CaseDeadline } from '../telling/case-deadline.tsx';
import { statusOf, textOf } from './form-page.tsx';
import { partiesOf } from './parties.ts';
import { StepTag } from './plan-page.tsx';
import { wordsIn } from './words.ts';

export async function stepOf({ c, tools, file }: OpenedCase): Promise<Step | undefined> {
  return (await stepsOf(tools.db, file.id)).find((each) => each.id === c.req.param('step'));
}

export async function stepPage(opened: OpenedCase): Promise<Response> {
  const step = await stepOf(opened);
  return step ? show(opened, step) : opened.c.notFound();
}

/** Makes the draft of the letter or of the minutes, and opens it. */
export function makeDocument(what: 'letter' | 'minutes') {
  return async (opened: OpenedCase): Promise<Response> => {
    const { c, tools, actor, file, path, language } = opened;
    const step = await stepOf(opened);
    if (!step) return c.notFound();
    const made = await draftStepDocument(tools, actor, { caseId: file.id, stepId: step.id, what });
    if (made.ok) return seeOther(c, `${path}/documents/${made.value}/edit`, wordsIn(language).steps.letterMade);
    const refusal = textOf(made.refusal);
    if (refusal.kind === 'absent') return c.notFound();
    return show(opened, step, { errors: [{ field: what, message: refusal[language] }], status: statusOf(refusal.kind) });
  };
}

async function show(opened: OpenedCase, step: Step, options: CasePageOptions = {}): Promise<Response> {
  const { tools, file, actor, path, language, now } = opened;
  const words = wordsIn(language);
  const data = STEP_KIND_DATA[step.kind];
  const [parties, steps, items, book] = await Promise.all([
    partiesOf(opened),
    stepsOf(tools.db, file.id),
    evidenceOf(tools.db, file.id),
    lawBook(tools),
  ]);
  const own = `${path}/examination/steps/${step.id}`;
  const when = (at: Parameters<typeof dayOf>[0] | null) => (at ? formatMoment(at, file.zone, language) : null);
  const clock = answerClock(file.clocks, step);
  const basis = steps.find((each) => each.id === step.basedOnId);
  const person = step.personId ? (await peopleByIds(tools.db, [step.personId])).get(step.personId)?.name : undefined;
  const [letter, minutes] = await Promise.all(
    [step.documentId, step.minutesId].map((id) => (id ? loadDocument(tools.db, id) : undefined)),
  );
  const hasLetter = letter && letter.state !== 'discarded';
  const hasMinutes = minutes && minutes.state !== 'discarded';
  const answers = hasLetter ? await answersTo(tools.db, letter.id) : [];
  const mine = items.filter((item) => item.stepId === step.id);
  const write = mayExamine(file, actor);
  const mayMakeLetter = data.letter && step.state === 'planned' && !hasLetter && (step.kind !== 'visit' || step.isAnnounced);
  const actions = STEP_ACTIONS.filter(
    (action) => stepLine(step.state, action, data.mode) && !(hasLetter && (action === 'send' || action === 'receive')),
  );
  return casePage(
    opened,
    'examination',
    words.steps.title(step.no, data.label[language]),
    <>
      <BackLink href={`${path}/examination`} text={words.steps.back} />
      <p>
        <StepTag step={step} language={language} />
      </p>
      <AddresseeLeft {...{ opened, step, own }} />
      {clock && <CaseDeadline clock={clock} file={file} book={book} language={language} now={now} />}
      <SummaryList
        rows={[
          { key: words.steps.to, value: [parties.addressee(step), person].filter(Boolean).join(': ') },
          { key: words.steps.about[data.mode], value: <span class="tuntas-preserve">{step.about}</span> },
          { key: words.steps.owner, value: parties.officer(step.ownerId) },
          step.plannedOn && { key: words.steps.plannedOn, value: formatDay(step.plannedOn, language) },
          step.heldAt && { key: words.steps.heldOn, value: when(step.heldAt) },
          step.place !== '' && { key: words.steps.place, value: step.place },
          step.kind === 'visit' && {
            key: words.steps.announced,
            value: step.isAnnounced ? words.steps.isAnnounced : words.steps.notAnnounced,
          },
          basis && {
            key: words.steps.kind,
            value: <a href={`${path}/examination/steps/${basis.id}`}>{words.steps.follows(basis.no)}</a>,
          },
          step.sentAt && { key: words.steps.sent, value: when(step.sentAt) },
          step.receivedAt && { key: words.steps.received, value: when(step.receivedAt) },
          step.way !== '' && { key: words.steps.way, value: <span class="tuntas-preserve">{step.way}</span> },
          step.settledAt && { key: words.steps.settled[settledAs(step, data.mode)], value: when(step.settledAt) },
          step.result !== '' && { key: words.steps.result, value: <span class="tuntas-preserve">{step.result}</span> },
          step.reason !== '' && { key: words.steps.reason, value: <span class="tuntas-preserve">{step.reason}</span> },
          step.endedAt && { key: words.steps.ended, value: when(step.endedAt) },
          hasLetter && {
            key: words.steps.letter,
            value: <a href={`${path}/documents/${letter.id}`}>{letter.number ?? words.steps.openLetter}</a>,
          },
          answers.length > 0 && {
            key: words.steps.answers,
            value: answers.map((answer) => (
              <>
                <p class="tuntas-preserve">{answer.fields.text ?? ''}</p>
                <p>
                  <a href={`${path}/documents/${letter?.id}#answers`}>{words.steps.openAnswer(answer.number ?? '')}</a>
                </p>
              </>
            )),
          },
          hasMinutes && {
            key: words.steps.minutes,
            value: <a href={`${path}/documents/${minutes.id}`}>{minutes.number ?? words.steps.openMinutes}</a>,
          },
          mine.length > 0 && {
            key: words.steps.evidence,
            value: (
              <ul>
                {mine.map((item) => (
                  <li>
                    <a href={`${path}/evidence/${item.id}`}>
                      {words.evidence.item(item.no)}: {item.description}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {write && (
        <>
          <ButtonGroup>
            {mayMakeLetter && (
              <Form action={`${own}/letter`}>
                <Button>{words.steps.makeLetter}</Button>
              </Form>
            )}
            {data.minutes && !hasMinutes && ['held', 'done'].includes(step.state) && (
              <Form action={`${own}/minutes`}>
                <Button>{words.steps.makeMinutes}</Button>
              </Form>
            )}
          </ButtonGroup>
          <ButtonGroup>
            {actions.map((action) => (
              <LinkButton href={`${own}/${action}`} kind={action === 'cancel' || mayMakeLetter ? 'secondary' : 'primary'}>
                {STEP_ACTION_LABELS[action][language]}
              </LinkButton>
            ))}
          </ButtonGroup>
          <ul>
            {step.state === 'planned' && mayPlan(file, actor) && (
              <li>
                <a href={`${own}/edit`}>{words.steps.edit}</a>
              </li>
            )}
            {mayRecord(file, actor) && (
              <li>
                <a href={`${path}/evidence/new?step=${step.id}`}>{words.steps.takeEvidence}</a>
              </li>
            )}
          </ul>
        </>
      )}
    </>,
    options,
  );
}

function settledAs(step: Step, mode: StepMode): 'missed' | 'answered' | 'held' {
  if (step.isMissed || step.state === 'missed') return 'missed';
  return mode === 'written' ? 'answered' : 'held';
}

/** A summons to somebody who left the position is no summons: says so while it can still be mended, with who holds it now. */
async function AddresseeLeft({ opened, step, own }: { opened: OpenedCase; step: Step; own: string }) {
  const { tools, file, now, language } = opened;
  const words = wordsIn(language);
  const respondent = file.respondents.find((each) => each.id === step.respondentId);
  if (!step.personId || !respondent || !['planned', 'sent', 'received'].includes(step.state)) return null;
  const agency = await agencyById(tools.db, respondent.agencyId);
  const today = dayOf(now, file.zone);
  if (!agency || (await holdsOfficeAt(tools.db, step.personId, agency, today))) return null;
  const holders = await knownOfficers(tools.db, agency, today);
  return (
    <>
      <WarningText>{words.steps.left(agency.name)}</WarningText>
      <InsetText>
        {holders.length === 0 ? (
          <p>{words.steps.leftNobody}</p>
        ) : (
          <>
            <p>{words.steps.leftNow}</p>
            <ul>
              {holders.map((one) => (
                <li>{one.name}</li>
              ))}
            </ul>
          </>
        )}
        {step.state === 'planned' && (
          <p>
            <a href={`${own}/edit`}>{words.steps.readdress}</a>
          </p>
        )}
      </InsetText>
    </>
  );
}
