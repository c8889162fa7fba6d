/** What this room tells by mail: which agreement by its code, what, by when, where to look. Never a name or what someone wrote: mails lie open in mailboxes. */
import type { MessageTemplates } from '../../messages/index.ts';
import { grantsMails } from './grants/mails.ts';
import { linesMails } from './lines/mails.ts';
import { radMails } from './rad/mails.ts';
import { registerMails } from './register/mails.ts';
import { reviewsMails } from './reviews/mails.ts';
import { signingMails } from './signing/mails.ts';
import { sourcesMails } from './sources/mails.ts';

export const agreementMails: MessageTemplates = {
  ...grantsMails,
  ...linesMails,
  ...radMails,
  ...registerMails,
  ...reviewsMails,
  ...signingMails,
  ...sourcesMails,
};
