import type { Label } from '../../../kernel/language.ts';

export const linesEventLabels: Readonly<Record<string, Label>> = {};
