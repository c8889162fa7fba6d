/** The pages of reports beside one another. */
import { SubNavigation } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';

const DOORS = [
  { href: '/desk/case-reports', id: 'Laporan kantor', en: 'Office reports' },
  { href: '/desk/case-load', id: 'Beban kerja', en: 'Load' },
  { href: '/desk/work-reports', id: 'Laporan kerja', en: 'Work reports' },
  { href: '/desk/year-notes', id: 'Catatan akhir tahun', en: 'Year-end notes' },
] as const;

export function Doors({ current, language, officeId }: { current: string; language: Language; officeId: string }) {
  return (
    <SubNavigation
      label={language === 'id' ? 'Laporan dan beban kerja' : 'Reports and load'}
      items={DOORS.map((door) => ({
        text: door[language],
        href: `${door.href}?office=${officeId}`,
        current: door.href === current,
      }))}
    />
  );
}
