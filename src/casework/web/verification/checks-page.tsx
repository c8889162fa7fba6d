/** `/desk/cases/:id/checks`: formal and material requirements with what they rest on, and the verifier's next steps. */
import { formatMoment, InsetText, seeOther } from '../../../design/index.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { answerChecks, type CheckOrder } from '../../actions/verification/answer-checks.ts';
import { gatherChecks } from '../../actions/verification/gather-checks.ts';
import { passFormal, reviveCase } from '../../actions/verification/verify-case.ts';
import { ANSWERS, mayCheck, progressOf } from '../../rules/verification/checks.ts';
import type { RequirementGroup } from '../../rules/verification/requirements.ts';
import { completionsOf } from '../../store/verification/completions.ts';
import { similarCases } from '../../store/verification/similar-cases.ts';
import { casePage } from '../case-frame.tsx';
import { type OpenedCase, versionOf } from '../opened.tsx';
import { CheckGroup, type Typed } from './check-list.tsx';
import { onCaseInside } from './inside.ts';
import { type Refused, refused } from './refused.ts';
import { authorNames } from './telling.tsx';
import { VerifySteps } from './verify-steps.tsx';
import { type VerificationWords, wordsIn } from './words.ts';

const PATH = '/desk/cases/:id/checks';
const GROUPS: readonly RequirementGroup[] = ['formal', 'material'];

export function mountChecks(app: WebRoutes): void {
  app.get(
    PATH,
    onCaseInside((opened) => checksPage(opened)),
  );
  app.post(
    PATH,
    onCaseInside(async (opened) => {
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
    onCaseInside(async (opened) => {
      const { c, tools, actor, file, path, language } = opened;
      const done = await passFormal(tools, actor, { caseId: file.id, version: versionOf(readForm(c).text('version')) });
      if (done.ok) return seeOther(c, `${path}/checks`, wordsIn(language).checks.passed);
      return done.refusal === 'case.absent' ? c.notFound() : checksPage(opened, refused(done.refusal, language, 'pass'));
    }),
  );
  app.post(
    `${PATH}/revive`,
    onCaseInside(async (opened) => {
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
      <VerifySteps opened={opened} words={words} standings={standings} typed={typed} />
      {!isChecking && <p>{file.stage === 'closed' ? words.checks.onlyRead : words.checks.notYours}</p>}
      {GROUPS.map((group) => (
        <CheckGroup {...part} group={group} standings={standings.filter((each) => each.requirement.group === group)} />
      ))}
      <Questions opened={opened} words={words} />
    </>,
    answer ?? {},
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
