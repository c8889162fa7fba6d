import type { MessageTemplates } from '../../../messages/index.ts';

export const reviewsMails: MessageTemplates = {};
