import { type CertificateTemplate, EVERY_CATEGORY, LONGEST } from './template.ts';

/** A wording as somebody types it; names are those of the inputs. */
export const TEMPLATE_FIELDS = [
  'titleId',
  'titleEn',
  'givenId',
  'givenEn',
  'forId',
  'forEn',
  'place',
  'signatoryId',
  'signatoryEn',
] as const;

export type TemplateField = (typeof TEMPLATE_FIELDS)[number];
export type TypedTemplate = Readonly<Record<TemplateField | 'year' | 'category' | 'decidedBy', string>>;

export interface TemplateFault {
  readonly field: keyof TypedTemplate;
  readonly fault: 'missing' | 'long' | 'year' | 'category';
}

/** The longest title is printed on one line. */
const LONGEST_TITLE = 60;

/** @returns the wording without its version, or everything that is wrong with it at once */
export function readTemplate(
  typed: TypedTemplate,
):
  | { readonly template: Omit<CertificateTemplate, 'version'>; readonly decidedBy: string }
  | { readonly faults: readonly TemplateFault[] } {
  const text = (field: keyof TypedTemplate) => typed[field].trim().replaceAll(/\s+/g, ' ');
  const faults: TemplateFault[] = [];
  for (const field of [...TEMPLATE_FIELDS, 'decidedBy'] as const) {
    const limit = field === 'titleId' || field === 'titleEn' ? LONGEST_TITLE : LONGEST;
    if (text(field) === '') faults.push({ field, fault: 'missing' });
    else if (text(field).length > limit) faults.push({ field, fault: 'long' });
  }
  const year = /^\d{4}$/.test(text('year')) ? Number(text('year')) : 0;
  if (year < 2000 || year > 2200) faults.push({ field: 'year', fault: 'year' });
  const category = text('category') || EVERY_CATEGORY;
  if (category.length > 60) faults.push({ field: 'category', fault: 'category' });
  if (faults.length > 0) return { faults };
  return {
    template: {
      year,
      category,
      title: { id: text('titleId'), en: text('titleEn') },
      given: { id: text('givenId'), en: text('givenEn') },
      for: { id: text('forId'), en: text('forEn') },
      place: text('place'),
      signatory: { id: text('signatoryId'), en: text('signatoryEn') },
      // Whoever publishes a wording names the decision it rests on.
      isConfirmed: true,
    },
    decidedBy: text('decidedBy'),
  };
}
