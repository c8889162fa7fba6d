/** Addresses of the public pages about agreements. */
export const REGISTER = '/agreements';
export const COVERAGE = '/agreements/coverage';
export const governmentPath = (code: string): string => `/agreements/governments/${encodeURIComponent(code)}`;

/** A code as it stands in addresses. */
export const CODE = ':code{[A-Z]{2,4}-[0-9]{4}-[0-9]{4,9}}';
