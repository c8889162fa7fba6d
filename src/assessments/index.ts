/** The front door of the room: all that other rooms may use. See README.md. */

export { type HistoryReport, importHistory, tryHistory } from './actions/import-historical.ts';
export { loadReference } from './actions/load-reference.ts';
export { pushSecondary, type SecondaryPush } from './actions/push-secondary.ts';
export { PROVINCE_COLUMNS, PROVINCE_TILES, REGENCY_COLUMNS, regencyTiles, type TilePlace } from './data/tile-grid.ts';
export { loadExampleRounds } from './examples/load-example-rounds.ts';
export { bandText, categoryText, zoneText } from './rules/band-words.ts';
export { bandOf, bandsFor, fullLabel, rangeOf } from './rules/bands.ts';
export type { Band, Instrument, Standing, ZoneCode } from './rules/instrument.ts';
export { ITEM_STATE_LABELS, ITEM_STATES, type ItemState } from './rules/item.transitions.ts';
export { type Item, mayReadItem } from './rules/items.ts';
export { assessmentTemplates } from './rules/mails.ts';
export { methodOf } from './rules/method.ts';
export { bandOfResult, type PublicResult } from './rules/public-result.ts';
export type { UnitPart } from './rules/report-card.ts';
export { scoreText } from './rules/score-text.ts';
export { MARKED_DEFAULT, standingText } from './rules/standing-words.ts';
export { verdictOfAgency, verdictOfUnit } from './rules/verdict.ts';
export { instrumentOfYear, type YearRefusal, type YearVerdict, zoneOfYear } from './rules/zone-of-year.ts';
export {
  type InstrumentLine,
  type InstrumentRecord,
  instrumentLines,
  instrumentRecord,
  instrumentVersion,
  publishedInstruments,
} from './store/instruments.ts';
export { type ItemFilter, itemById, itemCounts, itemCountsOf, itemPlace, itemsOf, laterScores } from './store/item-lists.ts';
export { type ItemTold, itemTold } from './store/item-telling.ts';
export { publicResults, publicYears } from './store/public-results.ts';
export { loadReportCard, roundContext } from './store/report-card.ts';
export type { ItemSlot } from './web/improvements/slot.ts';
export { FilesInput } from './web/rounds/files-input.tsx';
export { BandBadge } from './web/telling/band-badge.tsx';
export { StandingNote } from './web/telling/standing-note.tsx';
export type { VerifySlot } from './web/verify/slot.ts';
