import type { Label } from '../../../kernel/language.ts';

export const radEventLabels: Readonly<Record<string, Label>> = {};
