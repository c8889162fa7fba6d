/** The languages of the product. Indonesian comes first: it is the type that English must match. */
export type Language = 'id' | 'en';

export const LANGUAGES: readonly Language[] = ['id', 'en'];

/** A text in both languages, for words that are data (states, roles, refusals, zones). */
export type Label = Readonly<Record<Language, string>>;
