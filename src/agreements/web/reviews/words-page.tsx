/** `/desk/agreements/:code/evaluation/:year/words/:side`: what a side says of each programme, kept for itself or handed in. */
import { Button, ButtonGroup, Form, Hidden, Radios, seeOther, TextArea } from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { speak } from '../../actions/reviews/evaluate.ts';
import { makeEvaluationFile } from '../../actions/reviews/evaluation-file.ts';
import { voiceNames } from '../../actions/reviews/names.ts';
import {
  EMPTY_WORDS,
  EVALUATION_LIMIT,
  PROGRAMME_RECOMMENDATIONS,
  type ProgrammeRecommendation,
  RECOMMENDATIONS,
  type Recommendation,
  type SideWords,
} from '../../rules/reviews/evaluation.ts';
import { speaksFor, voicesOf } from '../../rules/reviews/voices.ts';
import { versionOf } from '../opened.tsx';
import type { OpenedEvaluation } from './evaluation-pages.tsx';
import { type Again, again, stepPage } from './opened-review.tsx';

/** The side of the address, by its place among the voices; only one the reader speaks for. */
function sideOf({ c, actor, agreement }: OpenedEvaluation): string | undefined {
  const place = c.req.param('side') ?? '';
  const root = /^[1-9]\d{0,2}$/.test(place) ? voicesOf(agreement)[Number(place) - 1]?.root : undefined;
  return root !== undefined && speaksFor(actor, agreement).includes(root) ? root : undefined;
}

export function wordsPage(opened: OpenedEvaluation): Response | Promise<Response> {
  const { c, evaluation, here } = opened;
  const root = sideOf(opened);
  if (root === undefined) return c.notFound();
  const said = evaluation.spoken.find((one) => one.root === root);
  if (evaluation.state !== 'open' || said?.spokenAt) return c.redirect(here);
  return wordsForm(opened, root, said?.words ?? EMPTY_WORDS, said?.version ?? 0);
}

export async function wordsStep(opened: OpenedEvaluation): Promise<Response> {
  const { c, tools, actor, agreement, evaluation, words, here } = opened;
  const root = sideOf(opened);
  if (root === undefined) return c.notFound();
  const form = readForm(c);
  const said: SideWords = {
    overall: form.text('overall').trim(),
    recommendation: form.text('recommendation') === '' ? null : (form.text('recommendation') as Recommendation),
    programmes: Object.fromEntries(
      evaluation.figures.programmes.map(({ code }) => {
        const recommendation = form.text(`recommendation-${code}`);
        return [
          code,
          {
            text: form.text(`text-${code}`).trim(),
            recommendation: recommendation === '' ? null : (recommendation as ProgrammeRecommendation),
          },
        ];
      }),
    ),
  };
  const [handIn, version] = [form.text('step') === 'hand-in', versionOf(form.text('version'))];
  const target = { agreementId: agreement.id, evaluationId: evaluation.id };
  const done = await speak(tools, actor, target, { root, version, words: said, handIn });
  if (!done.ok) {
    const errors = again(opened, done.refusal);
    return errors ? wordsForm(opened, root, said, version, { ...errors, errors: named(opened, errors.errors) }) : c.notFound();
  }
  if (done.value.state === 'published') {
    await makeEvaluationFile(tools, target);
    return seeOther(c, here, words.words.published);
  }
  return seeOther(c, handIn ? here : c.req.path, handIn ? words.words.handedIn : words.words.kept);
}

/** Which programme is meant: six times the same sentence says nothing. */
function named({ evaluation, language, words }: OpenedEvaluation, errors: Again['errors']): Again['errors'] {
  return errors.map(({ field, message }) => {
    const programme = evaluation.figures.programmes.find(
      ({ code }) => field === `recommendation-${code}` || field === `text-${code}`,
    );
    const about = programme?.label[language] ?? (field === 'recommendation' ? words.words.whole : words.words.overall);
    return { field, message: `${about}: ${message}` };
  });
}

async function wordsForm(
  opened: OpenedEvaluation,
  root: string,
  said: SideWords,
  version: number,
  errors?: Again,
): Promise<Response> {
  const { tools, agreement, evaluation, words, language, here, c } = opened;
  const w = words.words;
  const names = await voiceNames(tools.db, agreement);
  return stepPage(
    opened,
    {
      title: w.title(evaluation.year, names.get(root) ?? ''),
      back: here,
      caption: `${agreement.code} · ${agreement.title}`,
      errors,
      backText: words.evaluation.backToYear,
    },
    <>
      <p>{w.lead}</p>
      <Form action={c.req.path}>
        <Hidden name="version" value={String(version)} />
        {evaluation.figures.programmes.map(({ code, label, counts }) => (
          <>
            <h2>{label[language]}</h2>
            <p class="govuk-hint">{w.counts(counts.lines, counts.done, counts.red)}</p>
            <TextArea
              name={`text-${code}`}
              label={w.text(label[language])}
              value={said.programmes[code]?.text ?? ''}
              rows={4}
              maxCharacters={EVALUATION_LIMIT}
              optional
            />
            <Radios
              name={`recommendation-${code}`}
              label={w.recommendation(label[language])}
              value={said.programmes[code]?.recommendation ?? ''}
              choices={Object.entries(PROGRAMME_RECOMMENDATIONS).map(([value, text]) => ({ value, label: text[language] }))}
              inline
            />
          </>
        ))}
        <TextArea name="overall" label={w.overall} labelSize="m" value={said.overall} rows={6} maxCharacters={EVALUATION_LIMIT} />
        <Radios
          name="recommendation"
          label={w.whole}
          value={said.recommendation ?? ''}
          choices={Object.entries(RECOMMENDATIONS).map(([value, text]) => ({ value, label: text[language] }))}
          inline
        />
        <ButtonGroup>
          <Button name="step" value="hand-in">
            {w.handIn}
          </Button>
          <Button kind="secondary" name="step" value="keep">
            {w.keep}
          </Button>
        </ButtonGroup>
      </Form>
    </>,
  );
}
