import type { Label } from '../../kernel/language.ts';
import type { Standing } from './instrument.ts';
import type { Add } from './instrument-problem.ts';

/** Every text in both languages: what one reader sees must not be blank for the other. */
export function judgeText(
  problem: 'name-missing' | 'text-missing',
  labels: readonly Label[],
  where: readonly string[],
  add: Add,
): void {
  for (const language of ['id', 'en'] as const) {
    if (labels.some((label) => label[language].trim() === '')) add(problem, where, language);
  }
}

/** What is confirmed names its source; what is not says what is not known. */
export function judgeStanding(standing: Standing, where: readonly string[], add: Add): void {
  if (standing.confirmed && standing.basis === null) add('confirmed-without-basis', where);
  if (!standing.confirmed && !standing.note?.id.trim()) add('default-without-note', where);
}
