import type { Label } from '../../../kernel/language.ts';

export const signingEventLabels: Readonly<Record<string, Label>> = {};
