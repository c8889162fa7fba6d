/** The pages of reports beside one another. */
import { Button, Form, Select, SubNavigation } from '../../../design/index.ts';
import type { Language } from '../../../kernel/language.ts';
import type { AskedOffice } from './asked.tsx';

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

/** Another office's page of the same kind, for whoever may see several. */
export function ChooseOffice({ asked, action }: { asked: AskedOffice; action: string }) {
  const { offices, office, language } = asked;
  if (offices.length < 2) return null;
  return (
    <Form method="get" action={action}>
      <Select
        name="office"
        label={language === 'id' ? 'Kantor' : 'Office'}
        narrowing
        options={offices.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        value={office.id}
      />
      <Button kind="secondary">{language === 'id' ? 'Tampilkan kantor ini' : 'Show this office'}</Button>
    </Form>
  );
}
