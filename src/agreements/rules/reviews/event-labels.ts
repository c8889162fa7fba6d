import type { Label } from '../../../kernel/language.ts';

export const reviewsEventLabels: Readonly<Record<string, Label>> = {};
