import type { Label } from '../../../kernel/language.ts';

export const registerEventLabels: Readonly<Record<string, Label>> = {};
