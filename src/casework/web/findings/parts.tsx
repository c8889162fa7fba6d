/** Small parts of every page about findings: the guide of the stage, a form of a step. */
import type { Child } from 'hono/jsx';
import { Button, Form, Hidden, InsetText } from '../../../design/index.ts';
import { cite, type LawBook } from '../../../law/index.ts';
import { runningClock } from '../../rules/case.ts';
import { guideOf } from '../../rules/findings/guides.ts';
import { CaseDeadline } from '../telling/case-deadline.tsx';
import type { At } from './shell.ts';

/** What is to be done now: who, what, until when, by which article. */
export function StageGuide({ at, book }: { at: At; book: LawBook }) {
  const { file, language, words, now } = at;
  const guide = guideOf(file.stage);
  const clock = runningClock(file, 'stage');
  if (!guide) return null;
  return (
    <InsetText>
      <h2 class="govuk-heading-s">{words.guide.title}</h2>
      <p>{guide.what[language]}</p>
      <p>
        <strong>{words.guide.who}:</strong> {guide.who[language]}. <strong>{words.guide.basis}:</strong>{' '}
        {cite(guide.basis)[language]}.
      </p>
      {clock && <CaseDeadline clock={clock} file={file} book={book} language={language} now={now} />}
    </InsetText>
  );
}

export function StepForm(props: {
  readonly at: At;
  readonly step: string;
  readonly line?: string;
  readonly button: string;
  readonly kind?: 'primary' | 'secondary' | 'warning';
  readonly multipart?: boolean;
  readonly children?: Child;
}) {
  const { at, step, line, button, kind = 'primary', multipart = false } = props;
  const name = line === undefined ? step : `${step}-${line}`;
  return (
    <Form
      action={line === undefined ? `${at.base}/${step}` : `${at.base}/${step}/${line}`}
      multipart={multipart}
      id={`step-${name}`}
      errors={at.again?.step === name ? at.again.errors : []}
    >
      <Hidden name="version" value={String(at.file.version)} />
      {props.children}
      <Button kind={kind}>{button}</Button>
    </Form>
  );
}
