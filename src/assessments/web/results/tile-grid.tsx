/** Regions as tiles: each a link, with its band in words and colour. The table beside it says the same. */
import type { Language } from '../../../kernel/language.ts';
import type { TilePlace } from '../../data/tile-grid.ts';
import { categoryText, zoneText } from '../../rules/band-words.ts';
import type { Band } from '../../rules/instrument.ts';
import { scoreText } from '../../rules/score-text.ts';
import { colourOf } from '../telling/band-badge.tsx';

export interface Tile extends TilePlace {
  readonly name: string;
  /** The full name where the tile holds a short one. */
  readonly title: string;
  readonly href: string;
  readonly score: string | null;
  readonly band: Band | null;
  /** Under the score: how many others there are to see. */
  readonly note?: string | undefined;
}

export function TileGrid(props: { tiles: readonly Tile[]; columns: 14 | 8; language: Language; absent: string; label: string }) {
  const { language } = props;
  return (
    <ul class={`tuntas-tile-grid tuntas-tile-grid--${props.columns}`} aria-label={props.label}>
      {props.tiles.map((tile) => (
        <li class={`tuntas-column-${tile.column} tuntas-row-${tile.row}`}>
          <a
            class={`tuntas-region tuntas-region--${tile.band ? colourOf(tile.band) : 'absent'}`}
            href={tile.href}
            title={tile.title}
          >
            <strong>{tile.name}</strong>
            {tile.score !== null && <span>{scoreText(tile.score, language)}</span>}
            <span>{tile.band ? bandWord(tile.band, language) : props.absent}</span>
            {tile.note && <span>{tile.note}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** In as few words as a tile holds: `hijau pekat · A`, or the label where there are no zones. */
export function bandWord(band: Band, language: Language): string {
  const zone = zoneText(band)?.[language];
  if (!zone) return band.label[language];
  return categoryText(band) ? `${zone} · ${band.category}` : zone;
}
