import type { MessageTemplates } from '../../../messages/index.ts';

export const linesMails: MessageTemplates = {};
