import type { Label } from '../../../kernel/language.ts';

export const tablesEventLabels: Readonly<Record<string, Label>> = {};
