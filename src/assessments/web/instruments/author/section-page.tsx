/** One part of a draft on one page: its form, its saving, and what happens when somebody else has saved meanwhile. */
import { BackLink, Button, Columns, Form, Hidden, InsetText, PageHeading, page, seeOther } from '../../../../design/index.ts';
import { readForm } from '../../../../platform/http/read-form.ts';
import { refusalStatus } from '../../../../platform/http/refusal-status.ts';
import { saveDraft } from '../../../actions/author-instrument.ts';
import type { Instrument } from '../../../rules/instrument.ts';
import { type Change, diffInstruments } from '../../../rules/instrument-diff.ts';
import { readInstrument } from '../../../rules/instrument-file.ts';
import { INSTRUMENT_REFUSALS } from '../../../rules/instrument-refusals.ts';
import { Changes } from '../changes.tsx';
import { aboutSection } from './about-section.ts';
import { type Field, type Section, withTyped } from './fields.ts';
import { FormFields } from './form-fields.tsx';
import { indicatorSection } from './indicator-section.ts';
import type { OpenedVersion } from './opened.ts';
import { bandsSection, fieldworkSection, qualifierSection } from './outcome-sections.ts';
import { dimensionSection, variableSection } from './part-sections.ts';
import { weightsSection } from './weights-section.ts';

/** `about`, `weights`, `dimension/input`, `indicator/new` (with `?in=`) and so on; `null` when there is no such part. */
export function sectionAt(instrument: Instrument, name: string, code: string | undefined, inside: string): Section | null {
  const part = code === 'new' ? null : (code ?? '');
  switch (name) {
    case 'about':
      return aboutSection(instrument);
    case 'weights':
      return weightsSection(instrument);
    case 'bands':
      return bandsSection(instrument, 'bands');
    case 'unit-bands':
      return bandsSection(instrument, 'unitBands');
    case 'qualifier':
      return qualifierSection(instrument);
    case 'fieldwork':
      return fieldworkSection(instrument);
    case 'dimension':
      return dimensionSection(instrument, part);
    case 'variable':
      return variableSection(instrument, part, inside);
    case 'indicator':
      return indicatorSection(instrument, part, inside);
    default:
      return null;
  }
}

function sectionOf({ c, record }: OpenedVersion): Section | null {
  return sectionAt(record.instrument, c.req.param('section') ?? '', c.req.param('code'), c.req.query('in') ?? '');
}

/** GET /desk/instruments/:id/:version/edit/:section/:code? */
export async function sectionForm(at: OpenedVersion): Promise<Response> {
  const section = sectionOf(at);
  return section ? show(at, section, section.fields, at.record.revision) : at.c.notFound();
}

/** POST to the same address. */
export async function saveSection(at: OpenedVersion): Promise<Response> {
  const { c, language, words, record } = at;
  const section = sectionOf(at);
  if (!section) return c.notFound();
  const form = readForm(c);
  const removes = form.has('remove') && section.remove;
  const edit = (instrument: Instrument) => (removes ? removes(instrument) : section.apply(instrument, form));
  const fields = withTyped(section.fields, form);
  const main = section.fields[0]?.name ?? 'save';

  // What cannot even be written down as an instrument (a year that is no number) is named before anything is saved.
  const { problems } = readInstrument(edit(record.instrument));
  if (problems.length > 0) {
    const errors = problems.map(({ path, text }) => ({ field: main, message: `${path}: ${text[language]}` }));
    return show(at, section, fields, Number(form.text('revision')), { status: 422, errors });
  }
  const order = { id: record.id, version: record.version, revision: Number(form.text('revision')), edit };
  const done = await saveDraft(c.get('tools'), c.get('actor'), order);
  if (done.ok) return seeOther(c, at.path, removes ? words.author.removed : words.author.saved);
  const refusal = INSTRUMENT_REFUSALS[done.refusal];
  if (refusal.kind === 'absent') return c.notFound();
  const changes =
    done.refusal === 'instrument.moved-on' ? diffInstruments(record.instrument, edit(record.instrument)) : undefined;
  // Shown with the revision that is now: saving again is a decision then, not an accident.
  return show(at, section, fields, record.revision, {
    status: refusalStatus(refusal.kind),
    errors: [{ field: main, message: refusal[language] }],
    ...(changes ? { changes } : {}),
  });
}

interface Refused {
  readonly status: number;
  readonly errors: readonly { readonly field: string; readonly message: string }[];
  readonly changes?: readonly Change[];
}

function show(
  at: OpenedVersion,
  section: Section,
  fields: readonly Field[],
  revision: number,
  refused?: Refused,
): Promise<Response> {
  const { c, language, words, path } = at;
  return page(
    c,
    {
      title: section.title[language],
      before: <BackLink href={path} text={words.author.back} />,
      errors: refused?.errors ?? [],
      status: refused?.status,
    },
    <Columns>
      <PageHeading caption={`${at.record.instrument.title[language]}, ${words.author.draftOf(at.record.version).toLowerCase()}`}>
        {section.title[language]}
      </PageHeading>
      {section.lead && <p>{section.lead[language]}</p>}
      {refused?.changes && (
        <InsetText>
          <p>{words.author.movedOn}</p>
          <Changes changes={refused.changes} language={language} />
        </InsetText>
      )}
      <Form action={new URL(c.req.url).pathname + new URL(c.req.url).search}>
        <Hidden name="revision" value={String(revision)} />
        <FormFields fields={fields} language={language} />
        <div class="govuk-button-group">
          <Button>{words.author.save}</Button>
          {section.remove && (
            <Button kind="warning" name="remove" value="yes">
              {words.author.remove}
            </Button>
          )}
        </div>
      </Form>
    </Columns>,
  );
}
