/** Texts that everybody may read one day, of lines and agreements, are looked through for personal data before they are kept. Pure. */
import { scanPersonalData } from '../../identity/index.ts';

/** A find may be wrong: whoever wrote the text then says it otherwise, for what is public cannot be called back. */
export function hasPersonalData(text: string): boolean {
  return scanPersonalData(text).length > 0;
}
