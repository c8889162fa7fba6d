/** What a room to the right knows of documents that are no certificates; `main.ts` fills it. */
import type { Language } from '../../../kernel/language.ts';
import type { WebContext } from '../../../platform/http/env.ts';

export interface VerifySlot {
  /** Where other documents are verified. */
  others(language: Language): { readonly text: string; readonly href: string };
  /** Where a number that is none of a certificate is looked up; `undefined` = it is none of theirs either. */
  addressOf(typed: string): string | undefined;
  /** The answer to a file of theirs; `undefined` = they do not know it. */
  answerFile(c: WebContext, bytes: Uint8Array): Promise<Response | undefined>;
}
