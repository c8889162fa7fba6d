import type { Label } from '../../../kernel/language.ts';

/**
 * The wording of a certificate for one year of assessment and one category. In the texts, `{agency}` and `{year}` stand for what is printed
 * there.
 */
export interface CertificateTemplate {
  readonly year: number;
  /** A category of the year's instrument, or `EVERY_CATEGORY`. */
  readonly category: string;
  /** 0 = shipped. */
  readonly version: number;
  readonly title: Label;
  /** The sentence between the title and the name. */
  readonly given: Label;
  /** The sentence below the name. */
  readonly for: Label;
  readonly place: string;
  /** The office that signs, never a person's name. */
  readonly signatory: Label;
  /** Said on the certificate itself while the wording is not that of a decree. */
  readonly isConfirmed: boolean;
}

export const EVERY_CATEGORY = '*';

/** The longest text of a field: it must fit on its page. */
export const LONGEST = 220;

/** The template in force: the newest of the category, else the newest of every category, else what is shipped. */
export function templateFor(
  templates: readonly CertificateTemplate[],
  shipped: (year: number, category: string) => CertificateTemplate,
  { year, category }: { readonly year: number; readonly category: string },
): CertificateTemplate {
  const newest = (wanted: string) =>
    templates.filter((one) => one.year === year && one.category === wanted).toSorted((a, b) => b.version - a.version)[0];
  return newest(category) ?? newest(EVERY_CATEGORY) ?? shipped(year, category);
}

/** A text with what it stands for put in, once: a name that looks like a place-holder stays as it is. */
export function filled(text: Label, values: { readonly agency: string; readonly year: number }): Label {
  const put = (one: string) => one.replaceAll(/\{(agency|year)\}/g, (_whole, name: 'agency' | 'year') => String(values[name]));
  return { id: put(text.id), en: put(text.en) };
}
