/** Taking a reporter out of their own words, when who they are must not reach the respondent. */
import { type Contact, MASK, maskIdentifiers, type Particulars, scanPersonalData } from '../../../identity/index.ts';

export interface Known {
  readonly contact: Contact | undefined;
  readonly particulars: Particulars | undefined;
  /** Everything the reporter wrote: a name that is announced in one text is taken out of all, also where nothing announces it. */
  readonly texts: readonly (string | null)[];
}

/** Shorter ones stand in too many other words. */
const SHORTEST_ADDRESS = 8;

/**
 * A help, not a proof: an unannounced name of somebody of whom nothing is known stays, and an address is found only where it stands as it was
 * given.
 */
export function maskerFor({ contact, particulars, texts }: Known): (text: string) => string {
  const announced = texts.flatMap(announcedNames);
  const names = new Set([...(particulars?.name === undefined ? [] : [particulars.name]), ...announced]);
  const address = particulars?.address ?? '';
  return (text) => {
    let masked = maskIdentifiers(text, { contact: contact && { ...contact, ...nameOf(contact.name) } });
    for (const name of names) masked = maskIdentifiers(masked, { contact: nameOf(name) });
    return address.length < SHORTEST_ADDRESS ? masked : masked.replaceAll(address, MASK);
  };
}

/** What stands in brackets behind a name ("(almarhum)") is no name: taken for one, it would be masked wherever it stands. */
function nameOf(name: string | undefined): { readonly name?: string } {
  const bare = name?.replace(/\([^)]*\)/g, ' ').trim();
  return bare === undefined || bare === '' ? {} : { name: bare };
}

function announcedNames(text: string | null): string[] {
  if (text === null) return [];
  return scanPersonalData(text).flatMap(({ kind, start, end }) => (kind === 'name' ? [text.slice(start, end).trim()] : []));
}
