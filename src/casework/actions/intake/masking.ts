/** Taking a reporter out of their own words, when who they are must not reach the respondent. */
import { type Contact, maskIdentifiers, type Particulars } from '../../../identity/index.ts';

export interface Known {
  readonly contact: Contact | undefined;
  readonly particulars: Particulars | undefined;
}

/** What is known about the reporter: contact and particulars may have two spellings of a name; the address is masked where it stands whole. */
export function maskerFor({ contact, particulars }: Known): (text: string) => string {
  return (text) => {
    let masked = maskIdentifiers(text, { contact });
    if (particulars?.name !== undefined) masked = maskIdentifiers(masked, { contact: { name: particulars.name } });
    // An address is no pattern: only the very words can be found.
    const address = particulars?.address;
    return address === undefined || address.length < 8 ? masked : masked.replaceAll(address, '[disamarkan]');
  };
}
