/** `/desk/assessments/certificate-templates`: the wording of certificates by year and category, and a form for the next version. */
import {
  Button,
  Columns,
  type FieldError,
  Form,
  formatMoment,
  PageHeading,
  page,
  seeOther,
  Table,
  TextInput,
} from '../../../design/index.ts';
import { can, type Officer } from '../../../kernel/actor.ts';
import type { WebContext } from '../../../platform/http/env.ts';
import { readForm } from '../../../platform/http/read-form.ts';
import { publishTemplate } from '../../actions/certificates/publish-template.ts';
import { shippedTemplate } from '../../data/certificate-templates.ts';
import { readTemplate, TEMPLATE_FIELDS, type TemplateFault, type TypedTemplate } from '../../rules/certificates/read-template.ts';
import { EVERY_CATEGORY } from '../../rules/certificates/template.ts';
import { publishedTemplates } from '../../store/certificates/templates.ts';
import { type CertificateWords, wordsIn } from './words.ts';

const PATH = '/desk/assessments/certificate-templates';

/** For those who author instruments; for others the page is not there. */
export function asAuthor(
  answer: (c: WebContext, actor: Officer) => Promise<Response>,
): (c: WebContext) => Response | Promise<Response> {
  return (c) => {
    const actor = c.get('actor');
    if (actor.kind !== 'officer') return c.redirect(`/sign-in?return=${encodeURIComponent(c.req.path)}`, 303);
    return can(actor, 'assessment.author') ? answer(c, actor) : c.notFound();
  };
}

export async function templatesPage(
  c: WebContext,
  typed?: TypedTemplate,
  faults: readonly TemplateFault[] = [],
): Promise<Response> {
  const language = c.get('language');
  const words = wordsIn(language);
  const { templates } = words;
  const all = await publishedTemplates(c.get('tools').db);
  const shown = typed ?? shippedAsTyped(c.get('tools').clock.now().toZonedDateTimeISO('Asia/Jakarta').year);
  return page(
    c,
    { title: templates.title, errors: faults.map((fault) => errorOf(fault, words)) },
    <Columns>
      <PageHeading>{templates.title}</PageHeading>
      <p>{templates.lead}</p>
      {all.length === 0 ? (
        <p>{templates.none}</p>
      ) : (
        <Table
          id="templates"
          caption={templates.list}
          columns={[
            { label: templates.fields.year },
            { label: templates.fields.category },
            { label: templates.fields.titleId },
            { label: templates.decision },
          ]}
          rowHeaders
          stacked
          rows={all.map(({ template, decidedBy, publishedAt }) => [
            `${template.year}, ${templates.version(template.version)}`,
            template.category === EVERY_CATEGORY ? templates.every : template.category,
            template.title[language],
            `${decidedBy} \u2013 ${formatMoment(publishedAt, 'Asia/Jakarta', language)}`,
          ])}
        />
      )}
      <h2>{templates.publish}</h2>
      <p>{templates.placeholders}</p>
      <Form action={PATH}>
        <TextInput name="year" label={templates.fields.year} value={shown.year} width={4} inputmode="numeric" />
        <TextInput
          name="category"
          label={templates.fields.category}
          hint={templates.categoryHint}
          value={shown.category}
          width={20}
        />
        {TEMPLATE_FIELDS.map((field) => (
          <TextInput name={field} label={templates.fields[field]} value={shown[field]} />
        ))}
        <TextInput name="decidedBy" label={templates.fields.decidedBy} hint={templates.decidedByHint} value={shown.decidedBy} />
        <Button>{templates.publish}</Button>
      </Form>
    </Columns>,
  );
}

export async function publishTyped(c: WebContext, actor: Officer): Promise<Response> {
  const form = readForm(c);
  const names = [...TEMPLATE_FIELDS, 'year', 'category', 'decidedBy'] as const;
  const typed = Object.fromEntries(names.map((name) => [name, form.text(name)])) as TypedTemplate;
  const read = readTemplate(typed);
  if ('faults' in read) return templatesPage(c, typed, read.faults);
  const template = await publishTemplate(c.get('tools'), actor, read);
  const { templates } = wordsIn(c.get('language'));
  return seeOther(c, PATH, templates.published(template.year, template.version));
}

function errorOf({ field, fault }: TemplateFault, { templates }: CertificateWords): FieldError {
  return { field, message: templates.faults[fault](templates.fields[field]) };
}

function shippedAsTyped(year: number): TypedTemplate {
  const { title, given, for: text, place, signatory } = shippedTemplate(year, EVERY_CATEGORY);
  return {
    year: String(year),
    category: '',
    titleId: title.id,
    titleEn: title.en,
    givenId: given.id,
    givenEn: given.en,
    forId: text.id,
    forEn: text.en,
    place,
    signatoryId: signatory.id,
    signatoryEn: signatory.en,
    decidedBy: '',
  };
}
