/** Regions as tiles of the coverage board: each a link, with its state in words and colour. The table beside it says the same. */
import { PROVINCE_TILES, regencyTiles } from '../../../assessments/index.ts';
import { type GovernmentCover, isCovered, provinceCover } from '../../rules/register/coverage.ts';
import type { RegisterWords } from './words.ts';

type Colour = 'dark-green' | 'green' | 'yellow' | 'none' | 'absent';

/** Red is for no government: what is not recorded is no fault. */
const COLOURS: Readonly<Record<GovernmentCover['standing'], Colour>> = {
  covered: 'green',
  lapsing: 'yellow',
  'lapsing-soon': 'yellow',
  upcoming: 'none',
  lapsed: 'none',
  none: 'absent',
};

export function ProvinceTiles(props: {
  provinces: ReadonlyMap<string, { readonly name: string; readonly covers: readonly GovernmentCover[] }>;
  words: RegisterWords;
}) {
  const w = props.words.coverage;
  return (
    <ul class="tuntas-tile-grid tuntas-tile-grid--14" aria-label={w.map}>
      {Object.entries(PROVINCE_TILES).flatMap(([code, place]) => {
        const province = props.provinces.get(code);
        if (!province) return [];
        const { covered, all, isProvinceCovered, missing } = provinceCover(province.covers);
        const some = province.covers.some(isCovered);
        const colour: Colour = missing.length === 0 ? 'green' : some ? 'yellow' : 'absent';
        return [
          <li class={`tuntas-column-${place.column} tuntas-row-${place.row}`}>
            <a class={`tuntas-region tuntas-region--${colour}`} href={`/agreements/coverage/${code}`} title={province.name}>
              <strong>{place.short}</strong>
              {all > 0 && <span>{w.tile(covered, all)}</span>}
              <span>{isProvinceCovered ? w.provinceToo : w.provinceNot}</span>
            </a>
          </li>,
        ];
      })}
    </ul>
  );
}

export function GovernmentTiles(props: { covers: readonly GovernmentCover[]; words: RegisterWords }) {
  const w = props.words.coverage;
  const local = props.covers.filter(({ government }) => !government.isProvince);
  const places = regencyTiles(local.map(({ government }) => government.code));
  return (
    <ul class="tuntas-tile-grid tuntas-tile-grid--8" aria-label={w.map}>
      {local.flatMap((cover) => {
        const place = places.get(cover.government.code);
        if (!place) return [];
        const name = cover.government.name.replace(/^Pemerintah (Kabupaten )?/, '');
        return [
          <li class={`tuntas-column-${place.column} tuntas-row-${place.row}`}>
            <a
              class={`tuntas-region tuntas-region--${COLOURS[cover.standing]}`}
              href={`/agreements/governments/${cover.government.code}`}
              title={cover.government.name}
            >
              <strong>{name}</strong>
              <span>{w.standings[cover.standing]}</span>
            </a>
          </li>,
        ];
      })}
    </ul>
  );
}
