import type { MessageTemplates } from '../../../messages/index.ts';

export const signingMails: MessageTemplates = {};
