/** What a component says, in lines for people. The Indonesian lines are also what stands in tables: `read-component.ts` reads them back. */
import type { Label, Language } from '../../kernel/language.ts';
import type { ComponentCode } from './components.ts';
import { NO_REQUIREMENT } from './normal-standard.ts';
import type { ComplaintChannelKind, DurationUnit, Fee, ServiceDuration, Standard } from './standard.ts';

export const DURATION_UNIT_LABELS: Readonly<Record<DurationUnit, Label>> = {
  'working-day': { id: 'hari kerja', en: 'working days' },
  day: { id: 'hari kalender', en: 'calendar days' },
  hour: { id: 'jam', en: 'hours' },
  minute: { id: 'menit', en: 'minutes' },
};

export const CHANNEL_KIND_LABELS: Readonly<Record<ComplaintChannelKind, Label>> = {
  phone: { id: 'Telepon', en: 'Telephone' },
  mail: { id: 'Surel', en: 'E-mail' },
  web: { id: 'Laman', en: 'Web page' },
  counter: { id: 'Loket', en: 'Counter' },
};

export const FREE_OF_CHARGE: Label = { id: 'Tidak dipungut biaya', en: 'Free of charge' };
const NOTHING_REQUIRED: Label = { id: NO_REQUIREMENT, en: 'Nothing required' };
export const ACCORDING_TO: Label = { id: 'Menurut', en: 'As set by' };
export const OFFICER: Label = { id: 'Petugas', en: 'Officer' };
export const ANSWERED_WITHIN: Label = { id: 'Dijawab dalam', en: 'Answered within' };
export const PEOPLE: Label = { id: 'orang', en: 'people' };

/** Rp10.000 as Indonesian writes it, Rp10,000 as English does. */
export function tellRupiah(rupiah: number, language: Language): string {
  const separator = language === 'id' ? '.' : ',';
  return `Rp${String(rupiah).replaceAll(/\B(?=(\d{3})+$)/g, separator)}`;
}

export function tellDuration(duration: ServiceDuration, language: Language): string {
  if (duration.kind === 'not-stated') return '';
  const unit = DURATION_UNIT_LABELS[duration.unit][language];
  const shown = language === 'en' && duration.value === 1 ? unit.replace(/s$/, '') : unit;
  return `${duration.value} ${shown}${duration.note === '' ? '' : ` (${duration.note})`}`;
}

export function tellFee(fee: Fee, language: Language): string[] {
  if (fee.kind === 'not-stated') return [];
  if (fee.kind === 'free') return [FREE_OF_CHARGE[language]];
  if (fee.kind === 'regulation') return [`${ACCORDING_TO[language]} ${fee.citation}`];
  return fee.items.map(({ what, rupiah }) => [tellRupiah(rupiah, language), what].filter((part) => part !== '').join(': '));
}

/** Lines; none when the component is not stated. */
export function tellComponent(code: ComponentCode, standard: Standard, language: Language): readonly string[] {
  switch (code) {
    case 'requirements': {
      const { requirements } = standard;
      if (requirements.kind === 'none') return [NOTHING_REQUIRED[language]];
      return requirements.kind === 'list' ? requirements.lines : [];
    }
    case 'duration':
      return standard.duration.kind === 'stated' ? [tellDuration(standard.duration, language)] : [];
    case 'fee':
      return tellFee(standard.fee, language);
    case 'complaintHandling': {
      const { channels, officerPosition, days } = standard.complaintHandling;
      const dayWord = language === 'en' && days === 1 ? 'working day' : DURATION_UNIT_LABELS['working-day'][language];
      return [
        ...channels.map(({ kind, value }) => `${CHANNEL_KIND_LABELS[kind][language]}: ${value}`),
        ...(officerPosition === '' ? [] : [`${OFFICER[language]}: ${officerPosition}`]),
        ...(days === null ? [] : [`${ANSWERED_WITHIN[language]}: ${days} ${dayWord}`]),
      ];
    }
    case 'staffCount': {
      const { staffCount } = standard;
      if (staffCount === null) return [];
      return [`${staffCount} ${language === 'en' && staffCount === 1 ? 'person' : PEOPLE[language]}`];
    }
    case 'procedure':
    case 'legalBasis':
    case 'facilities':
      return standard[code];
    default:
      return standard[code] === '' ? [] : standard[code].split('\n');
  }
}
