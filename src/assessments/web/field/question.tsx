/** One question of a sheet: what is asked, what the office has published about it, the answer, a note, evidence. */
import { Details, errorFor, Hidden, InsetText, Radios, TextArea, TextInput, usePage } from '../../../design/index.ts';
import { ACCEPTED_EXTENSIONS } from '../../../platform/files/sniff.ts';
import { CAPTION_MAX } from '../../actions/add-evidence.ts';
import { NOT_APPLICABLE } from '../../rules/answers.ts';
import { NOTE_MAX } from '../../rules/filling.ts';
import type { EvidenceShape, QuestionShape, SheetShape } from './shapes.ts';
import { INPUTS, markOf, NOTHING, shownAnswer, type TypedAnswer } from './typed-sheet.ts';
import type { FieldWords } from './words.ts';

export interface QuestionProps {
  readonly question: QuestionShape;
  readonly sheet: SheetShape;
  readonly words: FieldWords;
  /** As typed just now, when the page is shown again; otherwise what is kept. */
  readonly typed: TypedAnswer | undefined;
}

export function Question(props: QuestionProps) {
  const { question, sheet, words, typed } = props;
  const { language } = usePage();
  const { code } = question;
  const kept = sheet.answers.find((answer) => answer.indicator === code);
  const now = typed ?? shownAnswer(kept);
  const evidence = sheet.evidence.filter((each) => each.indicator === code);
  const pushed = sheet.pushed[code];
  return (
    <div class="tuntas-question">
      <Hidden name={INPUTS.base(code)} value={markOf(kept)} />
      <AnswerInput {...props} now={now} isKept={kept !== undefined} />
      {pushed && (
        <InsetText>
          {words.sheet.pushed(pushed.told[language], pushed.source)}{' '}
          {pushed.rowsAt !== null && <a href={pushed.rowsAt}>{words.sheet.pushedRows}</a>}
        </InsetText>
      )}
      <Published sheet={sheet} code={code} words={words} />
      <More {...props} now={now} kept={evidence} />
    </div>
  );
}

/** A note and evidence, folded away while there is neither: a sheet has a dozen questions, and telephones are small. */
function More(props: QuestionProps & { now: TypedAnswer; kept: readonly EvidenceShape[] }) {
  const { question, words, now, kept } = props;
  const { errors } = usePage();
  const { code } = question;
  const hasEvidence = question.evidence !== 'none';
  if (!question.notes && !hasEvidence) return null;
  const isFaulty = [INPUTS.note(code), INPUTS.files(code)].some((name) => errorFor(errors, name) !== undefined);
  const isOpen = now.note !== '' || kept.length > 0 || isFaulty;
  return (
    <Details summary={words.sheet.more(hasEvidence, question.evidence === 'required')} open={isOpen}>
      {question.notes && (
        <TextArea
          name={INPUTS.note(code)}
          label={words.sheet.note}
          hint={words.sheet.noteHint}
          optional
          rows={2}
          value={now.note}
          maxCharacters={NOTE_MAX}
        />
      )}
      {hasEvidence && <EvidenceInput question={question} kept={kept} words={words} />}
    </Details>
  );
}

function AnswerInput(props: QuestionProps & { now: TypedAnswer; isKept: boolean }) {
  const { question, words, now, isKept } = props;
  const { language } = usePage();
  const name = INPUTS.answer(question.code);
  const label = question.name[language];
  const hint = question.question[language];
  const notApply = question.mayNotApply ? [{ value: NOT_APPLICABLE, label: words.sheet.notApply }] : [];
  // Radios cannot be unchosen, so an answer that is there brings its own way out.
  const clear = isKept ? [{ value: NOTHING, label: words.sheet.clear }] : [];
  if (question.choices.length > 0) {
    const choices = [...question.choices.map((each) => ({ value: each.value, label: each.label[language] })), ...notApply];
    return (
      <Radios name={name} label={label} hint={hint} choices={[...choices, ...clear]} value={now.value} labelSize="m" small />
    );
  }
  const isNumber = now.value !== NOT_APPLICABLE;
  const unit = question.unit?.[language];
  return (
    <TextInput
      name={name}
      label={label}
      labelSize="m"
      hint={question.mayNotApply ? `${hint} ${words.sheet.notApplyTyped}` : hint}
      value={isNumber ? now.value : NOT_APPLICABLE}
      width={10}
      inputmode={question.mayNotApply ? 'text' : 'decimal'}
      suffix={unit}
    />
  );
}

function Published({ sheet, code, words }: { sheet: SheetShape; code: string; words: FieldWords }) {
  const { language } = usePage();
  const found = sheet.standard.find((line) => line.indicator === code);
  if (!found) return null;
  const lines = found.lines[language];
  return (
    <Details summary={`${words.sheet.published}: ${found.title[language]}`}>
      {lines.length === 0 ? (
        <p>{words.sheet.notStated}</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
    </Details>
  );
}

function EvidenceInput(props: { question: QuestionShape; kept: readonly EvidenceShape[]; words: FieldWords }) {
  const { question, kept, words } = props;
  const { language, errors } = usePage();
  const id = INPUTS.files(question.code);
  const error = errorFor(errors, id);
  const isRequired = question.evidence === 'required';
  return (
    <>
      {kept.length > 0 && <KeptEvidence kept={kept} words={words} />}
      <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
        <label class="govuk-label govuk-label--s" for={id}>
          {words.sheet.evidence}
          <span class="govuk-visually-hidden">: {question.name[language]}</span>
        </label>
        <div id={`${id}-hint`} class="govuk-hint">
          {isRequired ? words.sheet.evidenceRequired : words.sheet.evidenceOptional}
        </div>
        {error && (
          <p id={`${id}-error`} class="govuk-error-message">
            {error}
          </p>
        )}
        <input
          class={`govuk-file-upload${error ? ' govuk-file-upload--error' : ''}`}
          id={id}
          name={id}
          type="file"
          multiple
          accept={ACCEPTED_EXTENSIONS.join(',')}
          aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
        />
      </div>
      <TextInput
        name={INPUTS.caption(question.code)}
        label={words.sheet.caption}
        optional
        maxlength={CAPTION_MAX}
        labelSize="s"
      />
    </>
  );
}

function KeptEvidence({ kept, words }: { kept: readonly EvidenceShape[]; words: FieldWords }) {
  const { language } = usePage();
  return (
    <div class="tuntas-uploads">
      <h4 class="govuk-heading-s">{words.sheet.kept}</h4>
      <ul class="tuntas-uploads__list">
        {kept.map((each, index) => {
          const name = each.caption ?? words.sheet.evidenceName(index + 1);
          return (
            <li class="tuntas-uploads__item">
              <span class="tuntas-uploads__name">
                {each.hasThumbnail && (
                  <img
                    class="tuntas-uploads__thumbnail"
                    src={`/field/evidence/${each.id}/thumbnail`}
                    alt={words.sheet.thumbnail(index + 1)}
                    width="80"
                    loading="lazy"
                  />
                )}{' '}
                <a href={`/field/evidence/${each.id}`}>{name}</a>{' '}
                <span class="tuntas-uploads__about">{each.about[language]}</span>
              </span>
              <button
                class="govuk-button govuk-button--secondary tuntas-uploads__remove"
                type="submit"
                name="withdraw"
                value={each.id}
              >
                {words.sheet.withdraw}
                <span class="govuk-visually-hidden"> {words.sheet.withdrawAbout(name)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
