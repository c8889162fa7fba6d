/** Words for what reports divide by, where no other list of the room has them. */
import type { Label } from '../../../kernel/language.ts';

export const TARGET_LABELS: Readonly<Record<'within' | 'after', Label>> = {
  within: { id: 'Dalam target', en: 'Within the target' },
  after: { id: 'Melewati target', en: 'After the target' },
};

export const LIMIT_LABELS: Readonly<Record<'in-time' | 'late', Label>> = {
  'in-time': { id: 'Semua tahap dalam batas waktu', en: 'Every stage in time' },
  late: { id: 'Ada tahap yang melewati batas waktu', en: 'A stage went over its limit' },
};
