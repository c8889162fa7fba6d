import type { Language } from '../../kernel/language.ts';
import type { OutgoingMessage, Recipient, Tools } from '../../platform/tools.ts';
import type { SendingLimits } from '../rules/retrying.ts';
import type { MessageTemplates } from '../rules/template.ts';

export interface Address {
  readonly email: string;
  readonly language: Language;
}

/** Where a recipient's mail goes, asked at the moment of sending. Nothing: there is no address (any more). */
export type AddressSlot = (tools: Tools, recipientId: string) => Promise<Address | null | undefined>;

/** What this room needs from the others to send; `main.ts` puts it together. */
export interface PostOffice {
  readonly templates: MessageTemplates;
  readonly addresses: Readonly<Record<Recipient['kind'], AddressSlot>>;
  /** By purpose: the secret link that only the mail may hold (`links.own` of the template). */
  readonly ownLinks?: Readonly<Record<string, (tools: Tools, message: Pick<OutgoingMessage, 'object' | 'recipient'>) => string>>;
  /** Instead of `SENDING_LIMITS`. */
  readonly limits?: Partial<SendingLimits>;
}
