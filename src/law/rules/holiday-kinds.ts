import type { Label } from '../../kernel/language.ts';
import type { HolidayKind } from './calendar.ts';

export const HOLIDAY_KINDS: Readonly<Record<HolidayKind, Label>> = {
  'libur-nasional': { id: 'libur nasional', en: 'national holiday' },
  'cuti-bersama': { id: 'cuti bersama', en: 'joint leave' },
  additional: { id: 'libur tambahan', en: 'additional holiday' },
  regional: { id: 'libur daerah', en: 'regional holiday' },
  fixed: { id: 'libur bertanggal tetap', en: 'holiday of fixed date' },
};
