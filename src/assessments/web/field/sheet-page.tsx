/** `/field/:assessment/:unit/:rating/:sheet`: the form of one sheet. Whatever is wrong with it, nothing that was typed is lost. */
import {
  BackLink,
  Button,
  ButtonGroup,
  Columns,
  type FieldError,
  Form,
  InsetText,
  PageHeading,
  page,
  seeOther,
  TextInput,
} from '../../../design/index.ts';
import { acceptFiles } from '../../../platform/http/accept-files.ts';
import type { WebRoutes } from '../../../platform/http/env.ts';
import type { Form as SentForm } from '../../../platform/http/form.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../platform/http/refusal-status.ts';
import { withdrawEvidence } from '../../actions/add-evidence.ts';
import { type Filled, fillSheet } from '../../actions/fill-sheet.ts';
import { FIELD_REFUSALS } from '../../rules/field-refusals.ts';
import { PEOPLE_SHEETS } from '../../rules/instrument.ts';
import { formShape } from './form-shape.ts';
import { type AskedUnit, conflictsPath, onUnit, sheetPath, unitPath } from './opened.ts';
import { SheetTag, sheetName, stateOf } from './progress.tsx';
import { Question } from './question.tsx';
import type { QuestionShape, SectionShape, SheetShape, UnitShape } from './shapes.ts';
import { takeEvidence } from './take-evidence.ts';
import { changeOf, errorAt, faultsOf, INPUTS, PRODUCT, typedAnswer } from './typed-sheet.ts';
import { unitShape } from './unit-shape.ts';

const PATH = '/field/:assessment/:unit{[0-9]{1,3}}/:rating{[012]}/:sheet{[0-9]{1,4}}';

interface AskedSheet extends AskedUnit {
  readonly unit: UnitShape;
  readonly sheet: SheetShape;
  readonly sections: readonly SectionShape[];
  readonly questions: readonly QuestionShape[];
}

export function mountSheetPage(app: WebRoutes): void {
  app.get(
    PATH,
    onSheet((asked) => show(asked)),
  );
  app.post(
    PATH,
    acceptFiles,
    onSheet((asked) => save(asked, readForm(asked.c))),
  );
}

function onSheet(answer: (asked: AskedSheet) => Response | Promise<Response>) {
  return onUnit(async (asked) => {
    const opened = await withSheet(asked);
    return opened ? answer(opened) : asked.c.notFound();
  });
}

async function withSheet(asked: AskedUnit): Promise<AskedSheet | undefined> {
  const { c, tools, actor, now, field } = asked;
  const unit = await unitShape({ db: tools.db, actor, now }, field, asked);
  const sheet = unit.sheets.find((each) => each.sheetNo === Number(c.req.param('sheet')));
  if (!sheet) return undefined;
  const sections = formShape(field.instrument)[sheet.kind] ?? [];
  return { ...asked, unit, sheet, sections, questions: sections.flatMap((section) => section.questions) };
}

function pathOf({ unit, sheet }: AskedSheet, other: SheetShape = sheet): string {
  return sheetPath(unit.assessmentId, unit.unitNo, unit.rating, other.sheetNo);
}

async function save(asked: AskedSheet, form: SentForm): Promise<Response> {
  const { tools, actor, field, sheet, questions, words, language } = asked;
  const { assessmentId, unitNo, rating } = asked.unit;
  const key = { assessmentId, unitNo, rating, sheetNo: sheet.sheetNo };
  // Files first and each by itself: a page that is shown again cannot hold them.
  const errors = await takeEvidence(asked, key, questions, form);
  const withdrawn = form.text('withdraw');
  if (withdrawn !== '') await withdrawEvidence(tools, actor, { evidenceId: withdrawn });

  const changes = questions.flatMap(({ code }) => changeOf(form, code) ?? []);
  errors.push(...faultsOf(field.instrument, sheet, questions, changes, words, language));
  if (errors.length > 0) return show((await withSheet(asked)) ?? asked, errors, form);
  const isDone = form.text('go') === 'done';
  const product = sheet.mayNameProduct ? { product: form.text(PRODUCT) } : {};
  const result = await fillSheet(tools, actor, { ...key, changes, ...product, ...(isDone ? { done: true } : {}) });
  if (!result.ok) {
    const { code, indicator } = result.refusal;
    const question = questions.find((each) => each.code === indicator);
    const at = code === 'assessment.product-too-long' ? PRODUCT : INPUTS.answer(questions[0]?.code ?? '');
    const error = indicator
      ? errorAt(code, question, indicator, words, language)
      : { field: at, message: FIELD_REFUSALS[code][language] };
    return show(asked, [error], form, refusalStatus(FIELD_REFUSALS[code].kind));
  }
  return goOn(asked, form, result.value, isDone);
}

async function goOn(asked: AskedSheet, form: SentForm, filled: Filled, isDone: boolean): Promise<Response> {
  const { c, words, unit } = asked;
  if (filled.conflicts.length > 0) return seeOther(c, conflictsPath(unit.assessmentId), words.sheet.savedConflicts);
  if (form.text('withdraw') !== '') return seeOther(c, pathOf(asked), words.sheet.withdrawn);
  if (isDone && !filled.done) {
    // Everything is kept; what is missing is said at its question.
    const fresh = (await withSheet(asked)) ?? asked;
    return fresh.sheet.conflicts.length > 0
      ? seeOther(c, conflictsPath(unit.assessmentId), words.sheet.savedConflicts)
      : show(fresh, missingErrors(fresh));
  }
  if (form.text('go') === 'stay') return seeOther(c, pathOf(asked), words.sheet.saved);
  const next = nextSheet((await withSheet(asked)) ?? asked);
  const said = isDone ? words.sheet.savedDone : words.sheet.saved;
  return seeOther(c, next ? pathOf(asked, next) : unitPath(unit.assessmentId, unit.unitNo), said);
}

/** The next one of the same kind that is not done; people are met in the order of the quota, so from there the assessor chooses. */
function nextSheet({ unit, sheet }: AskedSheet): SheetShape | undefined {
  if (sheet.quota !== null) return undefined;
  return unit.sheets.find((each) => each.kind === sheet.kind && each.sheetNo > sheet.sheetNo && stateOf(each) !== 'done');
}

function missingErrors({ sheet, questions, words, language }: AskedSheet): FieldError[] {
  const name = (code: string) => questions.find((each) => each.code === code)?.name[language] ?? '';
  return [
    ...(sheet.missing.product ? [{ field: PRODUCT, message: words.sheet.missingProduct }] : []),
    ...sheet.missing.answers.map((code) => ({
      field: INPUTS.answer(code),
      message: words.sheet.missingAnswer(name(code)),
    })),
    ...sheet.missing.evidence.map((code) => ({
      field: INPUTS.files(code),
      message: words.sheet.missingEvidence(name(code)),
    })),
  ];
}

function show(asked: AskedSheet, errors: readonly FieldError[] = [], form?: SentForm, status?: number): Promise<Response> {
  const { c, unit, sheet, sections, words, language, isOpen } = asked;
  const title = sheetName(unit, sheet, words);
  const caption = [unit.unit, words.rating[unit.rating], ...(sheet.quota ? [sheet.quota[language]] : [])].join(' · ');
  return page(
    c,
    {
      title,
      errors,
      status,
      before: <BackLink href={unitPath(unit.assessmentId, unit.unitNo)} text={unit.unit} />,
      headers: { 'Cache-Control': 'private, no-store' },
    },
    <Columns>
      <PageHeading caption={caption}>{title}</PageHeading>
      <p>
        <SheetTag sheet={sheet} words={words} />
      </p>
      {PEOPLE_SHEETS.includes(sheet.kind) && <InsetText>{words.unit.anonymous}</InsetText>}
      {unit.rating === 2 && <p>{words.secondHint}</p>}
      {!isOpen && <InsetText>{words.unit.readOnly}</InsetText>}
      {sheet.conflicts.length > 0 && (
        <InsetText>
          <p>
            {words.conflicts(sheet.conflicts.length)}. <a href={conflictsPath(unit.assessmentId)}>{words.conflictsLink}</a>
          </p>
        </InsetText>
      )}
      <Form action={pathOf(asked)} multipart>
        {/* The first button of a form is what the Enter key presses: nothing may be withdrawn by it. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: it cannot be focused, and is said by the button below */}
        <button class="govuk-visually-hidden" type="submit" name="go" value="stay" tabindex={-1} aria-hidden="true">
          {words.sheet.save}
        </button>
        {sheet.mayNameProduct && (
          <TextInput
            name={PRODUCT}
            label={words.sheet.nameProduct}
            hint={words.sheet.nameProductHint}
            value={form ? form.text(PRODUCT) : (sheet.product ?? '')}
          />
        )}
        {sections.map((section) => (
          <section>
            <h2 class="govuk-heading-m">
              <span class="govuk-caption-m">{section.within[language]}</span>
              {section.title[language]}
            </h2>
            {section.questions.map((question) => (
              <Question question={question} sheet={sheet} words={words} typed={form && typedAnswer(form, question.code)} />
            ))}
          </section>
        ))}
        {isOpen && (
          <ButtonGroup>
            <Button name="go" value="next">
              {words.sheet.saveNext}
            </Button>
            <Button name="go" value="done" kind="secondary">
              {words.sheet.done}
            </Button>
            <Button name="go" value="stay" kind="secondary">
              {words.sheet.save}
            </Button>
          </ButtonGroup>
        )}
      </Form>
    </Columns>,
  );
}
