/**
 * What people of a place write about any office: names of villages, of markets, of the mayor. A word everybody there uses says nothing of
 * one office, though offices elsewhere never hear it.
 */
import { eachWord } from './category.ts';
import type { Gathered } from './rows.ts';

/** Complaints' worth of doubt in the share of a word among few neighbours. */
const PRIOR_ROWS = 10;

export interface Neighbourhood {
  /** The share of complaints with each word among those of the same place about other offices; 0 where there are none. */
  sharesBeside(row: number): (word: number) => number;
}

/** @param all numbers of the rows of the period */
export function neighbourhood(gathered: Gathered, all: Int32Array): Neighbourhood {
  const places = new Map<string, number[]>();
  for (const row of all) {
    const place = gathered.wideCells[gathered.wide[row] ?? 0]?.place ?? '';
    const list = places.get(place);
    if (list) list.push(row);
    else places.set(place, [row]);
  }
  const counts = new Int32Array(gathered.vocabulary.length);
  return {
    sharesBeside(row) {
      const own = gathered.wide[row] ?? 0;
      counts.fill(0);
      let others = 0;
      for (const each of places.get(gathered.wideCells[own]?.place ?? '') ?? []) {
        if (gathered.wide[each] === own) continue;
        others += 1;
        eachWord(gathered, each, (word) => (counts[word] = (counts[word] ?? 0) + 1));
      }
      return (word) => (counts[word] ?? 0) / (others + PRIOR_ROWS);
    },
  };
}
