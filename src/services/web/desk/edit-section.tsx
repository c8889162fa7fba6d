/** One section of a draft on one page. */
import { BackLink, Button, ButtonGroup, Columns, Form, Hidden, PageHeading, page, seeOther } from '../../../design/index.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { editDraft } from '../../actions/describe-service.ts';
import { COMPONENT_CODES, COMPONENTS, isComponentCode } from '../../rules/components.ts';
import { SERVICE_REFUSALS } from '../../rules/refusals.ts';
import { basisOf } from '../telling.tsx';
import { type AtService, type Refused, tellRefusal } from './asked.tsx';
import { readSection, rowCount, type Section, type Typed, typedIn, typedOf } from './section-fields.ts';
import { SectionInputs } from './section-inputs.tsx';

export const SECTIONS: readonly Section[] = ['general', ...COMPONENT_CODES];

function sectionOf(at: AtService): Section | undefined {
  const text = at.c.req.param('section') ?? '';
  return text === 'general' || isComponentCode(text) ? text : undefined;
}

export async function sectionForm(at: AtService): Promise<Response> {
  const section = sectionOf(at);
  if (!section) return at.c.notFound();
  if (!at.draft) return seeOther(at.c, at.path, SERVICE_REFUSALS['service.no-draft'][at.language]);
  return show(at, section, typedOf(section, at.draft), at.draft.revision);
}

export async function saveSection(at: AtService): Promise<Response> {
  const section = sectionOf(at);
  if (!section) return at.c.notFound();
  const { c, language, words } = at;
  const form = readForm(c);
  const typed = typedIn(form);
  const revision = Number(form.text('revision'));
  if (form.text('add') === 'row') return show(at, section, { ...typed, rows: String(rowCount(typed) + 1) }, revision);
  const read = readSection(section, typed);
  if (!read.ok) {
    const errors = read.problems.map(({ field, code }) => ({ field, message: SERVICE_REFUSALS[code][language] }));
    return show(at, section, typed, revision, { status: 422, errors });
  }
  const done = await editDraft(at.tools, at.actor, at.service.id, { revision, change: read.change });
  if (!done.ok) {
    if (done.refusal.code === 'service.absent') return c.notFound();
    const main = mainField(section);
    const problems = done.refusal.problems.map((one) => (one.field === section ? { ...one, field: main } : one));
    const refused = tellRefusal({ ...done.refusal, problems }, language, main);
    // What moved on is shown by the revision that is now: saving again is a decision then, not an accident.
    return show(at, section, typed, at.draft?.revision ?? revision, refused);
  }
  const next = SECTIONS[SECTIONS.indexOf(section) + 1];
  const onward = form.text('onward') === 'next' && next !== undefined;
  return seeOther(c, onward ? `${at.path}/edit/${next}` : at.path, words.saved);
}

/** The first input of a section, where its errors as a whole are shown. */
function mainField(section: Section): string {
  if (section === 'general') return 'name';
  if (section === 'requirements' || section === 'duration' || section === 'fee') return 'kind';
  if (section === 'complaintHandling') return 'kind-0';
  return section === 'procedure' || section === 'legalBasis' || section === 'facilities' ? 'lines' : 'text';
}

function show(at: AtService, section: Section, typed: Typed, revision: number, refused?: Refused): Promise<Response> {
  const { c, language, words } = at;
  const title = section === 'general' ? words.generalPart : COMPONENTS[section].label[language];
  return page(
    c,
    {
      title: `${title} - ${at.draft?.name ?? ''}`,
      before: <BackLink href={at.path} text={words.backToFile} />,
      errors: refused?.errors ?? [],
      status: refused?.status,
    },
    <Columns>
      <PageHeading caption={at.draft?.name}>{title}</PageHeading>
      {section !== 'general' && (
        <p>
          {COMPONENTS[section].hint[language]} {words.basis(basisOf(section, language))}
        </p>
      )}
      <Form action={`${at.path}/edit/${section}`}>
        <Hidden name="revision" value={String(revision)} />
        <SectionInputs section={section} typed={typed} language={language} words={words} />
        <ButtonGroup>
          <Button>{words.save}</Button>
          {section !== SECTIONS.at(-1) && (
            <Button kind="secondary" name="onward" value="next">
              {words.saveNext}
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </Columns>,
  );
}
