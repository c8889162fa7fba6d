import type { Label } from '../../../kernel/language.ts';

export const sourcesEventLabels: Readonly<Record<string, Label>> = {};
