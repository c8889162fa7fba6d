import type { MessageTemplates } from '../../../messages/index.ts';

export const tablesMails: MessageTemplates = {};
