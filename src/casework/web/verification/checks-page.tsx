/** `/desk/cases/:id/checks`: formal and material requirements with what they rest on, and the verifier's next steps. */
import {
  Button,
  ButtonGroup,
  Details,
  Form,
  formatMoment,
  Hidden,
  InsetText,
  LinkButton,
  Radios,
  StatusTag,
  seeOther,
  TextArea,
  TextInput,
  type Tone,
} from '../../../design/index.ts';
import { cite, lawBook } from '../../../law/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { answerChecks, type CheckOrder } from '../../actions/verification/answer-checks.ts';
import { gatherChecks } from '../../actions/verification/gather-checks.ts';
import { passFormal, reviveCase } from '../../actions/verification/verify-case.ts';
import { STAGE_LABELS } from '../../rules/case.transitions.ts';
import { runningClock } from '../../rules/case.ts';
import { possibleActions } from '../../rules/permissions.ts';
import {
  ANSWERS,
  type Answer,
  areAnswered,
  isFormalMet,
  mayCheck,
  progressOf,
  type Standing,
} from '../../rules/verification/checks.ts';
import type { RequirementGroup } from '../../rules/verification/requirements.ts';
import { completionsOf } from '../../store/verification/completions.ts';
import { type SimilarCase, similarCases } from '../../store/verification/similar-cases.ts';
import { casePage } from '../case-frame.tsx';
import { casePath, type OpenedCase, onCase, versionOf } from '../opened.tsx';
import { CaseDeadline } from '../telling/case-deadline.tsx';
import { type Refused, refused } from './refused.ts';
import { authorNames, tellFact } from './telling.tsx';
import { type VerificationWords, wordsIn } from './words.ts';

const PATH = '/desk/cases/:id/checks';
const GROUPS: readonly RequirementGroup[] = ['formal', 'material'];

type Typed = Readonly<Record<string, string | readonly string[]>>;

export function mountChecks(app: WebRoutes): void {
  app.get(
    PATH,
    onCase((opened) => checksPage(opened)),
  );
  app.post(
    PATH,
    onCase(async (opened) => {
      const { c, tools, actor, file, path, language } = opened;
      const form = readForm(c);
      const orders = form.all('requirement').flatMap((requirement): CheckOrder[] => {
        const answer = ANSWERS.find((each) => each === form.text(`answer-${requirement}`));
        return answer
          ? [{ requirement, answer, note: form.text(`note-${requirement}`), seen: form.text(`seen-${requirement}`) }]
          : [];
      });
      const done = await answerChecks(tools, actor, file.id, orders);
      if (done.ok) return seeOther(c, `${path}/checks`, wordsIn(language).checks.savedCount(done.value));
      const { code, requirement } = done.refusal;
      if (code === 'case.absent') return c.notFound();
      const field = code.startsWith('case.check-') && requirement ? `note-${requirement}` : 'save';
      return checksPage(opened, refused(code, language, field), form.typed());
    }),
  );
  app.post(
    `${PATH}/pass`,
    onCase(async (opened) => {
      const { c, tools, actor, file, path, language } = opened;
      const done = await passFormal(tools, actor, { caseId: file.id, version: versionOf(readForm(c).text('version')) });
      if (done.ok) return seeOther(c, `${path}/checks`, wordsIn(language).checks.passed);
      return done.refusal === 'case.absent' ? c.notFound() : checksPage(opened, refused(done.refusal, language, 'pass'));
    }),
  );
  app.post(
    `${PATH}/revive`,
    onCase(async (opened) => {
      const { c, tools, actor, file, path, language } = opened;
      const form = readForm(c);
      const target = { caseId: file.id, version: versionOf(form.text('version')) };
      const done = await reviveCase(tools, actor, target, form.text('reason'));
      if (done.ok) return seeOther(c, `${path}/checks`, wordsIn(language).checks.revived);
      if (done.refusal === 'case.absent') return c.notFound();
      return checksPage(opened, refused(done.refusal, language, 'reason'), form.typed());
    }),
  );
}

export async function checksPage(opened: OpenedCase, answer?: Refused, typed?: Typed): Promise<Response> {
  const { tools, actor, file, language } = opened;
  const words = wordsIn(language);
  const { standings, intake } = await gatherChecks(tools, tools.db, file);
  const isChecking = mayCheck(file, actor);
  const nameOf = await authorNames(
    tools.db,
    standings.flatMap((each) => each.history.map((check) => check.author)),
    words,
  );
  const similar = standings.some((each) => each.requirement.code === 'not-reported')
    ? await similarCases(tools.db, file, actor)
    : [];
  const progress = progressOf(standings);
  const part = { opened, words, nameOf, similar, complainedHow: intake.complainedHow, isChecking, typed };
  return casePage(
    opened,
    'checks',
    words.checks.title,
    <>
      <p>{words.checks.lead}</p>
      <InsetText>{words.checks.progress(progress.met, progress.answered, progress.total)}</InsetText>
      <Steps opened={opened} words={words} standings={standings} typed={typed} />
      {!isChecking && <p>{file.stage === 'closed' ? words.checks.onlyRead : words.checks.notYours}</p>}
      {GROUPS.map((group) => (
        <Group {...part} group={group} standings={standings.filter((each) => each.requirement.group === group)} />
      ))}
      <Questions opened={opened} words={words} />
    </>,
    answer ?? {},
  );
}

interface Part {
  readonly opened: OpenedCase;
  readonly words: VerificationWords;
  readonly nameOf: (reference: string) => string;
  readonly similar: readonly SimilarCase[];
  readonly complainedHow: string | null;
  readonly isChecking: boolean;
  readonly typed: Typed | undefined;
}

function Group({ group, standings, ...part }: Part & { group: RequirementGroup; standings: readonly Standing[] }) {
  const { opened, words } = part;
  if (standings.length === 0) return null;
  const { met, answered, total } = progressOf(standings);
  const list = standings.map((standing) => <OneCheck {...part} standing={standing} />);
  return (
    <section>
      <h2>{words.checks.groups[group]}</h2>
      <p>{words.checks.progress(met, answered, total)}</p>
      {part.isChecking ? (
        <Form action={`${opened.path}/checks`}>
          {list}
          <Button name="save" value="yes">
            {words.checks.saveGroup(words.checks.groups[group])}
          </Button>
        </Form>
      ) : (
        list
      )}
    </section>
  );
}

const TONES: Readonly<Record<Answer, Tone>> = {
  met: 'success',
  'not-met': 'danger',
  'not-applicable': 'neutral',
  open: 'warning',
};

function OneCheck({ standing, ...part }: Part & { standing: Standing }) {
  const { opened, words, nameOf } = part;
  const { file, language } = opened;
  const { requirement, answer, check, computed, history } = standing;
  const facts = check?.way === 'computed' ? check.facts : computed.facts;
  const citation = [...new Set(requirement.basis.map((each) => cite(each)[language]))].join('; ');
  return (
    <section aria-labelledby={`check-${requirement.code}`}>
      <h3 class="govuk-heading-s" id={`check-${requirement.code}`}>
        {requirement.label[language]} <StatusTag label={words.checks.answers[answer]} tone={TONES[answer]} />
      </h3>
      <p class="govuk-hint">
        {requirement.hint[language]} {words.checks.basis} {citation}
      </p>
      {facts.length > 0 && (
        <ul>
          {facts.map((fact) => (
            <li>{tellFact(fact, file.zone, language)}</li>
          ))}
        </ul>
      )}
      {requirement.code === 'complained' && part.complainedHow && (
        <p>
          {words.checks.statedHow} <span class="tuntas-preserve">{part.complainedHow}</span>
        </p>
      )}
      {requirement.code === 'not-reported' && <Similar similar={part.similar} words={words} language={language} />}
      {check && (
        <p>
          {words.checks.ways[check.way]}, {words.checks.by(nameOf(check.author))}, {formatMoment(check.at, file.zone, language)}.{' '}
          {check.note}
          {computed.answer !== 'open' && computed.answer !== check.answer && (
            <> {words.checks.computedSays(words.checks.answers[computed.answer])}</>
          )}
        </p>
      )}
      {part.isChecking && <AnswerInputs standing={standing} words={words} language={language} typed={part.typed} />}
      {history.length > 1 && (
        <Details summary={words.checks.history(history.length)}>
          <ul>
            {history.map((each) => (
              <li>
                {words.checks.answers[each.answer]}: {words.checks.ways[each.way]}, {words.checks.by(nameOf(each.author))},{' '}
                {formatMoment(each.at, file.zone, language)}. {each.note}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </section>
  );
}

function AnswerInputs(props: {
  standing: Standing;
  words: VerificationWords;
  language: OpenedCase['language'];
  typed: Typed | undefined;
}) {
  const { standing, words, language, typed } = props;
  const { code, label } = standing.requirement;
  const was = (name: string, kept: string) => {
    const value = typed?.[name];
    return typeof value === 'string' ? value : kept;
  };
  const inputs = (
    <>
      <Hidden name="requirement" value={code} />
      <Hidden name={`seen-${code}`} value={standing.history[0]?.id ?? ''} />
      <Radios
        name={`answer-${code}`}
        label={words.checks.answerLabel(label[language])}
        inline
        small
        value={was(`answer-${code}`, standing.answer === 'open' ? '' : standing.answer)}
        choices={ANSWERS.filter((each) => each !== 'open').map((each) => ({ value: each, label: words.checks.answers[each] }))}
      />
      <TextInput
        name={`note-${code}`}
        label={words.checks.note}
        hint={words.checks.noteHint}
        optional
        value={was(`note-${code}`, standing.check?.note ?? '')}
      />
    </>
  );
  // What is answered already folds away; after a refusal everything typed is in sight.
  if (standing.answer === 'open' || typed?.[`answer-${code}`] !== undefined) return inputs;
  return <Details summary={words.checks.change}>{inputs}</Details>;
}

function Similar(props: { similar: readonly SimilarCase[]; words: VerificationWords; language: OpenedCase['language'] }) {
  const { similar, words, language } = props;
  if (similar.length === 0) return <p>{words.checks.noSimilar}</p>;
  return (
    <>
      <p>{words.checks.similar}:</p>
      <ul>
        {similar.map((each) => (
          <li>
            <a href={casePath(each)}>{each.number}</a>, {each.title} ({STAGE_LABELS[each.stage][language]}
            {each.sameComplaint ? `, ${words.checks.sameComplaint}` : ''}
            {each.sameRespondent ? `, ${words.checks.sameRespondent}` : ''})
          </li>
        ))}
      </ul>
    </>
  );
}

async function Questions({ opened, words }: { opened: OpenedCase; words: VerificationWords }) {
  const { tools, file, language } = opened;
  const asked = await completionsOf(tools.db, file.id);
  if (asked.length === 0) return null;
  return (
    <section>
      <h2>{words.checks.questions}</h2>
      {asked.map((each, index) => (
        <InsetText>
          <strong>{words.checks.asked(formatMoment(each.askedAt, file.zone, language))}</strong>
          {'. '}
          {each.answeredAt
            ? words.checks.answered(formatMoment(each.answeredAt, file.zone, language))
            : index === 0 && file.stage === 'completing'
              ? words.checks.waiting
              : words.checks.lapsed}
          <span class="tuntas-preserve">
            {'\n'}
            {each.text}
          </span>
        </InsetText>
      ))}
    </section>
  );
}

async function Steps(props: {
  opened: OpenedCase;
  words: VerificationWords;
  standings: readonly Standing[];
  typed: Typed | undefined;
}) {
  const { opened, words, standings, typed } = props;
  const { tools, file, actor, path, language, now } = opened;
  const may = possibleActions(file, actor);
  const clock = file.stage === 'completing' ? runningClock(file, 'stage') : undefined;
  const canAny = (['pass-formal', 'ask-completion', 'complete', 'submit-to-plenary', 'revive'] as const).some((each) =>
    may.includes(each),
  );
  if (!canAny && !clock) return null;
  return (
    <section>
      <h2>{words.checks.steps}</h2>
      {clock && (
        <>
          <p>{words.checks.waitingUntil}</p>
          <CaseDeadline clock={clock} file={file} book={await lawBook(tools)} language={language} now={now} />
        </>
      )}
      {may.includes('pass-formal') &&
        (isFormalMet(standings) ? (
          <Form action={`${path}/checks/pass`}>
            <Hidden name="version" value={String(file.version)} />
            <Button name="pass" value="yes">
              {words.checks.pass}
            </Button>
          </Form>
        ) : (
          <p id="pass">{words.checks.passNotYet}</p>
        ))}
      <ButtonGroup>
        {may.includes('ask-completion') && (
          <LinkButton href={`${path}/checks/ask`} kind="secondary">
            {words.checks.toAsk}
          </LinkButton>
        )}
        {may.includes('complete') && <LinkButton href={`${path}/checks/answer`}>{words.checks.toPaper}</LinkButton>}
        {may.includes('submit-to-plenary') && areAnswered(file, standings) && (
          <LinkButton href={`${path}/checks/submit`} {...(file.stage === 'formal' ? { kind: 'secondary' as const } : {})}>
            {words.checks.toSubmit}
          </LinkButton>
        )}
      </ButtonGroup>
      {may.includes('submit-to-plenary') && !areAnswered(file, standings) && (
        <p>{file.stage === 'formal' ? words.checks.submitEarly : words.checks.submitNotYet}</p>
      )}
      {may.includes('revive') && (
        <Form action={`${path}/checks/revive`}>
          <p>{words.checks.reviveLead}</p>
          <Hidden name="version" value={String(file.version)} />
          <TextArea name="reason" label={words.reason} rows={3} value={typeof typed?.reason === 'string' ? typed.reason : ''} />
          <Button>{words.checks.revive}</Button>
        </Form>
      )}
    </section>
  );
}
