import type { Figures } from '../../complaints/index.ts';
import { formatCount, StatTile, StatTiles, type Tone } from '../../design/index.ts';
import type { Language } from '../../kernel/language.ts';
import { type TileName, tilesOf } from '../rules/tiles.ts';
import type { DashboardWords } from './words.ts';

const TONES: Readonly<Record<TileName, Tone>> = {
  total: 'info',
  open: 'info',
  overdue: 'danger',
  confirmed: 'success',
  silence: 'neutral',
  unreachable: 'neutral',
  archived: 'neutral',
};

/** @param within narrows every link, as the figures were narrowed: `[['agency', '51.05']]` */
export function FigureTiles(props: {
  figures: Figures;
  language: Language;
  words: DashboardWords;
  within?: readonly (readonly [string, string])[];
}) {
  const { figures, language, words, within = [] } = props;
  return (
    <StatTiles>
      {tilesOf(figures).map((tile) => (
        <StatTile
          value={formatCount(tile.value, language)}
          label={words.tiles[tile.name]}
          href={listAddress([...within, ...tile.query])}
          tone={TONES[tile.name]}
          note={words.readable(formatCount(tile.readable, language))}
        />
      ))}
    </StatTiles>
  );
}

export function listAddress(pairs: readonly (readonly [string, string])[]): string {
  return pairs.length === 0 ? '/complaints' : `/complaints?${new URLSearchParams(pairs.map(([name, value]) => [name, value]))}`;
}
