import type { Label } from '../../../kernel/language.ts';

export const publicEventLabels: Readonly<Record<string, Label>> = {};
