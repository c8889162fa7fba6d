import type { Label } from '../../../kernel/language.ts';

export const grantsEventLabels: Readonly<Record<string, Label>> = {};
