import type { Label } from '../../kernel/language.ts';
import { fullLabel } from './bands.ts';
import type { Band, ZoneCode } from './instrument.ts';

/** The words of a zone, as people say them; the code (`hijau`) is what data carries. */
const ZONES: Readonly<Record<ZoneCode, Label>> = {
  hijau: { id: 'hijau', en: 'green' },
  kuning: { id: 'kuning', en: 'yellow' },
  merah: { id: 'merah', en: 'red' },
};

/** What the people of 2022-2024 called the zone of category A, apart from the plain green of B. */
const DARK_GREEN: Label = { id: 'hijau pekat', en: 'dark green' };

/** `hijau pekat`, `kuning`; `null` for a rule-set without zones (from 2025). */
export function zoneText(band: Pick<Band, 'zone' | 'shade'>): Label | null {
  if (band.zone === null) return null;
  return band.zone === 'hijau' && band.shade === 'dark' ? DARK_GREEN : ZONES[band.zone];
}

/** `Zona kuning · B`, of a result whose rules are not known: what its source said; `–` when it said neither. */
export function saidText(said: { readonly zone: ZoneCode | null; readonly category: string | null }): Label {
  const zone = said.zone && ZONES[said.zone];
  const joined = (...parts: readonly (string | null)[]) => parts.filter(Boolean).join(' · ') || '–';
  return { id: joined(zone && `Zona ${zone.id}`, said.category), en: joined(zone && `Zone ${zone.en}`, said.category) };
}

/** `Kategori A` where the category is a letter that people use; `null` where the label says it already. */
export function categoryText(band: Pick<Band, 'category'>): Label | null {
  return /^[A-Z]$/.test(band.category) ? { id: `Kategori ${band.category}`, en: `Category ${band.category}` } : null;
}

/** All of it in one line: `Zona hijau pekat, kategori A, Kualitas Tertinggi`. `adds`: what the qualifier adds to the label. */
export function bandText(band: Band, adds: Label | null = null): Label {
  const [zone, category, label] = [zoneText(band), categoryText(band), fullLabel(band, adds)];
  return {
    id: [zone && `Zona ${zone.id}`, category && `kategori ${band.category}`, label.id].filter(Boolean).join(', '),
    en: [zone && `Zone ${zone.en}`, category && `category ${band.category}`, label.en].filter(Boolean).join(', '),
  };
}
