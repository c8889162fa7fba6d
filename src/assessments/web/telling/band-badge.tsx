/** Zones and categories as marks: told by words, shape and colour, so that each alone is enough. */
import { ZoneBadge } from '../../../design/index.ts';
import type { Label, Language } from '../../../kernel/language.ts';
import { categoryText, zoneText } from '../../rules/band-words.ts';
import { fullLabel } from '../../rules/bands.ts';
import type { Band } from '../../rules/instrument.ts';

const COLOURS = { hijau: 'green', kuning: 'yellow', merah: 'red' } as const;

/**
 * `Zona hijau pekat · Kategori A · Kualitas Tertinggi`; from 2025, where there are no zones, the label alone on a neutral ground.
 * `brief`: without the label, for tables that have a column for it. `adds`: what the qualifier adds to the label.
 */
export function BandBadge(props: { band: Band; language: Language; adds?: Label | null; brief?: boolean }) {
  const { band, language } = props;
  const [zone, category] = [zoneText(band), categoryText(band)];
  const words = language === 'id' ? `Zona ${zone?.id}` : `Zone ${zone?.en}`;
  const label = fullLabel(band, props.adds ?? null)[language];
  const parts = [zone && words, category?.[language], (!props.brief || !zone) && label].filter(Boolean);
  return <ZoneBadge zone={colourOf(band)} label={parts.join(' · ')} />;
}

/** Which of the design's zones a band is drawn in. */
export function colourOf(band: Pick<Band, 'zone' | 'shade'>): 'dark-green' | 'green' | 'yellow' | 'red' | 'none' {
  if (band.zone === null) return 'none';
  return band.zone === 'hijau' && band.shade === 'dark' ? 'dark-green' : COLOURS[band.zone];
}
